"""How a talk is chosen: which format is proposed and why, for every circle; and what the checker asks of the flow."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.checks import check
from flows.line import Count, Quote, Value, Word
from flows.names import OptionId, Role, StepId, TextKey, WordsId
from flows.proposing import (
    AT_TABLE,
    FLIP,
    FORMATS,
    OF_TEAM,
    Mood,
    Proposal,
    Reason,
    Situation,
    Time,
    fitting,
    propose,
)
from flows.source import compilable, read
from tests.chat import Chat
from tests.flows.people import ANNA, JOOST
from tests.flows.test_source import flow, good, whole

ALL = FORMATS
CHOOSING = """
  - pick: stapel
    deadline: 1 dag
    text: Waarover?
    options:
      klein: Klein
    next: {tijd-om: einde}
  - pick: kaart
    options: kaarten
    of: stapel
    deadline: 1 dag
    text: Welke kaart?
    next: {tijd-om: einde}
  - pick: tempo
    deadline: 1 dag
    text: Hoeveel tijd?
    options:
      nu: Nu
      verspreid: Later
    next: {tijd-om: einde}
  - propose: voorstel
    time: tempo
    mood: stemming
    reasons:
REASONS
    formats:
FORMATS
  - pick: beginnen
    deadline: 1 dag
    text: "{voorstel}, want {reden}. {werkvormen}"
    options:
      begin: Beginnen
      stemming: Hoe is het?
      anders: Anders
    next: {begin: starten, anders: werkvorm, tijd-om: einde}
  - pick: stemming
    deadline: 1 dag
    text: Hoe is het?
    options:
      gespannen: Gespannen
    next: {gespannen: voorstel, tijd-om: einde}
  - pick: werkvorm
    options: werkvormen
    deadline: 1 dag
    text: Welke werkvorm?
    next: {tijd-om: einde}
  - do: starten
    deed: gesprek-beginnen
