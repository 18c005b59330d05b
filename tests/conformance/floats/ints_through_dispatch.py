"""Methods that dispatch finds, declared to give floats, give ints: so do attributes of protocols and overrides."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Protocol


class Scaled(Protocol):
    factor: float

    def scaled(self, by: float) -> float: ...


class Metres:
    factor = 1.5

    def scaled(self, by: float) -> float:
        return self.factor * by


class Steps:
    def __init__(self) -> None:
        self.factor: float = 2

    def scaled(self, by: float) -> float:
        return by


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
    level = 3

    def read(self, offset: float) -> float:
        return round(offset)


class Meter:
    """Names that what a gauge says reaches: an attribute, an item, a closure's variable."""

    def __init__(self, gauges: list[Gauge]) -> None:
        self.last = 0.5
        self.gauges = gauges
        self.rows: dict[str, list[float]] = {}

    def note(self, name: str, offset: float) -> None:
        for gauge in self.gauges:
            self.last = gauge.read(offset)
            self.rows.setdefault(name, []).append(self.last)

    def adder(self) -> Callable[[float], float]:
        total = self.last

        def add(more: float) -> float:
            nonlocal total
            total += more
            return total

        return add


def described(x: object) -> str:
    match x:
        case Gauge(level=level):
            return f"gauge {level!r}"
        case Steps(factor=factor):
            return f"steps {factor!r}"
        case Meter(last=last):
            return f"meter {last!r}"
    return "nothing"


def main() -> None:
    scales: list[Scaled] = [Metres(), Steps()]
    print([s.factor for s in scales], [s.scaled(2) for s in scales], [s.scaled(2.5) for s in scales])
    gauges: list[Gauge] = [Exact(), Rounded()]
    print([g.twice() for g in gauges], [g.level for g in gauges], [g.read(2) for g in gauges])
    meter = Meter(gauges)
    meter.note("low", 0.25)
    meter.note("high", 7.75)
    print(meter.last, meter.rows, {name: sum(row) for name, row in meter.rows.items()})
    add = meter.adder()
    print(add(1), add(0.5), add(meter.last), max(meter.rows["low"]), sorted(meter.rows["high"]))
    print([described(x) for x in (*gauges, *scales, meter)])
    first, *others = [g.read(g.level) for g in gauges]
    print(first, others, f"{first:.1f} {others[0]:.1f}", first == others[0])


main()
