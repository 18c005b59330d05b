"""Where a program logs: the places of calls of logging's functions, which cannot be found at run time.

    logger.info("%d done", count())   =>   its arguments; logging._called_at("app.py", 7, "main"); the call

The next record takes the place.  A bound method kept in a variable leaves none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand
from mirage.compiler.lower.called_from import DEPTH, constant_level, places
from mirage.compiler.lower.types import INT, ClassT, UnionT

if TYPE_CHECKING:
    from mirage.compiler.lower.arguments import Arg
    from mirage.compiler.lower.builder import Builder
    from mirage.compiler.lower.types import Type
    from mirage.compiler.lower.world import World

NAMES = frozenset({"debug", "info", "warning", "error", "exception", "critical", "fatal", "log"})


def note_place(lower: Builder, node: n.CallExpr, args: list[Arg]) -> None:
    """The arguments of a call have been evaluated: if it may log, say from where."""
    callee = node.callee
    if lower.library or not isinstance(callee, n.NameExpr | n.MemberExpr | n.SuperExpr):
        return
    name = callee.fullname.rpartition(".")[2] if isinstance(callee, n.NameExpr) else callee.name
    if name not in NAMES:
        return
    surely = _is_logging(lower, callee)
    if surely is None or not lower.function.qualname:
        return
    if surely:
        _refuse_frames(lower, node)
    given = next((arg for arg in args if arg.name == "stacklevel"), None)
    level = constant_level(given.node) if given is not None else 1
    if given is not None and level != 1:
        up = lower.coerce(given.value, INT, node).operand
        found = places(lower, node, DEPTH if level is None else level)
        lower.call(lower.world_function("logging._called_up"), [up, found], node)
        return
    function = lower.frame_names[-1] if lower.frame_names else lower.function.qualname
    place: list[Operand] = [ir.StrConst(lower.module.path), ir.IntConst(node.line), ir.StrConst(function)]
    lower.call(lower.world_function("logging._called_at"), place, node)


def _is_logging(lower: Builder, callee: n.NameExpr | n.MemberExpr | n.SuperExpr) -> bool | None:
    """The callee is logging's; None when it is not, False when it may be."""
    if isinstance(callee, n.SuperExpr):
        info = callee.info
        return True if info is not None and _logs(info) else None
    if isinstance(callee, n.NameExpr) or isinstance(getattr(callee.expr, "node", None), n.MypyFile):
        return True if callee.fullname.startswith("logging.") else None
    return _may_log(lower, lower.type_of(callee.expr))


def _may_log(lower: Builder, type_: Type | None) -> bool | None:
    match type_:
        case ClassT():
            if not type_.inst.info.is_protocol:
                return True if _logs(type_.inst.info) else None
        case UnionT():
            found = [_may_log(lower, item) for item in type_.items]
            return True if True in found else False if False in found else None
    return False if imports_logging(lower.world) else None


def _logs(info: n.TypeInfo) -> bool:
    return any(base.module_name == "logging" for base in info.mro)


def imports_logging(world: World) -> bool:
    """The application imports logging."""
    found = world.index.found.get("imports logging")
    if found is None:
        statements = [
            statement
            for name, module in world.modules.items()
            if world.is_user(name)
            for statement in module.tree.imports
        ]
        found = any(
            isinstance(s, n.Import)
            and any(name == "logging" for name, _ in s.ids)
            or isinstance(s, n.ImportFrom)
            and s.id == "logging"
            for s in statements
        )
        world.index.found["imports logging"] = found
    return bool(found)


def _refuse_frames(lower: Builder, node: n.CallExpr) -> None:
    for argument, name in zip(node.args, node.arg_names, strict=True):
        if name == "stack_info" and not (isinstance(argument, n.NameExpr) and argument.name == "False"):
            what = "`stack_info` (no frames are kept)"
            raise lower.unsupported(argument, what, "leave it out; `exc_info=True` shows a traceback")
