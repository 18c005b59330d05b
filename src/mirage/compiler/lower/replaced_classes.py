"""Classes whose decorator gives something else: a function, or an object of another class.

    @singleton                         the class exists, and what its name means is what `singleton` gave:
    class Config: ...            =>    a global variable, read wherever the name stands
    Config()                           a call of what the variable holds

For mypy the name stays the class: what a call gives is tested to be of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk
from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower.types import ANY

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World


def is_replaced(world: World, info: n.TypeInfo) -> bool:
    """Some decorator of the class gives no class."""
    if not info.defn.decorators or not world.is_user(info.module_name):
        return False
    key = ("replaced class", info)
    if key not in world.memo:
        world.memo[key] = any(replaces(world, decorator) for decorator in info.defn.decorators)
    return bool(world.memo[key])


def replacement(world: World, info: n.TypeInfo) -> ir.Global:
    """What the class's decorators made of it."""
    return world.global_variable(("replacement", info), f"{info.fullname} decorated", ANY)


def replaces(world: World, decorator: n.Expression) -> bool:
    """The decorator gives something that is no class."""
    made = mt.get_proper_type(world.expression_types.get(decorator))
    if isinstance(made, mt.Instance):  # an object with `__call__`
        entry = made.type.get("__call__")
        item = entry.node if entry is not None else None
        declared = item.type if isinstance(item, n.FuncDef) else None
        made = mt.get_proper_type(declared)
    if not isinstance(made, mt.CallableType):
        return False
    given = mt.get_proper_type(made.ret_type)
    if isinstance(given, mt.AnyType):
        return _gives_function(decorator)
    if isinstance(given, mt.CallableType):
        return not given.is_type_obj()
    if isinstance(given, mt.Instance):
        return not any(base.fullname == "builtins.type" for base in given.type.mro)
    if isinstance(given, mt.TypeVarType):
        taken = mt.get_proper_type(made.arg_types[-1]) if made.arg_types else None
        return isinstance(taken, mt.TypeType) and taken.item == given  # `def only(cls: type[T]) -> T`
    return isinstance(given, mt.NoneType | mt.TupleType)


def _gives_function(decorator: n.Expression) -> bool:
    """Without annotations: it returns a function of its own, or what it called the class for."""
    function = decorator.node if isinstance(decorator, n.RefExpr) else None
    if isinstance(function, n.Decorator):
        function = function.func
    if not isinstance(function, n.FuncDef) or len(function.arguments) != 1:
        return False
    taken = function.arguments[0].variable
    inner = {part for part in walk(function.body) if isinstance(part, n.FuncDef)}
    nested = {id(part) for one in inner for part in walk(one)}
    for part in walk(function.body):
        if not isinstance(part, n.ReturnStmt) or id(part) in nested:
            continue
        value = part.expr
        if isinstance(value, n.LambdaExpr) or isinstance(value, n.NameExpr) and value.node in inner:
            return True
        if isinstance(value, n.NameExpr) and _is_decorated(value.node, inner):
            return True
        if isinstance(value, n.CallExpr) and getattr(value.callee, "node", None) is taken:
            return True
    return False


def _is_decorated(node: n.SymbolNode | None, inner: set[n.FuncDef]) -> bool:
    return isinstance(node, n.Decorator) and node.func in inner
