"""reversed() of anything, length hints of iterators, and classes that say None of a special method."""

import collections
import operator
from typing import Any


class Own:
    def __reversed__(self) -> Any:
        return iter("own")


class Seq:
    def __init__(self, n: int) -> None:
        self.n = n

    def __len__(self) -> int:
        return self.n

    def __getitem__(self, i: int) -> int:
        return i * i


class Blocked(Seq):
    __reversed__ = None


class Maps(collections.UserDict[str, int]):
    pass


def attempt(label: str, what: Any, *args: Any) -> None:
    try:
        print(label, what(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


things: list[Any] = [Own(), Seq(3), Blocked(2), "abc", b"abc", bytearray(b"xy"), range(3), [1, 2], (1, 2), {"a": 1, "b": 2}, {1, 2}, 5, None, collections.deque([1, 2, 3]),
                     collections.OrderedDict(a=1, b=2), Maps(a=1), {"k": 1}.keys(), {"k": 1}.items(), memoryview(b"ab"), iter([1]), collections.Counter("aab")]
for thing in things:
    attempt(type(thing).__name__, lambda: list(reversed(thing)))
for thing in (Seq(4), "abc", (1, 2), [1, 2, 3], range(5)):
    it: Any = reversed(thing)
    hints = [operator.length_hint(it)]
    next(it)
    hints.append(operator.length_hint(it))
    for left in it:
        hints.append(operator.length_hint(it))
    print(hints)
for sized in ([1, 2, 3], (1, 2), "ab", range(3), {1: 2}, {1, 2}, b"xyz", {1: 2}.values()):
    again: Any = iter(sized)
    first = operator.length_hint(again)
    next(again)
    print(first, operator.length_hint(again), len(list(again)))


class Closed(Seq):
    __iter__ = None
    __contains__ = None


closed: Any = Closed(3)
attempt("iter", iter, closed)
attempt("list", list, closed)
attempt("in", lambda: 1 in closed)


class Hinted:
    def __init__(self, hint: Any) -> None:
        self.hint = hint

    def __length_hint__(self) -> Any:
        return self.hint


for hint in (3, 0, -1, "x", NotImplemented):
    attempt(repr(hint), operator.length_hint, Hinted(hint), 12)
attempt("none", operator.length_hint, 5)
