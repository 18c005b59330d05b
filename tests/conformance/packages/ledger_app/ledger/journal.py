from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .accounts import Chart
from .errors import BadEntry, Unbalanced

posted = 0


class Entry(NamedTuple):
    day: date
    text: str
    amounts: dict[int, int]


def cents(text: str) -> int:
    whole, _, part = text.lstrip("-").partition(".")
    value = int(whole) * 100 + int(f"{part:0<2}" if part else 0)
    return -value if text.startswith("-") else value


class Journal:
    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self._entries: list[Entry] = []

    def post(self, line: str) -> None:
        global posted
        head, *parts = line.split("; ")
        day, _, text = head.partition(" ")
        try:
            amounts = {self.chart[int(n)].number: cents(c) for n, c in (p.split() for p in parts)}
            entry = Entry(date.fromisoformat(day), text, amounts)
        except (ValueError, LookupError) as error:
            raise BadEntry(f"{text}: {error}") from error
        if total := sum(amounts.values()):
            raise Unbalanced(f"{text} is off by {total}")
        self._entries.append(entry)
        posted += 1

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, index: int) -> Entry:
        return self._entries[index]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def find(self, account: int) -> list[str]:
        return [e.text for e in self if account in e.amounts]
