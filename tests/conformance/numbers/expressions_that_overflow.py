"""Expressions of several operations, which leave the range of machine words in the middle, at the end, or not."""

from __future__ import annotations

from collections.abc import Callable

EDGES = [
    0,
    1,
    -1,
    7,
    -8,
    2**31,
    2**61 - 1,
    2**61,
    2**62 - 1,
    2**62,
    -(2**62),
    -(2**62) - 1,
    2**63,
    -(2**63),
    2**64 + 3,
]


def triangle(i: int, j: int) -> int:
    return (i + j) * (i + j + 1) // 2 + i + 1


def mixed(a: int, b: int, c: int) -> int:
    return ((a * b + c) ^ (a - c)) & (b | 0xFFFF) | (c + 1)


def remainders(a: int, b: int, c: int) -> int:
    return (a * 31 + b) % 1000003 - (b - c) // 16 + (a + c) % 8


def shifted(a: int, b: int) -> int:
    return ((a << 3) - (b >> 2) << 1) + (~a - -b)


def divided(a: int, b: int, c: int) -> int:
    return (a + b) // (b - c) + a * c


def counted(a: int, b: int) -> int:
    return (a + 1 > b * 2) + (a - b < a + b) * 2 + (a * a == b * b) * 4


class Account:
    limit = 2**62 - 10

    def __init__(self, units: int) -> None:
        self.units = units
        self.moves = 0

    def move(self, amount: int) -> bool:
        self.moves += 1
        if self.units + amount * 2 - 1 > self.limit - self.moves:
            return False
        self.units += amount * 2 - 1
        return True


class Loud(int):
    """An int with operators of its own is asked in order, and once."""

    def __add__(self, other: int) -> int:
        print("add", int(self), other)
        return int(self) + other

    def __mul__(self, other: int) -> int:
        print("mul", int(self), other)
        return int.__mul__(self, other)


def polynomial(x: int, y: int) -> int:
    return x * y + (y + 3) * 2 - (x + y)


def report(name: str, function: Callable[[], object]) -> None:
    try:
        print(name, function())
    except (ZeroDivisionError, ValueError) as error:
        print(name, type(error).__name__, error)


def guarded(a: int, b: int) -> str:
    steps = 0
    try:
        steps += 1 + a * 0
        quotient = (a + 5) // (b * 2 - b - b) + steps
        return f"never {quotient}"
    except ZeroDivisionError as error:
        steps = steps * 10 + 1
        return f"{error} after {steps}"
    finally:
        steps += 1


def walrus(a: int) -> int:
    return (b := a + 1) * (c := b * 2) - (b + c) + (a := 5) * a


def totals(numbers: list[int]) -> tuple[int, int, int]:
    total = squares = places = 0
    for place, number in enumerate(numbers):
        total = total * 3 + number - place
        squares += number * number + 2 * place
        places = (places + place * 7 + 1) % 65521
    return total, squares, places


def main() -> None:
    for a in EDGES:
        print(a, shifted(a, a // 3), triangle(a, 5), triangle(a, a), walrus(a))
        for b in EDGES:
            sums = sum(mixed(a, b, c) * 3 + remainders(a, b, c) - 1 for c in EDGES)
            print(a % 1009, b % 1009, sums, counted(a, b))
    for a, b, c in [(1, 2, 2), (2**62, 2**62, 2**62), (2**62 - 1, 1, 0), (-(2**62), -1, 0), (9, True, False)]:
        report(f"divided {a} {b} {c}:", lambda: divided(a, b, c))
    for count in (-1, 0, 61, 62, 63, 200):
        report(f"shift {count}:", lambda: (5 << count) + (2**61 >> count) * 2 - 1)
    account = Account(2**62 - 40)
    print([account.move(n) for n in (1, 5, 2, 9, 2**61, 3)], account.units, account.moves)
    print(
        polynomial(Loud(4), 5),
        polynomial(4, Loud(5)),
        polynomial(True, False),
        (True & False) + (True | True) * 2,
    )
    print(True & True, True ^ True, (True & True) | False, -(True + 1) * 3)
    print(guarded(1, 0), guarded(2**70, 2**65), sep="; ")
    print(totals(EDGES), totals(list(range(60))), totals([]))


if __name__ == "__main__":
    main()
