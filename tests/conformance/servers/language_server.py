"""A language server in miniature: JSON-RPC over asyncio streams, requests dispatched by decorators, cancellation."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import enum
import itertools
import json
import logging
import re
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import (
    Any,
    ClassVar,
    Final,
    Generic,
    Literal,
    NotRequired,
    Protocol,
    TypeAlias,
    TypedDict,
    TypeVar,
    cast,
)

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Id: TypeAlias = int | str
T = TypeVar("T")
P_contra = TypeVar("P_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)

logger = logging.getLogger("lsp")


class ErrorCode(enum.IntEnum):
    PARSE_ERROR = -32700
    INVALID_REQUEST = -32600
    METHOD_NOT_FOUND = -32601
    INVALID_PARAMS = -32602
    INTERNAL_ERROR = -32603
    SERVER_NOT_INITIALIZED = -32002
    REQUEST_CANCELLED = -32800

    @property
    def title(self) -> str:
        return self.name.replace("_", " ").capitalize()


class ErrorObject(TypedDict):
    code: int
    message: str
    data: NotRequired[Any]


class RpcError(Exception):
    def __init__(self, code: ErrorCode, message: str | None = None, *, data: Any = None) -> None:
        super().__init__(message or code.title)
        self.code = code
        self.data = data

    def to_json(self) -> ErrorObject:
        error: ErrorObject = {"code": self.code, "message": str(self)}
        if self.data is not None:
            error["data"] = self.data
        return error


@dataclass(frozen=True, slots=True, order=True)
class Position:
    line: int
    character: int

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Position:
        match value:
            case {"line": int(line), "character": int(character)} if line >= 0 and character >= 0:
                return cls(line, character)
            case {"line": _, "character": _}:
                raise RpcError(ErrorCode.INVALID_PARAMS, f"bad position {json.dumps(value)}")
            case _:
                raise RpcError(ErrorCode.INVALID_PARAMS, "position wants line and character")


@dataclass(frozen=True, slots=True)
class Range:
    start: Position
    end: Position

    def __contains__(self, position: Position) -> bool:
        return self.start <= position <= self.end

    def to_json(self) -> Json:
        return cast(Json, dataclasses.asdict(self))


@dataclass(slots=True)
class Document:
    uri: str
    text: str
    version: int = 0
    _lines: list[str] | None = field(default=None, init=False, repr=False, compare=False)

    WORD: ClassVar[re.Pattern[str]] = re.compile(r"[^\W\d]\w*")

    @property
    def lines(self) -> list[str]:
        if self._lines is None:
            self._lines = self.text.splitlines()
        return self._lines

    def word_at(self, position: Position) -> tuple[str, Range] | None:
        try:
            line = self.lines[position.line]
        except IndexError:
            return None
        for found in self.WORD.finditer(line):
            here = Range(Position(position.line, found.start()), Position(position.line, found.end()))
            if position in here:
                return found[0], here
        return None

    def occurrences(self, word: str) -> Iterable[Range]:
        pattern = re.compile(rf"\b{re.escape(word)}\b")
        for number, line in enumerate(self.lines):
            for found in pattern.finditer(line):
                yield Range(Position(number, found.start()), Position(number, found.end()))

    def apply(self, version: int, text: str) -> None:
        if version <= self.version:
            raise RpcError(ErrorCode.INVALID_REQUEST, f"version {version} is not after {self.version}")
        self.text, self.version, self._lines = text, version, None


class Handler(Protocol[P_contra, R_co]):
    def __call__(self, server: Server, params: P_contra, /) -> Awaitable[R_co]: ...


@dataclass(frozen=True)
class Method(Generic[T]):
    name: str
    handler: Handler[Any, T]
    kind: Literal["request", "notification"]
    needs_start: bool = True


class Registry(dict[str, Method[Any]]):
    def __missing__(self, name: str) -> Method[Any]:
        raise RpcError(ErrorCode.METHOD_NOT_FOUND, f"unknown method {name!r}", data={"known": sorted(self)})

    def request(self, name: str, *, needs_start: bool = True) -> Callable[[Handler[Any, T]], Handler[Any, T]]:
        def register(handler: Handler[Any, T]) -> Handler[Any, T]:
            if name in self:
                raise ValueError(f"{name} is registered twice")
            self[name] = Method(name, handler, "request", needs_start)
            return handler

        return register

    def notification(self, name: str) -> Callable[[Handler[Any, None]], Handler[Any, None]]:
        def register(handler: Handler[Any, None]) -> Handler[Any, None]:
            self[name] = Method(name, handler, "notification")
            return handler

        return register


methods: Final = Registry()


async def read_message(reader: asyncio.StreamReader) -> Any:
    """One message with its Content-Length header; None at the end."""
    length: int | None = None
    while True:
        raw = await reader.readline()
        if not raw:
            return None
        header = raw.decode("ascii").strip()
        if not header:
            break
        name, _, value = header.partition(":")
        if name.lower() == "content-length":
            length = int(value)
    if length is None:
        raise RpcError(ErrorCode.INVALID_REQUEST, "no Content-Length")
    body = await reader.readexactly(length)
    try:
        return json.loads(body)
    except json.JSONDecodeError as error:
        raise RpcError(ErrorCode.PARSE_ERROR, data={"position": error.pos}) from error


def pack(message: Mapping[str, Any]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}, separators=(",", ":")).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


class Server:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.documents: dict[str, Document] = {}
        self.running: dict[Id, asyncio.Task[None]] = {}
        self.started = False
        self.stopping = asyncio.Event()

    def send(self, **message: Any) -> None:
        self.writer.write(pack(message))

    async def serve(self) -> None:
        async with contextlib.AsyncExitStack() as stack:
            stack.callback(self.writer.close)
            stack.push_async_callback(self._finish)
            while not self.stopping.is_set():
                try:
                    message = await read_message(self.reader)
                except RpcError as error:
                    self.send(id=None, error=error.to_json())
                    continue
                if message is None:
                    break
                await self._dispatch(message)

    async def _finish(self) -> None:
        for task in self.running.values():
            task.cancel("server stops")
        await asyncio.gather(*self.running.values(), return_exceptions=True)
        await self.writer.drain()

    async def _dispatch(self, message: Any) -> None:
        match message:
            case {"method": "$/cancelRequest", "params": {"id": int() | str() as request_id}}:
                if (task := self.running.get(request_id)) is not None:
                    task.cancel()
            case {"method": str(name), "id": int() | str() as request_id, **rest}:
                task = asyncio.create_task(
                    self._answer(request_id, name, rest.get("params")), name=f"{name}#{request_id}"
                )
                self.running[request_id] = task
                task.add_done_callback(lambda _: self.running.pop(request_id, None))
                await asyncio.sleep(0)
            case {"method": str(name)}:
                try:
                    await methods[name].handler(self, message.get("params"))
                except RpcError as error:
                    logger.warning("%s: %s (%d)", name, error, error.code)
            case _:
                self.send(id=None, error=RpcError(ErrorCode.INVALID_REQUEST).to_json())

    async def _answer(self, request_id: Id, name: str, params: Any) -> None:
        try:
            method = methods[name]
            if method.needs_start and not self.started:
                raise RpcError(ErrorCode.SERVER_NOT_INITIALIZED)
            result = await method.handler(self, params)
        except RpcError as error:
            self.send(id=request_id, error=error.to_json())
        except asyncio.CancelledError:
            self.send(id=request_id, error=RpcError(ErrorCode.REQUEST_CANCELLED).to_json())
            raise
        except Exception as error:
            logger.exception("%s failed", name, exc_info=False)
            internal = RpcError(ErrorCode.INTERNAL_ERROR, f"{type(error).__name__}: {error}")
            self.send(id=request_id, error=internal.to_json())
        else:
            self.send(id=request_id, result=result)

    def document(self, params: Mapping[str, Any]) -> Document:
        uri: str = params["textDocument"]["uri"]
        try:
            return self.documents[uri]
        except KeyError:
            raise RpcError(ErrorCode.INVALID_PARAMS, f"{uri} is not open") from None


@methods.request("initialize", needs_start=False)
async def initialize(server: Server, params: Mapping[str, Any]) -> Json:
    server.started = True
    return {"capabilities": {"hoverProvider": True, "sync": 1}, "client": params.get("client", "unknown")}


@methods.notification("textDocument/didOpen")
async def did_open(server: Server, params: Mapping[str, Any]) -> None:
    item = params["textDocument"]
    server.documents[item["uri"]] = Document(**item)


@methods.notification("textDocument/didChange")
async def did_change(server: Server, params: Mapping[str, Any]) -> None:
    server.document(params).apply(params["textDocument"]["version"], params["contentChanges"][-1]["text"])


@methods.request("textDocument/hover")
async def hover(server: Server, params: Mapping[str, Any]) -> Json:
    document = server.document(params)
    found = document.word_at(Position.from_json(params["position"]))
    if found is None:
        return None
    word, place = found
    count = sum(1 for _ in document.occurrences(word))
    return {"contents": f"**{word}** ({count}×)", "range": place.to_json()}


@methods.request("textDocument/references")
async def references(server: Server, params: Mapping[str, Any]) -> Json:
    document = server.document(params)
    found = document.word_at(Position.from_json(params["position"]))
    return [r.to_json() for r in document.occurrences(found[0])] if found else []


@methods.request("workspace/slow")
async def slow(server: Server, params: Mapping[str, float]) -> Json:
    await asyncio.sleep(params["seconds"])
    return "slept"


@methods.request("workspace/crash")
async def crash(server: Server, params: list[int]) -> Json:
    return 10 // params[0]


@methods.request("shutdown")
async def shutdown(server: Server, params: None) -> Json:
    server.stopping.set()
    return None


class Client:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.ids = itertools.count(1)
        self.log: list[str] = []

    def request(self, method: str, params: Any = None) -> int:
        number = next(self.ids)
        self.writer.write(pack({"id": number, "method": method, "params": params}))
        return number

    def notify(self, method: str, params: Any) -> None:
        self.writer.write(pack({"method": method, "params": params}))

    async def answer(self) -> str:
        message = await asyncio.wait_for(read_message(self.reader), 2)
        match message:
            case {"id": number, "result": result}:
                return f"{number} -> {json.dumps(result, ensure_ascii=False)}"
            case {"id": number, "error": {"code": code, "message": text, **rest}}:
                return f"{number} !! {ErrorCode(code).name}: {text}{' ' + json.dumps(rest) if rest else ''}"
        return f"?? {message}"

    async def call(self, method: str, params: Any = None) -> str:
        self.request(method, params)
        return await self.answer()


@contextlib.asynccontextmanager
async def connected() -> AsyncIterator[Client]:
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await Server(reader, writer).serve()
        finally:
            done.set_result(None)

    server = await asyncio.start_server(accept, "127.0.0.1", 0)
    port: int = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        yield Client(reader, writer)
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
        await asyncio.wait_for(done, 2)
        server.close()
        await server.wait_closed()


SOURCE = "def größe(x):\n    return x * größe_max\n\nx = größe(2) + x\n"


async def main() -> int:
    logging.basicConfig(format="%(name)s %(levelname)-7s %(message)s", stream=sys.stdout, level=logging.INFO)
    at = {"textDocument": {"uri": "file:///a.py"}}
    async with connected() as client:
        print(await client.call("textDocument/hover", at))
        print(await client.call("initialize", {"client": "test"}))
        client.notify("textDocument/didOpen", {"textDocument": {"uri": "file:///a.py", "text": SOURCE}})
        print(await client.call("textDocument/hover", at | {"position": {"line": 0, "character": 5}}))
        print(await client.call("textDocument/hover", at | {"position": {"line": 9, "character": 5}}))
        print(await client.call("textDocument/hover", at | {"position": {"line": -1, "character": 5}}))
        print(await client.call("textDocument/hover", {**at, "position": {}}))
        print(await client.call("textDocument/references", at | {"position": {"line": 3, "character": 0}}))
        client.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": "file:///a.py", "version": 1}, "contentChanges": [{"text": "y"}]},
        )
        client.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": "file:///a.py", "version": 1}, "contentChanges": [{"text": "z"}]},
        )
        client.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": "file:///b.py", "version": 1}, "contentChanges": []},
        )
        print(await client.call("textDocument/hover", at | {"position": {"line": 0, "character": 0}}))
        print(await client.call("workspace/crash", [0]), await client.call("workspace/crash", [3]))
        print(await client.call("workspace/symbols"))
        number = client.request("workspace/slow", {"seconds": 5})
        quick = client.request("workspace/slow", {"seconds": 0.01})
        print("quick is", quick, "answered:", await client.answer())
        client.notify("$/cancelRequest", {"id": number})
        print(await client.answer())
        client.writer.write(b"Content-Length: 5\r\n\r\n{1: 2")
        print(await client.answer())
        client.writer.write(b"Content-Type: x\r\n\r\n")
        print(await client.answer())
        client.writer.write(pack({"nothing": 1}))
        print(await client.answer())
        client.request("workspace/slow", {"seconds": 9})
        print(await client.call("shutdown"))
        print(await client.answer())
    return len(methods)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
