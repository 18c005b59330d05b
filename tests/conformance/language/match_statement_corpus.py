"""A corpus for match: commands, JSON shapes, nested classes, guards with side effects, star captures, or-patterns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple


class Point(NamedTuple):
    x: int
    y: int


@dataclass
class Move:
    start: Point
    end: Point
    piece: str = "pawn"


class Colour:
    RED = "red"
    LIMIT = 3


class Weird:
    __match_args__ = ("first", "rest")

    def __init__(self, *items: int) -> None:
        self.items = items

    @property
    def first(self) -> int:
        trace.append("first")
        return self.items[0]

    @property
    def rest(self) -> tuple[int, ...]:
        trace.append("rest")
        return self.items[1:]


trace: list[str] = []


def noted(text: str, result: bool) -> bool:
    trace.append(text)
    return result


def shape(value: Any) -> str:
    match value:
        case None | False:
            return "nothing"
        case True:
            return "yes"
        case 0 | 1 | 2 as small:
            return f"small {small}"
        case int(n) if noted("int", n > 100):
            return f"big {n}"
        case float() | int():
            return f"number {value}"
        case Colour.RED:
            return "the red"
        case str(s) if s.isupper():
            return f"shout {s}"
        case "go" | "run" as verb:
            return f"verb {verb}"
        case str():
            return f"text {len(value)}"
        case b"\x00" | b"":
            return "zero bytes"
        case bytes([*_]) | bytearray():
            return "bytes"
        case []:
            return "empty"
        case [x]:
            return f"one {shape(x)}"
        case ["cmd", *args] | ("cmd", *args):
            return f"command {args}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"axis {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case [Point() as p, *_, Point(x=last)]:
            return f"from {p.x} to {last}"
        case [[a, b], [c, d]]:
            return f"matrix {a * d - b * c}"
        case [first, *middle, last]:
            return f"list {first}..{last} with {len(middle)}"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {sorted(map(str, rest))}"
        case {"type": kind, "at": [x, y]}:
            return f"{kind} at {x},{y}"
        case {"nested": {"deep": [_, {"leaf": leaf}]}}:
            return f"leaf {leaf}"
        case {}:
            return f"dict {len(value)}"
        case Move(Point(0, _), Point(y=7), piece=("pawn" | "rook") as piece):
            return f"{piece} crosses"
        case Move(start, end) if start == end:
            return "no move"
        case Move():
            return f"{value.piece} moves"
        case Weird(1, (2, *more)):
            return f"weird 1 2 {more}"
        case Weird(first, ()):
            return f"weird only {first}"
        case set() | frozenset():
            return "set"
        case type():
            return f"class {value.__name__}"
        case _ if noted("last", callable(value)):
            return "callable"
        case _:
            return type(value).__name__


VALUES: list[Any] = [
    None, False, True, 2, 7, 101, 2.5, "red", "LOUD", "go", "hello", b"", b"\x00", b"ab", bytearray(b"x"), [], [None], ["cmd", 1, 2], ("cmd",),
    Point(0, 0), Point(0, 4), Point(3, 0), Point(5, 5), Point(1, 2), [Point(1, 1), 5, Point(9, 0)], [[1, 2], (3, 4)], [1, 2, 3, 4], (1, [2]),
    {"type": "circle", "r": 2, "z": 0, "a": 1}, {"type": "box", "at": (1, 2)}, {"nested": {"deep": [0, {"leaf": "x"}]}}, {}, {1: 2},
    Move(Point(0, 3), Point(4, 7)), Move(Point(0, 3), Point(4, 7), "king"), Move(Point(2, 2), Point(2, 2)), Weird(1, 2, 3), Weird(5), Weird(1, 9),
    {1}, frozenset(), int, len, range(3),
]  # fmt: skip
for value in VALUES:
    print(shape(value), end="; ")
print()
print(trace)


def route(path: str, method: str = "GET") -> str:
    match [p for p in path.split("/") if p], method:
        case [[], "GET" | "HEAD"]:
            return "index"
        case ["users", user_id], "GET" if user_id.isdigit():
            return f"user {int(user_id)}"
        case ["users", *_], ("POST" | "PUT") as m:
            return f"{m} users"
        case [*parts, "edit"], _:
            return f"edit {'/'.join(parts)}"
        case parts, other if len(parts) > Colour.LIMIT:
            raise ValueError(f"too deep for {other}: {parts}")
    return "404"


print([route(p, m) for p, m in (("/", "GET"), ("/users/12", "GET"), ("/users/x", "GET"), ("/users/a/b", "PUT"), ("/a/b/edit", "DELETE"))])
route("/a/b/c/d", "PATCH")
