"""Effects of the engine, set out as rows: questions, outgoing messages, timers, words and deeds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from bot import deeds, questions
from bot.acts import Cause
from bot.days import days_of
from bot.delivery.letters import (
    BoardContent,
    BoardLetter,
    Inline,
    Note,
    RevealLetter,
    Withdraw,
    board_from_json,
    board_to_json,
)
from bot.desk import Desk, Follow
from bot.storage import outbox, people, prompts, runs, timers, tokens, words
from bot.storage.database import Tx
from bot.storage.prompts import Prompt, Wording
from bot.storage.runs import RunRecord
from flows import manners
from flows.effects import (
    Add,
    Ask,
    Begin,
    Board,
    Close,
    Do,
    Effect,
    Erase,
    Finish,
    Post,
    Refuse,
    Remind,
    Reveal,
    SetTimer,
    Tell,
    Unseal,
    Withhold,
)
from flows.flow import Origin, Setting
from flows.manners import DeliveryClass
from flows.names import CircleId, MemberId, Pace, PersonId

BUTTON_LIFE = timedelta(days=60)  # a board's buttons live as long as a talk can last


def perform(desk: Desk, tx: Tx, record: RunRecord, effects: Sequence[Effect],
            cause: Cause) -> tuple[Sequence[Follow], Sequence[Refuse]]:  # fmt: skip
    """Carry out what a run asked for, and say what should follow and what was refused."""
    work = _Work(desk, tx, record, cause)
    for effect in effects:
        work.carry_out(effect)
    work.settle()
    return work.follows, work.refused


class _Work:
    """One run's effects within one transaction."""

    def __init__(self, desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> None:
        self.desk, self.tx, self.record, self.cause = desk, tx, record, cause
        self.follows: list[Follow] = []
        self.refused: list[Refuse] = []
        self.touched: dict[PersonId, None] = {}
        self.told: list[tuple[PersonId, Tell]] = []
        self.board: Board | None = None

    def carry_out(self, effect: Effect) -> None:
        match effect:
            case Ask():
                self._ask(effect)
            case Add():
                self._add(effect)
            case Remind():
                self._remind(effect)
            case Close(to=to, question=question):
                self._close(prompts.find(self.tx, self.record.run.id, to, question))
            case Tell(to=to):
                if (person := self._person(to)) is not None:
                    self.told.append((person, effect))
                    self.touched[person] = None
            case Board():
                self._board(effect)
            case Post():
                self._post(effect)
            case Reveal():
                self._reveal(effect)
            case Withhold():
                outbox.cancel_for_run(self.tx, self.record.run.id, ("reveal",))
            case Unseal(words=ids):
                words.open_to_circle(self.tx, self.desk.vault, ids)
            case Erase(words=ids):
                words.erase(self.tx, ids)
            case SetTimer():
                self._timer(effect)
            case Do() | Begin():
                self.follows += deeds.do(self.desk, self.tx, self.record, effect, self.cause)
            case Refuse():
                self.refused.append(effect)
            case Finish():
                for prompt in prompts.of_run(self.tx, self.record.run.id):
                    self._close(prompt)
                self.follows += deeds.finished(self.desk, self.tx, self.record, self.cause)
                timers.clear_run(self.tx, self.record.run.id)
                tokens.end_of_run(self.tx, self.record.run.id)
            case _:
                assert_never(effect)

    def settle(self) -> None:
        """What was said goes before what is asked next."""
        for person, tell in self.told:
            klass = DeliveryClass.REVEAL if tell.outcome else self._class(person)
            member = tell.to or None
            self._send(outbox.ToPerson(person, member), klass, Note(lines=(tell.line,)))
        of_calendar = self.record.origin is Origin.CALENDAR
        for person in self.touched:
            questions.go_on(self.tx, person, self.cause, self.desk.clock, of_calendar=of_calendar)

    def _person(self, member: MemberId) -> PersonId | None:
        if member == 0:  # someone who is joining has no member id yet
            return self.record.person
        found = people.member(self.tx, member)
        return found.person if found is not None else None

    def _ask(self, ask: Ask) -> None:
        person = self._person(ask.to)
        if person is None:
            return
        own = self.cause.in_private(person)
        rank = prompts.LIVE if self.record.run.pace is Pace.NOW else prompts.SPREAD
        if self.record.origin is Origin.CALENDAR:
            rank = prompts.CALENDAR
        id = prompts.add(
            self.tx,
            run=self.record.run.id,
            member=ask.to,
            person=person,
            question=ask.question,
            rank=prompts.OWN_ACT if own else rank,
            klass=self._class(person),
            expect=ask.expect,
            remind=str(ask.remind) if ask.remind is not None else None,
            audience=ask.audience,
            wording=Wording(ask.line, ask.labels),
        )
        prompt = prompts.load(self.tx, id) if id is not None else None
        if prompt is None:
            return
        self.touched[person] = None
        current = prompts.open_of(self.tx, person)
        if own and current is not None:  # what someone just asked for goes before what was open
            prompts.set_state(self.tx, current.id, "waiting")
            outbox.cancel_for_prompt(self.tx, current.id)

    def _add(self, add: Add) -> None:
        prompt = prompts.find(self.tx, self.record.run.id, add.to, add.question)
        if prompt is None:
            return
        prompts.set_wording(self.tx, prompt.id, Wording(prompt.wording.line, add.labels))
        if prompt.state == "waiting":
            questions.take_up(self.tx, prompt)
        note = Note(lines=(add.line,), labels=tuple((label,) for label in add.labels), expects_text=True)
        self._send(outbox.ToPerson(prompt.person, add.to or None), DeliveryClass.REPLY, note, prompt=prompt.id)

    def _remind(self, remind: Remind) -> None:
        prompt = prompts.find(self.tx, self.record.run.id, remind.to, remind.question)
        if prompt is None or prompt.state != "open":
            return  # a question that still waits for its turn needs no reminder
        note = replace(questions.note_of(prompt), lines=(remind.line, prompt.wording.line))
        klass = DeliveryClass.NUDGE if self.record.origin is Origin.CALENDAR else DeliveryClass.PROMPT
        outbox.enqueue(
            self.tx,
            to=outbox.ToPerson(prompt.person, prompt.member or None),
            klass=klass,
            letter=note,
            dedupe=f"remind:{prompt.id}",
            run=prompt.run,
            prompt=prompt.id,
            clock=self.desk.clock,
        )

    def _close(self, prompt: Prompt | None) -> None:
        if prompt is not None and prompt.state != "closed":
            questions.close(self.tx, prompt)
            self.touched[prompt.person] = None

    def _board(self, board: Board) -> None:
        run, circle = self.record.run, self.record.circle
        assert circle is not None
        buttons = tuple(
            tuple(Inline(line=b.line, token=self._token(b.id, b.private), url=None) for b in row)
            for row in board.buttons
        )
        body = board_to_json(BoardContent(lines=board.lines, inline=buttons))
        shown = runs.board_place(self.tx, run.id) is not None
        old = runs.set_board(self.tx, run.id, circle, body, fresh=board.fresh)
        if old is not None and old.chat_id is not None and old.message_id is not None:
            # What it said last may not have been shown yet: boards are not edited twice in five seconds.
            last = Withdraw(chat_id=old.chat_id, message_id=old.message_id, lines=board_from_json(old.body).lines)
            self._send(outbox.ToCircle(circle), DeliveryClass.REPLY, last)
        outbox.enqueue(
            self.tx,
            to=outbox.ToCircle(circle),
            klass=self._class_of_board(circle, new=board.fresh or not shown),
            letter=BoardLetter(run=run.id),
            dedupe=f"board:{run.id}:{self.cause.next_key()}",
            run=run.id,
            clock=self.desk.clock,
        )

    def _class_of_board(self, circle: CircleId, *, new: bool) -> DeliveryClass:
        """What stands changes at once; a new message waits for the hours unless someone acts in the group now."""
        if self.record.run.pace is Pace.NOW or self.cause.circle == circle or not new:
            return DeliveryClass.REPLY
        by_calendar = self.record.origin is Origin.CALENDAR and self.cause.person is None
        return DeliveryClass.NUDGE if by_calendar else DeliveryClass.REVEAL

    def _token(self, option: str, private: bool) -> str:
        run = self.record.run
        assert run.at is not None or not private
        body = {"step": run.at or "", "turn": run.turn, "option": option, "private": int(private)}
        return tokens.mint(
            self.tx,
            kind="board",
            circle=self.record.circle,
            run=run.id,
            body=body,
            ttl=BUTTON_LIFE,
            clock=self.desk.clock,
        )

    def _post(self, post: Post) -> None:
        circle = self.record.circle
        assert circle is not None
        at_once = self.cause.circle == circle or (self.record.run.pace is Pace.NOW and self.cause.person is not None)
        klass = DeliveryClass.REPLY if at_once else DeliveryClass.REVEAL
        self._send(outbox.ToCircle(circle), klass, Note(lines=(post.line,)))

    def _reveal(self, reveal: Reveal) -> None:
        circle = self.record.circle
        assert circle is not None
        outbox.cancel_for_run(self.tx, self.record.run.id, ("reveal",))
        live = self.record.run.pace is Pace.NOW and self.cause.person is not None
        letter = RevealLetter(
            run=self.record.run.id,
            step=reveal.step,
            turn=reveal.turn,
            of=reveal.of,
            title=reveal.title,
            cards=reveal.cards,
            told=reveal.told,
            anyone=reveal.anyone,
        )
        self._send(outbox.ToCircle(circle), DeliveryClass.REPLY if live else DeliveryClass.REVEAL, letter)

    def _timer(self, wanted: SetTimer) -> None:
        run, circle = self.record.run, self.record.circle
        due = manners.after(self.desk.clock.now(), wanted.after, days_of(self.tx, circle, self.desk.clock))
        timers.put(
            self.tx,
            timers.Timer(
                purpose=wanted.purpose,
                due_at=due.timestamp(),
                run=run.id,
                member=wanted.member,
                step=wanted.step,
                turn=wanted.turn,
                round=wanted.round,
            ),
            dedupe=f"run:{run.id}:{wanted.step}:{wanted.turn}:{wanted.purpose}:{wanted.member}:{wanted.round}",
        )

    def _class(self, person: PersonId) -> DeliveryClass:
        """decision 0005: a reply in that chat, all that follows on an act in a live talk, else as it began."""
        if self.cause.in_private(person):
            return DeliveryClass.REPLY
        if self.record.origin is Origin.CALENDAR:
            return DeliveryClass.NUDGE
        if self.record.run.pace is Pace.NOW and self.cause.person is not None and self.record.setting is Setting.TALK:
            return DeliveryClass.REPLY
        return DeliveryClass.PROMPT

    def _send(self, to: outbox.To, klass: DeliveryClass, letter: outbox.Letter, prompt: int | None = None) -> None:
        outbox.enqueue(
            self.tx,
            to=to,
            klass=klass,
            letter=letter,
            dedupe=self.cause.next_key(),
            run=self.record.run.id,
            prompt=prompt,
            clock=self.desk.clock,
        )
