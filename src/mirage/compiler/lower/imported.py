"""`from module import variable`: the importing module keeps what the variable was at that moment.

    from settings import debug        # a copy: `settings.debug = True` later does not change it

mypy has one variable for both names.  Where the variable is assigned once they cannot differ; the others
are found here, and such a name is a global of its own in the importing module.
"""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower.types import Type
from mirage.compiler.lower.world import World


def imported_copy(world: World, var: n.Var, module: str, name: str) -> tuple[ir.Global, Type] | None:
    """The global in `module` that stands for the imported variable; None where the variable itself does."""
    home = world.module_of(var.fullname)
    if home == module or var not in rebound_variables(world):
        return None
    _, type_ = world.module_variable(var)
    key = ("imported", module, name)
    return world.global_variable(key, f"{module}.{name}", type_), type_


def rebound_variables(world: World) -> set[n.Node]:
    """The variables of the application's modules that may be assigned after a module was run."""
    found = world.index.found.get("rebound variables")
    if found is None:
        found = world.index.found["rebound variables"] = _find(world)
    assert isinstance(found, set)
    return found


def _find(world: World) -> set[n.Node]:
    rebound: set[n.Node] = set()
    for state in world.modules.values():
        if state.library:
            continue
        seen: set[n.Node] = set()
        for node in walk(state.tree):
            if isinstance(node, n.GlobalDecl):
                entries = [state.tree.names.get(name) for name in node.names]
                rebound |= {entry.node for entry in entries if entry is not None and entry.node is not None}
            for target, again in _targets(node):
                variable = target.node
                if not isinstance(variable, n.Var) or variable.info:
                    continue
                elsewhere = world.module_of(variable.fullname) != state.tree.fullname
                if again or elsewhere or isinstance(target, n.MemberExpr) or variable in seen:
                    rebound.add(variable)
                seen.add(variable)
    return {node for node in rebound if isinstance(node, n.Var)}


def _targets(node: n.Node) -> list[tuple[n.RefExpr, bool]]:
    """What a statement assigns, and whether it may do so more than once."""
    if isinstance(node, n.AssignmentStmt):
        return [(one, False) for target in node.lvalues for one in _names(target)]
    if isinstance(node, n.OperatorAssignmentStmt):
        return [(one, True) for one in _names(node.lvalue)]
    if isinstance(node, n.ForStmt):
        return [(one, True) for one in _names(node.index)]
    return []


def _names(target: n.Node) -> list[n.RefExpr]:
    if isinstance(target, n.NameExpr):
        return [target]
    if isinstance(target, n.MemberExpr):
        is_module = isinstance(target.expr, n.RefExpr) and isinstance(target.expr.node, n.MypyFile)
        return [target] if is_module else []
    if isinstance(target, n.TupleExpr | n.ListExpr):
        return [one for item in target.items for one in _names(item)]
    return []
