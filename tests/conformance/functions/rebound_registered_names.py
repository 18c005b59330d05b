"""The name of a function that a decorator gave back, and that something else is assigned to."""

from typing import Any, Callable, TypeVar
F = TypeVar("F", bound=Callable[..., Any])
seen: list[str] = []
def register(f: F) -> F:
    seen.append(f.__name__)
    return f
@register
def h(x: int) -> int:
    return x
k = h
def use() -> int:
    return h(3)
print(use())
def other(x: int) -> int:
    return x + 10
h = other
print(use(), h(1), k(1), h is other, h.__name__, seen)
