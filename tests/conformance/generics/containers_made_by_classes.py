"""`list`, `set` and `dict` handed on as what makes containers, of floats and bools among others."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass
class Reading:
    station: str
    values: list[float] = field(default_factory=list)
    flags: set[bool] = field(default_factory=set)


class Lazy(Generic[T]):
    def __init__(self, make: Callable[[], T]) -> None:
        self.make = make
        self.value: T | None = None

    def get(self) -> T:
        if self.value is None:
            self.value = self.make()
        return self.value


def made(make: Callable[[], T]) -> T:
    return make()


def unannotated(xs: list[float]) -> None:
    groups = defaultdict(list)
    seen = defaultdict(set)
    flags = set()
    last = {}
    kept = []
    ordered = OrderedDict()
    for x in xs:
        groups[x > 1].append(x)
        seen[x > 1].add(x)
        flags.add(x > 2)
        last[x > 1] = x
        kept.append(x > 1)
        ordered[x] = x > 1
    print(dict(groups), dict(seen), sorted(flags), last, kept, ordered)


def counted(items: Iterable[T]) -> None:
    places = defaultdict(list)
    for index, item in enumerate(items):
        places[item is None].append(item)
        places[index > 1].append(item)
    print(dict(places))


def main() -> None:
    rates: defaultdict[str, list[float]] = defaultdict(list)
    for name, rate in (("a", 0.5), ("b", 1.5), ("a", 2.5)):
        rates[name].append(rate)
    print(rates, sum(rates["a"]), max(rates["b"]))
    whole: dict[str, list[float]] = defaultdict(list)
    whole["x"].append(1)
    whole["x"].append(2.5)
    print(whole["x"], whole)
    marks: defaultdict[int, set[float]] = defaultdict(set)
    marks[1].update([0.5, 0.5, 1.5])
    nested: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    nested["a"]["b"] += 1.5
    tables: defaultdict[str, dict[str, float]] = defaultdict(dict)
    tables["x"]["y"] = 4.5
    votes: defaultdict[str, Counter[float]] = defaultdict(Counter)
    votes["x"][2.5] += 1
    queues: dict[str, deque[float]] = defaultdict(deque)
    queues["q"].appendleft(1.5)
    print(tables, votes, queues["q"], tables["x"]["y"] / 2)
    print(sorted(marks[1]), {key: dict(value) for key, value in nested.items()})

    rows = [[1.5, 2.5], [3.5, 4.5]]
    columns = list(map(list, zip(*rows)))
    columns[0].append(9.0)
    print(columns, [sum(column) for column in columns], rows)
    sets = [make([1.5, 1.5]) for make in (set, frozenset)]
    print(sets, list(map(set, rows)), list(map(tuple, rows)), list(map(deque, rows)))

    reading = Reading("north")
    reading.values.append(3.25)
    reading.flags.add(True)
    print(reading, Reading("south"))
    lazy: Lazy[list[float]] = Lazy(list)
    lazy.get().append(2.5)
    table: Lazy[dict[str, float]] = Lazy(dict)
    table.get()["pi"] = 3.14
    print(lazy.get(), table.get())
    fresh: list[float] = made(list)
    fresh.append(0.25)
    factory: Callable[[], list[float]] = list
    other = factory()
    other += fresh
    print(fresh, other, type(other) is list, isinstance(fresh, list))
    makers: dict[str, Callable[[Iterable[float]], Iterable[float]]] = {"list": list, "set": set, "tuple": tuple}
    print({name: make([0.5, 0.5]) for name, make in makers.items()})

    counts: Counter[float] = Counter()
    counts.update([1.5, 1.5])
    counts.update({2.5: 3})
    counts += Counter([1.5])
    counts.subtract([1.5])
    answers: Counter[bool] = Counter()
    answers[rates["a"][0] > 0.25] += 1
    print(counts, counts.total(), counts - Counter([2.5]), counts.most_common(1), list(counts.elements()), answers)

    unannotated([0.5, 1.5, 2.5])
    counted([1, None, 3])
    counted([1.5, 2.5])


main()
