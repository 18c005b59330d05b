"""math: every function of 3.11, its edges and its errors."""

import math
from collections.abc import Callable


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, repr(work()))
    except Exception as error:
        print(name, type(error).__name__, error)


inf, nan = math.inf, math.nan
print(math.pi, math.e, math.tau, math.inf, math.nan)
print([math.comb(10, k) for k in range(12)], math.comb(100, 50), math.comb(0, 0), math.comb(5, 7), [math.perm(6, k) for k in range(8)], math.perm(20), math.perm(10**9, 3))
print([math.factorial(n) for n in (0, 1, 5, 20, 21, 50)], [math.isqrt(n) for n in (0, 1, 15, 16, 10**30, 10**30 - 1, 2**200 + 1)])
print(math.gcd(), math.gcd(12), math.gcd(12, 18, 27), math.gcd(-12, 18), math.gcd(0, 0), math.gcd(10**30, 6**40), math.lcm(), math.lcm(4, 6, 10), math.lcm(0, 5), math.lcm(-4, 6))
print(math.prod([1, 2, 3, 4]), math.prod([1.5, 2]), math.prod([], start=7), math.prod([2, 3], start=0.5), math.prod(range(1, 25)))
print(math.fsum([1e100, 1.0, -1e100]), math.fsum([0.1] * 10), math.fsum([]), math.fsum([1, 2.5, 10**20]), math.fsum([inf, 1]), math.fsum([1e308, -1e308, 1e308]))
print(math.dist([0, 0], [3, 4]), math.dist((1.5,), (4,)), math.dist([1, 2, 3], [4, 6, 8]), math.hypot(), math.hypot(3, 4), math.hypot(1, 2, 3, 4), math.hypot(1e200, 1e200), math.hypot(inf, nan), math.hypot(5e-324, 5e-324))
print(math.nextafter(1.0, 2.0), math.nextafter(1.0, 0), math.nextafter(0.0, 1), math.nextafter(inf, 0), math.nextafter(1.0, 1.0), math.ulp(1.0), math.ulp(0.0), math.ulp(-1e300), math.ulp(inf))
print(math.cbrt(-8.0), math.cbrt(0.0), math.exp2(10), math.exp2(0.5), math.exp2(-1074), math.exp2(-1080))
print(math.frexp(8.0), math.frexp(0.1), math.frexp(-0.0), math.frexp(5e-324), math.ldexp(0.5, 4), math.ldexp(1.0, -1074), math.ldexp(1.0, -1080), math.modf(3.75), math.modf(-3.75), math.modf(inf))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.floor(5), math.ceil(10**20), math.floor(1e300) == int(1e300))
print(math.copysign(1, -0.0), math.copysign(-3, 5), math.fabs(-2), math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7.5, inf), math.remainder(7, 4), math.remainder(6, 4), math.remainder(5, inf), math.remainder(-7.5, 2))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9), math.isclose(inf, inf), math.isclose(inf, 1e308), math.isclose(1, 1.1, rel_tol=0.2))
print(math.isfinite(1), math.isfinite(inf), math.isinf(-inf), math.isnan(nan), math.isnan(1), math.isfinite(10**300))
print(math.log(10), math.log(8, 2), math.log(10**400), math.log(10**400, 10), math.log2(8), math.log2(10**400), math.log10(1000), math.log10(10**400), math.log1p(1e-10), math.log1p(-0.5))
print(math.exp(1), math.exp(-750), math.expm1(1e-10), math.expm1(1), math.sqrt(2), math.sqrt(10**40), math.pow(2, 0.5), math.pow(-8, 3), math.pow(0, 0), math.pow(nan, 0), math.pow(1, nan), math.pow(inf, -1))
for x in (0.0, 0.1, 0.5, 1.0, -0.7, 2.0, 10.0, 1e5, 1e16, -1e22):
    print(x, math.sin(x), math.cos(x), math.tan(x), math.atan(x), math.sinh(x % 50), math.cosh(x % 50), math.tanh(x), math.asinh(x))
for x in (-1.0, -0.5, 0.0, 0.3, 1.0):
    print(x, math.asin(x), math.acos(x), math.erf(x), math.erfc(abs(x)), math.degrees(x), math.radians(x * 90))
print(math.atanh(0.5), math.atanh(-0.9), math.acosh(1), math.acosh(10), math.atan2(1, -1), math.atan2(-0.0, -1), math.atan2(0, 0), math.atan2(inf, -inf))
print([math.gamma(x) for x in (0.5, 1, 5, 10.5, -1.5, 170.0)], [math.lgamma(x) for x in (0.5, 1, 100, -1.5, 1e10)], math.erf(5), math.erfc(10), math.erfc(-5))
for name, work in (
    ("sqrt", lambda: math.sqrt(-1)), ("log", lambda: math.log(0)), ("log -", lambda: math.log(-5)), ("log big -", lambda: math.log(-(10**400))), ("log2", lambda: math.log2(0)),
    ("log base", lambda: math.log(2, 1)), ("asin", lambda: math.asin(2)), ("acosh", lambda: math.acosh(0.5)), ("atanh", lambda: math.atanh(1)), ("exp", lambda: math.exp(1000)),
    ("cosh", lambda: math.cosh(1000)), ("fmod", lambda: math.fmod(1, 0)), ("fmod inf", lambda: math.fmod(inf, 1)), ("remainder", lambda: math.remainder(1, 0)), ("pow", lambda: math.pow(-1, 0.5)),
    ("pow 0", lambda: math.pow(0, -1)), ("pow big", lambda: math.pow(10, 400)), ("gamma", lambda: math.gamma(0)), ("gamma -", lambda: math.gamma(-2)), ("gamma big", lambda: math.gamma(200)),
    ("lgamma", lambda: math.lgamma(-3)), ("factorial", lambda: math.factorial(-1)), ("isqrt", lambda: math.isqrt(-1)), ("comb", lambda: math.comb(-1, 2)), ("comb k", lambda: math.comb(3, -1)),
    ("perm", lambda: math.perm(-1)), ("perm k", lambda: math.perm(3, -2)), ("dist", lambda: math.dist([1], [1, 2])), ("ldexp", lambda: math.ldexp(1.0, 5000)), ("fsum", lambda: math.fsum([inf, -inf])),
    ("fsum big", lambda: math.fsum([1e308] * 3)), ("sin", lambda: math.sin(inf)), ("isclose", lambda: math.isclose(1, 2, rel_tol=-1)), ("exp2", lambda: math.exp2(2000)), ("floor", lambda: math.floor(nan)),
    ("ceil", lambda: math.ceil(inf)), ("trunc", lambda: math.trunc(nan)), ("log1p", lambda: math.log1p(-1)), ("expm1", lambda: math.expm1(1000)), ("sinh", lambda: math.sinh(-1000)), ("float", lambda: math.sqrt(10**400)),
):  # fmt: skip
    attempt(name, work)
