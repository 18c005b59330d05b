"""Heaps in lists, with CPython's algorithm: the same comparisons leave the same list."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, TypeVar, overload

from _typeshed import SupportsRichComparison, SupportsRichComparisonT

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]

_S = TypeVar("_S")
_T = TypeVar("_T")


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


@overload
def merge(
    *iterables: Iterable[_S], key: Callable[[_S], SupportsRichComparison], reverse: bool = False
) -> Generator[_S, None, None]: ...
@overload
def merge(
    *iterables: Iterable[_T], key: None = None, reverse: bool = False
) -> Generator[_T, None, None]: ...
def merge(
    *iterables: Iterable[Any], key: Callable[[Any], Any] | None = None, reverse: bool = False
) -> Generator[Any, None, None]:
    """The items of sorted iterables in order; of equal ones those of the earlier iterable first."""
    sources: list[Iterator[Any]] = []
    heads: list[Any] = []
    keys: list[Any] = []
    for iterable in iterables:
        source = iter(iterable)
        for head in source:
            sources.append(source)
            heads.append(head)
            keys.append(head if key is None else key(head))
            break
    while sources:
        best = 0
        for place in range(1, len(sources)):
            before = keys[best] < keys[place] if reverse else keys[place] < keys[best]
            if before:
                best = place
        yield heads[best]
        found = False
        for head in sources[best]:
            heads[best] = head
            keys[best] = head if key is None else key(head)
            found = True
            break
        if not found:
            del sources[best], heads[best], keys[best]


def nsmallest(n: int, iterable: Iterable[_S], key: Callable[[_S], Any] | None = None) -> list[_S]:
    """The `n` smallest, in order, equal ones as they came."""
    return sorted(iterable, key=key)[: max(n, 0)]  # type: ignore[type-var, arg-type]


def nlargest(n: int, iterable: Iterable[_S], key: Callable[[_S], Any] | None = None) -> list[_S]:
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]  # type: ignore[type-var, arg-type]
