"""The file of tips: for each thing that can be in the way, one tip for each role."""

from collections.abc import Mapping

from flows.agreements import Obstacle
from flows.names import Role, TextKey
from flows.problems import Placed
from flows.source.entry import Entry
from flows.source.naming import format_number

TIPS = "tips.yaml"
"""The one file, within content."""


def tip_key(obstacle: Obstacle, role: Role) -> TextKey:
    """The key of a tip among the texts of a flow that shows `{tip-<obstacle>}`."""
    return TextKey(f"tip.{obstacle}.{role}")


def read_tips(entry: Entry) -> Mapping[TextKey, Placed]:
    """All tips; what is missing is a problem: whoever is stuck gets one, whatever their role."""
    format_number(entry, "tips")
    tips: dict[TextKey, Placed] = {}
    for obstacle in Obstacle:
        of_role = entry.mapping(obstacle)
        for role in Role:
            tips[tip_key(obstacle, role)] = of_role.text(role)
        of_role.done()
    entry.done()
    return tips
