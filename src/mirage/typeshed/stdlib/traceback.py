"""Tracebacks as text; frames of the library are left out, as in what an uncaught exception prints."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Iterator, Mapping
from types import FrameType, TracebackType
from typing import Any, overload

from _typeshed import SupportsWrite
from mirage.lowlevel import Array, current_exception, i64, u64
from mirage.runtime import traceback_text as _text

__all__ = [
    "extract_tb",
    "format_exception",
    "format_exception_only",
    "format_list",
    "format_tb",
    "print_exc",
    "format_exc",
    "print_exception",
    "print_tb",
    "FrameSummary",
    "StackSummary",
    "TracebackException",
    "print_list",
    "walk_tb",
    "clear_frames",
]

_FrameSummaryTuple = tuple[str, int, str, str | None]


class FrameSummary:
    """One place of a traceback."""

    filename: str
    lineno: int | None
    name: str
    locals: dict[str, str] | None
    end_lineno: int | None
    colno: int | None
    end_colno: int | None

    def __init__(
        self,
        filename: str,
        lineno: int | None,
        name: str,
        *,
        lookup_line: bool = True,
        locals: Mapping[str, str] | None = None,
        line: str | None = None,
        end_lineno: int | None = None,
        colno: int | None = None,
        end_colno: int | None = None,
    ) -> None:
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.locals = {name: repr(locals[name]) for name in locals} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._line = line
        self._carets = ""

    @property
    def line(self) -> str | None:
        line = self._line
        return None if line is None else line.strip()

    def _tuple(self) -> tuple[str, int | None, str, str | None]:
        return (self.filename, self.lineno, self.name, self.line)

    def __getitem__(self, pos: Any) -> Any:
        values: tuple[Any, ...] = self._tuple()
        return values[pos]

    def __iter__(self) -> Iterator[Any]:
        values: tuple[Any, ...] = self._tuple()
        return iter(values)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrameSummary):
            mine, theirs = (self.filename, self.lineno, self.name), (other.filename, other.lineno, other.name)
            return mine == theirs and self.locals == other.locals
        if isinstance(other, tuple):
            return self._tuple() == other
        return NotImplemented

    def __len__(self) -> int:
        return 4

    def __repr__(self) -> str:
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def _format(self) -> str:
        line = self.lineno
        text = self.line
        return _text.format_frame(
            self.filename, 0 if line is None else line, self.name, "" if text is None else text, self._carets
        )


class StackSummary(list[FrameSummary]):
    """The places of a traceback, outermost first."""

    @classmethod
    def from_list(cls, a_list: Iterable[Any]) -> StackSummary:
        result = StackSummary()
        for one in a_list:
            result.append(_summary(one))
        return result

    def format_frame_summary(self, frame_summary: FrameSummary) -> str:
        return frame_summary._format()

    def format(self) -> list[str]:
        parts: list[str] = []
        last: FrameSummary | None = None
        repeats = 0
        for frame in self:
            if last is None or (last.filename, last.lineno, last.name) != (
                frame.filename,
                frame.lineno,
                frame.name,
            ):
                if repeats > 3:
                    parts.append(_text.repeated(repeats - 3))
                last = frame
                repeats = 0
            repeats += 1
            if repeats <= 3:
                parts.append(frame._format())
        if repeats > 3:
            parts.append(_text.repeated(repeats - 3))
        return parts


def _summary(one: Any) -> FrameSummary:
    if isinstance(one, FrameSummary):
        return one
    filename, lineno, name, line = one
    return FrameSummary(filename, lineno, name, line=line)


def _extract(sites: Array[u64] | None, count: i64, limit: int | None) -> StackSummary:
    result = StackSummary()
    index = count - 1
    while sites is not None and index >= 0:
        site = sites[index]
        frame = FrameSummary(
            _text.text_at(site),
            _text.line_at(site),
            _text.text_at(site + _text.FUNCTION),
            line=_text.text_at(site + _text.TEXT),
        )
        frame._carets = _text.carets_at(site)
        result.append(frame)
        index = index - 1
    if limit is not None:
        if limit >= 0:
            del result[limit:]
        else:
            del result[:limit]
    return result


def extract_tb(tb: TracebackType | None, limit: int | None = None) -> StackSummary:
    if tb is None:
        return StackSummary()
    return _extract(tb._sites, tb._count, limit)


def walk_tb(tb: TracebackType | None) -> Iterator[tuple[FrameType, int]]:
    """The frames of a traceback with their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb: TracebackType | None) -> None:
    """Frames keep no variables."""


