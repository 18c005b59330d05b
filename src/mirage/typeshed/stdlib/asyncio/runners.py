"""Running a coroutine from synchronous code."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar, final

from . import coroutines, events
from .events import AbstractEventLoop
from .futures import Future, _FutureBase
from .tasks import Task, _GatherCore

if TYPE_CHECKING:
    from contextvars import Context

__all__ = ("Runner", "run")

_T = TypeVar("_T")


@final
class Runner:
    """Makes an event loop, runs coroutines in it, and closes it at the end of the `with`."""

    _state: str  # created, initialized or closed
    _debug: bool | None
    _loop_factory: Callable[[], AbstractEventLoop] | None
    _loop: AbstractEventLoop | None
    _variables: events.contexts.Variables

    def __init__(
        self, *, debug: bool | None = None, loop_factory: Callable[[], AbstractEventLoop] | None = None
    ) -> None:
        self._state = "created"
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._variables = events.contexts.current()

    def __enter__(self) -> Runner:
        self.get_loop()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Cancel what still runs, and close the loop."""
        loop = self._loop
        if loop is None:
            return
        try:
            _cancel_all_tasks(loop)
        finally:
            if self._loop_factory is None:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = "closed"

    def get_loop(self) -> AbstractEventLoop:
        if self._state == "closed":
            raise RuntimeError("Runner is closed")
        loop = self._loop
        if loop is not None:
            return loop
        factory = self._loop_factory
        if factory is None:
            loop = events.new_event_loop()
            events.set_event_loop(loop)
        else:
            loop = factory()
        if self._debug is not None:
            loop.set_debug(self._debug)
        self._loop = loop
        self._variables = events.contexts.current().copy()
        self._state = "initialized"
        return loop

    def run(self, coro: Coroutine[Any, Any, _T], *, context: Context | None = None) -> _T:
        if not coroutines.iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if events._get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        task = Task(coro, loop=loop, context=context)
        if context is None:
            task._task_core._variables = self._variables
        value: Any = loop._complete(task)
        return value  # type: ignore[no-any-return]


def run(main: Coroutine[Any, Any, _T], *, debug: bool | None = None) -> _T:
    """Run `main` in a new event loop; at its end the other tasks are cancelled."""
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    runner = Runner(debug=debug)
    try:
        return runner.run(main)
    finally:
        runner.close()


class _WaitForAll(_GatherCore):
    """Waits for the children; their outcomes stay with them."""

    def results(self) -> object:
        return None


def _cancel_all_tasks(loop: AbstractEventLoop) -> None:
    cores = list(loop._tasks.values())
    if not cores:
        return
    futures: list[_FutureBase] = []
    for core in cores:
        core._future.cancel()
        futures.append(core._future)
    outer: Future[None] = Future(loop=loop)
    gather = _WaitForAll(outer, True)
    known: dict[int, _FutureBase] = {}
    for future in futures:
        gather.add(future, known)
    loop._complete(outer)
    for future in futures:
        if not future.cancelled():
            exc = future.exception()
            if exc is not None:
                loop._report(f"unhandled exception during asyncio.run() shutdown\ntask: {future!r}", exc)
