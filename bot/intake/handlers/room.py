"""What every handler needs at hand, and how it answers in the chat it was called from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from bot.acts import Cause
from bot.delivery.letters import Block, Inline, Note
from bot.desk import Desk, Follow
from bot.intake.process import Answer
from bot.rendering import Reader, Renderer
from bot.runner import Runner
from bot.storage import outbox, people, runs, tokens
from bot.storage.database import Tx
from bot.storage.people import Member
from flows.alone import SKIP
from flows.answering import AGAIN, READY, SHARES
from flows.effects import Label, Refuse
from flows.line import Line, Word, ui
from flows.manners import DeliveryClass
from flows.names import CircleId, Language, MemberId, PersonId, Role, RunId, TextKey
from flows.schools import School

LINK_LIFE = timedelta(minutes=10)
INVITE_LIFE = timedelta(days=7)
STANDING_BUTTON = timedelta(days=400)  # the welcome stays in the chat; its button only leads to a personal link
ALERT_UNITS = 200


@dataclass(frozen=True)
class House:
    """The parts handlers work with; one for the whole program."""

    desk: Desk
    runner: Runner
    renderer: Renderer
    username: str

    def link(self, token: str) -> str:
        """A link to the private chat that carries this token."""
        return f"https://t.me/{self.username}?start={token}"


@dataclass
class Room:
    """One update being handled, within its transaction."""

    house: House
    tx: Tx
    cause: Cause
    chat_id: int
    answers: list[Answer] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.house.desk

    def say(self, person: PersonId, *lines: Line, inline: tuple[tuple[Inline, ...], ...] = (),
            run: RunId | None = None, member: MemberId | None = None,
            blocks: tuple[Block, ...] = ()) -> None:  # fmt: skip
        """Answer someone in private."""
        self._send(outbox.ToPerson(person, member), Note(lines=lines, blocks=blocks, inline=inline), run)

    def post(self, circle: CircleId, *lines: Line, inline: tuple[tuple[Inline, ...], ...] = (),
             blocks: tuple[Block, ...] = ()) -> None:  # fmt: skip
        """Answer in the group."""
        self._send(outbox.ToCircle(circle), Note(lines=lines, blocks=blocks, inline=inline), None)

    def send(self, to: outbox.To, letter: outbox.Letter, run: RunId | None = None) -> None:
        """Answer with something else than a note, in the words of this run when it is about one."""
        self._send(to, letter, run)

    def _send(self, to: outbox.To, letter: outbox.Letter, run: RunId | None) -> None:
        outbox.enqueue(
            self.tx,
            to=to,
            klass=DeliveryClass.REPLY,
            letter=letter,
            dedupe=self.cause.next_key(),
            run=run,
            clock=self.desk.clock,
        )

    def refuse(self, person: PersonId, refused: Sequence[Refuse], run: RunId | None = None) -> None:
        """Tell a kind no in private."""
        for refusal in refused:
            self.say(person, self.no(refusal), run=run)

    def no(self, refusal: Refuse) -> Line:
        """The words of a refusal."""
        return ui(refusal.reason, **refusal.about)

    def text(self, line: Line, *, person: PersonId | None = None, run: RunId | None = None) -> str:
        """What a line says to this person, without markup."""
        return self.house.renderer.plain(self.tx, line, self.reader(person, run))

    def reader(self, person: PersonId | None, run: RunId | None = None) -> Reader:
        """This person as a reader: their language, the texts of this run, the circle it belongs to."""
        circle = runs.circle_of(self.tx, run) if run is not None else people.circle_of_chat(self.tx, self.chat_id)
        member = people.member_of(self.tx, circle, person) if circle is not None and person is not None else None
        return Reader(
            language=Language(people.language_of(self.tx, person) if person is not None else "nl"),
            circle=circle,
            member=member.id if member is not None else None,
            texts=runs.texts_of(self.tx, run) if run is not None else None,
        )

    def button(self, key: str, kind: str, circle: CircleId | None, *, ttl: timedelta = STANDING_BUTTON,
               person: PersonId | None = None, body: Mapping[str, str | int] | None = None) -> Inline:  # fmt: skip
        """A button of the program itself; its text is `ui/knop-<key>`."""
        token = tokens.mint(
            self.tx, kind=kind, circle=circle, person=person, body=body or {}, ttl=ttl, clock=self.desk.clock
        )
        return Inline(line=ui(f"knop-{key}"), token=token)

    def personal_link(self, kind: str, person: PersonId, circle: CircleId | None, *, run: RunId | None = None,
                      body: Mapping[str, str | int] | None = None, ttl: timedelta = LINK_LIFE) -> str:  # fmt: skip
        """A link only this person can use."""
        token = tokens.mint(
            self.tx,
            kind=kind,
            circle=circle,
            run=run,
            person=person,
            body=body or {},
            ttl=ttl,
            clock=self.desk.clock,
        )
        return self.house.link(token)

    def follow(self, follows: Iterable[Follow]) -> None:
        """Let happen what comes of it, in this same transaction."""
        for follow in follows:
            self.house.runner.follow(self.tx, follow, self.cause)

    def member(self, person: PersonId, circle: CircleId) -> Member | None:
        """This person's active membership of the circle."""
        found = people.member_of(self.tx, circle, person)
        return found if found is not None and found.state == "active" else None


def alert(room: Room, query: str, text: str, *, loud: bool = True) -> None:
    """Answer a tap, visible to the tapper only. Telegram cuts at 200 characters; the check keeps ours below."""
    room.answers.append(Answer(callback_query_id=query, text=text[:ALERT_UNITS], alert=loud, url=None))


def done(room: Room, query: str) -> None:
    """The tap counted; the chat shows what came of it."""
    room.answers.append(Answer(callback_query_id=query, text=None, alert=False, url=None))


def lead(room: Room, query: str, url: str) -> None:
    """Answer a tap by opening the private chat."""
    room.answers.append(Answer(callback_query_id=query, text=None, alert=False, url=url))


def label_of(room: Room, labels: Sequence[Label], text: str, person: PersonId, run: RunId) -> Label | None:
    """The label this text is, whatever its case, emoji and punctuation."""
    wanted = bare(text)
    if not wanted:
        return None
    by = room.house.renderer
    for reader in _readers(room, text, room.reader(person, run)):
        found = next((x for x in labels if bare(by.label(room.tx, x.line, reader)) == wanted), None)
        if found is not None:
            return found
    return None


def is_control_word(room: Room, text: str, person: PersonId) -> bool:
    """Whether this is one of the labels that steer an answer, though not one of the open question's."""
    options = (READY, SKIP, AGAIN, *SHARES)
    words = (
        room.house.renderer.label(room.tx, ui(f"knop-{o}", rol=Word(TextKey(f"ui/rol-{role}"))), reader)
        for reader in _readers(room, text, room.reader(person))
        for o in options
        for role in Role
    )
    return bare(text) in {bare(word) for word in words}


def _readers(room: Room, text: str, reader: Reader) -> Iterator[Reader]:
    """As the label is read now; and as it was on a keyboard from before the group chose another kind of school."""
    yield reader
    if room.house.renderer.differs(text):
        yield from (replace(reader, school=school) for school in School)


def bare(text: str) -> str:
    """Letters and digits only, in lower case: how labels are compared."""
    return "".join(c for c in text.casefold() if c.isalnum())
