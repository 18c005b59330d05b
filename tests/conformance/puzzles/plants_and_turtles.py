"""L-systems grown and drawn by a turtle on a character canvas."""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True)
class System:
    name: str
    axiom: str
    rules: Mapping[str, str] = field(hash=False)
    angle: int

    def grow(self, times: int) -> str:
        text = self.axiom
        for _ in range(times):
            text = text.translate({ord(k): v for k, v in self.rules.items()})
        return text

    def length(self, times: int) -> int:
        """The length without growing the text."""

        @lru_cache(maxsize=None)
        def of(symbol: str, left: int) -> int:
            if left == 0 or symbol not in self.rules:
                return 1
            return sum(of(inner, left - 1) for inner in self.rules[symbol])

        return sum(of(symbol, times) for symbol in self.axiom)


@dataclass
class Turtle:
    x: float = 0.0
    y: float = 0.0
    heading: int = 0

    def forward(self) -> None:
        self.x += math.cos(math.radians(self.heading))
        self.y += math.sin(math.radians(self.heading))

    @property
    def place(self) -> tuple[int, int]:
        return round(self.x), round(self.y)


def walk(text: str, angle: int) -> Generator[tuple[int, int], None, int]:
    """The places the turtle passes; returns how deep the branches went."""
    turtle = Turtle()
    stack: list[Turtle] = []
    deepest = 0
    yield turtle.place
    for symbol in text:
        match symbol:
            case "F" | "G":
                turtle.forward()
                yield turtle.place
            case "+":
                turtle.heading = (turtle.heading + angle) % 360
            case "-":
                turtle.heading = (turtle.heading - angle) % 360
            case "[":
                stack.append(Turtle(turtle.x, turtle.y, turtle.heading))
                deepest = max(deepest, len(stack))
            case "]":
                turtle = stack.pop()
            case _:
                pass
    return deepest


def draw(text: str, angle: int) -> tuple[str, int]:
    places: list[tuple[int, int]] = []

    def collect() -> Generator[tuple[int, int], None, int]:
        return (yield from walk(text, angle))

    walker = collect()
    while True:
        try:
            places.append(next(walker))
        except StopIteration as stop:
            depth: int = stop.value
            break
    left, right = min(p[0] for p in places), max(p[0] for p in places)
    low, high = min(p[1] for p in places), max(p[1] for p in places)
    canvas = [[" "] * (right - left + 1) for _ in range(high - low + 1)]
    for number, (x, y) in enumerate(places):
        canvas[high - y][x - left] = "o" if number in (0, len(places) - 1) else "*"
    return "\n".join("".join(row).rstrip() for row in canvas), depth


systems = [
    System("algae", "A", {"A": "AB", "B": "A"}, 0),
    System("dragon", "F", {"F": "F+G", "G": "F-G"}, 90),
    System("hilbert", "A", {"A": "+BF-AFA-FB+", "B": "-AF+BFB+FA-"}, 90),
    System("bush", "F", {"F": "F[+F]F[-F]"}, 90),
]
for system in systems:
    lengths = [system.length(n) for n in range(8)]
    print(system.name, lengths, lengths[:5] == [len(system.grow(n)) for n in range(5)])
print(systems[0].grow(5))
for index, times in ((1, 6), (2, 3), (3, 2)):
    picture, depth = draw(systems[index].grow(times), systems[index].angle)
    print(f"-- {systems[index].name} {times} depth {depth}")
    print(picture)
print(systems[0].length(40))
try:
    draw("F]F", 90)
except IndexError as error:
    print(type(error).__name__, error)
