"""Primitives that cannot raise, as LLVM text."""

from __future__ import annotations

from collections.abc import Callable

from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep
from mirage.compiler.llvm.functions import Emitter
from mirage.compiler.llvm.types import REGISTER, UNDEFINED_F64, UNDEFINED_REF, rep_of

_PLAIN = {"add": "add", "sub": "sub", "mul": "mul", "and": "and", "or": "or", "xor": "xor"}
_SIGNED = {"eq": "eq", "ne": "ne", "lt": "slt", "le": "sle", "gt": "sgt", "ge": "sge"}
_UNSIGNED = {"eq": "eq", "ne": "ne", "lt": "ult", "le": "ule", "gt": "ugt", "ge": "uge"}
_FLOAT = {"eq": "oeq", "ne": "une", "lt": "olt", "le": "ole", "gt": "ogt", "ge": "oge"}
_FLOAT_PLAIN = {"add": "fadd", "sub": "fsub", "mul": "fmul", "div": "fdiv"}
_OVERFLOWS = {"add_overflows": "add", "sub_overflows": "sub", "mul_overflows": "mul"}


def emit_prim(e: Emitter, op: ir.Prim) -> None:
    rep = rep_of(op.args[0])
    special = _SPECIAL.get(op.name)
    if special is not None:
        result = special(e, op)
    elif rep is Rep.F64:
        result = _float(e, op)
    elif rep is Rep.BOOL:
        result = _bool(e, op)
    elif rep.is_raw_integer:
        result = _integer(e, op, rep)
    else:
        raise TypeError(f"primitive {op.name} on {rep.value} in {e.function.symbol}")
    e.assign(op.dst, result)


def _integer(e: Emitter, op: ir.Prim, rep: Rep) -> str:
    name = op.name
    kind = REGISTER[rep]
    values = [e.operand(argument) for argument in op.args]
    a = values[0]
    if name in _PLAIN:
        return e.value(f"{_PLAIN[name]} {kind} {a}, {values[1]}")
    if name in _SIGNED:
        condition = (_SIGNED if rep.is_signed else _UNSIGNED)[name]
        return e.value(f"icmp {condition} {kind} {a}, {values[1]}")
    if name == "neg":
        return e.value(f"sub {kind} 0, {a}")
    if name == "invert":
        return e.value(f"xor {kind} {a}, -1")
    b = values[1]
    if name in ("shl", "shr"):
        return _shift(e, op, rep, a, b)
    if name in ("div", "mod"):
        return _divide(e, name, rep, a, b)
    if name in _OVERFLOWS:
        sign = "s" if rep.is_signed else "u"
        intrinsic = f"llvm.{sign}{_OVERFLOWS[name]}.with.overflow.{kind}"
        e.module.use_intrinsic(intrinsic)
        both = e.value(f"call {{ {kind}, i1 }} @{intrinsic}({kind} {a}, {kind} {b})")
        return e.value(f"extractvalue {{ {kind}, i1 }} {both}, 1")
    if name == "mul_high":
        wide = f"i{rep.size * 16}"
        extend = "sext" if rep.is_signed else "zext"
        wide_a = e.value(f"{extend} {kind} {a} to {wide}")
        wide_b = e.value(f"{extend} {kind} {b} to {wide}")
        product = e.value(f"mul {wide} {wide_a}, {wide_b}")
        upper = e.value(f"lshr {wide} {product}, {rep.size * 8}")
        return e.value(f"trunc {wide} {upper} to {kind}")
    raise TypeError(f"primitive {name} on {rep.value} in {e.function.symbol}")


def _shift(e: Emitter, op: ir.Prim, rep: Rep, a: str, b: str) -> str:
    """Shifts by the width or more give 0, or the sign (LLVM's own would be undefined)."""
    kind, bits = REGISTER[rep], rep.size * 8
    count = op.args[1]
    known = isinstance(count, ir.RawConst) and 0 <= count.value < bits
    if op.name == "shl":
        shifted = e.value(f"shl {kind} {a}, {b}")
    elif not rep.is_signed:
        shifted = e.value(f"lshr {kind} {a}, {b}")
    else:
        if not known:
            inside = e.value(f"icmp ult {kind} {b}, {bits}")
            b = e.value(f"select i1 {inside}, {kind} {b}, {kind} {bits - 1}")
        return e.value(f"ashr {kind} {a}, {b}")
    if known:
        return shifted
    inside = e.value(f"icmp ult {kind} {b}, {bits}")
    return e.value(f"select i1 {inside}, {kind} {shifted}, {kind} 0")


