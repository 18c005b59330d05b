"""Where the fields of classes lie that some class inherits together.

A field has one place in the objects of a class and of all its subclasses, so that reading it needs no look
at the class.  With several bases that takes planning: in

    class Named: ...      # name
    class Aged: ...       # age
    class Person(Named, Aged): ...

`name` and `age` must not share a place, though no object of `Named` has an `age`.  Classes that meet like
this (neither inherits from the other, a third from both) and those that meet them form a region: every
name in it has a place of its own, after the fields of the bases they have outside.  An object of `Aged`
pays for it with an unused word.  Attributes of the same name are one attribute, as in CPython's `__dict__`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n
from mypy import types as mt

from mirage.compiler.ir import nodes as ir
from mirage.compiler.lower import types as t

if TYPE_CHECKING:
    from mirage.compiler.lower.world import World


def own_fields(world: World, info: n.TypeInfo) -> dict[str, n.Var]:
    """The instance attributes with storage that the class adds to its bases'."""
    key = ("own fields", info)
    known = world.memo.get(key)
    if isinstance(known, dict):
        return known
    found: dict[str, n.Var] = {}
    world.memo[key] = found
    if not (info.is_protocol and info.module_name in ("typing", "collections.abc")):
        inst = world.class_inst(info, ())
        for name, entry in info.names.items():
            if isinstance(entry.node, n.Var) and not entry.plugin_generated and inst.is_field(entry.node):
                tail = str(entry.node.type).startswith("mirage.lowlevel.Tail[")
                if not tail and not any(name in own_fields(world, base) for base in info.mro[1:]):
                    found[name] = entry.node
    return found


def _stored(world: World, info: n.TypeInfo) -> dict[str, tuple[n.Var | None, t.Type]]:
    """What the class adds to its bases' objects: attributes, what cached properties keep."""
    from mirage.compiler.lower.classes import is_cached_property

    found: dict[str, tuple[n.Var | None, t.Type]] = {}
    substitution = world.class_inst(info, ()).substitution
    for name, var in own_fields(world, info).items():
        found[name] = var, world.declared(var, substitution, info.module_name)
    for name, entry in info.names.items():
        if isinstance(entry.node, n.Decorator) and is_cached_property(entry.node) and name not in found:
            if isinstance(entry.node.func.type, mt.CallableType):
                kept = world.translate(
                    entry.node.func.type.ret_type, substitution, world.is_user(info.module_name)
                )
                found[name] = None, kept
    return found


def _regions(world: World) -> dict[n.TypeInfo, list[n.TypeInfo]]:
    """The classes of a region, for each class that is in one."""
    known = world.memo.get("regions")
    if isinstance(known, dict):
        return known
    groups: dict[n.TypeInfo, list[n.TypeInfo]] = {}
    for info in world.infos:
        if len(info.bases) < 2:
            continue
        storing = [base for base in info.mro if _stored(world, base)]
        if info.is_enum or t.derives_from_int(info):  # int and str keep their own layouts (classes.py)
            storing = [base for base in storing if base.name not in ("int", "str")]
        for index, one in enumerate(storing):
            for other in storing[index + 1 :]:
                if other not in one.mro and one not in other.mro:
                    mine, theirs = groups.setdefault(one, [one]), groups.setdefault(other, [other])
                    if mine is not theirs:
                        mine.extend(theirs)
                        for moved in theirs:
                            groups[moved] = mine
    order = {info: index for index, info in enumerate(world.infos)}
    for members in {id(group): group for group in groups.values()}.values():
        members.sort(key=lambda info: (world.is_user(info.module_name), len(info.mro), order[info]))
    world.memo["regions"] = groups
    return groups


def region_of(world: World, info: n.TypeInfo) -> ir.Class | None:
    """The region that gives the class's own fields their places; None when they follow its bases'."""
    members = _regions(world).get(info)
    if members is None:
        return None
    key = ("region", members[0])
    found = world.memo.get(key)
    if isinstance(found, ir.Class):
        return found
    region = ir.Class(name="region", qualname=f"region of {members[0].fullname}")
    world.memo[key] = region
    types: dict[str, tuple[n.TypeInfo, n.Var | None, t.Type]] = {}
    for member in members:
        for name, (var, type_) in _stored(world, member).items():
            if name not in types:
                types[name] = member, var, type_
                region.fields.append(ir.Field(name, type_.rep))
            elif types[name][2].rep is not type_.rep:
                _reconcile(world, member, name, [types[name][1:], (var, type_)])
        for base in member.mro[1:]:
            if base not in members and _stored(world, base):
                outside = world.class_inst(member, ()).base(base)
                if outside is not None and outside.layout not in region.others:
                    region.others.append(outside.layout)
    return region


def _reconcile(world: World, info: n.TypeInfo, name: str, places: list[tuple[n.Var | None, t.Type]]) -> None:
    """One attribute, declared twice with types that are held differently."""
    if {type_ for _, type_ in places} <= {t.FLOAT, t.NUMBER} and all(var is not None for var, _ in places):
        for var, _ in places:  # an int reached one of them: both hold `int | float` in the next lowering
            world.flows.mix(var)
        return
    one, other = (type_ for _, type_ in places)
    world.refuse_class(
        info,
        "multiple-layout-bases",
        f"`{name}` is declared `{other}` in `{info.name}` and `{one}` in a class inherited beside it",
        "declare the attribute with one type, or give one of them another name",
    )
