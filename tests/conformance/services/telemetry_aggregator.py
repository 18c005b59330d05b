"""Measurements gathered concurrently: counters, gauges, histograms with labels, windows, quantile sketches, text exposition."""

from __future__ import annotations

import asyncio
import bisect
import contextvars
import math
from abc import ABC, abstractmethod
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Labels = tuple[tuple[str, str], ...]
M = TypeVar("M", bound="Metric")
current: contextvars.ContextVar[tuple[str, ...]] = contextvars.ContextVar("current", default=())


class Metric(ABC):
    @abstractmethod
    def samples(self) -> Iterator[tuple[str, Labels, float]]:
        """Suffix, more labels, value."""


class Counter(Metric):
    def __init__(self) -> None:
        self.value = 0.0

    def add(self, amount: float = 1) -> None:
        if amount < 0:
            raise ValueError("counters only grow")
        self.value += amount

    def samples(self) -> Iterator[tuple[str, Labels, float]]:
        yield "_total", (), self.value


class Gauge(Metric):
    def __init__(self) -> None:
        self.value = 0.0
        self.peak = -math.inf

    def set(self, value: float) -> None:
        self.value = value
        self.peak = max(self.peak, value)

    @contextmanager
    def held(self) -> Iterator[None]:
        self.set(self.value + 1)
        try:
            yield
        finally:
            self.set(self.value - 1)

    def samples(self) -> Iterator[tuple[str, Labels, float]]:
        yield "", (), self.value
        if self.peak > -math.inf:
            yield "_peak", (), self.peak


class Histogram(Metric):
    bounds: tuple[float, ...] = (1, 5, 10, 50)

    def __init__(self) -> None:
        self.counts = [0] * (len(self.bounds) + 1)
        self.total = 0.0

    def observe(self, value: float) -> None:
        self.counts[bisect.bisect_left(self.bounds, value)] += 1
        self.total += value

    def samples(self) -> Iterator[tuple[str, Labels, float]]:
        below = 0
        for bound, count in zip((*self.bounds, math.inf), self.counts):
            below += count
            yield "_bucket", (("le", f"{bound:g}"),), below
        yield "_sum", (), self.total
        yield "_count", (), below


class Quantiles(Metric):
    """Exact over a window of the last values."""

    def __init__(self, room: int = 50) -> None:
        self.window: deque[float] = deque(maxlen=room)
        self.ordered: list[float] = []

    def observe(self, value: float) -> None:
        if len(self.window) == self.window.maxlen:
            del self.ordered[bisect.bisect_left(self.ordered, self.window[0])]
        self.window.append(value)
        bisect.insort(self.ordered, value)

    def at(self, share: float) -> float:
        if not self.ordered:
            return math.nan
        return self.ordered[min(len(self.ordered) - 1, int(share * len(self.ordered)))]

    def samples(self) -> Iterator[tuple[str, Labels, float]]:
        for share in (0.5, 0.9, 0.99):
            yield "", (("quantile", str(share)),), self.at(share)


class Family(Generic[M]):
    def __init__(self, name: str, kind: type[M], *names: str) -> None:
        self.name, self.kind, self.names = name, kind, names
        self.children: dict[tuple[str, ...], M] = {}

    def labels(self, *values: object) -> M:
        if len(values) != len(self.names):
            raise TypeError(f"{self.name} has labels {self.names}, not {len(values)}")
        key = tuple(map(str, values))
        if key not in self.children:
            self.children[key] = self.kind()
        return self.children[key]

    def lines(self) -> Iterator[str]:
        yield f"# TYPE {self.name} {self.kind.__name__.lower()}"
        for key in sorted(self.children):
            for suffix, more, value in self.children[key].samples():
                pairs = [*zip(self.names, key), *more]
                text = ",".join(f'{n}="{v}"' for n, v in pairs)
                yield f"{self.name}{suffix}{{{text}}} {value:g}" if pairs else f"{self.name}{suffix} {value:g}"


@dataclass
class Registry:
    families: dict[str, Family[Metric]] = field(default_factory=dict)
    spans: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    now: int = 0

    def family(self, name: str, kind: type[M], *names: str) -> Family[M]:
        if name in self.families:
            raise ValueError(f"{name} is there already")
        made: Family[M] = Family(name, kind, *names)
        self.families[name] = made  # type: ignore[assignment]
        return made

    @contextmanager
    def span(self, name: str) -> Iterator[tuple[str, ...]]:
        path = (*current.get(), name)
        token = current.set(path)
        begun = self.now
        try:
            yield path
        finally:
            current.reset(token)
            self.spans["/".join(path)].append(self.now - begun)

    def text(self) -> str:
        return "\n".join(line for family in self.families.values() for line in family.lines())


registry = Registry()
requests = registry.family("requests", Counter, "method", "code")
active = registry.family("active", Gauge)
sizes = registry.family("size", Histogram, "method")
times = registry.family("ticks", Quantiles)


async def tick(count: int) -> None:
    for _ in range(count):
        registry.now += 1
        await asyncio.sleep(0)


async def handle(number: int) -> str:
    method = ("GET", "PUT")[number % 2]
    with registry.span(method), active.labels().held():
        await tick(number % 3)
        with registry.span("store") as path:
            await tick(1 + number % 2)
            size = number * number % 61
            sizes.labels(method).observe(size)
        try:
            if number % 7 == 6:
                raise LookupError(number)
            code = 200
        except LookupError:
            code = 404
        requests.labels(method, code).add()
        times.labels().observe(size / 2)
        return "/".join(path)


async def main() -> None:
    paths = await asyncio.gather(*(handle(n) for n in range(20)))
    print(sorted(set(paths)), current.get())
    print(registry.text())
    print(sorted((name, len(found), min(found) >= 0) for name, found in registry.spans.items()))
    for action in (lambda: requests.labels("GET"), lambda: requests.labels("GET", 200).add(-1), lambda: registry.family("size", Gauge)):
        try:
            action()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    sketch = Quantiles(5)
    print(sketch.at(0.5), end=" ")
    for n in (9, 1, 8, 2, 7, 3, 3, 3):
        sketch.observe(n)
    print(sketch.at(0), sketch.at(0.5), sketch.at(1), sketch.ordered, list(sketch.window))


asyncio.run(main())
