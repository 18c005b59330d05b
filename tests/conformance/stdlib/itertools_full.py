"""All of `itertools`: lazily, with every argument, at the edges."""

from __future__ import annotations

import itertools
import operator
from itertools import (
    accumulate,
    chain,
    combinations,
    combinations_with_replacement,
    compress,
    count,
    cycle,
    dropwhile,
    filterfalse,
    groupby,
    islice,
    pairwise,
    permutations,
    product,
    repeat,
    starmap,
    takewhile,
    tee,
    zip_longest,
)
from collections.abc import Iterator


def noisy(n: int) -> Iterator[int]:
    for i in range(n):
        print(f"<{i}>", end="")
        yield i


def attempt(*makers: object) -> None:
    for maker in makers:
        try:
            print(maker() if callable(maker) else maker)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


def main() -> None:
    print(
        list(islice(count(), 3)),
        list(islice(count(5, 2), 3)),
        list(islice(count(1.5, 0.5), 3)),
        list(islice(count(step=-1), 3)),
    )
    print(
        count(3),
        count(2, 5),
        list(islice(cycle("ab"), 5)),
        list(cycle([])),
        list(repeat("x", 3)),
        list(repeat(1, 0)),
    )
    print(list(map(pow, range(5), repeat(2))), repeat(7, 2), list(zip(repeat("k"), range(2))))
    print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)))
    print(
        list(accumulate("abc")),
        list(accumulate([1, 2, 3, 4], operator.mul)),
        list(accumulate([], initial=0)),
        list(accumulate([2], lambda a, b: a * b)),
    )
    print(list(chain([1], "b", (2.5,))), list(chain.from_iterable([[1], [], [2, 3]])), list(chain()))
    print(
        list(compress("abcd", [1, 0, True, ""])),
        list(dropwhile(lambda x: x < 3, [1, 3, 2])),
        list(takewhile(str.isalpha, "ab1c")),
    )
    print(list(filterfalse(None, [0, 1, "", "x"])), list(filterfalse(lambda x: x % 2, range(5))))
    for key, group in groupby(sorted(["bb", "a", "c", "dd", "eee"], key=len), len):
        print(key, list(group), end=" ")
    print([(k, len(list(g))) for k, g in groupby("aabbbc")], [k for k, _ in groupby([1, 1, 2])])
    groups = groupby([1, 1, 2, 2])
    first = next(groups)[1]
    second = next(groups)[1]
    print(list(first), list(second))
    print(
        list(islice("abcdefg", 2)),
        list(islice("abcdefg", 2, 4)),
        list(islice("abcdefg", 2, None)),
        list(islice("abcdefg", 0, None, 3)),
        list(islice("abc", None)),
    )
    source = iter(range(10))
    print(list(islice(source, 1, 6, 2)), list(source))
    print(list(islice(noisy(10), 2)), next(islice(noisy(10), 3, None)))
    print(
        list(pairwise("abcd")),
        list(pairwise([1])),
        list(starmap(pow, [(2, 3), (3, 2)])),
        list(starmap(lambda *a: sum(a), [(1,), (1, 2, 3)])),
    )
    a, b = tee([1, 2, 3])
    print(next(a), list(b), list(a), tee("x", 0), [list(t) for t in tee(range(2), 3)])
    print(list(zip_longest("abc", [1])), list(zip_longest([1], "ab", fillvalue="-")), list(zip_longest()))
    print(
        list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("ab", []))
    )
    print(
        ["".join(p) for p in permutations("abc", 2)],
        len(list(permutations(range(5)))),
        list(permutations([], 0)),
        list(permutations("ab", 3)),
    )
    print(
        ["".join(c) for c in combinations("abcd", 3)],
        list(combinations([1, 2], 0)),
        list(combinations([1], 2)),
    )
    print(
        ["".join(c) for c in combinations_with_replacement("abc", 2)],
        list(combinations_with_replacement([], 1)),
    )
    attempt(
        lambda: islice([1], -1),
        lambda: islice([1], 0, 1, 0),
        lambda: list(combinations([1], -1)),
        lambda: list(permutations("a", -2)),
        lambda: tee([], -1),
    )
    attempt(
        lambda: list(zip([1], [2, 3], strict=True)),
        lambda: list(zip([1, 2], [3], strict=True)),
        lambda: list(zip([1], [2], [3, 4], strict=True)),
    )
    primes = (n for n in count(2) if all(n % d for d in range(2, n)))
    print(
        list(takewhile(lambda p: p < 30, primes)),
        sum(islice(count(1), 100)),
        list(itertools.islice(itertools.cycle(range(3)), 4)),
    )
    print(
        sorted("bca", reverse=True),
        sorted([3, -1, 2], key=abs),
        min([], default=0),
        max("a", "b", key=ord),
        min(3, 1, 2),
        max([1, 5], [2], key=len),
    )
    print(
        sum([1, 2], 10),
        sum([0.5, 0.25]),
        sum([[1], [2]], []),
        sum((x for x in range(3)), start=1),
        list(enumerate("ab", start=5)),
        list(map(max, [1, 5], [3, 2])),
    )
    data = iter([1, 2, 0, 3])
    print(
        list(iter(lambda: next(data), 0)),
        list(reversed(range(3))),
        list(reversed("ab")),
        list(reversed({"x": 1, "y": 2})),
    )
    s = slice(1, None, 2)
    print(
        "abcdef"[s],
        [0, 1, 2, 3][s],
        s.start,
        s.stop,
        s.step,
        s.indices(5),
        slice(3),
        slice(1, 2) == slice(1, 2),
        (0, 1, 2)[slice(-2, None)],
    )
    print(
        divmod(-7, 2),
        divmod(7.5, 2),
        pow(3, -1, 7),
        pow(2, 100, 1000007),
        pow(2, -1),
        round(2.5),
        round(-1.25, 1),
        abs(-3),
        list(filter(None, [0, 1])),
    )
    print("a", 1, None, sep="|", end="!\n", flush=True)


main()
