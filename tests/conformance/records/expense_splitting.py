"""Splitting the costs of a trip: shares of several kinds, balances and the fewest payments."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations


class Split(ABC):
    @abstractmethod
    def shares(self, cents: int) -> dict[str, int]: ...


def fair(cents: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Whole cents in proportion, the odd ones to the largest remainders."""
    total = sum(weights.values())
    parts = {name: divmod(cents * weight, total) for name, weight in weights.items()}
    missing = cents - sum(whole for whole, _ in parts.values())
    lucky = sorted(parts, key=lambda name: (-parts[name][1], name))[:missing]
    return {name: whole + (name in lucky) for name, (whole, _) in parts.items()}


class Equal(Split):
    def __init__(self, *names: str) -> None:
        self.names = names

    def shares(self, cents: int) -> dict[str, int]:
        return fair(cents, dict.fromkeys(self.names, 1))


class Weighted(Split):
    def __init__(self, **weights: int) -> None:
        self.weights = weights

    def shares(self, cents: int) -> dict[str, int]:
        return fair(cents, self.weights)


class Exact(Split):
    def __init__(self, **amounts: int) -> None:
        self.amounts = amounts

    def shares(self, cents: int) -> dict[str, int]:
        if (given := sum(self.amounts.values())) != cents:
            raise ValueError(f"the parts make {given}, not {cents}")
        return dict(self.amounts)


@dataclass
class Trip:
    balances: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    history: list[str] = field(default_factory=list)

    def pay(self, who: str, cents: int, split: Split, what: str = "something") -> None:
        shares = split.shares(cents)
        self.balances[who] += cents
        for name, share in shares.items():
            self.balances[name] -= share
        self.history.append(f"{who} paid {cents / 100:.2f} for {what}: {shares}")

    @contextmanager
    def together(self) -> Iterator[Trip]:
        """All the payments of a block, or none of them."""
        kept, length = dict(self.balances), len(self.history)
        try:
            yield self
        except ValueError:
            self.balances.clear()
            self.balances.update(kept)
            del self.history[length:]
            raise

    def greedy(self) -> Iterator[tuple[str, str, int]]:
        left = {name: cents for name, cents in self.balances.items() if cents}
        while left:
            debtor = min(left, key=lambda n: (left[n], n))
            creditor = max(left, key=lambda n: (left[n], n))
            cents = min(-left[debtor], left[creditor])
            yield debtor, creditor, cents
            for name, change in ((debtor, cents), (creditor, -cents)):
                left[name] += change
                if not left[name]:
                    del left[name]

    def fewest(self) -> int:
        """People less the number of groups that settle among themselves."""
        people = [name for name, cents in sorted(self.balances.items()) if cents]

        def groups(names: tuple[str, ...]) -> int:
            best = 1 if names else 0
            for size in range(1, len(names)):
                for chosen in combinations(names, size):
                    if sum(self.balances[n] for n in chosen) == 0:
                        rest = tuple(n for n in names if n not in chosen)
                        best = max(best, groups(chosen) + groups(rest))
            return best

        return len(people) - groups(tuple(people))


trip = Trip()
trip.pay("ann", 10000, Equal("ann", "bob", "cat"), "the hut")
trip.pay("bob", 4550, Weighted(ann=2, cat=1, dan=3), "food")
trip.pay("cat", 1200, Exact(bob=700, dan=500), what="tickets")
trip.pay("eve", 901, Equal("eve", "fox"))
print(*trip.history, sep="\n")
try:
    with trip.together() as inner:
        inner.pay("dan", 9999, Equal("ann", "zoe"))
        inner.pay("dan", 100, Exact(ann=40, bob=50), "a mistake")
except ValueError as error:
    print("undone:", error, len(trip.history))
print(dict(sorted(trip.balances.items())), sum(trip.balances.values()))
payments = list(trip.greedy())
for debtor, creditor, cents in payments:
    print(f"{debtor} -> {creditor} {cents / 100:>7.2f}")
print(len(payments), trip.fewest(), "zoe" in trip.balances)
with trip.together():
    for debtor, creditor, cents in payments:
        trip.pay(debtor, cents, Exact(**{creditor: cents}), "settling")
print(set(trip.balances.values()), list(trip.greedy()), trip.fewest())
print(fair(100, {"a": 1, "b": 1, "c": 1}), fair(0, {"x": 5}), fair(7, {"p": 3, "q": 5}))
