"""Vectors that hold only what is not zero, documents weighed as such vectors, and their likeness."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, ItemsView, Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Sparse(Generic[K]):
    def __init__(self, entries: Mapping[K, float]) -> None:
        self._entries = {key: float(value) for key, value in entries.items() if float(value)}

    def __getitem__(self, key: K) -> float:
        return self._entries.get(key, 0.0)

    def __setitem__(self, key: K, value: float) -> None:
        if value:
            self._entries[key] = value
        else:
            self._entries.pop(key, None)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    def items(self) -> ItemsView[K, float]:
        return self._entries.items()

    def __add__(self, other: Sparse[K]) -> Sparse[K]:
        result = Sparse(self._entries)
        for key, value in other.items():
            result[key] += value
        return result

    def __mul__(self, factor: float) -> Sparse[K]:
        return self.map(lambda value: value * factor)

    __rmul__ = __mul__

    def __neg__(self) -> Sparse[K]:
        return self * -1.0

    def __sub__(self, other: Sparse[K]) -> Sparse[K]:
        return self + -other

    def __matmul__(self, other: Sparse[K]) -> float:
        if len(other) < len(self):
            return other @ self
        return math.fsum(value * other[key] for key, value in self.items())

    def __abs__(self) -> float:
        return math.sqrt(self @ self)

    def map(self, function: Callable[[float], float]) -> Sparse[K]:
        return Sparse({key: function(value) for key, value in self.items()})

    def __repr__(self) -> str:
        shown = ", ".join(f"{key}: {value:g}" for key, value in self.items())
        return f"<{shown}>"


TEXTS = {
    "tea": "Boil the water, warm the pot, pour water over the tea leaves.",
    "coffee": "Grind the beans, boil the water and pour it over the coffee.",
    "chess": "The knight takes the bishop; the rook gives check to the king.",
    "bread": "Mix flour and water, knead, let it rest, bake until brown.",
}


def words(text: str) -> Counter[str]:
    found: list[str] = re.findall(r"[a-z]+", text.lower())
    return Counter(found)


def likeness(a: Sparse[K], b: Sparse[K]) -> float:
    size = abs(a) * abs(b)
    return a @ b / size if size else 0.0


counts = {name: words(text) for name, text in TEXTS.items()}
spread = Counter(word for counter in counts.values() for word in counter)
weights = {
    name: Sparse({word: n * math.log(len(TEXTS) / spread[word]) for word, n in counter.items()})
    for name, counter in counts.items()
}
print(spread.most_common(3), counts["tea"]["water"], len(weights["tea"]), "the" in list(weights["tea"]))
for name, vector in weights.items():
    heavy = sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:3]
    print(f"{name:<7}{abs(vector):.4f}", *(f"{word}={weight:.3f}" for word, weight in heavy))
names = sorted(TEXTS)
print(" " * 7 + "".join(f"{name:>8}" for name in names))
for row in names:
    print(f"{row:<7}" + "".join(f"{likeness(weights[row], weights[column]):8.3f}" for column in names))
query = Sparse(words("pour boiling water on tea"))
print(max(names, key=lambda name: likeness(query, weights[name])), likeness(query, Sparse({})))
grid = Sparse({(0, 0): 1, (2, 5): 4, (1, 1): 0})
grid[0, 0] -= 1
grid[3, 3] += 0.5
print(grid, len(grid), grid + grid, 2.0 * grid - grid, grid - grid, grid[9, 9], grid.map(round))
