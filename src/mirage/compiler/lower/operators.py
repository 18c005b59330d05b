"""Operators, in place too, and truth."""

from __future__ import annotations

import struct

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arithmetic import DUNDER, INT_OPS, WORD_OPS, fold_int
from mirage.compiler.lower.builder import NONE_VALUE, Value
from mirage.compiler.lower.classes import Member
from mirage.compiler.lower.comparisons import Comparisons, is_number
from mirage.compiler.lower.enum_info import ejects
from mirage.compiler.lower.masked import masked
from mirage.compiler.lower.metaclasses import as_object, read_of_metaclass
from mirage.compiler.lower.subscripts import UNION_FORMS
from mirage.compiler.lower.types import OBJECT, ClassT, Type

_NUMERIC = ("+", "-", "*", "/")


def _gives_length(node: n.Node | None) -> bool:
    """`def __len__(self): return len(self.items)`."""
    match node:
        case n.FuncDef(body=n.Block(body=[n.ReturnStmt(expr=n.CallExpr(callee=n.RefExpr() as callee))])):
            return callee.fullname == "builtins.len"
    return False


class Operators(Comparisons):
    # -- binary ---------------------------------------------------------------------------------

    def op_expr(self, node: n.OpExpr) -> Value:
        if node.op in ("and", "or"):
            return self.short_circuit(node)
        low = masked(self, node)
        if low is not None:
            return low
        left = self.expr(node.left)
        right = self.expr(node.right)
        return self.binary(node.op, left, right, node)

    def short_circuit(self, node: n.OpExpr) -> Value:
        left = self.expr(node.left)
        wanted = self.type_of(node)
        more, done = self.new_block("right"), self.new_block("end")
        if left.type == t.BOOL and wanted == t.BOOL:
            result = self.reg(Rep.BOOL)
            self.move(result, left.operand)
            self.branch(left.operand, *((more, done) if node.op == "and" else (done, more)))
            self.begin(more)
            before = set(self.assigned)
            right = self.expr(node.right)
            self.assigned = before
            if self.alive:
                self.move(result, self.coerce(right, t.BOOL, node).operand)
                self.jump(done)
            self.begin(done)
            return Value(result, t.BOOL)
        keep = self.new_block("left")
        truth = self.truth(left, node)
        self.branch(truth, *((more, keep) if node.op == "and" else (keep, more)))
        self.begin(more)
        before = set(self.assigned)
        right = self.expr(node.right)
        self.assigned = before
        right_end = self.block
        left_type = left.type
        if isinstance(left_type, t.UnionT) and node.op == "or" and left_type.may_be_none:
            left_type = left_type.without_none()
        type_ = self.joined([left_type, right.type], wanted)
        result = self.reg(type_.rep, "either")
        if right_end is not None:
            self.begin(right_end)
            converted = self.convert_for(right, type_, node)
            self.move(result, converted.operand)
            self.jump(done)
        self.begin(keep)
        if isinstance(left_type, t.NeverT) or (isinstance(left.type, t.NoneT) and type_.rep is not Rep.REF):
            self.move(result, self.undefined_of(type_.rep))
        else:
            self.move(result, self.convert_for(left, type_, node).operand)
        self.jump(done)
        self.begin(done)
        return Value(result, type_)

    def as_number(self, value: Value, *methods: str) -> Value:
        """A member of an IntEnum as an int, where it has no such methods of its own."""
        if not t.is_int_class(value.type) or not isinstance(value.type, ClassT):
            return value
        for name in methods:
            found = value.type.inst.member(name)
            if found is not None and found.owner.info.module_name != "builtins":
                return value
        return Value(self.unbox(value.operand, t.INT), t.INT)

    def as_object(self, value: Value) -> Value:
        """What may be None, for operations that say what they do not take."""
        return Value(self.box(value), OBJECT)

    def binary(self, op: str, left: Value, right: Value, node: n.Node) -> Value:
        if t.is_int_class(left.type) or t.is_int_class(right.type):
            methods = f"__{DUNDER[op]}__", f"__r{DUNDER[op]}__"
            left, right = self.as_number(left, *methods), self.as_number(right, *methods)
        if op in ("|", "^") and left.type != right.type and not self.library:
            for side in (left, right):
                if isinstance(side.type, ClassT) and ejects(side.type.inst.info):
                    what = f"`{op}` of a member and an int, where the boundary is EJECT"
                    raise self.unsupported(node, what, "combine members only, or leave the boundary out")
        if isinstance(left.type, t.TypeT):
            left = read_of_metaclass(self.world, left, f"__{DUNDER[op]}__") or left
        if isinstance(right.type, t.TypeT):
            right = read_of_metaclass(self.world, right, f"__r{DUNDER[op]}__") or right
        a, b = left.type, right.type
        if isinstance(a, t.PrimT) and isinstance(b, t.PrimT):
            return self.primitive_binary(op, left, right, node)
        if isinstance(a, t.UnionT) and a.may_be_none and not isinstance(a.without_none(), t.UnionT):
            known = self.coerce(left, a.without_none(), node) if self.library else self.as_object(left)
            return self.binary(op, known, right, node)
        if t.is_text(a) and isinstance(b, t.UnionT) and b.may_be_none and op == "+":
            right = self.as_object(right)
        wanted = self.type_of(node) if isinstance(node, n.Expression) else None
        numeric = self.complex_binary(op, left, right, node)
        if numeric is not None:
            return numeric
        if op in _NUMERIC and is_number(a) and is_number(b):
            return self.mixed_binary(op, left, right, node)
        if op == "|" and isinstance(node, n.OpExpr) and self.is_union_of_classes(left, right, node):
            return self.union_of_classes(left, right, node)
        if isinstance(a, t.UnionT | t.ObjectT) or (
            isinstance(b, t.UnionT | t.ObjectT) and (isinstance(a, t.PrimT) or self.knows_not(a, b))
        ):
            function = self.runtime(f"dynamic.binary_{DUNDER[op]}")
            result = Value(self.call(function, [self.box(left), self.box(right)], node), OBJECT)
            if wanted is None:
                return result
            numbers = not self.library and t.FLOAT not in (a, b)  # an int with a float gives a float
            return self.coerce(result, t.widened(wanted) if numbers else wanted, node)
        found = self.class_binary(DUNDER[op], left, right, node, wanted or OBJECT)
        if found is not None:
            return found
        raise self.unsupported(node, f"`{op}` between `{a}` and `{b}`")

    def is_union_of_classes(self, left: Value, right: Value, node: n.OpExpr) -> bool:
        """`int | None`, `str | (int | bytes)`; not of `list[int]`, which is `list` as a value."""
        some = False
        for side, operand in ((left, node.left), (right, node.right)):
            if self.is_class_or_union(side, operand):
                some = True
            elif not isinstance(side.type, t.NoneT):
                return False
        return some

    def typing_union(self, or_none: bool, node: n.IndexExpr) -> Value:
        """`Union[int, str]` and `Optional[int]` as values."""
        items = node.index.items if isinstance(node.index, n.TupleExpr) else [node.index]
        sides = [self.expr(item) for item in items]
        for side, item in zip(sides, items, strict=True):
            if not isinstance(side.type, t.NoneT) and not self.is_class_or_union(side, item):
                raise self.unsupported(item, "a type like this as a value", "name classes without arguments")
        whole = self.make_tuple([*sides, NONE_VALUE] if or_none else sides)
        return Value(self.call(self.world_function("types._typing_union"), [whole.operand], node), OBJECT)

    def is_class_or_union(self, value: Value, node: n.Expression) -> bool:
        if isinstance(value.type, t.TypeT):
            return isinstance(node, n.RefExpr | n.CallExpr)
        return isinstance(value.type, t.ObjectT) and (
            isinstance(node, n.OpExpr)
            and node.op == "|"
            or isinstance(node, n.RefExpr)
            and isinstance(node.node, n.TypeAlias)
            or isinstance(node, n.IndexExpr)
            and getattr(node.base, "fullname", "") in UNION_FORMS
        )

    def union_of_classes(self, left: Value, right: Value, node: n.Node) -> Value:
        words = [self.box(left), self.box(right)]
        return Value(self.call(self.world_function("types._union"), words, node), OBJECT)

    def knows_not(self, left: Type, right: Type) -> bool:
        """A built-in meets what may be of any class, which may have the operator or be refused."""
        inst = self.world.class_of(left)
        if self.library or not isinstance(right, t.ObjectT) or inst is None:
            return False
        return not self.world.is_user(inst.info.module_name)

    def complex_binary(self, op: str, left: Value, right: Value, node: n.Node) -> Value | None:
        """Arithmetic in which a number may be complex; None where no operand may."""
        types = (left.type, right.type)
        if op not in ("+", "-", "*", "/", "**") or not any(map(self.world.is_complex, types)):
            return None
        if not all(a in (t.INT, t.FLOAT, t.BOOL) or self.world.is_complex(a) for a in types):
            return None
        if any(isinstance(a, ClassT) for a in types):
            function = self.runtime(f"complexes.{DUNDER[op]}")
            kind: Type = self.world.builtin_type("complex")
            x, y = self.coerce(left, kind, node), self.coerce(right, kind, node)
            return Value(self.call(function, [x.operand, y.operand], node), kind)
        function = self.runtime(f"dynamic.binary_{DUNDER[op]}")
        result = self.call(function, [self.box(left), self.box(right)], node)
        return Value(result, self.world.complex_number)

    def mixed_binary(self, op: str, left: Value, right: Value, node: n.Node) -> Value:
        """`int | float` with a number: inline where one of them must be a float, or both are."""
        if t.FLOAT in (left.type, right.type):
            x, y = (
                value.operand if value.type == t.FLOAT else self.mixed_to_float(value, node)
                for value in (left, right)
            )
            return self.float_binary(op, x, y, node)
        a, b = self.box(left), self.box(right)
        floats, other, done = self.new_block("floats"), self.new_block("mixed"), self.new_block("number")
        result = self.reg(Rep.REF, "number")
        unknown = [word for word, value in ((a, left), (b, right)) if value.type != t.INT]
        if len(unknown) == 2:
            second = self.new_block("second")
            self.branch(self.is_instance(a, t.FLOAT), second, other, likely=True)
            self.begin(second)
            self.branch(self.is_instance(b, t.FLOAT), floats, other, likely=True)
        else:
            self.branch(self.is_instance(unknown[0], t.FLOAT), floats, other, likely=True)
        self.begin(floats)
        x, y = (
            self.int_to_float(value, node) if value.type == t.INT else self.unbox(value.operand, t.FLOAT)
            for value in (left, right)
        )
        self.move(result, self.box(self.float_binary(op, x, y, node)))
        self.jump(done)
        self.begin(other)
        self.move(result, self.call(self.runtime(f"dynamic.binary_{DUNDER[op]}"), [a, b], node))
        self.jump(done)
        self.begin(done)
        return Value(result, t.NUMBER)

    def mixed_to_float(self, value: Value, node: n.Node) -> Operand:
        """An `int | float` as a double; OverflowError for an int that is too large."""
        if value.type == t.INT:
            return self.int_to_float(value, node)
        real, whole, done = self.new_block("float"), self.new_block("int"), self.new_block("number")
        result = self.reg(Rep.F64)
        self.branch(self.is_instance(value.operand, t.FLOAT), real, whole, likely=True)
        self.begin(real)
        self.move(result, self.unbox(value.operand, t.FLOAT))
        self.jump(done)
        self.begin(whole)
        word = Value(self.prim(Rep.INT, "ref_int", value.operand), t.INT)
        self.move(result, self.call(self.runtime("bigint.int_to_float"), [word.operand], node))
        self.jump(done)
        self.begin(done)
        return result

    def primitive_binary(self, op: str, left: Value, right: Value, node: n.Node) -> Value:
        a, b = left.type, right.type
        if a.rep.is_raw_integer or b.rep.is_raw_integer:
            word = a if a.rep.is_raw_integer else b
            assert isinstance(word, t.PrimT)
            if op not in WORD_OPS:
                raise self.unsupported(node, f"`{op}` on machine words")
            x, y = self.coerce(left, word, node), self.coerce(right, word, node)
            return Value(self.prim(word.rep, WORD_OPS[op], x.operand, y.operand), word)
        if t.FLOAT in (a, b):
            x, y = self.coerce(left, t.FLOAT, node), self.coerce(right, t.FLOAT, node)
            open_ = op == "**" and b == t.FLOAT and not self.library
            if open_ and may_be_complex(node, x.operand, y.operand):
                power = self.call(self.runtime("complexes.power_of_floats"), [x.operand, y.operand], node)
                self.powers[power] = (x.operand, y.operand)
                return Value(power, t.ANY)
            return self.float_binary(op, x.operand, y.operand, node)
        if a == t.BOOL and b == t.BOOL and op in ("&", "|", "^"):
            return Value(self.prim(Rep.BOOL, INT_OPS[op], left.operand, right.operand), t.BOOL)
        x, y = self.as_int(left, node), self.as_int(right, node)
        if isinstance(x.operand, ir.IntConst) and isinstance(y.operand, ir.IntConst):
            folded = fold_int(op, x.operand.value, y.operand.value)
            if folded is not None:
                return Value(ir.IntConst(folded), t.INT)
        if op in INT_OPS:
            dst = self.reg(Rep.INT)
            slow = self.runtime(f"bigint.int_{INT_OPS[op]}")
            self.may_raise(ir.IntOp(dst, INT_OPS[op], [x.operand, y.operand], slow), node)
            return Value(dst, t.INT)
        if op == "/":
            return Value(self.call(self.runtime("bigint.int_truediv"), [x.operand, y.operand], node), t.FLOAT)
        if op == "**":
            return self.int_power(x, y, node)
        raise self.unsupported(node, f"`{op}` on integers")

    def as_int(self, value: Value, node: n.Node | None) -> Value:
        """bool as the int 0 or 1."""
        if value.type == t.BOOL:
            word = self.prim(Rep.I64, "convert", value.operand)
            return Value(self.prim(Rep.INT, "tag", word), t.INT)
        return self.coerce(value, t.INT, node)

    def int_power(self, x: Value, y: Value, node: n.Node) -> Value:
        wanted = self.type_of(node) if isinstance(node, n.Expression) else t.INT
        power = self.runtime("bigint.int_pow")
        if isinstance(y.operand, ir.IntConst) and y.operand.value >= 0:
            return Value(self.call(power, [x.operand, y.operand], node), t.INT)
        if wanted == t.INT:
            return Value(self.call(power, [x.operand, y.operand], node), t.INT)
        if wanted == t.FLOAT:
            function = self.runtime("floats.float_pow")
            return Value(self.call(function, [self.int_to_float(x), self.int_to_float(y)], node), t.FLOAT)
        function = self.runtime("floats.power_of_ints")
        return Value(self.call(function, [x.operand, y.operand], node), OBJECT)

    def float_binary(self, op: str, x: Operand, y: Operand, node: n.Node) -> Value:
        if op in ("+", "-", "*"):
            return Value(self.prim(Rep.F64, INT_OPS[op], x, y), t.FLOAT)
        raw = self.module.tree.fullname.startswith(("mirage.runtime.bigint", "mirage.runtime.floats"))
        if op == "/" and (raw or isinstance(y, ir.FloatConst) and y.bits & (2**63 - 1) != 0):
            # the modules that implement `/` have checked the divisor or want infinities
            return Value(self.prim(Rep.F64, "div", x, y), t.FLOAT)
        names = {"/": "truediv", "//": "floordiv", "%": "mod", "**": "pow"}
        if op not in names:
            raise self.unsupported(node, f"`{op}` on floats")
        return Value(self.call(self.runtime(f"floats.float_{names[op]}"), [x, y], node), t.FLOAT)

    # -- in place -------------------------------------------------------------------------------

    def in_place(self, op: str, left: Value, right: Value, node: n.Node) -> Value:
        name = f"__i{DUNDER[op]}__"
        if isinstance(left.type, t.UnionT) and left.type.may_be_none and not self.library:
            left = self.as_object(left)
        if not isinstance(left.type, t.PrimT) and self.world.lookup(left.type, name) is not None:
            return self.attempt(
                left, name, right, node, left.type, lambda: self.binary(op, left, right, node)
            )
        if isinstance(left.type, t.ObjectT):  # the object itself may change
            function = self.runtime(f"inplace.inplace_{DUNDER[op]}")
            return Value(self.call(function, [self.box(left), self.box(right)], node), OBJECT)
        return self.binary(op, left, right, node)

    # -- unary ----------------------------------------------------------------------------------

    def unary(self, node: n.UnaryExpr) -> Value:
        if node.op == "not":
            return Value(self.negate(self.truth(self.expr(node.expr), node)), t.BOOL)
        value = self.expr(node.expr)
        value = self.as_number(value, {"-": "__neg__", "+": "__pos__", "~": "__invert__"}[node.op])
        if isinstance(value.type, t.UnionT) and value.type.may_be_none and not self.library:
            value = self.as_object(value)
        type_ = value.type
        if node.op == "-" and isinstance(value.operand, ir.IntConst):
            return Value(ir.IntConst(-value.operand.value), t.INT)
        if node.op == "-" and isinstance(value.operand, ir.FloatConst):
            return Value(ir.FloatConst(value.operand.bits ^ (1 << 63)), t.FLOAT)
        if type_ in (t.INT, t.BOOL):
            x = self.as_int(value, node)
            if node.op == "+":
                if type_ == t.INT:
                    dst = self.reg(Rep.INT)
                    slow = self.runtime("bigint.int_add")
                    self.may_raise(ir.IntOp(dst, "add", [x.operand, ir.IntConst(0)], slow), node)
                    return Value(dst, t.INT)
                return x
            dst = self.reg(Rep.INT)
            name = {"-": "neg", "~": "invert"}[node.op]
            self.may_raise(ir.IntOp(dst, name, [x.operand], self.runtime(f"bigint.int_{name}")), node)
            return Value(dst, t.INT)
        if type_ == t.FLOAT and node.op in "+-":
            return value if node.op == "+" else Value(self.prim(Rep.F64, "neg", value.operand), t.FLOAT)
        if type_.rep.is_raw_integer:
            return Value(self.prim(type_.rep, {"-": "neg", "~": "invert"}[node.op], value.operand), type_)
        name = {"-": "__neg__", "+": "__pos__", "~": "__invert__"}[node.op]
        expected = self.type_of(node) or OBJECT
        return self.invoke(value, name, [], node, t.widened(expected) if t.holds_int(type_) else expected)

    # -- truth ----------------------------------------------------------------------------------

    def truth_of(self, node: n.Expression) -> Operand:
        return self.truth(self.expr(node), node)

    def negate(self, condition: Operand) -> Operand:
        if isinstance(condition, ir.BoolConst):
            return ir.BoolConst(not condition.value)
        return self.prim(Rep.BOOL, "not", condition)

    def truth(self, value: Value, node: n.Node) -> Operand:
        """`bool(value)` as a BOOL operand."""
        operand, type_ = value.operand, value.type
        if type_ == t.BOOL:
            return operand
        if type_ == t.INT:
            if isinstance(operand, ir.IntConst):
                return ir.BoolConst(operand.value != 0)
            dst = self.reg(Rep.BOOL)
            slow = self.runtime("bigint.int_ne")
            self.may_raise(ir.IntOp(dst, "ne", [operand, ir.IntConst(0)], slow), node)
            return dst
        if type_ == t.FLOAT:
            return self.prim(Rep.BOOL, "ne", operand, ir.FloatConst(0))
        if isinstance(type_, t.PrimT):
            return self.prim(Rep.BOOL, "ne", operand, ir.RawConst(0, type_.rep))
        if isinstance(type_, t.NoneT | t.NeverT):
            return ir.BoolConst(False)
        if isinstance(type_, t.TupleT):
            return ir.BoolConst(bool(type_.items))
        if isinstance(type_, t.TypeT):
            seen = as_object(self.world, value)
            if seen is not None and isinstance(seen.type, ClassT):
                return self.class_truth(seen, seen.type, node)
        if isinstance(type_, t.CallableT | t.TypeT):
            return ir.BoolConst(True)
        if isinstance(type_, t.UnionT):
            rest = type_.without_none()
            if type_.may_be_none and not isinstance(rest, t.UnionT):
                return self.optional_truth(value, rest, node)
            return self.dispatch_truth(value, node)
        if isinstance(type_, t.ObjectT):
            return self.dispatch_truth(value, node)
        assert isinstance(type_, ClassT)
        return self.class_truth(value, type_, node)

    def class_truth(self, value: Value, type_: ClassT, node: n.Node) -> Operand:
        inst = type_.inst
        infos = [inst.info, *([] if type_.exact else self.world.subclasses.get(inst.info, []))]
        names = {name for info in infos for name in ("__bool__", "__len__") if info.get(name) is not None}
        own = inst.member("__bool__"), inst.member("__len__")
        if own[0] is not None:
            answer = self.invoke(value, "__bool__", [], node, t.BOOL)
            if answer.type != t.BOOL and self.world.is_user(own[0].owner.info.module_name):
                return self.call(self.runtime("dynamic.truth_from"), [self.box(answer)], node)
            return self.coerce(answer, t.BOOL, node).operand
        if "__bool__" in names or (own[1] is None and names) or inst.info.is_protocol and own[1] is None:
            return self.dispatch_truth(value, node)
        if own[1] is not None:
            return self.truth(self.length_of(value, node), node)
        return ir.BoolConst(True)

    def length_of(self, value: Value, node: n.Node) -> Value:
        """`len(value)`."""
        value = as_object(self.world, value) or value
        length = self.invoke(value, "__len__", [], node, t.INT)
        inst = self.world.class_of(value.type)
        found = None if inst is None or inst.info.is_protocol else inst.member("__len__")
        return self.coerce(length, t.INT, node) if found is None else self.checked_length(length, found, node)

    def checked_length(self, length: Value, found: Member, node: n.Node | None) -> Value:
        """What a `__len__` returned: anything, if it is the application's and gives no other length."""
        if not self.world.is_user(found.owner.info.module_name) or _gives_length(found.node):
            return self.coerce(length, t.INT, node)
        if length.type == t.INT:
            return Value(self.call(self.runtime("dynamic.checked_length"), [length.operand], node), t.INT)
        return Value(self.call(self.runtime("dynamic.length_from"), [self.box(length)], node), t.INT)

    def optional_truth(self, value: Value, rest: Type, node: n.Node) -> Operand:
        some, done = self.new_block("some"), self.new_block("end")
        result = self.reg(Rep.BOOL)
        self.move(result, ir.BoolConst(False))
        self.branch(self.prim(Rep.BOOL, "is_not", value.operand, ir.NoneConst()), some, done)
        self.begin(some)
        inner = Value(self.unbox(value.operand, rest), rest)
        self.move(result, self.truth(inner, node))
        self.jump(done)
        self.begin(done)
        return result

    def condition(
        self, node: n.Expression, if_true: ir.Block, if_false: ir.Block, place: n.Node | None = None
    ) -> None:
        """Branch on the expression, without making a value of `and`, `or` and `not`.

        place   the statement or expression that asks: there CPython places what a `__bool__` raises
        """
        if node.line > 0:
            self.line = node.line
        if isinstance(node, n.OpExpr) and node.op in ("and", "or"):
            middle = self.new_block(node.op)
            if node.op == "and":
                self.condition(node.left, middle, if_false, place)
            else:
                self.condition(node.left, if_true, middle, place)
            self.begin(middle)
            if node.op == "and" and not self.has_predecessor(middle):
                self.block = middle
            before = set(self.assigned)
            self.condition(node.right, if_true, if_false, place)
            self.assigned = before
            return
        if isinstance(node, n.UnaryExpr) and node.op == "not":
            self.condition(node.expr, if_false, if_true, place)
            return
        truth = self.truth(self.expr_or_none(node), place if place is not None else node)
        self.branch(truth, if_true, if_false)

    def has_predecessor(self, block: ir.Block) -> bool:
        return True


