"""Logging: loggers by dotted names, handlers, formatters.

Frames are not known at run time: the compiler puts `_called_at(...)`, the place of the call, in front of
calls of what logs (`compiler/lower/logged.py`), with a `stacklevel` `_called_up(...)`, and refuses
`stack_info`.  A bound method that is called through a variable has no place: `(unknown file)`, line 0.
"""

from __future__ import annotations

import sys
import time as _time
import warnings as _warnings
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from string import Formatter as _Parser
from types import TracebackType
from typing import (
    Any,
    Final,
    Generic,
    Literal,
    Protocol,
    TextIO,
    TypeAlias,
    TypeVar,
    overload,
    runtime_checkable,
)

from _typeshed import SupportsWrite

from mirage.lowlevel import current_exception as _current_exception
from mirage.runtime import traceback_text as _traceback

__all__ = [
    "BASIC_FORMAT",
    "CRITICAL",
    "DEBUG",
    "ERROR",
    "FATAL",
    "Filter",
    "Formatter",
    "Handler",
    "INFO",
    "LogRecord",
    "Logger",
    "LoggerAdapter",
    "NOTSET",
    "NullHandler",
    "StreamHandler",
    "WARN",
    "WARNING",
    "addLevelName",
    "basicConfig",
    "captureWarnings",
    "critical",
    "debug",
    "disable",
    "error",
    "exception",
    "fatal",
    "BufferingFormatter",
    "getLevelName",
    "getLogger",
    "getLoggerClass",
    "info",
    "lastResort",
    "log",
    "makeLogRecord",
    "raiseExceptions",
    "shutdown",
    "warning",
]

_Level: TypeAlias = int | str
_SysExcInfoType: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)
_ExcInfoType: TypeAlias = bool | _SysExcInfoType | BaseException | None
_StreamT = TypeVar("_StreamT", bound=SupportsWrite[str])
_L = TypeVar("_L", bound="Logger | LoggerAdapter[Any]")
_FormatStyle: TypeAlias = Literal["%", "{", "$"]

CRITICAL: Final = 50
FATAL: Final = CRITICAL
ERROR: Final = 40
WARNING: Final = 30
WARN: Final = WARNING
INFO: Final = 20
DEBUG: Final = 10
NOTSET: Final = 0

raiseExceptions: bool = True
logThreads: bool = True
logMultiprocessing: bool = True
logProcesses: bool = True

BASIC_FORMAT: Final = "%(levelname)s:%(name)s:%(message)s"

_names: dict[int, str] = {
    50: "CRITICAL",
    40: "ERROR",
    30: "WARNING",
    20: "INFO",
    10: "DEBUG",
    0: "NOTSET",
}
_levels: dict[str, int] = {
    "CRITICAL": 50,
    "FATAL": 50,
    "ERROR": 40,
    "WARN": 30,
    "WARNING": 30,
    "INFO": 20,
    "DEBUG": 10,
    "NOTSET": 0,
}
_started: Final = _time.time()


def getLevelName(level: _Level) -> Any:
    """The name of a number, or the number of a name; `Level N` for unknown ones."""
    if isinstance(level, int):
        name = _names.get(level)
        return f"Level {level}" if name is None else name
    number = _levels.get(level)
    return f"Level {level}" if number is None else number


def _level_name(level: int) -> str:
    name = _names.get(level)
    return f"Level {level}" if name is None else name


def getLevelNamesMapping() -> dict[str, int]:
    return dict(_levels)


def addLevelName(level: int, levelName: str) -> None:
    _names[level] = levelName
    _levels[levelName] = level


def _check_level(level: _Level) -> int:
    if isinstance(level, int):
        return level
    number = _levels.get(level)
    if number is None:
        raise ValueError(f"Unknown level: {level!r}")
    return number


