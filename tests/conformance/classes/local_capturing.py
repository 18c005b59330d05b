"""Classes inside functions whose methods use the function's variables."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol


class Shape(Protocol):
    def area(self) -> float: ...


def adder(n: int) -> Callable[[int], int]:
    class Adder:
        def __call__(self, k: int) -> int:
            return k + n

    return Adder()


def squares(scale: float) -> list[Shape]:
    class Square:
        def __init__(self, side: float) -> None:
            self.side = side

        def area(self) -> float:
            return self.side * self.side * scale

        def __repr__(self) -> str:
            return f"Square({self.side}x{scale})"

    made: list[Shape] = [Square(side) for side in (1.0, 2.0)]
    scale += 1
    made.append(Square(3.0))
    return made


def counter() -> tuple[Callable[[], int], Callable[[], list[str]]]:
    total = 0
    log: list[str] = []

    def note(text: str) -> None:
        log.append(text)

    class Step:
        size = 2

        def __init__(self, name: str) -> None:
            self.name = name

        def run(self) -> int:
            nonlocal total
            total += self.size
            note(f"{self.name}:{total}")
            return total

        @property
        def seen(self) -> int:
            return len(log)

        def walk(self) -> Iterator[int]:
            for i in range(total):
                yield i * self.size

        def later(self) -> Callable[[], str]:
            return lambda: f"{self.name} after {total}"

    def run() -> int:
        step = Step(f"s{total}")
        step.run()
        return step.run() + step.seen + sum(step.walk()) + len(step.later()())

    return run, lambda: log


def nested(depth: int) -> str:
    class Node:
        def __init__(self, value: int) -> None:
            self.value = value
            self.child: Node | None = Node(value - 1) if value > 0 else None

        def path(self) -> str:
            rest = self.child.path() if self.child is not None else "end"
            return f"{self.value + depth * 10}>{rest}"

    if depth > 0:
        return Node(depth).path() + " " + nested(depth - 1)
    return Node(0).path()


def ordering(weights: dict[str, int]) -> list[str]:
    @dataclass
    class Entry:
        name: str

        def __lt__(self, other: "Entry") -> bool:
            return weights.get(self.name, 0) < weights.get(other.name, 0)

    entries = [Entry(name) for name in ("b", "a", "c")]
    return [entry.name for entry in sorted(entries)] + [str(max(entries))]


def errors(limit: int) -> str:
    class TooMuch(Exception):
        def __str__(self) -> str:
            return f"more than {limit}"

    try:
        for i in range(10):
            if i > limit:
                raise TooMuch()
    except TooMuch as error:
        return f"{error} {isinstance(error, TooMuch)}"
    return "fine"


def contexts(names: list[str]) -> list[str]:
    events: list[str] = []

    class Section:
        def __init__(self, name: str) -> None:
            self.name = name

        def __enter__(self) -> "Section":
            events.append(f"enter {self.name} of {len(names)}")
            return self

        def __exit__(self, *_: object) -> None:
            events.append(f"exit {self.name}")

    for name in names:
        with Section(name) as section, Section(name + "'"):
            events.append(section.name)
    return events


def main() -> None:
    one, ten = adder(1), adder(10)
    print(one(5), ten(5), one(6))
    shapes = squares(2.0)
    print(shapes, [shape.area() for shape in shapes], [shape.area() for shape in squares(1.0)])
    run, log = counter()
    other, other_log = counter()
    print(run(), run(), other(), log(), other_log())
    print(nested(2))
    print(ordering({"a": 3, "b": 1, "c": 2}), ordering({}))
    print(errors(3), errors(20), errors(5))
    print(contexts(["x", "y"]))


main()
