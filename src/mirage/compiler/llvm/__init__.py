"""IR to machine code through LLVM."""

from mirage.compiler.llvm.codegen import (
    CompiledObject,
    assembly_text,
    compile_program,
    emit_object,
    program_text,
    run_passes,
)

__all__ = [
    "CompiledObject",
    "assembly_text",
    "compile_program",
    "emit_object",
    "program_text",
    "run_passes",
]
