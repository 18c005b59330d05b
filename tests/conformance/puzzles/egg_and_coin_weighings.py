"""Finding a false coin with a balance, and dropping eggs from floors in the fewest trials."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from math import comb


@dataclass(frozen=True)
class Verdict:
    coin: int | None
    heavy: bool | None
    weighings: int

    def __str__(self) -> str:
        if self.coin is None:
            return f"all good after {self.weighings}"
        return f"coin {self.coin} is {'heavy' if self.heavy else 'light'} after {self.weighings}"


class Balance:
    def __init__(self, coins: int, false: int | None = None, heavy: bool = False) -> None:
        self.weights = [2] * coins
        if false is not None:
            self.weights[false] += 1 if heavy else -1
        self.used = 0

    def __call__(self, left: Sequence[int], right: Sequence[int]) -> int:
        if len(left) != len(right) or set(left) & set(right):
            raise ValueError(f"bad weighing {left} against {right}")
        self.used += 1
        a, b = (sum(self.weights[i] for i in side) for side in (left, right))
        return (a > b) - (a < b)


PLAN = ((0, 1, 2, 3), (4, 5, 6, 7)), ((0, 4, 8, 9), (1, 5, 10, 11)), ((0, 5, 6, 10), (2, 4, 9, 11))


def patterns() -> dict[tuple[int, ...], list[tuple[int, bool]]]:
    found: dict[tuple[int, ...], list[tuple[int, bool]]] = {}
    for coin in range(12):
        for heavy in (False, True):
            balance = Balance(12, coin, heavy)
            found.setdefault(tuple(balance(*sides) for sides in PLAN), []).append((coin, heavy))
    return found


def weigh(balance: Balance) -> list[Verdict]:
    outcome = tuple(balance(left, right) for left, right in PLAN)
    suspects = patterns().get(outcome, [(None, None)] if not any(outcome) else [])
    return [Verdict(coin, heavy, balance.used) for coin, heavy in suspects]


def lightest(coins: int, balance: Balance) -> int:
    suspects = list(range(coins))
    while len(suspects) > 1:
        third = (len(suspects) + 1) // 3
        parts = suspects[:third], suspects[third : 2 * third], suspects[2 * third :]
        suspects = parts[{-1: 0, 1: 1, 0: 2}[balance(parts[0], parts[1])]]
    return suspects[0]


@cache
def trials(eggs: int, floors: int) -> int:
    if floors == 0 or eggs == 1:
        return floors
    return 1 + min(max(trials(eggs - 1, f - 1), trials(eggs, floors - f)) for f in range(1, floors + 1))


def reach(eggs: int, drops: int) -> int:
    return reduce(lambda total, k: total + comb(drops, k), range(1, eggs + 1), 0)


def drop(eggs: int, floors: int, breaks: Callable[[int], bool]) -> Iterator[tuple[int, bool]]:
    low, high = 0, floors
    while low < high and eggs:
        left = high - low
        floor = low + min(
            range(1, left + 1),
            key=lambda f: max(
                trials(eggs - 1, f - 1) if eggs > 1 else f - 1 + (f > 1) * left, trials(eggs, left - f)
            ),
        )
        broken = breaks(floor)
        yield floor, broken
        if broken:
            eggs, high = eggs - 1, floor - 1
        else:
            low = floor


table = patterns()
print(len(table), sorted(map(len, table.values()))[-3:], (0, 0, 0) in table)
for false, heavy in ((3, True), (8, False), (11, True), (None, False), (0, False)):
    print(false, heavy, *weigh(Balance(12, false, heavy)), sep=" | ")
for coins in (1, 2, 3, 8, 9, 10, 27, 28):
    used: list[int] = []
    for false in range(coins):
        balance = Balance(coins, false)
        assert lightest(coins, balance) == false
        used.append(balance.used)
    print(coins, max(used), min(used))
print([[trials(e, f) for f in (0, 1, 6, 10, 36, 60)] for e in (1, 2, 3)])
print(all(reach(e, trials(e, f)) >= f > reach(e, trials(e, f) - 1) for e in (1, 2, 3) for f in range(1, 40)))
for limit in (0, 7, 36):
    print(limit, list(drop(2, 36, lambda floor: floor > limit)))
try:
    Balance(4)([0, 1], [1, 2])
except ValueError as error:
    print(error)
