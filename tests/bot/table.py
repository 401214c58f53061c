"""People at a table: the real database, runner and flows, without Telegram in between."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import count
from typing import Self

from bot import choosing
from bot.acts import Cause
from bot.beginnings import begin_private
from bot.delivery.letters import board_from_json
from bot.desk import Desk, Follow
from bot.rendering import Reader, Renderer
from bot.runner import Runner
from bot.storage import agreements, outbox, people, prompts, runs, words
from bot.storage.database import Database, Tx
from bot.storage.people import Member
from bot.storage.prompts import Prompt
from bot.strings import Strings
from flows.agreements import Agreement
from flows.events import DayGiven, Pressed, Said, Tapped
from flows.line import Value
from flows.names import FlowId, Form, Language, OptionId, Role, RunId

FRIDAY = date(2026, 3, 13)


class Table:
    """One or more circles; people go by their names, and everybody has one private chat."""

    def __init__(self, database: Database, desk: Desk) -> None:
        self.database, self.desk, self.runner = database, desk, Runner(desk)
        self.members: dict[str, Member] = {}
        self._names = Renderer(desk.vault, Strings.load(), desk.library.reference, desk.library.schools)
        self._number = count(1)

    async def sit(self, *people: tuple[str, Role]) -> Self:
        """These people take part, around one child."""
        for name, role in people:
            await self.sits(name, role)
        return self

    async def sits(self, name: str, role: Role, circle: int = -400, chat: int | None = None) -> Member:
        """Someone takes part; with the `chat` of another name they are the same person in another circle."""

        def add(tx: Tx) -> Member:
            person = people.ensure_person(tx, chat or 100 + len(self.members), "nl")
            people.set_reachable(tx, person, True)
            return people.add_member(
                tx, self.desk.vault, circle=people.ensure_circle(tx, circle), person=person, role=role, name=name,
                consent_version="1", at=10.0,
            )  # fmt: skip

        self.members[name] = await self.database.transact(add)
        return self.members[name]

    async def begins(self, name: str, flow: str, **about: Value) -> None:
        """This person begins a private dialogue."""
        member = self.members[name]
        await self.follows(
            name, lambda tx: begin_private(self.desk, tx, FlowId(flow), member.circle, member.id, about=about)
        )

    async def follows(self, name: str, what: Callable[[Tx], Sequence[Follow]]) -> None:
        """What follows on an act of this person in private."""

        def act(tx: Tx) -> None:
            for follow in what(tx):
                self.runner.follow(tx, follow, self._cause(name))

        await self.database.transact(act)

    async def presses(self, name: str, option: str) -> None:
        """Takes a label of the question that is open for them."""

        def act(tx: Tx) -> None:
            prompt = self._open(tx, name)
            assert option in [label.id for label in prompt.wording.labels], f"{name} is asked {prompt.wording}"
            event = Pressed(at=self._now(tx, prompt.run), by=prompt.member, question=prompt.question,
                            option=OptionId(option))  # fmt: skip
            self.runner.happens(tx, prompt.run, event, self._cause(name))

        await self.database.transact(act)

    async def says(self, name: str, text: str) -> None:
        """Writes an answer to the question that is open for them."""

        def act(tx: Tx) -> None:
            prompt, member = self._open(tx, name), self.members[name]
            said = words.store(
                tx, self.desk.vault, owner=prompt.member, circle=member.circle, run=prompt.run, form=Form.TEXT,
                body=text, at=10.0,
            )  # fmt: skip
            event = Said(at=self._now(tx, prompt.run), by=prompt.member, question=prompt.question, words=said,
                         form=Form.TEXT, size=len(text))  # fmt: skip
            self.runner.happens(tx, prompt.run, event, self._cause(name))

        await self.database.transact(act)

    async def gives(self, name: str, day: date) -> None:
        """Gives a day, and says that it is the right one."""

        def act(tx: Tx) -> None:
            prompt = self._open(tx, name)
            event = DayGiven(at=self._now(tx, prompt.run), by=prompt.member, question=prompt.question, days=(day,))
            self.runner.happens(tx, prompt.run, event, self._cause(name))

        await self.database.transact(act)
        await self.presses(name, "klopt")

    async def talks(
        self, name: str, card: str = "zie-vooral-het-kind", format: str = "kaarten-omdraaien", deck: str = "principes"
    ) -> None:
        """This person begins a talk now about a card of this deck, in this format."""
        member = self.members[name]
        await self.follows(name, lambda tx: choosing.choose(self.desk, tx, member.circle, member.id))
        for option in (deck, card, "nu", "anders", format):
            await self.taps(name, option, flow="kiezen")

    async def taps(self, name: str, option: str, flow: str | None = None) -> None:
        """Taps a button of the board of the talk, or of another flow of the group."""
        member = self.members[name]

        def act(tx: Tx) -> None:
            run = runs.open_in(tx, member.circle, flow=FlowId(flow))[0] if flow else runs.open_talk(tx, member.circle)
            record = runs.load(tx, self.desk.vault, run) if run is not None else None
            assert record is not None and record.run.at is not None
            event = Tapped(at=self._now(tx, record.run.id), by=member.id, step=record.run.at, turn=record.run.turn,
                           option=OptionId(option))  # fmt: skip
            cause = self._cause(name)
            cause.circle = member.circle
            self.runner.happens(tx, record.run.id, event, cause)

        await self.database.transact(act)

    async def proposes(
        self, name: str, text: str, *owners: str, day: date = FRIDAY, beside: tuple[str, str] | None = None,
        helper: str | None = None,
    ) -> Agreement:  # fmt: skip
        """A whole proposal for an action, put before its owners. `beside`: its moment, and plan B."""
        await self.begins(name, "afspraak")
        await self.fills_in(name, text, *owners, day=day, beside=beside, helper=helper)
        return await self.newest(name)

    async def agrees(self, name: str, text: str, *owners: str, day: date = FRIDAY) -> Agreement:
        """An action that stands: each owner said akkoord."""
        proposal = await self.proposes(name, text, *owners, day=day)
        for owner in owners:
            await self.presses(owner, "akkoord")
        return await self.of(proposal)

    async def works_so(self, name: str, text: str, *owners: str, day: date = FRIDAY) -> Agreement:
        """A working agreement that stands."""
        await self.begins(name, "afspraak")
        await self.fills_in(name, text, *owners, day=day, kind="werkafspraak")
        for owner in owners:
            await self.presses(owner, "akkoord")
        return await self.newest(name)

    async def fills_in(
        self, name: str, text: str, *owners: str, day: date = FRIDAY, kind: str = "actie",
        beside: tuple[str, str] | None = None, helper: str | None = None,
    ) -> None:  # fmt: skip
        """The dialogue about an agreement that is open for them, to its end."""
        await self.says(name, text)
        await self.presses(name, kind)
        for owner in owners:
            await self.presses(name, f"lid-{self.members[owner].id}")
        if await self.asked(name) in ("afspraak/wie", "afspraak/wie-samen"):
            await self.presses(name, "dit-zijn-ze")
        await self.gives(name, day)
        if beside is not None:
            await self.presses(name, "erbij")
            for said in beside:
                await self.says(name, said)
            await self.presses(name, f"lid-{self.members[helper].id}" if helper else "overslaan")
        await self.presses(name, "ja")

    async def asked(self, name: str) -> str:
        """What is open for them: `flow/step`, or "" when nothing is."""

        def look(tx: Tx) -> str:
            prompt = prompts.open_of(tx, self.members[name].person)
            record = runs.load(tx, self.desk.vault, prompt.run) if prompt is not None else None
            return f"{record.run.flow}/{record.run.at}" if record is not None else ""

        return await self.database.transact(look)

    async def reads(self, name: str) -> str:
        """Everything they were sent in private so far, as they read it."""

        def look(tx: Tx) -> str:
            member = self.members[name]
            rows = tx.run("SELECT id FROM outbox WHERE person = :p ORDER BY id", p=member.person)
            return self._said(tx, [r["id"] for r in rows], member)

        return await self.database.transact(look)

    async def group_reads(self, name: str) -> str:
        """Everything the group of this person was sent so far."""

        def look(tx: Tx) -> str:
            member = self.members[name]
            rows = tx.run("SELECT id FROM outbox WHERE circle = :c ORDER BY id", c=member.circle)
            return self._said(tx, [r["id"] for r in rows], member)

        return await self.database.transact(look)

    async def board_of(self, name: str, flow: str | None) -> str:
        """What the board of the talk, or of another flow of the group, says, with its buttons."""
        member = self.members[name]

        def look(tx: Tx) -> str:
            run = runs.open_in(tx, member.circle, flow=FlowId(flow))[0] if flow else runs.open_talk(tx, member.circle)
            body = runs.board_body(tx, run) if run is not None else None
            assert run is not None and body is not None
            board = board_from_json(body)
            buttons = (button.line for row in board.inline for button in row)
            lines = (*board.lines, *(line for line in buttons if line is not None))
            reader = Reader(language=Language("nl"), circle=member.circle, group=True, texts=runs.texts_of(tx, run))
            said = "\n".join(self._names.plain(tx, line, reader) for line in lines)
            return said.replace("\u2068", "").replace("\u2069", "")

        return await self.database.transact(look)

    async def of(self, agreement: Agreement) -> Agreement:
        """The agreement as it is now."""
        found = await self.database.transact(lambda tx: agreements.load(tx, self.desk.vault, agreement.id))
        assert found is not None
        return found

    async def newest(self, name: str) -> Agreement:
        """The agreement that was made last in this person's circle."""
        return (await self.all_of(name))[-1]

    async def all_of(self, name: str) -> list[Agreement]:
        """All agreements of this person's circle, the oldest first."""
        circle = self.members[name].circle
        return await self.database.transact(lambda tx: agreements.of(tx, self.desk.vault, circle))

    async def words_of(self, agreement: Agreement) -> str:
        """What is agreed, as its circle reads it."""

        def look(tx: Tx) -> str:
            return words.read(tx, self.desk.vault, agreement.what, reader=words.Circle(agreement.circle)).text

        return await self.database.transact(look)

    def _open(self, tx: Tx, name: str) -> Prompt:
        prompt = prompts.open_of(tx, self.members[name].person)
        assert prompt is not None, f"{name} is asked nothing"
        return prompt

    def _now(self, tx: Tx, run: RunId) -> datetime:
        return self.desk.at(tx, runs.circle_of(tx, run))

    def _cause(self, name: str) -> Cause:
        return Cause(name=f"act{next(self._number)}", person=self.members[name].person, asked=True)

    def _said(self, tx: Tx, ids: list[int], member: Member) -> str:
        said: list[str] = []
        for id in ids:
            row = outbox.load(tx, id)
            assert row is not None
            texts = runs.texts_of(tx, row.run) if row.run is not None else None
            reader = Reader(language=Language("nl"), circle=member.circle, member=member.id, texts=texts)
            said += [self._names.plain(tx, line, reader) for line in getattr(row.letter, "lines", ())]
        return "\n".join(said).replace("\u2068", "").replace("\u2069", "")  # marks around a name or a quote
