"""Bytes with % : numbers, padded fields, mappings, characters, and what is refused at run time."""

from __future__ import annotations

from typing import Any


class Wire:
    """An object with a form on the wire."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __bytes__(self) -> bytes:
        return b"<" + self.text.encode() + b">"

    def __repr__(self) -> str:
        return f"Wire({self.text!r})"


def request(method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    lines = [b"%b %b HTTP/1.1" % (method.encode(), path.encode())]
    lines += [b"%s: %s" % (name.encode("ascii"), value.encode("latin-1")) for name, value in headers.items()]
    if body:
        lines.append(b"Content-Length: %d" % len(body))
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def netstring(data: Any) -> bytes:
    return b"%d:%b," % (len(data), data)


print(request("GET", "/x", {"Host": "h", "X-Name": "Zoë"}))
print(request("POST", "/", {}, b"a=1&b=\xff"))
print(netstring(b"abc"), netstring(bytearray(b"\x00\xff")), netstring(memoryview(b"view")[1:]))
print(b"%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), b"%x %X %#x %o %#o" % (255, 255, 255, 8, 8))
print(b"%8.3f|%-8.2e|%g|%G" % (3.14159, 12345.678, 1e-10, 1e20), b"%d" % 3.99, b"%i%%" % True, b"%d" % 2**70)
print(b"%c%c" % (65, b"B"), b"%a|%r" % ("é", "ü"), b"%s" % Wire("w"), b"%.2s|%6b|%-6b|" % (b"long", b"ab", b"cd"))
print(b"%(a)d-%(b)s" % {b"a": 1, b"b": b"two"}, b"%*d|%-*d|%.*f" % (6, 7, 4, 8, 2, 2.555), b"100%%" % (), b"%s" % (b"one",))
table = b"".join(b"%-10s%6.2f\n" % (name, price) for name, price in [(b"pen", 1.5), (b"book", 12.0)])
print(table.decode(), end="")
tries: list[tuple[bytes, Any]] = [
    (b"%s", "text"), (b"%b", 5), (b"%d", "5"), (b"%d %d", (1,)), (b"%d", (1, 2)), (b"nothing", 3), (b"%c", 256), (b"%c", b"ab"),
    (b"%c", "a"), (b"%(a)s", 4), (b"%(a)s", {"a": b"str key"}), (b"%y", 1), (b"%", ()), (b"%x", 1.5), (b"%f", "x"), (b"%(a", {}),
    (b"%c|%s", (bytearray(b"C"), bytearray(b"\xff"))), (b"%b", memoryview(b"view")[1:]), (b"%s", {}),
]
for template, values in tries:
    try:
        print(template, template % values)
    except (TypeError, ValueError, OverflowError, KeyError) as error:
        print(template, type(error).__name__, error)
raise SystemExit(b"%03d" % 7 != b"007" or request("A", "b", {}).count(b"\r\n"))
