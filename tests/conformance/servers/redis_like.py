"""A store that speaks a protocol of typed replies: strings, lists, hashes, transactions, expiry by logical time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Union

Reply = Union[None, int, str, bytes, "list[Reply]", "Failure"]
Value = Union[bytes, "deque[bytes]", "dict[bytes, bytes]"]


@dataclass(frozen=True)
class Failure:
    text: str


class WrongKind(Exception):
    pass


def encode(reply: Reply) -> bytes:
    match reply:
        case None:
            return b"$-1\r\n"
        case bool():
            return b":%d\r\n" % int(reply)
        case int():
            return b":%d\r\n" % reply
        case str():
            return b"+" + reply.encode() + b"\r\n"
        case bytes():
            return b"$%d\r\n%b\r\n" % (len(reply), reply)
        case Failure(text=text):
            return b"-ERR " + text.encode() + b"\r\n"
        case _:
            return b"*%d\r\n" % len(reply) + b"".join(encode(item) for item in reply)


async def decode(reader: asyncio.StreamReader) -> Reply:
    line = await reader.readuntil(b"\r\n")
    kind, body = line[:1], line[1:-2]
    if kind == b"+":
        return body.decode()
    if kind == b"-":
        return Failure(body.decode().removeprefix("ERR "))
    if kind == b":":
        return int(body)
    size = int(body)
    if size < 0:
        return None
    if kind == b"$":
        return (await reader.readexactly(size + 2))[:-2]
    if kind == b"*":
        return [await decode(reader) for _ in range(size)]
    raise ValueError(f"unknown kind {kind!r}")


@dataclass
class Store:
    values: dict[bytes, Value] = field(default_factory=dict)
    expiries: dict[bytes, int] = field(default_factory=dict)
    now: int = 0

    def fresh(self, key: bytes) -> Value | None:
        if self.expiries.get(key, self.now + 1) <= self.now:
            del self.values[key], self.expiries[key]
        return self.values.get(key)

    def get(self, key: bytes) -> Reply:
        value = self.fresh(key)
        if value is None or isinstance(value, bytes):
            return value
        raise WrongKind(type(value).__name__)

    def set(self, key: bytes, value: bytes, *options: bytes) -> Reply:
        match [o.upper() for o in options]:
            case []:
                pass
            case [b"NX"] if self.fresh(key) is not None:
                return None
            case [b"NX"]:
                pass
            case [b"EX", ticks]:
                self.values[key] = value
                self.expiries[key] = self.now + int(ticks)
                return "OK"
            case _:
                return Failure("syntax error")
        self.values[key] = value
        self.expiries.pop(key, None)
        return "OK"

    def incr(self, key: bytes, by: bytes = b"1") -> Reply:
        number = self.get(key) or b"0"
        assert isinstance(number, bytes)
        self.values[key] = b"%d" % (int(number) + int(by))
        return int(number) + int(by)

    def rpush(self, key: bytes, *items: bytes) -> Reply:
        value = self.fresh(key)
        if value is None:
            value = self.values[key] = deque()
        if not isinstance(value, deque):
            raise WrongKind(type(value).__name__)
        value.extend(items)
        return len(value)

    def lpop(self, key: bytes) -> Reply:
        value = self.fresh(key)
        if not isinstance(value, deque):
            return None
        item = value.popleft()
        if not value:
            del self.values[key]
        return item

    def lrange(self, key: bytes, start: bytes, stop: bytes) -> Reply:
        value = self.fresh(key)
        items = list(value) if isinstance(value, deque) else []
        last = int(stop)
        return [*items[int(start) : (last + 1 if last != -1 else None)]]

    def hset(self, key: bytes, *pairs: bytes) -> Reply:
        value = self.values.setdefault(key, {})
        if not isinstance(value, dict):
            raise WrongKind(type(value).__name__)
        before = len(value)
        value.update(zip(pairs[::2], pairs[1::2]))
        return len(value) - before

    def hgetall(self, key: bytes) -> Reply:
        value = self.fresh(key)
        return [part for item in value.items() for part in item] if isinstance(value, dict) else []

    def keys(self) -> Reply:
        return [*sorted(k for k in list(self.values) if self.fresh(k) is not None)]

    def tick(self, by: bytes) -> Reply:
        self.now += int(by)
        return self.now


class Server:
    def __init__(self) -> None:
        s = self.store = Store()
        self.commands: dict[bytes, Callable[..., Reply]] = {
            b"GET": s.get, b"SET": s.set, b"INCR": s.incr, b"INCRBY": s.incr, b"RPUSH": s.rpush, b"LPOP": s.lpop,
            b"LRANGE": s.lrange, b"HSET": s.hset, b"HGETALL": s.hgetall, b"KEYS": s.keys, b"TICK": s.tick,
        }

    def run(self, words: list[bytes]) -> Reply:
        command = self.commands.get(words[0].upper())
        if command is None:
            return Failure(f"unknown command '{words[0].decode()}'")
        try:
            return command(*words[1:])
        except WrongKind as error:
            return Failure(f"wrong kind: {error}")
        except ValueError:
            return Failure("value is not an integer")
        except TypeError:
            return Failure(f"wrong number of arguments for '{words[0].decode().lower()}'")

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        queued: list[list[bytes]] | None = None
        try:
            while True:
                request = await decode(reader)
                assert isinstance(request, list)
                words = [w for w in request if isinstance(w, bytes)]
                reply: Reply
                if words[0].upper() == b"MULTI":
                    queued, reply = [], "OK"
                elif words[0].upper() == b"EXEC":
                    reply = [self.run(q) for q in queued] if queued is not None else Failure("EXEC without MULTI")
                    queued = None
                elif queued is not None:
                    queued.append(words)
                    reply = "QUEUED"
                else:
                    reply = self.run(words)
                writer.write(encode(reply))
        except asyncio.IncompleteReadError as error:
            print("client left", error.partial)
        writer.close()


async def main() -> None:
    server = await asyncio.start_server(Server().serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])

    async def ask(text: str) -> Any:
        writer.write(encode([word.encode() for word in text.split()]))
        return await decode(reader)

    script = """SET a 41; INCR a; INCRBY a 8; GET a; SET a x NX; SET b y NX; INCR b; GET nothing; RPUSH l one two three;
    LRANGE l 0 -1; LRANGE l 1 1; LPOP l; LPOP l; LPOP l; LPOP l; HSET h x 1 y 2; HSET h y 3 z 4; HGETALL h; GET h; RPUSH h 1;
    SET t soon EX 5; TICK 4; GET t; KEYS; TICK 1; GET t; KEYS; FLY away; GET; SET q v PX 1; MULTI; INCR a; GET h; LPOP l; EXEC; EXEC"""
    for command in script.split(";"):
        print(f"{command.strip():24} {await ask(command)!r}")
    writer.write(encode([b"SET", b"bin", bytes(range(6)) + b"\r\n"]) + encode([b"GET", b"bin"]) + b"*1\r\n$4")
    print(await decode(reader), await decode(reader), encode([None, True, [b"", "s"], Failure("f")]))
    writer.close()
    await asyncio.sleep(0.01)
    server.close()
    await server.wait_closed()


asyncio.run(main())
