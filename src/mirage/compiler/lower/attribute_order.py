"""In which order objects get their attributes: that of their `__dict__`.

    def __init__(self, a):          the order is a, b, c: `b` may be missing,
        self.a = a                  and whatever is set later comes last
        if a: self.b = 1
        self.c = 2

The statements of `__init__` are followed, with the methods of its own that it calls, as to what is surely set
and what may be.  Where two attributes may come in either order nobody knows at build time which it was.  What
`__init__` hands the object to (`register(self)`) may set any attribute that is set outside, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk
from mirage.compiler.lower.attribute_hooks import own_hook
from mirage.compiler.lower.class_slots import BY_NAME, reflected
from mirage.compiler.lower.classes import class_default, function_of, is_cached_property, is_property
from mirage.compiler.lower.computed import owners_of
from mirage.compiler.lower.dataclass_info import (
    attributes_of,
    decorator_flag,
    field_argument,
    slots_of_dataclass,
)
from mirage.compiler.lower.dicts_of_objects import object_of_dict, put_in
from mirage.compiler.lower.initialised import may_be_bare
from mirage.compiler.lower.regions import own_fields

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

_WITHOUT_ATTRIBUTES = {"collections.OrderedDict", "collections.defaultdict", "collections.deque"}
_PLAIN = ("builtins", "typing", "typing_extensions", "abc", "collections.abc")


class Unclear(Exception):
    """The order is not known; the text says why."""


@dataclass
class _State:
    """What is known at a place of `__init__`."""

    must: set[str] = field(default_factory=set)
    may: set[str] = field(default_factory=set)
    ended: bool = False  # control does not come here

    def copy(self) -> _State:
        return _State(set(self.must), set(self.may), self.ended)

    def become(self, *others: _State) -> None:
        """One of the others."""
        alive = [other for other in others if not other.ended]
        self.ended = not alive
        if alive:
            self.must = set.intersection(*(other.must for other in alive))
            self.may = set.union(*(other.may for other in alive))


def attribute_order(world: World, info: n.TypeInfo, any_order: bool = False) -> list[str]:
    """The attributes of an object of exactly this class, in the order of its `__dict__`; raises Unclear.

    any_order   it does not matter: `other.__dict__.update(self.__dict__)`, `sorted(vars(self))`
    """
    key = ("attribute order", info, any_order)
    found = world.memo.get(key)
    if found is None:
        try:
            found = _Order(world, info).find(any_order)
        except Unclear as unclear:
            found = str(unclear)
        world.memo[key] = found
    if isinstance(found, str):
        raise Unclear(found)
    assert isinstance(found, list)
    return found


ANY = "any attribute"


@dataclass
class _Place:
    """Where the application assigns or deletes an attribute."""

    node: n.Node
    owner: n.Expression
    deletes: bool
    module: str


def _programs(world: World) -> dict[str, str]:
    """To each package of the application one that stands for all that are linked with it by imports."""
    known = world.index.found.get("packages linked by imports")
    if isinstance(known, dict):
        return known
    linked = {_package(name): _package(name) for name, state in world.modules.items() if not state.library}
    for name, state in world.modules.items():
        for statement in world.trees[name].imports if not state.library else ():
            if isinstance(statement, n.Import):
                others = [_package(imported) for imported, _ in statement.ids]
            else:
                assert isinstance(statement, n.ImportFrom | n.ImportAll)
                others = [_package(statement.id)] if not statement.relative else []
            for other in others:
                if other in linked:
                    old, new = linked[other], linked[_package(name)]
                    linked = {one: new if first == old else first for one, first in linked.items()}
    world.index.found["packages linked by imports"] = linked
    return linked


def _package(module: str) -> str:
    return module.partition(".")[0]


def _assigned(world: World) -> dict[str, list[_Place]]:
    """The places by the attributes' names; those of computed names under ANY."""
    from mirage.compiler.lower.world import assignment_targets

    known = world.index.found.get("places of assignment")
    if isinstance(known, dict):
        return known
    found: dict[str, list[_Place]] = {}

    def add(name: str, node: n.Node, owner: n.Expression, deletes: bool = False) -> None:
        found.setdefault(name, []).append(_Place(node, owner, deletes, module))

    for module, state in world.modules.items():
        for node in walk(world.trees[module]) if not state.library else ():
            for target in assignment_targets(node):
                if isinstance(target, n.MemberExpr):
                    add(target.name, target, target.expr, isinstance(node, n.DelStmt))
                owner = put_in(target)
                if owner is not None:
                    add(ANY, target, owner, isinstance(node, n.DelStmt))
            if isinstance(node, n.CallExpr):
                for function, base, name in reflected(node):
                    if function.fullname in BY_NAME:
                        add(name, node, base, function.fullname == "builtins.delattr")
                owner = computed_setattr(node) or put_in(node)
                if owner is not None:
                    add(ANY, node, owner)
                owner = taken_out(node)
                if owner is not None:
                    add(ANY, node, owner, True)
    world.index.found["places of assignment"] = found
    return found


