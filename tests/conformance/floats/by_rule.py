# floats
vals = [0.0, -0.0, 1.0, 0.1, 1e16, 1e15, 123456789.123, 1e-5, 0.0001, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 2.5, -3.75, 1e100]
inf = float("inf")
nan = float("nan")
print(vals, inf, -inf, nan)
for x in vals:
    print(repr(x), str(x), hash(x), x.hex(), x.is_integer(), x.as_integer_ratio(), int(x) if x < 1e30 else "big")
    print(round(x), round(x, 2), round(x, -1)) if x < 1e200 else None
    for y in [1.5, -0.3, 1e10]:
        print(x + y, x - y, x * y, x / y, x // y, x % y, divmod(x, y), x < y, x == y, x >= y)
print(0.5.__round__(), round(1.5), round(2.5), round(2.675, 2), round(-0.5))
print(2.0**0.5, 2.0**10, 10.0**-3, (-8.0) ** 3.0, 4**0.5)
for t in ["1.5", " -2e3 ", "inf", "nan", "1_0.5", "x", "", "1e400", "0x10"]:
    try:
        print(float(t))
    except ValueError as e:
        print(e)
for f in [lambda: 1.0 / 0.0, lambda: 1.0 // 0.0, lambda: 1.0 % 0.0, lambda: 0.0**-1.0]:
    try:
        print(f())
    except ZeroDivisionError as e:
        print(e)
try:
    print(1e200**2.0)
except OverflowError as e:
    print(e)
try:
    print(int(inf))
except OverflowError as e:
    print(e)
try:
    print(float(10**400))
except OverflowError as e:
    print(e)
print(10**17 == 1e17, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53, 1 < 1.5, 10**400 > 1e308, 3 == 3.0)
print(float.fromhex("0x1.8p3"), abs(-2.5), -x, max(1.5, 2.5), sum([0.1, 0.2, 0.3]))
print(nan == nan, nan != nan, inf == inf, inf > 10**400)
