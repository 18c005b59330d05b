"""hash of numbers is CPython's, and equal numbers have equal hashes."""

for value in (0, 1, -1, -2, 2**31, 2**61 - 1, 2**61, 2**62, -(2**61) + 1, 10**30, -(10**30)):
    print(value, hash(value))
print(hash(True), hash(False), hash(1.0), hash(0.5), hash(-2.5), hash(1e100), hash((1, 2, 3)), hash(()))
print(hash(None) == hash(None), hash(2**70) == hash(float(2**70)))
