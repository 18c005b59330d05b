"""Calls of every kind, and allocation."""

from __future__ import annotations

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.llvm.functions import UNLIKELY, Emitter
from mirage.compiler.llvm.types import (
    APART,
    NEW,
    NEW_ERROR,
    REGISTER,
    escaped,
    pair_type,
    quoted,
    rep_of,
    result_type,
    returns_error,
)

_TOO_MANY = 1 << 48  # tail elements: more cannot exist, and the size below must not wrap
_TOO_LARGE = 0x7FFF_FFFF_FFFF_FF00
EAGERLY = " #5"  # the attributes of a call that is inlined more readily (module.py)
BODY = " #8"  # and of one that resumes a generator in a loop
_PLAIN = 512  # bytes of an object whose allocation LLVM may leave out


def call_function(
    e: Emitter, function: ir.Function, arguments: list[str], op: ir.MayRaise, hints: str = ""
) -> str:
    """Call `function` with typed argument texts; returns the value's text ("" for none)."""
    convention = e.module.convention(function)
    kind = result_type(function)
    line = f"call {convention}{kind} {quoted(function.symbol)}({', '.join(arguments)}){hints}"
    if kind == "void":
        e.emit(line)
        return ""
    result = e.value(line)
    if not returns_error(function):
        return result
    if function.result is Rep.VOID:
        if function.can_raise:
            e.check(result, op)
        return ""
    return _unpack(e, function.result, result, op if function.can_raise else None)


def _unpack(e: Emitter, rep: Rep, pair: str, op: ir.MayRaise | None) -> str:
    if op is not None:
        e.check(e.value(f"extractvalue {pair_type(rep)} {pair}, 1"), op)
    return e.value(f"extractvalue {pair_type(rep)} {pair}, 0")


def emit_call(e: Emitter, op: ir.Call) -> None:
    # the application's own calls are inlined more readily, where they may run often
    hints = EAGERLY if op.site is not None and not e.leaving else ""
    e.assign(op.dst, call_function(e, op.function, [e.typed(a) for a in op.args], op, hints))


def emit_alloc(e: Emitter, op: ir.Alloc) -> None:
    layout = e.module.layouts.of(op.cls)
    number = e.module.numbering.id_text(op.cls, "i64")
    count = None
    if layout.tail is None:
        size = str(max(layout.size, 8))
    elif op.count is None:
        size = str(layout.tail_offset)
    elif isinstance(op.count, ir.RawConst):
        count = str(op.count.value)
        size = str(layout.tail_offset + op.count.value * layout.tail.size)
    else:
        count = e.operand(op.count)
        bytes_ = count
        if layout.tail.size > 1:
            bytes_ = e.value(f"shl i64 {count}, {layout.tail.size.bit_length() - 1}")
        whole = e.value(f"add i64 {bytes_}, {layout.tail_offset}")
        sane = e.value(f"icmp ult i64 {count}, {_TOO_MANY}")
        size = e.value(f"select i1 {sane}, i64 {whole}, i64 {_TOO_LARGE}")
    words = layout.tail is None or layout.tail.size == 8  # texts may be read in words beyond their end
    ordered = ("", "")
    if words and size.isdigit() and int(size) <= _PLAIN and e.may_be_left_out:
        made = _new_object(e, op, size)
        ordered = ("atomic ", " monotonic")
    else:
        address = call_function(e, e.allocate, [f"i64 {size}"], op)
        made = e.value(f"inttoptr i64 {address} to ptr")
    atomic, order = ordered
    e.emit(f"store {atomic}i64 {number}, ptr {made}{order}, align 16{e.module.alias_tag('header')}")
    if count is not None:
        place = e.value(f"getelementptr inbounds i8, ptr {made}, i64 8")
        e.emit(f"store {atomic}i64 {count}, ptr {place}{order}, align 8{e.module.alias_tag('count')}")
    e.assign(op.dst, made)


def _new_object(e: Emitter, op: ir.Alloc, size: str) -> str:
    """Call what LLVM knows to allocate: it leaves out objects that nobody sees.

    Of an object that it keeps it also leaves out what nobody reads, and the collector's reads it does not
    see.  The collector needs the header and the count: their stores are atomic, which LLVM does not leave
    out but with the whole object.  Other words may be missing: memory is zero before, and what is read
    later of what was not stored is in a register or on the stack.
    """
    made = e.value(f"call fastcc ptr @{NEW}(i64 {size})")
    if e.module.program.known.allocate.can_raise:
        failed = e.value(f"icmp eq ptr {made}, null")
        onward, none_left = e.new_label(), e.new_label()
        e.emit(f"br i1 {failed}, label %{none_left}, label %{onward}, {UNLIKELY}")
        e.start(none_left)
        error = e.value(f"load ptr, ptr @{NEW_ERROR}")
        e.emit(f"br label %{e.error_path(error, op.on_error, op.site)}")
        e.start(onward)
    return made


_VECTOR = pair_type(Rep.REF)


