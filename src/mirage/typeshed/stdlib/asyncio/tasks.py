"""Tasks, and waiting for several things at once."""

from __future__ import annotations

from builtins import coroutine
from collections.abc import Awaitable, Coroutine, Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar, overload

from mirage.runtime import contexts, frames

from . import events
from .events import AbstractEventLoop, _FutureTimer, _Ready
from .exceptions import CancelledError, InvalidStateError
from .futures import _CANCELLED, _FINISHED, Future, _Core, _FutureBase

if TYPE_CHECKING:
    from contextvars import Context

__all__ = (
    "Task",
    "create_task",
    "FIRST_COMPLETED",
    "FIRST_EXCEPTION",
    "ALL_COMPLETED",
    "wait",
    "wait_for",
    "as_completed",
    "sleep",
    "gather",
    "shield",
    "ensure_future",
    "current_task",
    "all_tasks",
)

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_K = TypeVar("_K")
_V = TypeVar("_V")
_FT = TypeVar("_FT", bound="Future[Any]")

FIRST_COMPLETED: Final = "FIRST_COMPLETED"
FIRST_EXCEPTION: Final = "FIRST_EXCEPTION"
ALL_COMPLETED: Final = "ALL_COMPLETED"

_last_task: int = 0


def _next_task_number() -> int:
    global _last_task
    _last_task += 1
    return _last_task


class _TaskCore(_Core):
    """Runs a coroutine step by step.

    It is its own entry in the ready queue: a task is there at most once, for its first step, after a
    bare `yield`, or because the future it waits for is done.
    """

    _coro: Coroutine[Any, Any, Any]
    _loop: AbstractEventLoop
    _future: _FutureBase
    _waiter: _FutureBase | None  # what the coroutine awaits
    _thrown: BaseException | None  # for the next step, when nothing is awaited
    _variables: contexts.Variables
    _cancels: int
    _serial: int
    _task: Task[Any]

    def __init__(
        self, coro: Coroutine[Any, Any, Any], future: _FutureBase, name: str | None, context: Context | None
    ) -> None:
        serial = _next_task_number()
        super().__init__(True, f"Task-{serial}" if name is None else name)
        self._serial = serial
        self._coro = coro
        self._future = future
        self._waiter = None
        self._thrown = None
        self._cancels = 0
        self._variables = contexts.current().copy() if context is None else context._variables
        loop = future._loop
        self._loop = loop
        loop._check_closed()
        loop._tasks[serial] = self
        loop._ready.append(self)

    def describe(self) -> str:
        coro: object = self._coro
        if isinstance(coro, coroutine):
            return f"<{frames.stands(coro)}>"
        words = repr(self._coro).split(" ")  # <... object NAME at 0x...>
        name = words[2] if len(words) > 2 else words[0]
        if self._future.done():
            return f"<{name}() done>"
        return f"<{name}()>"

    def is_cancelling(self) -> bool:
        return self._cancels > 0

    def awaited(self) -> _FutureBase | None:
        return self._waiter

    def _shown(self) -> str:
        return "Task.task_wakeup()"

    def request_cancel(self, msg: object) -> bool:
        self._cancels += 1
        waiter = self._waiter
        if waiter is not None and waiter.cancel(msg):
            return True  # the step that follows throws the error in
        self.must_cancel = True
        self._future._cancel_message = msg
        return True

    def uncancel(self) -> int:
        if self._cancels > 0:
            self._cancels -= 1
        return self._cancels

    def _run(self) -> None:
        waiter = self._waiter
        error = self._thrown
        if waiter is not None:
            self._waiter = None
            if waiter._state == _CANCELLED:
                error = waiter._make_cancelled_error()
            elif waiter._exception is not None:
                error = waiter._exception
                waiter._log_traceback = False
        else:
            self._thrown = None
        if self._future._state:
            raise InvalidStateError(f"_step(): already done: {self._future!r}, {error!r}")
        if self.must_cancel:
            self.must_cancel = False
            if not isinstance(error, CancelledError):
                error = self._future._make_cancelled_error()
        loop = self._loop
        outer = loop._current
        loop._current = self
        previous = contexts.activate(self._variables)
        try:
            self._step(error)
        finally:
            contexts.activate(previous)
            loop._current = outer

    def _step(self, error: BaseException | None) -> None:
        future = self._future
        yielded: object = None
        try:
            if error is None:
                yielded = self._coro.send(None)
            else:
                yielded = self._coro.throw(error)
        except StopIteration as stop:
            self._loop._tasks.pop(self._serial, None)
            if self.must_cancel:  # cancelled right before the coroutine stopped
                self.must_cancel = False
                future._set_cancelled(future._cancel_message)
            else:
                future._finish(stop.value)
            return
        except CancelledError as exc:
            self._loop._tasks.pop(self._serial, None)
            future._cancelled_exc = exc  # for its traceback and context
            future._set_cancelled(None)
            return
        except (KeyboardInterrupt, SystemExit) as exc:
            self._loop._tasks.pop(self._serial, None)
            future._fail(exc)
            raise
        except BaseException as exc:
            self._loop._tasks.pop(self._serial, None)
            future._fail(exc)
            return
        if isinstance(yielded, _FutureBase) and yielded._asyncio_future_blocking and yielded is not future:
            yielded._asyncio_future_blocking = False
            if yielded._loop is self._loop:
                yielded._add_entry(self)
                self._waiter = yielded
                if self.must_cancel and yielded.cancel(future._cancel_message):
                    self.must_cancel = False
                return
        self._odd_yield(yielded)

    def _odd_yield(self, yielded: object) -> None:
        """A bare `yield` gives other callbacks a turn; anything else is the program's mistake."""
        if yielded is not None:
            self._thrown = RuntimeError(self._why_not(yielded))
        self._loop._ready.append(self)

    def _why_not(self, yielded: object) -> str:
        if not isinstance(yielded, _FutureBase):
            return f"Task got bad yield: {yielded!r}"
        if yielded is self._future:
            yielded._asyncio_future_blocking = False
            return f"Task cannot await on itself: {self._future!r}"
        if yielded._loop is not self._loop:
            return f"Task {self._future!r} got Future {yielded!r} attached to a different loop"
        return f"yield was used instead of yield from in task {self._future!r} with {yielded!r}"


