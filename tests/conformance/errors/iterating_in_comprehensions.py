"""What a loop in a comprehension raises is shown at the whole comprehension."""

from collections.abc import Iterator
import traceback


def g(n: int) -> Iterator[int]:
    yield n
    raise ValueError("stop")


class It:
    def __iter__(self) -> "It":
        return self

    def __next__(self) -> int:
        raise KeyError("next")


def a() -> object:
    return [b for b in g(3)]


def b() -> object:
    x = {b: 1 for b in g(3)}
    return x


def c() -> object:
    return list(b for b in g(3))


def d() -> object:
    return [y for x in [1, 2] for y in It() if y]


def e() -> object:
    return [y for y in g(1)]


def f() -> object:
    return sum(x * 2 for x in g(5))


def h() -> object:
    return [x for (x,) in [(1,), ()]]


def i() -> object:
    return {x for x in It()}


for one in (a, b, c, d, e, f, h, i):
    try:
        one()
    except (ValueError, KeyError):
        traceback.print_exc()


def j() -> object:
    return max((x for x in It()), default=1)


def k() -> object:
    return sum((x) for x in It())


def l() -> object:
    return "".join(str(x) for x in (It()))


for one in (j, k, l):
    try:
        one()
    except (ValueError, KeyError):
        traceback.print_exc()
