"""Container types: deque, defaultdict, Counter, OrderedDict, ChainMap; UserDict and its kin."""

from _collections_abc import dict_items as dict_items, dict_keys as dict_keys, dict_values as dict_values
from _typeshed import SupportsItems, SupportsKeysAndGetItem
from collections._users import UserDict as UserDict, UserList as UserList, UserString as UserString
from collections.abc import Callable, Iterable, Iterator
from typing import (
    Any,
    Generic,
    Mapping,
    MutableMapping,
    MutableSequence,
    NoReturn,
    SupportsIndex,
    TypeVar,
    cast,
    overload,
)
from typing_extensions import Self

from mirage.lowlevel import Array, i64, make_small
from mirage.runtime import containers

_T = TypeVar("_T")
_S = TypeVar("_S")
_T1 = TypeVar("_T1")
_T2 = TypeVar("_T2")
_KT = TypeVar("_KT")
_VT = TypeVar("_VT")


_KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except finally for "
    "from global if import in is lambda nonlocal not or pass raise return try while with yield"
)


def namedtuple(
    typename: str,
    field_names: str | Iterable[str],
    *,
    rename: bool = False,
    module: str | None = None,
    defaults: Iterable[Any] | None = None,
) -> type[tuple[Any, ...]]:
    """Reached with names that make no class: the compiler makes the classes, and refuses other calls."""
    names = field_names.replace(",", " ").split() if isinstance(field_names, str) else list(field_names)
    for name in (typename, *names):
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS.split():
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen: set[str] = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    raise TypeError("namedtuple() makes a class that the compiler knows")


class _DequeIterator(Iterator[_T]):
    def __init__(self, source: "deque[_T]", step: int) -> None:
        self._deque = source
        self._index = 0 if step > 0 else len(source) - 1
        self._step = step
        self._changes = source._changes

    def __iter__(self) -> "_DequeIterator[_T]":
        return self

    def __next__(self) -> _T:
        source = self._deque
        if source._changes != self._changes:
            raise RuntimeError("deque mutated during iteration")
        index = self._index
        if index < 0 or index >= len(source):
            raise StopIteration
        self._index = index + self._step
        return source._at(containers.index_word(index))


