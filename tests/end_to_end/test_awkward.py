"""Whatever people do that nobody asked for, over real HTTP: a friendly word each time, and nothing changes."""

import asyncio
import re
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from bot.checking import read_strings
from bot.demo.model import Answer, InlineKeyboard, JsonObject, Message
from bot.library import Library
from bot.markup import plain
from bot.storage.database import Tx
from bot.strings import Strings
from flows.names import FlowId, Language, Pace, Role, TextKey
from tests.end_to_end.conftest import Home, reads
from tests.faults.seeding import CARD, Kring, circle, talk
from tests.people import Group, Person, buttons_of

FOUR = {"Anna": Role.PARENT, "Sam": Role.PUPIL, "Joost": Role.SCHOOL, "Noor": Role.CARE}
OTHER_CARD = "oerwoud-van-regels"
UPSIDE_DOWN = "\u202eneeB"
ZALGO = "Z" + "\u0334\u0335\u0336\u0337\u0338" * 8 + "oe"

TABLES = {
    "runs": "SELECT id, state, version FROM runs ORDER BY id",
    "prompts": "SELECT id, state FROM prompts ORDER BY id",
    "words": "SELECT id, audience FROM words ORDER BY id",
    "members": "SELECT id, role, state FROM members ORDER BY id",
    "agreements": "SELECT id, state, version FROM agreements ORDER BY id",
    "circles": "SELECT id, state, sealed_child FROM circles ORDER BY id",
    "consents": "SELECT circle, person FROM consents ORDER BY circle, person",
}


LIBRARY, STRINGS, NL = Library.load(), Strings.load(), Language("nl")
VALUES = dict(read_strings("nl.ftl", (files("content") / "ui" / "nl.ftl").read_text(encoding="utf-8"), []))


def ui(key: str) -> str:
    """The longest piece of a string that is the same whatever is filled in, as it stands on a screen."""
    return _piece(STRINGS.say(NL, key, dict.fromkeys(VALUES[key].values, "{x}")).text)


def as_role(role: Role) -> str:
    """The label with which someone shares as this role."""
    return STRINGS.say(NL, "knop-deel-rol", {"rol": ui(f"rol-{role}")}).text


def flow(id: str, key: str) -> str:
    """The same of a text in a flow."""
    return _piece(LIBRARY.texts(FlowId(id)).get(NL, TextKey(key)))


def _piece(text: str) -> str:
    return max((piece.strip() for piece in re.split(r"\n|\{\$?[a-z-]+\}", plain(text))), key=len)


HOW_TO_SHARE = STRINGS.say(NL, "hoe-delen", {}).text.splitlines()[-1]


async def state(home: Home) -> Mapping[str, list[tuple[object, ...]]]:
    """Everything that could have changed."""

    def look(tx: Tx) -> dict[str, list[tuple[object, ...]]]:
        return {name: [tuple(row) for row in tx.run(sql)] for name, sql in TABLES.items()}

    return await home.bot.database.transact(look)


@dataclass(frozen=True)
class Screen:
    """One person's private chat: what the bot says after an act."""

    home: Home
    person: Person

    def last(self) -> int:
        messages = self.home.town.messages(self.person)
        return messages[-1].message_id if messages else 0

    async def after(self, act: Awaitable[object], *wanted: str) -> Message:
        """Do it, and wait for a message of the bot that comes after it and holds one of these texts."""
        before = self.last()
        sent = await act
        return await self.sees_after(max(before, sent if isinstance(sent, int) else 0), *wanted)

    async def sees_after(self, message_id: int, *wanted: str) -> Message:
        town = self.home.town

        def found() -> list[Message]:
            new = (m for m in town.messages(self.person) if m.message_id > message_id and m.sender == town.world.bot_id)
            return [m for m in new if all(text in m.text for text in wanted)]

        try:
            return (await town.until(found, 20))[0]
        except AssertionError:
            heard = [m.text for m in town.messages(self.person) if m.message_id > message_id]
            raise AssertionError(f"{self.person.first_name} never heard {wanted}, but {heard}") from None


async def told(group: Group, home: Home, act: Awaitable[object], text: str) -> None:
    """Do it in a group, and wait for a new message of the bot there with this text."""
    before = len(home.town.from_bot(group))
    await act
    await home.town.until(lambda: any(text in said for said in home.town.from_bot(group)[before:]), 20)