class LogRecord:
    """One event."""

    name: str
    msg: object
    args: tuple[object, ...]
    levelname: str
    levelno: int
    pathname: str
    filename: str
    module: str
    exc_info: _SysExcInfoType | None
    exc_text: str | None
    stack_info: str | None
    lineno: int
    funcName: str | None
    created: float
    msecs: float
    relativeCreated: float
    thread: int | None
    threadName: str | None
    process: int | None
    processName: str | None
    message: str
    asctime: str
    _extra: dict[str, object] | None

    def __init__(
        self,
        name: str,
        level: int,
        pathname: str,
        lineno: int,
        msg: object,
        args: tuple[object, ...],
        exc_info: _SysExcInfoType | None,
        func: str | None = None,
        sinfo: str | None = None,
    ) -> None:
        now = _time.time()
        self.name = name
        self.msg = msg
        self.args = args
        self.levelno = level
        self.levelname = _level_name(level)
        self.pathname = pathname
        self.filename = pathname[pathname.rfind("/") + 1 :]
        dot = self.filename.rfind(".")
        self.module = self.filename[:dot] if dot > 0 else self.filename
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now
        self.msecs = float(int((now - int(now)) * 1000))
        self.relativeCreated = (now - _started) * 1000
        self.thread = 1 if logThreads else None
        self.threadName = "MainThread" if logThreads else None
        self.process = 1 if logProcesses else None
        self.processName = "MainProcess" if logMultiprocessing else None
        self.message = ""
        self.asctime = ""
        self._extra = None

    def __repr__(self) -> str:
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self) -> str:
        """The message with its arguments."""
        text = str(self.msg)
        if not self.args:
            return text
        if len(self.args) == 1:
            only = self.args[0]
            if isinstance(only, dict) and only:
                return text % only
        return text % self.args

    def __setattr__(self, name: str, value: Any, /) -> None:
        """What is no attribute of every record; the others are assigned without a call."""
        if self._extra is None:
            self._extra = {}
        self._extra[name] = value

    def _take(self, name: str, value: Any) -> None:
        """One entry of what `makeLogRecord` is given."""
        if name == "name":
            self.name = value
        elif name == "msg":
            self.msg = value
        elif name == "args":
            self.args = value
        elif name == "levelname":
            self.levelname = value
        elif name == "levelno":
            self.levelno = value
        elif name == "pathname":
            self.pathname = value
        elif name == "filename":
            self.filename = value
        elif name == "module":
            self.module = value
        elif name == "exc_info":
            self.exc_info = value
        elif name == "exc_text":
            self.exc_text = value
        elif name == "stack_info":
            self.stack_info = value
        elif name == "lineno":
            self.lineno = value
        elif name == "funcName":
            self.funcName = value
        elif name == "created":
            self.created = value
        elif name == "msecs":
            self.msecs = value
        elif name == "relativeCreated":
            self.relativeCreated = value
        elif name == "message":
            self.message = value
        elif name == "asctime":
            self.asctime = value
        elif name == "thread":
            self.thread = value
        elif name == "threadName":
            self.threadName = value
        elif name == "process":
            self.process = value
        elif name == "processName":
            self.processName = value
        else:
            if self._extra is None:
                self._extra = {}
            self._extra[name] = value

    def _named(self, name: str) -> Any:
        """getattr(record, name)"""
        values = self._for_format()
        if name not in values:
            raise AttributeError(f"'LogRecord' object has no attribute '{name}'")
        return values[name]

    def _get(self, name: str, default: Any) -> Any:
        """getattr(record, name, default)"""
        return self._for_format().get(name, default)

    def _has(self, name: str) -> bool:
        """hasattr(record, name)"""
        return name in self._for_format()

    @property
    def _values(self) -> dict[str, object]:
        """vars(record)"""
        values: dict[str, object] = {
            "name": self.name,
            "msg": self.msg,
            "args": self.args,
            "levelname": self.levelname,
            "levelno": self.levelno,
            "pathname": self.pathname,
            "filename": self.filename,
            "module": self.module,
            "exc_info": self.exc_info,
            "exc_text": self.exc_text,
            "stack_info": self.stack_info,
            "lineno": self.lineno,
            "funcName": self.funcName,
            "created": self.created,
            "msecs": self.msecs,
            "relativeCreated": self.relativeCreated,
            "thread": self.thread,
            "threadName": self.threadName,
            "processName": self.processName,
            "process": self.process,
        }
        if self._extra is not None:
            values.update(self._extra)
        return values

    def _for_format(self) -> dict[str, object]:
        """What a format may name."""
        values = self._values
        values["message"] = self.message
        values["asctime"] = self.asctime
        return values


def _checked_extra(record: LogRecord, extra: Mapping[str, object]) -> dict[str, object]:
    known = record._values
    for key in extra:
        if key in ("message", "asctime") or key in known:
            raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
    return dict(extra)


