"""Classes derived from int: ids, flags with names, money; what computes with them takes them for ints."""

from __future__ import annotations

import json
from functools import lru_cache, total_ordering
from typing import Any


class UserId(int):
    """No more than a name for ints."""


class Port(int):
    name: str

    def __new__(cls, number: int, name: str = "?") -> Port:
        if not 0 < number < 65536:
            raise ValueError(f"no port: {number}")
        made = super().__new__(cls, number)
        made.name = name
        return made

    def __repr__(self) -> str:
        return f"Port({int(self)}, {self.name!r})"


class WebPort(Port):
    secure = False

    def url(self, host: str) -> str:
        return f"http{'s' if self.secure else ''}://{host}:{int(self)}/"


class Cents(int):
    def __init__(self, value: object = 0) -> None:
        self.asked = 0

    def __add__(self, other: int) -> Cents:
        return Cents(int(self) + int(other))

    def __radd__(self, other: int) -> Cents:
        return self + other

    def __str__(self) -> str:
        return f"{int(self) // 100}.{int(self) % 100:02d}"

    @lru_cache(maxsize=4)
    def with_tax(self, percent: int) -> Cents:
        self.asked += 1
        return Cents(int(self) * (100 + percent) // 100)


@total_ordering
class Level(int):
    pass


def show(x: object) -> None:
    text = f"{x:>6}|{x:04x}" if isinstance(x, int) else ""
    print(type(x).__name__, str(x), repr(x), f"{x}", format(x), text)


def twice(n: int) -> int:
    return n + n


show(UserId(7))
show(UserId("12"))
show(UserId("ff", 16))
show(UserId())
show(UserId(2.9))
show(UserId(10**40))
show(Port(22, "ssh"))
show(Port(80))
show(WebPort(8080, "web"))
print(WebPort(8080, "web").url("example.org"), WebPort.secure, WebPort(443).name)
show(Cents(1250))

p = Port(4, "four")
print(p + 1, 1 + p, p * p, -p, ~p, +p, p // 3, p % 3, 2**p, p**2, p << 1, p & 6, p | 3, p ^ 1, p / 8, divmod(p, 3))
print(p < 5, p == 4, 4 == p, p != 4, p >= Port(4), hash(p) == hash(4), abs(UserId(-3)), round(p), float(p))
print(type(p + 1).__name__, type(+p).__name__, type(p.real).__name__, type(abs(p)).__name__, type(int(p)).__name__)
print(UserId(10**40) + 1 == 10**40 + 1, hash(UserId(10**40)) == hash(10**40), UserId(10**40) // 10**39)
print(isinstance(p, int), isinstance(p, Port), isinstance(p, UserId), type(p) is Port, issubclass(WebPort, int))
print(WebPort.__mro__, Port.__bases__)

total = Cents(100) + 250
show(total)
show(1 + total)
show(total.with_tax(20))
total.with_tax(20)
print(total.asked, Cents.with_tax.cache_info().hits, twice(total), type(twice(total)).__name__)
show(sum([Cents(5), Cents(7)]))
print(type(twice(UserId(4))).__name__, sum([UserId(3), UserId(4)]), max(UserId(3), UserId(9)), sorted([Level(3), Level(1)]))
print(Level(1) < Level(2), Level(2) >= Level(2))

names: dict[int, str] = {4: "a", 7: "b"}
counts: dict[UserId, int] = {UserId(3): 1}
print(names[p], names.get(UserId(7)), UserId(7) in names, [10, 20, 30, 40, 50][p], counts, counts[UserId(3)], {UserId(1), 1, True})
print(list(range(UserId(3))), "ab" * UserId(2), p.bit_length(), p.to_bytes(2, "big"), bool(UserId(0)), "yes" if UserId(0) else "no")
print(json.dumps({"a": UserId(3), "b": [p], "c": {Cents(5): Cents(6)}}))
show(UserId.from_bytes(b"\x01\x02", "big"))
show(WebPort.from_bytes(b"\x01\x02", "big"))
print("%d %s %r %x" % (p, p, p, p), f"{p!r} {p!s} {p:5d}|{UserId(9):04d}")

held: Any = UserId(3)
show(held + 1)
show(held)
for item in [1, UserId(2), p, True]:
    match item:
        case bool():
            print("bool")
        case Port(name=name):
            print("port", name)
        case UserId():
            print("id", item)
        case int():
            print("int", item)
n: int = UserId(9)
if isinstance(n, UserId):
    print("narrowed", n, n is held)
for wrong in (0, 70000):
    try:
        Port(wrong)
    except ValueError as error:
        print(error)
try:
    UserId("x")
except ValueError as error:
    print(error)
