"""A state machine, a tokenizer and permissions with enumerations, as programs use them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, auto
from typing import Callable, Iterator


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    STOPPED = auto()

    def can(self, other: State) -> bool:
        return other in TRANSITIONS[self]

    def __lt__(self, other: State) -> bool:
        return self.value < other.value


TRANSITIONS: dict[State, frozenset[State]] = {
    State.IDLE: frozenset({State.RUNNING}),
    State.RUNNING: frozenset({State.STOPPED, State.IDLE}),
    State.STOPPED: frozenset(),
}


class Kind(Enum):
    NUMBER = r"[0-9]"
    OPERATOR = "+-*/"
    SPACE = " "

    @classmethod
    def of(cls, ch: str) -> Kind:
        if ch.isdigit():
            return cls.NUMBER
        for kind in (cls.OPERATOR, cls.SPACE):
            if ch in kind.value:
                return kind
        raise ValueError(f"bad character {ch!r}")


class Rank(IntEnum):
    LOW, MID, HIGH = 1, 2, 3


class Access(Flag):
    READ = auto()
    WRITE = auto()
    ADMIN = READ | WRITE | 8


class Operation(Enum):
    ADD = ("+", 1)
    MUL = ("*", 2)

    def __init__(self, sign: str, precedence: int) -> None:
        self.sign = sign
        self.precedence = precedence

    def apply(self, a: int, b: int) -> int:
        if self is Operation.ADD:
            return a + b
        return a * b


@dataclass
class Machine:
    state: State = State.IDLE
    history: tuple[State, ...] = ()

    def go(self, target: State) -> None:
        if not self.state.can(target):
            raise RuntimeError(f"{self.state.name} -> {target.name}")
        self.history += (self.state,)
        self.state = target


def tokens(text: str) -> Iterator[tuple[Kind, str]]:
    current, buffer = None, ""
    for ch in text:
        kind = Kind.of(ch)
        if kind is not current and buffer and current is not None:
            yield current, buffer
            buffer = ""
        current, buffer = kind, buffer + ch
    if current is not None:
        yield current, buffer


m = Machine()
for target in (State.RUNNING, State.IDLE, State.RUNNING, State.STOPPED, State.IDLE):
    try:
        m.go(target)
    except RuntimeError as error:
        print("error:", error)
print(m, sorted({State.STOPPED, State.IDLE}), min(State), State.IDLE < State.RUNNING)
print([(k.name, t) for k, t in tokens("12 + 345*6")])
try:
    list(tokens("1 ? 2"))
except ValueError as error:
    print(error)
print(Counter(k for k, _ in tokens("1 + 2 + 3")).most_common(2))
print(list(Rank), Rank.LOW + Rank.HIGH, Rank["MID"])
print(Access.ADMIN, repr(Access.READ | Access.WRITE), Access.WRITE in Access.ADMIN, [a.name for a in Access], list(Access.ADMIN))
print([(op.name, op.sign, op.precedence, op.apply(3, 4), op.value) for op in Operation], Operation(("+", 1)).name)  # type: ignore[call-arg, arg-type]
handlers: dict[State, Callable[[], str]] = {State.IDLE: lambda: "zzz", State.RUNNING: lambda: "brr"}
print(handlers[State.IDLE](), handlers.get(State.STOPPED, lambda: "none")())
match m.state:
    case State.IDLE | State.RUNNING:
        print("alive")
    case State.STOPPED:
        print("dead")
print(repr(m.state), m.state.value, State(2), State.__members__.keys() == {"IDLE", "RUNNING", "STOPPED"})
