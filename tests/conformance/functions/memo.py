"""Caches by hand: a dict in a closure, and functools."""

import functools
from typing import Callable


def memo(f: Callable[[int], int]) -> Callable[[int], int]:
    known: dict[int, int] = {}

    def inner(n: int) -> int:
        if n not in known:
            known[n] = f(n)
        return known[n]

    return inner


def slow(n: int) -> int:
    print("computing", n)
    return n * n


fast = memo(slow)
print(fast(4), fast(4), fast(5), fast(4))
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(lambda a, b: a + b, ["x", "y"], "s"))
fib = {0: 0, 1: 1}


def fibonacci(n: int) -> int:
    if n not in fib:
        fib[n] = fibonacci(n - 1) + fibonacci(n - 2)
    return fib[n]


print(fibonacci(90), fibonacci(150))
