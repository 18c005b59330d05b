"""Streams that derive from the classes of `io`: a source in small pieces, a log that counts."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable


class Trickle(io.RawIOBase):
    """Bytes that come five at a time, as from a slow line."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        part = self.data[self.place : self.place + min(len(buffer), 5)]
        buffer[: len(part)] = part
        self.place += len(part)
        return len(part)


class Sink(io.RawIOBase):
    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.flushed = 0

    def writable(self) -> bool:
        return True

    def write(self, b: bytes | bytearray | memoryview, /) -> int:  # type: ignore[override]
        self.parts.append(bytes(b))
        return len(b)

    def flush(self) -> None:
        super().flush()
        self.flushed += 1


class Loud(io.TextIOBase):
    """Text in capitals, by lines."""

    def __init__(self, target: io.TextIOBase | None = None) -> None:
        self.target = target
        self.lines: list[str] = []
        self.rest = ""

    def writable(self) -> bool:
        return True

    def write(self, s: str, /) -> int:
        *whole, self.rest = (self.rest + s).split("\n")
        for line in whole:
            self.lines.append(line.upper())
            if self.target is not None:
                self.target.write(line.upper() + "!\n")
        return len(s)


class Chunks(io.BufferedIOBase):
    def __init__(self, *chunks: bytes) -> None:
        self.chunks = list(chunks)

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            data, self.chunks = b"".join(self.chunks), []
            return data
        if not self.chunks:
            return b""
        first, self.chunks[0] = self.chunks[0][:size], self.chunks[0][size:]
        if not self.chunks[0]:
            del self.chunks[0]
        return first


def kind(stream: object) -> str:
    if isinstance(stream, io.TextIOBase):
        return "text"
    if isinstance(stream, io.BufferedIOBase):
        return "buffered"
    if isinstance(stream, io.RawIOBase):
        return "raw"
    return "a stream" if isinstance(stream, io.IOBase) else "no stream"


def contents(stream: io.TextIOBase | io.BufferedIOBase) -> str:
    if isinstance(stream, io.TextIOBase):
        return stream.read()
    return stream.read().decode()


def attempt(*uses: Callable[[], object]) -> None:
    for use in uses:
        try:
            print("  ", use())
        except (OSError, ValueError) as error:
            print("  ", type(error).__name__, error)


source = Trickle(b"first\nsecond line\nthird")
print(source.read(8), source.readline(), source.readline(4), source.read(), source.read(3), source.closed)
print(list(Trickle(b"a\nb\n\nc")), Trickle(b"x" * 12).readall(), Trickle(b"one\ntwo\nsix\n").readlines(5))
with Trickle(b"z") as short:
    print(short.readable(), short.writable(), short.seekable(), short.isatty(), next(short))
attempt(
    lambda: iter(short), lambda: short.flush(), lambda: short.isatty(), lambda: short.seek(0), lambda: short.tell(),
    lambda: short.truncate(), lambda: short.fileno(), lambda: short.__enter__(), lambda: short.close(), lambda: short.closed,
)  # fmt: skip

sink = Sink()
sink.writelines([b"a", bytearray(b"bc")])
print(sink.write(memoryview(b"d")), sink.parts, sink.flushed)
sink.close()
sink.close()
print(sink.flushed, sink.closed)
attempt(lambda: sink.writelines([b"x"]))

buffered = Chunks(b"abc", b"defgh")
room = bytearray(6)
print(buffered.readinto(room), room, buffered.readinto(room), room, buffered.read(None))
attempt(lambda: buffered.read1(2), lambda: buffered.write(b"x"), lambda: buffered.detach())

loud = Loud()
print("hello", "there", file=loud)
loud.writelines(["x", "y\n", "z"])
print(loud.lines, loud.rest, loud.encoding, loud.errors, loud.newlines)
attempt(lambda: loud.read(), lambda: loud.readline(), lambda: loud.readlines(), lambda: loud.detach())
memory = io.StringIO()
print("captured\nas well", file=Loud(memory))
print(repr(memory.getvalue()))

streams: list[object] = [source, sink, loud, buffered, memory, io.BytesIO(), sys.stdout, sys.stdin, 3, None]
print([kind(stream) for stream in streams])
print(contents(io.StringIO("text")), contents(io.BytesIO(b"bytes")), contents(Chunks(b"c", b"d")))
print(issubclass(io.StringIO, io.TextIOBase), issubclass(io.BytesIO, io.IOBase), issubclass(Sink, io.BufferedIOBase))
try:
    memory.fileno()
except ValueError as error:
    print(type(error).__name__, error, isinstance(error, OSError))
