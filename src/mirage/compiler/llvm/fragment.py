"""The text of one function, independent of the module it will stand in.

Metadata has numbers that belong to a module.  A fragment has marks in their place: a line of the source
for a debug location, `T` and a name for a kind of memory, `L` and its number for an inner loop.  `Numbers` of
a module resolves them.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.debug import LIBRARY, DebugInfo, shown_file
from mirage.compiler.llvm.types import FOR_SIZE

MARK = "\x01"
_MARKED = re.compile("\x01([^\x01]*)\x01")
NAMES = re.compile(r'@(?:"[^"]*"|[\w.$-]+)')

CACHE_LINE = 64  # bytes
FIRST_TAG = 10  # metadata numbers below are module.py's, debug.py's begin far beyond


def runs_fast(function: ir.Function, attributes: str) -> bool:
    """The application's, and compiled for speed: it and its inner loops begin at a cache line."""
    return attributes not in FOR_SIZE and not function.file.startswith(LIBRARY)


def renamed(text: str, names: dict[str, str]) -> str:
    """The text with some names replaced."""
    if not names:
        return text
    return NAMES.sub(lambda match: names.get(match[0], match[0]), text)


@dataclass(eq=False)
class Fragment:
    """One function; `name` is in LLVM's syntax, `kind` the calling convention and the result's type."""

    function: ir.Function
    name: str
    kind: str
    parameters: list[str]
    attributes: str
    body: str
    _mentions: list[str] | None = None
    _digest: bytes = b""

    @property
    def mentions(self) -> list[str]:
        """The globals and functions the body names, in order, each once."""
        if self._mentions is None:
            self._mentions = list(dict.fromkeys(NAMES.findall(self.body)))
        return self._mentions

    def rename(self, names: dict[str, str]) -> None:
        """Put the functions that stand for others into their places."""
        if any(name in names for name in self.mentions):
            self.body = renamed(self.body, names)
            self._mentions = None
            self._digest = b""

    @property
    def digest(self) -> bytes:
        """Equal for equal texts."""
        if not self._digest:
            self._digest = hashlib.sha256(self._text().encode("utf-8", "surrogatepass")).digest()
        return self._digest

    def _text(self) -> str:
        function = self.function
        parts = (
            self.name,
            self.kind,
            *self.parameters,
            self.attributes,
            function.qualname,
            shown_file(function.file),
            str(function.line),
            self.body,
        )
        return "\0".join(parts)

    @property
    def declaration(self) -> str:
        types = ", ".join(parameter.rpartition(" ")[0] for parameter in self.parameters)
        return f"declare hidden {self.kind} {self.name}({types}) {self.attributes}"

    def definition(self, linkage: str, numbers: Numbers) -> str:
        """The function in a module whose metadata `numbers` counts."""
        known: dict[str, str] = {}

        def resolve(mark: re.Match[str]) -> str:
            text = mark[1]
            found = known.get(text)
            if found is None:
                found = known[text] = numbers.resolve(self.function, text)
            return found

        body = _MARKED.sub(resolve, self.body)
        scope = f" {numbers.debug.subprogram(self.function)}" if numbers.debug is not None else ""
        section = ""
        if not linkage.startswith("available_externally"):
            room = "cold" if "#3" in self.attributes or "#4" in self.attributes else "f"
            section = f' section ".text.{room}.{self.name.strip(chr(34) + "@")}"'
            if runs_fast(self.function, self.attributes):
                section += f" align {CACHE_LINE}"
        return (
            f"define {linkage} {self.kind} {self.name}({', '.join(self.parameters)}) "
            f"{self.attributes}{section}{scope} {{\n{body}\n}}\n"
        )


@dataclass
class Numbers:
    """The metadata of one module: debug locations, kinds of memory that never overlap, inner loops."""

    debug: DebugInfo | None
    lines: list[str] = field(default_factory=list)
    _tags: dict[str, str] = field(default_factory=dict)
    _aligned: str = ""  # what makes a loop begin at a cache line

    def resolve(self, function: ir.Function, mark: str) -> str:
        """The number that stands for a mark in this module."""
        if mark[0] == "T":
            return self._tag(mark[1:])
        if mark[0] == "L":
            return self._loop()
        assert self.debug is not None, "a location in a module without debug information"
        return self.debug.location(function, int(mark))

    def _node(self, text: str) -> str:
        """`text` has {0} where it names itself."""
        name = f"!{FIRST_TAG + len(self.lines)}"
        self.lines.append(f"{name} = {text.replace('{0}', name)}")
        return name

    def _tag(self, name: str) -> str:
        """Raw loads and stores have no tag and may overlap anything."""
        found = self._tags.get(name)
        if found is None:
            kind = self._node(f'!{{!"{name}", !5, i64 0}}')
            found = self._tags[name] = self._node(f"!{{{kind}, {kind}, i64 0}}")
        return found

    def _loop(self) -> str:
        """A loop's own node: `definition` asks once for each, however many branches close it."""
        if not self._aligned:
            self._aligned = self._node(f'!{{!"llvm.loop.align", i32 {CACHE_LINE}}}')
        return self._node(f"distinct !{{{{0}}, {self._aligned}}}")
