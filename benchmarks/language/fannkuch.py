"""List slices and swaps: pancake flips of all permutations (pyperformance "fannkuch")."""

from __future__ import annotations

from measuring import measure


def flips_of(values: list[int]) -> int:
    """How many times the first k values are reversed, k being the first value, until it is 1."""
    work = values[:]
    flips = 0
    while (first := work[0]) != 1:
        work[:first] = work[first - 1 :: -1]
        flips += 1
    return flips


def permutations_and_flips(n: int) -> tuple[int, int]:
    """The most flips and the sum over all permutations, in the order of Heap's algorithm."""
    values = list(range(1, n + 1))
    counters = [0] * n
    most = total = flips_of(values)
    i = 1
    while i < n:
        if counters[i] < i:
            j = counters[i] if i % 2 else 0
            values[i], values[j] = values[j], values[i]
            flips = flips_of(values)
            total += flips
            most = max(most, flips)
            counters[i] += 1
            i = 1
        else:
            counters[i] = 0
            i += 1
    return most, total


def run() -> bool:
    return permutations_and_flips(8) == (22, 180260)


if __name__ == "__main__":
    measure(run)
