"""Containers of functions without annotations, into which something goes of which nobody knows the type.

    def dijkstra(graph, start):
        queue = [(0, start)]                            # for mypy a list[tuple[int, Any]]
        while queue:
            distance, node = heapq.heappop(queue)
            for other, weight in graph[node].items():
                heapq.heappush(queue, (distance + weight, other))

mypy believes what the first value says, and does not look into such functions at all unless it is asked to.
So such variables, and attributes of `self`, are declared Any, and the program is checked again (see
unannotated.py).

In checked code that is done where mypy takes None for the items, beside which nothing but Any can be put:

    self.cells = [None] * size                          # for mypy a list[None]
    self.cells[place] = value                           # `value: Any`

and with attributes that `__init__` sets to None, without an annotation, and other methods to something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeGuard

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.holding import mentions_anything
from mirage.compiler.frontend.unannotated import (
    Places,
    attribute_owner,
    attribute_place,
    is_unannotated,
    own_parts,
    unchecked_functions,
    variables_of,
)
from mirage.compiler.frontend.walk import walk

CONTAINERS = (
    "builtins.list",
    "builtins.dict",
    "builtins.set",
    "collections.deque",
    "collections.defaultdict",
    "collections.OrderedDict",
)

STORING = ("add", "append", "appendleft", "extend", "extendleft", "insert", "setdefault", "update")
"""Methods that a container is fed by where they are handed on: `subscribe(callback=queue.append)`."""


def fed_containers(tree: n.MypyFile, types: Mapping[n.Expression, mt.Type]) -> Iterator[tuple[int, str]]:
    """What to declare Any in the file: lines of functions or classes, and names (`unannotated.Places`)."""
    functions = list(unchecked_functions(tree))
    inside = set(functions)
    variables = variables_of(functions)
    for function in functions:
        for root, found in _fed_in(walk(function.body), types):
            if _knows_something(found):
                yield from _place(root, function, variables)
    checked = [node for node in walk(tree) if isinstance(node, n.FuncDef) and node not in inside]
    variables = variables_of(checked)
    for function in checked:
        for root, found in _fed_in(walk(function.body), types):
            if _knows_none(found) and _inferred(root, function) is not None:
                yield from _place(root, function, variables)
        for target in _begun_as_none(function, types):
            yield from _place(target, function, variables)
    for root, found in _fed_in(own_parts(tree), types):
        if _knows_none(found) and _is_inferred_global(root):
            yield 0, root.name


def _begun_as_none(
    function: n.FuncDef, types: Mapping[n.Expression, mt.Type]
) -> Iterator[n.MemberExpr]:
    """Attributes that another method has set to None and that get something else here."""
    for node in walk(function.body):
        if isinstance(node, n.AssignmentStmt):
            given = mt.get_proper_type(types.get(node.rvalue))
            for target in node.lvalues:
                for part in target.items if isinstance(target, n.TupleExpr | n.ListExpr) else [target]:
                    same = part is target and isinstance(given, mt.NoneType)
                    if isinstance(part, n.MemberExpr) and not same and _is_none(part, function):
                        yield part


def _is_none(attribute: n.MemberExpr, function: n.FuncDef) -> bool:
    """For mypy the attribute is None and nothing else, by its first assignment."""
    var = _inferred(attribute, function)
    return var is not None and isinstance(mt.get_proper_type(var.type), mt.NoneType)


def _fed_in(
    nodes: Iterable[n.Node], types: Mapping[n.Expression, mt.Type]
) -> Iterator[tuple[n.Expression, mt.Instance]]:
    """The containers that are fed there, with their types."""
    nodes = list(nodes)
    called = {node.callee for node in nodes if isinstance(node, n.CallExpr)}
    for node in nodes:
        roots: Iterable[n.Expression] = _fed_by(node, types)
        if isinstance(node, n.MemberExpr) and node.name in STORING and node not in called:
            roots = [_root(node.expr)]
        for root in roots:
            found = mt.get_proper_type(types.get(root))
            if isinstance(found, mt.Instance) and found.args:
                yield root, found


def _place(
    root: n.Expression, function: n.FuncDef, variables: Mapping[n.Var, n.FuncDef]
) -> Iterator[tuple[int, str]]:
    if isinstance(root, n.NameExpr) and isinstance(root.node, n.Var):
        owner = variables.get(root.node)
        if owner is not None:
            yield owner.line, root.name
        elif _is_inferred_global(root):
            yield 0, root.name
    elif isinstance(root, n.MemberExpr):
        place = attribute_place(root, function)
        if place is not None:
            yield place


def add_fed(tree: n.MypyFile, path: str, types: Mapping[n.Expression, mt.Type], wanted: Places) -> None:
    """Add what `fed_containers` finds to the places of the file."""
    found = set(fed_containers(tree, types))
    if found:
        wanted.setdefault(path, set()).update(found)


def _fed_by(node: n.Node, types: Mapping[n.Expression, mt.Type]) -> Iterator[n.Expression]:
    """The containers that a statement or call puts something into that is, or has in it, Any."""
    if isinstance(node, n.AssignmentStmt):
        if mentions_anything(types.get(node.rvalue)):
            for target in node.lvalues:
                if isinstance(target, n.IndexExpr):
                    yield _root(target.base)
    elif isinstance(node, n.OperatorAssignmentStmt):
        if mentions_anything(types.get(node.rvalue)):
            target = node.lvalue
            yield _root(target.base if isinstance(target, n.IndexExpr) else target)
    elif isinstance(node, n.CallExpr):
        unknown = any(mentions_anything(types.get(argument)) for argument in node.args)
        if unknown and isinstance(node.callee, n.MemberExpr):
            yield _root(node.callee.expr)
        callee = node.callee.node if isinstance(node.callee, n.RefExpr) else None
        if isinstance(callee, n.Decorator):
            callee = callee.func
        if isinstance(callee, n.FuncDef) and is_unannotated(callee) or unknown and _keeps(node):
            for argument in node.args:
                yield _root(argument)


def _keeps(call: n.CallExpr) -> bool:
    """Library functions that put one argument into another."""
    name = call.callee.fullname if isinstance(call.callee, n.RefExpr) else ""
    return name.partition(".")[0] in ("heapq", "_heapq", "bisect", "_bisect")


def _root(node: n.Expression) -> n.Expression:
    """`grid` of `grid[y][x]` and of `grid.setdefault(key, [])`."""
    while True:
        if isinstance(node, n.IndexExpr):
            node = node.base
        elif isinstance(node, n.CallExpr) and isinstance(node.callee, n.MemberExpr):
            node = node.callee.expr
        else:
            return node


def _knows_something(type_: mt.Type) -> bool:
    """Some item of the container, or of its items, has a type."""
    if isinstance(type_, mt.TypeAliasType) and type_.is_recursive:
        return True
    found = mt.get_proper_type(type_)
    if isinstance(found, mt.Instance) and found.args:
        return any(map(_knows_something, found.args))
    return not isinstance(found, mt.AnyType)


def _knows_none(type_: mt.Type) -> bool:
    """Some item of the container, or of its items, is None for mypy: `[None] * 9`, `dict.fromkeys("abc")`."""
    if isinstance(type_, mt.TypeAliasType) and type_.is_recursive:
        return False
    found = mt.get_proper_type(type_)
    if not isinstance(found, mt.Instance) or found.type.fullname not in CONTAINERS:
        return False
    return any(isinstance(mt.get_proper_type(arg), mt.NoneType) or _knows_none(arg) for arg in found.args)


def _inferred(root: n.Expression, function: n.FuncDef | None = None) -> n.Var | None:
    """The variable or attribute, where it has no annotation."""
    node = root.node if isinstance(root, n.NameExpr) else None
    if isinstance(root, n.MemberExpr) and function is not None:
        owner = attribute_owner(root, function)
        node = owner.names[root.name].node if owner is not None else None
    return node if isinstance(node, n.Var) and node.is_inferred else None


def _is_inferred_global(root: n.Expression) -> TypeGuard[n.NameExpr]:
    return isinstance(root, n.NameExpr) and root.kind == n.GDEF and _inferred(root) is not None
