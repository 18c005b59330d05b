"""Remote procedure calls over loopback: length-prefixed JSON frames, answers out of order, errors that travel."""

from __future__ import annotations

import asyncio
import itertools
import json
import struct
from collections.abc import Awaitable, Callable
from typing import Any

Handler = Callable[..., Awaitable[Any]]
HEADER = struct.Struct(">IH")
KINDS = {"call": 1, "answer": 2, "error": 3, "note": 4}


class RemoteError(Exception):
    def __init__(self, kind: str, message: str) -> None:
        super().__init__(f"{kind}: {message}")
        self.kind = kind


async def send_frame(writer: asyncio.StreamWriter, kind: str, body: object) -> int:
    data = json.dumps(body, separators=(",", ":"), sort_keys=True).encode()
    writer.write(HEADER.pack(len(data), KINDS[kind]) + data)
    await writer.drain()
    return len(data)


async def read_frame(reader: asyncio.StreamReader) -> tuple[str, Any] | None:
    try:
        header = await reader.readexactly(HEADER.size)
    except asyncio.IncompleteReadError as error:
        if error.partial:
            raise ConnectionError(f"header of {len(error.partial)} bytes") from error
        return None
    size, number = HEADER.unpack(header)
    if size > 10_000:
        raise ValueError(f"frame of {size} bytes")
    names = {number: name for name, number in KINDS.items()}
    return names[number], json.loads(await reader.readexactly(size))


class Server:
    def __init__(self) -> None:
        self.methods: dict[str, Handler] = {}
        self.notes: list[Any] = []
        self.gates: dict[str, asyncio.Event] = {}

    def method(self, function: Handler) -> Handler:
        self.methods[function.__name__] = function
        return function

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        running: set[asyncio.Task[None]] = set()
        try:
            while (frame := await read_frame(reader)) is not None:
                kind, body = frame
                if kind == "note":
                    self.notes.append(body)
                    continue
                task = asyncio.create_task(self.answer(writer, body))
                running.add(task)
                task.add_done_callback(running.discard)
        except ConnectionError as error:
            print("broken:", error, repr(error.__cause__))
        except ValueError as error:
            await send_frame(writer, "error", {"id": None, "type": "Protocol", "text": str(error)})
        finally:
            for task in running:
                task.cancel()
            writer.close()

    async def answer(self, writer: asyncio.StreamWriter, body: dict[str, Any]) -> None:
        identity = body["id"]
        try:
            function = self.methods[body["method"]]
            result = await function(*body.get("args", []), **body.get("named", {}))
        except KeyError as error:
            await send_frame(writer, "error", {"id": identity, "type": "NoMethod", "text": error.args[0]})
        except Exception as error:
            await send_frame(writer, "error", {"id": identity, "type": type(error).__name__, "text": str(error)})
        else:
            await send_frame(writer, "answer", {"id": identity, "value": result})


class Client:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.numbers = itertools.count(1)
        self.waiting: dict[int, asyncio.Future[Any]] = {}
        self.order: list[int] = []
        self.listener = asyncio.create_task(self._listen())

    @classmethod
    async def connect(cls, port: int) -> Client:
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def _listen(self) -> None:
        while (frame := await read_frame(self.reader)) is not None:
            kind, body = frame
            if body["id"] is None:
                print("server says", body["text"])
                break
            self.order.append(body["id"])
            future = self.waiting.pop(body["id"])
            if kind == "answer":
                future.set_result(body["value"])
            else:
                future.set_exception(RemoteError(body["type"], body["text"]))
        for future in self.waiting.values():
            future.set_exception(ConnectionError("closed"))

    async def call(self, method: str, *args: Any, **named: Any) -> Any:
        number = next(self.numbers)
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.waiting[number] = future
        body: dict[str, Any] = {"id": number, "method": method}
        if args:
            body["args"] = args
        if named:
            body["named"] = named
        await send_frame(self.writer, "call", body)
        return await future

    async def note(self, text: Any) -> None:
        await send_frame(self.writer, "note", text)

    async def close(self) -> None:
        self.writer.close()
        await self.listener


server = Server()


@server.method
async def add(*numbers: float) -> float:
    return sum(numbers)


@server.method
async def describe(name: str, size: int = 1, tags: list[str] | None = None) -> dict[str, Any]:
    return {"name": name.upper(), "area": size * size, "tags": sorted(tags or [])}


@server.method
async def wait_for(name: str) -> str:
    await server.gates.setdefault(name, asyncio.Event()).wait()
    return f"{name} opened"


@server.method
async def open_gate(name: str) -> bool:
    server.gates.setdefault(name, asyncio.Event()).set()
    return True


@server.method
async def divide(a: int, b: int) -> float:
    return a / b


async def main() -> None:
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port: int = listening.sockets[0].getsockname()[1]
    client = await Client.connect(port)
    print(await client.call("add", 1, 2.5, 3), await client.call("add"))
    print(await client.call("describe", "räksmörgås", size=4, tags=["b", "a"]))
    slow = asyncio.create_task(client.call("wait_for", "north"))
    print(await client.call("divide", 7, 2))
    print(await client.call("open_gate", "north"), await slow, client.order)
    for method, args in (("divide", (1, 0)), ("nothing", ()), ("describe", ())):
        try:
            await client.call(method, *args)
        except RemoteError as error:
            print(error.kind, "|", error if error.kind != "TypeError" else "wrong arguments")
    await client.note({"level": "info", "n": [1, None, True]})
    await client.call("add", 1)
    print(server.notes, sorted(server.methods), len(client.waiting))
    hanging = asyncio.create_task(client.call("wait_for", "south"))
    await asyncio.sleep(0)
    client.writer.write(HEADER.pack(1_000_000, 1))
    print(repr((await asyncio.gather(hanging, return_exceptions=True))[0]))
    await client.close()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(HEADER.pack(5, 1)[:3])
    writer.write_eof()
    print(await reader.read())
    writer.close()
    listening.close()
    await listening.wait_closed()


asyncio.run(main())
