"""Random lives of two circles, and a model that knows of each word who said it and who may read it.

`python -m tests.faults.leaks --histories 2000 --seed 1` runs many and prints one table.
"""

import argparse
import asyncio
import logging
import math
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from bot.delivery.letters import Note, RevealLetter
from bot.keys import MasterKey, Vault
from bot.storage import outbox, people, runs
from bot.storage.database import Database, Tx
from bot.storage.outbox import OutboxRow
from flows.names import Role
from tests.clock import ManualClock
from tests.faults.follow_up import FollowUp, lines_of
from tests.faults.phones import Chat, Content, Json, Phones, Reaction

NAMES = ("Annabel", "Samuel", "Joostein", "Noorlinde", "Omalies", "Vreemdeling")
ROLES = (Role.PARENT, Role.PUPIL, Role.SCHOOL, Role.CARE, Role.SUPPORTER, Role.PARENT)
ANNA, SAM, JOOST, NOOR, OMA, STRANGER = range(6)
SECRET = re.compile(r"(?:geheim|stem|beeld)\d+x")
READ_BACK = (
    "ui/hoe-delen",
    "ui/enige-kaart",
    "ui/groep-",
    "ui/reactie-afmaken",
    "ui/opening-delen",
    "ui/opening-groep-",
)
COUNT = re.compile(r"zitten(?: er)?(?: nu)? (\d+) mensen")
SHARES = ("Delen met mijn naam", "Delen als", "Alleen voor mij", "Aanpassen")
GROUP_WORDS = (
    "/gesprek", "/afspraken", "/stop", "/help", "/roepnaam Sam", "/privacy", "/hulp", "/start", "/onzin",
    "/mdo", "/plaat", "/bijeenkomst",
    "/peiling", "/terugblik", "/pauze", "/pauze tot 31 februari", "/pauze over een week", "/vakantie",
    "/vakantie van 3 mei tot en met 20 april", "/vakantie van 20 april tot en met 3 mei", "/instellingen",
)  # fmt: skip
PRIVATE_WORDS = (
    "/start", "/stop", "/afspraken", "/help", "/onzin", "hulp", "/gesprek", "Klaar", "/start nep_token", "/afspraken",
    "/mdo", "/plaat", "/bijeenkomst",
    "/peiling", "/terugblik", "/pauze", "/pauze gisteren", "/pauze morgen", "/vakantie", "/instellingen",
)  # fmt: skip
TIMES = tuple(timedelta(hours=h) for h in (0.25, 0.5, 1, 5, 24, 30, 96, 170))

ROAD = (
    "Ja, ik zet een stap", "Iemand doet iets", "Ik", "Dit zijn ze", "Over een week", "Ja, klopt", "Ja, leg het voor",
    "akkoord",
)  # fmt: skip
WRITTEN = (
    *("soort.text", "wanneer.text", "plan-b.text", "hulp.text", "klopt-alles.text"),
    *("eigen-wat.text", "hoe.text"),
)
"""What comes after a text of an agreement, or of a card of one's own, was kept."""

MOVES = (
    "all answer", "all answer", "all answer", "answers", "answers", "agrees", "agrees", "says", "label", "label",
    "label", "taps", "taps", "taps", "voice", "photo", "old label", "old button", "forged", "double", "late",
    "forward", "sticker", "edit", "reply", "group word", "private word", "under the board", "leaves", "comes",
    "blocks", "unblocks", "time", "time",
    "promises", "goes on", "goes on",
    "notes an mdo", "hold", "lost", "unheard", "uncounted", "moves on", "moves on", "moves on",
)  # fmt: skip
Move = tuple[str, int, int]
moves = st.lists(
    st.tuples(st.sampled_from(MOVES), st.integers(0, 5), st.integers(0, 50)), min_size=8, max_size=30
)  # fmt: skip

MDO_ROAD = ("Gisteren", "Iedereen", "Niemand", "Overslaan", "Over 4 weken", "Over 6 weken")

