"""Requests handed along a chain: some handlers answer, some change the request, one ends the chain."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Ticket:
    subject: str
    priority: int
    tags: frozenset[str] = frozenset()


class Handler(ABC):
    def __init__(self) -> None:
        self._next: Handler | None = None
        self.seen = 0

    def then(self, other: Handler) -> Handler:
        self._next = other
        return other

    def handle(self, ticket: Ticket) -> str:
        self.seen += 1
        answer = self.attempt(ticket)
        if isinstance(answer, str):
            return f"{type(self).__name__}: {answer}"
        if self._next is None:
            raise LookupError(f"nobody takes {answer.subject!r}")
        return self._next.handle(answer)

    @abstractmethod
    def attempt(self, ticket: Ticket) -> str | Ticket: ...

    def __iter__(self) -> Iterator[Handler]:
        here: Handler | None = self
        while here is not None:
            yield here
            here = here._next


class Tagger(Handler):
    WORDS = {"refund": "money", "invoice": "money", "crash": "bug", "slow": "bug"}

    def attempt(self, ticket: Ticket) -> Ticket:
        found = {tag for word, tag in self.WORDS.items() if word in ticket.subject.lower()}
        return replace(ticket, tags=ticket.tags | found)


class Spam(Handler):
    def attempt(self, ticket: Ticket) -> str | Ticket:
        return "thrown away" if ticket.subject.isupper() else ticket


class Desk(Handler):
    def __init__(self, tag: str, limit: int) -> None:
        super().__init__()
        self.tag = tag
        self.limit = limit

    def attempt(self, ticket: Ticket) -> str | Ticket:
        if self.tag not in ticket.tags:
            return ticket
        if ticket.priority > self.limit:
            return replace(ticket, tags=ticket.tags - {self.tag} | {"boss"})
        return f"{self.tag} desk takes {ticket.subject!r}"


class Boss(Desk):
    def __init__(self) -> None:
        super().__init__("boss", 9)

    def attempt(self, ticket: Ticket) -> str | Ticket:
        answer = super().attempt(ticket)
        return answer.replace("desk", "office") if isinstance(answer, str) else answer


first = Spam()
first.then(Tagger()).then(Desk("money", 3)).then(Desk("bug", 5)).then(Boss())
for subject, priority in [
    ("Refund please", 2),
    ("WIN A PRIZE", 1),
    ("App is slow", 5),
    ("Crash on invoice", 4),
    ("Crash at start", 10),
    ("Hello there", 1),
]:
    try:
        print(first.handle(Ticket(subject, priority)))
    except LookupError as error:
        print("!", error)
print(" -> ".join(f"{type(handler).__name__}({handler.seen})" for handler in first))
