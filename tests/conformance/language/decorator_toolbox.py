"""A toolbox of decorators: retry, trace, counting, clamps, stacking order, on methods and classes, with state."""

from __future__ import annotations

import functools
from typing import Any, Callable, Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S")


def retry(times: int, *errors: type[Exception]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def attempt(*args: P.args, **kwargs: P.kwargs) -> R:
            failures: list[Exception] = []
            for number in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except errors as error:
                    failures.append(error)
                    print(f"  try {number} of {function.__name__}: {error!r}")
            raise ExceptionGroup(f"{function.__name__} failed {times} times", failures)

        return attempt

    return decorate


class Counted:
    """A decorator that is an object."""

    def __init__(self, function: Callable[..., Any]) -> None:
        functools.update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.calls += 1
        return self.function(*args, **kwargs)


depth = 0


def trace(function: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        global depth
        shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        print("  " * depth + f"{function.__name__}({shown})")
        depth += 1
        try:
            result = function(*args, **kwargs)
        finally:
            depth -= 1
        print("  " * depth + f"= {result!r}")
        return result

    return wrapper


def locked(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    held: list[int] = []

    @functools.wraps(method)
    def inner(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if held:
            raise RuntimeError(f"{method.__name__} entered twice")
        held.append(1)
        try:
            return method(self, *args, **kwargs)
        finally:
            held.pop()

    return inner


def tagged(*tags: str) -> Callable[[type[S]], type[S]]:
    def mark(cls: type[S]) -> type[S]:
        REGISTRY.setdefault(cls.__name__, []).extend(tags)
        return cls

    return mark


REGISTRY: dict[str, list[str]] = {}


@trace
def hanoi(n: int, a: str = "a", b: str = "b", *, via: str = "c") -> int:
    """Moves needed."""
    return 0 if n == 0 else hanoi(n - 1, a, via, via=b) + 1 + hanoi(n - 1, via, b, via=a)


state = {"left": 2}


@retry(3, ValueError, KeyError)
def flaky(key: str, default: int = 0) -> int:
    if state["left"]:
        state["left"] -= 1
        raise ValueError(f"not yet {key}")
    return {"x": 10}[key] + default


@Counted
def area(width: int, height: int = 2) -> int:
    return width * height


@tagged("outer")
@tagged("inner", "more")
class Account:
    def __init__(self) -> None:
        self.total = 0

    @locked
    def add(self, amount: int, *more: int, note: str = "") -> int:
        self.total += amount + sum(more)
        if note == "again":
            self.add(1)
        return self.total

    @staticmethod
    @functools.lru_cache
    def rate(year: int) -> float:
        print("  computing", year)
        return year / 1000

    @classmethod
    @trace
    def build(cls, n: int) -> str:
        return f"{cls.__name__}{n}"


print(hanoi(1), hanoi.__name__, hanoi.__doc__)
print(flaky("x"), flaky("x", default=5))
print(area(3), area(3, height=4), area.calls, area.function(1))
account = Account()
print(account.add(1, 2, 3), account.add(4, note="ok"), REGISTRY)
try:
    account.add(1, note="again")
except RuntimeError as error:
    print(error, account.total)
print(Account.rate(2024), account.rate(2024), Account.build(3))
state["left"] = 9
try:
    flaky("y")
except ExceptionGroup as group:
    print(group, [str(e) for e in group.exceptions])
state["left"] = 0
print(flaky("nothing"))
