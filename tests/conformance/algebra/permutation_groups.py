"""Permutations as objects: cycles, orders, signs, the groups a few of them generate, and their cosets."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, total_ordering
from itertools import permutations
from typing import overload


@total_ordering
class Permutation(Sequence[int]):
    def __init__(self, images: Iterable[int]) -> None:
        self._images = tuple(images)
        if sorted(self._images) != list(range(len(self._images))):
            raise ValueError(f"not a permutation: {self._images}")

    @classmethod
    def of_cycles(cls, size: int, *cycles: Sequence[int]) -> Permutation:
        images = list(range(size))
        for cycle in cycles:
            for here, there in zip(cycle, [*cycle[1:], cycle[0]]):
                images[here] = there
        return cls(images)

    def __len__(self) -> int:
        return len(self._images)

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[int, ...]: ...
    def __getitem__(self, index: int | slice) -> int | tuple[int, ...]:
        return self._images[index]

    def __matmul__(self, other: Permutation) -> Permutation:
        """First the other, then this one."""
        return Permutation(self._images[image] for image in other._images)

    def __invert__(self) -> Permutation:
        back = [0] * len(self)
        for here, there in enumerate(self._images):
            back[there] = here
        return Permutation(back)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Permutation) and self._images == other._images

    def __lt__(self, other: Permutation) -> bool:
        return self._images < other._images

    def __hash__(self) -> int:
        return hash(self._images)

    @cached_property
    def cycles(self) -> tuple[tuple[int, ...], ...]:
        left = set(range(len(self)))
        found: list[tuple[int, ...]] = []
        while left:
            start = here = min(left)
            cycle: list[int] = []
            while here in left:
                left.remove(here)
                cycle.append(here)
                here = self._images[here]
            if len(cycle) > 1:
                assert here == start
                found.append(tuple(cycle))
        return tuple(found)

    @property
    def order(self) -> int:
        return math.lcm(*map(len, self.cycles))

    @property
    def even(self) -> bool:
        return sum(len(cycle) - 1 for cycle in self.cycles) % 2 == 0

    def __str__(self) -> str:
        return "".join("(" + " ".join(map(str, cycle)) + ")" for cycle in self.cycles) or "()"


class Group:
    def __init__(self, *generators: Permutation) -> None:
        self._generators = generators
        start = Permutation(range(len(generators[0])))
        self._members = {start}
        waiting = deque([start])
        while waiting:
            element = waiting.popleft()
            for generator in generators:
                if (made := generator @ element) not in self._members:
                    self._members.add(made)
                    waiting.append(made)

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[Permutation]:
        return iter(sorted(self._members))

    def __contains__(self, element: object) -> bool:
        return element in self._members

    def __le__(self, other: Group) -> bool:
        return all(generator in other for generator in self._generators)

    def commutes(self) -> bool:
        return all(a @ b == b @ a for a in self._generators for b in self._generators)

    def cosets(self, part: Group) -> list[list[Permutation]]:
        return [list(one) for one in sorted({tuple(sorted(a @ b for b in part)) for a in self})]


turn, flip = Permutation.of_cycles(4, (0, 1, 2, 3)), Permutation.of_cycles(4, (0, 3), (1, 2))
square, turns, klein = Group(turn, flip), Group(turn), Group(flip, turn @ turn)
for name, group in (("square", square), ("turns", turns), ("klein", klein)):
    orders = sorted(Counter(element.order for element in group).items())
    print(f"{name:<7}{len(group):>2} commutes={group.commutes()!s:<6}orders={orders}")
    print("   ", *group)
print(klein <= square, turns <= klein, turn in klein, ~turn, turn @ ~turn, (turn @ flip).even)
for coset in square.cosets(Group(flip)):
    print([str(element) for element in coset])
print(
    sum(Permutation(images).even for images in permutations(range(5))), max(square), turn.index(0), 3 in turn
)
print(list(reversed(turn)), turn[1:3], turn[-1], turn.count(2))
try:
    Permutation([0, 2, 2])
except ValueError as error:
    print(error)
