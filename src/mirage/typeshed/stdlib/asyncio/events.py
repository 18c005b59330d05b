"""Handles and the event loop.

One loop serves every target: it runs the ready queue, the timers' heap, and what
`mirage.targets.current_net` reports.  The order of callbacks is that of CPython 3.11's base_events.
"""

from __future__ import annotations

import heapq
import sys
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from mirage.lowlevel import i64_to_float, logged
from mirage.runtime import contexts, weak
from mirage.targets import current as _machine
from mirage.targets import current_net as _net

from ._callbacks import described as _described

if TYPE_CHECKING:
    from contextvars import Context

    from .futures import Future, _FutureBase
    from .protocols import BaseProtocol
    from .streams import Server
    from .tasks import Task, _TaskCore
    from .transports import DatagramTransport, Transport

    _ProtocolT = TypeVar("_ProtocolT", bound=BaseProtocol)

__all__ = (
    "AbstractEventLoop",
    "Handle",
    "TimerHandle",
    "get_event_loop",
    "set_event_loop",
    "new_event_loop",
    "_set_running_loop",
    "get_running_loop",
    "_get_running_loop",
)

_T = TypeVar("_T")

_NANOSECONDS: Final = 1e9
_CLOCK_RESOLUTION: Final = 1e-9  # seconds
_MAXIMUM_WAIT: Final = 24 * 3600.0  # seconds; CPython's MAXIMUM_SELECT_TIMEOUT
_MIN_SCHEDULED_TIMERS: Final = 100  # below this, cancelled timers stay in the heap
_POLL_EVERY: Final = 8  # turns with ready callbacks between two looks at the sockets
_READABLE: Final = 1
_WRITABLE: Final = 2


class _Ready:
    """Something the loop can run once; `_cancelled` ones are passed over."""

    _cancelled: bool

    def __init__(self) -> None:
        self._cancelled = False

    def _run(self) -> None:
        raise NotImplementedError

    def _shown(self) -> str:
        """What the repr of a future that it waits for calls it; empty for what CPython has not."""
        return ""


