"""int: text in every base, bytes, bits, pow with modulus and negative exponents, ratios, rounding, limits."""

import sys
from collections.abc import Callable


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, repr(work()))
    except Exception as error:
        print(name, type(error).__name__, error)


for text, base in (
    ("ff", 16), ("0xFF", 16), ("0xff", 0), ("0b101", 0), ("0o17", 0), ("1_000", 10), ("  -42  ", 10), ("+7", 10), ("zz", 36),
    ("Z", 36), ("0", 0), ("00", 0), ("-0x1F", 0), ("0b11", 2), ("0B11", 0), ("0O17", 8), ("1_0", 0), ("٣٤", 10), ("12", 3),
    ("", 10), ("_1", 10), ("1_", 10), ("1__0", 10), ("9", 8), ("0x", 16), ("012", 0), ("1.5", 10), ("x", 10), ("5", 1), ("5", 37),
    ("5", -1), ("0b12", 0), ("- 5", 10), ("--5", 10), ("0_7", 0), ("0x_f", 0), ("9" * 40, 10), ("f" * 40, 16), ("1" * 100, 2), ("z" * 30, 36),
):  # fmt: skip
    attempt(f"int({text!r}, {base})", lambda: int(text, base))
attempt("bytes", lambda: int(b"12"))
attempt("bytes base", lambda: int(b"0x1f", 16))
attempt("bad bytes", lambda: int(b"1x"))
attempt("float", lambda: int(-2.9))
attempt("big float", lambda: int(1e30))
attempt("inf", lambda: int(float("inf")))
attempt("nan", lambda: int(float("nan")))

for n in (0, 1, -1, 127, 128, -128, -129, 255, 256, 2**31, -(2**63), 2**64 - 1, 10**30, -(10**30)):
    print(n, n.bit_length(), n.bit_count(), n.as_integer_ratio(), hex(n), oct(n), bin(n), n.real, n.imag, n.conjugate())
    for length in (1, 2, 8, 16):
        for order in ("little", "big"):
            for signed in (False, True):
                try:
                    data = n.to_bytes(length, "little" if order == "little" else "big", signed=signed)
                    back = int.from_bytes(data, "little" if order == "little" else "big", signed=signed)
                    if back != n:
                        print("lost", n, length, order, signed)
                except OverflowError as error:
                    print("  ", length, order, signed, error)
print(int.from_bytes([1, 2, 3], "big"), int.from_bytes(b"", "big"), int.from_bytes(bytearray(b"\xff\xfe"), "little", signed=True), (5).to_bytes())
attempt("negative length", lambda: (1).to_bytes(-1, "big"))

for base, exponent, modulus in (
    (3, 5, 7), (3, -1, 7), (3, -5, 7), (2, 10**20, 10**9 + 7), (-3, 5, 7), (3, 5, -7), (0, 0, 5), (0, 0, 1), (5, 0, -3), (7, 3, 1),
    (123456789, 987654321, 10**40), (2, -3, 15), (10**50, 10**5, 97), (-2, -3, 9), (2, 5, 2**64), (3**100, 3**50, 5**60), (12, 2**70, 2**66 + 13),
):  # fmt: skip
    attempt(f"pow({base}, {exponent}, {modulus})", lambda: pow(base, exponent, modulus))
attempt("no inverse", lambda: pow(2, -1, 4))
attempt("modulus zero", lambda: pow(2, 3, 0))
print(pow(2, 100), (-3) ** 3, 0**0, pow(2, -2), (-2) ** -3, 10**-5)
attempt("zero power", lambda: 0**-1)

for value in (1234567, -1234567, 25, 35, -25, 15, 5, 0, 10**30 + 5 * 10**9):
    print([round(value, -digits) for digits in range(0, 12)], round(value), round(value, 3))
for x in (2.5, 3.5, -2.5, 0.5, 1.5, 2.675, 1.005, 0.125, 1e22, 123456.789, -0.5, 5e-324, 1.7976931348623157e308):
    print([round(x, digits) for digits in (0, 1, 2, 3, -1, -2, 20, -400, 400)], round(x))
attempt("round inf", lambda: round(float("inf")))
attempt("round nan", lambda: round(float("nan")))
attempt("round nan digits", lambda: round(float("nan"), 2))

print(sys.get_int_max_str_digits(), len(str(10**4299)))
attempt("str limit", lambda: str(10**4300))
attempt("int limit", lambda: int("1" * 4301))
attempt("int limit with underscores", lambda: int("1_" * 4300 + "1"))
attempt("repr limit", lambda: repr(-(10**4400)))
attempt("format limit", lambda: f"{10**5000:d}")
attempt("percent limit", lambda: "%d" % 10**5000 if False else len("%x" % 16**5000))
print(len(hex(10**5000)), int("f" * 5000, 16) == 16**5000 - 1)
sys.set_int_max_str_digits(10000)
print(len(str(10**9999)), sys.get_int_max_str_digits())
sys.set_int_max_str_digits(0)
big = 3**60000
print(len(str(big)), int(str(big)) == big, str(big)[:30], str(big)[-30:])
attempt("bad limit", lambda: sys.set_int_max_str_digits(100))
print(divmod(-7, 2), divmod(7, -2), divmod(10**30, -(10**10) + 1), -7 // 2, -7 % 2, 7 // -2, 7 % -2)
print((10).__index__(), (3).__floor__(), (3).__trunc__(), int.__name__, True + True, isinstance(True, int), (5).numerator, (5).denominator)
