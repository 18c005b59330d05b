"""Frames whose function is known are resumed by a direct call.

    frame = g(n); ...; _next(frame)     =>     frame = g(n); ...; _next.g(frame), which calls g.resume

A loop over `g(n)`, `yield from g(n)` and `await g(n)` make the frame themselves and keep it in a variable
that nobody else assigns.  What resumes it in the library (`generator._next`, `frames.resume_frame`) is always
inlined, so a copy for each such function costs nothing.  LLVM can inline a direct call: then the loop is the
generator's body, and a frame that nobody else sees is not made at all.  And a frame that resumes only frames
it knows is in no cycle: it need not watch the stack.
"""

from __future__ import annotations

from dataclasses import replace

from mirage.compiler.ir import nodes as ir
from mirage.compiler.passes.flow import handlers, written


def resume_directly(program: ir.Program) -> list[ir.Function]:
    """Before generators are expanded; returns the copies, whose `Resume.body` is the generator function."""
    helpers: dict[ir.Function, int] = {}
    looping: set[ir.Function] = set()
    for function in program.functions:
        if function.inline is ir.Inline.ALWAYS and function.kind is ir.Kind.NORMAL:
            index = _resumed_parameter(function)
            if index is not None:
                helpers[function] = index
                if _never_throws(function):
                    looping.add(function)
    copies: dict[tuple[ir.Function, ir.Function, bool], ir.Function] = {}
    for function in program.functions:
        if function in helpers:
            continue
        makers: dict[ir.Reg, ir.Function] | None = None
        for block in function.blocks:
            for op in block.ops:
                if not isinstance(op, ir.Call) or op.function not in helpers:
                    continue
                frame = op.args[helpers[op.function]]
                if makers is None:
                    makers = _makers(function)
                if isinstance(frame, ir.Reg) and frame in makers:
                    eager = op.function in looping and op.site is not None
                    key = (op.function, makers[frame], eager)
                    if key not in copies:
                        copies[key] = _copy(*key)
                    op.function = copies[key]
    program.functions.extend(copies.values())
    return list(copies.values())


def _resumed_parameter(function: ir.Function) -> int | None:
    """Which parameter is the frame that the function resumes, when it is a single one."""
    resumes = [op for block in function.blocks for op in block.ops if isinstance(op, ir.Resume)]
    if len(resumes) != 1:
        return None
    sources = _single_assignments(function)
    frame: ir.Operand | None = resumes[0].gen
    while isinstance(frame, ir.Reg) and frame in sources:
        assigned = sources[frame]
        frame = assigned.src if isinstance(assigned, ir.Move) else None
    if isinstance(frame, ir.Reg) and frame in function.params:
        return function.params.index(frame)
    return None


def _never_throws(function: ir.Function) -> bool:
    """It resumes for a loop, which has the body inlined; what `await` resumes is kept in another frame."""
    resumes = (op for block in function.blocks for op in block.ops if isinstance(op, ir.Resume))
    return all(isinstance(op.thrown, ir.NoneConst) for op in resumes)


def _makers(function: ir.Function) -> dict[ir.Reg, ir.Function]:
    """The registers that hold frames of one function, and that function."""
    sources = _single_assignments(function)
    found: dict[ir.Reg, ir.Function] = {}
    for register in sources:
        source: ir.Operand = register
        while isinstance(source, ir.Reg) and source in sources:
            assigned = sources[source]
            if isinstance(assigned, ir.Call) and assigned.function.kind is ir.Kind.GENERATOR:
                found[register] = assigned.function
                break
            if not isinstance(assigned, ir.Move):
                break
            source = assigned.src
    return found


def _single_assignments(function: ir.Function) -> dict[ir.Reg, ir.Op]:
    """The registers assigned in one place only, parameters and caught exceptions apart."""
    found: dict[ir.Reg, ir.Op] = {}
    several: set[ir.Reg] = set(function.params)
    for block in function.blocks:
        several.update(handler.exception for handler in handlers(block))
        for op in block.ops:
            register = written(op)
            if register is not None:
                if register in found:
                    several.add(register)
                found[register] = op
    return {register: op for register, op in found.items() if register not in several}


def _copy(helper: ir.Function, maker: ir.Function, eager: bool) -> ir.Function:
    """The helper for frames of one function; `eager`: for a loop of the application."""
    blocks = {block: ir.Block(block.name) for block in helper.blocks}

    def moved(handler: ir.Handler | None) -> ir.Handler | None:
        return None if handler is None else ir.Handler(blocks[handler.block], handler.exception)

    def target(terminator: ir.Terminator | None) -> ir.Terminator | None:
        match terminator:
            case ir.Jump():
                return replace(terminator, target=blocks[terminator.target])
            case ir.Branch():
                yes, no = blocks[terminator.if_true], blocks[terminator.if_false]
                return replace(terminator, if_true=yes, if_false=no)
            case ir.Switch() | ir.SwitchClass():
                raise TypeError(f"{helper.symbol} resumes a frame and has a switch")
            case _:
                return terminator

    for block, made in blocks.items():
        for op in block.ops:
            if isinstance(op, ir.MayRaise):
                op = replace(op, on_error=moved(op.on_error))
            if isinstance(op, ir.Resume):
                op.body, op.eager = maker, eager
            made.ops.append(op)
        made.terminator = target(block.terminator)
    suffix = ".eager" if eager else ""
    return replace(
        helper, symbol=f"{helper.symbol}.{maker.symbol}{suffix}", blocks=[blocks[b] for b in helper.blocks]
    )