def _divide(e: Emitter, name: str, rep: Rep, a: str, b: str) -> str:
    kind = REGISTER[rep]
    if not rep.is_signed:
        return e.value(f"{'udiv' if name == 'div' else 'urem'} {kind} {a}, {b}")
    return floor_divide(e, name == "div", kind, a, b)


def floor_divide(e: Emitter, quotient: bool, kind: str, a: str, b: str) -> str:
    """Signed division rounding down, or its remainder, which has the divisor's sign."""
    rest = e.value(f"srem {kind} {a}, {b}")
    inexact = e.value(f"icmp ne {kind} {rest}, 0")
    signs = e.value(f"xor {kind} {rest}, {b}")
    differ = e.value(f"icmp slt {kind} {signs}, 0")
    wrong = e.value(f"and i1 {inexact}, {differ}")
    if quotient:
        cut = e.value(f"sdiv {kind} {a}, {b}")
        adjustment = e.value(f"sext i1 {wrong} to {kind}")
        return e.value(f"add {kind} {cut}, {adjustment}")
    moved = e.value(f"add {kind} {rest}, {b}")
    return e.value(f"select i1 {wrong}, {kind} {moved}, {kind} {rest}")


def _float(e: Emitter, op: ir.Prim) -> str:
    values = [e.operand(argument) for argument in op.args]
    if op.name in _FLOAT_PLAIN:
        return e.value(f"{_FLOAT_PLAIN[op.name]} double {values[0]}, {values[1]}")
    if op.name in _FLOAT:
        return e.value(f"fcmp {_FLOAT[op.name]} double {values[0]}, {values[1]}")
    match op.name:
        case "neg":
            return e.value(f"fneg double {values[0]}")
        case "abs":
            return e.value(f"call double @llvm.fabs.f64(double {values[0]})")
        case "sqrt":
            return e.value(f"call double @llvm.sqrt.f64(double {values[0]})")
    raise TypeError(f"primitive {op.name} on f64 in {e.function.symbol}")


def _bool(e: Emitter, op: ir.Prim) -> str:
    values = [e.operand(argument) for argument in op.args]
    match op.name:
        case "and" | "or" | "xor":
            return e.value(f"{op.name} i1 {values[0]}, {values[1]}")
        case "not":
            return e.value(f"xor i1 {values[0]}, true")
        case "eq" | "ne":
            return e.value(f"icmp {op.name} i1 {values[0]}, {values[1]}")
    raise TypeError(f"primitive {op.name} on bool in {e.function.symbol}")


def _convert(e: Emitter, op: ir.Prim) -> str:
    source, target = rep_of(op.args[0]), op.dst.rep
    value = e.operand(op.args[0])
    if source is Rep.BOOL:
        return e.value(f"zext i1 {value} to {REGISTER[target]}")
    if source.size == target.size:
        return value
    if source.size > target.size:
        return e.value(f"trunc {REGISTER[source]} {value} to {REGISTER[target]}")
    extend = "sext" if source.is_signed else "zext"
    return e.value(f"{extend} {REGISTER[source]} {value} to {REGISTER[target]}")


def _is(e: Emitter, op: ir.Prim) -> str:
    a, b = (e.operand(argument) for argument in op.args)
    kind = REGISTER[rep_of(op.args[0])]
    return e.value(f"icmp {'eq' if op.name == 'is' else 'ne'} {kind} {a}, {b}")


def _tag(e: Emitter, op: ir.Prim) -> str:
    doubled = e.value(f"shl i64 {e.operand(op.args[0])}, 1")
    return e.value(f"or disjoint i64 {doubled}, 1")


def _untag(e: Emitter, op: ir.Prim) -> str:
    return e.value(f"ashr i64 {e.operand(op.args[0])}, 1")


def _is_small(e: Emitter, op: ir.Prim) -> str:
    word = e.operand(op.args[0])
    if rep_of(op.args[0]) is Rep.REF:
        word = e.value(f"ptrtoint ptr {word} to i64")
    return e.value(f"trunc i64 {word} to i1")


