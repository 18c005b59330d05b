"""Which attributes the application assigns from outside a class body: on instances, and on classes.

A class variable lives where CPython keeps it: in the class whose body assigns it, or in the class it is
assigned through.  `cls.count += 1` reads what the class inherits and gives the class one of its own, so that
every class that `cls` may be has a slot, empty until it is written; reading goes along the MRO to the
first slot that holds something.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk
from mirage.compiler.frontend.wrappers import NAMES, is_update
from mirage.compiler.lower.classes import assigned_in_body

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

ANCESTORS = ("__mro__", "__bases__", "__base__")  # attributes of classes that name others
CONSTRUCTOR = "__constructor__"  # what `inspect.signature` asks classes for; Python has no such name
DIRECTORY = "__directory__"  # what `dir` asks
IS_ABSTRACT = "__is_abstract__"  # what `inspect.isabstract` asks
ASKED = ("__annotations__", "__type_hints__", CONSTRUCTOR, DIRECTORY, IS_ABSTRACT)
BY_NAME = ("builtins.setattr", "builtins.delattr")
REFLECTING = ("builtins.getattr", "builtins.hasattr", *BY_NAME)


@dataclass
class Assigned:
    """What some modules assign and delete."""

    instances: set[str] = field(default_factory=set)  # names assigned on what may be an instance of any class
    owners: dict[str, set[n.TypeInfo]] = field(default_factory=dict)  # names assigned on instances of these
    deleted: set[str] = field(default_factory=set)  # names deleted from what may be an instance
    classes: set[tuple[n.TypeInfo, str]] = field(default_factory=set)  # variables a class may get
    emptied: set[tuple[n.TypeInfo, str]] = field(default_factory=set)  # and lose
    unknown: set[str] = field(default_factory=set)  # names assigned on what may be any class

    def add(self, other: Assigned) -> None:
        self.instances |= other.instances
        for name, infos in other.owners.items():
            self.owners.setdefault(name, set()).update(infos)
        self.deleted |= other.deleted
        self.classes |= other.classes
        self.emptied |= other.emptied
        self.unknown |= other.unknown


def assigned_in(world: World, module: str) -> Assigned:
    """What one module assigns to attributes."""
    key = ("assigned attributes", module)
    known = world.index.found if world.is_user(module) else world.memo  # whose functions come late
    found = known.get(key)
    if not isinstance(found, Assigned):
        found = known[key] = _scan(world, module)
    return found


def assigned_by_application(world: World) -> Assigned:
    """What the application's modules assign to attributes, together."""
    found = world.index.found.get("assigned attributes")
    if not isinstance(found, Assigned):
        found = world.index.found["assigned attributes"] = Assigned()
        for module, state in world.modules.items():
            if not state.library:
                found.add(assigned_in(world, module))
    return found


def _scan(world: World, module: str) -> Assigned:
    from mirage.compiler.lower.world import assignment_targets

    found = Assigned()
    for node in walk(world.trees[module]):
        deletes = isinstance(node, n.DelStmt)
        for target in assignment_targets(node):
            if isinstance(target, n.MemberExpr):
                _note(world, found, target.expr, target.name, deletes)
        if isinstance(node, n.CallExpr):
            if is_update(node) and node.args:
                for name in NAMES:
                    _note(world, found, node.args[0], name, False)
            for function, base, name in reflected(node):
                if function.fullname in BY_NAME:
                    _note(world, found, base, name, function.fullname == "builtins.delattr")
            if isinstance(node.callee, n.RefExpr) and node.callee.fullname == "builtins.setattr":
                if len(node.args) == 3 and not isinstance(node.args[1], n.StrExpr):
                    _note_all(world, found, node.args[0])
    return found


def reflected(node: n.CallExpr) -> list[tuple[n.RefExpr, n.Expression, str]]:
    """Each function, object and literal name of `setattr(x, "a", 1)` and of `call(setattr, x, "a", 1)`."""
    parts = [node.callee, *node.args]
    return [
        (part, parts[index + 1], name.value)
        for index, part in enumerate(parts)
        if isinstance(part, n.RefExpr) and part.fullname in REFLECTING
        for name in parts[index + 2 : index + 3]
        if isinstance(name, n.StrExpr)
    ]


def _note(world: World, found: Assigned, base: n.Expression, name: str, deletes: bool) -> None:
    classes = classes_meant(world, base)
    if classes is None:
        owners = _instances_meant(world, base)
        if owners is None:
            found.instances.add(name)
        else:
            found.owners.setdefault(name, set()).update(owners)
        if deletes:
            found.deleted.add(name)
        if _may_be_class(world, base):
            found.unknown.add(name)
        return
    for info in classes:
        found.classes.add((info, name))
        if deletes:
            found.emptied.add((info, name))


def _note_all(world: World, found: Assigned, base: n.Expression) -> None:
    """`setattr(base, name, value)` with a computed name: every variable of the object's class."""
    for owner in _instances_meant(world, base) or ():
        for info in {*owner.mro, *world.subclasses.get(owner, [])}:
            for name, entry in info.names.items():
                if isinstance(entry.node, n.Var) and world.is_user(info.module_name):
                    found.owners.setdefault(name, set()).add(owner)