class deque(MutableSequence[_T]):
    """A ring in one array that doubles when it is full."""

    _items: Array[_T]
    _first: i64
    _count: i64
    _changes: int
    _maxlen: int | None

    @overload
    def __init__(self, *, maxlen: int | None = None) -> None: ...
    @overload
    def __init__(self, iterable: Iterable[_T], maxlen: int | None = None) -> None: ...
    def __init__(self, iterable: Iterable[_T] = (), maxlen: int | None = None) -> None:
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = Array(i64(8))
        self._first = i64(0)
        self._count = i64(0)
        self._changes = 0
        self._maxlen = maxlen
        for value in iterable:
            self.append(value)

    @property
    def maxlen(self) -> int | None:
        return self._maxlen

    def _at(self, index: i64) -> _T:
        return self._items[(self._first + index) & (self._items.count - 1)]

    def _put(self, index: i64, value: _T) -> None:
        self._items[(self._first + index) & (self._items.count - 1)] = value

    def _grow(self) -> None:
        wider: Array[_T] = Array(self._items.count * 2)
        i = i64(0)
        while i < self._count:
            wider[i] = self._at(i)
            i = i + 1
        self._items = wider
        self._first = i64(0)

    def _is_full(self) -> bool:
        limit = self._maxlen
        return limit is not None and make_small(self._count) >= limit

    def append(self, x: _T, /) -> None:
        self._changes += 1
        if self._is_full():
            if self._count == 0:
                return
            self.popleft()
        if self._count == self._items.count:
            self._grow()
        self._put(self._count, x)
        self._count = self._count + 1

    def appendleft(self, x: _T, /) -> None:
        self._changes += 1
        if self._is_full():
            if self._count == 0:
                return
            self.pop()
        if self._count == self._items.count:
            self._grow()
        self._first = (self._first - 1) & (self._items.count - 1)
        self._items[self._first] = x
        self._count = self._count + 1

    def clear(self) -> None:
        self._changes += 1
        self._items = Array(i64(8))
        self._first = i64(0)
        self._count = i64(0)

    def copy(self) -> Self:
        if self._maxlen is None:
            return self.__class__(self)
        return self.__class__(self, self._maxlen)

    def count(self, x: _T, /) -> int:
        found = 0
        for value in self:
            if value is x or value == x:
                found += 1
        return found

    def extend(self, iterable: Iterable[_T], /) -> None:
        values = list(iterable) if iterable is self else iterable
        for value in values:
            self.append(value)

    def extendleft(self, iterable: Iterable[_T], /) -> None:
        values = list(iterable) if iterable is self else iterable
        for value in values:
            self.appendleft(value)

    def insert(self, i: int, x: _T, /) -> None:
        if self._is_full():
            raise IndexError("deque already at its maximum size")
        length = len(self)
        if i < 0:
            i = max(i + length, 0)
        if i >= length:
            self.append(x)
            return
        self.append(x)
        at = self._count - 1
        stop = containers.index_word(i)
        while at > stop:
            self._put(at, self._at(at - 1))
            at = at - 1
        self._put(stop, x)

    def index(self, x: _T, start: int = 0, stop: int = 9223372036854775807, /) -> int:
        i = containers.clamp_start(start, self._count)
        end = containers.clamp_end(stop, self._count)
        while i < end:
            value = self._at(i)
            if value is x or value == x:
                return make_small(i)
            i = i + 1
        raise ValueError(repr(x) + " is not in deque")

    def pop(self) -> _T:  # type: ignore[override]
        if self._count == 0:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        self._count = self._count - 1
        slot = (self._first + self._count) & (self._items.count - 1)
        value = self._items[slot]
        self._items.clear_at(slot)
        return value

    def popleft(self) -> _T:
        if self._count == 0:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        slot = self._first
        value = self._items[slot]
        self._items.clear_at(slot)
        self._first = (slot + 1) & (self._items.count - 1)
        self._count = self._count - 1
        return value

    def remove(self, value: _T, /) -> None:
        i = i64(0)
        while i < self._count:
            item = self._at(i)
            if item is value or item == value:
                self._delete(i)
                return
            i = i + 1
        raise ValueError(f"{value!r} is not in deque")

    def _delete(self, index: i64) -> None:
        while index + 1 < self._count:
            self._put(index, self._at(index + 1))
            index = index + 1
        self.pop()

    def reverse(self) -> None:
        low = i64(0)
        high = self._count - 1
        while low < high:
            value = self._at(low)
            self._put(low, self._at(high))
            self._put(high, value)
            low = low + 1
            high = high - 1

    def rotate(self, n: int = 1, /) -> None:
        length = len(self)
        if length <= 1:
            return
        steps = n % length
        if steps * 2 <= length:
            for _ in range(steps):
                self.appendleft(self.pop())
        else:
            for _ in range(length - steps):
                self.append(self.popleft())

    def __len__(self) -> int:
        return make_small(self._count)

    def __iter__(self) -> _DequeIterator[_T]:
        return _DequeIterator(self, 1)

    def __reversed__(self) -> _DequeIterator[_T]:
        return _DequeIterator(self, -1)

    def _index(self, key: SupportsIndex) -> i64:
        index = containers.index_word(key)
        if index < 0:
            index = index + self._count
        if index < 0 or index >= self._count:
            raise IndexError("deque index out of range")
        return index

    def __getitem__(self, key: SupportsIndex, /) -> _T:  # type: ignore[override]
        return self._at(self._index(key))

    def __setitem__(self, key: SupportsIndex, value: _T, /) -> None:  # type: ignore[override]
        self._put(self._index(key), value)

    def __delitem__(self, key: SupportsIndex, /) -> None:  # type: ignore[override]
        self._delete(self._index(key))

    def __contains__(self, key: object, /) -> bool:
        for value in self:
            if value is key or value == key:
                return True
        return False

    def __iadd__(self, value: Iterable[_T], /) -> Self:  # type: ignore[misc]
        self.extend(value)
        return self

    def __add__(self, value: Self, /) -> Self:
        result = self.copy()
        result.extend(value)
        return result

    def __mul__(self, value: int, /) -> Self:
        result: deque[_T] = self.copy()
        result *= value
        return cast(Self, result)

    def __imul__(self, value: int, /) -> Self:
        items = list(self)
        self.clear()
        for _ in range(value):
            self.extend(items)
        return self

    def __lt__(self, value: "deque[_T]", /) -> bool:
        return list(self) < list(value)

    def __le__(self, value: "deque[_T]", /) -> bool:
        return list(self) <= list(value)

    def __gt__(self, value: "deque[_T]", /) -> bool:
        return list(self) > list(value)

    def __ge__(self, value: "deque[_T]", /) -> bool:
        return list(self) >= list(value)

    def __eq__(self, value: object, /) -> bool:
        if not isinstance(value, deque) or len(value) != len(self):
            return False
        index = i64(0)
        for item in value:
            mine: object = self._at(index)
            if not (mine is item or mine == item):
                return False
            index = index + 1
        return True

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'collections.deque'")

    def __repr__(self) -> str:
        if not containers.repr_enter(self):
            return "[...]"
        try:
            inside = "[" + ", ".join([repr(value) for value in self]) + "]"
        finally:
            containers.repr_leave()
        if self._maxlen is not None:
            return f"{type(self).__name__}({inside}, maxlen={self._maxlen})"
        return type(self).__name__ + "(" + inside + ")"


