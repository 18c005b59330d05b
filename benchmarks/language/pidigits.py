"""Big ints: digits of pi one by one (pyperformance "pidigits"; Gibbons' unbounded spigot)."""

from __future__ import annotations

from collections.abc import Iterator

from measuring import measure


def digits_of_pi() -> Iterator[int]:
    q, r, t, k, n, m = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, n, m, k = (
                q * k, (2 * q + r) * m, t * m, (q * (7 * k + 2) + r * m) // (t * m), m + 2, k + 1,
            )  # fmt: skip


def first(count: int) -> str:
    digits = digits_of_pi()
    return "".join([str(next(digits)) for _ in range(count)])


def run() -> bool:
    text = first(400)
    return text.startswith("31415926535897932384626433832795") and text.endswith("951941511609")


if __name__ == "__main__":
    measure(run)
