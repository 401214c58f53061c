"""/afspraken over real HTTP: the lists, the card with its story, the file for one's own calendar, the week."""

from dataclasses import replace
from datetime import date, timedelta

import vobject

from bot import check_ins
from bot.markup import FSI, PDI
from bot.storage import agreements, people, words
from bot.storage.database import Tx
from flows import agreements as rules
from flows.agreements import Agreement, Kind
from flows.names import AgreementId, Form, Role, WordsId
from tests.end_to_end.conftest import Home, reads
from tests.end_to_end.test_awkward import Screen, alert, data_of, kring_of, told
from tests.faults.seeding import Kring
from tests.people import Person, buttons_of

ROLES = {"Anna": Role.PARENT, "Joost": Role.SCHOOL, "Noor": Role.CARE}


async def agreed(home: Home, kring: Kring, what: str, *owners: Person, by: Person | None = None,
                 in_days: int = 10, **more: object) -> Agreement:  # fmt: skip
    """An agreement to which these owners said akkoord, proposed by the first of them or by someone else."""
    desk = home.bot.desk
    members = tuple(kring.member(owner) for owner in owners)
    first = kring.member(by) if by is not None else members[0]

    def keep(tx: Tx, text: str) -> WordsId:
        kept = words.store(
            tx, desk.vault, owner=first, circle=kring.id, run=None, form=Form.TEXT, body=text, at=desk.seconds()
        )
        words.open_to_circle(tx, desk.vault, (kept,))
        return kept

    def make(tx: Tx) -> Agreement:
        today = desk.at(tx, kring.id).date()
        made = rules.propose(
            AgreementId(tx.new_id()), circle=kring.id, by=first, what=keep(tx, what), owners=members,
            day=today + timedelta(days=in_days), on=today, kind=Kind(str(more.get("kind", Kind.ACTION))),
        )  # fmt: skip
        if "cue" in more:
            made = replace(made, cue=keep(tx, str(more["cue"])), plan_b=keep(tx, str(more["plan_b"])))
        agreements.add(tx, desk.vault, made, run=None, at=desk.seconds())
        for member in members if more.get("akkoord", True) else ():
            made = rules.accept(made, member, on=today)
        agreements.save(tx, desk.vault, made)
        for member in members:
            check_ins.plan(desk, tx, made, member)
        return made

    return await home.bot.database.transact(make)


def bare(text: str) -> str:
    """As it reads, without the marks that keep each name's direction to itself."""
    return text.replace(FSI, "").replace(PDI, "")


def file_of(home: Home, person: Person) -> str:
    """The newest document the bot sent this person."""
    sent = [m.file for m in home.town.messages(person) if m.file is not None and m.sender == home.town.world.bot_id]
    return sent[-1].data.decode()


