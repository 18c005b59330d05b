"""Poker hands ranked by matching on counts; ties broken by kickers; the best five of seven."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from functools import total_ordering
from itertools import combinations

RANKS = "23456789TJQKA"
SUITS = {"S": "\u2660", "H": "\u2665", "D": "\u2666", "C": "\u2663"}


class Kind(IntEnum):
    HIGH_CARD = 0
    PAIR = 1
    TWO_PAIRS = 2
    THREE = 3
    STRAIGHT = 4
    FLUSH = 5
    FULL_HOUSE = 6
    FOUR = 7
    STRAIGHT_FLUSH = 8

    @property
    def title(self) -> str:
        return self.name.replace("_", " ").lower()


@dataclass(frozen=True)
class Card:
    rank: int
    suit: str

    @classmethod
    def of(cls, text: str) -> Card:
        match text.upper():
            case str(code) if len(code) == 2 and code[0] in RANKS and code[1] in SUITS:
                return cls(RANKS.index(code[0]) + 2, code[1])
            case "":
                raise ValueError("empty card")
            case _:
                raise ValueError(f"no such card: {text!r}")

    def __str__(self) -> str:
        return RANKS[self.rank - 2] + SUITS[self.suit]


@total_ordering
class Hand:
    def __init__(self, cards: tuple[Card, ...]) -> None:
        if len(set(cards)) != 5:
            raise ValueError(f"{len(cards)} cards, {len(set(cards))} different, instead of 5")
        self.cards = tuple(sorted(cards, key=lambda c: (-c.rank, c.suit)))
        self.kind, self.ranks = self._judge()

    def _judge(self) -> tuple[Kind, tuple[int, ...]]:
        counts = Counter(card.rank for card in self.cards)
        order = sorted(counts, key=lambda rank: (-counts[rank], -rank))
        flush = len({card.suit for card in self.cards}) == 1
        straight = len(order) == 5 and order[0] - order[4] == 4
        if order == [14, 5, 4, 3, 2]:
            straight, order = True, [5, 4, 3, 2, 1]
        match sorted(counts.values(), reverse=True):
            case [4, 1]:
                kind = Kind.FOUR
            case [3, 2]:
                kind = Kind.FULL_HOUSE
            case [3, *_]:
                kind = Kind.THREE
            case [2, 2, _]:
                kind = Kind.TWO_PAIRS
            case [2, *rest]:
                assert rest == [1, 1, 1]
                kind = Kind.PAIR
            case _ if straight and flush:
                kind = Kind.STRAIGHT_FLUSH
            case _ if flush:
                kind = Kind.FLUSH
            case _:
                kind = Kind.STRAIGHT if straight else Kind.HIGH_CARD
        return kind, tuple(order)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Hand):
            return NotImplemented
        return (self.kind, self.ranks) == (other.kind, other.ranks)

    def __lt__(self, other: Hand) -> bool:
        return (self.kind, self.ranks) < (other.kind, other.ranks)

    def __hash__(self) -> int:
        return hash((self.kind, self.ranks))

    def __repr__(self) -> str:
        return f"<{' '.join(map(str, self.cards))}: {self.kind.title}>"


def hand(text: str) -> Hand:
    return Hand(tuple(map(Card.of, text.split())))


def best(text: str) -> Hand:
    return max(map(Hand, combinations([Card.of(c) for c in text.split()], 5)))


def winners(hands: dict[str, str]) -> list[str]:
    ranked = {name: hand(cards) for name, cards in hands.items()}
    top = max(ranked.values())
    return [name for name, value in ranked.items() if value == top]


SAMPLES = [
    "2H 3D 5S 9C KD", "2C 2H 4S 8C AH", "TH TD 3C 3S 9H", "7S 7H 7D 2C 3C", "AS 2D 3H 4C 5S", "TD JD QD KD AD",
    "2H 4H 6H 8H TH", "KS KH KD 9C 9D", "8C 8D 8H 8S QD", "TC JD QS KH AC",
]  # fmt: skip
for one in sorted(map(hand, SAMPLES), reverse=True):
    print(one, one.ranks)
print(best("2H 2D AS KS QS JS TS"), best("3C 3D 3H 9S 9C KD KH"), best("AH KD 9C 7S 5H 3D 2C"))
print(winners({"ann": "2H 3D 5S 9C KD", "bob": "2C 3H 4S 8C AH"}))
print(winners({"ann": "4H 4D 5S 9C KD", "bob": "4C 4S 5H 9D KS", "cy": "4H 4D 5S 9C QD"}))
print(len({hand("2H 3D 5S 9C KD"), hand("2S 3C 5D 9H KH")}), hand("AS 2D 3H 4C 5S") < hand("2D 3H 4C 5S 6S"))
deck = [Card(rank, suit) for rank in range(2, 15) for suit in SUITS]
tally = Counter(Hand(five).kind for five in combinations(deck[20:36], 5))
for kind in Kind:
    print(f"{kind.title:<15}{tally[kind]:>6}")
for bad in ["1H 2H 3H 4H 5H", "2H 2H 3H 4H 5H", "2H", "2h 3h 4h 5h 6x"]:
    try:
        print(hand(bad))
    except ValueError as error:
        print("bad:", error)
print(hand("2h 3h 4h 5h 6h"), hand("2H 3H 4H 5H 6H") >= hand("2D 3D 4D 5D 6D"), hand("2H 3D 5S 9C KD") != 3)
