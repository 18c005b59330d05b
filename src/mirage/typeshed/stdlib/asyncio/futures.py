"""Futures.

All state lives in `_FutureBase`, which is not generic: the loop, tasks, gather and the rest handle
futures of any type alike.  `Future[T]` only gives the result its type.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from . import events
from ._callbacks import described as _described, short as _short
from .events import AbstractEventLoop, _Ready
from .exceptions import CancelledError, InvalidStateError

if TYPE_CHECKING:
    from contextvars import Context


__all__ = ("Future", "isfuture")

_T = TypeVar("_T")

_PENDING: Final = 0
_CANCELLED: Final = 1
_FINISHED: Final = 2


class _Core(_Ready):
    """What drives a future from inside and must hear of its cancellation: a task's or gather's part.

    Kept apart from the generic classes, so that code over tasks of any type is compiled once.
    """

    is_task: bool
    must_cancel: bool  # the next step raises CancelledError
    name: str

    def __init__(self, is_task: bool, name: str) -> None:
        super().__init__()
        self.is_task = is_task
        self.must_cancel = False
        self.name = name

    def request_cancel(self, msg: object) -> bool:
        raise NotImplementedError

    def describe(self) -> str:
        """How the coroutine is shown in a task's repr."""
        return self.name

    def is_cancelling(self) -> bool:
        """Somebody has asked a task to end."""
        return self.must_cancel

    def awaited(self) -> _FutureBase | None:
        """What the coroutine of a task awaits."""
        return None


class _FutureBase:
    _state: int
    _result: object
    _exception: BaseException | None
    _loop: AbstractEventLoop
    _entry: _Ready | None
    _more_entries: list[_Ready] | None
    _cancel_message: object
    _cancelled_exc: CancelledError | None
    _core: _Core | None
    _log_traceback: bool
    _asyncio_future_blocking: bool

    def __init__(self, loop: AbstractEventLoop) -> None:
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._loop = loop
        self._entry = None
        self._more_entries = None
        self._cancel_message = None
        self._cancelled_exc = None
        self._core = None
        self._log_traceback = False
        self._asyncio_future_blocking = False

    def get_loop(self) -> AbstractEventLoop:
        return self._loop

    def cancelled(self) -> bool:
        return self._state == _CANCELLED

    def done(self) -> bool:
        return self._state != _PENDING

    def cancel(self, msg: Any | None = None) -> bool:
        """Cancel the future (or ask its task to end); False when it is done already."""
        self._log_traceback = False
        if self._state != _PENDING:
            return False
        core = self._core
        if core is not None:
            return core.request_cancel(msg)
        self._set_cancelled(msg)
        return True

    def _set_cancelled(self, msg: object) -> None:
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_entries()

    def _make_cancelled_error(self) -> CancelledError:
        exc = self._cancelled_exc
        if exc is not None:
            self._cancelled_exc = None
            return exc
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def exception(self) -> BaseException | None:
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state == _PENDING:
            raise InvalidStateError("Exception is not set.")
        self._log_traceback = False
        return self._exception

    def set_exception(self, exception: type | BaseException, /) -> None:
        core = self._core
        if core is not None and core.is_task:
            raise RuntimeError("Task does not support set_exception operation")
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, BaseException):
            self._fail(exception)
            return
        made: object = exception()
        if not isinstance(made, BaseException):
            raise TypeError("invalid exception object")
        self._fail(made)

    def _fail(self, exception: BaseException) -> None:
        if isinstance(exception, StopIteration):
            raise TypeError(
                "StopIteration interacts badly with generators and cannot be raised into a Future"
            )
        self._exception = exception
        self._state = _FINISHED
        self._log_traceback = True
        self._loop._note_failed(self)
        self._schedule_entries()

    def _finish(self, result: object) -> None:
        """Set the result; the caller knows that the future is pending."""
        self._result = result
        self._state = _FINISHED
        self._schedule_entries()

    def _value(self) -> Any:
        """The result, boxed; raises as `result()`."""
        if self._state == _FINISHED:
            exc = self._exception
            if exc is None:
                return self._result
            self._log_traceback = False
            raise exc
        return self._no_value()

    def _no_value(self) -> None:
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        raise InvalidStateError("Result is not set.")

    # --- callbacks: entries for the ready queue ------------------------------------------------

    def _add_entry(self, entry: _Ready) -> None:
        """Put `entry` into the ready queue when the future is done (now, when it is)."""
        if self._state != _PENDING:
            self._loop._check_closed()
            self._loop._ready.append(entry)
        elif self._entry is None:
            self._entry = entry
        else:
            more = self._more_entries
            if more is None:
                self._more_entries = [entry]
            else:
                more.append(entry)

    def _remove_entry(self, entry: _Ready) -> None:
        if self._entry is entry:
            self._entry = None
            more = self._more_entries
            if more:
                self._entry = more.pop(0)
            return
        more = self._more_entries
        if more is not None:
            self._more_entries = [one for one in more if one is not entry]

    def _schedule_entries(self) -> None:
        first = self._entry
        if first is None:
            return
        self._entry = None
        loop = self._loop
        loop._check_closed()
        loop._ready.append(first)
        more = self._more_entries
        if more is not None:
            self._more_entries = None
            for entry in more:
                loop._ready.append(entry)

    def _remove_callback(self, fn: object) -> int:
        """Remove every entry of `add_done_callback(fn)` and return how many there were."""
        entries: list[_Ready] = []
        if self._entry is not None:
            entries.append(self._entry)
        if self._more_entries is not None:
            entries.extend(self._more_entries)
        kept = [one for one in entries if not (isinstance(one, _DoneCallback) and one._function == fn)]
        self._entry = kept[0] if kept else None
        self._more_entries = kept[1:] if len(kept) > 1 else None
        return len(entries) - len(kept)

    # --- words ---------------------------------------------------------------------------------

    def _report_never_retrieved(self) -> None:
        if not self._log_traceback:
            return
        self._log_traceback = False
        exc = self._exception
        if exc is None:
            return
        core = self._core
        if core is None:
            kind = "Future"
        else:
            kind = "Task" if core.is_task else core.name
        loop = self._loop
        handler = loop._exception_handler
        if handler is None:
            loop._report(f"{kind} exception was never retrieved\nfuture: {self!r}", exc)
        else:
            context: dict[str, Any] = {
                "message": f"{kind} exception was never retrieved",
                "exception": exc,
                "future": self,
            }
            handler(loop, context)

    def _state_words(self) -> str:
        if self._state == _PENDING:
            return "pending"
        return "cancelled" if self._state == _CANCELLED else "finished"

    def __repr__(self) -> str:
        core = self._core
        words = self._state_words()
        if core is None:
            info = f"<Future {words}"
        elif not core.is_task:
            info = f"<{core.name} {words}"
        else:
            if self._state == _PENDING and core.is_cancelling():
                words = "cancelling"
            info = f"<Task {words} name={core.name!r} coro={core.describe()}"
            waiter = core.awaited()
            if waiter is not None:
                info += f" wait_for={waiter!r}"
        if self._state == _FINISHED:
            if self._exception is not None:
                info += f" exception={self._exception!r}"
            else:
                info += f" result={_short(self._result)}"
        return info + self._callbacks_shown() + ">"

    def _callbacks_shown(self) -> str:
        entry = self._entry
        shown = [] if entry is None else [entry._shown()]
        shown.extend([one._shown() for one in self._more_entries or []])
        shown = [one for one in shown if one]
        if not shown:
            return ""
        if len(shown) > 2:
            shown[1:-1] = [f"<{len(shown) - 2} more>"]
        return f" cb=[{', '.join(shown)}]"