class Handle(_Ready):
    """A callback with its arguments, returned by `call_soon`."""

    _callback: Callable[..., object] | None
    _args: tuple[Any, ...]
    _loop: AbstractEventLoop
    _variables: contexts.Variables

    def __init__(
        self,
        callback: Callable[..., object] | None,
        args: tuple[Any, ...],
        loop: AbstractEventLoop,
        context: Context | None = None,
    ) -> None:
        super().__init__()
        self._callback = callback
        self._args = args
        self._loop = loop
        if context is None:
            self._variables = contexts.current().copy()
        else:
            self._variables = context._variables

    def __repr__(self) -> str:
        state = " cancelled" if self._cancelled else ""
        callback = self._callback
        called = "" if callback is None else f" {_described(callback, self._args)}"
        return f"<{type(self).__name__}{state}{called}>"

    def cancel(self) -> None:
        if not self._cancelled:
            self._cancelled = True
            self._callback = None
            self._args = ()

    def cancelled(self) -> bool:
        return self._cancelled

    def _run(self) -> None:
        callback = self._callback
        if callback is None:
            return
        previous = contexts.activate(self._variables)
        try:
            callback(*self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            called = _described(callback, self._args)
            self._loop._report(f"Exception in callback {called}", exc, self)
        finally:
            contexts.activate(previous)


class TimerHandle(Handle):
    """A callback for a time of the loop's clock (seconds), returned by `call_later` and `call_at`."""

    _when: float
    _scheduled: bool

    def __init__(
        self,
        when: float,
        callback: Callable[..., object] | None,
        args: tuple[Any, ...],
        loop: AbstractEventLoop,
        context: Context | None = None,
    ) -> None:
        super().__init__(callback, args, loop, context)
        self._when = when
        self._scheduled = False

    def __repr__(self) -> str:
        state = " cancelled" if self._cancelled else ""
        callback = self._callback
        called = "" if callback is None else f" {_described(callback, self._args)}"
        return f"<TimerHandle{state} when={self._when}{called}>"

    def __lt__(self, other: TimerHandle) -> bool:
        return self._when < other._when

    def cancel(self) -> None:
        if not self._cancelled and self._scheduled:
            self._loop._timer_cancelled_count += 1
        super().cancel()

    def when(self) -> float:
        return self._when


class _FutureTimer(TimerHandle):
    """The timer of `sleep`: ends the future unless it is done."""

    _future: _FutureBase

    def __init__(self, when: float, future: _FutureBase, loop: AbstractEventLoop) -> None:
        super().__init__(when, None, (), loop)
        self._future = future

    def _run(self) -> None:
        if not self._future.done():
            self._future._finish(None)


class _Watched:
    """The owner of a socket handle the loop watches."""

    def _handle_readable(self) -> None:
        raise NotImplementedError

    def _handle_writable(self) -> None:
        raise NotImplementedError

    def _flush(self) -> None:
        """Send what the callback that has just run has written."""


class _Readable(_Ready):
    """The permanent ready-queue entry for a socket that can be read (or accepted from)."""

    _owner: _Watched

    def __init__(self, owner: _Watched) -> None:
        super().__init__()
        self._owner = owner

    def _run(self) -> None:
        self._owner._handle_readable()


class _Writable(_Readable):
    def _run(self) -> None:
        self._owner._handle_writable()


class _Watch:
    """What the loop does for one socket handle."""

    reader: _Readable
    writer: _Writable
    readable: bool
    writable: bool

    def __init__(self, owner: _Watched) -> None:
        self.reader = _Readable(owner)
        self.writer = _Writable(owner)
        self.readable = False
        self.writable = False


class AbstractEventLoop:
    """The event loop; `new_event_loop` makes one."""

    _ready: deque[_Ready]
    _scheduled: list[TimerHandle]
    _watches: dict[int, _Watch]
    _gathering: list[_Watched]  # have something to send when the running callback ends
    _tasks: dict[int, _TaskCore]
    _failed: list[_FutureBase]
    _current: _TaskCore | None
    _exception_handler: Callable[[AbstractEventLoop, dict[str, Any]], object] | None

    def __init__(self) -> None:
        self._ready = deque()
        self._scheduled = []
        self._watches = {}
        self._gathering = []
        self._tasks = {}  # not finished, by serial number
        self._failed = []  # futures whose exception nobody has looked at
        self._current = None
        self._exception_handler = None
        self._timer_cancelled_count = 0
        self._turns_since_poll = 0
        self._running = False
        self._stopping = False
        self._closed = False
        self._debug = False

    def __repr__(self) -> str:
        return f"<EventLoop running={self._running} closed={self._closed} debug={self._debug}>"

    # --- time and callbacks --------------------------------------------------------------------

    def time(self) -> float:
        """Seconds of the monotonic clock."""
        return i64_to_float(_machine.monotonic_ns()) / _NANOSECONDS

    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> Handle:
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> Handle:
        return self.call_soon(callback, *args, context=context)

    def call_later(
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> TimerHandle:
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(
        self, when: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> TimerHandle:
        timer = TimerHandle(when, callback, args, self, context)
        self._schedule(timer)
        return timer

    def _schedule(self, timer: TimerHandle) -> None:
        self._check_closed()
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True

    # --- futures and tasks ---------------------------------------------------------------------

    def create_future(self) -> Future[Any]:
        from .futures import Future

        return Future(loop=self)

    def create_task(
        self, coro: Coroutine[Any, Any, _T], *, name: object = None, context: Context | None = None
    ) -> Task[_T]:
        from .tasks import Task

        self._check_closed()
        return Task(coro, loop=self, name=None if name is None else str(name), context=context)

    # --- protocols -----------------------------------------------------------------------------

    async def create_server(
        self,
        protocol_factory: Callable[[], BaseProtocol],
        host: str | Sequence[str] | None = None,
        port: int | None = None,
        *,
        family: int = 0,
        flags: int = 1,
        sock: None = None,
        backlog: int = 100,
        ssl: None = None,
        reuse_address: bool | None = None,
        reuse_port: bool | None = None,
        start_serving: bool = True,
    ) -> Server:
        """Listen, and make a protocol for each connection."""
        from ._servers import _ProtocolClients
        from .streams import _listen

        clients = _ProtocolClients(protocol_factory)
        return await _listen(self, clients, host, port, backlog, reuse_port is True, start_serving)

    async def create_connection(
        self,
        protocol_factory: Callable[[], _ProtocolT],
        host: str | None = None,
        port: int | None = None,
        *,
        ssl: None = None,
        family: int = 0,
        proto: int = 0,
        flags: int = 0,
        sock: None = None,
        local_addr: None = None,
        server_hostname: None = None,
        happy_eyeballs_delay: float | None = None,
        interleave: int | None = None,
    ) -> tuple[Transport, _ProtocolT]:
        """Connect, and make a protocol for the connection."""
        from ._servers import _connect_protocol

        if host is None and port is None:
            raise ValueError("host and port was not specified and no sock specified")
        made: list[_ProtocolT] = []

        def make() -> BaseProtocol:
            protocol = protocol_factory()
            made.append(protocol)
            return protocol

        transport = await _connect_protocol(self, make, "127.0.0.1" if host is None else host, port)
        return transport, made[0]

    async def create_datagram_endpoint(
        self,
        protocol_factory: Callable[[], _ProtocolT],
        local_addr: tuple[str, int] | None = None,
        remote_addr: tuple[str, int] | None = None,
        *,
        family: int = 0,
        proto: int = 0,
        flags: int = 0,
        reuse_address: bool | None = None,
        reuse_port: bool | None = None,
        allow_broadcast: bool | None = None,
        sock: None = None,
    ) -> tuple[DatagramTransport, _ProtocolT]:
        """A UDP socket with a protocol."""
        from ._endpoints import _open_datagram

        protocol = protocol_factory()
        transport = await _open_datagram(self, protocol, local_addr, remote_addr)
        return transport, protocol

    # --- sockets -------------------------------------------------------------------------------

    def _watch(self, handle: int, owner: _Watched, readable: bool, writable: bool) -> None:
        """Watch `handle` for `owner`; with neither interest the socket is forgotten."""
        watch = self._watches.get(handle)
        if watch is None:
            if not (readable or writable):
                return
            watch = _Watch(owner)
            self._watches[handle] = watch
        elif watch.readable == readable and watch.writable == writable:
            return
        watch.readable = readable
        watch.writable = writable
        _net.watch(handle, readable, writable)

    def _unwatch(self, handle: int) -> None:
        """Forget `handle`; entries of it in the ready queue do not run any more."""
        watch = self._watches.pop(handle, None)
        if watch is None:
            return
        watch.reader._cancelled = True
        watch.writer._cancelled = True
        if watch.readable or watch.writable:
            _net.watch(handle, False, False)

    def _poll(self, deadline_ns: int) -> None:
        for event in _net.wait(deadline_ns):
            watch = self._watches.get(event >> 2)
            if watch is None:
                continue
            if event & _READABLE and watch.readable:
                self._ready.append(watch.reader)
            if event & _WRITABLE and watch.writable:
                self._ready.append(watch.writer)

    # --- running -------------------------------------------------------------------------------

    def _check_startable(self) -> None:
        self._check_closed()
        if self._running:
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self) -> None:
        self._check_startable()
        self._running = True
        try:
            _set_running_loop(self)
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._send_gathered()
            self._stopping = False
            self._running = False
            _set_running_loop(None)

    def run_until_complete(self, future: Coroutine[Any, Any, _T] | Future[_T]) -> _T:
        from .futures import _FutureBase
        from .tasks import Task

        self._check_startable()
        if isinstance(future, _FutureBase):
            base: _FutureBase = future
            return self._complete(base)  # type: ignore[no-any-return]
        task: Task[_T] = Task(future, loop=self)
        return self._complete(task)  # type: ignore[no-any-return]

    def _complete(self, future: _FutureBase) -> Any:
        stopper = _Stopper(self, future)
        future._add_entry(stopper)
        try:
            self.run_forever()
        except BaseException:
            if future.done() and not future.cancelled():
                future.exception()  # the exception is on its way already
            raise
        finally:
            future._remove_entry(stopper)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future._value()

    def stop(self) -> None:
        self._stopping = True

    def is_running(self) -> bool:
        return self._running

    def is_closed(self) -> bool:
        return self._closed

    def close(self) -> None:
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        self._closed = True
        self._report_failed(0)
        self._ready.clear()
        self._scheduled.clear()

    def _check_closed(self) -> None:
        if self._closed:
            raise RuntimeError("Event loop is closed")

    async def shutdown_asyncgens(self) -> None:
        """Nothing to do: suspended asynchronous generators are plain garbage."""

    async def shutdown_default_executor(self) -> None:
        """Nothing to do: there are no threads."""

    def get_debug(self) -> bool:
        return self._debug

    def set_debug(self, enabled: bool) -> None:
        self._debug = enabled

    def _run_once(self) -> None:
        """One turn: wait for sockets or the next timer, then run what is ready at this moment."""
        if self._scheduled:
            self._drop_cancelled_timers()
        ready = self._ready
        if not ready and not self._stopping:
            self._poll(self._next_deadline())
            self._turns_since_poll = 0
        elif self._watches:
            self._turns_since_poll += 1
            if self._turns_since_poll >= _POLL_EVERY:
                self._turns_since_poll = 0
                self._poll(0)
        if self._scheduled:
            self._collect_due_timers()
        for _ in range(len(ready)):
            entry = ready.popleft()
            if not entry._cancelled:
                entry._run()
                if self._gathering:
                    self._send_gathered()
        weak.notify()

    def _send_gathered(self) -> None:
        for one in self._gathering:
            one._flush()
        self._gathering.clear()

    def _next_deadline(self) -> int:
        """When to wake at the latest, in nanoseconds of the monotonic clock; -1 for never."""
        if not self._scheduled:
            return -1
        now = _machine.monotonic_ns()
        wait = self._scheduled[0]._when - i64_to_float(now) / _NANOSECONDS
        if wait <= 0.0:
            return 0
        if wait > _MAXIMUM_WAIT:
            wait = _MAXIMUM_WAIT
        return int(now) + int(wait * _NANOSECONDS) + 1

    def _drop_cancelled_timers(self) -> None:
        scheduled = self._scheduled
        count = len(scheduled)
        if count > _MIN_SCHEDULED_TIMERS and self._timer_cancelled_count * 2 > count:
            kept: list[TimerHandle] = []
            for timer in scheduled:
                if timer._cancelled:
                    timer._scheduled = False
                else:
                    kept.append(timer)
            heapq.heapify(kept)
            self._scheduled = kept
            self._timer_cancelled_count = 0
            return
        while scheduled and scheduled[0]._cancelled:
            self._timer_cancelled_count -= 1
            timer = heapq.heappop(scheduled)
            timer._scheduled = False

    def _collect_due_timers(self) -> None:
        end_time = self.time() + _CLOCK_RESOLUTION
        scheduled = self._scheduled
        while scheduled and scheduled[0]._when < end_time:
            timer = heapq.heappop(scheduled)
            timer._scheduled = False
            self._ready.append(timer)

    # --- what nobody caught --------------------------------------------------------------------

    def set_exception_handler(
        self, handler: Callable[[AbstractEventLoop, dict[str, Any]], object] | None
    ) -> None:
        self._exception_handler = handler

    def get_exception_handler(self) -> Callable[[AbstractEventLoop, dict[str, Any]], object] | None:
        return self._exception_handler

    def default_exception_handler(self, context: dict[str, Any]) -> None:
        """Log the message, the other entries in order, and the exception; or write them to stderr."""
        message = context.get("message")
        lines = [str(message) if message else "Unhandled exception in event loop"]
        for key in sorted(context):
            if key != "message" and key != "exception":
                lines.append(f"{key}: {context[key]!r}")
        exc = context.get("exception")
        _write_report("\n".join(lines), exc if isinstance(exc, BaseException) else None)

    def call_exception_handler(self, context: dict[str, Any]) -> None:
        handler = self._exception_handler
        if handler is None:
            self.default_exception_handler(context)
        else:
            handler(self, context)

    def _report(self, message: str, exc: BaseException, handle: Handle | None = None) -> None:
        """Report an exception of a callback; `message` may hold more lines (`key: value`)."""
        handler = self._exception_handler
        if handler is None:
            _write_report(message if handle is None else f"{message}\nhandle: {handle!r}", exc)
        elif handle is None:
            handler(self, {"message": message, "exception": exc})
        else:
            handler(self, {"message": message, "exception": exc, "handle": handle})

    def _note_failed(self, future: _FutureBase) -> None:
        """Remember a future with an exception, to report it when nobody has asked for it in the end."""
        self._failed.append(future)
        if len(self._failed) >= 256:
            self._failed = [one for one in self._failed if one._log_traceback]
            self._report_failed(128)

    def _report_failed(self, keep: int) -> None:
        """Report all but the last `keep` futures whose exception was never retrieved."""
        failed = self._failed
        count = len(failed) - keep
        if count <= 0:
            return
        self._failed = failed[count:]
        for future in failed[:count]:
            future._report_never_retrieved()


class _Stopper(_Ready):
    """Stops the loop of `run_until_complete` when its future is done."""

    _loop: AbstractEventLoop
    _future: _FutureBase

    def __init__(self, loop: AbstractEventLoop, future: _FutureBase) -> None:
        super().__init__()
        self._loop = loop
        self._future = future

    def _run(self) -> None:
        if not self._future.cancelled():
            exc = self._future._exception
            if isinstance(exc, (SystemExit, KeyboardInterrupt)):
                return  # the loop ends by this exception already
        self._loop.stop()


def _write_report(text: str, exc: BaseException | None) -> None:
    if logged("asyncio", 40, text, exc):
        return
    sys.stderr.write(text + "\n")
    if exc is not None:
        from mirage.runtime.errors import print_uncaught

        print_uncaught(exc)


_running_loop: AbstractEventLoop | None = None
_default_loop: AbstractEventLoop | None = None


def _get_running_loop() -> AbstractEventLoop | None:
    return _running_loop


def _set_running_loop(loop: AbstractEventLoop | None) -> None:
    global _running_loop
    _running_loop = loop


def get_running_loop() -> AbstractEventLoop:
    loop = _running_loop
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop() -> AbstractEventLoop:
    loop = _running_loop
    if loop is not None:
        return loop
    loop = _default_loop
    if loop is None:
        loop = new_event_loop()
        set_event_loop(loop)
    return loop


def set_event_loop(loop: AbstractEventLoop | None) -> None:
    global _default_loop
    _default_loop = loop


def new_event_loop() -> AbstractEventLoop:
    logged("asyncio", 10, "Using selector: EpollSelector", None)  # as CPython does on Linux
    return AbstractEventLoop()
