"""Parsers as coroutines that are fed in pieces: a reader protocol over yield from, restarts, errors, tees and windows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar, Union

T = TypeVar("T")
R = TypeVar("R")
Need = Union[int, bytes]  # so many bytes, or up to and with this mark
Parser = Generator[Need, bytes, R]


class Truncated(Exception):
    pass


class Feeder(Generic[R]):
    """Keeps bytes until the parser can go on; `result` is there when it has returned."""

    def __init__(self, parser: Parser[R]) -> None:
        self.parser = parser
        self.buffer = bytearray()
        self.finished = False
        self.result: R | None = None
        self.need: Need = next(parser)

    def feed(self, data: bytes) -> bool:
        self.buffer += data
        while not self.finished:
            if isinstance(self.need, int):
                end = self.need if len(self.buffer) >= self.need else -1
            else:
                found = self.buffer.find(self.need)
                end = found + len(self.need) if found >= 0 else -1
            if end < 0:
                return False
            piece = bytes(self.buffer[:end])
            del self.buffer[:end]
            try:
                self.need = self.parser.send(piece)
            except StopIteration as stop:
                self.finished, self.result = True, stop.value
        return True

    def end(self) -> R | None:
        if not self.finished:
            try:
                self.parser.throw(Truncated(f"{len(self.buffer)} bytes left, {self.need!r} needed"))
            except StopIteration as stop:
                self.finished, self.result = True, stop.value
        return self.result


@dataclass
class Message:
    verb: str
    fields: dict[str, str]
    body: bytes = b""
    complete: bool = True


def line() -> Parser[str]:
    text = yield b"\r\n"
    return text[:-2].decode("latin-1")


def number(width: int) -> Parser[int]:
    return int.from_bytes((yield width), "big")


def fields() -> Parser[dict[str, str]]:
    found: dict[str, str] = {}
    while text := (yield from line()):
        name, colon, value = text.partition(":")
        if not colon:
            raise ValueError(f"no colon in {text!r}")
        found[name.strip().lower()] = value.strip()
    return found


def chunks() -> Parser[bytes]:
    parts: list[bytes] = []
    while size := int((yield from line()), 16):
        parts.append((yield size))
        yield 2
    yield from fields()
    return b"".join(parts)


def message() -> Parser[Message]:
    result = Message((yield from line()), {})
    try:
        result.fields = yield from fields()
        if result.fields.get("encoding") == "chunked":
            result.body = yield from chunks()
        elif "length" in result.fields:
            result.body = yield int(result.fields["length"])
    except Truncated as error:
        result.complete = False
        result.fields["error"] = str(error)
    return result


def sequence(item: Callable[[], Parser[T]], found: list[T]) -> Parser[None]:
    while True:
        try:
            found.append((yield from item()))
        except ValueError as error:
            print("skipped:", error)


def record() -> Parser[tuple[int, object]]:
    kind = yield from number(1)
    if kind == 0:
        return kind, (yield from number(4))
    if kind == 1:
        size = yield from number(2)
        return kind, (yield size).decode()
    if kind == 2:
        items: list[object] = []
        for _ in range((yield from number(1))):
            items.append((yield from record()))
        return kind, items
    raise ValueError(f"kind {kind}")


def windows(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    kept: deque[T] = deque(maxlen=size)
    for item in items:
        kept.append(item)
        if len(kept) == size:
            yield tuple(kept)


def batches(items: Iterable[T], size: int) -> Generator[list[T], None, int]:
    iterator = iter(items)
    count = 0
    while batch := list(islice(iterator, size)):
        yield batch
        count += 1
    return count


def tee(items: Iterable[T], seen: Callable[[T], object]) -> Iterator[T]:
    for item in items:
        seen(item)
        yield item


def counted(items: Iterable[T]) -> Generator[list[T], None, None]:
    count = yield from batches(items, 2)
    print("batches", count)


raw = b"GET a\r\nX: 1\r\nlength: 5\r\n\r\nhello" + b"PUT b\r\nEncoding: chunked\r\n\r\n3\r\nabc\r\n0a\r\n0123456789\r\n0\r\ntrailer: x\r\n\r\n" + b"DEL c\r\nbroken\r\n\r\n\r\nEND\r\n\r\n"
for step in (1, 7, len(raw)):
    found: list[Message] = []
    feeder = Feeder(sequence(message, found))
    for start in range(0, len(raw), step):
        feeder.feed(raw[start : start + step])
    print(step, *found, sep="\n  ")
single = Feeder(message())
print(single.feed(b"POST\r\nlength: 10\r\n\r\n1234"), single.end(), single.finished, single.feed(b"more"))
half = Feeder(message())
half.feed(b"no line end")
try:
    half.end()
except Truncated as error:
    print("truncated:", error)
data = bytes([2, 3, 0, 0, 0, 1, 0, 1, 0, 3]) + "né".encode() + bytes([2, 1, 0, 255, 255, 255, 255])
nested = Feeder(record())
print([nested.feed(data[i : i + 4]) for i in range(0, len(data), 4)], nested.result)
try:
    Feeder(record()).feed(b"\x09")
except ValueError as error:
    print(error)
print(list(windows("abcde", 3)), list(windows([1], 2)), list(counted(range(5))), list(counted("")))
log: list[int] = []
print(list(windows(tee(range(4), log.append), 2)), log, next(tee([5], log.append)), log[-1])
