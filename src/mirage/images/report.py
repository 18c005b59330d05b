"""What an image holds, how large each part is and why it is there, read from its ELF file and what the
compiler noted beside it."""

from __future__ import annotations

import json
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
    reached    through which function each is in the image, "" for what starts it; empty when not known
    """

    file: int
    sections: list[tuple[str, int]]
    modules: list[tuple[str, int]]
    functions: list[tuple[str, int]]
    reached: dict[str, str]

    def why(self, symbol: str) -> list[str]:
        """The functions from the start of the image to `symbol`, each needing the next; empty if unknown."""
        if symbol not in self.reached:
            return []
        path = [symbol]
        while self.reached.get(path[-1]):
            path.append(self.reached[path[-1]])
        return path[::-1]

    def as_dict(self) -> dict[str, object]:
        """The report for `--json`."""
        return {
            "file": self.file,
            "sections": dict(self.sections),
            "modules": dict(self.modules),
            "functions": dict(self.functions),
            "reached": {name: self.reached[name] for name, _ in self.functions if name in self.reached},
        }


def image_report(image: Path, symbols: Path) -> Report:
    """Read the section headers and the symbols of an ELF image; `symbols` is its copy that has them."""
    noted = _notes(symbols.with_suffix(".reached"))
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
        module = noted[name][0] if name in noted else ""
        modules[module or module_of(name)] += size
    return Report(
        file=image.stat().st_size,
        sections=[(name, size) for _, name, size in sorted(sections)],
        modules=_largest_first(modules),
        functions=_largest_first(functions),
        reached={name: through for name, (_, through) in noted.items()},
    )


def reaches(symbols: Path, room: str) -> bool:
    """Whether an image has a function of this package (`mirage.net`); True when it is not known."""
    noted = _notes(symbols.with_suffix(".reached"))
    return not noted or any(module == room or module.startswith(room + ".") for module, _ in noted.values())


def _notes(path: Path) -> dict[str, tuple[str, str]]:
    """Module and reason of each function, as the compiler wrote them; empty when they are not there."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: (module, through) for name, (module, through) in data.items()}


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
        for name, size in report.functions[:most]:
            through = report.reached.get(name, "")
            lines.append(f"  {size:>12,}  {name}" + (f"  (for {through})" if through else ""))
    return "\n".join(lines)


def _largest_first(sizes: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
