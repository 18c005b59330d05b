"""`typing.get_args` of an alias: the values of a `Literal`, the classes of a union."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import NONE_VALUE, Value

if TYPE_CHECKING:
    from mirage.compiler.lower.intrinsics import Intrinsics
    from mirage.compiler.lower.world import World

NAMES = ("typing.get_args", "typing_extensions.get_args")
UNIONS = ("typing.Union", "typing.Optional")
LITERALS = ("typing.Literal", "typing_extensions.Literal")
REMEDY = "name an alias of a `Literal[...]` or of a union of classes, or write the tuple"


def type_arguments(lower: Intrinsics, node: n.CallExpr) -> Value:
    argument = node.args[0] if len(node.args) == 1 and node.arg_kinds == [n.ARG_POS] else None
    written = _written(lower.world, argument)
    if written is None and argument is not None and _is_held(argument):
        value = lower.box(lower.expr(argument))
        given = lower.call(lower.world_function("_annotations.arguments_of"), [value], node)
        return Value(given, t.ClassT(lower.world.builtin("tuple", t.ANY)))
    if isinstance(written, n.IndexExpr) and getattr(written.base, "fullname", "") in LITERALS:
        assert isinstance(argument, n.RefExpr) and isinstance(argument.node, n.TypeAlias)
        parts = mt.flatten_nested_unions([argument.node.target])
        values = [_literal(lower, mt.get_proper_type(part), node) for part in parts]
    elif written is not None:
        classes = _members(written)
        if classes is None:
            raise lower.unsupported(node, "`get_args` of this type", REMEDY)
        values = [
            lower.class_object(lower.world.none_inst) if one is None else lower.class_value(one, node)
            for one in dict.fromkeys(classes)
        ]
    else:
        raise lower.unsupported(node, "`get_args` of what is no alias", REMEDY)
    return lower.make_tuple([lower.stable(value) for value in values])


def _is_held(argument: n.Expression) -> bool:
    """A variable, an attribute or what a call gives, not a type written out."""
    if isinstance(argument, n.RefExpr):
        return isinstance(argument.node, n.Var) or argument.node is None
    return isinstance(argument, n.CallExpr | n.IndexExpr) and not isinstance(
        getattr(getattr(argument, "base", None), "node", None), n.TypeInfo
    )


def _written(world: World, argument: n.Expression | None) -> n.Expression | None:
    """What the statement that defines an alias says."""
    alias = argument.node if isinstance(argument, n.RefExpr) else None
    if not isinstance(alias, n.TypeAlias):
        return None
    for node in walk(world.trees[alias.module]):
        if isinstance(node, n.AssignmentStmt) and len(node.lvalues) == 1:
            target = node.lvalues[0]
            if isinstance(target, n.NameExpr) and (target.name, node.line) == (alias.name, alias.line):
                return node.rvalue
    return None


def _literal(lower: Intrinsics, part: mt.ProperType, node: n.Node) -> Value:
    if isinstance(part, mt.NoneType):
        return NONE_VALUE
    if not isinstance(part, mt.LiteralType):
        raise lower.unsupported(node, "`get_args` of this Literal", REMEDY)
    kind = part.fallback.type
    if kind.is_enum:
        assert isinstance(part.value, str)
        return lower.enum_member(kind, part.value)
    if isinstance(part.value, bool):
        return Value(ir.BoolConst(part.value), t.BOOL)
    if isinstance(part.value, int):
        return Value(ir.IntConst(part.value), t.INT)
    if isinstance(part.value, str) and kind.fullname == "builtins.str":
        return lower.constant_str(part.value)
    raise lower.unsupported(node, "`get_args` of this Literal", REMEDY)


def _members(written: n.Expression) -> list[n.TypeInfo | None] | None:
    """The classes of `A | B`, `Union[A, B]`, `Optional[A]`; None for None."""
    if isinstance(written, n.OpExpr) and written.op == "|":
        left, right = _members_of(written.left), _members_of(written.right)
        return None if left is None or right is None else left + right
    if isinstance(written, n.IndexExpr) and getattr(written.base, "fullname", "") in UNIONS:
        items = written.index.items if isinstance(written.index, n.TupleExpr) else [written.index]
        found: list[n.TypeInfo | None] = []
        for item in items:
            more = _members_of(item)
            if more is None:
                return None
            found += more
        return [*found, None] if getattr(written.base, "name", "") == "Optional" else found
    return None


def _members_of(part: n.Expression) -> list[n.TypeInfo | None] | None:
    if isinstance(part, n.RefExpr):
        if part.fullname == "builtins.None":
            return [None]
        if isinstance(part.node, n.TypeInfo) and part.node.fullname != "typing.Any":
            return [part.node]
        return None
    return _members(part)
