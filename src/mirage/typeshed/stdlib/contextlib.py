"""Context managers for the `with` statement."""

import sys
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import wraps
from types import TracebackType
from typing import Any, Generic, ParamSpec, Protocol, TypeVar, overload, runtime_checkable
from typing_extensions import Self

from _typeshed import Unused

from mirage.runtime import functions

__all__ = [
    "asynccontextmanager",
    "contextmanager",
    "closing",
    "nullcontext",
    "AbstractContextManager",
    "AbstractAsyncContextManager",
    "AsyncExitStack",
    "ContextDecorator",
    "ExitStack",
    "redirect_stdout",
    "redirect_stderr",
    "suppress",
    "aclosing",
    "AsyncContextDecorator",
]

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_P = ParamSpec("_P")
_ExitT_co = TypeVar("_ExitT_co", covariant=True, bound=bool | None, default=bool | None)


@runtime_checkable
class AbstractContextManager(ABC, Protocol[_T_co, _ExitT_co]):
    def __enter__(self) -> _T_co:
        return self  # type: ignore[return-value]

    @abstractmethod
    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> _ExitT_co:
        return None  # type: ignore[return-value]


@runtime_checkable
class AbstractAsyncContextManager(ABC, Protocol[_T_co, _ExitT_co]):
    async def __aenter__(self) -> _T_co:
        return self  # type: ignore[return-value]

    @abstractmethod
    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> _ExitT_co:
        return None  # type: ignore[return-value]


# --- decorators ------------------------------------------------------------------------------------


class ContextDecorator:
    """A base for managers that also decorate: the function then runs inside of the manager."""

    def _recreate_cm(self) -> Self:
        return self

    def __call__(self, func: Callable[_P, _T]) -> Callable[_P, _T]:
        @wraps(func)
        def inner(*args: _P.args, **kwds: _P.kwargs) -> Any:
            manager: Any = self._recreate_cm()
            with manager:
                return func(*args, **kwds)
            return None  # the manager has swallowed an exception

        return inner


class AsyncContextDecorator:
    """The same for coroutine functions."""

    def _recreate_cm(self) -> Self:
        return self

    def __call__(self, func: Callable[_P, Awaitable[_T]]) -> Callable[_P, Awaitable[_T]]:
        @wraps(func)
        async def inner(*args: _P.args, **kwds: _P.kwargs) -> Any:
            manager: Any = self._recreate_cm()
            async with manager:
                return await func(*args, **kwds)
            return None

        return inner


# --- generators as managers ------------------------------------------------------------------------


def _enter_once(entered: bool, cls: str, name: str) -> None:
    """CPython's managers forget what they were made of when they are entered."""
    if entered:
        raise AttributeError(f"'{cls}' object has no attribute '{name}'")


class _GeneratorContextManager(Generic[_T_co]):
    """Runs a generator to its one yield on entry and to its end on exit."""

    def __init__(
        self, func: Callable[..., Iterator[_T_co]], args: tuple[Any, ...], kwds: dict[str, Any]
    ) -> None:
        self._make: Callable[[], Iterator[_T_co]] = lambda: func(*args, **kwds)
        self.gen = self._make()
        self._entered = False

    def __call__(self, func: Callable[_P, _T]) -> Callable[_P, _T]:
        make = self._make

        @wraps(func)
        def inner(*args: _P.args, **kwds: _P.kwargs) -> Any:
            _enter_once(self._entered, "_GeneratorContextManager", "func")
            manager: Any = _MadeGeneratorContextManager(make)
            with manager:
                return func(*args, **kwds)
            return None  # the generator has swallowed an exception

        return inner

    def __enter__(self) -> _T_co:
        _enter_once(self._entered, "_GeneratorContextManager", "args")
        self._entered = True
        try:
            return self.gen.__next__()
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> bool | None:
        gen: Any = self.gen
        if value is None:
            try:
                gen.__next__()
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except BaseException as error:
            if error is value:
                error.__traceback__ = traceback  # its way through the generator does not count
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


