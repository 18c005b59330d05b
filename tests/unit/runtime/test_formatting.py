"""format() and `%` against CPython."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from number_shim import foreign, numbers
from test_floats import floats

import mirage.lowlevel as lowlevel

R = numbers()


def same(ours: Callable[[], str], theirs: Callable[[], str]) -> None:
    try:
        expected = theirs()
    except (ValueError, OverflowError, TypeError, KeyError) as error:
        with pytest.raises(type(error)) as caught:
            ours()
        assert str(caught.value) == str(error)
    else:
        assert ours() == expected


def check(value: Any, spec: str) -> None:
    function = {
        int: R.formatting.format_int,
        float: R.formatting.format_float,
        str: R.formatting.format_str,
        bool: R.formatting.format_bool,
    }[type(value)]
    held = foreign(value) if type(value) is int else value
    same(lambda: function(held, spec), lambda: format(value, spec))


specs = st.builds(
    lambda *parts: "".join(parts),
    st.sampled_from(["", "", "<", ">", "^", "=", "*<", "0=", "é^", "x>"]),
    st.sampled_from(["", "", "+", "-", " "]),
    st.sampled_from(["", "", "", "z"]),
    st.sampled_from(["", "", "#"]),
    st.sampled_from(["", "", "0"]),
    st.sampled_from(["", "1", "8", "15", "40"]),
    st.sampled_from(["", "", ",", "_"]),
    st.sampled_from(["", "", ".0", ".1", ".3", ".20"]),
    st.sampled_from(["", "b", "c", "d", "e", "E", "f", "F", "g", "G", "n", "o", "s", "x", "X", "%", "y"]),
)
values = st.one_of(
    st.integers(-(10**6), 10**6),
    st.integers(-(2**200), 2**200),
    st.booleans(),
    floats,
    st.floats(-1e6, 1e6),
    st.text(max_size=6),
)


@given(values, specs)
@settings(max_examples=4000, deadline=None)
def test_the_mini_language_agrees(value: Any, spec: str) -> None:
    check(value, spec)


@pytest.mark.parametrize(
    "spec",
    [
        "10.3.f",
        "99999999999999999999d",
        "5xx",
        "abc",
        ",_d",
        "_,d",
        ",,d",
        ".f",
        "\x01",
        "é",
        ".99999999999f",
        "_s",
        ",c",
        ",n",
    ]
    + [
        "020_x",
        "#020_x",
        "08,",
        "09,",
        "010,",
        "011,",
        "#.3",
        ".3%",
        "z",
        "=,",
        "+010_d",
        "^^^",
        ">",
        "1",
        "0",
        "00",
        "{<5",
    ],
)
@pytest.mark.parametrize(
    "value", [0, 1234567, -1234567, 0.0, -0.0, 1.5, 1e16, math.inf, -math.inf, math.nan, "abc", True]
)
def test_edges_of_the_mini_language(value: Any, spec: str) -> None:
    check(value, spec)


def test_too_long_ints_are_refused_in_decimal_only() -> None:
    for spec in ["d", ",d", "x", ""]:
        check(10**4300, spec)


conversions = st.builds(
    lambda *parts: "%" + "".join(parts),
    st.sampled_from(["", "-", "0", "+", " ", "#", "-0", "+#0", "0#"]),
    st.sampled_from(["", "", "5", "12"]),
    st.sampled_from(["", "", ".0", ".2", ".8"]),
    st.sampled_from(["", "", "l"]),
    st.sampled_from("diouxXeEfFgGcrsa%y"),
)


@given(
    conversions, st.one_of(st.integers(-300, 10**6), floats, st.text(max_size=3), st.none(), st.booleans())
)
@settings(max_examples=3000, deadline=None)
def test_printf_conversions_agree(template: str, value: Any) -> None:
    percent = R.formatting_percent.percent_format
    same(lambda: percent("<" + template + ">", value), lambda: ("<" + template + ">") % value)
    same(lambda: percent(template, (value,)), lambda: template % (value,))


@pytest.mark.parametrize(
    "template,value",
    [
        ("%(a)d", {"a": 1}),
        ("%(a)d", 5),
        ("%(a", {"a": 1}),
        ("%s %s", (1,)),
        ("%s", (1, 2)),
        ("a", 5),
        ("a", {}),
        ("a", []),
    ]
    + [
        ("a", ()),
        ("%*d", (5, 42)),
        ("%*d", ("x", 42)),
        ("%-*d|", (-5, 42)),
        ("%.*f", (2, 3.14159)),
        ("%s", ((1,),)),
    ]
    + [
        ("%(a)s %s", {"a": 1}),
        ("%s%", (1,)),
        ("%h", 1),
        ("%99999999999999999999d", 1),
        ("%.99999999999999999999d", 1),
    ]
    + [
        ("%(x)s", {}),
        ("%.*d", (-1, 5)),
        ("100%% of %s", "x"),
        ("%", 1),
        ("%\n", 1),
        ("%é", 1),
        ("é%dé", 5),
        ("%(a(b)c)s", {"a(b)c": 2}),
    ]
    + [("%c", 0x110000), ("%c", ""), ("%d", math.inf), ("", 5), ("", ()), ("%(a)s%(b)r", {"a": 1, "b": "x"})],
)
def test_printf_arguments_and_errors(template: str, value: Any) -> None:
    same(lambda: R.formatting_percent.percent_format(template, value), lambda: template % value)


@given(
    st.one_of(st.integers(-(10**6), 10**6), st.integers(-(2**70), 2**70), st.booleans()),
    st.sampled_from(" 0*"),
    st.sampled_from("<>^="),
    st.integers(-1, 70),
    st.sampled_from("boxX"),
    st.sampled_from(["", "#"]),
)
def test_ints_in_other_bases_in_fields(
    value: int, fill: str, align: str, width: int, code: str, prefix: str
) -> None:
    numbers = [lowlevel.i64(number) for number in (ord(fill), ord(align), width, ord(code), len(prefix))]
    found = R.formatting.based_int(foreign(value), *numbers)
    expected = format(int(value), f"{fill}{align}{prefix}{width if width >= 0 else ''}{code}")
    assert (found if isinstance(found, str) else found.memory.raw[: found.count].decode()) == expected
