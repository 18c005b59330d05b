"""From a program to machine code: passes, LLVM text, O2, object file."""

from __future__ import annotations

import hashlib
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path

import llvmlite
import llvmlite.binding as llvm

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.verify import verify_program
from mirage.compiler.llvm.module import TRIPLE, Module
from mirage.compiler.passes.generators import expand_generators
from mirage.compiler.passes.noraise import analyse

CPU = "x86-64-v2"  # no AVX: every hypervisor's default CPU has these

INLINE_THRESHOLD = 20  # LLVM's own limit is 225

_ready = threading.Lock()
_initialised = False


@dataclass
class CompiledObject:
    """One program, compiled."""

    text: str  # LLVM, before optimisation
    object: bytes  # ELF
    assembly: list[bytes] = field(default_factory=list)  # the program's .S texts, assembled

    @property
    def objects(self) -> list[bytes]:
        """Everything the linker needs."""
        return [self.object, *self.assembly]


def compile_program(
    program: ir.Program, *, debug: bool = True, opt: int = 2, cache: Path | None = None
) -> CompiledObject:
    """Run the passes and LLVM over a lowered program; the program is changed.

    debug    DWARF line tables
    opt      LLVM's speed level, 0 to 3
    cache    a folder of object files, named by what they were made from
    raises   InvalidIR, or RuntimeError with LLVM's message for malformed text (bugs of the compiler)
    """
    run_passes(program)
    text = program_text(program, debug=debug)
    parts = [_cached(text, opt, cache)]
    parts.extend(_cached(assembly_text(source), 0, cache) for source in program.assembly)
    return CompiledObject(text, parts[0], parts[1:])


def _cached(text: str, opt: int, cache: Path | None) -> bytes:
    """`emit_object`, remembered in the folder `cache`."""
    if cache is None:
        return emit_object(text, opt=opt)
    made_from = "\n".join([llvmlite.__version__, ".".join(map(str, llvm.llvm_version_info)), str(opt), text])
    path = cache / f"{hashlib.sha256(made_from.encode()).hexdigest()}.o"
    if path.exists():
        return path.read_bytes()
    data = emit_object(text, opt=opt)
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=cache, delete=False) as file:
        file.write(data)
    Path(file.name).replace(path)  # another build may look at the same moment
    return data


def run_passes(program: ir.Program) -> None:
    """Generators to state machines, then the whole-program facts; what is left is verified."""
    expand_generators(program)
    analyse(program)
    verify_program(program)


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
    objects do not vectorise, so that the vectorisers' and the unroller's time is saved.
    """
    if opt == 0:
        return
    options = llvm.create_pipeline_tuning_options(speed_level=opt)
    options.inlining_threshold = INLINE_THRESHOLD
    options.loop_unrolling = False
    options.loop_vectorization = False
    options.loop_interleaving = False
    options.slp_vectorization = False
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(module, builder)
    merging = llvm.create_new_module_pass_manager()
    merging.add_merge_functions_pass()  # instances of generic code for different classes are often equal
    merging.run(module, builder)
