"""UserDict, UserList and UserString: containers to derive from, around a built-in one in `data`."""

import sys
from _typeshed import SupportsKeysAndGetItem, SupportsRichComparison
from collections.abc import Callable, Iterable, Iterator
from typing import (
    Any,
    ClassVar,
    Mapping,
    MutableMapping,
    MutableSequence,
    Sequence,
    SupportsIndex,
    TypeVar,
    cast,
    overload,
)
from typing_extensions import Self

_T = TypeVar("_T")
_S = TypeVar("_S")
_KT = TypeVar("_KT")
_VT = TypeVar("_VT")
_T1 = TypeVar("_T1")
_T2 = TypeVar("_T2")


class UserDict(MutableMapping[_KT, _VT]):
    data: dict[_KT, _VT]

    @overload
    def __init__(self, dict: None = None, /) -> None: ...
    @overload
    def __init__(self: "UserDict[str, _VT]", dict: None = None, /, **kwargs: _VT) -> None: ...
    @overload
    def __init__(self, dict: SupportsKeysAndGetItem[_KT, _VT], /) -> None: ...
    @overload
    def __init__(
        self: "UserDict[str, _VT]", dict: SupportsKeysAndGetItem[str, _VT], /, **kwargs: _VT
    ) -> None: ...
    @overload
    def __init__(self, iterable: Iterable[tuple[_KT, _VT]], /) -> None: ...
    @overload
    def __init__(
        self: "UserDict[str, _VT]", iterable: Iterable[tuple[str, _VT]], /, **kwargs: _VT
    ) -> None: ...
    @overload
    def __init__(self: "UserDict[str, str]", iterable: Iterable[list[str]], /) -> None: ...
    @overload
    def __init__(self: "UserDict[bytes, bytes]", iterable: Iterable[list[bytes]], /) -> None: ...
    def __init__(self, dict: Any = None, /, **kwargs: Any) -> None:
        self.data = {}
        if dict is not None:
            self.update(dict)
        for name, value in kwargs.items():
            self[cast(_KT, name)] = value

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, key: _KT) -> _VT:
        if key in self.data:
            return self.data[key]
        return self.__missing__(key)

    def __missing__(self, key: _KT) -> _VT:
        raise KeyError(key)

    def __setitem__(self, key: _KT, item: _VT) -> None:
        self.data[key] = item

    def __delitem__(self, key: _KT) -> None:
        del self.data[key]

    def __iter__(self) -> Iterator[_KT]:
        return iter(self.data)

    def __contains__(self, key: object) -> bool:
        return key in self.data

    def __repr__(self) -> str:
        return repr(self.data)

    def copy(self) -> Self:
        made: Self = self.__class__()
        made.data = self.data.copy()
        return made

    def __copy__(self) -> Self:
        return self.copy()

    @classmethod
    @overload
    def fromkeys(cls, iterable: Iterable[_T], value: None = None) -> "UserDict[_T, Any | None]": ...
    @classmethod
    @overload
    def fromkeys(cls, iterable: Iterable[_T], value: _S) -> "UserDict[_T, _S]": ...
    @classmethod
    def fromkeys(cls, iterable: Iterable[Any], value: Any = None) -> "UserDict[Any, Any]":
        made: UserDict[Any, Any] = cls()
        for key in iterable:
            made[key] = value
        return made

    @overload
    def __or__(self, other: "UserDict[_KT, _VT] | dict[_KT, _VT]") -> Self: ...
    @overload
    def __or__(self, other: "UserDict[_T1, _T2] | dict[_T1, _T2]") -> "UserDict[_KT | _T1, _VT | _T2]": ...
    def __or__(self, other: Any) -> Any:
        if isinstance(other, UserDict):
            return self.__class__(self.data | other.data)
        if isinstance(other, dict):
            return self.__class__(self.data | other)
        return NotImplemented

    @overload
    def __ror__(self, other: "UserDict[_KT, _VT] | dict[_KT, _VT]") -> Self: ...
    @overload
    def __ror__(self, other: "UserDict[_T1, _T2] | dict[_T1, _T2]") -> "UserDict[_KT | _T1, _VT | _T2]": ...
    def __ror__(self, other: Any) -> Any:
        if isinstance(other, UserDict):
            return self.__class__(other.data | self.data)
        if isinstance(other, dict):
            return self.__class__(other | self.data)
        return NotImplemented

    @overload  # type: ignore[misc]
    def __ior__(self, other: SupportsKeysAndGetItem[_KT, _VT]) -> Self: ...
    @overload
    def __ior__(self, other: Iterable[tuple[_KT, _VT]]) -> Self: ...
    def __ior__(self, other: Any) -> Self:
        if isinstance(other, UserDict):
            self.data.update(other.data)
        else:
            self.data.update(other)
        return self


