"""round, abs, divmod and float conversions."""

print(round(2.5), round(3.5), round(-2.5), round(2.4), round(2.6), round(-0.5))
print(round(2.675, 2), round(1.005, 2), round(1234.5678, 1), round(0.1 + 0.2, 10))
print(round(15, -1), round(25, -1), round(1234567, -3), round(7))
print(int(3.9), int(-3.9), int(1e20), float(10**15), float(2**53 + 1))
print(divmod(7, -2), divmod(-7, 2), divmod(7.5, 2.0), abs(-3.5), abs(-7))