def may_be_complex(node: n.Node, base: Operand, exponent: Operand) -> bool:
    """A power of floats whose base may be negative and whose exponent may be a fraction."""
    if isinstance(exponent, ir.FloatConst) and float_of(exponent).is_integer():
        return False
    if isinstance(base, ir.FloatConst):
        return float_of(base) < 0.0
    return not (isinstance(node, n.OpExpr) and is_not_negative(node.left))


def float_of(constant: ir.FloatConst) -> float:
    value: float = struct.unpack("<d", struct.pack("<Q", constant.bits))[0]
    return value


def is_not_negative(node: n.Expression) -> bool:
    """Sums and products of squares, sizes and such: no number below zero comes out."""
    match node:
        case n.FloatExpr() | n.IntExpr():
            return node.value >= 0
        case n.OpExpr(op="*") if same_name(node.left, node.right):
            return True
        case n.OpExpr(op="+" | "*" | "/"):
            return is_not_negative(node.left) and is_not_negative(node.right)
        case n.OpExpr(op="**"):
            return isinstance(node.right, n.IntExpr) and node.right.value % 2 == 0
        case n.CallExpr():
            sizes = ("builtins.abs", "math.sqrt")
            return isinstance(node.callee, n.RefExpr) and node.callee.fullname in sizes
    return False


def same_name(left: n.Expression, right: n.Expression) -> bool:
    return isinstance(left, n.NameExpr) and isinstance(right, n.NameExpr) and left.node is right.node
