"""Names of decorated functions that other functions are assigned to."""
import functools
from typing import Any, Callable

total = 0


def log(f: Callable[[int], int]) -> Callable[[int], int]:
    @functools.wraps(f)
    def inner(x: int) -> int:
        return f(x) + 100

    return inner


class A:
    def run(self) -> int:
        def foo(x: int) -> int:
            return x

        foo = log(foo)  # type: ignore[assignment]
        return foo(1)


@log
def g(x: int) -> int:
    return x


def through(x: int) -> int:
    return g(x)


print(through(1), A().run())
g = log(g)
print(through(1), g(2), g.__name__)
g = lambda x: -x
print(through(1), [g(i) for i in range(3)], list(map(g, [4])))


def install(f: Callable[[int], int]) -> None:
    global g
    g = f


install(log(lambda x: x * x))
print(g(5), through(6))
