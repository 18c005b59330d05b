"""Functions that are called when the program ends: the last that was registered first.

They run after an uncaught exception has been printed, and after `sys.exit`; not when a process is killed.
"""

from __future__ import annotations

import sys as _sys
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from mirage.runtime import ending as _ending
from mirage.runtime import errors as _errors

_T = TypeVar("_T")
_P = ParamSpec("_P")


class _Callbacks(_ending.Action):
    def __init__(self) -> None:
        self.entries: list[tuple[Any, tuple[Any, ...], dict[str, Any]]] = []

    def run(self) -> None:
        while self.entries:
            func, args, kwargs = self.entries.pop()
            try:
                func(*args, **kwargs)
            except BaseException as error:
                print(f"Exception ignored in atexit callback: {func!r}", file=_sys.stderr)
                _errors.print_uncaught(error)


_callbacks = _Callbacks()


def register(func: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Callable[_P, _T]:
    """Call `func` with these arguments at the end."""
    _ending.set_action(_callbacks)
    _callbacks.entries.append((func, args, kwargs))
    return func


def unregister(func: Callable[..., object], /) -> None:
    """Forget all that was registered of the function."""
    wanted: Any = func
    _callbacks.entries = [entry for entry in _callbacks.entries if not entry[0] == wanted]


def _clear() -> None:
    _callbacks.entries.clear()


def _run_exitfuncs() -> None:
    _callbacks.run()


def _ncallbacks() -> int:
    return len(_callbacks.entries)
