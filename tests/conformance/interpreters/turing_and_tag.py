"""Turing machines given as tables: a busy beaver, binary increment, and a machine that has no rule."""

from collections import defaultdict
from typing import Iterator

Rule = tuple[str, int, str]
Table = dict[tuple[str, str], Rule]


class Tape:
    __slots__ = ("cells", "head", "blank")

    def __init__(self, text: str = "", blank: str = "_") -> None:
        self.blank = blank
        self.cells: defaultdict[int, str] = defaultdict(lambda: self.blank)
        for i, ch in enumerate(text):
            self.cells[i] = ch
        self.head = 0

    def __getitem__(self, where: int) -> str:
        return self.cells.get(where, self.blank)

    def __iter__(self) -> Iterator[str]:
        if not self.cells:
            return
        low, high = min(self.cells), max(self.cells)
        for i in range(low, high + 1):
            yield self[i]

    def __str__(self) -> str:
        return "".join(self).strip(self.blank)


class NoRule(LookupError):
    def __str__(self) -> str:
        state, symbol = self.args
        return f"state {state} has no rule for {symbol!r}"


def parse(text: str) -> Table:
    table: Table = {}
    for line in text.strip().splitlines():
        left, right = line.split("->")
        state, symbol = left.split()
        write, move, then = right.split()
        assert (state, symbol) not in table, f"two rules for {state} {symbol}"
        table[state, symbol] = (write, {"L": -1, "R": 1, "N": 0}[move], then)
    return table


def run(table: Table, tape: Tape, state: str = "A", limit: int = 100_000) -> Iterator[tuple[int, str]]:
    for step in range(limit):
        if state == "H":
            return
        symbol = tape.cells[tape.head]
        if (state, symbol) not in table:
            raise NoRule(state, symbol)
        write, move, state = table[state, symbol]
        tape.cells[tape.head] = write
        tape.head += move
        yield step, state


BEAVER = parse(
    """
    A 0 -> 1 R B
    A 1 -> 1 L B
    B 0 -> 1 L A
    B 1 -> 0 L C
    C 0 -> 1 R H
    C 1 -> 1 L D
    D 0 -> 1 R D
    D 1 -> 0 R A
    """
)
tape = Tape(blank="0")
states: dict[str, int] = {}
for step, state in run(BEAVER, tape):
    states[state] = states.get(state, 0) + 1
print(step + 1, str(tape), str(tape).count("1"), states)

INCREMENT = parse("A 0 -> 0 R A\nA 1 -> 1 R A\nA _ -> _ L B\nB 1 -> 0 L B\nB 0 -> 1 N H\nB _ -> 1 N H")
number = Tape("1011")
for _ in range(6):
    number.head = 0
    steps = sum(1 for _ in run(INCREMENT, number))
    number = Tape(str(number))
    print(str(number), int(str(number), 2), steps)

PALINDROME = parse(
    """
    A a -> _ R P
    A b -> _ R Q
    A _ -> y N H
    P a -> a R P
    P b -> b R P
    P _ -> _ L X
    X a -> _ L Z
    X _ -> y N H
    X b -> n N H
    Q a -> a R Q
    Q b -> b R Q
    Q _ -> _ L Y
    Y b -> _ L Z
    Y _ -> y N H
    Y a -> n N H
    Z a -> a L Z
    Z b -> b L Z
    Z _ -> _ R A
    """
)
for word in ("abba", "abab", "a", "", "aabbaa", "abcba"):
    tape = Tape(word)
    try:
        steps = sum(1 for _ in run(PALINDROME, tape))
    except NoRule as error:
        print(f"{word!r}: {error}", error.args)
    else:
        print(f"{word!r}: {'yes' if 'y' in str(tape) else 'no'} after {steps}")
try:
    parse("A 0 -> 1 R B\nA 0 -> 0 L H")
except AssertionError as error:
    print("refused:", error)
parse("A 0 -> 1 X B")
