"""Bound how deep frames resume each other.

    g.resume(...): ...     =>     g.resume(...): if depth > LIMIT: raise; depth += 1; ...; depth -= 1

A generator that delegates to a generator that delegates ... uses little stack a level, but each item goes
through all the levels: endless recursion of this kind would take minutes to reach the end of the stack.
CPython stops after 1000 frames.
"""

from __future__ import annotations

from mirage.compiler.ir import nodes as ir

LIMIT = 10_000  # frames in one another


def bound_depth(program: ir.Program) -> None:
    """Count in every resume function that may be in a cycle; they are known by `stack_check`."""
    counted = [f for f in program.functions if f.is_resume and f.stack_check]
    if not counted:
        return
    depth = ir.Global("mirage.resume_depth", ir.Rep.I64)
    program.globals.append(depth)
    for function in counted:
        _count(function, depth, program.known.recursion_error)


def _count(function: ir.Function, depth: ir.Global, error: ir.Function) -> None:
    for block in function.blocks:
        if isinstance(block.terminator, ir.Return | ir.Raise):
            block.ops.extend(_add(depth, -1))
    first = function.blocks[0]
    head, deeper, full = ir.Block("depth"), ir.Block("deeper"), ir.Block("full")
    raised = ir.Handler(ir.Block("too_deep"), ir.Reg("error", ir.Rep.REF))
    now, over = ir.Reg("depth", ir.Rep.I64), ir.Reg("over", ir.Rep.BOOL)
    head.ops = [
        ir.GetGlobal(now, depth),
        ir.Prim(over, "gt", [now, ir.RawConst(LIMIT, ir.Rep.I64)]),
    ]
    head.terminator = ir.Branch(over, full, deeper, likely=False, line=function.line)
    deeper.ops = _add(depth, 1)
    deeper.terminator = ir.Jump(first, line=function.line)
    full.ops = [ir.Call(None, error, [], on_error=raised, line=function.line)]
    full.terminator = ir.Unreachable()
    raised.block.terminator = ir.Raise(raised.exception, line=function.line)
    function.blocks[:0] = [head, deeper, full, raised.block]


def _add(depth: ir.Global, amount: int) -> list[ir.Op]:
    before, after = ir.Reg("depth", ir.Rep.I64), ir.Reg("depth", ir.Rep.I64)
    return [
        ir.GetGlobal(before, depth),
        ir.Prim(after, "add", [before, ir.RawConst(amount, ir.Rep.I64)]),
        ir.SetGlobal(depth, after),
    ]
