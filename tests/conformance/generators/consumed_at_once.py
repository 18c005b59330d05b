"""Generator expressions handed to sum, any and all: laziness, order, errors, and what they leave behind."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from fractions import Fraction

calls: list[str] = []
nothing: list[int] = []


def noted(x: int) -> int:
    calls.append(f"n{x}")
    return x


def source(n: int) -> Iterator[int]:
    for i in range(n):
        calls.append(f"s{i}")
        yield i
    calls.append("end")


def shown() -> None:
    print(" ".join(calls))
    calls.clear()


class Truth:
    def __init__(self, value: bool) -> None:
        self.value = value

    def __bool__(self) -> bool:
        calls.append(f"bool {self.value}")
        return self.value


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __add__(self, other: object) -> Money:
        return Money(self.cents + (other.cents if isinstance(other, Money) else 0))

    def __radd__(self, other: object) -> Money:
        return Money(self.cents)


def sums() -> None:
    values = [3, 1 << 61, -4, 1 << 61, 5]
    print(sum(v for v in values), sum(v * v for v in values), sum(x for x in nothing), sum(v > 0 for v in values))
    print(sum(v / 2 for v in values), sum(0.1 for _ in range(10)), sum((v for v in values), 10))
    print(
        sum((v for v in values), start=2),
        sum((float(v) for v in values), 0.5),
        sum((0.5 for _ in range(3)), 1),
    )
    print(sum(Fraction(1, n) for n in range(1, 6)), sum(1j * n for n in range(3)))
    print(type(sum(True for _ in range(2))), sum(True for _ in range(0)), sum(-0.0 for _ in range(2)))
    mixed: list[int | float] = [1, 2.5, 3, 1 << 70, 0.25]
    print(sum(m for m in mixed), sum(m * 2 for m in mixed[:3]))
    matrix = [[1, 2, 3], [4, 5, 6]]
    print(sum(sum(row) for row in matrix), sum(x * y for row in matrix for x in row if x % 2 for y in row))
    print(sum((Money(n) for n in range(4)), Money(5)).cents)
    words = ["a", "bcd", ""]
    print(sum(len(w) for w in words), sum(i * len(w) for i, w in enumerate(words)))
    print(sum(k * v for k, v in {2: 3, 4: 5}.items()), sum(c == "b" for w in words for c in w))


def laziness() -> None:
    print(any(noted(x) > 1 for x in source(5)))
    shown()
    print(all(noted(x) < 2 for x in source(5)), all(noted(x) < 9 for x in source(2)))
    shown()
    print(any(Truth(b) for b in (False, True, False)), all(Truth(b) for b in (True, False, True)))
    shown()
    print(any(x for x in nothing), all(x for x in nothing), any("" for _ in range(2)), all([0] for _ in range(2)))
    items = [1, 2, 3]
    print(sum(items.pop() for _ in range(len(items))), items)
    grow = [1]
    print(any(len(grow) > 5 or grow.append(x) is not None for x in grow), grow)


def names_stay() -> None:
    x, y = 100, 200
    print(sum(x for x in range(4)), x, any(y == 2 for y in range(3)), y)
    total = sum(z + sum(z * w for w in range(z)) for z in range(4))
    functions = [lambda: x + y]
    print(total, sum(f() for f in functions), sum((lambda k: k * y)(k) for k in range(3)))
    x += 1
    print(any(all(a % b for b in range(2, a)) for a in (9, 8, 7)), x)


def failing(kind: int) -> int:
    numbers = [1, 0, 2]
    if kind == 0:
        return sum(6 // n for n in numbers)
    if kind == 1:
        return int(any(6 // n > 6 for n in numbers))
    if kind == 2:
        return int(all(6 // n > 1 for n in numbers))
    if kind == 3:
        return sum(next(iter(numbers[3:])) for _ in numbers)
    if kind == 4:
        return sum(n for n in explosive(2))
    if kind == 5:
        return sum(n for n in numbers[10 // numbers[1] :])
    return sum(int(text) for text in ("1", "x"))


def explosive(n: int) -> Iterator[int]:
    yield n
    raise KeyError(n)


class Counter:
    factor = 3

    def __init__(self) -> None:
        self.items = [1, 2, 3]

    def total(self) -> int:
        return sum(self.factor * item for item in self.items if item != self.items[0])

    def has(self, wanted: int) -> bool:
        found = any(item == wanted for item in self.items)
        if not found:
            self.items.append(wanted)
        return found


module_level = sum(i * i for i in range(5)), any(i == 3 for i in range(5)), all(i < 4 for i in range(5))


def counted() -> Iterator[int]:
    for n in range(3):
        yield sum(n + k for k in range(n + 1))
        if any(n == k for k in (2,)):
            return


def main() -> None:
    sums()
    laziness()
    names_stay()
    counter = Counter()
    print(counter.total(), counter.has(5), counter.has(5), module_level, list(counted()))
    for kind in range(7):
        try:
            print(failing(kind))
        except Exception as error:
            print(kind, type(error).__name__, error, repr(error.__cause__), repr(error.__context__))
            frames = traceback.extract_tb(error.__traceback__)
            print([(frame.name, frame.lineno) for frame in frames])
    sys.stdout.flush()
    failing(2)


if __name__ == "__main__":
    main()
