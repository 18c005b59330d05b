"""`__setattr__` and `__delattr__` of a class of the application.

    obj.x = v                       =>    obj.__setattr__("x", v)
    super().__setattr__(name, v)    =>    a stub that compares `name` with the fields of the object's class

The stub (`store`, `forget`) exists once a hierarchy; a name that no class declares is an AttributeError.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import ClassInst, is_property
from mirage.compiler.lower.types import ClassT, Type

if TYPE_CHECKING:
    from mirage.compiler.lower.dispatch import Dispatch
    from mirage.compiler.lower.world import World

HOOKS = ("__setattr__", "__delattr__")


def own_hook(world: World, info: n.TypeInfo, name: str) -> bool:
    """The class, or a base of it in the application, has the hook."""
    return any(name in base.names and world.is_user(base.module_name) for base in info.mro)


def hook_below(world: World, info: n.TypeInfo, name: str) -> bool:
    """A subclass has the hook."""
    key = ("hook below", info, name)
    if key not in world.memo:
        world.memo[key] = any(own_hook(world, sub, name) for sub in world.subclasses.get(info, []))
    return bool(world.memo[key])


def is_hooked(world: World, info: n.TypeInfo) -> bool:
    """Attributes of some object of the class come and go through a hook."""
    return any(own_hook(world, info, name) or hook_below(world, info, name) for name in HOOKS)


def call_hook(lower: Dispatch, receiver: Value, name: str, arguments: list[Value], node: n.Node) -> bool:
    """Assign or delete through the hook `name`, when the receiver's class has it; False otherwise.

    arguments   the attribute's name, and the value for `__setattr__`
    """
    type_ = receiver.type
    if not isinstance(type_, ClassT) or not lower.world.is_user(type_.inst.info.module_name):
        return False
    info = type_.inst.info
    if own_hook(lower.world, info, name):
        lower.invoke(receiver, name, [Arg(value) for value in arguments], node, t.NONE)
        return True
    if type_.exact or not hook_below(lower.world, info, name):
        return False
    attribute = arguments[0].operand
    assert isinstance(attribute, ir.StrConst)
    if name == "__setattr__":
        lower.dispatch_set_attribute(receiver, attribute.value, arguments[1], node)
    else:
        lower.dispatch("delete", receiver, attribute.value, [], node, t.NONE)
    return True


def pass_on(lower: Dispatch, receiver: Value, name: str, arguments: list[Value], node: n.Node) -> Value:
    """`super().__setattr__(name, value)` that reaches object's: by a name known at run time."""
    args = [Arg(Value(lower.box(value), t.ANY)) for value in arguments]
    kind = "store" if name == "__setattr__" else "forget"
    lower.dispatch(kind, receiver, name, args, node, t.NONE)
    return Value(ir.NoneConst(), t.NONE)


def lower_by_name(
    lower: Dispatch, kind: str, receiver: ir.Reg, value: Value, inst: ClassInst, args: list[Arg]
) -> None:
    """The case of a `store` or `forget` stub for one class: compare the name with each of its attributes."""
    node = n.EllipsisExpr()
    text: Type = lower.world.str_type
    name = lower.coerce(args[0].value, text, node)
    for attribute in attributes_of(inst):
        hit, other = lower.new_block(attribute), lower.new_block("other")
        lower.branch(lower.truth(lower.equal(name, lower.constant_str(attribute), node), node), hit, other)
        lower.begin(hit)
        if kind == "store":
            lower.write_unguarded(value, attribute, args[1].value, node)
        else:
            lower.delete_unguarded(value, attribute, node)
        if lower.alive:
            lower.terminate(ir.Return(None))
        lower.begin(other)
    lower.raise_runtime("errors.no_attribute", [receiver, name.operand])


def attributes_of(inst: ClassInst) -> list[str]:
    """What can be assigned: fields, and properties with setters."""
    names = [name for name in inst.fields if not name.startswith("<")]
    for info in inst.info.mro:
        for name, entry in info.names.items():
            if name in names or entry.node is None or not is_property(entry.node):
                continue
            if isinstance(entry.node, n.OverloadedFuncDef):
                names.append(name)
    return names


WITHOUT_METHODS = ("builtins.object", "abc.ABC", "typing.Generic", "typing.Protocol")


def surely_lacks(world: World, inst: ClassInst, after: n.TypeInfo, name: str) -> bool:
    """No class that comes after a mixin has the method, on CPython neither.

    Its subclasses have one, which mypy does not see; but an object may be of the mixin itself.
    """
    rest = inst.info.mro[inst.info.mro.index(after) + 1 :]
    return not name.startswith("__") and all(
        world.is_user(base.module_name) or base.fullname in WITHOUT_METHODS for base in rest
    )
