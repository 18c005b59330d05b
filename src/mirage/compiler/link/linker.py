"""Linking by the LLD that comes with the ziglang package."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from mirage.compiler.llvm.clang import ToolchainError, emit_object, zig
from mirage.compiler.llvm.codegen import assembly_text


class LinkError(ToolchainError):
    """The linker refused; the text is its own."""


def assemble(source: str) -> bytes:
    """GNU assembly (AT&T syntax, no preprocessor) to an ELF object."""
    return emit_object(assembly_text(source), opt=0)


def link_image(objects: list[bytes], script: str, output: Path, *, entry: str, strip: bool) -> None:
    """Link `objects` by the linker script `script` into the executable `output`.

    strip    leave symbols and debug sections out; they are kept in `<output>.debug`
    raises   LinkError with the linker's messages
    """
    with tempfile.TemporaryDirectory(prefix="mirage-link-") as folder:
        room = Path(folder)
        (room / "script.ld").write_text(script)
        inputs = []
        for number, data in enumerate(objects):
            path = room / f"{number}.o"
            path.write_bytes(data)
            inputs.append(str(path))
        full = room / "image"
        _run([*_options(entry), "-T", str(room / "script.ld"), "-o", str(full), *inputs])
        image = full.read_bytes()
        if strip:
            output.with_name(output.name + ".debug").write_bytes(image)
            slim = room / "stripped"
            _run([*_options(entry), "--strip-all", "-T", str(room / "script.ld"), "-o", str(slim), *inputs])
            image = slim.read_bytes()
        output.unlink(missing_ok=True)  # a running image keeps its file
        output.write_bytes(image)
        output.chmod(0o755)


def _options(entry: str) -> list[str]:
    return [
        "-m",
        "elf_x86_64",
        "-static",
        "--no-dynamic-linker",
        f"--entry={entry}",
        "--gc-sections",
        "--build-id=none",
        "-z",
        "norelro",
        "-z",
        "noexecstack",
        "--no-eh-frame-hdr",
        "--icf=all",  # instances of generic code for different classes are often equal
        "--threads=2",
    ]


def _run(arguments: list[str]) -> None:
    done = subprocess.run([zig(), "ld.lld", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise LinkError(done.stderr.strip() or f"the linker failed with status {done.returncode}")
