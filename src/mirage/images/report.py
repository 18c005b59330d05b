"""What an image holds and how large each part is, read from its ELF file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from elftools.elf.elffile import ELFFile
from elftools.elf.sections import SymbolTableSection

_SHF_ALLOC = 2


@dataclass(frozen=True)
class Report:
    """Sizes in bytes.

    file       of the file on disk
    sections   what is loaded into memory, in order of address; .bss takes no room in the file
    modules    code by Python module, largest first; empty for an image without a symbol table
    functions  code by function, largest first
    """

    file: int
    sections: list[tuple[str, int]]
    modules: list[tuple[str, int]]
    functions: list[tuple[str, int]]

    def as_dict(self) -> dict[str, object]:
        """The report for `--json`."""
        return {
            "file": self.file,
            "sections": dict(self.sections),
            "modules": dict(self.modules),
            "functions": dict(self.functions),
        }


def image_report(image: Path, symbols: Path) -> Report:
    """Read the section headers and the symbols of an ELF image; `symbols` is its copy that has them."""
    sections: list[tuple[int, str, int]] = []
    functions: defaultdict[str, int] = defaultdict(int)
    with symbols.open("rb") as stream:
        elf = ELFFile(stream)
        for section in elf.iter_sections():
            if section["sh_flags"] & _SHF_ALLOC:
                sections.append((section["sh_addr"], section.name, section["sh_size"]))
            if isinstance(section, SymbolTableSection):
                for symbol in section.iter_symbols():
                    if symbol["st_info"]["type"] == "STT_FUNC" and symbol["st_size"]:
                        functions[symbol.name] += symbol["st_size"]
    modules: defaultdict[str, int] = defaultdict(int)
    for name, size in functions.items():
        modules[module_of(name)] += size
    return Report(
        file=image.stat().st_size,
        sections=[(name, size) for _, name, size in sorted(sections)],
        modules=_largest_first(modules),
        functions=_largest_first(functions),
    )


def module_of(symbol: str) -> str:
    """The module of a function's symbol: `mirage.net.tcp:Connection.send` and `builtins.list[int].append`
    name it before the colon, or before the first part that is a class or the last dot."""
    name = symbol.split("[", 1)[0].split("<", 1)[0]
    if ":" in name:
        return name.split(":", 1)[0]
    parts = name.split(".")
    for position, part in enumerate(parts):
        if part[:1].isupper():
            return ".".join(parts[:position]) or name
    return ".".join(parts[:-1]) or name


def render_report(report: Report, most: int = 25) -> str:
    """The report for people: sections, modules and the `most` largest functions."""
    lines = [f"file {report.file:>12,} bytes", "", "in memory"]
    lines += [f"  {size:>12,}  {name}" for name, size in report.sections]
    if report.modules:
        lines += ["", "code by module"]
        lines += [f"  {size:>12,}  {name}" for name, size in report.modules]
        lines += ["", "largest functions"]
        lines += [f"  {size:>12,}  {name}" for name, size in report.functions[:most]]
    return "\n".join(lines)


def _largest_first(sizes: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
