"""A vending machine as an explicit state chart: entry and exit actions, guards, change making, and its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto, unique


@unique
class State(Enum):
    IDLE = auto()
    COLLECTING = auto()
    DISPENSING = auto()
    OUT_OF_SERVICE = auto()

    def __repr__(self) -> str:
        return f"<{self.name.lower().replace('_', ' ')}>"


class Rejected(Exception):
    def __init__(self, event: str, state: State, why: str = "not now") -> None:
        super().__init__(event, state, why)

    def __str__(self) -> str:
        event, state, why = self.args
        return f"{event} in {state!r}: {why}"


@dataclass
class Slot:
    name: str
    price: int
    stock: int


Guard = Callable[["Machine", str], bool]
Action = Callable[["Machine", str], None]


@dataclass(frozen=True)
class Transition:
    source: State
    event: str
    target: State
    guard: Guard | None = None
    action: Action | None = None
    why: str = ""


@dataclass
class Machine:
    slots: dict[str, Slot]
    coins: dict[int, int]
    state: State = State.IDLE
    credit: int = 0
    sold: list[str] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)

    def fire(self, event: str, argument: str = "") -> None:
        problems = []
        for t in TRANSITIONS:
            if t.source is self.state and t.event == event:
                if t.guard is not None and not t.guard(self, argument):
                    problems.append(t.why)
                    continue
                if t.target is not self.state:
                    self.trace.append(f"leave {self.state!r}")
                if t.action is not None:
                    t.action(self, argument)
                if t.target is not self.state:
                    self.state = t.target
                    self.trace.append(f"enter {self.state!r}")
                    if (enter := ENTRY.get(self.state)) is not None:
                        enter(self)
                return
        raise Rejected(event, self.state, *problems[:1])

    def change(self, amount: int) -> dict[int, int] | None:
        """The fewest coins, from those there are."""
        best: dict[int, dict[int, int]] = {0: {}}
        for total in range(1, amount + 1):
            options = []
            for coin, count in self.coins.items():
                rest = best.get(total - coin)
                if rest is not None and rest.get(coin, 0) < count:
                    options.append({**rest, coin: rest.get(coin, 0) + 1})
            if options:
                best[total] = min(options, key=lambda o: sum(o.values()))
        return best.get(amount)

    def pay_out(self, amount: int) -> str:
        coins = self.change(amount)
        if coins is None:
            raise ArithmeticError(f"no change for {amount}")
        for coin, count in coins.items():
            self.coins[coin] -= count
        self.credit -= amount
        return "+".join(f"{n}x{c}" for c, n in sorted(coins.items(), reverse=True)) or "nothing"


def insert(machine: Machine, argument: str) -> None:
    machine.credit += int(argument)
    machine.coins[int(argument)] += 1


def known_coin(machine: Machine, argument: str) -> bool:
    return argument.isdigit() and int(argument) in machine.coins


def affordable(machine: Machine, argument: str) -> bool:
    slot = machine.slots.get(argument)
    return slot is not None and slot.stock > 0 and slot.price <= machine.credit


def can_change(machine: Machine, argument: str) -> bool:
    return (
        affordable(machine, argument)
        and machine.change(machine.credit - machine.slots[argument].price) is not None
    )


def select(machine: Machine, argument: str) -> None:
    slot = machine.slots[argument]
    slot.stock -= 1
    machine.credit -= slot.price
    machine.sold.append(slot.name)


def give_back(machine: Machine, argument: str = "") -> None:
    machine.trace.append(f"return {machine.pay_out(machine.credit)}")


def dispensed(machine: Machine) -> None:
    machine.trace.append(f"drop {machine.sold[-1]}")
    give_back(machine)
    machine.fire("taken" if any(slot.stock for slot in machine.slots.values()) else "empty")


def refill(machine: Machine, argument: str) -> None:
    for slot in machine.slots.values():
        slot.stock += int(argument)


S = State
TRANSITIONS = [
    Transition(S.IDLE, "coin", S.COLLECTING, known_coin, insert, "unknown coin"),
    Transition(S.COLLECTING, "coin", S.COLLECTING, known_coin, insert, "unknown coin"),
    Transition(S.COLLECTING, "select", S.DISPENSING, can_change, select, "cannot serve that"),
    Transition(S.COLLECTING, "cancel", S.IDLE, None, give_back),
    Transition(S.DISPENSING, "taken", S.IDLE),
    Transition(S.DISPENSING, "empty", S.OUT_OF_SERVICE),
    Transition(S.OUT_OF_SERVICE, "service", S.IDLE, lambda m, a: a.isdigit(), refill, "how many?"),
]
ENTRY: dict[State, Callable[[Machine], None]] = {
    S.DISPENSING: dispensed,
    S.OUT_OF_SERVICE: lambda machine: machine.trace.append("lamp on"),
}
machine = Machine(
    {"A": Slot("water", 90, 2), "B": Slot("juice", 160, 1)}, {10: 1, 20: 1, 50: 2, 100: 0, 200: 0}
)
for line in (
    """
select A; coin 100; select A; coin 3; coin 200; select C; select B; coin 50; coin 50; cancel; cancel
coin 100; select A; coin 100; coin 50; select B; coin 50; select A; coin 1; service; service x; service 2; coin 10; cancel
""".strip()
    .replace("\n", "; ")
    .split("; ")
):
    event, _, argument = line.partition(" ")
    try:
        machine.fire(event, argument)
        print(f"{line}: {machine.state!r} credit {machine.credit} | {', '.join(machine.trace)}")
    except Rejected as error:
        print(f"{line}: rejected, {error}")
    except ArithmeticError as error:
        print(f"{line}: {error}")
    machine.trace.clear()
print(machine.sold, machine.coins, machine.slots)
print([(s.name, s.value) for s in State], len({t.event for t in TRANSITIONS}), TRANSITIONS[4])
print(Machine({}, {25: 10, 10: 10, 1: 4}).change(30), Machine({}, {5: 1}).change(10), machine.change(0))
try:
    machine.fire("kick")
except Rejected as error:
    print(repr(error))
Machine({}, {}, credit=5, state=S.COLLECTING).fire("cancel")
