"""Who called: `stacklevel` of `warnings.warn` and of logging's methods.

    warn("old", stacklevel=2)     =>     warnings._warn_from("old", None, caller.1)

A level is the number of frames to go up: 1 is the place of the call itself.  The comprehensions that it
stands in have frames, as on 3.11; what is further up `passes/callers.py` finds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.frontend.analysis import spoken
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Operand, Rep
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.sites import make_site
from mirage.compiler.lower.types import OBJECT

if TYPE_CHECKING:
    from mirage.compiler.lower.builder import Builder

DEPTH = 8  # what a level that is known only at run time may be at most


def constant_level(level: n.Expression | None) -> int | None:
    """The level where it is known; None where it is not."""
    if level is None:
        return 1
    if isinstance(level, n.IntExpr):
        return level.value
    if isinstance(level, n.UnaryExpr) and level.op == "-" and isinstance(level.expr, n.IntExpr):
        return -level.expr.value
    if isinstance(level, n.RefExpr) and isinstance(level.node, n.Var) and level.node.is_final:
        value = level.node.final_value
        return value if isinstance(value, int) else None
    return None


def place_at(lower: Builder, node: n.CallExpr, level: int) -> Operand:
    """The place that many frames up: `Site.place`, or None above the first frame."""
    own = _own_places(lower, node)
    if level <= len(own):
        return own[max(level, 1) - 1]
    program = lower.world.program
    if not program.callers:
        program.spoken = {
            state.path: spoken(name) for name, state in lower.world.modules.items() if not state.library
        }
    while len(program.callers) < level - len(own):
        name = f"caller.{len(program.callers) + 1}"
        program.callers.append(lower.world.global_variable(name, f"mirage.{name}", OBJECT, ir.NoneConst()))
    found = lower.reg(Rep.REF, "caller")
    lower.emit(ir.GetGlobal(found, program.callers[level - len(own) - 1]))
    return found


def places(lower: Builder, node: n.CallExpr, count: int = DEPTH) -> Operand:
    """The places of the levels up to this one, as a tuple."""
    return lower.make_tuple([Value(place_at(lower, node, i), OBJECT) for i in range(1, count + 1)]).operand


def _own_places(lower: Builder, node: n.CallExpr) -> list[Operand]:
    """The places in this function: that of the call, and of the comprehensions that it stands in."""
    function = lower.frame_names[-1] if lower.frame_names else lower.function.qualname
    sites = [make_site(lower.module, node, function), *reversed(lower.frame_sites)]
    return [site.place(spoken(lower.module_name)) for site in sites if site is not None]
