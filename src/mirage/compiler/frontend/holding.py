"""Variables that hold what a call gives, where mypy is wrong about what that is."""

from __future__ import annotations

from collections.abc import Callable

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk

ANYTHING = mt.AnyType(mt.TypeOfAny.special_form)


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
