"""Generators to state machines.

    def g(n): yield n; yield n + 1     =>     g(n): frame = Alloc; frame.n = n; return frame
                                              g.resume(frame, sent, thrown): switch frame._state ...

Registers that live across a yield become fields of the frame.  A body that ends stores its value in
`_result`, sets `_state` to -1 and returns the error StopSentinel; a body that raises sets `_state`
to -1 and raises; `_running` is set in between, for the library to refuse a second entry.  A frame
resumed in state 0 with an exception raises it without running the body.
"""

from __future__ import annotations

from mirage.compiler.errors import compiling
from mirage.compiler.ir import nodes as ir
from mirage.compiler.passes.flow import handlers, reachable_blocks, reads, successors, written
from mirage.compiler.passes.resumed import resume_directly

FINISHED = -1


def expand_generators(program: ir.Program) -> None:
    """Replace every generator function by its creator and its resume function."""
    direct = resume_directly(program)
    known_classes = set(program.classes)
    added: dict[ir.Function, ir.Function] = {}
    for function in program.functions:
        if function.kind is ir.Kind.GENERATOR:
            if function.frame is None:
                raise ValueError(f"generator {function.symbol} has no frame class")
            if function.frame not in known_classes:
                known_classes.add(function.frame)
                program.classes.append(function.frame)
            with compiling(function.file, function.line):
                added[function] = _expand(function, function.frame, program.known)
    program.functions.extend(added.values())
    for function in direct:
        for block in function.blocks:
            for op in block.ops:
                if isinstance(op, ir.Resume) and op.body is not None:
                    op.body = added[op.body]


def live_registers(function: ir.Function) -> dict[ir.Block, set[ir.Reg]]:
    """The registers each block may read before it writes them, error edges included."""
    live: dict[ir.Block, set[ir.Reg]] = {block: set() for block in function.blocks}
    predecessors: dict[ir.Block, list[ir.Block]] = {block: [] for block in function.blocks}
    for block in function.blocks:
        for following in successors(block.terminator):
            predecessors[following].append(block)
        for handler in handlers(block):
            predecessors[handler.block].append(block)
    work = list(function.blocks)
    queued = set(work)
    while work:
        block = work.pop()
        queued.discard(block)
        now = live_out(block, live)
        for op in reversed(block.ops):
            step_back(op, now, live)
        if len(now) != len(live[block]):
            live[block] = now
            for before in predecessors[block]:
                if before not in queued:
                    queued.add(before)
                    work.append(before)
    return live


def live_out(block: ir.Block, live: dict[ir.Block, set[ir.Reg]]) -> set[ir.Reg]:
    """The registers alive just before the block's terminator."""
    now: set[ir.Reg] = set()
    for following in successors(block.terminator):
        now |= live[following]
    if block.terminator is not None:
        now.update(operand for operand in reads(block.terminator) if isinstance(operand, ir.Reg))
    return now


def step_back(op: ir.Op, now: set[ir.Reg], live: dict[ir.Block, set[ir.Reg]]) -> None:
    """Turn the set alive after `op` into the set alive before it."""
    destination = written(op)
    if destination is not None:
        now.discard(destination)
    if isinstance(op, ir.MayRaise) and op.on_error is not None:
        now |= live[op.on_error.block] - {op.on_error.exception}
    now.update(operand for operand in reads(op) if isinstance(operand, ir.Reg))


def _expand(function: ir.Function, frame: ir.Class, known: ir.Known) -> ir.Function:
    function.blocks = reachable_blocks(function)
    body = _Body(function, frame, known)
    resume = body.build()
    creator = ir.Block("create")
    made = ir.Reg("frame", ir.Rep.REF)
    creator.ops = [
        ir.Alloc(made, frame, line=function.line),
        ir.SetField(made, frame, "_resume", ir.CodeAddress(resume)),
        ir.SetField(made, frame, "_name", _named(function, body.lines, known.places_read)),
    ]
    stored = {f.name for f in frame.fields}
    for index, parameter in enumerate(function.params):
        name = f"p{index}"
        if name in stored:
            creator.ops.append(ir.SetField(made, frame, name, parameter))
    creator.terminator = ir.Return(made)
    function.blocks = [creator]
    function.kind = ir.Kind.NORMAL
    return resume


def _named(function: ir.Function, lines: list[int], placed: bool) -> ir.Const:
    """The qualified name, or both names and a place (runtime/frames.py).

    A place is file, line of the `def`, and the lines of the yields.
    """
    full = function.frame_name or function.qualname
    if not placed or not function.file or "/typeshed/" in function.file:
        return ir.StrConst(full)
    numbers = ",".join(map(str, [function.line, *lines]))
    names = (ir.StrConst(full.rpartition(".")[2]), ir.StrConst(full))
    return ir.TupleConst((*names, ir.StrConst(f"{function.file}:{numbers}")))


