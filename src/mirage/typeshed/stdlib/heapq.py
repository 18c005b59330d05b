"""Heaps in lists, with CPython's algorithm: the same comparisons leave the same list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from _typeshed import SupportsRichComparisonT

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "nlargest", "nsmallest", "heappushpop"]

_S = TypeVar("_S")


def heappush(heap: list[SupportsRichComparisonT], item: SupportsRichComparisonT, /) -> None:
    heap.append(item)
    _sift_down(heap, 0, len(heap) - 1)


def heappop(heap: list[SupportsRichComparisonT], /) -> SupportsRichComparisonT:
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if heap:
        result = heap[0]
        heap[0] = last
        _sift_up(heap, 0)
        return result
    return last


def heapreplace(
    heap: list[SupportsRichComparisonT], item: SupportsRichComparisonT, /
) -> SupportsRichComparisonT:
    if not heap:
        raise IndexError("index out of range")
    result = heap[0]
    heap[0] = item
    _sift_up(heap, 0)
    return result


def heappushpop(
    heap: list[SupportsRichComparisonT], item: SupportsRichComparisonT, /
) -> SupportsRichComparisonT:
    if heap and heap[0] < item:  # type: ignore[operator]
        result = heap[0]
        heap[0] = item
        _sift_up(heap, 0)
        return result
    return item


def heapify(heap: list[SupportsRichComparisonT], /) -> None:
    index = len(heap) // 2 - 1
    while index >= 0:
        _sift_up(heap, index)
        index -= 1


def _sift_down(heap: list[SupportsRichComparisonT], start: int, position: int) -> None:
    """Move the item at `position` toward the root until its parent is not larger."""
    item = heap[position]
    while position > start:
        parent_position = (position - 1) >> 1
        parent = heap[parent_position]
        if not (item < parent):  # type: ignore[operator]
            break
        heap[position] = parent
        position = parent_position
    heap[position] = item


def _sift_up(heap: list[SupportsRichComparisonT], position: int) -> None:
    """Move the smaller children up to a leaf, then the item down from there (fewer comparisons)."""
    end = len(heap)
    start = position
    item = heap[position]
    child = 2 * position + 1
    while child < end:
        right = child + 1
        if right < end and not (heap[child] < heap[right]):  # type: ignore[operator]
            child = right
        heap[position] = heap[child]
        position = child
        child = 2 * position + 1
    heap[position] = item
    _sift_down(heap, start, position)


def nsmallest(n: int, iterable: Iterable[_S], key: Callable[[_S], Any] | None = None) -> list[_S]:
    """The `n` smallest, in order, equal ones as they came."""
    return sorted(iterable, key=key)[: max(n, 0)]  # type: ignore[type-var, arg-type]


def nlargest(n: int, iterable: Iterable[_S], key: Callable[[_S], Any] | None = None) -> list[_S]:
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]  # type: ignore[type-var, arg-type]
