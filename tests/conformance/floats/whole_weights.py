"""Whole numbers where the library wants floats, in a program whose own lists of floats hold ints as well."""

import math
import random
import statistics

mixed: list[float] = [1, 2.5, 3]


def counts() -> list[int]:
    return [1, 2, 3]


def main() -> None:
    print(mixed, sum(mixed), [type(x).__name__ for x in mixed])
    source = random.Random(3)
    print(source.choices("abc", [1, 2, 3]), source.choices("abc", counts()), source.choices("abc", mixed))
    print(source.choices("abc", cum_weights=[1, 2, 3.5], k=4), source.sample("abcdef", 3, counts=[1, 0, 2, 0, 3, 1]))
    print(math.fsum([1, 2]), math.fsum(counts()), math.fsum(mixed), math.dist([1, 2], [3, 4]), math.hypot(3, 4))
    print(math.prod(counts()), math.prod(mixed), max(mixed), sorted(mixed, reverse=True))
    print(statistics.mean([1, 2]), statistics.fmean(counts()), statistics.fmean([1, 2], [3, 4]))
    print(statistics.fmean(mixed), statistics.mean(mixed), statistics.median(mixed), statistics.pstdev(counts()))
    print(statistics.linear_regression([1, 2, 3], [2, 4, 6]), statistics.correlation([1, 2, 3], [2, 4, 7]))
    print(statistics.NormalDist.from_samples([1, 2, 3]), statistics.quantiles(counts()), statistics.quantiles(mixed))
    try:
        source.choices("abc", [0, 0, 0])
    except ValueError as error:
        print(error)


main()
