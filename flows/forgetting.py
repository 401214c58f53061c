"""Which words a run lets go of, because nobody has a use for them any more."""

from flows.effects import TAKES_WORDS, Effect, Erase
from flows.flow import Flow
from flows.line import Quote
from flows.moments import AskMoment, OpeningMoment, ReactMoment, WriteMoment
from flows.names import MemberId, WordsId
from flows.run import Run
from flows.steps import Step
from flows.steps.do import DoStep
from flows.steps.write import WriteStep


def of_one(run: Run, member: MemberId) -> tuple[Effect, ...]:
    """What this member wrote and was not turned yet (docs/explanation/rules.md)."""
    given = (answers[member].words for answers in run.answers.values() if member in answers)
    return _erased(*(word for words in given for word in words), *_begun(run, member))


def never_handed_over(flow: Flow, run: Run) -> tuple[Effect, ...]:
    """What somebody wrote for a record that was never made: nobody has a use for it any more."""
    if _handed_over(flow, run):
        return ()
    written = [run.about.get(s.id) for s in flow.steps if isinstance(s, WriteStep)]
    begun = (run.moment.words,) if isinstance(run.moment, WriteMoment) and run.moment.words is not None else ()
    return _erased(*(w for value in written if isinstance(value, Quote) for w in value.words), *begun)


def written_anew(flow: Flow, step: Step, before: Run, after: Run) -> tuple[Effect, ...]:
    """What stood here already, when they came back to this step and wrote it once more."""
    written = before.about.get(step.id)
    anew = isinstance(step, WriteStep) and after.about.get(step.id) != written and not _handed_over(flow, before)
    return _erased(*written.words) if anew and isinstance(written, Quote) else ()


def _begun(run: Run, by: MemberId) -> tuple[WordsId, ...]:
    """What this member wrote for the step the run stands at, and nobody else has seen."""
    match run.moment:
        case AskMoment(writers=writers) | ReactMoment(writers=writers) if by in writers:
            return writers[by].words
        case OpeningMoment(by=opener, words=words) if opener == by and words is not None:
            return (words,)
        case _:
            return ()


def _handed_over(flow: Flow, run: Run) -> bool:
    return any(isinstance(s, DoStep) and s.deed in TAKES_WORDS and s.id in run.kept for s in flow.steps)


def _erased(*words: WordsId) -> tuple[Effect, ...]:
    return (Erase(words=words),) if words else ()
