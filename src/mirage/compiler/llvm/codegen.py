"""From a program to machine code: passes, LLVM texts, O2, object files."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import llvmlite
import llvmlite.binding as llvm

from mirage.compiler.errors import InternalError
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.verify import InvalidIR, verify_program
from mirage.compiler.llvm.module import TRIPLE, Module
from mirage.compiler.llvm.store import ObjectStore
from mirage.compiler.llvm.types import NEW
from mirage.compiler.llvm.units import partition
from mirage.compiler.llvm.worker import compile_all
from mirage.compiler.passes.callers import note_callers
from mirage.compiler.passes.generators import expand_generators
from mirage.compiler.passes.noraise import analyse
from mirage.compiler.passes.settle import settle_globals

CPU = "x86-64-v2"  # no AVX: every hypervisor's default CPU has these

INLINE_THRESHOLD = 20  # LLVM's own limit is 225

_ready = threading.Lock()
_initialised = False


@dataclass
class CompiledObject:
    """One program, compiled: ELF objects for the linker, and how many had to be made.

    reached  by the symbol of a function: its module, and the symbol through which it is here ("" for roots)
    """

    objects: list[bytes]
    compiled: int
    reached: dict[str, tuple[str, str]]


def compile_program(
    program: ir.Program,
    *,
    debug: bool = True,
    opt: int = 2,
    cache: Path | None = None,
    is_application: Callable[[ir.Function], bool] = lambda function: True,
) -> CompiledObject:
    """Run the passes and LLVM over a lowered program; the program is changed.

    debug    DWARF line tables
    opt      LLVM's speed level, 0 to 2
    cache    a folder of compiled units, named by what they were made from
    raises   InternalError, or RuntimeError with LLVM's message for malformed text (bugs of the compiler)
    """
    run_passes(program)
    module = Module(program, debug)
    module.fold()
    data = module.data  # before the declarations: it names more objects
    units = partition(module, is_application)
    parts: list[tuple[str, Callable[[], str], int]] = [
        (f"unit {unit.digest()}", unit.text, unit.size) for unit in units
    ]
    parts.append((f"data {hashlib.sha256(data.encode()).hexdigest()}", module.data_module, len(data)))
    for source in program.assembly:
        parts.append((f"assembly {source}", partial(assembly_text, source), 0))
    toolchain = f"{llvmlite.__version__} {llvm.llvm_version_info} {opt} {debug} {_own_digest()}"
    keys = [hashlib.sha256(f"{toolchain} {key}".encode()).hexdigest() for key, _, _ in parts]
    shared = os.environ.get("MIRAGE_UNITS")  # a folder for the units of many projects
    folder = Path(shared) if shared and cache is not None else cache
    store = ObjectStore(folder) if folder is not None else None
    found = store.find(keys) if store is not None else {}
    missing = [index for index, key in enumerate(keys) if key not in found]
    made = compile_all([parts[i][1] for i in missing], [parts[i][2] for i in missing], opt)
    fresh = {keys[index]: data for index, data in zip(missing, made, strict=True)}
    if store is not None and fresh:
        store.keep(fresh)
    found.update(fresh)
    reached = {
        function.symbol: (function.module, through.symbol if through is not None else "")
        for function, through in program.reached.items()
    }
    return CompiledObject([found[key] for key in keys], len(missing), reached)


@cache
def _own_digest() -> str:
    """A hash of this package's sources: they decide what a module's text becomes."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def run_passes(program: ir.Program) -> None:
    """Generators to state machines, then the whole-program facts; what is left is verified."""
    expand_generators(program)
    note_callers(program)
    settle_globals(program)
    analyse(program)
    try:
        verify_program(program)
    except InvalidIR as error:
        raise InternalError(*error.place, error) from error


def program_text(program: ir.Program, *, debug: bool = True) -> str:
    """The LLVM text of a program whose passes have run."""
    return Module(program, debug).text()


def assembly_text(source: str) -> str:
    """GNU assembly as an LLVM module."""
    lines = []
    for line in source.splitlines():
        escaped = "".join(
            c if " " <= c < "\x7f" and c not in '"\\' else "".join(f"\\{b:02X}" for b in c.encode())
            for c in line
        )
        lines.append(f'module asm "{escaped}"')
    return "\n".join([f'target triple = "{TRIPLE}"', *lines, ""])


def target_machine(opt: int = 2) -> llvm.TargetMachine:
    """Freestanding x86_64, static, in the low 2 GiB."""
    global _initialised
    with _ready:
        if not _initialised:
            llvm.set_option("mirage", "-inline-cost-full")
            llvm.initialize_native_target()
            llvm.initialize_native_asmprinter()
            llvm.initialize_native_asmparser()
            _initialised = True
    target = llvm.Target.from_triple(TRIPLE)
    return target.create_target_machine(cpu=CPU, opt=opt, reloc="static", codemodel="small")


def emit_object(text: str, *, opt: int = 2) -> bytes:
    """Optimise a module's text and emit its object file."""
    machine = target_machine(opt)
    # a context of its own: what the global one has seen (metadata, types) it keeps for ever
    module = llvm.parse_assembly(text, context=llvm.create_context())
    module.verify()
    optimise(module, machine, opt)
    data: bytes = machine.emit_object(module)
    return data


def optimise(module: llvm.ModuleRef, machine: llvm.TargetMachine, opt: int) -> None:
    """LLVM's standard pipeline for the level, in place, tuned for small images.

    Library code marks what must be inline; beyond that LLVM inlines only what makes the code no larger
    (the application's own calls have a higher limit, see module.py).  Loops over checked ints and
    objects do not vectorise, so that the vectorisers' and the unroller's time is saved.  Level 0 inlines
    what is marked and does nothing else.
    """
    options = llvm.create_pipeline_tuning_options(speed_level=opt)
    options.inlining_threshold = INLINE_THRESHOLD
    options.loop_unrolling = False
    options.loop_vectorization = False
    options.loop_interleaving = False
    options.slp_vectorization = False
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(module, builder)
    _inline_allocation(module, builder, opt)


def _inline_allocation(module: llvm.ModuleRef, builder: llvm.PassBuilder, opt: int) -> None:
    """Objects that nobody sees have been left out: the others' allocation comes in place of the calls."""
    try:
        new = module.get_function(NEW)
    except NameError:
        return
    new.linkage = "internal"
    new.add_function_attribute("alwaysinline")
    passes = llvm.create_new_module_pass_manager()
    passes.add_always_inliner_pass()
    if opt > 0:
        passes.add_jump_threading_pass()
        passes.add_simplify_cfg_pass()
    passes.run(module, builder)
