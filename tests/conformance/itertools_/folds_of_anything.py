"""Folds whose function gives `Any`: what mypy takes for an int may be a float by then."""

from __future__ import annotations
from functools import reduce
from itertools import accumulate
from typing import Any


def evaluate(coefficients: list[int], x: Any) -> Any:
    return reduce(lambda acc, c: acc * x + c, reversed(coefficients), 0)


def step(acc: Any, item: Any) -> Any:
    return acc + item


print(evaluate([1, 2, 3], 2), evaluate([1, 2, 3], 0.5), evaluate([1, 2], 1j))
print(reduce(step, [1, 2, 3], 0.5), reduce(step, [0.5], 1))
print(list(accumulate([1, 2, 3], lambda a, b: step(a, b) / 2)))
print(list(accumulate([1, 2, 3], step, initial=0.5)))
total = reduce(lambda a, b: step(a, b), [1, 2, 3])
print(total)
values: dict[str, Any] = {"a": 1, "b": 2.5}
print(reduce(lambda acc, key: acc + values[key], values, 0))
print(sum((values[k] for k in values), 0), max((values[k] for k in values), default=0))
print(reduce(lambda acc, key: acc if key == "b" else values[key] / 2, values, 0))
best = reduce(lambda acc, key: max(acc, values[key]), values, 0)
print(best, best * 2, isinstance(best, float))
document: dict[str, Any] = {"x": {"y": [1, "leaf"]}}
path: list[Any] = ["x", "y", 1]
print(reduce(lambda tree, key: tree[key], path, document))
