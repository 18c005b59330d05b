"""What gives something else than an iterator from `__iter__`, wherever it is iterated over."""

from typing import Any


class N:
    def __init__(self, seq: Any) -> None:
        self.seq = seq

    def __iter__(self) -> Any:
        return self


class M:
    def __iter__(self) -> Any:
        return 5


class Good:
    def __iter__(self) -> Any:
        return iter([1, 2])


def attempt(label: str, what: Any, *args: Any) -> None:
    try:
        print(label, what(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


def loop(x: Any) -> list[Any]:
    return [y for y in x]


def unpack(x: Any) -> Any:
    a, b = x
    return a, b


def typed(x: N) -> list[Any]:
    return list(x)


for value in (N([1, 2]), M(), Good()):
    attempt("iter", iter, value) if not isinstance(value, Good) else None
    attempt("enumerate", lambda: type(enumerate(value)).__name__)
    attempt("zip", lambda: type(zip(value, [1])).__name__)
    attempt("map", lambda: type(map(str, value)).__name__)
    attempt("filter", lambda: type(filter(None, value)).__name__)
    attempt("list", list, value)
    attempt("tuple", tuple, value)
    attempt("set", set, value)
    attempt("sum", sum, value)
    attempt("any", any, value)
    attempt("sorted", sorted, value)
    attempt("loop", loop, value)
    attempt("unpack", unpack, value)
    attempt("max", max, value)
    attempt("star", lambda: [*value])
attempt("typed", typed, N([1]))
for z in (N([1]),):
    try:
        for w in z:
            print(w)
    except TypeError as e:
        print(e)