class _MadeGeneratorContextManager(_GeneratorContextManager[_T_co]):
    """What the decorated functions give: nothing has to hold their arguments twice."""

    def __init__(self, make: Callable[[], Iterator[_T_co]]) -> None:
        self._make = make
        self.gen = make()
        self._entered = False


def contextmanager(func: Callable[_P, Iterator[_T_co]]) -> Callable[_P, _GeneratorContextManager[_T_co]]:
    def helper(*args: _P.args, **kwds: _P.kwargs) -> _GeneratorContextManager[_T_co]:
        return _MadeGeneratorContextManager(lambda: func(*args, **kwds))

    functions.named_as(helper, func)
    return helper


class _AsyncGeneratorContextManager(Generic[_T_co]):
    def __init__(
        self, func: Callable[..., AsyncIterator[_T_co]], args: tuple[Any, ...], kwds: dict[str, Any]
    ) -> None:
        self._make: Callable[[], AsyncIterator[_T_co]] = lambda: func(*args, **kwds)
        self.gen = self._make()
        self._entered = False

    def __call__(self, func: Callable[_P, Awaitable[_T]]) -> Callable[_P, Awaitable[_T]]:
        make = self._make

        @wraps(func)
        async def inner(*args: _P.args, **kwds: _P.kwargs) -> Any:
            _enter_once(self._entered, "_AsyncGeneratorContextManager", "func")
            manager: Any = _MadeAsyncGeneratorContextManager(make)
            async with manager:
                return await func(*args, **kwds)
            return None

        return inner

    async def __aenter__(self) -> _T_co:
        _enter_once(self._entered, "_AsyncGeneratorContextManager", "args")
        self._entered = True
        try:
            return await self.gen.__anext__()
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> bool | None:
        gen: Any = self.gen
        if value is None:
            try:
                await gen.__anext__()
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            await gen.athrow(value)
        except StopAsyncIteration as stop:
            return stop is not value
        except BaseException as error:
            if error is value:
                error.__traceback__ = traceback  # its way through the generator does not count
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and error.__cause__ is value:
                value.__traceback__ = traceback
                return False
            raise
        raise RuntimeError("generator didn't stop after athrow()")


class _MadeAsyncGeneratorContextManager(_AsyncGeneratorContextManager[_T_co]):
    """What the decorated functions give: nothing has to hold their arguments twice."""

    def __init__(self, make: Callable[[], AsyncIterator[_T_co]]) -> None:
        self._make = make
        self.gen = make()
        self._entered = False


def asynccontextmanager(
    func: Callable[_P, AsyncIterator[_T_co]],
) -> Callable[_P, _AsyncGeneratorContextManager[_T_co]]:
    def helper(*args: _P.args, **kwds: _P.kwargs) -> _AsyncGeneratorContextManager[_T_co]:
        return _MadeAsyncGeneratorContextManager(lambda: func(*args, **kwds))

    functions.named_as(helper, func)
    return helper


# --- small managers --------------------------------------------------------------------------------


class _SupportsClose(Protocol):
    def close(self) -> object: ...


_SupportsCloseT = TypeVar("_SupportsCloseT", bound=_SupportsClose)


class closing(Generic[_SupportsCloseT]):
    def __init__(self, thing: _SupportsCloseT) -> None:
        self.thing = thing

    def __enter__(self) -> _SupportsCloseT:
        return self.thing

    def __exit__(self, *exc_info: Unused) -> None:
        self.thing.close()


class _SupportsAclose(Protocol):
    def aclose(self) -> Awaitable[object]: ...


_SupportsAcloseT = TypeVar("_SupportsAcloseT", bound=_SupportsAclose)


class aclosing(Generic[_SupportsAcloseT]):
    def __init__(self, thing: _SupportsAcloseT) -> None:
        self.thing = thing

    async def __aenter__(self) -> _SupportsAcloseT:
        return self.thing

    async def __aexit__(self, *exc_info: Unused) -> None:
        await self.thing.aclose()


