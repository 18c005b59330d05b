"""What the application defines and never calls: `mirage check` lowers it too, for what it would refuse."""

from __future__ import annotations

from collections.abc import Iterator

from mypy import nodes as n

from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.functions import request_function
from mirage.compiler.lower.world import World


def request_unreached(world: World) -> None:
    """Queue the functions and methods of the application that nothing has asked for; inner functions come
    with theirs.  Type variables stand for unknown types."""
    reached = {inst.item for inst in world.function_insts.values()}
    for state in [state for state in world.modules.values() if not state.library]:
        for info, function in list(_definitions(state.tree, None)):
            owner = None if info is None else world.class_inst(info, ())
            if owner is not None:
                _lay_out(world, owner)
            if function is not None and function not in reached:
                request_function(world, function, owner)


def _lay_out(world: World, owner: ClassInst) -> None:
    """Objects of the class may exist, which is when its layout is decided."""
    if not owner.info.is_protocol and not owner.info.is_abstract:
        world.instantiate(owner)


def _definitions(
    node: n.Node, owner: n.TypeInfo | None
) -> Iterator[tuple[n.TypeInfo | None, n.FuncDef | None]]:
    """Each function at the top of a module or class, with its class; each class once without a function."""
    match node:
        case n.MypyFile():
            for statement in node.defs:
                yield from _definitions(statement, owner)
        case n.Block() if not node.is_unreachable:
            for statement in node.body:
                yield from _definitions(statement, owner)
        case n.IfStmt():
            for block in [*node.body, *([node.else_body] if node.else_body is not None else [])]:
                yield from _definitions(block, owner)
        case n.TryStmt():
            rest = [block for block in (node.else_body, node.finally_body) if block is not None]
            for block in [node.body, *node.handlers, *rest]:
                yield from _definitions(block, owner)
        case n.WithStmt():
            yield from _definitions(node.body, owner)
        case n.ClassDef():
            yield node.info, None
            yield from _definitions(node.defs, node.info)
        case n.Decorator():
            yield owner, node.func
        case n.OverloadedFuncDef():
            parts = node.items if node.is_property else [node.impl] if node.impl is not None else []
            for part in parts:
                yield from _definitions(part, owner)
        case n.FuncDef():
            yield owner, node
