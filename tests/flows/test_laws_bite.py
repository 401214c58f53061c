"""The laws bite: each cheat that is built into the engine here is found by playing at random."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from flows import alone, answering, chairs, codec, dealing, engine, showing
from flows.answering import Heard
from flows.answers import Answers
from flows.asking import Own
from flows.effects import Board, Effect, Reason, Tell, Withhold
from flows.events import AudienceGrew, Event, Fired, Joined, Left, Pressed, Purpose, Said
from flows.line import Quote, Word
from flows.moments import AskMoment, DiscussMoment, Moment, OpeningMoment, Reacting, RevealMoment, RoundMoment
from flows.names import MemberId, OptionId, Pace, Share, StepId, TextKey
from flows.run import Answer, Run
from flows.steps import ask, discuss, opening, reveal, round
from flows.steps.ask import AskStep
from flows.steps.discuss import DiscussStep
from flows.steps.opening import OpeningStep
from flows.steps.reveal import RevealStep
from flows.steps.round import RoundStep
from flows.turn import Turn, silent, stay
from tests.flows import test_laws as laws

pytestmark = pytest.mark.law


class Cheat(Protocol):
    """Builds one dishonesty into the engine."""

    __name__: str

    def __call__(self, engine_: pytest.MonkeyPatch, /) -> None: ...


QUICK = settings(
    max_examples=600,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)
asked, turning, turn_taking = ask.on, reveal.on, round.on


def cards_only_for_their_writer_are_turned(engine_: pytest.MonkeyPatch) -> None:
    def all_of_them(run: Run, of: StepId) -> dict[MemberId, Answer]:
        answers = run.answers.get(of, {})
        return {p.member: answers[p.member] for p in run.in_order() if p.here and p.member in answers}

    engine_.setattr(Run, "shared", all_of_them)


def the_board_quotes_what_someone_wrote(engine_: pytest.MonkeyPatch) -> None:
    honest = Answers.board

    def gossiping(work: Answers, moment: AskMoment) -> Board:
        board, words = honest(work, moment), tuple(w for x in moment.writers.values() for w in x.words)
        return replace(board, lines=(*board.lines, work.run.ui("bewaard", tekst=Quote(words)))) if words else board

    engine_.setattr(Answers, "board", gossiping)


def who_began_the_talk_reads_along(engine_: pytest.MonkeyPatch) -> None:
    def leaking(step: AskStep, moment: AskMoment, run: Run, event: Event) -> Turn:
        turn = asked(step, moment, run, event)
        if not isinstance(event, Said) or turn.run == run:
            return turn
        line = run.ui("bewaard", tekst=Quote((event.words,)))
        assert run.starter is not None
        return replace(turn, effects=(*turn.effects, Tell(to=run.starter, line=line)))

    engine_.setattr(ask, "on", leaking)


def a_lone_card_is_turned_unasked(engine_: pytest.MonkeyPatch) -> None:
    engine_.setattr(showing, "AT_LEAST", 1)


def people_react_to_their_own_card(engine_: pytest.MonkeyPatch) -> None:
    def own(run: Run, cards: Mapping[MemberId, Answer]) -> dict[MemberId, Reacting]:
        return {member: Reacting(card=member) for member in cards}

    engine_.setattr(dealing, "deal", own)


def an_opening_is_shown_before_it_is_shared(engine_: pytest.MonkeyPatch) -> None:
    honest = opening.on

    def eager(step: OpeningStep, moment: OpeningMoment, run: Run, event: Event) -> Turn:
        turn = honest(step, moment, run, event)
        if isinstance(event, Said) and turn.run != run:
            shown = Board(lines=(run.ui("opening-delen", tekst=Quote((event.words,))),))
            return replace(turn, effects=(*turn.effects, shown))
        return turn

    engine_.setattr(opening, "on", eager)


def everything_is_shared_by_name(engine_: pytest.MonkeyPatch) -> None:
    honest = answering._shared

    def by_name(own: Own, option: str) -> Heard:
        writer, effects = honest(own, OptionId(option))
        return (replace(writer, share=Share.NAME) if writer.finished else writer), effects

    engine_.setattr(answering, "_shared", by_name)


def who_starts_over_keeps_the_old_words(engine_: pytest.MonkeyPatch) -> None:
    honest = answering._started_over

    def hoarding(own: Own) -> Heard:
        fresh, effects = honest(own)
        return replace(fresh, words=own.writer.words, share=own.writer.share), effects

    engine_.setattr(answering, "_started_over", hoarding)


def on_reveal(engine_: pytest.MonkeyPatch, cheat: Callable[[RevealStep, RevealMoment, Run, Event], Turn]) -> None:
    engine_.setattr(reveal, "on", cheat)


def a_growing_group_is_ignored(engine_: pytest.MonkeyPatch) -> None:
    def deaf(step: RevealStep, moment: RevealMoment, run: Run, event: Event) -> Turn:
        if isinstance(event, AudienceGrew):
            return reveal._turn(step, run, replace(moment, told=event.count))
        return turning(step, moment, run, event)

    on_reveal(engine_, deaf)


def an_old_yes_counts_for_a_larger_group(engine_: pytest.MonkeyPatch) -> None:
    def greedy(step: RevealStep, moment: RevealMoment, run: Run, event: Event) -> Turn:
        if isinstance(event, Pressed):
            event = replace(event, question=showing.question(run, moment))
        return turning(step, moment, run, event)

    on_reveal(engine_, greedy)


def cards_that_wait_are_not_held_back(engine_: pytest.MonkeyPatch) -> None:
    def forgetful(step: RevealStep, moment: RevealMoment, run: Run, event: Event) -> Turn:
        turn = turning(step, moment, run, event)
        return replace(turn, effects=tuple(e for e in turn.effects if not isinstance(e, Withhold)))

    on_reveal(engine_, forgetful)


def the_card_of_who_leaves_is_turned(engine_: pytest.MonkeyPatch) -> None:
    def stubborn(step: RevealStep, moment: RevealMoment, run: Run, event: Event) -> Turn:
        return silent(run) if isinstance(event, Left) else turning(step, moment, run, event)

    on_reveal(engine_, stubborn)


def a_no_changes_something(engine_: pytest.MonkeyPatch) -> None:
    honest = answering._no

    def counting(own: Own, reason: Reason) -> Heard:
        writer, effects = honest(own, reason)
        return replace(writer, size=writer.size + 1), effects

    engine_.setattr(answering, "_no", counting)


def the_words_of_a_stranger_are_kept(engine_: pytest.MonkeyPatch) -> None:
    def curious(step: AskStep, moment: AskMoment, run: Run, event: Event) -> Turn:
        turn = asked(step, moment, run, event)
        if isinstance(event, Said) and event.by not in moment.writers:
            kept = Answer(words=(event.words,), share=Share.ME)
            return replace(turn, run=replace(run, answers={**run.answers, StepId("x"): {event.by: kept}}))
        return turn

    engine_.setattr(ask, "on", curious)


def a_late_joiner_is_not_asked(engine_: pytest.MonkeyPatch) -> None:
    def closed(step: AskStep, moment: AskMoment, run: Run, event: Event) -> Turn:
        return stay(run, moment) if isinstance(event, Joined) else asked(step, moment, run, event)

    engine_.setattr(ask, "on", closed)


def questions_stay_open_when_time_is_up(engine_: pytest.MonkeyPatch) -> None:
    def nothing(run: Run, moment: AskMoment) -> tuple[Effect, ...]:
        return ()

    engine_.setattr(alone, "closing", nothing)


def the_bot_never_moves_on_by_itself(engine_: pytest.MonkeyPatch) -> None:
    honest = discuss.on

    def endless(step: DiscussStep, moment: Moment, run: Run, event: Event) -> Turn:
        if isinstance(event, Fired) and event.purpose is Purpose.LAST:
            return silent(run)
        assert isinstance(moment, DiscussMoment)
        return honest(step, moment, run, event)

    engine_.setattr(discuss, "on", endless)


def who_speaks_hears_nothing(engine_: pytest.MonkeyPatch) -> None:
    engine_.setattr(engine, "_sign_of_life", lambda run, event: ())


def a_restart_forgets_the_pace(engine_: pytest.MonkeyPatch) -> None:
    honest = codec.decode_run

    def forgetful(text: str) -> Run:
        return replace(honest(text), pace=Pace.SPREAD)

    engine_.setattr(codec, "decode_run", forgetful)


def the_turn_of_who_leaves_is_waited_for(engine_: pytest.MonkeyPatch) -> None:
    def stubborn(step: RoundStep, moment: RoundMoment, run: Run, event: Event) -> Turn:
        return silent(run) if isinstance(event, Left) else turn_taking(step, moment, run, event)

    engine_.setattr(round, "on", stubborn)


def who_joins_in_mid_round_only_listens(engine_: pytest.MonkeyPatch) -> None:
    def closed(step: RoundStep, moment: RoundMoment, run: Run, event: Event) -> Turn:
        return stay(run, moment) if isinstance(event, Joined) else turn_taking(step, moment, run, event)

    engine_.setattr(round, "on", closed)


def a_round_waits_for_ever(engine_: pytest.MonkeyPatch) -> None:
    def endless(step: RoundStep, moment: RoundMoment, run: Run, event: Event) -> Turn:
        last = isinstance(event, Fired) and event.purpose is Purpose.LAST
        return silent(run) if last else turn_taking(step, moment, run, event)

    engine_.setattr(round, "on", endless)


ROUNDS: tuple[tuple[Cheat, str], ...] = (
    (the_turn_of_who_leaves_is_waited_for, "someone who went is waited for"),
    (who_joins_in_mid_round_only_listens, "someone gets no turn"),
    (a_round_waits_for_ever, "Status.OPEN"),
)

CHEATS: tuple[tuple[Cheat, str, str], ...] = (
    (cards_only_for_their_writer_are_turned, "shared each their own way", "only for its writer"),
    (the_board_quotes_what_someone_wrote, "at the question", "the board shows somebody's words"),
    (who_began_the_talk_reads_along, "at the question", "someone reads what is not theirs"),
    (a_lone_card_is_turned_unasked, "all but one skipped", "without its writer's tap"),
    (people_react_to_their_own_card, "reacting", "someone reacts to their own card"),
    (an_opening_is_shown_before_it_is_shared, "opening", "the board shows somebody's words"),
    (everything_is_shared_by_name, "choosing how to share", "kept otherwise than its writer chose"),
    (who_starts_over_keeps_the_old_words, "choosing how to share", "erased words are still held"),
    (a_growing_group_is_ignored, "everyone shared", "without its writer's tap"),
    (an_old_yes_counts_for_a_larger_group, "asked twice", "a keyboard from before still works"),
    (cards_that_wait_are_not_held_back, "everyone shared", "cards wait to be turned"),
    (the_card_of_who_leaves_is_turned, "everyone shared", "someone who (went|left)"),
    (a_no_changes_something, "at the question", "a refused event changed something"),
    (the_words_of_a_stranger_are_kept, "at the question", "a refused event changed something"),
    (a_late_joiner_is_not_asked, "at the question", "someone is forgotten"),
    (questions_stay_open_when_time_is_up, "at the question", "still asked what is over"),
    (the_bot_never_moves_on_by_itself, "talking", "Status.OPEN"),
    (who_speaks_hears_nothing, "talking", "heard nothing"),
    (a_restart_forgets_the_pace, "at the question", "not read back"),
)


def who_picked_hears_what_it_was(engine_: pytest.MonkeyPatch) -> None:
    honest = answering._picked

    def telling(own: Own, option: OptionId) -> Heard:
        writer, effects = honest(own, option)
        said = own.run.ui("bewaard", wat=Word(TextKey(f"cijfer.{option}")))
        return writer, (*effects, Tell(to=own.participant.member, line=said))

    engine_.setattr(answering, "_picked", telling)


def everyone_keeps_their_own_chair(engine_: pytest.MonkeyPatch) -> None:
    def sitting(run: Run, of: StepId) -> Mapping[MemberId, MemberId]:
        return {member: member for member in run.shared(of)}

    engine_.setattr(chairs, "appointed", sitting)


def a_thought_stays_when_the_card_above_it_goes(engine_: pytest.MonkeyPatch) -> None:
    honest = showing.Cards.shown

    def loose(cards: showing.Cards, moment: RevealMoment) -> tuple[tuple[MemberId, Answer], ...]:
        shown = honest(cards, moment)
        given = cards.run.shared(cards.beneath) if cards.beneath is not None else {}
        return (*shown, *((m, a) for m, a in given.items() if a.chair not in moment.cards))

    engine_.setattr(showing.Cards, "shown", loose)


OTHER_CHEATS: tuple[tuple[Cheat, str, str, str], ...] = (
    (who_picked_hears_what_it_was, laws.SCALE, "at the question", "leaves the run"),
    (everyone_keeps_their_own_chair, laws.CHAIRS, "shared each their own way", "their own chair"),
    (a_thought_stays_when_the_card_above_it_goes, laws.CHAIRS, "asked again", "whose own card stays shut"),
)


def named(value: Cheat | str) -> str:
    return "" if isinstance(value, str) else value.__name__.replace("_", " ")


@pytest.mark.parametrize(("cheat", "beginning", "found"), CHEATS, ids=named)
def test_playing_at_random_finds_that(
    cheat: Cheat, beginning: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cheat(monkeypatch)
    with pytest.raises(AssertionError, match=found):
        playing(laws.TALK, beginning)


@pytest.mark.parametrize(("cheat", "talk", "beginning", "found"), OTHER_CHEATS, ids=named)
def test_playing_other_talks_at_random_finds_that(
    cheat: Cheat, talk: str, beginning: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cheat(monkeypatch)
    with pytest.raises(AssertionError, match=found):
        playing(talk, beginning)


def playing(talk: str, beginning: str) -> None:
    @QUICK
    @given(laws.moves)
    def play(history: list[laws.Move]) -> None:
        chat = laws.Watched(beginning, Pace.NOW, talk)
        laws.play(chat, history)
        laws.ends(chat)

    play()


@pytest.mark.parametrize(("cheat", "found"), ROUNDS, ids=named)
def test_playing_a_round_at_random_finds_that(cheat: Cheat, found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cheat(monkeypatch)
    with pytest.raises(AssertionError, match=found):
        playing(laws.LIVE[0], "at the question")
