"""Big by big division against multiplication."""

numbers = [10**n + n * n for n in range(15, 60, 7)]
for a in numbers:
    for b in numbers:
        q = a // b
        r = a - q * b
        print(q, r, 0 <= r < b, (-a) // b, (-a) % b)
