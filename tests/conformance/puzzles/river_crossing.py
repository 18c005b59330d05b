"""Wolf, goat and cabbage, and missionaries and cannibals, by one generic search."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Generic, TypeVar

S = TypeVar("S", bound=Hashable)


class Puzzle(ABC, Generic[S]):
    @property
    @abstractmethod
    def start(self) -> S: ...

    @abstractmethod
    def solved(self, state: S) -> bool: ...

    @abstractmethod
    def following(self, state: S) -> Iterable[tuple[str, S]]: ...

    def shortest(self) -> list[str]:
        level: list[tuple[S, tuple[str, ...]]] = [(self.start, ())]
        seen: set[S] = {self.start}
        while level:
            coming: list[tuple[S, tuple[str, ...]]] = []
            for state, path in level:
                if self.solved(state):
                    return list(path)
                for name, other in self.following(state):
                    if other not in seen:
                        seen.add(other)
                        coming.append((other, (*path, name)))
            level = coming
        raise LookupError(f"{type(self).__name__} has no answer")


@dataclass(frozen=True)
class Banks:
    near: frozenset[str]
    far: frozenset[str]
    boat_near: bool = True


class Farmer(Puzzle[Banks]):
    quarrels = (frozenset({"wolf", "goat"}), frozenset({"goat", "cabbage"}))

    def __init__(self, *cargo: str) -> None:
        self.cargo = frozenset(cargo)

    @property
    def start(self) -> Banks:
        return Banks(self.cargo, frozenset())

    def solved(self, state: Banks) -> bool:
        return not state.near and not state.boat_near

    def following(self, state: Banks) -> Iterable[tuple[str, Banks]]:
        here = state.near if state.boat_near else state.far
        for load in [None, *sorted(here)]:
            moved = frozenset() if load is None else frozenset({load})
            if any(quarrel <= here - moved for quarrel in self.quarrels):
                continue
            arrow = "->" if state.boat_near else "<-"
            if state.boat_near:
                after = replace(state, near=state.near - moved, far=state.far | moved, boat_near=False)
            else:
                after = replace(state, near=state.near | moved, far=state.far - moved, boat_near=True)
            yield f"{arrow} {load or 'alone'}", after


class Missionaries(Puzzle[tuple[int, int, bool]]):
    def __init__(self, pairs: int, seats: int) -> None:
        self.pairs, self.seats = pairs, seats

    @property
    def start(self) -> tuple[int, int, bool]:
        return self.pairs, self.pairs, True

    def solved(self, state: tuple[int, int, bool]) -> bool:
        return state == (0, 0, False)

    def safe(self, missionaries: int, cannibals: int) -> bool:
        return missionaries == 0 or missionaries >= cannibals

    def following(self, state: tuple[int, int, bool]) -> Iterable[tuple[str, tuple[int, int, bool]]]:
        m, c, near = state
        sign = -1 if near else 1
        loads = {
            group for size in range(1, self.seats + 1) for group in combinations("M" * 3 + "C" * 3, size)
        }
        for load in sorted(loads):
            m2, c2 = m + sign * load.count("M"), c + sign * load.count("C")
            fits = 0 <= m2 <= self.pairs and 0 <= c2 <= self.pairs
            if fits and self.safe(m2, c2) and self.safe(self.pairs - m2, self.pairs - c2):
                yield ("->" if near else "<-") + "".join(load), (m2, c2, not near)


print(*Farmer("wolf", "goat", "cabbage").shortest(), sep="\n")
print(Farmer("wolf", "cabbage").shortest())
for pairs, seats in [(2, 2), (3, 2), (4, 3), (5, 3)]:
    steps = Missionaries(pairs, seats).shortest()
    print(pairs, seats, len(steps), " ".join(steps))
try:
    Missionaries(4, 2).shortest()
except LookupError as error:
    print(error)