def classes_meant(world: World, base: n.Expression) -> list[n.TypeInfo] | None:
    """The classes an expression may stand for; None when it is an instance or not known to be a class."""
    if isinstance(base, n.RefExpr):
        if isinstance(base.node, n.TypeInfo):
            return [base.node]
        if isinstance(base.node, n.MypyFile):
            return []
        if isinstance(base.node, n.TypeAlias):
            target = mt.get_proper_type(base.node.target)
            return [target.type] if isinstance(target, mt.Instance) else []
    type_ = world.expression_types.get(base)
    found: list[n.TypeInfo] = []
    parts = mt.flatten_nested_unions([type_]) if type_ is not None else []
    for part in parts:
        proper = mt.get_proper_type(part)
        if isinstance(proper, mt.TypeVarType):
            proper = mt.get_proper_type(proper.upper_bound)  # bound to type[...], as class decorators are
        item: mt.Type
        if isinstance(proper, mt.TypeType):
            item = proper.item
        elif isinstance(proper, mt.FunctionLike) and proper.is_type_obj():
            item = proper.items[0].ret_type
        else:
            return None
        proper = mt.get_proper_type(item)
        if isinstance(proper, mt.TypeVarType):
            proper = mt.get_proper_type(proper.upper_bound)
        if isinstance(proper, mt.TupleType):
            proper = proper.partial_fallback
        if not isinstance(proper, mt.Instance):
            return None
        found += [proper.type, *world.subclasses.get(proper.type, [])]
    return found if parts else None


def _instances_meant(world: World, base: n.Expression) -> list[n.TypeInfo] | None:
    """The classes whose instances an expression may give; None when they are not known."""
    type_ = world.expression_types.get(base)
    found: list[n.TypeInfo] = []
    for part in mt.flatten_nested_unions([type_]) if type_ is not None else []:
        proper = mt.get_proper_type(part)
        if isinstance(proper, mt.NoneType):
            continue
        if isinstance(proper, mt.TypeVarType):
            proper = mt.get_proper_type(proper.upper_bound)
        if isinstance(proper, mt.TupleType):
            proper = proper.partial_fallback
        if not isinstance(proper, mt.Instance) or proper.type.is_protocol or len(proper.type.mro) == 1:
            return None
        found.append(proper.type)
    return found or None


def assigned_on_instances(world: World, info: n.TypeInfo, name: str) -> bool:
    """Some code that may hold an instance assigns `.name`."""
    if world.modules[info.module_name].library:
        assigned = assigned_in(world, info.module_name)
    else:
        assigned = assigned_by_application(world)
    if name in assigned.instances:
        return True
    family = {info, *world.subclasses.get(info, [])}
    # an instance of the class is an instance of a class assigned to, also of one beside this among its bases
    return any(
        owner in one.mro or one in owner.mro for owner in assigned.owners.get(name, ()) for one in family
    )


def _may_be_class(world: World, base: n.Expression) -> bool:
    type_ = world.expression_types.get(base)
    proper = mt.get_proper_type(type_) if type_ is not None else None
    return proper is None or isinstance(proper, mt.AnyType) or "builtins.type" in str(proper)


def has_slot(world: World, info: n.TypeInfo, name: str) -> bool:
    """The class may have a variable of its own of this name, which is not only an annotation."""
    if assigned_in_body(info, name):
        return True
    assigned = assigned_by_application(world)
    if world.modules[info.module_name].library and name in info.names:
        return (info, name) in assigned_in(world, info.module_name).classes  # `date.min = date(1, 1, 1)`
    return (info, name) in assigned.classes or (name in assigned.unknown and info.get(name) is not None)


def always_full(world: World, info: n.TypeInfo, name: str) -> bool:
    """The class's own variable has a value from the class statement on."""
    from mirage.compiler.lower.world import assignment_targets

    if (info, name) in assigned_by_application(world).emptied:
        return False
    for statement in info.defn.defs.body:
        if isinstance(statement, n.AssignmentStmt) and not isinstance(statement.rvalue, n.TempNode):
            if any(isinstance(t, n.NameExpr) and t.name == name for t in assignment_targets(statement)):
                return True
    return False


def slot_path(world: World, info: n.TypeInfo, name: str) -> list[n.TypeInfo]:
    """The classes in whose variables `info.name` is looked for, nearest first."""
    path: list[n.TypeInfo] = []
    declared: n.TypeInfo | None = None
    for base in info.mro:
        entry = base.names.get(name)
        if entry is not None and not isinstance(entry.node, n.Var):
            break
        if entry is not None and declared is None:
            declared = base
        if has_slot(world, base, name):
            path.append(base)
            if always_full(world, base, name):
                break
    return path or ([declared] if declared is not None else [])


def varies(world: World, info: n.TypeInfo, name: str) -> bool:
    """A subclass finds another variable of this name than the class does."""
    key = ("varies", info, name)
    if key not in world.memo:
        mine = slot_path(world, info, name)
        world.memo[key] = any(slot_path(world, sub, name) != mine for sub in world.subclasses.get(info, []))
    return bool(world.memo[key])
