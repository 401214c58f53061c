"""People who go on with their day while the bot is being killed, and who remember exactly what they said.

They are patient: who waits for an answer sends at most a word, so that each piece of an answer is written under the
question it belongs to. Whether a question of unknown outcome came or not, is for them to see and for the bot to bear.
"""

import asyncio
import contextlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.demo import acts
from bot.demo.model import Message, MessageKind, NotPossible, RemoveKeyboard, ReplyKeyboard
from tests.faults.seeding import Kring
from tests.people import Person, Town, buttons_of

WORD = "/privacy"
PATIENCE = 20.0  # seconds without an answer before someone sends a word
MOST_A_MINUTE = 24  # below the flood gate: nothing these people send may be ignored
IN_A_GROUP = 8  # acts a minute; the bot says at most 18 things a minute there
READY, SKIP, AGAIN, STOP = "Klaar", "Ik sla over", "Aanpassen", "Stoppen"
IN_WORDS = frozenset({READY, SKIP, "Liever bellen of elkaar zien"})  # the keyboard of a question for words
PROPOSE = "Ja, leg het voor"
ONE_MESSAGE = (  # to open a talk, and to react to a card: one message, that stays theirs only when they share it
    "Wil jij dit gesprek openen?", "Dit is je opening:", "Dit is de kaart van", "Maak de zin af, bij de kaart van",
)  # fmt: skip
NEVER = frozenset(
    {
        "Kies op de kalender",
        "Korter maken",
        "Andere dag",
        STOP,
        "Nee, toch niet",
        "Ja, maar op een andere dag",
        "Laat het rusten, kies iets nieuws",
        "Even pauze",
    }  # they keep to one talk at a time
)
RARELY = {
    AGAIN: 0.15, SKIP: 0.1, "Alleen voor mij": 0.1, "Nu niet": 0.3, "Liever niet": 0.2,
    "Liever bellen of elkaar zien": 0.1,
    "Mijn antwoord": 0.15, "Ik doe mee": 0.1, "Doe mee": 0.05, "Hoe werkt het?": 0.1, "Hulp nodig?": 0.1, READY: 0.4,
}  # fmt: skip


@dataclass
class Mind:
    """What one person knows they did. `open`: pieces of the answer they are writing; `shared`: of the one before,
    which may be looked at again and taken back until the cards turn; `draft`: what they may propose to agree on."""

    person: Person
    kring: Kring
    open: list[str] = field(default_factory=list)
    shared: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    taken_back: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    draft: str = ""
    proposed: list[str] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    next_at: float = 0.0
    acted: int = 0  # message id of the last thing they did that asks for an answer
    tapping: bool = False

    @property
    def said(self) -> list[str]:
        """All pieces that must be in the bot's care, once each; a proposal nobody finished is put away in two days."""
        return [*self.kept, *self.shared, *self.open, *self.proposed]