FOLLOWING = (
    "promises", "promises", "promises", "looks", "looks", "looks", "looks", "looks", "goes on", "goes on", "goes on",
    "a week on", "a week on", "a week on", "time", "time", "taps", "taps", "label", "old label", "old button",
    "old button", "double", "notes an mdo", "moves on", "moves on", "group word", "private word", "says", "late",
    "leaves", "comes", "blocks", "unblocks", "hold", "lost", "unheard", "uncounted",
)  # fmt: skip
LIKELY = (ANNA, ANNA, SAM, SAM, JOOST, JOOST, NOOR, NOOR, OMA)


def follow_ups(dice: random.Random) -> list[Move]:
    """A life in which there is much to keep and little to talk about."""
    return [(dice.choice(FOLLOWING), dice.choice(LIKELY), dice.randrange(10_000)) for _ in range(dice.randint(20, 60))]


@dataclass
class Words:
    """One canary: who wrote it, where it belongs, and how it may be shown, as far as its writer's own phone tells."""

    writer: int
    run: int | None = None  # None: never accepted as part of an answer
    how: str | None = None  # naam, rol, mij
    gone: bool = False  # taken back, skipped, or its writer left before the cards were turned
    proposed: bool = False  # the text of an agreement its writer put forward
    shown_in: int | None = None  # the group in which it was turned


@dataclass
class Told:
    """What one person was told and agreed to, of one dialogue."""

    written: list[str] = field(default_factory=list)
    kept: int = 0  # so many of these are parts of an agreement that stay, whatever is written next
    read_back: set[str] = field(default_factory=set)
    count: float | None = None  # people in the group, as the last question said; None: it could not say
    agreed: float | None = None  # the same, when they chose to share
    lone: bool = False  # said yes to being the only card
    opening: list[str] = field(default_factory=list)  # how they would open the talk


class Leak(AssertionError):
    """Someone could read what was not for them."""


