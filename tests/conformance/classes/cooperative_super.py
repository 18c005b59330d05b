"""`super()` follows the MRO of the object at hand: diamonds, mixins, class methods, properties."""

from __future__ import annotations

from abc import ABC, abstractmethod

log: list[str] = []


class Base:
    def __init__(self) -> None:
        log.append("Base")
        self.base = 1

    def path(self) -> list[str]:
        return ["Base"]

    @classmethod
    def names(cls) -> list[str]:
        return [f"Base of {cls.__name__}"]

    @property
    def size(self) -> int:
        return 1


class Left(Base):
    def __init__(self) -> None:
        log.append("Left>")
        super().__init__()
        self.left = self.base + 1
        log.append("<Left")

    def path(self) -> list[str]:
        return ["Left", *super().path()]

    @classmethod
    def names(cls) -> list[str]:
        return ["Left", *super().names()]

    @property
    def size(self) -> int:
        return super().size * 2


class Right(Base):
    def __init__(self) -> None:
        log.append("Right>")
        super().__init__()
        self.right = self.base + 10
        log.append("<Right")

    def path(self) -> list[str]:
        return ["Right", *super(Right, self).path()]

    @classmethod
    def names(cls) -> list[str]:
        return ["Right", *super().names()]

    @property
    def size(self) -> int:
        return super().size + 5


class Bottom(Left, Right):
    def __init__(self) -> None:
        super().__init__()
        log.append(f"{self.base} {self.left} {self.right}")

    def path(self) -> list[str]:
        return ["Bottom", *super().path()]


class Swapped(Right, Left):
    pass


class Deep(Bottom):
    def path(self) -> list[str]:
        return ["Deep", *super().path(), "end"]


for kind in (Base, Left, Right, Bottom, Swapped, Deep):
    log.clear()
    one = kind()
    print(kind.__name__, one.path(), kind.names(), one.size, log)
    print([c.__name__ for c in kind.__mro__])


class Handler(ABC):
    @abstractmethod
    def handle(self, text: str) -> str: ...

    def run(self, text: str) -> str:
        return f"<{self.handle(text)}>"


class Echo(Handler):
    def handle(self, text: str) -> str:
        return text


class Upper(Handler):
    def handle(self, text: str) -> str:
        return super().handle(text.upper())  # type: ignore[safe-super]


class Twice(Handler):
    times = 2

    def handle(self, text: str) -> str:
        return super().handle(text * self.times)  # type: ignore[safe-super]


class Loud(Upper, Twice, Echo):
    def run(self, text: str) -> str:
        return "!" + super().run(text)


class Thrice(Twice, Upper, Echo):
    times = 3


for handler in (Echo(), Loud(), Thrice()):
    print(handler.run("ab"), handler.handle("x"))


class Account:
    def __init__(self, owner: str, balance: int = 0) -> None:
        self.owner, self.balance = owner, balance

    def deposit(self, amount: int) -> int:
        self.balance += amount
        return self.balance


class Logged(Account):
    def __init__(self, owner: str, balance: int = 0) -> None:
        super().__init__(owner, balance)
        self.entries: list[str] = []

    def deposit(self, amount: int) -> int:
        after = super().deposit(amount)
        self.entries.append(f"+{amount}={after}")
        return after


class Bonus(Account):
    rate = 0.1

    def deposit(self, amount: int) -> int:
        return super().deposit(amount + int(amount * self.rate))


class Best(Logged, Bonus):
    rate = 0.5


class Other(Bonus, Logged):
    pass


for account in (Account("a"), Logged("b", 5), Bonus("c"), Best("d"), Other("e", 1)):
    print(type(account).__name__, account.deposit(100), account.deposit(10), getattr(account, "entries", None))
