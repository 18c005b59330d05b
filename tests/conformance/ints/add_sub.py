"""Addition and subtraction across the edge of small ints."""

values = [0, 1, -1, 2**61, 2**62 - 1, 2**62, -(2**62), -(2**62) - 1, 2**63, -(2**63), 2**64, 10**30, -(10**30)]
for a in values:
    for b in values:
        print(a + b, a - b)
