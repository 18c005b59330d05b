"""Displays: tuples, lists, sets, dicts and slices that are written out."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.frontend.folded import is_folded, is_iterated, order_of
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.attributes import Attributes
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.classes import ClassInst, function_of
from mirage.compiler.lower.functions import request_function
from mirage.compiler.lower.types import OBJECT, ClassT, Type


class Displays(Attributes):
    def tuple_expr(self, node: n.TupleExpr) -> Value:
        if any(isinstance(item, n.StarExpr) for item in node.items):
            items = self.list_from(node.items, OBJECT, node)
            return self.invoke_class(self.world.builtin("tuple", OBJECT), [items], node)
        wanted = self.type_of(node)
        values = [self.expr(item) for item in node.items]
        if isinstance(wanted, t.TupleT) and len(wanted.items) == len(values):
            values = [
                v if isinstance(w, t.ObjectT) or t.loses_int(v.type, w) else self.coerce(v, w, node)
                for v, w in zip(values, wanted.items, strict=True)
            ]
        return self.make_tuple(values)

    def list_expr(self, node: n.ListExpr) -> Value:
        wanted = self.type_of(node)
        item: Type = OBJECT
        if isinstance(wanted, ClassT) and wanted.inst.args:
            item = wanted.inst.args[0]
        return self.list_from(node.items, item, node)

    def list_from(self, items: list[n.Expression], item: Type, node: n.Expression) -> Value:
        inst = self.world.builtin("list", item)
        self.world.instantiate(inst)
        type_ = ClassT(inst, exact=True)
        values: list[Value] = []
        pending: Value | None = None
        for expression in items:
            if isinstance(expression, n.StarExpr):
                if pending is None:
                    pending = self.new_list(inst, values, node)
                source = self.expr(expression.expr)
                if isinstance(item, t.ObjectT):
                    source = self.items_as_objects(source)
                self.invoke(pending, "extend", [source], node, t.NONE)
            else:
                value = self.convert_for(self.expr(expression), item, expression)
                if pending is None:
                    values.append(value)
                else:
                    self.list_push(pending, inst, value, node)
        if pending is None:
            pending = self.new_list(inst, values, node)
        return Value(pending.operand, type_)

    def new_list(self, inst: object, values: list[Value], node: n.Node | None) -> Value:
        assert isinstance(inst, ClassInst)
        self.world.instantiate(inst)
        found = self.as_made(inst).member("_with_capacity")
        assert found is not None
        made = request_function(self.world, _function(found.node), found.owner.code)
        operand = self.call(made.function, [ir.RawConst(len(values), Rep.I64)], node)
        result = Value(operand, ClassT(inst, exact=True))
        for value in values:
            self.list_push(result, inst, value, node)
        return result

    def list_push(self, target: Value, inst: object, value: Value, node: n.Node | None) -> None:
        assert isinstance(inst, ClassInst)
        found = self.as_made(inst).member("_push")
        assert found is not None
        push = request_function(self.world, _function(found.node), found.owner.code)
        stored = self.coerce(self.convert_for(value, inst.args[0], node), push.params[1].type, node)
        self.call(push.function, [target.operand, stored.operand], node)

    def as_made(self, inst: ClassInst) -> ClassInst:
        """How a container of `inst` is seen while it is filled: made here, one of Any is one of `object`."""
        args = tuple(OBJECT if isinstance(arg, t.AnyT) else arg for arg in inst.args)
        return inst if args == inst.args else self.world.class_inst(inst.info, args)

    def new_dict(self, key: Type, item: Type, node: n.Node) -> tuple[Value, Value]:
        """An empty dict, and the same as it is seen while it is filled."""
        inst = self.world.builtin("dict", key, item)
        result = self.invoke_class(self.as_made(inst), [], node)
        return Value(result.operand, ClassT(inst, exact=True)), result

    def set_expr(self, node: n.SetExpr) -> Value:
        wanted = self.type_of(node)
        item = wanted.inst.args[0] if isinstance(wanted, ClassT) and wanted.inst.args else OBJECT
        result = self.invoke_class(self.world.builtin("set", item), [], node)
        folded = is_folded(node) and not self.library
        display = order_of(self.world.index, self.module.tree, node) if folded else node
        for expression in display.items:
            if isinstance(expression, n.StarExpr):
                self.invoke(result, "update", [self.expr(expression.expr)], node, t.NONE)
            else:
                value = self.convert_for(self.expr(expression), item, expression)
                self.invoke(result, "add", [value], node, t.NONE)
        if folded:
            # CPython makes frozensets of the constants first, which a loop goes over, and a set of them then:
            # another order each.
            iterated = is_iterated(self.world.index, self.module.tree, node)
            return self.invoke(result, "_folded" if iterated else "_refolded", [], node, result.type)
        return result

    def dict_expr(self, node: n.DictExpr) -> Value:
        wanted = self.type_of(node)
        key: Type = OBJECT
        item: Type = OBJECT
        if isinstance(wanted, ClassT) and len(wanted.inst.args) == 2:
            key, item = wanted.inst.args
        result, made = self.new_dict(key, item, node)
        for key_node, value_node in node.items:
            if key_node is None:
                given = self.expr(value_node)
                merge = "_take_keys" if isinstance(given.type, t.ObjectT) else "update"
                self.invoke(result, merge, [given], node, t.NONE)
                continue
            k = self.convert_for(self.expr(key_node), key, key_node)
            v = self.convert_for(self.expr(value_node), item, value_node)
            self.invoke(made, "__setitem__", [k, v], node, t.NONE)
        return result

    def slice_expr(self, node: n.SliceExpr, numbers: bool = False) -> Value:
        """`start:stop:step`; with `numbers` objects with `__index__` are ints already."""
        parts: list[Value] = []
        for part in (node.begin_index, node.end_index, node.stride):
            value = NONE_VALUE if part is None else self.expr(part)
            if numbers and isinstance(value.type, ClassT) and value.type.inst.member("__index__"):
                value = self.coerce(self.invoke(value, "__index__", [], node, t.INT), t.INT, node)
            parts.append(value)
        return self.make_slice(parts, node)

    def make_slice(self, parts: list[Value], node: n.Node) -> Value:
        info = self.world.info("builtins.slice")
        optional_int = t.UnionT((t.INT, t.NONE))
        types = [t.plain(p.type) if isinstance(p.type, ClassT) else optional_int for p in parts]
        inst = self.world.class_inst(info, tuple(types[: len(info.defn.type_vars)]))
        held = [Value(self.box(p), type_) for p, type_ in zip(parts, types, strict=True)]
        return self.invoke_class(inst, held, node)


def _function(node: n.SymbolNode) -> n.FuncDef:
    found = function_of(node)
    assert found is not None
    return found
