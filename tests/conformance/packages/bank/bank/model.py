"""Accounts."""

from dataclasses import dataclass, field

from .errors import BankError, NoAccount, Overdrawn


@dataclass
class Account:
    name: str
    balance: int
    history: list[int] = field(default_factory=list)

    def change(self, amount: int) -> None:
        if self.balance + amount < 0:
            raise Overdrawn(self.name, -(self.balance + amount))
        self.balance += amount
        self.history.append(amount)


class Bank:
    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}

    def open(self, name: str, balance: int) -> Account:
        if name in self._accounts:
            raise BankError(f"{name} exists already")
        account = self._accounts[name] = Account(name, balance)
        return account

    def get(self, name: str) -> Account:
        try:
            return self._accounts[name]
        except KeyError:
            raise NoAccount(name) from None

    def move(self, source: str, target: str, amount: int) -> None:
        a, b = self.get(source), self.get(target)
        a.change(-amount)
        b.change(amount)

    def accounts(self) -> list[Account]:
        return list(self._accounts.values())
