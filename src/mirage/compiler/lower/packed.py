"""`struct` with a format that is known while compiling.

    struct.pack("<HB", a, b)      =>     new bytes of 3; a and b tested and stored at 0 and 2
    x, y = HEADER.unpack(data)    =>     the size tested; a load for each, a tuple that nobody else sees

`HEADER` is a variable that one assignment in the whole program gives a `Struct("...")`.  What the program
does wrong (values that do not fit, a buffer too short) is found when it runs, as on CPython; a wrong format
too: for that, and for very long ones, the call is left to the library.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.assigned import assigned_value
from mirage.compiler.lower.builder import Value

if TYPE_CHECKING:
    from mirage.compiler.lower.builder import Builder
    from mirage.compiler.lower.world import World

FUNCTIONS = frozenset({"pack", "pack_into", "unpack", "unpack_from", "calcsize"})
METHODS = FUNCTIONS - {"calcsize"}
_MOST = 24  # items; longer ones would only make the image larger
_ITEM = re.compile(r"\s*(\d*)([xcbB?hHiIlLqQefdspnNP])")
_INTEGERS = "bBhHiIlLqQnNP"
_UNSIGNED = "BHILQNP"
_SIZES = {"h": 2, "H": 2, "e": 2, "i": 4, "I": 4, "l": 4, "L": 4, "f": 4, "q": 8, "Q": 8, "d": 8}
_NATIVE_SIZES = _SIZES | {"l": 8, "L": 8, "n": 8, "N": 8, "P": 8}


@dataclass(frozen=True)
class Item:
    code: str
    size: int  # in bytes
    offset: int


@dataclass(frozen=True)
class Layout:
    items: tuple[Item, ...]
    size: int
    big: bool
    native: bool


def read_format(text: str) -> Layout | None:
    """None for what is wrong or too long."""
    native = text[:1] not in ("=", "<", ">", "!") or not text
    sizes = _NATIVE_SIZES if native else _SIZES
    body = text[1:] if text[:1] in ("@", "=", "<", ">", "!") else text
    items: list[Item] = []
    position = size = 0
    body = body.rstrip(" \t\n\r\x0b\x0c")
    while position < len(body):
        found = _ITEM.match(body, position)
        if found is None or (found[2] in "nNP" and not native):
            return None
        position = found.end()
        count, code = int(found[1] or 1), found[2]
        each = sizes.get(code, 1)
        if native:
            size += -size % each
        if code in "sp":
            each, count = count, 1
        elif code == "x":
            size, count = size + count, 0
        if len(items) + count > _MOST or size + each * count > 1 << 30:
            return None
        for _ in range(count):
            items.append(Item(code, each, size))
            size += each
    return Layout(tuple(items), size, text[:1] in (">", "!"), native)


def packed_call(lower: Builder, name: str, node: n.CallExpr) -> Value | None:
    """A call of one of struct's functions; None where the format is not known."""
    if name not in FUNCTIONS or lower.library or not node.args or node.arg_kinds[0] is not n.ARG_POS:
        return None
    layout = _known_format(lower.world, node.args[0])
    if layout is None:
        return None
    if not isinstance(node.args[0], n.StrExpr | n.BytesExpr):
        lower.expr(node.args[0])  # which may not have a value yet
    if name == "calcsize":
        return Value(ir.IntConst(layout.size), t.INT) if len(node.args) == 1 else None
    return _packed(lower, name, layout, node, 1)


def method_call(lower: Builder, callee: n.MemberExpr, node: n.CallExpr) -> Value | None:
    """A call of a method of a variable that holds a known Struct."""
    made = None if lower.library else assigned_value(lower.world, callee.expr)
    if not isinstance(made, n.CallExpr) or not isinstance(made.callee, n.RefExpr):
        return None
    if made.callee.fullname not in ("struct.Struct", "_struct.Struct") or made.arg_kinds != [n.ARG_POS]:
        return None
    layout = _known_format(lower.world, made.args[0])
    if layout is None or not _fits(callee.name, layout, node, 0):
        return None
    lower.expr(callee.expr)
    return _packed(lower, callee.name, layout, node, 0)


def _fits(name: str, layout: Layout, node: n.CallExpr, first: int) -> bool:
    """The call has as many plain arguments as the format wants."""
    given = len(node.args) - first
    if any(kind is not n.ARG_POS for kind in node.arg_kinds):
        return False
    match name:
        case "pack":
            return given == len(layout.items)
        case "pack_into":
            return given == len(layout.items) + 2
        case "unpack":
            return given == 1
    return given in (1, 2)


