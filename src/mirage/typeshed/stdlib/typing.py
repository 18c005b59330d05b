# ruff: noqa: E501, F821
"""Support for type hints: special forms (meaningful to the type checker only) and abstract base classes.

The abstract classes carry the mixin methods of `collections.abc`, so that user classes inherit them.
"""

import _annotations
import collections  # noqa: F401
import typing_extensions
from _collections_abc import dict_items, dict_keys, dict_values
from _typeshed import SupportsGetItem, SupportsKeysAndGetItem
from abc import ABCMeta, abstractmethod
from types import GenericAlias, TracebackType, UnionType

TYPE_CHECKING: Final[bool] = False
_SINCE_3_12: Final[bool] = False  # decided by the type checker (compiler/frontend/analysis.py)


class Any: ...


class _Final: ...


class _SpecialForm(_Final):
    def __getitem__(self, parameters: Any) -> object:
        return self

    def __or__(self, other: Any) -> "_SpecialForm":
        return self

    def __ror__(self, other: Any) -> "_SpecialForm":
        return self


class TypeVar:
    def __init__(
        self,
        name: str,
        *constraints: Any,
        bound: Any | None = None,
        covariant: bool = False,
        contravariant: bool = False,
        default: Any = None,
    ) -> None:
        self.__name__ = name


class TypeVarTuple:
    def __init__(self, name: str) -> None:
        self.__name__ = name

    def __iter__(self) -> Any:
        raise TypeError("Unpacking a TypeVarTuple exists only in annotations")


class ParamSpecArgs: ...


class ParamSpecKwargs: ...


class ParamSpec:
    def __init__(
        self, name: str, *, bound: Any | None = None, covariant: bool = False, contravariant: bool = False
    ) -> None:
        self.__name__ = name

    @property
    def args(self) -> ParamSpecArgs:
        return ParamSpecArgs()

    @property
    def kwargs(self) -> ParamSpecKwargs:
        return ParamSpecKwargs()


class NewType:
    def __init__(self, name: str, tp: Any) -> None:
        self.__name__ = name

    @staticmethod
    def __call__(x: _T, /) -> _T:
        return x


Union: _SpecialForm
Callable: _SpecialForm
Type: _SpecialForm
NoReturn: _SpecialForm
ClassVar: _SpecialForm
Optional: _SpecialForm
Tuple: _SpecialForm
Final: _SpecialForm
Literal: _SpecialForm
TypedDict: _SpecialForm
Self: _SpecialForm
Never: _SpecialForm
Unpack: _SpecialForm
Required: _SpecialForm
NotRequired: _SpecialForm
LiteralString: _SpecialForm
Concatenate: _SpecialForm
TypeAlias: _SpecialForm
TypeGuard: _SpecialForm
Annotated: _SpecialForm


class _Alias:
    def __getitem__(self, typeargs: Any) -> Any:
        return self


List: _Alias
Dict: _Alias
DefaultDict: _Alias
Set: _Alias
FrozenSet: _Alias
Counter: _Alias
Deque: _Alias
ChainMap: _Alias
OrderedDict: _Alias


class _Generic: ...


Generic: type[_Generic]


class _Protocol: ...


Protocol: type[_Protocol]

_F = TypeVar("_F", bound=Callable[..., Any])
_P = ParamSpec("_P")
_T = TypeVar("_T")
_FT = TypeVar("_FT", bound=Callable[..., Any] | type)
_S = TypeVar("_S")
_KT = TypeVar("_KT")
_VT = TypeVar("_VT")
_T_co = TypeVar("_T_co", covariant=True)
_KT_co = TypeVar("_KT_co", covariant=True)
_VT_co = TypeVar("_VT_co", covariant=True)
_TC = TypeVar("_TC", bound=type[object])
AnyStr = TypeVar("AnyStr", str, bytes)


def final(f: _T) -> _T:
    return f


def overload(func: _F) -> _F:
    return func


