"""Variables that one plain assignment of the whole program gives a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World


def assigned_once(world: World) -> dict[n.SymbolNode, n.Expression]:
    """To the application's variables of modules and functions what they hold, when they hold anything.

    Without those that anything else in any module may set: a loop, `with`, `except`, `del`, a parameter.
    """
    from mirage.compiler.lower.world import assignment_targets

    known = world.index.found.get("assigned once")
    if isinstance(known, dict):
        return known
    found: dict[n.SymbolNode, n.Expression] = {}
    often: set[n.SymbolNode] = set()
    for module, tree in world.trees.items():
        if not world.is_user(module):
            continue
        for node in walk(tree):
            if isinstance(node, n.AssignmentExpr):
                targets: list[n.Node] = [node.target]
            elif isinstance(node, n.TryStmt):
                targets = [variable for variable in node.vars if variable is not None]
            else:
                targets = list(assignment_targets(node))
            for target in targets:
                if not isinstance(target, n.RefExpr) or target.node is None:
                    continue
                plain = isinstance(node, n.AssignmentStmt) and node.lvalues == [target]
                if isinstance(node, n.AssignmentStmt) and plain and target.node not in found:
                    found[target.node] = node.rvalue
                else:
                    often.add(target.node)
            if isinstance(node, n.FuncItem):
                often |= {argument.variable for argument in node.arguments}
    known = {var: value for var, value in found.items() if var not in often}
    world.index.found["assigned once"] = known
    return known


def assigned_value(world: World, node: n.Expression) -> n.Expression | None:
    """What a variable holds when it holds anything: one plain assignment of the program gives it a value."""
    if not isinstance(node, n.RefExpr) or not isinstance(node.node, n.Var):
        return None
    if isinstance(node, n.MemberExpr) and not isinstance(getattr(node.expr, "node", None), n.MypyFile):
        return None
    return assigned_once(world).get(node.node)
