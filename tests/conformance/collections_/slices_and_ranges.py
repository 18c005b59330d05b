"""Slices of lists, strings, bytes and ranges: a table of steps and bounds, assignments and deletions, slice objects."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

BOUNDS: list[int | None] = [None, -7, -3, -1, 0, 2, 5, 9]
STEPS: list[int | None] = [None, 1, 2, -1, -3]


def by_hand(size: int, part: slice) -> list[int]:
    """What a slice means, from the language reference."""
    step = 1 if part.step is None else part.step
    if step > 0:
        start = 0 if part.start is None else max(part.start + size, 0) if part.start < 0 else min(part.start, size)
        stop = size if part.stop is None else max(part.stop + size, 0) if part.stop < 0 else min(part.stop, size)
    else:
        start = size - 1 if part.start is None else max(part.start + size, -1) if part.start < 0 else min(part.start, size - 1)
        stop = -1 if part.stop is None else max(part.stop + size, -1) if part.stop < 0 else min(part.stop, size - 1)
    out: list[int] = []
    while (step > 0 and start < stop) or (step < 0 and start > stop):
        out.append(start)
        start += step
    return out


letters = "abcdef"
numbers = list(range(6))
raw = bytes(range(6))
checked = 0
digest = 0
for start, stop, step in itertools.product(BOUNDS, BOUNDS, STEPS):
    part = slice(start, stop, step)
    places = by_hand(6, part)
    assert numbers[part] == places, part
    assert letters[part] == "".join(letters[i] for i in places)
    assert list(raw[part]) == places and list(range(6)[part]) == places and list(memoryview(raw)[part]) == places
    assert list(range(*part.indices(6))) == places and tuple(numbers)[part] == tuple(places)
    checked += 1
    digest = (digest * 31 + sum(places) + len(places)) % 1_000_003
print(checked, digest)


def edit(part: slice, values: Sequence[int] | None) -> str:
    items = list(range(8))
    try:
        if values is None:
            del items[part]
        else:
            items[part] = values
    except ValueError as error:
        return f"ValueError: {error}"
    return str(items)


for part, values in (
    (slice(2, 5), [90]), (slice(2, 2), (7, 7)), (slice(5, 2), [55]), (slice(None, None, 2), [1, 1, 1, 1]), (slice(None, None, 3), [1]),
    (slice(-2, None), range(3)), (slice(100, 200), [4]), (slice(6, 0, -2), [1, 2, 3]), (slice(1, None, -1), None), (slice(None, None, -3), None),
    (slice(3, -3), None), (slice(None), []), (slice(0, 0, 2), []), (slice(0, 0, 2), [1]),
):
    print(part, values, edit(part, values))
data = bytearray(b"0123456789")
data[2:4] = b"--long--"
data[-1:] = []
data[::5] = b"ABC" if len(data[::5]) == 3 else bytes(len(data[::5]))
del data[1:-2:3]
print(data, len(data))

r = range(10, -20, -7)
print(list(r), len(r), r[1], r[-1], r[1:3], r[::-1], -4 in r, 3.0 in r, r.index(-11), r.count(10), r == range(10, -19, -7), hash(r) == hash(range(10, -20, -7)))
print(range(0, 10**20, 3)[10**18], len(range(0, 2**40, 7)), range(5)[-3:-1], range(0)[::-1], bool(range(1, 1)), max(range(3, 30, 4)), sum(range(101)))
print(slice(1, 10, 2).indices(7), slice(None, None, -1).indices(5), slice(-100, 100).indices(3), slice(3) == slice(None, 3, None), slice("a", "b").start)
a, *middle, z = range(2, 9)[::2]
print(a, middle, z, [*range(3), *"xy"], list(zip(letters, letters[1:])), ["".join(letters[i : i + 2]) for i in range(0, 6, 2)])
for bad in (0, 1):
    try:
        print(numbers[:: bad - bad], r.index(9)) if bad == 0 else print(r.index(9))
    except ValueError as error:
        print("ValueError", error)
print(range(3)[3])
