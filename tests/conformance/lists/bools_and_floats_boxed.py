"""Lists of bools and floats that are sorted, copied, passed around and printed."""

import heapq
import random
from typing import Any, Iterable, Sequence


def flags(n: int) -> list[bool]:
    return [i % 3 == 0 for i in range(n)]


def total(xs: Iterable[float]) -> float:
    return sum(xs)


def anything(xs: Any) -> Any:
    return xs


bs = flags(7)
print(sorted(bs), sorted(bs, reverse=True), sum(bs), bs.count(True), any(bs), all(bs), max(bs), min(bs), bs.index(False))
bs.sort()
print(bs, list(reversed(bs)), bs[::2], bs + [True], bs * 2, tuple(bs), set(bs), [not b for b in bs], list(map(int, bs)))
fs = [2.5, 0.5, 1.5]
print(sorted(fs), sorted(fs, key=lambda f: -f), max(fs), sum(fs), total(fs), fs.index(1.5), heapq.nsmallest(2, fs))
fs.sort(reverse=True)
boxed: list[Any] = anything(fs)
boxed_bools: Any = anything(bs)
print(boxed, boxed_bools, sorted(boxed), sorted(boxed_bools), list(boxed_bools), boxed_bools[0], [x for x in boxed_bools])
seq: Sequence[bool] = bs
print(sorted(seq), list(seq), seq[0], len(seq), True in seq, list(zip(bs, fs)), dict(zip(fs, bs)), list(enumerate(bs))[:2])
got: list[bool] = anything([True, False])
got.append(True)
print(got, sorted(got), got == [True, False, True], got.pop(), got.copy(), [*got, *bs][:3])
mixed: list[float] = anything([1, 2.5, True])
print(mixed, sum(mixed), sorted(mixed), [x * 2 for x in mixed])
grid = [[False] * 3 for _ in range(2)]
grid[0][1] = True
print(grid, [sorted(row) for row in grid], [list(col) for col in zip(*grid)], any(map(any, grid)))
rng = random.Random(3)
sample = [rng.random() < 0.5 for _ in range(5)]
print(sorted(sample) == sorted(sample), rng.choice(sample) in (True, False), len(rng.sample(sample, 2)))
by_flag: dict[bool, list[float]] = {True: [1.5], False: []}
by_flag[False].append(2.0)
print(by_flag, sorted(by_flag), {b: len(v) for b, v in by_flag.items()}, sorted(by_flag.items()))
