"""Floats against CPython: text, rounding, division, hashing."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from number_shim import native, numbers

from mirage.lowlevel import i64

R = numbers()
F = R.floats

edges = st.sampled_from(
    [
        5e-324,
        2.2250738585072014e-308,
        2.225073858507201e-308,
        1.7976931348623157e308,
        9007199254740993.0,
        1e16,
        1e15,
    ]
    + [
        9.999999999999999e22,
        1e23,
        2.0**-1074 * 3,
        0.1,
        0.3,
        2.5,
        1e-5,
        1e-4,
        123456789.0,
        2e-323,
        4.5,
        -0.0,
        0.0,
        1e22,
    ]
    + [math.inf, -math.inf, math.nan]
)
decimals = st.builds(lambda n, d: n / 10**d, st.integers(-(10**9), 10**9), st.integers(0, 9))
powers = st.builds(math.ldexp, st.sampled_from([1.0, 3.0, -1.0]), st.integers(-1074, 1020))
floats = st.one_of(edges, st.floats(), decimals, powers)


def same(ours: Callable[..., Any], theirs: Callable[..., Any], *args: Any) -> None:
    try:
        expected = theirs(*args)
    except (ArithmeticError, ValueError) as error:
        with pytest.raises(type(error)) as caught:
            ours(*args)
        assert str(caught.value) == str(error)
        return
    result = ours(*args)
    if isinstance(expected, int):
        result = native(result)
    assert repr(result) == repr(expected)


@given(floats)
@settings(max_examples=1500, deadline=None)
def test_repr_is_the_shortest_that_reads_back(x: float) -> None:
    assert R.floats_decimal.float_repr(x) == repr(x)


@given(floats)
@settings(max_examples=500, deadline=None)
def test_one_operand_agrees(x: float) -> None:
    if x == x:
        assert native(F.float_hash(x)) == hash(x)
    assert R.floats_parse.float_to_hex(x) == x.hex()
    same(F.round_to_int, round, x)
    same(F.float_to_int, int, x)
    if abs(x) < math.inf:
        assert F.floor(x) == math.floor(x) and F.ceil(x) == math.ceil(x)
        assert F.is_integral(x) == x.is_integer()
        a, b = F.integer_ratio(x)
        assert (native(a), native(b)) == x.as_integer_ratio()


@given(floats, floats)
@settings(max_examples=700, deadline=None)
def test_division_agrees(x: float, y: float) -> None:
    same(F.float_floordiv, lambda a, b: a // b, x, y)
    same(F.float_mod, lambda a, b: a % b, x, y)
    same(F.float_divmod, divmod, x, y)


@given(floats, st.integers(-330, 330) | st.integers(-4, 10))
@settings(max_examples=700, deadline=None)
def test_round_to_digits_is_exact(x: float, n: int) -> None:
    same(lambda a: F.round_digits(a, i64(n)), lambda a: round(a, n), x)


@given(floats, st.sampled_from("eEfFgG"), st.integers(0, 30), st.booleans())
@settings(max_examples=1200, deadline=None)
def test_printf_conversions_are_exact(x: float, code: str, precision: int, alternate: bool) -> None:
    expected = f"%{'#' if alternate else ''}.{precision}{code}" % abs(x)
    assert R.floats_decimal.magnitude_text(x, i64(ord(code)), i64(precision), alternate) == expected


def test_many_digits_of_extreme_values() -> None:
    for x in [5e-324, 1.7976931348623157e308, 0.1]:
        for precision in [300, 400, 1100]:
            for code in "efg":
                expected = f"%.{precision}{code}" % x
                assert R.floats_decimal.magnitude_text(x, i64(ord(code)), i64(precision), False) == expected


def check_parse(text: str) -> None:
    same(lambda t: R.floats_parse.parse_float(t, t), float, text)


@given(floats, st.integers(0, 25))
@settings(max_examples=800, deadline=None)
def test_decimal_text_reads_as_the_nearest_float(x: float, precision: int) -> None:
    check_parse(repr(x))
    check_parse(f"{x:.{precision}e}")
    check_parse(f"{x:.{precision}f}")
    check_parse(f"{x:.{precision}g}")


@given(st.integers(0, 10**25), st.integers(-360, 330))
@settings(max_examples=500, deadline=None)
def test_any_mantissa_and_exponent_read_correctly(m: int, e: int) -> None:
    check_parse(f"{m}e{e}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        "1.",
        ".5",
        "1_0.5_0e1_0",
        "1__0",
        "_1",
        "1_",
        "1_.5",
        "1._5",
        "1e",
        "1e+",
        "1e_5",
        "e5",
        "inf",
        "-Infinity",
    ]
    + [
        "NaN",
        "-nan",
        "infi",
        "1e400",
        "-1e400",
        "1e-400",
        "0e999999999999999999999",
        "1e99999999999999999999",
        "1\0",
        "１２.５",
    ]
    + [
        "\u3000 1.5\n",
        "0x10",
        "1.5.5",
        "--1",
        "+-1",
        "9007199254740993",
        "9007199254740992.99999999999999999999999",
        "é",
    ]
    + [
        "2.2250738585072011e-308",
        "4.9406564584124654e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "1 2",
    ]
    + [
        "179769313486231580793728971405301e276",
        "1.7976931348623159e308",
        "0." + "0" * 400 + "1",
        "1" + "0" * 400,
        "1" * 400 + "e-390",
    ],
)
def test_literals_and_their_errors_agree(text: str) -> None:
    check_parse(text)


@given(floats)
@settings(max_examples=300, deadline=None)
def test_hexadecimal_reads_back(x: float) -> None:
    same(R.floats_parse.float_from_hex, float.fromhex, x.hex())


@pytest.mark.parametrize(
    "text",
    "0x.8p1 1.8p3 0X1P-1074 0x1p-1075 0x1.8p-1075 0x1.fffffffffffff8p1023 "
    "0x1.fffffffffffff7p1023 0x1p5000 0xp1 z 1p "
    "1p+ -0x0p5 0x1.00000000000008p0 0x1.000000000000080001p0 0x1.00000000000018p0 ab.cdefp7 inf "
    "-nan p1 0x1p-99999999999999999999".split(),
)
def test_hexadecimal_edges(text: str) -> None:
    same(R.floats_parse.float_from_hex, float.fromhex, text)


def test_powers_follow_pythons_rules() -> None:
    values = [0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, math.nan, 2.0, -2.0, 0.5, 3.0, -3.0, 1e300, 0.1]
    for x in values:
        for y in values:
            if x < 0 and math.isfinite(y) and y != int(y) and math.isfinite(x):
                continue
            same(F.float_pow, lambda a, b: a**b, x, y)
