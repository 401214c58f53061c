"""HTTP on this machine only: the Bot API, the control API and the page, on one port."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import TypeAlias, cast

from aiohttp import BodyPartReader, web

from bot.demo.api import BotApi, Reply, faulty
from bot.demo.control import Control
from bot.demo.faults import DOWNLOAD
from bot.demo.model import Json, JsonObject, NotPossible
from bot.demo.params import Upload, Value
from bot.demo.view import chat_view, messages_view, state_view, transcript
from bot.demo.world import World

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
_LARGEST_REQUEST = 60 << 20
_PULSE = 15.0
"""Seconds between signs of life on the event stream."""
_Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]
_NO_STORE = {"Cache-Control": "no-store"}


class DemoServer:
    """The local server; `start` binds the port (0 = any free one), `stop` ends all that waits."""

    def __init__(self, world: World, *, port: int = 0, offset_file: Path | None = None, page: Path = PAGE) -> None:
        self.world = world
        self.api = BotApi(world)
        self.control = Control(self.api, offset_file=offset_file)
        self.port = port
        self.page = page
        self._runner: web.AppRunner | None = None
        self._streams: set[asyncio.Queue[JsonObject | None]] = set()

    @property
    def url(self) -> str:
        """Where the page is, without a slash at the end."""
        return f"http://{HOST}:{self.port}"

    @property
    def base_url(self) -> str:
        """What a client puts the token behind."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What a client puts the token and a file's path behind."""
        return f"{self.url}/file/bot"

    async def start(self) -> None:
        """Listens; raises OSError when the port is taken."""
        app = web.Application(client_max_size=_LARGEST_REQUEST, middlewares=[_only_from_here])
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/demo/state", self._state),
                web.get("/demo/events", self._events),
                web.get("/demo/chat/{chat}", self._chat),
                web.get("/demo/transcript", self._transcript),
                web.get("/demo/log", self._log),
                web.get("/demo/file/{file_id}", self._shown_file),
                web.delete("/demo/faults", self._no_faults),
                web.post("/demo/{act}", self._act),
                web.get("/file/bot{token}/{path:.+}", self._file),
                web.route("*", "/bot{token}/{method}", self._call),
                web.get("/{name:[a-z0-9_.-]+}", self._asset),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self.port)
        await site.start()
        self.port = cast("tuple[str, int]", self._runner.addresses[0])[1]

    async def stop(self) -> None:
        """Ends polls and streams, then closes."""
        self.world.updates.end_poll()
        for stream in self._streams:
            stream.put_nowait(None)
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    # -- the Bot API -----------------------------------------------------------------------------------

    async def _call(self, request: web.Request) -> web.StreamResponse:
        try:
            raw = await _read(request)
        except ValueError:
            reply = Reply(status=400, body=_refusal(400, "Bad Request: can't parse JSON object"))
        else:
            reply = await self.api.call(request.match_info["token"], request.match_info["method"], raw)
        return self._http_answer(request, reply)

    def _http_answer(self, request: web.Request, reply: Reply) -> web.StreamResponse:
        if reply.drop:
            if request.transport is not None:
                request.transport.close()
            return web.Response(status=500)
        if isinstance(reply.body, str):
            return web.Response(status=reply.status, text=reply.body)
        return _json(reply.body, reply.status)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.world.token:
            return _json(_refusal(401, "Unauthorized"), 401)
        if (rule := self.api.faults.take(DOWNLOAD, None)) is not None:
            await asyncio.sleep(rule.delay)
            if not rule.only_slow:
                return self._http_answer(request, faulty(rule))
        path = request.match_info["path"]
        file = next((file for file in self.world.files.values() if file.path == path), None)
        if file is None:
            return _json(_refusal(404, "Not Found"), 404)
        return web.Response(body=file.data, content_type="application/octet-stream")

    # -- the control API -------------------------------------------------------------------------------

    async def _act(self, request: web.Request) -> web.StreamResponse:
        try:
            body = json.loads(await request.text() or "{}")
            if not isinstance(body, dict):
                raise NotPossible("the body must be a JSON object")
            return _json(await self.control.do(request.match_info["act"], body))
        except ValueError:
            return _json({"error": "the body is no JSON"}, 400)
        except NotPossible as reason:
            return _json({"error": str(reason)}, 400)

    async def _state(self, request: web.Request) -> web.StreamResponse:
        return _json(state_view(self.world))

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        try:
            chat = self.world.chat(int(request.match_info["chat"]))
            after = int(request.query.get("after", "0"))
        except (NotPossible, ValueError) as reason:
            return _json({"error": str(reason)}, 400)
        return _json({"chat": chat_view(chat), "messages": messages_view(self.world, chat, after)})

    async def _transcript(self, request: web.Request) -> web.StreamResponse:
        try:
            chat = self.world.chat(int(request.query.get("chat", "")))
        except (NotPossible, ValueError) as reason:
            return _json({"error": str(reason)}, 400)
        return web.Response(text=transcript(self.world, chat), headers=_NO_STORE)

    async def _log(self, request: web.Request) -> web.StreamResponse:
        calls: list[Json] = [asdict(call) for call in self.api.log]
        return _json(calls)

    async def _no_faults(self, request: web.Request) -> web.StreamResponse:
        self.api.faults.rules.clear()
        return _json({})

    async def _shown_file(self, request: web.Request) -> web.StreamResponse:
        file = self.world.files.get(request.match_info["file_id"])
        if file is None:
            return _json({"error": "there is no such file"}, 400)
        # A document from a bot must never run as a page of this server.
        headers = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
        return web.Response(body=file.data, content_type=file.mime, headers=headers)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", **_NO_STORE})
        await response.prepare(request)
        stream: asyncio.Queue[JsonObject | None] = asyncio.Queue()
        quiet = self.world.listen(lambda event: None if event["type"] == "call" else stream.put_nowait(event))
        self._streams.add(stream)
        try:
            await response.write(b": hello\n\n")
            while True:
                try:
                    event = await asyncio.wait_for(stream.get(), _PULSE)
                except TimeoutError:
                    await response.write(b": still here\n\n")
                    continue
                if event is None:
                    break
                await response.write(f"data: {json.dumps(event)}\n\n".encode())
        except ConnectionResetError:
            pass
        finally:
            quiet()
            self._streams.discard(stream)
        return response

    # -- the page --------------------------------------------------------------------------------------

    async def _index(self, request: web.Request) -> web.StreamResponse:
        return self._page_file("index.html")

    async def _asset(self, request: web.Request) -> web.StreamResponse:
        return self._page_file(request.match_info["name"])

    def _page_file(self, name: str) -> web.StreamResponse:
        path = self.page / name
        if not path.is_file():
            raise web.HTTPNotFound()
        return web.FileResponse(path, headers=_NO_STORE)


