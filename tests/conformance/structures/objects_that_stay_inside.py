"""Objects that never leave the function that makes them, kept only for what they hold while much else is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Vector:
    x: float
    y: float

    def __add__(self, other: Vector) -> Vector:
        return Vector(self.x + other.x, self.y + other.y)

    def scaled(self, by: float) -> Vector:
        return Vector(self.x * by, self.y * by)


class Cell:
    def __init__(self, text: str, below: Cell | None) -> None:
        self.text = text
        self.below = below


class Pair:
    def __init__(self, left: Cell, right: Cell) -> None:
        self.left, self.right = left, right

    def pick(self, right: bool) -> Cell:
        return self.right if right else self.left


def litter(count: int) -> int:
    """Enough garbage for a collection, in several sizes."""
    seen = 0
    for i in range(count):
        seen += len([str(i), str(i + 1)] * 3) + len("x" * (i % 90))
    return seen


def chosen_by_index(which: list[int]) -> str:
    """The tuple is read at places that are not known; its strings are held by nothing else."""
    parts = ("a" * which[0], "b" * which[1], "c" * which[2], "d" * which[3])
    found = ""
    for place in which:
        litter(300)
        found += parts[place]
    return found


def chosen_by_class(turns: int) -> list[str]:
    found = []
    for turn in range(turns):
        pair = Pair(Cell(f"left {turn}", None), Cell(f"right {turn}", Cell(f"below {turn}", None)))
        litter(200)
        cell = pair.pick(turn % 3 == 0)
        litter(200)
        found.append(cell.text + (cell.below.text if cell.below is not None else ""))
    return found


def chain(length: int) -> int:
    head: Cell | None = None
    for i in range(length):
        head = Cell(f"cell {i}", head)
        litter(20)
    total = 0
    while head is not None:
        total += len(head.text)
        head = head.below
    return total


def path(steps: int) -> Vector:
    here = Vector(0.0, 0.0)
    for i in range(steps):
        here = (here + Vector(1.0, i * 0.5).scaled(0.25)).scaled(0.5) + Vector(float(i), 1.0)
        if i % 7 == 0:
            litter(30)
    return here


def failing(count: int) -> list[str]:
    """What an exception and its handler hold."""
    found = []
    for i in range(count):
        kept = (f"first {i}", f"second {i}", [i] * 3)
        try:
            litter(50)
            if i % 2:
                raise LookupError(kept[i % 3])
            found.append(f"{kept[i % 3]}")
        except LookupError as error:
            litter(50)
            found.append(f"{error!r} {kept[2]}")
    return found


def taking_turns(count: int) -> list[int]:
    """Two objects that two variables hold in turn, so that neither is known by its name."""
    first, second = Cell("a" * count, None), Cell("b" * (count + 1), None)
    sizes = []
    for turn in range(count):
        litter(20)
        kept = first if turn % 3 else second
        first, second = second, first
        sizes.append(len(kept.text) + len(first.text) * 100)
    return sizes


def swapped(count: int) -> tuple[str, str]:
    a, b = "even", "odd"
    for i in range(count):
        a, b = b + str(i), a[:20]
        litter(10)
    return a, b


print(chosen_by_index([3, 1, 2, 0]), chosen_by_index([0, 1, 2, 3]))
print(chosen_by_class(9))
print(chain(300), path(200))
print(*failing(6), sep="\n")
print(taking_turns(7), swapped(40))