if _SINCE_3_12:

    def override(method: _F, /) -> _F:
        return method

    @final
    class TypeAliasType:
        """What `type Name = ...` defines."""

        def __init__(self, name: str, value: Any, *, type_params: tuple[Any, ...] = ()) -> None:
            self.__name__ = name

        def __repr__(self) -> str:
            return self.__name__


def no_type_check(arg: _F) -> _F:
    return arg


def type_check_only(func_or_cls: _FT) -> _FT:
    return func_or_cls


def runtime_checkable(cls: _TC) -> _TC:
    return cls


@runtime_checkable
class SupportsInt(Protocol, metaclass=ABCMeta):
    @abstractmethod
    def __int__(self) -> int: ...


@runtime_checkable
class SupportsFloat(Protocol, metaclass=ABCMeta):
    @abstractmethod
    def __float__(self) -> float: ...


@runtime_checkable
class SupportsComplex(Protocol, metaclass=ABCMeta):
    @abstractmethod
    def __complex__(self) -> complex: ...


@runtime_checkable
class SupportsBytes(Protocol, metaclass=ABCMeta):
    @abstractmethod
    def __bytes__(self) -> bytes: ...


@runtime_checkable
class SupportsIndex(Protocol, metaclass=ABCMeta):
    @abstractmethod
    def __index__(self) -> int: ...


@runtime_checkable
class SupportsAbs(Protocol[_T_co]):
    @abstractmethod
    def __abs__(self) -> _T_co: ...


@runtime_checkable
class SupportsRound(Protocol[_T_co]):
    @overload
    @abstractmethod
    def __round__(self) -> int: ...
    @overload
    @abstractmethod
    def __round__(self, ndigits: int, /) -> _T_co: ...


@runtime_checkable
class Sized(Protocol, metaclass=ABCMeta):
    @abstractmethod
    def __len__(self) -> int: ...


@runtime_checkable
class Hashable(Protocol, metaclass=ABCMeta):
    @abstractmethod
    def __hash__(self) -> int: ...


@runtime_checkable
class Iterable(Protocol[_T_co]):
    @abstractmethod
    def __iter__(self) -> "Iterator[_T_co]": ...


@runtime_checkable
class Iterator(Iterable[_T_co], Protocol[_T_co]):
    @abstractmethod
    def __next__(self) -> _T_co: ...

    def __iter__(self) -> "Iterator[_T_co]":
        return self


@runtime_checkable
class Reversible(Iterable[_T_co], Protocol[_T_co]):
    @abstractmethod
    def __reversed__(self) -> Iterator[_T_co]: ...


_YieldT_co = TypeVar("_YieldT_co", covariant=True)
_SendT_contra = TypeVar("_SendT_contra", contravariant=True, default=None)
_ReturnT_co = TypeVar("_ReturnT_co", covariant=True, default=None)


@runtime_checkable
class Generator(Iterator[_YieldT_co], Protocol[_YieldT_co, _SendT_contra, _ReturnT_co]):
    @abstractmethod
    def __next__(self) -> _YieldT_co: ...

    @abstractmethod
    def send(self, value: _SendT_contra, /) -> _YieldT_co: ...

    @overload
    @abstractmethod
    def throw(
        self, typ: type[BaseException], val: BaseException | object = None, tb: TracebackType | None = None, /
    ) -> _YieldT_co: ...
    @overload
    @abstractmethod
    def throw(self, typ: BaseException, val: None = None, tb: TracebackType | None = None, /) -> _YieldT_co: ...

    @abstractmethod
    def close(self) -> None: ...

    @abstractmethod
    def __iter__(self) -> "Generator[_YieldT_co, _SendT_contra, _ReturnT_co]": ...


@runtime_checkable
class ContextManager(Protocol[_T_co]):
    def __enter__(self) -> _T_co: ...

    @abstractmethod
    def __exit__(
        self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None, /
    ) -> bool | None: ...


@runtime_checkable
class AsyncContextManager(Protocol[_T_co]):
    async def __aenter__(self) -> _T_co: ...

    @abstractmethod
    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None, /
    ) -> bool | None: ...


@runtime_checkable
class Awaitable(Protocol[_T_co]):
    @abstractmethod
    def __await__(self) -> Generator[Any, Any, _T_co]: ...


