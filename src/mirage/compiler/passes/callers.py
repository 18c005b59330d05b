"""Who called: the places that `warnings.warn(..., stacklevel=2)` and the like ask for.

    def old(): warn("...", stacklevel=2)     =>     old(): place = caller.1; ...; warn at `place`
    def main(): old()                        =>     main(): caller.1 = ("app.py", 9, ...); old()

`caller.1` holds the place of the call that led here, `caller.2` that of the call which led to its function,
and so on: `Program.callers`.  Who asks reads them first of all, since other calls change them.  Who calls
something that may ask sets them before the call: the application's code with its own place and what was in
them when it was entered; the library, which has no frames, with what it found, where another call came
between.  Only what may lead to a question within that many frames does any of this; a program without such a
question has no places.
"""

from __future__ import annotations

from collections.abc import Iterator

from mirage.compiler.ir import nodes as ir
from mirage.compiler.passes.flow import functions_in_constant, handlers, reads, successors

_Callee = ir.Function | str  # a function, or one of the two below
_VALUE = "any function whose address is taken"
_FRAME = "any frame's resume function"


def note_callers(program: ir.Program) -> None:
    """Run when generators are expanded: each resumption of a frame has a caller of its own."""
    if not program.callers:
        return
    needs = _needs(program)
    for function in program.functions:
        _Notes(program, function, needs).put()


def _callee(op: ir.Op) -> _Callee | None:
    match op:
        case ir.Call():
            return op.function
        case ir.CallVector() | ir.CallVectorRaw():
            return _VALUE
        case ir.Resume():
            return op.body or _FRAME
    return None


def _frames(op: ir.Op) -> list[ir.Site]:
    """The places a call adds: its own, and those of the comprehensions' frames that it stands in."""
    found: list[ir.Site] = []
    site = op.site if isinstance(op, ir.MayRaise) else None
    while site is not None:
        found.append(site)
        site = site.within
    return found


def _held(program: ir.Program) -> Iterator[ir.Function]:
    """The functions whose address is held somewhere."""
    for variable in program.globals:
        if variable.initial is not None:
            yield from functions_in_constant(variable.initial)
    for cls in program.classes:
        if cls.constructor is not None:
            yield cls.constructor
        if cls.plain is not None:
            yield cls.plain
    for function in program.functions:
        for block in function.blocks:
            for op in [*block.ops, block.terminator]:
                for operand in reads(op) if op is not None else ():
                    if isinstance(operand, ir.Const):
                        yield from functions_in_constant(operand)


def _needs(program: ir.Program) -> dict[_Callee, int]:
    """How many callers' places each function must find when it is entered."""
    depth = {variable: index for index, variable in enumerate(program.callers, 1)}
    needs: dict[_Callee, int] = {}
    callers: dict[_Callee, list[tuple[_Callee, int]]] = {}
    work: list[_Callee] = []

    def want(who: _Callee, places: int) -> None:
        if places > needs.get(who, 0):
            needs[who] = places
            work.append(who)

    for function in program.functions:
        for block in function.blocks:
            for op in block.ops:
                if isinstance(op, ir.GetGlobal) and op.var in depth:
                    want(function, depth[op.var])
                callee = _callee(op)
                if callee is not None:
                    callers.setdefault(callee, []).append((function, len(_frames(op))))
        if function.is_resume:
            callers.setdefault(function, []).append((_FRAME, 0))
    for function in set(_held(program)):
        callers.setdefault(function, []).append((_VALUE, 0))
    while work:
        callee = work.pop()
        for caller, frames in callers.get(callee, ()):
            want(caller, needs[callee] - frames)
    return needs


class _Notes:
    """One function's share of the work."""

    def __init__(self, program: ir.Program, function: ir.Function, needs: dict[_Callee, int]) -> None:
        self.program = program
        self.function = function
        self.needs = needs
        self.found: dict[int, ir.Reg] = {}  # what was in the variables at the beginning, as far as it is used

    def put(self) -> None:
        function = self.function
        changed = self._changed()
        for block in function.blocks:
            if any(self._asks(op) or self._leads(op) for op in block.ops):
                self._put_in(block, block in changed)
        if not self.found:
            return
        head = ir.Block("callers")
        for index, register in sorted(self.found.items()):
            head.ops.append(ir.GetGlobal(register, self.program.callers[index - 1], line=function.line))
        head.terminator = ir.Jump(function.blocks[0], line=function.line)
        function.blocks.insert(0, head)

    def _asks(self, op: ir.Op) -> bool:
        return isinstance(op, ir.GetGlobal) and op.var in self.program.callers

    def _leads(self, op: ir.Op) -> int:
        """How many places what is called may want."""
        callee = _callee(op)
        return 0 if callee is None else self.needs.get(callee, 0)

    def _changed(self) -> set[ir.Block]:
        """The blocks before which another call may have changed the places."""
        work = [b for b in self.function.blocks if any(self._leads(op) for op in b.ops)]
        changed: set[ir.Block] = set()
        while work:
            block = work.pop()
            after = [*successors(block.terminator), *(handler.block for handler in handlers(block))]
            for following in after:
                if following not in changed:
                    changed.add(following)
                    work.append(following)
        return changed

    def _put_in(self, block: ir.Block, changed: bool) -> None:
        ops: list[ir.Op] = []
        for op in block.ops:
            if isinstance(op, ir.GetGlobal) and op.var in self.program.callers:
                ops.append(ir.Move(op.dst, self._outer(self.program.callers.index(op.var) + 1), line=op.line))
                continue
            wanted = self._leads(op)
            if wanted:
                sites = _frames(op)
                if sites or changed:
                    self._set(ops, [self._place(site) for site in sites], wanted, op.line)
                changed = True
            ops.append(op)
        block.ops = ops

    def _set(self, ops: list[ir.Op], places: list[ir.Const], wanted: int, line: int) -> None:
        for index in range(1, wanted + 1):
            inner = index <= len(places)
            value: ir.Operand = places[index - 1] if inner else self._outer(index - len(places))
            ops.append(ir.SetGlobal(self.program.callers[index - 1], value, line=line))

    def _outer(self, index: int) -> ir.Operand:
        if index not in self.found:
            self.found[index] = ir.Reg(f"caller{index}", ir.Rep.REF)
        return self.found[index]

    def _place(self, site: ir.Site) -> ir.Const:
        return site.place(self.program.spoken.get(site.file, "<string>"))