class UserList(MutableSequence[_T]):
    data: list[_T]

    @overload
    def __init__(self, initlist: None = None) -> None: ...
    @overload
    def __init__(self, initlist: Iterable[_T]) -> None: ...
    def __init__(self, initlist: Iterable[_T] | None = None) -> None:
        self.data = []
        if initlist is not None:
            self.data.extend(initlist)

    __hash__: ClassVar[None]  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(self.data)

    def _other(self, other: Any) -> Any:
        return other.data if isinstance(other, UserList) else other

    def __lt__(self, other: "list[_T] | UserList[_T]") -> bool:
        return bool(cast(Any, self.data) < self._other(other))

    def __le__(self, other: "list[_T] | UserList[_T]") -> bool:
        return bool(cast(Any, self.data) <= self._other(other))

    def __gt__(self, other: "list[_T] | UserList[_T]") -> bool:
        return bool(cast(Any, self.data) > self._other(other))

    def __ge__(self, other: "list[_T] | UserList[_T]") -> bool:
        return bool(cast(Any, self.data) >= self._other(other))

    def __eq__(self, other: object) -> bool:
        return bool(self.data == self._other(other))

    def __contains__(self, item: object) -> bool:
        return item in self.data

    def __len__(self) -> int:
        return len(self.data)

    @overload
    def __getitem__(self, i: SupportsIndex) -> _T: ...
    @overload
    def __getitem__(self, i: "slice[SupportsIndex | None]") -> Self: ...
    def __getitem__(self, i: Any) -> Any:
        if isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]

    @overload
    def __setitem__(self, i: SupportsIndex, item: _T) -> None: ...
    @overload
    def __setitem__(self, i: "slice[SupportsIndex | None]", item: Iterable[_T]) -> None: ...
    def __setitem__(self, i: Any, item: Any) -> None:
        self.data[i] = item

    def __delitem__(self, i: "SupportsIndex | slice[SupportsIndex | None]") -> None:
        del self.data[i]

    def __add__(self, other: Iterable[_T]) -> Self:
        return self.__class__(self.data + self._items(other))

    def _items(self, other: Iterable[_T]) -> list[_T]:
        if isinstance(other, UserList):
            return cast("list[_T]", other.data)
        return list(other)

    def __radd__(self, other: Iterable[_T]) -> Self:
        return self.__class__(self._items(other) + self.data)

    def __iadd__(self, other: Iterable[_T]) -> Self:
        self.data += self._items(other)
        return self

    def __mul__(self, n: int) -> Self:
        return self.__class__(self.data * n)

    def __rmul__(self, n: int) -> Self:
        return self.__class__(self.data * n)

    def __imul__(self, n: int) -> Self:
        self.data *= n
        return self

    def append(self, item: _T) -> None:
        self.data.append(item)

    def insert(self, i: int, item: _T) -> None:
        self.data.insert(i, item)

    def pop(self, i: int = -1) -> _T:
        return self.data.pop(i)

    def remove(self, item: _T) -> None:
        self.data.remove(item)

    def clear(self) -> None:
        self.data.clear()

    def copy(self) -> Self:
        return self.__class__(self)

    def __copy__(self) -> Self:
        return self.__class__(self)

    def count(self, item: _T) -> int:
        return self.data.count(item)

    def index(self, item: _T, start: SupportsIndex = 0, stop: SupportsIndex = sys.maxsize, /) -> int:
        return self.data.index(item, start, stop)

    def reverse(self) -> None:
        self.data.reverse()

    @overload
    def sort(self: "UserList[Any]", *, key: None = None, reverse: bool = False) -> None: ...
    @overload
    def sort(self, *, key: Callable[[_T], SupportsRichComparison], reverse: bool = False) -> None: ...
    def sort(self, *, key: Any = None, reverse: bool = False) -> None:
        self.data.sort(key=key, reverse=reverse)

    def extend(self, other: Iterable[_T]) -> None:
        self.data.extend(self._items(other))


