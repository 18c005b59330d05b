"""% on bytes and bytearray: every conversion, mappings, errors."""

from typing import Any


class Raw:
    def __init__(self, text: bytes) -> None:
        self.text = text

    def __bytes__(self) -> bytes:
        return b"<" + self.text + b">"


def header(name: bytes, value: int) -> bytes:
    return b"%s: %d\r\n" % (name, value)


def attempt(template: Any, values: Any) -> None:
    try:
        print(template % values)
    except (TypeError, ValueError, OverflowError, KeyError) as error:
        print(type(error).__name__, error)


def main() -> None:
    print(header(b"Content-Length", 42), b"%d%%" % 95, b"%b|%s" % (b"a", bytearray(b"b")))
    print(b"%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o" % (42, 42, 42, 42, 42, 255, 255, 255, 8, 8))
    print(b"%f %.2f %e %g %10.3f|" % (1.5, 2.345, 12345.678, 0.0001, 3.14159))
    print(b"%c%c" % (72, b"i"), b"%5s|%-5s|%.2s|" % (b"ab", b"ab", b"abcdef"))
    print(b"%a %r %a" % ("é", b"q", [1, "x"]), b"%s" % memoryview(b"view"), b"%s" % Raw(b"raw"))
    print(b"%(name)s=%(n)d" % {b"name": b"k", b"n": 7}, b"%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159))
    array = bytearray(b"%s-%s") % (b"x", b"y")
    print(array, type(array).__name__, b"\xff%s\x00" % b"\xfe", b"none" % (), b"%s" % (b"one",))
    line = b"GET %s HTTP/1.1"
    line %= b"/index"
    print(line)
    for template, values in (
        (b"%s", "text"), (b"%s", 1), (b"%d", "1"), (b"%c", 256), (b"%c", b"ab"), (b"%c", "a"), (b"%f", "x"), (b"%x", 1.5),
        (b"%s %s", (b"a",)), (b"%s", (b"a", b"b")), (b"%q", 1), (b"%", 1), (b"%(k)s", 1), (b"%(k)s", {b"j": 1}), (b"a", 1), (b"%d", None),
    ):
        attempt(template, values)


main()