def computed_setattr(node: n.CallExpr) -> n.Expression | None:
    """The object of `setattr(obj, name, value)` with a computed name."""
    callee = node.callee
    if isinstance(callee, n.RefExpr) and callee.fullname == "builtins.setattr" and len(node.args) == 3:
        return node.args[0] if not isinstance(node.args[1], n.StrExpr) else None
    return None


def taken_out(node: n.CallExpr) -> n.Expression | None:
    """The object of `delattr(obj, name)` with a computed name, and of `obj.__dict__.pop(name)`."""
    callee = node.callee
    if isinstance(callee, n.RefExpr) and callee.fullname == "builtins.delattr" and len(node.args) == 2:
        return node.args[0] if not isinstance(node.args[1], n.StrExpr) else None
    if isinstance(callee, n.MemberExpr) and callee.name == "pop":
        return object_of_dict(callee.expr)
    return None


class _Order:
    def __init__(self, world: World, info: n.TypeInfo) -> None:
        self.world, self.info = world, info
        self.order: list[str] = []
        self.seen: set[n.Node] = set()  # the assignments that were followed
        self.running: list[n.FuncDef] = []
        self.exits: list[_State] = []
        self.safe: set[str] | None = None  # what was set before anybody else had the object
        self.fields = {name for base in info.mro for name in self._fields_of(base)}

    def _fields_of(self, base: n.TypeInfo) -> list[str]:
        if not self.world.is_user(base.module_name):
            return []
        kept = [name for name, entry in base.names.items() if is_cached_property(entry.node)]
        return [*own_fields(self.world, base), *kept]

    def find(self, any_order: bool) -> list[str]:
        info = self.info
        slotted: set[str] = set()  # what the objects keep beside their dict
        for base in info.mro:
            if not self.world.is_user(base.module_name) and base.fullname not in _WITHOUT_ATTRIBUTES:
                if base.module_name not in _PLAIN:
                    raise Unclear(f"`{base.fullname}` has attributes of its own")
            if base is info and (base.slots is not None or decorator_flag(base, "slots", False)):
                raise Unclear(f"`{base.name}` has `__slots__`")
            slotted |= set(base.slots or slots_of_dataclass(base) or ())
        if info.is_enum or info.is_named_tuple:
            raise Unclear(f"`{info.name}` is no ordinary class")
        if own_hook(self.world, info, "__setattr__") or own_hook(self.world, info, "__delattr__"):
            raise Unclear(f"`{info.name}` has `__setattr__` or `__delattr__`")
        if any_order:
            return sorted(self.fields - slotted)
        if may_be_bare(self.world, info):
            raise Unclear(f"objects of `{info.name}` may be made without `__init__`")
        state = _State()
        self.initialiser(0, state)
        self.late(state)
        return [name for name in self.order if name in self.fields and name not in slotted]

    def late(self, state: _State) -> None:
        """What is set elsewhere comes after the others, and nobody knows in which order."""
        places = _assigned(self.world)
        trailing: list[str] = []
        outside: list[str] = []
        for name in sorted(self.fields):
            anywhere = [p for p in places.get(ANY, ()) if self.may_be(name, p)]
            mine = [p for p in [*places.get(name, ()), *anywhere] if self.concerns(p)]
            if any(place.deletes for place in mine):
                raise Unclear(f"`{name}` is deleted somewhere")
            entry = self.info.get(name)
            cached = entry is not None and is_cached_property(entry.node)
            if not cached and all(place.node in self.seen for place in mine):
                continue
            outside.append(name)
            if name not in state.must:
                trailing.append(name)
        if self.safe is not None:
            later = {*self.order, *outside} - self.safe
            early = [name for name in outside if name in later]
            if early and len(later) > 1:
                raise Unclear(f"`{early[0]}` may be set by what `__init__` hands the object to")
        if len(trailing) > 1:
            both = f"`{trailing[0]}` and `{trailing[1]}`"
            raise Unclear(f"{both} may be set in any order, outside of `__init__`")
        for name in trailing:
            if name in self.order[:-1]:
                after = self.order[self.order.index(name) + 1]
                raise Unclear(f"`{name}` may be set in `__init__`, or later, when `{after}` is set")
            if name not in self.order:
                self.order.append(name)
        for name in self.order:
            described = any(a["name"] == name for a in attributes_of(self.info))
            if name not in state.must and described and class_default(self.info, name) is not None:
                raise Unclear(f"`{name}` has a default, and `__init__` does not set it")

    def may_be(self, name: str, place: _Place) -> bool:
        """A computed name may be this one: those of descriptors are known."""
        if not owners_of(self.world, place.owner):
            return True
        described = self.world.index.described
        return any(
            name in kept for (info, _), kept in described.kept.items() if info in self.info.mro
        )

    def concerns(self, place: _Place) -> bool:
        """The object whose attribute is assigned may be one of the class."""
        programs = _programs(self.world)
        if programs[_package(place.module)] != programs[_package(self.info.module_name)]:
            return False
        owners = owners_of(self.world, place.owner)
        if owners:
            return any(owner in self.info.mro or self.info in owner.mro for owner in owners)
        found = mt.get_proper_type(self.world.expression_types.get(place.owner))
        if not isinstance(found, mt.Instance):
            return True
        other = found.type
        return other in self.info.mro or self.info in other.mro or other.is_protocol

    # -- functions ------------------------------------------------------------------------------

    def initialiser(self, start: int, state: _State) -> None:
        """The `__init__` found from this position of the MRO on."""
        for position, base in enumerate(self.info.mro[start:], start):
            entry = base.names.get("__init__")
            if "dataclass" in base.metadata and decorator_flag(base, "init", True):
                if entry is None or entry.plugin_generated:
                    self.generated(base, state)
                    return
            if entry is not None:
                if self.world.is_user(base.module_name):
                    self.function(entry.node, position, state)
                return

    def generated(self, base: n.TypeInfo, state: _State) -> None:
        for attribute in attributes_of(base):
            name = str(attribute["name"])
            made = attribute["is_in_init"] or field_argument(base, name, "default_factory") is not None
            if made and not attribute["is_init_var"]:
                self.assign(name, state)
        self.method("__post_init__", 0, state)

    def method(self, name: str, start: int, state: _State) -> None:
        for position, base in enumerate(self.info.mro[start:], start):
            if name in base.names:
                self.function(base.names[name].node, position, state)
                return

    def function(self, node: n.SymbolNode | None, position: int, state: _State) -> None:
        found = function_of(node) if node is not None else None
        if found is None or found in self.running or not found.arguments or found.is_static or found.is_class:
            return
        self.running.append(found)
        outer, self.exits = self.exits, []
        _Body(self, found.arguments[0].variable, position).block(found.body, state)
        state.become(state, *self.exits)
        self.exits = outer
        self.running.pop()

    def assign(self, name: str, state: _State) -> None:
        kept = self.world.index.described.kept_by(self.info, name)
        if not kept:
            self._assign(name, state)
            return
        described = self.world.index.described
        unsure = any((base, name) in described.unsure for base in self.info.mro)
        end = state.copy() if unsure or len(kept) > 1 else state
        for attribute in kept:
            self._assign(attribute, end)
        state.may |= end.may

    def _assign(self, name: str, state: _State) -> None:
        if name not in self.order:
            self.order.append(name)
        elif name not in state.must:
            for other in self.order[self.order.index(name) + 1 :]:
                if other in state.may:
                    raise Unclear(f"`{name}` and `{other}` may be set in either order in `__init__`")
        state.must.add(name)
        state.may.add(name)


