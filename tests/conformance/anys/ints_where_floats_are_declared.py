"""Sequences, mappings and iterables of ints, held as Any, where the library or the program declares floats."""

import random
import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any


class Squares(Sequence[int]):
    """A sequence of ints of the program's own."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(self.size))]
        if not 0 <= index < self.size:
            raise IndexError(index)
        return index * index


def mean(numbers: Sequence[float]) -> float:
    total = 0.0
    for number in numbers:
        total += number
    return total / len(numbers)


def largest(numbers: Iterable[float]) -> float:
    best = float("-inf")
    for number in numbers:
        best = max(best, number)
    return best


def scaled(prices: Mapping[str, float], factor: float = 2.0) -> dict[str, float]:
    return {name: price * factor for name, price in prices.items()}


def counted(limit: int) -> Iterator[int]:
    yield from range(limit)


def from_outside(kind: str) -> Any:
    made: dict[str, Any] = {
        "range": range(1, 6),
        "list": [3, 1, 2],
        "tuple": (4, 5),
        "squares": Squares(4),
        "mixed": [1, 2.5, True],
        "prices": {"tea": 3, "cake": 4},
    }
    return made[kind]


for kind in ("range", "list", "tuple", "squares", "mixed"):
    numbers = from_outside(kind)
    print(kind, mean(numbers), largest(numbers), numbers[0], statistics.fmean(numbers))
print(largest(counted(4)), scaled(from_outside("prices")), scaled(from_outside("prices"), 0.5))

source: Any = random.Random(7)
choices = source.choices
print(len(choices([1, 2, 3, 4], range(4), k=5)), len(choices("abcd", weights=from_outside("squares"), k=2)))
print(
    choices("abcd", [0, 0, 1, 0]), choices("abcd", cum_weights=range(0, 4), k=0), choices(range(3), [0, 5, 0])
)
for weights in (range(3), 5, "ab"):
    try:
        print(choices("ab", weights))
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
