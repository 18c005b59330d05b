"""What descriptors keep in the `__dict__` of the objects that they serve.

    class Positive:                                     class Item:
        def __set__(self, obj, value):                      price = Positive()
            obj.__dict__[self.name] = value

On CPython the value lies in the object's dict under the name of the class variable, behind the descriptor.
So objects of `Item` have a field `.price` for it, beside the fields that are attributes; a descriptor with
`__get__` alone is asked only while the field is empty, as CPython does it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk
from mirage.compiler.lower.dicts_of_objects import put_in

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

MARK = "."  # before the name of the class variable: no attribute's name begins so


def kept_fields(world: World, info: n.TypeInfo) -> dict[str, str]:
    """The fields that the class adds for its own descriptors, with the names of its variables."""
    found: dict[str, str] = {}
    if not world.is_user(info.module_name):
        return found
    key = ("kept by descriptors", info)
    known = world.memo.get(key)
    if isinstance(known, dict):
        return known
    world.memo[key] = found
    for name, entry in info.names.items():
        kind = descriptor_class(world, entry.node)
        if kind is None:
            continue
        for field in fields_for(world, kind, key_of(info, name)):
            if info.get(field.removeprefix(MARK)) in (None, entry):
                found[field] = name
    return found


def key_of(info: n.TypeInfo, name: str) -> str:
    """The name as `__set_name__` gets it: a private one is `_Class__name`."""
    if not name.startswith("__") or name.endswith("__"):
        return name
    owner = next((base.name for base in info.mro if name in base.names), info.name)
    return f"_{owner.lstrip('_')}{name}"


def fields_for(world: World, kind: n.TypeInfo, name: str) -> list[str]:
    """What objects may keep for a descriptor of the class under the name."""
    return [MARK + beginning + name for beginning in _beginnings(world, kind)]


def descriptor_class(world: World, node: n.SymbolNode | None) -> n.TypeInfo | None:
    """The class of the application of the descriptor that a class has under a name."""
    if isinstance(node, n.Var) and node.is_initialized_in_class:
        declared = mt.get_proper_type(node.type)
    elif isinstance(node, n.Decorator) and not node.func.is_static and not node.func.is_class:
        declared = mt.get_proper_type(node.var.type)
    else:
        return None
    if not isinstance(declared, mt.Instance) or not world.is_user(declared.type.module_name):
        return None
    return declared.type if is_descriptor_class(declared.type) else None


def is_descriptor_class(info: n.TypeInfo) -> bool:
    return any(info.get(name) is not None for name in ("__get__", "__set__", "__delete__"))


def _family(world: World, info: n.TypeInfo) -> list[n.TypeInfo]:
    """The classes whose methods a descriptor declared to be of this class may have."""
    found = dict.fromkeys([*info.mro, *world.subclasses.get(info, [])])
    return [one for one in found if world.is_user(one.module_name)]


def _functions(info: n.TypeInfo) -> Iterator[n.FuncDef]:
    for node in walk(info.defn):
        if isinstance(node, n.FuncDef) and node.info is info:
            yield node


def puts_for_others(function: n.FuncDef) -> list[n.Node]:
    """Where the function writes into the `__dict__` of an object that it is given, beside `self`."""
    from mirage.compiler.lower.world import assignment_targets

    given = {argument.variable for argument in function.arguments[1:]}
    found: list[n.Node] = []
    for node in walk(function):
        targets = [*assignment_targets(node)] if not isinstance(node, n.DelStmt) else []
        for part in [*targets, *([node] if isinstance(node, n.CallExpr) else [])]:
            owner = put_in(part)
            if isinstance(owner, n.NameExpr) and owner.node in given:
                found.append(part)
    return found


def puts_of_descriptors(world: World) -> set[n.Node]:
    """All such places of the application's descriptors."""
    known = world.index.found.get("puts of descriptors")
    if not isinstance(known, set):
        known = world.index.found["puts of descriptors"] = {
            place
            for info in world.infos
            if world.is_user(info.module_name) and is_descriptor_class(info)
            for function in _functions(info)
            for place in puts_for_others(function)
        }
    return known


