"""Methods that give something else than what they override declares, and results that nobody looks at."""

from __future__ import annotations


class Flags:
    def __init__(self) -> None:
        self.names: list[str] = []


class Base:
    def parse(self, n: int) -> Flags:
        flags = Flags()
        flags.names.append(str(n))
        return flags

    def size(self) -> int:
        return 1


class Other(Base):
    def __init__(self) -> None:
        self.n = 0

    def parse(self, n: int) -> None:  # type: ignore[override]
        self.n = n

    def size(self) -> str:  # type: ignore[override]
        return "many"


def use(items: list[Base]) -> None:
    for item in items:
        item.parse(3)
        print(item.size())
        x = item.size()
        print(x, type(x).__name__)


use([Base(), Other()])


class Loose(Base):
    def parse(self, n):  # type: ignore[no-untyped-def]
        pass


Loose().parse(1)
for one in (Base(), Loose(), Other()):
    one.parse(2)
