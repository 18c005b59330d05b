"""`reduce` and `accumulate` with a function that gives `Any`.

    reduce(lambda total, name: total + prices[name], names, 0)     prices: dict[str, Any]

mypy takes the result, and `total`, for what the first value is, an int; they are what the function gives.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk

FOLDS = {"functools.reduce": 0, "itertools.accumulate": 1}  # and which argument is the function
_ANYTHING = mt.AnyType(mt.TypeOfAny.special_form)


def widen_reduced(tree: n.MypyFile, types: dict[n.Expression, mt.Type]) -> None:
    """Make the types of such calls, of their functions' parameters and of what is assigned from them true."""
    holding: set[n.Var] = set()
    for node in walk(tree):
        if isinstance(node, n.CallExpr) and _gives_anything(node, types):
            _widen(node, types)
        if isinstance(node, n.AssignmentStmt) and node.unanalyzed_type is None:
            value = node.rvalue
            if isinstance(value, n.CallExpr) and _name(value) == "functools.reduce":
                if not _gives_anything(value, types):
                    continue
                for target in node.lvalues:
                    var = target.node if isinstance(target, n.NameExpr) else None
                    if isinstance(var, n.Var) and var.is_inferred:
                        var.type = _ANYTHING
                        holding.add(var)
    if holding:
        _widen_uses(tree, holding, types)


def _name(call: n.CallExpr) -> str:
    return call.callee.fullname if isinstance(call.callee, n.RefExpr) else ""


def _function(call: n.CallExpr) -> n.Expression | None:
    place = FOLDS.get(_name(call))
    if place is None:
        return None
    for index, (argument, kind, name) in enumerate(
        zip(call.args, call.arg_kinds, call.arg_names, strict=True)
    ):
        if kind == n.ARG_POS and index == place or name == "func":
            return argument
    return None


def _gives_anything(call: n.CallExpr, types: dict[n.Expression, mt.Type]) -> bool:
    function = _function(call)
    if function is None:
        return False
    if isinstance(function, n.LambdaExpr):
        return _is_anything(types.get(function.expr()))
    found = mt.get_proper_type(types.get(function))
    return isinstance(found, mt.CallableType) and _is_anything(found.ret_type)


def _is_anything(type_: mt.Type | None) -> bool:
    found = mt.get_proper_type(type_)
    parts = found.items if isinstance(found, mt.UnionType) else [found]
    return any(isinstance(mt.get_proper_type(part), mt.AnyType) for part in parts)


def _widen(call: n.CallExpr, types: dict[n.Expression, mt.Type]) -> None:
    given = mt.get_proper_type(types.get(call))
    if isinstance(given, mt.Instance) and _name(call) != "functools.reduce":
        types[call] = given.copy_modified(args=[_ANYTHING for _ in given.args])
    else:
        types[call] = _ANYTHING
    function = _function(call)
    if not isinstance(function, n.LambdaExpr) or not function.arguments:
        return
    var = function.arguments[0].variable
    var.type = _ANYTHING
    _widen_uses(function, {var}, types)
    for where in (types.get(function), function.type):
        found = mt.get_proper_type(where)
        if isinstance(found, mt.CallableType):
            wider = found.copy_modified(arg_types=[_ANYTHING, *found.arg_types[1:]], ret_type=_ANYTHING)
            types[function] = function.type = wider


def _widen_uses(inside: n.Node, variables: set[n.Var], types: dict[n.Expression, mt.Type]) -> None:
    for node in walk(inside):
        if isinstance(node, n.NameExpr) and node.node in variables and node in types:
            types[node] = _ANYTHING
