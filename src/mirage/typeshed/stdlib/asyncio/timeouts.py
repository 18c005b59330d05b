"""Timeouts as asynchronous context managers."""

from __future__ import annotations

from types import TracebackType
from typing import Final, final

from . import events, tasks
from .exceptions import CancelledError

__all__ = ("Timeout", "timeout", "timeout_at")

_CREATED: Final = "created"
_ENTERED: Final = "active"
_EXPIRING: Final = "expiring"
_EXPIRED: Final = "expired"
_EXITED: Final = "finished"


class _Expiry(events.TimerHandle):
    """The timer (or, in the past already, the callback) of one timeout."""

    _timeout: Timeout

    def __init__(self, when: float, timeout: Timeout, loop: events.AbstractEventLoop) -> None:
        super().__init__(when, None, (), loop)
        self._timeout = timeout

    def _run(self) -> None:
        self._timeout._on_timeout()


@final
class Timeout:
    """Cancels the task inside the `async with` at a time of the loop's clock."""

    _state: str
    _handler: _Expiry | None
    _core: tasks._TaskCore | None
    _when: float | None
    _cancelling: int

    def __init__(self, when: float | None) -> None:
        self._state = _CREATED
        self._handler = None
        self._core = None
        self._when = when
        self._cancelling = 0

    def when(self) -> float | None:
        return self._when

    def reschedule(self, when: float | None) -> None:
        if self._state != _ENTERED:
            if self._state == _CREATED:
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handler is not None:
            self._handler.cancel()
            self._handler = None
        if when is not None:
            loop = events.get_running_loop()
            expiry = _Expiry(when, self, loop)
            self._handler = expiry
            if when <= loop.time():
                loop._ready.append(expiry)
            else:
                loop._schedule(expiry)

    def expired(self) -> bool:
        return self._state == _EXPIRING or self._state == _EXPIRED

    def __repr__(self) -> str:
        info = ""
        if self._state == _ENTERED:
            when = self._when
            info = " when=None" if when is None else f" when={round(when, 3)}"
        return f"<Timeout [{self._state}]{info}>"

    async def __aenter__(self) -> Timeout:
        if self._state != _CREATED:
            raise RuntimeError("Timeout has already been entered")
        core = tasks._current_core()
        if core is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = _ENTERED
        self._core = core
        self._cancelling = core._cancels
        self.reschedule(self._when)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        if self._handler is not None:
            self._handler.cancel()
            self._handler = None
        if self._state == _EXPIRING:
            self._state = _EXPIRED
            core = self._core
            if (
                core is not None
                and core.uncancel() <= self._cancelling
                and isinstance(exc_val, CancelledError)
            ):
                # No other cancellation is under way: this one is ours.
                raise TimeoutError from exc_val
        elif self._state == _ENTERED:
            self._state = _EXITED

    def _on_timeout(self) -> None:
        core = self._core
        if core is not None:
            core._future.cancel()
        self._state = _EXPIRING
        self._handler = None


def timeout(delay: float | None) -> Timeout:
    """A timeout `delay` seconds from now; None for never."""
    loop = events.get_running_loop()
    if delay is None:
        return Timeout(None)
    return Timeout(loop.time() + delay)


def timeout_at(when: float | None) -> Timeout:
    """A timeout at a time of the loop's clock."""
    return Timeout(when)
