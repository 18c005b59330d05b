"""A whole program as one LLVM module in text."""

from __future__ import annotations

from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.constants import Constants
from mirage.compiler.llvm.debug import DebugInfo
from mirage.compiler.llvm.functions import Emitter
from mirage.compiler.llvm.types import Layouts, Numbering, quoted, result_type
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
_METADATA = """\
!0 = !{!"branch_weights", i32 2000, i32 1}
!1 = !{!"branch_weights", i32 1, i32 2000}
!2 = !{!"rsp"}
!5 = !{!"mirage"}
"""

EAGER_THRESHOLD = 225  # LLVM's cost limit for inlining at the application's own calls

FIRST_TAG = 10  # metadata numbers below are above, debug.py's begin far beyond


class Module:
    """Builds the text; the program's passes have run."""

    def __init__(self, program: ir.Program, debug: bool) -> None:
        self.program = program
        self.layouts = Layouts()
        self.numbering = Numbering(_all_classes(program))
        self.constants = Constants(program, self.layouts, self.numbering)
        self.debug = DebugInfo() if debug else None
        self.tag_lines: list[str] = []
        self._tags: dict[str, str] = {}
        self._declared: dict[str, str] = {}
        self._intrinsics: dict[str, str] = {}
        self._defined = {f.symbol for f in program.functions} | {v.symbol for v in program.globals}
        self._defined |= {
            "mirage_stack_limit",
            "mirage_stack_top",
            "mirage_class_table",
            "mirage_class_count",
        }

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
        found = self._tags.get(name)
        if found is None:
            number = FIRST_TAG + 2 * len(self._tags)
            self.tag_lines.append(f'!{number} = !{{!"{name}", !5, i64 0}}')
            self.tag_lines.append(f"!{number + 1} = !{{!{number}, !{number}, i64 0}}")
            found = self._tags[name] = f", !tbaa !{number + 1}"
        return found

    def attributes(self, function: ir.Function) -> str:
        if function is self.program.known.recursion_error:
            return "#3"
        match function.inline:
            case ir.Inline.ALWAYS:
                return "#1"
            case ir.Inline.NEVER:
                return "#3" if _only_raises(function) else "#2"
            case ir.Inline.AUTO:
                return "#4" if _only_raises(function) else "#0"

    def text(self) -> str:
        """The module."""
        functions = [Emitter(self, function).text() for function in self.program.functions]
        constants = self.constants
        known = self.program.known
        number = self.numbering.number
        note = self._note()
        sentinel = constants.stop_sentinel()
        assert sentinel == "@mirage_stop_iteration"
        variables = [constants.variable(variable) for variable in self.program.globals]
        table = constants.class_table()
        for symbol in constants.used_symbols:
            if symbol not in self._defined and symbol not in self._declared:
                self._declared[symbol] = f"{quoted(symbol)} = external dso_local global [0 x i8]"
        for name in _DECLARATIONS.split():
            self._intrinsics.pop(name.partition("(")[0][1:], None)
        parts = [
            f'target datalayout = "{DATA_LAYOUT}"',
            f'target triple = "{TRIPLE}"',
            "@mirage_stack_limit = dso_local global i64 0, align 8",
            "@mirage_stack_top = dso_local global i64 0, align 8",
            f"@none_header = internal constant i64 {number[known.none]}, align 16",
            f"@int_header = internal constant i64 {number[known.int_]}, align 16",
            *table,
            *variables,
            *constants.lines,
            *self._declared.values(),
            *self._intrinsics.values(),
            _DECLARATIONS,
            note,
            *functions,
            f"attributes #0 = {{ {_BASE} }}",
            f"attributes #1 = {{ alwaysinline {_BASE} }}",
            f"attributes #2 = {{ noinline {_BASE} }}",
            f"attributes #3 = {{ noinline cold minsize optsize {_BASE} }}",
            f"attributes #4 = {{ cold minsize optsize {_BASE} }}",
            f'attributes #5 = {{ "function-inline-threshold"="{EAGER_THRESHOLD}" }}',
            _METADATA,
            *self.tag_lines,
        ]
        if self.debug is not None:
            parts.extend(self.debug.header())
            parts.extend(self.debug.lines)
        return "\n".join(parts)

    def _note(self) -> str:
        """Add a site to an exception's traceback; the shared sentinel carries none."""
        adder = self.program.known.add_traceback
        call = ""
        if adder in set(self.program.functions):
            result = result_type(adder)
            name = "" if result == "void" else "%done = "
            call = (
                f"  %address = ptrtoint ptr %site to i64\n"
                f"  {name}call fastcc {result} {quoted(adder.symbol)}(ptr %error, i64 %address)\n"
            )
        return (
            "define internal fastcc void @mirage.note(ptr %error, ptr %site) #3 {\n"
            "  %sentinel = icmp eq ptr %error, @mirage_stop_iteration\n"
            "  br i1 %sentinel, label %end, label %add\n"
            f"add:\n{call}  br label %end\n"
            "end:\n  ret void\n}\n"
        )


def _only_raises(function: ir.Function) -> bool:
    """No path returns: the function is off every hot path."""
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
            case ir.TypeObject(cls=cls) | ir.ClassId(cls=cls):
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
