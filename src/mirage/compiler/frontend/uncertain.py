"""Operators with an operand that mypy takes for `Any | int`: what they give may be anything.

    def price(item, discount=None):
        return item.price * (1 - (discount or 0))       # for mypy 1 - ... is an int; discount may be 0.1

mypy asks `int.__sub__`, which takes `Any | int` and gives an int.  Such operations are Any, and so are the
operations and calls of number functions that take them, and variables without annotations that hold them.
So is what `map(sum, rows)` gives where nobody knows what the rows hold.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.holding import (
    ANYTHING,
    held,
    may_be_anything,
    mentions_anything,
    widen_uses,
)
from mirage.compiler.frontend.walk import walk

PASSING_ON = ("round", "max", "min", "abs", "pow", "divmod", "sum")
COLLECTING = ("list", "tuple", "set", "frozenset", "sorted", "reversed", "iter", "enumerate", "filter")
CONTAINERS = (n.ListExpr, n.SetExpr, n.ListComprehension, n.SetComprehension, n.GeneratorExpr)
LOGICAL = ("and", "or", "in", "not in", "is", "is not")


def widen_uncertain(tree: n.MypyFile, types: dict[n.Expression, mt.Type]) -> None:
    """Make the types of such expressions and variables true."""
    unsure: set[n.Expression] = set()
    parts_first = [node for node in walk(tree) if isinstance(node, n.Expression) and node in types]
    parts_first.reverse()
    while True:
        before = len(unsure)
        for node in parts_first:
            if node not in unsure or isinstance(node, n.TupleExpr):
                if _takes_anything(node, types, unsure):
                    unsure.add(node)
                    types[node] = _wider(types[node], node, unsure)
        if len(unsure) == before:
            return
        variables = held(tree, unsure.__contains__) | _looped(tree, unsure)
        widen_uses(tree, variables, types)
        unsure |= {node for node in walk(tree) if isinstance(node, n.NameExpr) and node.node in variables}


def _takes_anything(
    node: n.Expression, types: dict[n.Expression, mt.Type], unsure: set[n.Expression]
) -> bool:
    if isinstance(node, n.OpExpr) and node.op not in LOGICAL:
        if may_be_anything(types[node]):
            return False
        return any(may_be_anything(types.get(operand)) for operand in (node.left, node.right))
    if isinstance(node, n.IndexExpr):
        return node.base in unsure
    if isinstance(node, n.MemberExpr):
        return node.expr in unsure
    if isinstance(node, n.CallExpr) and node.callee in unsure:
        return True
    if isinstance(node, n.UnaryExpr) and node.op != "not":
        return node.expr in unsure
    if isinstance(node, n.ConditionalExpr):
        return node.if_expr in unsure or node.else_expr in unsure
    if isinstance(node, n.CallExpr) and isinstance(node.callee, n.RefExpr):
        module, _, name = node.callee.fullname.rpartition(".")
        if module == "builtins" and name in COLLECTING:
            return any(argument in unsure for argument in node.args)
        if node.callee.fullname == "builtins.map":
            return _maps_anything(node, types)
        if module != "builtins" or name not in PASSING_ON or may_be_anything(types[node]):
            return False
        return any(argument in unsure or may_be_anything(types.get(argument)) for argument in node.args)
    if isinstance(node, n.LambdaExpr):
        return node.expr() in unsure
    if isinstance(node, n.TupleExpr | n.ListExpr | n.SetExpr):
        return not unsure.isdisjoint(node.items)
    if isinstance(node, n.DictExpr):
        return any(key in unsure or value in unsure for key, value in node.items)
    if isinstance(node, n.DictionaryComprehension):
        return node.key in unsure or node.value in unsure
    if isinstance(node, n.ListComprehension | n.SetComprehension):
        return node.generator.left_expr in unsure
    return isinstance(node, n.GeneratorExpr) and node.left_expr in unsure


def _maps_anything(node: n.CallExpr, types: dict[n.Expression, mt.Type]) -> bool:
    """`map(sum, rows)` where `rows` is Any, or has items of Any: for mypy the first of `sum`'s signatures."""
    function = node.args[0] if node.args else None
    if not isinstance(function, n.RefExpr) or function.fullname.removeprefix("builtins.") not in PASSING_ON:
        return False
    return any(mentions_anything(types.get(part)) for part in node.args[1:])


def _looped(tree: n.MypyFile, unsure: set[n.Expression]) -> set[n.Var]:
    """Make the variables Any that take the items of such expressions one after the other."""
    found: set[n.Var] = set()
    for node in walk(tree):
        loops: list[tuple[n.Node, n.Expression]] = []
        if isinstance(node, n.ForStmt):
            loops = [(node.index, node.expr)]
        elif isinstance(node, n.GeneratorExpr | n.DictionaryComprehension):
            loops = list(zip(node.indices, node.sequences, strict=True))
        for target, source in loops:
            for part in walk(target) if source in unsure else ():
                var = part.node if isinstance(part, n.NameExpr) else None
                if isinstance(var, n.Var) and var.is_inferred:
                    var.type = ANYTHING
                    found.add(var)
    return found


def _wider(declared: mt.Type, node: n.Expression, unsure: set[n.Expression]) -> mt.Type:
    found = mt.get_proper_type(declared)
    if isinstance(node, n.LambdaExpr) and isinstance(found, mt.CallableType):
        if isinstance(node.type, mt.CallableType):
            node.type = node.type.copy_modified(ret_type=ANYTHING)
        return found.copy_modified(ret_type=ANYTHING)
    if isinstance(node, n.TupleExpr) and isinstance(found, mt.TupleType):
        if len(found.items) == len(node.items):
            pairs = zip(node.items, found.items, strict=True)
            return found.copy_modified(items=[ANYTHING if i in unsure else type_ for i, type_ in pairs])
    if isinstance(node, n.DictExpr | n.DictionaryComprehension) and isinstance(found, mt.Instance):
        return found.copy_modified(args=[ANYTHING for _ in found.args])
    made = isinstance(node, CONTAINERS) or isinstance(node, n.CallExpr) and _collects(node)
    if made and isinstance(found, mt.Instance) and found.args:
        return found.copy_modified(args=[ANYTHING, *found.args[1:]])
    return ANYTHING


def _collects(node: n.CallExpr) -> bool:
    name = node.callee.fullname if isinstance(node.callee, n.RefExpr) else ""
    return name == "builtins.map" or name.removeprefix("builtins.") in COLLECTING
