"""A barter market: agents with utilities by protocol, trades by search, contracts that expire, invariants asserted."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, permutations
from math import isqrt
from typing import Protocol


class Utility(Protocol):
    @abstractmethod
    def worth(self, goods: Mapping[str, int]) -> int: ...


@dataclass(frozen=True)
class Linear:
    weights: tuple[tuple[str, int], ...]

    def worth(self, goods: Mapping[str, int]) -> int:
        return sum(weight * goods.get(good, 0) for good, weight in self.weights)


@dataclass(frozen=True)
class Product:
    """Likes a mixture: the integer square root of the product, in hundredths."""

    first: str
    second: str

    def worth(self, goods: Mapping[str, int]) -> int:
        return isqrt(goods.get(self.first, 0) * goods.get(self.second, 0) * 10_000)


class Hoarder:
    def __init__(self, good: str) -> None:
        self.good = good

    def worth(self, goods: Mapping[str, int]) -> int:
        amount = goods.get(self.good, 0)
        return amount * amount


@dataclass
class Agent:
    name: str
    utility: Utility
    goods: Counter[str]

    @property
    def happiness(self) -> int:
        return self.utility.worth(self.goods)

    def after(self, gives: Counter[str], gets: Counter[str]) -> int:
        return self.utility.worth(self.goods - gives + gets)


@dataclass(frozen=True)
class Trade:
    one: str
    gives: tuple[str, int]
    other: str
    gets: tuple[str, int]
    gain: int = field(compare=False)

    def __str__(self) -> str:
        return f"{self.one} {self.gives[1]} {self.gives[0]} <-> {self.other} {self.gets[1]} {self.gets[0]} (+{self.gain})"


class BrokenContract(Exception):
    def __init__(self, contract: Contract, missing: int) -> None:
        super().__init__(
            f"{contract.debtor} owes {contract.creditor} {missing} {contract.good} more on day {contract.due}"
        )


@dataclass(order=True)
class Contract:
    due: int
    debtor: str = field(compare=False)
    creditor: str = field(compare=False)
    good: str = field(compare=False)
    amount: int = field(compare=False)


class Market:
    def __init__(self, agents: Iterable[Agent]) -> None:
        self.agents = {agent.name: agent for agent in agents}
        self.contracts: list[Contract] = []
        self.today = 0
        self.total = self.sum()

    def sum(self) -> Counter[str]:
        return sum((a.goods for a in self.agents.values()), Counter[str]())

    def best(self, a: Agent, b: Agent, sizes: range = range(1, 4)) -> Trade | None:
        found: list[Trade] = []
        for give, get in permutations(sorted(self.total), 2):
            for n in sizes:
                for m in sizes:
                    if a.goods[give] < n or b.goods[get] < m:
                        continue
                    out, back = Counter({give: n}), Counter({get: m})
                    mine, theirs = a.after(out, back) - a.happiness, b.after(back, out) - b.happiness
                    if mine >= 0 and theirs >= 0 and mine + theirs > 0:
                        found.append(Trade(a.name, (give, n), b.name, (get, m), mine + theirs))
        return max(found, key=lambda t: (t.gain, t.gives, t.gets), default=None)

    def execute(self, trade: Trade) -> None:
        a, b = self.agents[trade.one], self.agents[trade.other]
        for good, amount, source, target in [(*trade.gives, a, b), (*trade.gets, b, a)]:
            source.goods[good] -= amount
            target.goods[good] += amount
        assert self.sum() == self.total, "goods were made or lost"

    def day(self) -> list[str]:
        self.today += 1
        events = []
        for contract in sorted(c for c in self.contracts if c.due <= self.today):
            self.contracts.remove(contract)
            debtor, creditor = self.agents[contract.debtor], self.agents[contract.creditor]
            paid = min(contract.amount, debtor.goods[contract.good])
            debtor.goods[contract.good] -= paid
            creditor.goods[contract.good] += paid
            if paid < contract.amount:
                raise BrokenContract(contract, contract.amount - paid)
            events.append(f"{debtor.name} paid {paid} {contract.good}")
        for a, b in combinations(self.agents.values(), 2):
            if (trade := self.best(a, b)) is not None:
                self.execute(trade)
                events.append(str(trade))
        return events

    def __str__(self) -> str:
        return "; ".join(
            f"{a.name} {dict(sorted((+a.goods).items()))} {a.happiness}" for a in self.agents.values()
        )


market = Market(
    [
        Agent("ann", Product("bread", "wine"), Counter(bread=8)),
        Agent("bob", Linear((("bread", 3), ("wine", 2), ("salt", 1))), Counter(wine=9, salt=2)),
        Agent("cy", Hoarder("salt"), Counter(bread=1, wine=1, salt=5)),
    ]
)
print(market, dict(market.total))
while events := market.day():
    print(f"day {market.today}:")
    for event in events:
        print("   ", event)
print(market)
before = {name: a.happiness for name, a in market.agents.items()}
market.contracts += [
    Contract(9, "cy", "ann", "salt", 2),
    Contract(8, "ann", "bob", "wine", 1),
    Contract(8, "bob", "cy", "bread", 99),
]
for _ in range(8):
    try:
        events = market.day()
        print(market.today, events, len(market.contracts))
    except BrokenContract as broken:
        print(market.today, "broken:", broken, len(market.contracts))
print({name: a.happiness - before[name] for name, a in market.agents.items()}, market.sum() == market.total)
print(
    Product("a", "b").worth({}),
    Hoarder("x").worth({"x": 10**12}),
    Linear(()).worth({"a": 1}),
    Trade("a", ("x", 1), "b", ("y", 1), 5) == Trade("a", ("x", 1), "b", ("y", 1), 6),
)
empty = Market([])
print(
    empty.day(),
    str(empty) == "",
    empty.total,
    max([Contract(2, "a", "b", "c", 1), Contract(1, "x", "y", "z", 9)]).debtor,
)
market.agents["ann"].goods["bread"] += 1
market.execute(Trade("ann", ("bread", 1), "bob", ("wine", 0), 0))
