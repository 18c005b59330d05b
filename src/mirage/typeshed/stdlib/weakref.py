"""References that do not keep their object alive.

An object dies when the collector finds it unreachable, not when its last reference goes: until then a weak
reference gives it.  Callbacks run when this module is used after that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, MutableSet
from typing import Any, Generic, TypeVar, cast, overload

from mirage.lowlevel import u64 as _u64
from mirage.runtime import cloning as _cloning
from mirage.runtime import weak as _weak

__all__ = ["ref", "ReferenceType", "WeakKeyDictionary", "WeakValueDictionary", "WeakSet"]

_T = TypeVar("_T")
_D = TypeVar("_D")
_S = TypeVar("_S")
_KT = TypeVar("_KT")
_VT = TypeVar("_VT")


class _Watch:
    """The references that have callbacks."""

    refs: list[ReferenceType[Any]]
    seen: _u64

    def __init__(self) -> None:
        self.refs = []
        self.seen = _weak.collections()

    def poll(self) -> None:
        """Call back for what has died since."""
        if self.seen == _weak.collections() or not self.refs:
            return
        self.seen = _weak.collections()
        dead: list[ReferenceType[Any]] = []
        alive: list[ReferenceType[Any]] = []
        for reference in self.refs:
            if reference._cell.get() is None:
                dead.append(reference)
            else:
                alive.append(reference)
        self.refs = alive
        for reference in dead:
            callback = reference._callback
            if callback is not None:
                reference._callback = None
                callback(reference)


_watch = _Watch()


class ReferenceType(Generic[_T]):
    """A weak reference: call it for the object, or None."""

    _callback: Callable[[Any], Any] | None
    _cell: _weak.Cell
    _hash: int | None

    def __init__(self, o: _T, callback: Callable[[Any], Any] | None = None, /) -> None:
        if o is None or isinstance(o, (int, float, str, bytes, bytearray, tuple, list, dict)):
            raise TypeError(f"cannot create weak reference to '{type(o).__name__}' object")
        self._cell = _weak.Cell(o)
        self._callback = callback
        self._hash = None
        _watch.poll()
        if callback is not None:
            _watch.refs.append(self)

    @property
    def __callback__(self) -> Callable[[Any], Any] | None:
        return self._callback

    def __call__(self) -> _T | None:
        _watch.poll()
        return self._cell.get()  # type: ignore[return-value]

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, ReferenceType):
            return NotImplemented
        if self is value:
            return True
        mine = self._cell.get()
        theirs = value._cell.get()
        return mine is not None and theirs is not None and mine == theirs

    def __hash__(self) -> int:
        known = self._hash
        if known is None:
            target = self._cell.get()
            if target is None:
                raise TypeError("weak object has gone away")
            known = hash(target)
            self._hash = known
        return known

    def __copy__(self) -> ReferenceType[_T]:
        return self

    def __deepcopy__(self, memo: Any, /) -> ReferenceType[_T]:
        return self

    def __repr__(self) -> str:
        target = self._cell.get()
        if target is None:
            return f"<weakref at {hex(id(self))}; dead>"
        return f"<weakref at {hex(id(self))}; to '{type(target).__name__}' at {hex(id(target))}>"


ref = ReferenceType


class WeakValueDictionary(MutableMapping[_KT, _VT]):
    """A dictionary whose items go when their values die."""

    _data: dict[_KT, ReferenceType[_VT]]
    _seen: _u64

    def __init__(
        self, other: Mapping[_KT, _VT] | Iterable[tuple[_KT, _VT]] = (), /, **kwargs: _VT
    ) -> None:
        self._data = {}
        self._seen = _weak.collections()
        self.update(other, **kwargs)

    def _purge(self) -> None:
        """Drop what has died; needed once after each collection."""
        _watch.poll()
        if self._seen == _weak.collections():
            return
        self._seen = _weak.collections()
        dead = [key for key, reference in self._data.items() if reference._cell.get() is None]
        for key in dead:
            del self._data[key]

    def __len__(self) -> int:
        self._purge()
        return len(self._data)

    def __getitem__(self, key: _KT) -> _VT:
        value = self._data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key: _KT, value: _VT) -> None:
        self._purge()
        self._data[key] = ReferenceType(value)

    def __delitem__(self, key: _KT) -> None:
        self._purge()
        del self._data[key]

    def __contains__(self, key: object) -> bool:
        self._purge()
        return key in self._data

    def __iter__(self) -> Iterator[_KT]:
        return self.keys()

    def copy(self) -> WeakValueDictionary[_KT, _VT]:
        made: WeakValueDictionary[_KT, _VT] = WeakValueDictionary()
        for key, value in self.items():
            made[key] = value
        return made

    def __eq__(self, other: object, /) -> bool:
        if isinstance(other, WeakValueDictionary):  # whose `items` are no view
            return dict(self.items()) == dict(other.items())
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def __copy__(self) -> WeakValueDictionary[_KT, _VT]:
        return self.copy()

    def __deepcopy__(self, memo: Any) -> WeakValueDictionary[_KT, _VT]:
        """The values are the same objects: only these keep them."""
        made: WeakValueDictionary[_KT, _VT] = WeakValueDictionary()
        for key, value in self.items():
            made[cast(_KT, _cloning.deep(key, memo))] = value
        return made

    @overload
    def get(self, key: _KT, default: None = None) -> _VT | None: ...
    @overload
    def get(self, key: _KT, default: _VT | _D) -> _VT | _D: ...
    def get(self, key: _KT, default: Any = None) -> Any:
        reference = self._data.get(key)
        if reference is None:
            return default
        value = reference()
        return default if value is None else value

    def keys(self) -> Iterator[_KT]:  # type: ignore[override]
        for key, _ in self.items():
            yield key

    def values(self) -> Iterator[_VT]:  # type: ignore[override]
        for _, value in self.items():
            yield value

    def items(self) -> Iterator[tuple[_KT, _VT]]:  # type: ignore[override]
        self._purge()
        for key, reference in list(self._data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def valuerefs(self) -> list[ReferenceType[_VT]]:
        self._purge()
        return list(self._data.values())

    def itervaluerefs(self) -> Iterator[ReferenceType[_VT]]:
        yield from self.valuerefs()

    def setdefault(self, key: _KT, default: _VT) -> _VT:
        reference = self._data.get(key)
        value = None if reference is None else reference()
        if value is not None:
            return value
        self[key] = default
        return default

    @overload
    def pop(self, key: _KT) -> _VT: ...
    @overload
    def pop(self, key: _KT, default: _VT | _D) -> _VT | _D: ...
    def pop(self, key: _KT, *args: Any) -> Any:
        self._purge()
        reference = self._data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self) -> tuple[_KT, _VT]:
        """The item that was put in last."""
        while True:
            key, reference = self._data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def update(self, other: Any = None, /, **kwargs: _VT) -> None:  # type: ignore[override]
        if isinstance(other, WeakValueDictionary):
            for key, value in other.items():
                self[key] = value
        elif isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif other is not None:
            for key, value in other:
                self[key] = value
        for name, held in kwargs.items():
            self[cast(_KT, name)] = held

    def __repr__(self) -> str:
        return f"<WeakValueDictionary at {hex(id(self))}>"


class WeakKeyDictionary(MutableMapping[_KT, _VT]):
    """A dictionary whose items go when their keys die."""

    _data: dict[ReferenceType[_KT], _VT]
    _seen: _u64

    def __init__(self, dict: Mapping[_KT, _VT] | Iterable[tuple[_KT, _VT]] | None = None) -> None:
        self._data = {}
        self._seen = _weak.collections()
        self.update(dict)

    def _purge(self) -> None:
        _watch.poll()
        if self._seen == _weak.collections():
            return
        self._seen = _weak.collections()
        dead = [reference for reference in self._data if reference._cell.get() is None]
        for reference in dead:
            del self._data[reference]

    def __len__(self) -> int:
        self._purge()
        return len(self._data)

    def __getitem__(self, key: _KT) -> _VT:
        return self._data[ReferenceType(key)]

    def __setitem__(self, key: _KT, value: _VT) -> None:
        self._purge()
        self._data[ReferenceType(key)] = value

    def __delitem__(self, key: _KT) -> None:
        del self._data[ReferenceType(key)]

    def __contains__(self, key: object) -> bool:
        try:
            return ReferenceType(key) in self._data
        except TypeError:
            return False

    def __iter__(self) -> Iterator[_KT]:
        return self.keys()

    def copy(self) -> WeakKeyDictionary[_KT, _VT]:
        made: WeakKeyDictionary[_KT, _VT] = WeakKeyDictionary()
        for key, value in self.items():
            made[key] = value
        return made

    def __eq__(self, other: object, /) -> bool:
        if isinstance(other, WeakKeyDictionary):  # whose `items` are no view
            return dict(self.items()) == dict(other.items())
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def __copy__(self) -> WeakKeyDictionary[_KT, _VT]:
        return self.copy()

    def __deepcopy__(self, memo: Any) -> WeakKeyDictionary[_KT, _VT]:
        """The keys are the same objects."""
        made: WeakKeyDictionary[_KT, _VT] = WeakKeyDictionary()
        for key, value in self.items():
            made[key] = cast(_VT, _cloning.deep(value, memo))
        return made

    @overload
    def get(self, key: _KT, default: None = None) -> _VT | None: ...
    @overload
    def get(self, key: _KT, default: _VT | _D) -> _VT | _D: ...
    def get(self, key: _KT, default: Any = None) -> Any:
        return self._data.get(ReferenceType(key), default)

    def keys(self) -> Iterator[_KT]:  # type: ignore[override]
        for key, _ in self.items():
            yield key

    def values(self) -> Iterator[_VT]:  # type: ignore[override]
        for _, value in self.items():
            yield value

    def items(self) -> Iterator[tuple[_KT, _VT]]:  # type: ignore[override]
        self._purge()
        for reference, value in list(self._data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def keyrefs(self) -> list[ref[_KT]]:
        return list(self._data)

    def popitem(self) -> tuple[_KT, _VT]:
        """The item that was put in last."""
        while True:
            reference, value = self._data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def setdefault(self, key: _KT, default: _VT) -> _VT:  # type: ignore[override]
        return self._data.setdefault(ReferenceType(key), default)

    @overload
    def pop(self, key: _KT) -> _VT: ...
    @overload
    def pop(self, key: _KT, default: _VT | _D) -> _VT | _D: ...
    def pop(self, key: _KT, *args: Any) -> Any:
        if args:
            return self._data.pop(ReferenceType(key), args[0])
        return self._data.pop(ReferenceType(key))

    def update(self, other: Any = None, /) -> None:  # type: ignore[override]
        if isinstance(other, WeakKeyDictionary):
            for key, value in other.items():
                self[key] = value
        elif isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif other is not None:
            for key, value in other:
                self[key] = value

    def __repr__(self) -> str:
        return f"<WeakKeyDictionary at {hex(id(self))}>"


class WeakSet(MutableSet[_T]):
    """A set whose members go when they die."""

    _data: set[ReferenceType[_T]]
    _seen: _u64

    def __init__(self, data: Iterable[_T] | None = None) -> None:
        self._data = set()
        self._seen = _weak.collections()
        if data is not None:
            self.update(data)

    def _purge(self) -> None:
        _watch.poll()
        if self._seen == _weak.collections():
            return
        self._seen = _weak.collections()
        dead = [reference for reference in self._data if reference._cell.get() is None]
        for reference in dead:
            self._data.discard(reference)

    def add(self, item: _T) -> None:
        self._purge()
        self._data.add(ReferenceType(item))

    def discard(self, item: _T) -> None:
        self._purge()
        self._data.discard(ReferenceType(item))

    def remove(self, item: _T) -> None:
        self._purge()
        reference = ReferenceType(item)
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

    # sets by name: what is compared need not be a set

    def union(self, other: Iterable[_S]) -> WeakSet[_S | _T]:
        made: WeakSet[_S | _T] = WeakSet(self)
        for item in other:
            made.add(item)
        return made

    def intersection(self, other: Iterable[_T]) -> WeakSet[_T]:
        return WeakSet([item for item in other if item in self])

    def intersection_update(self, other: Iterable[Any]) -> None:
        theirs = [ReferenceType(item) for item in other]
        self._data = {reference for reference in theirs if reference in self._data}

    def difference(self, other: Iterable[_T]) -> WeakSet[_T]:
        made = self.copy()
        made.difference_update(other)
        return made

    def difference_update(self, other: Iterable[Any]) -> None:
        for item in list(other):
            self._data.discard(ReferenceType(item))

    def symmetric_difference(self, other: Iterable[_S]) -> WeakSet[_S | _T]:
        theirs = WeakSet(other)
        made: WeakSet[_S | _T] = WeakSet([item for item in self if item not in theirs])
        for item in theirs:
            if item not in self:
                made.add(item)
        return made

    def symmetric_difference_update(self, other: Iterable[_T]) -> None:
        for item in list(WeakSet(other)):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def issubset(self, other: Iterable[_T]) -> bool:
        theirs = WeakSet(other)
        return all(item in theirs for item in self)

    def issuperset(self, other: Iterable[_T]) -> bool:
        return all(item in self for item in other)

    def isdisjoint(self, other: Iterable[_T]) -> bool:
        return not any(item in self for item in other)

    def __repr__(self) -> str:
        return repr(self._data)

    def copy(self) -> WeakSet[_T]:
        return WeakSet(self)

    def __contains__(self, item: object) -> bool:
        try:
            return ReferenceType(item) in self._data
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
