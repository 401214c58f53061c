"""Runs and revisions to JSON and back, with a format number, so that what was stored long ago can still be read."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from pydantic import JsonValue, TypeAdapter
from pydantic_core import from_json, to_json

from flows.flow import Flow
from flows.names import Language, Revision, TextKey
from flows.run import Run
from flows.texts import Texts

RUN_FORMAT = 1
REVISION_FORMAT = 1

Body = dict[str, JsonValue]
Upcasters = Mapping[int, Callable[[Body], Body]]

RUN_UPCASTERS: Upcasters = {}
"""From a format number to a function that makes the next number of it; never edit one that has shipped."""

REVISION_UPCASTERS: Upcasters = {}
"""The same for revisions."""


class Unreadable(ValueError):
    """Stored JSON of a format this version does not know; it is newer, or no format at all."""


@dataclass(frozen=True, slots=True)
class _Revised:
    flow: Flow
    texts: Mapping[Language, Mapping[TextKey, str]]


_RUN = TypeAdapter(Run)
_REVISED = TypeAdapter(_Revised)


def encode_run(run: Run) -> str:
    """The run as JSON."""
    return to_json({"format": RUN_FORMAT, "run": _RUN.dump_python(run, mode="json")}).decode()


def decode_run(text: str) -> Run:
    """The run behind JSON of this format or an older one. Raises Unreadable or pydantic's ValidationError."""
    body = upcast(from_json(text), RUN_FORMAT, RUN_UPCASTERS)
    return _RUN.validate_python(body["run"])


def encode_revision(flow: Flow, texts: Texts) -> str:
    """Flow and texts as canonical JSON: the same content always gives the same characters, so the same hash."""
    revised = _Revised(replace(flow, revision=Revision("")), texts.by_language)
    body = {"format": REVISION_FORMAT, **_REVISED.dump_python(revised, mode="json")}
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def decode_revision(text: str) -> tuple[Flow, Texts]:
    """The flow, carrying its own hash, and its texts. Raises Unreadable or pydantic's ValidationError."""
    body = upcast(from_json(text), REVISION_FORMAT, REVISION_UPCASTERS)
    revised = _REVISED.validate_python({"flow": body["flow"], "texts": body["texts"]})
    return replace(revised.flow, revision=hash_of(text)), Texts(revised.texts)


def hash_of(revision: str) -> Revision:
    """What a run is pinned to: the SHA-256 of the encoded revision."""
    return Revision(sha256(revision.encode()).hexdigest())


def upcast(body: JsonValue, wanted: int, upcasters: Upcasters) -> Body:
    """Lift a stored body step by step to the format this version reads. Raises Unreadable where no step leads on."""
    if not isinstance(body, dict):
        raise Unreadable("no JSON object")
    number = body.get("format")
    while number != wanted:
        if not isinstance(number, int) or number not in upcasters:
            raise Unreadable(f"format {number!r} can't be made into {wanted}")
        body = upcasters[number](body)
        number += 1
    return body
