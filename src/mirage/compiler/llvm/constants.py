"""Operands as LLVM text, and the static objects behind them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.llvm.types import (
    MEMORY,
    UNDEFINED_BOOL,
    UNDEFINED_F64,
    UNDEFINED_REF,
    Layouts,
    Numbering,
    escaped,
    quoted,
)

_RUNS = re.compile(r"( *)(~*)(\^*)(~*)")

SMALL_LIMIT = 1 << 62
CLASS_COUNT = "class.count"  # an absolute symbol, as the classes' own numbers are


def digest(*parts: str) -> str:
    """A name made from contents: equal in every program and every build that has the same object."""
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


class Constants:
    """Makes the text of constants; collects the static objects they need in `lines`."""

    def __init__(self, program: ir.Program, layouts: Layouts, numbering: Numbering) -> None:
        self.program = program
        self.known = program.known
        self.layouts = layouts
        self.numbering = numbering
        self.lines: list[str] = []
        self.used_symbols: dict[str, None] = {}
        self.built: set[ir.Class] = set()  # classes that have static objects
        self._functions = set(program.functions)
        self._objects: dict[object, str] = {}
        self.names: dict[str, str] = {}  # every static object's: `global` or `constant`
        self._sites: dict[ir.Site, str] = {}
        self._text: dict[ir.Const, str] = {}

    # --- operands ---------------------------------------------------------------------------

    def text(self, constant: ir.Const) -> str:
        """The constant as an LLVM operand of its register type, without the type."""
        found = self._text.get(constant)
        if found is None:
            found = self._text[constant] = self._make(constant)
        return found

    def memory_text(self, constant: ir.Const, rep: Rep) -> str:
        """The constant as an LLVM initial value or store operand of its memory type."""
        if rep is Rep.BOOL:
            if isinstance(constant, ir.Undefined):
                return str(UNDEFINED_BOOL)
            return "1" if isinstance(constant, ir.BoolConst) and constant.value else "0"
        return self.text(constant)

    def _make(self, constant: ir.Const) -> str:
        match constant:
            case ir.IntConst(value=value, rep=rep):
                return self._int(value, rep)
            case ir.RawConst(value=value, rep=rep):
                bits = rep.size * 8
                value &= (1 << bits) - 1
                return str(value - (1 << bits) if value >> (bits - 1) else value)
            case ir.FloatConst(bits=bits):
                return f"0x{bits:016X}"
            case ir.BoolConst(value=value, rep=Rep.BOOL):
                return "true" if value else "false"
            case ir.BoolConst(value=value):
                return self.bool_object(value)
            case ir.NoneConst(rep=rep):
                return "0" if rep is Rep.INT else "null"
            case ir.StrConst(value=value):
                return self._str(value)
            case ir.BytesConst(value=value):
                return self._bytes(value)
            case ir.FloatObject(bits=bits):
                return self._float(bits)
            case ir.TupleConst(items=items):
                return self._tuple(constant, items)
            case ir.Undefined(rep=rep):
                return self._undefined(rep)
            case ir.StopSentinel():
                return self.stop_sentinel()
            case ir.FunctionObject(code=code, name=name):
                return self._function_object(code, name)
            case ir.TypeObject(cls=cls, makes=makes):
                return self.type_object(cls, makes)
            case ir.Singleton(cls=cls):
                symbol = self.numbering.symbol(cls).replace("class.", "singleton.", 1)
                return self._object(("singleton", cls), cls, {}, symbol=symbol)
            case ir.CodeAddress(code=code):
                return f"ptrtoint (ptr {quoted(code.symbol)} to i64)"
            case ir.SymbolAddress(symbol=symbol):
                self.used_symbols[symbol] = None
                return f"ptrtoint (ptr {quoted(symbol)} to i64)"
            case ir.ClassTable():
                return "ptrtoint (ptr @mirage_class_table to i64)"
            case ir.ClassCount():
                return f"ptrtoint (ptr @{CLASS_COUNT} to i32)"
            case ir.ClassId(cls=cls):
                return self.numbering.id_text(cls, "i32")
        raise TypeError(f"constant {constant!r} has no text")

    def _undefined(self, rep: Rep) -> str:
        match rep:
            case Rep.REF:
                return f"inttoptr (i64 {UNDEFINED_REF} to ptr)"
            case Rep.F64:
                return f"0x{UNDEFINED_F64:016X}"
            case Rep.BOOL:
                return "false"  # a register cannot hold the marker; memory_text gives the byte
            case _:
                return "0"

    # --- static objects ---------------------------------------------------------------------

    def _object(
        self,
        key: object,
        cls: ir.Class,
        fields: dict[str, str],
        count: int = 0,
        tail: tuple[str, int] | None = None,
        symbol: str = "",
    ) -> str:
        """A static object in writable data.

        fields   initial values by name, in the text of their memory type; the others are zero
        tail     the text of an LLVM value with its type, and its size in bytes
        """
        name = self._objects.get(key)
        if name is not None:
            return name
        self.built.add(cls)
        layout = self.layouts.of(cls)
        parts = [f"i64 {self.numbering.number[cls]}"]
        offset = 8
        if layout.tail is not None:
            parts.append(f"i64 {count}")
            offset = 16
        for field, (at, rep) in sorted(layout.offsets.items(), key=lambda item: item[1][0]):
            if at > offset:
                parts.append(f"[{at - offset} x i8] zeroinitializer")
            default = "null" if rep is Rep.REF else "0.0" if rep is Rep.F64 else "0"
            parts.append(f"{MEMORY[rep]} {fields.get(field, default)}")
            offset = at + rep.size
        if tail is not None:
            if layout.tail_offset > offset:
                parts.append(f"[{layout.tail_offset - offset} x i8] zeroinitializer")
            parts.append(tail[0])
            offset = layout.tail_offset + tail[1]
        kind = "<{ " + ", ".join(_type_of(part) for part in parts) + " }>"
        name = quoted(symbol or f"static.{digest(cls.qualname, *parts[1:])}")
        self._objects[key] = name
        if name in self.names:  # an equal object under another key
            return name
        self.names[name] = "global"
        section = name.strip('@"')
        self.lines.append(
            f"{name} = hidden global {kind} <{{ {', '.join(parts)} }}>, "
            f'section ".data.{section}", align 8'
        )
        return name

    def _int(self, value: int, rep: Rep) -> str:
        if -SMALL_LIMIT <= value < SMALL_LIMIT:
            word = 2 * value + 1
            return str(word) if rep is Rep.INT else f"inttoptr (i64 {word} to ptr)"
        digits = []
        rest = abs(value)
        while rest:
            digits.append(rest & ((1 << 60) - 1))
            rest >>= 60
        tail = f"[{len(digits)} x i64] [{', '.join(f'i64 {d}' for d in digits)}]"
        fields = {"_negative": "1" if value < 0 else "0"}
        name = self._object(("int", value), self.known.int_, fields, len(digits), (tail, 8 * len(digits)))
        return f"ptrtoint (ptr {name} to i64)" if rep is Rep.INT else name

    def _str(self, value: str) -> str:
        largest = max(map(ord, value), default=0)
        if largest < 0x100:
            kind, data = 1, value.encode("latin-1")
        elif largest < 0x10000:
            kind, data = 2, value.encode("utf-16-le", "surrogatepass")
        else:
            kind, data = 4, value.encode("utf-32-le", "surrogatepass")
        fields = {"_length": str(len(value)), "_kind": str(kind)}
        tail = f'[{len(data)} x i8] c"{escaped(data)}"'
        return self._object(("str", value), self.known.str_, fields, len(data), (tail, len(data)))

    def _bytes(self, value: bytes) -> str:
        tail = f'[{len(value)} x i8] c"{escaped(value)}"'
        return self._object(("bytes", value), self.known.bytes_, {}, len(value), (tail, len(value)))

    def _float(self, bits: int) -> str:
        return self._object(("float", bits), self.known.float_, {"_value": f"0x{bits:016X}"})

    def bool_object(self, value: bool) -> str:
        fields = {"_value": "1" if value else "0"}
        return self._object(("bool", value), self.known.bool_, fields, symbol="true" if value else "false")

    def _tuple(self, key: object, items: tuple[ir.Const, ...]) -> str:
        words = ", ".join(f"ptr {self.text(item)}" for item in items)
        tail = f"[{len(items)} x ptr] [{words}]"
        return self._object(("tuple", key), self.known.tuple_, {}, len(items), (tail, 8 * len(items)))

    def empty_tuple(self) -> str:
        return self.text(ir.TupleConst(()))

    def _function_object(self, code: ir.Function, name: ir.Const) -> str:
        fields = {"_code": f"ptrtoint (ptr {quoted(code.symbol)} to i64)", "_name": self.text(name)}
        return self._object(("function", code, name), self.known.function, fields)

    def type_object(self, cls: ir.Class, makes: bool = False) -> str:
        if cls.base is not None and cls.base.is_generator_base:
            return self.type_object(cls.base)  # frames have the class that all generators have
        if cls.shown_by is not None and not makes:
            return self.type_object(cls.shown_by)
        code = cls.constructor if cls.constructor in self._functions else None
        fields = {
            "_class": str(self.numbering.number[cls] | cls.kind << 32),
            "_name": self._str(cls.name),
            "_code": f"ptrtoint (ptr {quoted(code.symbol)} to i64)" if code is not None else "0",
            "_repr": self._str(cls.repr_name or cls.qualname),
        }
        if cls.plain is not None and cls.plain in self._functions:
            fields[ir.PLAIN_CODE] = f"ptrtoint (ptr {quoted(cls.plain.symbol)} to i64)"
        symbol = self.numbering.symbol(cls).replace("class.", "type.", 1)
        return self._object(("type", cls), cls.meta or self.known.type_, fields, symbol=symbol)

    def has_type_object(self, cls: ir.Class) -> bool:
        return ("type", cls) in self._objects

    def stop_sentinel(self) -> str:
        fields: dict[str, str] = {}
        if "args" in self.layouts.of(self.known.stop_iteration).offsets:
            fields["args"] = self.empty_tuple()
        return self._object("stop", self.known.stop_iteration, fields, symbol="mirage_stop_iteration")

    # --- sites and globals ------------------------------------------------------------------

    def site(self, site: ir.Site) -> str:
        """The eight words of 32 bits for a place in the user's source, read-only."""
        name = self._sites.get(site)
        if name is None and site.within is not None:
            name = self._sites[site] = self.site(replace(site, within=None))
        if name is None:
            parts = (site.file, str(site.line), site.function, site.text, site.carets)
            name = self._sites[site] = f"@site.{digest(*parts)}"
            self.names[name] = "constant"
            texts = [_low_word(self._str(text)) for text in (site.file, site.function, site.text)]
            blank, left, operator, right = runs(site.carets)
            words = [*texts, site.line, blank, left, operator, right]
            self.lines.append(
                f"{name} = hidden unnamed_addr constant [{len(words)} x i32] "
                f"[{', '.join(f'i32 {word}' for word in words)}], "
                f'section ".rodata.{name[1:]}", align 4'
            )
        return name

    def variable(self, variable: ir.Global) -> str:
        """The definition of one global; traced ones lie together for the collector."""
        rep = variable.rep
        initial = variable.initial
        if initial is None:
            initial = ir.RawConst(0, rep) if rep.is_raw_integer else ir.Undefined(rep)
        name = quoted(variable.symbol)
        short = digest(variable.symbol)
        room = f"gcroots.{short}" if rep.is_traced and not variable.constant else f"data.{short}"
        kind = "global"
        value = self.memory_text(initial, rep)
        if variable.constant:
            kind, room = "constant", f"rodata.{short}"
        elif not rep.is_traced and value in ("0", "0x0000000000000000"):
            room = f"bss.{short}"
        return (
            f"{name} = hidden {kind} {MEMORY[rep]} {value}, "
            f'section ".{room}", align {max(rep.size, 1)}'
        )

    def class_table(self) -> list[str]:
        """The class table and what it points to; 32 bytes a class (docs/design/abi.md)."""
        entries: list[str] = []
        lines: list[str] = []
        for cls in self.numbering.classes:
            layout = self.layouts.of(cls)
            offsets = sorted(at for at, rep in layout.offsets.values() if rep.is_traced)
            offsets_word = "0"
            if offsets:
                offsets_name = f"@offsets{len(entries)}"
                offsets_word = _low_word(offsets_name)
                values = ", ".join(f"i32 {offset}" for offset in offsets)
                lines.append(
                    f"{offsets_name} = internal unnamed_addr constant [{len(offsets)} x i32] [{values}]"
                )
            live = cls.instantiated or cls in self.built or self.has_type_object(cls)
            type_object = _low_word(self.type_object(cls)) if live else "0"
            tail_size = layout.tail.size if layout.tail is not None else 0
            flags = 1 if layout.tail is not None and layout.tail.is_traced else 0
            ranges = "0"
            if live and self.program.class_ranges:
                pairs = self.numbering.accepted(cls.instances.members if cls.instances is not None else [cls])
                numbers = ", ".join(f"i32 {n}" for n in [len(pairs), *(n for pair in pairs for n in pair)])
                name_of_ranges = f"@ranges{len(entries)}"
                kind = f"[{1 + 2 * len(pairs)} x i32]"
                lines.append(f"{name_of_ranges} = internal unnamed_addr constant {kind} [{numbers}], align 4")
                ranges = _low_word(name_of_ranges)
            words = (layout.size, tail_size, flags, len(offsets), offsets_word, type_object, ranges, 0)
            entries.append(f"%class {{ {', '.join(f'i32 {word}' for word in words)} }}")
        lines.append("%class = type { i32, i32, i32, i32, i32, i32, i32, i32 }")
        body = ",\n  ".join(entries)
        lines.append(
            f"@mirage_class_table = dso_local constant [{len(entries)} x %class] [\n  {body}\n], align 16\n"
            f"@mirage_class_count = dso_local constant i32 {len(entries)}, align 4"
        )
        return lines


def _low_word(name: str) -> str:
    """The address of a static object in 32 bits: images lie in the low 2 GiB."""
    return f"ptrtoint (ptr {name} to i32)"


def runs(carets: str) -> tuple[int, int, int, int]:
    """How many blanks, `~`, `^` and `~` a caret line has, in this order."""
    found = _RUNS.fullmatch(carets)
    if found is None:
        raise ValueError(f"not a caret line: {carets!r}")
    blank, left, operator, right = (len(part) for part in found.groups())
    return blank, left, operator, right


def _type_of(value: str) -> str:
    """The type in front of a typed LLVM value."""
    if value[0] == "[":
        return value[: value.index("]") + 1]
    return value[: value.index(" ")]

