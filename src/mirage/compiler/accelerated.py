"""The compiler itself, compiled by mypyc: the same code, about twice as fast.

`mirage accelerate` (accelerating.py) makes extension modules of what takes the time (`PACKAGES`) and keeps
them in the user's cache, in a folder named by a hash of the sources they were made from.  `activate` lets
imports find them; after any change of those sources the hash is another, and the sources are imported again.

MIRAGE_NATIVE=0 turns it off.
"""

from __future__ import annotations

import hashlib
import importlib.machinery
import os
import shutil
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.metadata import version
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

import mirage

PACKAGES = ("frontend", "ir", "llvm", "lower", "passes")
# Subclasses of mypy's own classes, which another compilation made; and what is LLVM's time anyway.
INTERPRETED = (
    "frontend/analysis.py",
    "frontend/bodies.py",
    "llvm/codegen.py",
    "llvm/store.py",
    "llvm/clang.py",
)


def modules() -> dict[str, Path]:
    """The modules that are compiled, by their full names."""
    folder = Path(mirage.__file__).parent / "compiler"
    found = {}
    for package in PACKAGES:
        for path in sorted((folder / package).glob("*.py")):
            if path.name != "__init__.py" and f"{package}/{path.name}" not in INTERPRETED:
                found[f"mirage.compiler.{package}.{path.stem}"] = path
    return found


def store() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "mirage" / "compiler"


def folder_of_this() -> Path:
    """Where this compiler's extension modules are, or would be."""
    digest = hashlib.sha256(f"{version('mypy')} {importlib.machinery.EXTENSION_SUFFIXES[0]}".encode())
    for name, path in modules().items():
        digest.update(f"\0{name}\0".encode())
        digest.update(path.read_bytes())
    return store() / digest.hexdigest()[:32]


class _Finder(MetaPathFinder):
    """Finds the extension modules of a folder, named `FULL.NAME.so`."""

    def __init__(self, folder: Path) -> None:
        self.files = {path.name.removesuffix(".so"): str(path) for path in folder.glob("*.so")}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        file = self.files.get(fullname)
        return spec_from_file_location(fullname, file) if file is not None else None


def activate() -> bool:
    """Let the imports that follow find the extension modules; whether there are any."""
    if os.environ.get("MIRAGE_NATIVE") == "0" or not store().is_dir():
        return False
    folder = folder_of_this()
    if not folder.is_dir() or any(name in sys.modules for name in modules()):
        return False
    sys.meta_path.insert(0, _Finder(folder))
    return True


def remove() -> bool:
    """Forget all that is kept; whether there was anything."""
    found = store().is_dir()
    shutil.rmtree(store(), ignore_errors=True)
    return found
