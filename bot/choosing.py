"""How a circle comes to a talk: what it can choose from, and the talk that follows from what it chose."""

from collections.abc import Mapping, Sequence

from bot import goals, meetings, pupils, resting, working
from bot.acts import Cause
from bot.beginnings import begin_in_group
from bot.desk import Beginning, Desk, Follow, Happening
from bot.storage import people, runs, topics, words
from bot.storage.circles import CircleKind
from bot.storage.database import Tx
from bot.storage.runs import RunRecord
from bot.telling import tell_group
from flows import topics as rules
from flows.events import Known, Stopped
from flows.line import Count, Lines, Quote, Value, Who, Word, ui
from flows.names import CardId, CircleId, FlowId, MemberId, OptionId, Pace, Role, StepId, TextKey
from flows.proposing import GUEST, Mood, Time
from flows.topics import OWN_CARD, Topic, Topics

CHOOSE, EACH_PICKS = FlowId("kiezen"), FlowId("samen-kiezen")
FIRST_CARD = TextKey("kaart.investeer-in-de-relatie")
"""What a circle that never talked is offered first."""

MOST_SHOWN = 6
"""Of a longer list the first are offered; the others come up as those are talked about."""

YES = Count(1)
"""The value of a name that is either known or not."""


def begin(desk: Desk, tx: Tx, circle: CircleId, by: MemberId) -> Sequence[Follow]:
    """Somebody wants to talk: the group chooses, or says what becomes of the talk that is under way."""
    if runs.open_talk(tx, circle) is not None:
        return begin_in_group(desk, tx, FlowId("al-bezig"), circle, by)
    return choose(desk, tx, circle, by)


def choose(desk: Desk, tx: Tx, circle: CircleId, by: MemberId, topic: Topic | None = None) -> Sequence[Follow]:
    """Somebody wants to talk: the group chooses about what and how; only how, about a `topic` of its list."""
    about: dict[str, Value] = {name: value for name, value in _list(desk, tx, circle).items() if value is not None}
    if topic is not None:
        about |= {"kaart": _shown(topic), "op-lijst": YES}
    waits = runs.resting_talk(tx, circle)
    asleep = runs.load(tx, desk.vault, waits) if waits is not None and topic is None else None
    if asleep is not None:
        own = asleep.run.about.get("eigen-titel")
        about["rust"] = own or Word(TextKey(f"kaart.{asleep.run.flow.rpartition('/')[2]}"))
    found = people.circle(tx, circle)
    if found is not None and found.kind is CircleKind.TEAM:
        about["team"] = YES
    elif not runs.ever_talked(tx, circle):
        about["eerste"] = Word(FIRST_CARD)
    return begin_in_group(desk, tx, CHOOSE, circle, by, about=about)


