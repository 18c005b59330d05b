"""float: hex and back, ratios, text, comparisons with ints, arithmetic at the edges, errors."""

import math
import sys
from collections.abc import Callable


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, repr(work()))
    except Exception as error:
        print(name, type(error).__name__, error)


values = [0.0, -0.0, 1.0, -1.5, 0.1, 1e22, 1e-7, 123456789.125, 2.0**52, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 3.141592653589793]
for x in values:
    print(x, x.hex(), float.fromhex(x.hex()) == x, x.is_integer(), x.as_integer_ratio(), hash(x), x.real, x.imag, x.conjugate())
    print("  ", f"{x:.3f} {x:e} {x:g} {x:.17g} {x:%} {x:+.1f} {x:010.2f} {x:,.2f} {x:_} {x!r}", math.trunc(x), math.floor(x), math.ceil(x))
for text in ("0x1p0", "0x1.8p1", "-0x1.921fb54442d18p+1", "inf", "-Infinity", "nan", "0x.8", "0x1.", "1.8", "0X1P-1074", "0x1p-1075", "0x1.8p-1075",
             "0x1.fffffffffffff8p0", "0x1.fffffffffffff7p0", "  0x10p-4 ", "abc", "0x", "0x1p", "", "0x1p1024", "0x1g", "0x1.ffffffffffffffp1023", "10", "-0x0p0"):
    attempt(f"fromhex {text!r}", lambda: float.fromhex(text))
for text in ("1.5", " -2e3 ", "1_000.5", "inf", "-INF", "nan", "+infinity", ".5", "5.", "1e400", "-1e-400", "1e", "", "x", "1__0", "_1", "0x10", "1.5.2", "１２.５", "1e5_0"):
    attempt(f"float {text!r}", lambda: float(text))
for name, x in (("inf", float("inf")), ("nan", float("nan"))):
    print(name, x, -x, x.is_integer(), x.hex(), x == x, x != x, x < 1, x > 1, hash(float("inf")), f"{x:f} {x:E} {x:10} {x:<10}|")
    attempt("ratio", x.as_integer_ratio)
    attempt("floor", lambda: math.floor(x))
print(2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 10**400 > 1e308, -(10**400) < -1e308, 10**400 == float("inf"), 1 == 1.0, hash(1) == hash(1.0), hash(2**70) == hash(2.0**70))
attempt("int too large", lambda: float(10**400))
attempt("divide", lambda: 1.0 / 0.0)
attempt("floor divide", lambda: 1.0 // 0.0)
attempt("mod", lambda: 1.0 % 0.0)
attempt("zero power", lambda: 0.0**-1.0)
attempt("power overflow", lambda: 10.0**400.0)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), divmod(7.5, -2.0), 0.0 // 1, -0.0 % 1, 5.0 % float("inf"), -5.0 % float("inf"))
print(2.0**0.5, 2**0.5, 2.0**-1, (-2.0) ** 3, (-2.0) ** -3, 0.0**0, 1e200 * 1e200, -1e200 * 1e200, 0.1 + 0.2, 1e16 + 1, 3 * 0.1)
print(int(1e18), int(-1e18), int(2.0**62), int(2.0**63), int(1.9), int(-1.9), round(0.5), round(1.5), round(2.675, 2), round(-0.5))
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig, sys.float_info.max_exp, sys.float_info.radix)
print(sys.float_info.min_exp, sys.float_info.max_10_exp, sys.float_info.min_10_exp, sys.maxsize, sys.int_info.bits_per_digit, sys.int_info.sizeof_digit)
print(abs(-0.0), abs(-3.5), +1.5, -(-0.0), bool(0.0), bool(-0.0), bool(float("nan")), float(True), 1.5.__trunc__(), (1.5).__floor__(), (1.5).__ceil__())
print(sum([0.1] * 10), math.fsum([0.1] * 10), max(1.5, 2), min(-0.0, 0.0), sorted([3.5, -1.0, 2, 0.1]), 1.0 in [1])
print(float("1e23"), 1e23, 9007199254740993.0, 1.1e-5, 123456789012345680.0, 1e15, 1e16, 1e17, 0.0001, 0.00001, 1.0e5, 100000000000000000000.0)
