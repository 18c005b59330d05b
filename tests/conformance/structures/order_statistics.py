"""Structures over arrays: Fenwick and segment trees with lazy updates, sparse tables, monotone queues, square-root blocks."""

from __future__ import annotations

import math
import operator
import random
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Monoid(Generic[T]):
    zero: T
    plus: Callable[[T, T], T]

    def total(self, items: Iterable[T]) -> T:
        return reduce(self.plus, items, self.zero)


class Fenwick:
    def __init__(self, size: int) -> None:
        self.tree = [0] * (size + 1)

    def add(self, index: int, amount: int) -> None:
        index += 1
        while index < len(self.tree):
            self.tree[index] += amount
            index += index & -index

    def before(self, index: int) -> int:
        total = 0
        while index:
            total += self.tree[index]
            index &= index - 1
        return total

    def find(self, rank: int) -> int:
        """The first index whose prefix, itself included, is more than `rank`."""
        at, step = 0, 1 << (len(self.tree).bit_length() - 1)
        while step:
            if at + step < len(self.tree) and self.tree[at + step] <= rank:
                at += step
                rank -= self.tree[at]
            step >>= 1
        return at


class Segments(Generic[T]):
    """Any associative operation; not necessarily commutative."""

    def __init__(self, items: Sequence[T], monoid: Monoid[T]) -> None:
        self.size = len(items)
        self.monoid = monoid
        self.tree: list[T] = [monoid.zero] * self.size + list(items)
        for i in range(self.size - 1, 0, -1):
            self.tree[i] = monoid.plus(self.tree[2 * i], self.tree[2 * i + 1])

    def __setitem__(self, index: int, value: T) -> None:
        i = index + self.size
        self.tree[i] = value
        while i > 1:
            i //= 2
            self.tree[i] = self.monoid.plus(self.tree[2 * i], self.tree[2 * i + 1])

    def __getitem__(self, part: slice) -> T:
        start, stop, _ = part.indices(self.size)
        left, right = self.monoid.zero, self.monoid.zero
        low, high = start + self.size, stop + self.size
        while low < high:
            if low & 1:
                left = self.monoid.plus(left, self.tree[low])
                low += 1
            if high & 1:
                high -= 1
                right = self.monoid.plus(self.tree[high], right)
            low //= 2
            high //= 2
        return self.monoid.plus(left, right)


class Lazy:
    """Sums and maxima of ranges, to which ranges something can be added."""

    def __init__(self, items: Sequence[int]) -> None:
        self.size = len(items)
        self.sums = [0] * (4 * self.size)
        self.tops = [0] * (4 * self.size)
        self.pending = [0] * (4 * self.size)
        self._build(1, 0, self.size, items)

    def _build(self, node: int, low: int, high: int, items: Sequence[int]) -> None:
        if high - low == 1:
            self.sums[node] = self.tops[node] = items[low]
            return
        middle = (low + high) // 2
        self._build(2 * node, low, middle, items)
        self._build(2 * node + 1, middle, high, items)
        self._pull(node, low, high)

    def _pull(self, node: int, low: int, high: int) -> None:
        more = self.pending[node]
        self.sums[node] = self.sums[2 * node] + self.sums[2 * node + 1] + more * (high - low)
        self.tops[node] = max(self.tops[2 * node], self.tops[2 * node + 1]) + more

    def add(self, start: int, stop: int, amount: int, node: int = 1, low: int = 0, high: int | None = None) -> None:
        high = self.size if high is None else high
        if stop <= low or high <= start:
            return
        if start <= low and high <= stop:
            self.sums[node] += amount * (high - low)
            self.tops[node] += amount
            self.pending[node] += amount
            return
        middle = (low + high) // 2
        self.add(start, stop, amount, 2 * node, low, middle)
        self.add(start, stop, amount, 2 * node + 1, middle, high)
        self._pull(node, low, high)

    def query(self, start: int, stop: int, node: int = 1, low: int = 0, high: int | None = None) -> tuple[int, float]:
        high = self.size if high is None else high
        if stop <= low or high <= start:
            return 0, -math.inf
        if start <= low and high <= stop:
            return self.sums[node], self.tops[node]
        middle = (low + high) // 2
        a, b = self.query(start, stop, 2 * node, low, middle), self.query(start, stop, 2 * node + 1, middle, high)
        covered = min(stop, high) - max(start, low)
        return a[0] + b[0] + self.pending[node] * covered, max(a[1], b[1]) + self.pending[node]