_SendT_nd_contra = TypeVar("_SendT_nd_contra", contravariant=True)
_ReturnT_nd_co = TypeVar("_ReturnT_nd_co", covariant=True)


@runtime_checkable
class Coroutine(Awaitable[_ReturnT_nd_co], Protocol[_YieldT_co, _SendT_nd_contra, _ReturnT_nd_co]):
    @abstractmethod
    def send(self, value: _SendT_nd_contra, /) -> _YieldT_co: ...

    @overload
    @abstractmethod
    def throw(
        self, typ: type[BaseException], val: BaseException | object = None, tb: TracebackType | None = None, /
    ) -> _YieldT_co: ...
    @overload
    @abstractmethod
    def throw(self, typ: BaseException, val: None = None, tb: TracebackType | None = None, /) -> _YieldT_co: ...

    @abstractmethod
    def close(self) -> None: ...


class AwaitableGenerator(
    Awaitable[_ReturnT_nd_co],
    Generator[_YieldT_co, _SendT_nd_contra, _ReturnT_nd_co],
    Generic[_YieldT_co, _SendT_nd_contra, _ReturnT_nd_co, _S],
    metaclass=ABCMeta,
): ...


@runtime_checkable
class AsyncIterable(Protocol[_T_co]):
    @abstractmethod
    def __aiter__(self) -> "AsyncIterator[_T_co]": ...


@runtime_checkable
class AsyncIterator(AsyncIterable[_T_co], Protocol[_T_co]):
    @abstractmethod
    def __anext__(self) -> Awaitable[_T_co]: ...

    def __aiter__(self) -> "AsyncIterator[_T_co]":
        return self


@runtime_checkable
class AsyncGenerator(AsyncIterator[_YieldT_co], Protocol[_YieldT_co, _SendT_contra]):
    # What its methods give is awaitable and no coroutine: `create_task` refuses it, here and on CPython.
    @abstractmethod
    def __anext__(self) -> Awaitable[_YieldT_co]: ...

    @abstractmethod
    def asend(self, value: _SendT_contra, /) -> Awaitable[_YieldT_co]: ...

    @overload
    @abstractmethod
    def athrow(
        self, typ: type[BaseException], val: BaseException | object = None, tb: TracebackType | None = None, /
    ) -> Awaitable[_YieldT_co]: ...
    @overload
    @abstractmethod
    def athrow(
        self, typ: BaseException, val: None = None, tb: TracebackType | None = None, /
    ) -> Awaitable[_YieldT_co]: ...

    @abstractmethod
    def aclose(self) -> Awaitable[None]: ...


@runtime_checkable
class Container(Protocol[_T_co]):
    @abstractmethod
    def __contains__(self, x: object, /) -> bool: ...


@runtime_checkable
class Collection(Iterable[_T_co], Container[_T_co], Protocol[_T_co]):
    @abstractmethod
    def __len__(self) -> int: ...


class _SequenceIterator(Iterator[_T_co]):
    """Iteration by index until IndexError, as CPython's `iterator`."""

    def __init__(self, sequence: "Sequence[_T_co]") -> None:
        self._sequence = sequence
        self._index = 0

    def __iter__(self) -> "_SequenceIterator[_T_co]":
        return self

    def __next__(self) -> _T_co:
        index = self._index
        if index < 0:
            raise StopIteration
        try:
            value = self._sequence[index]
        except IndexError:
            self._index = -1
            raise StopIteration from None
        self._index = index + 1
        return value


class _ReversedSequenceIterator(Iterator[_T_co]):
    def __init__(self, sequence: "Sequence[_T_co]") -> None:
        self._sequence = sequence
        self._index = len(sequence) - 1

    def __iter__(self) -> "_ReversedSequenceIterator[_T_co]":
        return self

    def __next__(self) -> _T_co:
        index = self._index
        if index < 0:
            raise StopIteration
        self._index = index - 1
        return self._sequence[index]


