"""The attributes that `functools.update_wrapper(self, f)` and `self.__doc__ = f.__doc__` give an object."""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

NAMES = ("__module__", "__name__", "__qualname__", "__doc__", "__wrapped__")


def is_update(call: n.CallExpr) -> bool:
    return isinstance(call.callee, n.RefExpr) and call.callee.fullname == "functools.update_wrapper"


def declare_fields(call: n.CallExpr, root: n.Node | None) -> None:
    """Give the class of the method `root` what it does not declare itself; types have been checked before."""
    if call.args:
        _declare(call.args[0], NAMES, root)


def declare_assigned(node: n.AssignmentStmt, root: n.Node | None) -> None:
    """The same for what every class has, and an assignment in the method makes the object's own."""
    for target in node.lvalues:
        if isinstance(target, n.MemberExpr) and target.name in ("__doc__", "__module__"):
            _declare(target.expr, (target.name,), root)


def _declare(this: n.Expression, names: tuple[str, ...], root: n.Node | None) -> None:
    method = root if isinstance(root, n.FuncDef) and root.info and root.arguments else None
    if method is None or not isinstance(this, n.NameExpr) or this.node is not method.arguments[0].variable:
        return
    info = method.info
    for name in names:
        found = info.get(name)
        if found is not None and found.node is not None and _is_own(found.node):
            continue
        variable = n.Var(name, mt.AnyType(mt.TypeOfAny.explicit))
        variable.info = info
        variable._fullname = f"{info.fullname}.{name}"
        info.names[name] = n.SymbolTableNode(n.MDEF, variable)


def _is_own(node: n.SymbolNode) -> bool:
    return isinstance(node, n.Var) and bool(node.info) and node.info.fullname != "builtins.object"
