"""Commands as text."""

from .errors import BankError
from .model import Bank

bank = Bank()


def _open(name: str, balance: str) -> list[str]:
    account = bank.open(name, int(balance))
    return [f"opened {account}"]


def _move(source: str, target: str, amount: str) -> list[str]:
    bank.move(source, target, int(amount))
    return ["moved " + amount]


def run(command: str) -> list[str]:
    name, *arguments = command.split()
    if name == "open":
        return _open(arguments[0], arguments[1])
    if name == "move":
        return _move(arguments[0], arguments[1], arguments[2])
    if name == "show":
        return [f"{a.name:<5}{a.balance:>6} {a.history}" for a in bank.accounts()]
    raise BankError(f"unknown command {name}")
