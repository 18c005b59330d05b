"""Globals that never change, globals nobody reads, and functions that do nothing.

    LIMIT = 8 (never assigned again);  x = LIMIT        =>        x = 8
    SIZE = 9 (the only value, but perhaps not yet)      =>        if SIZE is unset: raise NameError;  x = 9
    UNUSED = f()                                        =>        f()
    init.module.3(): return;  init.module.3()           =>        (nothing)

LLVM finds the same in one module that holds the whole program; units are compiled apart and do not
see who else writes a global.
"""

from __future__ import annotations

from mirage.compiler.ir import nodes as ir

_PLAIN = ir.IntConst | ir.FloatConst | ir.BoolConst | ir.StrConst | ir.TupleConst


def settle_globals(program: ir.Program) -> None:
    """Replace reads of what never changes, drop writes of what is never read and calls of the empty."""
    written: dict[ir.Global, ir.Operand | None] = {}  # None: more than one value
    read: set[ir.Global] = set()
    for function in program.functions:
        for block in function.blocks:
            for op in block.ops:
                match op:
                    case ir.SetGlobal(var=var, value=value):
                        written[var] = value if written.get(var, value) == value else None
                    case ir.GetGlobal(var=var) | ir.GlobalUndefined(var=var):
                        read.add(var)
    fixed: dict[ir.Global, ir.Const] = {}
    for variable in program.globals:
        initial = variable.initial
        if variable not in written and initial is not None and not isinstance(initial, ir.Undefined):
            fixed[variable] = initial
    only: dict[ir.Global, ir.Const] = {
        variable: value
        for variable, value in written.items()
        if isinstance(value, _PLAIN) and variable.initial is None and variable.rep is value.rep
    }
    for function in program.functions:
        for block in function.blocks:
            block.ops = [
                settled for op in block.ops if (settled := _settle(op, fixed, only, read)) is not None
            ]
    program.globals = [v for v in program.globals if v in read and v not in fixed]
    _drop_empty_calls(program)


def _settle(
    op: ir.Op, fixed: dict[ir.Global, ir.Const], only: dict[ir.Global, ir.Const], read: set[ir.Global]
) -> ir.Op | None:
    """The operation, or what stands for it.

    only    globals that are unset or have this value: reads come after a test, which stays
    """
    match op:
        case ir.GetGlobal(dst=dst, var=var) if var in only:
            return ir.Move(dst, only[var], line=op.line)
        case ir.GetGlobal(dst=dst, var=var) if var in fixed:
            return ir.Move(dst, fixed[var], line=op.line)
        case ir.GlobalUndefined(dst=dst, var=var) if var in fixed:
            return ir.Move(dst, ir.BoolConst(False), line=op.line)
        case ir.SetGlobal(var=var) if var not in read:
            return None
        case _:
            return op


def _drop_empty_calls(program: ir.Program) -> None:
    """A caller may become empty itself, so this goes on until nothing changes."""
    empty: set[ir.Function] = set()
    while True:
        before = len(empty)
        empty.update(f for f in program.functions if f not in empty and _is_empty(f))
        if len(empty) == before:
            return
        for function in program.functions:
            for block in function.blocks:
                if any(isinstance(op, ir.Call) and op.function in empty for op in block.ops):
                    block.ops = [
                        op for op in block.ops if not (isinstance(op, ir.Call) and op.function in empty)
                    ]


def _is_empty(function: ir.Function) -> bool:
    """Only jumps lead from the entry to a return without a value."""
    if function.exported or function.result is not ir.Rep.VOID or function.kind is not ir.Kind.NORMAL:
        return False
    if any(block.ops for block in function.blocks):
        return False
    return all(
        isinstance(block.terminator, ir.Jump)
        or isinstance(block.terminator, ir.Return)
        and block.terminator.value is None
        for block in function.blocks
    ) and any(isinstance(block.terminator, ir.Return) for block in function.blocks)
