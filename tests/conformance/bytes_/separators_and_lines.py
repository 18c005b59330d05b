"""Separators of `hex`, lines for closed streams, formats of strings that have `__str__`."""

import io
from collections.abc import Callable
from typing import Any


class Shouted(str):
    def __str__(self) -> str:
        return self.upper() + "!"


class Plain(str):
    pass


def attempt(f: Callable[[], object]) -> None:
    try:
        print(repr(f()))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


def hexadecimal() -> None:
    data = b"\xb9\x01\xef\x10"
    seps: list[Any] = ["", "xx", ":", "-", b" ", b"", b"ab", "\xff", chr(256), b"\xff"]
    for sep in seps:
        attempt(lambda: data.hex(sep))
        attempt(lambda: bytearray(data).hex(sep, 2))
        attempt(lambda: memoryview(data).hex(sep, -3))
    print(data.hex(), bytearray(data).hex(), memoryview(data).hex(), data.hex(bytes_per_sep=2))
    print(b"".hex(":"), data.hex(":", 0))


def streams() -> None:
    s, b = io.StringIO(), io.BytesIO()
    s.writelines(["a\n", "b\n"])
    b.writelines([b"a\n", b"b\n"])
    print(repr(s.getvalue()), b.getvalue())
    s.close()
    b.close()
    attempt(lambda: s.writelines([]))
    attempt(lambda: b.writelines([]))
    attempt(lambda: s.writelines(["x"]))


def formats() -> None:
    for s in (Shouted("abc"), Plain("abc"), "abc"):
        print("{}".format(s), f"{s}", f"{s:5}|", format(s), format(s, ">6"), "%s" % s, f"{s!s:>6}", str(s))
        a: Any = s
        print("{}{}".format(a, 1), f"{a}", f"{a!r}", format(a))


hexadecimal()
streams()
formats()