class UserString(Sequence["UserString"]):
    data: str

    def __init__(self, seq: object) -> None:
        self.data = _text(seq)

    def __str__(self) -> str:
        return self.data

    def __repr__(self) -> str:
        return repr(self.data)

    def __int__(self) -> int:
        return int(self.data)

    def __float__(self) -> float:
        return float(self.data)

    def __complex__(self) -> complex:
        return complex(self.data)

    def __getnewargs__(self) -> tuple[str]:
        return (self.data,)

    def __lt__(self, string: "str | UserString") -> bool:
        return self.data < _text(string)

    def __le__(self, string: "str | UserString") -> bool:
        return self.data <= _text(string)

    def __gt__(self, string: "str | UserString") -> bool:
        return self.data > _text(string)

    def __ge__(self, string: "str | UserString") -> bool:
        return self.data >= _text(string)

    def __eq__(self, string: object) -> bool:
        if isinstance(string, UserString):
            return self.data == string.data
        return self.data == string

    def __hash__(self) -> int:
        return hash(self.data)

    def __contains__(self, char: object) -> bool:
        if isinstance(char, UserString):
            return char.data in self.data
        return isinstance(char, str) and char in self.data

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, index: "SupportsIndex | slice[SupportsIndex | None]") -> Self:
        return self.__class__(self.data[index])

    def __iter__(self) -> Iterator[Self]:
        for char in self.data:
            yield self.__class__(char)

    def __reversed__(self) -> Iterator[Self]:
        for char in reversed(self.data):
            yield self.__class__(char)

    def __add__(self, other: object) -> Self:
        return self.__class__(self.data + _text(other))

    def __radd__(self, other: object) -> Self:
        return self.__class__(_text(other) + self.data)

    def __mul__(self, n: int) -> Self:
        return self.__class__(self.data * n)

    def __rmul__(self, n: int) -> Self:
        return self.__class__(self.data * n)

    def __mod__(self, args: Any) -> Self:
        return self.__class__(self.data % args)

    def __rmod__(self, template: object) -> Self:
        return self.__class__(str(template) % self)

    def capitalize(self) -> Self:
        return self.__class__(self.data.capitalize())

    def casefold(self) -> Self:
        return self.__class__(self.data.casefold())

    def center(self, width: int, *args: Any) -> Self:
        return self.__class__(self.data.center(width, _fill(args)))

    @overload
    def count(self, sub: "str | UserString", start: int = 0, end: int = sys.maxsize) -> int: ...
    @overload
    def count(self, sub: "str | UserString", start: int | None, end: int | None = sys.maxsize) -> int: ...
    def count(self, sub: "str | UserString", start: int | None = 0, end: int | None = sys.maxsize) -> int:
        return self.data.count(_text(sub), start, end)

    def encode(
        self: "UserString", encoding: str | None = "utf-8", errors: str | None = "strict"
    ) -> bytes:
        return self.data.encode(
            "utf-8" if encoding is None else encoding, "strict" if errors is None else errors
        )

    def endswith(
        self, suffix: str | tuple[str, ...], start: int | None = 0, end: int | None = sys.maxsize
    ) -> bool:
        return self.data.endswith(suffix, start, end)

    def expandtabs(self, tabsize: int = 8) -> Self:
        return self.__class__(self.data.expandtabs(tabsize))

    @overload
    def find(self, sub: "str | UserString", start: int = 0, end: int = sys.maxsize) -> int: ...
    @overload
    def find(self, sub: "str | UserString", start: int | None, end: int | None = sys.maxsize) -> int: ...
    def find(self, sub: "str | UserString", start: int | None = 0, end: int | None = sys.maxsize) -> int:
        return self.data.find(_text(sub), start, end)

    def format(self, *args: Any, **kwds: Any) -> str:
        return self.data.format(*args, **kwds)

    def format_map(self, mapping: Mapping[str, Any]) -> str:
        if isinstance(mapping, dict):
            return self.data.format_map(mapping)
        fields: dict[str, object] = {name: mapping[name] for name in mapping}
        return self.data.format_map(fields)

    @overload
    def index(self, sub: str, start: int = 0, end: int = sys.maxsize) -> int: ...
    @overload
    def index(self, sub: str, start: int | None, end: int | None = sys.maxsize) -> int: ...
    def index(self, sub: str, start: int | None = 0, end: int | None = sys.maxsize) -> int:
        return self.data.index(_text(sub), start, end)

    def isalpha(self) -> bool:
        return self.data.isalpha()

    def isalnum(self) -> bool:
        return self.data.isalnum()

    def isdecimal(self) -> bool:
        return self.data.isdecimal()

    def isdigit(self) -> bool:
        return self.data.isdigit()

    def isidentifier(self) -> bool:
        return self.data.isidentifier()

    def islower(self) -> bool:
        return self.data.islower()

    def isnumeric(self) -> bool:
        return self.data.isnumeric()

    def isprintable(self) -> bool:
        return self.data.isprintable()

    def isspace(self) -> bool:
        return self.data.isspace()

    def istitle(self) -> bool:
        return self.data.istitle()

    def isupper(self) -> bool:
        return self.data.isupper()

    def isascii(self) -> bool:
        return self.data.isascii()

    def join(self, seq: Iterable[str]) -> str:
        return self.data.join(seq)

    def ljust(self, width: int, *args: Any) -> Self:
        return self.__class__(self.data.ljust(width, _fill(args)))

    def lower(self) -> Self:
        return self.__class__(self.data.lower())

    def lstrip(self, chars: str | None = None) -> Self:
        return self.__class__(self.data.lstrip(chars))

    def partition(self, sep: str) -> tuple[str, str, str]:
        return self.data.partition(sep)

    def removeprefix(self, prefix: "str | UserString", /) -> Self:
        return self.__class__(self.data.removeprefix(_text(prefix)))

    def removesuffix(self, suffix: "str | UserString", /) -> Self:
        return self.__class__(self.data.removesuffix(_text(suffix)))

    def replace(self, old: "str | UserString", new: "str | UserString", maxsplit: int = -1) -> Self:
        return self.__class__(self.data.replace(_text(old), _text(new), maxsplit))

    @overload
    def rfind(self, sub: "str | UserString", start: int = 0, end: int = sys.maxsize) -> int: ...
    @overload
    def rfind(self, sub: "str | UserString", start: int | None, end: int | None = sys.maxsize) -> int: ...
    def rfind(self, sub: "str | UserString", start: int | None = 0, end: int | None = sys.maxsize) -> int:
        return self.data.rfind(_text(sub), start, end)

    @overload
    def rindex(self, sub: "str | UserString", start: int = 0, end: int = sys.maxsize) -> int: ...
    @overload
    def rindex(self, sub: "str | UserString", start: int | None, end: int | None = sys.maxsize) -> int: ...
    def rindex(self, sub: "str | UserString", start: int | None = 0, end: int | None = sys.maxsize) -> int:
        return self.data.rindex(_text(sub), start, end)

    def rjust(self, width: int, *args: Any) -> Self:
        return self.__class__(self.data.rjust(width, _fill(args)))

    def rpartition(self, sep: str) -> tuple[str, str, str]:
        return self.data.rpartition(sep)

    def rstrip(self, chars: str | None = None) -> Self:
        return self.__class__(self.data.rstrip(chars))

    def split(self, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        return self.data.split(sep, maxsplit)

    def rsplit(self, sep: str | None = None, maxsplit: int = -1) -> list[str]:
        return self.data.rsplit(sep, maxsplit)

    def splitlines(self, keepends: bool = False) -> list[str]:
        return self.data.splitlines(keepends)

    def startswith(
        self, prefix: str | tuple[str, ...], start: int | None = 0, end: int | None = sys.maxsize
    ) -> bool:
        return self.data.startswith(prefix, start, end)

    def strip(self, chars: str | None = None) -> Self:
        return self.__class__(self.data.strip(chars))

    def swapcase(self) -> Self:
        return self.__class__(self.data.swapcase())

    def title(self) -> Self:
        return self.__class__(self.data.title())

    def translate(self, *args: Any) -> Self:
        return self.__class__(self.data.translate(args[0]))

    def upper(self) -> Self:
        return self.__class__(self.data.upper())

    def zfill(self, width: int) -> Self:
        return self.__class__(self.data.zfill(width))


def _text(value: object) -> str:
    if isinstance(value, UserString):
        return value.data
    return value if isinstance(value, str) else str(value)


def _fill(args: tuple[Any, ...]) -> str:
    return cast(str, args[0]) if args else " "
