"""Whole images kept from one build to the next.

The key is a hash of everything an image is made from: the application's files that its entry reaches
by import, Mirage's own sources, the versions of the tools, the target and the settings compiled in.
Equal key, equal image; so a hit costs the reading of some 200 small files and no compilation.

The store is `.mirage/cache` beside the application, or the XDG cache directory when that cannot be
written.  Entries are put in place by rename, so builds at the same time do not disturb each other.
The compiler keeps its units there too, in a file of its own (compiler/llvm/store.py).
"""

from __future__ import annotations

import ast
import contextlib
import functools
import hashlib
import importlib.metadata
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import mirage

_SOURCE_SUFFIXES = (".py", ".pyi", ".S", ".ld", ".zig")
# Rooms whose code cannot change what an image holds.
_NOT_COMPILED = ("cli", "config", "images", "launch")
_TOOLS = ("mypy", "ziglang")
_ENTRIES_KEPT = 64
_BESIDE = (".debug", ".reached")  # what the compiler leaves beside an image
# left by builds that were killed
_UNFINISHED = re.compile(r"[0-9a-f]{64}\.\d+(\.debug|\.reached)?|tmp[a-z0-9_]{8}")
_ABANDONED = 3600  # seconds


def cache_directory(entry: Path) -> Path:
    """The store for the application with this entry; it exists and can be written."""
    beside = entry.resolve().parent / ".mirage" / "cache"
    try:
        beside.mkdir(parents=True, exist_ok=True)
        if os.access(beside, os.W_OK):
            ignored = beside.parent / ".gitignore"
            if not ignored.exists():
                ignored.write_text("*\n")
            return beside
    except OSError:
        pass
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    directory = Path(base) / "mirage"
    directory.mkdir(parents=True, exist_ok=True)
    return directory


def image_key(entry: Path, target: str, settings: tuple[str, ...] = ()) -> str:
    """The hash that names the image of `entry` for `target`: 64 hexadecimal digits."""
    digest = hashlib.sha256(_toolchain_key().encode())
    for text in (target, *settings):
        digest.update(text.encode() + b"\0")
    root = entry.resolve().parent
    for file in sorted(application_files(entry)):
        # The path is in the image too: tracebacks show it.
        digest.update(str(file.relative_to(root)).encode() + b"\0" + _content_hash(file))
    digest.update(str(entry).encode())
    return digest.hexdigest()


def find(directory: Path, key: str) -> Path | None:
    """The kept image, or None; a hit counts as the entry's latest use."""
    image = directory / key
    try:
        os.utime(image)
    except OSError:
        return None
    return image


def symbols_of(image: Path) -> Path:
    """The copy with symbols that the linker leaves beside an image, or the image itself."""
    beside = image.with_name(image.name + ".debug")
    return beside if beside.is_file() else image


def keep(directory: Path, key: str, image: Path, entries_kept: int = _ENTRIES_KEPT) -> None:
    """Move `image`, and what belongs to it, under `key` and forget the entries used longest ago."""
    for suffix in _BESIDE:
        beside = image.with_name(image.name + suffix)
        if beside.is_file():
            os.replace(beside, directory / f"{key}{suffix}")
    os.replace(image, directory / key)
    entries: list[Path] = []
    for path in directory.iterdir():
        if len(path.name) == 64:
            entries.append(path)
        elif path.suffix == ".o":  # what earlier versions kept
            path.unlink(missing_ok=True)
        elif _UNFINISHED.fullmatch(path.name) and _last_use(path) < time.time() - _ABANDONED:
            path.unlink(missing_ok=True)
    for old in sorted(entries, key=_last_use)[: max(0, len(entries) - entries_kept)]:
        discard(old)


def discard(image: Path) -> None:
    """Remove an image, or what an unfinished build left of it, and what belongs to it."""
    for path in (image, *(image.with_name(image.name + suffix) for suffix in _BESIDE)):
        with contextlib.suppress(OSError):
            path.unlink()


def application_files(entry: Path) -> set[Path]:
    """The entry and every file of its directory that it may import, directly or not.

    Imports are read, not run; a name that is both a package and an attribute counts as both.
    """
    entry = entry.resolve()
    root = entry.parent
    found = {entry}
    waiting = [entry]
    while waiting:
        file = waiting.pop()
        for imported in _imports(file, root):
            if imported not in found:
                found.add(imported)
                waiting.append(imported)
    return found


def _imports(file: Path, root: Path) -> Iterator[Path]:
    try:
        tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError):
        return  # the compiler reports it; the file itself is in the key
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _module_files(root, alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            base = root
            if node.level:
                base = file.parent
                for _ in range(node.level - 1):
                    base = base.parent
            parts = node.module.split(".") if node.module else []
            yield from _module_files(base, parts)
            for alias in node.names:
                yield from _module_files(base, [*parts, alias.name])


def _module_files(base: Path, parts: list[str]) -> Iterator[Path]:
    """The `__init__.py` files on the way to a module and the module's own file, where they exist."""
    here = base
    for part in parts:
        for candidate in (here / f"{part}.py", here / part / "__init__.py"):
            if candidate.is_file():
                yield candidate.resolve()
        here = here / part
    if parts == []:
        initial = base / "__init__.py"
        if initial.is_file():
            yield initial.resolve()


def _content_hash(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


def _last_use(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


@functools.lru_cache(maxsize=1)
def _toolchain_key() -> str:
    """A hash of Mirage's own sources and of the tools' versions; read once in a process."""
    root = Path(mirage.__file__).resolve().parent
    digest = hashlib.sha256(sys.version.encode())
    for tool in _TOOLS:
        digest.update(f"{tool}={importlib.metadata.version(tool)}\n".encode())
    for directory, names, files in os.walk(root):
        names[:] = sorted(n for n in names if n != "__pycache__")
        if Path(directory) == root:
            names[:] = [n for n in names if n not in _NOT_COMPILED]
        for name in sorted(files):
            if name.endswith(_SOURCE_SUFFIXES):
                path = Path(directory) / name
                digest.update(str(path.relative_to(root)).encode() + b"\0" + _content_hash(path))
    return digest.hexdigest()