class suppress:
    def __init__(self, *exceptions: type[BaseException]) -> None:
        self._exceptions = exceptions

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        exctype: type[BaseException] | None,
        excinst: BaseException | None,
        exctb: TracebackType | None,
        /,
    ) -> bool:
        return excinst is not None and isinstance(excinst, self._exceptions)


class nullcontext(Generic[_T]):
    @overload
    def __init__(self: "nullcontext[None]") -> None: ...
    @overload
    def __init__(self, enter_result: _T) -> None: ...
    def __init__(self, enter_result: Any = None) -> None:
        self.enter_result = enter_result

    def __enter__(self) -> _T:
        return self.enter_result

    def __exit__(self, *exctype: Unused) -> None:
        return None

    async def __aenter__(self) -> _T:
        return self.enter_result

    async def __aexit__(self, *exctype: Unused) -> None:
        return None


_T_io = TypeVar("_T_io", bound=Any)


class redirect_stdout(Generic[_T_io]):
    def __init__(self, new_target: _T_io) -> None:
        self._new_target = new_target
        self._old_targets: list[Any] = []

    def __enter__(self) -> _T_io:
        self._old_targets.append(sys.stdout)
        sys.stdout = self._new_target
        return self._new_target

    def __exit__(
        self,
        exctype: type[BaseException] | None,
        excinst: BaseException | None,
        exctb: TracebackType | None,
        /,
    ) -> None:
        sys.stdout = self._old_targets.pop()


class redirect_stderr(Generic[_T_io]):
    def __init__(self, new_target: _T_io) -> None:
        self._new_target = new_target
        self._old_targets: list[Any] = []

    def __enter__(self) -> _T_io:
        self._old_targets.append(sys.stderr)
        sys.stderr = self._new_target
        return self._new_target

    def __exit__(
        self,
        exctype: type[BaseException] | None,
        excinst: BaseException | None,
        exctb: TracebackType | None,
        /,
    ) -> None:
        sys.stderr = self._old_targets.pop()


# --- stacks of managers ----------------------------------------------------------------------------


class _Step:
    """One thing to do when a stack is left."""

    def leave(self, exc: BaseException | None) -> bool:
        """Do it; True swallows the exception."""
        raise NotImplementedError

    async def leave_async(self, exc: BaseException | None) -> bool:
        return self.leave(exc)


class _Manager(_Step):
    def __init__(self, manager: Any) -> None:
        self.manager = manager

    def leave(self, exc: BaseException | None) -> bool:
        if exc is None:
            return bool(self.manager.__exit__(None, None, None))
        return bool(self.manager.__exit__(type(exc), exc, exc.__traceback__))


class _Function(_Step):
    def __init__(self, function: Callable[[], object]) -> None:
        self.function = function

    def leave(self, exc: BaseException | None) -> bool:
        self.function()
        return False


class _ExitCall(_Step):
    def __init__(self, function: Any) -> None:
        self.function = function

    def leave(self, exc: BaseException | None) -> bool:
        if exc is None:
            return bool(self.function(None, None, None))
        return bool(self.function(type(exc), exc, exc.__traceback__))


class _AsyncManager(_Step):
    def __init__(self, manager: Any) -> None:
        self.manager = manager

    async def leave_async(self, exc: BaseException | None) -> bool:
        if exc is None:
            return bool(await self.manager.__aexit__(None, None, None))
        return bool(await self.manager.__aexit__(type(exc), exc, exc.__traceback__))


class _AsyncFunction(_Step):
    def __init__(self, function: Callable[[], Awaitable[object]]) -> None:
        self.function = function

    async def leave_async(self, exc: BaseException | None) -> bool:
        await self.function()
        return False


class _AsyncExitCall(_Step):
    def __init__(self, function: Any) -> None:
        self.function = function

    async def leave_async(self, exc: BaseException | None) -> bool:
        if exc is None:
            return bool(await self.function(None, None, None))
        return bool(await self.function(type(exc), exc, exc.__traceback__))


