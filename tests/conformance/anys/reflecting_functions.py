from collections.abc import Callable
from typing import Any


class A:
    kind = "a"

    def __init__(self) -> None:
        self.x = 1

    @property
    def half(self) -> float:
        return self.x / 2

    @half.setter
    def half(self, value: float) -> None:
        self.x = int(value * 2)

    @half.deleter
    def half(self) -> None:
        self.x = 0

    @property
    def fixed(self) -> int:
        return 7


def attempt(function: Callable[..., Any], *arguments: Any) -> None:
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


a = A()
attempt(setattr, a, "x", 5)
attempt(getattr, a, "x")
attempt(hasattr, a, "x")
attempt(getattr, a, "y")
attempt(getattr, a, "y", 12)
attempt(getattr, a, "x", 12)
attempt(hasattr, a, "y")
attempt(setattr, a, "half", 4.0)
attempt(getattr, a, "half")
attempt(delattr, a, "half")
attempt(getattr, a, "half")
attempt(setattr, a, "fixed", 4)
attempt(delattr, a, "fixed")
attempt(delattr, a, "x")
attempt(getattr, a, "x")
attempt(hasattr, a, "x")
attempt(getattr, A, "kind")
attempt(setattr, A, "kind", "b")
print(A.kind, a.kind)
attempt(getattr, 5, "real")
attempt(getattr, a, "x", 1, 2)


def items() -> Any:
    yield 1


b = items()
attempt(setattr, b, "__name__", 123)
attempt(delattr, b, "__qualname__")
attempt(setattr, b, "__name__", "other")
print(b.__name__)