class Model:
    """Watches every message that is shown, and remembers every choice that was confirmed."""

    def __init__(self) -> None:
        self.words: dict[str, Words] = {}
        self.told: dict[tuple[int, int], Told] = {}
        self.counts: Counter[str] = Counter()
        self.phones: Phones
        self.circles: dict[int, Chat] = {}
        self.follow_up = FollowUp()

    def new(self, writer: int, kind: str = "geheim") -> str:
        secret = f"{kind}{len(self.words)}x"
        self.words[secret] = Words(writer)
        return secret

    # -- choices, as the bot confirms them to their maker

    def hears(self, who: int, reaction: Reaction, said: tuple[str, ...] = ()) -> None:
        """What this person's own act brought about, read from what the bot answers them."""
        for row in reaction.rows:
            self.follow_up.hears(who, row)
            if row.run is None or not isinstance(row.letter, Note) or row.to != self._to(who, row):
                continue
            for line in row.letter.lines:
                self._hears(who, row.run, str(line.key), said)

    def _hears(self, who: int, run: int, key: str, said: tuple[str, ...]) -> None:
        told = self.told.setdefault((who, run), Told())
        match key:
            case "ui/bewaard" | "ui/staat-erbij":
                self._accept(told, run, said)
            case "ui/best-lang" if said:
                self._take_back(told)
                self._accept(told, run, said)
            case key if said and key in WRITTEN:
                self._take_back(told)
                self._accept(told, run, said)
                told.kept = len(told.written)
            case "ui/overgeslagen" | "ui/opnieuw":
                self._take_back(told)
            case "ui/dank-naam" | "ui/dank-rol" | "ui/dank-mij":
                written = {s for s in told.written if s.startswith("geheim")}
                assert written <= told.read_back, "someone shared what was never read back to them"
                for secret in told.written:
                    self.words[secret].how = key.removeprefix("ui/dank-")
                told.agreed, told.lone = told.count, False
                self.counts[f"shared: {key.removeprefix('ui/dank-')}"] += 1
            case "ui/reactie-klaar" if said:  # told beforehand: by name, and also when it is the only one
                self._accept(told, run, said)
                for secret in said:
                    self.words[secret].how = "naam"
                told.agreed, told.lone = told.count, True
                self.counts["reactions"] += 1
            case "ui/opening-delen" | "ui/opening-delen-onbekend" if said:
                self._accept(told, run, said)
                told.opening += [told.written.pop() for _ in said]
            case "ui/openen" | "ui/opening-niet" | "ui/opening-te-laat":
                for secret in told.opening:
                    self.words[secret].gone = True
            case "ui/opening-komt":
                for secret in told.opening:
                    self.words[secret].how = "naam"
                told.agreed, told.lone = math.inf if told.count is None else told.count, True
                self.counts["openings shared"] += 1
            case "ui/mag-zien":
                told.agreed, told.lone = math.inf if told.count is None else told.count, True
                self.counts["said yes when asked again"] += 1
            case "ui/blijft-dicht":
                for secret in told.written:
                    self.words[secret].how = "mij"
            case "dag.text" | "genoteerd.text" | "klopt.text" if said:  # smaller, who else was there, other words
                fresh = tuple(secret for secret in said if self.words[secret].run is None)
                self._accept(told, run, fresh)
                for secret in fresh:
                    self.words[secret].proposed = key != "klopt.text"
                    self.counts[f"words at {key}"] += 1
            case "ui/anders-staat" | "ui/anders-wacht":
                for secret in told.written:
                    self.words[secret].proposed = True
                self.counts["other words put forward"] += 1
            case "getoond.text":
                for secret in told.written:
                    self.words[secret].proposed = True
                self.counts["cards of their own shown"] += 1
            case "voorgelegd.text":
                for secret in told.written:
                    self.words[secret].proposed = True
                self.counts["agreements put forward"] += 1

    def _accept(self, told: Told, run: int, said: tuple[str, ...]) -> None:
        for secret in said:
            self.words[secret].run = run
            told.written.append(secret)

    def _take_back(self, told: Told) -> None:
        for secret in told.written[told.kept :]:
            self.words[secret].gone = True
        del told.written[told.kept :]

    def left(self, who: int, group: Chat) -> None:
        """Who leaves takes along what was not turned."""
        for words in self.words.values():
            if words.writer == who and words.shown_in is None and not words.proposed and words.run is not None:
                words.gone = words.gone or self._group_of(words.run) is group

    # -- what is shown

    def shows(self, chat: Chat, text: str, file_id: str, row: OutboxRow) -> None:
        self.counts["messages shown"] += 1
        self.counts[f"class: {row.klass}"] += 1
        for line in lines_of(row):
            self.counts[f"line: {line.key}"] += 1
        self.follow_up.shows(chat.id, row, self.phones.clock.now())
        if re.search(r"[{}]|ui/|\w\.text|None", text):
            raise Leak(f"a text with a hole in it\n{text}")
        if chat.private and row.run is not None:
            self._reads(chat, text, row)
        secrets = SECRET.findall(f"{text} {file_id}")
        if isinstance(row.letter, RevealLetter):
            self._turned(chat, row.letter, secrets)
        for secret in secrets:
            words = self.words[secret]
            if words.run is None:
                raise Leak(f"{secret} was never kept, and is shown in {chat.id}\n{text}")
            if chat.id == words.writer:
                continue
            if chat.private:
                self._to_another(chat, secret, words, text)
            else:
                self._to_group(chat, secret, words, text, row)

    def _reads(self, chat: Chat, text: str, row: OutboxRow) -> None:
        """Their own answer, read back, and how many people are there to see it."""
        told = self.told.setdefault((chat.id, int(row.run or 0)), Told())
        if isinstance(row.letter, Note) and any(line.key.startswith(READ_BACK) for line in row.letter.lines):
            told.read_back = set(SECRET.findall(text))
            found = COUNT.search(text)
            told.count = int(found[1]) if found else None

    def _turned(self, chat: Chat, letter: RevealLetter, secrets: list[str]) -> None:
        self.counts["messages with turned cards"] += 1
        self.counts["secrets turned"] += len(secrets)
        if len(letter.cards) < 2 and not all(self.told[self.words[s].writer, int(letter.run)].lone for s in secrets):
            raise Leak("a lone card was turned without its owner's tap")

    def _to_another(self, chat: Chat, secret: str, words: Words, text: str) -> None:
        assert words.run is not None
        group = self._group_of(words.run)
        if not words.proposed and words.shown_in != group.id:
            raise Leak(f"{secret} is shown to someone else in private\n{text}")
        if chat.id not in group.members:
            raise Leak(f"{secret} is shown to someone outside the group\n{text}")

    def _to_group(self, chat: Chat, secret: str, words: Words, text: str, row: OutboxRow) -> None:
        assert words.run is not None
        if self._group_of(words.run) is not chat:
            raise Leak(f"{secret} is shown in another group\n{text}")
        if words.proposed or (words.shown_in is not None and not isinstance(row.letter, RevealLetter)):
            return
        if not isinstance(row.letter, RevealLetter):
            raise Leak(f"{secret} is shown before the cards are turned\n{text}")
        if words.gone:
            raise Leak(f"{secret} was taken back and is turned\n{text}")
        if words.how not in ("naam", "rol"):
            raise Leak(f"{secret} was not shared ({words.how}) and is turned\n{text}")
        agreed = self.told[words.writer, words.run].agreed
        if agreed is None or len(chat.members) > agreed:
            raise Leak(f"{secret} is turned before {len(chat.members)} people; its writer agreed to {agreed}")
        name = NAMES[self.phones.people.index(words.writer)]
        card = next((part for part in text.split("\n\n") if secret in part), text)
        if words.how == "rol" and name in card:
            raise Leak(f"{secret} was shared as a role and stands under a name\n{text}")
        words.shown_in = chat.id

    def _group_of(self, run: int) -> Chat:
        return self.circles[int(runs.circle_of(self.phones.tx, run) or 0)]  # type: ignore[arg-type]

    def _to(self, who: int, row: OutboxRow) -> object:
        mine = people.person_of_chat(self.phones.tx, who)
        return row.to if getattr(row.to, "person", None) == mine else None


