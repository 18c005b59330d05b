"""Local classes of a function that runs often: subclasses, super(), exceptions, dataclasses, factories of objects."""
from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Iterator


class Account(ABC):
    @abstractmethod
    def fee(self, amount: int) -> int: ...

    def describe(self) -> str:
        return f"{type(self).__name__}:{self.fee(100)}"


def accounts(rate: int, log: list[str]) -> list[Account]:
    made = 0

    class Plain(Account):
        def __init__(self, name: str) -> None:
            nonlocal made
            made += 1
            self.name = name

        def fee(self, amount: int) -> int:
            log.append(f"{self.name} {amount}")
            return amount * rate // 100

        def clone(self) -> Account:
            return Plain(self.name + "'")

    class Premium(Plain):
        def fee(self, amount: int) -> int:
            return super().fee(amount) - min(made, 2)

    class Silent(Premium):
        pass

    class Failed(Exception):
        def __str__(self) -> str:
            return f"rate {rate}: {self.args[0]}"

    def check(one: Account) -> str:
        try:
            if one.fee(10) > 1:
                raise Failed(one.describe())
        except Failed as failed:
            return f"failed {failed}"
        return "fine"

    plain, premium, silent = Plain("p"), Premium("q"), Silent("s")
    log.extend(check(one) for one in (plain, premium, silent))
    return [plain, premium, silent, plain.clone(), Silent("t")]


def nodes(prefix: str, count: int) -> Iterator[object]:
    @dataclass(order=True)
    class Node:
        number: int
        children: list[Node] = field(default_factory=list)

        def label(self) -> str:
            return f"{prefix}{self.number}[{', '.join(one.label() for one in self.children)}]"

        def __str__(self) -> str:
            return self.label()

        def add(self, number: int) -> Node:
            self.children.append(Node(number))
            return self

    top = Node(0)
    for number in range(count):
        yield Node(number).add(number + 1).add(number + 2)
        top.add(number)
    yield top


def visitor(depth: int) -> str:
    class Walker:
        def __enter__(self) -> Walker:
            steps.append(f"enter {depth}")
            return self

        def __exit__(self, *details: object) -> None:
            steps.append(f"leave {depth}")

        def go(self) -> str:
            return visitor(depth - 1) if depth else "bottom"

    steps: list[str] = []
    with Walker() as walker:
        found = walker.go()
    return f"{found} {steps}"


log: list[str] = []
for rate in (3, 20):
    for account in accounts(rate, log):
        print(account.describe(), type(account).__name__, isinstance(account, Account))
print(log)
for text in ("a", "b"):
    print([str(node) for node in nodes(text, 2)])
print(visitor(3))
