"""Functions over any enumeration, functional enumerations, enumerations in dataclasses and unions, nested ones."""

from dataclasses import dataclass, field
from enum import Enum, IntEnum, StrEnum, auto
from typing import Any, Generic, Type, TypeVar

E = TypeVar("E", bound=Enum)


class Suit(Enum):
    CLUBS = "c"
    HEARTS = "h"

    @property
    def symbol(self) -> str:
        return {"c": "♣", "h": "♥"}[self.value]


class Size(IntEnum):
    S = 1
    M = 2
    L = 3

    @classmethod
    def biggest(cls) -> "Size":
        return max(cls)

    def __str__(self) -> str:
        return self.name.lower()


class Token(StrEnum):
    PLUS = "+"
    NUM = auto()


def parse(cls: Type[E], text: str) -> E:
    for member in cls:
        if member.name.lower() == text.lower():
            return member
    raise ValueError(f"no {cls.__name__} called {text!r}")


def names(cls: type[E]) -> list[str]:
    return [m.name for m in cls]


@dataclass(frozen=True)
class Shirt:
    size: Size
    suit: Suit = Suit.HEARTS
    extra: tuple[Token, ...] = ()


@dataclass
class Order:
    lines: dict[Shirt, int] = field(default_factory=dict)
    state: "Order.State | None" = None

    class State(Enum):
        OPEN = 1
        DONE = 2

        def next(self) -> "Order.State":
            return Order.State.DONE

    def __post_init__(self) -> None:
        if self.state is None:
            self.state = Order.State.OPEN


class Registry(Generic[E]):
    def __init__(self) -> None:
        self.items: dict[E, list[str]] = {}

    def put(self, key: E, text: str) -> None:
        self.items.setdefault(key, []).append(text)

    def keys(self) -> list[str]:
        return sorted(k.name for k in self.items)


print(parse(Suit, "hearts"), parse(Size, "m"), parse(Token, "NUM"), names(Suit), names(Size))
try:
    parse(Suit, "stars")
except ValueError as error:
    print(error)
print(Size.biggest(), repr(Size.L), f"{Size.M}", f"{Size.M:d}" if False else "", str(Size.S), Size.L.value + 1, [str(s) for s in Size])
s = Shirt(Size.M)
print(s, s == Shirt(Size.M, Suit.HEARTS), hash(s) == hash(Shirt(Size.M)), Shirt(Size.L, extra=(Token.PLUS, Token.NUM)), s.suit.symbol)
o = Order({s: 2})
o.lines[Shirt(Size.S)] = 5
assert o.state is not None
print(o, o.state.next(), o.state is Order.State.OPEN, Order.State.OPEN.name, sorted(o.lines, key=lambda x: x.size)[0].size)
r: Registry[Suit] = Registry()
r.put(Suit.HEARTS, "x")
r.put(Suit.HEARTS, "y")
r.put(Suit.CLUBS, "z")
print(r.keys(), r.items)
mixed: list[Suit | Size | str] = [Suit.CLUBS, Size.M, "text"]
for m in mixed:
    if isinstance(m, Enum):
        print(m.name, m.value)
    else:
        print(m.upper())
anything: Any = Suit.CLUBS
print(anything.name, anything.symbol, anything == Suit.CLUBS, anything.value, type(anything).__name__)
print({Suit.CLUBS: Size.S}, [Suit.HEARTS] * 2, (Size.L, Token.PLUS), {"k": Suit.CLUBS}["k"].symbol)
print(dict(zip(Suit, Size)), list(map(lambda x: x.value, Suit)), [*Suit], tuple(Size), set(Size) == {1, 2, 3}, any(x is Suit.CLUBS for x in Suit))
first, second = Suit
print(first, second, sorted(Suit, key=lambda x: x.value, reverse=True), {x.value: x for x in Suit}["h"])
counts = {member: 0 for member in Suit}
for c in "chh":
    counts[Suit(c)] += 1
print(counts, max(counts, key=lambda k: counts[k]))