class Life:
    """Two circles, six people, and whatever they do."""

    def __init__(self, tx: Tx, content: Content, vault: Vault, first_id: int) -> None:
        self.model = model = Model()
        self.clock = ManualClock()
        self.phones = model.phones = Phones(tx, content, vault, self.clock, model, NAMES, first_id)
        self.people = self.phones.people
        model.follow_up.tx, model.follow_up.people = tx, self.people
        self.holding = 0
        self.heard: list[tuple[int, tuple[int, ...]]] = []
        self.late: list[tuple[int, Json, tuple[str, ...]]] = []
        self.last: dict[int, tuple[str, object]] = {}
        self.mine: dict[int, list[Json]] = {id: [] for id in self.people}
        who = self.people
        self.groups = (
            self.phones.group(who[ANNA], who[SAM], who[JOOST], who[NOOR], who[OMA]),
            self.phones.group(who[JOOST], who[ANNA], who[STRANGER]),
        )
        for group, joined in zip(self.groups, ((ANNA, SAM, JOOST, NOOR), (ANNA, JOOST)), strict=True):
            circle = people.ensure_circle(tx, group.id)
            model.circles[int(circle)] = group
            model.follow_up.groups[int(circle)] = group.id
            for n in joined:
                person = people.ensure_person(tx, who[n], "nl")
                people.set_reachable(tx, person, True)
                people.add_member(
                    tx, vault, circle=circle, person=person, role=ROLES[n], name=NAMES[n], consent_version="1", at=1.0
                )
        self.phones.drain()

    def begins(self, n: int, group: Chat, card: int, live: bool) -> None:
        """A talk, chosen in the group by taps."""
        who = self.people[n]
        self.phones.says(who, group, "/gesprek")
        self.phones.drain()
        tempo = "Nu, kort" if live else "Verspreid over een paar dagen"
        for wanted in ("Acht principes", card % 8, tempo, "Een andere werkvorm", "Kaarten omdraaien", "Begin alvast"):
            board = next((m for m in reversed(group.messages) if m.buttons), None)
            buttons = dict(board.buttons) if board is not None else {}
            button = wanted if isinstance(wanted, str) else next(iter(list(buttons)[wanted : wanted + 1]), "")
            if board is not None and button in buttons:
                self.phones.taps(who, group, board.message_id, buttons[button])
            self.phones.drain()

    def lives(self, history: list[Move]) -> None:
        for move, n, number in history:
            self.model.counts[f"move: {move}"] += 1
            self.does(move, self.people[n], number)
            self._settle()
        self.holding = 0
        self._settle()
        for _ in range(6):  # whatever is still to come, comes
            self.phones.later(timedelta(days=5))
            self.phones.drain()

    def _settle(self) -> None:
        if self.holding:
            self.holding -= 1
            return
        for who, body, said in self.late:
            self._given(who, self.phones.gives(who, body), said)
        self.late.clear()
        self.phones.drain()
        for who, rows in self.heard:
            states = {outbox.state_of(self.phones.tx, row) for row in rows}
            assert who in self.phones.blocked or states - {"cancelled", "expired", "failed"}, "the answer never went"
        self.heard.clear()

    # ------------------------------------------------------------ one move

    def does(self, move: str, who: int, number: int) -> None:
        chat, group = self.phones.chats[who], self.groups[number % 2]
        match move:
            case "answers":
                self._answers(who, chat, number)
            case "all answer":
                for n, one in enumerate(self.people):
                    self._answers(one, self.phones.chats[one], number + n)
                    self._settle()
                for one in self.people:
                    if "Ja, laat zien" in self.phones.chats[one].keyboard:
                        self._presses(one, self.phones.chats[one], "Ja, laat zien" if number % 4 else "Nee, houd dicht")
                        self._settle()
            case "agrees":
                self._agrees(who, chat, number)
            case "says":
                self._writes(who, chat, number)
            case "promises" if who in group.members:
                self._makes(who, group, "/afspraken", "Afspraak maken")
                self._agrees(who, chat, number)
                for one in self.people:
                    if "akkoord" in self.phones.chats[one].keyboard:
                        self._presses(one, self.phones.chats[one], "akkoord")
                        self._settle()
            case "notes an mdo" if who in group.members:
                self._makes(who, group, "/mdo", "Mdo noteren")
                self._down(who, chat, MDO_ROAD, number)
            case "looks":
                self._looks(who, chat, number)
            case "rests":
                self._presses(who, chat, "/pauze over 4 weken")
            case "goes on":
                self._goes_on(who, chat, number)
            case "a week on":
                self.phones.later(timedelta(days=7 + number % 3))
                self.phones.drain()
                for n, one in enumerate(self.people):
                    if self.phones.chats[one].keyboard and (number + n) % 5:
                        self._goes_on(one, self.phones.chats[one], number + n)
            case "voice":
                self._sends(who, chat, {"voice": {"file_id": (s := self.model.new(who, "stem")),
                                                  "file_unique_id": "u", "duration": 3}}, (s,))  # fmt: skip
            case "photo":
                file, caption = self.model.new(who, "beeld"), self.model.new(who)
                size = {"file_id": file, "file_unique_id": "u", "width": 9, "height": 9}
                self._sends(who, chat, {"photo": [size], "caption": caption}, (file, caption))
            case "sticker":
                self._sends(who, chat, {"sticker": {"file_id": "s", "file_unique_id": "u"}}, ())
            case "forward":
                origin = {"type": "hidden_user", "date": 1, "sender_user_name": "x"}
                self._sends(who, chat, {"text": self.model.new(who), "forward_origin": origin}, ())
            case "late":
                secret = self.model.new(who)
                self.late.append((who, self.phones.message(who, chat, {"text": secret}), (secret,)))
                self.holding = max(self.holding, 1)
            case "reply" if chat.messages:
                secret, to = self.model.new(who), chat.messages[number % len(chat.messages)]
                self._sends(
                    who, chat, {"text": secret, "reply_to_message": self._pointer(chat, to.message_id)}, (secret,)
                )
            case "edit" if self.mine[who]:
                changed = self.mine[who][number % len(self.mine[who])] | {"text": self.model.new(who), "edit_date": 1}
                self._given(who, self.phones.gives(who, changed, "edited_message"))
            case "label" if chat.keyboard:
                self._presses(who, chat, chat.keyboard[number % len(chat.keyboard)])
            case "old label" if chat.seen:
                self._presses(who, chat, chat.seen[number % len(chat.seen)])
            case "taps":
                self._taps(who, number, newest=3)
            case "old button":
                self._taps(who, number, newest=100)
            case "moves on":
                for at in self.groups:
                    newest = next((m for m in reversed(at.messages) if m.buttons), None)
                    if who in at.members and newest is not None:
                        n = number % len(newest.buttons) if number % 2 else 0
                        self._tap(who, at, newest.message_id, newest.buttons[n][1])
            case "forged" if group.messages and who in group.members:
                self._tap(who, group, group.messages[-1].message_id, "verzonnen_gegevens")
            case "double" if who in self.last:
                kind, content = self.last[who]
                if kind == "tap":
                    self._tap(who, *content)  # type: ignore[misc]
                else:
                    self._presses(who, chat, str(content))
            case "group word" if who in group.members:
                self._given(who, self.phones.says(who, group, GROUP_WORDS[number % len(GROUP_WORDS)]))
            case "under the board" if who in group.members and group.messages:
                board = self._pointer(group, group.messages[-1].message_id)
                self.phones.gives(
                    who, self.phones.message(who, group, {"text": self.model.new(who), "reply_to_message": board})
                )
            case "private word":
                self._presses(who, chat, PRIVATE_WORDS[number % len(PRIVATE_WORDS)])
            case "leaves" if who in group.members and number % 3 == 0:
                self.phones.leaves(who, group)
                self.model.left(who, group)
            case "comes":
                for group in self.groups:
                    if who not in group.members:
                        self.phones.comes(who, group)
            case "blocks" if number % 2 == 0:
                self.phones.blocks(who, True)
            case "unblocks" if who in self.phones.blocked:
                self.phones.blocks(who, False)
            case "time":
                self.phones.later(TIMES[number % len(TIMES)])
            case "hold":
                self.holding = 1 + number % 4
            case "lost" | "unheard" | "uncounted":
                self.phones.faults.append(move)
            case _:
                self.model.counts[f"move: {move}"] -= 1

    def _answers(self, who: int, chat: Chat, number: int) -> None:
        """An answer from beginning to end."""
        self._writes(who, chat, number)
        self._settle()
        if "Klaar" in chat.keyboard:
            self._presses(who, chat, "Klaar")
            self._settle()
            wanted = SHARES[(0, 1, 0, 1, 0, 2, 1, 3)[number % 8]]
            label = next((x for x in chat.keyboard if x.startswith(wanted)), None)
            if label is not None:
                self._presses(who, chat, label)

    def _agrees(self, who: int, chat: Chat, number: int) -> None:
        """As far down the road of an agreement as it goes; sometimes it is another who should do it."""
        self._taps(who, 0, newest=1)
        self._settle()
        road = ROAD if number % 3 else tuple("Samuel" if label == "Ik" else label for label in ROAD)
        self._down(who, chat, road, number)

    def _down(self, who: int, chat: Chat, road: tuple[str, ...], number: int) -> None:
        for _ in range(8):
            self._settle()
            label = next((x for x in road if x in chat.keyboard), None)
            if label is not None:
                self._presses(who, chat, label)
            elif _wants_words(chat):
                self._writes(who, chat, number)

    def _looks(self, who: int, chat: Chat, number: int) -> None:
        """At the list, at a card, and does something with it."""
        dice = random.Random(number)
        self._presses(who, chat, "/afspraken")
        for _ in range(2):
            self._settle()
            newest = next((m for m in reversed(chat.messages) if m.buttons), None)
            if newest is not None:
                self._tap(who, chat, newest.message_id, dice.choice(newest.buttons)[1])
        self._goes_on(who, chat, number)

    def _makes(self, who: int, group: Chat, word: str, button: str) -> None:
        self._given(who, self.phones.says(who, group, word))
        self._settle()
        newest = next((m for m in reversed(group.messages) if m.buttons), None)
        for text, data in newest.buttons if newest is not None else ():
            if text == button and newest is not None:
                self._tap(who, group, newest.message_id, data)
                self._settle()

    def _goes_on(self, who: int, chat: Chat, number: int) -> None:
        """Through whatever is asked in private: mostly something of the labels, and words where these are asked for."""
        dice = random.Random(number)
        for _ in range(dice.randint(2, 8)):
            self._settle()
            if _wants_words(chat) and dice.random() < 0.7:
                self._writes(who, chat, dice.randrange(4))
            elif chat.keyboard:
                self._presses(who, chat, dice.choice(chat.keyboard))

    def _writes(self, who: int, chat: Chat, number: int) -> None:
        secret = self.model.new(who)
        text = (f"Ik zeg {secret}.", f"<b>{secret}</b> & {secret}", secret, f"{secret}\n\n😀" + "lang " * 60)[
            number % 4
        ]
        self._sends(who, chat, {"text": text}, (secret,))

    def _sends(self, who: int, chat: Chat, content: Json, said: tuple[str, ...]) -> None:
        if who in self.phones.blocked:
            return
        body = self.phones.message(who, chat, content)
        if "text" in content:
            self.mine[who].append(body)
        self._given(who, self.phones.gives(who, body), said)

    def _presses(self, who: int, chat: Chat, label: str) -> None:
        if who not in self.phones.blocked:
            self.last[who] = ("label", label)
            self._given(who, self.phones.says(who, chat, label))

    def _taps(self, who: int, number: int, *, newest: int) -> None:
        places = [chat for chat in (*self.groups, self.phones.chats[who]) if who in chat.members]
        able = [
            (chat, message.message_id, data)
            for chat in places
            for message in [m for m in chat.messages if m.buttons][-newest:]
            for _, data in message.buttons
        ]
        if able:
            self._tap(who, *able[number % len(able)])

    def _tap(self, who: int, chat: Chat, message_id: int, data: str) -> None:
        if who not in chat.members or (chat.private and who in self.phones.blocked):
            return
        self.last[who] = ("tap", (chat, message_id, data))
        reaction = self.phones.taps(who, chat, message_id, data)
        assert reaction is not None and len(reaction.answers) == 1, "a tap without an answer"
        assert not SECRET.search(reaction.answers[0].text or ""), "an answer to a tap shows somebody's words"
        self.model.hears(who, reaction)

    def _given(self, who: int, reaction: Reaction | None, said: tuple[str, ...] = ()) -> None:
        """Whoever speaks to the bot gets a sign of life."""
        assert reaction is not None, "what was said to the bot never reached it"
        assert reaction.rows, "someone spoke and heard nothing"
        if not self.holding:
            self.heard.append((who, tuple(row.id for row in reaction.rows)))
        self.model.hears(who, reaction, said)

    def _pointer(self, chat: Chat, message_id: int) -> Json:
        sender = {"id": 4_000_000, "is_bot": True, "first_name": "P"}
        return {"message_id": message_id, "date": 1, "chat": {"id": chat.id, "type": "group"}, "from": sender}


