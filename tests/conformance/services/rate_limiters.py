"""Rate limiters on a fake clock: token bucket, sliding window, leaky bucket; used through one protocol."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from functools import wraps
from typing import Callable, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Clock:
    def __init__(self) -> None:
        self.ms = 0

    def __iadd__(self, ms: int) -> Clock:
        self.ms += ms
        return self


class Limiter(Protocol):
    def allow(self, key: str, cost: int = 1) -> bool: ...


class TooMany(Exception):
    def __init__(self, key: str, at: int) -> None:
        super().__init__(f"{key} at {at} ms")
        self.retry_after = 1000 - at % 1000


@dataclass
class TokenBucket:
    clock: Clock
    rate: float
    burst: int
    levels: dict[str, tuple[float, int]] = field(default_factory=dict)

    def allow(self, key: str, cost: int = 1) -> bool:
        level, then = self.levels.get(key, (float(self.burst), self.clock.ms))
        level = min(self.burst, level + (self.clock.ms - then) * self.rate / 1000)
        ok = level >= cost
        self.levels[key] = (level - cost if ok else level, self.clock.ms)
        return ok


@dataclass
class SlidingWindow:
    clock: Clock
    limit: int
    window: int = 1000
    seen: defaultdict[str, deque[int]] = field(default_factory=lambda: defaultdict(deque))

    def allow(self, key: str, cost: int = 1) -> bool:
        times = self.seen[key]
        while times and times[0] <= self.clock.ms - self.window:
            times.popleft()
        if len(times) + cost > self.limit:
            return False
        times.extend([self.clock.ms] * cost)
        return True


class FixedWindow:
    def __init__(self, clock: Clock, limit: int) -> None:
        self.clock, self.limit = clock, limit
        self.counts: dict[tuple[str, int], int] = {}

    def allow(self, key: str, cost: int = 1) -> bool:
        slot = key, self.clock.ms // 1000
        self.counts[slot] = self.counts.get(slot, 0) + cost
        return self.counts[slot] <= self.limit


class All:
    def __init__(self, *limiters: Limiter) -> None:
        self.limiters = limiters

    def allow(self, key: str, cost: int = 1) -> bool:
        return all(limiter.allow(key, cost) for limiter in self.limiters)


def limited(limiter: Limiter, clock: Clock) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            if not limiter.allow(function.__name__):
                raise TooMany(function.__name__, clock.ms)
            return function(*args, **kwargs)

        return wrapper

    return decorate


def drive(name: str, limiter: Limiter, clock: Clock, gaps: list[int]) -> None:
    marks = []
    for i, gap in enumerate(gaps):
        clock += gap
        marks.append("x." [not limiter.allow("ab"[i % 5 == 0])])
    print(f"{name:<8}{''.join(marks)} {marks.count('x')}")


GAPS = [0, 10, 10, 10, 500, 10, 10, 400, 100, 100, 2000, 0, 0, 0, 0, 0, 999, 1, 1]
makers: dict[str, Callable[[Clock], Limiter]] = {
    "token": lambda c: TokenBucket(c, 2.5, 3),
    "sliding": lambda c: SlidingWindow(c, 3),
    "fixed": lambda c: FixedWindow(c, 3),
    "all": lambda c: All(TokenBucket(c, 5, 5), SlidingWindow(c, 4), FixedWindow(c, 4)),
}
for name, make in makers.items():
    clock = Clock()
    drive(name, make(clock), clock, GAPS)
clock = Clock()
bucket = TokenBucket(clock, 1, 2)
print([bucket.allow("k", cost) for cost in (2, 1)], bucket.levels)
clock += 1500
print([bucket.allow("k", cost) for cost in (1, 1)], bucket.levels, clock.ms)


@limited(SlidingWindow(clock, 2), clock)
def greet(name: str, *, loud: bool = False) -> str:
    """Greet."""
    return f"hello {name}".upper() if loud else f"hello {name}"


print(greet("x"), greet("y", loud=True), greet.__name__, greet.__doc__)
try:
    greet("z")
except TooMany as error:
    print(error, error.retry_after)
clock += 1000
print(greet("w"), greet("v"))
greet("u")
