"""Ints at 31, 62, 63 and 64 bits and far beyond, floats at their edges, conversions between, formatted in bases."""

from __future__ import annotations

import math
import sys
from typing import Callable, Iterator

EDGES = [n + d for n in (2**30, 2**31, 2**61, 2**62, 2**63, 2**64, 2**127) for d in (-1, 0, 1)]


def checksum(values: Iterator[int]) -> str:
    total = 0
    for value in values:
        total = (total * 1000003 ^ value) % (2**89 - 1)
    return f"{total:x}"


OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "floordiv": lambda a, b: a // b,
    "mod": lambda a, b: a % b,
    "and": lambda a, b: a & b,
    "or": lambda a, b: a | b,
    "xor": lambda a, b: a ^ b,
    "gcd": math.gcd,
    "compare": lambda a, b: (a < b) + 2 * (a == b) + 4 * (a > b),
    "powmod": lambda a, b: pow(a, abs(b), 10**9 + 7),
}
signed = [s * e for e in EDGES for s in (1, -1)] + [1, -1, 2, 7]
for name, operation in OPERATIONS.items():
    print(name, checksum(operation(a, b) for a in signed for b in signed))
for a in signed:
    for b in (3, -7, 2**40 + 1):
        quotient, rest = divmod(a, b)
        assert quotient * b + rest == a and (rest == 0 or (rest < 0) == (b < 0)), (a, b)
print(checksum(a << n for a in signed for n in range(0, 70, 7)), checksum(a >> n for a in signed for n in range(0, 140, 9)))
print(checksum(int(str(a)) for a in signed), checksum(int(hex(a), 16) for a in signed), checksum(~a for a in signed))
print([a.bit_length() for a in EDGES[::4]], [(-a).bit_count() for a in EDGES[::5]], [math.isqrt(a) for a in EDGES[-3:]])
print([int.from_bytes(a.to_bytes(20, "little", signed=True), "little", signed=True) == a for a in signed].count(True), len(signed))
small = 2**62 - 1
for _ in range(3):
    small += 1
    print(small, hash(small), small * small, -small - 1 if small > 0 else 0)
countdown = -(2**62) + 1
while countdown > -(2**62) - 2:
    countdown -= 1
print(countdown, abs(countdown), countdown == -(2**62) - 2)
total = 0
for i in range(2**63 - 2, 2**63 + 2):
    total ^= i
print(total, sum(range(2**62, 2**62 + 3)), len(range(0, 2**40, 2**20)), range(10**20)[-1], 10**19 in range(0, 10**20, 7))
for base in ("b", "o", "x", "X", "d", ",", "_x", "+d", "#b", "025d", ">30,", "^#20x", "e", ".3g"):
    print(base, [format(v, base) for v in (255, -(2**65) - 1)])
print(sys.float_info.max, sys.float_info.epsilon, sys.maxsize, 5e-324, -0.0, 1e16, 1e22, 123456789012345680.0, 0.1 + 0.2)
print(float(2**53 + 1), int(1e23), 2**53 + 1 == float(2**53 + 1), 10**23 == 1e23, 2**1000 > 1e300, float("inf") > 10**400)
print([round(x, 1) for x in (0.25, 0.35, 2.5, -0.05)], [round(x) for x in (0.5, 1.5, 2.5, -1.5)], round(12345, -2), round(-15, -1))
print(math.floor(-0.5), math.ceil(-0.5), math.trunc(-2.7), int(-2.7), -7 // 2.0, -7 % 2.0, 7.5 // -2, divmod(-7.5, 2))
print((0.1).as_integer_ratio(), (2.5).hex(), float.fromhex("0x1.8p3"), (3.0).is_integer(), math.nextafter(1, 2), math.ulp(1e10))
print(1 < 1.5 < 2, 1 == 1.0 == True, {1: "a"}[True], {1.0: "b"}[1], hash(2**61 - 1), hash(2.0**61), hash(float("inf")))
for attempt in (lambda: 2**63 // 0, lambda: 1.0 % 0, lambda: float(10**400), lambda: int("12x"), lambda: 1 << -1, lambda: int(float("nan")), lambda: (2**70).to_bytes(8, "big"), lambda: math.sqrt(-1), lambda: int("9" * 5000)):
    try:
        print(attempt())
    except (ArithmeticError, ValueError) as error:
        print(type(error).__name__, error)
print(0.0**-1)
