"""Higher-order functions."""

import types
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import (
    Any,
    Final,
    Generic,
    Literal,
    NamedTuple,
    ParamSpec,
    Protocol,
    TypeAlias,
    TypedDict,
    TypeVar,
    overload,
    runtime_checkable,
)
from typing_extensions import Self

from _typeshed import SupportsAllComparisons
from mirage.runtime import functions

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_S = TypeVar("_S")
_PWrapped = ParamSpec("_PWrapped")
_RWrapped = TypeVar("_RWrapped")
_PWrapper = ParamSpec("_PWrapper")
_RWrapper = TypeVar("_RWrapper")

WRAPPER_ASSIGNMENTS: Final[
    tuple[
        Literal["__module__"],
        Literal["__name__"],
        Literal["__qualname__"],
        Literal["__doc__"],
        Literal["__annotations__"],
    ]
] = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES: Final[tuple[Literal["__dict__"]]] = ("__dict__",)


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


class _CacheInfo(NamedTuple):
    hits: int
    misses: int
    maxsize: int | None
    currsize: int

    def __repr__(self) -> str:
        hits, misses = self.hits, self.misses
        return f"CacheInfo(hits={hits}, misses={misses}, maxsize={self.maxsize}, currsize={self.currsize})"


class _CacheParameters(TypedDict):
    maxsize: int
    typed: bool


class _Mark:
    """Stands between positional and keyword arguments in a key."""


_mark = _Mark()


def _make_key(args: tuple[Hashable, ...], kwargs: dict[str, Hashable], typed: bool) -> object:
    if len(kwargs) == 0 and not typed:
        if len(args) == 1:
            only = args[0]
            if type(only) is int or type(only) is str:
                return only
        return args
    parts: list[object] = list(args)
    if len(kwargs) > 0:
        parts.append(_mark)
        for name in kwargs:
            parts.append(name)
            parts.append(kwargs[name])
    if typed:
        for value in args:
            parts.append(type(value))
        for name in kwargs:
            parts.append(type(kwargs[name]))
    return tuple(parts)


class _lru_cache_wrapper(Generic[_T_co]):
    """A function with a cache of its results by its arguments; the oldest used leaves first."""

    def __init__(self, function: Callable[..., _T_co], maxsize: int | None, typed: bool) -> None:
        self.__wrapped__ = function
        self._maxsize = 0 if maxsize is not None and maxsize < 0 else maxsize
        self._typed = typed
        self._results: dict[object, _T_co] = {}
        self._hits = 0
        self._misses = 0

    @property
    def __name__(self) -> str:
        return self.__wrapped__.__name__

    @property
    def __qualname__(self) -> str:
        return self.__wrapped__.__qualname__

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        return self.__wrapped__.__doc__

    @property
    def __module__(self) -> str:  # type: ignore[override]
        return self.__wrapped__.__module__

    def __call__(self, *args: Hashable, **kwargs: Hashable) -> _T_co:
        maxsize = self._maxsize
        if maxsize == 0:
            self._misses += 1
            return self.__wrapped__(*args, **kwargs)
        key = _make_key(args, kwargs, self._typed)
        results = self._results
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
        elif key not in results:
            if len(results) >= maxsize:
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

    def cache_parameters(self) -> _CacheParameters:
        return {"maxsize": self._maxsize, "typed": self._typed}  # type: ignore[typeddict-item]

    def __copy__(self) -> "_lru_cache_wrapper[_T_co]":
        return self

    def __deepcopy__(self, memo: Any, /) -> "_lru_cache_wrapper[_T_co]":
        return self

    def __repr__(self) -> str:
        return functions.wrapper_text("functools._lru_cache_wrapper", self, self.__wrapped__)


class _LruDecorator:
    def __init__(self, maxsize: int | None, typed: bool) -> None:
        self._maxsize = maxsize
        self._typed = typed

    def __call__(self, function: Callable[..., _T], /) -> _lru_cache_wrapper[_T]:
        return _lru_cache_wrapper(function, self._maxsize, self._typed)


@overload
def lru_cache(
    maxsize: int | None = 128, typed: bool = False
) -> Callable[[Callable[..., _T]], _lru_cache_wrapper[_T]]:
    return _LruDecorator(maxsize, typed)


