"""And, or, xor and invert follow two's complement of endless width."""

values = [0, 1, -1, 0xFF, -0xFF, 2**32 - 1, -(2**32), 2**62, -(2**62), 2**64 + 0xF0F0, -(2**70) + 12345]
for a in values:
    for b in values:
        print(a & b, a | b, a ^ b)
    print(~a)