def rest_and_choose(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """The talk that is open rests, and another is chosen."""
    assert record.circle is not None and record.run.starter is not None
    rested = resting.let_rest(desk, tx, record.circle, cause)
    return (*rested, *choose(desk, tx, record.circle, record.run.starter)) if rested else ()


def let_each_pick(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """Everybody is asked in private which card they would pick."""
    assert record.circle is not None and record.run.starter is not None
    return begin_in_group(desk, tx, EACH_PICKS, record.circle, record.run.starter)


def keep_picks(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """What was picked stands on the circle's list, in the order of its turn, without who picked it."""
    assert record.circle is not None
    topics.save(tx, desk.vault, record.circle, rules.added(topics.of(tx, desk.vault, record.circle), _picked(record)))
    return ()


def talk_about_the_first(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """The first of what was picked: when, and how."""
    assert record.circle is not None and record.run.starter is not None
    if runs.open_talk(tx, record.circle) is not None:
        return ()  # somebody began one meanwhile; the list waits
    return choose(desk, tx, record.circle, record.run.starter, _picked(record)[0])


def own_card(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """Its writer shows it to the circle: it stands on the list, and is talked about now when they say so."""
    assert record.circle is not None
    title, about = record.run.about[StepId("eigen-titel")], record.run.about[StepId("eigen-wat")]
    assert isinstance(title, Quote) and isinstance(about, Quote)
    words.open_to_circle(tx, desk.vault, (*title.words, *about.words))
    topic = Topic(card=OWN_CARD, title=title.words[0], about=about.words[0])
    topics.save(tx, desk.vault, record.circle, rules.added(topics.of(tx, desk.vault, record.circle), (topic,)))
    if record.run.kept[StepId("hoe")] == "lijst" or runs.open_talk(tx, record.circle) is not None:
        tell_group(desk, tx, record.circle, ui("op-de-lijst", titel=title), cause)
        return ()
    return choose(desk, tx, record.circle, record.run.participants[0].member, topic)


def off_the_list(desk: Desk, tx: Tx, record: RunRecord) -> Sequence[Follow]:
    """The group takes a card off its list."""
    assert record.circle is not None
    listed = topics.of(tx, desk.vault, record.circle)
    topic = _on(listed, record.run.about["weg"])
    if topic is not None:
        topics.save(tx, desk.vault, record.circle, rules.without(listed, topic))
    about = _list(desk, tx, record.circle)
    return (Happening(record.run.id, Known(at=desk.at(tx, record.circle), about=about)),)


def talk(desk: Desk, tx: Tx, record: RunRecord, cause: Cause) -> Sequence[Follow]:
    """Everything is chosen: the talk begins, and its card leaves the list. What was open is told first."""
    run, circle = record.run, record.circle
    assert circle is not None and run.starter is not None
    open_talk = runs.open_talk(tx, circle)
    stop = (Happening(open_talk, Stopped(at=desk.at(tx, circle))),) if open_talk is not None else ()
    before = (*goals.lines(desk, tx, circle), *meetings.agenda(desk, tx, circle), *working.lines(desk, tx, circle))
    if before:
        tell_group(desk, tx, circle, before, cause)
    spread = Time(run.kept[StepId("tempo")]) is Time.SPREAD
    format = run.kept.get(StepId("werkvorm"), run.kept[StepId("voorstel")])
    chosen, listed = run.about["kaart"], topics.of(tx, desk.vault, circle)
    topic = _on(listed, chosen)
    if topic is not None:
        topics.save(tx, desk.vault, circle, rules.without(listed, topic))
    begin = Beginning(
        flow=FlowId(f"{format}/{_card(chosen)}"),
        circle=circle,
        participants=people.taking_part(tx, circle),
        starter=run.starter,
        pace=Pace.SPREAD if spread else Pace.NOW,
        about={**_called(chosen, topic), **_told(tx, record, format)},
    )
    asked = pupils.ask(desk, tx, circle, begin.participants) if spread else ()
    return (*stop, *asked, begin)


def _list(desk: Desk, tx: Tx, circle: CircleId) -> Mapping[str, Value | None]:
    """The circle's list as the choosing shows it; None for a place on it that is free."""
    listed = topics.of(tx, desk.vault, circle)
    places = (*(_shown(topic) for topic in listed[:MOST_SHOWN]), *[None] * MOST_SHOWN)
    numbered = {f"lijst-{n}": value for n, value in enumerate(places[:MOST_SHOWN], 1)}
    return {"lijst": Count(len(listed)) if listed else None, **numbered}


def _picked(record: RunRecord) -> Topics:
    """The cards of everybody's picks, in the order of their turn."""
    lines = record.run.about[StepId("keuzes")]
    assert isinstance(lines, Lines)
    return tuple(Topic(card=CardId(_card(line.args["kaart"]))) for line in lines.lines)


def _shown(topic: Topic) -> Value:
    return Word(TextKey(f"kaart.{topic.card}")) if topic.title is None else Quote((topic.title,))


def _card(chosen: Value) -> CardId:
    """Which card was chosen; what people titled themselves is a blank one."""
    return CardId(chosen.key.rpartition(".")[2]) if isinstance(chosen, Word) else OWN_CARD


def _on(listed: Topics, chosen: Value) -> Topic | None:
    """Where on the list it stands."""
    title = chosen.words[0] if isinstance(chosen, Quote) else None
    return rules.found(listed, card=_card(chosen), title=title)


def _called(chosen: Value, topic: Topic | None) -> Mapping[str, Value]:
    """What the talk is called: the title of its card, or people's own."""
    if isinstance(chosen, Word):
        return {"titel": Word(TextKey("title"))}
    about = {"eigen-wat": Quote((topic.about,))} if topic is not None and topic.about is not None else {}
    return {"titel": chosen, "eigen-titel": chosen, **about}


def _told(tx: Tx, record: RunRecord, format: OptionId) -> Mapping[str, Value]:
    """What the talk is told besides (flows/checks/given.py)."""
    kept, told = record.run.kept, dict[str, Value]()
    if Mood(kept.get(StepId("stemming"), OptionId(Mood.USUAL))) is Mood.TENSE:
        told["gespannen"] = YES
    if Time(kept[StepId("tempo")]) is Time.TABLE:
        told["aan-tafel"] = YES
    assert record.circle is not None
    guests = [p.member for p in people.taking_part(tx, record.circle) if p.role is Role.SUPPORTER]
    if format == GUEST and guests:
        told["gast"] = Who(guests[0])
    return told
