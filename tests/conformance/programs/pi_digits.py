"""A hundred digits of pi and of e, by big ints."""

from typing import Iterator


def pi_digits() -> Iterator[int]:
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = q * 10, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


digits = pi_digits()
print("".join(str(next(digits)) for _ in range(100)))
scale = 10**100
e, term, n = 0, scale, 1
while term:
    e += term
    term //= n
    n += 1
print(e, n)