def _wants_words(chat: Chat) -> bool:
    asked = chat.messages[-1].row.letter if chat.messages else None
    return isinstance(asked, Note) and asked.expects_text


class Alarms(logging.Handler):
    """Every error the bot logs is a fault here, but for what it says about a network that lost a message twice."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        drawn = "a picture can't be drawn" in record.getMessage()  # no threads here: it is said in words
        if record.name != "bot.delivery.unknown" and not drawn:
            self.said.append(self.format(record))


class Lab:
    """One database for many histories, each in a transaction of its own, on people nobody met before."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.counts, self.histories = folder, Counter[str](), 0
        self.content = Content.load()
        MasterKey.new(folder / "master.key")
        self.vault = Vault(MasterKey.read(folder / "master.key"))
        self.loop = asyncio.Runner()
        self.stack = AsyncExitStack()
        opening = Database.open(folder / "leaks.db", clock=ManualClock())
        self.database = self.loop.run(self.stack.enter_async_context(opening))

    def close(self) -> None:
        self.loop.run(self.stack.aclose())
        self.loop.close()

    def history(self, moves: list[Move], card: int, live: bool, both: bool, *, talk: bool = True) -> None:
        """Live this history; raises Leak, or whatever else went wrong."""
        self.histories += 1
        first_id = 1_000_000 + self.histories * 100
        self.loop.run(self.database.transact(partial(self._live, moves, card, live, both, talk, first_id)))

    def _live(self, moves: list[Move], card: int, live: bool, both: bool, talk: bool, first_id: int, tx: Tx) -> None:
        with _alarms() as alarms:
            life = Life(tx, self.content, self.vault, first_id)
            if talk:
                life.begins(ANNA, life.groups[0], card, live)
            if talk and both:
                life.begins(JOOST, life.groups[1], card + 1, not live)
            life.lives(moves)
        assert not alarms.said, "\n".join(alarms.said)
        self.counts += life.model.counts
        self.counts["updates"] += life.phones.updates
        self.counts["words said"] += len(life.model.words)
        tx.change("UPDATE outbox SET state = 'cancelled' WHERE state IN ('new', 'unknown', 'sending')")
        tx.change("DELETE FROM timers")
        tx.change("DELETE FROM budgets")