class _Body:
    """One function that has the object as `this`."""

    def __init__(self, order: _Order, this: n.Var, position: int) -> None:
        self.order, self.this, self.position = order, this, position

    def block(self, block: n.Block | None, state: _State) -> None:
        for statement in block.body if block is not None and not block.is_unreachable else ():
            if state.ended:
                return
            self.statement(statement, state)

    def statement(self, node: n.Statement, state: _State) -> None:
        match node:
            case n.AssignmentStmt():
                if not isinstance(node.rvalue, n.TempNode):
                    self.effects(node.rvalue, state)
                    for target in node.lvalues:
                        self.target(target, state)
                else:
                    self.order.seen.update(node.lvalues)
            case n.OperatorAssignmentStmt():
                self.effects(node.rvalue, state)
                self.order.seen.add(node.lvalue)  # it is there already
            case n.IfStmt():
                ends: list[_State] = []
                for condition, body in zip(node.expr, node.body, strict=True):
                    self.effects(condition, state)
                    ends.append(self.branch(body, state))
                ends.append(self.branch(node.else_body, state))
                state.become(*ends)
            case n.MatchStmt():
                self.effects(node.subject, state)
                state.become(state.copy(), *(self.branch(body, state) for body in node.bodies))
            case n.WhileStmt():
                self.effects(node.expr, state)
                self.loop(None, node.body, state)
                self.block(node.else_body, state)
            case n.ForStmt():
                self.effects(node.expr, state)
                self.loop(node.index, node.body, state)
                self.block(node.else_body, state)
            case n.WithStmt():
                for entered, kept in zip(node.expr, node.target, strict=True):
                    self.effects(entered, state)
                    if kept is not None:
                        self.target(kept, state)
                before = state.copy()
                self.block(node.body, state)
                before.may |= state.may  # an exception may have been caught
                state.become(state, before)
            case n.TryStmt():
                before = state.copy()
                self.block(node.body, state)
                before.may |= state.may
                self.block(node.else_body, state)
                state.become(state, *(self.branch(handler, before) for handler in node.handlers))
                if node.finally_body is not None:
                    state.may |= before.may
                    self.block(node.finally_body, state)
            case n.ReturnStmt():
                if node.expr is not None:
                    self.effects(node.expr, state)
                self.order.exits.append(state.copy())
                state.ended = True
            case n.RaiseStmt():
                state.ended = True
            case n.FuncDef() | n.ClassDef() | n.Decorator():
                if any(map(self.is_this, walk(node))):
                    self.escape(state)
            case n.BreakStmt() | n.ContinueStmt():
                pass
            case _:
                self.effects(node, state)

    def branch(self, body: n.Block | None, state: _State) -> _State:
        end = state.copy()
        self.block(body, end)
        return end

    def loop(self, index: n.Node | None, body: n.Block, state: _State) -> None:
        """Run twice, so that each turn has been followed by another; it may not run at all."""
        for _ in range(2):
            turn = state.copy()
            if index is not None:
                self.target(index, turn)
            self.block(body, turn)
            state.may |= turn.may

    def target(self, target: n.Node, state: _State) -> None:
        match target:
            case n.TupleExpr(items=items) | n.ListExpr(items=items):
                for item in items:
                    self.target(item, state)
            case n.StarExpr(expr=inner):
                self.target(inner, state)
            case n.MemberExpr(expr=owner, name=name) if self.is_this(owner):
                self.order.seen.add(target)
                entry = self.order.info.get(name)
                node = entry.node if entry is not None else None
                if node is not None and is_property(node) and not is_cached_property(node):
                    self.setter(node, state)
                else:
                    self.order.assign(name, state)
            case _:
                put = put_in(target)
                if put is not None and self.is_this(put):
                    self.anything(target, state)
                self.effects(target, state)

    def setter(self, node: n.SymbolNode, state: _State) -> None:
        if isinstance(node, n.OverloadedFuncDef):
            for item in node.items[1:]:
                self.order.function(item, self.position, state)

    def is_this(self, node: n.Node) -> bool:
        return isinstance(node, n.NameExpr) and node.node is self.this

    def anything(self, node: n.Node, state: _State) -> None:
        """A computed name is assigned."""
        missing = sorted(self.order.fields - state.must)
        if len(missing) > 1:
            raise Unclear(f"`{missing[0]}` and `{missing[1]}` may be set by a computed name, in any order")
        self.order.seen.add(node)
        for name in missing:
            self.order.assign(name, end := state.copy())
            state.may |= end.may

    def escape(self, state: _State) -> None:
        """From here on others may have the object."""
        safe = self.order.safe
        self.order.safe = set(state.must) if safe is None else safe & state.must

    def hands_on(self, node: n.Node) -> bool:
        """The object, a method of it or a function that knows it becomes a value; a property is read."""
        parts = list(walk(node))
        followed: set[n.Node] = set()
        for part in parts:
            if isinstance(part, n.CallExpr):
                followed.add(part.callee)
                if part.args and self.follows(part):
                    followed.add(part.args[0])
            elif isinstance(part, n.MemberExpr):
                followed.add(part.expr)
        for part in parts:
            if isinstance(part, n.LambdaExpr | n.FuncDef):
                if any(map(self.is_this, walk(part))):
                    return True
            elif part in followed:
                continue
            elif self.is_this(part):
                return True
            elif isinstance(part, n.MemberExpr) and self.is_this(part.expr):
                entry = self.order.info.get(part.name)
                if entry is not None and not isinstance(entry.node, n.Var):
                    return True
        return False

    def follows(self, node: n.CallExpr) -> bool:
        """`Base.method(self)` and `setattr(self, "name", value)`, which `call` looks into."""
        callee = node.callee
        if isinstance(callee, n.MemberExpr):
            base = callee.expr.node if isinstance(callee.expr, n.RefExpr) else None
            return isinstance(base, n.TypeInfo) and base in self.order.info.mro
        return isinstance(callee, n.NameExpr) and callee.fullname in ("builtins.setattr", "builtins.vars")

    def effects(self, node: n.Node, state: _State) -> None:
        """What an expression's calls of the object's own methods set."""
        if self.hands_on(node):
            self.escape(state)
        for part in walk(node):
            if not isinstance(part, n.CallExpr):
                continue
            surely = part is node or isinstance(node, n.ExpressionStmt) and part is node.expr
            end = state if surely else state.copy()
            self.call(part, end)
            state.may |= end.may

    def call(self, node: n.CallExpr, state: _State) -> None:
        callee = node.callee
        owner = computed_setattr(node) or put_in(node)
        if owner is not None and self.is_this(owner):
            self.anything(node, state)
        elif isinstance(callee, n.SuperExpr):
            if callee.name == "__init__":
                self.order.initialiser(self.position + 1, state)
            else:
                self.order.method(callee.name, self.position + 1, state)
        elif isinstance(callee, n.MemberExpr):
            base = callee.expr.node if isinstance(callee.expr, n.RefExpr) else None
            if self.is_this(callee.expr):
                self.order.method(callee.name, 0, state)
            elif isinstance(base, n.TypeInfo) and node.args and self.is_this(node.args[0]):
                if base in self.order.info.mro:  # `Base.__init__(self, ...)`
                    position = self.order.info.mro.index(base)
                    if callee.name == "__init__":
                        self.order.initialiser(position, state)
                    else:
                        self.order.method(callee.name, position, state)
        elif isinstance(callee, n.NameExpr) and callee.fullname == "builtins.setattr" and len(node.args) == 3:
            name = node.args[1]
            if self.is_this(node.args[0]) and isinstance(name, n.StrExpr):
                self.order.seen.add(node)
                self.order.assign(name.value, state)
