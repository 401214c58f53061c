"""Agreements, pure: what one is, and what may become of it by whose word."""

from flows.agreements.acts import (
    MOST_OPEN,
    accept,
    decline,
    move,
    open_actions,
    propose,
    report,
    stop,
    tell,
    tell_story,
)
from flows.agreements.model import (
    FINAL,
    Agreement,
    Akkoord,
    Change,
    Did,
    Kind,
    Obstacle,
    Promise,
    Result,
    State,
)

__all__ = [
    "FINAL",
    "MOST_OPEN",
    "Agreement",
    "Akkoord",
    "Change",
    "Did",
    "Kind",
    "Obstacle",
    "Promise",
    "Result",
    "State",
    "accept",
    "decline",
    "move",
    "open_actions",
    "propose",
    "report",
    "stop",
    "tell",
    "tell_story",
]
