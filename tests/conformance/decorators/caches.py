"""`lru_cache`, `cache`, `cached_property`: counting, limits, types, methods."""

from __future__ import annotations

import functools
from functools import cache, cached_property, lru_cache
from typing import Any

calls: list[str] = []


@lru_cache(maxsize=3)
def square(x: int) -> int:
    calls.append(f"square {x}")
    return x * x


@lru_cache
def text(a: str, b: str = "-") -> str:
    """Join."""
    calls.append(f"text {a}{b}")
    return a + b


@cache
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=None, typed=True)
def typed(x: Any) -> str:
    calls.append(f"typed {x!r}")
    return type(x).__name__


@lru_cache(maxsize=0)
def never(x: int) -> int:
    calls.append("never")
    return x


@functools.lru_cache(128)
def sized(*items: int, scale: int = 1) -> int:
    calls.append(f"sized {items} {scale}")
    return sum(items) * scale


class Polygon:
    made = 0

    def __init__(self, *sides: float) -> None:
        self.sides = sides

    @cached_property
    def perimeter(self) -> float:
        """The length around."""
        calls.append("perimeter")
        return sum(self.sides)

    @cached_property
    def longest(self) -> float:
        calls.append("longest")
        return max(self.sides)

    @lru_cache(maxsize=8)
    def scaled(self, by: int) -> float:
        calls.append(f"scaled {by}")
        return self.perimeter * by

    @staticmethod
    @cache
    def angle_sum(n: int) -> int:
        calls.append(f"angles {n}")
        return (n - 2) * 180

    @classmethod
    @cache
    def unit(cls, n: int) -> Polygon:
        calls.append(f"unit {n}")
        return cls(*[1.0] * n)


def flush() -> None:
    print("   ", "; ".join(calls))
    calls.clear()


def main() -> None:
    print([square(x) for x in (1, 2, 1, 3, 4, 1, 2)])
    flush()
    print(square.cache_info())
    print(square.cache_info().hits, square.cache_info()[1], square.cache_parameters())
    square.cache_clear()
    print(square.cache_info(), square.__name__, square.__wrapped__(9))
    flush()
    print(text("a"), text("a"), text("a", "-"), text("a", b="-"), text(b="-", a="a"), text.__doc__)
    flush()
    print(text.cache_info())
    hits, misses, maxsize, currsize = text.cache_info()
    print(hits, misses, maxsize, currsize)
    print(fib(80), fib.cache_info())
    print(typed(1), typed(1.0), typed(True), typed(1), typed("1"), typed.cache_info())
    flush()
    print(never(1), never(1), never.cache_info())
    flush()
    print(sized(1, 2), sized(1, 2), sized(1, 2, scale=2), sized(*[1, 2], scale=2), sized())
    flush()
    shape = Polygon(3.0, 4.0, 5.0)
    print(
        shape.perimeter, shape.perimeter, shape.longest, shape.scaled(2), shape.scaled(2), shape.scaled(by=2)
    )
    flush()
    other = Polygon(1.0, 1.0)
    print(other.perimeter, other.scaled(2), shape.perimeter)
    flush()
    shape.perimeter = 100.0
    print(shape.perimeter)
    del shape.perimeter
    print(shape.perimeter)
    flush()
    print(Polygon.angle_sum(5), Polygon.angle_sum(5), shape.angle_sum(5), Polygon.unit(3) is Polygon.unit(3))
    flush()
    try:
        text([1])  # type: ignore[arg-type]
    except TypeError as error:
        print(error)


main()
