from __future__ import annotations

import enum
from dataclasses import dataclass


class Kind(enum.Enum):
    ASSET = enum.auto()
    LIABILITY = enum.auto()
    EQUITY = enum.auto()
    INCOME = enum.auto()
    EXPENSE = enum.auto()

    @property
    def sign(self) -> int:
        return 1 if self in (Kind.ASSET, Kind.EXPENSE) else -1


@dataclass(frozen=True)
class Account:
    number: int
    name: str
    kind: Kind


class Chart(dict[int, Account]):
    @classmethod
    def parse(cls, text: str) -> Chart:
        chart = cls()
        for line in filter(None, text.splitlines()):
            number, name, kind = line.split()
            chart[int(number)] = Account(int(number), name, Kind[kind.upper()])
        return chart

    def of(self, kind: Kind) -> list[Account]:
        return [a for a in self.values() if a.kind is kind]

    def __missing__(self, number: int) -> Account:
        raise LookupError(f"no account {number}")
