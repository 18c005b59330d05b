"""`replace` and `fields` of values and classes whose dataclass is known at run time only."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Opened:
    owner: str
    version: int = 0


@dataclass(frozen=True)
class Paid:
    amount: float
    version: int = 0
    memo: str = field(default="", compare=False)


@dataclass(frozen=True)
class Closed(Opened):
    reasons: tuple[str, ...] = ()


@dataclass
class Note:
    text: str
    size: int = field(init=False)

    def __post_init__(self):
        self.size = len(self.text)


def stamped(event, number):
    return replace(event, version=number)


def changed(record: Any, **changes: Any) -> Any:
    return replace(record, **changes)


def columns(cls):
    return [(f.name, f.init) for f in fields(cls)]


def load(cls: type[T], text: str) -> T:
    raw = json.loads(text)
    return cls(**{f.name: raw[f.name] for f in fields(cls) if f.init and f.name in raw})  # type: ignore[arg-type]


class Store:
    def __init__(self):
        self.events = []

    def add(self, event):
        self.events.append(stamped(event, len(self.events) + 1))
        return self

    def dump(self):
        for event in self.events:
            values = {f.name: getattr(event, f.name) for f in fields(event)}
            print(type(event).__name__, values, values == asdict(event))


store = Store().add(Opened("ann")).add(Paid(2.5, memo="cash")).add(Closed("ann", reasons=("moved",)))
store.dump()
print(changed(store.events[1], amount=7, memo="card"), changed(Note("abc"), text="longer"))
for kind in (Opened, Paid, Closed, Note):
    print(kind.__name__, columns(kind), is_dataclass(kind))
print(load(Paid, '{"amount": 3.5, "memo": "x", "other": 1}'), load(Note, '{"text": "hi", "size": 9}'))
for record, changes in ((Note("x"), {"size": 3}), (Opened("x"), {"amount": 1}), (5, {"real": 1}), (Opened, {"owner": "y"})):
    try:
        print(changed(record, **changes))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for wrong in (3, "Note", int):
    try:
        print(columns(wrong))
    except TypeError as error:
        print(error)
try:
    stamped(Note("n"), 3)
except TypeError as error:
    print(error)
try:
    store.events[0].version = 5
except FrozenInstanceError as error:
    print(error)
