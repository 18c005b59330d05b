"""Expressions: one method per kind of node, each giving a `Value`."""

from __future__ import annotations

from mypy import nodes as n
from mypy.subtypes import is_subtype

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import UndecidedValue, Value
from mirage.compiler.lower.displays import Displays
from mirage.compiler.lower.types import OBJECT, ClassT, Type
from mirage.compiler.lower.variables import float_const
from mirage.compiler.lower.world import Refusal


class Expressions(Displays):
    """The kinds of expressions, each sent to the part that knows it; conditions."""

    def expr(self, node: n.Expression) -> Value:
        saved_line, saved_node = self.line, self.node
        if node.line > 0:
            self.line = node.line
        self.node = node
        try:
            return self._expr(node)
        finally:
            self.line, self.node = saved_line, saved_node

    def _expr(self, node: n.Expression) -> Value:
        match node:
            case n.IntExpr():
                return Value(ir.IntConst(node.value), t.INT)
            case n.FloatExpr():
                return Value(float_const(node.value), t.FLOAT)
            case n.StrExpr():
                return self.constant_str(node.value)
            case n.BytesExpr():
                return Value(ir.BytesConst(bytes_value(node.value)), self.world.bytes_type)
            case n.NameExpr():
                return self.name(node)
            case n.MemberExpr():
                return self.member(node)
            case n.CallExpr():
                return self.call_expr(node)
            case n.OpExpr():
                return self.op_expr(node)
            case n.ComparisonExpr():
                return self.comparison(node)
            case n.UnaryExpr():
                return self.unary(node)
            case n.IndexExpr():
                return self.index(node)
            case n.TupleExpr():
                return self.tuple_expr(node)
            case n.ListExpr():
                return self.list_expr(node)
            case n.SetExpr():
                return self.set_expr(node)
            case n.DictExpr():
                return self.dict_expr(node)
            case n.ConditionalExpr():
                return self.conditional(node)
            case n.AssignmentExpr():
                value = self.expr(node.value)
                self.assign(node.target, value)
                return self.expr(node.target)
            case n.LambdaExpr():
                return self.closure(node)
            case n.ListComprehension():
                return self.list_comprehension(node)
            case n.SetComprehension():
                return self.set_comprehension(node)
            case n.DictionaryComprehension():
                return self.dict_comprehension(node)
            case n.GeneratorExpr():
                return self.generator_expression(node)
            case n.YieldExpr():
                return self.yield_expr(node)
            case n.YieldFromExpr():
                return self.yield_from(node)
            case n.AwaitExpr():
                return self.await_expr(node)
            case n.CastExpr():
                value = self.expr(node.expr)
                return self.coerce_loosely(value, self.translate(node.type), node)
            case n.AssertTypeExpr():
                return self.expr(node.expr)
            case n.SliceExpr():
                return self.slice_expr(node)
            case n.EllipsisExpr():
                return self.singleton("types.EllipsisType")
            case n.SuperExpr():
                return self.super_attribute(node)
            case n.TypeApplication():
                return self.expr(node.expr)
            case n.StarExpr():
                raise self.unsupported(node, "a starred expression here")
            case n.ComplexExpr():
                parts: list[Operand] = [float_const(node.value.real), float_const(node.value.imag)]
                made = self.call(self.runtime("complexes.new"), parts, node)
                return Value(made, self.world.builtin_type("complex"))
        raise self.unsupported(node, f"`{type(node).__name__}`")

    def coerce_loosely(self, value: Value, target: Type, node: n.Node) -> Value:
        """`cast`: the run-time value is not touched, so an impossible cast is only a change of view."""
        if isinstance(value.type, t.PrimT) and isinstance(target, t.PrimT) and value.type != target:
            if value.type == t.FLOAT or target == t.FLOAT:
                raise Refusal(node, "cast", f"`cast` from {value.type} to {target} would change the value")
        return self.coerce(value, target, node)

    def singleton(self, fullname: str) -> Value:
        """The one object of a class."""
        inst = self.world.class_inst(self.world.info(fullname), ())
        if not self.library:
            self.world.instantiate(inst)
        return Value(ir.Singleton(inst.layout), ClassT(inst, exact=True))

    # -- conditions -----------------------------------------------------------------------------

    def conditional(self, node: n.ConditionalExpr) -> Value:
        yes, no, done = self.new_block("then"), self.new_block("else"), self.new_block("end")
        wanted = self.type_of(node)
        self.condition(node.cond, yes, no, node)
        self.begin(yes)
        first = self.expr(node.if_expr)
        first_end = self.block
        self.begin(no)
        before = set(self.assigned)
        second = self.expr(node.else_expr)
        second_end = self.block
        self.assigned = before
        undecided = wanted is not None and self.takes_other_branch(node, wanted, [first.type, second.type])
        type_ = t.ANY if undecided else self.joined([first.type, second.type], wanted)
        result = self.reg(type_.rep, "either")
        for value, end, source in ((first, first_end, node.if_expr), (second, second_end, node.else_expr)):
            if end is None:
                continue
            self.begin(end)
            converted = self.convert_for(value, type_, source)
            if self.alive:
                self.move(result, converted.operand)
                self.jump(done)
        self.begin(done)
        return UndecidedValue(result, type_) if undecided else Value(result, type_)

    def takes_other_branch(self, node: n.ConditionalExpr, wanted: Type, types: list[Type]) -> bool:
        """`"" if isinstance(x, int) else x.hex()` of an x declared float, which an int may stand in for:
        mypy took one branch for unreachable."""
        known = self.world.expression_types
        whole, parts = known.get(node), [known.get(node.if_expr), known.get(node.else_expr)]
        if self.library or whole is None or all(part is None or is_subtype(part, whole) for part in parts):
            return False
        return not all(isinstance(one, t.NeverT) or self.world.is_subtype(one, wanted) for one in types)

    def joined(self, types: list[Type], wanted: Type | None) -> Type:
        """The type that holds every one of the values."""
        distinct = t.union(types)
        if not isinstance(distinct, t.UnionT):
            return distinct if not isinstance(distinct, t.NeverT) else OBJECT
        if wanted is not None and not isinstance(wanted, t.NeverT):
            return t.widened(wanted) if t.holds_int(distinct) and not self.library else wanted
        return distinct


def bytes_value(text: str) -> bytes:
    """mypy keeps a bytes literal as the inside of its repr, whichever quotes that had."""
    return text.encode("ascii").decode("unicode_escape").encode("latin-1")
