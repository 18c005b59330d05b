"""Dataclasses, enumerations and typed dicts to JSON and back; generic repositories; copies that do not share."""

import copy
import json
from dataclasses import asdict, dataclass, field, fields, replace
from enum import Enum, IntEnum
from typing import Any, Callable, Generic, Protocol, TypedDict, TypeVar


class Status(Enum):
    NEW = "new"
    PAID = "paid"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class LineDict(TypedDict):
    sku: str
    amount: int


@dataclass(order=True)
class Line:
    sku: str
    amount: int = 1

    def to_dict(self) -> LineDict:
        return {"sku": self.sku, "amount": self.amount}


@dataclass
class Invoice:
    number: int
    status: Status = Status.NEW
    level: Level = Level.LOW
    lines: list[Line] = field(default_factory=list)
    notes: dict[str, str | None] = field(default_factory=dict, compare=False)

    def dump(self) -> str:
        data = asdict(self)
        data["status"] = self.status.value
        return json.dumps(data, sort_keys=True)

    @classmethod
    def load(cls, text: str) -> "Invoice":
        raw: dict[str, Any] = json.loads(text)
        return cls(
            number=raw["number"],
            status=Status(raw["status"]),
            level=Level(raw["level"]),
            lines=[Line(x["sku"], x["amount"]) for x in raw["lines"]],
            notes=raw["notes"],
        )


class HasNumber(Protocol):
    number: int


N = TypeVar("N", bound=HasNumber)


class Repository(Generic[N]):
    def __init__(self) -> None:
        self._items: dict[int, N] = {}

    def add(self, item: N) -> "Repository[N]":
        self._items[item.number] = item
        return self

    def where(self, test: Callable[[N], bool]) -> list[N]:
        return [item for item in self._items.values() if test(item)]

    def snapshot(self) -> "Repository[N]":
        return copy.deepcopy(self)


a = Invoice(1, lines=[Line("x", 2), Line("a")])
b = Invoice(2, Status.PAID, Level.HIGH, notes={"k": None})
text = a.dump()
print(text)
again = Invoice.load(text)
print(again == a, again is a, again.lines[0] is a.lines[0], sorted(again.lines), again.level + 1, again.status is Status.NEW)
repo: Repository[Invoice] = Repository()
repo.add(a).add(b)
before = repo.snapshot()
a.lines.append(Line("late"))
b.status = Status.NEW
print([i.number for i in repo.where(lambda i: i.status is Status.NEW)], [i.number for i in before.where(lambda i: i.status is Status.NEW)])
print(len(before.where(lambda i: True)[0].lines), len(a.lines), before.where(lambda i: i.level > 1)[0])
print([f.name for f in fields(Invoice) if f.compare], replace(b, number=9, status=Status.PAID), [line.to_dict() for line in a.lines])
shallow = copy.copy(a)
shallow.lines.clear()
print(a.lines, shallow == a, asdict(b)["level"], type(asdict(b)["status"]).__name__)
try:
    Invoice.load('{"number": 1, "status": "lost"}')
except ValueError as error:
    print(error)
