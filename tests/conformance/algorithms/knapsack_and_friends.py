"""Dynamic programming: knapsack with choices, coins, longest rising run, matrix order, partitions, edit of change."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import accumulate
from math import inf
from typing import NamedTuple


class Thing(NamedTuple):
    name: str
    weight: int
    worth: int


def knapsack(things: list[Thing], room: int) -> tuple[int, list[str]]:
    table = [[0] * (room + 1)]
    for thing in things:
        last = table[-1]
        table.append(
            [max(last[w], last[w - thing.weight] + thing.worth if w >= thing.weight else 0) for w in range(room + 1)]
        )
    chosen: list[str] = []
    w = room
    for i in range(len(things), 0, -1):
        if table[i][w] != table[i - 1][w]:
            chosen.append(things[i - 1].name)
            w -= things[i - 1].weight
    return table[-1][room], chosen[::-1]


def change(coins: tuple[int, ...], amount: int) -> dict[int, int]:
    least: list[float] = [0] + [inf] * amount
    last = [0] * (amount + 1)
    for value in range(1, amount + 1):
        for coin in coins:
            if coin <= value and least[value - coin] + 1 < least[value]:
                least[value] = least[value - coin] + 1
                last[value] = coin
    if least[amount] == inf:
        raise ValueError(f"{amount} cannot be paid with {coins}")
    used: dict[int, int] = {}
    while amount:
        used[last[amount]] = used.get(last[amount], 0) + 1
        amount -= last[amount]
    return used


def ways(coins: tuple[int, ...], amount: int) -> int:
    @cache
    def count(index: int, left: int) -> int:
        if left == 0:
            return 1
        if left < 0 or index == len(coins):
            return 0
        return count(index, left - coins[index]) + count(index + 1, left)

    result = count(0, amount)
    info = count.cache_info()
    print("  cache", info.currsize, info.hits > 0)
    return result


def rising(numbers: list[int]) -> list[int]:
    tails: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for i, n in enumerate(numbers):
        at = bisect_left(tails, n)
        before.append(ends[at - 1] if at else None)
        if at == len(tails):
            tails.append(n)
            ends.append(i)
        else:
            tails[at], ends[at] = n, i
    out: list[int] = []
    step: int | None = ends[-1] if ends else None
    while step is not None:
        out.append(numbers[step])
        step = before[step]
    return out[::-1]


def matrix_order(sizes: list[int]) -> tuple[int, str]:
    @cache
    def best(i: int, j: int) -> tuple[int, str]:
        if i == j:
            return 0, chr(65 + i)
        options = []
        for k in range(i, j):
            (lc, lt), (rc, rt) = best(i, k), best(k + 1, j)
            options.append((lc + rc + sizes[i] * sizes[k + 1] * sizes[j + 1], f"({lt}{rt})"))
        return min(options)

    return best(0, len(sizes) - 2)


def partitions(n: int) -> int:
    p = [1] + [0] * n
    for part in range(1, n + 1):
        for total in range(part, n + 1):
            p[total] += p[total - part]
    return p[n]


def best_run(numbers: list[int]) -> tuple[int, int, int]:
    best, start, low = (numbers[0], 0, 1), 0, 0
    for stop, total in enumerate(accumulate(numbers), 1):
        if total - low > best[0]:
            best = total - low, start, stop
        if total < low:
            low, start = total, stop
    return best


def catalan_trees(n: int) -> list[str]:
    if n == 0:
        return ["."]
    return [f"({l}{r})" for k in range(n) for l in catalan_trees(k) for r in catalan_trees(n - 1 - k)]


def justify(words: list[str], width: int) -> list[str]:
    costs: list[tuple[float, int]] = [(0, 0)] * (len(words) + 1)
    for i in reversed(range(len(words))):
        options: list[tuple[float, int]] = []
        length = -1
        for j in range(i + 1, len(words) + 1):
            length += len(words[j - 1]) + 1
            if length > width:
                break
            options.append(((width - length) ** 3 * (j < len(words)) + costs[j][0], j))
        costs[i] = min(options, default=(inf, i + 1))
    lines, i = [], 0
    while i < len(words):
        j = costs[i][1]
        lines.append(" ".join(words[i:j]))
        i = j
    return lines


things = [Thing("map", 9, 150), Thing("compass", 13, 35), Thing("water", 153, 200), Thing("sandwich", 50, 160), Thing("glucose", 15, 60), Thing("tin", 68, 45), Thing("banana", 27, 60)]
for room in (0, 8, 30, 100, 300):
    print(room, knapsack(things, room))
print(change((1, 5, 10, 25), 63), change((1, 3, 4), 6), change((7, 5), 24))
print(ways((1, 2, 5, 10, 20, 50, 100, 200), 200), ways((2, 4), 7))
print(rising([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9]), rising([]), rising([5, 4, 3]))
print(matrix_order([30, 35, 15, 5, 10, 20, 25]), matrix_order([2, 3]))
print([partitions(n) for n in (0, 1, 5, 10, 100, 416)])
print(best_run([-2, 1, -3, 4, -1, 2, 1, -5, 4]), best_run([-3, -1, -2]))
print(len(catalan_trees(6)), catalan_trees(3))
print(*justify("This is an example of text justification with a dynamic programme that balances lines".split(), 18), sep="|\n")
change((5, 10), 63)
