"""IntEnum: members are ints everywhere: arithmetic, containers, formats, indices, narrowing."""

import json
from enum import Enum, IntEnum, auto
from typing import Any, Union


class Priority(IntEnum):
    LOW = 1
    MEDIUM = 5
    HIGH = 10
    URGENT = HIGH + 5

    def label(self) -> str:
        return f"[{self.name}]"


class Digit(IntEnum):
    ZERO = 0
    ONE = auto()
    TWO = auto()


class Plain(int, Enum):
    A = 1
    B = 2


def double(x: int) -> int:
    return x * 2


def kind(x: int) -> str:
    if isinstance(x, Priority):
        return "priority " + x.name
    if isinstance(x, bool):
        return "bool"
    return "int"


p = Priority.HIGH
print(p, repr(p), str(p), f"{p}", f"{p:04d}", f"{p!r:>24}", "%d %s %r" % (p, p, p), "{:x}".format(p))
print(p + 1, 1 + p, p - Priority.LOW, p * 2, -p, ~p, p / 4, p // 3, p % 3, p**2, divmod(p, 3), p & 6, p | 5, p ^ 3, p << 2, abs(p))
print(p > 5, p == 10, 10 == p, p != Priority.LOW, Priority.LOW < Priority.MEDIUM, p >= 10.0, p == 10.0, max(Priority), sorted([Priority.HIGH, 3, Priority.LOW]))
print(sum(Priority), sum([Priority.LOW, Priority.MEDIUM]), min(Priority.HIGH, 3), int(p), float(p), bool(Digit.ZERO), bool(p), hash(p) == hash(10))
print([10, 20, 30][Digit.ONE], "abc"[Digit.TWO], list(range(Digit.TWO)), "ab" * Digit.TWO, [0] * Digit.TWO)
d: dict[int, str] = {1: "one", Priority.MEDIUM: "five"}
print(d[Priority.LOW], d[5], d, Priority.HIGH in {10: 1}, {Priority.LOW, 1, 2}, 5 in [Priority.MEDIUM])
x: int = Priority.MEDIUM
print(x, repr(x), x + 1, double(Priority.LOW), kind(x), kind(5), kind(True), isinstance(x, int), type(x).__name__, x is Priority.MEDIUM)
numbers: list[int] = [Priority.LOW, 2, Priority.HIGH]
print(numbers, sum(numbers), [n + 1 for n in numbers], numbers.index(10), numbers.count(1), sorted(numbers, reverse=True))
print(Priority(5), Priority["LOW"], Priority(Priority.HIGH), list(Priority), len(Priority), Priority.URGENT.value, Priority.URGENT.label())
for bad in (3, "LOW"):
    try:
        Priority(bad)  # type: ignore[arg-type]
    except ValueError as error:
        print(error)
print(Digit.ONE + Digit.TWO, Digit(0) is Digit.ZERO, [q.value for q in Digit], Digit.TWO.bit_length(), (5).__add__(Digit.TWO), p.real, p.numerator)
print(Plain.A, repr(Plain.A), f"{Plain.A}", Plain.A + Plain.B, Plain.A == 1, Plain.B > Plain.A, [Plain.A], Plain(2).name)
print(json.dumps([1, Priority.LOW, {"a": Priority.HIGH}]), round(p), p.to_bytes(2, "big"), pow(Digit.TWO, 10), hex(p), bin(Digit.TWO), chr(Priority.HIGH))
anything: list[Any] = [Priority.LOW, 1, Plain.B, "s", 2.5, None]
for value in anything:
    print(value, repr(value), isinstance(value, int), isinstance(value, Enum), value == 1)
total: int = 0
for q in Priority:
    total += q
print(total, 10**20 + Priority.HIGH, Priority.HIGH * 10**20, Priority.LOW - 10**20 < 0, Priority.HIGH < 10**20)


def choose(v: Union[int, str]) -> str:
    match v:
        case Priority.LOW:
            return "low"
        case 5:
            return "five"
        case int():
            return f"int {v}"
        case _:
            return v


print([choose(v) for v in (1, Priority.LOW, Priority.MEDIUM, Priority.HIGH, 7, "s")])
floats: list[float] = [1.5, Priority.HIGH, 2]
print(floats, sum(floats), Priority.HIGH * 1.5, 0.5 + Priority.LOW)
