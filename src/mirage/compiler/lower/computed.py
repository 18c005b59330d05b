"""`getattr`, `hasattr` and `setattr` with names known at run time only.

    getattr(obj, name)         =>    a stub (`fetch`) that compares `name` with the attributes of obj's class
    setattr(obj, name, value)  =>    a stub (`assign`) that compares it with what can be assigned

All attributes that an object of the application's classes may have are known, so that the answer is
CPython's; a program pays for it with the code of all of them.  Where the name is `f"visit_{kind}"` only those
that begin so are compared.  A name that no class declares is an AttributeError, also for `setattr`; special
methods are a SystemError.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.described import hidden
from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.assigned import assigned_once
from mirage.compiler.lower.attribute_hooks import attributes_of
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import ClassInst, is_property
from mirage.compiler.lower.types import ClassT, Type
from mirage.compiler.lower.world import Refusal

if TYPE_CHECKING:
    from mirage.compiler.lower.dispatch import Dispatch
    from mirage.compiler.lower.operators import Operators
    from mirage.compiler.lower.subscripts import Subscripts
    from mirage.compiler.lower.world import World

KINDS = ("fetch", "assign", "erase")
NAMESPACES = ("argparse.Namespace", "types.SimpleNamespace", "logging.LogRecord")
DATACLASS = "dataclasses.DataclassInstance"  # the objects of all dataclasses, after `is_dataclass(obj)`


def is_computed(name: n.Expression) -> bool:
    """The expression is no literal and no constant."""
    if isinstance(name, n.RefExpr) and isinstance(name.node, n.Var) and name.node.is_final:
        return not isinstance(name.node.final_value, str)
    return not isinstance(name, n.StrExpr)


def known_classes(world: World, type_: Type) -> bool:
    """All objects of the type are of classes of the application, or dataclasses, or None."""
    if isinstance(type_, t.UnionT):
        return all(isinstance(item, t.NoneT) or known_classes(world, item) for item in type_.items)
    if isinstance(type_, ClassT) and type_.inst.info.fullname == DATACLASS:
        return True
    if not isinstance(type_, ClassT) or type_.inst.info.is_protocol or type_.inst.info.is_enum:
        return False
    return world.is_user(type_.inst.info.module_name)


OPEN = "builtins collections datetime fractions ipaddress re types urllib.parse uuid".split()
"""The library's modules whose classes are looked into."""


def is_open(lower: Operators, type_: Type) -> bool:
    """An object of whatever class, or of one of the library's that are looked into."""
    if lower.library:
        return False
    if isinstance(type_, t.UnionT):
        known = (isinstance(item, t.NoneT) or known_classes(lower.world, item) for item in type_.items)
        return all(one or is_open(lower, item) for one, item in zip(known, type_.items, strict=True))
    if isinstance(type_, ClassT) and type_.inst.info.is_protocol:
        return lower.world.is_user(type_.inst.info.module_name)
    return isinstance(type_, t.AnyT | t.ObjectT) or _is_value(type_)


def _is_value(type_: Type) -> bool:
    """Of a class of the library that is looked into."""
    return isinstance(type_, t.PrimT) or isinstance(type_, ClassT) and type_.inst.info.module_name in OPEN


def is_told(world: World, inst: ClassInst) -> bool:
    """A class that computed names look into, or whose names are known where they look."""
    info = inst.info
    if world.is_user(info.module_name) or is_namespace(inst.this):
        return True
    return info.module_name in OPEN and not info.name.startswith("_")


def is_namespace(type_: Type | None) -> bool:
    """Objects that keep their attributes in a dict."""
    return isinstance(type_, ClassT) and any(map(type_.inst.info.has_base, NAMESPACES))


def owners_of(world: World, node: n.Node) -> list[n.TypeInfo]:
    """The classes of the objects that a parameter of a descriptor's method stands for."""
    var = node.node if isinstance(node, n.NameExpr) else None
    return world.index.described.owners.get(var, []) if isinstance(var, n.Var) else []


def as_owner(lower: Subscripts, node: n.Expression, receiver: Value) -> Value:
    """The object that a descriptor's method is given is of one of the classes that hold such descriptors."""
    owners = owners_of(lower.world, node)
    if not owners or not isinstance(receiver.type, t.AnyT | t.ObjectT):
        return receiver
    insts = [lower.world.class_inst(info, tuple(t.ANY for _ in info.defn.type_vars)) for info in owners]
    return lower.coerce(Value(receiver.operand, t.ANY), t.union([inst.this for inst in insts]), node)


def beginning(world: World, name: n.Expression) -> str:
    """What a computed name begins with for certain: `visit_` of `f"visit_{kind}"`, `"visit_" + kind`."""
    while isinstance(name, n.OpExpr) and name.op == "+":
        name = name.left
    if isinstance(name, n.NameExpr) and isinstance(name.node, n.Var):
        only = assigned_once(world).get(name.node)
        return "" if only is None else _spelled(only)
    return _spelled(name)


def _spelled(name: n.Expression) -> str:
    """What an expression begins with, as far as it is written there."""
    while isinstance(name, n.OpExpr) and name.op == "+":
        name = name.left
    if isinstance(name, n.StrExpr):
        return name.value
    if (  # an f-string is `"".join([...])`
        isinstance(name, n.CallExpr)
        and isinstance(name.callee, n.MemberExpr)
        and name.callee.name == "join"
        and isinstance(name.callee.expr, n.StrExpr)
        and not name.callee.expr.value
        and len(name.args) == 1
        and isinstance(name.args[0], n.ListExpr)
        and name.args[0].items
        and isinstance(name.args[0].items[0], n.StrExpr)
    ):
        return name.args[0].items[0].value
    return ""