async def alert(tap: Awaitable[Answer | None], text: str) -> None:
    """The tap is answered with this text."""
    answer = await tap
    assert answer is not None and answer.text is not None and text in answer.text, answer


async def kring_of(home: Home, title: str, roles: Mapping[str, Role] = FOUR,
                   known: Mapping[str, Person] | None = None) -> Kring:  # fmt: skip
    found = await circle(home.town, home.bot.database, home.bot.desk, title, roles, known=known)
    home.bot.delivery.wake()
    return found


async def begun(home: Home, kring: Kring, card: str = CARD, pace: Pace = Pace.NOW) -> None:
    await talk(home.bot.database, home.bot.desk, kring, card=card, pace=pace)
    home.bot.delivery.wake()


def board_of(home: Home, group: Group, label: str) -> Message:
    """The newest message in the group with this button."""
    return next(m for m in reversed(home.town.messages(group)) if label in buttons_of(m))


async def test_odd_messages_to_an_open_question_get_a_kind_word_and_leave_it_open(home: Home) -> None:
    town = home.town
    kring = await kring_of(home, "Rond Sam")
    await begun(home, kring)
    anna, sam, joost, noor = kring.people
    for person in kring.people:
        await person.sees(ui("vraag-alleen"))
    before = await state(home)
    a, s, j, n = (Screen(home, person) for person in kring.people)

    async def act(name: str, person: Person) -> None:
        await town.act(name, user=person.id, chat=person.id)

    async def anna_sends() -> None:
        await a.after(anna.sticker(), ui("alleen-tekst-spraak-foto"))
        await a.after(anna.document(), ui("alleen-tekst-spraak-foto"))
        await a.after(act("contact", anna), ui("alleen-tekst-spraak-foto"))
        await a.after(act("location", anna), ui("alleen-tekst-spraak-foto"))
        await a.after(anna.forwards("Ik zag Sam lachen"), ui("doorgestuurd"))

    async def sam_writes() -> None:
        await s.after(sam.writes("Klaar"), ui("weiger-nog-niets"))
        await s.after(sam.writes(as_role(Role.PUPIL)), ui("weiger-nog-niets"))
        await s.after(sam.writes("hulp!"), ui("hulp-kaart"))
        await s.after(sam.writes("/onzin"), ui("onbekende-opdracht"))
        await s.after(sam.writes("/afspraken@EenAndereBot"), ui("onbekende-opdracht"))

    async def joost_asks() -> None:
        await j.after(joost.writes("/help"), ui("uitleg"))
        await j.after(joost.writes("/afspraken"), ui("afspraken-geen-prive"))
        await j.after(joost.writes("/gesprek"), ui("gesprek-in-groep"))
        await j.after(joost.writes("/roepnaam Sam"), ui("alleen-in-groep"))
        await j.after(joost.writes("/privacy"), ui("privacy"))

    async def noor_writes() -> None:
        await n.after(noor.writes("Zijn bsn is 123456782."), ui("weiger-bsn"))
        mine = await noor.writes("/hulp")
        await n.sees_after(mine, "Veilig Thuis")
        await n.after(noor.edits(mine, "/help"), ui("aangepast-anders"))
        await n.after(_under_the_board(noor, home, kring), ui("in-groep-geantwoord"))
        await n.after(noor.starts("verzonnen_gegevens"), ui("link-verlopen"))

    await asyncio.gather(anna_sends(), sam_writes(), joost_asks(), noor_writes())
    assert await state(home) == before


async def _under_the_board(person: Person, home: Home, kring: Kring) -> None:
    await person.says(kring.group, "Hij lachte", reply_to=board_of(home, kring.group, "Mijn antwoord"))


