"""One function as LLVM text: registers, blocks, error paths.

Registers assigned once and read only in that block are plain SSA values; the others live in entry
allocas that mem2reg removes.  Every error edge leads to a landing block of its handler (or of the
caller), whose phi gathers the exceptions; edges with a site pass a landing that notes it first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.llvm.debug import LIBRARY
from mirage.compiler.llvm.fragment import MARK, Fragment, runs_fast
from mirage.compiler.llvm.types import (
    APART,
    FOR_SIZE,
    REGISTER,
    pair_type,
    quoted,
    rep_of,
    result_type,
    returns_error,
)
from mirage.compiler.passes.flow import handlers, inner_loops, leaving_blocks, reads, written

if TYPE_CHECKING:
    from mirage.compiler.llvm.module import Module

LIKELY = "!prof !0"
UNLIKELY = "!prof !1"


class _Landing:
    """Where the errors of one handler, or of the caller, meet."""

    def __init__(self, label: str, handler: ir.Handler | None) -> None:
        self.label = label
        self.handler = handler
        self.errors: list[str] = []  # the phi's operands
        self.sites: list[str] = []  # and those of the place to note, when there is one


class Emitter:
    """Emits one function; `fragment()` gives its text."""

    def __init__(self, module: Module, function: ir.Function) -> None:
        self.module = module
        self.constants = module.constants
        self.function = function
        self.attributes = module.attributes(function)
        self.lines: list[str] = []
        self.label = ""  # of the LLVM block being written
        self.values: dict[ir.Reg, str] = {}
        self.slots: dict[ir.Reg, str] = {}
        self.vector_size = 0  # words in the array for CallVector's arguments
        self._temporaries = 0
        self._labels = 0
        self._blocks = {block: f"b{index}" for index, block in enumerate(function.blocks)}
        self._landings: dict[tuple[tuple[ir.Block, ir.Reg] | None, bool], _Landing] = {}
        self._returns: list[tuple[str, str, str]] = []  # block, value, error
        self._marked = 0
        self._location = ""
        self.leaving = False  # the block being written ends in an exception, or runs once
        self.loop = ""  # the attachment of the block's terminator, where it closes an inner loop
        if _makes_or_calls(function):
            module.leaving[function] = leaving_blocks(function)

    # --- writing ----------------------------------------------------------------------------

    def emit(self, line: str) -> None:
        self.lines.append("  " + line)

    def value(self, line: str) -> str:
        """Write an instruction with a result; returns the result's name."""
        self._temporaries += 1
        name = f"%t{self._temporaries}"
        self.lines.append(f"  {name} = {line}")
        return name

    def new_label(self) -> str:
        self._labels += 1
        return f"l{self._labels}"

    def start(self, label: str) -> None:
        self.lines.append(f"{label}:")
        self.label = label

    def block_label(self, block: ir.Block) -> str:
        return self._blocks[block]

    @property
    def allocate(self) -> ir.Function:
        """What an allocation calls here."""
        known = self.module.program.known
        apart = known.allocate_apart
        if apart is None or self.function is apart:
            return known.allocate
        return apart if self.attributes in FOR_SIZE or self.leaving else known.allocate

    @property
    def may_be_left_out(self) -> bool:
        """LLVM may find out that nobody sees an object made here: it seldom does in the library."""
        if self.allocate is not self.module.program.known.allocate:
            return False
        return self.function.inline is ir.Inline.ALWAYS or not self.function.file.startswith(LIBRARY)

    # --- registers --------------------------------------------------------------------------

    def operand(self, operand: ir.Operand) -> str:
        """The operand's value, without its type."""
        if isinstance(operand, ir.Reg):
            slot = self.slots.get(operand)
            if slot is not None:
                return self.value(f"load {REGISTER[operand.rep]}, ptr {slot}")
            return self.values[operand]
        return self.constants.text(operand)

    def typed(self, operand: ir.Operand) -> str:
        return f"{REGISTER[rep_of(operand)]} {self.operand(operand)}"

    def assign(self, destination: ir.Reg | None, value: str) -> None:
        if destination is None:
            return
        slot = self.slots.get(destination)
        if slot is not None:
            self.emit(f"store {REGISTER[destination.rep]} {value}, ptr {slot}")
        else:
            self.values[destination] = value

    def _choose_slots(self) -> None:
        """Registers that need memory before mem2reg: several assignments, or uses in other blocks."""
        home: dict[ir.Reg, int] = {parameter: -1 for parameter in self.function.params}
        needing: dict[ir.Reg, None] = {}
        for index, block in enumerate(self.function.blocks):
            for op in block.ops:
                for operand in reads(op):
                    if isinstance(operand, ir.Reg) and home.get(operand) not in (index, -1):
                        needing[operand] = None
                destination = written(op)
                if destination is not None:
                    if destination in home:
                        needing[destination] = None
                    home[destination] = index
            if block.terminator is not None:
                for operand in reads(block.terminator):
                    if isinstance(operand, ir.Reg) and home.get(operand) not in (index, -1):
                        needing[operand] = None
            for handler in handlers(block):
                needing[handler.exception] = None
        for number, register in enumerate(needing):
            self.slots[register] = f"%r{number}"

    # --- errors -----------------------------------------------------------------------------

    def check(self, error: str, op: ir.MayRaise) -> None:
        """Go to the operation's error path when `error` is not null, else on in a new block."""
        failed = self.value(f"icmp ne ptr {error}, null")
        onward = self.new_label()
        target = self.error_path(error, op.on_error, op.site)
        self.emit(f"br i1 {failed}, label %{target}, label %{onward}, {UNLIKELY}")
        self.start(onward)

    def error_path(self, error: str, handler: ir.Handler | None, site: ir.Site | None) -> str:
        """The label to branch to, from the current block, with the exception `error`."""
        landing = self._landing(handler, site is not None)
        landing.errors.append(f"[ {error}, %{self.label} ]")
        if site is not None:
            landing.sites.append(f"[ {self.constants.site(site)}, %{self.label} ]")
        return landing.label

    def _landing(self, handler: ir.Handler | None, noting: bool) -> _Landing:
        key = (None if handler is None else (handler.block, handler.exception), noting)
        landing = self._landings.get(key)
        if landing is None:
            landing = self._landings[key] = _Landing(f"landing{len(self._landings)}", handler)
        return landing

    def _write_landings(self) -> None:
        for (_, noting), landing in sorted(self._landings.items(), key=lambda item: not item[0][1]):
            if noting:  # first those that note a site: they go on to the others
                onward = self._landing(landing.handler, False)
                self.start(landing.label)
                error = self.value(f"phi ptr {', '.join(landing.errors)}")
                site = self.value(f"phi ptr {', '.join(landing.sites)}")
                self.emit(f"call {APART}void @mirage.note(ptr {error}, ptr {site})")
                self.emit(f"br label %{onward.label}")
                onward.errors.append(f"[ {error}, %{landing.label} ]")
        for (_, noting), landing in self._landings.items():
            if not noting:
                self._finish_landing(landing)

    def _finish_landing(self, landing: _Landing) -> None:
        self.start(landing.label)
        error = self.value(f"phi ptr {', '.join(landing.errors)}")
        handler = landing.handler
        if handler is not None:
            self.assign(handler.exception, error)
            self.emit(f"br label %{self._blocks[handler.block]}")
        elif not self.function.can_raise:  # a broken promise of no_raise must not go unnoticed
            self.emit("call void @llvm.trap()")
            self.emit("unreachable")
        else:
            self.return_error(error)

    def return_error(self, error: str) -> None:
        """Return the exception `error` to the caller."""
        # Where LLVM inlines, a pair of which both parts come from a call would stay one value to it, in which
        # the branches that follow do not see that the error is absent.
        value = "zeroinitializer" if self.function.inline is ir.Inline.ALWAYS else "poison"
        self._returns.append((self.label, value, error))
        self.emit("br label %return")

    def return_value(self, value: str) -> None:
        """Return from the function; `value` is ignored where it returns nothing."""
        rep = self.function.result
        if not returns_error(self.function):
            self.emit("ret void" if rep is Rep.VOID else f"ret {REGISTER[rep]} {value}")
        else:
            self._returns.append((self.label, value, "null"))
            self.emit("br label %return")

    def _write_return(self) -> None:
        """The one return of a raising function: phis of values, where pairs would not be simplified."""
        if not self._returns:
            return
        self.start("return")
        rep = self.function.result
        value, error = self._returns[0][1:]
        if len(self._returns) > 1:
            if rep is not Rep.VOID:
                values = ", ".join(f"[ {v}, %{label} ]" for label, v, _ in self._returns)
                value = self.value(f"phi {REGISTER[rep]} {values}")
            errors = ", ".join(f"[ {e}, %{label} ]" for label, _, e in self._returns)
            error = self.value(f"phi ptr {errors}")
        if rep is Rep.VOID:
            self.emit(f"ret ptr {error}")
        else:
            pair = pair_type(rep)
            half = self.value(f"insertvalue {pair} poison, {REGISTER[rep]} {value}, 0")
            self.emit(f"ret {pair} {self.value(f'insertvalue {pair} {half}, ptr {error}, 1')}")

    # --- the whole --------------------------------------------------------------------------

    def fragment(self) -> Fragment:
        """The function's text, to be put into as many modules as need it."""
        from mirage.compiler.llvm.intops import emit_expression
        from mirage.compiler.llvm.inttrees import find_trees
        from mirage.compiler.llvm.ops import EMITTERS

        function = self.function
        self._choose_slots()
        for index, parameter in enumerate(function.params):
            self.values[parameter] = f"%a{index}"
        self._set_line(function.line)
        self.start("entry")
        for register, slot in self.slots.items():
            self.emit(f"{slot} = alloca {REGISTER[register.rep]}")
            if register in self.values:
                self.emit(f"store {REGISTER[register.rep]} {self.values[register]}, ptr {slot}")
        vector_at = len(self.lines)
        if function.stack_check:
            self._write_stack_check()
        self.emit(f"br label %{self._blocks[function.blocks[0]]}")
        self._mark(self._location)
        leaving = self.module.leaving.get(function, set())
        loops = inner_loops(function) if runs_fast(function, self.attributes) else {}
        trees = find_trees(function)
        inner = {op for members in trees.values() for op in members[:-1]}
        for block in function.blocks:
            self.start(self._blocks[block])
            self.leaving = block in leaving
            self.loop = f", !llvm.loop {MARK}L{loops[block]}{MARK}" if block in loops else ""
            for op in block.ops:
                if op in inner:
                    continue
                self._set_line(op.line)
                if isinstance(op, ir.IntOp) and op in trees:
                    emit_expression(self, trees[op])
                else:
                    EMITTERS[type(op)](self, op)
                self._mark(self._location)
            terminator = block.terminator
            if terminator is None:
                raise ValueError(f"block {block.name} of {function.symbol} has no terminator")
            self._set_line(terminator.line)
            EMITTERS[type(terminator)](self, terminator)
            self._mark(self._location)
        self._write_landings()
        self._write_return()
        self._mark(self._location)
        if self.vector_size:
            self.lines.insert(vector_at, f"  %vector = alloca [{self.vector_size} x ptr], align 8")
        names = [f"{REGISTER[parameter.rep]} %a{n}" for n, parameter in enumerate(function.params)]
        return Fragment(
            function,
            quoted(function.symbol),
            f"{self.module.convention(function)}{result_type(function)}",
            names,
            self.attributes,
            "\n".join(self.lines),
        )

    def _set_line(self, line: int) -> None:
        if self.module.debug:
            self._location = f", !dbg {MARK}{line}{MARK}"

    def _mark(self, location: str) -> None:
        """Give the instructions written since the last call their debug location."""
        lines = self.lines
        if location:
            for index in range(self._marked, len(lines)):
                if lines[index][0] == " ":
                    lines[index] += location
        self._marked = len(lines)

    def _write_stack_check(self) -> None:
        pointer = self.value("call i64 @llvm.read_register.i64(metadata !2)")
        limit = self.value("load i64, ptr @mirage_stack_limit")
        below = self.value(f"icmp ult i64 {pointer}, {limit}")
        full, onward = self.new_label(), self.new_label()
        self.emit(f"br i1 {below}, label %{full}, label %{onward}, {UNLIKELY}")
        self.start(full)
        raiser = self.module.program.known.recursion_error
        convention = self.module.convention(raiser)
        error = self.value(f"call {convention}{result_type(raiser)} {quoted(raiser.symbol)}()")
        if raiser.result is not Rep.VOID:
            error = self.value(f"extractvalue {result_type(raiser)} {error}, 1")
        self.emit(f"br label %{self.error_path(error, None, None)}")
        self.start(onward)


def _makes_or_calls(function: ir.Function) -> bool:
    """Something in it may be done in a smaller or a faster way."""
    return any(isinstance(op, ir.Alloc | ir.Call) for block in function.blocks for op in block.ops)
