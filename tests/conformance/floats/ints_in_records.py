"""Ints among the floats of records, queues, coroutines and tables: what was an int is one when it comes out."""

from __future__ import annotations

import asyncio
import heapq
from collections import defaultdict, deque
from collections.abc import Callable, Generator, Iterable
from dataclasses import InitVar, asdict, astuple, dataclass, field
from typing import ClassVar, Final, Generic, Protocol, TypedDict, TypeVar, cast

T = TypeVar("T")
N = TypeVar("N", bound=float)
LIMITS: Final[list[float]] = [1, 2.5, -3]
SCALE: Final = 0.5
STEP: Final[float] = 2


class Point(TypedDict):
    x: float
    y: float


class Sized(Protocol):
    size: float

    def area(self) -> float: ...


class Square:
    def __init__(self, size: float) -> None:
        self.size = size

    def area(self) -> float:
        return self.size * self.size


class Unit:
    size: float = 1

    def area(self) -> float:
        return 1.0


@dataclass
class Account:
    owner: str
    opening: InitVar[float]
    rate: float = 0.25
    balance: float = field(init=False)
    count: ClassVar[float] = 0

    def __post_init__(self, opening: float) -> None:
        self.balance = opening
        Account.count += 1

    def grow(self) -> float:
        self.balance += self.balance * self.rate
        return self.balance

    @property
    def half(self) -> float:
        return self.balance / 2

    @classmethod
    def of(cls, values: Iterable[float]) -> list[Account]:
        return [cls(f"n{i}", value) for i, value in enumerate(values)]

    @staticmethod
    def mean(values: list[float]) -> float:
        return sum(values) / len(values) if values else 0


class Cell(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    def get(self) -> T:
        return self.value


def bigger(a: N, b: N) -> N:
    return a if a > b else b


def averager() -> Generator[float, float, float]:
    total: float = 0
    count = 0
    while count < 3:
        got = yield total
        total += got
        count += 1
    return total


async def later(value: float) -> float:
    await asyncio.sleep(0)
    return value


async def gathered(values: list[float]) -> list[float]:
    return list(await asyncio.gather(*[later(value) for value in values]))


def folded(function: Callable[[float, float], float], values: list[float], start: float = 0.0) -> float:
    result = start
    for value in values:
        result = function(result, value)
    return result


def choose(flag: bool, a: float, b: float) -> float:
    return a if flag else b


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    return max(low, min(high, value))


def unpacked(pairs: list[tuple[str, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, value in pairs:
        doubled = value * 2
        found[name] = doubled
        found.setdefault(name + "!", value)
    return found


def main() -> None:
    print(LIMITS, SCALE, STEP, SCALE * STEP, STEP * 3, LIMITS[0] * STEP)
    point: Point = {"x": 1, "y": 2.0}
    x = point["x"]
    point["y"] = LIMITS[2]
    print(point, x, x * 1.0, point["y"], {**point, "x": 0.5})
    shapes: list[Sized] = [Square(LIMITS[0]), Square(0.5), Unit()]
    print([shape.size for shape in shapes], [shape.area() for shape in shapes])
    accounts = Account.of(LIMITS)
    print(accounts, Account.count, [account.grow() for account in accounts], accounts[0].half)
    print([asdict(account) for account in accounts[:1]], astuple(accounts[1]), Account("z", 4, 0).grow())
    print(Account.mean([]), Account.mean([1, 2]), Account.mean(LIMITS))
    cells = [Cell(value) for value in LIMITS]
    held: Cell[float] = Cell(3)
    print([cell.get() for cell in cells], held.get(), held.value + 1, Cell(0.5).get())
    print(bigger(LIMITS[0], LIMITS[2]), bigger(1, 2), bigger(0.5, 2.5))
    source = averager()
    next(source)
    sent = [source.send(1), source.send(LIMITS[0])]
    try:
        source.send(0.5)
    except StopIteration as stop:
        print(sent, stop.value)
    print(asyncio.run(gathered(LIMITS)), asyncio.run(later(7)), asyncio.run(later(7.0)))
    print(folded(lambda a, b: a + b, LIMITS), folded(lambda a, b: b, LIMITS), folded(choose_last, [1, 2], 3), folded(max, [1]))
    print(choose(True, 1, 2.0), choose(False, 1, 2.0), clamp(5), clamp(0.5), clamp(LIMITS[0], 0, 2), clamp(-1))
    print(unpacked([("a", 1), ("b", 0.25)]))
    queue: list[tuple[float, str]] = [(2, "b"), (1.5, "a"), (1, "c")]
    heapq.heapify(queue)
    while queue:
        priority, name = heapq.heappop(queue)
        print(priority, name, end=" ")
    recent: deque[float] = deque([1, 2.5], maxlen=2)
    recent.append(3)
    last = recent[-1]
    sums: defaultdict[str, float] = defaultdict(float)
    sums["x"] += 1
    sums["y"] += 0.5
    counts: dict[str, float] = {}
    counts["z"] = counts.get("z", 0) + 1
    print(recent, last, dict(sums), counts, sums["new"])
    first, *rest = LIMITS
    print(first, rest, cast(float, LIMITS[0]), [value for value in rest if isinstance(value, float)])
    match LIMITS[0]:
        case int():
            print("int")
        case float():
            print("float")
    matrix: list[list[float]] = [[1, 0.0], [0, 1.0]]
    column = [row[0] for row in matrix]
    product = [sum([a * b for a, b in zip(row, column)]) for row in matrix]
    trace: float = 0
    for i, row in enumerate(matrix):
        trace += row[i]
    print(column, product, trace, sum(column), max(column), sorted(LIMITS), min(LIMITS, default=0.0))
    best: float | None = None
    for value in LIMITS:
        if best is None or value > best:
            best = value
    print(best, divmod(LIMITS[0], 2), LIMITS[0] ** 2, round(LIMITS[1]))


def choose_last(a: float, b: float) -> float:
    return b


main()
