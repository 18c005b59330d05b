"""Text of programs: lines at a depth, and a random source that names what it is asked for."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

# What goes wrong most often: beside the edges of small ints (2**62), of words and of digits (2**30).
EDGES = [
    sign * (2**bits + step)
    for bits in (0, 1, 7, 8, 15, 16, 29, 30, 31, 32, 52, 53, 61, 62, 63, 64, 90, 127, 128)
    for step in (-1, 0, 1)
    for sign in (1, -1)
]
SMALL = [0, 1, 2, 3, 5, 7, 10, -1, -2, -3, -7]
FLOATS = (
    "0.0 -0.0 1.0 -1.0 0.5 1.5 2.5 -2.5 0.1 0.3 1e16 1e15 123456789.125 1e22 1e23 1e100 -1e308 5e-324 "
    "9007199254740993.0 4611686018427387904.0 9223372036854775808.0 2147483648.0 1e-310 3.141592653589793 "
    "1e-7 0.0001 1e-5"
).split()
TEXTS = [
    "",
    "a",
    "ab",
    "abc",
    "Hello",
    "hello world",
    "  padded\t",
    "a,b,,c",
    "x" * 20,
    "line\nbreak\r\nend",
    "été",
    "ß",
    "ǅ",
    "日本語",
    "a😀b",
    "İstanbul",
    "ﬁn",
    "0",
    "42",
    "-17",
    "3.5",
    "1_000",
    "tab\tstop",
    "UPPER lower Title",
    "aaa",
    "\x00\x7f",
    "é",
    "it's",
    'say "hi"',
    "back\\slash",
    "σίσυφος",
    "Ⅷ",
    "٣",
    "½",
]
BYTES = [
    b"",
    b"a",
    b"abc",
    b"\x00\xff",
    b"hello world",
    b"a,b,,c",
    b"\n\r\t'\"\\",
    bytes(range(120, 140)),
    b"12 ",
]


class Chance:
    """Random choices of one snippet."""

    def __init__(self, seed: int | str) -> None:
        self.random = random.Random(seed)
        self.count = 0

    def of(self, items: Sequence[T]) -> T:
        return self.random.choice(items)

    def one(self, *items: T) -> T:
        return self.random.choice(items)

    def happens(self, probability: float) -> bool:
        return self.random.random() < probability

    def between(self, low: int, high: int) -> int:
        """Both ends are possible."""
        return self.random.randint(low, high)

    def name(self, stem: str) -> str:
        """A name that this snippet does not have yet."""
        self.count += 1
        return f"{stem}{self.count}"

    def several(self, low: int, high: int, make: Callable[[], T]) -> list[T]:
        return [make() for _ in range(self.between(low, high))]

    # -- literals -------------------------------------------------------------------------------

    def integer(self) -> str:
        kind = self.random.random()
        if kind < 0.45:
            return _signed(self.of(EDGES))
        if kind < 0.85:
            return _signed(self.of(SMALL))
        return _signed(self.random.getrandbits(self.of((8, 33, 64, 100, 200))) * self.one(1, -1))

    def small(self) -> str:
        return _signed(self.of(SMALL))

    def number(self) -> str:
        return self.of(FLOATS) if self.happens(0.8) else repr(self.random.uniform(-1e6, 1e6))

    def text(self) -> str:
        return repr(self.of(TEXTS))

    def data(self) -> str:
        return repr(self.of(BYTES))


def _signed(value: int) -> str:
    return str(value) if value >= 0 else f"({value})"


class Source:
    """Lines under construction."""

    def __init__(self, depth: int = 0) -> None:
        self.lines: list[str] = []
        self.depth = depth

    def add(self, line: str) -> None:
        self.lines.append("    " * self.depth + line if line else "")

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """`head:` and what is added inside, `pass` if nothing is."""
        self.add(head + ":")
        self.depth += 1
        before = len(self.lines)
        yield
        if len(self.lines) == before:
            self.add("pass")
        self.depth -= 1

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"