@overload
def lru_cache(maxsize: Callable[..., _T], typed: bool = False) -> _lru_cache_wrapper[_T]:
    return _lru_cache_wrapper(maxsize, 128, typed)


def lru_cache(maxsize: Any = 128, typed: bool = False) -> Any:
    if maxsize is None or isinstance(maxsize, int):
        return _LruDecorator(maxsize, typed)
    if callable(maxsize):
        return _lru_cache_wrapper(maxsize, 128, typed)
    raise TypeError("Expected first argument to be an integer, a callable, or None")


def cache(user_function: Callable[..., _T], /) -> _lru_cache_wrapper[_T]:
    return _lru_cache_wrapper(user_function, None, False)


class cached_property(Generic[_T_co]):
    """The compiler keeps the value in a field of the object."""

    func: Callable[[Any], _T_co]
    attrname: str | None

    def __init__(self, func: Callable[[Any], _T_co]) -> None:
        self.func = func
        self.attrname = None

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> _T_co: ...
    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        return self if instance is None else self.func(instance)

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.attrname = name

    def __set__(self, instance: object, value: _T_co) -> None:  # type: ignore[misc]
        raise AttributeError("can't set attribute")


class partial(Generic[_T]):
    """partial(func, *args, **keywords) - new function with partial application
    of the given arguments and keywords.
"""

    _func: Callable[..., _T]
    _args: tuple[Any, ...]
    _keywords: dict[str, Any]

    def __init__(self, func: Callable[..., _T], /, *args: Any, **kwargs: Any) -> None:
        inner: object = func
        if isinstance(inner, partial):
            self._func = inner._func
            self._args = inner._args + args
            merged: dict[str, Any] = inner._keywords.copy()
            merged.update(kwargs)
            self._keywords = merged
        else:
            if not callable(inner):
                raise TypeError("the first argument must be callable")
            self._func = func
            self._args = args
            self._keywords = kwargs

    @property
    def func(self) -> Callable[..., _T]:
        return self._func

    @property
    def args(self) -> tuple[Any, ...]:
        return self._args

    @property
    def keywords(self) -> dict[str, Any]:
        return self._keywords

    def __call__(self, /, *args: Any, **kwargs: Any) -> _T:
        if len(self._keywords) == 0:
            return self._func(*self._args, *args, **kwargs)
        merged: dict[str, Any] = self._keywords.copy()
        merged.update(kwargs)
        return self._func(*self._args, *args, **merged)

    def __repr__(self) -> str:
        parts: list[str] = [repr(self._func)]
        for value in self._args:
            parts.append(repr(value))
        for name in self._keywords:
            parts.append(name + "=" + repr(self._keywords[name]))
        kind = type(self)
        shown = "functools.partial" if kind.__module__ == "functools" else kind.__name__
        return shown + "(" + ", ".join(parts) + ")"


_Descriptor: TypeAlias = Any


@runtime_checkable
class _Getter(Protocol):
    """A descriptor, say a class method; functions are none here."""

    def __get__(self, instance: Any, owner: Any = None, /) -> Any: ...


class partialmethod(Generic[_T]):
    """A method with some of its arguments given."""

    func: Callable[..., _T] | _Descriptor
    args: tuple[Any, ...]
    keywords: dict[str, Any]

    @overload
    def __init__(self, func: Callable[..., _T], /, *args: Any, **keywords: Any) -> None: ...
    @overload
    def __init__(self, func: _Descriptor, /, *args: Any, **keywords: Any) -> None: ...
    def __init__(self, func: Any, /, *args: Any, **keywords: Any) -> None:
        inner: object = func
        if isinstance(inner, partialmethod):
            self.func = inner.func
            self.args = inner.args + args
            merged: dict[str, Any] = inner.keywords.copy()
            merged.update(keywords)
            self.keywords = merged
            return
        if not callable(inner) and not isinstance(inner, _Getter):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self) -> str:
        args = ", ".join([repr(value) for value in self.args])
        keywords = ", ".join([f"{name}={value!r}" for name, value in self.keywords.items()])
        return f"functools.partialmethod({self.func}, {args}, {keywords})"

    def __get__(self, obj: Any, cls: type[Any] | None = None) -> Callable[..., _T]:
        held: Any = self.func
        if isinstance(held, _Getter):
            return partial(held.__get__(obj, cls), *self.args, **self.keywords)
        return _PartialMethod(held, obj, self.args, self.keywords)


