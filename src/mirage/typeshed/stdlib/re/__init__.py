"""Regular expressions: the syntax and the results of Python 3.11, matched without native recursion."""

from __future__ import annotations

import enum
import sys
from _typeshed import MaybeNone, ReadableBuffer
from collections.abc import Callable, Iterator, Mapping
from typing import Any, AnyStr, Final, Generic, Literal, TypeAlias, TypeVar, cast, final, overload

from mirage.lowlevel import i64, make_small

__all__ = [
    "A", "ASCII", "DOTALL", "I", "IGNORECASE", "L", "LOCALE", "M", "MULTILINE", "Match", "NOFLAG", "Pattern",
    "RegexFlag", "S", "U", "UNICODE", "VERBOSE", "X", "compile", "error", "escape", "findall", "finditer",
    "fullmatch", "match", "purge", "search", "split", "sub", "subn",
]  # fmt: skip

_T = TypeVar("_T")


class error(Exception):
    """The pattern or the replacement is not right; `pos` is where, None when that is not known."""

    msg: str
    pattern: str | bytes | None
    pos: int | None
    lineno: int
    colno: int

    def __init__(self, msg: str, pattern: str | bytes | None = None, pos: int | None = None) -> None:
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            message = f"{msg} at position {pos}"
            whole = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
            self.lineno = whole.count("\n", 0, pos) + 1
            self.colno = pos - whole.rfind("\n", 0, pos)
            if "\n" in whole:
                message = f"{message} (line {self.lineno}, column {self.colno})"
            super().__init__(message)
        else:
            super().__init__(msg)


from re._core import Core, Found, clamped  # noqa: E402  (they import `error` from here)
from re._machine import Machine  # noqa: E402


class RegexFlag(enum.IntFlag):
    NOFLAG = 0
    ASCII = 256
    A = ASCII
    IGNORECASE = 2
    I = IGNORECASE
    LOCALE = 4
    L = LOCALE
    UNICODE = 32
    U = UNICODE
    MULTILINE = 8
    M = MULTILINE
    DOTALL = 16
    S = DOTALL
    VERBOSE = 64
    X = VERBOSE
    TEMPLATE = 1
    T = TEMPLATE
    DEBUG = 128

    def __repr__(self) -> str:
        names: list[str] = []
        rest = self._value_
        for name, flag in _FLAGS:
            if rest & flag:
                names.append("re." + name)
                rest &= ~flag
        if rest:
            names.append(hex(rest))
        return "|".join(names) if names else "re.NOFLAG"

    def __str__(self) -> str:
        return self.__repr__()

    def __format__(self, format_spec: str, /) -> str:
        return format(self._value_, format_spec) if format_spec else self.__repr__()


_FLAGS = (
    ("ASCII", 256),
    ("IGNORECASE", 2),
    ("LOCALE", 4),
    ("UNICODE", 32),
    ("MULTILINE", 8),
    ("DOTALL", 16),
    ("VERBOSE", 64),
    ("TEMPLATE", 1),
    ("DEBUG", 128),
)


A: Final = RegexFlag.A
ASCII: Final = RegexFlag.ASCII
DEBUG: Final = RegexFlag.DEBUG
I: Final = RegexFlag.I
IGNORECASE: Final = RegexFlag.IGNORECASE
L: Final = RegexFlag.L
LOCALE: Final = RegexFlag.LOCALE
M: Final = RegexFlag.M
MULTILINE: Final = RegexFlag.MULTILINE
S: Final = RegexFlag.S
DOTALL: Final = RegexFlag.DOTALL
X: Final = RegexFlag.X
VERBOSE: Final = RegexFlag.VERBOSE
U: Final = RegexFlag.U
UNICODE: Final = RegexFlag.UNICODE
T: Final = RegexFlag.T
TEMPLATE: Final = RegexFlag.TEMPLATE
NOFLAG: Final = RegexFlag.NOFLAG
_FlagsType: TypeAlias = int | RegexFlag

_MAX_CACHED: Final = 512


