"""Seats from votes: divisors and remainders, thresholds, paradoxes and coalitions."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import combinations

Votes = Mapping[str, int]


class Divisor(Enum):
    DHONDT = "d'Hondt"
    SAINTE_LAGUE = "Sainte-Laguë"
    IMPERIALI = "Imperiali"

    def __call__(self, seats: int) -> Fraction:
        match self:
            case Divisor.DHONDT:
                return Fraction(seats + 1)
            case Divisor.SAINTE_LAGUE:
                return Fraction(2 * seats + 1)
            case Divisor.IMPERIALI:
                return Fraction(seats + 2, 2)


@dataclass(order=True, frozen=True)
class Claim:
    quotient: Fraction
    party: str
    held: int


def by_divisor(votes: Votes, seats: int, rule: Callable[[int], Fraction]) -> dict[str, int]:
    heap = [Claim(-Fraction(count) / rule(0), party, 0) for party, count in votes.items()]
    heapq.heapify(heap)
    won = dict.fromkeys(votes, 0)
    for _ in range(seats):
        best = heap[0]
        won[best.party] += 1
        following = Claim(-Fraction(votes[best.party]) / rule(best.held + 1), best.party, best.held + 1)
        heapq.heapreplace(heap, following)
    return won


def by_remainder(votes: Votes, seats: int) -> dict[str, int]:
    quota = Fraction(sum(votes.values()), seats)
    shares = {party: divmod(Fraction(count), quota) for party, count in votes.items()}
    won = {party: int(whole) for party, (whole, _) in shares.items()}
    order = sorted(shares, key=lambda p: (-shares[p][1], p))
    for party in order[: seats - sum(won.values())]:
        won[party] += 1
    return won


def above(votes: Votes, percent: int) -> dict[str, int]:
    total = sum(votes.values())
    kept = {party: count for party, count in votes.items() if count * 100 >= total * percent}
    if not kept:
        raise ValueError(f"no party reaches {percent}%")
    return kept


def coalitions(seats: Mapping[str, int]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The majorities that would fall if any partner left."""
    needed = sum(seats.values()) // 2 + 1
    parties = sorted((p for p in seats if seats[p]), key=lambda p: (-seats[p], p))
    for size in range(1, len(parties) + 1):
        for group in combinations(parties, size):
            held = sum(seats[p] for p in group)
            if held >= needed and all(held - seats[p] < needed for p in group):
                yield held, group


def power(seats: Mapping[str, int]) -> dict[str, Fraction]:
    needed = sum(seats.values()) // 2 + 1
    critical = dict.fromkeys(seats, 0)
    for size in range(1, len(seats) + 1):
        for group in combinations(seats, size):
            held = sum(map(seats.__getitem__, group))
            for party in group:
                critical[party] += held >= needed > held - seats[party]
    total = sum(critical.values())
    return {party: Fraction(count, total) for party, count in critical.items()}


votes = {"Red": 415_000, "Blue": 337_500, "Green": 124_200, "Gold": 84_300, "Grey": 39_000}
for rule in Divisor:
    seats = by_divisor(votes, 31, rule)
    print(f"{rule.value:<13}", seats, sum(seats.values()))
print(f"{'remainders':<13}", by_remainder(votes, 31))
house = by_divisor(above(votes, 5), 31, Divisor.DHONDT)
print("with a bar:", house)
for held, group in coalitions(house):
    print(f"  {held} {'+'.join(group)}")
print({p: f"{float(share):.1%}" for p, share in power(house).items()}, power({"a": 50, "b": 49, "c": 1}))
small = {"A": 1500, "B": 1500, "C": 900, "D": 500, "E": 500, "F": 200}
for total in (25, 26):
    print(total, by_remainder(small, total))
lost = [
    (n, p) for n in range(5, 60) for p in small if by_remainder(small, n + 1)[p] < by_remainder(small, n)[p]
]
print("paradoxes:", lost)
try:
    above(votes, 60)
except ValueError as error:
    print(error)
print(
    Divisor("d'Hondt"),
    Divisor.IMPERIALI(1),
    Claim(Fraction(1), "x", 0) < Claim(Fraction(1), "y", 0),
    max(map(Divisor.DHONDT, [1, 4])),
)