class Sequence(Reversible[_T_co], Collection[_T_co]):
    @overload
    @abstractmethod
    def __getitem__(self, index: int, /) -> _T_co: ...
    @overload
    @abstractmethod
    def __getitem__(self, index: slice[int | None], /) -> "Sequence[_T_co]": ...

    def index(self, value: Any, start: int = 0, stop: int = 9223372036854775807, /) -> int:
        length = len(self)
        if start < 0:
            start = max(length + start, 0)
        if stop < 0:
            stop += length
        i = start
        while i < stop:
            try:
                item = self[i]
            except IndexError:
                break
            if item is value or item == value:
                return i
            i += 1
        raise ValueError

    def count(self, value: Any, /) -> int:
        found = 0
        for item in self:
            if item is value or item == value:
                found += 1
        return found

    def __contains__(self, value: object, /) -> bool:
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __iter__(self) -> Iterator[_T_co]:
        return _SequenceIterator(self)

    def __reversed__(self) -> Iterator[_T_co]:
        return _ReversedSequenceIterator(self)


class MutableSequence(Sequence[_T]):
    @abstractmethod
    def insert(self, index: int, value: _T, /) -> None: ...

    @overload
    @abstractmethod
    def __getitem__(self, index: int, /) -> _T: ...
    @overload
    @abstractmethod
    def __getitem__(self, index: slice[int | None], /) -> "MutableSequence[_T]": ...

    @overload
    @abstractmethod
    def __setitem__(self, index: int, value: _T, /) -> None: ...
    @overload
    @abstractmethod
    def __setitem__(self, index: slice[int | None], value: Iterable[_T], /) -> None: ...

    @overload
    @abstractmethod
    def __delitem__(self, index: int, /) -> None: ...
    @overload
    @abstractmethod
    def __delitem__(self, index: slice[int | None], /) -> None: ...

    def append(self, value: _T, /) -> None:
        self.insert(len(self), value)

    def clear(self) -> None:
        while len(self) > 0:
            self.pop()

    def extend(self, values: Iterable[_T], /) -> None:
        if values is self:
            values = list(values)
        for value in values:
            self.append(value)

    def reverse(self) -> None:
        n = len(self)
        for i in range(n // 2):
            low = self[i]
            self[i] = self[n - i - 1]
            self[n - i - 1] = low

    def pop(self, index: int = -1, /) -> _T:
        value = self[index]
        del self[index]
        return value

    def remove(self, value: _T, /) -> None:
        del self[self.index(value)]

    def __iadd__(self, values: Iterable[_T], /) -> typing_extensions.Self:
        self.extend(values)
        return self


class AbstractSet(Collection[_T_co]):
    @abstractmethod
    def __contains__(self, x: object, /) -> bool: ...

    @classmethod
    def _from_iterable(cls, it: Iterable[_S], /) -> "AbstractSet[_S]":
        return cls(it)  # type: ignore[call-arg,return-value]

    def __le__(self, other: "AbstractSet[Any]", /) -> bool:
        if len(self) > len(other):
            return False
        for item in self:
            if item not in other:
                return False
        return True

    def __lt__(self, other: "AbstractSet[Any]", /) -> bool:
        return len(self) < len(other) and self <= other

    def __gt__(self, other: "AbstractSet[Any]", /) -> bool:
        return len(self) > len(other) and self >= other

    def __ge__(self, other: "AbstractSet[Any]", /) -> bool:
        if len(self) < len(other):
            return False
        for item in other:
            if item not in self:
                return False
        return True

    def __and__(self, other: "AbstractSet[Any]", /) -> "AbstractSet[_T_co]":
        return self._from_iterable(item for item in other if item in self)

    def __or__(self, other: "AbstractSet[_T]", /) -> "AbstractSet[_T_co | _T]":
        both: list[_T_co | _T] = []
        for mine in self:
            both.append(mine)
        for theirs in other:
            both.append(theirs)
        return self._from_iterable(both)

    def __sub__(self, other: "AbstractSet[Any]", /) -> "AbstractSet[_T_co]":
        return self._from_iterable(item for item in self if item not in other)

    def __xor__(self, other: "AbstractSet[_T]", /) -> "AbstractSet[_T_co | _T]":
        either: list[_T_co | _T] = []
        for mine in self:
            if mine not in other:
                either.append(mine)
        for theirs in other:
            if theirs not in self:
                either.append(theirs)
        return self._from_iterable(either)

    # What `__rand__` and its like do, which typeshed has not.

    def _and_after(self, left: "AbstractSet[_S]") -> "AbstractSet[_S]":
        return self._from_iterable(item for item in left if item in self)

    def _or_after(self, left: "AbstractSet[_S]") -> "AbstractSet[_T_co | _S]":
        both: list[_T_co | _S] = []
        for mine in self:
            both.append(mine)
        for theirs in left:
            both.append(theirs)
        return self._from_iterable(both)

    def _sub_after(self, left: "AbstractSet[_S]") -> "AbstractSet[_S]":
        return self._from_iterable(item for item in left if item not in self)

    def _xor_after(self, left: "AbstractSet[_S]") -> "AbstractSet[_T_co | _S]":
        either: list[_T_co | _S] = []
        for mine in self:
            if mine not in left:
                either.append(mine)
        for theirs in left:
            if theirs not in self:
                either.append(theirs)
        return self._from_iterable(either)

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, AbstractSet):
            return NotImplemented
        return len(self) == len(other) and self <= other

    def isdisjoint(self, other: Iterable[Any], /) -> bool:
        for item in other:
            if item in self:
                return False
        return True


