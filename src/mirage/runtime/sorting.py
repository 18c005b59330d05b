"""A stable merge sort that takes runs as they come (as CPython's listsort does), comparing with `<` only."""

from __future__ import annotations

from typing import TypeVar

from _typeshed import SupportsRichComparison

from mirage.lowlevel import Array, i64, inline

T = TypeVar("T", bound=SupportsRichComparison)
V = TypeVar("V")


@inline
def _less(a: T, b: T) -> bool:
    return a < b  # type: ignore[operator]


def sort_array(items: Array[T], count: i64) -> None:
    """Sort the first `count` elements in place."""
    if count < 2:
        return
    minimum = _minimum_run(count)
    spare: Array[T] = Array((count + 1) // 2)
    starts: Array[i64] = Array(i64(96))
    runs = i64(0)
    at = i64(0)
    while at < count:
        length = _run_length(items, at, count)
        if length < minimum:
            wanted = minimum
            if count - at < wanted:
                wanted = count - at
            _insertion(items, at, at + length, at + wanted)
            length = wanted
        starts[runs] = at
        runs = runs + 1
        at = at + length
        starts[runs] = at
        while runs > 1 and _must_merge(starts, runs):
            runs = _merge_top(items, spare, starts, runs)
    while runs > 1:
        _merge(items, spare, starts[runs - 2], starts[runs - 1], count)
        runs = runs - 1
        starts[runs] = count


@inline
def _minimum_run(count: i64) -> i64:
    extra = i64(0)
    while count >= 64:
        extra = extra | (count & 1)
        count = count >> 1
    return count + extra


def _run_length(items: Array[T], start: i64, end: i64) -> i64:
    """The length of the run at `start`; a strictly descending one is reversed in place."""
    i = start + 1
    if i == end:
        return i64(1)
    if _less(items[i], items[start]):
        i = i + 1
        while i < end and _less(items[i], items[i - 1]):
            i = i + 1
        low = start
        high = i - 1
        while low < high:
            value = items[low]
            items[low] = items[high]
            items[high] = value
            low = low + 1
            high = high - 1
    else:
        i = i + 1
        while i < end and not _less(items[i], items[i - 1]):
            i = i + 1
    return i - start


def _insertion(items: Array[T], start: i64, at: i64, end: i64) -> None:
    """Binary insertion of items[at:end] into the sorted items[start:at]."""
    while at < end:
        pivot = items[at]
        low = start
        high = at
        while low < high:
            middle = (low + high) >> 1
            if _less(pivot, items[middle]):
                high = middle
            else:
                low = middle + 1
        items.move(low + 1, low, at - low)
        items[low] = pivot
        at = at + 1


def _must_merge(starts: Array[i64], runs: i64) -> bool:
    """Whether the stack of runs breaks timsort's invariant (lengths shrink faster than Fibonacci numbers)."""
    top = starts[runs] - starts[runs - 1]
    second = starts[runs - 1] - starts[runs - 2]
    if second <= top:
        return True
    if runs > 2 and starts[runs - 2] - starts[runs - 3] <= second + top:
        return True
    return runs > 3 and starts[runs - 3] - starts[runs - 4] <= starts[runs - 2] - starts[runs - 3] + second


def _merge_top(items: Array[T], spare: Array[T], starts: Array[i64], runs: i64) -> i64:
    """Merge two of the top three runs; returns the new number of runs."""
    top = starts[runs] - starts[runs - 1]
    if runs > 2 and starts[runs - 2] - starts[runs - 3] < top:
        _merge(items, spare, starts[runs - 3], starts[runs - 2], starts[runs - 1])
        starts[runs - 2] = starts[runs - 1]
        starts[runs - 1] = starts[runs]
    else:
        _merge(items, spare, starts[runs - 2], starts[runs - 1], starts[runs])
        starts[runs - 1] = starts[runs]
    return runs - 1


def _merge(items: Array[T], spare: Array[T], start: i64, middle: i64, end: i64) -> None:
    """Merge two neighbouring sorted runs; equal elements keep their order."""
    first = items[middle]
    while start < middle and not _less(first, items[start]):
        start = start + 1
    if start == middle:
        return
    last = items[middle - 1]
    while end > middle and not _less(items[end - 1], last):
        end = end - 1
    left = middle - start
    if left <= end - middle:
        spare.copy_from(i64(0), items, start, left)
        i = i64(0)
        j = middle
        k = start
        while i < left and j < end:
            if _less(items[j], spare[i]):
                items[k] = items[j]
                j = j + 1
            else:
                items[k] = spare[i]
                i = i + 1
            k = k + 1
        items.copy_from(k, spare, i, left - i)
    else:
        right = end - middle
        spare.copy_from(i64(0), items, middle, right)
        i = middle - 1
        j = right - 1
        k = end - 1
        while i >= start and j >= 0:
            if _less(spare[j], items[i]):
                items[k] = items[i]
                i = i - 1
            else:
                items[k] = spare[j]
                j = j - 1
            k = k - 1
        items.copy_from(start, spare, i64(0), j + 1)


def sort_by_keys(keys: Array[T], values: Array[V], count: i64) -> None:
    """Sort `values` by the keys beside them; both arrays are permuted."""
    if count < 2:
        return
    spare_keys: Array[T] = Array(count)
    spare_values: Array[V] = Array(count)
    at = i64(0)
    while at < count:
        end = at + 16
        if end > count:
            end = count
        _insertion_by_keys(keys, values, at, end)
        at = end
    width = i64(16)
    while width < count:
        at = i64(0)
        while at + width < count:
            end = at + width * 2
            if end > count:
                end = count
            _merge_by_keys(keys, values, spare_keys, spare_values, at, at + width, end)
            at = end
        width = width * 2


def _insertion_by_keys(keys: Array[T], values: Array[V], start: i64, end: i64) -> None:
    at = start + 1
    while at < end:
        pivot = keys[at]
        if _less(pivot, keys[at - 1]):
            value = values[at]
            low = start
            high = at - 1
            while low < high:
                middle = (low + high) >> 1
                if _less(pivot, keys[middle]):
                    high = middle
                else:
                    low = middle + 1
            keys.move(low + 1, low, at - low)
            values.move(low + 1, low, at - low)
            keys[low] = pivot
            values[low] = value
        at = at + 1


def _merge_by_keys(
    keys: Array[T],
    values: Array[V],
    spare_keys: Array[T],
    spare_values: Array[V],
    start: i64,
    middle: i64,
    end: i64,
) -> None:
    if not _less(keys[middle], keys[middle - 1]):
        return
    left = middle - start
    spare_keys.copy_from(i64(0), keys, start, left)
    spare_values.copy_from(i64(0), values, start, left)
    i = i64(0)
    j = middle
    k = start
    while i < left and j < end:
        if _less(keys[j], spare_keys[i]):
            keys[k] = keys[j]
            values[k] = values[j]
            j = j + 1
        else:
            keys[k] = spare_keys[i]
            values[k] = spare_values[i]
            i = i + 1
        k = k + 1
    keys.copy_from(k, spare_keys, i, left - i)
    values.copy_from(k, spare_values, i, left - i)


def reverse_array(items: Array[V], count: i64) -> None:
    low = i64(0)
    high = count - 1
    while low < high:
        value = items[low]
        items[low] = items[high]
        items[high] = value
        low = low + 1
        high = high - 1