class SparseTable(Generic[T]):
    def __init__(self, items: Sequence[T], choose: Callable[[T, T], T]) -> None:
        self.choose = choose
        self.levels: list[list[T]] = [list(items)]
        while 2 ** len(self.levels) <= len(items):
            last, step = self.levels[-1], 2 ** (len(self.levels) - 1)
            self.levels.append([choose(last[i], last[i + step]) for i in range(len(last) - step)])

    def __call__(self, start: int, stop: int) -> T:
        if start >= stop:
            raise ValueError(f"empty range {start}..{stop}")
        level = (stop - start).bit_length() - 1
        return self.choose(self.levels[level][start], self.levels[level][stop - (1 << level)])


def window_maxima(items: Iterable[int], size: int) -> Iterator[int]:
    queue: deque[tuple[int, int]] = deque()
    for index, item in enumerate(items):
        while queue and queue[-1][1] <= item:
            queue.pop()
        queue.append((index, item))
        if queue[0][0] <= index - size:
            queue.popleft()
        if index >= size - 1:
            yield queue[0][1]


def inversions(items: Sequence[int]) -> int:
    ranks = {value: rank for rank, value in enumerate(sorted(set(items)))}
    seen = Fenwick(len(ranks))
    count = 0
    for done, item in enumerate(items):
        count += done - seen.before(ranks[item] + 1)
        seen.add(ranks[item], 1)
    return count


def largest_rectangle(heights: Sequence[int]) -> int:
    stack: list[int] = []
    best = 0
    for i, height in enumerate([*heights, 0]):
        while stack and heights[stack[-1]] >= height:
            top = heights[stack.pop()]
            best = max(best, top * (i - (stack[-1] + 1 if stack else 0)))
        stack.append(i)
    return best


source = random.Random(77)
numbers = [source.randrange(-50, 50) for _ in range(97)]
fenwick = Fenwick(len(numbers))
for i, n in enumerate(numbers):
    fenwick.add(i, n)
print(all(fenwick.before(i) == sum(numbers[:i]) for i in range(98)), inversions(numbers) == sum(a > b for i, a in enumerate(numbers) for b in numbers[i + 1 :]), inversions([]), inversions([3, 1, 2]))
counts = Fenwick(10)
for n in (3, 3, 7, 1, 9, 3):
    counts.add(n, 1)
print([counts.find(rank) for rank in range(7)])
plus, longest, words = Monoid(0, operator.add), Monoid(-math.inf, max), Monoid("", operator.add)
for monoid in (plus, longest):
    tree = Segments(list(numbers), monoid)  # type: ignore[misc]
    good = True
    for _ in range(150):
        low, high = sorted((source.randrange(98), source.randrange(98)))
        good = good and tree[low:high] == monoid.total(numbers[low:high])
        at = source.randrange(97)
        numbers[at] = tree[at:at + 1] and 17 or 4
        tree[at] = numbers[at]
    print(good)
text = Segments(list("segment"), words)
text[3] = "-M-"
print(text[:], text[2:5], text[5:2] == "", text[-3:])
lazy, plain = Lazy(numbers), list(numbers)
same = 0
for _ in range(200):
    low, high = sorted((source.randrange(98), source.randrange(98)))
    if source.random() < 0.5:
        amount = source.randrange(-9, 10)
        lazy.add(low, high, amount)
        plain[low:high] = [n + amount for n in plain[low:high]]
    else:
        same += lazy.query(low, high) == (sum(plain[low:high]), max(plain[low:high], default=-math.inf))
print(same > 60, lazy.query(0, 97) == (sum(plain), max(plain)), lazy.query(5, 5))
least, common = SparseTable(plain, min), SparseTable([12, 18, 24, 9, 27], math.gcd)
print(all(least(i, j) == min(plain[i:j]) for i in range(0, 97, 7) for j in range(i + 1, 98, 5)), common(0, 3), common(1, 5), common(3, 4), len(least.levels))
try:
    least(4, 4)
except ValueError as error:
    print(error)
print(list(window_maxima([1, 3, -1, -3, 5, 3, 6, 7], 3)), list(window_maxima(plain, 10)) == [max(plain[i : i + 10]) for i in range(88)], list(window_maxima([1], 2)))
print(largest_rectangle([2, 1, 5, 6, 2, 3]), largest_rectangle([]), largest_rectangle([4, 4, 4]), largest_rectangle([1, 2, 3, 2, 1]))
