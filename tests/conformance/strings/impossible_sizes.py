"""Sizes that no memory holds: products and widths that wrap in a word."""

import sys
from collections.abc import Callable
from typing import Any


def attempt(text: str, f: object) -> None:
    try:
        assert callable(f)
        r = f()
        print(text, len(r))
    except (MemoryError, OverflowError, ValueError) as e:
        print(text, type(e).__name__, e)


def main() -> None:
    lst = [4, 5, 6, 7]
    n = int((sys.maxsize * 2 + 2) // len(lst))
    big = sys.maxsize // 2
    for k in (n, big, sys.maxsize, 1 << 60, 1<< 70):
        attempt("list", lambda: lst * k)
        attempt("rlist", lambda: k * lst)
        attempt("tuple", lambda: (1, 2, 3, 4) * k)
        attempt("str", lambda: "abcd" * k)
        attempt("bytes", lambda: b"abcd" * k)
        attempt("bytearray", lambda: bytearray(b"abcd") * k)

        def imul() -> list[int]:
            x = [1, 2, 3, 4]
            x *= k
            return x

        attempt("imul", imul)

        def imulb() -> bytearray:
            x = bytearray(b"1234")
            x *= k
            return x

        attempt("imulb", imulb)
        attempt("bytearray(n)", lambda: bytearray(k))
        attempt("[0]*n", lambda: [0] * k)
        attempt("[0.5]*n", lambda: [0.5] * k)
        attempt("ljust", lambda: "a".ljust(k))
        attempt("rjust", lambda: "a".rjust(k))
        attempt("center", lambda: "a".center(k))
        attempt("zfill", lambda: "a".zfill(k))
        attempt("expandtabs", lambda: "\ta".expandtabs(k))
        attempt("format", lambda: "{:{}}".format("a", k))
        attempt("fstr", lambda: f"{3:{k}}")


def measure(f: Callable[[], Any]) -> None:
    try:
        print(len(f()))
    except Exception as e:
        print(type(e).__name__, e)


def widths(a: int, b: int, c: int) -> None:
    for n in (a, b, c, 20, -20):
        measure(lambda: "%*d" % (n, 3))
        measure(lambda: "%-*d" % (n, 3))
        measure(lambda: "%0*d" % (n, 3))
        measure(lambda: "%*s" % (n, 3))
        measure(lambda: "%*.2f" % (n, 3))
        measure(lambda: "%*x" % (n, 3))
        measure(lambda: "%*c" % (n, 3))
        measure(lambda: "%.*d" % (n, 3))
        measure(lambda: "%.*f" % (n, 3))
        measure(lambda: "%.*s" % (n, 3))
        measure(lambda: f"{3:{n}}")
        measure(lambda: f"{3:<{n}}")
        measure(lambda: f"{3:0{n}}")
        measure(lambda: f"{3:^{n}}")
        measure(lambda: f"{'a':{n}}")
        measure(lambda: f"{3.5:{n}}")
        measure(lambda: f"{3.5:.{n}}")
        measure(lambda: "{:{}}".format(3, n))
        measure(lambda: "{:>{}}".format("a", n))
        measure(lambda: "".join(["x", "{:{}}".format("a", n)]))


main()
widths(2**62, 2**63 - 1, 2**63)
