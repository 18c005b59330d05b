"""Attributes that descriptors keep in the objects, under names that are made from their own.

    class Positive:                                       class Order:
        def __set_name__(self, owner, name):                  price = Positive()     # Order gets `_price`
            self.private_name = "_" + name
        def __set__(self, obj, value):
            setattr(obj, self.private_name, value)

Which names these are is known where the class is: the expression is worked out for each variable of a class
that holds such a descriptor, and the class gets the attribute.  One that has the descriptor's own name
(`obj.__dict__[self.name]`) is kept as `<price>`; past a descriptor with `__set__` only `__dict__` gets at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk

DESCRIBING = ("__get__", "__set__", "__delete__", "__set_name__")
_TEXT_METHODS = "lower upper strip lstrip rstrip title capitalize removeprefix removesuffix".split()


@dataclass
class Described:
    """What is known of descriptors' methods and of the classes that hold descriptors.

    owners   a parameter of a descriptor's method: the classes of the objects it stands for
    kept     the attributes of a class that the descriptor of this name keeps in the objects
    added    those that nobody declares
    unsure   descriptors whose `__set__` may return without having kept a value
    """

    owners: dict[n.Var, list[n.TypeInfo]] = field(default_factory=dict)
    kept: dict[tuple[n.TypeInfo, str], list[str]] = field(default_factory=dict)
    added: set[tuple[n.TypeInfo, str]] = field(default_factory=set)
    unsure: set[tuple[n.TypeInfo, str]] = field(default_factory=set)

    def kept_by(self, info: n.TypeInfo, name: str) -> list[str]:
        """What the descriptor that the class has, or inherits, keeps in its objects."""
        for base in info.mro:
            if name in base.names:
                return self.kept.get((base, name), [])
        return []

    def is_added(self, info: n.TypeInfo, name: str) -> bool:
        return any((base, name) in self.added for base in info.mro)


def key_of(info: n.TypeInfo, name: str) -> str:
    """The name as `__set_name__` gets it: a private one is `_Class__name`."""
    if not name.startswith("__") or name.endswith("__"):
        return name
    owner = next((base.name for base in info.mro if name in base.names), info.name)
    return f"_{owner.lstrip('_')}{name}"


def hidden(name: str) -> str:
    """An attribute of the objects that has the name of its descriptor."""
    return f"<{name}>"


@dataclass
class _Use:
    """A variable, or a decorated method, of a class that is a descriptor; `key` is its name at run time."""

    owner: n.TypeInfo
    name: str
    key: str
    kind: n.TypeInfo
    made_by: n.CallExpr | None
    decorates: bool


@dataclass
class _Site:
    """Where a method of a descriptor gets at an attribute of an object by a name that it makes."""

    node: n.Node
    object: n.Var
    name: n.Expression | str
    writes: bool
    method: n.FuncDef


def describe(trees: list[n.MypyFile], types: dict[n.Expression, mt.Type]) -> Described:
    """Give the application's classes the attributes that their descriptors keep."""
    found = Described()
    nodes = [node for tree in trees for node in walk(tree)]
    infos = [
        node.info for node in nodes if isinstance(node, n.ClassDef) and not isinstance(node.info, n.FakeInfo)
    ]
    mine = set(infos)
    sites: dict[n.TypeInfo, list[_Site]] = {}
    below: dict[n.TypeInfo, list[n.TypeInfo]] = {}
    for info in infos:
        for base in info.mro[1:]:
            below.setdefault(base, []).append(info)
    for owner in infos:
        for use in _uses(owner, mine):
            family = [kind for kind in (*use.kind.mro, *below.get(use.kind, ())) if kind in mine]
            for kind in family:
                if kind not in sites:
                    sites[kind] = list(_sites(kind, types))
                for site in sites[kind]:
                    _note(found, use, site)
            if not all(_surely_keeps(kind, sites[kind]) for kind in family):
                found.unsure.add((owner, use.name))
    return found