class defaultdict(dict[_KT, _VT]):
    default_factory: Callable[[], _VT] | None

    @overload
    def __init__(self) -> None: ...
    @overload
    def __init__(self: "defaultdict[str, _VT]", **kwargs: _VT) -> None: ...
    @overload
    def __init__(self, default_factory: Callable[[], _VT] | None, /) -> None: ...
    @overload
    def __init__(
        self: "defaultdict[str, _VT]", default_factory: Callable[[], _VT] | None, /, **kwargs: _VT
    ) -> None:
        super().__init__()
        self.default_factory = default_factory
        for name, value in kwargs.items():
            self[name] = value

    @overload
    def __init__(
        self, default_factory: Callable[[], _VT] | None, map: SupportsKeysAndGetItem[_KT, _VT], /
    ) -> None: ...
    @overload
    def __init__(
        self: "defaultdict[str, _VT]",
        default_factory: Callable[[], _VT] | None,
        map: SupportsKeysAndGetItem[str, _VT],
        /,
        **kwargs: _VT,
    ) -> None: ...
    @overload
    def __init__(
        self, default_factory: Callable[[], _VT] | None, iterable: Iterable[tuple[_KT, _VT]], /
    ) -> None: ...
    @overload
    def __init__(
        self: "defaultdict[str, _VT]",
        default_factory: Callable[[], _VT] | None,
        iterable: Iterable[tuple[str, _VT]],
        /,
        **kwargs: _VT,
    ) -> None: ...
    def __init__(  # type: ignore[misc]
        self, default_factory: Callable[[], _VT] | None = None, source: Any = None, /, **kwargs: _VT
    ) -> None:
        super().__init__()
        self.default_factory = default_factory
        if source is not None:
            self.update(source)
        for name, value in kwargs.items():
            self[name] = value  # type: ignore[index]

    def __missing__(self, key: _KT, /) -> _VT:
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = factory()
        self[key] = value
        return value

    @overload  # type: ignore[override]
    def __or__(self, value: dict[_KT, _VT], /) -> Self:
        result = self.copy()
        result._merge(value)
        return result

    @overload
    def __or__(self, value: dict[_T1, _T2], /) -> "defaultdict[_KT | _T1, _VT | _T2]": ...

    def __or__(self, value: Any, /) -> Any:
        if not isinstance(value, dict):
            return NotImplemented
        some: Any = self.copy()
        for key, item in value.items():
            some[key] = item
        return some

    @overload
    def __ror__(self, value: dict[_KT, _VT], /) -> Self:
        result: Self = self.__class__(self.default_factory, value)
        result._merge(self)
        return result

    @overload
    def __ror__(self, value: dict[_T1, _T2], /) -> "defaultdict[_KT | _T1, _VT | _T2]": ...  # type: ignore[misc]

    def __ror__(self, value: Any, /) -> Any:
        if not isinstance(value, dict):
            return NotImplemented
        some: Any = self.__class__(self.default_factory, value)
        for key, item in self.items():
            some[key] = item
        return some

    def copy(self) -> Self:
        return self.__class__(self.default_factory, self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.default_factory!r}, {super().__repr__()})"