class Task(Future[_T_co]):  # type: ignore[type-var]
    """A coroutine run by the event loop."""

    _task_core: _TaskCore

    def __init__(
        self,
        coro: Coroutine[Any, Any, _T_co],
        *,
        loop: AbstractEventLoop | None = None,
        name: str | None = None,
        context: Context | None = None,
    ) -> None:
        super().__init__(loop=loop)
        core = _TaskCore(coro, self, name, context)
        core._task = self
        self._core = core
        self._task_core = core

    def get_coro(self) -> Coroutine[Any, Any, _T_co]:
        return self._task_core._coro

    def get_name(self) -> str:
        return self._task_core.name

    def set_name(self, value: object, /) -> None:
        self._task_core.name = str(value)

    def cancelling(self) -> int:
        return self._task_core._cancels

    def uncancel(self) -> int:
        return self._task_core.uncancel()


def create_task(
    coro: Coroutine[Any, Any, _T], *, name: str | None = None, context: Context | None = None
) -> Task[_T]:
    """Run `coro` in the running loop's next turn."""
    return Task(coro, loop=events.get_running_loop(), name=name, context=context)


def _current_core() -> _TaskCore | None:
    loop = events._get_running_loop()
    return None if loop is None else loop._current


def current_task(loop: AbstractEventLoop | None = None) -> Task[Any] | None:
    core = (events.get_running_loop() if loop is None else loop)._current
    return None if core is None else core._task