_WORD: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"


class _PercentStyle:
    """How a format names the record's values; this one as `%(name)s`."""

    default_format: str = "%(message)s"
    asctime_search: str = "%(asctime)"

    _fmt: str
    _defaults: Mapping[str, Any] | None

    def __init__(self, fmt: str, defaults: Mapping[str, Any] | None) -> None:
        self._fmt = fmt
        self._defaults = defaults

    def usesTime(self) -> bool:
        return "%(asctime)" in self._fmt

    def validate(self) -> None:
        text = self._fmt
        at = text.find("%(")
        while at >= 0:
            end = at + 2
            while end < len(text) and text[end] in _WORD:
                end += 1
            if end > at + 2 and text[end : end + 1] == ")":
                end += 1
                while end < len(text) and text[end] in "#0+ -":
                    end += 1
                end = _after_number(text, end)
                if text[end : end + 1] == ".":
                    precision = _after_number(text, end + 1)
                    if precision > end + 1:
                        end = precision
                if end < len(text) and text[end].lower() in "diouxefgcrsa%":
                    return
            at = text.find("%(", at + 1)
        raise ValueError(f"Invalid format '{self._fmt}' for '%' style")

    def format(self, record: LogRecord) -> str:
        values = record._for_format()
        defaults = self._defaults
        if defaults is not None:
            for key in defaults:
                if key not in values:
                    values[key] = defaults[key]
        try:
            return self._formatted(values)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}") from None

    def _formatted(self, values: dict[str, object]) -> str:
        return self._fmt % values


def _after_number(text: str, at: int) -> int:
    """The end of a star or of digits, which may be none."""
    if text[at : at + 1] == "*":
        return at + 1
    while at < len(text) and text[at].isdigit():
        at += 1
    return at


def _after_word(text: str, at: int) -> int:
    while at < len(text) and (text[at].isalnum() or text[at] == "_"):
        at += 1
    return at


def _is_field(name: str) -> bool:
    """A word, then `.word` and `[text]`."""
    at = _after_word(name, 0)
    if at == 0:
        return False
    while at < len(name):
        end = at
        if name[at] == ".":
            end = _after_word(name, at + 1)
        elif name[at] == "[":
            end = name.find("]", at)
            at += 1
        if end <= at + (name[at] == "."):
            return False
        at = end + (name[end : end + 1] == "]")
    return True


def _after_width(spec: str, at: int) -> int:
    """The end of digits or of a word in braces, which may be none."""
    if spec[at : at + 1] == "{":
        end = _after_word(spec, at + 1)
        return end + 1 if end > at + 1 and spec[end : end + 1] == "}" else at
    while at < len(spec) and spec[at].isdigit():
        at += 1
    return at


def _is_specification(spec: str) -> bool:
    """As numbers and texts take it after the colon of a field."""
    at = 0
    if spec[1:2] in ("<", "=", ">", "^"):
        at = 2
    elif spec[0] in "<=>^":
        at = 1
    if spec[at : at + 1] in ("+", " ", "-"):
        at += 1
    if spec[at : at + 1] == "#":
        at += 1
    if spec[at : at + 1] == "0":
        at += 1
    at = _after_width(spec, at)
    if spec[at : at + 1] in (",", "_"):
        at += 1
    if spec[at : at + 1] == ".":
        end = _after_width(spec, at + 1)
        at = end if end > at + 1 else at
    if at < len(spec) and spec[at].lower() in "bcdefgnosx%":
        at += 1
    return at == len(spec)


class _BraceStyle(_PercentStyle):
    """`{name}`."""

    def usesTime(self) -> bool:
        return "{asctime" in self._fmt

    def validate(self) -> None:
        fields = 0
        try:
            for _, name, spec, conversion in _Parser().parse(self._fmt):
                if name:
                    if not _is_field(name):
                        raise ValueError(f"invalid field name/expression: {name!r}")
                    fields += 1
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
                if spec and not _is_specification(spec):
                    raise ValueError(f"bad specifier: {spec!r}")
        except ValueError as error:
            raise ValueError(f"invalid format: {error}") from None
        if not fields:
            raise ValueError("invalid format: no fields")

    def _formatted(self, values: dict[str, object]) -> str:
        return self._fmt.format_map(values)