class _Body:
    """The resume function of one generator."""

    def __init__(self, function: ir.Function, frame: ir.Class, known: ir.Known) -> None:
        self.function = function
        self.frame = frame
        self.known = known
        self.this = ir.Reg("frame", ir.Rep.REF)
        self.sent = ir.Reg("sent", ir.Rep.REF)
        self.thrown = ir.Reg("thrown", ir.Rep.REF)
        self.slots: dict[ir.Reg, str] = {}
        self.states: list[tuple[int, ir.Block]] = []
        self.lines: list[int] = []  # of the yields, by state from 1 on
        self.blocks: list[ir.Block] = []
        self.failing = ir.Handler(ir.Block("failed"), ir.Reg("failure", ir.Rep.REF))
        self.numbers: dict[ir.Reg, int] = {register: n for n, register in enumerate(function.params)}
        for block in function.blocks:
            for op in [*block.ops, block.terminator or ir.Unreachable()]:
                if isinstance(op, ir.MayRaise) and op.on_error is not None:
                    self.numbers.setdefault(op.on_error.exception, len(self.numbers))
                for register in [*reads(op), written(op)]:
                    if isinstance(register, ir.Reg):
                        self.numbers.setdefault(register, len(self.numbers))

    def build(self) -> ir.Function:
        function = self.function
        live = live_registers(function)
        entry_live = live[function.blocks[0]]
        assigned = {handler.exception for block in function.blocks for handler in handlers(block)}
        for block in function.blocks:
            for op in block.ops:
                destination = written(op)
                if destination is not None:
                    assigned.add(destination)
        for index, parameter in enumerate(function.params):
            if parameter in entry_live or self._crosses(parameter, live):
                self._slot(parameter, f"p{index}")
        original = function.blocks
        for block in original:
            self._split(block, live, assigned)
        start = self._start(original[0], assigned)
        dispatch = ir.Block("dispatch")
        state = ir.Reg("state", ir.Rep.I64)
        dispatch.ops = [ir.GetField(state, self.this, self.frame, "_state"), self._set_running(True)]
        dispatch.terminator = ir.Switch(state, [(0, start), *self.states], self._over())
        self._finish_failures()
        return ir.Function(
            symbol=f"{function.symbol}.resume",
            params=[self.this, self.sent, self.thrown],
            result=ir.Rep.REF,
            blocks=[dispatch, *self.blocks],
            inline=ir.Inline.NEVER if function.inline is ir.Inline.NEVER else ir.Inline.AUTO,
            no_stack_check=function.no_stack_check,
            module=function.module,
            qualname=function.qualname,
            file=function.file,
            line=function.line,
            is_resume=True,
        )

    def _crosses(self, register: ir.Reg, live: dict[ir.Block, set[ir.Reg]]) -> bool:
        return any(register in alive for alive in live.values())

    def _slot(self, register: ir.Reg, name: str = "") -> str:
        """The frame field of a register, made on first use."""
        if register not in self.slots:
            name = name or f"r{len(self.slots)}"
            self.slots[register] = name
            self.frame.fields.append(ir.Field(name, register.rep))
        return self.slots[register]

    def _block(self, name: str) -> ir.Block:
        block = ir.Block(name)
        self.blocks.append(block)
        return block

    def _split(self, block: ir.Block, live: dict[ir.Block, set[ir.Reg]], assigned: set[ir.Reg]) -> None:
        """Cut a block at its yields; the first part stays the block others jump to."""
        alive_after: list[set[ir.Reg]] = []
        now = live_out(block, live)
        for op in reversed(block.ops):
            if isinstance(op, ir.Yield):
                alive_after.append(set(now))
            step_back(op, now, live)
        ops, terminator = block.ops, block.terminator
        current = block
        current.ops = []
        self.blocks.append(current)
        for op in ops:
            if isinstance(op, ir.Yield):
                current = self._suspend(current, op, alive_after.pop(), live, assigned)
                continue
            if isinstance(op, ir.MayRaise) and op.on_error is None:
                op.on_error = self.failing
            current.ops.append(op)
        current.terminator = terminator
        if isinstance(terminator, ir.Return):
            value = terminator.value if terminator.value is not None else ir.NoneConst()
            current.ops.append(ir.SetField(self.this, self.frame, "_result", value))
            current.ops.extend(self._leave(FINISHED))
            current.terminator = ir.Raise(ir.StopSentinel(), line=terminator.line)
        elif isinstance(terminator, ir.Raise):
            if terminator.site is not None:
                note = ir.AddTraceback(terminator.exception, terminator.site, line=terminator.line)
                current.ops.append(note)
            current.ops.append(ir.Move(self.failing.exception, terminator.exception))
            current.terminator = ir.Jump(self.failing.block, line=terminator.line)

    def _set_state(self, state: int) -> ir.SetField:
        return ir.SetField(self.this, self.frame, "_state", ir.RawConst(state, ir.Rep.I64))

    def _set_running(self, running: bool) -> ir.SetField:
        return ir.SetField(self.this, self.frame, "_running", ir.BoolConst(running))

    def _leave(self, state: int) -> list[ir.Op]:
        """What precedes every way out of the body."""
        return [self._set_state(state), self._set_running(False)]

    def _suspend(
        self,
        current: ir.Block,
        op: ir.Yield,
        after: set[ir.Reg],
        live: dict[ir.Block, set[ir.Reg]],
        assigned: set[ir.Reg],
    ) -> ir.Block:
        """End `current` by handing out the value; returns the block that runs after the yield."""
        on_error = op.on_error if op.on_error is not None else self.failing
        alive = after - {op.dst}
        if op.on_error is not None:
            alive |= live[op.on_error.block] - {op.on_error.exception}
        number = len(self.states) + 1
        ordered = self._order(alive)
        for register in ordered:
            name = self._slot(register)
            if register in assigned:
                current.ops.append(ir.SetField(self.this, self.frame, name, register))
        noted = op.waits_for if self.known.awaited_read else None
        if noted is not None:
            current.ops.append(ir.SetField(self.this, self.frame, "_waits_for", noted))
        current.ops.extend(self._leave(number))
        current.terminator = ir.Return(op.value, line=op.line)

        resumed = self._block(f"resume{number}")
        self.states.append((number, resumed))
        self.lines.append(op.line)
        for register in ordered:
            resumed.ops.append(ir.GetField(register, self.this, self.frame, self.slots[register]))
        if noted is not None:
            resumed.ops.append(ir.SetField(self.this, self.frame, "_waits_for", ir.NoneConst()))
        threw = ir.Reg("threw", ir.Rep.BOOL)
        resumed.ops.append(ir.Prim(threw, "is_not", [self.thrown, ir.NoneConst()]))
        raising = self._block(f"throw{number}")
        going_on = self._block(f"after{number}")
        resumed.terminator = ir.Branch(threw, raising, going_on, likely=False, line=op.line)
        if op.site is not None:
            raising.ops.append(ir.AddTraceback(self.thrown, op.site, line=op.line))
        raising.ops.append(ir.Move(on_error.exception, self.thrown))
        raising.terminator = ir.Jump(on_error.block, line=op.line)
        going_on.ops.append(ir.Move(op.dst, self.sent))
        return going_on

    def _order(self, registers: set[ir.Reg]) -> list[ir.Reg]:
        """In the order of their first appearance, so that builds repeat."""
        return sorted(registers, key=self.numbers.__getitem__)

    def _start(self, first: ir.Block, assigned: set[ir.Reg]) -> ir.Block:
        """State 0: load the parameters, or raise what was thrown before the body began."""
        start = self._block("start")
        begin = self._block("begin")
        threw = ir.Reg("threw", ir.Rep.BOOL)
        refuse = self._block("refuse")
        start.ops.append(ir.Prim(threw, "is_not", [self.thrown, ir.NoneConst()]))
        start.terminator = ir.Branch(threw, refuse, begin, likely=False, line=self.function.line)
        refuse.ops.extend(self._leave(FINISHED))
        refuse.terminator = ir.Raise(self.thrown, line=self.function.line)
        parameters = set(self.function.params)
        for register, name in self.slots.items():
            if register in parameters:
                begin.ops.append(ir.GetField(register, self.this, self.frame, name))
            elif register.rep is ir.Rep.REF:  # a frame never shows the collector a stray word
                begin.ops.append(ir.Move(register, ir.NoneConst()))
            elif register.rep is ir.Rep.INT:
                begin.ops.append(ir.Move(register, ir.Undefined(ir.Rep.INT)))
        begin.terminator = ir.Jump(first, line=self.function.line)
        return start

    def _over(self) -> ir.Block:
        """Resumed after the end: raise what was thrown, else stop again without a value."""
        over = self._block("over")
        threw = ir.Reg("threw", ir.Rep.BOOL)
        raising = self._block("raise")
        stop = self._block("stop")
        over.ops.append(self._set_running(False))
        over.ops.append(ir.Prim(threw, "is_not", [self.thrown, ir.NoneConst()]))
        over.terminator = ir.Branch(threw, raising, stop)
        raising.terminator = ir.Raise(self.thrown)
        stop.ops.append(ir.SetField(self.this, self.frame, "_result", ir.NoneConst()))
        stop.terminator = ir.Raise(ir.StopSentinel())
        return over

    def _finish_failures(self) -> None:
        failed = self.failing.block
        self.blocks.append(failed)
        failed.ops.extend(self._leave(FINISHED))
        exception: ir.Reg = self.failing.exception
        if self.known.generator_stop is not None:
            kinds = {"coroutine": 1, "async_generator": 2}
            base = self.frame.base
            kind = ir.RawConst(kinds.get(base.name, 0) if base is not None else 0, ir.Rep.I64)
            changed = ir.Reg("changed", ir.Rep.REF)
            failed.ops.append(ir.Call(changed, self.known.generator_stop, [exception, kind]))
            exception = ir.Reg("present", ir.Rep.REF)
            failed.ops.append(ir.Prim(exception, "present", [changed]))
        failed.terminator = ir.Raise(exception)
