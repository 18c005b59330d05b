"""What some places of the library were given: `print` its values, exceptions their arguments.

Those places are typed `object`, and every program has them.  Writing an `object` as text needs the `__repr__`
of every class there is, with all that lists, dicts and strings need for it.  So lowering notes the types of
what is passed; what the library reads back as `lowlevel.passed(NAME, value)` is dispatched over their classes
alone.  Only numbers, strings, bool and None are told apart.  Anything else is noted as `object`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mirage.compiler.lower import types as t
from mirage.compiler.lower.types import OBJECT, Type

if TYPE_CHECKING:
    from mypy.nodes import TypeInfo

    from mirage.compiler.lower.classes import ClassInst
    from mirage.compiler.lower.functions import FunctionInst
    from mirage.compiler.lower.world import World

PRINTED = "printed"
RAISED = "raised"  # one argument of an exception, or the code of a SystemExit
SEVERAL = "several"  # the arguments of an exception, when they are not one

_OWN_TEXT = {f"builtins.{name}" for name in ("UnicodeDecodeError", "UnicodeEncodeError")}
_ASKS_FOR_TEXT = re.compile(r"(?<!def )__(str|repr)__")


def note(world: World, what: str, types: Iterable[Type]) -> None:
    """Values of these types are passed."""
    noted = _noted(world, what)
    if OBJECT in noted:
        return
    for type_ in types:
        for part in type_.items if isinstance(type_, t.UnionT) else (type_,):
            noted[part if _is_plain(world, part) else OBJECT] = None


def note_raised(world: World, inst: ClassInst, types: list[Type] | None) -> None:
    """An exception of the class gets these arguments; None: nobody knows which."""
    note(world, RAISED, [OBJECT] if types is None else types)
    if types is None or len(types) > 1 and inst.info.fullname not in _OWN_TEXT:
        note(world, SEVERAL, [OBJECT])
        if any(base.fullname == "builtins.SystemExit" for base in inst.info.mro):
            note(world, RAISED, [OBJECT])  # the tuple is the code


def note_star(world: World, inst: FunctionInst, types: list[Type] | None) -> None:
    """The function's `*values` are given arguments of these types; None: nobody knows of which."""
    if inst.item.fullname == "builtins.print":
        note(world, PRINTED, [OBJECT] if types is None else types)
    elif inst.owner is not None and is_initialiser(inst):
        note_raised(world, inst.owner, types)


def note_attribute(world: World, inst: ClassInst, name: str, type_: Type) -> None:
    """A value of the type becomes an attribute of an object of the class."""
    if name not in ("args", "code") or not _is_exception(inst.info):
        return
    if name == "code":
        note(world, RAISED, [type_])
    else:
        note_raised(world, inst, list(type_.items) if isinstance(type_, t.TupleT) else None)


def is_initialiser(inst: FunctionInst) -> bool:
    """The `__init__` of an exception of the library that takes `*args` and keeps them."""
    return (
        inst.item.name == "__init__"
        and inst.module == "builtins"
        and inst.owner is not None
        and _is_exception(inst.owner.info)
    )


def admits(world: World, what: str, inst: ClassInst) -> bool:
    """Objects of the class were passed."""
    noted = _noted(world, what)
    return OBJECT in noted or any(world.is_subtype(inst.this, type_) for type_ in noted)


def is_open(world: World, what: str) -> bool:
    """Objects of any class were passed."""
    return OBJECT in _noted(world, what)


def _noted(world: World, what: str) -> dict[Type, None]:
    noted = world.memo.get(("passed", what))
    if noted is None:
        noted = world.memo["passed", what] = dict.fromkeys(_beforehand(world, what))
    assert isinstance(noted, dict)
    return noted


def _beforehand(world: World, what: str) -> list[Type]:
    """What the application may do without a place that lowering sees."""
    if what == PRINTED:
        return []
    for info in world.subclasses.get(world.info("builtins.BaseException"), []):
        if world.is_user(info.module_name) and ("args" in info.names or "code" in info.names):
            return [OBJECT]
    texts = (line for state in world.modules.values() if not state.library for line in state.lines)
    if what == SEVERAL and any(map(_ASKS_FOR_TEXT.search, texts)):
        return [OBJECT]
    return []


def _is_exception(info: TypeInfo) -> bool:
    return any(base.fullname == "builtins.BaseException" for base in info.mro)


def _is_plain(world: World, type_: Type) -> bool:
    if world.flows.is_doubtful(type_):
        return False
    return type_ in (t.INT, t.BOOL, t.NONE) or type_ == world.str_type