def all_tasks(loop: AbstractEventLoop | None = None) -> set[Task[Any]]:
    """The tasks that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    tasks: set[Task[Any]] = set()
    for core in list(loop._tasks.values()):
        tasks.add(core._task)
    return tasks


async def _wrap_awaitable(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


def _ensure(awaitable: object, loop: AbstractEventLoop | None) -> _FutureBase:
    """The future of an awaitable: itself, or the task made of it."""
    if isinstance(awaitable, _FutureBase):
        if loop is not None and awaitable._loop is not loop:
            raise ValueError(
                "The future belongs to a different loop than the one specified as the loop argument"
            )
        return awaitable
    if loop is None:
        loop = events.get_event_loop()
    if isinstance(awaitable, Coroutine):
        made: Task[Any] = Task(awaitable, loop=loop)
        return made
    if isinstance(awaitable, Awaitable):
        wrapped: Task[Any] = Task(_wrap_awaitable(awaitable), loop=loop)
        return wrapped
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


@overload
def ensure_future(coro_or_future: _FT, *, loop: AbstractEventLoop | None = None) -> _FT:
    made: _FT = _ensure(coro_or_future, loop)  # type: ignore[assignment]  # it may be Any
    return made


@overload
def ensure_future(coro_or_future: Awaitable[_T], *, loop: AbstractEventLoop | None = None) -> Task[_T]:
    made: Task[_T] = _ensure(coro_or_future, loop)  # type: ignore[assignment]
    return made


def ensure_future(coro_or_future: Any, *, loop: AbstractEventLoop | None = None) -> Any:
    """The future of an awaitable: itself, or the task made of it."""
    return _ensure(coro_or_future, loop)


async def _await(awaitable: Awaitable[_T]) -> _T:
    return await awaitable


# --- sleep -------------------------------------------------------------------------------------


class _Turn:
    """Awaited, gives the other callbacks one turn."""

    def __await__(self) -> Generator[None, None, None]:
        yield


_TURN: Final = _Turn()


async def _sleep(delay: float) -> None:
    if delay <= 0:
        await _TURN
        return
    loop = events.get_running_loop()
    future: Future[None] = Future(loop=loop)
    timer = _FutureTimer(loop.time() + delay, future, loop)
    loop._schedule(timer)
    try:
        await future
    finally:
        timer.cancel()


@overload
async def sleep(delay: float) -> None:
    await _sleep(delay)


@overload
async def sleep(delay: float, result: _T) -> _T:
    await _sleep(delay)
    return result


async def sleep(delay: float, result: Any = None) -> Any:
    """Wait for `delay` seconds; zero or less gives the others one turn."""
    await _sleep(delay)
    return result


# --- wait_for ----------------------------------------------------------------------------------


class _Release(_Ready):
    """Ends the wait for `waiter` (whatever it waits for is done)."""

    _waiter: _FutureBase

    def __init__(self, waiter: _FutureBase) -> None:
        super().__init__()
        self._waiter = waiter

    def _run(self) -> None:
        if not self._waiter.done():
            self._waiter._finish(None)


async def _cancel_and_wait(future: _FutureBase, loop: AbstractEventLoop) -> None:
    """Cancel the future and wait until it is done."""
    waiter: Future[None] = Future(loop=loop)
    entry = _Release(waiter)
    future._add_entry(entry)
    try:
        future.cancel()
        # Waiting for the future itself would make this wait impossible to cancel.
        await waiter
    finally:
        future._remove_entry(entry)


async def _cancelled_value(future: _FutureBase, loop: AbstractEventLoop) -> Any:
    """Cancel an overdue future; its result when it finished after all, else TimeoutError."""
    await _cancel_and_wait(future, loop)
    try:
        return future._value()
    except CancelledError as exc:
        raise TimeoutError() from exc


async def wait_for(fut: Awaitable[_T], timeout: float | None) -> _T:
    """The result of `fut`; after `timeout` seconds it is cancelled and TimeoutError raised."""
    if timeout is None:
        return await fut
    loop = events.get_running_loop()
    value: Any = await _wait_for(fut, timeout, loop)
    return value  # type: ignore[no-any-return]


async def _wait_for(fut: object, timeout: float, loop: AbstractEventLoop) -> Any:
    if timeout <= 0:
        future = _ensure(fut, loop)
        if future.done():
            return future._value()
        return await _cancelled_value(future, loop)
    waiter: Future[None] = Future(loop=loop)
    timer = _FutureTimer(loop.time() + timeout, waiter, loop)
    loop._schedule(timer)
    entry = _Release(waiter)
    future = _ensure(fut, loop)
    future._add_entry(entry)
    try:
        try:
            await waiter
        except CancelledError:
            if future.done():
                return future._value()
            future._remove_entry(entry)
            # The task must not run any more when this returns.
            await _cancel_and_wait(future, loop)
            raise
        if future.done():
            return future._value()
        future._remove_entry(entry)
        return await _cancelled_value(future, loop)
    finally:
        timer.cancel()


# --- wait --------------------------------------------------------------------------------------


class _WaitEntry(_Ready):
    """One done future less to wait for."""

    _future: _FutureBase
    _state: _WaitState

    def __init__(self, future: _FutureBase, state: _WaitState) -> None:
        super().__init__()
        self._future = future
        self._state = state

    def _run(self) -> None:
        self._state.one_done(self._future)


class _WaitState:
    _waiter: _FutureBase
    _timer: _FutureTimer | None
    _counter: int
    _return_when: str

    def __init__(
        self, waiter: _FutureBase, timer: _FutureTimer | None, counter: int, return_when: str
    ) -> None:
        self._waiter = waiter
        self._timer = timer
        self._counter = counter
        self._return_when = return_when

    def one_done(self, future: _FutureBase) -> None:
        self._counter -= 1
        enough = self._counter <= 0 or self._return_when == FIRST_COMPLETED
        if not enough and self._return_when == FIRST_EXCEPTION:
            enough = not future.cancelled() and future.exception() is not None
        if enough:
            if self._timer is not None:
                self._timer.cancel()
            if not self._waiter.done():
                self._waiter._finish(None)


async def _wait(futures: list[_FutureBase], timeout: float | None, return_when: str) -> None:
    loop = events.get_running_loop()
    waiter: Future[None] = Future(loop=loop)
    timer: _FutureTimer | None = None
    if timeout is not None:
        timer = _FutureTimer(loop.time() + timeout, waiter, loop)
        loop._schedule(timer)
    state = _WaitState(waiter, timer, len(futures), return_when)
    entries: list[_WaitEntry] = []
    for future in futures:
        entry = _WaitEntry(future, state)
        entries.append(entry)
        future._add_entry(entry)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for entry in entries:
            entry._future._remove_entry(entry)


async def wait(
    fs: Iterable[_FT], *, timeout: float | None = None, return_when: str = "ALL_COMPLETED"
) -> tuple[set[_FT], set[_FT]]:
    """Wait for the futures; returns (done, pending) and does not raise on a timeout."""
    unique = set(fs)
    if not unique:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when != FIRST_COMPLETED and return_when != FIRST_EXCEPTION and return_when != ALL_COMPLETED:
        raise ValueError(f"Invalid return_when value: {return_when}")
    futures: list[_FutureBase] = []
    for one in unique:
        futures.append(one)
    await _wait(futures, timeout, return_when)
    done: set[_FT] = set()
    pending: set[_FT] = set()
    for one in unique:
        if one.done():
            done.add(one)
        else:
            pending.add(one)
    return done, pending


class _Completions(Generic[_T]):
    """`as_completed`: futures that get the results in the order of completion."""

    _todo: list[_FutureBase]
    _waiting: list[Future[_T]]
    _next: int
    _timer: events.TimerHandle | None

    def __init__(self, futures: list[_FutureBase], timeout: float | None) -> None:
        self._todo = futures
        self._waiting = []
        self._next = 0
        self._timer = None
        loop = events.get_event_loop()
        for _ in futures:
            self._waiting.append(Future(loop=loop))
        for future in futures:
            future._add_entry(_Completed(self, future))
        if futures and timeout is not None:
            self._timer = loop.call_later(timeout, self._on_timeout)

    def one_done(self, future: _FutureBase) -> None:
        if future not in self._todo:
            return  # the timeout came first
        self._todo.remove(future)
        target = self._take()
        if future.cancelled():
            target._cancelled_exc = future._make_cancelled_error()
            target._set_cancelled(None)
        elif future._exception is not None:
            future._log_traceback = False
            target._fail(future._exception)
            target._log_traceback = False
        else:
            target._finish(future._result)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    def _take(self) -> Future[_T]:
        target = self._waiting[self._next]
        self._next += 1
        return target

    def _on_timeout(self) -> None:
        for _ in self._todo:
            target = self._take()
            target._fail(TimeoutError())
            target._log_traceback = False
        self._todo.clear()


class _Completed(_Ready):
    _completions: _Completions[Any]
    _future: _FutureBase

    def __init__(self, completions: _Completions[Any], future: _FutureBase) -> None:
        super().__init__()
        self._completions = completions
        self._future = future

    def _run(self) -> None:
        self._completions.one_done(self._future)


def as_completed(fs: Iterable[Awaitable[_T]], *, timeout: float | None = None) -> Iterator[Future[_T]]:
    """Awaitables that give the results (or exceptions) in the order of completion."""
    futures: list[_FutureBase] = []
    for awaitable in fs:
        future = _ensure(awaitable, None)
        if future not in futures:
            futures.append(future)
    completions: _Completions[_T] = _Completions(futures, timeout)
    return iter(completions._waiting)


# --- gather ------------------------------------------------------------------------------------


class _GatherChild(_Ready):
    _parent: _GatherCore
    _future: _FutureBase

    def __init__(self, parent: _GatherCore, future: _FutureBase) -> None:
        super().__init__()
        self._parent = parent
        self._future = future

    def _run(self) -> None:
        self._parent.child_done(self._future)


class _GatherCore(_Core):
    """Counts the children of a `gather` and ends its future."""

    _children: list[_FutureBase]  # as given, one future may be there twice
    _missing: int  # different futures that are not done
    _cancel_requested: bool
    _return_exceptions: bool
    _outer: _FutureBase

    def __init__(self, outer: _FutureBase, return_exceptions: bool) -> None:
        super().__init__(False, "_GatheringFuture")
        self._children = []
        self._missing = 0
        self._cancel_requested = False
        self._return_exceptions = return_exceptions
        self._outer = outer
        outer._core = self

    def add(self, awaitable: object, known: dict[int, _FutureBase]) -> None:
        future = known.get(id(awaitable))
        if future is None:
            future = _ensure(awaitable, self._outer._loop)
            known[id(awaitable)] = future
            self._missing += 1
            future._add_entry(_GatherChild(self, future))
        self._children.append(future)

    def request_cancel(self, msg: object) -> bool:
        requested = False
        for child in self._children:
            if child.cancel(msg):
                requested = True
        if requested:
            self._cancel_requested = True
        return requested

    def child_done(self, future: _FutureBase) -> None:
        self._missing -= 1
        outer = self._outer
        if outer._state:
            future._log_traceback = False
            return
        if not self._return_exceptions:
            if future._state == _CANCELLED:
                outer._fail(future._make_cancelled_error())
                return
            exc = future._exception
            if exc is not None:
                future._log_traceback = False
                outer._fail(exc)
                return
        if self._missing == 0:
            if self._cancel_requested:
                outer._fail(self._children[-1]._make_cancelled_error())
            else:
                try:
                    outer._finish(self.results())
                except TypeError as error:  # a result that Any has hidden is not what the types say
                    outer._fail(error)

    def results(self) -> object:
        raise NotImplementedError


def _child_result(child: _FutureBase) -> Any:
    """A child's result, or its exception as a value."""
    if child._state == _CANCELLED:
        return CancelledError("" if child._cancel_message is None else child._cancel_message)
    exc = child._exception
    if exc is not None:
        child._log_traceback = False
        return exc
    return child._result


