# stdin: [users]\n1 ada\n2 bob\n3 cy\n5 eve\n[orders]\n1 100\n1 250\n2 75\n4 9\n[notes]\n
"""Relational joins of keyed tables read from sections: inner, left, outer, anti, and a merge join."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

Row = tuple[str, ...]
Table = list[Row]
MISSING = "-"


def sections(lines: Iterable[str]) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    current: Table | None = None
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if line.startswith("[") and line.endswith("]"):
            current = tables.setdefault(line[1:-1], [])
        elif line:
            if current is None:
                raise ValueError(f"line {number} belongs to no section")
            current.append(tuple(line.split()))
    return tables


def index(table: Table) -> dict[str, Table]:
    result: dict[str, Table] = {}
    for row in table:
        result.setdefault(row[0], []).append(row)
    return result


def width(table: Table) -> int:
    return max(map(len, table), default=1)


def inner(left: Table, right: Table) -> Iterator[Row]:
    by_key = index(right)
    return (a + b[1:] for a in left for b in by_key.get(a[0], ()))


def left_join(left: Table, right: Table) -> Iterator[Row]:
    by_key = index(right)
    padding: Row = (MISSING,) * (width(right) - 1)
    for row in left:
        matches = by_key.get(row[0])
        if matches:
            yield from (row + other[1:] for other in matches)
        else:
            yield row + padding


def outer(left: Table, right: Table) -> Iterator[Row]:
    yield from left_join(left, right)
    keys = {row[0] for row in left}
    padding: Row = (MISSING,) * (width(left) - 1)
    yield from (row[:1] + padding + row[1:] for row in right if row[0] not in keys)


def anti(left: Table, right: Table) -> Iterator[Row]:
    keys = set(map(itemgetter(0), right))
    return (row for row in left if row[0] not in keys)


def merge_join(left: Table, right: Table) -> Iterator[Row]:
    """For tables in order of their keys: no index, groups of both are paired."""
    groups_l = groupby(left, key=itemgetter(0))
    groups_r = groupby(right, key=itemgetter(0))
    a, b = next(groups_l, None), next(groups_r, None)
    while a is not None and b is not None:
        if a[0] < b[0]:
            a = next(groups_l, None)
        elif b[0] < a[0]:
            b = next(groups_r, None)
        else:
            others = list(b[1])
            for row in a[1]:
                for other in others:
                    yield row + other[1:]
            a, b = next(groups_l, None), next(groups_r, None)


def aggregate(rows: Iterable[Row], column: int, fold: Callable[[list[int]], int]) -> dict[str, int]:
    return {key: fold([int(r[column]) for r in group]) for key, group in groupby(rows, itemgetter(0))}


tables = sections(sys.stdin)
users, orders, notes = tables["users"], tables["orders"], tables["notes"]
print({name: len(table) for name, table in tables.items()})
joins: list[tuple[str, Callable[[Table, Table], Iterator[Row]]]] = [
    ("inner", inner), ("left", left_join), ("outer", outer), ("anti", anti), ("merge", merge_join),
]  # fmt: skip
for name, join in joins:
    print(f"{name}:")
    for row in join(users, orders):
        print("   ", "\t".join(row))
    print("    against nothing:", len(list(join(users, notes))), len(list(join(notes, orders))))
print(list(inner(users, orders)) == list(merge_join(users, orders)))
print(aggregate(inner(users, orders), 2, sum), aggregate(inner(users, orders), 2, max))
try:
    aggregate(left_join(users, orders), 2, sum)
except ValueError as error:
    print("cannot add:", error)
try:
    sections(["", "orphan"])
except ValueError as error:
    print(error)
by_size = sorted(inner(users, orders), key=lambda row: (-int(row[2]), row[1]))
print([row[1] for row in by_size], *map(len, by_size))