def format_list(extracted_list: Iterable[Any]) -> list[str]:
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list: Iterable[Any], file: SupportsWrite[str] | None = None) -> None:
    _write(StackSummary.from_list(extracted_list).format(), file)


def format_tb(tb: TracebackType | None, limit: int | None = None) -> list[str]:
    return extract_tb(tb, limit).format()


def print_tb(
    tb: TracebackType | None, limit: int | None = None, file: SupportsWrite[str] | None = None
) -> None:
    _write(format_tb(tb, limit), file)


# --- exceptions ------------------------------------------------------------------------------------


class _Text(_text.Printer):
    """The text of an exception with a limit of frames, and perhaps another traceback for it."""

    limit: int | None
    top: BaseException | None
    sites: Array[u64] | None
    count: i64

    def __init__(self, limit: int | None) -> None:
        super().__init__()
        self.limit = limit
        self.top = None
        self.sites = None
        self.count = i64(0)

    def has_frames(self, exc: BaseException) -> bool:
        if self.limit == 0:
            return False
        return self.sites is not None if exc is self.top else exc._traceback is not None

    def frames(self, exc: BaseException, margin: str) -> None:
        sites, count = exc._traceback, exc._traceback_count
        if exc is self.top:
            sites, count = self.sites, self.count
        end = i64(0)
        limit = self.limit
        if limit is not None and abs(limit) < int(count):
            if limit >= 0:
                end = count - i64(limit)
            else:
                count = i64(-limit)
        _text.write_frames(sites, count, end, self.parts, margin)


def _lines(
    exc: BaseException,
    tb: TracebackType | None,
    own: bool,
    limit: int | None,
    chain: bool,
    width: int = _text.SHOWN_EXCEPTIONS,
    depth: int = _text.SHOWN_DEPTH,
) -> list[str]:
    """The text in pieces.

    own     the traceback is the exception's own
    width   how many members of a group are shown; depth: how many groups in groups
    """
    printer = _Text(limit)
    printer.most_members = width
    printer.most_groups = depth
    if not own:
        printer.top = exc
        if tb is not None:
            printer.sites = tb._sites
            printer.count = tb._count
    if chain:
        printer.chained(exc)
    else:
        printer.one(exc)
    return printer.parts


def _write(parts: list[str], file: SupportsWrite[str] | None) -> None:
    text = "".join(parts)
    if file is None:
        sys.stderr.write(text)
    else:
        file.write(text)


class _Own:
    """Stands for the arguments of the form with three values, when only the exception was given."""


_OWN: Any = _Own()
_NOTHING = "NoneType: None\n"


@overload
def format_exception(
    exc: type[BaseException] | None,
    /,
    value: BaseException | None = ...,
    tb: TracebackType | None = ...,
    limit: int | None = None,
    chain: bool = True,
) -> list[str]: ...
@overload
def format_exception(exc: BaseException, /, *, limit: int | None = None, chain: bool = True) -> list[str]: ...
def format_exception(
    exc: Any, /, value: Any = _OWN, tb: Any = _OWN, limit: int | None = None, chain: bool = True
) -> list[str]:
    if (value is _OWN) != (tb is _OWN):
        raise ValueError("Both or neither of value and tb must be given")
    if value is _OWN:
        if exc is None:
            return [_NOTHING]
        if isinstance(exc, BaseException):
            return _lines(exc, None, True, limit, chain)
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    if isinstance(value, BaseException):
        return _lines(value, tb, False, limit, chain)
    return [_NOTHING]


@overload
def print_exception(
    exc: type[BaseException] | None,
    /,
    value: BaseException | None = ...,
    tb: TracebackType | None = ...,
    limit: int | None = None,
    file: SupportsWrite[str] | None = None,
    chain: bool = True,
) -> None: ...
@overload
def print_exception(
    exc: BaseException,
    /,
    *,
    limit: int | None = None,
    file: SupportsWrite[str] | None = None,
    chain: bool = True,
) -> None: ...
def print_exception(
    exc: Any,
    /,
    value: Any = _OWN,
    tb: Any = _OWN,
    limit: int | None = None,
    file: SupportsWrite[str] | None = None,
    chain: bool = True,
) -> None:
    _write(format_exception(exc, value, tb, limit, chain), file)


