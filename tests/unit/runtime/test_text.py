"""Searching, comparing and encoding texts, which read eight bytes at a time, against CPython."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from text_shim import address, foreign, native, native_bytes, texts

from mirage.lowlevel import i64, u8

R = texts()

few = st.sampled_from(
    ["ab", "ab\xff", "a\u0101b\u0161", "a\U00010061b", "abcdefghijklmnop", "a\x80\x7f\x81", "\x00\x01\xff"]
)
letters = few.flatmap(lambda letters: st.text(letters, max_size=70))
widths = st.one_of(
    letters,
    st.text(st.characters(max_codepoint=127), max_size=40),
    st.text(st.characters(max_codepoint=255), max_size=40),
    st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=40),
    st.text(max_size=20),
)
places = st.one_of(st.just(0), st.integers(0, 70))


@st.composite
def searches(draw: st.DrawFn) -> tuple[str, str, int, int]:
    """A text, what is sought in it (mostly a part of it, or nearly), and where."""
    text = draw(letters)
    start, end = sorted((min(draw(places), len(text)), min(draw(places), len(text))))
    at = draw(st.integers(0, len(text)))
    part = text[at : at + draw(st.integers(0, 20))]
    if draw(st.booleans()):
        part = draw(
            st.sampled_from([part[1:], part + "a", "b" + part, part[:-1] + "b", "z", "\u0101", "\U00010061"])
        )
    return text, part, start, end if draw(st.booleans()) else len(text)


@given(searches())
def test_what_is_sought_is_found_where_cpython_finds_it(search: tuple[str, str, int, int]) -> None:
    text, part, start, end = search
    held = (foreign(text), foreign(part), i64(start), i64(end))
    assert R.text_search.find(*held) == text.find(part, start, end)
    assert R.text_search.rfind(*held) == text.rfind(part, start, end)
    assert R.text_search.count(*held) == text.count(part, start, end)


@given(letters, st.integers(0, 255))
def test_bytes_are_counted(text: str, value: int) -> None:
    data = text.encode("utf-8")
    at, heap = address(data)
    assert R.text_search.count_byte(at, i64(0), i64(len(data)), u8(value)) == data.count(value)
    del heap


@given(searches())
def test_texts_are_ordered_by_code_points(search: tuple[str, str, int, int]) -> None:
    text, part, start, end = search
    for a, b in (
        (text, part),
        (text, text[:start] + part),
        (text[start:end], text[:start] + "\xff"),
        (text, text),
    ):
        found = int(R.text.compare(foreign(a), foreign(b)))
        assert (found > 0) - (found < 0) == (a > b) - (a < b)


@given(widths)
def test_encoded_texts_are_those_of_cpython_and_come_back(text: str) -> None:
    for name in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
        data = native_bytes(R.text_codecs.encode(foreign(text), name, "strict"))
        assert data == text.encode(name)
        at, heap = address(data)
        assert native(R.text_codecs.decode(at, i64(len(data)), name, "strict")) == data.decode(name)
        del heap
    for name in ("ascii", "latin-1"):
        data = text.encode(name, "ignore")
        assert native_bytes(R.text_codecs.encode(foreign(data.decode("latin-1")), name, "strict")) == data


@given(st.binary(max_size=40))
def test_bytes_in_hexadecimal(data: bytes) -> None:
    at, heap = address(data)
    assert native(R.text_codecs.hex_text(at, i64(len(data)), foreign(""), i64(1))) == data.hex()
    del heap
