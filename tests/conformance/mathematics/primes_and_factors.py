"""Number theory: sieves, Miller-Rabin, Pollard's rho, totients, Chinese remainders, continued fractions, RSA."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache, reduce
from itertools import compress, count, islice, takewhile


def sieve(limit: int) -> list[int]:
    flags = bytearray([1]) * (limit + 1)
    flags[0:2] = b"\0\0"
    for n in range(2, math.isqrt(limit) + 1):
        if flags[n]:
            flags[n * n :: n] = bytes(len(range(n * n, limit + 1, n)))
    return list(compress(range(limit + 1), flags))


def is_prime(n: int) -> bool:
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
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


def factors(n: int) -> Counter[int]:
    if n < 1:
        raise ValueError(f"cannot factor {n}")
    if n == 1:
        return Counter()
    if is_prime(n):
        return Counter([n])
    d = rho(n)
    return factors(d) + factors(n // d)


def totient(n: int) -> int:
    return reduce(lambda t, p: t // p * (p - 1), factors(n), n)


def divisors(n: int) -> list[int]:
    result = [1]
    for p, k in factors(n).items():
        result = [d * p**e for d in result for e in range(k + 1)]
    return sorted(result)


def remainder(residues: dict[int, int]) -> tuple[int, int]:
    x, m = 0, 1
    for n, r in residues.items():
        g = math.gcd(m, n)
        if (r - x) % g:
            raise ValueError(f"{x} mod {m} and {r} mod {n} disagree")
        lcm = m // g * n
        x = (x + m * ((r - x) // g * pow(m // g, -1, n // g) % (n // g))) % lcm
        m = lcm
    return x, m


def continued(x: Fraction) -> Iterator[int]:
    while True:
        whole = math.floor(x)
        yield whole
        if x == whole:
            return
        x = 1 / (x - whole)


def convergents(terms: Iterator[int]) -> Iterator[Fraction]:
    (p0, q0), (p1, q1) = (0, 1), (1, 0)
    for t in terms:
        (p0, q0), (p1, q1) = (p1, q1), (t * p1 + p0, t * q1 + q0)
        yield Fraction(p1, q1)


@cache
def collatz(n: int) -> int:
    return 0 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


primes = sieve(5000)
print(len(primes), primes[-3:], [p for p in primes if p < 60], all(map(is_prime, primes)), sum(is_prime(n) for n in range(5001)))
for n in (1, 360, 97, 1001, 2**31 - 1, 600851475143, 2**59 - 1, 10**18 + 9, 3**5 * 7**3 * 101**2):
    print(n, dict(sorted(factors(n).items())), totient(n) if n < 10**6 else "", len(divisors(n)) if n < 10**5 else "")
print(remainder({3: 2, 5: 3, 7: 2}), remainder({4: 3, 6: 5}), remainder({10**9 + 7: 1, 998244353: 2}))
print(list(continued(Fraction(415, 93))), [str(c) for c in islice(convergents(continued(Fraction(math.pi))), 6)])
print([n for n in range(2, 10000) if sum(divisors(n)[:-1]) == n], max(range(1, 3000), key=collatz), collatz(27))
p, q = 1000000007, 998244353
modulus, e = p * q, 65537
d = pow(e, -1, (p - 1) * (q - 1))
message = int.from_bytes(b"hello", "big")
cipher = pow(message, e, modulus)
print(cipher, pow(cipher, d, modulus).to_bytes(5, "big"), d.bit_length(), is_prime(2**127 - 1), is_prime(2**127 + 1))
print(list(takewhile(lambda t: t < 300, (n * (n + 1) // 2 for n in count(1)))), math.comb(40, 20), math.perm(10, 4), math.lcm(*range(1, 23)))
print([pow(3, n, 17) for n in range(17)], pow(3, -1, 17), math.prod(primes[:15]), sorted(factors(math.factorial(12)).elements())[-5:])
try:
    pow(6, -1, 9)
except ValueError as error:
    print(error)
remainder({4: 1, 6: 2})
