"""LLVM types of registers and memory, object layouts, class numbers and their symbols."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep

REGISTER = {
    Rep.VOID: "void",
    Rep.INT: "i64",
    Rep.REF: "ptr",
    Rep.F64: "double",
    Rep.BOOL: "i1",
    Rep.I8: "i8",
    Rep.U8: "i8",
    Rep.I16: "i16",
    Rep.U16: "i16",
    Rep.I32: "i32",
    Rep.U32: "i32",
    Rep.I64: "i64",
    Rep.U64: "i64",
}
# The convention of what is seldom called: it saves every register it changes, so that the code around the
# call keeps its values in registers that it need not save itself.
APART = "preserve_mostcc "
NEW = "mirage.new"  # (size) -> the address of a new object, or null and the exception in NEW_ERROR
NEW_ERROR = "mirage_new_error"
MEMORY = {**REGISTER, Rep.BOOL: "i8"}

FOR_SIZE = {"#3", "#4", "#6", "#7"}  # groups of attributes (module.py) that put size before speed

UNDEFINED_F64 = 0x7FF8_DEAD_BEEF_0002
UNDEFINED_REF = 2
UNDEFINED_BOOL = 2


def rep_of(operand: ir.Operand) -> Rep:
    """The representation of a register or constant."""
    rep: Rep = operand.rep  # type: ignore[union-attr]  # every concrete constant has one
    return rep


def result_type(function: ir.Function) -> str:
    """The LLVM return type: the value, or the value and the error of a function that may raise."""
    return pair_type(function.result) if returns_error(function) else REGISTER[function.result]


def pair_type(rep: Rep) -> str:
    return "ptr" if rep is Rep.VOID else f"{{ {REGISTER[rep]}, ptr }}"

_ESCAPES = {b: f"\\{b:02X}" for b in range(256) if not 32 <= b < 127 or b in (34, 92)}
_PLAIN = re.compile(r"[A-Za-z._$-][A-Za-z0-9._$-]*")


def returns_error(function: ir.Function) -> bool:
    """Uses the raising convention: may raise, or is called through a pointer."""
    return not function.exported and (function.can_raise or function.address_taken)


@cache
def quoted(symbol: str) -> str:
    """A global's name in LLVM's syntax."""
    if _PLAIN.fullmatch(symbol):
        return f"@{symbol}"
    return '@"' + escaped(symbol.encode()) + '"'


def escaped(data: bytes) -> str:
    """Bytes as the inside of an LLVM string."""
    return data.decode("latin-1").translate(_ESCAPES)


def align(offset: int, alignment: int) -> int:
    return (offset + alignment - 1) // alignment * alignment


@dataclass(frozen=True)
class Layout:
    """Byte offsets inside an object of one class."""

    offsets: dict[str, tuple[int, Rep]]
    size: int  # header, count and fields; without the tail
    tail: Rep | None
    tail_offset: int  # the first tail element


class Layouts:
    """The layouts of all classes, computed on demand."""

    def __init__(self) -> None:
        self._known: dict[ir.Class, Layout] = {}

    def of(self, cls: ir.Class) -> Layout:
        """The layout: header, count when there is a tail, the base's fields, own fields, tail."""
        layout = self._known.get(cls)
        if layout is None:
            layout = self._known[cls] = self._compute(cls)
        return layout

    def _compute(self, cls: ir.Class) -> Layout:
        base = self.of(cls.base) if cls.base is not None else None
        tail = cls.tail if cls.tail is not None else base.tail if base is not None else None
        start = 16 if tail is not None else 8
        offsets: dict[str, tuple[int, Rep]] = {}
        offset = start
        if base is not None:
            if tail is not None and base.tail is None and base.offsets:
                raise ValueError(f"class {cls.qualname} adds a tail to a base with fields")
            offsets.update(base.offsets)
            offset = max(start, base.size)
        for other in cls.others:
            offsets.update(self.of(other).offsets)
            offset = max(offset, self.of(other).size)
        if cls.region is not None:
            places = self.of(cls.region).offsets
            offsets.update({field.name: (places[field.name][0], field.rep) for field in cls.fields})
            size = max([offset, *(places[field.name][0] + field.rep.size for field in cls.fields)])
            return Layout(offsets, size, tail, align(size, 8))
        for field in cls.fields:
            offset = align(offset, field.rep.size)
            offsets[field.name] = (offset, field.rep)
            offset += field.rep.size
        return Layout(offsets, offset, tail, align(offset, 8))


