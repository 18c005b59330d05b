"""Where `obj.__dict__` and `vars(obj)` stand in the tree."""

from __future__ import annotations

from mypy import nodes as n


def put_in(node: n.Node) -> n.Expression | None:
    """The object of `obj.__dict__[name]`, an assignment's target, and of `obj.__dict__.update(...)`."""
    if isinstance(node, n.IndexExpr):
        return object_of_dict(node.base)
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.MemberExpr):
        return object_of_dict(node.callee.expr) if node.callee.name == "update" else None
    return None


def object_of_dict(node: n.Node) -> n.Expression | None:
    """The object of `obj.__dict__` and of `vars(obj)`."""
    if isinstance(node, n.MemberExpr) and node.name == "__dict__":
        return node.expr
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.NameExpr) and len(node.args) == 1:
        if node.callee.fullname == "builtins.vars" and node.arg_kinds == [n.ARG_POS]:
            return node.args[0]
    return None
