"""Code in Zig that the library calls: compiled when a program reaches it, and kept.

A symbol `zig_hashes_sha256_start` is in `src/mirage/crypto/hashes.zig`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from mirage.compiler.ir import nodes as ir
from mirage.compiler.link.linker import LinkError

_OPTIONS = (
    "-target",
    "x86_64-freestanding",
    "-O",
    "ReleaseFast",
    "-fstrip",
    "-mno-red-zone",  # in a virtual machine interrupts come on the same stack
    "-fno-stack-check",
    "-fno-stack-protector",
    "-ffunction-sections",
    "-fno-unwind-tables",
)


def native_sources(program: ir.Program, folder: Path) -> list[Path]:
    """The Zig files in `folder` whose symbols the program calls."""
    names: set[str] = set()
    for function in program.functions:
        for block in function.blocks:
            for op in block.ops:
                if isinstance(op, ir.CallSymbol) and op.symbol.startswith("zig_"):
                    names.add(op.symbol.split("_")[1])
    return [folder / f"{name}.zig" for name in sorted(names)]


def native_objects(sources: list[Path]) -> list[bytes]:
    """Compile each file, or take what is kept for its text; raises LinkError with the compiler's messages."""
    return [_object(source) for source in sources]


def _object(source: Path) -> bytes:
    settings = "\0".join((source.read_text(), version("ziglang"), *_OPTIONS))
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    store = Path(base) / "mirage" / "native"
    kept = store / f"{source.stem}-{hashlib.sha256(settings.encode()).hexdigest()[:32]}.o"
    if kept.exists():
        return kept.read_bytes()
    with tempfile.TemporaryDirectory(prefix="mirage-zig-") as room:
        made = Path(room) / "native.o"
        command = [sys.executable, "-m", "ziglang", "build-obj", *_OPTIONS, f"-femit-bin={made}", str(source)]
        caches = ["--cache-dir", f"{room}/cache", "--global-cache-dir", f"{room}/global"]
        done = subprocess.run([*command, *caches], capture_output=True, text=True, check=False, cwd=room)
        if done.returncode != 0:
            raise LinkError(done.stderr.strip() or f"zig failed with status {done.returncode}")
        data = made.read_bytes()
    try:
        store.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(data)
        fresh.replace(kept)
    except OSError:
        pass  # the next build compiles it again
    return data
