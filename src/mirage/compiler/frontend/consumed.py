"""Generator expressions that a call consumes at once: they run in place, without a frame of their own.

    sum(x * x for x in items)  =>  total = 0; for x in items: total += x * x

Their variables belong to the scope around, as those of list comprehensions do, so this is decided by the
tree alone.
"""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk

CONSUMERS = ("builtins.any", "builtins.all", "builtins.sum")


def consumed(node: n.CallExpr) -> n.GeneratorExpr | None:
    """The generator expression that the call runs to its end or leaves for ever; None for other calls.

    An inner function (or frame) would see the variables after the loop moved on, and `await` makes an
    asynchronous generator.
    """
    callee = node.callee
    if not isinstance(callee, n.NameExpr) or callee.fullname not in CONSUMERS:
        return None
    if node.arg_kinds != [n.ARG_POS] or not isinstance(node.args[0], n.GeneratorExpr):
        return None
    generator = node.args[0]
    if any(generator.is_async):
        return None
    inside: set[n.Node] = {generator}
    for part in walk(generator):
        if isinstance(part, n.CallExpr):
            inner = consumed(part)
            if inner is not None:
                inside.add(inner)
        elif isinstance(part, n.ListComprehension | n.SetComprehension):
            inside.add(part.generator)
        elif isinstance(part, n.LambdaExpr | n.AwaitExpr | n.YieldExpr | n.YieldFromExpr):
            return None
        elif isinstance(part, n.GeneratorExpr) and part not in inside:
            return None
    return generator
