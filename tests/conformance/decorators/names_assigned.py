"""Names and documentation of functions are assigned: by decorators without `wraps`, by factories, through Any."""

from collections.abc import Callable
from typing import Any


def deco(f: Callable[..., Any]) -> Callable[..., Any]:
    def inner(*args: Any) -> Any:
        return f(*args)

    inner.__name__ = f.__name__
    inner.__doc__ = f.__doc__
    inner.__qualname__ = "X." + f.__qualname__
    return inner


@deco
def g(x: int) -> int:
    """Doc of g."""
    return x


def plain() -> None: ...
def make(n: int) -> Callable[[], int]:
    def counter() -> int:
        return n

    counter.__name__ = f"counter_{n}"
    return counter


print(g.__name__, g.__doc__, g.__qualname__, g(3))
plain.__name__ = "other"
print(plain.__name__, plain.__qualname__)
fs = [make(i) for i in range(3)]
print([f.__name__ for f in fs], fs[0].__qualname__)
h = lambda: 1  # noqa: E731
h.__name__ = "h!"
print(h.__name__)
a: Any = make(7)
a.__name__ = "any"
print(a.__name__)
try:
    a.__name__ = 3
except TypeError as e:
    print(e)