@final
class Match(Generic[AnyStr]):
    """What matched, and where."""

    _found: Found

    def __init__(self, found: Found) -> None:
        self._found = found

    @property
    def pos(self) -> int:
        return make_small(self._found.pos)

    @property
    def endpos(self) -> int:
        return make_small(self._found.endpos)

    @property
    def lastindex(self) -> int | None:
        last = self._found.last_index()
        return None if last < 0 else last

    @property
    def lastgroup(self) -> str | None:
        last = self._found.last_index()
        if last >= 0:
            for name, group in self._found.core.names.items():
                if group == last:
                    return name
        return None

    @property
    def string(self) -> AnyStr:
        return cast(AnyStr, self._found.string)

    @property
    def re(self) -> Pattern[AnyStr]:
        return cast("Pattern[AnyStr]", self._found.core.owner)

    @overload
    def expand(self: Match[str], template: str) -> str: ...
    @overload
    def expand(self: Match[bytes], template: ReadableBuffer) -> bytes: ...
    @overload
    def expand(self, template: AnyStr) -> AnyStr: ...
    def expand(self, template: Any) -> Any:
        core = self._found.core
        return core.expanded(core.template(template), self._found)

    @overload
    def group(self, group: Literal[0] = 0, /) -> AnyStr: ...
    @overload
    def group(self, group: str | int, /) -> AnyStr | MaybeNone: ...
    @overload
    def group(
        self, group1: str | int, group2: str | int, /, *groups: str | int
    ) -> tuple[AnyStr | MaybeNone, ...]: ...
    def group(self, *groups: str | int) -> Any:
        if len(groups) == 0:
            return self._found.value(0)
        if len(groups) == 1:
            return self._found.value(groups[0])
        return tuple([self._found.value(group) for group in groups])

    @overload
    def groups(self) -> tuple[AnyStr | MaybeNone, ...]: ...
    @overload
    def groups(self, default: _T) -> tuple[AnyStr | _T, ...]: ...
    def groups(self, default: Any = None) -> Any:
        return tuple(self._found.values(default))

    @overload
    def groupdict(self) -> dict[str, AnyStr | MaybeNone]: ...
    @overload
    def groupdict(self, default: _T) -> dict[str, AnyStr | _T]: ...
    def groupdict(self, default: Any = None) -> Any:
        return self._found.named(default)

    def start(self, group: int | str = 0, /) -> int:
        return self._found.span(group)[0]

    def end(self, group: int | str = 0, /) -> int:
        return self._found.span(group)[1]

    def span(self, group: int | str = 0, /) -> tuple[int, int]:
        return self._found.span(group)

    @property
    def regs(self) -> tuple[tuple[int, int], ...]:
        return tuple([self._found.span(group) for group in range(self._found.core.program.groups)])

    @overload
    def __getitem__(self, key: Literal[0], /) -> AnyStr: ...
    @overload
    def __getitem__(self, key: int | str, /) -> AnyStr | MaybeNone: ...
    def __getitem__(self, key: Any, /) -> Any:
        return self._found.value(key)

    def __copy__(self) -> Match[AnyStr]:
        return self

    def __deepcopy__(self, memo: Any, /) -> Match[AnyStr]:
        return self

    def __repr__(self) -> str:
        return self._found.described()


class _Search:
    """The matches one after the other, for `finditer`."""

    _core: Core
    _string: object
    _machine: Machine
    _pos: i64
    _start: i64
    _must_advance: bool

    def __init__(self, core: Core, string: object, pos: int, endpos: int) -> None:
        self._core = core
        self._string = string
        self._machine = core.begin(string, endpos)
        self._pos = clamped(pos, self._machine.length)
        self._start = self._pos
        self._must_advance = False

    def next(self) -> Found | None:
        machine = self._machine
        if self._start < 0 or not machine.search(self._start, self._must_advance):
            self._start = i64(-1)
            return None
        spans = machine.spans()
        self._start = spans[i64(1)]
        self._must_advance = spans[i64(0)] == spans[i64(1)]
        return Found(self._core, self._string, spans, self._pos, machine.end)


class _TextMatches(Iterator["Match[str]"]):
    _search: _Search

    def __init__(self, search: _Search) -> None:
        self._search = search

    def __iter__(self) -> _TextMatches:
        return self

    def __next__(self) -> Match[str]:
        found = self._search.next()
        if found is None:
            raise StopIteration
        return Match(found)


class _DataMatches(Iterator["Match[bytes]"]):
    _search: _Search

    def __init__(self, search: _Search) -> None:
        self._search = search

    def __iter__(self) -> _DataMatches:
        return self

    def __next__(self) -> Match[bytes]:
        found = self._search.next()
        if found is None:
            raise StopIteration
        return Match(found)


