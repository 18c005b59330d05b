"""Pattern matching over parsed commands, nested classes, mappings with rest, literals, guards with side effects, positional args."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NamedTuple, Union


class Unit(Enum):
    CM = "cm"
    INCH = "in"


class Size(NamedTuple):
    width: float
    height: float
    unit: Unit = Unit.CM


@dataclass
class Box:
    size: Size
    label: str = ""
    content: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Tube:
    __match_args__ = ("length",)
    radius: float
    length: float


class Letter:
    __match_args__ = ("to", "pages")

    def __init__(self, to: str, *pages: str) -> None:
        self.to, self.pages = to, pages

    @property
    def grams(self) -> int:
        return 5 * len(self.pages)


Item = Union[Box, Tube, Letter, str, None]


def price(item: Item, depth: int = 0) -> int:
    match item:
        case None:
            return 0
        case "":
            raise ValueError("an empty name")
        case "stamp" | "card" as small:
            return len(small)
        case str(name) if name.isupper():
            return 100
        case str():
            return 10
        case Letter("HQ", _):
            return 1
        case Letter(pages=(first, *_, last)) if first == last:
            return 7
        case Letter(_, [only]):
            return 20 + len(only)
        case Letter(grams=g):
            return 30 + g
        case Tube(length) if length > 100:
            return 500
        case Tube(_, radius=r):
            return round(r * 10)
        case Box(Size(w, h, Unit.CM) | Size(h, w, Unit.INCH), label, []):
            return round(w * h) + len(label)
        case Box(content=[single]):
            return 50 + price(single, depth + 1)
        case Box(Size(unit=unit), content=[Box() as inner, *others]) if depth < 3:
            return price(inner, depth + 1) + sum(price(o, depth + 1) for o in others) + len(unit.value)
        case Box(content=content):
            return 1000 + sum(price(c, depth + 1) for c in content)


def command(words: Sequence[str] | str) -> str:
    match words:
        case str():
            return command(words.split())
        case []:
            return "nothing"
        case ["quit" | "exit" | "q"]:
            return "bye"
        case ["move", ("n" | "s" | "e" | "w") as way, *rest] if all(r.isdigit() for r in rest):
            return f"{way} by {sum(map(int, rest)) or 1}"
        case ["move", other, *_]:
            return f"cannot move {other!r}"
        case ["put", *things, "in", place]:
            return f"{len(things)} into {place}: {'+'.join(things)}"
        case [verb, ("the" | "a"), noun] | [verb, noun]:
            return f"{verb}/{noun}"
        case [first, *_, last]:
            return f"{first}..{last}?"
        case _:
            return f"what is {words[0]}?"


def event(data: Any) -> str:
    match data:
        case {"type": "key", "key": str(key), "mods": [*mods]}:
            return "+".join([*sorted(str(m) for m in mods), key])
        case {"type": "click", "at": {"x": int() | float() as x, "y": y}, **rest} if not rest:
            return f"click {x},{y}"
        case {"type": "click", "at": [x, y], **rest}:
            return f"click {x},{y} with {sorted(map(str, rest))}"
        case {"type": ("scroll" | "wheel") as kind, "by": -1 | 1 as step}:
            return f"{kind} {step:+d}"
        case {"type": "batch", "events": [{"type": "batch"}, *_]}:
            return "nested batch"
        case {"type": "batch", "events": events}:
            return "; ".join(map(event, events))
        case {"type": bool(), **kw} | {"flag": True, **kw}:
            return f"odd {kw}"
        case {"type": 3.5 | -2 | 1 + 2j as number}:
            return f"number {number}"
        case {}:
            return f"unknown with {len(data)}"
        case (int(), int() as second) | [_, int() as second, None]:
            return f"pair {second}"
        case bytes() | bytearray() as raw:
            return f"raw {raw.hex()}"
        case (x, (y, (z, *deep))):
            return f"{x}{y}{z}{deep}"
        case set() | frozenset():
            return f"set of {len(data)}"
        case _:
            return type(data).__name__


def unbound(pairs: Iterable[tuple[int, int]]) -> list[int]:
    out: list[int] = []
    for pair in pairs:
        match pair:
            case (0, 0):
                continue
            case (x, 0) | (0, x):
                out.append(x)
            case (x, y) if x == y:
                break
            case (x, y) if (total := x + y) > 10:
                out.append(total)
    else:
        out.append(-1)
    return out


def main() -> None:
    inch = Size(2, 3, Unit.INCH)
    items: list[Item] = [
        None, "card", "LOUD", "quiet", Letter("HQ", "a"), Letter("x", "p", "q", "p"), Letter("x", "hello"), Letter("y"), Letter("z", "a", "b"),
        Tube(1.25, 20), Tube(1, 101), Box(Size(2, 4), "ab"), Box(inch), Box(inch, content=["quiet"]), Box(inch, content=[Box(inch), Tube(3, 3)]),
        Box(Size(1, 1), content=["card", None]), Box(inch, content=[Box(inch, content=[Box(inch, content=[Box(inch, content=[Box(inch), "x"]), "y"])]), "z"]),
    ]  # fmt: skip
    print([price(item) for item in items], Box.__match_args__, Tube.__match_args__, Size.__match_args__)
    try:
        price("")
    except ValueError as error:
        print(error)
    for line in (
        "",
        "q",
        "move n",
        "move s 2 3",
        "move up 1",
        "move n x",
        "put a b c in box",
        "put in box",
        "take the sword",
        "take lamp",
        "look",
        "a b c d",
    ):
        print(repr(line), "->", command(line), end="; ")
    print(command(["move", "e", "4"]), command(("exit",)))
    events: list[Any] = [
        {"type": "key", "key": "c", "mods": ["shift", "ctrl"]}, {"type": "key", "key": 5, "mods": []}, {"type": "click", "at": {"x": 1.5, "y": None}},
        {"type": "click", "at": {"x": 1, "y": 2}, "b": 1}, {"type": "click", "at": (3, 4), "z": 0, "a": 1}, {"type": "wheel", "by": 1}, {"type": "scroll", "by": 2},
        {"type": "batch", "events": [{"type": "wheel", "by": -1}, []]}, {"type": "batch", "events": [{"type": "batch"}]}, {"type": True, "k": 1}, {"flag": 1, "k": 2},
        {"type": -2.0}, {"type": 1 + 2j}, {}, (1, 2), [0, 3, None], b"\x01\xff", bytearray(b"z"), ("a", ["b", "cde"]), ("a", ("b", ["c", "d", "e"])), {1}, frozenset(), 5, "str", range(2),
    ]  # fmt: skip
    for data in events:
        print(event(data), end=" | ")
    print()
    print(unbound([(0, 0), (3, 0), (0, 4), (5, 6), (1, 2)]), unbound([(7, 0), (2, 2), (9, 9)]), unbound([]))
    mapping: Mapping[str, int] = {"a": 1, "b": 2}
    match mapping:
        case {"a": 1, **others}:
            print(others, mapping)


main()
