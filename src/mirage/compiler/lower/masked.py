"""`(h ^ b) * PRIME & 0xFFFFFFFFFFFFFFFF` and `(a * x + c) % 2**32`: ints of which only the low bits are kept.

Sums, differences, products, shifts to the left and bitwise operations have the same low 64 bits whatever the
higher bits of their operands are (two's complement).  So they are made of words, which nothing overflows; no
long int comes into being but perhaps the result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arithmetic import WORD_OPS, fold_int
from mirage.compiler.lower.assigned import assigned_value
from mirage.compiler.lower.builder import Value

if TYPE_CHECKING:
    from mirage.compiler.lower.operators import Operators

_LARGEST = 2**62 - 1  # that needs no object
_WORD = 2**64 - 1
_GROWING = ("+", "-", "*", "<<")
_DEEPEST = 4  # names of names


def masked(e: Operators, node: n.OpExpr) -> Value | None:
    """The value of such an expression; None, and nothing has happened, for all else."""
    if e.library or node.op not in ("&", "%") or e.world.ints_with_operators:
        return None
    mask, tree, name = _mask(e, node)
    if mask is None or not isinstance(tree, n.OpExpr) or not _grows(e, tree):
        return None
    leaves: list[n.Expression] = []
    if not _collect(e, tree, leaves) or any(
        isinstance(part, n.AssignmentExpr) for leaf in leaves for part in walk(leaf)
    ):
        return None
    constants = [_constant(e, leaf) for leaf in leaves]
    values = {}
    for leaf, constant in zip(leaves, constants, strict=True):
        value = e.expr(leaf)  # a constant's name may have no value yet
        values[leaf] = Value(ir.IntConst(constant), t.INT) if constant is not None else value
    if name is not None:
        e.expr(name)
    if any(value.type not in (t.INT, t.BOOL) for value in values.values()):
        left = _generic(e, tree, values)
        return e.binary(node.op, left, Value(ir.IntConst(mask + (node.op == "%")), t.INT), node)
    word = e.prim(Rep.U64, "and", _word(e, tree, values), ir.RawConst(mask, Rep.U64))
    if mask <= _LARGEST:
        return Value(e.prim(Rep.INT, "tag", e.prim(Rep.I64, "convert", word)), t.INT)
    return Value(e.call(e.runtime("bigint_core.int_from_u64"), [word], node), t.INT)


def _mask(e: Operators, node: n.OpExpr) -> tuple[int | None, n.Expression, n.Expression | None]:
    """The mask, what it is laid on, and the mask's expression where evaluating it can fail."""
    value = _constant(e, node.right)
    if node.op == "%":
        power = value is not None and value > 1 and value & (value - 1) == 0
        value = value - 1 if power and value is not None else None
    if value is None or not 0 < value <= _WORD:
        return None, node.left, None
    return value, node.left, None if isinstance(node.right, n.IntExpr) else node.right


def _constant(e: Operators, node: n.Expression, depth: int = 0) -> int | None:
    """What the expression always is, when it has a value."""
    match node:
        case n.IntExpr(value=value):
            return value
        case n.UnaryExpr(op="-", expr=inner):
            negated = _constant(e, inner, depth)
            return -negated if negated is not None else None
        case n.OpExpr(op=op, left=left, right=right):
            a, b = _constant(e, left, depth), _constant(e, right, depth)
            return fold_int(op, a, b) if a is not None and b is not None else None
        case n.RefExpr(node=n.Var() as var) if depth < _DEEPEST:
            if type(var.final_value) is int:
                return var.final_value
            source = assigned_value(e.world, node)
            return _constant(e, source, depth + 1) if source is not None else None
    return None


def _grows(e: Operators, node: n.Expression) -> bool:
    """Some operation in it makes larger ints of its operands."""
    if _constant(e, node) is not None or not isinstance(node, n.OpExpr):
        return False
    return node.op in _GROWING or _grows(e, node.left) or _grows(e, node.right)


def _collect(e: Operators, node: n.Expression, leaves: list[n.Expression]) -> bool:
    """Note the operands that words are made of, in order; False where one is no int."""
    if _is_inner(e, node):
        assert isinstance(node, n.OpExpr)
        return _collect(e, node.left, leaves) and (node.op == "<<" or _collect(e, node.right, leaves))
    leaves.append(node)
    return e.type_of(node) == t.INT and not e.is_unknown(node)


def _is_inner(e: Operators, node: n.Expression) -> bool:
    if not isinstance(node, n.OpExpr) or _constant(e, node) is not None or e.type_of(node) != t.INT:
        return False
    if node.op == "<<":
        return isinstance(node.right, n.IntExpr) and node.right.value < 64
    return node.op in ("+", "-", "*", "&", "|", "^")


def _word(e: Operators, node: n.Expression, values: dict[n.Expression, Value]) -> Operand:
    if node in values:
        return e.int_to_word(e.as_int(values[node], node).operand, Rep.U64)
    assert isinstance(node, n.OpExpr)
    left = _word(e, node.left, values)
    if node.op == "<<":
        assert isinstance(node.right, n.IntExpr)
        return e.prim(Rep.U64, "shl", left, ir.RawConst(node.right.value, Rep.U64))
    return e.prim(Rep.U64, WORD_OPS[node.op], left, _word(e, node.right, values))


def _generic(e: Operators, node: n.Expression, values: dict[n.Expression, Value]) -> Value:
    """The ordinary way: mypy was wrong about an operand."""
    if node in values:
        return values[node]
    assert isinstance(node, n.OpExpr)
    left = _generic(e, node.left, values)
    right = e.expr(node.right) if node.op == "<<" else _generic(e, node.right, values)
    return e.binary(node.op, left, right, node)
