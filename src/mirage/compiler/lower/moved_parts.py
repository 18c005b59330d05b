"""`items[a:b] = other[c:d]` and `items[a:b] = other[c:d:-1]` of lists: what is moved is no list of its own.

    work[:k] = work[k - 1 :: -1]      turns the first k items round where they are

The items are read once the target's bounds are known, so these must be of a kind that changes no list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.lower import types as t
from mirage.compiler.lower.subscripts import TO_END, TO_START, is_minus_one
from mirage.compiler.lower.types import ClassT, Type

if TYPE_CHECKING:
    from mirage.compiler.lower.assignments import Assignments


def move_part(e: Assignments, target: n.Node, source: n.Expression) -> bool:
    """Assign the slice if this is such an assignment; False, and nothing has happened, for all else."""
    match target, source:
        case (
            n.IndexExpr(base=n.NameExpr() as into, index=n.SliceExpr(stride=None) as where),
            n.IndexExpr(base=n.NameExpr() as base, index=n.SliceExpr() as what),
        ) if not e.library and (what.stride is None or is_minus_one(what.stride)):
            pass
        case _:
            return False
    kind = _list_type(e.type_of(base))
    if kind is None or e.type_of(into) != kind or e.args_unknown(kind):
        return False
    if not e.sliced_by_ints(kind, what, "__getitem__") or not e.sliced_by_ints(kind, where, "__setitem__"):
        return False
    if not all(bound is None or _is_quiet(e, bound) for bound in (where.begin_index, where.end_index)):
        return False
    other = e.stable(e.expr(base))
    backward = what.stride is not None
    given = e.slice_bounds(what, TO_END if backward else 0, TO_START if backward else TO_END)
    items = e.expr(into)
    held = _list_type(other.type)
    if held is not None and _list_type(items.type) == held and not e.args_unknown(held):
        bounds = e.slice_bounds(where, 0, TO_END)
        method = "_set_backward" if backward else "_set_moved"
        e.invoke(items, method, [*bounds, other, *given], target, t.NONE)
        return True
    value = e.invoke(other, "_backward" if backward else "_between", given, source, kind)
    if not e.store_slice(items, where, value, target):
        e.store_subscript(items, e.expr(where), value, target)
    return True


def _list_type(type_: Type | None) -> ClassT | None:
    """The type of a list, without what is known of one value alone."""
    plain = t.plain(type_) if type_ is not None else None
    if isinstance(plain, ClassT) and plain.inst.info.fullname == "builtins.list":
        return plain
    return None


def _is_quiet(e: Assignments, node: n.Expression) -> bool:
    """An int made of names and constants alone."""
    match node:
        case n.IntExpr():
            return True
        case n.NameExpr():
            return e.type_of(node) == t.INT
        case n.UnaryExpr(op="-", expr=inner):
            return _is_quiet(e, inner)
        case n.OpExpr(op="+" | "-", left=left, right=right):
            return _is_quiet(e, left) and _is_quiet(e, right)
    return False
