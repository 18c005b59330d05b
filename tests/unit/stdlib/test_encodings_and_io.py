"""binascii, base64, io, string and secrets against CPython's."""

from __future__ import annotations

import base64
import binascii
import io
import string
import sys
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from hosted import load

ours_base64, ours_binascii, ours_io = load("base64"), load("binascii"), load("io")


def outcome(function: Any, *args: Any, **options: Any) -> str:
    try:
        return repr(function(*args, **options))
    except Exception as exc:
        return f"{type(exc).__name__}: {exc}"


ENCODED = st.one_of(
    st.binary(max_size=12),
    st.builds(bytes, st.lists(st.sampled_from(b"ABZaz09+/=-_27F \n"), max_size=12)),
    st.builds(base64.b64encode, st.binary(max_size=12)),
    st.builds(base64.b32encode, st.binary(max_size=12)),
)


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=200), ENCODED, st.booleans())
def test_encodings(data: bytes, encoded: bytes, flag: bool) -> None:
    for name in ("b64encode", "b32encode", "b16encode", "urlsafe_b64encode", "encodebytes"):
        assert outcome(getattr(ours_base64, name), data) == outcome(getattr(base64, name), data)
    for name in ("b64decode", "b32decode", "b16decode", "urlsafe_b64decode", "decodebytes"):
        assert outcome(getattr(ours_base64, name), encoded) == outcome(getattr(base64, name), encoded), name
    assert outcome(ours_base64.b64decode, encoded, validate=flag) == outcome(
        base64.b64decode, encoded, validate=flag
    )
    assert outcome(ours_base64.b32decode, encoded, flag) == outcome(base64.b32decode, encoded, flag)
    for name in ("unhexlify", "hexlify", "crc32", "a2b_base64", "b2a_base64"):
        assert outcome(getattr(ours_binascii, name), encoded) == outcome(getattr(binascii, name), encoded)
    assert ours_binascii.crc32(data, 77) == binascii.crc32(data, 77)
    assert ours_binascii.crc_hqx(data, 5) == binascii.crc_hqx(data, 5)
    assert ours_binascii.unhexlify(data.hex()) == data


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.text("ab\n\u20ac", max_size=5)),
        st.tuples(st.sampled_from(["read", "readline"]), st.integers(-1, 6)),
        st.tuples(st.just("seek"), st.integers(-1, 12)),
        st.tuples(st.just("truncate"), st.integers(0, 12)),
        st.tuples(st.sampled_from(["tell", "getvalue", "readlines", "readable", "close"])),
    ),
    max_size=12,
)


@settings(max_examples=400, deadline=None)
@given(st.text("xy\n", max_size=8), STEPS)
def test_files_in_memory(initial: str, steps: list[tuple[Any, ...]]) -> None:
    ours, cpython = ours_io.StringIO(initial), io.StringIO(initial)
    ours_binary, cpython_binary = ours_io.BytesIO(initial.encode()), io.BytesIO(initial.encode())
    for name, *args in steps:
        assert outcome(getattr(ours, name), *args) == outcome(getattr(cpython, name), *args), name
        args = [a.encode() if isinstance(a, str) else a for a in args]
        found = outcome(getattr(ours_binary, name), *args)
        assert found == outcome(getattr(cpython_binary, name), *args), name
    if not ours.closed:
        ours.seek(0)
        cpython.seek(0)
        assert list(ours) == list(cpython)


def test_string_and_secrets() -> None:
    ours_string, secrets = load("string"), load("secrets")
    for name in ours_string.__all__:
        if name not in ("capwords", "Formatter", "Template"):  # code; tests/conformance/text_ compares it
            assert getattr(ours_string, name) == getattr(string, name)
    assert ours_string.capwords(" one  TWO\tthree ") == string.capwords(" one  TWO\tthree ")
    assert ours_string.capwords("a-b c", "-") == string.capwords("a-b c", "-")
    assert (
        len(secrets.token_hex(8)) == 16 and len(secrets.token_bytes()) == 32 and 0 <= secrets.randbelow(3) < 3
    )
    assert secrets.compare_digest("a", "a") and not secrets.compare_digest(b"ab", b"a")
    assert len({secrets.token_urlsafe() for _ in range(5)}) == 5