def _link(error: BaseException, before: BaseException | None, outermost: BaseException | None) -> None:
    """Make `before` the oldest context of an error raised while leaving, as nested `with` would."""
    last = error
    while True:
        context = last.__context__
        if context is None or context is before:
            return
        if context is outermost:
            break
        last = context
    last.__context__ = before


def _raise(error: BaseException) -> None:
    context = error.__context__
    try:
        raise error
    except BaseException:
        error.__context__ = context
        raise


class ExitStack(Generic[_ExitT_co]):
    _steps: list[_Step]

    def __init__(self) -> None:
        self._steps = []

    def enter_context(self, cm: AbstractContextManager[_T, Any]) -> _T:
        result = cm.__enter__()
        self._steps.append(_Manager(cm))
        return result

    def push(self, exit: _T) -> _T:
        given: object = exit
        if isinstance(given, AbstractContextManager):
            self._steps.append(_Manager(given))
        else:
            self._steps.append(_ExitCall(given))
        return exit

    def callback(self, callback: Callable[_P, _T], /, *args: _P.args, **kwds: _P.kwargs) -> Callable[_P, _T]:
        self._steps.append(_Function(lambda: callback(*args, **kwds)))
        return callback

    def pop_all(self) -> Self:
        result = type(self)()
        result._steps = self._steps
        self._steps = []
        return result

    def close(self) -> None:
        self.__exit__(None, None, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> _ExitT_co:
        pending = value
        raised = False
        while self._steps:
            step = self._steps.pop()
            try:
                if step.leave(pending):
                    pending = None
                    raised = False
            except BaseException as error:
                _link(error, pending, value)
                pending = error
                raised = True
        if raised and pending is not None:
            _raise(pending)
        return value is not None and pending is None  # type: ignore[return-value]


class AsyncExitStack(Generic[_ExitT_co]):
    _steps: list[_Step]

    def __init__(self) -> None:
        self._steps = []

    def enter_context(self, cm: AbstractContextManager[_T, Any]) -> _T:
        result = cm.__enter__()
        self._steps.append(_Manager(cm))
        return result

    async def enter_async_context(self, cm: AbstractAsyncContextManager[_T, Any]) -> _T:
        result = await cm.__aenter__()
        self._steps.append(_AsyncManager(cm))
        return result

    def push(self, exit: _T) -> _T:
        given: object = exit
        if isinstance(given, AbstractContextManager):
            self._steps.append(_Manager(given))
        else:
            self._steps.append(_ExitCall(given))
        return exit

    def push_async_exit(self, exit: _T) -> _T:
        given: object = exit
        if isinstance(given, AbstractAsyncContextManager):
            self._steps.append(_AsyncManager(given))
        else:
            self._steps.append(_AsyncExitCall(given))
        return exit

    def callback(self, callback: Callable[_P, _T], /, *args: _P.args, **kwds: _P.kwargs) -> Callable[_P, _T]:
        self._steps.append(_Function(lambda: callback(*args, **kwds)))
        return callback

    def push_async_callback(
        self, callback: Callable[_P, Awaitable[_T]], /, *args: _P.args, **kwds: _P.kwargs
    ) -> Callable[_P, Awaitable[_T]]:
        self._steps.append(_AsyncFunction(lambda: callback(*args, **kwds)))
        return callback

    def pop_all(self) -> Self:
        result = type(self)()
        result._steps = self._steps
        self._steps = []
        return result

    async def aclose(self) -> None:
        await self.__aexit__(None, None, None)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> _ExitT_co:
        pending = value
        raised = False
        while self._steps:
            step = self._steps.pop()
            try:
                if await step.leave_async(pending):
                    pending = None
                    raised = False
            except BaseException as error:
                _link(error, pending, value)
                pending = error
                raised = True
        if raised and pending is not None:
            _raise(pending)
        return value is not None and pending is None  # type: ignore[return-value]
