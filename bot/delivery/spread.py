"""What everybody picked, side by side: how often each point, and never whose."""

from collections.abc import Callable, Iterable

from bot.delivery.letters import RevealLetter
from bot.rendering import Reader, Renderer
from bot.storage import runs
from bot.storage.database import Tx
from flows import showing
from flows.cards import ENDS, keys_of
from flows.line import Line, ui
from flows.names import MemberId
from flows.run import Run
from flows.steps.ask import AskStep

ONE, NONE = "●", "·"
"""One answer, and no answer at all: dots are read as well in grey, and told apart by their number."""


def spread(tx: Tx, by: Renderer, letter: RevealLetter, reader: Reader) -> tuple[str, ...]:
    """The question, each point with its answers, and how to read them. What was picked is read from the sealed run."""
    record = runs.load(tx, by.vault, letter.run)
    assert record is not None and letter.of is not None, "what was picked is shown of a talk under way"
    step = runs.revision(tx, record.run.revision)[0].step(letter.of)
    assert isinstance(step, AskStep)
    members = (card.member for card in letter.cards)
    return side_by_side(record.run, step, members, lambda line: by.html(tx, line, reader))


def side_by_side(run: Run, step: AskStep, members: Iterable[MemberId], say: Callable[[Line], str]) -> tuple[str, ...]:
    """What these members picked, in the words of whoever reads it."""
    picked = showing.spread(run, step.id, members)
    points = {option: say(run.line(f"{step.id}.{option}")) for option in step.options}
    asked = [say(run.line(key)) for key in keys_of(step.slot)]
    ends = [say(run.line(end)) for end in ENDS.get(step.slot, ())]
    means = [f"{points[at]} = {end}" for at, end in zip((step.options[0], step.options[-1]), ends, strict=False)]
    dots = [f"<b>{said}</b>  {ONE * picked.get(option, 0) or NONE}" for option, said in points.items()]
    question = f"<i>{asked[0]}</i>" if len(asked) == 1 else ""  # worded for each role: who reads knows their own
    return tuple(part for part in (question, "\n".join(means), "\n".join(dots), say(ui("elke-stip"))) if part)