class _DollarStyle(_PercentStyle):
    """`$name` and `${name}`."""

    def usesTime(self) -> bool:
        return "$asctime" in self._fmt or "${asctime}" in self._fmt

    def validate(self) -> None:
        if not self._parts(None)[1]:
            raise ValueError("invalid format: no fields")

    def _parts(self, values: dict[str, object] | None) -> tuple[list[str], int]:
        """The text with its fields filled in (left empty without `values`), and how many they are."""
        text = self._fmt
        parts: list[str] = []
        fields = 0
        at = 0
        while True:
            dollar = text.find("$", at)
            if dollar < 0:
                parts.append(text[at:])
                return parts, fields
            parts.append(text[at:dollar])
            if text[dollar + 1 : dollar + 2] == "$":
                parts.append("$")
                at = dollar + 2
                continue
            braced = text[dollar + 1 : dollar + 2] == "{"
            start = dollar + 2 if braced else dollar + 1
            end = start
            while end < len(text) and text[end] in _WORD:
                end += 1
            if end == start or (braced and text[end : end + 1] != "}"):
                raise ValueError("invalid format: bare '$' not allowed")
            fields += 1
            if values is not None:
                parts.append(str(values[text[start:end]]))
            at = end + 1 if braced else end

    def _formatted(self, values: dict[str, object]) -> str:
        return "".join(self._parts(values)[0])


def _style(style: str, fmt: str | None, defaults: Mapping[str, Any] | None) -> _PercentStyle:
    if style == "{":
        return _BraceStyle("{message}" if fmt is None else fmt, defaults)
    if style == "$":
        return _DollarStyle("${message}" if fmt is None else fmt, defaults)
    if style == "%":
        return _PercentStyle("%(message)s" if fmt is None else fmt, defaults)
    raise ValueError("Style must be one of: %,{,$")


class Formatter:
    """Makes a line of a record."""

    default_time_format: str = "%Y-%m-%d %H:%M:%S"
    default_msec_format: str | None = "%s,%03d"
    _fmt: str
    datefmt: str | None
    _style: _PercentStyle

    def __init__(
        self,
        fmt: str | None = None,
        datefmt: str | None = None,
        style: _FormatStyle = "%",
        validate: bool = True,
        *,
        defaults: Mapping[str, Any] | None = None,
    ) -> None:
        self._style = _style(style, fmt, defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def usesTime(self) -> bool:
        return self._style.usesTime()

    def formatTime(self, record: LogRecord, datefmt: str | None = None) -> str:
        calendar = _time.localtime(record.created)
        if datefmt:
            return _time.strftime(datefmt, calendar)
        text = _time.strftime(self.default_time_format, calendar)
        return f"{text},{int(record.msecs):03d}"

    def formatException(self, ei: _SysExcInfoType) -> str:
        """The traceback text without its last newline."""
        from mirage.runtime.traceback_text import format_exception

        if ei[1] is None:
            return "NoneType: None"
        return format_exception(ei[1]).removesuffix("\n")

    def formatStack(self, stack_info: str) -> str:
        return stack_info

    def formatMessage(self, record: LogRecord) -> str:
        return self._style.format(record)

    def format(self, record: LogRecord) -> str:
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info is not None and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            if not text.endswith("\n"):
                text += "\n"
            text += record.exc_text
        if record.stack_info:
            if not text.endswith("\n"):
                text += "\n"
            text += self.formatStack(record.stack_info)
        return text


_default_formatter: Final = Formatter()


class Filter:
    """Lets records of one logger and those below it pass."""

    name: str

    def __init__(self, name: str = "") -> None:
        self.name = name

    def filter(self, record: LogRecord) -> bool:
        if self.name == "" or self.name == record.name:
            return True
        return record.name.startswith(self.name + ".")


@runtime_checkable
class _SupportsFilter(Protocol):
    def filter(self, record: LogRecord, /) -> bool: ...


_FilterType: TypeAlias = Filter | Callable[[LogRecord], bool] | _SupportsFilter


class Filterer:
    """What loggers and handlers share."""

    filters: list[_FilterType]

    def __init__(self) -> None:
        self.filters = []

    def addFilter(self, filter: _FilterType) -> None:
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter: _FilterType) -> None:
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record: LogRecord) -> bool:
        for one in self.filters:
            if isinstance(one, Filter | _SupportsFilter):
                if not one.filter(record):
                    return False
            elif not one(record):
                return False
        return True


