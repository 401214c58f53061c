"""Log lines without people's words and without the token: ids and classes only (docs/explanation/promises.md)."""

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO

_OURS = ("bot", "flows", "content", "__main__")
_QUIET = ("httpx", "httpcore", "telegram", "apscheduler", "aiosqlite", "aiohttp", "asyncio")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
_IN_URL = re.compile(r"/bot\d+:[^/\s'\"]+")
HIDDEN = "[token]"


class Redaction(logging.Filter):
    """Rewrites each record before any handler sees it. On the root handler, so that no library gets around it."""

    def __init__(self, secret: str = "") -> None:
        super().__init__()
        self._secret = secret

    def filter(self, record: logging.LogRecord) -> bool:
        ours = record.name.partition(".")[0] in _OURS
        # Libraries put whole updates and URLs in their arguments: of theirs only the bare template is kept.
        said = record.getMessage() if ours else str(record.msg).partition("\n")[0]
        if record.name == "py.warnings":  # "file:line: Class: text": only where and which
            said = ": ".join(said.split(": ")[:2])
        record.msg, record.args = self.hide(said), None
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = self.hide(outline(record.exc_info[1]))
        record.exc_info, record.stack_info = None, None
        return True

    def hide(self, text: str) -> str:
        """The text without the token."""
        if self._secret:
            text = text.replace(self._secret, HIDDEN)
        return _TOKEN.sub(HIDDEN, _IN_URL.sub(f"/bot{HIDDEN}", text))


def outline(error: BaseException) -> str:
    """Class and places of an exception and its causes. Never a message: it may repeat what someone wrote."""
    lines: list[str] = []
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        lines.append(type(one).__qualname__)
        for frame in traceback.extract_tb(one.__traceback__):
            lines.append(f"  {frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}")
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n".join(lines)


class _Plain(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = f"{_moment(record)} {record.levelname.lower():8} {record.name}: {record.getMessage()}"
        return f"{line}\n{record.exc_text}" if record.exc_text else line


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        fields = {
            "at": _moment(record),
            "level": record.levelname.lower(),
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.exc_text:
            fields["error"] = record.exc_text
        return json.dumps(fields, ensure_ascii=False)


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


def set_up(level: str, *, secret: str = "", plain: bool | None = None, stream: TextIO | None = None) -> None:
    """Log to stderr, as plain lines on a terminal and as JSON elsewhere. `secret`: the token, never to be shown."""
    stream = sys.stderr if stream is None else stream
    handler = logging.StreamHandler(stream)
    handler.addFilter(Redaction(secret))
    handler.setFormatter(_Plain() if (stream.isatty() if plain is None else plain) else _Json())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # On a busy machine a tick takes longer than its second, and the next is skipped: no reason to page anybody. A clock
    # that stands still shows in the heartbeat.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # a line that can't be written would be repeated on stderr as it was
    sys.excepthook = _uncaught


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(__name__).critical("stopped by an error", exc_info=(kind, error, trace))