class Numbering:
    """Class numbers in depth-first order, so that a class and its subclasses are a range."""

    def __init__(self, classes: list[ir.Class]) -> None:
        self.classes: list[ir.Class] = []
        self.number: dict[ir.Class, int] = {}
        self._ranges: dict[ir.Class, list[tuple[int, int]]] = {}
        everything: dict[ir.Class, None] = {}
        for cls in classes:
            self._collect(cls, everything)
        children: dict[ir.Class | None, list[ir.Class]] = {}
        for cls in everything:
            children.setdefault(primary_parent(cls), []).append(cls)
        self._names: dict[ir.Class, str] = {}
        self._taken: dict[str, int] = {}
        stack = list(reversed(children.get(None, [])))
        while stack:
            cls = stack.pop()
            self.number[cls] = len(self.classes)
            self.classes.append(cls)
            stack.extend(reversed(children.get(cls, [])))
        self.last_below = dict(self.number)  # the last number of the class and the children below it
        for cls in reversed(self.classes):
            parent = primary_parent(cls)
            if parent is not None:
                self.last_below[parent] = max(self.last_below[parent], self.last_below[cls])
        for cls in self.classes:
            self._name(cls)
        self._subclasses: dict[ir.Class, set[int]] = {cls: {n} for cls, n in self.number.items()}
        for cls in self.classes:
            number = self.number[cls]
            for ancestor in _ancestors(cls):
                self._subclasses[ancestor].add(number)

    def symbol(self, cls: ir.Class) -> str:
        """The absolute symbol whose value is the class's number: code holds it, so that equal code of
        different programs is equal text although their classes have other numbers."""
        return "class." + self._name(cls)

    def span_symbol(self, cls: ir.Class) -> str:
        """The absolute symbol for the numbers that follow the class's own in its range of subclasses."""
        return "span." + self._name(cls)

    def _name(self, cls: ir.Class) -> str:
        name = self._names.get(cls)
        if name is None:
            count = self._taken.get(cls.qualname, 0)
            self._taken[cls.qualname] = count + 1
            name = self._names[cls] = f"{cls.qualname}#{count}" if count else cls.qualname
        return name

    def id_text(self, cls: ir.Class, kind: str) -> str:
        """The class's number as a constant of the integer type `kind`."""
        return f"ptrtoint (ptr {quoted(self.symbol(cls))} to {kind})"

    def span_text(self, low: int, high: int) -> str:
        """`high - low` as an i32, by the symbol of the range that a class and its subclasses are."""
        cls = self.classes[low]
        if self.last_below[cls] == high:
            return f"ptrtoint (ptr {quoted(self.span_symbol(cls))} to i32)"
        return str(high - low)

    def _collect(self, cls: ir.Class, into: dict[ir.Class, None]) -> None:
        work = [cls]
        while work:
            one = work.pop()
            if one not in into:
                into[one] = None
                work.extend(one.parents)
                if one.base is not None:
                    work.append(one.base)

    def accepted(self, classes: list[ir.Class]) -> list[tuple[int, int]]:
        """The class numbers of `classes` and their subclasses, as inclusive ranges in order."""
        numbers: set[int] = set()
        for cls in classes:
            numbers |= self._subclasses[cls]
        ranges: list[tuple[int, int]] = []
        for number in sorted(numbers):
            if ranges and ranges[-1][1] == number - 1:
                ranges[-1] = (ranges[-1][0], number)
            else:
                ranges.append((number, number))
        return ranges

    def subclasses(self, cls: ir.Class) -> list[int]:
        return sorted(self._subclasses[cls])


def primary_parent(cls: ir.Class) -> ir.Class | None:
    """The parent whose range holds the class: the layout base, else the first base."""
    if cls.base is not None:
        return cls.base
    return cls.parents[0] if cls.parents else None


def _ancestors(cls: ir.Class) -> set[ir.Class]:
    found: set[ir.Class] = set()
    work = [*cls.parents, *([cls.base] if cls.base is not None else [])]
    while work:
        one = work.pop()
        if one not in found:
            found.add(one)
            work.extend(one.parents)
            if one.base is not None:
                work.append(one.base)
    return found
