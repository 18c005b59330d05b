"""Types with Any in them, and variables that hold what a call gives where mypy is wrong about that."""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk

ANYTHING = mt.AnyType(mt.TypeOfAny.special_form)


def may_be_anything(declared: mt.Type | None) -> bool:
    """Any, or a union with it."""
    found = mt.get_proper_type(declared)
    parts = found.items if isinstance(found, mt.UnionType) else [found]
    return any(isinstance(mt.get_proper_type(part), mt.AnyType) for part in parts)


def mentions_anything(type_: mt.Type | None) -> bool:
    """Any is the type or stands in it; not in a type that stands in itself."""
    if isinstance(type_, mt.TypeAliasType) and type_.is_recursive:
        return False
    match mt.get_proper_type(type_):
        case mt.AnyType():
            return True
        case mt.Instance(args=parts) | mt.TupleType(items=parts) | mt.UnionType(items=parts):
            return any(map(mentions_anything, parts))
    return False


def held(tree: n.Node, gives: Callable[[n.Expression], bool]) -> set[n.Var]:
    """Make the variables Any that are assigned such a value and have no annotation."""
    found: set[n.Var] = set()
    for node in walk(tree):
        if isinstance(node, n.AssignmentStmt) and node.unanalyzed_type is None and gives(node.rvalue):
            for target in node.lvalues:
                var = target.node if isinstance(target, n.NameExpr) else None
                if isinstance(var, n.Var) and var.is_inferred:
                    var.type = ANYTHING
                    found.add(var)
    return found


def widen_uses(inside: n.Node, variables: set[n.Var], types: dict[n.Expression, mt.Type]) -> None:
    """Make the uses of the variables Any."""
    for node in walk(inside) if variables else ():
        if isinstance(node, n.NameExpr) and node.node in variables and node in types:
            types[node] = ANYTHING
