"""Number theory with big ints: primality, factoring, modular roots, continued fractions, RSA, CRT, partitions."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache, reduce
from itertools import count, islice


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    small = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    if any(n % p == 0 for p in small):
        return n in small
    s = ((n - 1) & -(n - 1)).bit_length() - 1
    d = n - 1 >> s
    for a in small:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def rho(n: int) -> int:
    if n % 2 == 0:
        return 2
    for c in count(1):
        x = y = 2
        d = 1
        while d == 1:
            x = (x * x + c) % n
            y = (y * y + c) % n
            y = (y * y + c) % n
            d = math.gcd(abs(x - y), n)
        if d != n:
            return d
    raise AssertionError


def factor(n: int) -> Counter[int]:
    if n == 1:
        return Counter()
    if is_prime(n):
        return Counter([n])
    d = rho(n)
    return factor(d) + factor(n // d)


def totient(n: int) -> int:
    return math.prod(p**k - p ** (k - 1) for p, k in factor(n).items())


def chinese(remainders: list[int], moduli: list[int]) -> int:
    whole = math.prod(moduli)
    return sum(r * (whole // m) * pow(whole // m, -1, m) for r, m in zip(remainders, moduli)) % whole


def continued(n: int) -> Iterator[int]:
    """The square root of n as a continued fraction."""
    root = math.isqrt(n)
    m, d, a = 0, 1, root
    while True:
        yield a
        m = d * a - m
        d = (n - m * m) // d
        a = (root + m) // d


def pell(n: int) -> tuple[int, int]:
    h1, h2, k1, k2 = 1, 0, 0, 1
    for a in continued(n):
        h1, h2, k1, k2 = a * h1 + h2, h1, a * k1 + k2, k1
        if h1 * h1 - n * k1 * k1 == 1:
            return h1, k1
    raise AssertionError


@cache
def partitions(n: int, largest: int) -> int:
    if n == 0:
        return 1
    return sum(partitions(n - part, min(part, n - part)) for part in range(1, min(n, largest) + 1))


def egcd(a: int, b: int) -> tuple[int, int, int]:
    x, y, u, v = 0, 1, 1, 0
    while a:
        q, (b, a) = b // a, (a, b % a)
        x, y, u, v = u, v, x - u * q, y - v * q
    return b, x, y


print([n for n in range(60) if is_prime(n)], is_prime(2**89 - 1), is_prime(2**67 - 1), is_prime(3215031751))
for n in (360, 2**31 - 1, 1000003 * 999983, 600851475143, math.factorial(20) + 1):
    found = factor(n)
    print(n, dict(sorted(found.items())), math.prod(found.elements()) == n, totient(n))
print(chinese([2, 3, 2], [3, 5, 7]), pow(3, -1, 11), pow(7, 10**18, 10**9 + 7), egcd(240, 46), math.lcm(4, 6, 10), math.gcd(0, -12), math.gcd())
print(list(islice(continued(23), 9)), pell(61), pell(109)[0].bit_length())
print(partitions(50, 50), math.comb(100, 50), math.perm(10, 3), math.isqrt(10**40 - 1), reduce(math.lcm, range(1, 30)))
p, q, e = 2**61 - 1, 2**89 - 1, 65537
n, d = p * q, pow(e, -1, (p - 1) * (q - 1))
message = int.from_bytes(b"attack at dawn", "big")
cipher = pow(message, e, n)
print(cipher, pow(cipher, d, n).to_bytes(14, "big"), d.bit_length(), d.bit_count())
fibonacci = [0, 1]
while len(str(fibonacci[-1])) < 60:
    fibonacci.append(fibonacci[-1] + fibonacci[-2])
print(len(fibonacci), fibonacci[-1], sum(map(int, str(fibonacci[-1]))), divmod(-(10**30), 10**9 + 7), -7 // 2, -7 % 3, divmod(7, -2), (-(2**65)) >> 3, ~(2**64), 2**100 ^ 2**90 | 1, (1 << 70) - 1 & 0xFF)
print([sum(d for d in range(1, n) if n % d == 0) == n for n in (6, 28, 495, 496)], [n for n in range(100, 1000) if n == sum(int(c) ** 3 for c in str(n))], 0xFFFFFFFFFFFFFFFF * -0x7FFFFFFF, (10**18 + 9) * (10**18 + 9) % (10**9 + 7))
pow(2, -1, 4)
