"""State machines two ways: a transition table with guards and a class per state; histories and illegal moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

S = TypeVar("S", bound=Enum)
E = TypeVar("E", bound=Enum)


class Transition(NamedTuple):
    source: Any
    event: Any
    target: Any
    guard: Callable[[dict[str, int]], bool] | None = None
    action: Callable[[dict[str, int]], None] | None = None


class IllegalTransition(Exception):
    def __init__(self, state: Enum, event: Enum, why: str) -> None:
        super().__init__(f"{event.name} in {state.name}: {why}")


@dataclass
class Machine(Generic[S, E]):
    state: S
    table: list[Transition]
    data: dict[str, int] = field(default_factory=dict)
    history: list[tuple[S, E, S]] = field(default_factory=list)

    def fire(self, event: E) -> S:
        blocked = False
        for transition in self.table:
            if transition.source is not self.state or transition.event is not event:
                continue
            if transition.guard is not None and not transition.guard(self.data):
                blocked = True
                continue
            if transition.action is not None:
                transition.action(self.data)
            old, self.state = self.state, transition.target
            self.history.append((old, event, self.state))
            return self.state
        raise IllegalTransition(self.state, event, "guard says no" if blocked else "no such transition")

    def run(self, events: Iterable[E]) -> list[str]:
        out: list[str] = []
        for event in events:
            try:
                out.append(self.fire(event).name)
            except IllegalTransition as error:
                out.append(f"!{error}")
        return out


class P(Enum):
    READY = auto()
    RUNNING = auto()
    BLOCKED = auto()
    DONE = auto()


class Ev(Enum):
    DISPATCH = "d"
    PREEMPT = "p"
    WAIT = "w"
    WAKE = "k"
    EXIT = "x"


def bump(key: str, by: int = 1) -> Callable[[dict[str, int]], None]:
    def action(data: dict[str, int]) -> None:
        data[key] = data.get(key, 0) + by

    return action


table = [
    Transition(P.READY, Ev.DISPATCH, P.RUNNING, action=bump("runs")),
    Transition(P.RUNNING, Ev.PREEMPT, P.READY, action=bump("preempted")),
    Transition(P.RUNNING, Ev.WAIT, P.BLOCKED, lambda d: d.get("waits", 0) < 2, bump("waits")),
    Transition(P.BLOCKED, Ev.WAKE, P.READY),
    Transition(P.RUNNING, Ev.EXIT, P.DONE, lambda d: d["runs"] >= 3),
]
machine: Machine[P, Ev] = Machine(P.READY, table)
print(machine.run(Ev(ch) for ch in "dpdwkdwkdwxxd"))
print(machine.data, machine.state, len(machine.history), machine.history[-1])


class Light:
    after: ClassVar[type[Light]]
    seconds: ClassVar[int] = 1
    entered: ClassVar[dict[str, int]] = {}

    def __init_subclass__(cls, /, seconds: int, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        cls.seconds = seconds

    def __init__(self) -> None:
        self.left = self.seconds
        name = self.__class__.__name__
        self.entered[name] = self.entered.get(name, 0) + 1

    def tick(self) -> Light:
        self.left -= 1
        return self if self.left else self.after()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.left})"


class Red(Light, seconds=3):
    pass


class Green(Light, seconds=2):
    pass


class Amber(Light, seconds=1):
    def tick(self) -> Light:
        print("  careful")
        return super().tick()


Red.after, Green.after, Amber.after = Green, Amber, Red
light: Light = Red()
trace = []
for _ in range(10):
    trace.append(repr(light))
    light = light.tick()
print(" ".join(trace), Light.entered, Light.seconds, Red.seconds)


class Vending:
    def __init__(self, prices: dict[str, int]) -> None:
        self.prices = prices
        self.credit = 0
        self._handle: Callable[[str], str] = self.waiting

    def feed(self, token: str) -> str:
        return self._handle(token)

    def waiting(self, token: str) -> str:
        match token.split():
            case ["coin", amount] if amount.isdecimal():
                self.credit += int(amount)
                self._handle = self.paid
                return f"credit {self.credit}"
            case _:
                return "insert a coin"

    def paid(self, token: str) -> str:
        match token.split():
            case ["coin", _]:
                return self.waiting(token)
            case ["pick", name] if self.prices.get(name, 10**9) <= self.credit:
                rest, self.credit = self.credit - self.prices[name], 0
                self._handle = self.waiting
                return f"{name}, {rest} back"
            case ["pick", name] if name in self.prices:
                return f"{self.prices[name] - self.credit} more"
            case ["cancel"]:
                rest, self.credit, self._handle = self.credit, 0, self.waiting
                return f"{rest} back"
        raise ValueError(f"cannot {token}")


vending = Vending({"tea": 120, "gum": 35})
for token in ("pick tea", "coin 100", "pick tea", "coin 50", "pick tea", "cancel", "coin 20", "cancel", "coin x"):
    print(token, "->", vending.feed(token))
vending.feed("coin 5")
print(vending._handle == vending.paid, vending._handle == vending.waiting)
vending.feed("pick rope")
