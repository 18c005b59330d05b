"""Floor division and modulo for all signs and sizes."""

numbers = [7, -7, 1, -1, 2**31, -(2**31), 2**62, -(2**62), 2**63 - 1, 10**20, -(10**20), 12345678901234567890123]
divisors = [1, -1, 2, -2, 3, -3, 7, -7, 2**31, 2**62, -(2**62), 2**63, 10**18, -(10**21)]
for a in numbers:
    for b in divisors:
        q, r = a // b, a % b
        print(a, b, q, r, divmod(a, b) == (q, r), q * b + r == a)