class MutableSet(AbstractSet[_T]):
    @abstractmethod
    def add(self, value: _T, /) -> None: ...

    @abstractmethod
    def discard(self, value: _T, /) -> None: ...

    def clear(self) -> None:
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def pop(self) -> _T:
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def remove(self, value: _T, /) -> None:
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def __ior__(self, it: AbstractSet[_T], /) -> typing_extensions.Self:  # type: ignore[override,misc]
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it: AbstractSet[Any], /) -> typing_extensions.Self:
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it: AbstractSet[_T], /) -> typing_extensions.Self:  # type: ignore[override,misc]
        mine = it is self  # tested in an `if`, it would make self an AbstractSet there
        if mine:
            self.clear()
            return self
        for value in it:
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self

    def __isub__(self, it: AbstractSet[Any], /) -> typing_extensions.Self:
        mine = it is self  # tested in an `if`, it would make self an AbstractSet there
        if mine:
            self.clear()
            return self
        for value in it:
            self.discard(value)
        return self


class MappingView(Sized):
    _mapping: "Mapping[Any, Any]"

    def __len__(self) -> int:
        return len(self._mapping)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, AbstractSet[_KT_co]):
    def __init__(self, mapping: "Mapping[_KT_co, Any]") -> None:
        self._mapping = mapping

    @classmethod
    def _from_iterable(cls, it: Iterable[_S], /) -> set[_S]:
        return set(it)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._mapping!r})"

    def __len__(self) -> int:
        return len(self._mapping)

    def __contains__(self, key: object, /) -> bool:
        return key in self._mapping

    def __and__(self, other: Iterable[Any], /) -> set[_KT_co]:  # type: ignore[override]
        return {item for item in other if item in self}

    def __or__(self, other: Iterable[_T], /) -> set[_KT_co | _T]:  # type: ignore[override]
        result: set[_KT_co | _T] = set()
        for mine in self:
            result.add(mine)
        for theirs in other:
            result.add(theirs)
        return result

    def __sub__(self, other: Iterable[Any], /) -> set[_KT_co]:  # type: ignore[override]
        result: set[_KT_co] = set(self)
        for item in other:
            result.discard(item)
        return result

    def __xor__(self, other: Iterable[_T], /) -> set[_KT_co | _T]:  # type: ignore[override]
        result: set[_KT_co | _T] = set()
        for mine in self:
            result.add(mine)
        for theirs in set(other):
            if theirs in self:  # type: ignore[operator]
                result.discard(theirs)
            else:
                result.add(theirs)
        return result

    def __iter__(self) -> Iterator[_KT_co]:
        return iter(self._mapping)


