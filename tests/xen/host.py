"""The project's own command for the lab's dom0, a Xen host without Python: writes a tar file.

    python tests/xen/host.py FILE FOLDER...    folders of this repository with an app.py

Unpacked at dom0's root, /py/python is Python and the programs are below /py/work.  In the file are the
interpreter that runs this, with this machine's libraries; the modules that the command is seen to load,
compiled, as QEMU interprets dom0; Mirage's sources, of which the key of a kept image is made; and the kept
images.
"""

from __future__ import annotations

import importlib.util
import io
import marshal
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
from importlib import metadata
from pathlib import Path

from mirage.images import cache

SOURCES = Path("src").absolute()
PLACES = (
    (SOURCES, "py/src"),
    (Path(sysconfig.get_path("purelib")), "py/site"),
    (Path(sysconfig.get_path("stdlib")), "py/lib/python{}.{}".format(*sys.version_info)),
)
TOOLS = ("mypy", "ziglang")  # their versions are in the key
OTHERS = "pty, rich._emoji_codes, rich.status"  # what a terminal needs besides
UNCHECKED = importlib.util.MAGIC_NUMBER + b"\1\0\0\0" + bytes(8)  # a .pyc not compared with its source

# The loader and the libraries are not dom0's; what Python starts has dom0's.
START = """#!/bin/sh
export PYTHONHOME=/py PYTHONPATH=/py/src:/py/site PYTHONDONTWRITEBYTECODE=1
exec /py/libraries/{loader} --library-path /py/libraries /py/bin/python -P "$@"
"""


def main(out: Path, programs: list[Path]) -> None:
    seen = python("-m", "mirage.cli", "run", "--help") + python("-c", f"import {OTHERS}")
    unused = str(out.with_suffix(".elf"))
    for program in programs:
        build = ("-m", "mirage.cli", "build", "-q", str(program), "-t", "xen", "-o", unused)
        python(*build)
    seen += python(*build)  # kept by now
    pattern = r"(?m)^# (?:\S+ matches|code object from|extension module .* loaded from) '?(/[^'\n]*)'?$"
    loaded = {Path(path) for path in re.findall(pattern, seen) if not path.endswith(".pyc")}
    interpreter = Path(os.path.realpath(sys.executable))
    shared = [interpreter, *sorted(path for path in loaded if path.suffix == ".so")]
    libraries = {path.name: path for path in libraries_of(shared)}
    loader = next(name for name in libraries if name.startswith("ld-"))
    with tarfile.open(out, mode="w:gz", compresslevel=1) as tar:
        for path in sorted(loaded | {path for path in SOURCES.rglob("*") if path.suffix != ".pyc"}):
            if path.is_file():
                place = place_of(path)
                data = stripped(path, out) if path in shared else path.read_bytes()
                add(tar, place, data)
                if path in loaded and path.suffix == ".py":
                    code = compile(data, f"/{place}", "exec", dont_inherit=True)
                    add(tar, importlib.util.cache_from_source(place), UNCHECKED + marshal.dumps(code))
        for name in TOOLS:
            text = f"Metadata-Version: 2.1\nName: {name}\nVersion: {metadata.version(name)}\n"
            add(tar, f"py/site/{name}-0.dist-info/METADATA", text.encode())
        for name, path in libraries.items():
            add(tar, f"py/libraries/{name}", stripped(path, out))
        add(tar, "py/bin/python", interpreter.read_bytes())
        add(tar, "py/python", START.format(loader=loader).encode())
        for program in programs:
            entry = program / "app.py"
            kept = cache.cache_directory(entry) / cache.image_key(entry, "xen", ("-O2",))
            for path in (*program.glob("[a-z]*.*"), *kept.parent.glob(f"{kept.name}*")):
                add(tar, f"py/work/{path.absolute().relative_to(Path.cwd())}", path.read_bytes())


def python(*arguments: str) -> str:
    """What the interpreter says of the modules it loads."""
    command = [sys.executable, "-v", "-P", *arguments]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit("\n".join(line for line in done.stderr.splitlines() if line[:1] not in "#"))
    return done.stderr


def place_of(path: Path) -> str:
    """Where a file of this machine is in dom0."""
    for folder, place in PLACES:
        if path.is_relative_to(folder):
            return f"{place}/{path.relative_to(folder)}"
    raise ValueError(f"{path} belongs to no known folder")


def libraries_of(files: list[Path]) -> list[Path]:
    """The shared libraries they load, and the loader."""
    said = subprocess.run(["ldd", *files], capture_output=True, text=True, check=True).stdout
    return [Path(path) for path in sorted(set(re.findall(r"(?m)(?:=>|^)\s+(/\S+) \(0x", said)))]


def stripped(path: Path, out: Path) -> bytes:
    """Without what only debuggers read, where there is a `strip`: most of Python's library."""
    if shutil.which("strip") is None:
        return path.read_bytes()
    copy = out.with_suffix(".so")
    subprocess.run(["strip", "--strip-unneeded", "-o", copy, path], check=True)
    return copy.read_bytes()


def add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    entry.mode = 0o755
    tar.addfile(entry, io.BytesIO(data))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(word) for word in sys.argv[2:]])