async def test_someone_sees_what_they_promised_and_wait_for_over_all_their_circles(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, noor = kring.people
    other = await kring_of(home, "Rond Bo", {"Anna": Role.PARENT, "Kim": Role.SCHOOL}, known={"Anna": anna})
    await home.bot.database.transact(lambda tx: people.set_child(tx, home.bot.desk.vault, other.id, "Bo"))
    await agreed(home, kring, "vertelt <b>& vraagt</b> hoe het ging", anna)
    await agreed(home, kring, "belt Anna op vrijdag", joost, by=anna)
    await agreed(home, kring, "maakt een rooster", noor, joost)
    await agreed(home, kring, "luisteren eerst, dan pas praten", anna, joost, kind=Kind.WORKING)
    await agreed(home, other, "geeft Bo een rustige plek", other.people[1], by=anna, akkoord=False)

    await Screen(home, anna).after(anna.writes("/afspraken"), "Zo doen we het voortaan")

    said = [bare(text) for text in home.town.from_bot(anna)]
    assert said == [
        "📌 Van jou\n\nIn de groep met Joost en Noor\n1. vertelt <b>& vraagt</b> hoe het ging, donderdag 3 december",
        "⏳ Hier wacht je op\n\n"
        "In de groep met Joost en Noor\n2. Joost: belt Anna op vrijdag, donderdag 3 december\n\n"
        "In de groep rond Bo\n3. Kim: geeft Bo een rustige plek, donderdag 3 december. Wacht op akkoord.",
        "Van anderen\n\nIn de groep met Joost en Noor\n4. Noor en Joost: maakt een rooster, donderdag 3 december",
        "🤝 Zo doen we het voortaan\n\nIn de groep met Joost en Noor\n5. luisteren eerst, dan pas praten\n\n"
        "Tik op een nummer. Dan zie je die kaart.",
    ]


async def test_from_the_list_to_the_card_and_into_ones_own_calendar(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, _ = kring.people
    await agreed(
        home, kring, "vertelt <b>& vraagt</b> hoe; het, ging", anna, joost, cue="na het eten", plan_b="een appje"
    )
    screen = Screen(home, anna)

    await screen.after(anna.writes("/afspraken"), "Van jou")
    shown = await screen.after(anna.taps(anna, "1"), "Wat er gebeurde")
    assert bare(shown.text) == (
        "📌 vertelt <b>& vraagt</b> hoe; het, ging\n\n"
        "Moment: na het eten\nPlan B: een appje\n\n"
        "• Jij, donderdag 3 december: akkoord\n• Joost, donderdag 3 december: akkoord\n\n"
        "Wat er gebeurde\n"
        "maandag 23 november: voorgesteld door jou\n"
        "maandag 23 november: akkoord van jou\n"
        "maandag 23 november: akkoord van Joost"
    )
    await screen.after(anna.taps(anna, "In mijn agenda", shown), "Open dit bestand")
    body = file_of(home, anna)
    (event,) = vobject.readOne(body).vevent_list
    assert event.summary.value == "vertelt <b>& vraagt</b> hoe; het, ging"
    assert event.description.value == "Moment: na het eten\nPlan B: een appje"
    assert event.dtstart.value.isoformat() == "2026-12-03T16:00:00+01:00"
    assert "Joost" not in body, "a calendar at home or at work is no place for the names of others"

    await screen.after(anna.writes("/afspraken"), "Van jou")
    await screen.after(anna.taps(anna, "Zet ze in mijn agenda"), "Open dit bestand")
    (again,) = vobject.readOne(file_of(home, anna)).vevent_list
    assert (again.uid.value, again.sequence.value) == (event.uid.value, event.sequence.value)


async def test_the_owner_says_from_the_card_how_it_went_and_others_see_nothing_of_it_until_told(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, noor = kring.people
    await agreed(home, kring, "belt op vrijdag", joost, noor, by=anna)
    his, hers = Screen(home, joost), Screen(home, anna)

    await his.after(joost.writes("/afspraken"), "Van jou")
    shown = await his.after(joost.taps(joost, "1"), "Wat er gebeurde")
    await his.after(joost.taps(joost, "Hoe ging het?", shown), "Hoe is het gegaan?")
    await his.after(joost.taps(joost, "Hoe ging het?", shown), "Hoe is het gegaan?")  # asked once more, not twice
    await his.after(joost.picks("gelukt"), "Mag de groep het weten?")
    await alert(joost.taps(joost, "Hoe ging het?", shown), "al geregeld")
    mine = await his.after(joost.taps(joost, "1"), "Wat er gebeurde")
    assert "• Jij: gelukt ✅ Dat zie alleen jij." in bare(mine.text)
    assert "Hoe ging het?" not in buttons_of(mine)

    await hers.after(anna.writes("/afspraken"), "Hier wacht je op")
    hidden = await hers.after(anna.taps(anna, "1"), "Wat er gebeurde")
    assert "• Joost, donderdag 3 december: akkoord" in bare(hidden.text) and "gelukt" not in hidden.text
    assert "Hoe ging het?" not in buttons_of(hidden), "what someone does, nobody else reports"
    await his.after(joost.picks("Ja, vertel het"), "De groep hoort het")
    told = await hers.after(anna.taps(anna, "1"), "Wat er gebeurde")
    assert "• Joost: gelukt ✅\n" in bare(told.text)
    assert "aan de groep verteld door Joost: gelukt" in bare(told.text)


async def test_what_is_finished_leaves_the_list_and_can_be_looked_back_on(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, _ = kring.people
    await agreed(home, kring, "belt op vrijdag", joost, by=anna)
    his, hers = Screen(home, joost), Screen(home, anna)
    await his.after(joost.writes("/afspraken"), "Van jou")
    await his.after(joost.taps(joost, "1"), "Wat er gebeurde")
    await his.after(joost.taps(joost, "Hoe ging het?"), "Hoe is het gegaan?")
    await his.after(joost.picks("gelukt"), "Mag de groep het weten?")

    empty = await hers.after(anna.writes("/afspraken"), "Je hebt nu geen afspraken")
    assert buttons_of(empty) == [], "he has not told yet"
    await his.after(joost.picks("Ja, vertel het"), "De groep hoort het")
    await hers.after(anna.writes("/afspraken"), "Je hebt nu geen afspraken")
    await hers.after(anna.taps(anna, "Wat klaar is"), "belt op vrijdag")
    await hers.after(anna.taps(anna, "1"), "Joost⁩: gelukt")


async def test_the_board_in_the_group_is_short_and_leads_each_to_their_own_chat(home: Home) -> None:
    town = home.town
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, noor = kring.people
    group, stranger = kring.group, await town.person("Vera")
    await group.adds(stranger)
    await agreed(home, kring, "belt op vrijdag", joost, by=anna)
    await agreed(home, kring, "maakt een rooster", noor, by=anna, akkoord=False)
    await agreed(home, kring, "eerst luisteren", anna, joost, kind=Kind.WORKING)

    await noor.says(group, "/afspraken")
    await reads(town, group, "Afspraken")
    assert bare(town.from_bot(group)[-1]) == (
        "📌 Afspraken\n\n"
        "1. Joost: belt op vrijdag, donderdag 3 december\n\n"
        "Wacht nog op akkoord\n2. Noor: maakt een rooster, donderdag 3 december. Wacht op akkoord.\n\n"
        "Zo doen we het voortaan\n3. eerst luisteren\n\n"
        "Tik op een nummer. Dan zie je die kaart, in je eigen chat met mij."
    ).replace("Zo doen", "🤝 Zo doen")
    await Screen(home, noor).after(noor.taps(group, "2"), "maakt een rooster", "nog geen akkoord")
    await Screen(home, noor).after(noor.taps(group, "Mijn afspraken"), "Van jou")
    await Screen(home, stranger).after(stranger.taps(group, "2"), "Doe je mee?")
    assert not any("rooster" in text for text in town.from_bot(stranger))


async def test_who_still_has_to_say_yes_does_so_from_the_card(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, _ = kring.people
    await agreed(home, kring, "belt op vrijdag", joost, by=anna, akkoord=False)
    screen = Screen(home, joost)

    await screen.after(joost.writes("/afspraken"), "Wacht op jouw akkoord")
    shown = await screen.after(joost.taps(joost, "1"), "nog geen akkoord")
    await screen.after(joost.taps(joost, "Geef je antwoord", shown), "Geef je akkoord?")
    await screen.after(joost.picks("akkoord"), "De afspraak staat")
    await alert(joost.taps(joost, "Geef je antwoord", shown), "al geregeld")
    assert "Geef je antwoord" not in buttons_of(await screen.after(joost.taps(joost, "1"), "akkoord van jou"))


async def test_an_owner_changes_hands_over_or_drops_their_part_from_the_card(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, _ = kring.people
    await agreed(home, kring, "belt op vrijdag", joost, by=anna)
    screen = Screen(home, joost)

    await screen.after(joost.writes("/afspraken"), "Van jou")
    shown = await screen.after(joost.taps(joost, "1"), "Wat er gebeurde")
    assert buttons_of(shown) == ["Hoe ging het?", "Aanpassen", "Overdragen", "Ermee stoppen", "In mijn agenda"]
    await screen.after(joost.taps(joost, "Ermee stoppen", shown), "Wil je ermee stoppen?")
    await screen.after(joost.picks("Nee, laat het staan"), "blijft staan")
    await screen.after(joost.taps(joost, "Overdragen", shown), "Aan wie?")
    await screen.after(joost.picks("Noor"), "Ik vraag het aan")
    await screen.after(joost.taps(joost, "Aanpassen", shown), "Wat wil je aanpassen?")
    await screen.after(joost.picks("De woorden"), "Hoe wordt het?")
    await screen.after(joost.writes("appt op vrijdag"), "Klopt het zo?")
    await screen.after(joost.picks("Ja, zo wordt het"), "")
    changed = await screen.after(joost.taps(joost, "1"), "anders gezegd door jou")
    assert "📌 appt op vrijdag" in bare(changed.text) and "Eerst stond er: belt op vrijdag" in bare(changed.text)

    hers = Screen(home, anna)
    await hers.after(anna.writes("/afspraken"), "Hier wacht je op")
    assert buttons_of(await hers.after(anna.taps(anna, "1"), "appt op vrijdag")) == ["In mijn agenda"]


async def test_a_card_opens_for_nobody_else_nor_for_who_left_nor_when_its_button_is_old(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, noor = kring.people
    await agreed(home, kring, "belt op vrijdag", joost, by=anna)
    await Screen(home, noor).after(noor.writes("/stop"), "Wil je stoppen")
    await Screen(home, joost).after(joost.writes("/afspraken"), "Van jou")
    lists = home.town.messages(joost)[-1]
    token = data_of(lists, "1")

    await alert(noor.taps_data(noor, home.town.messages(noor)[-1], token), "hoort bij iemand anders")
    await told(kring.group, home, anna.says(kring.group, "/afspraken"), "belt op vrijdag")
    board = home.town.messages(kring.group)[-1]
    await alert(anna.taps_data(kring.group, board, token), "hoort bij iemand anders")
    await joost.leaves(kring.group)
    await told(kring.group, home, anna.says(kring.group, "/afspraken"), "nog geen afspraken")  # his went with him
    await alert(joost.taps(joost, "1", lists), "van een eerder moment")
    await Screen(home, anna).after(anna.writes("/afspraken"), "geen afspraken")
    await home.bot.database.transact(lambda tx: tx.change("UPDATE tokens SET expires_at = 0"))
    await alert(anna.taps(kring.group, "1", board), "van een eerder moment")
    assert not any("Wat er gebeurde" in text for person in kring.people for text in home.town.from_bot(person))


async def test_how_people_treat_each_other_has_a_card_of_its_own_and_a_day_to_look_back(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, _ = kring.people
    await agreed(home, kring, "eerst luisteren", anna, joost, kind=Kind.WORKING)
    screen = Screen(home, anna)

    await screen.after(anna.writes("/afspraken"), "Zo doen we het voortaan")
    shown = await screen.after(anna.taps(anna, "1"), "Wat er gebeurde")
    assert bare(shown.text).split("\n\n")[:3] == [
        "📌 eerst luisteren",
        "Zo doen we het voortaan.\nWe kijken terug op donderdag 3 december.",
        "• Jij: akkoord\n• Joost: akkoord",
    ]
    assert "Hoe ging het?" not in buttons_of(shown)
    await screen.after(anna.taps(anna, "In mijn agenda", shown), "Open dit bestand")
    (event,) = vobject.readOne(file_of(home, anna)).vevent_list
    assert (event.summary.value, event.dtstart.value) == ("Terugkijken: eerst luisteren", date(2026, 12, 3))


async def test_who_asks_for_it_gets_the_overview_on_monday_and_stops_it_with_one_tap(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", ROLES)
    anna, joost, _ = kring.people
    await agreed(home, kring, "neemt het schrift mee", anna, in_days=60)
    await agreed(home, kring, "belt op vrijdag", joost, by=anna, in_days=61)
    screen = Screen(home, anna)

    await screen.after(anna.writes("/afspraken"), "Hier wacht je op")
    await screen.after(anna.taps(anna, "Stuur me dit elke week"), "elke maandag, of kort daarna")
    await home.jump(days=7)
    week = await screen.sees_after(screen.last(), "Dit staat er deze week")
    assert bare(week.text) == (
        "Praatmaat heeft een bericht voor je.\n\nDit staat er deze week.\n\n"
        "📌 Van jou\n\n1. neemt het schrift mee, vrijdag 22 januari\n\n"
        "⏳ Hier wacht je op\n\n2. Joost: belt op vrijdag, zaterdag 23 januari"
    )
    await screen.after(anna.taps(anna, "Mijn afspraken", week), "Hier wacht je op")
    await screen.after(anna.taps(anna, "Niet meer elke week", week), "geen weekoverzicht meer")
    await home.jump(days=7)
    await screen.after(anna.writes("/afspraken"), "Hier wacht je op")
    assert sum("Dit staat er deze week" in text for text in home.town.from_bot(anna)) == 1
