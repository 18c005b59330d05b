"""What mypy accepts with typeshed: iterators assigned anew, pairs of combinations, filters that are functions."""

from __future__ import annotations
import argparse, asyncio, bisect, contextlib, heapq, itertools, logging, operator, random, statistics, struct, sys
from collections import Counter, ChainMap, OrderedDict, defaultdict, deque
from collections.abc import Iterator, Iterable, Mapping, AsyncGenerator, Sequence, Callable, Generator
from typing import Any
import datetime as dt


# iterators
def tokens(text: str) -> list[str]:
    it = iter(text.split())
    out = []
    for tok in it:
        if tok == "x":
            it = itertools.chain(["y"], it)
        out.append(tok)
    return out


class Sorted(list[int]):
    def __iter__(self) -> Iterator[int]:
        return iter(sorted(super().__iter__()))


class Rev(dict[str, int]):
    def __iter__(self) -> Iterator[str]:
        return reversed(list(super().__iter__()))


class Chars(str):
    def __iter__(self) -> Iterator[str]:
        yield from "abc"


class Pairs(tuple[int, ...]):
    def __iter__(self) -> Iterator[int]:
        yield 1


class S(set[int]):
    def __iter__(self) -> Iterator[int]:
        yield 1


its = [iter([1, 2]), iter((3, 4)), iter({5}), iter(range(2))]


def pick(flag: bool) -> list[int]:
    source = iter([1]) if flag else iter({2})
    it = iter([1])
    if flag:
        it = iter(range(3))
    else:
        it = (x for x in [1])
    return list(it) + list(source)


rev = reversed([1, 2])
rev = reversed(range(3))
# combinations
pairs: list[tuple[int, int]] = list(itertools.combinations([1, 2, 3], 2))
trip: list[tuple[str, str, str]] = list(itertools.permutations("abc", 3))


def dist(p: tuple[int, int]) -> int:
    return abs(p[0] - p[1])


print(
    [dist(p) for p in itertools.combinations([1, 5, 9], 2)],
    max(map(dist, itertools.permutations([1, 2, 3], 2))),
)
for a, b, c, d in itertools.product([1], "a", [2.5], [None]):
    print(a + 1, b.upper(), c * 2, d)
pp = list(itertools.product("ab", repeat=2))
print(list(itertools.combinations_with_replacement([1, 2], 2)), pp)
for q, w, e, r, t in zip([1], "a", [2.5], [None], [b"x"]):
    print(q + 1, w.upper(), e, r, t)
# format_map
conf: dict[str, int] = {"a": 1}
print("{a}".format_map(conf))


class Missing(dict[str, str]):
    def __missing__(self, k: str) -> str:
        return "<" + k + ">"


print("{a}{b}".format_map(Missing(a="1")))


# heapq
class Job:
    def __init__(self, p: int) -> None:
        self.p = p

    def __lt__(self, o: Any) -> bool:
        return bool(self.p < o.p)


heap: list[Any] = []
heapq.heappush(heap, Job(2))
heapq.heappush(heap, Job(1))
print(heapq.heappop(heap).p)
h2: list[tuple[int, Job | None]] = []
heapq.heappush(h2, (1, None))
heapq.heapify(h2)


print(heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(1, ["a", "bb"], key=len))
# logging
log = logging.getLogger("a")


def quiet(record: logging.LogRecord) -> bool:
    return "x" not in record.getMessage()


handler = logging.StreamHandler(sys.stdout)
handler.addFilter(quiet)
log.addHandler(handler)
log.warning("hello")
log.warning("xx")
log.removeFilter(quiet)
logging.basicConfig(level="INFO", handlers=[handler])
# statistics
m: float = statistics.mean([1.5, 2.5])
print(m, statistics.median([1, 3]), sum([True, False]), sum([True], 5))
# counter
cnt = Counter("aab")
cnt.subtract(None)
cnt += Counter("b")
del cnt["zzz"]
print(cnt)
# operator
f: Callable[[Any, Any], Any] = operator.iadd
# bisect
print(bisect.bisect_left(range(10), 5), bisect.bisect([1, 2], 2), bisect.bisect_left([(1, "a")], (1, "b")))
print(random.Random(1).choice(range(5)), random.Random(1).choice("abc"))
