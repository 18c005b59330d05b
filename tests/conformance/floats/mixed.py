"""Ints and floats in one expression, compared exactly."""

print(1 + 2.5, 2.5 + 1, 3 * 0.5, 7 - 0.5, 7 / 2, 7 // 2.0, 7 % 2.5, 2**0.5, 2**-1)
print(1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 10**30 < 1e30, 10**30 > 1e30)
print(2**62 < 4.611686018427388e18, 2**62 == 4.611686018427388e18, 10**400 > 1e308, -(10**400) < -1e308)
print(sum([1, 2.5, 3]), max(1, 2.5), min(3, 2.5))
print(int(1e15) + 1, float(3), float("2") * 3)
numbers = [1.5, 2.0, -3.25]
total = 0.0
for n in numbers:
    total += n * 2
print(total, sum(numbers), sum(numbers, 10.0))
