"""What `inspect.signature` tells: parameters with their kinds, defaults and annotations.

In a program that asks for it each function of the application carries code that gives them when it is called
with the function (`Vectors.function_name`), because defaults are values that the program has evaluated:

    def f(a: int, *rest, key=other): ...

    =>  ((other,), (("a", 1, -1, (int,)), ("rest", 2, -1, ()), ("key", 3, 0, ())), ())

That is the defaults, and of each parameter the name, the kind, the place of its default among them and its
annotation; the annotation of the result comes last.  Classes are asked one by one (`constructor`).
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.annotations import (
    Reader,
    Unclear,
    annotations_of_class,
    annotations_of_function,
    field_type,
)
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import function_of
from mirage.compiler.lower.dataclass_info import field_argument, nearest_dataclass
from mirage.compiler.lower.functions import FunctionInst, Param
from mirage.compiler.lower.generated import is_generated_method, names_of
from mirage.compiler.lower.metaclasses import metaclass_of
from mirage.compiler.lower.named_tuples import field_defaults
from mirage.compiler.lower.passing import constant_expression
from mirage.compiler.lower.synthetic import is_generated
from mirage.compiler.lower.types import OBJECT
from mirage.compiler.lower.world import World

if TYPE_CHECKING:
    from mirage.compiler.lower.body import FunctionLowerer
    from mirage.compiler.lower.class_attributes import ClassAttributes

POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)
PLAIN = frozenset(("object", "Generic", "Protocol", "ABC"))  # whose constructors say nothing of parameters
WITHOUT_SIGNATURE = frozenset(("int", "str", "dict", "BaseException", "bytearray", "bytes"))
ENUM_PARAMETERS = (("module", None), ("qualname", None), ("type", None), ("start", 1), ("boundary", None))


class Parts:
    """The parameters of one signature, as they are gathered."""

    def __init__(self) -> None:
        self.defaults: list[Value] = []
        self.parameters: list[ir.Const] = []
        self.result: ir.Const = ir.TupleConst(())

    def add(self, name: str, kind: int, default: Value | None, annotation: ir.Const) -> None:
        place = -1 if default is None else len(self.defaults)
        if default is not None:
            self.defaults.append(default)
        words = (ir.IntConst(kind, Rep.REF), ir.IntConst(place, Rep.REF))
        self.parameters.append(ir.TupleConst((ir.StrConst(name), *words, annotation)))

    def value(self, lower: FunctionLowerer) -> Value:
        defaults = lower.make_tuple([Value(lower.box(value), OBJECT) for value in self.defaults])
        rest = [Value(ir.TupleConst(tuple(self.parameters)), OBJECT), Value(self.result, OBJECT)]
        return Value(lower.box(lower.make_tuple([defaults, *rest])), OBJECT)


def _unclear(unclear: Unclear) -> ir.Const:
    """In the place of an annotation that is not kept: why not."""
    return ir.TupleConst((ir.NoneConst(), ir.StrConst(str(unclear))))


def described(
    world: World, item: n.FuncItem, module: str, inst: FunctionInst | None, dynamic: tuple[int, ...]
) -> ir.Const:
    """The code that gives a function's parameters.

    inst, dynamic   of a nested function: which defaults are kept beside its environment
    """
    from mirage.compiler.lower.vectors import vector_function

    key = ("described", item, inst, dynamic)
    code = world.memo.get(key)
    if not isinstance(code, ir.Function):
        code = world.memo[key] = made = vector_function(world, f"parameters.{item.name}")

        def lower() -> None:
            from mirage.compiler.lower.body import FunctionLowerer

            inner = FunctionLowerer(world, None, made, module)
            _lower_described(inner, item, module, inst, dynamic)

        world.queue.append(lower)
    return ir.FunctionObject(code, ir.StrConst("parameters"))


def _lower_described(
    lower: FunctionLowerer, item: n.FuncItem, module: str, inst: FunctionInst | None, dynamic: tuple[int, ...]
) -> None:
    if isinstance(item, n.FuncDef) and is_generated(item) and item.info:
        parts = _of_dataclass(lower, item, first=0)
        lower.terminate(ir.Return(parts.value(lower).operand))
        return
    parts = Parts()
    annotations = _annotations(lower, item, module)
    for index, argument in enumerate(item.arguments):
        default = _default(lower, item, index, inst, dynamic)
        name = argument.variable.name
        parts.add(name, _kind(argument), default, annotations.get(name, ir.TupleConst(())))
    parts.result = annotations.get("return", parts.result)
    lower.terminate(ir.Return(parts.value(lower).operand))


def _kind(argument: n.Argument) -> int:
    kind = argument.kind
    if kind is n.ARG_STAR:
        return VAR_POSITIONAL
    if kind is n.ARG_STAR2:
        return VAR_KEYWORD
    if kind.is_named():
        return KEYWORD_ONLY
    return POSITIONAL_ONLY if argument.pos_only and not argument.variable.name.startswith("__") else 1


def _annotations(lower: FunctionLowerer, item: n.FuncItem, module: str) -> dict[str, ir.Const]:
    if not isinstance(item, n.FuncDef):
        return {}
    try:
        nodes = annotations_of_function(lower.world, item, module)
    except Unclear:
        return {}  # a function that is in no source has none
    return _read(lower, module, None, nodes)


def _read(
    lower: FunctionLowerer, module: str, owner: n.TypeInfo | None, nodes: Iterable[tuple[str, ast.expr]]
) -> dict[str, ir.Const]:
    reader = Reader(lower, module, False, owner)
    found: dict[str, ir.Const] = {}
    for name, node in nodes:
        try:
            found[name] = ir.TupleConst((reader.outer(name, node),))
        except Unclear as unclear:
            found[name] = _unclear(unclear)
    return found


def _default(
    lower: FunctionLowerer, item: n.FuncItem, index: int, inst: FunctionInst | None, dynamic: tuple[int, ...]
) -> Value | None:
    argument = item.arguments[index]
    expression = argument.initializer
    if expression is None:
        return None
    if constant_expression(expression):
        return lower.expr(expression)
    if inst is not None and index in dynamic:
        function = lower.load_argument(lower.function.params[1], 0)
        kept = lower.get_field(function, lower.world.builtin("function").layout, "_env", Rep.REF)
        type_ = inst.params[index].type
        layout = lower.defaults_layout(inst, dynamic)
        return Value(lower.get_field(kept, layout, f"d{index}", type_.rep), type_)
    var = argument.variable
    param = Param(var.name, var, lower.default_type(item, var), argument.kind, expression, False)
    variable = lower.default_global(item, index, param)
    dst = lower.reg(variable.rep)
    lower.emit(ir.GetGlobal(dst, variable))
    return Value(dst, lower.world.global_types["default", item, index])


# -- classes --------------------------------------------------------------------------------------


def constructor(lower: ClassAttributes, info: n.TypeInfo, node: n.Expression) -> Value:
    """What a call of the class takes: a function whose first parameter the call gives, or parts (see above),
    or a text that says why nothing is known."""
    from mirage.compiler.lower.body import FunctionLowerer

    assert isinstance(lower, FunctionLowerer)
    world = lower.world
    meta = metaclass_of(world, info)
    if meta is not None and world.is_user(meta.info.module_name):
        found = meta.member("__call__")
        if found is not None and world.is_user(found.owner.info.module_name):
            return lower.class_attribute(meta.info, "__call__", node)
    if info.is_enum:
        return _of_enum(lower)
    if info.typeddict_type is not None:
        return _text("no signature found for builtin type <class 'dict'>")
    for base in info.mro:
        if "namedtuple" in base.metadata and is_generated_method(base, "__new__"):
            return _of_named_tuple(lower, base).value(lower)
        for name in ("__new__", "__init__"):
            entry = base.names.get(name)
            if entry is None or not world.is_user(base.module_name):
                continue
            item = function_of(entry.node) if entry.node is not None else None
            if item is not None and is_generated(item):
                return _of_dataclass(lower, item, first=1).value(lower)
            return lower.class_attribute(base, name, node)
        if not world.is_user(base.module_name) and base.name not in PLAIN:
            return _of_library(lower, base)
        if base.is_protocol and base.name != "Protocol":
            parts = Parts()
            parts.add("args", VAR_POSITIONAL, None, ir.TupleConst(()))
            parts.add("kwargs", VAR_KEYWORD, None, ir.TupleConst(()))
            return parts.value(lower)
    return Parts().value(lower)


def _text(text: str) -> Value:
    return Value(ir.StrConst(text), OBJECT)


def _of_library(lower: FunctionLowerer, base: n.TypeInfo) -> Value:
    if base.name in WITHOUT_SIGNATURE or base.has_base("builtins.BaseException"):
        return _text("")  # CPython does not know them either
    return _text(f"what `{base.name}` takes, a class of the library, is not kept")


def _of_enum(lower: FunctionLowerer) -> Value:
    parts, nothing = Parts(), ir.TupleConst(())
    parts.add("value", POSITIONAL_OR_KEYWORD, None, nothing)
    parts.add("names", POSITIONAL_OR_KEYWORD, Value(ir.NoneConst(), t.NONE), nothing)
    for name, default in ENUM_PARAMETERS:
        given = Value(ir.NoneConst(), t.NONE) if default is None else Value(ir.IntConst(1, Rep.REF), t.INT)
        parts.add(name, KEYWORD_ONLY, given, nothing)
    return parts.value(lower)


def _of_named_tuple(lower: FunctionLowerer, info: n.TypeInfo) -> Parts:
    try:
        nodes = annotations_of_class(lower.world, info)
    except Unclear:
        nodes = []  # `namedtuple(...)`: without annotations
    annotations = _read(lower, info.module_name, info, nodes)
    given = field_defaults(info)
    parts = Parts()
    for name in names_of(info):
        default = lower.field_default(info, *given[name]) if name in given else None
        parts.add(name, POSITIONAL_OR_KEYWORD, default, annotations.get(name, ir.TupleConst(())))
    return parts


def _of_dataclass(lower: FunctionLowerer, item: n.FuncDef, first: int) -> Parts:
    """Of the `__init__` that `@dataclass` makes."""
    info = nearest_dataclass(item.info)
    parts = Parts()
    for argument in item.arguments[first:]:
        name = argument.variable.name
        found = field_type(lower, item.info, name)
        annotation = ir.TupleConst((found,)) if found is not None else ir.TupleConst(())
        if found is None and name != item.arguments[0].variable.name:
            annotation = ir.TupleConst((ir.NoneConst(), ir.StrConst(f"that of the field `{name}`")))
        default = None
        if info is not None and field_argument(info, name, "default_factory") is not None:
            made = lower.call(lower.world_function("inspect._factory"), [])
            default = Value(made, OBJECT)
        elif info is not None and argument.initializer is not None:
            default = lower.field_default_value(info, name)
        parts.add(name, _kind(argument), default, annotation)
    parts.result = ir.TupleConst((ir.NoneConst(),))
    return parts
