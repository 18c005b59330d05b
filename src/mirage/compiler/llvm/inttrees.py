"""Expressions over ints: several operations with one test, and one slow way for all of them.

`(i + j) * 2 + 1` is three operations.  Where i and j are small they are made one after the other, and what
one gives needs no test before the next; where anything is not small, or overflows, all are made again by
their slow functions.  What was made before had no effects, so that this is as if it had not been.
"""

from __future__ import annotations

from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.intops import COMPARE
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
