"""The steps of a flow with one person: what is asked in private and answered at once."""

from flows.names import OptionId, StepId
from flows.problems import Code, did_you_mean
from flows.reach import AWAY, USUAL
from flows.source.entry import Entry
from flows.source.fields import Draft
from flows.source.timing import read_remind, read_times
from flows.steps import Step
from flows.steps.choose import ChooseStep
from flows.steps.when import WhenStep
from flows.steps.who import WhoStep
from flows.steps.write import MOST_ASKED, WriteStep

MOST_DAYS = 366
"""As far ahead as a day can be given."""


def read_choose(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    return ChooseStep(
        id=id,
        options=draft.options(id, entry),
        deadline=read_times(entry, "deadline"),
        remind=read_remind(entry),
        only=draft.hung_on(id, entry, "only"),
        next=draft.next(id, entry),
    )


def read_write(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    most, deadline = entry.number("most", MOST_ASKED), read_times(entry, "deadline")
    skip = entry.yes("skip")
    return WriteStep(id=id, most=most, deadline=deadline, skip=skip, next=draft.next(id, entry))


def read_when(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    return WhenStep(
        id=id,
        deadline=read_times(entry, "deadline"),
        past=entry.yes("past"),
        offer=_offer(entry),
        since=draft.earlier(id, entry, "since"),
        within=entry.number("within", MOST_DAYS) if "within" in entry else None,
        next=draft.next(id, entry),
    )


def read_who(id: StepId, entry: Entry, draft: Draft) -> Step:
    draft.text(id, entry)
    deadline, one, skip, everyone = read_times(entry, "deadline"), entry.yes("one"), entry.yes("skip"), entry.yes("all")
    more, besides, next = draft.more(id, entry), draft.besides(id, entry), draft.next(id, entry)
    return WhoStep(id=id, deadline=deadline, one=one, skip=skip, all=everyone, besides=besides, more=more, next=next)


def _offer(entry: Entry) -> tuple[OptionId, ...]:
    """The days on labels; the usual ones when the file names none."""
    offered = entry.texts("offer") if "offer" in entry else ()
    for day in offered:
        if day.text and day.text not in AWAY:
            what = f"'{day.text}' kan hier niet{did_you_mean(day.text, AWAY)}"
            entry.problem(day.at, Code.UNKNOWN_WORD, what)
    return tuple(OptionId(day.text) for day in offered) or USUAL
