"""DWARF line tables: one compile unit, a subprogram a function, a location a source line."""

from __future__ import annotations

import os.path
from pathlib import Path

import mirage
from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.types import escaped

LIBRARY = str(Path(mirage.__file__).resolve().parents[1]) + "/"  # what stands above the package `mirage`
FIRST_NUMBER = 100_000  # smaller metadata numbers belong to module.py


def shown_file(path: str) -> str:
    """A file as images name it: Mirage's own are relative, so that equal code is equal in every clone."""
    return path.removeprefix(LIBRARY)


class DebugInfo:
    """Collects the debug metadata; `lines` is its text."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._next = FIRST_NUMBER
        self._files: dict[str, str] = {}
        self._subprograms: dict[ir.Function, str] = {}
        self._locations: dict[tuple[ir.Function, int], str] = {}
        self._types = self._node("!DISubroutineType(types: !{null})")
        self._unit = self._node(
            f"distinct !DICompileUnit(language: DW_LANG_Python, file: {self._file('')}, "
            'producer: "mirage", isOptimized: true, runtimeVersion: 0, emissionKind: LineTablesOnly)'
        )

    def header(self) -> list[str]:
        """The named metadata that makes LLVM emit the tables."""
        return [
            f"!llvm.dbg.cu = !{{{self._unit}}}",
            "!llvm.module.flags = !{!3, !4}",
            '!3 = !{i32 2, !"Debug Info Version", i32 3}',
            '!4 = !{i32 7, !"Dwarf Version", i32 4}',
        ]

    def _node(self, text: str) -> str:
        name = f"!{self._next}"
        self._next += 1
        self.lines.append(f"{name} = {text}")
        return name

    def _file(self, path: str) -> str:
        found = self._files.get(path)
        if found is None:
            directory, name = os.path.split(path)
            found = self._files[path] = self._node(
                f'!DIFile(filename: "{escaped((name or "mirage").encode())}", '
                f'directory: "{escaped(directory.encode())}")'
            )
        return found

    def subprogram(self, function: ir.Function) -> str:
        """The attachment of a definition."""
        name = self._subprograms.get(function)
        if name is None:
            shown = escaped((function.qualname or function.symbol).encode())
            linkage = escaped(function.symbol.encode())
            name = self._subprograms[function] = self._node(
                f'distinct !DISubprogram(name: "{shown}", linkageName: "{linkage}", '
                f"file: {self._file(shown_file(function.file))}, line: {function.line}, type: {self._types}, "
                f"unit: {self._unit}, spFlags: DISPFlagLocalToUnit | DISPFlagDefinition | DISPFlagOptimized)"
            )
        return f"!dbg {name}"

    def location(self, function: ir.Function, line: int) -> str:
        """The metadata of a place; line 0 is unknown."""
        key = (function, line)
        found = self._locations.get(key)
        if found is None:
            scope = self.subprogram(function)[5:]
            found = self._node(f"!DILocation(line: {line}, scope: {scope})")
            self._locations[key] = found
        return found
