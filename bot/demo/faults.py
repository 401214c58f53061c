"""Faults on request: what the server must do wrong, how often, and before or after the work is done."""

from __future__ import annotations

from dataclasses import dataclass

from bot.demo.model import ApiError, Json, JsonObject, NotPossible
from bot.demo.params import spec

DOWNLOAD = "download"
"""The name of fetching a file, in rules, beside the names of methods."""

_DESCRIPTIONS = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
_FIELDS = frozenset(
    {"method", "chat_id", "times", "status", "description", "retry_after", "migrate_to_chat_id"}
    | {"effect", "delay", "drop", "body"}
)


@dataclass(kw_only=True, slots=True)
class Rule:
    """One kind of fault; `times` counts down to zero, and -1 means always. `delay` is in seconds."""

    method: str = "*"
    chat_id: int | None = None
    times: int = 1
    status: int | None = None
    description: str | None = None
    retry_after: int | None = None
    migrate_to_chat_id: int | None = None
    after: bool = False
    delay: float = 0.0
    drop: bool = False
    body: str | None = None

    @property
    def only_slow(self) -> bool:
        """Whether the call is answered as always, but late."""
        return self.status is None and not self.drop and self.body is None

    def refusal(self) -> ApiError:
        """The error this rule answers with."""
        status = self.status or 500
        parameters: JsonObject = {}
        description = self.description or _DESCRIPTIONS.get(status, "Internal Server Error")
        if status == 429:
            seconds = self.retry_after if self.retry_after is not None else 1
            parameters["retry_after"] = seconds
            description = self.description or f"Too Many Requests: retry after {seconds}"
        if self.migrate_to_chat_id is not None:
            parameters["migrate_to_chat_id"] = self.migrate_to_chat_id
            description = self.description or ("Bad Request: group chat was upgraded to a supergroup chat")
        return ApiError(status, description, parameters)


def read_rule(given: Json) -> Rule:
    """A rule as the control API describes it; raises NotPossible for one that makes no sense."""
    if not isinstance(given, dict) or set(given) - _FIELDS:
        unknown = sorted(set(given) - _FIELDS) if isinstance(given, dict) else given
        raise NotPossible(f"a fault rule has the fields {', '.join(sorted(_FIELDS))}; not {unknown}")
    effect = given.get("effect", "before")
    if effect not in ("before", "after"):
        raise NotPossible("effect is before or after")
    method, body, description = given.get("method", "*"), given.get("body"), given.get("description")
    delay, times = given.get("delay", 0), given.get("times", 1)
    numbers = [given.get(name) for name in ("chat_id", "status", "retry_after", "migrate_to_chat_id")]
    if (
        not isinstance(method, str)
        or not isinstance(times, int)
        or not isinstance(delay, int | float)
        or not isinstance(body, str | None)
        or not isinstance(description, str | None)
        or any(not isinstance(number, int | None) for number in numbers)
    ):
        raise NotPossible("a field of the fault rule has the wrong type")
    if method not in ("*", DOWNLOAD) and method not in spec():
        raise NotPossible(f"there is no method {method}")
    chat_id, status, retry_after, migrate_to = (n if isinstance(n, int) else None for n in numbers)
    return Rule(
        method=method,
        chat_id=chat_id,
        times=times,
        status=status if status is not None or migrate_to is None else 400,
        description=description,
        retry_after=retry_after,
        migrate_to_chat_id=migrate_to,
        after=effect == "after",
        delay=float(delay),
        drop=given.get("drop") is True,
        body=body,
    )


class Faults:
    """The rules that hold now."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def take(self, method: str, chat_id: Json) -> Rule | None:
        """The first rule for this call, used up by one; the rules keep their order."""
        for rule in self.rules:
            if rule.times == 0 or rule.method not in ("*", method):
                continue
            if rule.chat_id is not None and rule.chat_id != chat_id:
                continue
            if rule.times > 0:
                rule.times -= 1
            return rule
        return None
