"""Containers that are made before anything says what they will hold.

    groups = defaultdict(list)          # mypy: defaultdict[Never, list[Never]], a variable of partial type
    groups[x > 1].append(x)             # the variable is a defaultdict[bool, list[float]]

The call makes what the variable turned out to be, and so do `[]` and `{}`.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk


def settle_partial(tree: n.Node, types: dict[n.Expression, mt.Type]) -> None:
    """Give such calls the types of the variables, and `list` in them that of the lists it will make."""
    for node in walk(tree):
        _settle_variable(node, types)
    for node in walk(tree):
        if isinstance(node, n.CallExpr) and getattr(node.callee, "fullname", "") == "collections.defaultdict":
            made = mt.get_proper_type(types.get(node))
            if node.args and isinstance(made, mt.Instance) and len(made.args) == 2:
                item = mt.get_proper_type(made.args[1])
                first = node.args[0]
                maker = mt.get_proper_type(types.get(first))
                if not isinstance(item, mt.Instance) or not isinstance(maker, mt.FunctionLike):
                    continue
                if isinstance(first, n.RefExpr) and first.node is item.type:
                    types[first] = maker.items[0].copy_modified(
                        arg_types=[], arg_kinds=[], arg_names=[], ret_type=item, variables=[]
                    )


def _settle_variable(node: n.Node, types: dict[n.Expression, mt.Type]) -> None:
    if not isinstance(node, n.AssignmentStmt) or len(node.lvalues) != 1:
        return
    target = node.lvalues[0]
    if not isinstance(target, n.RefExpr) or not isinstance(node.rvalue, n.CallExpr | n.DictExpr | n.ListExpr):
        return
    if not isinstance(types.get(target), mt.PartialType) or not isinstance(target.node, n.Var):
        return
    known = mt.get_proper_type(target.node.type)
    made = mt.get_proper_type(types.get(node.rvalue))
    if isinstance(known, mt.Instance) and isinstance(made, mt.Instance) and known.type is made.type:
        types[node.rvalue] = known