def _uses(owner: n.TypeInfo, mine: set[n.TypeInfo]) -> Iterator[_Use]:
    calls: dict[str, n.CallExpr] = {}
    for statement in owner.defn.defs.body:
        if isinstance(statement, n.AssignmentStmt) and isinstance(statement.rvalue, n.CallExpr):
            for target in statement.lvalues:
                if isinstance(target, n.NameExpr):
                    calls[target.name] = statement.rvalue
    for name, entry in list(owner.names.items()):
        node, decorates = entry.node, False
        if isinstance(node, n.Decorator):
            node, decorates = node.var, True
        elif not isinstance(node, n.Var) or not node.is_initialized_in_class:
            continue
        declared = mt.get_proper_type(node.type)
        if not isinstance(declared, mt.Instance) or declared.type not in mine:
            continue
        if any(declared.type.get(method) is not None for method in DESCRIBING):
            yield _Use(owner, name, key_of(owner, name), declared.type, calls.get(name), decorates)


def _sites(kind: n.TypeInfo, types: dict[n.Expression, mt.Type]) -> Iterator[_Site]:
    for entry in kind.names.values():
        items: list[n.Node | None] = [entry.node]
        if isinstance(entry.node, n.OverloadedFuncDef):
            items = [entry.node.impl, *entry.node.items]
        for item in items:
            method = item.func if isinstance(item, n.Decorator) else item
            if isinstance(method, n.FuncDef) and len(method.arguments) > 1:
                yield from _sites_of(method, types)


def _sites_of(method: n.FuncDef, types: dict[n.Expression, mt.Type]) -> Iterator[_Site]:
    objects = {argument.variable for argument in method.arguments[1:]}

    def variable(node: n.Node) -> n.Var | None:
        var = node.node if isinstance(node, n.NameExpr) else None
        return var if isinstance(var, n.Var) and var in objects else None

    def of_dict(node: n.Node) -> n.Var | None:
        if isinstance(node, n.MemberExpr) and node.name == "__dict__":
            return variable(node.expr)
        if isinstance(node, n.CallExpr) and _called(node) == "builtins.vars" and len(node.args) == 1:
            return variable(node.args[0])
        return None

    for node in walk(method.body):
        targets = [*node.lvalues] if isinstance(node, n.AssignmentStmt) else []
        if isinstance(node, n.OperatorAssignmentStmt):
            targets = [node.lvalue]
        for target in targets:
            if isinstance(target, n.IndexExpr) and (var := of_dict(target.base)) is not None:
                yield _Site(target, var, target.index, True, method)
            elif isinstance(target, n.MemberExpr) and (var := variable(target.expr)) is not None:
                if isinstance(mt.get_proper_type(types.get(target.expr)), mt.AnyType):
                    yield _Site(target, var, target.name, True, method)
        if isinstance(node, n.IndexExpr) and (var := of_dict(node.base)) is not None:
            yield _Site(node, var, node.index, False, method)
        if isinstance(node, n.ComparisonExpr) and (var := of_dict(node.operands[-1])) is not None:
            yield _Site(node, var, node.operands[0], False, method)
        if not isinstance(node, n.CallExpr):
            continue
        if isinstance(node.callee, n.MemberExpr) and (var := of_dict(node.callee.expr)) is not None:
            if node.callee.name in ("get", "pop", "setdefault") and node.args:
                yield _Site(node, var, node.args[0], node.callee.name == "setdefault", method)
        function = _called(node)
        if function in ("builtins.setattr", "builtins.object.__setattr__") and len(node.args) == 3:
            if (var := variable(node.args[0])) is not None:
                yield _Site(node, var, node.args[1], True, method)
        elif function in ("builtins.getattr", "builtins.hasattr", "builtins.delattr") and len(node.args) > 1:
            if (var := variable(node.args[0])) is not None:
                yield _Site(node, var, node.args[1], False, method)


def _surely_keeps(kind: n.TypeInfo, sites: list[_Site]) -> bool:
    """The class's `__set__`, if it has one, has put a value into the object when it returns."""
    entry = kind.names.get("__set__")
    method = entry.node.func if entry is not None and isinstance(entry.node, n.Decorator) else None
    if entry is not None and isinstance(entry.node, n.FuncDef):
        method = entry.node
    if method is None:
        return True
    if any(isinstance(node, n.ReturnStmt) for node in walk(method.body)):
        return False
    keeping = {site.node for site in sites if site.writes}
    for statement in method.body.body:
        if isinstance(statement, n.AssignmentStmt) and not keeping.isdisjoint(statement.lvalues):
            return True
        if isinstance(statement, n.ExpressionStmt) and isinstance(statement.expr, n.CallExpr):
            callee = statement.expr.callee
            if statement.expr in keeping or isinstance(callee, n.SuperExpr) and callee.name == "__set__":
                return True
    return False


