"""int as text and bytes against CPython."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from number_shim import foreign, native, numbers
from test_bigint import ints

from mirage.lowlevel import i64

R = numbers()
T = R.bigint_text


@given(ints)
@settings(max_examples=300, deadline=None)
def test_decimal_and_binary_text_agree(a: int) -> None:
    assert T.int_to_str(foreign(a)) == str(int(a))
    assert T.magnitude_in_base(foreign(a), i64(4), False) == format(abs(a), "x")
    assert T.magnitude_in_base(foreign(a), i64(3), False) == format(abs(a), "o")
    assert T.magnitude_in_base(foreign(a), i64(1), False) == format(abs(a), "b")
    assert T.magnitude_in_base(foreign(a), i64(4), True) == format(abs(a), "X")


def test_long_decimals_and_the_digit_limit() -> None:
    for a in [10**4299, -(10**4300) + 1, 7**4000]:
        assert T.int_to_str(foreign(a)) == str(a)
        assert native(T.parse_int(str(a), i64(10), "")) == a
    for a in [10**4300, 10**6000]:
        with pytest.raises(ValueError) as ours:
            T.int_to_str(foreign(a))
        with pytest.raises(ValueError) as theirs:
            str(a)
        assert str(ours.value) == str(theirs.value)


def check_parse(text: str, base: int) -> None:
    try:
        expected = int(text, base)
    except ValueError as error:
        with pytest.raises(ValueError) as caught:
            T.parse_int(text, i64(base), text)
        assert str(caught.value) == str(error)
    else:
        assert native(T.parse_int(text, i64(base), text)) == expected


@pytest.mark.parametrize(
    "text",
    "12 0x10 0X_1f 0b101 0o17 010 00 0_0 _1 1_ 1__2 - + -5 - 1 0x 0x_ 0b 0b2 0_x1 é 1é ٣٤ \u3000\u0663\u00a0 "
    "\x1c12 0b1_0 0xg zz -zZ 123456789012345678901234567890 1_000_000_000_000_000_000_000 -0x10 +0b1".split(
        " "
    )
    + [
        "",
        " ",
        " 12\n",
        "\t-7 ",
        "1 2",
        "1\0",
        "x" * 300,
        "1" * 4301,
        "1" * 4301 + "x",
        "0" * 5000,
        "\u2003" + "9" * 40,
    ],
)
@pytest.mark.parametrize("base", [10, 0, 16, 2, 8, 36, 7, 1, -3, 37])
def test_literals_and_their_errors_agree(text: str, base: int) -> None:
    check_parse(text, base)


@given(st.integers(-(2**300), 2**300), st.integers(2, 36))
@settings(max_examples=150, deadline=None)
def test_every_base_reads_back(a: int, base: int) -> None:
    alphabet = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    rest = abs(a)
    while rest:
        text = alphabet[rest % base] + text
        rest //= base
    text = ("-" if a < 0 else "") + (text or "0")
    assert native(T.parse_int(text, i64(base), "")) == a


@given(st.integers(-(2**80), 2**80), st.integers(0, 12), st.sampled_from(["little", "big"]), st.booleans())
@settings(max_examples=400, deadline=None)
def test_to_bytes_agrees(a: int, length: int, order: str, signed: bool) -> None:
    a >>= max(0, 80 - length * 8)
    try:
        expected = a.to_bytes(length, order, signed=signed)  # type: ignore[arg-type]
    except OverflowError as error:
        with pytest.raises(OverflowError) as caught:
            R.bigint_bytes.int_to_bytes(foreign(a), i64(length), order, signed)
        assert str(caught.value) == str(error)
    else:
        assert R.bigint_bytes.int_to_bytes(foreign(a), i64(length), order, signed) == expected


@given(st.binary(max_size=40), st.sampled_from(["little", "big"]), st.booleans())
@settings(max_examples=300, deadline=None)
def test_from_bytes_agrees(data: bytes, order: str, signed: bool) -> None:
    expected = int.from_bytes(data, order, signed=signed)  # type: ignore[arg-type]
    assert native(R.bigint_bytes.int_from_bytes(data, order, signed)) == expected