@web.middleware
async def _only_from_here(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """Keeps other web pages in the same browser away from the demo: own host name and own origin only."""
    here = request.host.partition(":")[0] in {HOST, "localhost"}
    origin = request.headers.get("Origin")
    if not here or (origin is not None and origin != f"http://{request.host}"):
        raise web.HTTPForbidden(text="only for pages of this server")
    return await handler(request)


async def _read(request: web.Request) -> dict[str, Value]:
    """The parameters of a Bot API call: address, form, multipart or JSON; raises ValueError for bad JSON."""
    values: dict[str, Value] = dict(request.query)
    if request.content_type == "application/json":
        body = json.loads(await request.text() or "{}")
        if not isinstance(body, dict):
            raise ValueError("a JSON body must be an object")
        values |= body
    elif request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name:
                values[part.name] = await _part(part)
    else:
        values |= {name: str(value) for name, value in (await request.post()).items()}
    return values


async def _part(part: BodyPartReader) -> Value:
    data = bytes(await part.read(decode=True))
    if part.filename is None:
        return data.decode()
    return Upload(name=part.filename, data=data, mime=part.headers.get("Content-Type", "application/octet-stream"))


def _refusal(status: int, description: str) -> JsonObject:
    return {"ok": False, "error_code": status, "description": description}


def _json(body: Json, status: int = 200) -> web.Response:
    return web.json_response(body, status=status, headers=_NO_STORE)
