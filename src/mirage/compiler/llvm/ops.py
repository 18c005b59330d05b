"""Operations and terminators as LLVM text; calls, primitives and int arithmetic have their own files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.llvm import calls, intops, prims
from mirage.compiler.llvm.functions import LIKELY, UNLIKELY, Emitter
from mirage.compiler.llvm.types import MEMORY, REGISTER, UNDEFINED_BOOL, quoted, rep_of

_FEW_CLASSES = 6  # compared one by one


def _kind(rep: Rep) -> str:
    """INT and REF words are read as one another; every other kind of memory is its own."""
    return "word" if rep.is_traced else MEMORY[rep]


def _load(
    e: Emitter, rep: Rep, pointer: str, alignment: int, volatile: bool = False, tag: str = ""
) -> str:
    prefix = "load volatile" if volatile else "load"
    value = e.value(f"{prefix} {MEMORY[rep]}, ptr {pointer}, align {alignment}{tag}")
    return e.value(f"trunc i8 {value} to i1") if rep is Rep.BOOL else value


def _store(
    e: Emitter,
    rep: Rep,
    pointer: str,
    operand: ir.Operand,
    alignment: int,
    volatile: bool = False,
    tag: str = "",
) -> None:
    if isinstance(operand, ir.Const):
        value = e.constants.memory_text(operand, rep)
    else:
        value = e.operand(operand)
        if rep is Rep.BOOL:
            value = e.value(f"zext i1 {value} to i8")
    prefix = "store volatile" if volatile else "store"
    e.emit(f"{prefix} {MEMORY[rep]} {value}, ptr {pointer}, align {alignment}{tag}")


def _field_tag(e: Emitter, name: str, rep: Rep) -> str:
    return e.module.alias_tag(f"{name}.{_kind(rep)}")


def _tail_tag(e: Emitter, rep: Rep) -> str:
    return e.module.alias_tag(f"tail {_kind(rep)}")


def _field(e: Emitter, obj: ir.Operand, cls: ir.Class, name: str) -> tuple[str, Rep]:
    layout = e.module.layouts.of(cls)
    if name not in layout.offsets:
        raise KeyError(f"class {cls.qualname} has no field {name} (used in {e.function.symbol})")
    offset, rep = layout.offsets[name]
    return e.value(f"getelementptr inbounds i8, ptr {e.operand(obj)}, i64 {offset}"), rep


def _tail(e: Emitter, obj: ir.Operand, cls: ir.Class, index: ir.Operand) -> tuple[str, Rep]:
    layout = e.module.layouts.of(cls)
    if layout.tail is None:
        raise KeyError(f"class {cls.qualname} has no tail (used in {e.function.symbol})")
    base = e.operand(obj)
    start = e.value(f"getelementptr inbounds i8, ptr {base}, i64 {layout.tail_offset}")
    place = e.value(f"getelementptr {MEMORY[layout.tail]}, ptr {start}, i64 {e.operand(index)}")
    return place, layout.tail


def _move(e: Emitter, op: ir.Move) -> None:
    e.assign(op.dst, e.operand(op.src))


def _memory_load(e: Emitter, op: ir.Load) -> None:
    pointer = e.value(f"inttoptr i64 {e.operand(op.address)} to ptr")
    e.assign(op.dst, _load(e, op.dst.rep, pointer, 1, op.volatile))


def _memory_store(e: Emitter, op: ir.Store) -> None:
    pointer = e.value(f"inttoptr i64 {e.operand(op.address)} to ptr")
    _store(e, rep_of(op.value), pointer, op.value, 1, op.volatile)


def _get_field(e: Emitter, op: ir.GetField) -> None:
    pointer, rep = _field(e, op.obj, op.cls, op.field)
    e.assign(op.dst, _load(e, rep, pointer, rep.size, tag=_field_tag(e, op.field, rep)))


def _set_field(e: Emitter, op: ir.SetField) -> None:
    pointer, rep = _field(e, op.obj, op.cls, op.field)
    _store(e, rep, pointer, op.value, rep.size, tag=_field_tag(e, op.field, rep))


def _undefined_at(e: Emitter, rep: Rep, pointer: str) -> str:
    if rep is Rep.BOOL:
        byte = e.value(f"load i8, ptr {pointer}, align 1")
        return e.value(f"icmp eq i8 {byte}, {UNDEFINED_BOOL}")
    return prims.undefined_test(e, rep, _load(e, rep, pointer, rep.size))


def _field_undefined(e: Emitter, op: ir.FieldUndefined) -> None:
    pointer, rep = _field(e, op.obj, op.cls, op.field)
    e.assign(op.dst, _undefined_at(e, rep, pointer))


def _get_tail(e: Emitter, op: ir.GetTail) -> None:
    pointer, rep = _tail(e, op.obj, op.cls, op.index)
    e.assign(op.dst, _load(e, rep, pointer, rep.size, tag=_tail_tag(e, rep)))


def _set_tail(e: Emitter, op: ir.SetTail) -> None:
    pointer, rep = _tail(e, op.obj, op.cls, op.index)
    _store(e, rep, pointer, op.value, rep.size, tag=_tail_tag(e, rep))


def _tail_address(e: Emitter, op: ir.TailAddress) -> None:
    offset = e.module.layouts.of(op.cls).tail_offset
    base = e.value(f"ptrtoint ptr {e.operand(op.obj)} to i64")
    e.assign(op.dst, e.value(f"add i64 {base}, {offset}"))


def _tail_count(e: Emitter, op: ir.TailCount) -> None:
    place = e.value(f"getelementptr inbounds i8, ptr {e.operand(op.obj)}, i64 8")
    e.assign(op.dst, e.value(f"load i64, ptr {place}, align 8{e.module.alias_tag('count')}"))


def _get_global(e: Emitter, op: ir.GetGlobal) -> None:
    rep = op.var.rep
    e.assign(op.dst, _load(e, rep, quoted(op.var.symbol), rep.size))


def _set_global(e: Emitter, op: ir.SetGlobal) -> None:
    rep = op.var.rep
    _store(e, rep, quoted(op.var.symbol), op.value, rep.size)


def _global_undefined(e: Emitter, op: ir.GlobalUndefined) -> None:
    e.assign(op.dst, _undefined_at(e, op.var.rep, quoted(op.var.symbol)))


def _is_instance(e: Emitter, op: ir.IsInstance) -> None:
    numbering = e.module.numbering
    ranges = numbering.accepted(op.classes.members)
    word = e.operand(op.obj)
    if not ranges:
        e.assign(op.dst, "false")
        return
    number = prims.class_id(e, word)
    result = ""
    for low, high in ranges:
        first = numbering.id_text(numbering.classes[low], "i32")
        if low == high:
            inside = e.value(f"icmp eq i32 {number}, {first}")
        else:
            distance = e.value(f"sub i32 {number}, {first}")
            inside = e.value(f"icmp ule i32 {distance}, {numbering.span_text(low, high)}")
        result = e.value(f"or i1 {result}, {inside}") if result else inside
    e.assign(op.dst, result)


def _fence(e: Emitter, op: ir.Fence) -> None:
    if op.compiler_only:
        e.emit('call void asm sideeffect "", "~{memory}"()')
    else:
        e.emit("fence seq_cst")


def _jump(e: Emitter, op: ir.Jump) -> None:
    e.emit(f"br label %{e.block_label(op.target)}{e.loop}")


def _branch(e: Emitter, op: ir.Branch) -> None:
    weights = "" if op.likely is None else f", {LIKELY if op.likely else UNLIKELY}"
    condition = e.operand(op.condition)
    yes, no = e.block_label(op.if_true), e.block_label(op.if_false)
    e.emit(f"br i1 {condition}, label %{yes}, label %{no}{weights}{e.loop}")


def _switch(e: Emitter, op: ir.Switch) -> None:
    kind = REGISTER[rep_of(op.value)]
    cases = " ".join(f"{kind} {value}, label %{e.block_label(block)}" for value, block in op.cases)
    e.emit(f"switch {kind} {e.operand(op.value)}, label %{e.block_label(op.default)} [ {cases} ]")


def _switch_class(e: Emitter, op: ir.SwitchClass) -> None:
    numbering = e.module.numbering
    number = prims.class_id(e, e.operand(op.obj), op.is_object)
    targets: dict[int, str] = {}  # by class number
    for cls, block in op.cases:
        covered = numbering.subclasses(cls) if cls.is_generator_base else [numbering.number[cls]]
        for one in covered:
            targets.setdefault(one, e.block_label(block))
    default = e.block_label(op.default)
    if len(targets) > _FEW_CLASSES:
        cases = " ".join(f"i32 {one}, label %{label}" for one, label in targets.items())
        e.emit(f"switch i32 {number}, label %{default} [ {cases} ]")
        return
    for one, label in targets.items():  # by symbol: the same text in other programs
        equal = e.value(f"icmp eq i32 {number}, {numbering.id_text(numbering.classes[one], 'i32')}")
        onward = e.new_label()
        e.emit(f"br i1 {equal}, label %{label}, label %{onward}")
        e.start(onward)
    e.emit(f"br label %{default}")


def _return(e: Emitter, op: ir.Return) -> None:
    e.return_value(e.operand(op.value) if op.value is not None else "")


def _raise(e: Emitter, op: ir.Raise) -> None:
    e.emit(f"br label %{e.error_path(e.operand(op.exception), None, op.site)}")


def _unreachable(e: Emitter, op: ir.Unreachable) -> None:
    e.emit("unreachable")


EMITTERS: dict[type[ir.Op], Callable[[Emitter, Any], None]] = {
    ir.Move: _move,
    ir.Prim: prims.emit_prim,
    ir.IntOp: intops.emit_int_op,
    ir.Load: _memory_load,
    ir.Store: _memory_store,
    ir.GetField: _get_field,
    ir.SetField: _set_field,
    ir.FieldUndefined: _field_undefined,
    ir.GetTail: _get_tail,
    ir.SetTail: _set_tail,
    ir.TailAddress: _tail_address,
    ir.TailCount: _tail_count,
    ir.Alloc: calls.emit_alloc,
    ir.GetGlobal: _get_global,
    ir.SetGlobal: _set_global,
    ir.GlobalUndefined: _global_undefined,
    ir.Call: calls.emit_call,
    ir.CallVector: calls.emit_call_vector,
    ir.CallVectorRaw: calls.emit_call_vector_raw,
    ir.CallSymbol: calls.emit_call_symbol,
    ir.Asm: calls.emit_asm,
    ir.Resume: calls.emit_resume,
    ir.IsInstance: _is_instance,
    ir.AddTraceback: calls.emit_add_traceback,
    ir.Fence: _fence,
    ir.Jump: _jump,
    ir.Branch: _branch,
    ir.Switch: _switch,
    ir.SwitchClass: _switch_class,
    ir.Return: _return,
    ir.Raise: _raise,
    ir.Unreachable: _unreachable,
}
