"""The library has no type errors, seen with its own typeshed: programs are compiled without asking again."""

from __future__ import annotations

import re
from pathlib import Path

import mypy.build
import pytest
from mypy.modulefinder import BuildSource

from mirage.compiler.frontend.analysis import SOURCE, TYPESHED, disk_roots_for, options_for, roots_for

STDLIB = TYPESHED / "stdlib"
# Said of things meant so: bodies that the compiler gives, overload items with bodies of their own, protocols
# with a base that holds code, casts that the unchecked one is for.
MEANT = re.compile(
    r"\[empty-body\]$"
    r"|Overloaded function implementation does not accept all possible parameters"
    r"|Overloaded function signatures \d+ and \d+ overlap with incompatible return types"
    r'|Signatures of "__ior__" and "__or__" are incompatible'
    r"|contextlib\.py:.* All bases of a protocol must be protocols"
    r'|base class "object" defined the type as "Callable\[\[\], int\]"'
    r'|Argument 1 to "unchecked_cast"'
    r'|Argument 1 to "memoryview" has incompatible type "memoryview\[_I\]"'
)
IMAGE_ROOMS = ("cpu", "drivers", "lowlevel", "net", "runtime", "storage", "targets")


def modules(folder: Path, prefix: str) -> dict[str, Path]:
    """Every module below a folder, by name."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        if parts or prefix:
            found[".".join([*([prefix] if prefix else []), *parts])] = path
    return found


@pytest.mark.parametrize("target", ["linux", "virtio", "xen"])
def test_every_module_of_the_library_is_well_typed(target: str, tmp_path: Path) -> None:
    """mypy says nothing of files in a typeshed unless they are named, and then checks them like others."""
    entry = tmp_path / "app.py"
    entry.write_text("", encoding="utf-8")
    elsewhere = {"linux", "virtio", "xen", "cpython", "pvh"} - {target}
    if target != "linux":
        elsewhere.remove("pvh")
    stand_ins = [path.stem for path in (SOURCE / "mirage/targets").glob("current*.py")]  # for CPython
    others = [f"mirage.targets.{name}" for name in [*elsewhere, *stand_ins]]
    named = modules(STDLIB, "")
    for room in IMAGE_ROOMS:
        named.update(modules(SOURCE / "mirage" / room, f"mirage.{room}"))
    roots = [*roots_for(target), *disk_roots_for(target)]
    taken = {source.module for source in roots}
    sources = [BuildSource(str(entry), "__main__", ""), *roots]
    for name, path in named.items():
        if name not in taken and not any(name == other or name.startswith(other + ".") for other in others):
            sources.append(BuildSource(str(path), name))
    result = mypy.build.build(sources, options_for(entry))
    assert len(result.graph) > 150
    errors = [line for line in result.errors if ": error: " in line]
    assert [line for line in errors if not MEANT.search(line)] == []