class _DoneCallback(_Ready):
    """The entry of `add_done_callback`."""

    _function: Callable[[Any], object]
    _future: _FutureBase
    _variables: events.contexts.Variables

    def __init__(
        self, function: Callable[[Any], object], future: _FutureBase, context: Context | None
    ) -> None:
        super().__init__()
        self._function = function
        self._future = future
        if context is None:
            self._variables = events.contexts.current().copy()
        else:
            self._variables = context._variables

    def _shown(self) -> str:
        return _described(self._function, ())

    def _run(self) -> None:
        previous = events.contexts.activate(self._variables)
        try:
            self._function(self._future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            called = _described(self._function, (self._future,))
            handle = events.Handle(self._function, (self._future,), self._future._loop)
            self._future._loop._report(f"Exception in callback {called}", exc, handle)
        finally:
            events.contexts.activate(previous)


class Future(_FutureBase, Generic[_T]):
    """A result that is not there yet."""

    def __init__(self, *, loop: AbstractEventLoop | None = None) -> None:
        super().__init__(events.get_event_loop() if loop is None else loop)

    def result(self) -> _T:
        value: Any = self._value()
        return value  # type: ignore[no-any-return]

    def set_result(self, result: _T, /) -> None:
        core = self._core
        if core is not None and core.is_task:
            raise RuntimeError("Task does not support set_result operation")
        if self._state != _PENDING:
            raise InvalidStateError("invalid state")
        self._finish(result)

    def add_done_callback(self, fn: Callable[[Any], object], /, *, context: Context | None = None) -> None:
        self._add_entry(_DoneCallback(fn, self, context))

    def remove_done_callback(self, fn: Callable[[Any], object], /) -> int:
        return self._remove_callback(fn)

    def __await__(self) -> Generator[Any, None, _T]:
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state == _PENDING:
                raise RuntimeError("await wasn't used with future")
        value: Any = self._value()
        return value  # type: ignore[no-any-return]

    def __iter__(self) -> Generator[Any, None, _T]:
        return self.__await__()


def isfuture(obj: object) -> bool:
    return isinstance(obj, _FutureBase)