def _packed(lower: Builder, name: str, layout: Layout, node: n.CallExpr, first: int) -> Value | None:
    if not _fits(name, layout, node, first):
        return None
    if name == "pack_into" and not all(_is_plain(lower, argument) for argument in node.args[first + 2 :]):
        return None  # the values' methods may do something to the buffer
    values = [lower.stable(lower.expr(argument)) for argument in node.args[first:]]
    if name == "pack":
        made = _call(lower, "_known_new", [ir.IntConst(layout.size)], node)
        at = _call(lower, "_known_start", [made], node)
        _put_all(lower, layout, at, values, node)
        return Value(made, lower.world.bytes_type)
    size = ir.IntConst(layout.size)
    buffer = lower.box(values[0])
    if name == "pack_into":
        where = _call(lower, "_known_target", [buffer, lower.box(values[1]), size], node)
        at = _call(lower, "_known_cleared", [buffer, where, size], node)
        _put_all(lower, layout, at, values[2:], node)
        _keep_alive(lower, buffer)
        return Value(ir.NoneConst(), t.NONE)
    if name == "unpack":
        at = _call(lower, "_known_source", [buffer, size], node)
    else:
        offset = lower.box(values[1] if len(values) > 1 else Value(ir.IntConst(0), t.INT))
        at = _call(lower, "_known_source_from", [buffer, offset, size], node)
    items = [_item_at(lower, item, layout.big, at, node) for item in layout.items]
    _keep_alive(lower, buffer)
    return lower.make_tuple(items)


def _is_plain(lower: Builder, node: n.Expression) -> bool:
    """A value of a built-in class that has no `__index__` or `__float__` of the application's."""
    type_ = lower.type_of(node)
    return type_ in (t.FLOAT, t.BOOL) or (type_ == t.INT and not lower.world.has_int_classes)


def _call(lower: Builder, name: str, operands: list[Operand], node: n.CallExpr) -> Operand:
    return lower.call(lower.world_function(f"struct.{name}"), operands, node)


def _keep_alive(lower: Builder, buffer: Operand) -> None:
    """Up to here, though only its address is used."""
    lower.emit(ir.Asm(None, "", "r", [lower.prim(Rep.U64, "ref_bits", buffer)]))


def _put_all(lower: Builder, layout: Layout, at: Operand, values: list[Value], node: n.CallExpr) -> None:
    big, native = ir.BoolConst(layout.big), ir.BoolConst(layout.native)
    for item, value in zip(layout.items, values, strict=True):
        place: list[Operand] = [at, ir.RawConst(item.offset, Rep.I64)]
        size, code = ir.RawConst(item.size, Rep.I64), ir.StrConst(item.code)
        if item.code == "d" and value.type == t.FLOAT:
            _call(lower, "_known_double", [*place, big, value.operand], node)
        elif item.code in "fe" and value.type == t.FLOAT:
            _call(lower, "_known_float", [*place, size, big, native, code, value.operand], node)
        elif item.code in _INTEGERS:
            unsigned = ir.BoolConst(item.code in _UNSIGNED)
            operands = [*place, size, unsigned, big, code, lower.box(value)]
            _call(lower, "_known_integer", operands, node)
        else:
            operands = [*place, size, big, native, code, lower.box(value)]
            _call(lower, "_known_other", operands, node)


def _item_at(lower: Builder, item: Item, big: bool, at: Operand, node: n.CallExpr) -> Value:
    place: list[Operand] = [at, ir.RawConst(item.offset, Rep.I64)]
    size, order = ir.RawConst(item.size, Rep.I64), ir.BoolConst(big)
    if item.code in _INTEGERS:
        unsigned = ir.BoolConst(item.code in _UNSIGNED)
        operands = [*place, size, unsigned, order]
        return Value(_call(lower, "_known_integer_at", operands, node), t.INT)
    if item.code in "fde":
        return Value(_call(lower, "_known_real", [*place, size, order], node), t.FLOAT)
    if item.code == "?":
        return Value(_call(lower, "_known_bool", place, node), t.BOOL)
    name = "_known_pascal" if item.code == "p" else "_known_bytes"
    return Value(_call(lower, name, [*place, size], node), lower.world.bytes_type)


# -- what is known --------------------------------------------------------------------------------


def _known_format(world: World, node: n.Expression) -> Layout | None:
    if isinstance(node, n.StrExpr):
        return read_format(node.value)
    if isinstance(node, n.BytesExpr):
        return read_format(node.value) if "\\" not in node.value else None
    if isinstance(node, n.RefExpr) and isinstance(node.node, n.Var) and node.node.is_final:
        value = node.node.final_value
        if isinstance(value, str):
            return read_format(value)
    value_node = assigned_value(world, node)
    return read_format(value_node.value) if isinstance(value_node, n.StrExpr) else None
