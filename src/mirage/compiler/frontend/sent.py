"""What `x = yield` gives: None when the generator goes on by `next`, whatever is declared to be sent.

    def numbers() -> Generator[int, str, None]:
        got = yield 1           # mypy: str; under `for` it is None

Such a `yield` is `str | None`, and so are a variable it is assigned to and its uses.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk


def widen_sent(tree: n.MypyFile, types: dict[n.Expression, mt.Type]) -> None:
    """Make the types true."""
    declared: dict[n.Var, mt.Type] = {}
    for node in walk(tree):
        if isinstance(node, n.YieldExpr) and (sent := types.get(node)) is not None and _excludes_none(sent):
            types[node] = mt.UnionType([sent, mt.NoneType()])
        for target in _targets(node):
            if isinstance(target.node, n.Var) and target.node.type is not None:
                if not target.node.is_property and _excludes_none(target.node.type):
                    declared[target.node] = target.node.type
    for var, type_ in declared.items():
        var.type = mt.UnionType([type_, mt.NoneType()])
    for node in walk(tree) if declared else ():
        if isinstance(node, n.NameExpr) and isinstance(node.node, n.Var) and node.node in declared:
            if types.get(node) == declared[node.node]:
                types[node] = mt.UnionType([declared[node.node], mt.NoneType()])


def _targets(node: n.Node) -> list[n.NameExpr]:
    """The names of `x = yield ...` and `(x := (yield ...))`."""
    if isinstance(node, n.AssignmentStmt) and isinstance(node.rvalue, n.YieldExpr):
        return [target for target in node.lvalues if isinstance(target, n.NameExpr)]
    if isinstance(node, n.AssignmentExpr) and isinstance(node.value, n.YieldExpr):
        return [node.target]
    return []


def _excludes_none(type_: mt.Type) -> bool:
    proper = mt.get_proper_type(type_)
    if isinstance(proper, mt.UnionType):
        return all(map(_excludes_none, proper.items))
    if isinstance(proper, mt.Instance):
        return proper.type.fullname != "builtins.object"
    return isinstance(proper, mt.TupleType | mt.LiteralType)
