"""Structured concurrency: tasks that end with their `async with`."""

from __future__ import annotations

from collections.abc import Coroutine
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from . import events, tasks
from .exceptions import CancelledError
from .futures import Future, _FutureBase

if TYPE_CHECKING:
    from contextvars import Context

__all__ = ("TaskGroup",)

_T = TypeVar("_T")


class _GroupEntry(events._Ready):
    """Tells the group that one of its tasks is done."""

    _group: TaskGroup
    _future: _FutureBase

    def __init__(self, group: TaskGroup, future: _FutureBase) -> None:
        super().__init__()
        self._group = group
        self._future = future

    def _run(self) -> None:
        self._group._one_done(self._future)


def _is_base_error(exc: BaseException) -> bool:
    return isinstance(exc, (SystemExit, KeyboardInterrupt))


def _raise_group(errors: list[BaseException]) -> NoReturn:
    """Raise an ExceptionGroup, or a BaseExceptionGroup when one is no Exception."""
    message = "unhandled errors in a TaskGroup"
    ordinary: list[Exception] = []
    for error in errors:
        if not isinstance(error, Exception):
            raise BaseExceptionGroup(message, errors) from None
        ordinary.append(error)
    raise ExceptionGroup(message, ordinary) from None


class TaskGroup:
    """Waits for its tasks at the end of the `async with`; one failure cancels the others."""

    _entered: bool
    _exiting: bool
    _aborting: bool
    _loop: events.AbstractEventLoop | None
    _parent: tasks._TaskCore | None
    _parent_cancel_requested: bool
    _members: list[_FutureBase]
    _errors: list[BaseException]
    _base_error: BaseException | None
    _on_completed: Future[bool] | None

    def __init__(self) -> None:
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent = None
        self._parent_cancel_requested = False
        self._members = []
        self._errors = []
        self._base_error = None
        self._on_completed = None

    def __repr__(self) -> str:
        info = ""
        if self._members:
            info += f" tasks={len(self._members)}"
        if self._errors:
            info += f" errors={len(self._errors)}"
        if self._aborting:
            info += " cancelling"
        elif self._entered:
            info += " entered"
        return f"<TaskGroup{info}>"

    async def __aenter__(self) -> TaskGroup:
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        if self._loop is None:
            self._loop = events.get_running_loop()
        self._parent = self._loop._current
        if self._parent is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        return self

    async def __aexit__(
        self, et: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._exiting = True
        if exc is not None and _is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        cancellation: BaseException | None = exc if isinstance(exc, CancelledError) else None
        parent = self._parent
        if self._parent_cancel_requested and parent is not None and parent.uncancel() == 0:
            cancellation = None  # our own request; nobody else's is pending
        if exc is not None and not self._aborting:
            self._abort()
        waited = await self._wait_for_members()
        if waited is not None:
            cancellation = waited
        if self._base_error is not None:
            raise self._base_error
        if cancellation is not None and not self._errors:
            raise cancellation
        if exc is not None and not isinstance(exc, CancelledError):
            self._errors.append(exc)
        if self._errors:
            errors = self._errors
            self._errors = []
            _raise_group(errors)

    async def _wait_for_members(self) -> BaseException | None:
        """Wait until no task runs; returns the cancellation that came meanwhile."""
        cancellation: BaseException | None = None
        while self._members:
            completed: Future[bool] = Future(loop=self._loop)
            self._on_completed = completed
            try:
                await completed
            except CancelledError as exc:
                if not self._aborting:
                    cancellation = exc
                    self._abort()
            self._on_completed = None
        return cancellation

    def create_task(
        self, coro: Coroutine[Any, Any, _T], *, name: str | None = None, context: Context | None = None
    ) -> tasks.Task[_T]:
        loop = self._loop
        if not self._entered or loop is None:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._members:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = tasks.Task(coro, loop=loop, name=name, context=context)
        task._add_entry(_GroupEntry(self, task))
        self._members.append(task)
        return task

    def _abort(self) -> None:
        self._aborting = True
        for member in list(self._members):
            if not member.done():
                member.cancel()

    def _one_done(self, future: _FutureBase) -> None:
        self._members.remove(future)
        completed = self._on_completed
        if completed is not None and not self._members and not completed.done():
            completed.set_result(True)
        if future.cancelled():
            return
        exc = future.exception()
        if exc is None:
            return
        self._errors.append(exc)
        if _is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        parent = self._parent
        if parent is None:
            return
        if parent._future.done():
            future._loop._report(
                f"Task {future!r} has errored out but its parent task {parent._future!r} "
                "is already completed",
                exc,
            )
            return
        if not self._aborting and not self._parent_cancel_requested:
            # Wake the parent; __aexit__ takes this cancellation back.
            self._abort()
            self._parent_cancel_requested = True
            parent._future.cancel()
