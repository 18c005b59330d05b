"""`dir(obj)` and `dir(C)`: the names that an object of the application's classes, or such a class, has.

    dir(obj)    =>    a stub (`listing`) makes a list of what its class has and of what the object has
    dir(C)      =>    a constant list

Of classes whose attributes are made when the program runs (by a metaclass, a decorator, a loop in the class
body) nothing is known here: they are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.described import key_of
from mirage.compiler.frontend.private_names import written_name
from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower import types as t
from mirage.compiler.lower.annotations import Unclear, annotations_of_class
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.class_slots import DIRECTORY, has_slot
from mirage.compiler.lower.classes import ClassInst, class_default
from mirage.compiler.lower.computed import known_classes
from mirage.compiler.lower.dataclass_info import (
    decorator_flag,
    default_expression,
    is_dataclass_attribute,
    is_dataclass_itself,
    slots_of_dataclass,
)
from mirage.compiler.lower.metaclasses import metaclass_of
from mirage.compiler.lower.object_dicts import field_is_there, has_dict, shown
from mirage.compiler.lower.types import ClassT
from mirage.compiler.lower.world import Refusal

if TYPE_CHECKING:
    from mirage.compiler.lower.dispatch import Dispatch
    from mirage.compiler.lower.world import World


def _dunder(names: str) -> frozenset[str]:
    return frozenset(f"__{name}__" for name in names.split())


OF_OBJECT = _dunder(
    "class delattr dir doc eq format ge getattribute getstate gt hash init init_subclass le lt ne new reduce "
    "reduce_ex repr setattr sizeof str subclasshook"
)
OF_ABC = _dunder("abstractmethods slots module") | {"_abc_impl"}
OF_GENERIC = _dunder("class_getitem parameters slots module") | {"_is_protocol"}
OF_EXCEPTION = _dunder("cause context dict setstate suppress_context traceback") | {
    "add_note",
    "args",
    "with_traceback",
}
OF_LIBRARY = {
    "builtins.object": OF_OBJECT,
    "abc.ABC": OF_ABC,
    "typing.Generic": OF_GENERIC,
    "typing.Protocol": OF_GENERIC | OF_ABC | {"_is_runtime_protocol"},
    "builtins.BaseException": OF_EXCEPTION,
}
# exceptions that have nothing more than the one above
PLAIN_EXCEPTIONS = frozenset(
    f"builtins.{name}"
    for name in (
        *("Exception", "ValueError", "TypeError", "RuntimeError", "LookupError", "KeyError", "IndexError"),
        *("ArithmeticError", "ZeroDivisionError", "OverflowError", "AssertionError", "NotImplementedError"),
        *("Warning", "UserWarning", "DeprecationWarning", "RecursionError"),
    )
)
DECORATORS = frozenset(
    ("dataclasses.dataclass", "typing.final", "typing.runtime_checkable", "functools.total_ordering")
)


def directory(lower: Dispatch, node: n.CallExpr) -> Value | None:
    """`dir(x)`, where what x has is known."""
    if lower.library or len(node.args) != 1 or node.arg_kinds != [n.ARG_POS]:
        return None
    found = lower.type_of(node.args[0])
    if isinstance(found, t.TypeT) and isinstance(found.item, ClassT):
        if not lower.world.is_user(found.item.inst.info.module_name):
            return None
        for info in [found.item.inst.info, *lower.world.subclasses.get(found.item.inst.info, [])]:
            _check(lower.world, info, node)
        value = lower.expr(node.args[0])
        if isinstance(value.operand, ir.TypeObject):
            return list_of(lower, names_of_class(lower.world, found.item.inst.info), node)
        return lower.dispatch_attribute(value, DIRECTORY, result_type(lower), node)
    if not isinstance(found, ClassT) or not known_classes(lower.world, found):
        return None
    for info in [found.inst.info, *lower.world.subclasses.get(found.inst.info, [])]:
        if info.has_base("builtins.BaseException") or _tells_itself(lower.world, info):
            return None  # notes are among the names; `__dir__` may give whatever it likes
        _check(lower.world, info, node)
    return lower.dispatch("listing", lower.expr(node.args[0]), DIRECTORY, [], node, result_type(lower))


def _tells_itself(world: World, info: n.TypeInfo) -> bool:
    return any("__dir__" in base.names and world.is_user(base.module_name) for base in info.mro)


def result_type(lower: Dispatch) -> ClassT:
    return ClassT(lower.world.builtin("list", lower.world.str_type))


def list_of(lower: Dispatch, names: set[str], node: n.Node | None) -> Value:
    texts = lower.make_tuple([lower.constant_str(name) for name in sorted(names)])
    made = lower.invoke_class(result_type(lower).inst, [texts], node)
    return Value(made.operand, result_type(lower))


def _check(world: World, info: n.TypeInfo, node: n.Node) -> None:
    try:
        names_of_class(world, info)
    except Unclear as unclear:
        raise Refusal(
            node,
            "dynamic-namespace",
            f"`dir` cannot be compiled here: {unclear}",
            "name the attributes, or use `hasattr` with a literal name",
        ) from None


def computed_names(world: World, value: Value, node: n.CallExpr) -> dict[n.TypeInfo, set[str]] | None:
    """The names that `getattr` with a computed name finds in the class and in each below it.

    None where the value is no class of the application, or not all of its names are known.
    """
    item = value.type.item if isinstance(value.type, t.TypeT) else None
    if not isinstance(item, ClassT) or not world.is_user(item.inst.info.module_name):
        return None
    exact = isinstance(value.operand, ir.TypeObject)
    below = [] if exact else world.subclasses.get(item.inst.info, [])
    found: dict[n.TypeInfo, set[str]] = {}
    try:
        for info in [item.inst.info, *below]:
            names = _names_of_enum(world, info) if info.is_enum else names_of_class(world, info)
            found[info] = names | {"mro"}  # of the metaclass: `dir` does not list it
    except Unclear:
        return None
    return found


def _names_of_enum(world: World, info: n.TypeInfo) -> set[str]:
    found: set[str] = set()
    for base in info.mro:
        if world.is_user(base.module_name):
            found |= _own_names(world, base)
        elif base.fullname == "builtins.int":
            found |= _OF_INT
        elif base.module_name != "enum" and base.name not in ("_EnumFields", "_IntFields", "object"):
            raise Unclear(f"`{info.name}` derives from `{base.name}`")
    return {name for name in found if not name.startswith("_")}


_OF_INT = frozenset(
    "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag numerator real "
    "to_bytes".split()
)


def names_of_class(world: World, info: n.TypeInfo) -> set[str]:
    """What the class has, its bases' names too."""
    if info.is_enum or info.is_named_tuple or info.typeddict_type is not None:
        raise Unclear(f"`{info.name}` is made by a metaclass")
    meta = metaclass_of(world, info)
    if meta is not None and world.is_user(meta.info.module_name):
        raise Unclear(f"`{info.name}` has a metaclass")
    found: set[str] = set()
    for base in info.mro:
        if world.is_user(base.module_name):
            found |= _own_names(world, base)
        elif base.fullname in OF_LIBRARY:
            found |= OF_LIBRARY[base.fullname]
        elif base.fullname not in PLAIN_EXCEPTIONS:
            raise Unclear(f"`{info.name}` derives from `{base.name}`, a class of the library")
    if meta is not None and meta.info.has_base("abc.ABCMeta"):
        found |= _dunder("abstractmethods") | {"_abc_impl"}
    return found