def _to_pointer(e: Emitter, op: ir.Prim) -> str:
    return e.value(f"inttoptr i64 {e.operand(op.args[0])} to ptr")


def _to_integer(e: Emitter, op: ir.Prim) -> str:
    return e.value(f"ptrtoint ptr {e.operand(op.args[0])} to i64")


def _same_bits(e: Emitter, op: ir.Prim) -> str:
    return e.operand(op.args[0])


def _box_bool(e: Emitter, op: ir.Prim) -> str:
    true, false = e.constants.bool_object(True), e.constants.bool_object(False)
    return e.value(f"select i1 {e.operand(op.args[0])}, ptr {true}, ptr {false}")


def _unbox_bool(e: Emitter, op: ir.Prim) -> str:
    return e.value(f"icmp eq ptr {e.operand(op.args[0])}, {e.constants.bool_object(True)}")


def class_id(e: Emitter, word: str, is_object: bool = False) -> str:
    """The class number of any word, without branches: small ints and null have headers of their own.

    is_object  the word is neither of them
    """
    if is_object:
        return e.value(f"load i32, ptr {word}, align 8{e.module.alias_tag('header')}")
    integer = e.value(f"ptrtoint ptr {word} to i64")
    small = e.value(f"trunc i64 {integer} to i1")
    none = e.value(f"icmp eq ptr {word}, null")
    header = e.value(f"select i1 {none}, ptr @none_header, ptr {word}")
    header = e.value(f"select i1 {small}, ptr @int_header, ptr {header}")
    return e.value(f"load i32, ptr {header}, align 8{e.module.alias_tag('header')}")


def _class_id(e: Emitter, op: ir.Prim) -> str:
    return class_id(e, e.operand(op.args[0]))


def undefined_test(e: Emitter, rep: Rep, value: str) -> str:
    """Whether a register's value is the marker of its representation."""
    match rep:
        case Rep.INT:
            return e.value(f"icmp eq i64 {value}, 0")
        case Rep.REF:
            return e.value(f"icmp eq ptr {value}, inttoptr (i64 {UNDEFINED_REF} to ptr)")
        case Rep.F64:
            bits = e.value(f"bitcast double {value} to i64")
            return e.value(f"icmp eq i64 {bits}, {UNDEFINED_F64}")
        case _:
            return "false"


def _is_undefined(e: Emitter, op: ir.Prim) -> str:
    return undefined_test(e, rep_of(op.args[0]), e.operand(op.args[0]))


def _call1(text: str) -> Callable[[Emitter, ir.Prim], str]:
    def emit(e: Emitter, op: ir.Prim) -> str:
        return e.value(text.format(e.operand(op.args[0])))

    return emit


def _present(e: Emitter, op: ir.Prim) -> str:
    """To LLVM what is in bounds is not null."""
    address = e.value(f"ptrtoint ptr {e.operand(op.args[0])} to i64")
    before = e.value(f"add i64 {address}, -16")
    place = e.value(f"inttoptr i64 {before} to ptr")
    return e.value(f"getelementptr inbounds nuw i8, ptr {place}, i64 16")


_SPECIAL: dict[str, Callable[[Emitter, ir.Prim], str]] = {
    "convert": _convert,
    "is": _is,
    "is_not": _is,
    "tag": _tag,
    "untag": _untag,
    "is_small": _is_small,
    "int_ref": _to_pointer,
    "ref_int": _to_integer,
    "ref_bits": _to_integer,
    "bits_ref": _to_pointer,
    "int_bits": _same_bits,
    "bits_int": _same_bits,
    "box_bool": _box_bool,
    "unbox_bool": _unbox_bool,
    "class_id": _class_id,
    "is_undefined": _is_undefined,
    "present": _present,
    "f64_to_i64": _call1("call i64 @llvm.fptosi.sat.i64.f64(double {})"),
    "i64_to_f64": _call1("sitofp i64 {} to double"),
    "u64_to_f64": _call1("uitofp i64 {} to double"),
    "f64_bits": _call1("bitcast double {} to i64"),
    "bits_f64": _call1("bitcast i64 {} to double"),
}
