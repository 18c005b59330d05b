"""`a.__eq__(b)` written out, where the method is that of a built-in class (runtime/dynamic.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mypy import nodes as n

from mirage.compiler.ir.nodes import Rep
from mirage.compiler.lower import types as t
from mirage.compiler.lower.arguments import Arg
from mirage.compiler.lower.builder import Value
from mirage.compiler.lower.classes import ClassInst
from mirage.compiler.lower.types import OBJECT, ClassT

if TYPE_CHECKING:
    from mirage.compiler.lower.calls import Calls

NAMES = ("__eq__", "__ne__")


def equal_by_name(
    lower: Calls,
    receiver: Value,
    inst: ClassInst | None,
    name: str,
    args: list[Arg],
    node: n.Node,
    exact: bool = False,
) -> Value | None:
    """The answer, an object; None where the method is called as any other.

    exact   the method of this class is called, whatever subclasses have
    """
    if lower.library or name not in NAMES:
        return None
    if len(args) != 1 or args[0].star or args[0].star2 or args[0].name is not None:
        return None
    lower.not_implemented()  # what the answer may be: an object of this class exists
    if isinstance(receiver.type, t.ObjectT) and not exact:
        operands = [lower.box(receiver), lower.box(args[0].value)]
        return Value(lower.call(lower.runtime(f"dynamic.named_{name.strip('_')}"), operands, node), OBJECT)
    if inst is None or inst.info.is_protocol:
        return None
    found = inst.member(name)
    if found is None:
        return None
    if found.owner.info.module_name != "builtins" and not isinstance(receiver.type, t.NoneT):
        return None
    exact |= isinstance(receiver.type, ClassT) and receiver.type.exact
    if not exact and any(lower.world.overridden(inst.info, one) for one in NAMES):
        return None
    receiver, other = lower.stable(receiver), lower.stable(args[0].value)
    if name == "__ne__" and found.owner.info.fullname == "builtins.object":
        same = equal_by_name(lower, receiver, inst, "__eq__", [Arg(other)], node)
        if same is None:
            same = lower.invoke(receiver, "__eq__", [Arg(other)], node, OBJECT)
        answer = lower.call(lower.runtime("dynamic.unequal_from"), [lower.box(same)])
        return Value(answer, OBJECT)
    operands = [lower.box(receiver), lower.box(other)]
    if found.owner.info.fullname == "builtins.object":
        return Value(lower.call(lower.runtime("dynamic.same_object"), operands), OBJECT)
    result = lower.reg(Rep.REF, "answer")
    known, unknown, done = lower.new_block("known"), lower.new_block("unknown"), lower.new_block("answered")
    lower.branch(lower.call(lower.runtime("dynamic.knows_equal"), operands), known, unknown)
    lower.begin(known)
    lower.move(result, lower.box(lower.invoke(receiver, name, [Arg(other)], node, t.BOOL)))
    lower.jump(done)
    lower.begin(unknown)
    lower.move(result, lower.not_implemented())
    lower.jump(done)
    lower.begin(done)
    return Value(result, OBJECT)
