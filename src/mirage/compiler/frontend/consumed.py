"""Generator expressions that a call consumes at once: they run in place, without a frame of their own.

    sum(x * x for x in items)  =>  total = 0; for x in items: total += x * x

Their variables belong to the scope around, as those of list comprehensions do, so this is decided by the
tree alone.
"""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk

CONSUMERS = ("builtins.any", "builtins.all", "builtins.sum")
COLLECTORS = ("builtins.list", "builtins.tuple", "builtins.sorted")


def taken_singly(node: n.CallExpr) -> n.GeneratorExpr | None:
    """The generator expression whose elements `any`, `all` or `sum` takes one by one, if there is one."""
    callee = node.callee
    if not isinstance(callee, n.NameExpr) or callee.fullname not in CONSUMERS:
        return None
    if node.arg_kinds != [n.ARG_POS] or not isinstance(node.args[0], n.GeneratorExpr):
        return None
    return node.args[0] if _runs_in_place(node.args[0]) else None


def collected(node: n.CallExpr) -> n.GeneratorExpr | None:
    """The generator expression that is a list of its elements before the call does anything else.

    `", ".join(...)`, `sorted(...)`, `list(...)` and `tuple(...)`; what else is passed has no effects.
    """
    callee = node.callee
    if not node.args or node.arg_kinds[0] is not n.ARG_POS or not isinstance(node.args[0], n.GeneratorExpr):
        return None
    if isinstance(callee, n.MemberExpr):
        fits = callee.name == "join" and isinstance(callee.expr, n.StrExpr)
    else:
        fits = isinstance(callee, n.NameExpr) and callee.fullname in COLLECTORS
    others_are_plain = all(
        kind is n.ARG_NAMED and _is_plain(argument)
        for kind, argument in zip(node.arg_kinds[1:], node.args[1:], strict=True)
    )
    return node.args[0] if fits and others_are_plain and _runs_in_place(node.args[0]) else None


def consumed(node: n.CallExpr) -> n.GeneratorExpr | None:
    """The generator expression of the call that runs in place, one way or the other."""
    return taken_singly(node) or collected(node)


def _is_plain(argument: n.Expression) -> bool:
    """Computing it does nothing and cannot fail: a lambda, True, a function or class of a module."""
    if isinstance(argument, n.NameExpr):
        known = isinstance(argument.node, n.FuncDef | n.OverloadedFuncDef | n.TypeInfo)
        return argument.fullname in ("builtins.True", "builtins.False") or known and argument.kind == n.GDEF
    return isinstance(argument, n.LambdaExpr) and not argument.arg_kinds.count(n.ARG_OPT)


def _runs_in_place(generator: n.GeneratorExpr) -> bool:
    """An inner function (or frame) would see the variables after the loop moved on, and `await` makes an
    asynchronous generator."""
    if any(generator.is_async):
        return False
    inside: set[n.Node] = {generator}
    for part in walk(generator):
        if isinstance(part, n.CallExpr):
            inner = consumed(part)
            if inner is not None:
                inside.add(inner)
        elif isinstance(part, n.ListComprehension | n.SetComprehension):
            inside.add(part.generator)
        elif isinstance(part, n.LambdaExpr | n.AwaitExpr | n.YieldExpr | n.YieldFromExpr):
            return False
        elif isinstance(part, n.GeneratorExpr) and part not in inside:
            return False
    return True
