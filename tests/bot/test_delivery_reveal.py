"""Turning the cards: all of them, in order, to no more people than those who shared were told."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.delivery.claim import Claimed
from bot.delivery.letters import RevealLetter
from bot.storage import words
from flows.effects import Turned
from flows.line import Line, Who
from flows.manners import DeliveryClass
from flows.names import Form, Role, RunId, Share, StepId, WordsId
from tests.bot.sending import Office, Somebody, office, ui


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Office]:
    everyone = {"lot": Role.PUPIL, "anna": Role.PARENT, "oma": Role.SUPPORTER, "bo": Role.SCHOOL, "kim": Role.CARE}
    async with office(tmp_path, **everyone) as place:
        yield place


async def keep(place: Office, who: Somebody, form: Form, body: str) -> WordsId:
    return await place.do(
        lambda tx: words.store(
            tx, place.vault, owner=who.member, circle=place.circle, run=None, form=form, body=body, at=1.0
        )
    )


async def turn(
    place: Office,
    *cards: tuple[str, tuple[WordsId, ...], Share],
    told: int | None = 5,
    anyone: bool = False,
    key: str = "reveal",
    lead: Line | None = None,
) -> None:
    letter = RevealLetter(
        run=RunId(1),
        step=StepId("omdraaien"),
        turn=2,
        title=ui("titel"),
        cards=tuple(Turned(place.everybody[name].member, ids, share, lead) for name, ids, share in cards),
        told=told,
        anyone=anyone,
    )
    await place.put(place.to_group, letter, key, DeliveryClass.REVEAL)


async def two_cards(place: Office, **how: object) -> None:
    anna = await place.say(place.everybody["anna"], "Ik hoop op rust.")
    bo = await place.say(place.everybody["bo"], "Ik wil vaker bellen.")
    await turn(place, ("anna", (anna,), Share.NAME), ("bo", (bo,), Share.ROLE), **how)  # type: ignore[arg-type]


def bare(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


async def test_five_long_answers_and_a_voice_note_are_all_there_in_order(place: Office) -> None:
    await place.everybody["oma"].phone.voice()
    [voice] = list(place.town.world.files)
    cards = []
    for name in ("lot", "anna", "oma", "bo", "kim"):
        text = await place.say(place.everybody[name], f"Begin {name}. " + "verhaal " * 450 + f"Einde {name}.")
        ids = [text]
        if name == "oma":
            ids.append(await keep(place, place.everybody[name], Form.VOICE, voice))
        cards.append((name, tuple(ids), Share.NAME))
    await turn(place, *cards)
    await place.live(120)

    said = place.in_group()
    whole = bare("\n".join(said))
    places = [
        whole.index(f"{edge} {name}.") for name in ("lot", "anna", "oma", "bo", "kim") for edge in ("Begin", "Einde")
    ]
    assert places == sorted(places)
    assert whole.count("verhaal") == 5 * 450
    assert said[-1] == "Van \u2068Oma\u2069"  # the voice note comes last and says whose it is
    assert all(len(text.encode("utf-16-le")) // 2 <= 3500 for text in said)
    assert place.aftermath.heard("sent") == ["reveal"]
    assert len(place.aftermath.messages["reveal"]) == len(said)


async def test_a_name_stands_with_its_role_and_a_role_alone(place: Office) -> None:
    await two_cards(place)
    await place.send_all()
    [said] = [bare(text) for text in place.in_group()]
    assert said == "De kaarten gaan om.\n\nAnna (ouder)\nIk hoop op rust.\n\nSchool\nIk wil vaker bellen."
    [message] = [m for m in place.town.messages(place.group) if m.text in place.in_group()]
    assert message.protected


async def test_someone_joins_between_sharing_and_reveal_and_nothing_is_shown(place: Office) -> None:
    await two_cards(place, told=5)
    await place.group.adds(await place.town.person("Nieuw"))
    await place.live(3600)
    assert place.in_group() == []
    assert place.aftermath.grew == [6] and place.aftermath.heard("sent") == []


async def test_a_reaction_stands_alone_under_the_name_of_its_writer_and_the_card_it_is_about(place: Office) -> None:
    anna = await place.say(place.everybody["anna"], "dat het druk is")
    await turn(place, ("anna", (anna,), Share.NAME), lead=ui("hoi", wie=Who(place.everybody["bo"].member)))
    await place.send_all()
    [shown] = place.in_group()
    assert bare(shown).endswith("(ouder)\nDag Bo.\ndat het druk is")


async def test_fewer_people_than_was_told_is_no_reason_to_wait(place: Office) -> None:
    await two_cards(place, told=6)
    await place.send_all()
    assert len(place.in_group()) == 1 and place.aftermath.grew == []


async def test_nobody_was_told_a_number_so_everybody_is_asked_first(place: Office) -> None:
    await two_cards(place, told=None)
    await place.send_all()
    assert place.in_group() == [] and place.aftermath.grew == [5]


async def test_without_an_answer_of_telegram_nothing_is_shown(place: Office) -> None:
    await place.town.fails(method="getChatMemberCount", status=500)
    await two_cards(place)
    await place.live(3600)
    assert place.in_group() == [] and place.aftermath.grew == [None]


async def test_who_said_yes_to_anyone_is_shown_without_counting(place: Office) -> None:
    await two_cards(place, told=None, anyone=True)
    await place.send_all()
    assert len(place.in_group()) == 1 and place.calls("getChatMemberCount") == 0


async def test_a_network_that_is_down_for_a_minute_does_not_make_us_ask_again(place: Office) -> None:
    await two_cards(place)
    port = place.town.server.port
    await place.town.server.stop()
    await place.send_all()
    assert place.town.server.port == port
    await place.town.server.start()
    await place.live(60)
    assert len(place.in_group()) == 1 and place.aftermath.grew == []


async def test_counting_too_fast_waits_as_long_as_telegram_says(place: Office) -> None:
    await place.town.fails(method="getChatMemberCount", status=429, retry_after=30)
    await two_cards(place)
    await place.live(29)
    assert place.in_group() == []
    await place.live(5)
    assert len(place.in_group()) == 1 and place.aftermath.grew == []


async def killed_while_sending(place: Office) -> None:
    """The part reaches Telegram; the process ends before it could store that."""
    claimed = await place.delivery._claim()
    assert isinstance(claimed, Claimed)
    await place.delivery._send(claimed)
    place.restart()
    await place.delivery.recover()
    place.clock.advance(6)


async def test_a_reveal_killed_twice_is_there_twice_at_most(place: Office) -> None:
    cards = []
    for name in ("lot", "anna", "bo"):
        cards.append(
            (name, (await place.say(place.everybody[name], f"Kaart {name}. " + "verhaal " * 400),), Share.NAME)
        )
    await turn(place, *cards)
    await place.delivery.once()  # the first part arrives as it should
    place.clock.advance(2)
    await killed_while_sending(place)
    await killed_while_sending(place)
    await place.live(600)
    said = place.in_group()
    copies = {text: said.count(text) for text in said}
    assert sorted(copies.values()) == [1, 1, 2]
    assert [name for name in ("lot", "anna", "bo") if any(f"Kaart {name}." in text for text in said)] == [
        "lot",
        "anna",
        "bo",
    ]
    assert place.aftermath.heard("sent") == ["reveal"]  # the talk goes on


async def test_a_last_part_killed_twice_does_not_leave_the_talk_standing(place: Office) -> None:
    await two_cards(place)
    await killed_while_sending(place)
    await killed_while_sending(place)
    await place.live(60)
    assert len(place.in_group()) == 2
    assert place.aftermath.heard("sent") == ["reveal"] and await place.state("reveal") == "sent"


async def test_nothing_comes_between_the_parts_of_a_block(place: Office) -> None:
    text = await place.say(place.everybody["lot"], "verhaal " * 1400)
    await turn(place, ("lot", (text,), Share.NAME))
    await place.delivery.once()
    await place.put(place.to_group, ui("titel"), "after")
    await place.live(60)
    assert place.in_group()[-1] == "De kaarten gaan om." and len(place.in_group()) == 5


async def test_someone_who_joins_halfway_stops_the_rest_of_the_block(place: Office) -> None:
    text = await place.say(place.everybody["lot"], "verhaal " * 1400)
    await turn(place, ("lot", (text,), Share.NAME))
    await place.delivery.once()
    await place.group.adds(await place.town.person("Nieuw"))
    await place.live(60)
    assert len(place.in_group()) == 1 and place.aftermath.grew == [6]


async def test_a_voice_is_never_shown_as_a_role(place: Office) -> None:
    await place.everybody["bo"].phone.voice()
    [voice] = list(place.town.world.files)
    bo, anna = place.everybody["bo"], place.everybody["anna"]
    spoken = await keep(place, bo, Form.VOICE, voice)
    await turn(place, ("anna", (await place.say(anna, "Hoi."),), Share.NAME), ("bo", (spoken,), Share.ROLE))
    await place.live(30)
    assert place.calls("sendVoice") == 0 and len(place.in_group()) == 1


async def test_a_photo_comes_after_the_text_with_the_words_under_it_in_the_text(place: Office) -> None:
    await place.everybody["lot"].phone.photo("Mijn tekening")
    file_id = next(iter(place.town.world.files))
    photo = await keep(
        place, place.everybody["lot"], Form.PHOTO, f'{{"file_id": "{file_id}", "caption": "Mijn <tekening>"}}'
    )
    await turn(place, ("lot", (photo,), Share.ROLE))
    await place.live(30)
    assert [bare(text) for text in place.in_group()] == [
        "De kaarten gaan om.\n\nLeerling\n(foto)\nMijn <tekening>",
        "Van leerling",
    ]


async def test_a_file_telegram_lost_does_not_keep_the_others_back(place: Office) -> None:
    lot, anna = place.everybody["lot"], place.everybody["anna"]
    await lot.phone.voice()
    good = next(iter(place.town.world.files))
    gone = await keep(place, lot, Form.VOICE, "lost")
    there = await keep(place, anna, Form.VOICE, good)
    await turn(place, ("lot", (gone,), Share.NAME), ("anna", (there,), Share.NAME))
    await place.live(60)
    assert bare(place.in_group()[-1]) == "Van Anna"
    assert place.aftermath.heard("sent") == ["reveal"]


async def test_a_permit_opens_only_these_words(place: Office) -> None:
    secret = await place.say(place.everybody["anna"], "geheim")
    await two_cards(place)
    await place.send_all()
    assert "geheim" not in "".join(place.in_group())
    with pytest.raises(words.Sealed):
        await place.do(lambda tx: words.read(tx, place.vault, secret, reader=words.Circle(place.circle)))


async def test_a_reveal_after_a_migration_goes_to_the_new_group(place: Office) -> None:
    new = await place.group.migrates()
    await two_cards(place)
    await place.live(30)
    assert len(place.town.from_bot(new)) == 1 and place.aftermath.grew == []
