"""`reduce` and `accumulate` with a function that gives `Any`.

    reduce(lambda total, name: total + prices[name], names, 0)     prices: dict[str, Any]

mypy takes the result, and `total`, for what the first value is, an int; they are what the function gives.
"""

from __future__ import annotations

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.holding import ANYTHING, held, may_be_anything, widen_uses
from mirage.compiler.frontend.walk import walk

FOLDS = {"functools.reduce": 0, "itertools.accumulate": 1}  # and which argument is the function


def widen_reduced(tree: n.MypyFile, types: dict[n.Expression, mt.Type]) -> None:
    """Make the types of such calls, of their functions' parameters and of what is assigned from them true."""
    holding = held(
        tree,
        lambda value: (
            isinstance(value, n.CallExpr)
            and _name(value) == "functools.reduce"
            and _gives_anything(value, types)
        ),
    )
    for node in walk(tree):
        if isinstance(node, n.CallExpr) and _gives_anything(node, types):
            _widen(node, types)
    widen_uses(tree, holding, types)


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
        return may_be_anything(types.get(function.expr()))
    found = mt.get_proper_type(types.get(function))
    return isinstance(found, mt.CallableType) and may_be_anything(found.ret_type)


def _widen(call: n.CallExpr, types: dict[n.Expression, mt.Type]) -> None:
    given = mt.get_proper_type(types.get(call))
    if isinstance(given, mt.Instance) and _name(call) != "functools.reduce":
        types[call] = given.copy_modified(args=[ANYTHING for _ in given.args])
    else:
        types[call] = ANYTHING
    function = _function(call)
    if not isinstance(function, n.LambdaExpr) or not function.arguments:
        return
    var = function.arguments[0].variable
    var.type = ANYTHING
    widen_uses(function, {var}, types)
    for where in (types.get(function), function.type):
        found = mt.get_proper_type(where)
        if isinstance(found, mt.CallableType):
            wider = found.copy_modified(arg_types=[ANYTHING, *found.arg_types[1:]], ret_type=ANYTHING)
            types[function] = function.type = wider