""".replace("REASONS", "\n".join(f"      {reason}: dat past" for reason in Reason)).replace(
    "FORMATS", "\n".join(f"      {format}: zo gaat dat" for format in FORMATS)
)


def choosing(old: str = "", new: str = "") -> dict[str, str]:
    """The smallest flow that chooses; with one thing said otherwise."""
    assert old in CHOOSING
    return good(flows__kiezen=flow(CHOOSING.replace(old, new) if old else CHOOSING, "kiezen", "groep"))


def codes(files: dict[str, str]) -> list[str]:
    content, problems = read(files)
    return [str(problem.code) for problem in sorted((*problems, *check(content)))]


def best(time: Time, *, offered: tuple[OptionId, ...] = ALL, **more) -> tuple[str, str]:
    proposal = propose(Situation(time=time, **more), offered)
    return proposal.format, proposal.reason


def test_an_ordinary_talk_over_days_turns_cards_so_that_everybody_can_think_first() -> None:
    assert best(Time.SPREAD) == ("kaarten-omdraaien", "rustig")


def test_a_parent_and_a_mentor_with_five_minutes_get_a_round() -> None:
    assert best(Time.NOW) == ("rondje", "klein")


def test_with_more_people_a_short_talk_is_a_round_and_with_many_a_number_each() -> None:
    assert best(Time.NOW, people=5) == ("rondje", "kort")
    assert best(Time.NOW, people=8) == ("schaal", "velen")


def test_a_topic_of_the_plate_gets_its_five_questions_when_there_is_time() -> None:
    assert best(Time.SPREAD, plate=True) == ("vijf-vragen", "onderwerp")
    assert best(Time.TABLE, plate=True) == ("vijf-vragen", "onderwerp")
    assert best(Time.NOW, plate=True)[0] == "rondje"


@pytest.mark.parametrize("time", (Time.SPREAD, Time.NOW))
def test_when_it_is_tense_people_first_look_at_what_did_work(time: Time) -> None:
    assert best(time, mood=Mood.TENSE, plate=True) == ("mooi-moment", "gespannen")


def test_a_circle_that_never_talked_gets_to_know_each_other_first() -> None:
    assert best(Time.SPREAD, first=True) == ("mooi-moment", "nieuw")
    assert best(Time.NOW, mood=Mood.NEW, offered=(FLIP, OptionId("de-lijn"))) == ("de-lijn", "nieuw")


def test_around_one_phone_only_what_is_said_aloud_is_proposed() -> None:
    assert best(Time.TABLE, mood=Mood.TENSE) == ("rondje", "aan-tafel")
    assert set(fitting(Situation(time=Time.TABLE), ALL)) == set(AT_TABLE)


def test_a_team_gets_the_talk_of_a_team_and_a_guest_is_asked_to_tell() -> None:
    assert best(Time.SPREAD, team=True) == ("team", "team")
    assert best(Time.NOW, team=True, guest=True) == ("ervaring-aan-tafel", "gast")
    assert "ervaring-aan-tafel" not in fitting(Situation(time=Time.SPREAD, team=True), ALL)
    assert fitting(Situation(time=Time.SPREAD, team=True), (FLIP,)) == (FLIP,)


situations = st.builds(
    Situation,
    time=st.sampled_from(Time),
    mood=st.sampled_from(Mood),
    people=st.integers(2, 12),
    first=st.booleans(),
    plate=st.booleans(),
    team=st.booleans(),
    guest=st.booleans(),
)


@given(situations, st.sets(st.sampled_from(FORMATS)))
def test_only_what_there_is_and_fits_is_ever_proposed(situation: Situation, more: set[OptionId]) -> None:
    offered = tuple(f for f in FORMATS if f in more | {FLIP})
    proposal, fits = propose(situation, offered), fitting(situation, offered)
    assert proposal.format in (*fits, FLIP) and proposal.format in offered
    assert fits, "there is always something to take instead"
    assert situation.team or not set(fits) & set(OF_TEAM)


def test_every_reason_is_given_in_some_situation() -> None:
    given_reasons = {
        propose(Situation(time=t, mood=m, people=n, plate=p, team=team, guest=guest), ALL).reason
        for t, m, n, p, team, guest in product(Time, Mood, (2, 5, 9), (False, True), (False, True), (False, True))
    }
    assert given_reasons == set(Reason)
    assert propose(Situation(time=Time.SPREAD), ()) == Proposal(FLIP, Reason.CALM)


# ------------------------------------------------------------ in the flow


def test_only_the_cards_of_the_deck_that_was_picked_are_offered() -> None:
    chat = Chat("kiezen", ANNA, JOOST)
    chat.people[0].taps("Acht principes")
    assert len(chat.buttons) == 8
    assert "Zie vooral het kind, niet alleen het probleem" in chat.buttons.values()


def test_a_first_talk_can_begin_in_three_taps() -> None:
    chat = Chat("kiezen", ANNA, JOOST, about={"eerste": Word(TextKey("kaart.investeer-in-de-relatie"))})
    for button in ("Investeer in de relatie", "Nu, kort", "Zo beginnen we"):
        chat.people[0].taps(button)
    assert chat.over
    assert chat.run.about["kaart"] == Word(TextKey("kaart.investeer-in-de-relatie"))


def test_a_card_that_was_chosen_before_needs_only_a_time() -> None:
    chat = Chat("kiezen", ANNA, JOOST, about={"kaart": Word(TextKey("kaart.neem-mij-serieus"))})
    assert chat.run.at == "tempo"
    assert "Neem mij serieus" in chat.board


def test_a_topic_of_the_plate_is_one_whether_it_was_picked_or_stood_on_the_list() -> None:
    for card in (Word(TextKey("kaart.sta-dichtbij")), Quote((WordsId(1),))):
        chat = chosen_before(card)
        chat.people[0].taps("Verspreid")
        assert chat.run.kept[StepId("voorstel")] == "vijf-vragen"


def chosen_before(card: Value) -> Chat:
    return Chat("kiezen", ANNA, JOOST, about={"kaart": card}, before=("De eerste week",))


def test_a_team_with_a_guest_is_proposed_something_else_than_a_family() -> None:
    guest = ("Fatma", Role.SUPPORTER)
    chat = Chat("kiezen", JOOST, guest, about={"team": Count(1)})
    for button in ("Acht principes", "Neem mij", "Nu, kort"):
        chat.people[0].taps(button)
    assert chat.run.kept[StepId("voorstel")] in ("kaarten-omdraaien", "ervaring-aan-tafel")


# ------------------------------------------------------------ what an editor is told


def test_the_smallest_flow_that_chooses_is_right() -> None:
    assert codes(choosing()) == []


def test_the_titles_of_formats_are_not_translated_twice() -> None:
    content = whole(choosing())
    own = content.flows["flows/kiezen.yaml"].own_texts
    assert TextKey("werkvorm.praten") not in own and TextKey("voorstel.praten") not in own
    assert TextKey("voorstel.over.rondje") in own and TextKey("voorstel.reden.kort") in own
    said = compilable(content)[content.flows["flows/kiezen.yaml"].flow.id]().texts
    assert said.get(next(iter(said.by_language)), TextKey("werkvorm.praten")) == "Praten"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    (
        ("of: stapel", "of: stapels", "PM012"),
        ("time: tempo", "time: beginnen", "PM013"),
        ("mood: stemming", "mood: stemmingen", "PM012"),
        ("      verspreid: Later", "      later: Later", "PM013"),
        ("    options:\n      klein: Klein", "    options:\n      klein: Klein\n    gives: {klein: zo}", "PM013"),
    ),
)
def test_what_a_step_takes_from_another_has_to_be_there(old: str, new: str, code: str) -> None:
    assert code in codes(choosing(old, new))


def test_formats_can_be_picked_only_after_a_proposal() -> None:
    steps = """
  - pick: werkvorm
    options: werkvormen
    deadline: 1 dag
    text: Welke werkvorm?
    next: {tijd-om: einde}
"""
    assert codes(good(flows__kiezen=flow(steps, "kiezen", "groep"))) == ["PM037"]
