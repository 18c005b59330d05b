"""Functions and classes over type variables with value restrictions: bodies with all kinds of inferred types."""

from typing import TypeVar, Generic, Callable, AnyStr, Iterable
from dataclasses import dataclass
from collections import defaultdict, Counter

N = TypeVar("N", int, float)
S = TypeVar("S", str, bytes)
T = TypeVar("T")


class Vec(Generic[N]):
    def __init__(self, *xs: N) -> None:
        self.xs: list[N] = list(xs)

    def __add__(self, o: "Vec[N]") -> "Vec[N]":
        return Vec(*[a + b for a, b in zip(self.xs, o.xs)])

    def dot(self, o: "Vec[N]") -> N:
        total = self.xs[0] * o.xs[0]
        for i, (a, b) in enumerate(zip(self.xs, o.xs)):
            if i:
                total += a * b
        return total

    def map(self, f: Callable[[N], T]) -> list[T]:
        return [f(x) for x in self.xs]

    def __repr__(self) -> str:
        return f"Vec({', '.join(map(str, self.xs))})"


def mean(xs: Iterable[N]) -> float:
    items = list(xs)
    groups = defaultdict(list)
    for x in items:
        groups[x > 1].append(x)
    print(dict(groups))
    by = {k: sum(v) for k, v in groups.items()}
    print(by)
    return sum(items) / len(items)


def grep(pat: AnyStr, lines: list[AnyStr]) -> list[AnyStr]:
    found = [l for l in lines if pat in l]
    c = Counter(found)
    best, n = c.most_common(1)[0]

    def inner(x: AnyStr) -> AnyStr:
        y = x + pat
        return y.upper()

    print(best, n, inner(best))
    pair = best, n
    a, b = pair
    print(a.replace(pat, pat + pat), b + 1)
    match best:
        case str():
            print("text")
        case _:
            print("bytes")
    if isinstance(best, str):
        print(best.title())
    else:
        print(best.hex())
    try:
        z = best.index(pat)
    except ValueError as e:
        z = -1
    with_walrus = [m for l in lines if (m := l.strip())]
    return with_walrus + found[:z]


print(
    Vec(1, 2) + Vec(3, 4),
    Vec(1.5, 2).dot(Vec(2, 2)),
    Vec(1, 2).dot(Vec(2, 2)),
    Vec(1, 2).map(str),
    Vec(1, 2).map(lambda x: x / 2),
)
print(mean([1, 2, 3]), mean([0.5, 1.5]))
print(grep("a", ["ab ", "ca"]), grep(b"a", [b"ab ", b"ca"]))


@dataclass
class Box(Generic[S]):
    content: S

    def doubled(self) -> "Box[S]":
        d = self.content + self.content
        return Box(d)


print(Box("a").doubled(), Box(b"a").doubled())


def gen(x: N, n: int) -> Iterable[N]:
    cur = x
    while n:
        step = cur * 2
        yield step
        cur = step
        n -= 1


print(list(gen(1, 3)), list(gen(1.5, 3)))
lam = lambda q: q


def apply(x: N) -> N:
    fs = [lambda v: v + x, lambda v: v * x]
    r = x
    for f in fs:
        r = f(r)
    return r


print(apply(3), apply(2.5))
