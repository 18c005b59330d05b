"""fractions: making, arithmetic with ints and floats, powers, rounding, order, hashing, text, errors."""

import math
from collections.abc import Callable
from fractions import Fraction


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, repr(work()))
    except Exception as error:
        print(name, type(error).__name__, error)


for made in (Fraction(), Fraction(6, -4), Fraction(7), Fraction(Fraction(1, 3), Fraction(2, 5)), Fraction(0.75), Fraction(0.1), Fraction("3/4"), Fraction(" -1.25e-2 "), Fraction("1_000/3"), Fraction("+.5"), Fraction("7."), Fraction("2e3"), Fraction(10**30, 10**29 + 1), Fraction.from_float(1e300)):
    print(repr(made), made, made.numerator, made.denominator, made.as_integer_ratio(), bool(made), float(made), int(made), hash(made))
a, b = Fraction(3, 4), Fraction(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), -a, +b, abs(b), a**3, a**-2, b**3, a ** Fraction(2), Fraction(9, 4) ** Fraction(1, 2))
print(a + 1, 1 + a, a - 2, 2 - a, a * 3, 3 * a, a / 2, 2 / a, a // 1, 7 // a, a % 1, 7 % a, 2**3 * a)
print(a + 0.5, 0.5 + a, a - 0.5, 1.5 - a, a * 0.5, 2.0 * a, a / 0.5, 3.0 / a, a**0.5, a // 0.5)
print(a == 0.75, a == Fraction(6, 8), a != b, a < b, a <= 1, a > 0.7, a >= 0.75, b < 0, a == 1, Fraction(4, 2) == 2, a == "x", a < float("inf"), a > float("-inf"), a == float("nan"), a < float("nan"))
print(hash(Fraction(4, 2)) == hash(2), hash(a) == hash(0.75), hash(Fraction(-1, 2)) == hash(-0.5), {Fraction(1, 2): "half"}[Fraction(2, 4)], len({Fraction(1, 2), Fraction(2, 4), Fraction(1, 3)}))
for x in (Fraction(7, 2), Fraction(-7, 2), Fraction(5, 2), Fraction(1, 3), Fraction(-1, 3), Fraction(12345, 100)):
    print(x, math.floor(x), math.ceil(x), math.trunc(x), round(x), round(x, 1), round(x, -1))
print(Fraction(math.pi).limit_denominator(1000), Fraction(math.pi).limit_denominator(10), Fraction("3.1415926535897932").limit_denominator(), Fraction(4321, 8765).limit_denominator(100))
print(sum([Fraction(1, n) for n in range(1, 20)], Fraction()), max(a, b), min(a, b), sorted([a, b, Fraction(1, 2), Fraction(0)]), sum([a, b]))
for bad in ("", "x", "1/", "/2", "1/2/3", "1.5/2", "1 / 2", "1__0", "_1", "1e", "--1", "1/-2", "."):
    attempt(repr(bad), lambda: Fraction(bad))
attempt("zero", lambda: Fraction(1, 0))
attempt("zero text", lambda: Fraction("3/0"))
attempt("divide", lambda: a / 0)
attempt("floor divide", lambda: a // 0)
attempt("power", lambda: Fraction(0) ** -1)
attempt("nan", lambda: Fraction(float("nan")))
attempt("inf", lambda: Fraction(float("inf")))
attempt("limit", lambda: a.limit_denominator(0))


def egyptian(x: Fraction) -> list[Fraction]:
    """A sum of different unit fractions."""
    parts = []
    while x:
        unit = Fraction(1, math.ceil(1 / x))
        parts.append(unit)
        x -= unit
    return parts


def continued(x: Fraction) -> list[int]:
    terms = []
    while True:
        whole = math.floor(x)
        terms.append(whole)
        x -= whole
        if not x:
            return terms
        x = 1 / x


print([str(p) for p in egyptian(Fraction(5, 121))], continued(Fraction(415, 93)), continued(Fraction(-7, 3)))
