"""What an operation reads, writes and where control goes: shared by passes, verifier and emitter."""

from __future__ import annotations

from collections.abc import Iterator

from mirage.compiler.ir import nodes as ir

# The attributes that hold operands, in order of evaluation; "*x" is a list of them.
_READS: dict[type[ir.Op], tuple[str, ...]] = {
    ir.Move: ("src",),
    ir.Prim: ("*args",),
    ir.IntOp: ("*args",),
    ir.Load: ("address",),
    ir.Store: ("address", "value"),
    ir.GetField: ("obj",),
    ir.SetField: ("obj", "value"),
    ir.FieldUndefined: ("obj",),
    ir.GetTail: ("obj", "index"),
    ir.SetTail: ("obj", "index", "value"),
    ir.TailAddress: ("obj",),
    ir.TailCount: ("obj",),
    ir.Alloc: ("count",),
    ir.GetGlobal: (),
    ir.SetGlobal: ("value",),
    ir.GlobalUndefined: (),
    ir.Call: ("*args",),
    ir.CallVector: ("code", "self", "*args", "kwnames"),
    ir.CallVectorRaw: ("code", "self", "address", "nargs", "kwnames"),
    ir.CallSymbol: ("*args",),
    ir.Asm: ("*args",),
    ir.Resume: ("gen", "sent", "thrown"),
    ir.Yield: ("value", "waits_for"),
    ir.IsInstance: ("obj",),
    ir.AddTraceback: ("exception",),
    ir.Fence: (),
    ir.Jump: (),
    ir.Branch: ("condition",),
    ir.Switch: ("value",),
    ir.SwitchClass: ("obj",),
    ir.Return: ("value",),
    ir.Raise: ("exception",),
    ir.Unreachable: (),
}

_WRITES = frozenset(
    {
        ir.Move,
        ir.Prim,
        ir.IntOp,
        ir.Load,
        ir.GetField,
        ir.FieldUndefined,
        ir.GetTail,
        ir.TailAddress,
        ir.TailCount,
        ir.Alloc,
        ir.GetGlobal,
        ir.GlobalUndefined,
        ir.Call,
        ir.CallVector,
        ir.CallVectorRaw,
        ir.CallSymbol,
        ir.Asm,
        ir.Resume,
        ir.Yield,
        ir.IsInstance,
    }
)


def reads(op: ir.Op) -> list[ir.Operand]:
    """Every operand of an operation or terminator, in order."""
    found: list[ir.Operand] = []
    for name in _READS[type(op)]:
        if name[0] == "*":
            found.extend(getattr(op, name[1:]))
        else:
            value = getattr(op, name)
            if value is not None:
                found.append(value)
    return found


def written(op: ir.Op) -> ir.Reg | None:
    """The register an operation assigns."""
    if type(op) in _WRITES:
        result: ir.Reg | None = op.dst  # type: ignore[attr-defined]
        return result
    return None


def successors(terminator: ir.Terminator | None) -> list[ir.Block]:
    """Where a terminator may go (without the handlers of the block's operations)."""
    match terminator:
        case ir.Jump(target=target):
            return [target]
        case ir.Branch(if_true=if_true, if_false=if_false):
            return [if_true, if_false]
        case ir.Switch(cases=cases, default=default):
            return [*(block for _, block in cases), default]
        case ir.SwitchClass(cases=class_cases, default=default):
            return [*(block for _, block in class_cases), default]
        case _:
            return []


def handlers(block: ir.Block) -> Iterator[ir.Handler]:
    """The handlers of the block's operations."""
    for op in block.ops:
        if isinstance(op, ir.MayRaise) and op.on_error is not None:
            yield op.on_error


def reachable_blocks(function: ir.Function) -> list[ir.Block]:
    """The blocks that can run, entry first, in the function's order."""
    if not function.blocks:
        return []
    seen = {id(function.blocks[0])}
    work = [function.blocks[0]]
    while work:
        block = work.pop()
        following = successors(block.terminator)
        following.extend(handler.block for handler in handlers(block))
        for other in following:
            if id(other) not in seen:
                seen.add(id(other))
                work.append(other)
    return [block for block in function.blocks if id(block) in seen]


def remove_dead_blocks(function: ir.Function) -> None:
    """Drop the blocks nothing leads to."""
    function.blocks = reachable_blocks(function)


def leaving_blocks(function: ir.Function) -> set[ir.Block]:
    """The blocks that lead to an exception out of the function and nowhere else: at most once a call.

    A module's own code without a loop is taken for the same: it runs once.
    """
    following = _following(function)
    loops = {head for _, head in _back_edges(function, following)}
    if not loops and function.qualname == "<module>":
        return set(function.blocks)
    before = _turned(following)
    work = [b for b in function.blocks if b in loops or isinstance(b.terminator, ir.Return)]
    staying = set(work)
    while work:
        for block in before[work.pop()]:
            if block not in staying:
                staying.add(block)
                work.append(block)
    return {block for block in function.blocks if block not in staying}


def inner_loops(function: ir.Function) -> dict[ir.Block, int]:
    """The blocks whose terminators close a loop in which there is no other, each with the loop's number."""
    following = _following(function)
    closing = _back_edges(function, following)
    if not closing:
        return {}
    before = _turned(following)
    heads = {head for _, head in closing}
    found: dict[ir.Block, int] = {}
    for number, head in enumerate(block for block in function.blocks if block in heads):
        ends = [block for block, target in closing if target is head]
        inside = {head, *ends}
        work = [block for block in ends if block is not head]
        while work:
            for block in before[work.pop()]:
                if block not in inside:
                    inside.add(block)
                    work.append(block)
        if len(inside & heads) == 1:
            found.update((end, number) for end in ends if head in successors(end.terminator))
    return found


def _following(function: ir.Function) -> dict[ir.Block, list[ir.Block]]:
    """Where control goes from each block, the handlers of its operations included."""
    return {
        block: [*successors(block.terminator), *(handler.block for handler in handlers(block))]
        for block in function.blocks
    }


def _turned(following: dict[ir.Block, list[ir.Block]]) -> dict[ir.Block, list[ir.Block]]:
    """Where control comes from."""
    before: dict[ir.Block, list[ir.Block]] = {block: [] for block in following}
    for block, targets in following.items():
        for target in targets:
            before[target].append(block)
    return before


def _back_edges(
    function: ir.Function, following: dict[ir.Block, list[ir.Block]]
) -> list[tuple[ir.Block, ir.Block]]:
    """The edges that lead back to a block that leads there, with that block."""
    edges: list[tuple[ir.Block, ir.Block]] = []
    seen = {function.blocks[0]}
    path = {function.blocks[0]}
    visits = [(function.blocks[0], iter(following[function.blocks[0]]))]
    while visits:
        block, targets = visits[-1]
        for target in targets:
            if target in path:
                edges.append((block, target))
            elif target not in seen:
                seen.add(target)
                path.add(target)
                visits.append((target, iter(following[target])))
                break
        else:
            visits.pop()
            path.discard(block)
    return edges


def functions_in_constant(constant: ir.Const) -> Iterator[ir.Function]:
    """Functions whose address a constant holds."""
    match constant:
        case ir.CodeAddress(code=code):
            yield code
        case ir.FunctionObject(code=code, name=name):
            yield code
            yield from functions_in_constant(name)
        case ir.TypeObject(cls=cls):
            for one in (cls, cls.shown_by):
                if one is not None and one.constructor is not None:
                    yield one.constructor
                if one is not None and one.plain is not None:
                    yield one.plain
        case ir.TupleConst(items=items):
            for item in items:
                yield from functions_in_constant(item)
        case _:
            return
