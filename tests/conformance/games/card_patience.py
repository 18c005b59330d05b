"""Patience with rules as composable predicates: a solver for a small FreeCell-like layout, and an accordion game."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import count

RANKS = "A23456789TJQK"
SUITS = "CDHS"


@dataclass(frozen=True, order=True)
class Card:
    rank: int
    suit: int

    @classmethod
    def parse(cls, text: str) -> Card:
        try:
            return cls(RANKS.index(text[0]), SUITS.index(text[1]))
        except (ValueError, IndexError):
            raise ValueError(f"{text!r} is not a card") from None

    @property
    def red(self) -> bool:
        return self.suit in (1, 2)

    def goes_on(self, other: Card) -> bool:
        return self.rank + 1 == other.rank and self.red != other.red

    def __repr__(self) -> str:
        return RANKS[self.rank] + SUITS[self.suit]


@dataclass(frozen=True)
class Layout:
    columns: tuple[tuple[Card, ...], ...]
    cells: frozenset[Card] = frozenset()
    home: tuple[int, ...] = (0, 0, 0, 0)
    room: int = 2

    @classmethod
    def deal(cls, text: str, room: int = 2) -> Layout:
        columns = tuple(tuple(Card.parse(word) for word in row.split()) for row in text.split("/"))
        cards = [card for column in columns for card in column]
        if len(set(cards)) != len(cards):
            raise ValueError("a card is there twice")
        return cls(columns, room=room)

    @cached_property
    def key(self) -> tuple[frozenset[tuple[Card, ...]], frozenset[Card]]:
        return frozenset(self.columns), self.cells

    @property
    def left(self) -> int:
        return len(self.cells) + sum(map(len, self.columns))

    def without(self, index: int | None, card: Card) -> Layout:
        if index is None:
            return Layout(self.columns, self.cells - {card}, self.home, self.room)
        columns = (*self.columns[:index], self.columns[index][:-1], *self.columns[index + 1 :])
        return Layout(columns, self.cells, self.home, self.room)

    def movable(self) -> Iterator[tuple[int | None, Card]]:
        yield from ((index, column[-1]) for index, column in enumerate(self.columns) if column)
        yield from ((None, card) for card in sorted(self.cells))

    def moves(self) -> Iterator[tuple[str, Layout]]:
        for source, card in self.movable():
            rest = self.without(source, card)
            if self.home[card.suit] == card.rank:
                home = tuple(n + (suit == card.suit) for suit, n in enumerate(self.home))
                yield f"{card!r}^", Layout(rest.columns, rest.cells, home, self.room)
                continue
            emptied = False
            for index, column in enumerate(rest.columns):
                if index == source or (
                    not column and (emptied or source is not None and not rest.columns[source])
                ):
                    continue
                if not column or card.goes_on(column[-1]):
                    emptied |= not column
                    columns = (*rest.columns[:index], (*column, card), *rest.columns[index + 1 :])
                    yield (
                        f"{card!r}>{column[-1] if column else '_'!r}",
                        Layout(columns, rest.cells, rest.home, self.room),
                    )
            if source is not None and len(rest.cells) < self.room:
                yield f"{card!r}*", Layout(rest.columns, rest.cells | {card}, rest.home, self.room)

    def cost(self) -> int:
        buried = sum(
            sum(1 for above in column[depth + 1 :] if above.rank > card.rank)
            for column in self.columns
            for depth, card in enumerate(column)
        )
        return self.left * 2 + buried + len(self.cells)


def solve(start: Layout, limit: int = 4000) -> tuple[list[str] | None, int]:
    serial = count()
    heap: list[tuple[int, int, Layout, tuple[str, ...]]] = [(start.cost(), next(serial), start, ())]
    seen = {start.key}
    while heap and len(seen) < limit:
        _, _, layout, path = heappop(heap)
        if layout.left == 0:
            return list(path), len(seen)
        for name, following in layout.moves():
            if following.key not in seen:
                seen.add(following.key)
                heappush(heap, (following.cost() + len(path), next(serial), following, (*path, name)))
    return None, len(seen)


def accordion(cards: list[Card]) -> tuple[int, list[str]]:
    piles = [[card] for card in cards]
    story = []
    moved = True
    while moved:
        moved = False
        for index in range(1, len(piles)):
            for back in (3, 1):
                if index >= back:
                    top, under = piles[index][-1], piles[index - back][-1]
                    if top.rank == under.rank or top.suit == under.suit:
                        story.append(f"{top!r}-{under!r}")
                        piles[index - back] += piles.pop(index)
                        moved = True
                        break
            if moved:
                break
    return len(piles), story


def shuffled(size: int, seed: int) -> list[Card]:
    cards = [Card(rank, suit) for rank in range(size) for suit in range(4)]
    for index in range(len(cards) - 1, 0, -1):
        seed = seed * 69069 + 1 & 0xFFFFFFFF
        other = (seed >> 8) % (index + 1)
        cards[index], cards[other] = cards[other], cards[index]
    return cards


for title, layout in {
    "easy": Layout.deal("2C AC/2D AD/2H AH/2S AS"),
    "buried": Layout.deal("AC 2D 2C/AD 2S AH/AS 2H", 1),
    "tight": Layout.deal("AC 3H 2D 2C/AD 3S 3D AH/AS 2H 2S 3C", 1),
    "no room": Layout.deal("AC 2C 3D/AD 2D 3C", 0),
    "done": Layout.deal("/"),
}.items():
    path, states = solve(layout)
    print(
        f"{title}: {layout.left} cards, {states} states:",
        "no way" if path is None else f"{len(path)} moves {' '.join(path)}",
    )
for seed in range(4):
    cards = shuffled(4, seed)
    layout = Layout(tuple(tuple(cards[n::5]) for n in range(5)))
    path, states = solve(layout)
    print(seed, cards[:4], layout.cost(), "no way" if path is None else f"{len(path)} moves, {states > 20}")
piles, story = accordion(shuffled(13, 5))
print(piles, len(story), story[:6], accordion([]), accordion([Card(0, 0)]))
print(
    Card.parse("TD") < Card.parse("JC"),
    Card.parse("9H").goes_on(Card.parse("TS")),
    max(shuffled(13, 1)),
    len(set(shuffled(13, 2))),
)
for bad in ["1C", "A", "", "AX"]:
    try:
        Card.parse(bad)
    except ValueError as error:
        print(error)
Layout.deal("AC/AC")
