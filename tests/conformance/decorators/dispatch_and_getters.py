"""singledispatch over abstract classes, attrgetter as a value, lists of floats made of ints."""

from functools import singledispatch, wraps
from collections.abc import Sized, Iterable, Callable
from operator import attrgetter, itemgetter, methodcaller
from typing import Any
import bisect
class P:
    def __init__(self, n: int) -> None:
        self.n = n
    def up(self) -> int:
        return self.n + 1
def apply(f: Callable[[P], Any], ps: list[P]) -> list[Any]:
    return [f(p) for p in ps]
ps = [P(3), P(1)]
get = attrgetter("n")
print(apply(get, ps), apply(attrgetter("n"), ps), [p.n for p in sorted(ps, key=attrgetter("n"))])
print(list(map(attrgetter("n"), ps)), apply(methodcaller("up"), ps))
fs: list[float] = [3, 1, 2.5]
print(sorted(fs), fs)
bisect.insort(fs, 2)
print(fs, bisect.bisect(sorted(fs), 2))
gs: list[float] = [1, 2, 3]
print(bisect.bisect_left(gs, 2.5), sorted(gs, reverse=True), max(gs), sum(gs))
@singledispatch
def show(x: object) -> str:
    return "object"
@show.register
def _(x: Sized) -> str:
    return "sized"
@show.register
def _(x: Iterable) -> str:  # type: ignore
    return "iterable"
class Both:
    def __len__(self) -> int:
        return 0
    def __iter__(self) -> Any:
        return iter(())
class One:
    def __len__(self) -> int:
        return 0
print(show(1), show(One()))
try:
    print(show(Both()))
except RuntimeError as e:
    print('ambiguous', str(e)[:18])
