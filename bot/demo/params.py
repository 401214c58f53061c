"""The parameters of a call, held against the list of methods that Telegram publishes (`spec.json`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias, cast

from bot.demo.model import ApiError, Json, JsonObject, bad_request


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """A file that came along in a multipart request."""

    name: str
    data: bytes
    mime: str


Value: TypeAlias = "Json | Upload"
Spec: TypeAlias = dict[str, dict[str, "Parameter"]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """What the specification says of one parameter."""

    types: tuple[str, ...]
    required: bool


@cache
def spec() -> Spec:
    """Method -> parameter -> what is known of it, for all methods of Bot API 10.1."""
    read = json.loads(files("bot.demo").joinpath("spec.json").read_text(encoding="utf-8"))
    return {
        method: {
            name: Parameter(types=tuple(facts["types"]), required=bool(facts["required"]))
            for name, facts in parameters.items()
        }
        for method, parameters in read["methods"].items()
    }


@cache
def _names() -> dict[str, str]:
    return {name.lower(): name for name in spec()}


def method_named(name: str) -> str:
    """The method's own spelling; Telegram does not look at capitals. Raises 404 for unknown methods."""
    known = _names().get(name.lower())
    if known is None:
        raise ApiError(404, "Not Found: method not found")
    return known


class Params:
    """The parameters of one call, read and checked."""

    def __init__(self, method: str, values: dict[str, Value]) -> None:
        self.method = method
        self.values = values

    @classmethod
    def read(cls, method: str, raw: dict[str, Value]) -> Params:
        """Reads form text and JSON into the types of the specification.

        Stricter than the real server in one way: a parameter the method does not have is refused.
        """
        known = spec()[method]
        values: dict[str, Value] = {}
        for name, value in raw.items():
            if value is None:
                continue
            if isinstance(value, Upload) and name not in known:
                values[name] = value
                continue
            if name not in known:
                raise bad_request(f"parameter {name} is unknown to {method}")
            values[name] = _typed(name, value, known[name].types)
        uploads = {name for name, value in values.items() if isinstance(value, Upload) and name not in known}
        attached = {str(value).removeprefix("attach://") for value in values.values() if isinstance(value, str)}
        if uploads - attached:
            raise bad_request(f"file {min(uploads - attached)} is not attached to any parameter of {method}")
        for name, facts in known.items():
            if facts.required and name not in values:
                raise bad_request(_MISSING.get(name, f"parameter {name} of {method} is required"))
        return cls(method, values)

    def text(self, name: str) -> str | None:
        """A string, or None when absent."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def number(self, name: str) -> int | None:
        """An integer, or None when absent."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def flag(self, name: str) -> bool:
        """A boolean; False when absent."""
        return self.values.get(name) is True

    def json(self, name: str) -> Json:
        """An object or array, or None when absent."""
        value = self.values.get(name)
        return None if isinstance(value, Upload) else value

    def file(self, name: str) -> str | Upload | None:
        """An uploaded file, or the string that names one."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            value = self.values.get(value.removeprefix("attach://"))
        return value if isinstance(value, str | Upload) else None

    def shown(self) -> JsonObject:
        """The parameters for the log, with files told by their size."""
        return {
            name: f"<file of {len(value.data)} bytes>" if isinstance(value, Upload) else value
            for name, value in self.values.items()
        }


_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "user_id": "invalid user_id specified",
}


def _typed(name: str, value: Value, types: tuple[str, ...]) -> Value:
    if isinstance(value, Upload):
        if "InputFile" not in types:
            raise bad_request(f"{name} can't be a file")
        return value
    _encodable(value)
    if isinstance(value, str):
        value = _from_form(name, value, types)
    for kind in types:
        match kind:
            case "Integer" if isinstance(value, int) and not isinstance(value, bool):
                return value
            case "Float" if isinstance(value, int | float) and not isinstance(value, bool):
                return value
            case "String" | "InputFile" if isinstance(value, str):
                return value
            case "Boolean" if isinstance(value, bool):
                return value
            case _ if kind.startswith("Array of ") and isinstance(value, list):
                return value
            case _ if not kind.startswith("Array of ") and isinstance(value, dict):
                return value
            case _:
                pass
    raise bad_request(f"parameter {name} must be {' or '.join(types)}")


def _from_form(name: str, value: str, types: tuple[str, ...]) -> Json:
    """Form fields are text; JSON bodies may hold numbers and objects as text too, as on the real server."""
    if "Integer" in types and value.lstrip("-").isdecimal():
        return int(value)
    if "String" in types or "InputFile" in types:
        return value
    if "Boolean" in types:
        return {"true": True, "1": True, "false": False, "0": False, "": False}.get(value.lower(), value)
    if types in (("Integer",), ("Float",)):
        try:
            return float(value)
        except ValueError:
            return value
    try:
        return cast(Json, json.loads(value))
    except ValueError:
        raise bad_request(f"can't parse {name} JSON object") from None


def _encodable(value: Json) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
