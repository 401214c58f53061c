"""Holds every call and answer of the local server against aiogram's models of the Bot API.

aiogram was written by others, from Telegram's own documentation; what the server and the bot agree on
wrongly between them, it does not agree with.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiogram.types import ResponseParameters, Update
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.demo.model import Json, JsonObject
from bot.demo.params import Upload, Value
from bot.demo.world import World


class Conformance:
    """A hook for `Town.on_call`; `check` fails when anything was not as in the Bot API.

    Requests are judged when the server took them; what it refused itself is judged by its answer only.
    Raw updates put in the queue on purpose are skipped.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        self.problems: list[str] = []
        self.calls = 0

    def __call__(self, method: str, params: dict[str, Value], response: JsonObject) -> None:
        self.calls += 1
        self.problems += [f"{method}: {problem}" for problem in self._judged(method, params, response)]

    def check(self) -> None:
        """Fails with all problems found so far."""
        assert not self.problems, "not as in the Bot API:\n" + "\n".join(self.problems)

    def _judged(self, method: str, params: dict[str, Value], response: JsonObject) -> Iterator[str]:
        if response.get("ok") is not True:
            yield from _refusal_problems(response)
            return
        model = method_model(method)
        if model is None:
            yield "aiogram does not know this method"
            return
        yield from request_problems(model, params)
        result = response["result"]
        if method == "getUpdates" and isinstance(result, list):
            raw = self._world.updates.raw_ids
            result = [item for item in result if not (isinstance(item, dict) and item.get("update_id") in raw)]
        yield from _value_problems(TypeAdapter(model.__returning__), result, "result")


def method_model(method: str) -> type[TelegramMethod[object]] | None:
    """aiogram's model of a method of the Bot API."""
    found = getattr(aiogram.methods, method[:1].upper() + method[1:], None)
    return found if isinstance(found, type) and issubclass(found, TelegramMethod) else None


def request_problems(model: type[BaseModel], params: Mapping[str, Value]) -> Iterator[str]:
    """What is wrong with the parameters of a call: unknown, missing or of the wrong type."""
    attached = {name for name, value in params.items() if isinstance(value, Upload) and name not in model.model_fields}
    plain = {
        name: "a-file-id" if isinstance(value, Upload) else value
        for name, value in params.items()
        if name not in attached
    }
    yield from _value_problems(TypeAdapter(model), plain, "request")


def update_problems(update: JsonObject) -> Iterator[str]:
    """What is wrong with an update."""
    yield from _value_problems(TypeAdapter(Update), update, "update")


def _refusal_problems(response: JsonObject) -> Iterator[str]:
    status, told = response.get("error_code"), response.get("description")
    if response.get("ok") is not False or not isinstance(status, int) or not isinstance(told, str):
        yield f"an error needs ok, error_code and description: {response}"
    if "parameters" in response:
        yield from _value_problems(TypeAdapter(ResponseParameters), response["parameters"], "parameters")
    if extra := set(response) - {"ok", "error_code", "description", "parameters"}:
        yield f"an error has no fields {sorted(extra)}"


def _value_problems(adapter: TypeAdapter[object], value: Json | Mapping[str, Json], place: str) -> Iterator[str]:
    text = json.dumps(value)
    try:
        read = adapter.validate_json(text)
    except ValidationError as error:
        for problem in error.errors():
            yield f"{place}.{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}"
        return
    yield from _differences(json.loads(text), read, place)


def _differences(raw: object, read: object, place: str) -> Iterator[str]:
    """aiogram lets unknown fields and numbers written as text pass; here they count as mistakes."""
    if isinstance(raw, list) and isinstance(read, list | tuple):
        for number, (raw_item, read_item) in enumerate(zip(raw, read, strict=True)):
            yield from _differences(raw_item, read_item, f"{place}[{number}]")
    elif isinstance(raw, dict) and isinstance(read, BaseModel):
        names = {field.alias or name: name for name, field in type(read).model_fields.items()}
        for key, item in raw.items():
            if key in names:
                yield from _differences(item, getattr(read, names[key]), f"{place}.{key}")
            else:
                yield f"{place}.{key}: unknown field of {type(read).__name__}"
    elif isinstance(read, datetime):
        if type(raw) is not int:
            yield f"{place}: {raw!r} is no moment in unix seconds"
    elif raw != read or isinstance(raw, bool) is not isinstance(read, bool):
        yield f"{place}: {raw!r} has the wrong type"
