"""What counts as a coroutine, and as a function that makes one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, ParamSpec, TypeGuard, TypeVar, overload

__all__ = ("iscoroutinefunction", "iscoroutine")

_T = TypeVar("_T")
_P = ParamSpec("_P")


def iscoroutine(obj: object) -> bool:
    return isinstance(obj, Coroutine)


@overload
def iscoroutinefunction(func: Callable[..., Coroutine[Any, Any, Any]]) -> bool: ...
@overload
def iscoroutinefunction(
    func: Callable[_P, Awaitable[_T]],
) -> TypeGuard[Callable[_P, Coroutine[Any, Any, _T]]]: ...
@overload
def iscoroutinefunction(
    func: Callable[_P, object],
) -> TypeGuard[Callable[_P, Coroutine[Any, Any, Any]]]: ...
@overload
def iscoroutinefunction(func: object) -> TypeGuard[Callable[..., Coroutine[Any, Any, Any]]]: ...
def iscoroutinefunction(func: object) -> bool:
    """An `async def` without `yield`, also as a method or in a `functools.partial`."""
    from mirage.runtime import functions  # not at the top: tests run this package under CPython

    return functions.makes(func, "coroutine")