class Handler(Filterer):
    """Takes records somewhere: `emit`."""

    level: int
    formatter: Formatter | None
    name: str | None

    def __init__(self, level: _Level = 0) -> None:
        super().__init__()
        self.level = _check_level(level)
        self.formatter = None
        self.name = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} ({_level_name(self.level)})>"

    def setLevel(self, level: _Level) -> None:
        self.level = _check_level(level)

    def setFormatter(self, fmt: Formatter | None) -> None:
        self.formatter = fmt

    def format(self, record: LogRecord) -> str:
        formatter = self.formatter
        return (_default_formatter if formatter is None else formatter).format(record)

    def emit(self, record: LogRecord) -> None:
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record: LogRecord) -> bool:
        if not self.filter(record):
            return False
        self.emit(record)
        return True

    def acquire(self) -> None:
        """There are no threads to lock out."""

    def release(self) -> None:
        """There are no threads to let in."""

    def handleError(self, record: LogRecord) -> None:
        """Called where `emit` fails: says so on standard error, unless `raiseExceptions` is False."""
        error = sys.exception()
        if not raiseExceptions or error is None:
            return
        text = _traceback.format_exception(error)
        if not text.startswith("Traceback"):  # no frame of the application's
            text = "Traceback (most recent call last):\n" + text
        place = f'  File "{record.pathname}", line {record.lineno}, in {record.funcName}\n'
        sys.stderr.write("--- Logging error ---\n" + text + "Call stack:\n" + place)
        only = record.args[0] if len(record.args) == 1 else None
        shown: object = only if isinstance(only, dict) and only else record.args
        try:
            sys.stderr.write(f"Message: {record.msg!r}\nArguments: {shown}\n")
        except RecursionError:
            raise
        except Exception:
            sys.stderr.write(
                "Unable to print the message and arguments - possible formatting error.\n"
                "Use the traceback above to help find the error.\n"
            )

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing is open."""


class StreamHandler(Handler, Generic[_StreamT]):
    """Writes lines to a stream; standard error when none is given."""

    terminator: str = "\n"
    stream: _StreamT

    @overload
    def __init__(self: StreamHandler[TextIO], stream: None = None) -> None:
        Handler.__init__(self)
        self.stream = sys.stderr

    @overload
    def __init__(self: StreamHandler[_StreamT], stream: _StreamT) -> None:
        Handler.__init__(self)
        self.stream = stream

    def __init__(self, stream: Any = None) -> None:
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream  # type: ignore[assignment]

    def setStream(self, stream: _StreamT) -> _StreamT | None:
        if stream is self.stream:
            return None
        old = self.stream
        self.stream = stream
        return old

    def emit(self, record: LogRecord) -> None:
        try:
            self.stream.write(self.format(record) + self.terminator)
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)


class NullHandler(Handler):
    """Drops what it gets."""

    def emit(self, record: LogRecord) -> None:
        """Without effect."""


class _LastResort(StreamHandler[TextIO]):
    """Standard error as it is at the moment of writing."""

    def emit(self, record: LogRecord) -> None:
        try:
            sys.stderr.write(self.format(record) + self.terminator)
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)


def _last_resort() -> Handler:
    handler = _LastResort()
    handler.level = WARNING
    return handler


lastResort: Handler | None = _last_resort()


_file = ""
_line = 0
_function = ""


def _called_at(file: str, line: int, function: str) -> None:
    """The next record is made by a call there; line 0: nobody knows where."""
    global _file, _line, _function
    _file = file
    _line = line
    _function = function


def _called_up(level: int, places: tuple[tuple[str, int, str, str, str] | None, ...]) -> None:
    """The next record is made that many calls up, 1 being the call itself, or by the outermost."""
    if level > len(places):
        raise SystemError(f"a stacklevel that is known only at run time may be {len(places)} at most")
    for place in places[: max(level, 1)]:
        if place is not None:
            _called_at(place[0], place[1], place[4])


class Logger(Filterer):
    """Takes events under a name and hands them to its handlers and its parents'."""

    name: str
    level: int
    parent: Logger | None
    propagate: bool
    handlers: list[Handler]
    disabled: bool

    def __init__(self, name: str, level: _Level = 0) -> None:
        super().__init__()
        self.name = name
        self.level = _check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name} ({_level_name(self.getEffectiveLevel())})>"

    def setLevel(self, level: _Level) -> None:
        self.level = _check_level(level)

    def getEffectiveLevel(self) -> int:
        logger: Logger | None = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level: int) -> bool:
        if self.disabled or _manager.disable >= level or level < self.getEffectiveLevel():
            _called_at("", 0, "")  # the place of this call is not the next one's
            return False
        return True

    def getChild(self, suffix: str) -> Logger:
        return getLogger(suffix if self.name == "root" else f"{self.name}.{suffix}")

    def addHandler(self, hdlr: Handler) -> None:
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr: Handler) -> None:
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self) -> bool:
        logger: Logger | None = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def debug(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, exc_info, extra)

    def info(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, exc_info, extra)

    def warning(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, exc_info, extra)

    def error(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, exc_info, extra)

    def exception(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = True,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        """As `error`, with the traceback of the exception being handled."""
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, exc_info, extra)

    def critical(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, exc_info, extra)

    def fatal(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, exc_info, extra)

    def log(
        self,
        level: int,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
    ) -> None:
        if self.isEnabledFor(level):
            self._log(level, msg, args, exc_info, extra)

    def _log(
        self,
        level: int,
        msg: object,
        args: tuple[object, ...],
        exc_info: _ExcInfoType,
        extra: Mapping[str, object] | None,
    ) -> None:
        known: _SysExcInfoType | None = None
        if isinstance(exc_info, tuple):
            known = exc_info
        elif exc_info:
            found = exc_info if isinstance(exc_info, BaseException) else _current_exception()
            known = (None, None, None) if found is None else (type(found), found, found.__traceback__)
        if _line > 0:
            record = LogRecord(self.name, level, _file, _line, msg, args, known, _function)
            _called_at("", 0, "")
        else:
            record = LogRecord(
                self.name, level, "(unknown file)", 0, msg, args, known, "(unknown function)"
            )
        if extra is not None:
            record._extra = _checked_extra(record, extra)
        self.handle(record)

    def handle(self, record: LogRecord) -> None:
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def callHandlers(self, record: LogRecord) -> None:
        found = False
        logger: Logger | None = self
        while logger is not None:
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found:
            last = lastResort
            if last is not None and record.levelno >= last.level:
                last.handle(record)