class _Gather(_GatherCore, Generic[_T]):
    """Makes the list of the results with its type."""

    def results(self) -> list[_T]:
        results: list[_T] = []
        for child in self._children:
            results.append(_child_result(child))
        return results


def _gather(awaitables: Iterable[object], return_exceptions: bool, outer: Future[list[_T]]) -> None:
    core: _Gather[_T] = _Gather(outer, return_exceptions)
    known: dict[int, _FutureBase] = {}
    for awaitable in awaitables:
        core.add(awaitable, known)
    if not core._children:
        outer._core = None
        outer._finish(core.results())


# CPython returns a list whatever the arguments, and mypy's typeshed calls it a tuple.  Here the static
# type must be true: results of one kind make a list of it, anything else a list of Any.
@overload
def gather(  # type: ignore[overload-overlap]
    *coros_or_futures: Awaitable[bool], return_exceptions: Literal[False] = False
) -> Future[list[bool]]:
    outer: Future[list[bool]] = Future()
    _gather(coros_or_futures, False, outer)
    return outer


@overload
def gather(  # type: ignore[overload-overlap]
    *coros_or_futures: Awaitable[int], return_exceptions: Literal[False] = False
) -> Future[list[int]]:
    outer: Future[list[int]] = Future()
    _gather(coros_or_futures, False, outer)
    return outer


