"""Big ints against CPython's own."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from number_shim import foreign, native, numbers

R = numbers()
B = R.bigint

edge = st.sampled_from(
    [s * (2**k + d) for k in (0, 30, 31, 60, 61, 62, 63, 64, 90, 120) for d in (-1, 0, 1) for s in (1, -1)]
)
ints = st.one_of(
    edge, st.integers(), st.integers(-(2**64), 2**64), st.integers(-(2**700), 2**700), st.booleans()
)


def same(ours: Callable[..., Any], theirs: Callable[..., Any], *args: Any) -> None:
    """Equal result, or equal exception class and message."""
    try:
        expected = theirs(*args)
    except ArithmeticError as error:
        with pytest.raises(type(error)) as caught:
            ours(*map(foreign, args))
        assert str(caught.value) == str(error)
        return
    result = ours(*map(foreign, args))
    if isinstance(expected, float):
        assert isinstance(result, float) and result.hex() == expected.hex()
    elif isinstance(expected, tuple):
        assert tuple(map(native, result)) == expected
    else:
        assert native(result) == expected


@given(ints, ints)
@settings(max_examples=400, deadline=None)
def test_two_operands_agree(a: int, b: int) -> None:
    same(B.int_add, lambda x, y: x + y, a, b)
    same(B.int_sub, lambda x, y: x - y, a, b)
    same(B.int_mul, lambda x, y: x * y, a, b)
    same(B.int_floordiv, lambda x, y: x // y, a, b)
    same(B.int_mod, lambda x, y: x % y, a, b)
    same(B.int_divmod, divmod, a, b)
    same(B.int_and, lambda x, y: x & y + 0, a, b)
    same(B.int_or, lambda x, y: x | y + 0, a, b)
    same(B.int_xor, lambda x, y: x ^ y + 0, a, b)
    same(B.int_truediv, lambda x, y: x / y, a, b)
    assert B.int_lt(foreign(a), foreign(b)) == (a < b)
    assert B.int_eq(foreign(a), foreign(b)) == (a == b)
    assert B.int_ge(foreign(a), foreign(b)) == (a >= b)


@given(ints, st.integers(0, 200))
@settings(max_examples=200, deadline=None)
def test_shifts_agree(a: int, n: int) -> None:
    same(B.int_shl, lambda x, y: x << y, a, n)
    same(B.int_shr, lambda x, y: x >> y, a, n)


@given(ints)
@settings(max_examples=300, deadline=None)
def test_one_operand_agrees(a: int) -> None:
    same(B.int_neg, lambda x: -x, a)
    same(B.int_abs, abs, a)
    same(B.int_invert, lambda x: -int(x) - 1, a)
    same(B.int_hash, hash, a)
    same(B.int_bit_length, int.bit_length, a)
    same(B.int_bit_count, int.bit_count, a)
    same(B.int_to_float, float, a)
    assert int(B.int_to_u64_wrapping(foreign(a))) == a & (2**64 - 1)


@given(ints, st.one_of(st.floats(), st.integers(-(2**70), 2**70).map(float)))
@settings(max_examples=300, deadline=None)
def test_comparison_with_float_is_exact(a: int, b: float) -> None:
    expected = 2 if b != b else (a > b) - (a < b)
    assert native(B.int_compare_float(foreign(a), b)) == expected
    if abs(b) < float("inf"):
        assert native(B.float_to_int(b)) == int(b)


@given(st.integers(-(2**100), 2**100), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_powers_agree(a: int, n: int) -> None:
    same(B.int_pow, lambda x, y: x**y, a, n)


@given(st.integers(-(2**80), 2**80), st.integers(-(2**70), 2**70), st.integers(-(2**90), 2**90))
@settings(max_examples=25, deadline=None)
def test_modular_powers_agree(a: int, n: int, m: int) -> None:
    try:
        expected = pow(a, n, m)
    except ValueError as error:
        with pytest.raises(ValueError, match=str(error).replace("(", r"\(").replace(")", r"\)")):
            B.int_pow_mod(foreign(a), foreign(n), foreign(m))
    else:
        assert native(B.int_pow_mod(foreign(a), foreign(n), foreign(m))) == expected


def test_long_operands_take_karatsuba_and_long_division() -> None:
    generator = random.Random(1)
    for bits_a, bits_b in [(3200, 3000), (1500, 4000), (3100, 1600), (9000, 1600)]:
        a = generator.getrandbits(bits_a)
        b = -generator.getrandbits(bits_b)
        product = a * b
        assert native(B.int_mul(foreign(a), foreign(b))) == product
        assert native(B.int_floordiv(foreign(product + 5), foreign(b))) == (product + 5) // b
        assert native(B.int_mod(foreign(product + 5), foreign(b))) == (product + 5) % b


def test_division_corrects_a_guess_that_is_one_too_high() -> None:
    top = 2**30
    for a, b in [
        ((top - 1) * top**3, (top // 2) * top + top - 1),
        (top**4 - 1, top**2 - 1),
        ((top // 2) * top**3 + 0, (top // 2) * top**1 + 1),
        (top**5 // 2, top**2 // 2 + 1),
    ]:
        assert native(B.int_floordiv(foreign(a), foreign(b))) == a // b
        assert native(B.int_mod(foreign(a), foreign(b))) == a % b


def test_quotients_at_the_ends_of_the_float_range() -> None:
    for a, b in [
        (10**400, 10**399),
        (10**400, 3),
        (1, 10**400),
        (3, 2**1074),
        (3, 2**1075),
        (1, 2**1075),
        (2**1024 - 2**970, 1),
        (2**1024 - 2**970 - 1, 1),
        (-(2**1023), 2**2090),
        (12345678901234567890, 2**1100),
        (0, -(10**30)),
    ]:
        same(B.int_truediv, lambda x, y: x / y, a, b)


def test_large_ints_become_the_nearest_float_or_overflow() -> None:
    for a in [2**1024, 2**1024 - 1, 2**1024 - 2**970, 2**1024 - 2**970 - 1, -(2**1023) * 3 // 2, 2**53 + 1]:
        same(B.int_to_float, float, a)


@given(ints, ints, ints)
@settings(max_examples=400, deadline=None)
def test_common_divisors_agree(a: int, b: int, common: int) -> None:
    for x, y in ((abs(a), abs(b)), (abs(a * common), abs(b * common)), (abs(a * common), abs(common))):
        assert native(R.bigint_products.gcd(foreign(x), foreign(y))) == math.gcd(x, y)


def test_common_divisor_of_fibonacci_numbers_takes_every_step() -> None:
    a, b = 0, 1
    for _ in range(900):
        a, b = b, a + b
        assert native(R.bigint_products.gcd(foreign(a), foreign(b))) == 1


@given(st.one_of(st.integers(1, 300), st.integers(2**31 - 100, 2**31 + 100)), st.integers(0, 60))
def test_products_of_ranges_agree(low: int, count: int) -> None:
    assert native(R.bigint_products.product_of_range(low, low + count)) == math.prod(range(low, low + count))
