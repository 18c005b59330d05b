"""Primes by sets and by a list of flags."""


def primes_by_set(limit: int) -> list[int]:
    candidates = set(range(2, limit))
    found: list[int] = []
    while candidates:
        smallest = min(candidates)
        found.append(smallest)
        candidates -= set(range(smallest, limit, smallest))
    return found


def primes_by_flags(limit: int) -> list[int]:
    flags = [True] * limit
    flags[0] = flags[1] = False
    for i in range(2, int(limit**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = [False] * len(flags[i * i :: i])
    return [i for i, flag in enumerate(flags) if flag]


print(primes_by_set(60))
print(primes_by_flags(200), primes_by_flags(2000)[-3:])
print(primes_by_set(300) == primes_by_flags(300))
