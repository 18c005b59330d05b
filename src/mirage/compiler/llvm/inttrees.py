"""Expressions over ints: several operations with one test, and one slow way for all of them.

`(i + j) * 2 + 1` is three operations.  Where i and j are small they are made one after the other, and what
one gives needs no test before the next; where anything is not small, or overflows, all are made again by
their slow functions.  What was made before had no effects, so that this is as if it had not been.
"""

from __future__ import annotations

from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.calls import call_function
from mirage.compiler.llvm.functions import LIKELY, Emitter
from mirage.compiler.llvm.intops import COMPARE, after_check, all_small, fast, power_of_two
from mirage.compiler.llvm.types import REGISTER
from mirage.compiler.passes.flow import reads, written

LIMIT = 16  # operations with one slow way: what overflows in the last makes all of them again


def find_trees(function: ir.Function) -> dict[ir.IntOp, list[ir.IntOp]]:
    """The operations of each expression, in order, by the last of them; one alone is none.

    What an operation gives another of its expression is read by that alone.  Between them are only moves,
    which then come before the first.
    """
    blocks = [block for block in function.blocks if sum(isinstance(op, ir.IntOp) for op in block.ops) > 1]
    if not blocks:
        return {}
    uses: dict[ir.Reg, int] = {}
    assigned: dict[ir.Reg, int] = dict.fromkeys(function.params, 1)
    for block in function.blocks:
        for op in [*block.ops, block.terminator]:
            if op is None:
                continue
            for operand in reads(op):
                if isinstance(operand, ir.Reg):
                    uses[operand] = uses.get(operand, 0) + 1
            destination = written(op)
            if destination is not None:
                assigned[destination] = assigned.get(destination, 0) + 1

    def is_inner(register: ir.Reg) -> bool:
        return uses[register] == 1 and assigned[register] == 1

    trees: dict[ir.IntOp, list[ir.IntOp]] = {}
    for block in blocks:
        place = len(block.ops) - 1
        while place > 0:
            op = block.ops[place]
            place -= 1
            if not isinstance(op, ir.IntOp) or not _is_plain(op):
                continue
            members = [op]
            wanted = {register for register in _registers(op) if is_inner(register)}
            moved: set[ir.Reg] = set()
            while place >= 0 and len(members) < LIMIT:
                before = block.ops[place]
                if isinstance(before, ir.IntOp):
                    if before.dst not in wanted or before.name in COMPARE or not _is_plain(before):
                        break
                    if not moved.isdisjoint(_registers(before)):
                        break
                    members.append(before)
                    wanted.update(register for register in _registers(before) if is_inner(register))
                elif isinstance(before, ir.Move) and assigned[before.dst] == 1:
                    moved.add(before.dst)
                else:
                    break
                place -= 1
            if len(members) > 1:
                members.reverse()
                trees[op] = members
    return trees


def _is_plain(op: ir.IntOp) -> bool:
    """None of its constants is a large one."""
    return all(
        -(1 << 62) <= argument.value < 1 << 62 for argument in op.args if isinstance(argument, ir.IntConst)
    )


def _registers(op: ir.IntOp) -> list[ir.Reg]:
    return [argument for argument in op.args if isinstance(argument, ir.Reg)]


def emit_int_tree(e: Emitter, members: list[ir.IntOp]) -> None:
    """The operations of one expression; the last one's result is the expression's."""
    inner = {op.dst for op in members}
    outer: dict[ir.Operand, str] = {}
    for op in members:
        for argument in op.args:
            if argument not in inner and argument not in outer:
                outer[argument] = e.operand(argument)
    slow, done = e.new_label(), e.new_label()
    distinct = {word: argument for argument, word in outer.items()}
    small = all_small(e, list(distinct.values()), list(distinct))
    if small != "true":
        onward = e.new_label()
        e.emit(f"br i1 {small}, label %{onward}, label %{slow}, {LIKELY}")
        e.start(onward)

    value = ""
    made: dict[ir.Operand, str] = dict(outer)
    for op in members:
        words = [made[argument] for argument in op.args]
        value, good = fast(e, op.name, words, op.name in COMPARE, power_of_two(op.args[-1]))
        if good is not None:
            onward = e.new_label()
            e.emit(f"br i1 {good}, label %{onward}, label %{slow}, {LIKELY}")
            e.start(onward)
            value = after_check(e, op.name, words, value)
        made[op.dst] = value
    fast_end = e.label
    e.emit(f"br label %{done}")

    e.start(slow)
    again: dict[ir.Operand, str] = dict(outer)
    for op in members:
        again[op.dst] = call_function(e, op.slow, [f"i64 {again[argument]}" for argument in op.args], op)
    result = members[-1].dst
    slow_end = e.label
    e.emit(f"br label %{done}")
    e.start(done)
    kind = REGISTER[result.rep]
    e.assign(result, e.value(f"phi {kind} [ {value}, %{fast_end} ], [ {again[result]}, %{slow_end} ]"))
