"""Compiled patterns and what they found, for str and bytes alike; `re` dresses them in types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mirage.lowlevel import Array, i64, is_small, make_small, small_value, u64
from mirage.runtime import text, text_codecs
from mirage.runtime.bytes_methods import address, size
from mirage.runtime.class_names import class_name
from re._machine import Machine
from re._program import Program
from re._syntax import Parser
from re._template import Template


LONGEST: Final = 9223372036854775807

_FLAG_NAMES = (
    (1, "TEMPLATE"),
    (2, "IGNORECASE"),
    (4, "LOCALE"),
    (8, "MULTILINE"),
    (16, "DOTALL"),
    (32, "UNICODE"),
    (64, "VERBOSE"),
    (128, "DEBUG"),
    (256, "ASCII"),
)


def clamped(index: int, limit: i64) -> i64:
    if is_small(index):
        word = small_value(index)
        if word < 0:
            return i64(0)
        return limit if word > limit else word
    return i64(0) if index < 0 else limit


def part(string: object, start: i64, end: i64) -> str | bytes:
    """string[start:end] as str or bytes; a bytearray may have shrunk since."""
    if isinstance(string, str):
        return text.substring(string, start, end)
    if isinstance(string, (bytes, bytearray, memoryview)):
        count = size(string)
        if end > count:
            end = count
        if start < end:
            return text_codecs.bytes_from(address(string) + u64(start), end - start)
    return b""


def _joined(is_text: bool, parts: list[object]) -> str | bytes:
    if is_text:
        texts: list[str] = []
        for one in parts:
            if not isinstance(one, str):
                raise TypeError(
                    f"sequence item {len(texts)}: expected str instance, {class_name(one)} found"
                )
            texts.append(one)
        return "".join(texts)
    chunks: list[bytes | bytearray | memoryview] = []
    for one in parts:
        if not isinstance(one, (bytes, bytearray, memoryview)):
            raise TypeError(
                f"sequence item {len(chunks)}: expected a bytes-like object, {class_name(one)} found"
            )
        chunks.append(one)
    return b"".join(chunks)


class Core:
    """A compiled pattern."""

    pattern: str | bytes
    is_text: bool
    flags: int
    names: dict[str, int]
    program: Program
    owner: object  # the `re.Pattern`
    _spare: Machine | None  # one machine is kept for the next operation

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        parser = Parser(pattern, flags)
        tree = parser.parse()
        self.pattern = pattern
        self.is_text = isinstance(pattern, str)
        self.flags = parser.flags
        self.names = parser.names
        self.program = Program(parser, tree)
        self.owner = None
        self._spare = None

    def begin(self, string: object, endpos: int) -> Machine:
        """A machine for one operation on a text or buffer."""
        machine = self._spare
        if machine is None:
            machine = Machine(self.program)
        else:
            self._spare = None
        if isinstance(string, str):
            if not self.is_text:
                raise TypeError("cannot use a bytes pattern on a string-like object")
            machine.set_text(string, clamped(endpos, string._length))
            return machine
        if not isinstance(string, (bytes, bytearray, memoryview)):
            raise TypeError(f"expected string or bytes-like object, got '{class_name(string)}'")
        if self.is_text:
            raise TypeError("cannot use a string pattern on a bytes-like object")
        data = string if isinstance(string, bytes) else bytes(string)
        machine.set_data(data, clamped(endpos, data._tail.count))
        return machine

    def finish(self, machine: Machine) -> None:
        machine.forget()
        self._spare = machine

    def find(self, string: object, pos: int, endpos: int, how: int) -> Found | None:
        """how   0: anywhere; 1: at pos; 2: from pos to endpos"""
        machine = self.begin(string, endpos)
        start = clamped(pos, machine.length)
        if how == 0:
            matched = machine.search(start, False)
        else:
            matched = machine.match_at(start, how == 2)
        result: Found | None = None
        if matched:
            result = Found(self, string, machine.spans(), start, machine.end)
        self.finish(machine)
        return result

    def split(self, string: object, maxsplit: int) -> list[object]:
        machine = self.begin(string, LONGEST)
        registers = machine.registers
        groups = i64(self.program.groups)
        parts: list[object] = []
        last = i64(0)
        must_advance = False
        done = 0
        while (maxsplit == 0 or done < maxsplit) and machine.search(last, must_advance):
            start = registers[i64(0)]
            end = registers[i64(1)]
            parts.append(part(string, last, start))
            group = i64(1)
            while group < groups:
                parts.append(_group_of(registers, string, group, None))
                group = group + 1
            done += 1
            must_advance = start == end
            last = end
        parts.append(part(string, last, machine.length))
        self.finish(machine)
        return parts

    def find_all(self, string: object, pos: int, endpos: int) -> list[object]:
        machine = self.begin(string, endpos)
        registers = machine.registers
        groups = i64(self.program.groups)
        at = clamped(pos, machine.length)
        must_advance = False
        found: list[object] = []
        nothing: object = "" if self.is_text else b""
        while machine.search(at, must_advance):
            start = registers[i64(0)]
            at = registers[i64(1)]
            if groups == 1:
                found.append(part(string, start, at))
            elif groups == 2:
                found.append(_group_of(registers, string, i64(1), nothing))
            else:
                values: list[object] = []
                group = i64(1)
                while group < groups:
                    values.append(_group_of(registers, string, group, nothing))
                    group = group + 1
                found.append(tuple(values))
            must_advance = start == at
        self.finish(machine)
        return found

    def template(self, template: str | bytes | bytearray | memoryview) -> Template:
        if isinstance(template, str):
            return Template(template, self.names, self.program.groups)
        return Template(bytes(template), self.names, self.program.groups)

    def substitute(
        self,
        template: Template | None,
        function: Callable[[Found], object] | None,
        string: object,
        count: int,
    ) -> tuple[object, int]:
        machine = self.begin(string, LONGEST)
        registers = machine.registers
        parts: list[object] = []
        at = i64(0)
        must_advance = False
        done = 0
        while (count == 0 or done < count) and machine.search(at, must_advance):
            start = registers[i64(0)]
            end = registers[i64(1)]
            if at < start:
                parts.append(part(string, at, start))
            if template is not None:
                self._expand(template, registers, string, parts)
            elif function is not None:
                value = function(Found(self, string, machine.spans(), i64(0), machine.end))
                if value is not None:
                    parts.append(value)
            done += 1
            must_advance = start == end
            at = end
        if done == 0 and isinstance(string, (str, bytes)):
            self.finish(machine)
            return string, 0
        if at < machine.length:
            parts.append(part(string, at, machine.length))
        self.finish(machine)
        return _joined(self.is_text, parts), done

    def _expand(self, template: Template, registers: Array[i64], string: object, parts: list[object]) -> None:
        texts = template.texts
        if template.is_text != self.is_text and any(texts):
            mixed = self._mixed(template, registers, string)
            if template.groups:
                _joined(self.is_text, mixed)  # it raises
            parts.append(mixed[0])  # and so does who joins these
            return
        index = 0
        for group in template.groups:
            if texts[index]:
                parts.append(self._literal(texts[index]))
            low = registers[i64(2 * group)]
            high = registers[i64(2 * group + 1)]
            if low >= 0 and high > low:
                parts.append(part(string, low, high))
            index += 1
        if texts[index]:
            parts.append(self._literal(texts[index]))

    def _mixed(self, template: Template, registers: Array[i64], string: object) -> list[object]:
        """The parts of a template that is not of the pattern's kind, as CPython joins them."""
        parts: list[object] = []
        index = 0
        for literal in template.texts:
            if literal:
                parts.append(literal if template.is_text else literal.encode("latin-1"))
            if index < len(template.groups):
                group = i64(template.groups[index])
                parts.append(_group_of(registers, string, group, "" if self.is_text else b""))
            index += 1
        return parts

    def _literal(self, literal: str) -> str | bytes:
        return literal if self.is_text else literal.encode("latin-1")

    def expanded(self, template: Template, found: Found) -> str | bytes:
        parts: list[object] = []
        self._expand(template, found.spans, found.string, parts)
        return _joined(self.is_text, parts)

    def described(self) -> str:
        """repr() of the pattern."""
        flags = self.flags
        if self.is_text and flags & (4 | 32 | 256) == 32:
            flags &= ~32
        names: list[str] = []
        for flag, name in _FLAG_NAMES:
            if flags & flag:
                names.append("re." + name)
                flags &= ~flag
        if flags:
            names.append(hex(flags))
        shown = repr(self.pattern)[:200]
        if names:
            return f"re.compile({shown}, {'|'.join(names)})"
        return f"re.compile({shown})"


