"""A StopIteration that is caught, shown or leaves the program has its traceback."""

from __future__ import annotations
import traceback, sys
from typing import Iterator, Any


def f() -> None:
    [next(iter([])) for _ in range(2)]


try:
    f()
except StopIteration as e:
    traceback.print_exc(file=sys.stdout)


def g() -> int:
    x: Iterator[int] = iter(())
    return next(x)


try:
    g()
except StopIteration:
    traceback.print_exc(file=sys.stdout)


def gen() -> Iterator[int]:
    yield 1
    return


it = gen()
next(it)
try:
    next(it)
except StopIteration as e:
    traceback.print_exc(file=sys.stdout)
    print(e.value, e.args)


class Up:
    def __init__(self) -> None:
        self.n = 0

    def __iter__(self) -> Up:
        return self

    def __next__(self) -> int:
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n


u = Up()
print(next(u), next(u), next(u, None), list(u))


def bad() -> Iterator[int]:
    yield next(iter([1]))
    yield next(iter([]))


try:
    print(list(bad()))
except RuntimeError:
    traceback.print_exc(file=sys.stdout)


def loop(n: int) -> int:
    t = 0
    it = iter(range(n))
    try:
        while True:
            t += next(it)
    except StopIteration:
        return t
    finally:
        print("done")


print(loop(10))
y: Any = iter([])
try:
    y.__next__()
except StopIteration:
    print("ok")


def h() -> None:
    next(iter([]))


h()
