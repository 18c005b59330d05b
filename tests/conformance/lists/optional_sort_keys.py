"""Sort keys that may be None, or anything."""

import heapq
from typing import Any, Callable, Iterable, Optional


def ranked(xs: Iterable[int], key: Optional[Callable[[int], Any]] = None) -> list[int]:
    return sorted(xs, key=key)  # type: ignore[type-var, arg-type]


def in_place(xs: list[int], key: Any = None) -> list[int]:
    xs.sort(key=key)
    return xs


print(ranked([3, 1, 2]), ranked([3, 1, 2], lambda x: -x), ranked([3, 1], key=lambda x: x % 3))
print(in_place([3, 1, 2]), in_place([3, 1, 2], lambda x: -x), in_place([3, -4], abs))
print(heapq.nsmallest(2, [5, 1, 4], key=lambda x: -x), heapq.nlargest(2, [5, 1, 4], key=lambda x: -x))
