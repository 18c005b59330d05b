"""Our struct packs and unpacks what CPython's does, with its errors."""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from hosted import load

ours = load("struct")

FORMATS = st.builds(
    lambda order, fields: order + "".join(fields),
    st.sampled_from(["", "@", "=", "<", ">", "!"]),
    st.lists(
        st.builds(
            lambda n, c: n + c,
            st.sampled_from(["", "", "2", "0", "3"]),
            st.sampled_from(list("xcbB?hHiIlLqQefdspnNP y")),
        ),
        max_size=5,
    ),
)
VALUES = st.lists(
    st.one_of(
        st.integers(-(2**70), 2**70),
        st.integers(-300, 300),
        st.floats(),
        st.floats(width=16),
        st.binary(max_size=4),
        st.booleans(),
        st.none(),
        st.sampled_from([2**31, 2**32, 2**63, 2**64, -(2**31) - 1, -(2**63) - 1, 65504.0, 65520.0]),
    ),
    max_size=7,
)


def outcome(function: Any, *args: Any) -> str:
    try:
        return repr(function(*args))
    except Exception as exc:
        return f"{type(exc).__name__}: {exc}"


@settings(max_examples=1500, deadline=None)
@given(FORMATS, VALUES)
def test_pack_as_cpython(format: str, values: list[Any]) -> None:
    if format[:1] not in "=<>!" or not format:  # CPython's native f lets infinity through
        values = [v for v in values if not (isinstance(v, float) and abs(v) > 3e38)]
    assert outcome(ours.pack, format, *values) == outcome(struct.pack, format, *values)
    assert outcome(ours.calcsize, format) == outcome(struct.calcsize, format)


@settings(max_examples=1500, deadline=None)
@given(FORMATS, st.binary(max_size=64), st.integers(-70, 70))
def test_unpack_as_cpython(format: str, data: bytes, offset: int) -> None:
    if "0p" in format:  # SystemError in CPython 3.11
        return
    assert outcome(ours.unpack, format, data) == outcome(struct.unpack, format, data)
    assert outcome(ours.unpack_from, format, data, offset) == outcome(
        struct.unpack_from, format, data, offset
    )
    listed, expected = (outcome(lambda m=m: list(m.iter_unpack(format, data))) for m in (ours, struct))
    assert listed == expected
    try:
        size = struct.calcsize(format)
    except struct.error:
        return
    data = (data * (size + 1))[:size] if data else bytes(size)
    assert outcome(ours.unpack, format, data) == outcome(struct.unpack, format, data)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(["<HH", ">qb", "3sx", "d", ""]), st.integers(0, 12), st.integers(-20, 20))
def test_pack_into_as_cpython(format: str, length: int, offset: int) -> None:
    values: list[Any] = {"<HH": [1, 2], ">qb": [-5, 7], "3sx": [b"ab"], "d": [1.5], "": []}[format]
    found, expected = bytearray(b"\xff" * length), bytearray(b"\xff" * length)
    assert outcome(ours.pack_into, format, found, offset, *values) == outcome(
        struct.pack_into, format, expected, offset, *values
    )
    assert found == expected
