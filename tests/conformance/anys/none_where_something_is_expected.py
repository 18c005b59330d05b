"""Operations on what may be None, which the type checker reports and `# type: ignore` lets pass."""

from __future__ import annotations

import re
from typing import Any, Callable, Optional

WORD = re.compile(r"(\w+):(\d+)")


class Account:
    def __init__(self, balance: Optional[int] = None, owner: Optional[str] = None) -> None:
        self.balance = balance
        self.owner = owner
        self.rows: Optional[list[int]] = None

    def deposit(self, amount: int) -> int:
        self.balance += amount  # type: ignore[operator]
        return self.balance  # type: ignore[return-value]

    def greeting(self) -> str:
        return self.owner + "!"  # type: ignore[operator]

    def first(self) -> int:
        return self.rows[0]  # type: ignore[index]

    def put(self, row: int) -> None:
        self.rows[0] = row  # type: ignore[index]

    def drop(self) -> None:
        del self.rows[0]  # type: ignore[union-attr, attr-defined]


def field(text: str) -> str:
    return WORD.match(text)[1]  # type: ignore[index]


def attempt(what: str, action: Callable[[], Any]) -> None:
    try:
        print(what, repr(action()))
    except (TypeError, AttributeError) as error:
        print(what, type(error).__name__, error)


empty, full = Account(), Account(5, "ann")
full.rows = [7, 8]
for account in (empty, full):
    attempt("deposit", lambda: account.deposit(3))
    attempt("greeting", account.greeting)
    attempt("first", account.first)
    attempt("put", lambda: account.put(9))
    attempt("drop", account.drop)
    attempt("less", lambda: account.balance < 100)  # type: ignore[operator]
    attempt("minus", lambda: -account.balance)  # type: ignore[operator]
    attempt("twice", lambda: account.owner * 2)  # type: ignore[operator]
    attempt("member", lambda: 8 in account.rows)  # type: ignore[operator]
    attempt("half", lambda: account.balance // 2)  # type: ignore[operator]
    attempt("power", lambda: account.balance**2)  # type: ignore[operator]
    attempt("length", lambda: len(account.owner))  # type: ignore[arg-type]
    attempt("part", lambda: account.owner[1:])  # type: ignore[index]
    attempt("upper", lambda: account.owner.upper())  # type: ignore[union-attr]
    attempt("items", lambda: [row for row in account.rows])  # type: ignore[union-attr]
for text in ("a:1", "nothing"):
    attempt("field", lambda: field(text))