@contextmanager
def _alarms() -> Iterator[Alarms]:
    alarms = Alarms()
    alarms.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    root = logging.getLogger("bot")
    root.addHandler(alarms)
    try:
        yield alarms
    finally:
        root.removeHandler(alarms)


def _talks(lab: Lab, histories: int, start: int) -> None:
    @seed(start)
    @settings(max_examples=histories, deadline=None, database=None, phases=(Phase.generate, Phase.shrink),
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(moves, st.integers(0, 7), st.booleans(), st.booleans())
    def run(history: list[Move], card: int, live: bool, both: bool) -> None:
        lab.history(history, card, live, both)

    run()


def _follow_ups(lab: Lab, histories: int, dice: random.Random) -> None:
    for _ in range(histories):
        history = follow_ups(dice)
        try:
            lab.history(history, 0, False, False, talk=False)
        except Exception:
            shortest = shorter(lab, history)
            lab.history(shortest, 0, False, False, talk=False)
            raise


def shorter(lab: Lab, history: list[Move]) -> list[Move]:
    """As few of these moves as still go wrong."""
    at, size = 0, max(len(history) // 2, 1)
    while size:
        fewer = history[:at] + history[at + size :]
        try:
            lab.history(fewer, 0, False, False, talk=False)
            at += size
        except Exception:
            history = fewer
        if at >= len(history):
            at, size = 0, size // 2
    print("the shortest that goes wrong:", history)
    return history


def main() -> None:
    """Run many histories and print what happened in them."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.leaks", description=__doc__)
    parser.add_argument("--histories", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--follow-up", action="store_true", help="lives with agreements instead of a talk")
    wanted = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(Path(folder))

        try:
            if wanted.follow_up:
                _follow_ups(lab, wanted.histories, random.Random(wanted.seed))
            else:
                _talks(lab, wanted.histories, wanted.seed)
        finally:
            lab.close()
    print(f"{lab.histories} histories, seed {wanted.seed}, {time.monotonic() - began:.0f} s: no leak")
    for what, number in sorted(lab.counts.items()):
        print(f"  {what:<32} {number:>8}")


if __name__ == "__main__":
    main()
