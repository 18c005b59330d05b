"""io: StringIO and BytesIO in full: reading, writing, seeking, lines, truncation, closing, errors."""

import base64
import io
import json
import urllib.parse
from collections.abc import Callable


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, repr(work()))
    except Exception as error:
        print(name, type(error).__name__, error)


s = io.StringIO("first\nsecond\n\nlast")
print(s.readline(), s.read(3), s.tell(), s.readlines(), s.read(), s.readline(), s.tell())
print(s.seek(0), list(s), s.seek(6), s.read(), s.seek(0, 2), s.write("!"), s.getvalue())
s.seek(3)
print(s.write("XYZ"), s.getvalue(), s.truncate(8), s.getvalue(), s.tell(), s.readable(), s.writable(), s.seekable(), s.closed)
with io.StringIO() as w:
    print(w.write("a"), w.getvalue())
    w.writelines(["b\n", "c"])
    print("printed", 1, 2, sep="-", end=";", file=w)
    print(w.getvalue())
print(w.closed)
attempt("closed", lambda: w.write("x"))
attempt("closed value", lambda: w.getvalue())
print(io.StringIO("a\r\nb\rc\n").readlines(), io.StringIO("a\r\nb", newline=None).read(), io.StringIO("x\ny").readline(1), io.StringIO("abc").read(-1), io.StringIO("é✓😀").read(2))

b = io.BytesIO(b"0123456789")
print(b.read(4), b.tell(), b.seek(-2, 2), b.read(), b.seek(2), b.seek(3, 1), b.read(1), b.getvalue())
b.seek(8)
print(b.write(b"ABCD"), b.getvalue(), b.seek(20), b.write(b"gap"), b.getvalue(), b.truncate(4), b.getvalue())
b.seek(0)
target = bytearray(3)
print(b.readinto(target), target, b.read1(2), b.readline(), b.read())
lines = io.BytesIO(b"x: 1\r\ny: 2\r\n\r\nbody")
print(lines.readline(), lines.readlines(), list(io.BytesIO(b"a\nb")), io.BytesIO(b"abc\n").readline(2))
view = io.BytesIO(bytearray(b"shared"))
view.write(memoryview(b"SH"))
print(view.getvalue(), view.readable(), view.seekable())
view.close()
attempt("closed bytes", lambda: view.read())
attempt("negative seek", lambda: io.BytesIO(b"x").seek(-1))
attempt("negative text seek", lambda: io.StringIO("x").seek(-1))
attempt("relative text seek", lambda: io.StringIO("x").seek(1, 1))
attempt("whence", lambda: io.BytesIO(b"").seek(0, 9))


def parse_headers(stream: io.BytesIO) -> tuple[dict[str, str], bytes]:
    """Headers to the empty line, then the body."""
    headers: dict[str, str] = {}
    while line := stream.readline().rstrip(b"\r\n"):
        name, _, value = line.decode().partition(":")
        headers[name.lower()] = value.strip()
    return headers, stream.read(int(headers.get("content-length", "0")))


print(parse_headers(io.BytesIO(b"Content-Length: 4\r\nHost: x\r\n\r\nbodyrest")))

# documents and base64 between streams
packed, unpacked = io.BytesIO(), io.BytesIO()
base64.encode(io.BytesIO(bytes(range(256))), packed)
packed.seek(0)
print([len(line) for line in packed.getvalue().splitlines()], packed.getvalue()[:20])
base64.decode(packed, unpacked)
print(unpacked.getvalue() == bytes(range(256)))
for name in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
    for text in ("[]", "7", '{"a": "é"}'):
        data = text.encode(name)
        print(name, json.detect_encoding(data), json.loads(data) == json.loads(text), end="; ")
print(json.detect_encoding(b""))
print([urllib.parse.unwrap(x) for x in ("<URL:http://a/b>", " <x> ", "URL:y", "plain", "<open")])
