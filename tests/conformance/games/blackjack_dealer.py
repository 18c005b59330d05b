"""Blackjack against scripted players: soft totals, splitting, doubling, and a shoe that can run out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from typing import Literal, Protocol

Choice = Literal["hit", "stand", "double", "split"]
VALUES = {"A": 11, "K": 10, "Q": 10, "J": 10, "T": 10}


class ShoeEmpty(LookupError):
    pass


class Shoe:
    def __init__(self, cards: Iterable[str]) -> None:
        self.cards = iter(cards)
        self.dealt = 0

    def deal(self) -> str:
        for card in self.cards:
            self.dealt += 1
            return card
        raise ShoeEmpty(f"no cards left after {self.dealt}")


@dataclass
class Hand:
    cards: list[str] = field(default_factory=list)
    bet: int = 10
    doubled: bool = False

    @property
    def total(self) -> int:
        total = sum(VALUES.get(card) or int(card) for card in self.cards)
        for _ in range(self.cards.count("A")):
            if total > 21:
                total -= 10
        return total

    @property
    def soft(self) -> bool:
        hard = sum(1 if card == "A" else VALUES.get(card) or int(card) for card in self.cards)
        return "A" in self.cards and hard + 10 == self.total

    @property
    def natural(self) -> bool:
        return len(self.cards) == 2 and self.total == 21

    def __str__(self) -> str:
        return f"{'-'.join(self.cards)} ({'soft ' if self.soft else ''}{self.total})"


class Player(Protocol):
    def decide(self, hand: Hand, up: str) -> Choice: ...


class Cautious:
    def decide(self, hand: Hand, up: str) -> Choice:
        return "hit" if hand.total < 12 else "stand"


@dataclass
class ByBook:
    splits: frozenset[str] = frozenset({"A", "8"})

    def decide(self, hand: Hand, up: str) -> Choice:
        strong = up in "789TJQKA"
        pair = len(hand.cards) == 2 and hand.cards[0] == hand.cards[1]
        match (pair, hand.soft, hand.total):
            case (True, _, _) if hand.cards[0] in self.splits:
                return "split"
            case (_, False, 10 | 11) if len(hand.cards) == 2:
                return "double"
            case (_, True, total):
                return "hit" if total < 18 or (total == 18 and up in "9TJQKA") else "stand"
            case (_, False, total) if total >= 17 or (total >= 12 and not strong):
                return "stand"
            case _:
                return "hit"


@dataclass
class FromFunction:
    rule: Callable[[int], bool]

    def decide(self, hand: Hand, up: str) -> Choice:
        return "hit" if self.rule(hand.total) else "stand"


def play(player: Player, hand: Hand, up: str, shoe: Shoe) -> Generator[str, None, list[Hand]]:
    """Yields what happens; the value is the hands at the end."""
    while hand.total < 21:
        choice = player.decide(hand, up)
        yield f"{hand} -> {choice}"
        if choice == "stand":
            break
        if choice == "split":
            first = Hand([hand.cards[0], shoe.deal()], hand.bet)
            second = Hand([hand.cards[1], shoe.deal()], hand.bet)
            left = yield from play(player, first, up, shoe)
            right = yield from play(player, second, up, shoe)
            return left + right
        hand.cards.append(shoe.deal())
        if choice == "double":
            hand.bet *= 2
            hand.doubled = True
            break
    return [hand]


def settle(hand: Hand, dealer: Hand) -> int:
    if hand.total > 21:
        return -hand.bet
    if hand.natural and not dealer.natural:
        return hand.bet * 3 // 2
    if dealer.total > 21 or hand.total > dealer.total:
        return hand.bet
    return 0 if hand.total == dealer.total and hand.natural == dealer.natural else -hand.bet


def round_of(name: str, player: Player, shoe: Shoe) -> int:
    hand, dealer = Hand([shoe.deal(), shoe.deal()]), Hand([shoe.deal(), shoe.deal()])
    up = dealer.cards[0]
    story = play(player, hand, up, shoe)
    while True:
        try:
            print(f"  {name}: {next(story)}")
        except StopIteration as stop:
            hands: list[Hand] = stop.value
            break
    if any(h.total <= 21 for h in hands):
        while dealer.total < 17:
            dealer.cards.append(shoe.deal())
    results = [settle(h, dealer) for h in hands]
    print(f"  {name}: {' | '.join(map(str, hands))} against {dealer}: {results}")
    return sum(results)


shoe = Shoe("8 8 6 T 3 T 2 9 5 7 A K 9 9 T 6 7 4 K 5 6 9 7 T T A A 5 6 9 4 A 2 3 7 7 Q J 9 8".split())
players: dict[str, Player] = {"book": ByBook(), "shy": Cautious(), "bold": FromFunction(lambda t: t < 19)}
bank = dict.fromkeys(players, 100)
try:
    for number in range(1, 10):
        print("round", number)
        for name, player in players.items():
            bank[name] += round_of(name, player, shoe)
except ShoeEmpty as empty:
    print("over:", empty)
finally:
    print(bank, shoe.dealt)
for cards in ["A A", "A A T", "A K", "A 5 5", "A 5 T", "T T 2", ""]:
    hand = Hand(cards.split())
    print(f"{cards!r}: {hand}, natural={hand.natural}")
print(Hand(["1x"]).total)
