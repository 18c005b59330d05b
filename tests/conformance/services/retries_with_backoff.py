"""Retries: policies with exponential waits and jitter from a seeded source, deadlines, give-up rules, reports."""

from __future__ import annotations

import asyncio
import functools
import random
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Transient(Exception):
    pass


class Fatal(Exception):
    pass


class GaveUp(Exception):
    def __init__(self, attempts: int, last: Exception) -> None:
        super().__init__(f"gave up after {attempts} attempts")
        self.attempts = attempts
        self.last = last


@dataclass(frozen=True)
class Policy:
    attempts: int = 4
    base: float = 0.001
    factor: float = 2.0
    limit: float = 0.004
    jitter: float = 0.0
    seed: int = 1

    def waits(self) -> Iterator[float]:
        source = random.Random(self.seed)
        wait = self.base
        for _ in range(self.attempts - 1):
            spread = wait * self.jitter
            yield min(self.limit, wait) + (source.uniform(-spread, spread) if spread else 0.0)
            wait *= self.factor


@dataclass
class Report(Generic[T]):
    errors: list[str] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    value: T | None = None

    @property
    def attempts(self) -> int:
        return len(self.errors) + (self.value is not None)


async def retried(work: Callable[[], Awaitable[T]], policy: Policy, report: Report[T] | None = None, *, only: tuple[type[Exception], ...] = (Transient,)) -> T:
    report = report if report is not None else Report()
    waits = policy.waits()
    for attempt in range(1, policy.attempts + 1):
        try:
            value = await work()
        except only as error:
            report.errors.append(f"{type(error).__name__}({error})")
            wait = next(waits, None)
            if wait is None:
                raise GaveUp(attempt, error) from error
            report.waits.append(wait)
            await asyncio.sleep(wait)
        else:
            report.value = value
            return value
    raise AssertionError("no attempts")


def retrying(policy: Policy, *, only: tuple[type[Exception], ...] = (Transient,)) -> Callable[[Callable[P, Awaitable[T]]], Callable[P, Awaitable[T]]]:
    def decorate(function: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        @functools.wraps(function)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
            return await retried(functools.partial(function, *args, **kwargs), policy, only=only)

        return wrapper

    return decorate


class Flaky:
    """Fails the first `bad` times."""

    def __init__(self, bad: int, error: type[Exception] = Transient) -> None:
        self.bad = bad
        self.error = error
        self.calls = 0

    async def fetch(self, key: str = "k") -> str:
        self.calls += 1
        await asyncio.sleep(0)
        if self.calls <= self.bad:
            raise self.error(f"call {self.calls} of {key}")
        return f"{key}={self.calls}"


async def with_deadline(flaky: Flaky, seconds: float) -> str:
    try:
        async with asyncio.timeout(seconds):
            return await retried(flaky.fetch, Policy(attempts=1000, base=0.002, factor=1.0))
    except TimeoutError:
        return "deadline"


async def main() -> None:
    policy = Policy()
    print([round(w, 4) for w in policy.waits()], [round(w, 4) for w in replace(policy, attempts=1).waits()])
    jittered = replace(policy, jitter=0.5, attempts=5, limit=1.0)
    print(list(jittered.waits()) == list(jittered.waits()), all(0.0005 <= w <= 0.012 for w in jittered.waits()))

    report: Report[str] = Report()
    text = await retried(Flaky(2).fetch, policy, report)
    print(text, report, report.attempts)
    report = Report()
    try:
        await retried(Flaky(9).fetch, policy, report)
    except GaveUp as error:
        print(error, error.attempts, repr(error.last), error.__cause__ is error.last, report.attempts)
    try:
        await retried(Flaky(1, Fatal).fetch, policy)
    except Fatal as error:
        print("fatal:", error, error.__context__)

    flaky = Flaky(3, OSError)
    fetch = retrying(policy, only=(OSError, Transient))(flaky.fetch)
    print(await fetch("name"), await fetch(key="other"), flaky.calls, fetch.__name__)

    @retrying(Policy(attempts=2), only=(ZeroDivisionError, KeyError))
    async def ratio(table: dict[str, int], a: str, b: str) -> float:
        calls.append(a + b)
        return table[a] / table[b]

    calls: list[str] = []
    numbers = {"x": 3, "y": 4, "z": 0}
    print(await ratio(numbers, "x", "y"))
    for pair in (("x", "z"), ("x", "w")):
        try:
            await ratio(numbers, *pair)
        except GaveUp as error:
            print(type(error.last).__name__, error.last, error.args)
    print(calls)
    print(await with_deadline(Flaky(2), 5), await with_deadline(Flaky(10**6), 0.02))

    results = await asyncio.gather(*(retried(Flaky(n).fetch, Policy(attempts=3)) for n in range(5)), return_exceptions=True)
    print([r if isinstance(r, str) else f"{type(r).__name__}/{r.__cause__}" for r in results])


asyncio.run(main())
