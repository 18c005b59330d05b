"""Comparisons: `==`, order, `is`, `in`."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arithmetic import COMPARE, REFLECTED
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.class_uses import BOXED_TOGETHER, MAKERS
from mirage.compiler.lower.metaclasses import as_object
from mirage.compiler.lower.object_dicts import is_in_dict
from mirage.compiler.lower.subscripts import Subscripts
from mirage.compiler.lower.types import OBJECT, ClassT, Type


class Comparisons(Subscripts):
    def equality(self, op: str, node: n.ComparisonExpr) -> Value:
        left = self.expr_taken(node.operands[0])
        right = self.expr_taken(node.operands[1])
        if self.is_ruled_out(node.operands[0], left):
            right = self.stable(right)
            return self.or_none(left, lambda one: self.compare(op, one, right, node))
        if self.is_ruled_out(node.operands[1], right):
            left = self.stable(left)
            return self.or_none(right, lambda one: self.compare(op, left, one, node))
        return self.compare(op, left, right, node)

    def is_ruled_out(self, node: n.Expression, value: Value) -> bool:
        """mypy believes that the value is not None, and it may be."""
        known = self.type_of(node)
        return self.is_optional_of_one(value.type) and known is not None and not known.may_be_none

    def comparison(self, node: n.ComparisonExpr) -> Value:
        if len(node.operators) == 1 and node.operators[0] in ("==", "!="):
            return self.equality(node.operators[0], node)
        if len(node.operators) == 1 and node.operators[0] in ("is", "is not"):
            left = self.expr_taken(node.operands[0], lambda: OBJECT)
            return self.compare(
                node.operators[0], left, self.expr_taken(node.operands[1], lambda: OBJECT), node
            )
        if len(node.operators) == 1 and node.operators[0] in ("in", "not in"):
            held = is_in_dict(self, node.operands[0], node.operands[1])
            if held is not None and node.operators[0] == "not in":
                return Value(self.negate(held.operand), t.BOOL)
            if held is not None:
                return held
        left = self.expr(node.operands[0])
        if len(node.operators) == 1:
            right = self.expr(node.operands[1])
            return self.compare(node.operators[0], left, right, node)
        kind = self.comparison_type(node)  # a bool, but where a method gives something else
        result = self.reg(kind.rep)
        done = self.new_block("end")
        for position, op in enumerate(node.operators):
            right = self.expr(node.operands[position + 1])
            step = self.compare(op, left, right, node)
            truth = None
            if kind == t.BOOL:
                truth = self.truth(step, node)
                self.move(result, truth)
            else:
                step = self.stable(step)
                self.move(result, self.box(step))
            if position + 1 < len(node.operators):
                more = self.new_block("and")
                self.branch(result if truth is not None else self.truth(step, node), more, done)
                self.begin(more)
                left = right
        self.jump(done)
        self.begin(done)
        return Value(result, kind)

    def note_class_compared(self, op: str, left: Value, right: Value) -> None:
        """`d.default_factory is list`: there is one class of lists then, and none of its own for floats."""
        for value, other in ((left, right), (right, left)):
            parts = value.type.items if isinstance(value.type, t.UnionT) else (value.type,)
            if not any(isinstance(part, t.CallableT) for part in parts):
                continue
            if isinstance(other.operand, ir.TypeObject):
                info = self.world.inst_of_layout[other.operand.cls].info
                for base in info.mro if info.defn.type_vars else ():
                    if base.fullname in BOXED_TOGETHER or base is info:
                        self.world.flows.box(base.fullname)
            elif op in ("in", "not in") and value is left:
                for name in {*BOXED_TOGETHER, *MAKERS}:
                    self.world.flows.box(name)

    def compare(self, op: str, left: Value, right: Value, node: n.Node) -> Value:
        if not self.library and op in ("is", "is not", "==", "!=", "in", "not in"):
            self.note_class_compared(op, left, right)
        match op:
            case "is":
                return Value(self.identical(left, right), t.BOOL)
            case "is not":
                return Value(self.negate(self.identical(left, right)), t.BOOL)
            case "in":
                return self.contains(left, right, node)
            case "not in":
                return Value(self.negate(self.truth(self.contains(left, right, node), node)), t.BOOL)
        names = ("__eq__", "__ne__", REFLECTED[op])
        left, right = self.as_number(left, *names), self.as_number(right, *names)
        if isinstance(left.type, t.TypeT):
            left = as_object(self.world, left) or left
        if isinstance(right.type, t.TypeT):
            right = as_object(self.world, right) or right
        a, b = left.type, right.type
        if isinstance(a, t.PrimT) and isinstance(b, t.PrimT):
            return Value(self.primitive_compare(op, left, right, node), t.BOOL)
        if isinstance(a, t.NoneT) and isinstance(b, t.NoneT) and op in ("==", "!="):
            return Value(ir.BoolConst(op == "=="), t.BOOL)
        if is_number(a) and is_number(b):
            return self.mixed_compare(op, left, right, node)
        if op in ("==", "!=") and not self.library and t.is_text(a) and t.is_text(b):
            same = self.equal_to_character(left, right)
            if same is not None:
                return Value(same if op == "==" else self.negate(same), t.BOOL)
        if op in REFLECTED and op not in ("==", "!=") and not self.library and t.is_text(a) and t.is_text(b):
            ordered = self.order_of_character(op, left, right)
            if ordered is not None:
                return Value(ordered, t.BOOL)
        if op == "!=":
            return self.not_equal(left, right, node)
        if op == "==":
            return self.equal(left, right, node)
        return self.order(op, left, right, node)

    def equal_to_character(self, left: Value, right: Value) -> Operand | None:
        """`text == "x"`, where one side is a constant of one Latin-1 character."""
        for constant, other in ((right, left), (left, right)):
            text = constant.operand
            if isinstance(text, ir.StrConst) and len(text.value) == 1 and ord(text.value) < 256:
                assert isinstance(other.type, ClassT)
                if self.world.overridden(other.type.inst.info, "__eq__"):
                    return None
                code = ir.RawConst(ord(text.value), Rep.U8)
                return self.call(self.runtime("text.is_character"), [other.operand, code])
        return None

    def order_of_character(self, op: str, left: Value, right: Value) -> Operand | None:
        """`"a" <= text`, where one side is a constant of one Latin-1 character."""
        mirrored = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}[op]
        for constant, other, sign in ((right, left, op), (left, right, mirrored)):
            text = constant.operand
            if isinstance(text, ir.StrConst) and len(text.value) == 1 and ord(text.value) < 256:
                assert isinstance(other.type, ClassT)
                names = ("__lt__", "__le__", "__gt__", "__ge__")
                if any(self.world.overridden(other.type.inst.info, name) for name in names):
                    return None
                code = ir.RawConst(ord(text.value), Rep.U8)
                order = self.call(self.runtime("text.order_of_character"), [other.operand, code])
                return self.prim(Rep.BOOL, COMPARE[sign], order, ir.RawConst(0, Rep.I64))
        return None

    def mixed_compare(self, op: str, left: Value, right: Value, node: n.Node) -> Value:
        """`int | float` with a number: inline where both are floats."""
        if t.INT in (left.type, right.type):
            return Value(self.compare_boxed(op, left, right, node), t.BOOL)
        other, done = self.new_block("mixed"), self.new_block("truth")
        result = self.reg(Rep.BOOL)
        for value in (left, right):
            if isinstance(value.type, t.UnionT):
                onward = self.new_block("float")
                self.branch(self.is_instance(value.operand, t.FLOAT), onward, other, likely=True)
                self.begin(onward)
        x, y = (
            value.operand if value.type == t.FLOAT else self.unbox(value.operand, t.FLOAT)
            for value in (left, right)
        )
        self.move(result, self.prim(Rep.BOOL, COMPARE[op], x, y))
        self.jump(done)
        self.begin(other)
        self.move(result, self.compare_boxed(op, left, right, node))
        self.jump(done)
        self.begin(done)
        return Value(result, t.BOOL)

    def compare_boxed(self, op: str, left: Value, right: Value, node: n.Node) -> Operand:
        """A comparison of numbers of any kind, out of line."""
        words = [self.box(left), self.box(right)]
        if op in ("==", "!="):
            same = self.call(self.runtime("dynamic.equal"), words, node)
            return same if op == "==" else self.negate(same)
        return self.call(self.runtime(f"dynamic.compare_{COMPARE[op]}"), words, node)

    def identical(self, left: Value, right: Value) -> Operand:
        if left.type == t.BOOL and right.type == t.BOOL:
            return self.prim(Rep.BOOL, "eq", left.operand, right.operand)
        for value, other in ((left, right), (right, left)):
            if isinstance(value.type, t.NoneT) and isinstance(other.type, t.PrimT | t.TupleT | t.NoneT):
                return ir.BoolConst(isinstance(other.type, t.NoneT))
        if t.FLOAT in (left.type, right.type):
            self.world.flows.tell_nans_apart()
        return self.prim(Rep.BOOL, "is", self.box(left), self.box(right))

    def primitive_compare(self, op: str, left: Value, right: Value, node: n.Node) -> Operand:
        a, b = left.type, right.type
        name = COMPARE[op]
        if a.rep.is_raw_integer or b.rep.is_raw_integer:
            word = a if a.rep.is_raw_integer else b
            x, y = self.coerce(left, word, node), self.coerce(right, word, node)
            return self.prim(Rep.BOOL, name, x.operand, y.operand)
        if a == t.FLOAT and b == t.FLOAT:
            return self.prim(Rep.BOOL, name, left.operand, right.operand)
        if t.FLOAT in (a, b):
            return self.int_float_compare(op, left, right, node)
        if a == t.BOOL and b == t.BOOL and op in ("==", "!="):
            return self.prim(Rep.BOOL, name, left.operand, right.operand)
        x, y = self.as_int(left, node), self.as_int(right, node)
        dst = self.reg(Rep.BOOL)
        self.may_raise(ir.IntOp(dst, name, [x.operand, y.operand], self.runtime(f"bigint.int_{name}")), node)
        return dst

    def int_float_compare(self, op: str, left: Value, right: Value, node: n.Node) -> Operand:
        """Exact, as CPython compares an int with a float."""
        if left.type == t.FLOAT:
            mirrored = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op)
            return self.int_float_compare(mirrored, right, left, node)
        x = self.as_int(left, node)
        if isinstance(x.operand, ir.IntConst) and abs(x.operand.value) < 2**53:
            return self.prim(Rep.BOOL, COMPARE[op], self.int_to_float(x), right.operand)
        order = self.call(self.runtime("bigint.int_compare_float"), [x.operand, right.operand], node)
        word = self.prim(Rep.I64, "untag", order)
        unordered = self.prim(Rep.BOOL, "eq", word, ir.RawConst(2, Rep.I64))
        test = self.prim(Rep.BOOL, COMPARE[op], word, ir.RawConst(0, Rep.I64))
        if op == "!=":
            return test
        return self.prim(Rep.BOOL, "and", test, self.negate(unordered))

    def equal(self, left: Value, right: Value, node: n.Node) -> Value:
        a, b = left.type, right.type
        if isinstance(a, t.NoneT) or isinstance(b, t.NoneT):
            other, held = (right, b) if isinstance(a, t.NoneT) else (left, a)
            if isinstance(held, t.PrimT | t.TupleT):
                return Value(ir.BoolConst(False), t.BOOL)
            if not self.may_equal_none(held):
                return Value(self.identical(other, Value(ir.NoneConst(), t.NONE)), t.BOOL)
        if isinstance(a, t.UnionT | t.ObjectT | t.CallableT | t.TypeT) or isinstance(b, t.UnionT | t.ObjectT):
            if not (
                isinstance(a, ClassT)
                and "__eq__" in a.inst.info.names
                and a.inst.info.module_name not in ("builtins", "typing")
            ):
                if self.some_gives_another("__eq__"):
                    return self.compare_objects("eq", left, right, node)
                function = self.runtime("dynamic.equal")
                return Value(self.call(function, [self.box(left), self.box(right)], node), t.BOOL)
        known = self.compare_tuples("__eq__", a, b)
        if known is not None:
            return Value(self.call(known, [left.operand, right.operand], node), t.BOOL)
        if isinstance(a, t.PrimT) and not isinstance(b, t.PrimT):
            left, right = right, left
        return self.as_bool(self.class_equal(left, right, node, self.comparison_type(node)), node)

    def compare_objects(self, name: str, left: Value, right: Value, node: n.Node) -> Value:
        """What `left.__name__(right)` gives, where nobody knows the classes and some do not give a bool."""
        function = self.runtime(f"dynamic.objects_{name}")
        answer = Value(self.call(function, [self.box(left), self.box(right)], node), OBJECT)
        return self.as_bool(answer, node)

    def may_equal_none(self, type_: Type) -> bool:
        """A class of the application decides what equals None."""
        if isinstance(type_, t.ObjectT):
            return self.some_has_own("__eq__")
        parts = type_.items if isinstance(type_, t.UnionT) else (type_,)
        return any(self.foreign(t.NONE, part) and not self.compares_fields(part) for part in parts)

    def compares_fields(self, type_: Type) -> bool:
        """The `__eq__` of a dataclass, which knows its own class only."""
        found = self.world.lookup(type_, "__eq__")
        return found is not None and found.owner.info.names.get("__eq__") is None

    def as_bool(self, result: Value, node: n.Node) -> Value:
        """What a comparison gives: a bool, but where the type checker knows that it may be something else."""
        if result.type != t.BOOL and self.comparison_type(node) == t.BOOL:
            return Value(self.truth(result, node), t.BOOL)
        return result

    def not_equal(self, left: Value, right: Value, node: n.Node) -> Value:
        plain = isinstance(left.type, t.PrimT | t.NoneT)
        if isinstance(left.type, t.UnionT | t.ObjectT) or (
            plain and isinstance(right.type, t.UnionT | t.ObjectT)
        ):
            if self.some_has_own("__ne__"):
                return self.compare_objects("ne", left, right, node)
        if self.unequal_below(left.type) or self.unequal_below(right.type):
            return self.compare_objects("ne", left, right, node)
        inst = self.world.class_of(left.type)
        if inst is not None and isinstance(left.type, ClassT):
            found = inst.member("__ne__")
            known = found is not None and found.owner.info.fullname != "builtins.object"
            if known and not (self.built_in(left.type) and self.foreign(left.type, right.type)):
                left, right = self.stable(left), self.stable(right)

                def ask_right() -> Value:
                    return Value(self.negate(self.truth(self.equal(right, left, node), node)), t.BOOL)

                expected = self.comparison_type(node)

                def in_turn() -> Value:
                    return self.attempt(left, "__ne__", right, node, expected, ask_right)

                def swapped(view: Value) -> Value:
                    return self.attempt(view, "__ne__", left, node, expected, in_turn)

                answer = self.right_first("__ne__", left, right, expected, node, swapped, in_turn)
                return self.as_bool(answer, node)
        if isinstance(right.type, ClassT) and self.foreign(left.type, right.type, "__ne__"):
            return self.as_bool(self.attempt_unequal(right, left, node), node)
        if self.may_decline(left.type, "__eq__") and self.has_own(right.type, "__ne__"):
            left, right = self.stable(left), self.stable(right)

            def ask_other() -> Value:  # `not` is applied once more below
                unequal = self.attempt_unequal(right, left, node)
                return Value(self.negate(self.truth(unequal, node)), t.BOOL)

            same = self.attempt(left, "__eq__", right, node, t.BOOL, ask_other)
            return Value(self.negate(self.truth(same, node)), t.BOOL)
        return Value(self.negate(self.truth(self.equal(left, right, node), node)), t.BOOL)

    def unequal_below(self, type_: Type) -> bool:
        """A class of the application has object's `__ne__`, and one that derives from it has its own."""
        if not isinstance(type_, ClassT) or type_.exact:
            return False
        info = type_.inst.info
        found = type_.inst.member("__ne__") if self.world.is_user(info.module_name) else None
        inherited = found is not None and found.owner.info.fullname == "builtins.object"
        return inherited and self.world.overridden(info, "__ne__")

    def built_in(self, type_: Type) -> bool:
        return isinstance(type_, ClassT) and type_.inst.info.module_name == "builtins"

    def attempt_unequal(self, left: Value, right: Value, node: n.Node) -> Value:
        """`left.__ne__(right)`, else whether they are two objects."""
        return self.attempt(
            left,
            "__ne__",
            right,
            node,
            self.comparison_type(node),
            lambda: Value(self.negate(self.identical(left, right)), t.BOOL),
        )

    def order(self, op: str, left: Value, right: Value, node: n.Node) -> Value:
        name = f"__{COMPARE[op]}__"
        a, b = left.type, right.type
        if isinstance(a, t.UnionT) and a.may_be_none and not isinstance(a.without_none(), t.UnionT):
            known = self.coerce(left, a.without_none(), node) if self.library else self.as_object(left)
            return self.order(op, known, right, node)
        if isinstance(a, t.UnionT | t.ObjectT) or (isinstance(a, t.PrimT) and not isinstance(b, ClassT)):
            if self.some_gives_another(name, REFLECTED[op]):
                return self.compare_objects(COMPARE[op], left, right, node)
            function = self.runtime(f"dynamic.compare_{COMPARE[op]}")
            return Value(self.call(function, [self.box(left), self.box(right)], node), t.BOOL)
        compare = self.compare_tuples(name, a, b)
        if compare is not None:
            return Value(self.call(compare, [left.operand, right.operand], node), t.BOOL)
        result = self.class_order(name, REFLECTED[op], left, right, node)
        if result is not None:
            return self.as_bool(result, node)
        # A generic body for a class without an order (list[T].sort): TypeError at run time.
        function = self.runtime(f"dynamic.compare_{COMPARE[op]}")
        return Value(self.call(function, [self.box(left), self.box(right)], node), t.BOOL)

    def contains(self, item: Value, container: Value, node: n.Node) -> Value:
        type_ = container.type
        if self.is_optional_of_one(type_):
            container = self.some(container, "__contains__", node)
            type_ = container.type
        if isinstance(type_, t.TupleT) and isinstance(container.operand, ir.TupleConst | ir.Reg):
            return self.tuple_contains(item, container, node)
        inst = self.world.class_of(type_)
        if inst is None or inst.member("__contains__") is not None:
            result = self.invoke(container, "__contains__", [item], node, t.BOOL)
            return self.coerce(result, t.BOOL, node)
        return self.iterate_contains(item, container, node)

    def tuple_contains(self, item: Value, container: Value, node: n.Node) -> Value:
        """`x in (a, b, c)`: compare with each in turn."""
        assert isinstance(container.type, t.TupleT)
        result = self.reg(Rep.BOOL)
        done = self.new_block("end")
        self.move(result, ir.BoolConst(True))
        for index in range(len(container.type.items)):
            candidate = self.tuple_item(container, index)
            if isinstance(container.operand, ir.TupleConst):
                candidate = self.constant_item(container.operand.items[index], candidate)
            same = self.truth(self.equal_or_same(item, candidate, node), node)
            more = self.new_block("next")
            self.branch(same, done, more)
            self.begin(more)
        self.move(result, ir.BoolConst(False))
        self.jump(done)
        self.begin(done)
        return Value(result, t.BOOL)

    def constant_item(self, item: ir.Const, fallback: Value) -> Value:
        if isinstance(item, ir.IntConst):
            return Value(ir.IntConst(item.value), t.INT)
        if isinstance(item, ir.StrConst | ir.BytesConst):
            return Value(item, fallback.type)
        return fallback

    def equal_or_same(self, a: Value, b: Value, node: n.Node) -> Value:
        if isinstance(a.type, t.PrimT) and isinstance(b.type, t.PrimT):
            if t.FLOAT in (a.type, b.type):
                self.world.flows.tell_nans_apart()
            return Value(self.primitive_compare("==", a, b, node), t.BOOL)
        if not self.may_be_unequal_to_itself(a.type) or not self.may_be_unequal_to_itself(b.type):
            return self.compare("==", b, a, node)
        result, other, done = self.reg(Rep.BOOL), self.new_block("other"), self.new_block("compared")
        self.move(result, ir.BoolConst(True))
        self.branch(self.identical(a, b), done, other)
        self.begin(other)
        self.move(result, self.truth(self.compare("==", b, a, node), node))
        self.jump(done)
        self.begin(done)
        return Value(result, t.BOOL)

    def may_be_unequal_to_itself(self, type_: Type) -> bool:
        """The program has an `__eq__` of its own for it, or it may be nan."""
        if not isinstance(type_, ClassT):
            return isinstance(type_, t.ObjectT | t.UnionT)
        found = type_.inst.member("__eq__")
        if found is None or self.world.is_user(found.owner.info.module_name):
            return True
        return self.world.overridden(type_.inst.info, "__eq__")


def is_number(type_: Type) -> bool:
    """An int, a float, or either; in a register or boxed."""
    return type_ in (t.INT, t.FLOAT) or isinstance(type_, t.UnionT) and set(type_.items) == {t.INT, t.FLOAT}
