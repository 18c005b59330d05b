"""A program as LLVM text: its functions as fragments, its static objects, and modules made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mirage.compiler.errors import compiling
from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.constants import CLASS_COUNT, Constants
from mirage.compiler.llvm.debug import LIBRARY, DebugInfo
from mirage.compiler.llvm.folding import find_equal
from mirage.compiler.llvm.fragment import MARK, NAMES, Fragment, Numbers, renamed
from mirage.compiler.llvm.functions import Emitter
from mirage.compiler.llvm.types import (
    APART,
    MEMORY,
    NEW,
    NEW_ERROR,
    Layouts,
    Numbering,
    escaped,
    quoted,
    result_type,
)
from mirage.compiler.passes.flow import reads

TRIPLE = "x86_64-unknown-none-elf"
DATA_LAYOUT = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"

_DECLARATIONS = """\
declare void @llvm.trap() cold noreturn nounwind
declare i64 @llvm.read_register.i64(metadata) nounwind
declare double @llvm.fabs.f64(double)
declare double @llvm.sqrt.f64(double)
declare i64 @llvm.fptosi.sat.i64.f64(double)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memmove.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare { i64, i1 } @llvm.sadd.with.overflow.i64(i64, i64)
declare { i64, i1 } @llvm.ssub.with.overflow.i64(i64, i64)
declare { i64, i1 } @llvm.smul.with.overflow.i64(i64, i64)
"""

# LLVM must not turn loops into calls of libc functions that do not exist here.  Switches over class ids have
# hundreds of values and few targets: as tables they took a third of an image, as comparisons almost nothing.
_BASE = (
    'nounwind noredzone "no-builtin-strlen" "no-builtin-wcslen" "no-builtin-bcmp" "no-builtin-memchr" '
    '"no-trapping-math"="true" "no-jump-tables"="true"'
)
_ALLOCATES = f'willreturn {_BASE} allockind("alloc,zeroed") allocsize(0) "alloc-family"="mirage"'
_METADATA = """\
!0 = !{!"branch_weights", i32 2000, i32 1}
!1 = !{!"branch_weights", i32 1, i32 2000}
!2 = !{!"rsp"}
!5 = !{!"mirage"}
!6 = !{i64 0, i64 16777216}
"""

_DEFINED = re.compile(r'^(?:define [^@]*)?(@(?:"[^"]*"|[\w.$-]+))(?: =|\()', re.MULTILINE)

# The library's inner loops: packages, and modules of the runtime.
_HOT = ("builtins", "collections", "heapq", "itertools", "json", "math", "random", "re")
_HOT_MODULES = {
    "mirage.drivers.checksum",
    "mirage.lowlevel",
    "mirage.net.checksum",
    *(
        f"mirage.runtime.{name}"
        for name in (
            *("bigint_core", "bigint_digits", "bytes_methods"),
            *("collector", "containers", "floats_fast", "hashing", "memory", "ranges", "sorting"),
            *("text", "text_search"),
        )
    ),
}

# What runs once, or before the process ends: as small as LLVM can make it.
_COLD_MODULES = {
    "mirage.runtime.errors",
    "mirage.runtime.traceback_text",
    *(f"mirage.targets.linux.{name}" for name in ("seccomp", "signals", "start", "vdso")),
    *(f"mirage.targets.{name}.start" for name in ("virtio", "xen")),
}

EAGER_THRESHOLD = 225  # LLVM's cost limit for inlining at the application's own calls
BODY_THRESHOLD = 1000  # the same for the body of a generator in the loop that resumes it

class Module:
    """Emits the program's functions and static objects once; the program's passes have run.

    `fragments` holds the functions, `data()` gives everything else.  `text()` makes one module of it
    all; units.py makes many.
    """

    def __init__(self, program: ir.Program, debug: bool) -> None:
        self.program = program
        self.debug = debug
        self.layouts = Layouts()
        self.numbering = Numbering(_all_classes(program))
        self.constants = Constants(program, self.layouts, self.numbering)
        self._declared: dict[str, str] = {}
        self._intrinsics: dict[str, str] = {}
        self._defined = {f.symbol for f in program.functions} | {v.symbol for v in program.globals}
        self._defined |= {
            "mirage_stack_limit",
            "mirage_stack_top",
            "mirage_class_table",
            "mirage_class_count",
        }
        self._data = ""
        self._declarations: dict[str, str] = {}
        self._slow = _slow_ways(program)
        self.leaving: dict[ir.Function, set[ir.Block]] = {}  # blocks that end in an exception, or run once
        self.fragments = {quoted(f.symbol): self._fragment(f) for f in program.functions}
        self.same: dict[ir.Function, ir.Function] = {}  # functions that another one stands for
        self._renamed: dict[str, str] = {}

    def _fragment(self, function: ir.Function) -> Fragment:
        with compiling(function.file, function.line):
            return Emitter(self, function).fragment()

    def fold(self) -> None:
        """Make one of functions whose texts are equal; before `data` and everything that comes of it."""
        known = self.program.known
        kept = {known.allocate, known.recursion_error, known.add_traceback, known.allocate_apart}
        kept.update(f for f in self.program.functions if f.exported)
        names = {quoted(f.symbol) for f in kept if f is not None}
        self._renamed = find_equal(self.fragments, names)
        for name, other in self._renamed.items():
            self.same[self.fragments[name].function] = self.fragments[other].function
        for name in self._renamed:
            del self.fragments[name]
        for fragment in self.fragments.values():
            fragment.rename(self._renamed)

    def declare(self, symbol: str, result: str, parameters: list[str]) -> None:
        """Note a C function defined elsewhere."""
        if symbol not in self._defined:
            line = f"declare dso_local {result} {quoted(symbol)}({', '.join(parameters)}) nounwind"
            self._declared.setdefault(symbol, line)

    def use_intrinsic(self, name: str) -> None:
        """Note an overflow intrinsic, named with its integer type."""
        kind = name.rpartition(".")[2]
        self._intrinsics[name] = f"declare {{ {kind}, i1 }} @{name}({kind}, {kind})"

    def alias_tag(self, name: str) -> str:
        """The attachment of accesses to one kind of place; places of different kinds never overlap.

        Raw loads and stores have no tag and may overlap anything.
        """
        return f", !tbaa {MARK}T{name}{MARK}"

    def convention(self, function: ir.Function) -> str:
        """How the function is called."""
        if function.exported:
            return ""
        apart = function.inline is ir.Inline.NEVER or function in self._slow
        return APART if apart and not function.address_taken and not function.is_resume else "fastcc "

    def attributes(self, function: ir.Function) -> str:
        if function is self.program.known.recursion_error:
            return "#3"
        match function.inline:
            case ir.Inline.ALWAYS:
                return "#1"
            case ir.Inline.NEVER:
                return "#3" if _is_cold(function) else "#7" if _is_compact(function) else "#2"
            case ir.Inline.AUTO:
                return "#4" if _is_cold(function) else "#6" if _is_compact(function) else "#0"

    @property
    def data(self) -> str:
        """The static objects, the globals and the class table, the classes' numbers, and `mirage.note`."""
        if not self._data:
            self._data = renamed(self._data_text(), self._renamed)
        return self._data

    def _data_text(self) -> str:
        constants = self.constants
        number = self.numbering.number
        known = self.program.known
        note = self._note()
        sentinel = constants.stop_sentinel()
        assert sentinel == "@mirage_stop_iteration"
        variables = [constants.variable(variable) for variable in self.program.globals]
        table = constants.class_table()
        return "\n".join(
            [
                "@mirage_stack_limit = dso_local global i64 0, align 8",
                "@mirage_stack_top = dso_local global i64 0, align 8",
                f"@{NEW_ERROR} = dso_local global ptr null, align 8",
                f"@none_header = hidden constant i64 {number[known.none]}, align 16",
                f"@int_header = hidden constant i64 {number[known.int_]}, align 16",
                *self._numbers(),
                *table,
                *variables,
                *constants.lines,
                note,
            ]
        )

    def _numbers(self) -> list[str]:
        """The absolute symbols of the classes, in assembly: LLVM has no other way to define them."""
        numbering = self.numbering
        values = {CLASS_COUNT: len(numbering.classes)}
        for cls, number in numbering.number.items():
            values[numbering.symbol(cls)] = number
            values[numbering.span_symbol(cls)] = numbering.last_below[cls] - number
        return [
            f'module asm ".globl {name}; .hidden {name}; .set {name}, {value}"'
            for symbol, value in values.items()
            for name in [escaped(b'"' + symbol.encode() + b'"')]
        ]

    @property
    def declarations(self) -> dict[str, str]:
        """How to declare each name that a function may mention and another module defines."""
        if not self._declarations:
            self._declarations = self._all_declarations()
        return self._declarations

    def _all_declarations(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for line in _DECLARATIONS.splitlines():
            found[line[line.index("@") : line.index("(")]] = line
        for name, line in self._intrinsics.items():
            found["@" + name] = line
        for cls in self.numbering.classes:
            for symbol in (self.numbering.symbol(cls), self.numbering.span_symbol(cls)):
                found[quoted(symbol)] = f"{quoted(symbol)} = external hidden global i8, !absolute_symbol !6"
        found["@" + CLASS_COUNT] = f"@{CLASS_COUNT} = external hidden global i8, !absolute_symbol !6"
        for header, cls in (
            ("none_header", self.program.known.none),
            ("int_header", self.program.known.int_),
        ):
            value = self.numbering.id_text(cls, "i64")
            found[f"@{header}"] = f"@{header} = available_externally hidden constant i64 {value}, align 16"
        found[f"@{NEW_ERROR}"] = f"@{NEW_ERROR} = external dso_local global ptr, align 8"
        for symbol in ("mirage_stack_limit", "mirage_stack_top"):
            found[f"@{symbol}"] = f"@{symbol} = external dso_local global i64, align 8"
        for symbol in ("mirage_class_table", "mirage_class_count"):
            found[f"@{symbol}"] = f"@{symbol} = external dso_local constant [0 x i8]"
        for variable in self.program.globals:
            name = quoted(variable.symbol)
            align = max(variable.rep.size, 1)
            found[name] = f"{name} = external hidden global {MEMORY[variable.rep]}, align {align}"
        for name, kind in self.constants.names.items():
            found[name] = f"{name} = external hidden {kind} [0 x i8], align 8"
        for fragment in self.fragments.values():
            found[fragment.name] = fragment.declaration
        for symbol, line in self._declared.items():
            found[quoted(symbol)] = line
        for symbol in self.constants.used_symbols:
            if quoted(symbol) not in found:
                found[quoted(symbol)] = f"{quoted(symbol)} = external dso_local global [0 x i8]"
        found[f"@{NEW}"] = f"declare hidden fastcc noalias ptr @{NEW}(i64) {_ALLOCATES}"
        found["@mirage.note"] = f"declare hidden {APART}void @mirage.note(ptr, ptr) #3"
        return found

    def assemble(self, functions: Sequence[tuple[Fragment, str]], data: str = "") -> str:
        """A module of some functions, each with its linkage; what is mentioned besides is declared.

        data  text of other definitions
        """
        numbers = Numbers(DebugInfo() if self.debug else None)
        here = {fragment.name for fragment, _ in functions}
        here.update(_DEFINED.findall(data))
        mentioned = dict.fromkeys(NAMES.findall(data))
        for fragment, _ in functions:
            mentioned.update(dict.fromkeys(fragment.mentions))
        if "@none_header" in mentioned or "@int_header" in mentioned:
            for cls in (self.program.known.none, self.program.known.int_):
                mentioned[quoted(self.numbering.symbol(cls))] = None
        lines = [
            self.declarations[name] for name in mentioned if name not in here and name in self.declarations
        ]
        definitions = [fragment.definition(linkage, numbers) for fragment, linkage in functions]
        parts = [
            'source_filename = "mirage"',  # or the file's name, which is in the object
            f'target datalayout = "{DATA_LAYOUT}"',
            f'target triple = "{TRIPLE}"',
            data,
            *lines,
            *definitions,
            f"attributes #0 = {{ {_BASE} }}",
            f"attributes #1 = {{ alwaysinline {_BASE} }}",
            f"attributes #2 = {{ noinline {_BASE} }}",
            f"attributes #3 = {{ noinline cold minsize optsize {_BASE} }}",
            f"attributes #4 = {{ cold minsize optsize {_BASE} }}",
            f"attributes #6 = {{ optsize {_BASE} }}",
            f"attributes #7 = {{ noinline optsize {_BASE} }}",
            f'attributes #5 = {{ "function-inline-threshold"="{EAGER_THRESHOLD}" }}',
            f'attributes #8 = {{ "function-inline-threshold"="{BODY_THRESHOLD}" }}',
            _METADATA,
            *numbers.lines,
        ]
        if numbers.debug is not None:
            parts.extend(numbers.debug.header())
            parts.extend(numbers.debug.lines)
        return "\n".join(parts)

    def text(self) -> str:
        """The whole program as one module, for reading."""
        functions = list(self.fragments.values())
        return self.assemble(
            [(f, "dso_local" if f.function.exported else "internal") for f in functions],
            self.data + self._new(),
        )

    def allocation(self, functions: Sequence[tuple[Fragment, str]]) -> str:
        """The module that defines `mirage.new`, with functions to be inlined into it."""
        return self.assemble(functions, self._new())

    def data_module(self) -> str:
        """What is not a function, as a module."""
        return self.assemble([], self.data)

    def _new(self) -> str:
        """Allocation, which LLVM sees when it has left out what it can of objects."""
        allocate = self.program.known.allocate
        kind, name = result_type(allocate), quoted(allocate.symbol)
        lines = [
            f"define hidden fastcc noalias ptr @{NEW}(i64 %size) alwaysinline {_ALLOCATES} {{",
            f"  %found = call fastcc {kind} {name}(i64 %size)",
        ]
        address = "%found"
        if allocate.can_raise:
            lines += [
                f"  %error = extractvalue {kind} %found, 1",
                f"  %address = extractvalue {kind} %found, 0",
                "  %failed = icmp ne ptr %error, null",
                "  br i1 %failed, label %none, label %made, !prof !1",
                "none:",
                f"  store ptr %error, ptr @{NEW_ERROR}",
                "  ret ptr null",
                "made:",
            ]
            address = "%address"
        lines += [
            # what is in bounds is not null: this saves the second test, which the caller's text has
            f"  %before = add i64 {address}, -16",
            "  %place = inttoptr i64 %before to ptr",
            "  %object = getelementptr inbounds nuw i8, ptr %place, i64 16",
            "  ret ptr %object",
            "}",
            "",
        ]
        return "\n".join(lines)

    def _note(self) -> str:
        """Add a site to an exception's traceback; the shared sentinel carries none."""
        adder = self.program.known.add_traceback
        call = ""
        if adder in set(self.program.functions):
            result = result_type(adder)
            name = "" if result == "void" else "%done = "
            what = f"{self.convention(adder)}{result} {quoted(adder.symbol)}"
            call = (
                f"  %address = ptrtoint ptr %site to i64\n"
                f"  {name}call {what}(ptr %error, i64 %address)\n"
            )
        return (
            f"define hidden {APART}void @mirage.note(ptr %error, ptr %site) #3 "
            'section ".text.cold.note" {\n'
            "  %sentinel = icmp eq ptr %error, @mirage_stop_iteration\n"
            "  br i1 %sentinel, label %end, label %add\n"
            f"add:\n{call}  br label %end\n"
            "end:\n  ret void\n}\n"
        )


def _slow_ways(program: ir.Program) -> set[ir.Function]:
    """What operations on ints call for those that are not small."""
    return {
        op.slow
        for function in program.functions
        for block in function.blocks
        for op in block.ops
        if isinstance(op, ir.IntOp)
    }


def _is_compact(function: ir.Function) -> bool:
    """Library code where a few instructions more or less are not felt: size comes first."""
    if not function.file:  # made by the compiler
        return not _calls_application(function)
    module = function.module
    hot = module.partition(".")[0] in _HOT or module in _HOT_MODULES
    return function.file.startswith(LIBRARY) and not hot


def _calls_application(function: ir.Function) -> bool:
    """What it calls may be inlined into it, with all its loops."""
    return any(
        isinstance(op, ir.Call) and op.function.file != "" and not op.function.file.startswith(LIBRARY)
        for block in function.blocks
        for op in block.ops
    )


def _is_cold(function: ir.Function) -> bool:
    """Off every hot path: no path returns, or its module says so."""
    if function.module in _COLD_MODULES and function.file.startswith(LIBRARY):
        return True
    return not any(isinstance(block.terminator, ir.Return) for block in function.blocks) and any(
        isinstance(block.terminator, ir.Raise) for block in function.blocks
    )


def _all_classes(program: ir.Program) -> list[ir.Class]:
    """Every class of the program and those its code alone names."""
    known = program.known
    found: dict[ir.Class, None] = dict.fromkeys(program.classes)
    for cls in (
        known.str_,
        known.bytes_,
        known.tuple_,
        known.float_,
        known.int_,
        known.bool_,
        known.none,
        known.function,
        known.type_,
        known.stop_iteration,
    ):
        found[cls] = None

    def constant(operand: ir.Operand) -> None:
        match operand:
            case ir.TypeObject(cls=cls) | ir.ClassId(cls=cls) | ir.Singleton(cls=cls):
                found[cls] = None
            case ir.TupleConst(items=items):
                for item in items:
                    constant(item)

    for function in program.functions:
        for block in function.blocks:
            for op in [*block.ops, block.terminator]:
                match op:
                    case None:
                        continue
                    case ir.Alloc(cls=cls):
                        found[cls] = None
                    case ir.IsInstance(classes=classes):
                        found.update(dict.fromkeys(classes.members))
                    case ir.SwitchClass(cases=cases):
                        found.update(dict.fromkeys(cls for cls, _ in cases))
                for operand in reads(op):
                    constant(operand)
    for variable in program.globals:
        if variable.initial is not None:
            constant(variable.initial)
    return list(found)
