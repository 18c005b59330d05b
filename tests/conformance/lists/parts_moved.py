"""Slices assigned to slices: within one list and between two, turned round or not, at all bounds, overlapping or not."""

from __future__ import annotations

BOUNDS = [-(2**70), -7, -6, -3, -1, 0, 1, 2, 3, 5, 6, 7, 2**62]


def forward(size: int) -> int:
    checksum = 0
    for a in BOUNDS:
        for b in BOUNDS:
            for c in BOUNDS:
                for d in (c, c + 1, c + 2, c + 3, 0, 6):
                    items = list(range(size))
                    items[a:b] = items[c:d]
                    expected = list(range(size))
                    expected[slice(a, b)] = expected[slice(c, d)]
                    assert items == expected, (size, a, b, c, d)
                    checksum = (checksum * 31 + len(items) + sum(items)) % 1000003
    return checksum


def backward(size: int) -> int:
    checksum = 0
    for a in BOUNDS:
        for b in BOUNDS:
            for c in BOUNDS:
                for d in (c - 1, c - 2, c - 3, c - 4, -1, 7):
                    items = list(range(size))
                    items[a:b] = items[c:d:-1]
                    expected = list(range(size))
                    expected[slice(a, b)] = expected[slice(c, d, -1)]
                    assert items == expected, (size, a, b, c, d)
                    checksum = (checksum * 31 + len(items) + sum(items)) % 1000003
    return checksum


def between(words: list[str], others: list[str]) -> str:
    words[1:3] = others[:2]
    words[:1] = others[::-1]
    words[len(words) :] = others[1:]
    others[:] = words[::-1]
    others[2:4] = words[-1:-3:-1]
    words[:] = words[::-1]
    return " ".join([*words, "/", *others])


def rotated(values: list[float], by: int) -> list[float]:
    head = values[:by]
    values[: len(head)] = values[: len(head)]
    k = len(values)
    values[: k - by] = values[by:]
    values[:by] = values[by - 1 :: -1]
    values[k - by : k] = values[k - by :][::-1]
    return values


class Noisy(list[int]):
    def __getitem__(self, key):  # type: ignore[no-untyped-def,override]
        print("get", key)
        return super().__getitem__(key)


def replace_middle(items: list[int], other: list[int]) -> None:
    items[1:3] = other[0:2]


def flips(values: list[int]) -> int:
    work = values[:]
    count = 0
    while (first := work[0]) != 1:
        work[:first] = work[first - 1 :: -1]
        count += 1
    return count


def swap_in(items: list[int]) -> list[int]:
    """The source's bounds put another list under the target's name."""
    original = items
    items[0:2] = original[(items := [7, 8, 9]).index(8) : 3]
    return original + items


def nothing_there() -> None:
    if BOUNDS[0] > 0:
        missing = [1]
    source = [1, 2, 3]
    try:
        missing[0:1] = source[0:1]
    except UnboundLocalError as error:
        print(error)
    try:
        source[0:1] = missing[::-1]
    except UnboundLocalError as error:
        print(error)


def main() -> None:
    print(forward(6), forward(0), forward(1))
    print(backward(6), backward(0), backward(1))
    print(between(["a", "b", "c", "d"], ["x", "y", "z"]))
    print(rotated([0.5, 1.5, 2.5, 3.5, 4.5], 2))
    noisy = Noisy([1, 2, 3, 4])
    plain = [10, 20, 30, 40]
    replace_middle(plain, noisy)
    replace_middle(noisy, plain)
    print(plain, list(noisy))
    print([flips(p) for p in ([1, 2, 3], [3, 1, 2], [2, 3, 1], [4, 2, 3, 1], [3, 5, 4, 2, 1])])
    print(swap_in([1, 2, 3, 4]))
    nothing_there()
    rows = [[1], [2], [3]]
    rows[0:2] = rows[1::-1]
    rows[0].append(5)
    print(rows)
    mixed: list[object] = [1, "two", 3.0, None]
    mixed[0:4] = mixed[3::-1]
    mixed[1:1] = mixed[2:]
    print(mixed)


main()