@overload
def gather(  # type: ignore[overload-overlap]
    *coros_or_futures: Awaitable[str], return_exceptions: Literal[False] = False
) -> Future[list[str]]:
    outer: Future[list[str]] = Future()
    _gather(coros_or_futures, False, outer)
    return outer


@overload
def gather(  # type: ignore[overload-overlap]
    *coros_or_futures: Awaitable[bytes], return_exceptions: Literal[False] = False
) -> Future[list[bytes]]:
    outer: Future[list[bytes]] = Future()
    _gather(coros_or_futures, False, outer)
    return outer


@overload
def gather(  # type: ignore[overload-overlap]
    *coros_or_futures: Awaitable[float], return_exceptions: Literal[False] = False
) -> Future[list[float]]:
    outer: Future[list[float]] = Future()
    _gather(coros_or_futures, False, outer)
    return outer


@overload
def gather(  # type: ignore[overload-overlap]
    *coros_or_futures: Awaitable[None], return_exceptions: Literal[False] = False
) -> Future[list[None]]:
    outer: Future[list[None]] = Future()
    _gather(coros_or_futures, False, outer)
    return outer


@overload
def gather(  # type: ignore[overload-overlap]
    *coros_or_futures: Awaitable[list[_V]], return_exceptions: Literal[False] = False
) -> Future[list[list[_V]]]:
    outer: Future[list[list[_V]]] = Future()
    _gather(coros_or_futures, False, outer)
    return outer


