"""`int | float` in arithmetic, comparisons and sums: an int stays an int, whatever is beside it."""

from __future__ import annotations


def mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0


def scaled(values: list[float], factor: float) -> list[float]:
    return [value * factor for value in values]


def running(values: list[float]) -> list[float]:
    total: float = 0
    found: list[float] = []
    for value in values:
        total += value
        found.append(total)
    return found


def largest(values: list[float]) -> float:
    best = values[0]
    for value in values:
        if value > best:
            best = value
        if best == value and not best != value and value >= best:
            best = value
    return best


def signs(values: list[float]) -> list[str]:
    return ["-" if value < 0 else "0" if value == 0 else "+" for value in values]


def dot(a: list[float], b: list[float]) -> float:
    return sum([x * y for x, y in zip(a, b)])


def operations(a: float, b: float) -> list[float]:
    found = [a + b, a - b, a * b, b - a, a + 1, 2 * a, a - 0.5, 0.5 * b, a // 3, a % 3]
    if b != 0:
        found += [a / b, 1.0 / b, a / 2]
    return found


def main() -> None:
    mixed: list[float] = [1, 2.5, 3, -4, 0.0, 10**20, True]
    print(mean(mixed), mean([]), mean([1, 2]), mean([0.1] * 10))
    print(scaled(mixed, 2), scaled(mixed, 0.5), scaled([1, 2], 10**30))
    print(running(mixed), running([]), running([1, 2, 3]), running([0.5, 1, 2]))
    print(largest(mixed), largest([2, 2.0]), largest([2.0, 2]), largest([float("nan"), 1]))
    print(signs([1, -1, 0, 0.0, -0.0, 1e-300, float("nan"), -(10**30)]))
    print(dot([1, 2.0], [3, 4]), dot([1, 2], [3, 4]), dot([], []), dot([1.5], [2]))
    for a in (3, 2.5, -7, 10**18, True):
        for b in (2, 0.25, -1, 0, 2**62):
            print(a, b, operations(a, b))
    print(sum([1, 2.5, 3]), sum([1.5, 10**17, -(10**17), 1]), sum([True, 0.5]), sum([], 0.5), sum([2], 1.5))
    print(sum([0.1] * 6), sum([10**16, 1.0, 1.0, 1.0]), sum([1.0, 10**16, 1, 1]))
    for bad in (10**400, -(10**400)):
        try:
            print(sum([0.5, bad]))
        except OverflowError as error:
            print("OverflowError", error)
        try:
            print(scaled([bad, 1.0], 0.5))
        except OverflowError as error:
            print("OverflowError", error)
        print(largest([1.5, bad]) == bad, bad < 1.5, 0.5 > bad)
    try:
        print(mean([1.5]) / running([0])[0])
    except ZeroDivisionError as error:
        print(error)


if __name__ == "__main__":
    main()