async def test_an_answer_is_read_back_as_it_was_typed_and_can_be_changed_until_the_cards_are_turned(home: Home) -> None:
    town = home.town
    kring = await kring_of(home, "Rond Sam")
    oma = await town.person(ZALGO + UPSIDE_DOWN)
    await begun(home, kring, pace=Pace.SPREAD)
    anna, sam, joost, noor = kring.people
    a, s, j, n = (Screen(home, person) for person in kring.people)
    first: dict[str, int] = {}
    settled = asyncio.Event()

    async def anna_answers() -> None:
        await anna.sees(ui("vraag-alleen"))
        await a.after(anna.writes("<b>Hoi</b> & &lt;dag&gt; 👩‍👩‍👧"), ui("bewaard"))
        first["anna"] = town.messages(anna)[-2].message_id
        await a.after(anna.picks("Klaar"), "<b>Hoi</b> & &lt;dag&gt; 👩‍👩‍👧", HOW_TO_SHARE)
        await a.after(anna.writes("nog iets"), ui("weiger-kies-een-knop"))
        await a.after(anna.edits(first["anna"], "toch anders"), ui("aangepast-bericht"))
        await a.after(anna.picks("Aanpassen"), ui("opnieuw"))
        await a.after(anna.writes("We lachten samen om de hond."), ui("bewaard"))
        await a.after(anna.picks("Klaar"), "om de hond", HOW_TO_SHARE)
        await a.after(anna.picks("Delen met mijn naam"), ui("dank-naam"))
        await a.after(anna.taps(kring.group, "Mijn antwoord"), HOW_TO_SHARE)
        await a.after(anna.picks(as_role(Role.PARENT)), ui("dank-rol"))
        await a.after(anna.writes("Klaar"), ui("weiger-dicht"))
        settled.set()

    async def sam_answers() -> None:
        await sam.sees(ui("vraag-alleen"))
        mine = await sam.writes("lang " * 1000)  # the app cuts it in two messages; the first is too long
        await s.sees_after(mine - 2, ui("weiger-te-lang"))
        await s.sees_after(mine, ui("bewaard"))
        await s.after(sam.writes("Ik heb adhd en ben geboren op 3 mei 2013"), ui("gevoelig-geboortedatum"))
        await s.after(sam.picks("Klaar"), HOW_TO_SHARE)
        await s.after(sam.picks("Alleen voor mij"), ui("dank-mij"))

    async def joost_answers() -> None:
        await joost.sees(ui("vraag-alleen"))
        await j.after(joost.writes("👍🏽😀"), ui("bewaard"))
        await j.after(joost.writes(f"{UPSIDE_DOWN} {ZALGO}"), ui("staat-erbij"))
        await j.after(joost.picks("Klaar"), "👍🏽😀", HOW_TO_SHARE)
        await j.after(joost.picks("Delen met mijn naam"), ui("dank-naam"))

    async def noor_skips() -> None:
        await noor.sees(ui("vraag-alleen"))
        question = town.messages(noor)[-1]
        await settled.wait()
        await n.after(noor.picks("Ik sla over"), ui("overgeslagen"))
        await n.after(noor.writes("Toch iets", reply_to=question), ui("weiger-dicht"))

    async def oma_comes_late() -> None:
        screen = Screen(home, oma)
        await kring.group.adds(oma, by=anna)
        await reads(town, kring.group, ui("nieuw-lid"), 20)
        await screen.after(oma.taps(kring.group, "Doe mee"), flow("meedoen", "toestemming.text"))
        await screen.after(oma.writes("Mag het ook morgen?"), ui("weiger-kies-een-knop"))
        await screen.after(oma.picks(flow("meedoen", "toestemming.ja")), flow("meedoen", "rol.text"))
        await screen.after(oma.picks(flow("meedoen", "rol.steunfiguur")), flow("meedoen", "hoe-erbij.text"))
        await screen.after(oma.picks(flow("meedoen", "hoe-erbij.vragen")), flow("meedoen", "taal.text"))
        await screen.after(oma.picks("Nederlands"), flow("meedoen", "welkom.text"))
        await oma.taps(kring.group, "Ik doe mee")
        await oma.sees(ui("vraag-alleen"), 20)
        await screen.after(oma.picks("Ik sla over"), ui("overgeslagen"))

    others = asyncio.gather(sam_answers(), joost_answers(), noor_skips(), oma_comes_late())
    await anna_answers()
    await others
    await town.until(lambda: any(ui("kaarten-omgedraaid") in said for said in town.from_bot(kring.group)), 30)
    shown = "\n".join(town.from_bot(kring.group))
    assert "Ouder" in shown and "om de hond" in shown and "👍🏽😀" in shown
    assert "<b>Hoi</b>" not in shown and "toch anders" not in shown and "Toch iets" not in shown
    assert "adhd" not in shown and "lang lang" not in shown
    assert "\u202e" not in shown and "\u0334\u0335\u0336\u0337" not in shown
    await a.after(anna.edits(first["anna"], "veel te laat"), ui("aangepast-te-laat"))