class Folk:
    """Everybody, acting at random moments; `now` is the time of the event loop."""

    def __init__(self, town: Town, dice: random.Random, kringen: Sequence[Kring], *, now: Callable[[], float]) -> None:
        self.town, self.dice, self.now = town, dice, now
        self.minds = [Mind(person, kring) for kring in kringen for person in kring.people]
        self.only_labels = False
        self.busy: frozenset[int] = frozenset()  # private chats in which something is still under way
        self.pieces = 0
        self._in_groups: dict[int, list[float]] = {kring.group.id: [] for kring in kringen}
        self._begun: dict[int, float] = {}
        self._taps: set[asyncio.Task[None]] = set()

    async def live(self, at_most: Callable[[], bool], *, haste: float = 1.0) -> None:
        """Act until `at_most` says that it is enough."""
        while not at_most():
            mind = self.dice.choice(self.minds)
            if mind.next_at <= self.now() and self._may(mind):
                with contextlib.suppress(NotPossible):
                    self.act(mind)
                mind.next_at = self.now() + haste * self.dice.uniform(0.5, 2.5)
            await asyncio.sleep(0.02)
        if self._taps:
            await asyncio.wait(self._taps)

    def _may(self, mind: Mind) -> bool:
        mind.sent = [at for at in mind.sent if at > self.now() - 60]
        return len(mind.sent) < MOST_A_MINUTE

    def answered(self, mind: Mind) -> bool:
        """Whether the bot has no more to say for now, and changed the keyboard since this person's last act."""
        if mind.person.id in self.busy or mind.tapping:
            return False
        return mind.acted == 0 or any(
            isinstance(m.markup, ReplyKeyboard | RemoveKeyboard)
            for m in self.town.messages(mind.person)
            if m.message_id > mind.acted
        )

    def act(self, mind: Mind) -> None:
        """One thing this person does now, if there is anything to do."""
        if not self.answered(mind):
            if mind.sent and self.now() - mind.sent[-1] > PATIENCE and not mind.tapping:
                self.word(mind)
            return
        keyboard = mind.person.keyboard()
        if keyboard and self.dice.random() < 0.9:
            self._answer(mind, keyboard)
        elif self._group_is_busy(mind):
            if self.dice.random() < 0.05:
                self.word(mind)
        else:
            self._in_group(mind)

    def word(self, mind: Mind) -> None:
        """A word that asks for nothing but an answer."""
        acts.write(self.town.world, mind.person.id, mind.person.id, WORD)
        mind.sent.append(self.now())

    def _group_is_busy(self, mind: Mind) -> bool:
        group = mind.kring.group.id
        self._in_groups[group] = [at for at in self._in_groups[group] if at > self.now() - 60]
        if len(self._in_groups[group]) >= IN_A_GROUP:
            return True
        self._in_groups[group].append(self.now())
        return False

    # ------------------------------------------------------------ in private

    def _answer(self, mind: Mind, keyboard: list[str]) -> None:
        if any(words in self._asked(mind) for words in ONE_MESSAGE):
            if keyboard == [SKIP] and not self.only_labels and self.dice.random() < 0.9:
                self._note(mind, "weet nog niet alles")
            else:
                self._write(mind, self._one_of(keyboard))
        elif SKIP in keyboard and IN_WORDS.issuperset(keyboard):
            self._piece_or_label(mind, keyboard)
        elif keyboard == [STOP]:
            if not self.only_labels:
                mind.draft = self._note(mind, "belt even met school")
        else:
            self._pick(mind, self._one_of(keyboard))

    def _asked(self, mind: Mind) -> str:
        """What the question with the keyboard they see says."""
        asked = (m for m in reversed(self.town.messages(mind.person)) if isinstance(m.markup, ReplyKeyboard))
        return next(asked).text

    def _note(self, mind: Mind, what: str) -> str:
        """A thought that the bot may keep, once."""
        note = self._text(mind, what)
        mind.notes.append(note)
        self._write(mind, note)
        return note

    def _piece_or_label(self, mind: Mind, keyboard: list[str]) -> None:
        ready = READY in keyboard
        if self.only_labels or (ready and len(mind.open) > 0 and self.dice.random() < 0.6):
            self._pick(mind, READY if ready else SKIP)
        elif self.dice.random() < 0.04:
            self._pick(mind, SKIP)
        else:
            for _ in range(self.dice.randint(1, 3)):
                self._piece(mind)

    def _piece(self, mind: Mind) -> None:
        if len(mind.open) >= 8:
            return
        kind = self.dice.random()
        if kind < 0.85:
            text = self._text(mind, "zag iets moois " + "en goeds " * self.dice.randint(0, 12))
            mind.open.append(text)
            self._write(mind, text)
            return
        self.pieces += 1
        media = MessageKind.VOICE if kind < 0.93 else MessageKind.PHOTO
        data = f"{mind.person.id}:{self.pieces}".encode()
        sent = acts.send_file(self.town.world, mind.person.id, mind.person.id, media, data=data)
        assert sent.file is not None
        mind.open.append(sent.file.file_id)
        mind.acted = sent.message_id
        mind.sent.append(self.now())

    def _pick(self, mind: Mind, label: str) -> None:
        match label:
            case "Ik sla over":
                mind.taken_back += mind.open
                mind.open = []
            case "Aanpassen" if mind.open:
                mind.taken_back += mind.open
                mind.open = []
            case "Aanpassen":
                mind.taken_back += mind.shared
                mind.shared = []
            case "Delen met mijn naam" | "Alleen voor mij":
                self._share(mind)
            case "Ja, leg het voor":
                mind.proposed.append(mind.draft)
            case _ if label.startswith("Delen als"):
                self._share(mind)
        self._write(mind, label)

    def _share(self, mind: Mind) -> None:
        if mind.open:
            mind.kept += mind.shared
            mind.shared, mind.open = mind.open, []

    def _text(self, mind: Mind, what: str) -> str:
        self.pieces += 1
        return f"{self.pieces}. {mind.person.first_name} {what}".strip()

    def _write(self, mind: Mind, text: str) -> None:
        mind.acted = acts.write(self.town.world, mind.person.id, mind.person.id, text).message_id
        mind.sent.append(self.now())

    # ------------------------------------------------------------ in the group

    def _in_group(self, mind: Mind) -> None:
        board = self._board(mind)
        if board is None or self.dice.random() < 0.05:
            group = mind.kring.group.id
            asked_before = self._begun.get(group, -60.0) > self.now() - 60
            command = "/afspraken" if asked_before else "/gesprek"
            if not asked_before:
                self._begun[group] = self.now()
            acts.write(self.town.world, mind.person.id, mind.kring.group.id, command)
            mind.sent.append(self.now())
            return
        label = self._one_of(buttons_of(board))
        if label == "Afspraak maken" and (mind.person.keyboard() or self.only_labels):
            return  # one thing at a time
        if label == "Mijn antwoord" and self.only_labels:
            return
        place = next(
            (row, col)
            for row, buttons in enumerate(board.markup.rows)  # type: ignore[union-attr]
            for col, button in enumerate(buttons)
            if button.text == label
        )
        data, _ = acts.button_of(self.town.world, board.chat_id, board.message_id, *place)
        assert data is not None
        task = asyncio.create_task(self._tap(mind, board, data))
        self._taps.add(task)
        task.add_done_callback(self._taps.discard)

    async def _tap(self, mind: Mind, board: Message, data: str) -> None:
        mind.sent.append(self.now())
        mind.tapping = True
        press = acts.tap(self.town.world, mind.person.id, board.chat_id, board.message_id, data)
        for _ in range(60):
            await asyncio.sleep(0.05)
            if press.answer is not None:
                break
        answer = press.answer
        if answer is not None and answer.url is not None and acts.is_bot_link(self.town.world, answer.url):
            with contextlib.suppress(NotPossible):
                acts.follow(self.town.world, mind.person.id, answer.url)
                mind.acted = self.town.messages(mind.person)[-1].message_id
                mind.sent.append(self.now())
        mind.tapping = False

    def _board(self, mind: Mind) -> Message | None:
        for message in reversed(self.town.messages(mind.kring.group)):
            if buttons_of(message):
                return message
        return None

    def _one_of(self, labels: list[str]) -> str:
        possible = [label for label in labels if label not in NEVER] or labels
        return self.dice.choices(possible, [RARELY.get(label, 1.0) for label in possible])[0]