def _own_names(world: World, info: n.TypeInfo) -> set[str]:
    for decorator in info.defn.decorators:
        callee = decorator.callee if isinstance(decorator, n.CallExpr) else decorator
        if getattr(callee, "fullname", "") not in DECORATORS:
            raise Unclear(f"`{info.name}` has a decorator")
    names = {"__module__"}
    for statement in info.defn.defs.body:
        bound = _bound(world, info, statement)
        names.update(key_of(info, name) for name in bound if name.isidentifier())  # mypy adds others
    if annotations_of_class(world, info):
        names.add("__annotations__")
    for base in (*info.defn.base_type_exprs, *info.defn.removed_base_type_exprs):
        if isinstance(base, n.IndexExpr):
            names.add("__orig_bases__")
        named = base.base if isinstance(base, n.IndexExpr) else base
        fullname = named.fullname if isinstance(named, n.RefExpr) else ""
        names |= OF_LIBRARY.get(fullname, frozenset())  # Generic and Protocol are in no order of bases here
    if info.defn.type_args:
        names |= OF_GENERIC | {"__orig_bases__", "__type_params__"}
    if is_dataclass_itself(info):
        names |= _dunder("dataclass_fields dataclass_params")
        if decorator_flag(info, "match_args", True):
            names.add("__match_args__")
    slots = slots_of_dataclass(info)
    if slots is not None:
        names |= {*slots, "__slots__"}
        if decorator_flag(info, "frozen", False):
            names |= _dunder("getstate setstate")
    elif info.slots is not None:
        names |= {*info.slots, "__slots__"}
    elif has_dict(world, info) is not False:
        names |= _dunder("dict weakref")
    return names


def _bound(world: World, info: n.TypeInfo, statement: n.Statement) -> list[str]:
    """The names that a statement of a class body gives the class."""
    match statement:
        case n.FuncDef():
            return [written_name(statement)]
        case n.Decorator():
            return [written_name(statement.func)]
        case n.OverloadedFuncDef():
            first = statement.items[0]
            return [written_name(first.func if isinstance(first, n.Decorator) else first)]
        case n.ClassDef():
            return [statement.name]
        case n.PassStmt():
            return []
        case n.ExpressionStmt(expr=n.StrExpr() | n.EllipsisExpr()):
            return []
        case n.AssignmentStmt():
            targets = [target for target in statement.lvalues if isinstance(target, n.NameExpr)]
            if len(targets) == len(statement.lvalues):
                return [target.name for target in targets if _has_value(world, info, target.name, statement)]
    raise Unclear(f"what the body of `{info.name}` makes at line {statement.line} is known only when it runs")


def _has_value(world: World, info: n.TypeInfo, name: str, statement: n.AssignmentStmt) -> bool:
    if is_dataclass_itself(info) and is_dataclass_attribute(info, name) and statement.unanalyzed_type:
        given = class_default(info, name)
        return given is not None and default_expression(given) is not None
    if not isinstance(statement.rvalue, n.TempNode):
        return True
    if has_slot(world, info, name):
        raise Unclear(f"`{info.name}.{name}` is set when the program runs")
    return False


def lower_directory(lower: Dispatch, receiver: ir.Reg, inst: ClassInst) -> None:
    """The case of one class: its names, and those of the attributes that the object has."""
    node = n.EllipsisExpr()
    try:
        known = names_of_class(lower.world, inst.info)
    except Unclear:
        raise Refusal(node, "unsupported", "no attributes that are known") from None
    made = lower.stable(list_of(lower, known, node))
    for field in inst.fields:
        name = shown(inst, field)
        if name in known or field.startswith("<"):
            continue
        after = lower.new_block("after")
        field_is_there(lower, receiver, inst, field, after)
        lower.invoke(made, "append", [lower.constant_str(name)], node, t.NONE)
        lower.jump(after)
        lower.begin(after)
    lower.invoke(made, "sort", [], node, t.NONE)
    lower.terminate(ir.Return(lower.box(made)))