class ItemsView(MappingView, AbstractSet[tuple[_KT_co, _VT_co]], Generic[_KT_co, _VT_co]):
    def __init__(self, mapping: "Mapping[_KT_co, _VT_co]") -> None:
        self._mapping = mapping

    @classmethod
    def _from_iterable(cls, it: Iterable[_S], /) -> set[_S]:
        return set(it)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._mapping!r})"

    def __len__(self) -> int:
        return len(self._mapping)

    def __contains__(self, item: tuple[object, object], /) -> bool:  # type: ignore[override]
        key, wanted = item
        try:
            value = self._mapping[key]  # type: ignore[index]
        except KeyError:
            return False
        return value is wanted or value == wanted

    def __and__(self, other: Iterable[Any], /) -> set[tuple[_KT_co, _VT_co]]:  # type: ignore[override]
        return {item for item in other if item in self}

    def __or__(self, other: Iterable[_T], /) -> set[tuple[_KT_co, _VT_co] | _T]:  # type: ignore[override]
        result: set[tuple[_KT_co, _VT_co] | _T] = set()
        for mine in self:
            result.add(mine)
        for theirs in other:
            result.add(theirs)
        return result

    def __sub__(self, other: Iterable[Any], /) -> set[tuple[_KT_co, _VT_co]]:  # type: ignore[override]
        result: set[tuple[_KT_co, _VT_co]] = set(self)
        for item in other:
            result.discard(item)
        return result

    def __xor__(self, other: Iterable[_T], /) -> set[tuple[_KT_co, _VT_co] | _T]:  # type: ignore[override]
        result: set[tuple[_KT_co, _VT_co] | _T] = set()
        for mine in self:
            result.add(mine)
        for theirs in set(other):
            if theirs in self:  # type: ignore[operator]
                result.discard(theirs)
            else:
                result.add(theirs)
        return result

    def __iter__(self) -> Iterator[tuple[_KT_co, _VT_co]]:
        for key in self._mapping:
            yield (key, self._mapping[key])


class ValuesView(MappingView, Collection[_VT_co]):
    def __init__(self, mapping: "Mapping[Any, _VT_co]") -> None:
        self._mapping = mapping

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._mapping!r})"

    def __len__(self) -> int:
        return len(self._mapping)

    def __contains__(self, value: object, /) -> bool:
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __iter__(self) -> Iterator[_VT_co]:
        for key in self._mapping:
            yield self._mapping[key]


class Mapping(Collection[_KT], Generic[_KT, _VT_co]):
    @abstractmethod
    def __getitem__(self, key: _KT, /) -> _VT_co: ...

    @overload
    def get(self, key: _KT, /) -> _VT_co | None:
        try:
            return self[key]
        except KeyError:
            return None

    @overload
    def get(self, key: _KT, default: _VT_co, /) -> _VT_co:  # type: ignore[misc]
        try:
            return self[key]
        except KeyError:
            return default

    @overload
    def get(self, key: _KT, default: _T, /) -> _VT_co | _T:
        try:
            return self[key]
        except KeyError:
            return default

    def get(self, key: _KT, default: object = None, /) -> object:
        try:
            return self[key]
        except KeyError:
            return default

    def items(self) -> ItemsView[_KT, _VT_co]:
        return ItemsView(self)

    def keys(self) -> KeysView[_KT]:
        return KeysView(self)

    def values(self) -> ValuesView[_VT_co]:
        return ValuesView(self)

    def __contains__(self, key: object, /) -> bool:
        try:
            self[key]  # type: ignore[index]
        except KeyError:
            return False
        return True

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, Mapping):
            return NotImplemented
        mine: dict[object, object] = {}
        for key, value in self.items():
            mine[key] = value
        theirs: dict[object, object] = {}
        for key, value in other.items():
            theirs[key] = value
        return mine == theirs


@runtime_checkable
class _HasKeys(Protocol):
    def keys(self) -> Any: ...

    def __getitem__(self, key: Any, /) -> Any: ...


