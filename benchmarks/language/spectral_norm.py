"""Floats, comprehensions and sums: the spectral norm of an infinite matrix (pyperformance)."""

from __future__ import annotations

import math

from measuring import measure


def element(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector: list[float]) -> list[float]:
    size = len(vector)
    return [sum([element(i, j) * vector[j] for j in range(size)]) for i in range(size)]


def transposed_times(vector: list[float]) -> list[float]:
    size = len(vector)
    return [sum([element(j, i) * vector[j] for j in range(size)]) for i in range(size)]


def norm(size: int) -> float:
    u = [1.0] * size
    v = u
    for _ in range(6):
        v = transposed_times(times(u))
        u = transposed_times(times(v))
    vbv = sum([a * b for a, b in zip(u, v)])
    vv = sum([b * b for b in v])
    return math.sqrt(vbv / vv)


def run() -> bool:
    return abs(norm(60) - 1.274206093635559) < 1e-12


if __name__ == "__main__":
    measure(run)
