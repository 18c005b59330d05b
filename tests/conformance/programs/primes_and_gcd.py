"""Euclid, sieve and perfect numbers."""


def sieve(limit: int) -> list[int]:
    flags = [True] * (limit + 1)
    for i in range(2, limit + 1):
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    return [i for i in range(2, limit + 1) if flags[i]]


def factors(n: int) -> dict[int, int]:
    result: dict[int, int] = {}
    p = 2
    while n > 1:
        while n % p == 0:
            result[p] = result.get(p, 0) + 1
            n //= p
        p += 1
    return result


primes = sieve(1000)
print(len(primes), primes[:10], primes[-1], sum(primes))
print({n: factors(n) for n in (12, 97, 1001, 5040)})
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