class _PartialMethod(Generic[_T]):
    def __init__(
        self, func: Callable[..., _T], obj: Any, args: tuple[Any, ...], keywords: dict[str, Any]
    ) -> None:
        self._func = func
        self._obj = obj
        self._args = args
        self._keywords = keywords

    def __call__(self, /, *args: Any, **kwargs: Any) -> _T:
        merged: dict[str, Any] = self._keywords.copy()
        merged.update(kwargs)
        if self._obj is None:  # through the class: the object is the first argument
            return self._func(args[0], *self._args, *args[1:], **merged)
        return self._func(self._obj, *self._args, *args, **merged)


class _Wrapped(Generic[_PWrapped, _RWrapped, _PWrapper, _RWrapper]):
    """For the type checker: at run time it is the wrapper itself."""

    __wrapped__: Callable[_PWrapped, _RWrapped]
    __name__: str
    __qualname__: str

    def __call__(self, *args: _PWrapper.args, **kwargs: _PWrapper.kwargs) -> _RWrapper: ...


class _Wrapper(Generic[_PWrapped, _RWrapped]):
    """The decorator that `wraps` gives."""

    def __init__(self, wrapped: Callable[..., Any], assigned: Iterable[str]) -> None:
        self._wrapped = wrapped
        self._assigned = assigned

    def __call__(
        self, f: Callable[_PWrapper, _RWrapper]
    ) -> _Wrapped[_PWrapped, _RWrapped, _PWrapper, _RWrapper]:
        functions.update(f, self._wrapped, self._assigned)
        return f  # type: ignore[return-value]


def update_wrapper(
    wrapper: Callable[_PWrapper, _RWrapper],
    wrapped: Callable[_PWrapped, _RWrapped],
    assigned: Iterable[str] = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"),
    updated: Iterable[str] = ("__dict__",),
) -> _Wrapped[_PWrapped, _RWrapped, _PWrapper, _RWrapper]:
    functions.update(wrapper, wrapped, assigned)
    return wrapper  # type: ignore[return-value]


def wraps(
    wrapped: Callable[_PWrapped, _RWrapped],
    assigned: Iterable[str] = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"),
    updated: Iterable[str] = ("__dict__",),
) -> _Wrapper[_PWrapped, _RWrapped]:
    return _Wrapper(wrapped, assigned)


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

    def __le__(self, other: "_Key[_T]", /) -> bool:
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other: "_Key[_T]", /) -> bool:
        return self._compare(self.obj, other.obj) >= 0

    def __eq__(self, other: object, /) -> bool:
        return isinstance(other, _Key) and self._compare(self.obj, other.obj) == 0

    def __hash__(self) -> int:
        raise TypeError("unhashable type: 'functools.KeyWrapper'")


class _KeyMaker(Generic[_T]):
    def __init__(self, compare: Callable[[_T, _T], int]) -> None:
        self._compare = compare

    def __call__(self, obj: _T) -> _Key[_T]:
        return _Key(self._compare, obj)


def cmp_to_key(mycmp: Callable[[_T, _T], int]) -> Callable[[_T], SupportsAllComparisons]:
    return _KeyMaker(mycmp)


_RegType: TypeAlias = type[Any] | types.UnionType


