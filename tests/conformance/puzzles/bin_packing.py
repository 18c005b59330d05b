"""Packing parcels into crates by several strategies, and the best packing by search."""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol, TypeAlias


@dataclass
class Crate:
    capacity: int
    parcels: list[int] = field(default_factory=list)

    @property
    def free(self) -> int:
        return self.capacity - sum(self.parcels)

    def __contains__(self, parcel: int) -> bool:
        return parcel in self.parcels

    def __iadd__(self, parcel: int) -> Crate:
        if parcel > self.free:
            raise OverflowError(f"{parcel} does not fit in {self.free}")
        insort(self.parcels, parcel)
        return self

    def __str__(self) -> str:
        return "+".join(map(str, self.parcels)) + (f" ({self.free} free)" if self.free else "")


Choice: TypeAlias = Callable[[list[Crate]], Crate | None]


class Packer(Protocol):
    def __call__(self, parcels: Sequence[int], capacity: int) -> list[Crate]: ...


def greedy(
    parcels: Sequence[int], capacity: int, *, choose: Choice, largest_first: bool = False
) -> list[Crate]:
    crates: list[Crate] = []
    for parcel in sorted(parcels, reverse=True) if largest_first else parcels:
        crate = choose([c for c in crates if c.free >= parcel])
        if crate is None:
            crates.append(crate := Crate(capacity))
        crate += parcel
    return crates


def first(crates: list[Crate]) -> Crate | None:
    return crates[0] if crates else None


def tightest(crates: list[Crate]) -> Crate | None:
    return min(crates, key=lambda c: c.free, default=None)


def loosest(crates: list[Crate]) -> Crate | None:
    return max(crates, key=lambda c: c.free, default=None)


def optimal(parcels: Sequence[int], capacity: int) -> list[Crate]:
    ordered = sorted(parcels, reverse=True)
    best = greedy(parcels, capacity, choose=first, largest_first=True)
    bound = math.ceil(sum(parcels) / capacity)

    def search(index: int, loads: list[list[int]]) -> None:
        nonlocal best
        if len(loads) >= len(best) or len(best) == bound:
            return
        if index == len(ordered):
            best = [Crate(capacity, sorted(load)) for load in loads]
            return
        tried: set[int] = set()
        for load in loads:
            total = sum(load)
            if total + ordered[index] <= capacity and total not in tried:
                tried.add(total)
                load.append(ordered[index])
                search(index + 1, loads)
                load.pop()
        search(index + 1, [*loads, [ordered[index]]])

    search(0, [])
    return best


packers: dict[str, Packer] = {
    "first fit": partial(greedy, choose=first),
    "best fit": partial(greedy, choose=tightest),
    "worst fit": partial(greedy, choose=loosest),
    "decreasing": partial(greedy, choose=first, largest_first=True),
    "optimal": optimal,
}
loads = {
    "mixed": ([4, 8, 1, 4, 2, 1, 7, 3, 5, 6], 10),
    "halves": ([3, 3, 3, 3, 7, 7, 5, 5, 4], 10),
    "tricky": ([6, 5, 5, 4, 4, 4, 3, 3, 2], 12),
    "equal": ([5] * 6, 9),
    "none": ([], 5),
}
for name, (parcels, capacity) in loads.items():
    print(f"{name}: {parcels} into {capacity}")
    for label, pack in packers.items():
        crates = pack(parcels, capacity)
        whole = sorted(p for c in crates for p in c.parcels) == sorted(parcels)
        print(f"  {label:<10} {len(crates)} {whole} {' | '.join(map(str, crates))}")
try:
    packers["first fit"]([3, 11], 10)
except OverflowError as error:
    print("OverflowError:", error)
box = Crate(9)
box += 4
box += 2
print(box, 4 in box, 5 in box, box)
