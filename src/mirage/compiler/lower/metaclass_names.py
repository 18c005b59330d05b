"""Whether a program asks for ABCMeta or EnumMeta: only then class objects say that they are of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.walk import walk

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

NAMES = ("abc.ABCMeta", "enum.EnumMeta")


def names_metaclasses(world: World) -> bool:
    """The application names one of them other than as a metaclass or a base."""
    known = world.index.found.get("names metaclasses")
    if not isinstance(known, bool):
        known = world.index.found["names metaclasses"] = any(
            _is_named(module.tree) for name, module in world.modules.items() if world.is_user(name)
        )
    return known


def _is_named(tree: n.MypyFile) -> bool:
    parts = list(walk(tree))
    given: set[int] = set()
    for part in parts:
        if isinstance(part, n.ClassDef):
            given |= {id(base) for base in part.base_type_exprs}
            given |= {id(value) for value in part.keywords.values()}
            given.add(id(part.metaclass))
    return any(_names(part) and id(part) not in given for part in parts)


def _names(part: n.Node) -> bool:
    if not isinstance(part, n.RefExpr):
        return False
    return part.fullname in NAMES or part.fullname == "enum.EnumType"
