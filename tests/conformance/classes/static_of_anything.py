"""`staticmethod` called on functions that are written elsewhere: of the library, of the program, of a variable."""

import functools
import math
import operator
from collections.abc import Callable
from typing import Any


def double(number: int) -> int:
    return 2 * number


def tracing(prefix: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def inner(*args: Any, **kwargs: Any) -> Any:
            print(prefix, function.__name__, args, sorted(kwargs.items()))
            return function(*args, **kwargs)

        return inner

    return decorate


class Numbers:
    size = staticmethod(len)
    root = staticmethod(math.isqrt)
    twice = staticmethod(double)
    increased = staticmethod(lambda number: number + 1)
    combine: Any = staticmethod(functools.reduce)
    traced = staticmethod(tracing(">")(double))

    def total(self, items: list[int]) -> int:
        return int(self.combine(operator.add, items, 0)) + self.size(items)

    @staticmethod
    def ordinary(text: str) -> str:
        return text.upper()


class More(Numbers):
    twice = staticmethod(double)
    root = staticmethod(lambda number: number // 2)

    @classmethod
    def all(cls, number: int) -> list[int]:
        return [cls.twice(number), cls.root(number), cls.increased(number)]


numbers = Numbers()
print(Numbers.size("abc"), numbers.size([1]), Numbers.root(17), numbers.root(24), Numbers.twice is double)
print(numbers.total([1, 2, 3]), Numbers.combine(max, [3, 9, 2]), numbers.increased(4), numbers.ordinary("x"))
print(More.all(10), More().root(9), More().total([]), Numbers.traced(8))
held: Any = More()
print(held.size({1, 2}), held.twice(4), held.root(12), list(map(held.increased, range(3))))
chosen: dict[str, Any] = {"size": numbers.size, "double": Numbers.twice}
print({name: function([1, 2] if name == "size" else 3) for name, function in chosen.items()})
loose = staticmethod(double)
print(loose(7), loose.__func__ is double, loose.__wrapped__(2))
try:
    held.root("nine")
except TypeError as error:
    print("TypeError", "//" in str(error))