class MutableMapping(Mapping[_KT, _VT]):
    @abstractmethod
    def __setitem__(self, key: _KT, value: _VT, /) -> None: ...

    @abstractmethod
    def __delitem__(self, key: _KT, /) -> None: ...

    def clear(self) -> None:
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    @overload
    def pop(self, key: _KT, /) -> _VT:
        value = self[key]
        del self[key]
        return value

    @overload
    def pop(self, key: _KT, default: _VT, /) -> _VT:
        try:
            value = self[key]
        except KeyError:
            return default
        del self[key]
        return value

    @overload
    def pop(self, key: _KT, default: _T, /) -> _VT | _T:
        try:
            value = self[key]
        except KeyError:
            return default
        del self[key]
        return value

    def pop(self, key: _KT, *default: object) -> object:
        try:
            value = self[key]
        except KeyError:
            if len(default) == 1:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self) -> tuple[_KT, _VT]:
        for key in self:
            value = self[key]
            del self[key]
            return (key, value)
        raise KeyError

    @overload
    def setdefault(self: "MutableMapping[_KT, _T | None]", key: _KT, default: None = None, /) -> _T | None: ...
    @overload
    def setdefault(self, key: _KT, default: _VT, /) -> _VT:
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def setdefault(self, key: _KT, default: Any = None, /) -> Any:
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    @overload
    def update(self, m: SupportsKeysAndGetItem[_KT, _VT], /) -> None:
        for key in m.keys():
            self[key] = m[key]

    @overload
    def update(
        self: "SupportsGetItem[str, _VT]", m: SupportsKeysAndGetItem[str, _VT], /, **kwargs: _VT
    ) -> None: ...
    @overload
    def update(self, m: Iterable[tuple[_KT, _VT]], /) -> None:
        for key, value in m:
            self[key] = value

    @overload
    def update(self: "SupportsGetItem[str, _VT]", m: Iterable[tuple[str, _VT]], /, **kwargs: _VT) -> None: ...
    @overload
    def update(self: "SupportsGetItem[str, _VT]", /, **kwargs: _VT) -> None: ...
    def update(self, m: Any = (), /, **kwargs: Any) -> None:
        if isinstance(m, Mapping):
            for key in m:
                self[key] = m[key]
        elif isinstance(m, _HasKeys):
            for key in m.keys():
                self[key] = m[key]
        else:
            for key, value in m:
                self[key] = value
        for name, value in kwargs.items():
            self[name] = value  # type: ignore[index]


Text = str


class IO(Generic[AnyStr]):
    @property
    def name(self) -> str:
        raise NotImplementedError

    @abstractmethod
    def close(self) -> None: ...

    @property
    def closed(self) -> bool:
        raise NotImplementedError

    @abstractmethod
    def fileno(self) -> int: ...

    @abstractmethod
    def flush(self) -> None: ...

    @abstractmethod
    def isatty(self) -> bool: ...

    @abstractmethod
    def read(self, n: int = -1, /) -> AnyStr: ...

    @abstractmethod
    def readable(self) -> bool: ...

    @abstractmethod
    def readline(self, limit: int = -1, /) -> AnyStr: ...

    @abstractmethod
    def readlines(self, hint: int = -1, /) -> list[AnyStr]: ...

    @abstractmethod
    def seek(self, offset: int, whence: int = 0, /) -> int: ...

    @abstractmethod
    def seekable(self) -> bool: ...

    @abstractmethod
    def tell(self) -> int: ...

    @abstractmethod
    def truncate(self, size: int | None = None, /) -> int: ...

    @abstractmethod
    def writable(self) -> bool: ...

    @abstractmethod
    def write(self, s: AnyStr, /) -> int: ...

    @abstractmethod
    def writelines(self, lines: Iterable[AnyStr], /) -> None: ...

    @abstractmethod
    def __next__(self) -> AnyStr: ...

    @abstractmethod
    def __iter__(self) -> Iterator[AnyStr]: ...

    @abstractmethod
    def __enter__(self) -> "IO[AnyStr]": ...

    @abstractmethod
    def __exit__(
        self, type: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None, /
    ) -> None: ...


