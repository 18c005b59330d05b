"""A UTF-8 decoder written by hand against the built-in one; byte-order marks, surrogates, error handlers, escapes."""

from __future__ import annotations

from collections.abc import Iterator

WORDS = ["plain", "naïve", "Ελλάδα", "日本語", "🐍🦀", "e\u0301", "\u202eright", "\x00\x7f\x80", "\uffff\U00010000\U0010ffff"]


def decode(data: bytes) -> Iterator[int]:
    """Code points; -1 for each byte that starts nothing."""
    at = 0
    while at < len(data):
        first = data[at]
        if first < 0x80:
            yield first
            at += 1
            continue
        size, low = (2, 0x80) if 0xC2 <= first < 0xE0 else (3, 0x800) if 0xE0 <= first < 0xF0 else (4, 0x10000) if 0xF0 <= first < 0xF5 else (0, 0)
        rest = data[at + 1 : at + size]
        if size == 0 or len(rest) < size - 1 or any(byte & 0xC0 != 0x80 for byte in rest):
            yield -1
            at += 1
            continue
        point = first & (0xFF >> (size + 1))
        for byte in rest:
            point = point << 6 | byte & 0x3F
        if point < low or 0xD800 <= point < 0xE000 or point > 0x10FFFF:
            yield -1
            at += 1
        else:
            yield point
            at += size


for word in WORDS:
    data = word.encode()
    assert "".join(map(chr, decode(data))) == word
    print(ascii(word), len(word), len(data), len(word.encode("utf-16-le")), len(word.encode("utf-32-be")), data.hex())
    print("  ", word.encode("ascii", "backslashreplace"), word.encode("latin-1", "xmlcharrefreplace"), word.encode("ascii", "replace"), word.encode("ascii", "ignore"))
print("é".encode("utf-16"), "é".encode("utf-32"), b"\xff\xfea\x00".decode("utf-16"), b"\xfe\xff\x00a".decode("utf-16"), "x".encode("utf-8-sig"), b"\xef\xbb\xbfx".decode("utf-8-sig"))
broken = [b"\xff", b"a\xc3", b"\xc3(", b"\xe2\x82", b"\xe2\x28\xa1", b"\xf0\x9f\x90", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"ok\x80\x81end"]
for data in broken:
    try:
        data.decode()
        print("?!")
    except UnicodeDecodeError as error:
        print(data, error.start, error.end, error.reason, "|", error)
    print("  ", ascii(data.decode("utf-8", "replace")), ascii(data.decode("utf-8", "ignore")), data.decode("utf-8", "backslashreplace"), ascii(data.decode("utf-8", "surrogateescape")), [*decode(data)])
for text, codec in (("naïve €", "latin-1"), ("naïve", "ascii"), ("\ud800x", "utf-8"), ("a\udcff", "utf-16")):
    try:
        text.encode(codec)
    except UnicodeEncodeError as error:
        print(codec, error.encoding, error.start, error.end, repr(error.object), error.reason, "|", error)
print(ascii(b"a\xff".decode("utf-8", "surrogateescape")), b"a\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))
for codec, data in (("utf-16-le", b"a\x00b"), ("utf-16-le", b"\x00\xd8a\x00"), ("utf-32-be", b"\x00\x11\x00\x00"), ("ascii", b"a\x80")):
    try:
        print(data.decode(codec))
    except UnicodeDecodeError as error:
        print(error)
try:
    b"x".decode("klingon")
except LookupError as error:
    print(error)
print(str(b"caf\xc3\xa9", "utf-8"), bytes("café", "latin-1"), str(bytearray(b"\xe9"), encoding="latin-1", errors="strict"), "".join(sorted("zéaÉ", key=str.casefold)))
"abc\udc80".encode()
