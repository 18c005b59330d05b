"""Every word primitive against the simulated words of `mirage.lowlevel`, in one process a type."""

from __future__ import annotations

import operator
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from backend_machine import Build, World, raw, run

from mirage import lowlevel
from mirage.compiler.ir import nodes as ir
from mirage.compiler.ir.nodes import Rep

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "add": operator.add,
    "sub": operator.sub,
    "mul": operator.mul,
    "and": operator.and_,
    "or": operator.or_,
    "xor": operator.xor,
    "shl": operator.lshift,
    "shr": operator.rshift,
    "div": operator.floordiv,
    "mod": operator.mod,
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}
COMPARISONS = {"eq", "ne", "lt", "le", "gt", "ge"}
WORDS = {
    Rep.U8: lowlevel.u8,
    Rep.I8: lowlevel.i8,
    Rep.U16: lowlevel.u16,
    Rep.I16: lowlevel.i16,
    Rep.U32: lowlevel.u32,
    Rep.I32: lowlevel.i32,
    Rep.U64: lowlevel.u64,
    Rep.I64: lowlevel.i64,
}


class Checks:
    """main: returns 0, or the number (1 to 250, wrapping) of the first check that fails."""

    def __init__(self) -> None:
        self.world = World()
        self.main: Build = self.world.build("main", [], Rep.I64)
        self.count = 0

    def hidden(self, value: int, rep: Rep) -> ir.Reg:
        """The constant, read from a global so that LLVM does the work at run time."""
        register = ir.Reg("hidden", rep)
        place = ir.Global(f"g{len(self.world.globals)}", rep, ir.RawConst(value, rep))
        self.world.globals.append(place)
        self.main.add(ir.GetGlobal(register, place))
        return register

    def expect(self, holds: ir.Operand) -> None:
        self.count += 1
        good, bad = self.main.block("good"), self.main.block("bad")
        self.main.end(ir.Branch(holds, good, bad))
        self.main.at(bad)
        self.main.end(ir.Return(raw(self.count % 250 + 1)))
        self.main.at(good)

    def run(self, folder: Path) -> int:
        self.main.end(ir.Return(raw(0)))
        self.world.start(self.main.function)
        return run(self.world, folder, opt=1)


@pytest.mark.parametrize("rep", WORDS)
def test_word_operators_agree_with_the_simulation(tmp_path: Path, rep: Rep) -> None:
    checks = Checks()
    word = WORDS[rep]
    bits = rep.size * 8
    values = [0, 1, 2, 7, (1 << bits) - 1, (1 << bits) - 3, 1 << (bits - 1), (1 << (bits - 1)) - 1]
    for name, function in OPERATORS.items():
        for a in values:
            for b in values[: 5 if name in ("shl", "shr") else None]:
                if name in ("div", "mod") and (b == 0 or int(word(b)) == -1):
                    continue
                if name in ("shl", "shr") and int(word(b)) < 0:
                    continue
                if name == "shl" and b > 1 << 16:
                    continue
                expected = function(word(a), word(b))
                x, y = checks.hidden(int(word(a)), rep), checks.hidden(int(word(b)), rep)
                if name in COMPARISONS:
                    got = checks.main.prim(Rep.BOOL, name, x, y)
                    same = checks.main.prim(Rep.BOOL, "eq", got, ir.BoolConst(bool(expected)))
                else:
                    got = checks.main.prim(rep, name, x, y)
                    same = checks.main.prim(Rep.BOOL, "eq", got, raw(int(expected), rep))
                checks.expect(same)
    assert checks.run(tmp_path) == 0


def test_conversions_extend_by_the_sign_of_the_source(tmp_path: Path) -> None:
    checks = Checks()
    for source, from_word in WORDS.items():
        for target, to_word in WORDS.items():
            for value in (0, 1, -1, 1 << (source.size * 8 - 1)):
                start = int(from_word(value))
                got = checks.main.prim(target, "convert", checks.hidden(start, source))
                wanted = raw(int(to_word(start)), target)
                checks.expect(checks.main.prim(Rep.BOOL, "eq", got, wanted))
    assert checks.run(tmp_path) == 0


