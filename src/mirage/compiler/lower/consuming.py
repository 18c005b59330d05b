"""`any`, `all` and `sum` of a generator expression, in place (see frontend/consumed.py).

The elements are computed as in the generator's frame, which tracebacks name; what the built-in does with
each is as in the caller's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.consumed import taken_singly
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.types import Type

if TYPE_CHECKING:
    from mirage.compiler.lower.intrinsics import Intrinsics


def any_or_all(lower: Intrinsics, node: n.CallExpr, is_any: bool) -> Value | None:
    """The call, when a generator expression is all it has."""
    generator = taken_singly(node)
    if generator is None:
        return None
    result = lower.reg(Rep.BOOL, "any" if is_any else "all")
    lower.move(result, ir.BoolConst(not is_any))
    done = lower.new_block("decided")

    def take(value: Value) -> None:
        decided, onward = lower.new_block("found"), lower.new_block("next")
        truth = lower.truth(value, node)
        lower.branch(truth, *((decided, onward) if is_any else (onward, decided)))
        lower.begin(decided)
        lower.move(result, ir.BoolConst(is_any))
        lower.jump(done)
        lower.begin(onward)

    _run(lower, node, generator, take)
    lower.jump(done)
    lower.begin(done)
    return Value(result, t.BOOL)


def sum_in_place(lower: Intrinsics, node: n.CallExpr) -> Value | None:
    """The call without a start, when a generator expression or a list comprehension of numbers is all it has.

    Which total is kept, the lowered element says: mypy calls it `float` where an int may be.
    """
    generator, name = taken_singly(node), "<genexpr>"
    if generator is None:
        generator, name = _listed_numbers(lower, node), "<listcomp>"
    if generator is None:
        return None
    ints, floats = lower.reg(Rep.INT, "total"), lower.reg(Rep.F64, "total")
    words, some = lower.reg(Rep.REF, "total"), lower.reg(Rep.BOOL, "some")
    lower.move(ints, ir.IntConst(0))
    lower.move(floats, ir.FloatConst(0))
    lower.move(words, ir.IntConst(0, Rep.REF))
    lower.move(some, ir.BoolConst(False))
    kind: Type = t.ANY
    where = n.EllipsisExpr()  # the place of the call, but not its type
    where.set_line(node)

    def take(value: Value) -> None:
        nonlocal kind
        kind = {t.INT: t.INT, t.BOOL: t.INT, t.FLOAT: t.FLOAT, t.NUMBER: t.NUMBER}.get(value.type, t.ANY)
        if value.type == t.BOOL:  # not as a bool object, whose addition would be slow
            word = lower.prim(Rep.I64, "convert", value.operand)
            value = Value(lower.prim(Rep.INT, "tag", word), t.INT)
        if kind == t.INT:
            lower.move(ints, lower.binary("+", Value(ints, t.INT), value, where).operand)
        elif kind == t.FLOAT:
            lower.move(floats, lower.prim(Rep.F64, "add", floats, value.operand))
            lower.move(some, ir.BoolConst(True))
        else:
            added = lower.binary("+", Value(words, kind), value, where)
            lower.move(words, lower.box(lower.coerce(added, kind, where)))

    _run(lower, node, generator, take, name)
    if kind == t.INT:
        return Value(ints, t.INT)
    if kind != t.FLOAT:
        return Value(words, kind)
    real, done = lower.new_block("real"), lower.new_block("summed")  # 0 where there was nothing to add
    lower.branch(some, real, done, likely=True)
    lower.begin(real)
    lower.move(words, lower.box(Value(floats, t.FLOAT)))
    lower.jump(done)
    lower.begin(done)
    return Value(words, t.NUMBER)


def _listed_numbers(lower: Intrinsics, node: n.CallExpr) -> n.GeneratorExpr | None:
    """The comprehension in `sum([...])` whose elements are numbers: nobody sees when they are added."""
    if node.arg_kinds != [n.ARG_POS] or not isinstance(node.args[0], n.ListComprehension):
        return None
    generator = node.args[0].generator
    return generator if lower.type_of(generator.left_expr) in (t.INT, t.BOOL, t.FLOAT, t.NUMBER) else None


def _run(
    lower: Intrinsics,
    node: n.CallExpr,
    generator: n.GeneratorExpr,
    take: Callable[[Value], None],
    name: str = "<genexpr>",
) -> None:
    """The loops, in the frame `name`; `take` gets each element."""
    outer, names, sites = lower.handler, list(lower.frame_names), list(lower.frame_sites)

    def add() -> None:
        value = lower.stable(lower.expr(generator.left_expr))
        inner, inside, within = lower.handler, lower.frame_names, lower.frame_sites
        lower.handler, lower.frame_names, lower.frame_sites = outer, names, sites
        take(value)
        lower.handler, lower.frame_names, lower.frame_sites = inner, inside, within

    lower.comprehension(generator, name, add, node if name == "<genexpr>" else node.args[0])
