"""Arithmetic on INT words: small ints inline, everything else in a slow function.

A small int n is the word 2n+1, so both words are small when the low bit of a & b is set.
"""

from __future__ import annotations

from mirage.compiler.ir import nodes as ir
from mirage.compiler.llvm.calls import call_function
from mirage.compiler.llvm.functions import LIKELY, Emitter
from mirage.compiler.llvm.prims import floor_divide
from mirage.compiler.llvm.types import REGISTER

COMPARE = {"eq": "eq", "ne": "ne", "lt": "slt", "le": "sle", "gt": "sgt", "ge": "sge"}


def emit_int_op(e: Emitter, op: ir.IntOp) -> None:
    emit_expression(e, [op])


def emit_expression(e: Emitter, members: list[ir.IntOp]) -> None:
    """Operations of which each but the last gives its result to a later one, and to nothing else."""
    inner = {op.dst for op in members}
    outer: dict[ir.Operand, str] = {}
    for op in members:
        for argument in op.args:
            if argument not in inner and argument not in outer:
                outer[argument] = e.operand(argument)
    slow = e.new_label()
    needs_slow = False

    def unless(good: str) -> None:
        """Go the slow way where the condition does not hold."""
        nonlocal needs_slow
        needs_slow = True
        onward = e.new_label()
        e.emit(f"br i1 {good}, label %{onward}, label %{slow}, {LIKELY}")
        e.start(onward)

    small = _all_small(e, {word: argument for argument, word in outer.items()})
    if small != "true":
        unless(small)
    value = ""
    made = dict(outer)
    for op in members:
        words = [made[argument] for argument in op.args]
        value, good = _fast(e, op.name, words, _power_of_two(op.args[-1]))
        if good is not None:
            unless(good)
            value = _after_check(e, op.name, words, value)
        made[op.dst] = value
    result = members[-1].dst
    if not needs_slow:
        e.assign(result, value)
        return
    fast_end = e.label
    done = e.new_label()
    e.emit(f"br label %{done}")

    e.start(slow)
    again = dict(outer)
    for op in members:
        again[op.dst] = call_function(e, op.slow, [f"i64 {again[argument]}" for argument in op.args], op)
    slow_end = e.label
    e.emit(f"br label %{done}")
    e.start(done)
    kind = REGISTER[result.rep]
    e.assign(result, e.value(f"phi {kind} [ {value}, %{fast_end} ], [ {again[result]}, %{slow_end} ]"))


def _all_small(e: Emitter, operands: dict[str, ir.Operand]) -> str:
    """The condition that every word is a small int; constants need no test."""
    both = ""
    for word, argument in operands.items():
        if isinstance(argument, ir.IntConst):
            if -(1 << 62) <= argument.value < 1 << 62:
                continue
            return "false"
        both = e.value(f"and i64 {both}, {word}") if both else word
    if not both:
        return "true"
    return e.value(f"trunc i64 {both} to i1")


def _overflowing(e: Emitter, name: str, a: str, b: str) -> tuple[str, str]:
    both = e.value(f"call {{ i64, i1 }} @llvm.{name}.with.overflow.i64(i64 {a}, i64 {b})")
    value = e.value(f"extractvalue {{ i64, i1 }} {both}, 0")
    over = e.value(f"extractvalue {{ i64, i1 }} {both}, 1")
    return value, e.value(f"xor i1 {over}, true")


def _power_of_two(operand: ir.Operand) -> int | None:
    """n where the operand is the constant 2**n."""
    if isinstance(operand, ir.IntConst) and 0 < operand.value < 1 << 62:
        if operand.value & (operand.value - 1) == 0:
            return operand.value.bit_length() - 1
    return None


def _fast(e: Emitter, name: str, words: list[str], bits: int | None) -> tuple[str, str | None]:
    """The result for small ints, and the condition under which it holds (None: always).

    bits  the second operand is the constant 2**bits
    """
    a = words[0]
    b = words[1] if len(words) > 1 else ""
    match name:
        case "add":
            return _overflowing(e, "sadd", a, e.value(f"add i64 {b}, -1"))
        case "sub":
            return _overflowing(e, "ssub", a, e.value(f"add i64 {b}, -1"))
        case "mul":
            value, good = _overflowing(e, "smul", e.value(f"add i64 {a}, -1"), e.value(f"ashr i64 {b}, 1"))
            return e.value(f"or disjoint i64 {value}, 1"), good
        case "neg":
            return _overflowing(e, "ssub", "2", a)
        case "invert":
            return e.value(f"xor i64 {a}, -2"), None
        case "and" | "or":
            return e.value(f"{name} i64 {a}, {b}"), None
        case "xor":
            return e.value(f"or i64 {e.value(f'xor i64 {a}, {b}')}, 1"), None
        case "floordiv" | "mod" if bits is not None:
            if name == "mod":  # the low bits, and the tag
                return e.value(f"and i64 {a}, {(2 << bits) - 1}"), None
            return e.value(f"or i64 {e.value(f'ashr i64 {a}, {bits}')}, 1"), None
        case "floordiv" | "mod":
            # neither by 0, nor by -1, where the quotient might not fit
            beyond = e.value(f"add i64 {b}, 1")
            return "", e.value(f"icmp ugt i64 {beyond}, 2")
        case "shr":
            return "", e.value(f"icmp ult i64 {b}, 128")  # tagged: 0 <= count < 64
        case "shl":
            in_range = e.value(f"icmp ult i64 {b}, 124")  # tagged: 0 <= count < 62
            count = e.value(f"lshr i64 {b}, 1")
            count = e.value(f"and i64 {count}, 63")
            bare = e.value(f"add i64 {a}, -1")
            shifted = e.value(f"shl i64 {bare}, {count}")
            back = e.value(f"ashr i64 {shifted}, {count}")
            same = e.value(f"icmp eq i64 {back}, {bare}")
            return shifted, e.value(f"and i1 {in_range}, {same}")
        case _ if name in COMPARE:
            return e.value(f"icmp {COMPARE[name]} i64 {a}, {b}"), None
    raise TypeError(f"int operation {name} in {e.function.symbol}")


def _after_check(e: Emitter, name: str, words: list[str], value: str) -> str:
    """The part that may run only where the condition of `_fast` holds."""
    if name not in ("floordiv", "mod", "shl", "shr"):
        return value
    a, b = words
    match name:
        case "shl":
            return e.value(f"or disjoint i64 {value}, 1")
        case "shr":
            count = e.value(f"lshr i64 {b}, 1")
            shifted = e.value(f"ashr i64 {a}, {count}")
            return e.value(f"or i64 {shifted}, 1")
        case _:
            left = e.value(f"ashr i64 {a}, 1")
            right = e.value(f"ashr i64 {b}, 1")
            result = floor_divide(e, name == "floordiv", "i64", left, right)
            return e.value(f"or disjoint i64 {e.value(f'shl i64 {result}, 1')}, 1")
