"""Comparisons of ints of all sizes, chained too."""

values = [-(2**70), -(2**62) - 1, -(2**62), -1, 0, 1, 2**62 - 1, 2**62, 2**63, 2**70]
for a in values:
    print([a < b for b in values], [a <= b for b in values], [a == b for b in values])
    print([a > b for b in values], [a >= b for b in values], [a != b for b in values])
x = 5
print(1 < x < 10, 1 < x < 3, 10 > x >= 5 > 4, 0 <= x <= 5 <= 5)
