"""Whatever became of an agreement, everybody's card of it reads as a whole and tells nobody what is not theirs."""

import logging
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.card import MOST_OF_STORY, card
from bot.desk import Desk
from bot.rendering import GAP, Reader, Renderer
from bot.storage import people, words
from bot.storage.database import Database, Tx
from bot.storage.people import Member
from bot.strings import Strings
from flows.agreements import Agreement, Change, Did, Kind, Noticed, Obstacle, Result, following
from flows.names import CircleId, Form, Language, MemberId, Role, WordsId
from tests.flows.test_agreements import ANNA, FRIDAY, HISTORIES, JOOST, NOOR, STRANGER, TODAY, Act, proposal, standing

STRINGS = Strings.load()
NAMES = {ANNA: "Anna", JOOST: "Joost", NOOR: "Noor", STRANGER: "Vera"}
SAID = {WordsId(1): "belt op vrijdag", WordsId(8): "appt", WordsId(9): "stuurt een kaart"}


def seat(tx: Tx, desk: Desk) -> dict[MemberId, Member]:
    """Four people and what they said, under the ids that the histories use."""

    def next_id(id: int) -> None:
        tx.change("UPDATE ids SET last = :last", last=id - 1)

    next_id(1)
    circle = people.ensure_circle(tx, -400)
    assert circle == CircleId(1)
    seated = {}
    for id, name in NAMES.items():
        next_id(100 + id)
        person = people.ensure_person(tx, 10 + id, "nl")
        next_id(id)
        seated[id] = people.add_member(
            tx, desk.vault, circle=circle, person=person, role=Role.PARENT, name=name, consent_version="1", at=10.0
        )
    for word, text in SAID.items():
        next_id(word)
        kept = words.store(tx, desk.vault, owner=JOOST, circle=circle, run=None, form=Form.TEXT, body=text, at=10.0)
        words.open_to_circle(tx, desk.vault, (kept,))
    return seated


def read(tx: Tx, desk: Desk, agreement: Agreement, reader: Member) -> list[str]:
    """The paragraphs of the card as this member reads them."""
    by = Renderer(desk.vault, STRINGS)
    eyes = Reader(language=Language("nl"), circle=reader.circle, member=reader.id)
    return [
        "\n".join(by.plain(tx, line, eyes) for line in ((block.head,) if block.head else ()) + block.lines)
        for block in card(tx, desk.vault, agreement, reader)
    ]


async def test_no_card_has_a_gap_whatever_people_did(
    database: Database, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    def look(tx: Tx) -> None:
        seated = seat(tx, desk)

        @given(st.sampled_from(Kind), HISTORIES)
        def holds(kind: Kind, history: list[tuple[Act, MemberId]]) -> None:
            agreement = replace(proposal(ANNA, JOOST), kind=kind, evaluate=FRIDAY, regie=NOOR, cue=WordsId(8))
            for act, owner in history:
                agreement = act(agreement, owner)
            for reader in seated.values():
                shown = read(tx, desk, agreement, reader)
                assert GAP not in "\n".join(shown), shown
                assert len(shown[-1].split("\n")) <= MOST_OF_STORY + 1

        holds()

    with caplog.at_level(logging.ERROR):
        await database.transact(look)
    assert caplog.records == []


async def test_every_line_a_story_can_have_reads_as_a_sentence_about_people(database: Database, desk: Desk) -> None:
    more = Change(on=TODAY, by=JOOST, did=Did.PROPOSED, day=FRIDAY, other=NOOR, result=Result.DONE,
                  obstacle=Obstacle.TIME, words=WordsId(8))  # fmt: skip
    story = tuple(replace(more, did=did, noticed=Noticed.YES if did is Did.NOTICED else None) for did in Did)
    agreement = replace(standing(JOOST), story=story)

    def look(tx: Tx) -> list[str]:
        return read(tx, desk, agreement, seat(tx, desk)[ANNA])

    told = (await database.transact(look))[-1].split("\n")[1:]
    assert len(told) == MOST_OF_STORY
    assert all(line.startswith("vrijdag 20 november: ") for line in told), told


async def test_others_read_what_someone_made_smaller_but_not_how_it_went_before_they_are_told(
    database: Database, desk: Desk
) -> None:
    agreement = following.make_smaller(standing(JOOST, NOOR), JOOST, WordsId(8), on=TODAY)
    agreement = following.snooze(agreement, JOOST, date(2026, 12, 11), on=TODAY)
    agreement = following.notice(agreement, JOOST, Noticed.YES, Noticed.LITTLE, by=NOOR, on=TODAY)

    def look(tx: Tx) -> dict[str, str]:
        return {NAMES[id]: "\n\n".join(read(tx, desk, agreement, reader)) for id, reader in seat(tx, desk).items()}

    cards = await database.transact(look)
    assert "Joost\u2069 doet een kleiner deel" in cards["Anna"] and "belt op vrijdag" in cards["Anna"]
    assert "doet een kleiner deel" not in cards["Joost"] and cards["Joost"].startswith("📌 \u2068appt")
    assert "11 december" in cards["Joost"] and "iets gemerkt door" in cards["Joost"]
    for other in ("Anna", "Noor", "Vera"):
        assert "11 december" not in cards[other] and "gemerkt" not in cards[other]
