"""Operators, comparisons, truth and subscripts."""

from __future__ import annotations

import struct

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arithmetic import COMPARE, DUNDER, INT_OPS, REFLECTED, WORD_OPS, fold_int
from mirage.compiler.lower.builder import NONE_VALUE, TailValue, Value
from mirage.compiler.lower.class_uses import BOXED_TOGETHER, MAKERS, is_key, only_looked_at
from mirage.compiler.lower.classes import Member
from mirage.compiler.lower.enum_info import ejects
from mirage.compiler.lower.masked import masked
from mirage.compiler.lower.metaclasses import as_object, read_of_metaclass
from mirage.compiler.lower.object_dicts import is_in_dict, item_of_dict
from mirage.compiler.lower.ordering import Ordering
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.world import Refusal

SLICED_DIRECTLY = ("builtins.str", "builtins.bytes", "builtins.list")
"""Classes with `_between(start: int, stop: int)`, which gives self[start:stop], and `_sliced` with a step."""

UNION_FORMS = ("typing.Union", "typing.Optional")

TO_END = 2**62 - 1  # in place of an absent bound; longer than any object
TO_START = -(2**62)  # of one before the first item, which -1 would not be

_NUMERIC = ("+", "-", "*", "/")


def is_minus_one(step: n.Expression) -> bool:
    if not isinstance(step, n.UnaryExpr) or step.op != "-":
        return False
    return isinstance(step.expr, n.IntExpr) and step.expr.value == 1


def is_number(type_: Type) -> bool:
    """An int, a float, or either; in a register or boxed."""
    return type_ in (t.INT, t.FLOAT) or isinstance(type_, t.UnionT) and set(type_.items) == {t.INT, t.FLOAT}


def _gives_length(node: n.Node | None) -> bool:
    """`def __len__(self): return len(self.items)`."""
    match node:
        case n.FuncDef(body=n.Block(body=[n.ReturnStmt(expr=n.CallExpr(callee=n.RefExpr() as callee))])):
            return callee.fullname == "builtins.len"
    return False


class Operators(Ordering):
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

    # -- comparisons ----------------------------------------------------------------------------

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
        if (
            isinstance(type_, t.UnionT)
            and type_.may_be_none
            and not isinstance(type_.without_none(), t.UnionT)
        ):
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

    # -- subscripts -----------------------------------------------------------------------------

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
        if (
            isinstance(type_, t.UnionT)
            and type_.may_be_none
            and not isinstance(type_.without_none(), t.UnionT)
        ):
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
        if (
            isinstance(type_, t.UnionT)
            and type_.may_be_none
            and not isinstance(type_.without_none(), t.UnionT)
        ):
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


def constant_index(node: n.Expression) -> int | None:
    if isinstance(node, n.IntExpr):
        return node.value
    if isinstance(node, n.UnaryExpr) and node.op == "-" and isinstance(node.expr, n.IntExpr):
        return -node.expr.value
    return None


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
