"""What an object is: functions, methods, coroutines, classes; documentation as text to be read.

What functions are made of (parameters, sources, code) is not kept when a program runs.
"""

from __future__ import annotations

from builtins import _AwaitableFrame, async_generator as _async_generator, coroutine as _coroutine
from builtins import function as _function, generator as _generator, type as _type
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Generator
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    MethodType,
    ModuleType,
    TracebackType,
)
from typing import Any, Final, ParamSpec, TypeGuard, TypeVar, overload
from typing_extensions import Never, TypeIs

from mirage.lowlevel import i64 as _i64
from mirage.runtime import functions as _functions

CO_OPTIMIZED: Final = 1
CO_NEWLOCALS: Final = 2
CO_VARARGS: Final = 4
CO_VARKEYWORDS: Final = 8
CO_NESTED: Final = 16
CO_GENERATOR: Final = 32
CO_NOFREE: Final = 64
CO_COROUTINE: Final = 128
CO_ITERABLE_COROUTINE: Final = 256
CO_ASYNC_GENERATOR: Final = 512
TPFLAGS_IS_ABSTRACT: Final = 1048576

_P = ParamSpec("_P")
_T = TypeVar("_T")


def ismodule(object: object) -> TypeIs[ModuleType]:
    return isinstance(object, ModuleType)


def isclass(object: object) -> TypeIs[type[object]]:
    return isinstance(object, _type)


def ismethod(object: object) -> TypeIs[MethodType]:
    return _functions.is_kind(object, _i64(1))


def isfunction(object: object) -> TypeIs[FunctionType]:
    return _functions.is_kind(object, _i64(0))


def isbuiltin(object: object) -> TypeIs[BuiltinFunctionType]:
    return _functions.is_kind(object, _i64(2))


@overload
def isgeneratorfunction(obj: Callable[..., Generator[Any, Any, Any]]) -> bool: ...
@overload
def isgeneratorfunction(obj: Callable[_P, Any]) -> TypeGuard[Callable[_P, Generator[Any, Any, Any]]]: ...
@overload
def isgeneratorfunction(obj: object) -> TypeGuard[Callable[..., Generator[Any, Any, Any]]]: ...
def isgeneratorfunction(obj: object) -> bool:
    return _functions.makes(obj, "generator")


@overload
def iscoroutinefunction(obj: Callable[..., Coroutine[Any, Any, Any]]) -> bool: ...
@overload
def iscoroutinefunction(
    obj: Callable[_P, Awaitable[_T]],
) -> TypeGuard[Callable[_P, Coroutine[Any, Any, _T]]]: ...
@overload
def iscoroutinefunction(obj: Callable[_P, object]) -> TypeGuard[Callable[_P, Coroutine[Any, Any, Any]]]: ...
@overload
def iscoroutinefunction(obj: object) -> TypeGuard[Callable[..., Coroutine[Any, Any, Any]]]: ...
def iscoroutinefunction(obj: object) -> bool:
    return _functions.makes(obj, "coroutine")


@overload
def isasyncgenfunction(obj: Callable[..., AsyncGenerator[Any, Any]]) -> bool: ...
@overload
def isasyncgenfunction(obj: Callable[_P, Any]) -> TypeGuard[Callable[_P, AsyncGenerator[Any, Any]]]: ...
@overload
def isasyncgenfunction(obj: object) -> TypeGuard[Callable[..., AsyncGenerator[Any, Any]]]: ...
def isasyncgenfunction(obj: object) -> bool:
    return _functions.makes(obj, "async_generator")


def isgenerator(object: object) -> TypeIs[GeneratorType[object, Never, object]]:
    return isinstance(object, _generator)


def iscoroutine(object: object) -> TypeIs[CoroutineType[Any, Any, Any]]:
    return isinstance(object, _coroutine)


def isasyncgen(object: object) -> TypeIs[AsyncGeneratorType[object, Never]]:
    return isinstance(object, _async_generator)


def isawaitable(object: object) -> TypeIs[Awaitable[Any]]:
    return isinstance(object, (Awaitable, _AwaitableFrame))


def istraceback(object: object) -> TypeIs[TracebackType]:
    return isinstance(object, TracebackType)


def isframe(object: object) -> TypeIs[FrameType]:
    return isinstance(object, FrameType)


def iscode(object: object) -> TypeIs[CodeType]:
    return isinstance(object, CodeType)


# --- documentation -----------------------------------------------------------------------------


def getdoc(object: object) -> str | None:
    documentation = _documentation(object)
    return cleandoc(documentation) if isinstance(documentation, str) else None


def _documentation(object: Any) -> Any:
    if isinstance(object, _type):
        if object.__doc__ is None:
            raise SystemError(
                f"inspect.getdoc of {object.__qualname__}, which says nothing of itself, cannot be compiled: "
                "what is above a class is not known when a program runs; document the class"
            )
        return object.__doc__
    if not isinstance(object, _function):
        return object.__doc__
    own = _functions.detail(object, 1)
    if own is not None:
        return own
    name = _functions.name(object)
    if name.startswith("__") and name.endswith("__"):
        raise SystemError(
            f"inspect.getdoc of {_functions.qualname(object)} cannot be compiled: what the methods of "
            "Python's own classes say is not in the image; document the method"
        )
    return _functions.detail(object, 4)


def cleandoc(doc: str) -> str:
    """The text without the indentation that its lines have in common, and without blank lines around it."""
    lines = doc.expandtabs().split("\n")
    margin = -1
    for line in lines[1:]:
        content = len(line.lstrip())
        if content > 0 and (margin < 0 or len(line) - content < margin):
            margin = len(line) - content
    lines[0] = lines[0].lstrip()
    if margin > 0:
        for place in range(1, len(lines)):
            lines[place] = lines[place][margin:]
    start, stop = 0, len(lines)
    while stop > start and not lines[stop - 1]:
        stop -= 1
    while start < stop and not lines[start]:
        start += 1
    return "\n".join(lines[start:stop])


def indentsize(line: str) -> int:
    """How many columns of blanks it begins with."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


# --- wrappers ----------------------------------------------------------------------------------


def unwrap(func: Callable[..., Any], *, stop: Callable[[Callable[..., Any]], Any] | None = None) -> Any:
    """What the wrappers of `functools.wraps` are around."""
    whole: Any = func
    seen: list[object] = [whole]
    while True:
        wrapped = _wrapped(whole)
        if wrapped is None or (stop is not None and stop(whole)):
            return whole
        whole = wrapped
        for other in seen:
            if other is whole:
                raise ValueError(f"wrapper loop when unwrapping {func!r}")
        seen.append(whole)


def _wrapped(func: Any) -> object:
    if isinstance(func, _function):
        return _functions.detail(func, 2)
    return getattr(func, "__wrapped__", None)