class RootLogger(Logger):
    def __init__(self, level: int) -> None:
        super().__init__("root", level)


class _Manager:
    """All loggers by name."""

    loggers: dict[str, Logger]
    disable: int

    def __init__(self) -> None:
        self.loggers = {}
        self.disable = 0

    def logger(self, name: str) -> Logger:
        found = self.loggers.get(name)
        if found is None:
            found = Logger(name)
            self.loggers[name] = found
            self._set_parents(found)
        return found

    def _set_parents(self, made: Logger) -> None:
        """Its nearest existing ancestor is its parent; it comes between that and those below."""
        parent: Logger = root
        position = made.name.rfind(".")
        while position > 0:
            ancestor = self.loggers.get(made.name[:position])
            if ancestor is not None:
                parent = ancestor
                break
            position = made.name.rfind(".", 0, position)
        made.parent = parent
        prefix = made.name + "."
        for other in self.loggers.values():
            if other.parent is parent and other.name.startswith(prefix):
                other.parent = made


root: Final = RootLogger(WARNING)
_manager: Final = _Manager()


def getLogger(name: str | None = None) -> Logger:
    if not name or name == "root":
        return root
    return _manager.logger(name)


def _log_for_library(name: str, level: int, text: str, exc: BaseException | None) -> None:
    """What another module of the library logs."""
    logger = getLogger(name)
    if logger.isEnabledFor(level):
        logger._log(level, text, (), exc, None)


