"""Defaults: evaluated once, where the function is defined, and shared."""

from __future__ import annotations

from collections.abc import Callable

log: list[str] = []


def note(text: str) -> str:
    log.append(text)
    return text


def collect(item: int, into: list[int] = []) -> list[int]:
    into.append(item)
    return into


def remember(key: str, cache: dict[str, int] = {}) -> dict[str, int]:
    cache[key] = cache.get(key, 0) + 1
    return cache


def labelled(x: int = 1, label: str = note("label")) -> str:
    return f"{label}{x}"


def keyword(*, names: list[str] = [], limit: int = len(log)) -> tuple[int, int]:
    names.append("x")
    return len(names), limit


class Counter:
    start = 10

    def __init__(self, value: int = start, trail: list[int] = []) -> None:
        self.value = value
        self.trail = trail
        trail.append(value)

    def step(self, by: int = start // 2) -> int:
        self.value += by
        return self.value

    @classmethod
    def many(cls, count: int, made: list["Counter"] = []) -> int:
        for _ in range(count):
            made.append(cls())
        return len(made)


def make(n: int) -> Callable[..., list[int]]:
    def inner(values: list[int] = [n]) -> list[int]:
        values.append(len(values))
        return values

    return inner


def functions() -> list[int]:
    squares = [lambda i=i: i * i for i in range(4)]
    return [square() for square in squares] + [squares[1](7)]


def late() -> list[int]:
    scale = 2

    def by(x: int, factor: int = scale) -> int:
        return x * factor

    scale = 100
    return [by(3), by(3, scale), by(x=4), by(factor=1, x=9)]


def chained(a: int, b: int = 5, c: int | None = None) -> int:
    if c is None:
        c = a + b
    return c


def main() -> None:
    print(log, labelled(), labelled(5), log)
    print(collect(1), collect(2), collect(3, []), collect(4))
    print(remember("a"), remember("b"), remember("a"), remember("z", {}))
    print(keyword(), keyword(), keyword(names=["q"]), keyword(limit=9))
    a, b, c = Counter(), Counter(3), Counter(trail=[])
    print(a.value, b.value, c.value, a.trail, a.trail is b.trail, c.trail)
    print(a.step(), a.step(1), Counter.many(2), Counter.many(3), len(a.trail))
    Counter.start = 99
    print(Counter().value, a.step())
    first, second = make(7), make(8)
    print(first(), first(), second(), first([0]))
    print(functions())
    print(late(), chained(1), chained(1, c=3), chained(1, 2))
    pairs = {name: (lambda text, name=name: f"{name}:{text}") for name in ("x", "y")}
    print(pairs["x"]("1"), pairs["y"]("2"))
    collector: Callable[..., list[int]] = collect
    print(collector(50), collector(item=60), collector(70, into=[1]))


main()
