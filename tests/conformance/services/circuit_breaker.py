"""A circuit breaker with a clock of its own: closed, open, half open; statistics, listeners, a decorator."""

from __future__ import annotations

import asyncio
import enum
import functools
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class State(enum.Enum):
    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def advance(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("time does not go back")
        self.now += seconds


class BreakerOpen(Exception):
    def __init__(self, name: str, wait: float) -> None:
        super().__init__(name, wait)
        self.name = name
        self.wait = wait

    def __str__(self) -> str:
        return f"{self.name} is open for {self.wait:.1f}s more"


Listener = Callable[["Breaker", State, State], None]


@dataclass
class Breaker:
    name: str
    clock: Clock
    failures_allowed: int = 3
    recovery: float = 10.0
    probes: int = 2
    ignored: tuple[type[Exception], ...] = ()
    state: State = State.CLOSED
    opened_at: float = 0.0
    failures: int = 0
    successes: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    recent: deque[bool] = field(default_factory=lambda: deque(maxlen=5))
    listeners: list[Listener] = field(default_factory=list)

    def _change(self, state: State) -> None:
        if state is self.state:
            return
        old, self.state = self.state, state
        self.failures = self.successes = 0
        if state is State.OPEN:
            self.opened_at = self.clock.now
        for listener in self.listeners:
            listener(self, old, state)

    def _admit(self) -> None:
        if self.state is not State.OPEN:
            return
        left = self.opened_at + self.recovery - self.clock.now
        if left > 0:
            self.counts["rejected"] += 1
            raise BreakerOpen(self.name, left)
        self._change(State.HALF_OPEN)

    def _success(self) -> None:
        self.counts["ok"] += 1
        self.recent.append(True)
        if self.state is State.HALF_OPEN:
            self.successes += 1
            if self.successes >= self.probes:
                self._change(State.CLOSED)
        else:
            self.failures = 0

    def _failure(self) -> None:
        self.counts["failed"] += 1
        self.recent.append(False)
        self.failures += 1
        if self.state is State.HALF_OPEN or self.failures >= self.failures_allowed:
            self._change(State.OPEN)

    async def call(self, work: Callable[[], Awaitable[R]]) -> R:
        self._admit()
        try:
            result = await work()
        except self.ignored:
            self._success()
            raise
        except Exception:
            self._failure()
            raise
        self._success()
        return result

    def __call__(self, function: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(function)
        async def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            return await self.call(lambda: function(*args, **kwargs))

        return guarded


class Missing(LookupError):
    pass


clock = Clock()
breaker = Breaker("stock", clock, ignored=(Missing,))
log: list[str] = []
breaker.listeners.append(lambda b, old, new: log.append(f"{b.clock.now:5.1f} {b.name}: {old.value} -> {new.value}"))
healthy = True


@breaker
async def stock_of(item: str, *, warehouse: str = "north") -> int:
    """Items left in a warehouse."""
    await asyncio.sleep(0)
    if not healthy:
        raise ConnectionError(f"{warehouse} does not answer")
    if item.startswith("?"):
        raise Missing(item)
    return len(item) * (2 if warehouse == "north" else 3)


async def attempt(item: str, **options: str) -> str:
    try:
        if options:
            return str(await stock_of(item, warehouse=options["warehouse"]))
        return str(await stock_of(item))
    except BreakerOpen as error:
        return f"[{error}]"
    except (ConnectionError, LookupError) as error:
        return f"<{type(error).__name__}: {error}>"


async def main() -> None:
    global healthy
    print(stock_of.__name__, stock_of.__doc__)
    print(await attempt("bolt"), await attempt("nut", warehouse="south"), await attempt("?ghost"))
    healthy = False
    for step in range(6):
        clock.advance(1)
        print(step, await attempt("bolt", warehouse="east" if step % 2 else "west"), breaker.state)
    clock.advance(10)
    print("probe", await attempt("bolt"), breaker.state.value)
    healthy = True
    clock.advance(9.9)
    print("early", await attempt("bolt"))
    clock.advance(0.2)
    print("probes", await asyncio.gather(attempt("bolt"), attempt("?x"), attempt("washer")), breaker.state.name)
    print(*log, sep="\n")
    print(sorted(breaker.counts.items()), list(breaker.recent), breaker.failures)
    try:
        clock.advance(-1)
    except ValueError as error:
        print(repr(error))
    refused = BreakerOpen("x", 2)
    print(repr(refused), refused.args, str(refused))


asyncio.run(main())
