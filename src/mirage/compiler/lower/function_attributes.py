"""Attributes of functions: `wrapper.calls += 1` reads and writes the dict of the function object."""

from __future__ import annotations

from mypy import nodes as n

from mirage.compiler.frontend.function_attributes import assigned_to_functions
from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower import types as t
from mirage.compiler.lower.builder import Builder, Value
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.world import World


def attributes_of_functions(world: World) -> set[str]:
    """The attributes that the program gives functions."""
    known = world.memo.get("attributes of functions")
    if not isinstance(known, set):
        trees = [world.trees[name] for name, state in world.modules.items() if not state.library]
        known = world.memo["attributes of functions"] = assigned_to_functions(trees, world.expression_types)
    return known


def of_function(world: World, inst: ClassInst, name: str) -> bool:
    """Objects of the class are functions, which may have the attribute."""
    return inst.info.has_base("builtins.function") and name in attributes_of_functions(world)


def may_be_function(world: World, inst: ClassInst, name: str) -> bool:
    """The same of a protocol that functions have."""
    callable_ = inst.info.is_protocol and inst.member("__call__") is not None
    return callable_ and name in attributes_of_functions(world)


def read_from_function(builder: Builder, receiver: Value, name: str, node: n.Node | None) -> Value:
    operands = [builder.box(receiver), ir.StrConst(name)]
    return Value(builder.call(builder.runtime("functions.attribute"), operands, node), t.ANY)


def write_to_function(builder: Builder, receiver: Value, name: str, value: Value, node: n.Node) -> None:
    operands = [builder.box(receiver), ir.StrConst(name), builder.box(value)]
    builder.call(builder.runtime("functions.set_attribute"), operands, node)
