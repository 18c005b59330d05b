"""Fixed-point money in ints: rates, rounding and taxes of telephone calls (pyperformance "telco")."""

from __future__ import annotations

from dataclasses import dataclass

from measuring import measure

RATES = (13, 894)  # of a second, in 10000ths of a unit: local, distance
BASIC_TAX, DISTANCE_TAX = 675, 341  # in 10000ths


@dataclass
class Totals:
    price: int = 0
    basic: int = 0
    distance: int = 0


def half_even(value: int, divisor: int) -> int:
    """value / divisor, rounded to the nearest, halves to even."""
    quotient, rest = divmod(value, divisor)
    if 2 * rest > divisor or (2 * rest == divisor and quotient & 1):
        quotient += 1
    return quotient


def money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"


def bill(calls: list[int]) -> tuple[Totals, int]:
    """The totals in hundredths, and the characters of the printed lines."""
    totals = Totals()
    printed = 0
    for seconds in calls:
        kind = seconds & 1
        price = half_even(seconds * RATES[kind], 100)
        basic = price * BASIC_TAX // 10000
        total = price + basic
        totals.basic += basic
        if kind:
            distance = price * DISTANCE_TAX // 10000
            totals.distance += distance
            total += distance
        totals.price += total
        printed += len(money(total))
    return totals, printed


def calls(count: int) -> list[int]:
    state = 7
    found: list[int] = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        found.append(state // 65536 % 3600)
    return found


CALLS = calls(20000)


def run() -> bool:
    return bill(CALLS) == (Totals(179839204, 11015348, 5486058), 96838)


if __name__ == "__main__":
    measure(run)
