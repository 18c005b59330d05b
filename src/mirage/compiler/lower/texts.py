"""f-strings and `format`: pieces that are put together."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.construction import Construction
from mirage.compiler.lower.fields import read_field
from mirage.compiler.lower.types import OBJECT, ClassT


class Texts(Construction):
    def fstring(self, pieces: list[n.Expression], node: n.Expression) -> Value:
        """The text of an f-string; for CPython, the place of all its formatting is the whole string."""
        parts: list[Value] = []
        for piece in pieces:
            if isinstance(piece, n.StrExpr):
                parts.append(self.constant_str(piece.value))
                continue
            formatted = format_piece(piece)
            parts.append(self.expr(piece) if formatted is None else self.format_value(*formatted, node))
        if not parts:
            return self.constant_str("")
        if len(parts) == 1:
            return self.coerce(parts[0], self.world.str_type, node)
        return self.joined_text([self.coerce(part, self.world.str_type, node) for part in parts])

    def joined_text(self, parts: list[Value]) -> Value:
        """One str of several."""
        text = self.world.str_type
        array = self.world.class_inst(self.world.info("mirage.lowlevel.Array"), (text,))
        holder = self.invoke_class(array, [Value(ir.IntConst(len(parts)), t.INT)], None)
        for index, part in enumerate(parts):
            self.emit(ir.SetTail(holder.operand, array.layout, ir.RawConst(index, Rep.I64), part.operand))
        join = self.world.builtin("str").member("_join_parts")
        assert join is not None
        return self.call_member(self.constant_str(""), join, [Arg(holder)], None, text)

    def format_value(
        self, expression: n.Expression, conversion: str, spec: n.Expression | None, node: n.Expression
    ) -> Value:
        value = self.expr_taken(expression, lambda: OBJECT)
        if self.is_optional_of_one(value.type):
            return self.or_none(value, lambda one: self.formatted(one, conversion, spec, node))
        return self.formatted(value, conversion, spec, node)

    def formatted(
        self, value: Value, conversion: str, spec: n.Expression | None, node: n.Expression
    ) -> Value:
        text = self.world.str_type
        if conversion:
            if conversion == "a":
                function = self.world.function_node("builtins.ascii")
                value = self.call_function(function, None, None, [Arg(value)], node, text)
            else:
                value = self.invoke(value, {"r": "__repr__", "s": "__str__"}[conversion], [], node, text)
        if spec is None or isinstance(spec, n.StrExpr) and spec.value == "":
            if conversion:
                return value
            inst = self.world.class_of(value.type)
            if isinstance(value.type, t.PrimT) or (inst is not None and inst.info.fullname == "builtins.str"):
                return self.invoke(value, "__str__", [], node, text)
            return self.invoke(value, "__format__", [self.constant_str("")], node, text)
        if isinstance(spec, n.StrExpr):
            direct = self.formatted_directly(value, spec.value, node)
            if direct is not None:
                return direct
        pieces = fstring_pieces(spec) if isinstance(spec, n.CallExpr) else None
        if pieces is None and format_piece(spec) is not None:
            pieces = [spec]
        described = self.expr(spec) if pieces is None else self.fstring(pieces, node)
        return self.invoke(value, "__format__", [described], node, text)

    def formatted_directly(self, value: Value, spec: str, node: n.Node) -> Value | None:
        """By a specifier of the common kind, read here: fill, alignment, width, the precision of `f`."""
        for type_, name, align in (
            (t.INT, "padded_int", ">"),
            (t.INT, "based_int", ">"),
            (t.FLOAT, "fixed_float", ">"),
            (self.world.str_type, "padded_text", "<"),
        ):
            if value.type != type_:
                continue
            if isinstance(type_, ClassT) and self.world.subclasses.get(type_.inst.info):
                continue
            field = read_field(spec, name, align)
            if field is None:
                continue
            numbers: list[ir.Operand] = [ir.RawConst(number, Rep.I64) for number in field]
            made = self.call(self.runtime(f"formatting.{name}"), [value.operand, *numbers], node)
            return Value(made, self.world.str_type)
        return None


def fstring_pieces(node: n.CallExpr) -> list[n.Expression] | None:
    """mypy spells f"..." as ''.join([...])."""
    callee = node.callee
    if (
        isinstance(callee, n.MemberExpr)
        and callee.name == "join"
        and isinstance(callee.expr, n.StrExpr)
        and callee.expr.value == ""
        and len(node.args) == 1
        and isinstance(node.args[0], n.ListExpr)
        and node.args[0].items
        and all(isinstance(i, n.StrExpr) or format_piece(i) is not None for i in node.args[0].items)
    ):
        return node.args[0].items
    return None


def format_piece(node: n.Expression) -> tuple[n.Expression, str, n.Expression | None] | None:
    """mypy spells {x!r:spec} as '{!r:{}}'.format(x, spec)."""
    if not (
        isinstance(node, n.CallExpr)
        and isinstance(node.callee, n.MemberExpr)
        and node.callee.name == "format"
    ):
        return None
    template = node.callee.expr
    if not isinstance(template, n.StrExpr) or len(node.args) != 2:
        return None
    if not _is_format(node.args[1]):
        return None  # somebody has written "{:{}}".format(x, width)
    if template.value == "{:{}}":
        return node.args[0], "", node.args[1]
    if len(template.value) == 7 and template.value[:2] == "{!" and template.value[3:] == ":{}}":
        return node.args[0], template.value[2], node.args[1]
    return None


def _is_format(node: n.Expression) -> bool:
    """What mypy makes of the format in {x:format}."""
    if isinstance(node, n.StrExpr) or format_piece(node) is not None:
        return True
    return isinstance(node, n.CallExpr) and fstring_pieces(node) is not None