def _called(node: n.CallExpr) -> str:
    callee = node.callee
    if isinstance(callee, n.MemberExpr) and isinstance(callee.expr, n.NameExpr):
        return f"{callee.expr.fullname}.{callee.name}"
    return callee.fullname if isinstance(callee, n.NameExpr) else ""


def _note(found: Described, use: _Use, site: _Site) -> None:
    owners = found.owners.setdefault(site.object, [])
    if use.owner not in owners:
        owners.append(use.owner)
    if not site.writes:
        return
    names = {site.name} if isinstance(site.name, str) else _Names(use).of(site.name, site.method)
    for name in sorted(names):
        if name == use.key:
            name = hidden(use.name)
        elif use.owner.get(name) is not None or not name.isidentifier():
            continue
        kept = found.kept.setdefault((use.owner, use.name), [])
        if name not in kept:
            kept.append(name)
        if name not in use.owner.names and _has_room(use.owner, name):
            var = n.Var(name, mt.AnyType(mt.TypeOfAny.explicit))
            var.info = use.owner
            var._fullname = f"{use.owner.fullname}.{name}"
            use.owner.names[name] = n.SymbolTableNode(n.MDEF, var)
            found.added.add((use.owner, name))


def _has_room(owner: n.TypeInfo, name: str) -> bool:
    """`__slots__` do not keep the attribute out."""
    slotted = [base for base in owner.mro if base.fullname != "builtins.object"]
    if any(base.slots is None for base in slotted):
        return True
    return any(name in (base.slots or ()) for base in slotted)


def _pairs(
    targets: Sequence[n.Expression], value: n.Expression
) -> Iterator[tuple[n.Expression, n.Expression]]:
    """What is assigned to what: `a, b = 1, 2` assigns twice."""
    for target in targets:
        yield target, value
        if isinstance(target, n.TupleExpr) and isinstance(value, n.TupleExpr):
            if len(target.items) == len(value.items):
                yield from zip(target.items, value.items, strict=True)


