"""A live meeting of a circle (bijeenkomst): prepared by whoever takes the lead, one talk, and a report to confirm."""

from collections.abc import Sequence

from bot import choosing
from bot.beginnings import begin_in_group
from bot.desk import Desk, Follow, Happening
from bot.meeting_boards import standing
from bot.storage import agreements, people, runs, words
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from flows.agreements import State
from flows.effects import Do
from flows.events import Known
from flows.line import Line, Lines, People, Quote, Value, Who, Word, ui
from flows.names import CircleId, FlowId, Role, StepId, TextKey

BOARD = FlowId("bijeenkomst-bord")
_KNOWN = ("waarvoor", "dag", "plaats", "erbij", "steun", "leidt", "schrijft")


def prepare(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """Everything was said: the group sees it on a board, in the place of an earlier one."""
    assert record.circle is not None
    about = {name: value for name in _KNOWN if (value := record.run.about.get(StepId(name))) is not None}
    said = [id for value in about.values() if isinstance(value, Quote) for id in value.words]
    words.open_to_circle(tx, desk.vault, said)
    how = Word(TextKey(f"ui/bijeenkomst-{record.run.kept[StepId('hoe')]}"))
    by = record.run.participants[0].member
    return begin_in_group(desk, tx, BOARD, record.circle, by, about={**about, "hoe": how})


def talk(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """It begins: one card, chosen as always."""
    by = record.run.about["door"]
    assert record.circle is not None and isinstance(by, Who)
    return choosing.begin(desk, tx, record.circle, by.member)


def confirm(desk: Desk, tx: Tx, record: RunRecord, effect: Do) -> Sequence[Follow]:
    """A pupil or parent read the report and says that it is right; also one who joined since the board was made."""
    assert record.circle is not None and effect.by is not None
    member = people.member(tx, effect.by)
    if member is None or member.role not in (Role.PUPIL, Role.PARENT):
        return ()
    said = record.run.about.get("klopt")
    before = said.members if isinstance(said, People) else ()
    about: dict[str, Value | None] = {"klopt": People((*before, effect.by))}
    return (Happening(record.run.id, Known(at=desk.at(tx, record.circle), about=about)),)


def below(desk: Desk, tx: Tx, circle: CircleId) -> Sequence[Follow]:
    """The board that is open as the newest message of the group."""
    event = Known(at=desk.at(tx, circle), about={}, below=True)
    return [Happening(run, event) for run in runs.open_in(tx, circle, flow=BOARD)]


def refresh(desk: Desk, tx: Tx, circle: CircleId) -> Sequence[Follow]:
    """What was agreed since it was prepared, on its open board."""
    renewed: list[Follow] = []
    for id in runs.open_in(tx, circle, flow=BOARD):
        record = runs.load(tx, desk.vault, id)
        made = [a for a in agreements.of(tx, desk.vault, circle) if a.id > id]
        about: dict[str, Value | None] = {
            "afgesproken": _lines(
                ui("bijeenkomst-afgesproken"),
                [standing(a) for a in made if a.state in (State.STANDING, State.FINISHED)],
            ),
            "wacht": _lines(ui("mdo-wacht"), [standing(a) for a in made if a.state is State.PROPOSED]),
        }
        if record is not None and any(record.run.about.get(name) != value for name, value in about.items()):
            renewed.append(Happening(id, Known(at=desk.at(tx, circle), about=about)))
    return renewed


def _lines(head: Line, lines: Sequence[Line]) -> Lines | None:
    return Lines((head, *lines)) if lines else None
