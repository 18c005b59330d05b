"""True division is correctly rounded whatever the size."""

pairs = [(1, 3), (2, 3), (-7, 2), (10**30, 3), (10**30, 10**29), (2**64, 3), (1, 2**70), (-(10**25), 7), (0, 5)]
for a, b in pairs:
    print(a, b, a / b)
print((10**400) / (10**399))
try:
    print(10**400 / 3)
except OverflowError as error:
    print(error)
