"""Constants as CPython's compiler folds them, where it shows."""

from __future__ import annotations

from collections.abc import Hashable

from mypy import nodes as n

from mirage.compiler.frontend.index import TreeIndex
from mirage.compiler.frontend.walk import walk


def is_constant(node: n.Expression) -> bool:
    """CPython's compiler folds the expression to a constant."""
    if isinstance(node, n.UnaryExpr):
        return node.op == "-" and is_constant(node.expr)
    if isinstance(node, n.TupleExpr):
        return all(map(is_constant, node.items))
    if isinstance(node, n.NameExpr):
        return node.fullname in ("builtins.True", "builtins.False", "builtins.None")
    return isinstance(node, n.IntExpr | n.StrExpr | n.BytesExpr | n.FloatExpr)


def is_folded(node: n.SetExpr) -> bool:
    """The set is made from one constant, a frozenset."""
    return len(node.items) > 2 and all(map(is_constant, node.items))


def order_of(index: TreeIndex, tree: n.MypyFile, node: n.SetExpr) -> n.SetExpr:
    """The display whose order of elements a folded one has.

    A module has one constant for all that are equal: the first in the source.
    """
    _read(index, tree)
    first = index.found.get((tree, _key(node)))
    return first if isinstance(first, n.SetExpr) else node


def is_iterated(index: TreeIndex, tree: n.MypyFile, node: n.SetExpr) -> bool:
    """A loop goes over the display of constants itself: CPython's goes over the frozenset."""
    _read(index, tree)
    return ("iterated", node) in index.found


def _read(index: TreeIndex, tree: n.MypyFile) -> None:
    """Note the displays of a module."""
    if ("set displays", tree) in index.found:
        return
    index.found["set displays", tree] = True
    for part in walk(tree):
        match part:
            case n.SetExpr() if is_folded(part):
                index.found.setdefault((tree, _key(part)), part)
            case n.ForStmt(expr=n.SetExpr() as source):
                index.found["iterated", source] = True
            case n.GeneratorExpr() | n.DictionaryComprehension():
                for sequence in part.sequences:
                    if isinstance(sequence, n.SetExpr):
                        index.found["iterated", sequence] = True
            case _:
                pass


def _key(node: n.Expression) -> Hashable:
    """Equal for constants of equal types and values."""
    match node:
        case n.SetExpr():
            return frozenset(map(_key, node.items))
        case n.TupleExpr():
            return tuple(map(_key, node.items))
        case n.NameExpr():
            return node.name
        case n.UnaryExpr():
            return "-", _key(node.expr)
        case n.FloatExpr():
            return "float", repr(node.value)
        case n.IntExpr() | n.StrExpr() | n.BytesExpr():
            return type(node).__name__, node.value
        case _:
            raise AssertionError(node)