class Counter(dict[_T, int], Generic[_T]):
    @overload
    def __init__(self, iterable: None = None, /) -> None:
        super().__init__()

    @overload
    def __init__(self: "Counter[str]", iterable: None = None, /, **kwargs: int) -> None:
        super().__init__()
        for name, number in kwargs.items():
            self[name] = number if len(self) == 0 else self[name] + number

    @overload
    def __init__(self, mapping: SupportsKeysAndGetItem[_T, int], /) -> None:
        super().__init__()
        first = len(self) == 0
        for key in mapping.keys():
            self[key] = mapping[key] if first else self[key] + mapping[key]

    @overload
    def __init__(self, iterable: Iterable[_T], /) -> None:
        super().__init__()
        for item in iterable:
            self[item] = self[item] + 1

    def __init__(self, source: Any = None, /, **kwargs: int) -> None:
        """What is called when only the run time knows which of these it is."""
        super().__init__()
        self.update(source, **kwargs)

    def __missing__(self, key: _T) -> int:
        return 0

    def __delitem__(self, elem: object) -> None:
        """A key that is not there is no error."""
        self._forget(elem)

    def copy(self) -> Self:
        return self.__class__(self)

    def elements(self) -> Iterator[_T]:
        for key, number in self.items():
            for _ in range(number):
                yield key

    @classmethod
    def fromkeys(cls, iterable: Any, v: int | None = None) -> NoReturn:  # type: ignore[override]
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def most_common(self, n: int | None = None) -> list[tuple[_T, int]]:
        pairs: list[tuple[_T, int]] = list(self.items())
        pairs.sort(key=_second, reverse=True)
        if n is None:
            return pairs
        return pairs[:n]

    def total(self) -> int:
        result = 0
        for number in self.values():
            result += number
        return result

    @overload  # type: ignore[override]
    def update(self, m: Mapping[_T, int], /, **kwargs: int) -> None:
        for key in m.keys():
            self[key] = self[key] + m[key]
        self._update_named(kwargs)

    @overload
    def update(self, iterable: Iterable[_T], /, **kwargs: int) -> None:
        for item in iterable:
            self[item] = self[item] + 1
        self._update_named(kwargs)

    @overload
    def update(self, iterable: None = None, /, **kwargs: int) -> None:
        self._update_named(kwargs)

    def update(self, source: Any = None, /, **kwargs: Any) -> None:
        if isinstance(source, Mapping):
            for key in source.keys():
                self[key] = self[key] + source[key]
        elif source is not None:
            for item in source:
                self[item] = self[item] + 1
        self._update_named(kwargs)

    def _update_named(self, kwargs: dict[str, int]) -> None:
        if len(kwargs) == 0:
            return  # a Counter of floats is none of texts
        counts = cast("Counter[str]", self)
        for name, number in kwargs.items():
            counts[name] = counts[name] + number

    @overload
    def subtract(self, iterable: None = None, /) -> None:
        pass

    @overload
    def subtract(self, mapping: Mapping[_T, int], /) -> None:
        for key in mapping.keys():
            self[key] = self[key] - mapping[key]

    @overload
    def subtract(self, iterable: Iterable[_T], /) -> None:
        for item in iterable:
            self[item] = self[item] - 1

    def subtract(self, source: Any = None, /) -> None:
        if source is None:
            return
        if isinstance(source, Mapping):
            for key in source.keys():
                self[key] = self[key] - source[key]
        else:
            for item in source:
                self[item] = self[item] - 1

    def __add__(self, other: "Counter[_T]") -> "Counter[_T]":
        result: Counter[_T] = Counter()
        for key, number in self.items():
            if number + other[key] > 0:
                result[key] = number + other[key]
        for key, number in other.items():
            if key not in self and number > 0:
                result[key] = number
        return result

    def __sub__(self, other: "Counter[_T]") -> "Counter[_T]":
        result: Counter[_T] = Counter()
        for key, number in self.items():
            if number - other[key] > 0:
                result[key] = number - other[key]
        for key, number in other.items():
            if key not in self and number < 0:
                result[key] = -number
        return result

    def __and__(self, other: "Counter[_T]") -> "Counter[_T]":
        result: Counter[_T] = Counter()
        for key, number in self.items():
            smaller = min(number, other[key])
            if smaller > 0:
                result[key] = smaller
        return result

    def __or__(self, other: "Counter[_T]") -> "Counter[_T]":  # type: ignore[override]
        result: Counter[_T] = Counter()
        for key, number in self.items():
            larger = max(number, other[key])
            if larger > 0:
                result[key] = larger
        for key, number in other.items():
            if key not in self and number > 0:
                result[key] = number
        return result

    def __pos__(self) -> "Counter[_T]":
        result: Counter[_T] = Counter()
        for key, number in self.items():
            if number > 0:
                result[key] = number
        return result

    def __neg__(self) -> "Counter[_T]":
        result: Counter[_T] = Counter()
        for key, number in self.items():
            if number < 0:
                result[key] = -number
        return result

    def _keep_positive(self) -> Self:
        for key in [key for key, number in self.items() if number <= 0]:
            del self[key]
        return self

    def __iadd__(self, other: SupportsItems[_T, int]) -> Self:  # type: ignore[misc]
        for key, number in other.items():
            self[key] = self[key] + number
        return self._keep_positive()

    def __isub__(self, other: SupportsItems[_T, int]) -> Self:  # type: ignore[misc]
        for key, number in other.items():
            self[key] = self[key] - number
        return self._keep_positive()

    def __iand__(self, other: "Counter[_T]") -> Self:  # type: ignore[misc]
        for key, number in list(self.items()):
            if other[key] < number:
                self[key] = other[key]
        return self._keep_positive()

    def __ior__(self, other: SupportsItems[_T, int]) -> Self:  # type: ignore[override,misc]
        for key, number in other.items():
            if number > self[key]:
                self[key] = number
        return self._keep_positive()

    def _within(self, other: "Counter[_T]") -> bool:
        """No count is larger than the other's; one that is not there is 0."""
        for key, number in self.items():
            if number > other[key]:
                return False
        for key, number in other.items():
            if key not in self and number < 0:
                return False
        return True

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, Counter):
            return super().__eq__(other)
        return self._within(other) and other._within(self)

    def __le__(self, other: "Counter[_T]") -> bool:
        return self._within(other)

    def __lt__(self, other: "Counter[_T]") -> bool:
        return self._within(other) and not other._within(self)

    def __ge__(self, other: "Counter[_T]") -> bool:
        return other._within(self)

    def __gt__(self, other: "Counter[_T]") -> bool:
        return other._within(self) and not self._within(other)

    def __repr__(self) -> str:
        if len(self) == 0:
            return type(self).__name__ + "()"
        parts: list[str] = []
        for key, number in self.most_common():
            parts.append(repr(key) + ": " + repr(number))
        return type(self).__name__ + "({" + ", ".join(parts) + "})"


