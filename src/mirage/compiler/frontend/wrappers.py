"""`functools.update_wrapper(self, function)`: the attributes that it gives an object."""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

NAMES = ("__module__", "__name__", "__qualname__", "__doc__", "__wrapped__")


def is_update(call: n.CallExpr) -> bool:
    return isinstance(call.callee, n.RefExpr) and call.callee.fullname == "functools.update_wrapper"


def declare_fields(call: n.CallExpr, root: n.Node | None) -> None:
    """Give the class of the method `root` what it does not declare itself; types have been checked before."""
    first = call.args[0] if call.args else None
    method = root if isinstance(root, n.FuncDef) and root.info and root.arguments else None
    if method is None or not isinstance(first, n.NameExpr) or first.node is not method.arguments[0].variable:
        return
    info = method.info
    for name in NAMES:
        found = info.get(name)
        if found is not None and found.node is not None and _is_own(found.node):
            continue
        variable = n.Var(name, mt.AnyType(mt.TypeOfAny.explicit))
        variable.info = info
        variable._fullname = f"{info.fullname}.{name}"
        info.names[name] = n.SymbolTableNode(n.MDEF, variable)


def _is_own(node: n.SymbolNode) -> bool:
    return isinstance(node, n.Var) and bool(node.info) and node.info.fullname != "builtins.object"
