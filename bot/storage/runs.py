"""Dialogues under way, the revisions they were promised, and their one message in the group."""

from dataclasses import dataclass

from bot.keys import INTAKE, KeyOf, Vault, of_circle
from bot.storage.database import Row, Tx
from flows import codec
from flows.flow import Flow, Origin, Setting
from flows.names import AgreementId, CircleId, FlowId, MeetingId, PersonId, Revision, RunId
from flows.run import Run, Status
from flows.texts import Texts


@dataclass(frozen=True, kw_only=True)
class RunRecord:
    """A run with where it belongs. `parent`: the run a private one came out of. `person`: whose private run."""

    run: Run
    circle: CircleId | None
    setting: Setting
    origin: Origin
    agreement: AgreementId | None
    parent: RunId | None
    person: PersonId | None
    meeting: MeetingId | None = None

    @property
    def open(self) -> bool:
        """Whether anything can still happen in it."""
        return self.run.status in (Status.NEW, Status.OPEN)


class Outrun(Exception):
    """Someone else saved this record since it was read; try again."""


def keep_revision(tx: Tx, hash: Revision, body: str) -> None:
    """Store the compiled flow once, however many runs were promised it."""
    tx.change(
        "INSERT INTO revisions (hash, body) VALUES (:hash, :body) ON CONFLICT (hash) DO NOTHING",
        hash=hash,
        body=body,
    )


_compiled: dict[str, tuple[Flow, Texts]] = {}  # revisions never change: a hash is read and parsed once


def revision(tx: Tx, hash: str) -> tuple[Flow, Texts]:
    """The flow and the texts behind a hash."""
    if hash not in _compiled:
        row = tx.one("SELECT body FROM revisions WHERE hash = :hash", hash=hash)
        assert row is not None, "a run without its revision"
        _compiled[hash] = codec.decode_revision(row["body"])
    return _compiled[hash]


def add(tx: Tx, vault: Vault, record: RunRecord, *, at: float) -> None:
    """A new run."""
    run = record.run
    tx.change(
        """INSERT INTO runs (id, circle, flow, revision, setting, origin, pace, agreement, parent, person, meeting,
                             state, version, at, sealed_run)
           VALUES (:id, :circle, :flow, :revision, :setting, :origin, :pace, :agreement, :parent, :person,
                   :meeting, 'open', :version, :at, :sealed)""",
        id=run.id,
        circle=record.circle,
        flow=run.flow,
        revision=run.revision,
        setting=record.setting,
        origin=record.origin,
        pace=run.pace,
        agreement=record.agreement,
        parent=record.parent,
        person=record.person,
        meeting=record.meeting,
        version=run.version,
        at=at,
        sealed=_seal(tx, vault, record, run),
    )


def load(tx: Tx, vault: Vault, id: RunId) -> RunRecord | None:
    """A run by its id."""
    row = tx.one("SELECT * FROM runs WHERE id = :id", id=id)
    return _record(tx, vault, row) if row is not None else None


def save(tx: Tx, vault: Vault, record: RunRecord, *, seen: int, at: float) -> None:
    """Save what became of a run. Raises Outrun when it is no longer at the version that was `seen`."""
    run = record.run
    state = {Status.DONE: "done", Status.STOPPED: "stopped"}.get(run.status, "open")
    changed = tx.change(
        """UPDATE runs SET state = :state, rests = :rests, version = :version, at = :at, sealed_run = :sealed
           WHERE id = :id AND version = :seen""",
        state=state,
        rests=int(run.status is Status.RESTING),
        version=run.version,
        at=at,
        sealed=_seal(tx, vault, record, run),
        id=run.id,
        seen=seen,
    )
    if changed != 1:
        raise Outrun


def open_talk(tx: Tx, circle: CircleId) -> RunId | None:
    """The one open talk of a circle."""
    row = tx.one(
        "SELECT id FROM runs WHERE circle = :circle AND state = 'open' AND setting = 'gesprek' AND rests = 0",
        circle=circle,
    )
    return RunId(row["id"]) if row is not None else None


def resting_talk(tx: Tx, circle: CircleId) -> RunId | None:
    """Of the talks of a circle that rest, the one that came to rest last."""
    row = tx.one(
        "SELECT id FROM runs WHERE circle = :circle AND state = 'open' AND rests = 1 ORDER BY at DESC, id DESC",
        circle=circle,
    )
    return RunId(row["id"]) if row is not None else None


def talk_after(tx: Tx, circle: CircleId, run: RunId) -> RunId | None:
    """The talk of a circle that this dialogue was begun just before; None when it is over."""
    row = tx.one(
        """SELECT id, state FROM runs WHERE circle = :circle AND setting = 'gesprek' AND id > :run
           ORDER BY id LIMIT 1""",
        circle=circle,
        run=run,
    )
    return RunId(row["id"]) if row is not None and row["state"] == "open" else None


def rests(tx: Tx, run: RunId) -> bool:
    """Whether this talk rests and can be taken up again."""
    return tx.one("SELECT 1 FROM runs WHERE id = :id AND state = 'open' AND rests = 1", id=run) is not None


def end_long_rest(tx: Tx, before: float) -> None:
    """Talks that rest since before this moment are over: nothing waits for them any more."""
    long = "SELECT id FROM runs WHERE state = 'open' AND rests = 1 AND at < :before"
    tx.change(f"DELETE FROM timers WHERE run IN ({long})", before=before)
    tx.change("UPDATE runs SET state = 'stopped' WHERE state = 'open' AND rests = 1 AND at < :before", before=before)


def ever_talked(tx: Tx, circle: CircleId) -> bool:
    """Whether this circle had a talk, as far back as we remember."""
    return tx.one("SELECT 1 FROM runs WHERE circle = :circle AND setting = 'gesprek'", circle=circle) is not None


