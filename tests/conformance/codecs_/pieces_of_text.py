"""Text that comes over the wire in pieces: `codecs` with its incremental coders, marks and names."""

from __future__ import annotations

import codecs
from binascii import Error
from collections.abc import Iterator

SAMPLE = "plain, caf\u00e9, \u20ac\u4f60\u597d, \U0001f600 and more \ufeff\u07ff\u0800\uffff\U0010ffff"


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


class LineReader:
    """Lines out of pieces of bytes, whatever their encoding."""

    def __init__(self, encoding: str, errors: str = "strict") -> None:
        self.decoder = codecs.getincrementaldecoder(encoding)(errors)
        self.rest = ""

    def feed(self, data: bytes, final: bool = False) -> list[str]:
        *lines, self.rest = (self.rest + self.decoder.decode(data, final)).split("\n")
        return lines


def guessed(data: bytes) -> str:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return name
    return "utf-8"


for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf_32_le", "UTF-32-BE"):
    data = SAMPLE.encode(encoding)
    for size in (1, 2, 3, 7):
        assert "".join(codecs.iterdecode(pieces(data, size), encoding)) == SAMPLE
        assert b"".join(codecs.iterencode([SAMPLE[:4], "", SAMPLE[4:]], encoding)) == data
    steps = codecs.getincrementaldecoder(encoding)()
    states = []
    for byte in data[:20]:
        text = steps.decode(bytes([byte]))
        states.append((text, steps.getstate()))
    print(encoding, codecs.lookup(encoding).name, states)
    encoder = codecs.getincrementalencoder(encoding)()
    print(encoder.getstate(), encoder.encode("a"), encoder.getstate(), encoder.encode("b"), guessed(data))
    encoder.reset()
    print(encoder.encode("c", True))

for data in (
    b"ab\xe9", b"\xe2\x82", b"\xe0\x80\x80", b"\xed\xa0\x80", b"\xf0\x8f", b"\xf4\x90\x80", b"\xf5abc", b"\xc1\xbf", b"\x80",
    b"a\xc3(", b"\xf0\x9f\x98", b"\xe2\x28\xa1",
):  # fmt: skip
    for errors in ("strict", "replace", "ignore", "backslashreplace"):
        decoder = codecs.getincrementaldecoder("utf-8")(errors)
        out: list[str] = []
        try:
            for place in range(len(data)):
                out.append(decoder.decode(data[place : place + 1]))
            out.append(decoder.decode(b"", final=True))
        except UnicodeDecodeError as problem:
            out.append(f"{problem} {problem.object!r} {problem.start} {problem.end}")
        print(data, errors, ascii(out), decoder.getstate())

reader = LineReader("utf-8", "replace")
for part in (b"one\ntw", b"o\n\xe2\x82", b"\xac\nend\xff", b""):
    print(reader.feed(part), repr(reader.rest))
print(reader.feed(b"\xe2", final=True), ascii(reader.rest))
decoder = codecs.getincrementaldecoder("utf-8")()
print(decoder.decode(b"a\xe2\x82"), state := decoder.getstate())
decoder.reset()
print(decoder.getstate(), decoder.decode(b"z"))
decoder.setstate(state)
print(decoder.decode(b"\xac!"))

for name in (
    "UTF8", "u8", "Latin-1", "iso-8859-1", "ascii", "us-ascii", "utf-16", "UTF_16_LE", "utf-8-sig", "cp1252", "windows-1251",
    "iso8859-15", "latin2", "koi8-r", "mac-roman", "437", "nosuch", "utf-7", "unicode_escape",
):  # fmt: skip
    try:
        info = codecs.lookup(name)
        print(name, info.name, info.encode("a b"), info.decode(b"xyz"))
    except LookupError as error:
        print(name, error)
print(codecs.encode("caf\u00e9"), codecs.decode(b"caf\xc3\xa9"), codecs.encode("h\u00e9", "latin-1", "replace"))
print(codecs.encode(b"hello", "hex"), codecs.decode(b"68656c6c6f", "hex"), codecs.decode("6869", "hex"))
print(codecs.encode(b"x" * 70, "base64"), codecs.decode(b"aGVsbG8=", "base64"))
print(codecs.encode("Hello, World", "rot13"), codecs.decode("Uryyb", "rot_13"))
print(codecs.decode("\\u20ac\\n|", "unicode_escape"), codecs.decode(b"\\x41", "unicode_escape"))
print(codecs.getencoder("latin-1")("\u00e9x"), codecs.getdecoder("utf-16-le")(b"a\0b\0"))
try:
    codecs.decode(b"abc", "hex")
except Error as error:
    print(type(error).__name__, error)
try:
    codecs.encode("\u20ac", "ascii")
except UnicodeEncodeError as failure:
    print(failure)
print(codecs.BOM == codecs.BOM_UTF16 == codecs.BOM_LE, codecs.BOM_UTF32, codecs.BOM_BE)
print([piece for piece in codecs.iterdecode([b"\xe2", b"\x82", b"\xacx", b"\xff"], "utf-8", "replace")])
