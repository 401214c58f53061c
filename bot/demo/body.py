"""The JSON object of a control call, read field by field."""

from __future__ import annotations

import base64
import binascii

from bot.demo.model import Json, JsonObject, NotPossible


class Body:
    """What a control call carries; every reader raises NotPossible for a wrong field."""

    def __init__(self, values: JsonObject) -> None:
        self.values = values

    def number(self, name: str) -> int:
        """A whole number that must be there."""
        found = self.maybe_number(name)
        if found is None:
            raise NotPossible(f"{name} is missing")
        return found

    def maybe_number(self, name: str) -> int | None:
        """A whole number, or None."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, int | None):
            raise NotPossible(f"{name} must be a whole number")
        return value

    def text(self, name: str, default: str | None = None) -> str:
        """A text; missing is wrong when there is no default."""
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise NotPossible(f"{name} must be a text")
        return value

    def list(self, name: str) -> list[Json]:
        """A list that must be there."""
        value = self.values.get(name)
        if not isinstance(value, list):
            raise NotPossible(f"{name} must be a list")
        return value

    def maybe_bytes(self, name: str) -> bytes | None:
        """The content of a file, written in base64, or None."""
        if name not in self.values:
            return None
        try:
            return base64.b64decode(self.text(name), validate=True)
        except binascii.Error:
            raise NotPossible(f"{name} must be base64") from None
