"""Retry policies as composable objects, on a clock of their own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count, islice, repeat
from typing import Generic, TypeVar

T = TypeVar("T")


class Policy(ABC):
    @abstractmethod
    def delays(self) -> Iterator[float]: ...

    def __or__(self, other: Policy) -> Policy:
        return Then(self, other)

    def __mul__(self, times: int) -> Policy:
        return Limited(self, times)

    def capped(self, most: float) -> Policy:
        return Mapped(self, lambda delay: min(delay, most))


@dataclass(frozen=True)
class Fixed(Policy):
    delay: float

    def delays(self) -> Iterator[float]:
        return repeat(self.delay)


@dataclass(frozen=True)
class Exponential(Policy):
    base: float
    factor: float = 2.0

    def delays(self) -> Iterator[float]:
        return (self.base * self.factor**n for n in count())


@dataclass(frozen=True)
class Then(Policy):
    first: Policy
    second: Policy

    def delays(self) -> Iterator[float]:
        yield from self.first.delays()
        yield from self.second.delays()


@dataclass(frozen=True)
class Limited(Policy):
    inner: Policy
    times: int

    def delays(self) -> Iterator[float]:
        return islice(self.inner.delays(), self.times)


@dataclass(frozen=True)
class Mapped(Policy):
    inner: Policy
    change: Callable[[float], float]

    def delays(self) -> Iterator[float]:
        return map(self.change, self.inner.delays())


class GivenUp(Exception):
    def __init__(self, attempts: int, waited: float) -> None:
        super().__init__(f"after {attempts} attempts and {waited:g} s")


@dataclass
class Clock:
    now: float = 0.0
    sleeps: list[float] = field(default_factory=list)

    def sleep(self, delay: float) -> None:
        self.now += delay
        self.sleeps.append(delay)


@dataclass
class Retrying(Generic[T]):
    policy: Policy
    on: tuple[type[Exception], ...] = (OSError,)
    clock: Clock = field(default_factory=Clock)

    def __call__(self, action: Callable[[], T]) -> T:
        attempts = 1
        errors: list[Exception] = []
        for delay in (delays := self.policy.delays()):
            try:
                return action()
            except self.on as error:
                errors.append(error)
                self.clock.sleep(delay)
                attempts += 1
        assert next(delays, None) is None
        try:
            return action()
        except self.on as error:
            for earlier in errors:
                error.add_note(f"before: {earlier!r}")
            raise GivenUp(attempts, self.clock.now) from error


def flaky(*outcomes: str | Exception) -> Callable[[], str]:
    script = iter(outcomes)

    def action() -> str:
        match next(script, "nothing left"):
            case Exception() as error:
                raise error
            case text:
                return text

    return action


policies: dict[str, Policy] = {
    "fixed": Fixed(0.5) * 3,
    "doubling": (Exponential(1) * 5).capped(6),
    "mixed": Fixed(0.1) * 2 | Exponential(1, 3) * 2,
    "never": Fixed(1) * 0,
}
for name, policy in policies.items():
    print(name, [*policy.delays()])
    scripts: list[Callable[[], str]] = [
        flaky("at once"),
        flaky(TimeoutError("slow"), ConnectionError("cut"), "third time"),
        flaky(*map(OSError, "abcdefgh")),
        flaky(OSError("x"), ValueError("not ours")),
    ]
    for action in scripts:
        retry = Retrying[str](policy)
        try:
            print("  ok", retry(action), retry.clock.sleeps)
        except GivenUp as error:
            cause = error.__cause__
            assert cause is not None
            print("  gave up", error, repr(cause), getattr(cause, "__notes__", []))
        except ValueError as error:
            print("  raised", error, retry.clock.now, error.__context__)
print(
    policies["fixed"],
    policies["never"] == Fixed(1) * 0,
    Fixed(1) == Fixed(2),
    hash(Fixed(1)) == hash(Fixed(1.0)),
)
print(Retrying[int](Fixed(0) * 2, (ZeroDivisionError,))(lambda: 7))
