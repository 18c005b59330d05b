"""NewTypes that are mapped, kept in tables and passed on: they give back what they are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NewType

UserId = NewType("UserId", int)
Name = NewType("Name", str)
Path = NewType("Path", tuple[str, ...])
Row = NewType("Row", dict[str, Any])
Admin = NewType("Admin", UserId)

FIRST, SECOND = map(UserId, (1, 2))
NAMES = list(map(Name, ["ann", "bob"]))
PARSERS: dict[str, Callable[[Any], Any]] = {
    "id": UserId,
    "name": Name,
    "admin": Admin,
    "row": Row,
    "count": int,
}


@dataclass
class Column:
    name: Name
    parse: Callable[[str], Any] = Name
    default: UserId = field(default_factory=lambda: UserId(0))


def convert(text: str, *steps: Callable[[Any], Any]) -> Any:
    value: Any = text
    for step in steps:
        value = step(value)
    return value


print(FIRST, SECOND, FIRST + SECOND, type(FIRST).__name__, NAMES, [name.upper() for name in NAMES])
print({key: parse(7) if key != "row" else parse({"a": 1}) for key, parse in PARSERS.items()})
print(convert("12", int, UserId, Admin), convert("x", Name, Path(("a",)).__add__ if False else str))
print([Column(Name("id"), int).parse("5"), Column(Name("n")).parse("5"), Column(Name("z")).default])
row = Row({"id": FIRST})
print(row["id"], PARSERS["row"](row) is row, sorted(map(Admin, [UserId(3), UserId(1)])), max(NAMES, key=Name))
ids: dict[UserId, Name] = dict(zip(map(UserId, range(3)), map(Name, "xyz")))
print(ids[UserId(1)], list(ids), UserId(2) in ids)
