"""Slices with steps, slice assignment between lists, divmod unpacked, division by powers of two."""

from __future__ import annotations

SIZES = [None, 0, 1, 2, 5, 9, 10, 11, 100, -1, -2, -9, -10, -11, -100, 2**70, -(2**70)]


def reversals(values: list[int], text: str, data: bytes) -> None:
    for a in (0, 1, 3, 9, 10, 12, -1, -4, -10, -12, 2**65, -(2**65)):
        print(a, values[a::-1], values[:a:-1], text[a::-1], text[:a:-1], data[a::-1], data[:a:-1])
        for b in (0, 2, 7, -1, -3):
            print(values[a:b:2], values[a:b:-2], text[a:b:3], text[b:a:-3], data[a:b:-1], data[a:b:2])


def optional(values: list[int], text: str) -> int:
    total = 0
    for a in SIZES:
        for b in SIZES:
            for step in (None, 1, 2, -1, -3, 7):
                total = (total * 7 + sum(values[a:b:step]) + len(text[a:b:step])) % 1000003
    return total


def steps(values: list[int], step: int) -> list[int] | str:
    try:
        return values[1:8:step]
    except ValueError as error:
        return str(error)


def flips(values: list[int]) -> list[list[int]]:
    seen: list[list[int]] = []
    work = values[:]
    while (first := work[0]) != 1 and len(seen) < 20:
        work[:first] = work[first - 1 :: -1]
        seen.append(work[:])
    return seen


def assigned() -> None:
    values = list(range(10))
    values[2:5] = [20, 30]
    print(values)
    values[8:] = values
    print(values)
    values[::2] = [-x for x in values[::2]]
    print(values)
    values[3:3] = values[:2]
    print(values)
    values[5:2] = [99]
    print(values)
    values[1:4] = []
    print(values)
    values[-3:-1] = (7, 8, 9)
    print(values)
    values[:] = values[::-1]
    print(values)
    try:
        values[::3] = [1]
    except ValueError as error:
        print(error)
    names = ["a", "b", "c", "d"]
    names[1:3] = names[2:0:-1]
    names[:0] = ["first"]
    print(names)
    mixed: list[float] = [0.5, 1.5, 2.5]
    mixed[1:] = mixed[::-1]
    print(mixed)
    anything: list[object] = [1, "x", None]
    anything[1:2] = anything
    print(anything)


def divisions(n: int, d: int) -> None:
    try:
        quotient, rest = divmod(n, d)
        print(n, d, quotient, rest, quotient * d + rest == n, divmod(n, d) == (quotient, rest))
    except ZeroDivisionError as error:
        print(n, d, error)


def powers(n: int) -> list[int]:
    return [
        n // 1, n % 1, n // 2, n % 2, n // 8, n % 8, n // 65536, n % 65536, n // 2147483648, n % 2147483648,
        n // 2**61, n % 2**61, n // 2**62, n % 2**62, n // 3, n % 3, n // -4, n % -4, n // 10, n % 10,
    ]  # fmt: skip


def filled(n: int) -> None:
    squares = [i * i for i in range(n)]
    downwards = [i for i in range(n, 0, -1)]
    pairs = [[j for j in range(i)] for i in range(n)]
    nothing = [i for i in range(5, 2)]
    doubled = [x + x for x in [y for y in squares]]
    growing = [1, 2, 3]
    seen = [growing.append(x) or len(growing) for x in growing if len(growing) < 9]  # type: ignore[func-returns-value]
    try:
        broken = [10 // (3 - i) for i in range(n)]
    except ZeroDivisionError:
        broken = []
    print(squares, downwards, pairs, nothing, doubled, growing, seen, broken)
    words = ["%d" % i for i in range(-2, 2)]
    words.append("end")
    print(words, [w.upper() for w in words], [i / 2 for i in range(3)])


def main() -> None:
    reversals(list(range(10)), "abcdefghij", b"0123456789")
    print(optional(list(range(10)), "abcdefghij"))
    print([steps(list(range(10)), step) for step in (1, 2, -1, 0, 3, 2**70, -(2**70))])
    print(flips([3, 1, 2]), flips([4, 2, 3, 1]), flips([5, 3, 1, 2, 4]))
    print("日本語テキスト"[::-1], "naïve é"[::-2], "\N{GRINNING FACE}x"[::-1])
    assigned()
    for n in (0, 7, -7, 10**20, -(10**20), 2**62, -(2**62), True):
        for d in (1, -1, 2, -2, 3, 10**9, 2**64, 0):
            divisions(n, d)
    for n in (0, 1, -1, 5, -5, 2**31 + 7, -(2**31) - 7, 2**62 - 1, -(2**62), 2**62, 2**80 + 5, -(2**80) - 5):
        print(powers(n))
    print(powers(True))
    filled(5)


if __name__ == "__main__":
    main()
