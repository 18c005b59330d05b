"""Event-sourced warehouse: commands, events, projections, snapshots as JSON, replayed and audited."""
from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from functools import singledispatchmethod
from typing import Any, ClassVar, Generic, TypeVar


class Unit(str, Enum):
    PIECE = "pc"
    KILO = "kg"


@dataclass(frozen=True)
class Event:
    at: datetime
    kind: ClassVar[str] = "event"

    def to_json(self) -> dict[str, Any]:
        data: dict[str, Any] = {"kind": self.kind}
        for one in fields(self):
            value = asdict(self)[one.name]
            data[one.name] = value.isoformat() if isinstance(value, datetime) else value
        return data


@dataclass(frozen=True)
class Received(Event):
    sku: str
    amount: float
    unit: Unit = Unit.PIECE
    kind: ClassVar[str] = "received"


@dataclass(frozen=True)
class Shipped(Event):
    sku: str
    amount: float
    to: str = "unknown"
    kind: ClassVar[str] = "shipped"


@dataclass(frozen=True)
class Counted(Event):
    levels: dict[str, float] = field(default_factory=dict)
    kind: ClassVar[str] = "counted"


KINDS: dict[str, type[Event]] = {cls.kind: cls for cls in (Received, Shipped, Counted)}


def from_json(data: dict[str, Any]) -> Event:
    values = dict(data)
    kind = values.pop("kind")
    cls = KINDS.get(kind)
    if cls is None:
        raise LookupError(f"unknown kind {kind!r}")
    values["at"] = datetime.fromisoformat(values["at"])
    if "unit" in values:
        values["unit"] = Unit(values["unit"])
    return cls(**values)


S = TypeVar("S")


class Projection(Generic[S]):
    def __init__(self, start: S, step: Callable[[S, Event], S]) -> None:
        self.state = start
        self.step = step
        self.seen = 0

    def feed(self, events: Iterable[Event]) -> S:
        for event in events:
            self.state = self.step(self.state, event)
            self.seen += 1
        return self.state


class Warehouse:
    def __init__(self) -> None:
        self.levels: defaultdict[str, float] = defaultdict(float)
        self.problems: list[str] = []
        self.destinations: Counter[str] = Counter()

    @singledispatchmethod
    def apply(self, event: Event) -> None:
        raise NotImplementedError(type(event).__name__)

    @apply.register
    def _(self, event: Received) -> None:
        self.levels[event.sku] += event.amount

    @apply.register
    def _(self, event: Shipped) -> None:
        left = self.levels[event.sku] - event.amount
        if left < 0:
            self.problems.append(f"{event.at:%H:%M} {event.sku} short by {-left:g}")
            left = 0
        self.levels[event.sku] = left
        self.destinations[event.to] += 1

    @apply.register
    def _(self, event: Counted) -> None:
        for sku, level in sorted(event.levels.items()):
            drift = level - self.levels.get(sku, 0)
            if drift:
                self.problems.append(f"{sku} drifts {drift:+.2f}")
            self.levels[sku] = level


def history() -> Iterator[Event]:
    at = datetime(2024, 2, 28, 22, 30)
    step = timedelta(minutes=47)
    yield Received(at, "bolt", 100)
    yield Received(at + step, "sand", 12.5, Unit.KILO)
    yield Shipped(at + 2 * step, "bolt", 30, "Oslo")
    yield Shipped(at + 3 * step, "sand", 20, to="Bergen")
    yield Counted(at + 4 * step, {"bolt": 69, "sand": 0.25})
    yield replace(Shipped(at, "bolt", 1, "Oslo"), at=at + 40 * step)


def main() -> None:
    events = list(history())
    lines = [json.dumps(event.to_json(), sort_keys=True) for event in events]
    print(*lines, sep="\n")
    back = [from_json(json.loads(line)) for line in lines]
    print(back == events, back[1], is_dataclass(back[0]))
    house = Warehouse()
    for event in back:
        house.apply(event)
    print(dict(house.levels), house.problems, house.destinations.most_common())
    total = Projection(0.0, lambda state, event: state + (event.amount if isinstance(event, Received) else 0))
    print(total.feed(events), total.seen)
    days: Projection[dict[str, list[str]]] = Projection(
        {}, lambda state, event: {**state, f"{event.at:%a %d}": [*state.get(f"{event.at:%a %d}", []), event.kind]}
    )
    print(days.feed(back))
    for bad in ('{"kind": "lost", "at": "x"}', '{"kind": "shipped", "at": "2024-13-01"}', '{"at": 1}', "{"):
        try:
            print(from_json(json.loads(bad)))
        except (LookupError, ValueError) as error:
            print(type(error).__name__, error)
    try:
        house.apply(Event(datetime.min))
    except NotImplementedError as error:
        print("not implemented:", error)
    print(sorted(events, key=lambda e: (e.kind, e.at))[0], min(events, key=lambda e: e.at).at.isoformat(" "))


main()
