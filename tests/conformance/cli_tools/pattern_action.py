# stdin: anna 31 1200.50\nbob 25 900\ncleo 42 3100.25\n\ndan 19 -15\nbob 26 100\n
"""Pattern-action processing like awk: rules as closures over a record with cast-on-demand fields."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


class Record:
    """One line; fields count from one, field 0 is the line."""

    def __init__(self, number: int, line: str, separator: str | None) -> None:
        self.number = number
        self.line = line
        self.fields = line.split(separator)

    def __getitem__(self, index: int) -> str:
        if index == 0:
            return self.line
        if index < 0:
            raise IndexError(f"attempt to access field {index}")
        return self.fields[index - 1] if index <= len(self.fields) else ""

    def number_at(self, index: int) -> float:
        try:
            return float(self[index])
        except ValueError:
            return 0.0

    def __len__(self) -> int:
        return len(self.fields)


Condition = Callable[[Record], bool]
Action = Callable[[Record], None]


class Program:
    def __init__(self, separator: str | None = None) -> None:
        self.rules: list[tuple[Condition, Action]] = []
        self.endings: list[Callable[[int], None]] = []
        self.separator = separator

    def on(self, condition: Condition) -> Callable[[Action], Action]:
        def register(action: Action) -> Action:
            self.rules.append((condition, action))
            return action

        return register

    def at_end(self, action: Callable[[int], None]) -> Callable[[int], None]:
        self.endings.append(action)
        return action

    def run(self, lines: Iterable[str]) -> int:
        number = 0
        for number, line in enumerate(lines, 1):
            record = Record(number, line.rstrip("\n"), self.separator)
            for condition, action in self.rules:
                if condition(record):
                    action(record)
        for ending in self.endings:
            ending(number)
        return number


def both(*conditions: Condition) -> Condition:
    return lambda record: all(condition(record) for condition in conditions)


def negate(condition: Condition) -> Condition:
    return lambda record: not condition(record)


def not_empty(record: Record) -> bool:
    return len(record) > 0


def between(first: Condition, last: Condition) -> Condition:
    inside = False

    def check(record: Record) -> bool:
        nonlocal inside
        if not inside and first(record):
            inside = True
            if last(record):
                inside = False
            return True
        if inside:
            inside = not last(record)
            return True
        return False

    return check


totals: defaultdict[str, float] = defaultdict(float)
ages: dict[str, list[int]] = {}
program = Program()


@program.on(negate(not_empty))
def blank(record: Record) -> None:
    print(f"line {record.number} is blank: {record[0]!r} {record[3]!r}")


@program.on(not_empty)
def gather(record: Record) -> None:
    totals[record[1]] += record.number_at(3)
    ages.setdefault(record[1], []).append(int(record[2]))


@program.on(both(not_empty, lambda r: r.number_at(3) > 1000))
def rich(record: Record) -> None:
    print(f"{record[1]:<8}{record.number_at(3):>10,.2f}")


@program.on(between(lambda r: r[1] == "cleo", lambda r: r[1] == "dan"))
def ranged(record: Record) -> None:
    print(f"in range: {record.number}: {record.fields}")


@program.at_end
def summary(count: int) -> None:
    for name, total in sorted(totals.items(), key=lambda item: (-item[1], item[0])):
        print(f"{name}: {total:.2f} over {len(ages[name])}, ages {ages[name]}")
    print(f"records {count}, mean {sum(totals.values()) / count:.3f}")


print("ran over", program.run(sys.stdin))
counter: dict[str, Any] = {"n": 0}
csv = Program(",")


@csv.on(lambda r: r[2].isdigit())
def add(record: Record) -> None:
    counter["n"] += int(record[2])


print(csv.run(["a,5", "b,x", "c,-3", "d,10,7"]), counter)
print(csv.run([]), counter)
sample = Record(1, "x y", None)
print(repr(sample[9]), sample.number_at(1), len(sample))
bad = Program()
bad.on(not_empty)(lambda record: print(record[-1]))
bad.run(["\n", "words here\n"])
