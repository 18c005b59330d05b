"""Attributes that a program gives to functions: `wrapper.calls = 0`, `setattr(function, "route", path)`.

A function object keeps them in a dict of its own (see `mirage.runtime.functions`).  Which names may be such
attributes is known at build time, so that nothing else is looked up there.  mypy knows no attributes of
functions: such programs say `# type: ignore`, or hold the function as `Any`.  What is held as `Any` may be a
function where the same function of the program calls it, returns it, or hands it to `wraps`.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk

WRAPPING = ("functools.wraps", "functools.update_wrapper")


def assigned_to_functions(trees: list[n.MypyFile], types: dict[n.Expression, mt.Type]) -> set[str]:
    """The names under which functions may have attributes."""
    names: set[str] = set()
    for tree in trees:
        callables: set[n.SymbolNode] | None = None
        for node in walk(tree):
            for name, owner in _assigned(node):
                if name.startswith("__") and name != "__signature__":
                    continue
                if callables is None:
                    callables = _used_as_functions(tree)
                if _may_be_function(owner, types, callables):
                    names.add(name)
    return names


def _assigned(node: n.Node) -> list[tuple[str, n.Expression]]:
    """Names of attributes that a statement or call sets, each with the expression for its owner."""
    if isinstance(node, n.AssignmentStmt):
        return [(target.name, target.expr) for target in node.lvalues if isinstance(target, n.MemberExpr)]
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.RefExpr):
        if node.callee.fullname == "builtins.setattr" and len(node.args) == 3:
            if isinstance(node.args[1], n.StrExpr):
                return [(node.args[1].value, node.args[0])]
    return []


def _used_as_functions(tree: n.MypyFile) -> set[n.SymbolNode]:
    """Variables and functions that are called, returned, or wrapped."""
    found: set[n.SymbolNode] = set()
    for node in walk(tree):
        used: list[n.Expression | None] = []
        if isinstance(node, n.ReturnStmt):
            used.append(node.expr)
        elif isinstance(node, n.CallExpr):
            used.append(node.callee)
            if isinstance(node.callee, n.RefExpr) and node.callee.fullname in WRAPPING:
                used += node.args
        for expression in used:
            if isinstance(expression, n.RefExpr) and expression.node is not None:
                found.add(expression.node)
    return found


def _may_be_function(
    owner: n.Expression, types: dict[n.Expression, mt.Type], callables: set[n.SymbolNode]
) -> bool:
    if isinstance(owner, n.CastExpr):
        owner = owner.expr
    if isinstance(owner, n.RefExpr) and isinstance(owner.node, n.FuncDef | n.OverloadedFuncDef | n.Decorator):
        return True
    return _is_callable(types.get(owner), isinstance(owner, n.RefExpr) and owner.node in callables)


def _is_callable(declared: mt.Type | None, used: bool) -> bool:
    type_ = mt.get_proper_type(declared)
    if isinstance(type_, mt.CallableType):
        return not type_.is_type_obj()
    if isinstance(type_, mt.UnionType):
        return any(_is_callable(item, used) for item in type_.items)
    if isinstance(type_, mt.TypeVarType):
        return _is_callable(type_.upper_bound, used)
    if isinstance(type_, mt.Instance):
        if type_.type.fullname in ("functools._Wrapped", "builtins.function"):
            return True
        if type_.type.is_protocol:
            return type_.type.get("__call__") is not None
        return type_.type.fullname == "builtins.object" and used
    return isinstance(type_, mt.Overloaded) or isinstance(type_, mt.AnyType) and used
