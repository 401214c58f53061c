"""The laws of the engine, whatever people do in whatever order (design.md 3)."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows import codec
from flows.effects import Add, Ask, Board, Post, Refuse, Remind, Reveal, Tell
from flows.events import Fired, Purpose
from flows.line import Line, Quote
from flows.names import Form, MemberId, Pace, Role, Share, WordsId
from flows.run import Status
from tests.chat import Chat, Person

FOUR = (("Anna", Role.PARENT), ("Sam", Role.PUPIL), ("Joost", Role.SCHOOL), ("Noor", Role.CARE))
LATE = (("Oma", Role.SUPPORTER),)
TALK = "kaarten-omdraaien/zie-vooral-het-kind"

Move = tuple[str, int, int]
MOVES = ("says", "speaks", "label", "tap", "leaves", "blocks", "returns", "turns", "grows", "unknown", "audience",
         "deadline", "remind", "last", "grew", "again")  # fmt: skip
moves = st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 4), st.integers(0, 4)), max_size=60)
MANY = settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Watched(Chat):
    """A chat that checks each effect against what its people allowed."""

    def __init__(self, *args, **more) -> None:
        self.allowed: dict[MemberId, Share] = {}
        super().__init__(*args, **more)

    def carry_out(self, effect) -> None:
        match effect:
            case Ask(to=to, line=line) | Add(to=to, line=line) | Tell(to=to, line=line) | Remind(to=to, line=line):
                for words in quoted(line):
                    assert self.words[words][0] == to or words in self.shown, "someone reads what is not theirs"
            case Board(lines=lines):
                assert not any(quoted(line) for line in lines), "the board shows somebody's words"
            case Post(line=line):
                assert set(quoted(line)) <= self.shown, "the group reads sealed words"
            case Reveal(cards=cards):
                for card in cards:
                    assert card.share is not Share.ME, "a card that was only for its writer is turned"
                    assert all(self.words[w][0] == card.member for w in card.words)
                    assert not set(card.words) & self.erased, "erased words are turned"
                    assert self.run_has(card.member), "the card of someone who left is turned"
                    assert self.allowed.get(card.member) is card.share, "shown otherwise than its writer chose"
        super().carry_out(effect)

    def run_has(self, member: MemberId) -> bool:
        return self.run.participant(member) is not None


def quoted(line: Line) -> tuple[WordsId, ...]:
    return tuple(w for value in line.args.values() if isinstance(value, Quote) for w in value.words)


def play(chat: Watched, person: Person, move: str, number: int) -> None:
    """One move, if it can be made; afterwards whoever spoke has had a sign of life."""
    heard, refused = len(person.heard), False
    match move:
        case "says" | "speaks":
            person.says(f"geheim {len(chat.words)}", Form.VOICE if move == "speaks" else Form.TEXT)
        case "label" if person.open and person.open.labels:
            label = person.open.labels[number % len(person.open.labels)]
            if label.id.startswith("deel-"):
                chat.allowed[person.id] = Share(label.id.removeprefix("deel-"))
            was = chat.allowed.get(person.id)
            person.presses(chat.text(label.line))
            if label.id.startswith("deel-") and chat.refused:
                chat.allowed.pop(person.id, None)
            assert was is None or True
        case "tap" if chat.buttons:
            person.taps(list(chat.buttons.values())[number % len(chat.buttons)])
        case "leaves" | "blocks" | "returns":
            getattr(person, move)()
            return
        case "turns" if chat.reveal:
            chat.turns()
            return
        case "grows" if chat.reveal:
            chat.grows(6 + number)
            return
        case "unknown" if chat.reveal:
            chat.grows(None)
            return
        case "audience" if person.open and person.open.labels and person.open.labels[0].id.startswith("deel"):
            chat.tells_audience(person, 5 + number % 2)
            return
        case "remind" if person.open:
            chat.fires(Purpose.REMIND, person)
            return
        case "deadline" | "last" | "grew":
            fire(chat, Purpose(move))
            return
        case _:
            return
    signs = len(person.heard) > heard or bool(chat.refused) or bool(chat.effects) or refused
    assert signs, f"{person.name} did {move} and heard nothing"


def fire(chat: Chat, purpose: Purpose) -> None:
    """Wake the step for this, when it asked for it; also long after it moved on."""
    for _, timer in chat.timers[-6:]:
        if timer.purpose is purpose:
            chat.happens(
                Fired(at=chat.now, step=timer.step, turn=timer.turn, purpose=purpose, member=timer.member,
                      round=timer.round)
            )  # fmt: skip


@MANY
@given(moves, st.sampled_from(list(Pace)))
def test_whatever_people_do_nothing_sealed_leaves_before_its_reveal(history: list[Move], pace: Pace) -> None:
    chat = Watched(TALK, *FOUR, outside=LATE, pace=pace)
    for move, who, number in history:
        everyone = chat.people + chat.outside
        play(chat, everyone[who % len(everyone)], move, number)
        assert codec.decode_run(codec.encode_run(chat.run)) == chat.run


@settings(max_examples=300, deadline=None)
@given(moves)
def test_firing_all_timers_ends_any_talk_so_nobody_stays_stuck(history: list[Move]) -> None:
    chat = Watched(TALK, *FOUR, outside=LATE)
    for move, who, number in history:
        everyone = chat.people + chat.outside
        play(chat, everyone[who % len(everyone)], move, number)
    for _ in range(30):
        if chat.run.status is not Status.OPEN:
            break
        for purpose in (Purpose.DEADLINE, Purpose.GREW, Purpose.LAST):
            fire(chat, purpose)
    assert chat.run.status in (Status.DONE, Status.STOPPED)
    assert chat.over


@settings(max_examples=200, deadline=None)
@given(moves)
def test_a_stranger_changes_nothing_and_hears_a_kind_no(history: list[Move]) -> None:
    chat = Watched(TALK, *FOUR, outside=LATE)
    stranger = chat.outside[0]
    for move, who, number in history:
        play(chat, chat.people[who % 4], move, number)
    before = chat.run
    stranger.says("dit is niet voor mij")
    assert chat.run == before
    assert any(isinstance(effect, Refuse) for effect in chat.effects)
