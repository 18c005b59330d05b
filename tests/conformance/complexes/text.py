"""complex(text), complex of objects, format."""

from typing import Any


class Polar:
    def __init__(self, r: float, i: float) -> None:
        self.r, self.i = r, i

    def __complex__(self) -> complex:
        return complex(self.r, self.i)


class Meters:
    def __float__(self) -> float:
        return 2.5


class Index:
    def __index__(self) -> int:
        return 7


def attempt(text: str) -> None:
    try:
        z = complex(text)
        print(repr(text), z, z.real, z.imag)
    except ValueError as error:
        print(repr(text), error)


def main() -> None:
    for text in ("1", "1.5", "j", "-j", "+j", "1j", "1+2j", "1-j", " ( 1+2J ) ", "1e3-2e-3j", "inf", "-infinity+nanj", "nan",
                 "1_000+2_0j", ".5j", "5.", "1e400j", "", "+", "1+", "1+2", "1 + 2j", "(1+2j", "1+2j)", "1__0", "jj", "1j+2", "e5", "a", "1e", "--1", "0x1"):
        attempt(text)
    print(complex(), complex(1), complex(1.5, 2), complex(1j, 1j), complex(real=2), complex(imag=3), complex(1, imag=2 + 1j))
    print(complex(Polar(1, 2)), complex(Meters()), complex(Index()), complex(Meters(), Index()), complex(True, False))
    z = 1234.5678 - 0.25j
    for spec in ("", ".2f", ".3e", "g", ".3", "+.1f", " .1f", "30.2f", "<30.2f", "^30.2f", "*^30.2f", ",.1f", "_.2f", "#.3g", ">25", "+", "G", "n"):
        print(repr(spec), "|" + format(z, spec) + "|", "|" + format(2j, spec) + "|")
    for spec in ("d", "030", "=20", "%", "x", "s"):
        try:
            print(format(z, spec))
        except ValueError as error:
            print(repr(spec), error)
    print(f"{z:.1f} {1j:.2f} {complex(-0.0, 0.0)} {str(1e22 + 1j)} {z!r:>30}", "%s and %r" % (1j, 2 - 1j), format(1j, ".3f"))
    anything: Any = [1]
    word: Any = "1"
    for made in (lambda: complex(anything), lambda: complex(1, anything), lambda: complex(anything[0], word), lambda: complex(word, anything[0])):
        try:
            print(made())
        except TypeError as error:
            print(error)
    value: Any = 1 + 2j
    for bad in (lambda: value < 1, lambda: int(value), lambda: float(value), lambda: value // 2, lambda: value % 2, lambda: value + "a",
                lambda: "a" + value, lambda: divmod(value, 1), lambda: [1, 2][value], lambda: "%d" % value, lambda: round(value), lambda: value & 1):
        try:
            print(bad())
        except TypeError as error:
            print(error)
    print(value + 1, 1 - value, value * 2.0, value == 1 + 2j, value.real, value.conjugate(), -value, abs(value), pow(value, 2), value**2)


main()
