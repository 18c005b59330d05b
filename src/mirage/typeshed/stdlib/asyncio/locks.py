"""Synchronisation between tasks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from . import events
from .events import AbstractEventLoop
from .exceptions import BrokenBarrierError, CancelledError
from .futures import Future

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")

_T = TypeVar("_T")


class _LoopBound:
    """Something used from one event loop only."""

    _loop: AbstractEventLoop | None
    _waiters: deque[Future[bool]]

    def __init__(self) -> None:
        self._loop = None
        self._waiters = deque()

    def _new_waiter(self) -> Future[bool]:
        """A future at the end of the queue of waiters."""
        waiter: Future[bool] = Future(loop=self._get_loop())
        self._waiters.append(waiter)
        return waiter

    def _get_loop(self) -> AbstractEventLoop:
        loop = events.get_running_loop()
        if self._loop is None:
            self._loop = loop
        elif self._loop is not loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop

    def _describe(self, state: str) -> str:
        if self._waiters:
            state = f"{state}, waiters:{len(self._waiters)}"
        return f"<{object.__repr__(self)[1:-1]} [{state}]>"


class Lock(_LoopBound):
    """Held by one task at a time, in the order of asking."""

    _locked: bool

    def __init__(self) -> None:
        super().__init__()
        self._locked = False

    def __repr__(self) -> str:
        return self._describe("locked" if self._locked else "unlocked")

    def locked(self) -> bool:
        return self._locked

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.release()

    def _nobody_waits(self) -> bool:
        for waiter in self._waiters:
            if not waiter.cancelled():
                return False
        return True

    async def acquire(self) -> bool:
        if not self._locked and self._nobody_waits():
            self._locked = True
            return True
        waiter = self._new_waiter()
        # The inner `finally` must run first: a cancelled waiter must not wake itself.
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self) -> None:
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self) -> None:
        if self._waiters:
            # A waiter that is done will run and take the lock, or wake the next when cancelled.
            waiter = self._waiters[0]
            if not waiter.done():
                waiter.set_result(True)


class Event(_LoopBound):
    """A flag to wait for."""

    _value: bool

    def __init__(self) -> None:
        super().__init__()
        self._value = False

    def __repr__(self) -> str:
        return self._describe("set" if self._value else "unset")

    def is_set(self) -> bool:
        return self._value

    def set(self) -> None:
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self) -> None:
        self._value = False

    async def wait(self) -> bool:
        if self._value:
            return True
        waiter = self._new_waiter()
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_LoopBound):
    """Waiting for a state that is guarded by a lock."""

    _lock: Lock

    def __init__(self, lock: Lock | None = None) -> None:
        super().__init__()
        self._lock = Lock() if lock is None else lock

    def __repr__(self) -> str:
        return self._describe("locked" if self.locked() else "unlocked")

    async def __aenter__(self) -> None:
        await self._lock.acquire()

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self._lock.release()

    def locked(self) -> bool:
        return self._lock.locked()

    async def acquire(self) -> bool:
        return await self._lock.acquire()

    def release(self) -> None:
        self._lock.release()

    async def wait(self) -> bool:
        """Release the lock, wait for a notification, take the lock again."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            waiter = self._new_waiter()
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            await self._acquire_again()

    async def _acquire_again(self) -> None:
        """Take the lock even when cancelled meanwhile; the cancellation follows."""
        cancelled = False
        while True:
            try:
                await self.acquire()
                break
            except CancelledError:
                cancelled = True
        if cancelled:
            raise CancelledError

    async def wait_for(self, predicate: Callable[[], _T]) -> _T:
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n: int = 1) -> None:
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        woken = 0
        for waiter in self._waiters:
            if woken >= n:
                break
            if not waiter.done():
                woken += 1
                waiter.set_result(False)

    def notify_all(self) -> None:
        self.notify(len(self._waiters))


class Semaphore(_LoopBound):
    """At most `value` holders at a time."""

    _value: int

    def __init__(self, value: int = 1) -> None:
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        super().__init__()
        self._value = value

    def __repr__(self) -> str:
        return self._describe("locked" if self.locked() else f"unlocked, value:{self._value}")

    async def __aenter__(self) -> None:
        await self.acquire()

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        self.release()

    def locked(self) -> bool:
        if self._value == 0:
            return True
        for waiter in self._waiters:
            if not waiter.cancelled():
                return True
        return False

    async def acquire(self) -> bool:
        if not self.locked():
            self._value -= 1
            return True
        waiter = self._new_waiter()
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not waiter.cancelled():
                self._value += 1
                self._wake_up_next()
            raise
        if self._value > 0:
            self._wake_up_next()
        return True

    def release(self) -> None:
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self) -> None:
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more releases than acquisitions."""

    _bound_value: int

    def __init__(self, value: int = 1) -> None:
        self._bound_value = value
        super().__init__(value)

    def release(self) -> None:
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


class Barrier(_LoopBound):
    """Lets tasks go on when `parties` of them have come."""

    _cond: Condition
    _parties: int
    _state: str  # filling, draining, resetting or broken
    _count: int

    def __init__(self, parties: int) -> None:
        if parties < 1:
            raise ValueError("parties must be > 0")
        super().__init__()
        self._cond = Condition()
        self._parties = parties
        self._state = "filling"
        self._count = 0

    def __repr__(self) -> str:
        state = self._state
        if not self.broken:
            state += f", waiters:{self.n_waiting}/{self.parties}"
        return f"<{object.__repr__(self)[1:-1]} [{state}]>"

    async def __aenter__(self) -> int:
        return await self.wait()

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        pass

    async def wait(self) -> int:
        """Wait for the others; returns this task's number, from 0 to parties - 1."""
        async with self._cond:
            while self._state == "draining" or self._state == "resetting":
                await self._cond.wait()
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = "draining"
                    self._cond.notify_all()
                else:
                    await self._wait_for_others()
                return index
            finally:
                self._count -= 1
                self._exit()

    async def _wait_for_others(self) -> None:
        while self._state == "filling":
            await self._cond.wait()
        if self._state == "broken" or self._state == "resetting":
            raise BrokenBarrierError("Abort or reset of barrier")

    def _exit(self) -> None:
        if self._count == 0:
            if self._state == "resetting" or self._state == "draining":
                self._state = "filling"
            self._cond.notify_all()

    async def reset(self) -> None:
        async with self._cond:
            if self._count > 0:
                self._state = "resetting"
            else:
                self._state = "filling"
            self._cond.notify_all()

    async def abort(self) -> None:
        async with self._cond:
            self._state = "broken"
            self._cond.notify_all()

    @property
    def parties(self) -> int:
        return self._parties

    @property
    def n_waiting(self) -> int:
        if self._state == "filling":
            return self._count
        return 0

    @property
    def broken(self) -> bool:
        return self._state == "broken"
