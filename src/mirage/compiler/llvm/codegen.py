"""From a program to machine code: passes, LLVM text, O2, object file."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import llvmlite.binding as llvm

from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.module import TRIPLE, Module
from mirage.compiler.passes.generators import expand_generators
from mirage.compiler.passes.noraise import analyse

CPU = "x86-64-v2"  # no AVX: every hypervisor's default CPU has these

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


def compile_program(program: ir.Program, *, debug: bool = True, opt: int = 2) -> CompiledObject:
    """Run the passes and LLVM over a lowered program; the program is changed.

    debug    DWARF line tables
    opt      LLVM's speed level, 0 to 3
    raises   RuntimeError with LLVM's message for malformed text (a bug of the compiler)
    """
    run_passes(program)
    text = program_text(program, debug=debug)
    return CompiledObject(
        text, emit_object(text, opt=opt), [emit_object(assembly_text(s), opt=0) for s in program.assembly]
    )


def run_passes(program: ir.Program) -> None:
    """Generators to state machines, then the whole-program facts."""
    expand_generators(program)
    analyse(program)


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
    module = llvm.parse_assembly(text)
    module.verify()
    optimise(module, machine, opt)
    data: bytes = machine.emit_object(module)
    return data


def optimise(module: llvm.ModuleRef, machine: llvm.TargetMachine, opt: int) -> None:
    """LLVM's standard pipeline for the level, in place."""
    if opt == 0:
        return
    options = llvm.create_pipeline_tuning_options(speed_level=opt)
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(module, builder)