async def test_a_stranger_and_an_old_or_forged_button_change_nothing(home: Home) -> None:
    town = home.town
    kring = await kring_of(home, "Rond Sam", {"Anna": Role.PARENT, "Joost": Role.SCHOOL})
    anna, joost = kring.people
    group = kring.group
    stranger = await town.person("Vreemde")
    await told(group, home, anna.says(group, "/start"), ui("welkom-groep"))
    await group.adds(stranger)
    await reads(town, group, ui("nieuw-lid"), 20)
    await begun(home, kring)
    await reads(town, group, "0 van de 2", 20)
    await anna.sees(ui("vraag-alleen"))
    before = await state(home)
    screen = Screen(home, stranger)
    welcome, board = board_of(home, group, "Hoe werkt het?"), board_of(home, group, "Mijn antwoord")

    await alert(stranger.taps(group, "Hoe werkt het?", welcome), ui("hoe-werkt-het"))
    await alert(stranger.taps_data(group, board, "verzonnen_gegevens"), ui("knop-oud"))
    await alert(stranger.taps_data(group, board, "x" * 64), ui("knop-oud"))
    await told(group, home, stranger.says(group, "/hulp"), ui("hulp-groep"))
    await alert(stranger.taps(group, "Hulp nodig?"), "112")
    await told(group, home, stranger.says(group, "/gesprek"), ui("eerst-meedoen"))
    await told(group, home, stranger.says(group, "/stop"), ui("eerst-meedoen"))
    await told(group, home, stranger.says(group, "/roepnaam Sam"), ui("eerst-meedoen"))
    await told(group, home, stranger.says(group, "/afspraken"), ui("afspraken-geen"))
    await told(group, home, stranger.says(group, "/onzin"), ui("uitleg-groep"))
    await stranger.says(group, "/gesprek@EenAndereBot")
    assert await state(home) == before

    # every button of the talk leads a stranger to where joining begins; the joining waits for their own yes
    for label, message in (("Mijn antwoord", board), ("Ik doe mee", board), ("Afspraak maken", None)):
        await screen.after(stranger.taps(group, label, message), flow("meedoen", "toestemming.text"))
    await screen.after(stranger.writes("Wie zijn jullie?"), ui("weiger-kies-een-knop"))
    await screen.after(stranger.sticker(), ui("alleen-tekst-spraak-foto"))
    await screen.after(stranger.picks(flow("meedoen", "toestemming.nee")), flow("meedoen", "niet-nu.text"))
    await screen.after(stranger.writes(flow("meedoen", "toestemming.nee")), ui("weiger-dicht"))
    await screen.after(stranger.writes("/stop"), ui("niets-te-stoppen"))
    after = await state(home)
    assert {name: rows for name, rows in after.items() if name not in ("runs", "prompts")} == {
        name: rows for name, rows in before.items() if name not in ("runs", "prompts")
    }

    # once it has moved on, its old buttons say so, to members too, and a second tap changes nothing
    s, j = Screen(home, anna), Screen(home, joost)
    await asyncio.gather(
        s.after(anna.picks("Ik sla over"), ui("overgeslagen")),
        j.after(joost.picks("Ik sla over"), ui("overgeslagen")),
    )
    await reads(town, group, ui("bord-praten"), 20)
    talking = board_of(home, group, "We zijn uitgepraat")
    await alert(joost.taps(group, "We zijn uitgepraat", talking), ui("weiger-nog-niet-jij"))
    await told(group, home, joost.taps(group, "Liever bellen of elkaar zien", talking), ui("liever-bellen"))
    await alert(joost.taps(group, "Liever bellen of elkaar zien", talking), ui("weiger-al-gedaan"))
    over = data_of(talking, "We zijn uitgepraat")
    await anna.taps(group, "We zijn uitgepraat", talking)
    await alert(anna.taps_data(group, talking, over), ui("weiger-dicht"))

    # a talk stops only after the question whether that was meant
    stop = flow("gesprek-stoppen", "zeker.ja")
    await told(group, home, joost.says(group, "/stop"), flow("gesprek-stoppen", "zeker.text"))
    await joost.taps(group, stop)
    await town.until(lambda: any(ui("bord-gestopt") in said for said in town.from_bot(group)), 90)
    await alert(joost.taps_data(group, talking, over), ui("knop-oud"))