class BinaryIO(IO[bytes]):
    @abstractmethod
    def __enter__(self) -> "BinaryIO": ...


class TextIO(IO[str]):
    @property
    def buffer(self) -> BinaryIO:
        raise NotImplementedError

    @property
    def encoding(self) -> str:
        raise NotImplementedError

    @property
    def errors(self) -> str | None:
        raise NotImplementedError

    @abstractmethod
    def __enter__(self) -> "TextIO": ...


@overload
def cast(typ: type[_T], val: Any) -> _T: ...
@overload
def cast(typ: str, val: Any) -> Any: ...
@overload
def cast(typ: object, val: Any) -> Any: ...
def cast(typ: object, val: Any) -> Any:
    return val


def get_args(tp: Any) -> tuple[Any, ...]:
    """Of an alias, or a class, that the program names the compiler knows them."""
    return _annotations.arguments_of(tp)


@overload
def get_origin(tp: ParamSpecArgs | ParamSpecKwargs) -> ParamSpec: ...
@overload
def get_origin(tp: UnionType) -> type[UnionType]: ...
@overload
def get_origin(tp: GenericAlias) -> type: ...
@overload
def get_origin(tp: Any) -> Any | None: ...
def get_origin(tp: Any) -> Any:
    return _annotations.origin_of(tp)


_get_type_hints_obj_allowed_types: TypeAlias = object


def get_type_hints(
    obj: _get_type_hints_obj_allowed_types,
    globalns: dict[str, Any] | None = None,
    localns: Mapping[str, Any] | None = None,
    include_extras: bool = False,
) -> dict[str, Any]:
    """The compiler's, for classes and functions that it knows."""
    raise SystemError("get_type_hints of what is known at run time only")


def reveal_type(obj: _T, /) -> _T:
    return obj


def assert_never(arg: Never, /) -> Never:
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val: _T, typ: Any, /) -> _T:
    return val


class NamedTuple(tuple[Any, ...]):
    """The fallback of named tuples; the compiler makes the classes."""

    _fields: ClassVar[tuple[str, ...]]

    def __init__(self, typename: str, fields: Iterable[tuple[str, Any]] = (), /) -> None: ...

    @classmethod
    def _make(cls, iterable: Iterable[Any]) -> typing_extensions.Self:
        raise NotImplementedError

    def _asdict(self) -> dict[str, Any]:
        raise NotImplementedError

    def _replace(self, **kwargs: Any) -> typing_extensions.Self:
        raise NotImplementedError


class _TypedDict(Mapping[str, object], metaclass=ABCMeta):
    """The fallback of typed dicts, for the type checker only."""

    def copy(self) -> typing_extensions.Self:
        raise NotImplementedError

    def setdefault(self, k: Never, default: object) -> object:
        raise NotImplementedError

    def pop(self, k: Never, default: _T = ...) -> object:  # type: ignore[assignment]
        raise NotImplementedError

    def update(self, m: typing_extensions.Self, /) -> None:
        raise NotImplementedError

    def __delitem__(self, k: Never) -> None:
        raise NotImplementedError

    def items(self) -> dict_items[str, object]:  # type: ignore[override]
        raise NotImplementedError

    def keys(self) -> dict_keys[str, object]:  # type: ignore[override]
        raise NotImplementedError

    def values(self) -> dict_values[str, object]:  # type: ignore[override]
        raise NotImplementedError

    @overload
    def __or__(self, value: typing_extensions.Self, /) -> typing_extensions.Self: ...
    @overload
    def __or__(self, value: dict[str, Any], /) -> dict[str, object]: ...
    def __or__(self, value: Any, /) -> Any:
        raise NotImplementedError

    @overload
    def __ror__(self, value: typing_extensions.Self, /) -> typing_extensions.Self: ...
    @overload
    def __ror__(self, value: dict[str, Any], /) -> dict[str, object]: ...
    def __ror__(self, value: Any, /) -> Any:
        raise NotImplementedError

    def __ior__(self, value: typing_extensions.Self, /) -> typing_extensions.Self:  # type: ignore[misc]
        raise NotImplementedError
