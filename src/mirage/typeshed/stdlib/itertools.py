"""Iterators for loops."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, Literal, SupportsIndex, TypeVar, overload
from typing_extensions import Self

from mirage.lowlevel import Array, i64, make_small

_T = TypeVar("_T")
_S = TypeVar("_S")
_T_co = TypeVar("_T_co", covariant=True)
_T1 = TypeVar("_T1")
_T2 = TypeVar("_T2")
_T3 = TypeVar("_T3")
_T4 = TypeVar("_T4")
_T5 = TypeVar("_T5")
_T6 = TypeVar("_T6")
_T7 = TypeVar("_T7")
_T8 = TypeVar("_T8")
_T9 = TypeVar("_T9")
_T10 = TypeVar("_T10")
_N = TypeVar("_N", int, float)


class count(Iterator[_N]):
    @overload
    def __new__(cls) -> "count[int]":
        return _IntCount(0, 1)

    @overload
    def __new__(cls, start: int, step: int = 1) -> "count[int]":
        return _IntCount(start, step)

    @overload
    def __new__(cls, start: float, step: float = 1) -> "count[float]":
        return _FloatCount(start, step)

    @overload
    def __new__(cls, *, step: int) -> "count[int]":
        return _IntCount(0, step)

    def __new__(cls, start: Any = 0, step: Any = 1) -> Any:
        if isinstance(start, float):
            return _FloatCount(start, step)
        if isinstance(step, float):
            return _MixedCount(start, step)
        return _IntCount(start, step)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _N:
        raise StopIteration


class _IntCount(count[int]):
    def __init__(self, start: int, step: int) -> None:
        self._value = start
        self._step = step

    def __next__(self) -> int:
        value = self._value
        self._value = value + self._step
        return value

    def __repr__(self) -> str:
        if self._step == 1:
            return "count(" + repr(self._value) + ")"
        return "count(" + repr(self._value) + ", " + repr(self._step) + ")"


class _FloatCount(count[float]):
    def __init__(self, start: float, step: float) -> None:
        self._value = start
        self._step = step

    def __next__(self) -> float:
        value = self._value
        self._value = value + self._step
        return value

    def __repr__(self) -> str:
        if self._step == 1:
            return "count(" + repr(self._value) + ")"
        return "count(" + repr(self._value) + ", " + repr(self._step) + ")"


class _MixedCount(count[Any]):
    """Of numbers held as Any: 10, 12.5, 15.0"""

    def __init__(self, start: Any, step: float) -> None:
        self._value = start
        self._step = step

    def __next__(self) -> Any:
        value = self._value
        self._value = value + self._step
        return value

    def __repr__(self) -> str:
        if self._step == 1:
            return "count(" + repr(self._value) + ", 1.0)"
        return "count(" + repr(self._value) + ", " + repr(self._step) + ")"


class cycle(Iterator[_T]):
    def __init__(self, iterable: Iterable[_T], /) -> None:
        self._iterator = iterable.__iter__()
        self._saved: list[_T] = []
        self._index = -1

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        if self._index < 0:
            try:
                value = self._iterator.__next__()
            except StopIteration:
                self._index = 0
            else:
                self._saved.append(value)
                return value
        if len(self._saved) == 0:
            raise StopIteration
        value = self._saved[self._index]
        self._index = (self._index + 1) % len(self._saved)
        return value


class repeat(Iterator[_T]):
    def __init__(self, object: _T, times: int | None = None) -> None:
        self._object = object
        self._endless = times is None
        self._left = 0 if times is None else times

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        if not self._endless:
            if self._left <= 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self) -> int:
        if self._endless:
            raise TypeError("len() of unsized object")
        return self._left if self._left > 0 else 0

    def __repr__(self) -> str:
        if self._endless:
            return "repeat(" + repr(self._object) + ")"
        return "repeat(" + repr(self._object) + ", " + str(self._left if self._left > 0 else 0) + ")"


class accumulate(Iterator[_T]):
    @overload
    def __new__(
        cls, iterable: Iterable[_T], func: None = None, *, initial: _T | None = None
    ) -> "accumulate[_T]":
        return _Sums(iterable, initial)

    @overload
    def __new__(
        cls, iterable: Iterable[_S], func: Callable[[_T, _S], _T], *, initial: _T | None = None
    ) -> "accumulate[_T]":
        return _Accumulated(iterable, func, initial)

    def __new__(cls, iterable: Any, func: Any = None, *, initial: Any = None) -> Any:
        if func is None:
            return _Sums(iterable, initial)
        return _Accumulated(iterable, func, initial)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        raise StopIteration


class _Sums(accumulate[_T]):
    def __init__(self, iterable: Iterable[_T], initial: _T | None) -> None:
        self._iterator = iterable.__iter__()
        self._total: _T | None = initial
        self._fresh = initial is not None

    def __next__(self) -> _T:
        total = self._total
        if self._fresh and total is not None:
            self._fresh = False
            return total
        value = self._iterator.__next__()
        if total is not None:
            value = total + value  # type: ignore[operator]
        self._total = value
        return value


class _Accumulated(accumulate[_T], Generic[_T, _S]):
    def __init__(self, iterable: Iterable[_S], func: Callable[[_T, _S], _T], initial: _T | None) -> None:
        self._iterator = iterable.__iter__()
        self._func = func
        self._total: _T | None = initial
        self._fresh = initial is not None

    def __next__(self) -> _T:
        total = self._total
        if self._fresh and total is not None:
            self._fresh = False
            return total
        item = self._iterator.__next__()
        if total is None:
            first: Any = item
            self._total = first
            return first
        result = self._func(total, item)
        self._total = result
        return result


class chain(Iterator[_T]):
    def __init__(self, *iterables: Iterable[_T]) -> None:
        self._sources: Iterator[Iterable[_T]] = iterables.__iter__()
        self._current: Iterator[_T] | None = None

    @classmethod
    def from_iterable(cls, iterable: Iterable[Iterable[_S]], /) -> "chain[_S]":
        result: chain[_S] = chain()
        result._sources = iterable.__iter__()
        return result

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        while True:
            current = self._current
            if current is None:
                current = self._sources.__next__().__iter__()
                self._current = current
            try:
                return current.__next__()
            except StopIteration:
                self._current = None


class compress(Iterator[_T]):
    def __init__(self, data: Iterable[_T], selectors: Iterable[Any]) -> None:
        self._data = data.__iter__()
        self._selectors = selectors.__iter__()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        while True:
            value = self._data.__next__()
            if self._selectors.__next__():
                return value


class dropwhile(Iterator[_T]):
    def __init__(self, predicate: Callable[[_T], object], iterable: Iterable[_T], /) -> None:
        self._predicate = predicate
        self._iterator = iterable.__iter__()
        self._started = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        value = self._iterator.__next__()
        if not self._started:
            while self._predicate(value):
                value = self._iterator.__next__()
            self._started = True
        return value


class takewhile(Iterator[_T]):
    def __init__(self, predicate: Callable[[_T], object], iterable: Iterable[_T], /) -> None:
        self._predicate = predicate
        self._iterator = iterable.__iter__()
        self._done = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        if self._done:
            raise StopIteration
        value = self._iterator.__next__()
        if not self._predicate(value):
            self._done = True
            raise StopIteration
        return value


class filterfalse(Iterator[_T]):
    def __init__(self, function: Callable[[_T], object] | None, iterable: Iterable[_T], /) -> None:
        self._function = function
        self._iterator = iterable.__iter__()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        while True:
            value = self._iterator.__next__()
            function = self._function
            if function is None:
                if not value:
                    return value
            elif not function(value):
                return value


class groupby(Iterator[tuple[_T_co, Iterator[_S]]], Generic[_T_co, _S]):
    @overload
    def __new__(cls, iterable: Iterable[_T1], key: None = None) -> "groupby[_T1, _T1]":
        return _Groups(iterable, _itself)

    @overload
    def __new__(cls, iterable: Iterable[_T1], key: Callable[[_T1], _T2]) -> "groupby[_T2, _T1]":
        return _Groups(iterable, key)

    def __new__(cls, iterable: Any, key: Any = None) -> Any:
        return _Groups(iterable, _itself if key is None else key)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> tuple[_T_co, Iterator[_S]]:
        raise StopIteration


def _itself(value: _T) -> _T:
    return value


class _Groups(groupby[_T1, _T2]):
    """The iterator shares its place with the groups it has handed out."""

    def __init__(self, iterable: Iterable[_T2], key: Callable[[_T2], _T1]) -> None:
        self._iterator = iterable.__iter__()
        self._key = key
        self._values: list[_T2] = []
        self._keys: list[_T1] = []
        self._group = 0

    def _read(self) -> bool:
        """Hold one value in hand; False at the end."""
        if len(self._values) > 0:
            return True
        try:
            value = self._iterator.__next__()
        except StopIteration:
            return False
        self._values.append(value)
        self._keys.append(self._key(value))
        return True

    def __next__(self) -> tuple[_T1, Iterator[_T2]]:
        last = self._group
        if last > 0 and self._last is not None:
            while self._read() and self._keys[0] == self._last.key:
                self._values.clear()
                self._keys.clear()
        if not self._read():
            raise StopIteration
        self._group = last + 1
        group = _Group(self, self._keys[0], self._group)
        self._last = group
        return (group.key, group)

    _last: "_Group[_T1, _T2] | None" = None


class _Group(Iterator[_T2], Generic[_T1, _T2]):
    def __init__(self, parent: _Groups[_T1, _T2], key: _T1, number: int) -> None:
        self._parent = parent
        self.key = key
        self._number = number

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T2:
        parent = self._parent
        if parent._group != self._number or not parent._read() or not parent._keys[0] == self.key:
            raise StopIteration
        value = parent._values[0]
        parent._values.clear()
        parent._keys.clear()
        return value


def _position(value: Any, default: int) -> int:
    """A number for islice; -1 for what is none."""
    if value is None:
        return default
    number = value.__index__() if isinstance(value, SupportsIndex) else -1
    return number if -0x7FFFFFFFFFFFFFFF <= number <= 0x7FFFFFFFFFFFFFFF else -1


class islice(Iterator[_T]):
    @overload
    def __init__(self, iterable: Iterable[_T], stop: int | None, /) -> None: ...
    @overload
    def __init__(
        self, iterable: Iterable[_T], start: int | None, stop: int | None, step: int | None = ..., /
    ) -> None: ...
    def __init__(self, iterable: Iterable[_T], first: Any, *more: Any) -> None:
        if len(more) > 2:
            raise TypeError("islice expected at most 4 arguments, got " + str(len(more) + 2))
        self._next = _position(first, 0) if len(more) > 0 else 0
        stop: Any = more[0] if len(more) > 0 else first
        self._stop = _position(stop, -1)
        self._step = _position(more[1], 1) if len(more) > 1 else 1
        self._index = 0
        if self._stop < 0 and stop is not None or self._next < 0:
            which = "Stop argument" if self._stop == -1 and stop is not None else "Indices"
            raise ValueError(which + " for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if self._step < 1:
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._iterator = iterable.__iter__()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        stop = self._stop
        if stop >= 0 and self._next >= stop:
            while self._index < stop:
                self._iterator.__next__()
                self._index += 1
            raise StopIteration
        while self._index < self._next:
            self._iterator.__next__()
            self._index += 1
        value = self._iterator.__next__()
        self._index += 1
        self._next += self._step
        return value


class starmap(Iterator[_T]):
    def __init__(self, function: Callable[..., _T], iterable: Iterable[Iterable[Any]], /) -> None:
        self._function = function
        self._iterator = iterable.__iter__()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        return self._function(*self._iterator.__next__())


class zip_longest(Iterator[tuple[Any, ...]]):
    def __init__(self, *iterables: Iterable[Any], fillvalue: Any = None) -> None:
        self._iterators: list[Iterator[Any] | None] = []
        for iterable in iterables:
            self._iterators.append(iterable.__iter__())
        self._fill = fillvalue

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> tuple[Any, ...]:
        values: list[Any] = []
        alive = False
        for index in range(len(self._iterators)):
            iterator = self._iterators[index]
            value = self._fill
            if iterator is not None:
                try:
                    value = iterator.__next__()
                    alive = True
                except StopIteration:
                    self._iterators[index] = None
            values.append(value)
        if not alive:
            raise StopIteration
        return tuple(values)


class product(Iterator[_T_co]):
    @overload
    def __new__(cls, iter1: Iterable[_T1], /) -> "product[tuple[_T1]]": ...
    @overload
    def __new__(cls, iter1: Iterable[_T1], iter2: Iterable[_T2], /) -> "product[tuple[_T1, _T2]]": ...
    @overload
    def __new__(
        cls, iter1: Iterable[_T1], iter2: Iterable[_T2], iter3: Iterable[_T3], /
    ) -> "product[tuple[_T1, _T2, _T3]]": ...
    @overload
    def __new__(
        cls, iter1: Iterable[_T1], iter2: Iterable[_T2], iter3: Iterable[_T3], iter4: Iterable[_T4], /
    ) -> "product[tuple[_T1, _T2, _T3, _T4]]": ...
    @overload
    def __new__(
        cls,
        iter1: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        iter5: Iterable[_T5],
        /,
    ) -> "product[tuple[_T1, _T2, _T3, _T4, _T5]]": ...
    @overload
    def __new__(
        cls,
        iter1: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        iter5: Iterable[_T5],
        iter6: Iterable[_T6],
        /,
    ) -> "product[tuple[_T1, _T2, _T3, _T4, _T5, _T6]]": ...
    @overload
    def __new__(
        cls,
        iter1: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        iter5: Iterable[_T5],
        iter6: Iterable[_T6],
        iter7: Iterable[_T7],
        /,
    ) -> "product[tuple[_T1, _T2, _T3, _T4, _T5, _T6, _T7]]": ...
    @overload
    def __new__(
        cls,
        iter1: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        iter5: Iterable[_T5],
        iter6: Iterable[_T6],
        iter7: Iterable[_T7],
        iter8: Iterable[_T8],
        /,
    ) -> "product[tuple[_T1, _T2, _T3, _T4, _T5, _T6, _T7, _T8]]": ...
    @overload
    def __new__(
        cls,
        iter1: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        iter5: Iterable[_T5],
        iter6: Iterable[_T6],
        iter7: Iterable[_T7],
        iter8: Iterable[_T8],
        iter9: Iterable[_T9],
        /,
    ) -> "product[tuple[_T1, _T2, _T3, _T4, _T5, _T6, _T7, _T8, _T9]]": ...
    @overload
    def __new__(
        cls,
        iter1: Iterable[_T1],
        iter2: Iterable[_T2],
        iter3: Iterable[_T3],
        iter4: Iterable[_T4],
        iter5: Iterable[_T5],
        iter6: Iterable[_T6],
        iter7: Iterable[_T7],
        iter8: Iterable[_T8],
        iter9: Iterable[_T9],
        iter10: Iterable[_T10],
        /,
    ) -> "product[tuple[_T1, _T2, _T3, _T4, _T5, _T6, _T7, _T8, _T9, _T10]]": ...
    @overload
    def __new__(cls, *iterables: Iterable[_T1], repeat: int = 1) -> "product[tuple[_T1, ...]]": ...
    def __new__(cls, *iterables: Iterable[Any], repeat: int = 1) -> Any:
        return _Products(iterables, repeat)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T_co:
        raise StopIteration


class _Products(product[Any]):
    def __init__(self, iterables: tuple[Iterable[Any], ...], repeat: int) -> None:
        self._pools: list[tuple[Any, ...]] = []
        once: list[tuple[Any, ...]] = []
        for iterable in iterables:
            once.append(tuple(iterable))
        for _ in range(repeat):
            self._pools.extend(once)
        count = i64(len(self._pools))
        self._count: i64 = count
        self._indices: Array[i64] = Array[i64](count)
        self._values: Array[Any] = Array[Any](count)
        self._done = False
        i = i64(0)
        for pool in self._pools:
            if len(pool) == 0:
                self._done = True
                return
            self._indices[i] = i64(0)
            self._values[i] = pool[0]
            i += 1

    def __next__(self) -> Any:
        if self._done:
            raise StopIteration
        values = tuple._from_array(self._values, i64(0), self._count)
        at = self._count - 1
        while at >= 0:
            pool = self._pools[make_small(at)]
            index = self._indices[at] + 1
            if index < pool._tail.count:
                self._indices[at] = index
                self._values[at] = pool._tail[index]
                return values
            self._indices[at] = i64(0)
            self._values[at] = pool._tail[i64(0)]
            at -= 1
        self._done = True
        return values


class permutations(Iterator[_T_co]):
    @overload
    def __new__(cls, iterable: Iterable[_T], r: Literal[2]) -> "permutations[tuple[_T, _T]]": ...
    @overload
    def __new__(cls, iterable: Iterable[_T], r: Literal[3]) -> "permutations[tuple[_T, _T, _T]]": ...
    @overload
    def __new__(cls, iterable: Iterable[_T], r: Literal[4]) -> "permutations[tuple[_T, _T, _T, _T]]": ...
    @overload
    def __new__(cls, iterable: Iterable[_T], r: Literal[5]) -> "permutations[tuple[_T, _T, _T, _T, _T]]": ...
    @overload
    def __new__(cls, iterable: Iterable[_T], r: int | None = None) -> "permutations[tuple[_T, ...]]": ...
    def __new__(cls, iterable: Iterable[Any], r: int | None = None) -> Any:
        return _Permutations(tuple(iterable), r)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T_co:
        raise StopIteration


class _Permutations(permutations[Any]):
    def __init__(self, pool: tuple[Any, ...], r: int | None) -> None:
        self._pool = pool
        self._size = len(pool) if r is None else r
        if self._size < 0:
            raise ValueError("r must be non-negative")
        n = pool._tail.count
        self._indices: Array[i64] = _counting(n)
        self._started = False
        self._done = self._size > len(pool)
        self._cycles: Array[i64] = Array[i64](n)
        i = i64(0)
        while i < n:
            self._cycles[i] = n - i
            i += 1

    def __next__(self) -> Any:
        if self._done:
            raise StopIteration
        size = i64(self._size)
        if not self._started:
            self._started = True
            return tuple._gathered(self._pool, self._indices, size)
        n = self._pool._tail.count
        indices = self._indices
        i = size - 1
        while i >= 0:
            left = self._cycles[i] - 1
            if left != 0:
                self._cycles[i] = left
                kept = indices[i]
                indices[i] = indices[n - left]
                indices[n - left] = kept
                return tuple._gathered(self._pool, indices, size)
            moved = indices[i]
            at = i
            while at + 1 < n:
                indices[at] = indices[at + 1]
                at += 1
            indices[at] = moved
            self._cycles[i] = n - i
            i -= 1
        self._done = True
        raise StopIteration


def _counting(count: i64) -> Array[i64]:
    """0, 1, 2, ..."""
    numbers = Array[i64](count)
    i = i64(0)
    while i < count:
        numbers[i] = i
        i += 1
    return numbers


class combinations(Iterator[_T_co]):
    @overload
    def __new__(cls, iterable: Iterable[_T], r: Literal[2]) -> "combinations[tuple[_T, _T]]": ...
    @overload
    def __new__(cls, iterable: Iterable[_T], r: Literal[3]) -> "combinations[tuple[_T, _T, _T]]": ...
    @overload
    def __new__(cls, iterable: Iterable[_T], r: Literal[4]) -> "combinations[tuple[_T, _T, _T, _T]]": ...
    @overload
    def __new__(cls, iterable: Iterable[_T], r: Literal[5]) -> "combinations[tuple[_T, _T, _T, _T, _T]]": ...
    @overload
    def __new__(cls, iterable: Iterable[_T], r: int) -> "combinations[tuple[_T, ...]]": ...
    def __new__(cls, iterable: Iterable[Any], r: int) -> Any:
        return _Combinations(tuple(iterable), r)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T_co:
        raise StopIteration


class combinations_with_replacement(Iterator[_T_co]):
    @overload
    def __new__(
        cls, iterable: Iterable[_T], r: Literal[2]
    ) -> "combinations_with_replacement[tuple[_T, _T]]": ...
    @overload
    def __new__(
        cls, iterable: Iterable[_T], r: Literal[3]
    ) -> "combinations_with_replacement[tuple[_T, _T, _T]]": ...
    @overload
    def __new__(
        cls, iterable: Iterable[_T], r: Literal[4]
    ) -> "combinations_with_replacement[tuple[_T, _T, _T, _T]]": ...
    @overload
    def __new__(
        cls, iterable: Iterable[_T], r: Literal[5]
    ) -> "combinations_with_replacement[tuple[_T, _T, _T, _T, _T]]": ...
    @overload
    def __new__(cls, iterable: Iterable[_T], r: int) -> "combinations_with_replacement[tuple[_T, ...]]": ...
    def __new__(cls, iterable: Iterable[Any], r: int) -> Any:
        return _Repetitions(tuple(iterable), r)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T_co:
        raise StopIteration


class _Combinations(combinations[Any]):
    def __init__(self, pool: tuple[Any, ...], r: int) -> None:
        if r < 0:
            raise ValueError("r must be non-negative")
        self._pool = pool
        self._started = False
        self._done = r > len(pool)
        self._size: i64 = i64(0) if self._done else i64(r)
        self._indices: Array[i64] = _counting(self._size)

    def __next__(self) -> Any:
        if self._done:
            raise StopIteration
        if self._started:
            self._advance()
        self._started = True
        return tuple._gathered(self._pool, self._indices, self._size)

    def _advance(self) -> None:
        n = self._pool._tail.count
        i = self._size - 1
        while i >= 0 and self._indices[i] == i + n - self._size:
            i -= 1
        if i < 0:
            self._done = True
            raise StopIteration
        value = self._indices[i] + 1
        while i < self._size:
            self._indices[i] = value
            value += 1
            i += 1


class _Repetitions(combinations_with_replacement[Any]):
    def __init__(self, pool: tuple[Any, ...], r: int) -> None:
        if r < 0:
            raise ValueError("r must be non-negative")
        if r >> 62 != 0:
            raise OverflowError("Python int too large to convert to C ssize_t")
        self._pool = pool
        self._size: i64 = i64(r)
        self._indices: Array[i64] = Array[i64](self._size)
        i = i64(0)
        while i < self._size:
            self._indices[i] = i64(0)
            i += 1
        self._started = False
        self._done = r > 0 and len(pool) == 0

    def __next__(self) -> Any:
        if self._done:
            raise StopIteration
        if self._started:
            self._advance()
        self._started = True
        return tuple._gathered(self._pool, self._indices, self._size)

    def _advance(self) -> None:
        last = self._pool._tail.count - 1
        i = self._size - 1
        while i >= 0 and self._indices[i] == last:
            i -= 1
        if i < 0:
            self._done = True
            raise StopIteration
        value = self._indices[i] + 1
        while i < self._size:
            self._indices[i] = value
            i += 1


class pairwise(Iterator[_T_co]):
    def __new__(cls, iterable: Iterable[_T], /) -> "pairwise[tuple[_T, _T]]":
        return _Pairs(iterable)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T_co:
        raise StopIteration


class _Pairs(pairwise[tuple[_T, _T]]):
    def __init__(self, iterable: Iterable[_T]) -> None:
        self._iterator = iterable.__iter__()
        self._last: list[_T] = []

    def __next__(self) -> tuple[_T, _T]:
        if len(self._last) == 0:
            self._last.append(self._iterator.__next__())
        value = self._iterator.__next__()
        pair = (self._last[0], value)
        self._last[0] = value
        return pair


def tee(iterable: Iterable[_T], n: int = 2, /) -> tuple[Iterator[_T], ...]:
    if n < 0:
        raise ValueError("n must be >= 0")
    shared = _Shared(iterable)
    return tuple([_Tee(shared) for _ in range(n)])


class _Shared(Generic[_T]):
    def __init__(self, iterable: Iterable[_T]) -> None:
        self.iterator = iterable.__iter__()
        self.values: list[_T] = []


class _Tee(Iterator[_T]):
    def __init__(self, shared: _Shared[_T]) -> None:
        self._shared = shared
        self._index = 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        shared = self._shared
        if self._index == len(shared.values):
            shared.values.append(shared.iterator.__next__())
        value = shared.values[self._index]
        self._index += 1
        return value
