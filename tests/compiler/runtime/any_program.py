"""`Any` that lies about what an annotation says, in every place where code would misread it."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass
class Point:
    x: int
    y: int


def double(n: int) -> int:
    return n * 2


def first(items: list[Point]) -> int:
    return items[0].x


def pairs(items: list[tuple[int, str]]) -> int:
    total = 0
    for n, s in items:
        total += n + len(s)
    return total


class Box:
    def __init__(self, items: list[float]) -> None:
        self.items = items

    def total(self) -> float:
        t = 0.0
        for x in self.items:
            t += x
        return t


def attempt(f: Callable[[], object]) -> None:
    try:
        print("ok", f())
    except (TypeError, AttributeError, ValueError) as e:
        print("refused at run time", type(e).__name__)


def gen() -> Iterator[Any]:
    yield 1
    yield "two"


def total(xs: Sequence[int]) -> int:
    t = 0
    for x in xs:
        t += x
    return t


@dataclass
class Mark:
    deep: float = 0.5


def across(points: list[Point]) -> int:
    return sum(point.x for point in points)


def main() -> None:
    anything: Any = double
    attempt(lambda: anything("ab"))  # CPython: abab
    attempt(lambda: anything(21))
    lst: Any = [1, 2, 3]
    attempt(lambda: first(lst))
    attempt(lambda: pairs(json.loads("[[1, 2], [3, 4]]")))
    attempt(lambda: pairs(json.loads("[]")))
    t1: Any = (1,)
    attempt(lambda: pairs([t1]))
    fl: Any = [1.5, 2.5]
    attempt(lambda: Box(fl).total())
    attempt(lambda: Box(json.loads("[1.5, 2.25]")).total())
    attempt(lambda: Box(json.loads('["a"]')).total())
    f: Callable[[int], int] = anything
    attempt(lambda: f(4))
    g: Callable[[int], str] = anything
    attempt(lambda: g(4) + "x")
    attempt(lambda: total(json.loads("[1, 2, 3]")))
    attempt(lambda: total(json.loads('[1, "x"]')))
    d: dict[str, list[int]] = json.loads('{"a": [1, 2], "b": ["z"]}')
    attempt(lambda: sum(d["a"]))
    attempt(lambda: sum(d["b"]))
    p: Any = Point(1, 2)
    p.x = 5
    print(p.x, p)

    def spoil() -> None:
        p.x = "text"
        print(p.x)

    attempt(spoil)
    n: int = next(gen())
    print(n)
    it: Iterator[int] = gen()
    attempt(lambda: next(it) + next(it))
    o: Any = 3

    def not_a_sequence() -> str:
        s: Sequence[str] = o
        return s[0]

    attempt(not_a_sequence)
    many: dict[int, str] = json.loads('{"1": "a"}')

    def missing() -> str:
        try:
            return many[1]
        except KeyError:
            return "KeyError"

    attempt(missing)
    u: int | None = json.loads("null")
    print(u)
    u = json.loads('"s"') if len(d) > 10 else 4
    print(u)
    tt: tuple[int, int] = json.loads("[1, 2]") if len(d) > 10 else (1, 2)
    print(tt)
    attempt(lambda: across([Mark(3)]))  # type: ignore[list-item]
    marks = [Mark(4)]
    attempt(lambda: across(marks))  # type: ignore[arg-type]


main()
