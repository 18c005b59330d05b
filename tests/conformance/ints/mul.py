"""Multiplication, small by small into big and back."""

values = [0, 1, -1, 3, -7, 2**31, -(2**31), 2**32 + 1, 2**61, 2**62, 2**63 + 5, 10**25, -(10**25)]
for a in values:
    print([a * b for b in values])
total = 1
for n in range(1, 60):
    total *= n
    if n % 7 == 0:
        total = -total
print(total)
