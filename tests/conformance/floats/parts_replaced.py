"""Parts of lists of floats replaced by ranges and tuples of ints, which stay ints."""

from collections.abc import Iterable


def smoothed(levels: list[float], start: int, stop: int) -> list[float]:
    result = levels[:]
    result[start:stop] = range(stop - start)
    return result


def replaced(levels: list[float], new: Iterable[int]) -> list[float]:
    result = list(levels)
    result[:1] = new
    return result


def cleared(levels: list[float]) -> list[float]:
    result = list(levels)
    result[::2] = (0,) * len(result[::2])
    return result


levels = [1.5, 2.5, 3.5, 4.5]
for row in smoothed(levels, 1, 3), replaced(levels, {7: "a", 8: "b"}), cleared(levels), levels:
    print(row, sum(row), max(row), row[0], row[0] / 2)
try:
    levels[::2] = range(5)
except ValueError as error:
    print(error)
print(sorted(smoothed(levels, 0, 2) + levels[2:]), levels.index(4.5))
