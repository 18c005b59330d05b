"""Counters made of what only the run time knows: JSON, matches of a pattern, values typed Any."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import InitVar, dataclass, field
from typing import Any


def double(number: int) -> int:
    return number * 2


@dataclass
class Weighing:
    rule: InitVar[Callable[[int], int]] = double
    limit: InitVar[int] = 5
    value: int = field(init=False)

    def __post_init__(self, rule: Callable[[int], int], limit: int) -> None:
        self.value = min(rule(4), limit)


def count(found: list[Any]) -> Counter[str]:
    return Counter(found)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def merged(*sources: Any) -> Counter[str]:
    total: Counter[str] = Counter()
    for source in sources:
        total.update(source)
    return total


print(count(["a", "b", "a"]), count([]))
print(words("The cat saw the dog; the dog ran.").most_common(2))
data: Any = json.loads('{"stock": {"nuts": 3, "bolts": 5}, "sold": ["nuts", "nuts", "bolts"]}')
stock: Counter[str] = Counter(data["stock"])
stock.subtract(data["sold"])
print(stock, stock.total())
stock.subtract(data["stock"])
print(stock, +stock, -stock)
print(merged("abca", {"a": 10}, ["b", "z"], Counter(z=4), None))
print(Counter(data["sold"]) == Counter(["bolts", "nuts", "nuts"]), Counter(data["stock"])["absent"])
try:
    print(Counter(data["stock"]["nuts"]))
except TypeError as error:
    print(error)
print(Weighing().value, Weighing(lambda number: number - 1).value, Weighing(double, 100).value)
