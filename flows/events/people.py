"""Who came, went, or could not be reached."""

from dataclasses import dataclass
from datetime import datetime

from flows.names import MemberId, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A member takes part from now on."""

    at: datetime
    by: MemberId
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCardOnly:
    """A member takes part with their own card, and is asked for nothing besides."""

    at: datetime
    by: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """A member left the circle or stopped: counts no longer, and what was not yet turned is erased."""

    at: datetime
    by: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """A member can't be written to (blocked): counts no longer, the words wait."""

    at: datetime
    by: MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A member can be written to again."""

    at: datetime
    by: MemberId
