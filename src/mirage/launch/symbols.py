"""Addresses of an image as functions, files and lines, from its ELF symbol table and DWARF line table."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path

from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection


class Symbols:
    """What the unstripped image `path` knows about its addresses; nothing when it is stripped or absent."""

    def __init__(self, path: Path) -> None:
        self._starts: list[int] = []
        self._names: list[str] = []
        self._rows: list[tuple[int, str, int]] = []
        if not path.is_file():
            return
        with path.open("rb") as file:
            elf = ELFFile(file)
            found = {}
            for section in elf.iter_sections():
                if isinstance(section, SymbolTableSection):
                    for symbol in section.iter_symbols():
                        if symbol["st_info"]["type"] == "STT_FUNC" and symbol.name:
                            found[int(symbol["st_value"])] = str(symbol.name)
            for address in sorted(found):
                self._starts.append(address)
                self._names.append(found[address])
            if elf.has_dwarf_info():
                self._read_lines(elf.get_dwarf_info())

    def _read_lines(self, dwarf: object) -> None:
        for unit in dwarf.iter_CUs():  # type: ignore[attr-defined]
            program = dwarf.line_program_for_CU(unit)  # type: ignore[attr-defined]
            if program is None:
                continue
            files = program["file_entry"]
            first = 0 if program["version"] >= 5 else 1
            for entry in program.get_entries():
                state = entry.state
                if state is None:
                    continue
                index = state.file - first
                name = files[index].name.decode("utf-8", "replace") if 0 <= index < len(files) else ""
                line = 0 if state.end_sequence else state.line
                self._rows.append((state.address, name, line))
        self._rows.sort(key=lambda row: row[0])

    def function(self, address: int) -> str:
        """The function that holds the address, "" when unknown."""
        i = bisect_right(self._starts, address) - 1
        return self._names[i] if i >= 0 else ""

    def line(self, address: int) -> tuple[str, int] | None:
        """File and line of the instruction at the address."""
        i = bisect_right(self._rows, address, key=lambda row: row[0]) - 1
        if i < 0 or self._rows[i][2] == 0:
            return None
        return self._rows[i][1], self._rows[i][2]

    def describe(self, address: int) -> str:
        """`function (file:line)`, or as much of it as is known."""
        name = self.function(address)
        line = self.line(address)
        if line is None:
            return name
        return f"{name} ({line[0]}:{line[1]})"
