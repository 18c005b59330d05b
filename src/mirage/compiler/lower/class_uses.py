"""Where a program asks for the class of an object only to look at it: `type(x).__name__`, `type(a) is C`.

Such a class is never called, so that no object is made of it there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.walk import walk

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

NAMES = frozenset({"__name__", "__qualname__", "__module__", "__doc__"})
READERS = frozenset(
    f"builtins.{name}"
    for name in ("isinstance", "issubclass", "print", "str", "repr", "hash", "id", "bool")
)
EXITS = frozenset({"__exit__", "__aexit__"})
METHODS = frozenset({"format", "get", "index", "count"})

BOXED_TOGETHER = ("builtins.list", "builtins.set", "builtins.dict")  # with what derives from them
# Classes with a class object for each layout, which make what is declared (`ir.TypeObject.makes`)
MAKERS = ("builtins.list", "builtins.set", "builtins.frozenset", "collections.deque")


def only_looked_at(world: World, node: n.Expression) -> bool:
    """The value of the expression, a class, is compared, shown or a key, and nothing else."""
    known = world.index.found.get("classes looked at")
    if not isinstance(known, set):
        known = world.index.found["classes looked at"] = _collect(world)
    return id(node) in known


def is_key(world: World, node: n.Expression) -> bool:
    """The expression is the key of an item that is stored, or an item of a set."""
    known = world.index.found.get("keys")
    if not isinstance(known, set):
        known = world.index.found["keys"] = {
            id(key)
            for name, module in world.modules.items()
            if world.is_user(name)
            for part in walk(module.tree)
            for key in _keys(part)
        }
    return id(node) in known


def _keys(part: n.Node) -> list[n.Expression]:
    match part:
        case n.DictExpr(items=items):
            return [key for key, _ in items if key is not None]
        case n.SetExpr(items=items):
            return list(items)
        case n.AssignmentStmt(lvalues=targets):
            return [target.index for target in targets if isinstance(target, n.IndexExpr)]
    return []


def exits_look(world: World) -> bool:
    """No `__exit__` of the application does more with the class of an exception."""
    known = world.index.found.get("exits look at classes")
    if known is None:
        modules = [module.tree for name, module in world.modules.items() if world.is_user(name)]
        parts = [part for tree in modules for part in walk(tree)]
        exits = [part for part in parts if isinstance(part, n.FuncDef) and part.name in EXITS]
        given = {argument.variable for one in exits for argument in one.arguments[1:2]}
        indexed = {id(part.base): part for part in parts if isinstance(part, n.IndexExpr)}
        uses = [part for part in parts if isinstance(part, n.NameExpr) and part.node in given]
        known = all(only_looked_at(world, indexed.get(id(use), use)) for use in uses)  # also `details[0]`
        world.index.found["exits look at classes"] = known
    return bool(known)


def _collect(world: World) -> set[int]:
    found: set[int] = set()
    stored: set[int] = set()  # keys that are given a value: who reads the keys may call them
    kept: dict[n.Var, list[n.Expression]] = {}
    uses: dict[n.Node, list[n.Expression]] = {}
    for name, module in world.modules.items():
        if not world.is_user(name):
            continue
        for part in walk(module.tree):
            found |= {id(one) for one in _looked_at(world, part)}
            if isinstance(part, n.AssignmentStmt):
                for target in part.lvalues:
                    if isinstance(target, n.IndexExpr):
                        stored.add(id(target.index))
                    if isinstance(target, n.NameExpr) and isinstance(target.node, n.Var):
                        kept.setdefault(target.node, []).append(part.rvalue)
                        found.add(id(target))
            if isinstance(part, n.NameExpr) and part.node is not None:
                uses.setdefault(part.node, []).append(part)
    found -= stored
    for var, values in kept.items():
        if all(id(use) in found for use in uses[var]):
            found |= {id(value) for value in values}
    return found


def _looked_at(world: World, part: n.Node) -> list[n.Expression]:
    """The operands of which this node only asks which class they are."""
    match part:
        case n.MemberExpr(expr=expr, name=name) if name in NAMES:
            return [expr]
        case n.ComparisonExpr(operands=operands, operators=operators):
            return operands[:1] if {"in", "not in"} & set(operators) else operands
        case n.CallExpr(callee=n.NameExpr(fullname=name), args=args) if name in READERS:
            return list(args)
        case n.CallExpr(callee=n.MemberExpr(name=name), args=args) if name in EXITS:
            return args[:1]
        case n.CallExpr(callee=n.MemberExpr(expr=receiver, name=name), args=args) if name in METHODS:
            if not _is_builtin(world, receiver):
                return []  # a registry, say, whose `get` makes an object of the class
            return args[:1] if name == "get" else list(args)
        case n.IndexExpr(base=base, index=index):
            return [index] if _is_builtin(world, base) else []
        case n.OpExpr(op="%", left=n.StrExpr(), right=n.TupleExpr(items=items)):
            return list(items)
        case n.OpExpr(op="%", left=n.StrExpr(), right=right):
            return [right]
        case n.ExpressionStmt(expr=expr):
            return [expr]
        case n.ConditionalExpr(cond=test) | n.OpExpr(op="and", left=test) | n.UnaryExpr(op="not", expr=test):
            return [test]
        case n.IfStmt(expr=tests):
            return list(tests)
    return []


def _is_builtin(world: World, node: n.Expression) -> bool:
    """A container or text of the library, which compares and shows what it is given."""
    type_ = mt.get_proper_type(world.expression_types.get(node))
    return isinstance(type_, mt.Instance) and type_.type.module_name in ("builtins", "collections")