@overload
def format_exception_only(exc: BaseException | None, /) -> list[str]: ...
@overload
def format_exception_only(exc: object, /, value: BaseException | None) -> list[str]: ...
def format_exception_only(exc: Any, /, value: Any = _OWN) -> list[str]:
    given = exc if value is _OWN else value
    if isinstance(given, BaseException):
        return _text.exception_lines(given)
    return [_NOTHING]


def _current(limit: int | None, chain: bool) -> list[str]:
    exc = current_exception()
    return [_NOTHING] if exc is None else _lines(exc, None, True, limit, chain)


def format_exc(limit: int | None = None, chain: bool = True) -> str:
    return "".join(_current(limit, chain))


def print_exc(limit: int | None = None, file: SupportsWrite[str] | None = None, chain: bool = True) -> None:
    _write(_current(limit, chain), file)


class TracebackException:
    """An exception made ready to be shown later."""

    __cause__: TracebackException | None
    __context__: TracebackException | None
    exceptions: list[TracebackException] | None
    __suppress_context__: bool
    __notes__: list[str] | None
    stack: StackSummary
    exc_type: type[BaseException]

    def __init__(
        self,
        exc_type: type[BaseException],
        exc_value: BaseException,
        exc_traceback: TracebackType | None,
        *,
        limit: int | None = None,
        lookup_lines: bool = True,
        capture_locals: bool = False,
        compact: bool = False,
        max_group_width: int = 15,
        max_group_depth: int = 10,
        _seen: set[int] | None = None,
    ) -> None:
        self._value = exc_value
        self._width = max_group_width
        self._depth = max_group_depth
        self._tb = exc_traceback
        self._limit = limit
        self.exc_type = type(exc_value)
        self.stack = extract_tb(exc_traceback, limit)
        self.__suppress_context__ = exc_value.__suppress_context__
        self._last = _text.exception_lines(exc_value)
        notes = exc_value._notes
        self.__notes__ = None if notes is None else list(notes)
        self.__cause__ = None
        self.__context__ = None
        self.exceptions = None
        if _seen is None:
            self._complete(compact)

    @classmethod
    def from_exception(
        cls,
        exc: BaseException,
        *,
        limit: int | None = None,
        lookup_lines: bool = True,
        capture_locals: bool = False,
        compact: bool = False,
        max_group_width: int = 15,
        max_group_depth: int = 10,
    ) -> TracebackException:
        return TracebackException(
            type(exc),
            exc,
            exc.__traceback__,
            limit=limit,
            lookup_lines=lookup_lines,
            capture_locals=capture_locals,
            compact=compact,
            max_group_width=max_group_width,
            max_group_depth=max_group_depth,
        )

    def _complete(self, compact: bool) -> None:
        """Causes, contexts and members; each exception once, so that rings end."""
        seen = {id(self._value)}
        todo = [self]
        while todo:
            one = todo.pop()
            error = one._value
            cause, context = error.__cause__, error.__context__
            if cause is not None and id(cause) not in seen:
                one.__cause__ = one._another(cause, seen)
                todo.append(one.__cause__)
            needed = not compact or one.__cause__ is None and not error.__suppress_context__
            if context is not None and needed and id(context) not in seen:
                one.__context__ = one._another(context, seen)
                todo.append(one.__context__)
            if isinstance(error, BaseExceptionGroup):
                members = [one._another(member, seen) for member in error.exceptions]
                one.exceptions = members
                todo.extend(members)

    def _another(self, error: BaseException, seen: set[int]) -> TracebackException:
        seen.add(id(error))
        return TracebackException(
            type(error),
            error,
            error.__traceback__,
            limit=self._limit,
            max_group_width=self._width,
            max_group_depth=self._depth,
            _seen=seen,
        )

    def __str__(self) -> str:
        return str(self._value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TracebackException):
            return NotImplemented
        return (
            self.exc_type is other.exc_type
            and self.stack == other.stack
            and self.__suppress_context__ == other.__suppress_context__
            and self.__notes__ == other.__notes__
            and self.exceptions == other.exceptions
            and self._last == other._last
            and self.__cause__ == other.__cause__
            and self.__context__ == other.__context__
        )

    def format(self, *, chain: bool = True) -> Generator[str, None, None]:
        yield from self._parts(chain)

    def _parts(self, chain: bool) -> list[str]:
        return _lines(self._value, self._tb, False, self._limit, chain, self._width, self._depth)

    def format_exception_only(self) -> Generator[str, None, None]:
        yield from _text.exception_lines(self._value)

    def print(self, *, file: SupportsWrite[str] | None = None, chain: bool = True) -> None:
        _write(self._parts(chain), file)
