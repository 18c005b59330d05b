"""Closures that make closures: pipelines, memoisers, parsers, event systems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
T = TypeVar("T")


def compose(f: Callable[[A], B], g: Callable[[B], C]) -> Callable[[A], C]:
    return lambda x: g(f(x))


def curry(f: Callable[[A, B], C]) -> Callable[[A], Callable[[B], C]]:
    return lambda a: lambda b: f(a, b)


def memoise(f: Callable[[A], B]) -> Callable[[A], B]:
    known: dict[A, B] = {}

    def wrapper(x: A) -> B:
        if x not in known:
            known[x] = f(x)
        return known[x]

    return wrapper


Parser = Callable[[str, int], "tuple[object, int] | None"]


def char(c: str) -> Parser:
    def parse(text: str, at: int) -> tuple[object, int] | None:
        if at < len(text) and text[at] == c:
            return c, at + 1
        return None

    return parse


def many(parser: Parser) -> Parser:
    def parse(text: str, at: int) -> tuple[object, int] | None:
        found: list[object] = []
        while True:
            result = parser(text, at)
            if result is None:
                return found, at
            value, at = result
            found.append(value)

    return parse


def sequence(*parsers: Parser) -> Parser:
    def parse(text: str, at: int) -> tuple[object, int] | None:
        found: list[object] = []
        for parser in parsers:
            result = parser(text, at)
            if result is None:
                return None
            value, at = result
            found.append(value)
        return tuple(found), at

    return parse


def choice(*parsers: Parser) -> Parser:
    def parse(text: str, at: int) -> tuple[object, int] | None:
        for parser in parsers:
            result = parser(text, at)
            if result is not None:
                return result
        return None

    return parse


def mapped(parser: Parser, f: Callable[[object], object]) -> Parser:
    def parse(text: str, at: int) -> tuple[object, int] | None:
        result = parser(text, at)
        return None if result is None else (f(result[0]), result[1])

    return parse


class Signal:
    def __init__(self) -> None:
        self._slots: dict[int, Callable[[int], None]] = {}
        self._next = 0

    def connect(self, slot: Callable[[int], None]) -> Callable[[], bool]:
        key = self._next
        self._next += 1
        self._slots[key] = slot

        def disconnect() -> bool:
            return self._slots.pop(key, None) is not None

        return disconnect

    def emit(self, value: int) -> None:
        for slot in list(self._slots.values()):
            slot(value)


def pipeline(*stages: Callable[[Iterable[int]], Iterable[int]]) -> Callable[[Iterable[int]], list[int]]:
    def run(source: Iterable[int]) -> list[int]:
        current = source
        for stage in stages:
            current = stage(current)
        return list(current)

    return run


def keep(predicate: Callable[[int], bool]) -> Callable[[Iterable[int]], Iterable[int]]:
    def stage(items: Iterable[int]) -> Iterator[int]:
        for item in items:
            if predicate(item):
                yield item

    return stage


def church(n: int) -> Callable[[Callable[[int], int]], Callable[[int], int]]:
    def apply(f: Callable[[int], int]) -> Callable[[int], int]:
        def result(x: int) -> int:
            for _ in range(n):
                x = f(x)
            return x

        return result

    return apply


def accumulate_running() -> Callable[[float], tuple[float, float]]:
    count, total = 0, 0.0

    def add(x: float) -> tuple[float, float]:
        nonlocal count, total
        count += 1
        total += x
        return total, total / count

    return add


def times(a: int, b: int) -> int:
    return a * b


def main() -> None:
    length: Callable[[str], int] = len
    shout = compose(length, lambda n: "!" * n)
    print(shout("four"), compose(str.strip, str.upper)("  x "), curry(times)(6)(7))
    calls: list[int] = []

    def slow(x: int) -> int:
        calls.append(x)
        return x * x

    quick = memoise(slow)
    print([quick(x) for x in (3, 4, 3, 3)], calls)
    digit = choice(*[char(c) for c in "0123456789"])
    number = mapped(
        many(digit), lambda ds: int("".join(str(d) for d in ds)) if isinstance(ds, list) and ds else 0
    )
    pair = sequence(number, char("+"), number)
    addition = mapped(pair, lambda p: p[0] + p[2] if isinstance(p, tuple) else None)
    print(addition("12+30", 0), addition("12-30", 0), many(char("a"))("aaab", 1))
    signal = Signal()
    got: list[str] = []
    first = signal.connect(lambda v: got.append(f"first {v}"))
    signal.connect(lambda v: got.append(f"second {v}"))
    signal.emit(1)
    print(first(), first())
    signal.emit(2)
    print(got)
    run = pipeline(
        keep(lambda x: x % 2 == 0), lambda xs: (x * x for x in xs), lambda xs: sorted(xs, reverse=True)
    )
    print(run(range(8)), church(5)(lambda x: x * 2)(1))
    add = accumulate_running()
    print(add(1.0), add(2.0), add(6.0))
    operations: dict[str, Callable[[int, int], int]] = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "max": max,
        "pow": pow,
    }
    print({name: f(7, 3) for name, f in operations.items()})
    state = {"n": 0}

    def bump() -> int:
        state["n"] += 1
        return state["n"]

    print(list(iter(bump, 5)), [f() for f in [bump] * 3])
    tree: dict[str, Callable[[], object]] = {}
    for key in ("a", "b"):

        def leaf(k: str = key) -> str:
            return k * 2

        tree[key] = leaf
    print({k: v() for k, v in tree.items()})


main()
