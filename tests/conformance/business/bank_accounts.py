"""Accounts with a journal: transfers that roll back, interest, holds, audit; custom exceptions with notes and causes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import ClassVar


class BankError(Exception):
    """Anything the bank refuses."""


class InsufficientFunds(BankError):
    def __init__(self, account: Account, wanted: int) -> None:
        super().__init__(f"{account.owner} has {account.available}, wanted {wanted}")
        self.missing = wanted - account.available


class Frozen(BankError):
    pass


@dataclass
class Entry:
    number: int
    text: str
    amount: int
    balance: int


@dataclass
class Account:
    numbers: ClassVar[Iterator[int]] = count(1001)
    owner: str
    balance: int = 0
    frozen: bool = False
    holds: list[int] = field(default_factory=list, repr=False)
    journal: list[Entry] = field(default_factory=list, repr=False)
    number: int = field(default_factory=lambda: next(Account.numbers))

    @property
    def available(self) -> int:
        return self.balance - sum(self.holds)

    def post(self, text: str, amount: int) -> None:
        if self.frozen:
            raise Frozen(f"account {self.number} is frozen")
        if amount < 0 and -amount > self.available:
            raise InsufficientFunds(self, -amount)
        self.balance += amount
        self.journal.append(Entry(len(self.journal) + 1, text, amount, self.balance))

    @contextmanager
    def hold(self, amount: int) -> Iterator[None]:
        if amount > self.available:
            raise InsufficientFunds(self, amount)
        self.holds.append(amount)
        try:
            yield
        finally:
            self.holds.remove(amount)


class Bank:
    def __init__(self) -> None:
        self.accounts: dict[int, Account] = {}

    def open(self, owner: str, deposit: int = 0) -> Account:
        account = Account(owner)
        self.accounts[account.number] = account
        if deposit:
            account.post("opening", deposit)
        return account

    @contextmanager
    def transaction(self, label: str) -> Iterator[None]:
        saved = {number: (account.balance, len(account.journal)) for number, account in self.accounts.items()}
        try:
            yield
        except BankError as error:
            for number, (balance, length) in saved.items():
                account = self.accounts[number]
                if len(account.journal) > length:
                    error.add_note(f"rolled back {len(account.journal) - length} of {account.owner}")
                account.balance = balance
                del account.journal[length:]
            raise BankError(f"{label} failed") from error

    def transfer(self, source: int, target: int, amount: int) -> None:
        with self.transaction(f"transfer of {amount}"):
            self.accounts[source].post(f"to {target}", -amount)
            self.accounts[target].post(f"from {source}", amount)

    def audit(self) -> int:
        for account in self.accounts.values():
            running = 0
            for entry in account.journal:
                running += entry.amount
                assert running == entry.balance, entry
            assert running == account.balance, account
        return sum(account.balance for account in self.accounts.values())


bank = Bank()
ada, bob, eve = bank.open("ada", 100), bank.open("bob"), bank.open("eve", 50)
bank.transfer(ada.number, bob.number, 30)
print(ada, bob, bank.audit())
eve.frozen = True
for source, target, amount in ((1001, 1002, 500), (1001, 1003, 20), (1002, 1009, 5)):
    try:
        bank.transfer(source, target, amount)
    except BankError as error:
        cause = error.__cause__
        print(error, "|", type(cause).__name__, cause, "|", getattr(cause, "__notes__", []), "|", getattr(cause, "missing", None))
    except KeyError as error:
        print("no account", error, error.__context__)
        bob.post("repair", 5)
print(ada.balance, bob.balance, len(ada.journal), bank.audit())
with ada.hold(60):
    print(ada.available, ada.holds)
    try:
        with ada.hold(20):
            print("never")
    except InsufficientFunds as error:
        print(error, error.missing)
    try:
        ada.post("cash", -11)
    except BankError as error:
        print(type(error).__name__, error)
print(ada.available, ada.holds, [(e.number, e.text, e.amount) for e in ada.journal])
print(sorted(bank.accounts.values(), key=lambda a: (-a.balance, a.owner))[0].owner, bank.accounts[1003] == Account("eve", 50, True, number=1003), bank.accounts[1003] == eve)
bank.transfer(ada.number, eve.number, 1)
