"""Slices by two numbers, ranges with computed steps, and indices at every edge."""

from __future__ import annotations

import sys


def parts(start: int, stop: int) -> None:
    text, data, numbers = "häuser€s", b"abcdefgh", [0, 1, 2, 3, 4, 5, 6, 7]
    print(start, stop, repr(text[start:stop]), data[start:stop], numbers[start:stop])
    print(repr(text[start:]), data[:stop], numbers[start:], text[:], data[:], numbers[:])


def steps(start: int, stop: int, step: int) -> list[int]:
    found: list[int] = []
    for number in range(start, stop, step):
        if len(found) == 5:
            found.append(-99)
            break
        found.append(number)
    else:
        found.append(99)
    return found


def main() -> None:
    for start in (-100, -9, -8, -3, 0, 2, 8, 9, 2**61, 2**70, -(2**70)):
        for stop in (-(2**80), -8, -1, 0, 5, 8, 100, 2**62):
            parts(start, stop)
    parts(True, 3)
    numbers = [1, 2, 3]
    copy = numbers[:]
    copy[0] = 9
    print(numbers, copy, numbers[1:2] is numbers)
    for start, stop, step in [
        (0, 10, 3), (10, 0, -3), (0, 10, -1), (10, 0, 1), (0, 0, 1), (5, 6, 2**40), (0, 2**63, 2**61),
        (2**62, 2**62 + 10, 4), (-(2**62), -(2**62) - 9, -3), (0, -(2**65), -(2**64)), (1, 4, True),
        (0, 2**31 * 4, 2**31), (0, 2**31 * 4, 2**31 + 1), (2**62 - 5, 2**62 - 1, 2), (2**62 - 5, 2**62 + 3, 2),
    ]:
        print(start, stop, step, steps(start, stop, step))
    try:
        steps(0, 10, 0)
    except ValueError as error:
        print("ValueError", error)
    values = [10, 20, 30]
    for index in (-4, -3, -1, 0, 2, 3, 2**62, -(2**62), 2**64, True):
        try:
            print(index, values[index])
            values[index] += 1
        except IndexError as error:
            print(index, "IndexError", error)
    try:
        values[3] = 1
    except IndexError as error:
        print(error)
    values[1:1] = values
    values[::2] = [0, 0, 0]
    values[5:] = (x + 6 for x in (1, 2))
    print(values, values[::-1], values[-2::-2], values[4:1:-1], values[100:-100:-1])
    try:
        values[::2] = [1]
    except ValueError as error:
        print(error)
    bools = [True, False] * 3
    floats = [0.5, 1.5, 2.5]
    print(bools[1:4], floats[1:], bools[::-2], floats[::-1])
    empty: list[float] = []
    print(empty[:], empty + [1.0], empty * 3, sorted(empty), empty == [])
    empty.extend(floats[:2])
    empty.clear()
    empty.insert(0, 3.5)
    print(empty, sys.maxsize > len(empty))
    table = {(1, -1): "a", (-1, 2): "b", (2**61 - 1, 0): "c", (True, -1): "d"}
    print(table, (1, -1) in table, (0, 2**61 - 1) in table, hash((1, 2)), hash((-1, -2)), hash(2**61 - 1))
    print(hash((2**61 - 1, 2**61, 2**61 - 2)), hash((0, 0, 1)), hash(-1), hash(2**61), hash(-(2**61)))


main()