class LoggerAdapter(Generic[_L]):
    """A logger whose records carry the same extra values; `process` may change what is logged."""

    logger: _L
    extra: Mapping[str, object] | None

    def __init__(self, logger: _L, extra: Mapping[str, object] | None = None) -> None:
        self.logger = logger
        self.extra = extra

    def process(self, msg: Any, kwargs: MutableMapping[str, Any]) -> tuple[Any, MutableMapping[str, Any]]:
        kwargs["extra"] = self.extra
        return msg, kwargs

    def debug(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
        **kwargs: object,
    ) -> None:
        self._pass_on(DEBUG, msg, args, exc_info, stack_info, stacklevel, extra, kwargs)

    def info(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
        **kwargs: object,
    ) -> None:
        self._pass_on(INFO, msg, args, exc_info, stack_info, stacklevel, extra, kwargs)

    def warning(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
        **kwargs: object,
    ) -> None:
        self._pass_on(WARNING, msg, args, exc_info, stack_info, stacklevel, extra, kwargs)

    def error(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
        **kwargs: object,
    ) -> None:
        self._pass_on(ERROR, msg, args, exc_info, stack_info, stacklevel, extra, kwargs)

    def exception(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = True,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
        **kwargs: object,
    ) -> None:
        self._pass_on(ERROR, msg, args, exc_info, stack_info, stacklevel, extra, kwargs)

    def critical(
        self,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
        **kwargs: object,
    ) -> None:
        self._pass_on(CRITICAL, msg, args, exc_info, stack_info, stacklevel, extra, kwargs)

    def log(
        self,
        level: int,
        msg: object,
        *args: object,
        exc_info: _ExcInfoType = None,
        stack_info: bool = False,
        stacklevel: int = 1,
        extra: Mapping[str, object] | None = None,
        **kwargs: object,
    ) -> None:
        self._pass_on(level, msg, args, exc_info, stack_info, stacklevel, extra, kwargs)

    def _pass_on(
        self,
        level: int,
        msg: object,
        args: tuple[object, ...],
        exc_info: _ExcInfoType,
        stack_info: bool,
        stacklevel: int,
        extra: Mapping[str, object] | None,
        kwargs: dict[str, object],
    ) -> None:
        """Let `process` see the keywords that were given, and give its own to the logger."""
        if not self.isEnabledFor(level):
            return
        given: dict[str, Any] = {}
        for name, value in kwargs.items():
            given[name] = value
        if exc_info is not None:
            given["exc_info"] = exc_info
        if stack_info:
            given["stack_info"] = True
        if stacklevel != 1:
            given["stacklevel"] = stacklevel
        if extra is not None:
            given["extra"] = extra
        text, taken = self.process(msg, given)
        info: _ExcInfoType = None
        more: Mapping[str, object] | None = None
        for name, value in taken.items():
            if name == "exc_info":
                info = value
            elif name == "extra":
                more = value
            elif name != "stack_info" and name != "stacklevel":
                raise TypeError(f"Logger._log() got an unexpected keyword argument {name!r}")
        self.logger.log(level, text, *args, exc_info=info, extra=more)

    def isEnabledFor(self, level: int) -> bool:
        return self.logger.isEnabledFor(level)

    def getEffectiveLevel(self) -> int:
        return self.logger.getEffectiveLevel()

    def setLevel(self, level: _Level) -> None:
        self.logger.setLevel(level)

    def hasHandlers(self) -> bool:
        return self.logger.hasHandlers()

    @property
    def name(self) -> str:
        return self.logger.name

    def __repr__(self) -> str:
        level = _level_name(self.getEffectiveLevel())
        return f"<{type(self).__name__} {self.name} ({level})>"


def getLoggerClass() -> type[Logger]:
    """What `getLogger` makes; there is no other."""
    return Logger


def makeLogRecord(dict: Mapping[str, object]) -> LogRecord:
    """A record of attributes that came from elsewhere."""
    record = LogRecord("", NOTSET, "", 0, "", (), None)
    for name, value in dict.items():
        record._take(name, value)
    return record


class BufferingFormatter:
    """Several records, each formatted, between a header and a footer."""

    linefmt: Formatter

    def __init__(self, linefmt: Formatter | None = None) -> None:
        self.linefmt = _default_formatter if linefmt is None else linefmt

    def formatHeader(self, records: Sequence[LogRecord]) -> str:
        return ""

    def formatFooter(self, records: Sequence[LogRecord]) -> str:
        return ""

    def format(self, records: Sequence[LogRecord]) -> str:
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + "".join(lines) + self.formatFooter(records)


@overload
def disable(level: int = 50) -> None:
    """No event of this level or below is logged any more."""
    _manager.disable = level


@overload
def disable(level: str) -> None:
    _manager.disable = _check_level(level)


def disable(level: object = 50) -> None:
    if not isinstance(level, (int, str)):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    _manager.disable = _check_level(level)


