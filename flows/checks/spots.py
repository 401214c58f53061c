"""Every text in the content, with what it is used for and which names are filled in in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from flows.cards import (
    CHAIR,
    EXAMPLES,
    GOOD_MOMENT,
    GUEST,
    OF_ROLE,
    PICTURE,
    QUESTION,
    ROUND,
    SCALE,
    STATEMENT,
    TEAM,
    Card,
)
from flows.checks.given import ALWAYS, given, given_on_card, may_know
from flows.checks.graph import is_sound, says, surely
from flows.names import Language, Role, TextKey
from flows.problems import Placed
from flows.proposing import FORMATS, Reason
from flows.source import Content, Written
from flows.steps import Step
from flows.steps.ask import AskStep
from flows.steps.choose import ChooseStep
from flows.steps.each import EachStep
from flows.steps.pick import PickStep
from flows.steps.propose import ProposeStep
from flows.steps.round import RoundStep
from flows.steps.who import WhoStep
from flows.texts import HOME

TITLE, ABOUT = TextKey("title"), TextKey("about")


class Use(Enum):
    """What a text is for."""

    SAID = auto()
    BUTTON = auto()
    TITLE = auto()  # also a button, where all cards are offered
    ABOUT = auto()
    QUESTION = auto()
    EXAMPLE = auto()
    MEANING = auto()
    TIP = auto()
    SPARK = auto()
    PLACE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One text in one language. `names`: what is filled in; None where that can't be told. `perhaps`: what may be."""

    text: Placed
    use: Use
    names: frozenset[str] | None
    perhaps: frozenset[str] = frozenset()
    language: Language = HOME

    @property
    def is_label(self) -> bool:
        """Whether it stands on a button: plain text, on one line."""
        return self.use in (Use.BUTTON, Use.TITLE)


def spots(content: Content) -> Iterator[Spot]:
    """All texts, Dutch first, then each translation held to the same."""
    of_file = {
        **{path: _of_flow(written) for path, written in content.written.items()},
        **{path: _of_card(card) for path, card in content.cards.items()},
        **{path: _alone(texts) for path, texts in (*content.tips.items(), *content.reference.items())},
    }
    for by_key in of_file.values():
        yield from by_key.values()
    for translation in content.translations:
        dutch = of_file.get(translation.original, {})
        for key, one in translation.texts.items():
            if key in dutch:
                spot = dutch[key]
                yield replace(spot, text=one.text, language=translation.language)


def _of_flow(written: Written) -> Mapping[TextKey, Spot]:
    flow = written.flow
    filled = surely(flow, says) if is_sound(flow) else None
    known = {TITLE: Spot(text=written.texts[TITLE], use=Use.TITLE, names=frozenset())}
    perhaps = may_know(flow) | {str(step.id) for step in flow.steps}
    own = written.own_texts
    for step in flow.steps:
        names = given(flow) | filled.get(step.id, frozenset[str]()) if filled is not None else None
        for key, use, more in _keys(step):
            if key in own:
                # What was picked is shown again later, by itself, so only names that are always known fit in it.
                always = (use is Use.BUTTON and isinstance(step, PickStep)) or isinstance(step, ProposeStep)
                here = ALWAYS | more if always else names | more if names is not None else None
                heard = isinstance(step, RoundStep) or key.endswith(f".{Role.PUPIL}")
                if here is not None and heard and key.startswith(f"{step.id}{OF_ROLE}."):
                    here -= ALWAYS  # the child reads or hears it
                known[key] = Spot(text=written.texts[key], use=use, names=here, perhaps=perhaps)
    return known


def _keys(step: Step) -> Iterator[tuple[TextKey, Use, frozenset[str]]]:
    """Each text of a step, what it is for, and which names are known in it besides."""
    nothing = frozenset[str]()
    yield TextKey(f"{step.id}.text"), Use.SAID, nothing
    for role in Role:
        yield TextKey(f"{step.id}{OF_ROLE}.{role}"), Use.QUESTION, nothing
    if isinstance(step, AskStep | ChooseStep | PickStep):
        for option in step.options:
            given = isinstance(step, PickStep) and option in step.gives and step.only.get(option)
            yield TextKey(f"{step.id}.{option}"), Use.BUTTON, frozenset({given} if given else ())
    if isinstance(step, EachStep):
        yield TextKey(f"{step.id}.daarna.text"), Use.SAID, nothing
        for deck in step.decks:
            yield TextKey(f"{step.id}.stapel.{deck}"), Use.BUTTON, nothing
    if isinstance(step, ProposeStep):
        for part in (*(f"reden.{reason}" for reason in Reason), *(f"over.{format}" for format in FORMATS)):
            yield TextKey(f"{step.id}.{part}"), Use.SAID, nothing
    if isinstance(step, WhoStep):
        yield TextKey(f"{step.id}.more"), Use.SAID, frozenset({step.id})


def _of_card(card: Card) -> Mapping[TextKey, Spot]:
    return {key: Spot(text=text, use=use_of(key), names=given_on_card(key)) for key, text in card.texts.items()}


def _alone(texts: Mapping[TextKey, Placed]) -> Mapping[TextKey, Spot]:
    """Tips, jargon, sparks and places: no names are filled in."""
    return {key: Spot(text=text, use=use_of(key), names=frozenset()) for key, text in texts.items()}


_ASKED = dict.fromkeys((QUESTION, ROUND, GOOD_MOMENT, STATEMENT, SCALE, CHAIR, TEAM, GUEST), Use.QUESTION)
_REFERENCE = {"tip": Use.TIP, "woord": Use.MEANING, "vonk": Use.SPARK, "plek": Use.PLACE}
_USES = {**_REFERENCE, TITLE: Use.TITLE, ABOUT: Use.ABOUT, EXAMPLES: Use.EXAMPLE, PICTURE: Use.ABOUT, **_ASKED}


def use_of(key: TextKey) -> Use:
    """What a text of a card, a tip or a reference is for, by its key."""
    if key.startswith("plek.") and key.endswith(".naam"):
        return Use.TITLE
    return _USES.get(key.partition(".")[0], Use.SAID)
