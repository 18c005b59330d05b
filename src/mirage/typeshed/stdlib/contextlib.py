"""Context managers for the `with` statement."""

from collections.abc import AsyncIterator, Callable, Iterator
from types import TracebackType
from typing import Any, Generic, ParamSpec, Protocol, TypeVar
from typing_extensions import Self

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_P = ParamSpec("_P")


class AbstractContextManager(Generic[_T_co]):
    def __enter__(self) -> _T_co:
        raise NotImplementedError

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> bool | None:
        return None


class AbstractAsyncContextManager(Generic[_T_co]):
    async def __aenter__(self) -> _T_co:
        raise NotImplementedError

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> bool | None:
        return None


class _GeneratorContextManager(Generic[_T_co]):
    """Runs a generator to its one yield on entry and to its end on exit."""

    def __init__(self, gen: Iterator[_T_co]) -> None:
        self.gen = gen

    def __enter__(self) -> _T_co:
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
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func: Callable[_P, Iterator[_T_co]]) -> Callable[_P, _GeneratorContextManager[_T_co]]:
    def helper(*args: _P.args, **kwds: _P.kwargs) -> _GeneratorContextManager[_T_co]:
        return _GeneratorContextManager(func(*args, **kwds))

    return helper


class _AsyncGeneratorContextManager(Generic[_T_co]):
    def __init__(self, gen: AsyncIterator[_T_co]) -> None:
        self.gen = gen

    async def __aenter__(self) -> _T_co:
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
                return False
            raise
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(
    func: Callable[_P, AsyncIterator[_T_co]],
) -> Callable[_P, _AsyncGeneratorContextManager[_T_co]]:
    def helper(*args: _P.args, **kwds: _P.kwargs) -> _AsyncGeneratorContextManager[_T_co]:
        return _AsyncGeneratorContextManager(func(*args, **kwds))

    return helper


class _SupportsClose(Protocol):
    def close(self) -> object: ...


_SupportsCloseT = TypeVar("_SupportsCloseT", bound=_SupportsClose)


class closing(Generic[_SupportsCloseT]):
    def __init__(self, thing: _SupportsCloseT) -> None:
        self.thing = thing

    def __enter__(self) -> _SupportsCloseT:
        return self.thing

    def __exit__(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> None:
        self.thing.close()


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
    def __init__(self, enter_result: _T = None) -> None:  # type: ignore[assignment]
        self.enter_result = enter_result

    def __enter__(self) -> _T:
        return self.enter_result

    def __exit__(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> None:
        return None


class _SupportsExit(Protocol[_T_co]):
    def __enter__(self) -> _T_co: ...

    def __exit__(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
        /,
    ) -> bool | None: ...


class _Exit:
    """One thing to do when the stack is left: leave a manager, or call a function."""

    def __init__(self, manager: Any, function: Any, args: tuple[Any, ...]) -> None:
        self.manager = manager
        self.function = function
        self.args = args


class ExitStack:
    def __init__(self) -> None:
        self._exits: list[_Exit] = []

    def enter_context(self, cm: _SupportsExit[_T]) -> _T:
        result = cm.__enter__()
        self._exits.append(_Exit(cm, None, ()))
        return result

    def callback(self, callback: Callable[..., _T], /, *args: Any) -> Callable[..., _T]:
        self._exits.append(_Exit(None, callback, args))
        return callback

    def pop_all(self) -> "ExitStack":
        result = ExitStack()
        result._exits = self._exits
        self._exits = []
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
    ) -> bool:
        pending = value
        while len(self._exits) > 0:
            step = self._exits.pop()
            try:
                if step.manager is None:
                    step.function(*step.args)
                elif pending is None:
                    step.manager.__exit__(None, None, None)
                elif step.manager.__exit__(type(pending), pending, None):
                    pending = None
            except BaseException as error:
                pending = error
        if pending is not None and pending is not value:
            raise pending
        return value is not None and pending is None