def unknown(node: n.CallExpr, function: str, what: str) -> Refusal:
    """Nobody knows which attributes the object has."""
    return Refusal(
        node,
        "dynamic-attribute",
        f"`{function}` with a computed name cannot be compiled here: {what}, "
        "and only where its class is one of the program's own are its attributes known",
        "annotate the object with its class, write the attribute's name, or keep the values in a dict",
    )


def call(
    lower: Dispatch,
    function: str,
    receiver: Value,
    name: Value,
    value: Value | None,
    prefix: str,
    node: n.CallExpr,
) -> Value:
    """Call the stub for the receiver's type; AttributeError leaves it where there is no such attribute."""
    if not known_classes(lower.world, receiver.type):
        if not is_open(lower, receiver.type):
            raise unknown(node, function, f"the object is `{receiver.type}`")
        if not _is_value(receiver.type):
            receiver = Value(lower.box(receiver), t.OBJECT)
    if function == "delattr":
        return lower.dispatch("erase", receiver, prefix, [Arg(name)], node, t.NONE)
    if value is None:
        return lower.dispatch("fetch", receiver, prefix, [Arg(name)], node, t.ANY)
    assigned = Arg(Value(lower.box(value), t.ANY))
    return lower.dispatch("assign", receiver, prefix, [Arg(name), assigned], node, t.NONE)


def _readable(inst: ClassInst, prefix: str) -> Iterator[tuple[str, str]]:
    """The attributes' names at run time, and in the class's tables."""
    seen: set[str] = set()
    for info in inst.info.mro:
        for name in info.names:
            if name in seen or not name.isidentifier() or name.startswith("__") and name.endswith("__"):
                continue
            seen.add(name)
            private = name.startswith("__") and not inst.world.index.described.is_added(info, name)
            shown = f"_{info.name.lstrip('_')}{name}" if private else name
            if shown.startswith(prefix):
                yield shown, name


def lower_case(
    lower: Dispatch, kind: str, prefix: str, receiver: ir.Reg, value: Value, args: list[Arg]
) -> None:
    """The case of one class: compare the name with each of its attributes."""
    node = n.EllipsisExpr()
    world = lower.world
    name = lower.stable(lower.coerce(args[0].value, world.str_type, node))
    inst = world.class_of(value.type)
    mine = inst is not None and world.is_user(inst.info.module_name)
    if inst is None or is_namespace(inst.this) or kind != "fetch" and not mine:
        lower_library_case(lower, kind, receiver, value, name, args)
        return
    readable = list(_readable(inst, prefix))
    described = world.index.described
    if kind == "assign":
        writable = {*attributes_of(inst), *(one for _, one in readable if hidden(one) in inst.fields)}
        readable = [
            (shown, one)
            for shown, one in readable
            if one in writable or _is_property(inst, one) or lower.descriptor(inst.member(one), "__set__")
        ]
    elif kind == "erase":
        readable = [(shown, one) for shown, one in readable if described.is_added(inst.info, one)]
    for shown, attribute in readable:
        hit, other = lower.new_block(attribute), lower.new_block("other")
        lower.branch(lower.truth(lower.equal(name, lower.constant_str(shown), node), node), hit, other)
        lower.begin(hit)
        try:
            if kind == "assign":
                lower.write_attribute(value, attribute, args[1].value, node)
                if lower.alive:
                    lower.terminate(ir.Return(None))
            elif kind == "erase":
                lower.delete_unguarded(value, attribute, node)
                lower.terminate(ir.Return(None))
            else:
                found = lower.attribute(value, attribute, node)
                if lower.alive:
                    lower.terminate(ir.Return(lower.box(found)))
        except Refusal as refusal:
            hit.ops.clear()
            lower.begin(hit)
            if refusal.code == "read-only":
                lower.raise_runtime("errors.read_only", [receiver, name.operand, ir.StrConst("setter")])
            else:
                lower.raise_runtime("errors.not_computed", [receiver, name.operand])
        lower.begin(other)
    lower.call(lower.runtime("errors.check_computed"), [receiver, name.operand])
    stand_in = inst.member("__getattr__")
    if kind == "fetch" and stand_in is not None:
        result = lower.call_member(value, stand_in, [Arg(name)], node, t.OBJECT)
        if lower.alive:
            lower.terminate(ir.Return(lower.box(result)))
        return
    lower.raise_runtime("errors.no_attribute", [receiver, name.operand])


def lower_library_case(
    lower: Dispatch, kind: str, receiver: ir.Reg, value: Value, name: Value, args: list[Arg]
) -> None:
    """The case of a class of the library: what it has is found by literal names only."""
    node = n.EllipsisExpr()
    inst = lower.world.class_of(value.type)
    if inst is not None and is_namespace(value.type) and kind != "erase":
        if kind == "assign":
            lower.invoke(value, "__setattr__", [name, args[1].value], node, t.NONE)
            lower.terminate(ir.Return(None))
            return
        one = "_named" if inst.member("_named") is not None else "__getattr__"
        result = lower.invoke(value, one, [name], node, t.OBJECT)
        lower.terminate(ir.Return(lower.box(result)))
        return
    names: set[str] = set()
    for info in inst.info.mro if inst is not None else ():
        names.update(name for name in info.names if not name.startswith("_"))
    text = ir.StrConst(f" {' '.join(sorted(names))} ")
    lower.raise_runtime("errors.of_library", [receiver, name.operand, text])


def _is_property(inst: ClassInst, name: str) -> bool:
    member = inst.member(name)
    return member is not None and is_property(member.node)
