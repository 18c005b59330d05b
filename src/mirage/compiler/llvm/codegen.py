"""From a program to machine code: passes, LLVM texts, O2, object files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from mirage.compiler.errors import InternalError
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.verify import InvalidIR, verify_program
from mirage.compiler.llvm.clang import Part, compile_all
from mirage.compiler.llvm.module import TRIPLE, Module
from mirage.compiler.llvm.store import ObjectStore
from mirage.compiler.llvm.units import partition
from mirage.compiler.passes.callers import note_callers
from mirage.compiler.passes.generators import expand_generators
from mirage.compiler.passes.noraise import analyse
from mirage.compiler.passes.settle import settle_globals


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
    units, new = partition(module, is_application)
    parts = [(f"unit {unit.digest(new)}", Part(unit.text, unit.size, unit.allocates)) for unit in units]
    key = hashlib.sha256(data.encode()).hexdigest()
    parts.append((f"data {key}", Part(module.data_module, len(data))))
    for source in program.assembly:
        parts.append((f"assembly {source}", Part(partial(assembly_text, source), len(source))))
    toolchain = f"{version('ziglang')} {opt} {debug} {_own_digest()}"
    keys = [hashlib.sha256(f"{toolchain} {key}".encode()).hexdigest() for key, _ in parts]
    shared = os.environ.get("MIRAGE_UNITS")  # a folder for the units of many projects
    folder = Path(shared) if shared and cache is not None else cache
    store = ObjectStore(folder) if folder is not None else None
    found = store.find(keys) if store is not None else {}
    missing = [index for index, key in enumerate(keys) if key not in found]
    made = compile_all([parts[index][1] for index in missing], opt, new)
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
    return "\n".join(['source_filename = "mirage"', f'target triple = "{TRIPLE}"', *lines, ""])