def _second(pair: tuple[_T, int]) -> int:
    return pair[1]


class OrderedDict(dict[_KT, _VT]):
    """A dict whose first item is found at once, however many before it have been deleted.

    `_first`  no live entry is before this one, as long as the hashes are in the array `_packed`
    """

    _first: i64
    _packed: object

    def __eq__(self, value: object, /) -> bool:
        if isinstance(value, OrderedDict) and list(self) != list(value):
            return False
        return super().__eq__(value)

    def _store(self, key: _KT, value: _VT) -> None:
        """`__init__` and `update` of this class do ask a subclass's `__setitem__`."""
        self[key] = value

    def _merge(self, other: dict[_KT, _VT]) -> None:
        for key, value in other._pairs():
            self[key] = value

    def _size_changed(self) -> NoReturn:
        raise RuntimeError("OrderedDict mutated during iteration")

    def _keys_changed(self) -> NoReturn:
        raise RuntimeError("OrderedDict mutated during iteration")

    def _view_name(self, name: str) -> str:
        return "o" + name

    def popitem(self, last: bool = True) -> tuple[_KT, _VT]:
        if last:
            if len(self) == 0:
                raise KeyError("dictionary is empty")
            item = super().popitem()
            if self._first > self._filled:
                self._first = self._filled
            return item
        if self._packed is not self._hashes:
            self._packed = self._hashes
            self._first = i64(0)
        entry = self._next_entry(self._first)
        if entry < 0:
            raise KeyError("dictionary is empty")
        self._first = entry
        result = (self._keys[entry], self._values[entry])
        self._delete_entry(entry)
        return result

    def move_to_end(self, key: _KT, last: bool = True) -> None:
        value = self.pop(key)
        if last:
            self[key] = value
            return
        rest: list[tuple[_KT, _VT]] = list(self.items())
        self.clear()
        self[key] = value
        for other, item in rest:
            self[other] = item

    @classmethod
    @overload
    def fromkeys(cls, iterable: Iterable[_T], value: None = None) -> "OrderedDict[_T, Any | None]":
        bare: OrderedDict[_T, Any | None] = OrderedDict()
        for key in iterable:
            bare[key] = None
        return bare

    @classmethod
    @overload
    def fromkeys(cls, iterable: Iterable[_T], value: _S) -> "OrderedDict[_T, _S]":
        result: OrderedDict[_T, _S] = OrderedDict()
        for key in iterable:
            result[key] = value
        return result

    @classmethod
    def fromkeys(cls, iterable: Iterable[Any], value: Any = None) -> "OrderedDict[Any, Any]":
        either: OrderedDict[Any, Any] = OrderedDict()
        for key in iterable:
            either[key] = value
        return either

    @overload  # type: ignore[override]
    def __or__(self, value: dict[_KT, _VT], /) -> Self:
        result: Self = self.__class__(self)
        result._merge(value)
        return result

    @overload
    def __or__(self, value: dict[_T1, _T2], /) -> "OrderedDict[_KT | _T1, _VT | _T2]": ...

    def __or__(self, value: Any, /) -> Any:
        if not isinstance(value, dict):
            return NotImplemented
        some: Any = self.__class__(self)
        for key, item in value.items():
            some[key] = item
        return some

    @overload
    def __ror__(self, value: dict[_KT, _VT], /) -> Self:
        result: Self = self.__class__(value)
        result._merge(self)
        return result

    @overload
    def __ror__(self, value: dict[_T1, _T2], /) -> "OrderedDict[_KT | _T1, _VT | _T2]": ...  # type: ignore[misc]

    def __ror__(self, value: Any, /) -> Any:
        if not isinstance(value, dict):
            return NotImplemented
        some: Any = self.__class__(value)
        for key, item in self.items():
            some[key] = item
        return some

    def copy(self) -> Self:
        result: Self = self.__class__()
        for key, value in self.items():
            result[key] = value
        return result

    def __repr__(self) -> str:
        if len(self) == 0:
            return f"{type(self).__name__}()"
        if not containers.repr_enter(self):
            return "..."
        try:
            parts: list[str] = []
            for key, value in self.items():
                parts.append("(" + repr(key) + ", " + repr(value) + ")")
            return f"{type(self).__name__}([{', '.join(parts)}])"
        finally:
            containers.repr_leave()