class _SingleDispatchCallable(Generic[_T]):
    """A function that chooses an implementation by the class of its first argument."""

    def __init__(self, func: Callable[..., _T]) -> None:
        self.__wrapped__ = func
        self._classes: list[Any] = [object]
        self._functions: list[Callable[..., _T]] = [func]
        self._cache: dict[Any, Callable[..., _T]] = {}

    @property
    def __name__(self) -> str:
        return self.__wrapped__.__name__

    @property
    def __qualname__(self) -> str:
        return self.__wrapped__.__qualname__

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        return self.__wrapped__.__doc__

    @property
    def __module__(self) -> str:  # type: ignore[override]
        return self.__wrapped__.__module__

    @property
    def registry(self) -> dict[Any, Callable[..., _T]]:
        result: dict[Any, Callable[..., _T]] = {}
        for index in range(len(self._classes)):
            result[self._classes[index]] = self._functions[index]
        return result

    def dispatch(self, cls: Any) -> Callable[..., _T]:
        found = self._cache.get(cls)
        if found is not None:
            return found
        function = self._functions[self._best(cls)]
        self._cache[cls] = function
        return function

    def _best(self, cls: Any) -> int:
        """The place of the nearest class: a base of `cls`, or an abstract one that it implements."""
        found: list[int] = []
        for index in range(1, len(self._classes)):
            candidate = self._classes[index]
            if not issubclass(cls, candidate):
                continue
            if any([issubclass(self._classes[other], candidate) for other in found]):
                continue
            found = [other for other in found if not issubclass(candidate, self._classes[other])]
            found.append(index)
        if len(found) < 2:
            return found[0] if found else 0
        return self._nearest(cls, found)

    def _nearest(self, cls: Any, found: list[int]) -> int:
        """One of several classes, none of which derives from another."""
        try:
            bases = list(cls.__mro__)
        except AttributeError:  # a built-in class, which has one line of bases
            bases = []
        implemented = [index for index in found if self._classes[index] not in bases]
        if len(implemented) > 1:
            first = self._classes[implemented[0]]
            second = self._classes[implemented[1]]
            raise RuntimeError(f"Ambiguous dispatch: {first} or {second}")
        if len(implemented) == 1:
            return implemented[0]
        for base in bases:
            for index in found:
                if self._classes[index] is base:
                    return index
        return found[0]

    @overload
    def register(self, cls: _RegType, func: None = None) -> Callable[[Callable[..., _T]], Callable[..., _T]]:
        return _Registration(self, cls)

    @overload
    def register(self, cls: Callable[..., _T], func: None = None) -> Callable[..., _T]: ...
    @overload
    def register(self, cls: _RegType, func: Callable[..., _T]) -> Callable[..., _T]:
        return self._register(cls, func)

    def register(self, cls: Any, func: Any = None) -> Any:
        if func is None:
            return _Registration(self, cls)
        return self._register(cls, func)

    def _register(self, cls: Any, func: Callable[..., _T]) -> Callable[..., _T]:
        self._clear_cache()
        for index in range(len(self._classes)):
            if self._classes[index] is cls:
                self._functions[index] = func
                return func
        self._classes.append(cls)
        self._functions.append(func)
        return func

    def _clear_cache(self) -> None:
        self._cache.clear()

    def __call__(self, /, *args: Any, **kwargs: Any) -> _T:
        if len(args) == 0:
            raise TypeError(self.__wrapped__.__name__ + " requires at least 1 positional argument")
        return self.dispatch(type(args[0]))(*args, **kwargs)


class _Registration(Generic[_T]):
    def __init__(self, target: _SingleDispatchCallable[_T], cls: Any) -> None:
        self._target = target
        self._cls = cls

    def __call__(self, func: Callable[..., _T]) -> Callable[..., _T]:
        return self._target._register(self._cls, func)


def singledispatch(func: Callable[..., _T]) -> _SingleDispatchCallable[_T]:
    return _SingleDispatchCallable(func)


class singledispatchmethod(Generic[_T]):
    """A method that chooses an implementation by the class of its first argument after `self`."""

    dispatcher: _SingleDispatchCallable[_T]
    func: Callable[..., _T]

    def __init__(self, func: Callable[..., _T]) -> None:
        self.dispatcher = _SingleDispatchCallable(func)
        self.func = func

    @overload
    def register(
        self, cls: _RegType, method: None = None
    ) -> Callable[[Callable[..., _T]], Callable[..., _T]]:
        return _Registration(self.dispatcher, cls)

    @overload
    def register(self, cls: Callable[..., _T], method: None = None) -> Callable[..., _T]: ...
    @overload
    def register(self, cls: _RegType, method: Callable[..., _T]) -> Callable[..., _T]:
        return self.dispatcher._register(cls, method)

    def register(self, cls: Any, method: Any = None) -> Any:
        if method is None:
            return _Registration(self.dispatcher, cls)
        return self.dispatcher._register(cls, method)

    def __get__(self, obj: _S, cls: type[_S] | None = None) -> Callable[..., _T]:
        return _DispatchedMethod(self.dispatcher, obj)


class _DispatchedMethod(Generic[_T]):
    def __init__(self, dispatcher: _SingleDispatchCallable[_T], obj: object) -> None:
        self._dispatcher = dispatcher
        self._obj = obj

    def __call__(self, /, *args: Any, **kwargs: Any) -> _T:
        return self._dispatcher.dispatch(type(args[0]))(self._obj, *args, **kwargs)
