# boot: yes
"""Classes: attributes, methods, identity, repr."""


class Account:
    bank = "Mirage Bank"
    opened = 0

    def __init__(self, owner: str, balance: int = 0) -> None:
        self.owner = owner
        self.balance = balance
        Account.opened += 1

    def deposit(self, amount: int) -> "Account":
        self.balance += amount
        return self

    def __repr__(self) -> str:
        return f"Account({self.owner!r}, {self.balance})"

    def __str__(self) -> str:
        return f"{self.owner}: {self.balance}"


a = Account("ann", 10)
b = Account("bob")
a.deposit(5).deposit(7)
print(a, b, repr(a), [a, b], f"{a} {a!r}")
print(Account.opened, a.bank, Account.bank, a is a, a == b, a != b, a.owner)
Account.bank = "Other"
print(a.bank, b.bank)
a.bank = "own"
print(a.bank, b.bank, Account.bank)
print(isinstance(a, Account), isinstance(1, Account), type(a) is Account, type(a).__name__, a.__class__.__name__)