def _find_all(core: Core, string: object, pos: int, endpos: int) -> Any:
    search = _Search(core, string, pos, endpos)
    return _TextMatches(search) if core.is_text else _DataMatches(search)


def _dressed(found: Found | None) -> Any:
    if found is None:
        return None
    if found.core.is_text:
        text: Match[str] = Match(found)
        return text
    data: Match[bytes] = Match(found)
    return data


def _substituted(core: Core, repl: Any, string: object, count: int) -> tuple[object, int]:
    if isinstance(repl, (str, bytes, bytearray, memoryview)):
        return core.substitute(core.template(repl), None, string, count)
    if not callable(repl):
        raise TypeError(f"decoding to str: need a bytes-like object, {type(repl).__name__} found")
    return core.substitute(None, lambda found: repl(_dressed(found)), string, count)


@final
class Pattern(Generic[AnyStr]):
    """A compiled pattern."""

    _core: Core

    def __init__(self, core: Core) -> None:
        self._core = core

    @property
    def flags(self) -> int:
        return self._core.flags

    @property
    def groupindex(self) -> Mapping[str, int]:
        return self._core.names

    @property
    def groups(self) -> int:
        return self._core.program.groups - 1

    @property
    def pattern(self) -> AnyStr:
        return cast(AnyStr, self._core.pattern)

    @overload
    def search(
        self: Pattern[str], string: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Match[str] | None: ...
    @overload
    def search(
        self: Pattern[bytes], string: ReadableBuffer, pos: int = 0, endpos: int = sys.maxsize
    ) -> Match[bytes] | None: ...
    @overload
    def search(self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize) -> Match[AnyStr] | None: ...
    def search(self, string: Any, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return _dressed(self._core.find(string, pos, endpos, 0))

    @overload
    def match(
        self: Pattern[str], string: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Match[str] | None: ...
    @overload
    def match(
        self: Pattern[bytes], string: ReadableBuffer, pos: int = 0, endpos: int = sys.maxsize
    ) -> Match[bytes] | None: ...
    @overload
    def match(self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize) -> Match[AnyStr] | None: ...
    def match(self, string: Any, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return _dressed(self._core.find(string, pos, endpos, 1))

    @overload
    def fullmatch(
        self: Pattern[str], string: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Match[str] | None: ...
    @overload
    def fullmatch(
        self: Pattern[bytes], string: ReadableBuffer, pos: int = 0, endpos: int = sys.maxsize
    ) -> Match[bytes] | None: ...
    @overload
    def fullmatch(self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize) -> Match[AnyStr] | None: ...
    def fullmatch(self, string: Any, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return _dressed(self._core.find(string, pos, endpos, 2))

    @overload
    def split(self: Pattern[str], string: str, maxsplit: int = 0) -> list[str | MaybeNone]: ...
    @overload
    def split(
        self: Pattern[bytes], string: ReadableBuffer, maxsplit: int = 0
    ) -> list[bytes | MaybeNone]: ...
    @overload
    def split(self, string: AnyStr, maxsplit: int = 0) -> list[AnyStr | MaybeNone]: ...
    def split(self, string: Any, maxsplit: int = 0) -> Any:
        return self._core.split(string, maxsplit)

    @overload
    def findall(self: Pattern[str], string: str, pos: int = 0, endpos: int = sys.maxsize) -> list[Any]: ...
    @overload
    def findall(
        self: Pattern[bytes], string: ReadableBuffer, pos: int = 0, endpos: int = sys.maxsize
    ) -> list[Any]: ...
    @overload
    def findall(self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize) -> list[AnyStr]: ...
    def findall(self, string: Any, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return self._core.find_all(string, pos, endpos)

    @overload
    def finditer(
        self: Pattern[str], string: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[Match[str]]: ...
    @overload
    def finditer(
        self: Pattern[bytes], string: ReadableBuffer, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[Match[bytes]]: ...
    @overload
    def finditer(
        self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[Match[AnyStr]]: ...
    def finditer(self, string: Any, pos: int = 0, endpos: int = sys.maxsize) -> Any:
        return _find_all(self._core, string, pos, endpos)

    @overload
    def sub(
        self: Pattern[str], repl: str | Callable[[Match[str]], str], string: str, count: int = 0
    ) -> str: ...
    @overload
    def sub(
        self: Pattern[bytes],
        repl: ReadableBuffer | Callable[[Match[bytes]], ReadableBuffer],
        string: ReadableBuffer,
        count: int = 0,
    ) -> bytes: ...
    @overload
    def sub(
        self, repl: AnyStr | Callable[[Match[AnyStr]], AnyStr], string: AnyStr, count: int = 0
    ) -> AnyStr: ...
    def sub(self, repl: Any, string: Any, count: int = 0) -> Any:
        return _substituted(self._core, repl, string, count)[0]

    @overload
    def subn(
        self: Pattern[str], repl: str | Callable[[Match[str]], str], string: str, count: int = 0
    ) -> tuple[str, int]: ...
    @overload
    def subn(
        self: Pattern[bytes],
        repl: ReadableBuffer | Callable[[Match[bytes]], ReadableBuffer],
        string: ReadableBuffer,
        count: int = 0,
    ) -> tuple[bytes, int]: ...
    @overload
    def subn(
        self, repl: AnyStr | Callable[[Match[AnyStr]], AnyStr], string: AnyStr, count: int = 0
    ) -> tuple[AnyStr, int]: ...
    def subn(self, repl: Any, string: Any, count: int = 0) -> Any:
        return _substituted(self._core, repl, string, count)

    def __copy__(self) -> Pattern[AnyStr]:
        return self

    def __deepcopy__(self, memo: Any, /) -> Pattern[AnyStr]:
        return self

    def __eq__(self, value: object, /) -> bool:
        if self is value:
            return True
        if not isinstance(value, Pattern):
            return NotImplemented
        mine = self._core
        other: Core = value._core
        return mine.flags == other.flags and mine.pattern == other.pattern

    def __hash__(self) -> int:
        return hash((self._core.flags, self._core.pattern))

    def __repr__(self) -> str:
        return self._core.described()


_texts: dict[tuple[str, int], Core] = {}
_datas: dict[tuple[bytes, int], Core] = {}


def _text_owner(core: Core) -> Pattern[str]:
    return Pattern(core)


def _data_owner(core: Core) -> Pattern[bytes]:
    return Pattern(core)


def _text_core(pattern: str, flags: int) -> Core:
    key = (pattern, flags)
    found = _texts.get(key)
    if found is None:
        found = Core(pattern, flags)
        found.owner = _text_owner(found)
        if len(_texts) >= _MAX_CACHED:
            del _texts[next(iter(_texts))]
        _texts[key] = found
    return found


def _data_core(pattern: bytes, flags: int) -> Core:
    key = (pattern, flags)
    found = _datas.get(key)
    if found is None:
        found = Core(pattern, flags)
        found.owner = _data_owner(found)
        if len(_datas) >= _MAX_CACHED:
            del _datas[next(iter(_datas))]
        _datas[key] = found
    return found


def _compiled(pattern: object, flags: int | RegexFlag) -> Core:
    number = int(flags)
    if isinstance(pattern, str):
        return _text_core(pattern, number)
    if isinstance(pattern, bytes):
        return _data_core(pattern, number)
    if isinstance(pattern, Pattern):
        if number:
            raise ValueError("cannot process flags argument with a compiled pattern")
        core: Core = pattern._core
        return core
    raise TypeError("first argument must be string or compiled pattern")


def _find(pattern: object, flags: int | RegexFlag, string: object, how: int) -> Any:
    return _dressed(_compiled(pattern, flags).find(string, 0, sys.maxsize, how))


@overload
def compile(pattern: AnyStr, flags: _FlagsType = 0) -> Pattern[AnyStr]: ...
@overload
def compile(pattern: Pattern[AnyStr], flags: _FlagsType = 0) -> Pattern[AnyStr]: ...
def compile(pattern: Any, flags: _FlagsType = 0) -> Any:
    return _compiled(pattern, flags).owner


@overload
def search(pattern: str | Pattern[str], string: str, flags: _FlagsType = 0) -> Match[str] | None: ...
@overload
def search(
    pattern: bytes | Pattern[bytes], string: ReadableBuffer, flags: _FlagsType = 0
) -> Match[bytes] | None: ...
def search(pattern: Any, string: Any, flags: _FlagsType = 0) -> Any:
    return _find(pattern, flags, string, 0)


@overload
def match(pattern: str | Pattern[str], string: str, flags: _FlagsType = 0) -> Match[str] | None: ...
@overload
def match(
    pattern: bytes | Pattern[bytes], string: ReadableBuffer, flags: _FlagsType = 0
) -> Match[bytes] | None: ...
def match(pattern: Any, string: Any, flags: _FlagsType = 0) -> Any:
    return _find(pattern, flags, string, 1)


@overload
def fullmatch(pattern: str | Pattern[str], string: str, flags: _FlagsType = 0) -> Match[str] | None: ...
@overload
def fullmatch(
    pattern: bytes | Pattern[bytes], string: ReadableBuffer, flags: _FlagsType = 0
) -> Match[bytes] | None: ...
def fullmatch(pattern: Any, string: Any, flags: _FlagsType = 0) -> Any:
    return _find(pattern, flags, string, 2)


@overload
def split(
    pattern: str | Pattern[str], string: str, maxsplit: int = 0, flags: _FlagsType = 0
) -> list[str | MaybeNone]: ...
@overload
def split(
    pattern: bytes | Pattern[bytes], string: ReadableBuffer, maxsplit: int = 0, flags: _FlagsType = 0
) -> list[bytes | MaybeNone]: ...
def split(pattern: Any, string: Any, maxsplit: int = 0, flags: _FlagsType = 0) -> Any:
    return _compiled(pattern, flags).split(string, maxsplit)


@overload
def findall(pattern: str | Pattern[str], string: str, flags: _FlagsType = 0) -> list[Any]: ...
@overload
def findall(pattern: bytes | Pattern[bytes], string: ReadableBuffer, flags: _FlagsType = 0) -> list[Any]: ...
def findall(pattern: Any, string: Any, flags: _FlagsType = 0) -> Any:
    return _compiled(pattern, flags).find_all(string, 0, sys.maxsize)


@overload
def finditer(pattern: str | Pattern[str], string: str, flags: _FlagsType = 0) -> Iterator[Match[str]]: ...
@overload
def finditer(
    pattern: bytes | Pattern[bytes], string: ReadableBuffer, flags: _FlagsType = 0
) -> Iterator[Match[bytes]]: ...
def finditer(pattern: Any, string: Any, flags: _FlagsType = 0) -> Any:
    return _find_all(_compiled(pattern, flags), string, 0, sys.maxsize)


@overload
def sub(
    pattern: str | Pattern[str],
    repl: str | Callable[[Match[str]], str],
    string: str,
    count: int = 0,
    flags: _FlagsType = 0,
) -> str: ...
@overload
def sub(
    pattern: bytes | Pattern[bytes],
    repl: ReadableBuffer | Callable[[Match[bytes]], ReadableBuffer],
    string: ReadableBuffer,
    count: int = 0,
    flags: _FlagsType = 0,
) -> bytes: ...
def sub(pattern: Any, repl: Any, string: Any, count: int = 0, flags: _FlagsType = 0) -> Any:
    return _substituted(_compiled(pattern, flags), repl, string, count)[0]


@overload
def subn(
    pattern: str | Pattern[str],
    repl: str | Callable[[Match[str]], str],
    string: str,
    count: int = 0,
    flags: _FlagsType = 0,
) -> tuple[str, int]: ...
@overload
def subn(
    pattern: bytes | Pattern[bytes],
    repl: ReadableBuffer | Callable[[Match[bytes]], ReadableBuffer],
    string: ReadableBuffer,
    count: int = 0,
    flags: _FlagsType = 0,
) -> tuple[bytes, int]: ...
def subn(pattern: Any, repl: Any, string: Any, count: int = 0, flags: _FlagsType = 0) -> Any:
    return _substituted(_compiled(pattern, flags), repl, string, count)


_SPECIAL: Final = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"


def escape(pattern: AnyStr) -> AnyStr:
    """The pattern that matches just this text."""
    if isinstance(pattern, str):
        return "".join(["\\" + letter if letter in _SPECIAL else letter for letter in pattern])
    letters = pattern.decode("latin-1")
    return "".join(["\\" + letter if letter in _SPECIAL else letter for letter in letters]).encode("latin-1")


def purge() -> None:
    """Forget the patterns kept by `compile`."""
    _texts.clear()
    _datas.clear()
