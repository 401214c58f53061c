"""Everybody's answers to one question: who is asked, what the board says, what they gave."""

from dataclasses import dataclass, replace

from flows import alone, answering, asking, chairs
from flows.alone import Changed
from flows.asking import Own, Way
from flows.effects import Ask, Board, Effect, Tell
from flows.events import Pressed, Said
from flows.line import Lines
from flows.moments import AskMoment, Phase, Writing
from flows.names import MemberId, OptionId
from flows.run import Answer, Run
from flows.turn import TIME_UP, Turn, where

COMPLETE = OptionId("compleet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The work that everybody does alone when a question is asked (see `alone.Work`)."""

    way: Way
    run: Run

    def begun(self) -> AskMoment:
        """Everybody present is asked; but not who should take a chair when there is none for them."""
        taken = chairs.appointed(self.run, self.way.chairs) if self.way.chairs is not None else {}
        asked = (p.member for p in self.run.present if asking.is_for(self.way, self.run, p.member))
        return AskMoment(writers={m: self._asked(0, taken.get(m)) for m in asked})

    def put(self, moment: AskMoment, member: MemberId) -> Ask | Tell:
        """Their question; when there is none for them, that they take part from here."""
        if moment.writers[member].finished:
            return Tell(to=member, line=self.run.ui("doet-mee-vanaf-nu"))
        return asking.put(self._own(moment, member))

    def heard(self, moment: AskMoment, event: Said | Pressed) -> Changed[AskMoment]:
        """They wrote, spoke, sent a picture or chose a label."""
        return _changed(moment, event.by, answering.heard(self._own(moment, event.by), event))

    def look_again(self, moment: AskMoment, member: MemberId) -> Changed[AskMoment]:
        """They asked for their question."""
        return _changed(moment, member, answering.look_again(self._own(moment, member)))

    def let_off(self, moment: AskMoment, member: MemberId) -> Changed[AskMoment]:
        """They need not answer this after all, unless it is about their own card."""
        if asking.is_for(self.way, self.run, member):
            return moment, ()
        return _changed(moment, member, answering.let_off(self._own(moment, member)))

    def with_newcomer(self, moment: AskMoment, member: MemberId) -> AskMoment:
        """One more is asked. Who left and is back gets a question of its own: the old one stays closed."""
        if not asking.is_for(self.way, self.run, member):
            return moment
        writer = self._asked(moment.left.get(member, 0), self._chair(moment, member))
        return _with(moment, member, writer)

    def rearranged(self, moment: AskMoment, gone: MemberId) -> Changed[AskMoment]:
        """Who was still thinking of what the one who is gone would say, takes another chair, or is free.

        What somebody was ready with already lies beneath no card now, and stays shut.
        """
        effects: tuple[Effect, ...] = ()
        for member, writer in moment.writers.items():
            if writer.chair != gone:
                continue
            moment = _with(moment, member, replace(writer, chair=None))
            if writer.finished:
                continue
            again = self._asked(writer.round + 1, self._chair(moment, member))
            moment = _with(moment, member, again)
            free = Tell(to=member, line=self.run.ui("stoel-leeg"))
            question = free if again.finished else asking.put(self._own(moment, member))
            effects = (*effects, *alone.forgotten(writer), alone.close(self.run, member, writer), question)
        return moment, effects

    def board(self, moment: AskMoment) -> Board:
        """What everybody does, and how many are ready; never who is not."""
        does = Lines((self.run.ui(f"bord-uitleg-{self.way.kind}"),))
        count = self.run.ui("bord-vraag", uitleg=does, **alone.ready(self.run, moment))
        return Board(lines=(self.run.heading, count), buttons=alone.BUTTONS)

    def over(self, moment: AskMoment) -> Turn:
        """What was shared is kept, also by who was reading it back; who had not chosen hears that it stays shut."""
        given = {
            m: Answer(words=w.words, share=w.share, told=w.agreed, pick=w.pick, chair=w.chair)
            for m, w in moment.writers.items()
            if (w.words or w.pick is not None) and w.share is not None
        }
        ended = replace(self.run, moment=moment, answers={**self.run.answers, where(self.run): given})
        late = alone.waited_for(self.run, moment)
        shut, writers = self.run.ui("tijd-om-niet-gedeeld"), moment.writers
        unshared = (Tell(to=m, line=shut, outcome=True) for m in late if writers[m].words and writers[m].share is None)
        return Turn(ended, (*alone.closing(self.run, moment), *unshared), TIME_UP if late else COMPLETE)

    def _own(self, moment: AskMoment, member: MemberId) -> Own:
        participant = self.run.participant(member)
        assert participant is not None
        return Own(way=self.way, run=self.run, participant=participant, writer=moment.writers[member])

    def _chair(self, moment: AskMoment, member: MemberId) -> MemberId | None:
        if self.way.chairs is None:
            return None
        taken = {m: w.chair for m, w in moment.writers.items() if w.chair is not None}
        return chairs.one_more(self.run, self.way.chairs, taken, member)

    def _asked(self, round: int, chair: MemberId | None) -> Writing:
        free = self.way.chairs is not None and chair is None
        return Writing(round=round, chair=chair, phase=Phase.SKIPPED if free else Phase.WRITING)


def _with(moment: AskMoment, member: MemberId, writer: Writing) -> AskMoment:
    return replace(moment, writers={**moment.writers, member: writer})


def _changed(moment: AskMoment, member: MemberId, heard: answering.Heard) -> Changed[AskMoment]:
    writer, effects = heard
    return _with(moment, member, writer), effects