def _beginnings(world: World, info: n.TypeInfo) -> list[str]:
    """What the keys may have before the name: `_` of `self.key = "_" + name`; none where nothing is put."""
    from mirage.compiler.lower.computed import spelled

    key = ("beginnings of keys", info)
    known = world.memo.get(key)
    if isinstance(known, list):
        return known
    found: dict[str, None] = {}
    functions = [function for one in _family(world, info) for function in _functions(one)]
    places = [(place, function) for function in functions for place in puts_for_others(function)]
    exact = [_named_by(place, function, functions) for place, function in places]
    if None not in exact:
        found = {text: None for texts in exact for text in texts or ()}
    else:
        found[""] = None
        for function in functions:
            for node in walk(function):
                text = spelled(node) if isinstance(node, n.OpExpr | n.CallExpr) else ""
                if text.isidentifier():
                    found[text] = None
    world.memo[key] = list(found)
    return list(found)


def _named_by(place: n.Node, function: n.FuncDef, functions: list[n.FuncDef]) -> set[str] | None:
    """What comes before the name in `self.key`, which `__set_name__` has set; None for other keys."""
    from mirage.compiler.lower.computed import spelled

    key = place.index if isinstance(place, n.IndexExpr) else None
    if not isinstance(key, n.MemberExpr) or not isinstance(key.expr, n.NameExpr):
        return None
    if key.expr.node is not function.arguments[0].variable:
        return None
    found: set[str] = set()
    for other in functions:
        given = other.arguments[2:] if other.name == "__set_name__" else []
        names = {argument.variable for argument in given}
        for node in walk(other):
            if not isinstance(node, n.AssignmentStmt) or isinstance(node.rvalue, n.TempNode | n.StrExpr):
                continue
            if not any(isinstance(to, n.MemberExpr) and to.name == key.name for to in node.lvalues):
                continue
            if isinstance(node.rvalue, n.NameExpr) and node.rvalue.node in names:
                found.add("")
            elif isinstance(node.rvalue, n.OpExpr | n.CallExpr) and spelled(node.rvalue).isidentifier():
                found.add(spelled(node.rvalue))
            else:
                return None
    return found or None


def surely_puts(world: World, info: n.TypeInfo) -> bool:
    """`__set__` of such a descriptor has put a value when it returns, under the one key it may have."""
    if len(_beginnings(world, info)) > 1:
        return False
    setters = [f for one in _family(world, info) for f in _functions(one) if f.name == "__set__"]
    return bool(setters) and all(map(_surely_puts, setters))


def _surely_puts(function: n.FuncDef) -> bool:
    if any(isinstance(node, n.ReturnStmt) for node in walk(function)):
        return False
    places = puts_for_others(function)
    for statement in function.body.body:
        if isinstance(statement, n.AssignmentStmt) and any(one in places for one in statement.lvalues):
            return True
        if isinstance(statement, n.ExpressionStmt) and isinstance(statement.expr, n.CallExpr):
            callee = statement.expr.callee
            if isinstance(callee, n.SuperExpr) and callee.name == "__set__":
                return True
    return False


def puts_elsewhere(world: World, info: n.TypeInfo) -> bool:
    """Other methods than `__set__` put something: `__get__` that keeps what it has computed."""
    functions = [f for one in _family(world, info) for f in _functions(one) if f.name != "__set__"]
    return any(map(puts_for_others, functions))


def asks_object_first(world: World, info: n.TypeInfo) -> bool:
    """The descriptor has `__get__` alone, so that what the object keeps goes before it."""
    return not any(
        one.get(name) is not None
        for one in [info, *world.subclasses.get(info, [])]
        for name in ("__set__", "__delete__")
    )
