from dataclasses import dataclass
import math
from typing import Callable, Iterable, Sequence


@dataclass
class Shape:
    width: float
    height: float = 1

    def area(self) -> float:
        return self.width * self.height

    def scaled(self, k: float) -> "Shape":
        return Shape(self.width * k, self.height * k)


def mean(xs: Sequence[float]) -> float:
    return sum(xs) / len(xs)


def total(xs: Iterable[float]) -> float:
    t: float = 0
    for x in xs:
        t += x
    return t


def apply(f: Callable[[float], float], x: float) -> float:
    return f(x)


def half(x: float) -> float:
    return x / 2


def same(x: float) -> float:
    return x


def clamp(x: float, low: float = 0, high: float = 10) -> float:
    return low if x < low else high if x > high else x


def maybe(x: float | None = None) -> float:
    if x is None:
        return 0
    return x


class Account:
    rate: float = 2

    def __init__(self) -> None:
        self.balance: float = 0

    def deposit(self, amount: float) -> None:
        if amount <= 0:
            raise ValueError(f"bad amount {amount}")
        self.balance += amount

    @property
    def interest(self) -> float:
        return self.balance * self.rate


def main() -> None:
    s = Shape(3, 4)
    print(s, s.area(), s.scaled(2), s.scaled(0.5), Shape(2.5).area())
    print(mean([1, 2, 3, 4]), mean([1.5, 2]), mean((1, 2)))
    print(total([1, 2, 3]), total([0.5, 1]), total([]), total({1: 2}))
    print(apply(half, 3), apply(same, 3), apply(lambda v: v * v, 4), apply(math.sqrt, 16))
    print(clamp(5), clamp(-1), clamp(11), clamp(2.5), clamp(20, high=30.5))
    print(maybe(), maybe(3), maybe(2.5))
    a = Account()
    print(a.balance)
    a.deposit(10)
    print(a.balance, a.interest)
    a.deposit(2.5)
    print(a.balance, a.interest, Account.rate)
    try:
        a.deposit(0)
    except ValueError as e:
        print(e)
    points: list[tuple[float, float]] = [(0, 0), (1.5, 2), (3, 4)]
    for px, py in points:
        print(px, py, math.hypot(px, py))
    table: dict[str, float] = {"a": 1, "b": 2.5}
    table["c"] = 3
    print(table, sum(table.values()), max(table.values()), min(table.values()))
    values: list[float] = [3, 1.5, 2]
    values.append(7)
    values.sort()
    print(values, sorted(values, reverse=True), 3 in values, values.index(2.0))
    print([v * 2 for v in values], [int(v) for v in values], [round(v, 1) for v in values])
    x: float = 10**20
    print(x, x + 1, x + 1.0, -x, abs(-3 if values else 2.5), x == 1e20, hash(x) == hash(1e20))
    y: float = 7
    print(y // 2, y % 3, y ** 2, y / 2, divmod(y, 2), f"{y:.2f} {y} {y!r:>5}", isinstance(y, int), isinstance(y, float))
    z: float = 1 if len(values) > 2 else 2.5
    print(z, float(z), int(z), str(z), bool(z), z or 3)
    w: float = True
    print(w, w + 1)
    best: float | None = None
    for v in [3, 1, 2]:
        if best is None or v < best:
            best = v
    print(best)
    print(math.floor(y), math.ceil(y), round(y))


main()
