"""Floats to text and back: repr, exponents, fixed, general, per cent, alternate forms, rounding of ties, hex, parsing."""

from __future__ import annotations

import math
import random
import struct
from collections.abc import Iterable


def bits(value: float) -> int:
    return int.from_bytes(struct.pack(">d", value), "big")


def from_bits(pattern: int) -> float:
    (value,) = struct.unpack(">d", pattern.to_bytes(8, "big"))
    assert isinstance(value, float)
    return value


def interesting() -> list[float]:
    return [
        0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 2 / 3, 123456789.0, 1e15, 1e16, 123456789012345678.0, 1e-4, 1e-5,
        5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, math.pi, 1e22, 1e23, 9007199254740993.0, 0.3,
        0.1 + 0.2, 2.675, 1.005, 0.5, 2.5, 1e100, 4.35, 1234.5678, 99999.95, 999999.5,
    ]  # fmt: skip


SPECS = ["", ".0f", ".2f", "e", ".0e", ".3e", "g", ".3g", "#.3g", ".0%", ".1%", "+.2f", " .1f", ",.2f", "_.0f",
         "012.3f", "<12.4g", "^+12.1e", "=+12.1f", "x>10.1f", "n", "G", "E", "#.0f", ".17g", "z.1f"]  # fmt: skip


def table(values: Iterable[float]) -> None:
    for value in values:
        print(
            repr(value), value.hex(), *(f"[{value:{spec}}]" for spec in (".2f", ".3g", "e", ",.1f", ".17g"))
        )


def shortest(value: float) -> str:
    """The shortest digits that give the float back, by trying."""
    for digits in range(1, 18):
        text = f"{value:.{digits - 1}e}"
        if float(text) == value:
            return text
    raise AssertionError(value)


def digits_of(text: str) -> str:
    mantissa = text.lower().split("e")[0].replace(".", "").replace("-", "").strip("0")
    return mantissa or "0"


def main() -> None:
    table(interesting())
    for value in (1234.5678, -0.000123, 1e20, math.inf, -math.nan, 0.0):
        print(repr(value), [f"{value:{spec}}" for spec in SPECS])
    ties = [0.5, 1.5, 2.5, -0.5, -1.5, 0.125, 0.375, 2.675, 1.115, 1e15 + 0.5, 5e-1]
    print([round(x) for x in ties], [round(x, 2) for x in ties], [f"{x:.0f}" for x in ties])
    print([round(123456.789, n) for n in range(-7, 5)], round(-2.5), round(5e300, -300), round(1.5e-10, 10))
    print(round(1e308, -308), round(2.5, 400), round(2.5, -400), round(-0.4), round(-0.04, 1), round(True, 1))
    source = random.Random(20)
    checked = same = 0
    for _ in range(3000):
        value = from_bits(source.getrandbits(64))
        if not math.isfinite(value):
            continue
        checked += 1
        assert float(repr(value)) == value and float.fromhex(value.hex()) == value
        assert float(f"{value:.16e}") == value and bits(-value) == bits(value) ^ 1 << 63
        same += digits_of(repr(value)) == digits_of(shortest(value))
    print(checked, same)
    for text in ("1e3", " -.5 ", "1_000.5", "infinity", "-INF", "nan", "0x10", "1e400", "1e-400", "1__0", "", "1e", "١٢.٥",
                 "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1.", "_1", "+-1", "1,5"):  # fmt: skip
        try:
            print(f"{text!r}: {float(text)!r}", end="; ")
        except ValueError as error:
            print(f"{error}", end="; ")
    print()
    for text in (
        "0x1p4",
        "-0x.8p-1",
        "1.8",
        "0x1.fffffffffffff8p1023",
        "0x1p-1075",
        "0x1.8p-1074",
        "inf",
        "0x",
        "0xg",
    ):
        try:
            print(text, float.fromhex(text))
        except (ValueError, OverflowError) as error:
            print(text, type(error).__name__, error)
    print(
        [x.as_integer_ratio() for x in (0.75, -2.5, 1e-3, 0.0, 1e23)], (0.1).is_integer(), (3e20).is_integer()
    )
    for wrong in (math.inf, math.nan):
        for convert in (int, math.floor, round, float.as_integer_ratio):
            try:
                print(convert(wrong))
            except (ValueError, OverflowError) as error:
                print(type(error).__name__, error)
    print(
        "%.3f|%8.2e|%-9g|%+d|%05.1f|%%|%.0f|%#.3g|%s" % (2.0005, 12345.678, 1e-7, 3.99, -2.25, 2.5, 7, 1e16)
    )
    print(
        "%*.*f|%-*.*e|" % (9, 2, math.e, 12, 1, math.e), "{:{w}.{p}}|{!r:>8}".format(math.pi, 0.1, w=8, p=4)
    )
    for spec in ("d", ".2", "5,d", ".", "s", "0>+,.3", "=5", "x", "1000000000000000000000f", "z", ",_f"):
        try:
            print(spec, repr(format(1234.5, spec)))
        except ValueError as error:
            print(spec, error)
    print(math.nextafter(1.0, 2.0), math.ulp(1.0), math.ulp(1e16), math.nextafter(0.0, -1.0), math.ulp(0.0))


main()
