"""Loops over a list of bools: the sieve of Eratosthenes (are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure


def primes_below(limit: int) -> int:
    candidate = [True] * limit
    count = 0
    for number in range(2, limit):
        if candidate[number]:
            count += 1
            for multiple in range(2 * number, limit, number):
                candidate[multiple] = False
    return count


def run() -> bool:
    return all(primes_below(5001) == 669 for _ in range(60))


if __name__ == "__main__":
    measure(run)
