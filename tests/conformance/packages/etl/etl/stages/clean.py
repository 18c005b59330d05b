"""Stages that make rows right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from etl.constants import LIMITS

from . import stage
from ..core import Problems, Row
from ..errors import BadRow


@stage
def strip(rows: Iterator[Row], problem: Problems) -> Iterator[Row]:
    for row in rows:
        yield row._replace(fields={k: v.strip() for k, v in row.fields.items()})


@stage
def types(rows: Iterator[Row], problem: Problems) -> Iterator[Row]:
    for line, fields in rows:
        try:
            amount = float(fields["amount"])
            low, high = LIMITS["amount"]
            if not low <= amount <= high:
                raise ValueError(f"amount {amount:g} is not in {low:g}..{high:g}")
            if not fields["name"]:
                raise ValueError("no name")
            yield Row(line, {"id": int(fields["id"]), "name": fields["name"].title(), "amount": amount, "when": date.fromisoformat(fields["when"])})
        except ValueError as error:
            problem(BadRow(line, str(error)))


@stage
def unique(rows: Iterator[Row], problem: Problems) -> Iterator[Row]:
    seen: dict[object, int] = {}
    for row in rows:
        first = seen.setdefault(row.fields["id"], row.line)
        if first == row.line:
            yield row
        else:
            problem(BadRow(row.line, f"same id as line {first}"))


@stage
def positive(rows: Iterator[Row], problem: Problems) -> Iterator[Row]:
    return (row for row in rows if row.fields["amount"] > 0)