def data_of(message: Message, label: str) -> str:
    """What the button with this label carries."""
    assert isinstance(message.markup, InlineKeyboard)
    return next(b.data for row in message.markup.rows for b in row if b.text == label and b.data)


def _raw(chat: JsonObject, **more: object) -> JsonObject:
    return {"message_id": 5000, "date": 1_795_000_000, "chat": chat, **more}  # type: ignore[dict-item]


async def test_who_is_nobody_in_particular_and_places_that_are_too_open_are_told_so(home: Home) -> None:
    town = home.town
    kring = await kring_of(home, "Rond Sam", {"Anna": Role.PARENT, "Joost": Role.SCHOOL})
    anna, joost = kring.people
    before = await state(home)
    chat: JsonObject = {"id": kring.group.id, "type": "group", "title": "Rond Sam"}
    command = {"text": "/gesprek", "entities": [{"type": "bot_command", "offset": 0, "length": 8}]}
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    channel: JsonObject = {"id": -100777, "type": "channel", "title": "Kanaal"}
    await town.act("raw", updates=[{"channel_post": _raw(channel, sender_chat=channel, text="Nieuws")}])
    await told(
        kring.group, home,
        town.act("raw", updates=[{"message": _raw(chat, sender_chat=chat, **{"from": anonymous}, **command)}]),
        ui("anoniem-niet"),
    )  # fmt: skip
    assert await state(home) == before

    answer = await town.act("groups", title="Openbaar", owner=anna.id, type="supergroup", username="openbaar")
    public = Group(town, int(str(answer["id"])))
    await town.act("add_bot", chat=public.id, by=anna.id)
    await reads(town, public, ui("openbare-groep"), 20)
    await town.until(lambda: not town.world.chats[public.id].bot.inside, 20)

    # who stopped is nobody here any more; their old keyboard and words change nothing
    screen = Screen(home, joost)
    await screen.after(joost.writes("/stop"), flow("stoppen", "zeker.text"))
    await screen.after(joost.picks(flow("stoppen", "zeker.nee")), flow("stoppen", "blijft.text"))
    await screen.after(joost.writes("/stop"), flow("stoppen", "zeker.text"))
    await screen.after(joost.picks(flow("stoppen", "zeker.ja")), flow("stoppen", "gestopt.text"))
    stopped = await state(home)
    await screen.after(joost.writes("Nog één ding"), ui("weiger-dicht"))
    await screen.after(joost.writes("/afspraken"), ui("afspraken-geen-prive"))
    await told(kring.group, home, joost.says(kring.group, "/gesprek"), ui("eerst-meedoen"))
    assert await state(home) == stopped

    other = await town.person("Passant")
    passer = Screen(home, other)
    await passer.after(other.starts(), ui("start-prive"))
    await passer.after(other.writes("Kun je mij helpen met mijn zoon?"), ui("geen-lid-prive"))
    await passer.after(other.voice(), ui("geen-lid-prive"))
    await passer.after(other.writes("/stop"), ui("niets-te-stoppen"))


