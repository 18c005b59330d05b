"""Ints that reach names declared float from items, protocols and patterns; no dispatched method gives one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)


class Source(Protocol[T_co]):
    def pull(self) -> T_co | None: ...


class Sink(Protocol[T_contra]):
    def push(self, item: T_contra) -> None: ...


class Scaled(Protocol):
    factor: float

    def scaled(self, by: float) -> float: ...


class Counting:
    def __init__(self, limit: int) -> None:
        self.n, self.limit = 0, limit

    def pull(self) -> int | None:
        self.n += 1
        return self.n if self.n <= self.limit else None


class Total:
    def __init__(self) -> None:
        self.total = 0.0
        self.last = 0.5

    def push(self, item: float) -> None:
        self.total += item
        self.last = item


class Log:
    def __init__(self) -> None:
        self.seen: list[str] = []

    def push(self, item: object) -> None:
        self.seen.append(repr(item))


class Metres:
    factor = 1.5

    def scaled(self, by: float) -> float:
        return self.factor * by


class Steps:
    def __init__(self) -> None:
        self.factor: float = 2.0

    def scaled(self, by: float) -> float:
        return by * 1.0


class Gauge(ABC):
    level: float = 0.25

    @abstractmethod
    def read(self, offset: float) -> float: ...

    def twice(self) -> float:
        return self.read(1.5) + self.read(self.level)


class Exact(Gauge):
    def read(self, offset: float) -> float:
        return offset + 1.5


class Rounded(Gauge):
    level = 3.0

    def read(self, offset: float) -> float:
        return round(offset) * 1.0


class Cell(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value
        self.watchers: list[Callable[[T], None]] = []

    def set(self, value: T) -> None:
        self.value = value
        for watcher in self.watchers:
            watcher(value)

    def __iter__(self) -> Iterator[T]:
        yield self.value


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items = list(items)

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()

    def __getitem__(self, index: int) -> T:
        return self.items[index]


@dataclass
class Reading:
    name: str
    value: float
    low: float = 0.5


class Amount:
    def __init__(self, of: float) -> None:
        self._of = of

    @property
    def of(self) -> float:
        return self._of

    @of.setter
    def of(self, value: float) -> None:
        self._of = value

    def __add__(self, other: float) -> Amount:
        return Amount(self._of + other)

    def __radd__(self, other: float) -> Amount:
        return Amount(other + self._of)

    def __lt__(self, other: Amount) -> bool:
        return self._of < other._of

    def __repr__(self) -> str:
        return f"Amount({self._of!r})"


def drain(source: Source[T], *sinks: Sink[T]) -> int:
    count = 0
    while (item := source.pull()) is not None:
        for sink in sinks:
            sink.push(item)
        count += 1
    return count


def described(x: object) -> str:
    match x:
        case Reading(name=name, value=value, low=low):
            return f"{name} {value!r} {low!r}"
        case Amount(of=amount):
            return f"amount {amount!r}"
        case [float() as first, *rest]:
            return f"{first!r} and {len(rest)}"
        case {"rate": rate}:
            return f"rate {rate!r}"
        case Gauge(level=level):
            return f"gauge {level!r}"
    return "nothing"


def averages(rows: dict[str, list[float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, values in rows.items():
        total = sum(values)
        found[name] = total / len(values) if values else total
    return found


def running(values: Iterable[float]) -> Iterator[tuple[float, float]]:
    most = least = 0.5
    for value in values:
        most, least = max(most, value), min(least, value)
        yield most, least


def adder(start: float) -> tuple[Callable[[float], float], Callable[[], float]]:
    total = start

    def add(x: float) -> float:
        nonlocal total
        total += x
        return total

    return add, lambda: total


def first_of(pairs: list[tuple[str, float]]) -> float:
    (_, first), *others = pairs
    for name, first in others:
        if name == "stop":
            break
    return first


def through_any(value: Any) -> float:
    held: float = value
    return held


def main() -> None:
    total, log = Total(), Log()
    print(drain(Counting(3), total, log), total.total, total.last, log.seen)
    scales: list[Scaled] = [Metres(), Steps()]
    print([s.factor for s in scales], [s.scaled(2) for s in scales], [s.scaled(2.5) for s in scales])
    gauges: list[Gauge] = [Exact(), Rounded()]
    print([g.twice() for g in gauges], [g.level for g in gauges], [g.read(2) for g in gauges])
    cell: Cell[float] = Cell(1.5)
    seen: list[float] = []
    cell.watchers += [seen.append, total.push]
    cell.set(2)
    cell.set(2.5)
    print(seen, cell.value, [*cell], total.total, total.last)
    stack = Stack([1.5, 2.5])
    stack.push(sum([1.5 for _ in range(0)]))
    print(stack.pop(), stack[0], stack.items)
    readings = [Reading("a", 1.5), Reading("b", 2, 1), Reading("c", sum([]))]
    print([described(r) for r in readings], max(readings, key=lambda r: r.value).value)
    print(described(Amount(3)), described([1.5, 2]), described({"rate": 4}), [described(g) for g in gauges])
    amount = Amount(1.5)
    amount.of = 4
    print(amount, amount + 1, 2 + amount, sum([Amount(1), Amount(0.5)], 0.5).of if False else min(amount, Amount(2)))
    print(averages({"x": [1.5, 2], "y": [], "z": [1, 2, 3]}), list(running([1.5, 3, 0, 0.25])))
    add, current = adder(1)
    print(add(1), add(0.5), current(), first_of([("a", 1.5), ("b", 2), ("stop", 3), ("c", 0.5)]))
    print(through_any(5), through_any(5.5), [through_any(v) for v in (1, 2.0, True)])
    table: dict[str, float] = {}
    for word in ("a", "b", "a"):
        table[word] = table.get(word, 0) + 1.5
        table.setdefault("all", 0)
        table["all"] += 1
    print(table, sorted(table.values()), table.pop("none", 0), {k: v for k, v in table.items() if v > 1})
    matrix = [[0.0] * 2 for _ in range(2)]
    matrix[0][1] = sum(row[0] for row in matrix)
    matrix[1] = [1, 2.5]
    print(matrix, [sum(column) for column in zip(*matrix)])


main()