@overload
def gather(  # type: ignore[overload-overlap]
    *coros_or_futures: Awaitable[dict[_K, _V]], return_exceptions: Literal[False] = False
) -> Future[list[dict[_K, _V]]]:
    outer: Future[list[dict[_K, _V]]] = Future()
    _gather(coros_or_futures, False, outer)
    return outer


@overload
def gather(*coros_or_futures: Awaitable[_T], return_exceptions: bool) -> Future[list[_T | BaseException]]:
    outer: Future[list[_T | BaseException]] = Future()
    _gather(coros_or_futures, return_exceptions, outer)
    return outer


@overload
def gather(*coros_or_futures: Awaitable[Any], return_exceptions: Literal[False] = False) -> Future[list[Any]]:
    outer: Future[list[Any]] = Future()
    _gather(coros_or_futures, False, outer)
    return outer


def gather(*coros_or_futures: Awaitable[Any], return_exceptions: bool = False) -> Future[list[Any]]:
    """A future of the list of all results, in the order of the arguments.

    The first exception ends it, unless `return_exceptions`: then exceptions are results.
    """
    outer: Future[list[Any]] = Future()
    _gather(coros_or_futures, return_exceptions, outer)
    return outer


# --- shield ------------------------------------------------------------------------------------


class _ShieldInner(_Ready):
    """Copies the outcome of the shielded future."""

    _inner: _FutureBase
    _outer: _FutureBase

    def __init__(self, inner: _FutureBase, outer: _FutureBase) -> None:
        super().__init__()
        self._inner = inner
        self._outer = outer

    def _run(self) -> None:
        inner = self._inner
        outer = self._outer
        if outer._state:
            if outer._state == _CANCELLED and inner._state == _FINISHED:
                inner._log_traceback = False
        elif inner._state == _CANCELLED:
            outer.cancel()
        elif inner._exception is not None:
            inner._log_traceback = False
            outer._fail(inner._exception)
        else:
            outer._finish(inner._result)


class _ShieldOuter(_Ready):
    """The outer future is done (cancelled): the inner one need not tell it any more."""

    _inner: _FutureBase
    _entry: _Ready

    def __init__(self, inner: _FutureBase, entry: _Ready) -> None:
        super().__init__()
        self._inner = inner
        self._entry = entry

    def _run(self) -> None:
        if not self._inner.done():
            self._inner._remove_entry(self._entry)


def shield(arg: Awaitable[_T]) -> Future[_T]:
    """A future of the same outcome; cancelling it does not cancel what is behind."""
    inner = _ensure(arg, None)
    outer: Future[_T] = Future(loop=inner._loop)
    entry = _ShieldInner(inner, outer)
    if inner.done():
        entry._run()
        return outer
    inner._add_entry(entry)
    outer._add_entry(_ShieldOuter(inner, entry))
    return outer