async def test_a_day_can_be_tapped_typed_and_corrected(home: Home) -> None:
    kring = await kring_of(home, "Rond Sam", {"Anna": Role.PARENT, "Joost": Role.SCHOOL})
    anna, joost = kring.people
    group = kring.group
    await told(group, home, anna.says(group, "/roepnaam Sam de Vries"), ui("roepnaam-hoe"))
    await told(group, home, anna.says(group, "/roepnaam Sam"), ui("roepnaam-staat"))
    await told(group, home, anna.says(group, "/stop"), ui("geen-gesprek"))
    await told(group, home, anna.says(group, "/afspraken"), ui("afspraken-geen"))
    screen = Screen(home, anna)
    await screen.after(anna.taps(group, "Afspraak maken"), flow("afspraak", "wat.text"))
    await screen.after(anna.writes("Klaar"), ui("weiger-alleen-tekst"))
    await screen.after(anna.photo(), ui("weiger-alleen-tekst"))
    await screen.after(anna.writes("leest elke week samen een stukje & <i>lacht</i>"), flow("afspraak", "soort.text"))
    await screen.after(anna.picks("Iemand doet iets"), flow("afspraak", "wie.text"))
    await screen.after(anna.picks("Ik"), ui("wie-nog"))
    await screen.after(anna.picks("Dit zijn ze"), flow("afspraak", "wanneer.text"))
    await screen.after(anna.writes("ooit"), ui("weiger-dag-niet-begrepen"))
    await screen.after(anna.writes("gisteren"), ui("weiger-dag-voorbij"))
    await screen.after(anna.voice(), ui("weiger-kies-een-knop"))
    await screen.after(anna.writes("1 of 2 december"), ui("dag-welke"))
    assert anna.keyboard()[:2] == ["dinsdag 1 december", "woensdag 2 december"]
    await screen.after(anna.picks("Andere dag"), flow("afspraak", "wanneer.text"))
    calendar = await screen.after(anna.picks("Kies op de kalender"), ui("kalender"))
    before = await state(home)
    board = board_of(home, group, "Afspraak maken")
    await anna.taps_data(anna, calendar, data_of(calendar, "·"))  # an empty place
    await alert(joost.taps_data(group, board, data_of(calendar, "›")), ui("niet-voor-jou"))
    december = await screen.after(anna.taps(anna, "›", calendar), ui("kalender"))
    old = data_of(december, "15")
    assert await state(home) == before
    await screen.after(anna.taps(anna, "14", december), "14 december")
    await alert(anna.taps_data(anna, december, old), ui("knop-oud"))
    await screen.after(anna.picks("Ja, klopt"), flow("afspraak", "klopt-het.text"), "& <i>lacht</i>")
    await screen.after(anna.picks(flow("afspraak", "klopt-het.nee")), flow("afspraak", "gestopt.text"))
    await told(group, home, anna.says(group, "/afspraken"), ui("afspraken-geen"))


async def test_in_two_circles_a_message_answers_the_question_it_was_written_under(home: Home) -> None:
    """The newest question before it, or the one it replies to; a message read late answers no newer question."""
    town = home.town
    one = await kring_of(home, "Rond Sam", {"Anna": Role.PARENT, "Joost": Role.SCHOOL})
    joost = one.people[1]
    two = await kring_of(home, "Rond Bo", {"Mila": Role.PARENT, "Joost": Role.SCHOOL}, known={"Joost": joost})
    await told(one.group, home, one.people[0].says(one.group, "/roepnaam Sam"), ui("roepnaam-staat"))
    await told(two.group, home, two.people[0].says(two.group, "/roepnaam Bo"), ui("roepnaam-staat"))
    await begun(home, one, pace=Pace.SPREAD)
    screen = Screen(home, joost)
    first = await screen.sees_after(0, "Dit gaat over de groep rond", "Sam", ui("vraag-alleen"))
    await screen.after(joost.writes("Over Sam: hij hielp een ander kind."), ui("bewaard"))
    # a talk at the table goes before one over days; the first question waits, and is put again afterwards
    before = screen.last()
    await begun(home, two, card=OTHER_CARD, pace=Pace.NOW)
    second = await screen.sees_after(before, "Dit gaat over de groep rond", "Bo", ask_of(OTHER_CARD))
    await screen.after(joost.writes("Over Bo: ik zoek de brief op."), ui("bewaard"))
    await screen.after(joost.writes("Over Sam: en hij lachte.", reply_to=first), ui("staat-erbij"))
    late = {**_raw({"id": joost.id, "type": "private"}), "message_id": second.message_id - 1}
    user: JsonObject = {"id": joost.id, "is_bot": False, "first_name": "Joost", "language_code": "nl"}
    await screen.after(
        town.act("raw", updates=[{"message": {**late, "from": user, "text": "Over Sam: te laat gelezen"}}]),
        ui("staat-erbij"),
    )
    await screen.after(joost.writes("Klaar", reply_to=second), "Over Bo: ik zoek de brief op.", HOW_TO_SHARE)
    read_back = town.messages(joost)[-1].text
    assert "Over Sam" not in read_back
    await screen.after(joost.picks("Alleen voor mij"), ui("dank-mij"))
    again = await screen.sees_after(screen.last() - 2, ui("vraag-alleen"), "Sam")
    await screen.after(joost.writes("Klaar"), "hij hielp een ander kind", "en hij lachte", "te laat gelezen")
    assert again.message_id > second.message_id


def ask_of(card: str) -> str:
    """A piece of what this card asks a teacher."""
    return flow(f"kaarten-omdraaien/{card}", "vraag.onderwijs")
