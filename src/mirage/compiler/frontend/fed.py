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
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.frontend.holding import mentions_anything
from mirage.compiler.frontend.unannotated import (
    Places,
    attribute_place,
    is_unannotated,
    unchecked_functions,
    variables_of,
)
from mirage.compiler.frontend.walk import walk


def fed_containers(tree: n.MypyFile, types: Mapping[n.Expression, mt.Type]) -> Iterator[tuple[int, str]]:
    """What to declare Any in the file: lines of functions or classes, and names (`unannotated.Places`)."""
    functions = list(unchecked_functions(tree))
    variables = variables_of(functions)
    for function in functions:
        for node in walk(function.body):
            for root in _fed_by(node, types):
                found = mt.get_proper_type(types.get(root))
                if not isinstance(found, mt.Instance) or not found.args or not _knows_something(found):
                    continue
                if isinstance(root, n.NameExpr) and isinstance(root.node, n.Var):
                    owner = variables.get(root.node)
                    if owner is not None:
                        yield owner.line, root.name
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
