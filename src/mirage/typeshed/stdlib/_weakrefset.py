"""Sets that do not keep their members alive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableSet
from typing import Any, TypeVar
from weakref import _Key, _watch

from typing_extensions import Self

from mirage.lowlevel import u64 as _u64
from mirage.runtime import weak as _weak

__all__ = ["WeakSet"]

_S = TypeVar("_S")
_T = TypeVar("_T")


class WeakSet(MutableSet[_T]):
    """A set whose members go when they die."""

    _data: set[_Key[_T]]
    _seen: _u64

    def __init__(self, data: Iterable[_T] | None = None) -> None:
        self._data = set()
        self._seen = _weak.collections()
        if data is not None:
            self.update(data)

    def _purge(self) -> None:
        _watch.run()
        if self._seen == _weak.collections():
            return
        self._seen = _weak.collections()
        dead = [reference for reference in self._data if reference._cell.get() is None]
        for reference in dead:
            self._data.discard(reference)

    def add(self, item: _T) -> None:
        self._purge()
        self._data.add(_Key(item))

    def discard(self, item: _T) -> None:
        self._purge()
        self._data.discard(_Key(item))

    def remove(self, item: _T) -> None:
        self._purge()
        reference = _Key(item)
        if reference not in self._data:
            raise KeyError(reference)
        self._data.discard(reference)

    def clear(self) -> None:
        self._data.clear()

    def update(self, other: Iterable[_T]) -> None:
        for item in other:
            self.add(item)

    def pop(self) -> _T:
        self._purge()
        while self._data:
            item = self._data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def union(self, other: Iterable[_S]) -> WeakSet[_S | _T]:
        made: WeakSet[_S | _T] = WeakSet(self)
        for item in other:
            made.add(item)
        return made

    def __or__(self, other: Iterable[_S]) -> WeakSet[_S | _T]:
        return self.union(other)

    def __ior__(self, other: Iterable[_T]) -> Self:  # type: ignore[override,misc]
        self.update(other)
        return self

    def intersection(self, other: Iterable[_T]) -> WeakSet[_T]:
        return WeakSet([item for item in other if item in self])

    def __and__(self, other: Iterable[Any]) -> WeakSet[_T]:
        return self.intersection(other)

    def intersection_update(self, other: Iterable[Any]) -> None:
        theirs = [_Key(item) for item in other]
        self._data = {reference for reference in theirs if reference in self._data}

    def __iand__(self, other: Iterable[Any]) -> Self:
        self.intersection_update(other)
        return self

    def difference(self, other: Iterable[_T]) -> WeakSet[_T]:
        made = self.copy()
        made.difference_update(other)
        return made

    def __sub__(self, other: Iterable[Any]) -> WeakSet[_T]:
        return self.difference(other)

    def difference_update(self, other: Iterable[Any]) -> None:
        for item in list(other):
            self._data.discard(_Key(item))

    def __isub__(self, other: Iterable[Any]) -> Self:
        if other is self:
            self.clear()
        else:
            self.difference_update(other)
        return self

    def symmetric_difference(self, other: Iterable[_S]) -> WeakSet[_S | _T]:
        theirs = WeakSet(other)
        made: WeakSet[_S | _T] = WeakSet([item for item in self if item not in theirs])
        for item in theirs:
            if item not in self:
                made.add(item)
        return made

    def __xor__(self, other: Iterable[_S]) -> WeakSet[_S | _T]:
        return self.symmetric_difference(other)

    def symmetric_difference_update(self, other: Iterable[_T]) -> None:
        for item in list(WeakSet(other)):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __ixor__(self, other: Iterable[_T]) -> Self:  # type: ignore[override,misc]
        self.symmetric_difference_update(other)
        return self

    def issubset(self, other: Iterable[_T]) -> bool:
        theirs = WeakSet(other)
        return all(item in theirs for item in self)

    def __le__(self, other: Iterable[_T]) -> bool:
        return self.issubset(other)

    def __lt__(self, other: Iterable[_T]) -> bool:
        theirs = WeakSet(other)
        return len(self) < len(theirs) and self.issubset(theirs)

    def issuperset(self, other: Iterable[_T]) -> bool:
        return all(item in self for item in other)

    def __ge__(self, other: Iterable[_T]) -> bool:
        return self.issuperset(other)

    def __gt__(self, other: Iterable[_T]) -> bool:
        theirs = WeakSet(other)
        return len(self) > len(theirs) and self.issuperset(theirs)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WeakSet):
            return NotImplemented
        return len(self) == len(other) and self.issubset(other)

    def isdisjoint(self, other: Iterable[_T]) -> bool:
        return not any(item in self for item in other)

    def __repr__(self) -> str:
        return repr(self._data)

    def copy(self) -> WeakSet[_T]:
        return WeakSet(self)

    def __contains__(self, item: object) -> bool:
        try:
            return _Key(item) in self._data
        except TypeError:
            return False

    def __iter__(self) -> Iterator[_T]:
        self._purge()
        for reference in list(self._data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self) -> int:
        self._purge()
        return len(self._data)
