"""Decorators that are objects and call `functools.update_wrapper(self, function)`."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class CountCalls(Generic[P, R]):
    """Counts calls."""

    __name__: str

    def __init__(self, func: Callable[P, R]) -> None:
        functools.update_wrapper(self, func)
        self.func = func
        self.calls = 0

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        self.calls += 1
        return self.func(*args, **kwargs)


class Traced:
    """Keeps nothing of its own: the wrapped function is what update_wrapper leaves."""

    __wrapped__: Callable[..., Any]
    __qualname__: str
    log: list[str] = []

    def __init__(
        self, func: Callable[..., Any], only: tuple[str, ...] = functools.WRAPPER_ASSIGNMENTS
    ) -> None:
        functools.update_wrapper(self, func, only)

    def __call__(self, *args: Any) -> Any:
        self.log.append(f"{self.__qualname__}{args}")
        return self.__wrapped__(*args)


class Quiet:
    """Has no names."""

    def __call__(self) -> str:
        return "..."


@CountCalls
def greet(name: str, mark: str = "!") -> str:
    """Say hello."""
    return "hello " + name + mark


class Shop:
    @staticmethod
    @CountCalls
    def price(count: int) -> int:
        return count * 3


print(greet("Ada"), greet("Bob", mark="?"), greet.calls, greet.__name__, greet.__doc__)
print(Shop.price(2), Shop.price.calls, Shop.price.__name__, Shop.price.__doc__)
length = Traced(len)
print(length([1, 2]), length.__qualname__, Traced.__doc__)
held: Any = Traced(greet.func)
print(held("Eve"), held.__name__, held.__qualname__, held.__module__ == __name__, held.__doc__, Traced.log)
print(held.__wrapped__ is greet.func, getattr(held, "__name__", "-"), getattr(Quiet(), "__name__", "-"))
some: list[Callable[..., Any]] = [greet, held, len, Quiet()]
print([getattr(f, "__name__", type(f).__name__) for f in some])
print(CountCalls.__doc__, CountCalls.__name__, greet.func.__name__, Quiet().__doc__)
