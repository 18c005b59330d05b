"""bisect with keys, heapq.merge and nlargest, priority queues with updates, run-length merging, time series joined."""

from __future__ import annotations

import heapq
from bisect import bisect, bisect_left, bisect_right, insort, insort_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, groupby, islice
from operator import attrgetter, itemgetter, neg
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(order=True)
class Event:
    at: float
    name: str = field(compare=False)
    weight: int = field(default=1, compare=False)


def external_sort(items: Iterable[T], run: int, key: Callable[[T], int]) -> Iterator[T]:
    source = iter(items)
    runs = list(iter(lambda: sorted(islice(source, run), key=key), []))
    return heapq.merge(*runs, key=key)


class Priorities(Generic[T]):
    """A heap in which priorities may change and entries may leave."""

    def __init__(self) -> None:
        self.heap: list[tuple[float, int, list[T]]] = []
        self.places: dict[T, tuple[float, int, list[T]]] = {}
        self.numbers = count()

    def __setitem__(self, item: T, priority: float) -> None:
        if item in self.places:
            del self[item]
        entry = (priority, next(self.numbers), [item])
        self.places[item] = entry
        heapq.heappush(self.heap, entry)

    def __delitem__(self, item: T) -> None:
        self.places.pop(item)[2].clear()

    def __len__(self) -> int:
        return len(self.places)

    def pop(self) -> tuple[T, float]:
        while self.heap:
            priority, _, cell = heapq.heappop(self.heap)
            if cell:
                del self.places[cell[0]]
                return cell[0], priority
        raise IndexError("pop from an empty queue")


class Series:
    """Values that hold from their time on."""

    def __init__(self, points: Iterable[tuple[float, float]]) -> None:
        self.points = sorted(points)

    def at(self, moment: float) -> float | None:
        place = bisect_right(self.points, moment, key=itemgetter(0))
        return self.points[place - 1][1] if place else None

    def put(self, moment: float, value: float) -> None:
        place = bisect_left(self.points, moment, key=lambda p: p[0])
        if place < len(self.points) and self.points[place][0] == moment:
            self.points[place] = (moment, value)
        else:
            self.points.insert(place, (moment, value))

    def between(self, start: float, end: float) -> list[tuple[float, float]]:
        low = bisect_left(self.points, start, key=itemgetter(0))
        return self.points[low : bisect_left(self.points, end, low, key=itemgetter(0))]


def joined(*series: Series) -> Iterator[tuple[float, tuple[float | None, ...]]]:
    moments = heapq.merge(*([m for m, _ in s.points] for s in series))
    for moment, _ in groupby(moments):
        yield moment, tuple(s.at(moment) for s in series)


def grade(score: int) -> str:
    return "FDCBA"[bisect([60, 70, 80, 90], score)]


def median_stream(values: Iterable[int]) -> Iterator[float]:
    low: list[int] = []
    high: list[int] = []
    for value in values:
        heapq.heappush(high, -heapq.heappushpop(low, -value))
        if len(high) > len(low):
            heapq.heappush(low, -heapq.heappop(high))
        yield -low[0] if len(low) > len(high) else (high[0] - low[0]) / 2


def longest_ascending(values: Sequence[int]) -> list[int]:
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for i, value in enumerate(values):
        k = bisect_left(tails, value)
        tails[k : k + 1] = [value]
        places[k : k + 1] = [i]
        before.append(places[k - 1] if k else -1)
    out: list[int] = []
    i = places[-1] if places else -1
    while i >= 0:
        out.append(values[i])
        i = before[i]
    return out[::-1]


def main() -> None:
    words = "the quick brown fox jumps over the lazy dog while seven wizards boxed".split()
    print(list(external_sort(words, 4, len)), list(external_sort([5, 3, 9, 1, 7], 2, neg)))
    events = [Event(3.0, "c"), Event(1.0, "a", 5), Event(2.0, "b"), Event(1.0, "z", 2)]
    print(
        [e.name for e in heapq.merge(sorted(events), [Event(1.5, "m")])],
        heapq.nsmallest(2, events),
        heapq.nlargest(2, events, key=attrgetter("weight"))[0].name,
    )
    print(
        list(heapq.merge([9, 5, 1], [8, 6, 2], reverse=True)),
        list(heapq.merge()),
        list(heapq.merge("ace", "bd", [])),
        heapq.nlargest(0, [1]),
        heapq.nsmallest(9, "cab"),
    )
    queue: Priorities[str] = Priorities()
    for name, priority in zip("abcde", (5, 2, 8, 2, 1)):
        queue[name] = priority
    queue["c"] = 0
    queue["e"] = 7.5
    del queue["b"]
    print(len(queue), [queue.pop() for _ in range(len(queue))])
    for wrong in (queue.pop, lambda: queue.__delitem__("q")):
        try:
            wrong()
        except LookupError as error:
            print(type(error).__name__, error)
    price = Series([(1, 10.0), (5, 12.5), (9, 11.0)])
    stock = Series([(4, 100), (9, 80), (12, 0)])
    print([price.at(m) for m in (0, 1, 4.99, 5, 100)], list(joined(price, stock)))
    price.put(5, 13.0)
    price.put(7, 1)
    price.put(-1, 2)
    print(
        price.points,
        price.between(1, 9),
        price.between(3, 3),
        [grade(s) for s in (33, 60, 69, 77, 89, 90, 100)],
    )
    print(
        list(median_stream([5, 15, 1, 3, 8, 7, 9, 2])),
        longest_ascending([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]),
        longest_ascending([]),
    )
    people = [("ann", 30), ("bob", 25)]
    insort(people, ("cid", 27), key=itemgetter(0))
    people.sort(key=itemgetter(1))
    insort_left(people, ("dee", 27), key=lambda p: p[1])
    insort(people, ("eve", 27), key=lambda p: p[1])
    print(
        people,
        bisect_left(people, 27, key=lambda p: p[1]),
        bisect_right(people, 27, key=lambda p: p[1]),
        bisect([1, 2, 2, 3], 2, 0, 2),
        bisect_left("abd", "c"),
    )
    heap = [9, 4, 7, 1, 8]
    heapq.heapify(heap)
    print(
        heap[0],
        heapq.heapreplace(heap, 0),
        heapq.heappushpop(heap, -5),
        [heapq.heappop(heap) for _ in range(5)],
    )
    mixed = [(1, "b"), (1, "a"), (0, "z")]
    heapq.heapify(mixed)
    print(mixed[0], sorted(mixed)[1], bisect([(1, "a"), (2, "b")], (1, "b")))
    none: list[int] = []
    wrongs: list[Callable[[], int]] = [
        lambda: heapq.heappop(none),
        lambda: bisect([1, 2], 1, -1),
        lambda: heapq.heapreplace(none, 1),
    ]
    for bad in wrongs:
        try:
            print(bad())
        except (IndexError, ValueError) as error:
            print(type(error).__name__, error)


main()
