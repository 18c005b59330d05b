import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
for x in [0.5, 1.0, 2.0, 10.0, 0.1, 100.5]:
    print(math.sqrt(x), math.exp(x), math.log(x), math.log2(x), math.log10(x), math.sin(x), math.cos(x), math.tan(x), math.atan(x))
    print(math.floor(x), math.ceil(x), math.trunc(-x), math.fabs(-x), math.modf(x), math.frexp(x), math.ldexp(x, 5))
    print(math.pow(x, 2.5), math.fmod(x, 0.3), math.copysign(x, -1), math.hypot(x, 3), math.degrees(x), math.radians(x))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(20), math.factorial(30), math.comb(10, 3), math.perm(5, 2), math.isqrt(10**40))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1.0), math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]))
print(math.atan2(1, -1), math.asin(0.5), math.acos(0.5), math.gamma(5.5), math.lgamma(10), math.erf(0.5), math.dist([1, 2], [4, 6]))
print(math.floor(-2.5), math.ceil(-2.5), math.floor(10**20), math.log(10**400), math.log(8, 2), math.sqrt(16), math.nextafter(1.0, 2.0), math.ulp(1.0))
for f in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.asin(2), lambda: math.fmod(1, 0)]:
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