class ChainMap(MutableMapping[_KT, _VT]):
    """Several mappings seen as one; the first is written to."""

    maps: list[MutableMapping[_KT, _VT]]

    def __init__(self, *maps: MutableMapping[_KT, _VT]) -> None:
        self.maps = list(maps)
        if len(self.maps) == 0:
            first: dict[_KT, _VT] = {}
            self.maps.append(first)

    def new_child(self, m: MutableMapping[_KT, _VT] | None = None, **kwargs: _VT) -> Self:
        first: MutableMapping[_KT, _VT] = {} if m is None else m
        for name, value in kwargs.items():
            first[name] = value  # type: ignore[index]
        return self.__class__(first, *self.maps)

    @property
    def parents(self) -> Self:
        return self.__class__(*self.maps[1:])

    def __missing__(self, key: _KT) -> _VT:
        raise KeyError(key)

    def __getitem__(self, key: _KT) -> _VT:
        for mapping in self.maps:
            try:
                return mapping[key]  # a defaultdict has it, although it is not in it
            except KeyError:
                pass
        return self.__missing__(key)

    @overload
    def get(self, key: _KT, default: None = None) -> _VT | None:
        return self[key] if key in self else default

    @overload
    def get(self, key: _KT, default: _VT) -> _VT:
        return self[key] if key in self else default

    @overload
    def get(self, key: _KT, default: _T) -> _VT | _T:
        return self[key] if key in self else default

    def get(self, key: _KT, default: Any = None) -> Any:
        return self[key] if key in self else default

    def __setitem__(self, key: _KT, value: _VT) -> None:
        self.maps[0][key] = value

    def __delitem__(self, key: _KT) -> None:
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        del self.maps[0][key]

    def popitem(self) -> tuple[_KT, _VT]:
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    @overload
    def pop(self, key: _KT) -> _VT:
        try:
            return self.maps[0].pop(key)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    @overload
    def pop(self, key: _KT, default: _VT) -> _VT:
        try:
            return self.maps[0].pop(key, default)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    @overload
    def pop(self, key: _KT, default: _T) -> _VT | _T:
        try:
            return self.maps[0].pop(key, default)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def pop(self, key: _KT, *default: Any) -> Any:
        try:
            return self.maps[0].pop(key, *default)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def clear(self) -> None:
        self.maps[0].clear()

    def _keys(self) -> dict[_KT, None]:
        """The keys in order, those of the last mapping first."""
        found: dict[_KT, None] = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                found[key] = None
        return found

    def __iter__(self) -> Iterator[_KT]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())

    def __contains__(self, key: object) -> bool:
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __bool__(self) -> bool:
        for mapping in self.maps:
            if len(mapping) > 0:
                return True
        return False

    def copy(self) -> Self:
        first: dict[_KT, _VT] = {}
        for key in self.maps[0]:
            first[key] = self.maps[0][key]
        return self.__class__(first, *self.maps[1:])

    def __copy__(self) -> Self:
        return self.copy()

    @overload
    def __or__(self, other: Mapping[_KT, _VT]) -> Self: ...
    @overload
    def __or__(self, other: Mapping[_T1, _T2]) -> "ChainMap[_KT | _T1, _VT | _T2]": ...
    def __or__(self, other: Any) -> Any:
        if not isinstance(other, Mapping):
            return NotImplemented
        result: Any = self.copy()
        for key in other:
            result.maps[0][key] = other[key]
        return result

    @overload
    def __ror__(self, other: Mapping[_KT, _VT]) -> Self: ...
    @overload
    def __ror__(self, other: Mapping[_T1, _T2]) -> "ChainMap[_KT | _T1, _VT | _T2]": ...
    def __ror__(self, other: Any) -> Any:
        if not isinstance(other, Mapping):
            return NotImplemented
        first: dict[Any, Any] = {}
        for key in other:
            first[key] = other[key]
        for child in reversed(self.maps):
            for mine in child:
                first[mine] = child[mine]
        return self.__class__(first)

    @overload  # type: ignore[misc]
    def __ior__(self, other: SupportsKeysAndGetItem[_KT, _VT]) -> Self: ...
    @overload
    def __ior__(self, other: Iterable[tuple[_KT, _VT]]) -> Self: ...
    def __ior__(self, other: Any) -> Self:
        self.maps[0].update(other)
        return self

    def __repr__(self) -> str:
        if not containers.repr_enter(self):
            return "..."
        try:
            return f"{type(self).__name__}({', '.join([repr(mapping) for mapping in self.maps])})"
        finally:
            containers.repr_leave()
