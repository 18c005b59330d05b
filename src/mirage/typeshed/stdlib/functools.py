"""Higher-order functions."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Generic, TypeVar, overload

_T = TypeVar("_T")
_S = TypeVar("_S")
_F = TypeVar("_F")
_RWrapped = TypeVar("_RWrapped")

WRAPPER_ASSIGNMENTS: tuple[str, ...] = (
    "__module__",
    "__name__",
    "__qualname__",
    "__doc__",
    "__annotations__",
)
WRAPPER_UPDATES: tuple[str, ...] = ("__dict__",)


@overload
def reduce(function: Callable[[_T, _S], _T], iterable: Iterable[_S], initial: _T, /) -> _T:
    value = initial
    for item in iterable:
        value = function(value, item)
    return value


@overload
def reduce(function: Callable[[_T, _T], _T], iterable: Iterable[_T], /) -> _T:
    iterator = iterable.__iter__()
    try:
        value = iterator.__next__()
    except StopIteration:
        raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        value = function(value, item)
    return value


def reduce(function: Any, iterable: Iterable[Any], *initial: Any) -> Any:
    iterator: Iterator[Any] = iterable.__iter__()
    if len(initial) == 1:
        value = initial[0]
    else:
        try:
            value = iterator.__next__()
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        value = function(value, item)
    return value


class _CacheInfo:
    """The counters of a cache, as CPython prints them."""

    def __init__(self, hits: int, misses: int, maxsize: int | None, currsize: int) -> None:
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __repr__(self) -> str:
        return (
            "CacheInfo(hits="
            + str(self.hits)
            + ", misses="
            + str(self.misses)
            + ", maxsize="
            + str(self.maxsize)
            + ", currsize="
            + str(self.currsize)
            + ")"
        )


class _lru_cache_wrapper(Generic[_T]):
    """A function with a cache of its results by its arguments; the oldest used leaves first."""

    def __init__(self, function: Callable[..., _T], maxsize: int | None) -> None:
        self.__wrapped__ = function
        self._maxsize = maxsize
        self._results: dict[tuple[object, ...], _T] = {}
        self._hits = 0
        self._misses = 0

    def __call__(self, *args: Hashable, **kwargs: Hashable) -> _T:
        key: tuple[object, ...] = args
        if len(kwargs) > 0:
            parts: list[object] = list(args)
            for name in kwargs:
                parts.append(name)
                parts.append(kwargs[name])
            parts.append(len(args))
            key = tuple(parts)
        results = self._results
        maxsize = self._maxsize
        if key in results:
            self._hits += 1
            value = results[key]
            if maxsize is not None:
                del results[key]
                results[key] = value
            return value
        self._misses += 1
        value = self.__wrapped__(*args, **kwargs)
        if maxsize is None:
            results[key] = value
        elif maxsize > 0:
            if len(results) >= maxsize and key not in results:
                for oldest in results:
                    del results[oldest]
                    break
            results[key] = value
        return value

    def cache_info(self) -> _CacheInfo:
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self) -> None:
        self._results.clear()
        self._hits = 0
        self._misses = 0


class _LruDecorator:
    def __init__(self, maxsize: int | None) -> None:
        self._maxsize = maxsize

    def __call__(self, function: Callable[..., _T], /) -> _lru_cache_wrapper[_T]:
        return _lru_cache_wrapper(function, self._maxsize)


@overload
def lru_cache(maxsize: int | None = 128, typed: bool = False) -> _LruDecorator:
    return _LruDecorator(maxsize)


@overload
def lru_cache(maxsize: Callable[..., _T], typed: bool = False) -> _lru_cache_wrapper[_T]:
    return _lru_cache_wrapper(maxsize, 128)


def lru_cache(maxsize: Any = 128, typed: bool = False) -> Any:
    if maxsize is None or isinstance(maxsize, int):
        return _LruDecorator(maxsize)
    return _lru_cache_wrapper(maxsize, 128)


def cache(user_function: Callable[..., _T], /) -> _lru_cache_wrapper[_T]:
    return _lru_cache_wrapper(user_function, None)


class partial(Generic[_T]):
    """A function with some of its arguments given."""

    def __init__(self, func: Callable[..., _T], /, *args: Any, **keywords: Any) -> None:
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args: Any, **kwargs: Any) -> _T:
        if len(self.keywords) == 0:
            return self.func(*self.args, *args, **kwargs)
        merged: dict[str, Any] = self.keywords.copy()
        for name in kwargs:
            merged[name] = kwargs[name]
        return self.func(*self.args, *args, **merged)


class _Unchanged:
    """The decorator that `wraps` gives: names and docstrings are the compiler's."""

    def __call__(self, function: _F, /) -> _F:
        return function


def wraps(
    wrapped: Callable[..., _RWrapped],
    assigned: Iterable[str] = WRAPPER_ASSIGNMENTS,
    updated: Iterable[str] = WRAPPER_UPDATES,
) -> _Unchanged:
    return _Unchanged()


def total_ordering(cls: type[_T]) -> type[_T]:
    """The compiler adds the missing comparisons."""
    return cls


class _Key(Generic[_T]):
    def __init__(self, compare: Callable[[_T, _T], int], value: _T) -> None:
        self._compare = compare
        self.obj = value

    def __lt__(self, other: "_Key[_T]", /) -> bool:
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other: "_Key[_T]", /) -> bool:
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other: object, /) -> bool:
        return isinstance(other, _Key) and self._compare(self.obj, other.obj) == 0


class _KeyMaker(Generic[_T]):
    def __init__(self, compare: Callable[[_T, _T], int]) -> None:
        self._compare = compare

    def __call__(self, value: _T, /) -> _Key[_T]:
        return _Key(self._compare, value)


def cmp_to_key(mycmp: Callable[[_T, _T], int]) -> Callable[[_T], _Key[_T]]:
    return _KeyMaker(mycmp)