def basicConfig(
    *,
    format: str = BASIC_FORMAT,
    datefmt: str | None = None,
    style: _FormatStyle = "%",
    level: _Level | None = None,
    stream: SupportsWrite[str] | None = None,
    handlers: Iterable[Handler] | None = None,
    force: bool | None = False,
) -> None:
    """Give the root logger a handler, unless it has one."""
    if force:
        root.handlers.clear()
    if root.handlers:
        return
    made: list[Handler] = []
    if handlers is None:
        made.append(StreamHandler(sys.stderr if stream is None else stream))
    else:
        if stream is not None:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        made.extend(handlers)
    if format is BASIC_FORMAT and style != "%":  # the same in the other style
        name, end = ("{", "}") if style == "{" else ("${", "}")
        format = f"{name}levelname{end}:{name}name{end}:{name}message{end}"
    formatter = Formatter(format, datefmt, style)
    for handler in made:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def _root_log(
    level: int,
    msg: object,
    args: tuple[object, ...],
    exc_info: _ExcInfoType,
    extra: Mapping[str, object] | None,
) -> None:
    if not root.handlers:
        basicConfig()
    if root.isEnabledFor(level):
        root._log(level, msg, args, exc_info, extra)


def debug(
    msg: object,
    *args: object,
    exc_info: _ExcInfoType = None,
    stack_info: bool = False,
    stacklevel: int = 1,
    extra: Mapping[str, object] | None = None,
) -> None:
    _root_log(DEBUG, msg, args, exc_info, extra)


def info(
    msg: object,
    *args: object,
    exc_info: _ExcInfoType = None,
    stack_info: bool = False,
    stacklevel: int = 1,
    extra: Mapping[str, object] | None = None,
) -> None:
    _root_log(INFO, msg, args, exc_info, extra)


def warning(
    msg: object,
    *args: object,
    exc_info: _ExcInfoType = None,
    stack_info: bool = False,
    stacklevel: int = 1,
    extra: Mapping[str, object] | None = None,
) -> None:
    _root_log(WARNING, msg, args, exc_info, extra)


def error(
    msg: object,
    *args: object,
    exc_info: _ExcInfoType = None,
    stack_info: bool = False,
    stacklevel: int = 1,
    extra: Mapping[str, object] | None = None,
) -> None:
    _root_log(ERROR, msg, args, exc_info, extra)


def exception(
    msg: object,
    *args: object,
    exc_info: _ExcInfoType = True,
    stack_info: bool = False,
    stacklevel: int = 1,
    extra: Mapping[str, object] | None = None,
) -> None:
    _root_log(ERROR, msg, args, exc_info, extra)


def critical(
    msg: object,
    *args: object,
    exc_info: _ExcInfoType = None,
    stack_info: bool = False,
    stacklevel: int = 1,
    extra: Mapping[str, object] | None = None,
) -> None:
    _root_log(CRITICAL, msg, args, exc_info, extra)


def fatal(
    msg: object,
    *args: object,
    exc_info: _ExcInfoType = None,
    stack_info: bool = False,
    stacklevel: int = 1,
    extra: Mapping[str, object] | None = None,
) -> None:
    _root_log(CRITICAL, msg, args, exc_info, extra)


def log(
    level: int,
    msg: object,
    *args: object,
    exc_info: _ExcInfoType = None,
    stack_info: bool = False,
    stacklevel: int = 1,
    extra: Mapping[str, object] | None = None,
) -> None:
    _root_log(level, msg, args, exc_info, extra)


def shutdown(handlerList: Iterable[Any] = ()) -> None:
    """Nothing is held back, so there is nothing to do."""


_shown_before: _warnings._Shows | None = None


def _show_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """A warning as a record of the logger `py.warnings`; given a file, as it was before."""
    if file is not None:
        if _shown_before is not None:
            _shown_before(message, category, filename, lineno, file, line)
        return
    text = _warnings.formatwarning(message, category, filename, lineno, line)
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    _called_at("warnings.py", 109, "_showwarnmsg")  # where CPython's calls this
    logger.warning(text)


def captureWarnings(capture: bool) -> None:
    global _shown_before
    if capture:
        if _shown_before is None:
            _shown_before = _warnings.showwarning
            _warnings.showwarning = _show_warning
    elif _shown_before is not None:
        _warnings.showwarning = _shown_before
        _shown_before = None
