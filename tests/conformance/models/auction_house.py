"""Auctions of four kinds behind one protocol, proxies bidding by generator, sniping rules, settlement and fees."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from heapq import nlargest
from typing import NamedTuple, Protocol


class Bid(NamedTuple):
    who: str
    cents: int
    at: int = 0


class Result(NamedTuple):
    winner: str | None
    price: int
    rounds: int = 1


class InvalidBid(ValueError):
    def __init__(self, bid: Bid, least: int) -> None:
        super().__init__(f"{bid.who} bids {bid.cents} at {bid.at}, at least {least} is wanted")
        self.bid = bid


class Auction(Protocol):
    def run(self, bids: Iterable[Bid]) -> Result: ...


@dataclass
class SealedFirst:
    reserve: int = 0

    def run(self, bids: Iterable[Bid]) -> Result:
        valid = [b for b in bids if b.cents >= self.reserve]
        if not valid:
            return Result(None, 0)
        best = max(valid, key=lambda b: (b.cents, -b.at))
        return Result(best.who, best.cents)


@dataclass
class Vickrey(SealedFirst):
    def run(self, bids: Iterable[Bid]) -> Result:
        top = nlargest(2, (b for b in bids if b.cents >= self.reserve), key=lambda b: (b.cents, -b.at))
        match top:
            case []:
                return Result(None, 0)
            case [only]:
                return Result(only.who, self.reserve)
            case [first, second]:
                return Result(first.who, second.cents)
        raise AssertionError(top)


@dataclass
class English:
    reserve: int = 100
    step: int = 10
    ends: int = 100
    extension: int = 5
    refused: list[InvalidBid] = field(default_factory=list)

    def run(self, bids: Iterable[Bid]) -> Result:
        leader: Bid | None = None
        end, rounds = self.ends, 0
        for bid in sorted(bids, key=lambda b: b.at):
            if bid.at > end:
                break
            least = self.reserve if leader is None else leader.cents + self.step
            if bid.cents < least or (leader is not None and leader.who == bid.who):
                self.refused.append(InvalidBid(bid, least))
                continue
            leader, rounds = bid, rounds + 1
            if end - bid.at < self.extension:
                end = bid.at + self.extension
        return Result(None, 0, 0) if leader is None else Result(leader.who, leader.cents, rounds)


@dataclass
class Dutch:
    start: int
    step: int
    floor: int = 0

    def run(self, bids: Iterable[Bid]) -> Result:
        wishes = list(bids)
        price, rounds = self.start, 0
        while price >= self.floor:
            rounds += 1
            takers = [b for b in wishes if b.cents >= price]
            if takers:
                return Result(min(takers, key=lambda b: b.at).who, price, rounds)
            price -= self.step
        return Result(None, 0, rounds)


Bidder = Generator[int | None, int, str]


def cautious(limit: int, step: int) -> Bidder:
    """Sent the price, yields a bid or None; the value is what it says when it leaves."""
    price = yield None
    while price + step <= limit:
        price = yield price + step
    return f"left at {price}, limit {limit}"


def jumper(limit: int) -> Bidder:
    price = yield None
    jumps = 0
    while price < limit:
        jumps += 1
        bid = min(limit, price * 2 if jumps % 2 else price + 1)
        price = yield bid
    return f"jumped {jumps} times"


def nervous(patience: int) -> Bidder:
    try:
        price = yield None
        for _ in range(patience):
            price = yield price + 7
        return "bored"
    finally:
        print("   (nervous leaves the room)")


def room(bidders: dict[str, Bidder], opening: int) -> tuple[Result, dict[str, str]]:
    price, leader, rounds = opening, None, 0
    said: dict[str, str] = {}
    active = dict(bidders)
    for bidder in active.values():
        next(bidder)
    while len(active) > (leader in active):
        rounds += 1
        for name in list(active):
            if name == leader:
                continue
            try:
                bid = active[name].send(price)
            except StopIteration as stop:
                said[name] = stop.value
                del active[name]
                continue
            if bid is not None and bid > price:
                price, leader = bid, name
    for bidder in active.values():
        bidder.close()
    return Result(leader, price, rounds), said


def fee(cents: int) -> int:
    total = 0
    for limit, percent in ((5000, 10), (50_000, 6), (10**9, 3)):
        part = min(cents, limit)
        total += part * percent
        cents -= part
    return -(-total // 100)


BIDS = [
    Bid("ann", 500, 10),
    Bid("bob", 650, 20),
    Bid("ann", 655, 30),
    Bid("cy", 700, 98),
    Bid("bob", 720, 101),
    Bid("bob", 730, 105),
    Bid("cy", 800, 112),
    Bid("dee", 650, 5),
]
auctions: dict[str, Auction] = {
    "first price": SealedFirst(), "reserve": SealedFirst(900), "vickrey": Vickrey(), "vickrey alone": Vickrey(750),
    "english": (english := English()), "english high": English(reserve=701), "dutch": Dutch(1000, 55), "dutch floor": Dutch(2000, 500, 900),
}  # fmt: skip
for name, auction in auctions.items():
    result = auction.run(BIDS)
    print(f"{name:<14}{result} fee {fee(result.price)} empty {auction.run([]).winner}")
print(*english.refused, sep="\n")
for names, opening in [("cj", 10), ("cjn", 100), ("n", 1), ("c", 10_000), ("", 5)]:
    makers: dict[str, Callable[[], Bidder]] = {
        "c": lambda: cautious(420, 25),
        "j": lambda: jumper(390),
        "n": lambda: nervous(3),
    }
    print(names or "nobody", *room({n: makers[n]() for n in names}, opening))
print(
    [fee(n) for n in (0, 1, 5000, 5001, 55_000, 10**6)],
    Vickrey(5) == Vickrey(5),
    SealedFirst(5) == Vickrey(5),
    English().run(reversed(BIDS)),
)
raise english.refused[0]
