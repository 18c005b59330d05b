"""`C.__mro__` and `C.__bases__` where generic classes and protocols are among them.

mypy leaves `Generic` and `Protocol` out of the bases of a class; here they are put back where the class
statement has them, and the order is worked out from that, as CPython does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World

MARKERS = ("typing.NamedTuple", "typing.TypedDict", "enum.Enum")  # their run-time bases are others
FORMS = {"typing.Generic": "typing._Generic", "typing.Protocol": "typing._Protocol"}
CONTAINERS = frozenset(
    f"builtins.{name}"
    for name in "list dict set frozenset tuple str bytes bytearray range memoryview type function".split()
)


class Unclear(Exception):
    """Which bases a class has on CPython is not known."""


def real_bases(world: World, info: n.TypeInfo) -> list[n.TypeInfo]:
    """`C.__bases__`"""
    if info.fullname == "typing._Protocol":
        return [world.info("typing._Generic")]
    if info.fullname == "typing._Generic" or info.fullname in CONTAINERS:
        return [world.info("builtins.object")]
    if info.fullname in MARKERS or info.is_named_tuple or info.typeddict_type is not None or info.is_enum:
        raise Unclear
    if not world.is_user(info.module_name):
        if info.is_protocol or info.defn.type_vars:
            raise Unclear
        return [base.type for base in info.bases if not base.type.fullname.startswith("builtins._")]
    if info.defn.type_args:
        raise Unclear
    written = [*info.defn.base_type_exprs, *info.defn.removed_base_type_exprs]
    written.sort(key=lambda node: (node.line, node.column))
    named = [(one.base, True) if isinstance(one, n.IndexExpr) else (one, False) for one in written]
    found: list[n.TypeInfo] = []
    for place, (base, indexed) in enumerate(named):
        if not isinstance(base, n.RefExpr):
            raise Unclear
        if base.fullname == "typing.Generic" and indexed:
            later = any(again and _is_alias(world, other) for other, again in named[place + 1 :])
            if later or any(getattr(other, "fullname", "") == "typing.Protocol" for other, _ in named):
                continue  # the other one brings it
        if base.fullname in FORMS:
            found.append(world.info(FORMS[base.fullname]))
        elif isinstance(base.node, n.TypeInfo):
            found.append(base.node)
        else:
            raise Unclear
    return found or [world.info("builtins.object")]


def _is_alias(world: World, base: n.Expression) -> bool:
    """`base[...]` is one of typing's aliases, and no `list[int]`."""
    info = base.node if isinstance(base, n.RefExpr) else None
    return not isinstance(info, n.TypeInfo) or world.is_user(info.module_name)


def real_order(world: World, info: n.TypeInfo) -> list[n.TypeInfo]:
    """`C.__mro__`: the orders of the bases and their own order, merged."""
    bases = real_bases(world, info) if info.fullname != "builtins.object" else []
    rest = [*(real_order(world, base) for base in bases), list(bases)]
    order = [info]
    while rest := [part for part in rest if part]:
        heads = (part[0] for part in rest)
        chosen = next((one for one in heads if not any(one in part[1:] for part in rest)), None)
        if chosen is None:
            raise Unclear
        order.append(chosen)
        rest = [part[1:] if part[0] is chosen else part for part in rest]
    return order


def best_base(world: World, bases: list[n.TypeInfo]) -> n.TypeInfo | None:
    """`C.__base__`: the first base, or a later one whose objects are laid out in a way of their own."""
    best: n.TypeInfo | None = None
    winner: n.TypeInfo | None = None
    for base in bases:
        solid = _solid(world, base)
        if best is None or solid is not None and (winner is None or winner in solid.mro[1:]):
            best, winner = base, solid
    return best


def _solid(world: World, info: n.TypeInfo) -> n.TypeInfo | None:
    """The class in the order that adds something to the layout; None for `object`'s."""
    for one in info.mro:
        if world.is_user(one.module_name):
            if one.slots and any(name != "__weakref__" for name in one.slots):
                return one
        elif one.module_name not in ("typing", "abc") and one.fullname != "builtins.object":
            return one
    return None
