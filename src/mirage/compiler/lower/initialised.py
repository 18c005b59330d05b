"""Which attributes an object is sure to have: those that `__init__` sets before anything can look at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk
from mirage.compiler.lower.attribute_hooks import is_hooked
from mirage.compiler.lower.classes import function_of
from mirage.compiler.lower.dataclass_info import decorator_flag

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World


CONTAINERS = {
    "builtins.list", "builtins.dict", "builtins.set", "builtins.bytearray", "collections.deque",
    "collections.OrderedDict", "collections.defaultdict", "random.Random",
}  # fmt: skip


@dataclass
class Made:
    """What is known after some `__init__` of an object of one class."""

    names: set[str] = field(default_factory=set)
    ran: set[n.TypeInfo] = field(default_factory=set)  # the classes whose `__init__` it was
    seen: bool = False  # other code may have looked at the object before all of it was set


def always_set(world: World, info: n.TypeInfo) -> set[str]:
    """The attributes that every object of the class, or of a subclass, has once it can be seen."""
    key = ("always set", info)
    found = world.memo.get(key)
    if not isinstance(found, set) and (is_hooked(world, info) or may_be_bare(world, info)):
        found = world.memo[key] = set()  # a hook may set something else or nothing, `__new__` nothing
    if not isinstance(found, set):
        made = [sub for sub in world.subclasses.get(info, []) if not sub.is_abstract]
        found = _made(info, 0, {}).names
        for sub in made:
            found = found & _made(sub, 0, {}).names
        world.memo[key] = found
    return found


def empty_before(world: World, info: n.TypeInfo) -> n.TypeInfo | None:
    """Whose `__init__` empties the container that `info` derives from, when its own may leave that alone.

    On CPython `__new__` has made it empty.
    """
    key = ("empty before", info)
    if key not in world.memo:
        nearest = next((base for base in info.mro if "__init__" in base.names), info)
        places = [place for place, base in enumerate(info.mro) if base.fullname in CONTAINERS]
        after = info.mro[places[0] :] if places else []
        found = next((base for base in after if "__init__" in base.names), None)
        maker = next((base for base in info.mro if "__new__" in base.names), info)
        looked_at = world.is_user(maker.module_name) and bool(places)  # by that `__new__`
        if not looked_at and (found is nearest or found is None or not world.is_user(nearest.module_name)):
            world.memo[key] = None
        else:
            world.memo[key] = None if not looked_at and found in _made(info, 0, {}).ran else found
    kept = world.memo[key]
    return kept if isinstance(kept, n.TypeInfo) else None


def may_be_bare(world: World, info: n.TypeInfo) -> bool:
    """An object of the class, or of a subclass, may be one that only `__new__` has made."""
    bare = world.flows.bare
    if not bare:
        return False
    below = world.subclasses.get(info, [])
    return any(base in bare for sub in [info, *below] for base in sub.mro)


def _made(info: n.TypeInfo, start: int, running: dict[n.TypeInfo, None]) -> Made:
    """What the `__init__` found from the position `start` of the class's MRO on sets."""
    for position, base in enumerate(info.mro[start:], start):
        entry = base.names.get("__init__")
        if entry is None:
            continue
        if "dataclass" in base.metadata and entry.plugin_generated:
            attributes = base.metadata["dataclass"]["attributes"]
            runs = decorator_flag(base, "init", True)
            names = {a["name"] for a in attributes if runs and (a["is_in_init"] or a["has_default"])}
            return Made(names, {base}, seen=info.get("__post_init__") is not None)
        function = function_of(entry.node) if entry.node is not None else None
        if function is None or not function.arguments or base in running:
            return Made(ran={base}, seen=base.module_name != "builtins")
        made = _Reader(info, position, function, {**running, base: None}).read()
        made.ran.add(base)
        return made
    return Made()


class _Reader:
    """Reads the statements of one `__init__` as far as the object is not shown to other code."""

    def __init__(
        self, info: n.TypeInfo, position: int, function: n.FuncDef, running: dict[n.TypeInfo, None]
    ) -> None:
        self.info, self.position, self.function, self.running = info, position, function, running
        self.this = function.arguments[0].variable
        self.made = Made()

    def read(self) -> Made:
        for statement in self.function.body.body:
            if self.made.seen:
                break
            self.statement(statement)
        return self.made

    def statement(self, statement: n.Statement) -> None:
        if isinstance(statement, n.AssignmentStmt) and len(statement.lvalues) == 1:
            target = statement.lvalues[0]
            if isinstance(statement.rvalue, n.TempNode):
                return
            targets = target.items if isinstance(target, n.TupleExpr) else [target]
            mine = [t.name for t in targets if isinstance(t, n.MemberExpr) and self.is_this(t.expr)]
            if len(mine) == len(targets) and not any(map(self.is_property, mine)):
                if self.shows(statement.rvalue):
                    self.made.seen = True
                    return
                self.made.names |= set(mine)
                return
        if isinstance(statement, n.ExpressionStmt) and isinstance(statement.expr, n.CallExpr):
            inner = self.initialiser(statement.expr)
            if inner is not None:
                self.made.names |= inner.names
                self.made.ran |= inner.ran
                self.made.seen = inner.seen
                return
        if self.shows(statement) or any(isinstance(part, n.ReturnStmt) for part in walk(statement)):
            self.made.seen = True

    def initialiser(self, call: n.CallExpr) -> Made | None:
        """What `super().__init__(...)` or `Base.__init__(self, ...)` sets."""
        callee = call.callee
        if isinstance(callee, n.SuperExpr) and callee.name == "__init__" and not callee.call.args:
            if any(map(self.shows, call.args)):
                return None
            return _made(self.info, self.position + 1, self.running)
        if isinstance(callee, n.MemberExpr) and callee.name == "__init__" and call.args:
            base = callee.expr.node if isinstance(callee.expr, n.RefExpr) else None
            if isinstance(base, n.TypeInfo) and base in self.info.mro and self.is_this(call.args[0]):
                if "__init__" in base.names and not any(map(self.shows, call.args[1:])):
                    return _made(self.info, self.info.mro.index(base), self.running)
        return None

    def is_this(self, node: n.Node) -> bool:
        return isinstance(node, n.NameExpr) and node.node is self.this

    def is_property(self, name: str) -> bool:
        """Assigning runs a setter, which sees the object."""
        found = self.info.get(name)
        return found is not None and not isinstance(found.node, n.Var)

    def shows(self, node: n.Node) -> bool:
        """`self` is used other than for an attribute that is known to be set."""
        inner = {
            id(part.expr)
            for part in walk(node)
            if isinstance(part, n.MemberExpr) and self.is_this(part.expr) and part.name in self.made.names
        }
        return any(self.is_this(part) and id(part) not in inner for part in walk(node)) or any(
            isinstance(part, n.SuperExpr) for part in walk(node)
        )
