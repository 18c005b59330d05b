"""The recipes of the itertools documentation as typed functions, used together."""

from __future__ import annotations

import math
import operator
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import (
    accumulate, chain, combinations, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, permutations, product,
    repeat, starmap, takewhile, tee, zip_longest,
)
from typing import Any, TypeVar

T = TypeVar("T")
U = TypeVar("U")


def take(n: int, items: Iterable[T]) -> list[T]:
    return list(islice(items, n))


def tabulate(function: Callable[[int], T], start: int = 0) -> Iterator[T]:
    return map(function, count(start))


def tail(n: int, items: Iterable[T]) -> Iterator[T]:
    return iter(deque(items, maxlen=n))


def consume(iterator: Iterator[object], n: int | None = None) -> None:
    if n is None:
        deque(iterator, maxlen=0)
    else:
        next(islice(iterator, n, n), None)


def all_equal(items: Iterable[object]) -> bool:
    groups = groupby(items)
    return next(groups, True) is True or not next(groups, False)


def padnone(items: Iterable[T]) -> Iterator[T | None]:
    return chain(items, repeat(None))


def ncycles(items: Iterable[T], n: int) -> Iterator[T]:
    return chain.from_iterable(repeat(tuple(items), n))


def dot(a: Iterable[float], b: Iterable[float]) -> float:
    return sum(x * y for x, y in zip(a, b))


def convolve(signal: Iterable[int], kernel: Iterable[int]) -> Iterator[int]:
    taps = tuple(kernel)[::-1]
    window = deque([0] * len(taps), maxlen=len(taps))
    for x in chain(signal, repeat(0, len(taps) - 1)):
        window.append(x)
        yield sum(map(operator.mul, taps, window))


def polynomial(roots: Iterable[int]) -> list[int]:
    expansion = [1]
    for root in roots:
        expansion = list(convolve(expansion, (1, -root)))
    return expansion


def grouper(items: Iterable[T], n: int) -> Iterator[tuple[T | None, ...]]:
    return zip_longest(*[iter(items)] * n)


def batched(items: Iterable[T], n: int) -> Iterator[tuple[T, ...]]:
    iterator = iter(items)
    while batch := tuple(islice(iterator, n)):
        yield batch


def sliding(items: Iterable[T], n: int) -> Iterator[tuple[T, ...]]:
    iterator = iter(items)
    window = deque(islice(iterator, n - 1), maxlen=n)
    for item in iterator:
        window.append(item)
        yield tuple(window)


def round_robin(*many: Iterable[T]) -> Iterator[T]:
    active = deque(map(iter, many))
    while active:
        try:
            while True:
                yield next(active[0])
                active.rotate(-1)
        except StopIteration:
            active.popleft()


def partition(test: Callable[[T], bool], items: Iterable[T]) -> tuple[Iterator[T], Iterator[T]]:
    one, two = tee(items)
    return filterfalse(test, one), filter(test, two)


def powerset(items: Iterable[T]) -> Iterator[tuple[T, ...]]:
    pool = list(items)
    return chain.from_iterable(combinations(pool, r) for r in range(len(pool) + 1))


def unique(items: Iterable[T], key: Callable[[T], object] | None = None) -> Iterator[T]:
    seen: set[object] = set()
    for item in items:
        mark = item if key is None else key(item)
        if mark not in seen:
            seen.add(mark)
            yield item


def iter_except(function: Callable[[], T], exception: type[BaseException]) -> Iterator[T]:
    try:
        while True:
            yield function()
    except exception:
        pass


def sieve(n: int) -> Iterator[int]:
    data = bytearray((0, 1)) * (n // 2)
    for p in compress(range(3, math.isqrt(n) + 1, 2), data[3 : math.isqrt(n) + 1 : 2]):
        data[p * p : n : p + p] = bytes(len(range(p * p, n, p + p)))
    data[2:3] = b"\x01"
    return compress(range(n), data)


def nth_combination(pool: str, r: int, index: int) -> str:
    n, found = len(pool), ""
    c = math.comb(n, r)
    while r:
        c, n, r = c * r // n, n - 1, r - 1
        while index >= c:
            index -= c
            c, n = c * (n - r) // n, n - 1
        found += pool[-1 - n]
    return found


print(take(5, tabulate(lambda n: n * n, 3)), list(tail(3, "abcdefg")), all_equal("aaa"), all_equal([1, 1.0, 2]), all_equal(""))
stream = iter(range(10))
consume(stream, 3)
print(next(stream), take(2, stream), end=" ")
consume(stream)
print(list(stream), take(4, padnone("ab")), "".join(ncycles("ab", 3)), dot([1, 2, 3], [4, 5, 6]))
print(list(convolve([1, 2, 3], [1, 1])), polynomial([5, -4, 3]), [*grouper("ABCDEFG", 3)], [*batched(range(7), 3)], ["".join(w) for w in sliding("abcde", 3)])
print("".join(round_robin("ABC", "D", "EF")), [list(p) for p in partition(lambda n: n % 2 == 1, range(7))], len(list(powerset(range(5)))), list(powerset("ab")))
print("".join(unique("AAaaBCcaDB", str.lower)), list(unique([1, True, 1.0, "1"])), list(iter_except([3, 2, 1].pop, IndexError)), list(sieve(60)), nth_combination("abcdef", 3, 9), "".join(take(10, combinations("abcdef", 3))[9]))
print(list(takewhile(lambda x: x < 5, dropwhile(lambda x: x < 2, [0, 1, 2, 4, 5, 1]))), [(k, [*g]) for k, g in groupby([1, 1, 2, 3, 3], lambda n: n // 2)], list(starmap(pow, [(2, 5), (3, 2)])), list(pairwise("abcd")))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(map("".join, product("ab", repeat=2))), sum(1 for _ in permutations(range(5), 3)), take(5, cycle([0, 1])), list(islice(count(0.5, 0.25), 2, 8, 2)), [*zip(count(), "xy")])
a, b = tee(iter("xyz"))
print(next(a), list(b), list(a), sorted(unique(chain.from_iterable(["spam", "ham"]))), math.prod(islice(count(1), 6)))
deque[int]().popleft()
