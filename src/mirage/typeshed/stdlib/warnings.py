"""Warnings: once for each place unless filters say otherwise, on standard error.

There are no frames to ask for the place of a call: the compiler turns `warn(...)` into `_warn_from(...)` with
the place that `stacklevel` says (`compiler/lower/called_from.py`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any, Generic, Literal, Protocol, TextIO, TypeAlias, cast, overload
from typing_extensions import TypeVar

__all__ = [
    "warn",
    "warn_explicit",
    "showwarning",
    "formatwarning",
    "filterwarnings",
    "simplefilter",
    "resetwarnings",
    "catch_warnings",
]

_W_co = TypeVar(
    "_W_co", bound="list[WarningMessage] | None", default="list[WarningMessage] | None", covariant=True
)
_ActionKind: TypeAlias = Literal["default", "error", "ignore", "always", "module", "once"]
_Categories: TypeAlias = type[Warning] | tuple[type[Warning], ...]
_Place: TypeAlias = tuple[str, int, str, str, str]  # file, line, its text, module, function
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class WarningMessage:
    """One warning that was recorded."""

    message: Warning | str
    category: type[Warning]
    filename: str
    lineno: int
    file: TextIO | None
    line: str | None
    source: Any | None

    def __init__(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
        source: Any | None = None,
    ) -> None:
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source

    def __str__(self) -> str:
        return (
            f"{{message : {self.message!r}, category : {self.category.__name__!r}, "
            f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}"
        )


class _Filter:
    """What to do with some warnings."""

    def __init__(
        self,
        action: str,
        category: Any,
        lineno: int,
        message: Callable[[str], bool] | None = None,
        module: Callable[[str], bool] | None = None,
        name: str = "",
    ) -> None:
        self.action = action
        self.category = category
        self.lineno = lineno
        self.message = message
        self.module = module
        self.name = name  # tells filters apart that were made from equal arguments

    def same(self, other: _Filter) -> bool:
        return (
            self.action == other.action
            and self.category == other.category
            and self.lineno == other.lineno
            and self.name == other.name
        )


def _is_main(module: str) -> bool:
    return module == "__main__"


def _first_filters() -> list[_Filter]:
    return [
        _Filter("default", DeprecationWarning, 0, None, _is_main, "main"),
        _Filter("ignore", DeprecationWarning, 0),
        _Filter("ignore", PendingDeprecationWarning, 0),
        _Filter("ignore", ImportWarning, 0),
        _Filter("ignore", ResourceWarning, 0),
    ]


class _State:
    """The filters, and what was shown already."""

    def __init__(self) -> None:
        self.filters = _first_filters()
        self.seen: set[tuple[str, str, str, int]] = set()
        self.once: set[tuple[str, str]] = set()
        self.log: list[WarningMessage] | None = None
        self.version = 1  # of the filters: what a registry knows of other ones is forgotten
        self.lines: dict[tuple[str, int], str] = {}  # the source lines that warnings were given at

    def changed(self) -> None:
        """What was shown may be shown again under other filters."""
        self.seen.clear()
        self.version += 1


_state = _State()


class _Formats(Protocol):
    def __call__(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        line: str | None = None,
    ) -> str: ...


class _Shows(Protocol):
    def __call__(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None: ...


def _formatwarning(
    message: Warning | str, category: type[Warning], filename: str, lineno: int, line: str | None = None
) -> str:
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        line = _state.lines.get((filename, lineno))
    if line:
        text += "  " + line.strip() + "\n"
    return text


def _showwarning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    (sys.stderr if file is None else file).write(formatwarning(message, category, filename, lineno, line))


# A program may put functions of its own there.
formatwarning: _Formats = _formatwarning
showwarning: _Shows = _showwarning


def _add(new: _Filter, append: bool) -> None:
    filters = _state.filters
    if append:
        if not any(one.same(new) for one in filters):
            filters.append(new)
    else:
        for one in filters:
            if one.same(new):
                filters.remove(one)
                break
        filters.insert(0, new)
    _state.changed()


def simplefilter(
    action: _ActionKind, category: _Categories = Warning, lineno: int = 0, append: bool = False
) -> None:
    if action not in _ACTIONS:
        raise AssertionError(f"invalid action: {action!r}")
    _add(_Filter(action, category, lineno), append)


def filterwarnings(
    action: _ActionKind,
    message: str = "",
    category: type[Warning] = Warning,
    module: str = "",
    lineno: int = 0,
    append: bool = False,
) -> None:
    if action not in _ACTIONS:
        raise AssertionError(f"invalid action: {action!r}")
    new = _Filter(action, category, lineno, None, None, f"{message}\n{module}")
    if message or module:
        import re

        if message:
            texts = re.compile(message, re.I)
            new.message = lambda text: texts.match(text) is not None
        if module:
            modules = re.compile(module)
            new.module = lambda name: modules.match(name) is not None
    _add(new, append)


def resetwarnings() -> None:
    _state.filters.clear()
    _state.changed()


def _action(text: str, category: type[Warning], module: str, lineno: int) -> str:
    for one in _state.filters:
        if one.lineno != 0 and one.lineno != lineno:
            continue
        if not issubclass(category, one.category):
            continue
        if one.message is not None and not one.message(text):
            continue
        if one.module is not None and not one.module(module):
            continue
        return one.action
    return "default"


def _warn_at(message: Any, category: Any, filename: str, lineno: int, line: str, module: str) -> None:
    """`warn` called at a place."""
    _warn_in(message, category, filename, lineno, line, module, None, False)


def _warn_in(
    message: Any,
    category: Any,
    filename: str,
    lineno: int,
    line: str,
    module: str,
    registry: dict[Any, Any] | None,
    passing: bool,
) -> None:
    """The same; `registry` is where `warn_explicit` keeps what was shown, `passing` if it does not last."""
    if isinstance(message, Warning):
        text = str(message)
        kind: type[Warning] = type(message)
        instance = message
    else:
        kind = UserWarning if category is None else category
        if not (isinstance(category, type) and issubclass(category, Warning)) and category is not None:
            raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
        text = str(message)
        instance = kind(message)
    key: Any = (text, kind, lineno)
    if registry is not None:
        if registry.get("version", 0) != _state.version:
            registry.clear()
            registry["version"] = _state.version
        if registry.get(key):
            return
    action = _action(text, kind, module, lineno)
    if action == "error":
        raise instance
    if action == "ignore":
        return
    name = kind.__qualname__
    if registry is not None and action != "always":
        registry[key] = 1
    if action == "once" and registry is not None and not passing:
        if registry.get((text, kind)):
            return
        registry[text, kind] = 1
    elif action == "once":
        if (text, name) in _state.once:
            return
        _state.once.add((text, name))
    elif registry is not None:
        if action == "module":
            if registry.get((text, kind, 0)):
                return
            registry[text, kind, 0] = 1
    elif action != "always":
        key = (filename, text, name, lineno if action == "default" else 0)
        if key in _state.seen:
            return
        _state.seen.add(key)
    if line:
        _state.lines[filename, lineno] = line
    log = _state.log
    if showwarning is not _showwarning:
        showwarning(instance, kind, filename, lineno, None, None)
    elif log is not None:
        log.append(WarningMessage(instance, kind, filename, lineno))
    else:
        sys.stderr.write(formatwarning(instance, kind, filename, lineno, None))


def _warn_from(message: Any, category: Any, place: _Place | None) -> None:
    """`warn` called at a place, or above the first frame."""
    if place is None:
        _warn_at(message, category, "sys", 1, "", "sys")
    else:
        _warn_at(message, category, place[0], place[1], place[2], place[3])


def _warn_up(message: Any, category: Any, level: int, places: tuple[_Place | None, ...]) -> None:
    """`warn` with a level that is known only at run time; 1 is the first of the places."""
    if level > len(places):
        raise SystemError(f"a stacklevel that is known only at run time may be {len(places)} at most")
    _warn_from(message, category, places[max(level, 1) - 1])


@overload
def warn(
    message: str, category: type[Warning] | None = None, stacklevel: int = 1, source: Any | None = None
) -> None: ...
@overload
def warn(message: Warning, category: Any = None, stacklevel: int = 1, source: Any | None = None) -> None: ...
def warn(message: Any, category: Any = None, stacklevel: int = 1, source: Any | None = None) -> None:
    """Called through a value: the place is not known."""
    _warn_at(message, category, "sys", 1, "", "sys")


@overload
def warn_explicit(
    message: str,
    category: type[Warning],
    filename: str,
    lineno: int,
    module: str | None = ...,
    registry: dict[str | tuple[str, type[Warning], int], int] | None = None,
    module_globals: dict[str, Any] | None = None,
    source: Any | None = None,
) -> None: ...
@overload
def warn_explicit(
    message: Warning,
    category: Any,
    filename: str,
    lineno: int,
    module: str | None = None,
    registry: dict[str | tuple[str, type[Warning], int], int] | None = None,
    module_globals: dict[str, Any] | None = None,
    source: Any | None = None,
) -> None: ...
def warn_explicit(
    message: Any,
    category: Any,
    filename: str,
    lineno: int,
    module: str | None = None,
    registry: dict[str | tuple[str, type[Warning], int], int] | None = None,
    module_globals: dict[str, Any] | None = None,
    source: Any | None = None,
) -> None:
    name = filename.removesuffix(".py") if module is None else module
    kept: dict[Any, Any] = {} if registry is None else cast(Any, registry)
    _warn_in(message, category, filename, lineno, "", name, kept, registry is None)


class catch_warnings(Generic[_W_co]):
    """Puts the filters back at its end; records the warnings instead of showing them when asked to."""

    @overload
    def __init__(
        self: catch_warnings[None],
        *,
        record: Literal[False] = False,
        module: None = None,
        action: _ActionKind | None = None,
        category: _Categories = ...,
        lineno: int = 0,
        append: bool = False,
    ) -> None: ...
    @overload
    def __init__(
        self: catch_warnings[list[WarningMessage]],
        *,
        record: Literal[True],
        module: None = None,
        action: _ActionKind | None = None,
        category: _Categories = ...,
        lineno: int = 0,
        append: bool = False,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        record: bool,
        module: None = None,
        action: _ActionKind | None = None,
        category: _Categories = ...,
        lineno: int = 0,
        append: bool = False,
    ) -> None: ...
    def __init__(
        self,
        *,
        record: bool = False,
        module: None = None,
        action: _ActionKind | None = None,
        category: _Categories = Warning,
        lineno: int = 0,
        append: bool = False,
    ) -> None:
        self._record = record
        self._entered = False
        self._action: _ActionKind | None = action
        self._category = category
        self._lineno = lineno
        self._append = append
        self._filters: list[_Filter] = []
        self._log: list[WarningMessage] | None = None
        self._shows: _Shows = showwarning

    def __repr__(self) -> str:
        return f"{type(self).__name__}({'record=True' if self._record else ''})"

    def __enter__(self) -> _W_co:
        global showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._filters = _state.filters
        self._log = _state.log
        self._shows = showwarning
        _state.filters = list(self._filters)
        _state.changed()
        result: Any = None
        if self._record:
            log: list[WarningMessage] = []
            _state.log = log
            showwarning = _showwarning
            result = log
        if self._action is not None:
            simplefilter(self._action, self._category, self._lineno, self._append)
        return result  # type: ignore[no-any-return]

    def __exit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_val: BaseException | None = None,
        exc_tb: TracebackType | None = None,
    ) -> None:
        global showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        _state.filters = self._filters
        _state.log = self._log
        showwarning = self._shows
        _state.changed()
