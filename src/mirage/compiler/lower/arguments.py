"""Actual arguments of calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value


@dataclass(frozen=True)
class Arg:
    """One actual argument, already evaluated."""

    value: Value
    name: str | None = None
    star: bool = False
    star2: bool = False
    node: n.Expression | None = None


Args = Sequence[Arg | Value]


def as_args(args: Args) -> list[Arg]:
    return [arg if isinstance(arg, Arg) else Arg(arg) for arg in args]


def spread(args: list[Arg]) -> list[Arg]:
    """What `*tuple` passes item by item, for its types alone: nothing is read."""
    found: list[Arg] = []
    for arg in args:
        if arg.star and isinstance(arg.value.type, t.TupleT):
            found += [Arg(Value(ir.NoneConst(), item)) for item in arg.value.type.items]
        else:
            found.append(arg)
    return found
