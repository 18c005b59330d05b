"""Floats in lists: the spectral norm of an infinite matrix."""

import math


def element(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v: list[float]) -> list[float]:
    n = len(v)
    result = [0.0] * n
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += element(i, j) * v[j]
        result[i] = total
    return result


def transposed_times(v: list[float]) -> list[float]:
    n = len(v)
    result = [0.0] * n
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += element(j, i) * v[j]
        result[i] = total
    return result


u = [1.0] * 300
v = u
for _ in range(10):
    v = transposed_times(times(u))
    u = transposed_times(times(v))
vBv = vv = 0.0
for i in range(len(u)):
    vBv += u[i] * v[i]
    vv += v[i] * v[i]
print(f"{math.sqrt(vBv / vv):.9f}")