def _group_of(registers: Array[i64], string: object, group: i64, default: object) -> object:
    low = registers[2 * group]
    high = registers[2 * group + 1]
    if low < 0 or high < low:
        return default
    return part(string, low, high)


class Found:
    """What matched, and where."""

    core: Core
    string: object
    spans: Array[i64]
    pos: i64
    endpos: i64

    def __init__(self, core: Core, string: object, spans: Array[i64], pos: i64, endpos: i64) -> None:
        self.core = core
        self.string = string
        self.spans = spans
        self.pos = pos
        self.endpos = endpos

    def last_index(self) -> int:
        """The group that ended last, -1 when none did."""
        return make_small(self.spans[self.spans.count - 1])

    def _number(self, group: object) -> i64:
        number = -1
        if isinstance(group, str):
            number = self.core.names.get(group, -1)
        elif isinstance(group, int):
            number = group
        if number < 0 or number >= self.core.program.groups:
            raise IndexError("no such group")
        return i64(number)

    def value(self, group: object, default: object = None) -> object:
        return _group_of(self.spans, self.string, self._number(group), default)

    def values(self, default: object) -> list[object]:
        found: list[object] = []
        group = i64(1)
        while group < i64(self.core.program.groups):
            found.append(_group_of(self.spans, self.string, group, default))
            group = group + 1
        return found

    def named(self, default: object) -> dict[str, object]:
        found: dict[str, object] = {}
        for name, group in self.core.names.items():
            found[name] = self.value(group, default)
        return found

    def span(self, group: object) -> tuple[int, int]:
        number = self._number(group)
        start = self.spans[2 * number]
        end = self.spans[2 * number + 1]
        if start < 0 or end < start:
            return -1, -1
        return make_small(start), make_small(end)

    def described(self) -> str:
        """repr() of the match."""
        start, end = self.span(0)
        return f"<re.Match object; span=({start}, {end}), match={repr(self.value(0))[:50]}>"