def test_overflow_tests_and_wide_products(tmp_path: Path) -> None:
    checks = Checks()
    top, low = 2**63 - 1, -(2**63)
    for name, simulated in (
        ("add_overflows", lowlevel.add_overflows),
        ("sub_overflows", lowlevel.sub_overflows),
        ("mul_overflows", lowlevel.mul_overflows),
    ):
        for a in (0, 1, -1, top, low, 1 << 32):
            for b in (0, 1, -1, 2, top, low, 1 << 31):
                got = checks.main.prim(
                    Rep.BOOL, name, checks.hidden(a, Rep.I64), checks.hidden(b, Rep.I64)
                )
                wanted = ir.BoolConst(simulated(lowlevel.i64(a), lowlevel.i64(b)))
                checks.expect(checks.main.prim(Rep.BOOL, "eq", got, wanted))
    for a in (0, 3, 2**64 - 1, 1 << 63):
        for b in (1, 2**64 - 1, 12345678901234567890):
            got = checks.main.prim(
                Rep.U64, "mul_high", checks.hidden(a, Rep.U64), checks.hidden(b, Rep.U64)
            )
            checks.expect(checks.main.prim(Rep.BOOL, "eq", got, raw(a * b >> 64, Rep.U64)))
    assert checks.run(tmp_path) == 0


def test_float_primitives(tmp_path: Path) -> None:
    checks = Checks()

    def bits(value: float) -> int:
        number: int = struct.unpack("<q", struct.pack("<d", value))[0]
        return number

    def hidden(value: float) -> ir.Reg:
        return checks.main.prim(Rep.F64, "bits_f64", checks.hidden(bits(value), Rep.U64))

    def same(got: ir.Reg, wanted: float) -> None:
        word = checks.main.prim(Rep.U64, "f64_bits", got)
        checks.expect(checks.main.prim(Rep.BOOL, "eq", word, raw(bits(wanted), Rep.U64)))

    nan = float("nan")
    main = checks.main
    same(main.prim(Rep.F64, "add", hidden(0.1), hidden(0.2)), 0.1 + 0.2)
    same(main.prim(Rep.F64, "div", hidden(1.0), hidden(3.0)), 1.0 / 3.0)
    same(main.prim(Rep.F64, "neg", hidden(0.0)), -0.0)
    same(main.prim(Rep.F64, "sqrt", hidden(2.0)), 2.0**0.5)
    same(main.prim(Rep.F64, "i64_to_f64", checks.hidden(-3, Rep.I64)), -3.0)
    same(main.prim(Rep.F64, "u64_to_f64", checks.hidden(2**64 - 1, Rep.U64)), 2.0**64)
    for name, expected in (("eq", False), ("ne", True), ("lt", False), ("ge", False)):
        got = main.prim(Rep.BOOL, name, hidden(nan), hidden(1.0))
        checks.expect(main.prim(Rep.BOOL, "eq", got, ir.BoolConst(expected)))
    for value in (2.9, -2.9, 1e300, -1e300, nan):
        number = main.prim(Rep.I64, "f64_to_i64", hidden(value))
        clipped = 0 if value != value else max(min(int(value), 2**63 - 1), -(2**63))
        checks.expect(main.prim(Rep.BOOL, "eq", number, raw(clipped)))
    undefined = ir.Reg("undefined", Rep.F64)
    main.add(ir.Move(undefined, ir.Undefined(Rep.F64)))
    checks.expect(main.prim(Rep.BOOL, "is_undefined", undefined))
    checks.expect(main.prim(Rep.BOOL, "not", main.prim(Rep.BOOL, "is_undefined", hidden(nan))))
    assert checks.run(tmp_path) == 0
