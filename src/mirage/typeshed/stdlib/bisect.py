"""Binary search in sorted sequences."""

from __future__ import annotations

from collections.abc import Callable, MutableSequence, Sequence
from typing import Any, TypeVar, overload

from _typeshed import SupportsRichComparisonT

_T = TypeVar("_T")


def _bounds(length: int, lo: int, hi: int | None) -> int:
    if lo < 0:
        raise ValueError("lo must be non-negative")
    return length if hi is None else hi


@overload
def bisect_left(
    a: Sequence[SupportsRichComparisonT],
    x: SupportsRichComparisonT,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: None = None,
) -> int: ...
@overload
def bisect_left(
    a: Sequence[_T],
    x: SupportsRichComparisonT,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: Callable[[_T], SupportsRichComparisonT],
) -> int: ...
def bisect_left(
    a: Sequence[Any], x: Any, lo: int = 0, hi: int | None = None, *, key: Callable[[Any], Any] | None = None
) -> int:
    """Where to insert `x` before equal items."""
    end = _bounds(len(a), lo, hi)
    while lo < end:
        middle = (lo + end) // 2
        item = a[middle] if key is None else key(a[middle])
        if item < x:
            lo = middle + 1
        else:
            end = middle
    return lo


@overload
def bisect_right(
    a: Sequence[SupportsRichComparisonT],
    x: SupportsRichComparisonT,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: None = None,
) -> int: ...
@overload
def bisect_right(
    a: Sequence[_T],
    x: SupportsRichComparisonT,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: Callable[[_T], SupportsRichComparisonT],
) -> int: ...
def bisect_right(
    a: Sequence[Any], x: Any, lo: int = 0, hi: int | None = None, *, key: Callable[[Any], Any] | None = None
) -> int:
    """Where to insert `x` after equal items."""
    end = _bounds(len(a), lo, hi)
    while lo < end:
        middle = (lo + end) // 2
        item = a[middle] if key is None else key(a[middle])
        if x < item:
            end = middle
        else:
            lo = middle + 1
    return lo


@overload
def insort_left(
    a: MutableSequence[SupportsRichComparisonT],
    x: SupportsRichComparisonT,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: None = None,
) -> None: ...
@overload
def insort_left(
    a: MutableSequence[_T],
    x: _T,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: Callable[[_T], SupportsRichComparisonT],
) -> None: ...
def insort_left(
    a: MutableSequence[Any],
    x: Any,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: Callable[[Any], Any] | None = None,
) -> None:
    """Insert `x` where it belongs, before equal items."""
    wanted = x if key is None else key(x)
    a.insert(bisect_left(a, wanted, lo, hi, key=key), x)


@overload
def insort_right(
    a: MutableSequence[SupportsRichComparisonT],
    x: SupportsRichComparisonT,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: None = None,
) -> None: ...
@overload
def insort_right(
    a: MutableSequence[_T],
    x: _T,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: Callable[[_T], SupportsRichComparisonT],
) -> None: ...
def insort_right(
    a: MutableSequence[Any],
    x: Any,
    lo: int = 0,
    hi: int | None = None,
    *,
    key: Callable[[Any], Any] | None = None,
) -> None:
    """Insert `x` where it belongs, after equal items."""
    wanted = x if key is None else key(x)
    a.insert(bisect_right(a, wanted, lo, hi, key=key), x)


bisect = bisect_right
insort = insort_right
