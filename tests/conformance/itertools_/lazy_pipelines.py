"""Pipelines of generators over records: sources, filters, windows, joins by sorted merge, group totals, laziness traced."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import reduce
from itertools import groupby, islice, tee
from operator import itemgetter
from typing import Any, Generic, TypedDict, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Sale(TypedDict):
    day: int
    shop: str
    amount: int


trace: list[str] = []


def source(rows: int) -> Iterator[Sale]:
    state = 12345
    for n in range(rows):
        state = (state * 1103515245 + 12345) % 2**31
        trace.append(f"r{n}")
        yield {"day": n // 3, "shop": "north south east".split()[state % 3], "amount": state // 65536 % 100}
    trace.append("end")


class Pipeline(Generic[T]):
    """Stages are added by methods; nothing runs before it is iterated over."""

    def __init__(self, items: Iterable[T]) -> None:
        self.items = items

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def map(self, function: Callable[[T], U]) -> Pipeline[U]:
        return Pipeline(map(function, self.items))

    def where(self, test: Callable[[T], bool]) -> Pipeline[T]:
        return Pipeline(item for item in self.items if test(item))

    def peek(self, action: Callable[[T], object]) -> Pipeline[T]:
        def run() -> Iterator[T]:
            for item in self.items:
                action(item)
                yield item

        return Pipeline(run())

    def first(self, count: int) -> Pipeline[T]:
        return Pipeline(islice(self.items, count))

    def fold(self, function: Callable[[U, T], U], start: U) -> U:
        return reduce(function, self.items, start)


def running_mean() -> Generator[float, float, str]:
    total, count = 0.0, 0
    mean = 0.0
    try:
        while True:
            total += yield mean
            count += 1
            mean = total / count
    except GeneratorExit:
        trace.append("mean closed")
        raise
    except ValueError as error:
        return f"stopped by {error} after {count}"


def merge_join(left: Iterable[tuple[int, str]], right: Iterable[tuple[int, float]]) -> Iterator[tuple[int, str, float]]:
    a, b = iter(left), iter(right)
    try:
        x, y = next(a), next(b)
        while True:
            if x[0] < y[0]:
                x = next(a)
            elif x[0] > y[0]:
                y = next(b)
            else:
                yield x[0], x[1], y[1]
                y = next(b)
    except StopIteration:
        return


lazy = Pipeline(source(100)).where(lambda s: s["amount"] > 50).map(lambda s: (s["shop"], s["amount"])).first(3)
print(trace)
print(list(lazy), trace)
trace.clear()
records = list(source(30))
by_shop = sorted(records, key=itemgetter("shop", "day"))
for shop, group in groupby(by_shop, key=itemgetter("shop")):
    ones, twos = tee(group)
    amounts = [sale["amount"] for sale in ones]
    days = {sale["day"] for sale in twos}
    print(f"{shop:<6} {len(amounts):>2} {sum(amounts):>4} {max(amounts):>3} {sorted(days)[:4]}")
print(Pipeline(records).map(itemgetter("amount")).fold(lambda a, b: a * 31 % 1009 + b, 7), len(trace))
mean = running_mean()
next(mean)
print([round(mean.send(s["amount"]), 2) for s in records[:5]])
try:
    mean.throw(ValueError("no more"))
except StopIteration as stop:
    print(stop.value)
other = running_mean()
next(other)
other.close()
print(trace[-1], list(merge_join([(1, "a"), (2, "b"), (4, "d"), (5, "e")], [(0, 0.5), (2, 2.5), (2, 2.75), (5, 5.0), (9, 9.0)])))
print(list(heapq.merge([1, 4, 7], [2, 4, 6], [0])), list(heapq.merge(["b", "D"], ["a", "C"], key=str.lower)), list(heapq.merge([3, 1], [2], reverse=True)))
totals: dict[str, list[int]] = {}
for sale in records:
    totals.setdefault(sale["shop"], []).append(sale["amount"])
print({shop: heapq.nlargest(2, amounts) for shop, amounts in totals.items()}, Pipeline("abc").peek(trace.append).map(str.upper).fold(str.__add__, ""), trace[-3:])
seen: list[Any] = []
broken = Pipeline([4, 2, 0, 1]).peek(seen.append).map(lambda n: 8 // n)
try:
    print(list(broken))
except ZeroDivisionError as error:
    print(error, seen, list(broken))
print(sum(Pipeline(["1", "2", "x"]).map(int)))
