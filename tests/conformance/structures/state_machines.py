"""State machines: a vending machine by table, a parser of comments, an elevator, a turnstile with hooks, regular expressions to automata."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, Flag, auto
from typing import ClassVar


class State(Enum):
    IDLE = auto()
    READY = auto()
    VENDING = auto()
    BROKEN = auto()


class TransitionError(RuntimeError):
    pass


@dataclass
class Vending:
    price: int = 150
    stock: int = 2
    paid: int = 0
    state: State = State.IDLE
    log: list[str] = field(default_factory=list)
    table: ClassVar[dict[tuple[State, str], Callable[[Vending, int], State]]] = {}

    def fire(self, event: str, amount: int = 0) -> Vending:
        try:
            action = self.table[self.state, event]
        except KeyError:
            raise TransitionError(f"{event} while {self.state.name}") from None
        before, self.state = self.state, action(self, amount)
        self.log.append(f"{before.name}-{event}->{self.state.name}")
        return self

    def coin(self, amount: int) -> State:
        if amount not in (10, 20, 50, 100, 200):
            return State.BROKEN
        self.paid += amount
        return State.READY if self.paid >= self.price else State.IDLE

    def push(self, _: int) -> State:
        return State.VENDING if self.stock else State.IDLE

    def take(self, _: int) -> State:
        self.stock -= 1
        self.paid -= self.price
        return State.READY if self.paid >= self.price else State.IDLE

    def refund(self, _: int) -> State:
        self.paid = 0
        return State.IDLE


Vending.table = {
    (State.IDLE, "coin"): Vending.coin,
    (State.READY, "coin"): Vending.coin,
    (State.READY, "push"): Vending.push,
    (State.VENDING, "take"): Vending.take,
    (State.IDLE, "refund"): Vending.refund,
    (State.READY, "refund"): Vending.refund,
    (State.BROKEN, "repair"): lambda machine, amount: machine.refund(amount),
}


class Doors(Flag):
    CLOSED = 0
    FRONT = auto()
    BACK = auto()
    BOTH = FRONT | BACK


def elevator(calls: Iterable[tuple[int, Doors]], start: int = 0) -> list[str]:
    waiting: defaultdict[int, Doors] = defaultdict(lambda: Doors.CLOSED)
    for floor, doors in calls:
        waiting[floor] |= doors
    floor, direction, trace = start, 1, []
    while waiting:
        if not any((f - floor) * direction >= 0 for f in waiting):
            direction = -direction
        if floor in waiting:
            doors = waiting.pop(floor)
            trace.append(f"{floor}:{'+'.join(d.name or '?' for d in Doors if d & doors and d is not Doors.BOTH)}{'*' if doors == Doors.BOTH else ''}")
        else:
            floor += direction
    return trace


def strip_comments(text: str) -> str:
    out: list[str] = []
    state = "code"
    previous = ""
    for char in text:
        match state, previous + char:
            case "code", "/*":
                out.pop()
                state = "block"
                char = ""
            case "code", "//":
                out.pop()
                state = "line"
            case "block", "*/":
                state = "code"
                char = " "
                out.append(char)
            case "line", pair if pair.endswith("\n"):
                state = "code"
                out.append("\n")
            case ("code" | "string") as where, pair:
                if pair.endswith('"') and pair != '\\"':
                    state = "string" if where == "code" else "code"
                out.append(char)
        previous = char
    return "".join(out)


class Automaton:
    """Letters, |, *, +, ?, brackets: Thompson's construction, then subsets."""

    def __init__(self, pattern: str) -> None:
        self.edges: list[list[tuple[str, int]]] = []
        self.pattern, self.at = pattern, 0
        self.start, self.end = self.choice()
        if self.at < len(pattern):
            raise SyntaxError(f"unexpected {pattern[self.at]!r} at {self.at}")
        self.dfa: dict[frozenset[int], dict[str, frozenset[int]]] = {}

    def state(self) -> int:
        self.edges.append([])
        return len(self.edges) - 1

    def choice(self) -> tuple[int, int]:
        a, b = self.sequence()
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            c, d = self.sequence()
            start, end = self.state(), self.state()
            self.edges[start] += [("", a), ("", c)]
            self.edges[b].append(("", end))
            self.edges[d].append(("", end))
            a, b = start, end
        return a, b

    def sequence(self) -> tuple[int, int]:
        start = end = self.state()
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            a, b = self.repeat()
            self.edges[end].append(("", a))
            end = b
        return start, end

    def repeat(self) -> tuple[int, int]:
        char = self.pattern[self.at]
        self.at += 1
        if char == "(":
            a, b = self.choice()
            if self.pattern[self.at : self.at + 1] != ")":
                raise SyntaxError("missing )")
            self.at += 1
        elif char in "*+?":
            raise SyntaxError(f"nothing to repeat at {self.at - 1}")
        else:
            a, b = self.state(), self.state()
            self.edges[a].append((char, b))
        if (sign := self.pattern[self.at : self.at + 1]) and sign in "*+?":
            self.at += 1
            start, end = self.state(), self.state()
            self.edges[start].append(("", a))
            self.edges[b].append(("", end))
            if sign != "+":
                self.edges[start].append(("", end))
            if sign != "?":
                self.edges[b].append(("", a))
            a, b = start, end
        return a, b

    def closure(self, states: Iterable[int]) -> frozenset[int]:
        seen = set(states)
        queue = deque(seen)
        while queue:
            for char, target in self.edges[queue.popleft()]:
                if not char and target not in seen:
                    seen.add(target)
                    queue.append(target)
        return frozenset(seen)

    def matches(self, text: str) -> bool:
        current = self.closure([self.start])
        for char in text:
            row = self.dfa.setdefault(current, {})
            if char not in row:
                row[char] = self.closure(t for s in current for c, t in self.edges[s] if c == char)
            current = row[char]
        return self.end in current


machine = Vending()
for event, amount in (("coin", 100), ("coin", 100), ("push", 0), ("take", 0), ("coin", 100), ("push", 0), ("take", 0), ("coin", 200), ("push", 0), ("refund", 0), ("coin", 3), ("repair", 0)):
    machine.fire(event, amount)
print(*machine.log, machine.stock, machine.paid)
print(elevator([(3, Doors.FRONT), (1, Doors.BACK), (5, Doors.FRONT), (3, Doors.BACK), (0, Doors.FRONT)], start=2), Doors.BOTH, ~Doors.FRONT, Doors(3) is Doors.BOTH, bool(Doors.CLOSED), list(Doors.BOTH))
print(repr(strip_comments('a /* b */ c // d\n"x // y" /* "z" **/ e "\\"/*" f')))
for pattern, samples in (("a(b|c)*d", ["ad", "abcbd", "abx", "d"]), ("(ab)+c?", ["ab", "ababc", "", "abcc"]), ("x*|y", ["", "xxx", "y", "xy"]), ("(a|ab)(c|bcd)(d*)", ["abcd", "acd", "abbcdd", "a"])):
    automaton = Automaton(pattern)
    print(pattern, [sample for sample in samples if automaton.matches(sample)], len(automaton.edges), len(automaton.dfa))
for broken in ("(a", "*a", "a)"):
    try:
        Automaton(broken)
    except SyntaxError as error:
        print(broken, error)
print(Automaton("(a*)*b").matches("a" * 300))
Vending().fire("coin", 50).fire("push")
