"""Questions to people: at most one open per person, over all circles; the others wait (decision 0003)."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.storage.database import Row, Tx
from flows.effects import Expect, Label
from flows.events import Question
from flows.line import Line
from flows.manners import DeliveryClass
from flows.names import MemberId, PersonId, RunId, StepId


@dataclass(frozen=True, slots=True)
class Wording:
    """What is asked, and the keyboard under it."""

    line: Line
    labels: tuple[Label, ...]


_WORDING = TypeAdapter(Wording)

OWN_ACT, LIVE, SPREAD, CALENDAR = 3, 2, 1, 0
"""Which waiting question goes first: what someone just asked for, a live talk, a spread one, the calendar."""


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """A question as it was put to one person."""

    id: int
    run: RunId
    member: MemberId
    person: PersonId
    question: Question
    rank: int
    klass: DeliveryClass
    expect: Expect
    remind: str | None
    audience: bool
    wording: Wording
    state: str
    opened: int


def add(tx: Tx, *, run: RunId, member: MemberId, person: PersonId, question: Question, rank: int, klass: DeliveryClass,
        expect: Expect, remind: str | None, audience: bool, wording: Wording) -> int | None:  # fmt: skip
    """A new question, waiting for its turn; None when it was put before."""
    id = tx.new_id()
    added = tx.change(
        """INSERT INTO prompts (id, run, member, person, step, turn, round, rank, class, expect, remind, audience, body)
           VALUES (:id, :run, :member, :person, :step, :turn, :round, :rank, :class, :expect, :remind, :audience, :body)
           ON CONFLICT (run, step, member, turn, round) DO NOTHING""",
        id=id,
        run=run,
        member=member,
        person=person,
        step=question.step,
        turn=question.turn,
        round=question.round,
        rank=rank,
        expect=expect,
        remind=remind,
        audience=int(audience),
        body=_WORDING.dump_json(wording).decode(),
        **{"class": klass},
    )
    return id if added else None


def load(tx: Tx, id: int) -> Prompt | None:
    """A question by its id."""
    row = tx.one("SELECT * FROM prompts WHERE id = :id", id=id)
    return _prompt(row) if row is not None else None


def find(tx: Tx, run: RunId, member: MemberId, question: Question) -> Prompt | None:
    """A question by what it asks and of whom."""
    row = tx.one(
        """SELECT * FROM prompts WHERE run = :run AND member = :member
           AND step = :step AND turn = :turn AND round = :round""",
        run=run,
        member=member,
        step=question.step,
        turn=question.turn,
        round=question.round,
    )
    return _prompt(row) if row is not None else None


def open_of(tx: Tx, person: PersonId) -> Prompt | None:
    """The one question that is open for this person."""
    row = tx.one("SELECT * FROM prompts WHERE person = :person AND state = 'open'", person=person)
    return _prompt(row) if row is not None else None


def first_waiting(tx: Tx, person: PersonId) -> Prompt | None:
    """The waiting question that goes next: the oldest, but of what someone asked for themself the newest."""
    row = tx.one(
        """SELECT * FROM prompts WHERE person = :person AND state = 'waiting'
           ORDER BY rank DESC, CASE WHEN rank = :own THEN -id ELSE id END LIMIT 1""",
        person=person,
        own=OWN_ACT,
    )
    return _prompt(row) if row is not None else None


def waiting_of(tx: Tx, person: PersonId) -> list[Prompt]:
    """Questions that wait for their turn and were not asked for by this person themself, oldest first."""
    rows = tx.run(
        "SELECT * FROM prompts WHERE person = :person AND state = 'waiting' AND class <> 'reply' ORDER BY id",
        person=person,
    )
    return [_prompt(row) for row in rows]


def set_state(tx: Tx, id: int, state: str) -> None:
    """waiting, open or closed; opening counts how often it was put."""
    tx.change(
        "UPDATE prompts SET state = :state, opened = opened + (:state = 'open') WHERE id = :id",
        state=state,
        id=id,
    )


def set_wording(tx: Tx, id: int, wording: Wording) -> None:
    """The keyboard changed within the question."""
    tx.change("UPDATE prompts SET body = :body WHERE id = :id", body=_WORDING.dump_json(wording).decode(), id=id)


def raise_rank(tx: Tx, id: int, rank: int, klass: DeliveryClass) -> None:
    """Someone asked for this question themself."""
    tx.change("UPDATE prompts SET rank = :rank, class = :class WHERE id = :id", rank=rank, id=id, **{"class": klass})


def of_run(tx: Tx, run: RunId) -> list[Prompt]:
    """The questions of a run that are not closed yet."""
    return [_prompt(r) for r in tx.run("SELECT * FROM prompts WHERE run = :run AND state <> 'closed'", run=run)]


def by_message(tx: Tx, chat_id: int, message_id: int) -> Prompt | None:
    """The question that this message of ours asks."""
    row = tx.one(
        """SELECT p.* FROM messages m JOIN prompts p ON p.id = m.prompt
           WHERE m.chat_id = :chat AND m.message_id = :message""",
        chat=chat_id,
        message=message_id,
    )
    return _prompt(row) if row is not None else None


def newest_before(tx: Tx, chat_id: int, message_id: int) -> Prompt | None:
    """The question asked last before this message was written: a message read late answers no newer one."""
    row = tx.one(
        """SELECT p.* FROM messages m JOIN prompts p ON p.id = m.prompt
           WHERE m.chat_id = :chat AND m.message_id < :message ORDER BY m.message_id DESC LIMIT 1""",
        chat=chat_id,
        message=message_id,
    )
    return _prompt(row) if row is not None else None


def was_put(tx: Tx, prompt: int) -> bool:
    """Whether it was ever on its way to its reader."""
    return tx.one("SELECT 1 FROM outbox WHERE prompt = :p AND (sends > 0 OR parts_sent > 0)", p=prompt) is not None


def perhaps_read(tx: Tx, prompt: int) -> bool:
    """Whether a copy may lie there of which nobody knows the message id: the answer of Telegram was lost.

    Also when a copy sent after it is known: who answers in between answers the first.
    """
    sends = tx.one("SELECT COALESCE(SUM(sends + parts_sent), 0) AS n FROM outbox WHERE prompt = :p", p=prompt)
    known = tx.one("SELECT COUNT(*) AS n FROM messages WHERE prompt = :p", p=prompt)
    assert sends is not None and known is not None
    return int(sends["n"]) > int(known["n"])


def put_aside(tx: Tx, id: int) -> None:
    """It is not asked while its talk rests."""
    tx.change("UPDATE prompts SET state = 'closed', rests = 1 WHERE id = :id", id=id)


def bring_back(tx: Tx, run: RunId) -> list[PersonId]:
    """What was put aside waits for its turn again; whom it is put to."""
    rows = tx.run("SELECT DISTINCT person FROM prompts WHERE run = :run AND rests = 1 ORDER BY person", run=run)
    tx.change("UPDATE prompts SET state = 'waiting', rests = 0 WHERE run = :run AND rests = 1", run=run)
    return [PersonId(row["person"]) for row in rows]


def piece(tx: Tx, chat_id: int, message_id: int, prompt: int, words: int) -> None:
    """This message of theirs is part of that answer."""
    tx.change(
        """INSERT INTO pieces (chat_id, message_id, prompt, words) VALUES (:chat, :message, :prompt, :words)
           ON CONFLICT DO NOTHING""",
        chat=chat_id,
        message=message_id,
        prompt=prompt,
        words=words,
    )


def answered_by(tx: Tx, chat_id: int, message_id: int) -> Prompt | None:
    """The question that this message of theirs answered."""
    row = tx.one(
        """SELECT p.* FROM pieces x JOIN prompts p ON p.id = x.prompt
           WHERE x.chat_id = :chat AND x.message_id = :message""",
        chat=chat_id,
        message=message_id,
    )
    return _prompt(row) if row is not None else None


def _prompt(row: Row) -> Prompt:
    return Prompt(
        id=row["id"],
        run=RunId(row["run"]),
        member=MemberId(row["member"]),
        person=PersonId(row["person"]),
        question=Question(StepId(row["step"]), row["turn"], row["round"]),
        rank=row["rank"],
        klass=DeliveryClass(row["class"]),
        expect=Expect(row["expect"]),
        remind=row["remind"],
        audience=bool(row["audience"]),
        wording=_WORDING.validate_json(row["body"]),
        state=row["state"],
        opened=row["opened"],
    )
