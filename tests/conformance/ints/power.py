"""Powers of ints."""

for base in (0, 1, -1, 2, -2, 3, 10, -7):
    print(base, [base**n for n in range(0, 12)])
print(2**200, 3**100, (-3) ** 101)
print(7**50 % 1000, pow(7, 50, 1000), pow(2, 1000, 10**9 + 7), pow(-3, 5, 7))
print(pow(5, 3), pow(2, 100))