def last_talk(tx: Tx, circle: CircleId) -> RunId | None:
    """The talk of a circle that ended last."""
    row = tx.one(
        "SELECT id FROM runs WHERE circle = :c AND state <> 'open' AND setting = 'gesprek' ORDER BY at DESC, id DESC",
        c=circle,
    )
    return RunId(row["id"]) if row is not None else None


def circle_of(tx: Tx, run: RunId) -> CircleId | None:
    """The circle a run belongs to."""
    row = tx.one("SELECT circle FROM runs WHERE id = :id", id=run)
    return CircleId(row["circle"]) if row is not None and row["circle"] is not None else None


def about(tx: Tx, agreement: AgreementId) -> list[RunId]:
    """Open runs about one agreement."""
    rows = tx.run("SELECT id FROM runs WHERE agreement = :a AND state = 'open' ORDER BY id", a=agreement)
    return [RunId(r["id"]) for r in rows]


def open_in(tx: Tx, circle: CircleId, *, flow: FlowId | None = None) -> list[RunId]:
    """All open runs of a circle, oldest first; of one flow when given."""
    rows = tx.run(
        """SELECT id FROM runs WHERE circle = :circle AND state = 'open' AND (:flow IS NULL OR flow = :flow)
           ORDER BY id""",
        circle=circle,
        flow=flow,
    )
    return [RunId(r["id"]) for r in rows]


def open_of(tx: Tx, person: PersonId, *, flow: FlowId | None = None, circle: CircleId | None = None) -> list[RunId]:
    """Open private runs of one person, newest first; of one flow or circle when given."""
    rows = tx.run(
        """SELECT id FROM runs WHERE person = :person AND state = 'open'
           AND (:flow IS NULL OR flow = :flow) AND (:circle IS NULL OR circle = :circle) ORDER BY id DESC""",
        person=person,
        flow=flow,
        circle=circle,
    )
    return [RunId(r["id"]) for r in rows]


@dataclass(frozen=True)
class BoardPlace:
    """Where a run's board stands now and how often a fresh one was started."""

    generation: int
    chat_id: int | None
    message_id: int | None
    body: str


def set_board(tx: Tx, run: RunId, circle: CircleId, body: str, *, fresh: bool) -> BoardPlace | None:
    """What the board says from now on. For a fresh one: where the old one stands, so that its buttons can go."""
    old = tx.one("SELECT generation, chat_id, message_id, body FROM boards WHERE run = :run", run=run)
    if old is None:
        tx.change(
            "INSERT INTO boards (run, circle, body) VALUES (:run, :circle, :body)",
            run=run,
            circle=circle,
            body=body,
        )
        return None
    if not fresh:
        tx.change("UPDATE boards SET body = :body WHERE run = :run", body=body, run=run)
        return None
    tx.change(
        """UPDATE boards SET body = :body, generation = generation + 1, chat_id = NULL, message_id = NULL, shown = NULL
           WHERE run = :run""",
        body=body,
        run=run,
    )
    return BoardPlace(old["generation"], old["chat_id"], old["message_id"], old["body"])


def put_board_aside(tx: Tx, run: RunId) -> None:
    """Remember what the board says, for when the talk is taken up again."""
    tx.change("UPDATE boards SET aside = body WHERE run = :run", run=run)


def bring_board_back(tx: Tx, run: RunId, circle: CircleId) -> BoardPlace | None:
    """The board says again what it said before the rest, as a new message; where the old one stands."""
    row = tx.one("SELECT aside FROM boards WHERE run = :run", run=run)
    return set_board(tx, run, circle, row["aside"], fresh=True) if row is not None and row["aside"] else None


def texts_of(tx: Tx, run: RunId) -> Texts | None:
    """The texts a run was promised."""
    row = tx.one("SELECT revision FROM runs WHERE id = :id", id=run)
    return revision(tx, row["revision"])[1] if row is not None else None


def board_place(tx: Tx, run: RunId) -> BoardPlace | None:
    """Where the board stands, if it was shown."""
    row = tx.one("SELECT generation, chat_id, message_id, body FROM boards WHERE run = :run", run=run)
    return BoardPlace(row["generation"], row["chat_id"], row["message_id"], row["body"]) if row is not None else None


def with_board_at(tx: Tx, chat_id: int, message_id: int) -> RunId | None:
    """The run whose board stands there."""
    row = tx.one(
        "SELECT run FROM boards WHERE chat_id = :chat AND message_id = :message", chat=chat_id, message=message_id
    )
    return RunId(row["run"]) if row is not None else None


def board_body(tx: Tx, run: RunId) -> str | None:
    """What the board should say."""
    row = tx.one("SELECT body FROM boards WHERE run = :run", run=run)
    return str(row["body"]) if row is not None else None


def _key(record_circle: int | None) -> KeyOf:
    return of_circle(CircleId(record_circle)) if record_circle is not None else INTAKE


def _seal(tx: Tx, vault: Vault, record: RunRecord, run: Run) -> bytes:
    return vault.seal(tx, _key(record.circle), codec.encode_run(run), table="runs", row=run.id, column="sealed_run")


def _record(tx: Tx, vault: Vault, row: Row) -> RunRecord:
    body = vault.open(tx, _key(row["circle"]), row["sealed_run"], table="runs", row=row["id"], column="sealed_run")
    return RunRecord(
        run=codec.decode_run(body),
        circle=row["circle"],
        setting=Setting(row["setting"]),
        origin=Origin(row["origin"]),
        agreement=row["agreement"],
        parent=row["parent"],
        person=row["person"],
        meeting=row["meeting"],
    )
