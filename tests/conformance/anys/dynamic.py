"""`Any` and `object`: stored, passed, compared, printed, called, indexed, iterated, calculated with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x, self.y = x, y

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

    def __mul__(self, by: int) -> Point:
        return Point(self.x * by, self.y * by)

    def __rmul__(self, by: int) -> Point:
        return self * by

    def __neg__(self) -> Point:
        return Point(-self.x, -self.y)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __lt__(self, other: Point) -> bool:
        return self.x < other.x

    def __hash__(self) -> int:
        return hash((self.x, self.y))

    def __len__(self) -> int:
        return 2

    def __getitem__(self, index: int) -> int:
        return (self.x, self.y)[index]

    def __iter__(self) -> Iterator[int]:
        return iter((self.x, self.y))

    def __contains__(self, value: int) -> bool:
        return value in (self.x, self.y)

    def __bool__(self) -> bool:
        return self.x != 0 or self.y != 0

    def __call__(self, *args: int, scale: int = 1) -> int:
        return (self.x + sum(args)) * scale

    def __repr__(self) -> str:
        return f"P({self.x}, {self.y})"

    def move(self, dx: int = 0, *, dy: int = 0) -> Point:
        return Point(self.x + dx, self.y + dy)


class Name:
    kind = "name"

    def __init__(self, text: str) -> None:
        self.text = text

    @property
    def upper(self) -> str:
        return self.text.upper()

    def __format__(self, spec: str) -> str:
        return f"<{self.text:{spec}}>"


def attempt(label: str, action: Any) -> None:
    try:
        print(label, action())
    except (TypeError, AttributeError, ValueError, KeyError, IndexError, ZeroDivisionError) as error:
        print(label, type(error).__name__, error)


def arithmetic() -> None:
    values: list[Any] = [7, 2.5, True, "ab", [1], (2,), Point(1, 2)]
    for value in values:
        attempt("  *2", lambda: value * 2)
        attempt("  2*", lambda: 2 * value)
        attempt("  +self", lambda: value + value)
        attempt("  -1", lambda: value - 1)
        attempt("  neg", lambda: -value)
        attempt("  //", lambda: value // 2)
        attempt("  <", lambda: value < value)
    a: Any = 10
    b: Any = 3
    print(a + b, a - b, a * b, a / b, a // b, a % b, a**b, a << b, a >> 1, a & b, a | b, a ^ b, ~a, -a, +a)
    print(
        divmod(a, b), abs(-a), round(a / b, 2), pow(a, b, 7), a == 10.0, a != b, a >= b, hash(a) == hash(10)
    )
    a += 1
    a *= 2
    a -= 0.5
    print(a, isinstance(a, float), type(a).__name__)
    text: Any = "%s is %d" % ("x", 5)
    print(
        text,
        text[0],
        text[-1:],
        text.upper(),
        text.split(),
        len(text),
        "is" in text,
        text + "!",
        f"{text:>10}",
    )


def attributes() -> None:
    things: list[Any] = [Point(3, 4), Name("n"), 5, "text", None, [1, 2]]
    for thing in things:
        attempt("  x", lambda: thing.x)
        attempt("  upper", lambda: thing.upper if not callable(thing.upper) else thing.upper())
        attempt("  move", lambda: thing.move(1, dy=2))
        attempt("  len", lambda: len(thing))
        attempt("  [0]", lambda: thing[0])
        attempt("  call", lambda: thing(1, scale=2))
        attempt("  iter", lambda: list(thing))
        attempt("  in", lambda: 3 in thing if not isinstance(thing, str) else "t" in thing)
        attempt("  bool", lambda: bool(thing))
        print("  ", getattr(thing, "kind", "no kind"), hasattr(thing, "y"), hasattr(thing, "append"))
    point: Any = Point(0, 0)
    point.x = 9
    point.y += 5
    print(
        point,
        point.x + point.y,
        getattr(point, "x"),
        bool(point),
        point == Point(9, 5),
        {point: 1}[Point(9, 5)],
    )


def documents() -> None:
    data: Any = json.loads(
        '{"name": "box", "sizes": [1, 2.5, null], "inner": {"deep": [{"k": true}]}, "n": 3}'
    )
    print(data["name"].title(), sum(x for x in data["sizes"] if x is not None), data["inner"]["deep"][0]["k"])
    print(
        data["n"] * 2, data["sizes"][1] + data["n"], sorted(data), [type(v).__name__ for v in data.values()]
    )
    for key, value in data.items():
        print(key, "->", value, isinstance(value, (int, str)), end="; ")
    print()
    name, *rest = data["sizes"]
    print(name, rest, data.get("missing"), data.get("n", 0) + 1, "inner" in data, len(data))
    data["new"] = [1]
    data["new"].append(2)
    data["n"] += 1
    del data["name"]
    print(data)
    attempt("key", lambda: data["zzz"])
    attempt("index", lambda: data["sizes"][10])
    attempt("none", lambda: data["sizes"][2].upper())
    attempt("mix", lambda: data["n"] + "x")


def mixed(*values: object) -> list[str]:
    return [f"{v}" for v in values]


def main() -> None:
    arithmetic()
    attributes()
    documents()
    print(mixed(1, 2.5, "s", None, Point(1, 1), Name("q"), [Point(0, 0)], {"a": (1,)}))
    box: list[Any] = [3, 1.5, True, 2]
    print(sorted(box), max(box), min(box), sum(box), [x * 2 for x in box], any(box), all(box))
    print(sorted([Point(3, 0), Point(1, 0)]), max([Point(1, 0), Point(5, 5)]))
    anything: object = Point(1, 2)
    print(anything == Point(1, 2), anything != 3, str(anything), repr(anything), isinstance(anything, Point))


main()
