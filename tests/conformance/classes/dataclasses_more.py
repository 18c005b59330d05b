"""Dataclasses that inherit, post-process, hide fields."""

from dataclasses import dataclass, field, replace


@dataclass
class Base:
    id: int
    label: str = "none"


@dataclass
class Child(Base):
    children: list[int] = field(default_factory=list)
    secret: str = field(default="s", repr=False)

    def __post_init__(self) -> None:
        self.children.append(self.id)


@dataclass(frozen=True, order=True)
class Money:
    amount: int
    currency: str = "EUR"

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


@dataclass(eq=False)
class Identity:
    value: int


@dataclass
class Pair:
    left: "Pair | None"
    value: float
    flag: bool = False


child = Child(7, "c")
print(child, child.secret, Base(1), Child(1) == Child(1), Child(1).children is Child(1).children)
print(Money(5), repr(Money(5)), sorted([Money(5), Money(3, "USD"), Money(3)]), Money(1) <= Money(1), max(Money(2), Money(9)))
print(replace(Money(5), currency="CHF"), Identity(1) == Identity(1))
print(Pair(Pair(None, 0.5), 1.25, True))
