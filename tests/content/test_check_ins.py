"""No way through a check-in is left unread, none ends in blame, and whoever is stuck gets a tip that suits them."""

import re

import pytest

from flows.agreements import Obstacle
from flows.checks.graph import outcomes, waits
from flows.names import FlowId, Language, Role
from flows.source import tip_key
from tests.chat import LIBRARY
from tests.content import check_ins
from tests.content.check_ins import Told, not_yet
from tests.content.stories import stories_of
from tests.flows.people import NOOR

TOLD = [chat for story in stories_of(check_ins) if isinstance(chat := story(), Told)]
BLAME = re.compile(
    r"\b(helaas|jammer|mislukt?|gefaald|schuld|had je|had moeten|moet|moeten|beloofd|belofte|weer niet|alweer|"
    r"waarom|teleur\w*|nalatig|te laat|verwacht\w*)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("flow", ["check-in", "gemerkt"])
def test_every_way_each_question_can_end_stands_in_a_transcript(flow: str) -> None:
    steps = [step for step in LIBRARY.flow(FlowId(flow)).steps if waits(step)]
    possible = {(step.id, outcome) for step in steps for outcome in outcomes(step)}
    assert possible - {end for chat in TOLD if chat.flow.id == flow for end in chat.ended} == set()


@pytest.mark.parametrize("chat", TOLD, ids=lambda chat: "")
def test_no_line_of_a_check_in_blames(chat) -> None:
    assert [line for line in chat.people[0].heard if BLAME.search(line)] == []


def test_nothing_is_said_in_the_group_by_the_check_in_itself() -> None:
    assert [chat.group for chat in TOLD if chat.group] == []


def test_each_obstacle_has_a_tip_of_its_own_for_each_role() -> None:
    texts = LIBRARY.texts(FlowId("check-in"))
    tips = {(o, r): texts.get(Language("nl"), tip_key(o, r)) for o in Obstacle for r in Role}
    assert len(tips) == len(Obstacle) * len(Role)
    assert [tip for tip in tips.values() if BLAME.search(tip)] == []
    for role in Role:
        assert len({tips[o, role] for o in Obstacle}) == len(Obstacle)


def test_the_tip_is_the_one_for_this_obstacle_and_this_role() -> None:
    chat = not_yet(NOOR, "Ik wacht op iemand")
    tip = LIBRARY.texts(FlowId("check-in")).get(Language("nl"), tip_key(Obstacle.WAITING, Role.CARE))
    assert chat.people[0].heard[-2] == tip


def test_plan_b_is_offered_only_where_there_is_one() -> None:
    without, with_one = not_yet(NOOR, "Iets anders"), not_yet(NOOR, "Iets anders", plan_b=True)
    assert set(with_one.people[0].labels) - set(without.people[0].labels) == {"Ons plan B"}
