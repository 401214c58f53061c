"""HTTP for python-telegram-bot over aiohttp, which tells 'surely not sent' from 'maybe sent'."""

import json
from datetime import timedelta
from typing import Any, TypeAlias

import aiohttp
from telegram.error import NetworkError, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData

JSONDict: TypeAlias = dict[str, Any]  # as python-telegram-bot has it

CONNECT, WRITE_AND_READ, POOL = 5.0, 20.0, 5.0
"""Seconds. A read that takes longer is of unknown outcome; all of it stays well below a lease of 60 s."""


KEPT = 15.0  # seconds an idle connection is kept: shorter than the other side does, or a send is lost in it
UNSAID = 5.0  # seconds to wait after a 429 without a number


class NotSent(NetworkError):
    """No connection came about: Telegram surely knows nothing of this request."""

    __slots__ = ()


class MaybeSent(NetworkError):
    """The request may have reached Telegram; its answer did not reach us."""

    __slots__ = ()


class TooFast(RetryAfter):
    """429. Made here, because python-telegram-bot's own warns of deprecation while it is being made."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._retry_after = timedelta(seconds=seconds)
        TelegramError.__init__(self, f"Flood control exceeded. Retry in {seconds} seconds")


class AiohttpRequest(BaseRequest):
    """Keeps connections alive; every phase has its own explicit limit. No proxies, no redirects."""

    def __init__(self, *, connections: int = 32, read_timeout: float = WRITE_AND_READ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds a response may take when a call names nothing else."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; more than once does no harm."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=KEPT)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), headers={"User-Agent": "praatmaat"}
            )

    async def shutdown(self) -> None:
        """Close the pool; more than once does no harm."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """As the original, which however logs the whole answer, words of people included, when it is no JSON."""
        try:
            parsed = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            parsed = None
        if not isinstance(parsed, dict):
            raise MaybeSent("the answer is no JSON object")
        return parsed

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request. Raises NotSent or MaybeSent, whose text never holds the address (it contains the token)."""
        if self._session is None:
            raise NotSent("not initialized")
        connect = _or(connect_timeout, CONNECT)
        read = _or(read_timeout, self._read_timeout)
        pool = _or(pool_timeout, POOL)
        limits = aiohttp.ClientTimeout(
            # `connect` of aiohttp holds both waiting for a free connection and making one.
            total=connect + pool + _or(write_timeout, WRITE_AND_READ) + read,
            connect=connect + pool,
            sock_connect=connect,
            sock_read=read,
        )
        try:
            async with self._session.request(
                method, url, data=_body(request_data), timeout=limits, allow_redirects=False
            ) as response:
                payload = await response.read()
                if response.status == 429:
                    raise TooFast(_retry_after(payload))
                return response.status, payload
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from None
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise MaybeSent(type(error).__name__) from None


def _retry_after(payload: bytes) -> float:
    """Seconds Telegram asks us to wait; a few when it does not say how many."""
    try:
        seconds = json.loads(payload)["parameters"]["retry_after"]
    except (ValueError, KeyError, TypeError):
        return UNSAID
    return float(seconds) if isinstance(seconds, int | float) else UNSAID


def _or(given: object, default: float) -> float:
    return float(given) if isinstance(given, int | float) else default


def _body(data: RequestData | None) -> aiohttp.FormData | None:
    if data is None or not data.parameters:
        return None
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    if data.multipart_data:
        for name, (filename, content, mime) in data.multipart_data.items():
            form.add_field(name, content, filename=filename, content_type=mime)
    return form