class _Names:
    """What expressions of a descriptor's methods give, as texts; empty where that is not known."""

    def __init__(self, use: _Use) -> None:
        self.use = use
        self.running: set[object] = set()

    def of(self, node: n.Node, method: n.FuncDef) -> set[str]:
        match node:
            case n.StrExpr(value=value):
                return {value}
            case n.NameExpr(node=n.Var() as var):
                return self._variable(var, method)
            case n.OpExpr(op="+"):
                return {a + b for a in self.of(node.left, method) for b in self.of(node.right, method)}
            case n.OpExpr(op="or"):
                return self.of(node.left, method) | self.of(node.right, method)
            case n.ConditionalExpr():
                return self.of(node.if_expr, method) | self.of(node.else_expr, method)
            case n.MemberExpr(name="__name__" | "__qualname__", expr=inner):
                return self._name_of(inner, method)
            case n.MemberExpr(expr=n.NameExpr(node=n.Var() as var)) if self._is_self(var, method):
                return self._attribute(node.name)
            case n.CallExpr():
                return self._call(node, method)
        return set()

    def _is_self(self, var: n.Node, method: n.FuncDef) -> bool:
        return bool(method.arguments) and method.arguments[0].variable is var

    def _name_of(self, node: n.Node, method: n.FuncDef) -> set[str]:
        """Of the class that holds the descriptor, of the descriptor's, or of the function it decorates."""
        if isinstance(node, n.NameExpr) and method.name == "__set_name__" and len(method.arguments) == 3:
            if method.arguments[1].variable is node.node:
                return {self.use.owner.name}
        if isinstance(node, n.CallExpr) and _called(node) == "builtins.type":
            return {self.use.kind.name}
        if isinstance(node, n.MemberExpr) and node.name == "__class__":
            return {self.use.kind.name}
        return {self.use.key} if self.use.decorates else set()

    def _call(self, node: n.CallExpr, method: n.FuncDef) -> set[str]:
        callee = node.callee
        if _called(node) == "builtins.str" and len(node.args) == 1:
            return self.of(node.args[0], method)
        if not isinstance(callee, n.MemberExpr):
            return set()
        if isinstance(callee.expr, n.NameExpr) and self._is_self(callee.expr.node or callee, method):
            return self._attribute(callee.name)
        if callee.name == "join" and len(node.args) == 1 and isinstance(node.args[0], n.ListExpr):
            texts = {""}
            for item in node.args[0].items:  # an f-string is `"".join([...])`
                texts = {before + part for before in texts for part in self.of(item, method)}
            return texts if isinstance(callee.expr, n.StrExpr) and not callee.expr.value else set()
        given = [self.of(argument, method) for argument in node.args]
        if callee.name == "format" and isinstance(callee.expr, n.StrExpr):
            if callee.expr.value == "{:{}}" and len(given) == 2 and given[1] == {""}:
                return given[0]
            return set()
        if callee.name in _TEXT_METHODS and all(len(one) == 1 for one in given):
            rest = [text for one in given for text in one]
            return {str(getattr(text, callee.name)(*rest)) for text in self.of(callee.expr, method)}
        return set()

    def _variable(self, var: n.Var, method: n.FuncDef) -> set[str]:
        if var.is_final and isinstance(var.final_value, str):
            return {var.final_value}
        for place, argument in enumerate(method.arguments):
            if argument.variable is not var:
                continue
            if method.name == "__set_name__":
                return {self.use.key} if place == 2 else set()
            return self._given(place, argument, method) if method.name == "__init__" else set()
        return self._once(var, lambda: self._assigned(method, var, method))

    def _given(self, place: int, argument: n.Argument, method: n.FuncDef) -> set[str]:
        """What the class's body hands to `__init__`."""
        call = self.use.made_by
        found: set[str] = set()
        for position, (given, kind, name) in enumerate(
            zip(call.args, call.arg_kinds, call.arg_names, strict=True) if call is not None else ()
        ):
            if kind == n.ARG_POS and position + 1 == place or name == argument.variable.name:
                found |= {given.value} if isinstance(given, n.StrExpr) else set()
        if not found and isinstance(argument.initializer, n.StrExpr):
            return {argument.initializer.value}
        return found

    def _attribute(self, name: str) -> set[str]:
        """What the descriptor's own methods assign to its attribute, or its property gives."""
        kinds = self.use.kind.mro
        return self._once(name, lambda: {text for kind in kinds for text in self._in_class(kind, name)})

    def _in_class(self, kind: n.TypeInfo, name: str) -> set[str]:
        found: set[str] = set()
        for entry in kind.names.values():
            item = entry.node.func if isinstance(entry.node, n.Decorator) else entry.node
            if not isinstance(item, n.FuncDef):
                continue
            if item.name == name:
                for part in walk(item.body):
                    if isinstance(part, n.ReturnStmt) and part.expr is not None:
                        found |= self.of(part.expr, item)
            else:
                found |= self._assigned(item, name, item)
        return found

    def _assigned(self, inside: n.Node, target: n.Var | str, method: n.FuncDef) -> set[str]:
        found: set[str] = set()
        for part in walk(inside):
            if not isinstance(part, n.AssignmentStmt):
                continue
            for place, value in _pairs(part.lvalues, part.rvalue):
                if isinstance(place, n.NameExpr) and place.node is target:
                    found |= self.of(value, method)
                elif isinstance(place, n.MemberExpr) and place.name == target:
                    if isinstance(place.expr, n.NameExpr) and self._is_self(place.expr.node or part, method):
                        found |= self.of(value, method)
        return found

    def _once(self, key: object, work: Callable[[], set[str]]) -> set[str]:
        """Nothing, for what is asked about while it is worked out."""
        if key in self.running:
            return set()
        self.running.add(key)
        found = work()
        self.running.discard(key)
        return found