def emit_call_vector(e: Emitter, op: ir.CallVector) -> None:
    code = e.operand(op.code)
    this = e.operand(op.self)
    names = e.operand(op.kwnames)
    values = [e.operand(argument) for argument in op.args]
    address = "0"
    if values:
        e.vector_size = max(e.vector_size, len(values))
        for index, value in enumerate(values):
            place = "%vector"
            if index:
                place = e.value(f"getelementptr inbounds i8, ptr %vector, i64 {8 * index}")
            e.emit(f"store ptr {value}, ptr {place}, align 8")
        address = e.value("ptrtoint ptr %vector to i64")
    keywords = 0
    if isinstance(op.kwnames, ir.TupleConst):
        keywords = len(op.kwnames.items)
    elif not isinstance(op.kwnames, ir.NoneConst):
        raise TypeError(f"keyword names of a call in {e.function.symbol} are not constant")
    _vector(e, op, code, this, address, str(len(values) - keywords), names)


def emit_call_vector_raw(e: Emitter, op: ir.CallVectorRaw) -> None:
    code, this, address, count, names = (
        e.operand(operand) for operand in (op.code, op.self, op.address, op.nargs, op.kwnames)
    )
    _vector(e, op, code, this, address, count, names)


def _vector(
    e: Emitter,
    op: ir.CallVector | ir.CallVectorRaw,
    code: str,
    this: str,
    address: str,
    count: str,
    names: str,
) -> None:
    target = e.value(f"inttoptr i64 {code} to ptr")
    pair = e.value(
        f"call fastcc {_VECTOR} {target}(ptr {this}, i64 {address}, i64 {count}, ptr {names})"
    )
    value = _unpack(e, Rep.REF, pair, op)
    e.assign(op.dst, value)


def emit_resume(e: Emitter, op: ir.Resume) -> None:
    generator, sent, thrown = (e.operand(operand) for operand in (op.gen, op.sent, op.thrown))
    hints = ""
    if op.body is not None:
        target = quoted(op.body.symbol)
        hints = BODY if op.eager else ""
    else:
        place = e.value(f"getelementptr inbounds i8, ptr {generator}, i64 8")  # `_resume` is the first field
        code = e.value(f"load i64, ptr {place}, align 8")
        target = e.value(f"inttoptr i64 {code} to ptr")
    pair = e.value(f"call fastcc {_VECTOR} {target}(ptr {generator}, ptr {sent}, ptr {thrown}){hints}")
    e.assign(op.dst, _unpack(e, Rep.REF, pair, op))


_MEMORY = {
    "memcpy": "llvm.memcpy.p0.p0.i64",
    "memmove": "llvm.memmove.p0.p0.i64",
}


def emit_call_symbol(e: Emitter, op: ir.CallSymbol) -> None:
    """A C call; memcpy, memmove, memset and memcmp are ones LLVM knows and may expand."""
    values = [e.operand(argument) for argument in op.args]
    if len(values) == 3 and (op.symbol in _MEMORY or op.symbol == "memset"):
        e.assign(op.dst, values[0])
        target = e.value(f"inttoptr i64 {values[0]} to ptr")
        if op.symbol == "memset":
            byte = values[1]
            kind = REGISTER[rep_of(op.args[1])]
            if kind != "i8":
                byte = e.value(f"trunc {kind} {byte} to i8")
            e.emit(f"call void @llvm.memset.p0.i64(ptr {target}, i8 {byte}, i64 {values[2]}, i1 false)")
            return
        source = e.value(f"inttoptr i64 {values[1]} to ptr")
        e.emit(f"call void @{_MEMORY[op.symbol]}(ptr {target}, ptr {source}, i64 {values[2]}, i1 false)")
        return
    if op.symbol == "memcmp" and op.dst is not None:
        pointers = [e.value(f"inttoptr i64 {value} to ptr") for value in values[:2]]
        e.module.declare("memcmp", "i32", ["ptr", "ptr", "i64"])
        result = e.value(f"call i32 @memcmp(ptr {pointers[0]}, ptr {pointers[1]}, i64 {values[2]})")
        if op.dst.rep.size == 8:
            result = e.value(f"sext i32 {result} to i64")
        e.assign(op.dst, result)
        return
    kinds = [REGISTER[rep_of(a)] for a in op.args]
    result_kind = REGISTER[op.dst.rep] if op.dst is not None else "void"
    e.module.declare(op.symbol, result_kind, kinds)
    arguments = ", ".join(f"{kind} {value}" for kind, value in zip(kinds, values, strict=True))
    line = f"call {result_kind} {quoted(op.symbol)}({arguments})"
    if op.dst is None:
        e.emit(line)
    else:
        e.assign(op.dst, e.value(line))


def emit_asm(e: Emitter, op: ir.Asm) -> None:
    """Inline assembly; memory is always taken to be clobbered, so that accesses stay in order."""
    arguments = ", ".join(e.typed(argument) for argument in op.args)
    constraints = op.constraints
    if "~{memory}" not in constraints:
        constraints = f"{constraints},~{{memory}}" if constraints else "~{memory}"
    kind = REGISTER[op.dst.rep] if op.dst is not None else "void"
    template = escaped(op.template.encode())
    line = f'call {kind} asm sideeffect "{template}", "{escaped(constraints.encode())}"({arguments})'
    if op.dst is None:
        e.emit(line)
    else:
        e.assign(op.dst, e.value(line))


def emit_add_traceback(e: Emitter, op: ir.AddTraceback) -> None:
    site = e.constants.site(op.site)
    e.emit(f"call {APART}void @mirage.note(ptr {e.operand(op.exception)}, ptr {site})")
