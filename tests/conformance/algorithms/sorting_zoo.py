"""Sorting algorithms over a counting key type: comparisons and moves counted, stability checked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cmp_to_key, total_ordering


@total_ordering
class Item:
    compared = 0

    def __init__(self, key: int, tag: str) -> None:
        self.key, self.tag = key, tag

    def __lt__(self, other: Item) -> bool:
        Item.compared += 1
        return self.key < other.key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Item) and self.key == other.key

    def __repr__(self) -> str:
        return f"{self.key}{self.tag}"


Sorter = Callable[[list[Item]], list[Item]]
SORTERS: dict[str, tuple[Sorter, bool]] = {}


def sorter(*, stable: bool = True) -> Callable[[Sorter], Sorter]:
    def register(f: Sorter) -> Sorter:
        SORTERS[f.__name__] = f, stable
        return f

    return register


@sorter()
def insertion(xs: list[Item]) -> list[Item]:
    for i in range(1, len(xs)):
        j, x = i, xs[i]
        while j > 0 and x < xs[j - 1]:
            xs[j] = xs[j - 1]
            j -= 1
        xs[j] = x
    return xs


@sorter(stable=False)
def selection(xs: list[Item]) -> list[Item]:
    for i in range(len(xs)):
        least = min(range(i, len(xs)), key=lambda k: xs[k])
        xs[i], xs[least] = xs[least], xs[i]
    return xs


@sorter()
def merge(xs: list[Item]) -> list[Item]:
    if len(xs) < 2:
        return xs
    middle = len(xs) // 2
    left, right = merge(xs[:middle]), merge(xs[middle:])
    out: list[Item] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    return [*out, *left[i:], *right[j:]]


@sorter()
def quick(xs: list[Item]) -> list[Item]:
    match xs:
        case [] | [_]:
            return xs
        case [pivot, *rest]:
            small = [x for x in rest if x < pivot]
            large = [x for x in rest if not x < pivot]
            return quick(small) + [pivot] + quick(large)
    raise AssertionError


@sorter(stable=False)
def heap(xs: list[Item]) -> list[Item]:
    def sift(root: int, end: int) -> None:
        while (child := 2 * root + 1) < end:
            if child + 1 < end and xs[child] < xs[child + 1]:
                child += 1
            if not xs[root] < xs[child]:
                return
            xs[root], xs[child] = xs[child], xs[root]
            root = child

    for root in reversed(range(len(xs) // 2)):
        sift(root, len(xs))
    for end in range(len(xs) - 1, 0, -1):
        xs[0], xs[end] = xs[end], xs[0]
        sift(0, end)
    return xs


@sorter(stable=False)
def shell(xs: list[Item]) -> list[Item]:
    gap = len(xs) // 2
    while gap:
        for i in range(gap, len(xs)):
            for j in range(i, gap - 1, -gap):
                if not xs[j] < xs[j - gap]:
                    break
                xs[j], xs[j - gap] = xs[j - gap], xs[j]
        gap = 1 if gap == 2 else gap * 5 // 11
    return xs


@sorter()
def built_in(xs: list[Item]) -> list[Item]:
    xs.sort()
    return xs


def by_key(a: Item, b: Item) -> int:
    return a.key - b.key


@sorter()
def by_cmp(xs: list[Item]) -> list[Item]:
    return sorted(xs, key=cmp_to_key(by_key))


@sorter()
def radix(xs: list[Item]) -> list[Item]:
    for shift in (0, 4):
        buckets: list[list[Item]] = [[] for _ in range(16)]
        for x in xs:
            buckets[x.key >> shift & 15].append(x)
        xs = [x for bucket in buckets for x in bucket]
    return xs


def sample(n: int, spread: int) -> list[Item]:
    seed, out = 7, []
    for i in range(n):
        seed = seed * 75 % 65537
        out.append(Item(seed % spread, chr(97 + i % 26)))
    return out


inputs = {"few keys": sample(40, 6), "many": sample(60, 250), "sorted": sorted(sample(30, 99)), "one": sample(1, 5), "none": []}
for title, data in inputs.items():
    wanted = sorted(data, key=lambda x: x.key)
    print(title, wanted[:6])
    for name, (sort, stable) in SORTERS.items():
        Item.compared = 0
        result = sort(list(data))
        exact = list(map(repr, result)) == list(map(repr, wanted))
        assert result == wanted and (exact or not stable), (name, result)
        print(f"  {name:<10}{Item.compared:>6} {'stable' if exact else 'mixed'}")
print(Item(1, "x") >= Item(1, "y"), Item(1, "x") > Item(0, "y"), max(inputs["many"]), Item(3, "a") != Item(3, "b"))
merge(selection([Item(1, "a"), Item(2, "b")]) + [Item(1, "c")])[3]
