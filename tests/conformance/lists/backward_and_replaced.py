"""Slices taken backwards and slices replaced, at all bounds near the ends and far beyond, of lists and strings."""

from __future__ import annotations

BOUNDS = [-(2**70), -(2**62) - 1, -(2**62), -6, -5, -4, -2, -1, 0, 1, 2, 4, 5, 6, 2**62 - 1, 2**62, 2**70]


def reversed_parts(items: list[int]) -> int:
    checksum = 0
    for start in BOUNDS:
        assert items[start::-1] == items[slice(start, None, -1)], start
        assert items[:start:-1] == items[slice(None, start, -1)], start
        for stop in BOUNDS:
            part = items[start:stop:-1]
            for item in part:
                checksum = (checksum * 31 + item + len(part)) % 1000003
    return checksum


def reversed_text(text: str) -> str:
    parts = {text[start:stop:-1] for start in BOUNDS for stop in BOUNDS}
    parts |= {text[start::-1] for start in BOUNDS} | {text[:stop:-1] for stop in BOUNDS}
    return "|".join(sorted(parts))


def replaced(size: int, more: int) -> int:
    checksum = 0
    for start in BOUNDS:
        for stop in BOUNDS:
            items = list(range(size))
            items[start:stop] = [100 + i for i in range(more)]
            expected = list(range(size))
            expected[slice(start, stop)] = [100 + i for i in range(more)]
            assert items == expected, (size, more, start, stop)
            for item in items:
                checksum = (checksum * 31 + item + len(items)) % 1000003
    return checksum


class Node:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"<{self.name}>"


def turned(values: list[int], k: int) -> list[int]:
    work = values[:]
    work[:k] = work[k - 1 :: -1]
    return work


def main() -> None:
    for size in range(7):
        print(size, reversed_parts(list(range(size))), [replaced(size, more) for more in range(5)])
    for text in ("", "a", "ab", "héllo", "žluť", "a😀bc", "level"):
        print(reversed_text(text), text == text[::-1])
    print([1.5, 2.5, -0.0][::-1], [True, False, False][::-1], [None, 1, "a"][::-1], [[1], [2, 3]][1::-1])
    nodes = [Node(name) for name in "abcde"]
    nodes[1:3] = nodes[3:0:-1]
    print(nodes, nodes[::-1], nodes[-2::-1], nodes[:-3:-1])
    itself = [1, 2, 3]
    itself[:] = itself
    itself[1:2] = itself
    print(itself)
    itself[5:2] = itself
    itself[::] = itself[::-1]
    print(itself, itself[True :: -1], itself[:False:-1], itself[-1:-3:-1])
    itself[True:] = []
    print(itself, itself[::-1])
    floats = [0.5, 1.5, 2.5]
    floats[:2] = floats[1::-1]
    flags = [True, False, True, True]
    flags[1:] = flags[:0:-1]
    print(floats, flags)
    print([turned([3, 1, 4, 2], k) for k in range(1, 5)], turned([1, 2, 3], 0))
    order: list[str] = []

    def noted(value: int, name: str) -> int:
        order.append(name)
        return value

    target = [0, 1, 2, 3, 4]
    target[noted(1, "start") : noted(3, "stop")] = target[noted(4, "first") : noted(2, "last") : -1]
    print(target, order)
    try:
        print([1, 2][:: noted(0, "step")])
    except ValueError as error:
        print(error)


main()
