"""Small operations on containers, classes, functions and tasks."""

from __future__ import annotations

import asyncio
import dataclasses
import enum
import functools
import itertools
import math
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from measuring import NUMS, REC, WORDS, measure


@dataclass(frozen=True, order=True)
class P:
    x: int
    y: int = 0


@dataclass
class Node:
    val: int
    kids: list[Node] = field(default_factory=list)


class Color(enum.Enum):
    RED = 1
    GREEN = 2


class NT(NamedTuple):
    a: int
    b: str


class Shape:
    def area(self) -> float:
        return 0.0


class Sq(Shape):
    def __init__(self, s: float) -> None:
        self.s = s

    def area(self) -> float:
        return self.s * self.s


class Ci(Shape):
    def __init__(self, r: float) -> None:
        self.r = r

    def area(self) -> float:
        return math.pi * self.r**2


SHAPES: list[Shape] = [Sq(i) if i % 2 else Ci(i) for i in range(1000)]


@functools.cache
def fibc(n: int) -> int:
    return n if n < 2 else fibc(n - 1) + fibc(n - 2)


def dictitems_() -> int:
    d = {i: i * 2 for i in range(1000)}
    return sum(k + v for k, v in d.items())


def closure_() -> int:
    def mk(k: int) -> Callable[[int], int]:
        return lambda v: v + k

    fs = [mk(i) for i in range(10)]
    s = 0
    for i in range(100):
        for f in fs:
            s = f(s)
    return s


def kwargs_() -> int:
    def f(a: int, *, b: int = 1, **kw: int) -> int:
        return a + b + len(kw)

    return sum(f(i, b=2, c=3) for i in range(300))


def starargs_() -> int:
    def f(*a: int) -> int:
        return len(a)

    return sum(f(*[1, 2, 3]) for i in range(500))


def lru_() -> int:
    fibc.cache_clear()
    return fibc(80) % 100


def partial_() -> int:
    p = functools.partial(pow, 2)
    return sum(p(i % 10) for i in range(300))


def itertools_() -> int:
    return sum(1 for _ in itertools.permutations(range(6), 4)) + sum(
        a for a, _ in itertools.product(range(20), range(20))
    )


def chain_() -> int:
    return sum(itertools.islice(itertools.chain.from_iterable([NUMS, NUMS]), 1500)) + sum(
        itertools.accumulate(NUMS)
    )


def gen_() -> int:
    def g() -> Iterator[int]:
        for n in NUMS:
            yield n

    return sum(n for n in g() if n % 2)


def try_() -> int:
    n = 0
    for w in WORDS[:300]:
        try:
            int(w)
        except ValueError:
            n += 1
    return n


def raise_() -> int:
    def f(i: int) -> int:
        if i % 2:
            raise KeyError(i)
        return i

    n = 0
    for i in range(300):
        try:
            n += f(i)
        except KeyError as e:
            n += len(e.args)
    return n


def with_() -> int:
    class C:
        def __enter__(self) -> int:
            return 1

        def __exit__(self, *a: object) -> None:
            pass

    n = 0
    for _ in range(300):
        with C() as c:
            n += c
    return n


def async_() -> int:
    async def w(i: int) -> int:
        await asyncio.sleep(0)
        return i

    async def m() -> int:
        return sum(await asyncio.gather(*[w(i) for i in range(100)]))

    return asyncio.run(m())


def queue_() -> int:
    async def m() -> int:
        q: asyncio.Queue[int] = asyncio.Queue(10)

        async def prod() -> None:
            for i in range(200):
                await q.put(i)

        async def cons() -> int:
            return sum([await q.get() for _ in range(200)])

        t = asyncio.create_task(prod())
        r = await cons()
        await t
        return r

    return asyncio.run(m())


def tree_() -> int:
    def b(d: int) -> Node:
        return Node(d, [b(d - 1), b(d - 1)] if d else [])

    def s(n: Node) -> int:
        return n.val + sum(s(k) for k in n.kids)

    return s(b(7))


def listops_() -> int:
    items: list[int] = []
    for n in NUMS[:300]:
        items.insert(0, n)
    while items:
        items.pop(0)
    items.extend(NUMS)
    items.remove(5)
    items.reverse()
    return items.index(7) + items.count(9)


OPERATIONS: list[tuple[str, Callable[[], object]]] = [
    ("sort", lambda: sorted(NUMS)[5]),
    ("sortkey", lambda: len(sorted(WORDS, key=lambda w: (len(w), w))[5])),
    ("sortobj", lambda: sorted([P(n, n % 7) for n in NUMS])[0].x),
    ("sortattr", lambda: sorted([P(n, n % 7) for n in NUMS], key=operator.attrgetter("y", "x"))[0].x),
    ("minmax", lambda: max(NUMS) + min(NUMS) + sum(NUMS) + max(NUMS, key=lambda n: -n)),
    ("listcomp", lambda: len([n * 2 for n in NUMS if n % 3])),
    ("setops", lambda: len({*NUMS} & {n * 2 for n in NUMS} | {1, 2} - {3})),
    ("dictcomp", lambda: len({w: i for i, w in enumerate(WORDS)})),
    ("dictitems", dictitems_),
    ("slices", lambda: len(NUMS[::2] + NUMS[::-1] + NUMS[10:500])),
    ("dataclass", lambda: sum(P(i, i).x for i in range(1000))),
    ("dceq", lambda: sum(P(i, 1) == P(i, 1) for i in range(500))),
    ("dchash", lambda: len({P(i % 50, i % 7) for i in range(500)})),
    ("replace_dc", lambda: sum(dataclasses.replace(P(i, 1), y=2).y for i in range(200))),
    ("namedtuple", lambda: sum(NT(i, "x").a for i in range(1000))),
    (
        "enum",
        lambda: sum(Color(1 + i % 2) is Color.RED for i in range(500)) + len([c.name for c in Color] * 10),
    ),
    ("virtual", lambda: sum(s.area() for s in SHAPES)),
    ("isinst", lambda: sum(isinstance(s, Sq) for s in SHAPES)),
    ("closure", closure_),
    ("kwargs", kwargs_),
    ("starargs", starargs_),
    ("lru", lru_),
    ("reduce", lambda: functools.reduce(lambda a, b: a ^ b, NUMS)),
    ("partial", partial_),
    ("itertools", itertools_),
    ("groupby", lambda: len([k for k, g in itertools.groupby(sorted(WORDS), key=len)])),
    ("chain", chain_),
    ("zip", lambda: sum(a * b for a, b in zip(NUMS, NUMS[1:]))),
    ("gen", gen_),
    ("try", try_),
    ("raise", raise_),
    ("with", with_),
    ("async", async_),
    ("queue", queue_),
    ("tupleset", lambda: len({(n % 10, n % 7) for n in NUMS}) + sum((1, 2) < (n, 3) for n in NUMS)),
    ("tree", tree_),
    ("dictmerge", lambda: len({**REC[0], **REC[1]} | {"z": 1})),
    ("inlist", lambda: sum(n in NUMS[:50] for n in NUMS)),
    ("listops", listops_),
]

if __name__ == "__main__":
    measure(OPERATIONS)
