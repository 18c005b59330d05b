"""`abs` of ints of every size, of bools, enumerations and classes that have it."""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    LOW = -3
    HIGH = 4


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __abs__(self) -> Money:
        return Money(abs(self.cents))


def distance(a: int, b: int) -> int:
    return abs(a - b)


def turned(values: list[int]) -> list[int]:
    return [-abs(v) for v in values]


def main() -> None:
    edges = [0, 1, -1, (1 << 62) - 1, 1 << 62, -(1 << 62), -(1 << 62) - 1, 1 - (1 << 62), 1 << 63, -(1 << 64), -(10**40)]
    for edge in edges:
        print(abs(edge), abs(-edge), type(abs(edge)).__name__, abs(edge) == edge)
    print(turned(edges), distance(3, 8), distance(8, 3), distance(1 << 62, -(1 << 62)))
    print(abs(True), abs(False), type(abs(True)).__name__, abs(Level.LOW), abs(Level.HIGH), abs(Money(-5)).cents)
    flag: int = True
    print(abs(flag), type(abs(flag)).__name__, abs(-flag), abs(-2.5), abs(3 - 4j), abs(-0.0))
    print(abs(7), abs(-7), sum(abs(x) for x in range(-4, 5)), max(abs(v) for v in edges[:4]))


if __name__ == "__main__":
    main()
