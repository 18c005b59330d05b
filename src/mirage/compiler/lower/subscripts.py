"""Subscripts: reading, storing and deleting parts by position and by key."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import TailValue, Value
from mirage.compiler.lower.class_uses import is_key, only_looked_at
from mirage.compiler.lower.metaclasses import read_of_metaclass
from mirage.compiler.lower.object_dicts import item_of_dict
from mirage.compiler.lower.ordering import Ordering
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal

SLICED_DIRECTLY = ("builtins.str", "builtins.bytes", "builtins.list")
"""Classes with `_between(start: int, stop: int)`, which gives self[start:stop], and `_sliced` with a step."""
TO_END = 2**62 - 1  # in place of an absent bound; longer than any object
TO_START = -(2**62)  # of one before the first item, which -1 would not be
UNION_FORMS = ("typing.Union", "typing.Optional")


class Subscripts(Ordering):
    def index(self, node: n.IndexExpr) -> Value:
        form = getattr(node.base, "fullname", "")
        if form in UNION_FORMS and not self.library:
            return self.typing_union(form == "typing.Optional", node)
        if isinstance(node.analyzed, n.TypeApplication):
            if not self.library and (only_looked_at(self.world, node) or is_key(self.world, node)):
                what = "a class with type arguments, which nobody keeps, compared, shown or as a key"
                raise self.unsupported(node, what, "leave the type arguments out")
            return self.expr(node.analyzed)
        base_ref = node.base
        if isinstance(base_ref, n.RefExpr) and isinstance(base_ref.node, n.TypeInfo):
            info = base_ref.node
            if info.is_enum:
                return self.enum_by_name(info, node)
            made = self.class_item(info, node)
            if made is not None:
                return made
            value = self.class_value(info, node)
            seen = read_of_metaclass(self.world, value, "__getitem__")
            return value if seen is None else self.narrowed(node, self.subscript(seen, node.index, node))
        item = item_of_dict(self, node) if isinstance(node.base, n.MemberExpr | n.CallExpr) else None
        if item is not None:
            return self.narrowed(node, item)
        base = self.expr(node.base)
        if isinstance(base.type, t.TypeT) and isinstance(base.type.item, ClassT):
            info = base.type.item.inst.info
            if info.is_enum:
                return self.enum_by_name(info, node, self.stable(base))
            base = read_of_metaclass(self.world, base, "__getitem__") or base
        return self.narrowed(node, self.subscript(base, node.index, node))

    def subscript(self, base: Value, index_node: n.Expression, node: n.IndexExpr) -> Value:
        type_ = base.type
        if self.is_optional_of_one(type_):
            base = self.some(base, "__getitem__", node)
            type_ = base.type
        if isinstance(type_, t.TupleT):
            constant = constant_index(index_node)
            if constant is not None and -len(type_.items) <= constant < len(type_.items):
                return self.tuple_item(base, constant % len(type_.items))
        if isinstance(type_, ClassT) and type_.inst.info.is_named_tuple:
            constant = constant_index(index_node)
            names = self.named_tuple_names(type_.inst.info)
            if constant is not None and -len(names) <= constant < len(names):
                return self.named_tuple_item(base, type_.inst, constant % len(names))
        expected = self.type_of(node) or OBJECT
        part = self.part_of(base, index_node, node, expected)
        if part is not None:
            return part
        inst = self.world.class_of(type_)
        builtin = inst is not None and not self.world.is_user(inst.info.module_name)
        if inst is not None and inst.info.fullname == "builtins.memoryview":
            builtin = False  # it asks the indices itself, which may release it
        if isinstance(index_node, n.SliceExpr):
            index = self.slice_expr(index_node, builtin)
        else:
            index = self.expr(index_node)
        if isinstance(type_, ClassT) and type_.inst.info.fullname in (
            "mirage.lowlevel.Array",
            "mirage.lowlevel.Tail",
        ):
            return self.tail_item(base, index, node)
        return self.invoke(base, "__getitem__", [index], node, expected)

    def part_of(self, base: Value, index: n.Expression, node: n.IndexExpr, expected: Type) -> Value | None:
        """`text[i]`, `items[a:b]` of a built-in by ints, without a slice object; None for all else."""
        type_ = base.type
        if not isinstance(type_, ClassT):
            return None
        if not isinstance(index, n.SliceExpr):
            if self.library or not t.is_text(type_) or self.type_of(index) != t.INT:
                return None
            if self.world.overridden(type_.inst.info, "__getitem__"):
                return None
            return self.invoke(base, "_at", [self.coerce(self.expr(index), t.INT, index)], node, expected)
        if not self.sliced_by_ints(type_, index, "__getitem__"):
            return None
        if index.stride is None:
            return self.invoke(base, "_between", self.slice_bounds(index, 0, TO_END), node, expected)
        if is_minus_one(index.stride) and type_.inst.info.fullname in ("builtins.str", "builtins.list"):
            bounds = self.slice_bounds(index, TO_END, TO_START)
            return self.invoke(base, "_backward", bounds, node, expected)
        return self.invoke(base, "_sliced", self.slice_parts(index), node, expected)

    def slice_bounds(self, index: n.SliceExpr, start: int, stop: int) -> list[Value]:
        """Start and stop as ints, here those given where they are absent."""
        bounds = ((index.begin_index, start), (index.end_index, stop))
        return [
            Value(ir.IntConst(default), t.INT)
            if bound is None
            else self.coerce(self.expr(bound), t.INT, bound)
            for bound, default in bounds
        ]

    def sliced_by_ints(self, type_: ClassT, index: n.SliceExpr, method: str) -> bool:
        """A built-in with the methods that take the bounds of a slice as they are, here ints or absent."""
        parts = (index.begin_index, index.end_index, index.stride)
        return (
            type_.inst.info.fullname in SLICED_DIRECTLY
            and all(part is None or self.type_of(part) == t.INT for part in parts)
            and not self.world.overridden(type_.inst.info, method)
        )

    def slice_parts(self, index: n.SliceExpr) -> list[Value]:
        """Start, stop and step as ints, None where they are absent."""
        parts = (index.begin_index, index.end_index, index.stride)
        return [
            Value(ir.NoneConst(), t.NONE) if part is None else self.coerce(self.expr(part), t.INT, part)
            for part in parts
        ]

    def store_slice(self, base: Value, index: n.SliceExpr, value: Value, node: n.Node) -> bool:
        """`items[a:b] = other` of two lists, without an object for the slice; False for all else."""
        type_ = base.type
        if not isinstance(type_, ClassT) or type_.inst.info.fullname != "builtins.list":
            return False
        if not isinstance(value.type, ClassT) or value.type.inst is not type_.inst:
            if not self.library and isinstance(value.type, ClassT | t.TupleT):  # `prices[1:2] = range(3)`
                if t.loses_int(self.element_type(value.type), type_.inst.args[0]):
                    self.world.flows.mix(None)
            return False
        if self.args_unknown(type_) or not self.sliced_by_ints(type_, index, "__setitem__"):
            return False
        if index.stride is None:
            bounds = self.slice_bounds(index, 0, TO_END)
            self.invoke(base, "_set_between", [*bounds, value], node, t.NONE)
        else:
            self.invoke(base, "_set_part", [*self.slice_parts(index), value], node, t.NONE)
        return True

    def store_subscript(self, base: Value, index: Value, value: Value, node: n.Node) -> None:
        type_ = base.type
        if self.is_optional_of_one(type_):
            base = self.some(base, "__setitem__", node)
            type_ = base.type
        if isinstance(type_, ClassT) and type_.inst.info.fullname in (
            "mirage.lowlevel.Array",
            "mirage.lowlevel.Tail",
        ):
            self.set_tail_item(base, index, value, node)
            return
        self.invoke(base, "__setitem__", [index, value], node, t.NONE)

    def tail_layout(self, base: Value) -> tuple[ir.Class, Type]:
        """The layout whose tail is indexed, and the element type."""
        assert isinstance(base.type, ClassT)
        element = base.type.inst.args[0]
        if base.type.inst.info.fullname == "mirage.lowlevel.Array":
            return base.type.inst.layout, element
        if not isinstance(base, TailValue):
            raise Refusal(self.node or n.EllipsisExpr(), "lowlevel", "a Tail is used away from its object")
        return base.layout, element

    def tail_item(self, base: Value, index: Value, node: n.Node) -> Value:
        layout, element = self.tail_layout(base)
        assert layout.tail is not None
        dst = self.reg(layout.tail)
        position = self.coerce(index, t.I64, node)
        self.emit(ir.GetTail(dst, base.operand, layout, position.operand))
        held = OBJECT if layout.tail is Rep.REF else element
        return self.reinterpret(Value(dst, held), element, node)

    def set_tail_item(self, base: Value, index: Value, value: Value, node: n.Node) -> None:
        layout, element = self.tail_layout(base)
        position = self.coerce(index, t.I64, node)
        stored = self.coerce(value, element, node)
        operand = stored.operand if layout.tail is element.rep else self.box(stored)
        self.emit(ir.SetTail(base.operand, layout, position.operand, operand))


def is_minus_one(step: n.Expression) -> bool:
    if not isinstance(step, n.UnaryExpr) or step.op != "-":
        return False
    return isinstance(step.expr, n.IntExpr) and step.expr.value == 1


def constant_index(node: n.Expression) -> int | None:
    if isinstance(node, n.IntExpr):
        return node.value
    if isinstance(node, n.UnaryExpr) and node.op == "-" and isinstance(node.expr, n.IntExpr):
        return -node.expr.value
    return None
