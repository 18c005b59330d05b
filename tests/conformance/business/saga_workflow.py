"""A workflow of steps with compensations, retries and idempotency; failures as groups; a journal of what happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Generic, ParamSpec, TypeVar
from functools import wraps

P = ParamSpec("P")
R = TypeVar("R")


class Transient(Exception):
    """May work when tried again."""


class Fatal(Exception):
    pass


class SagaFailed(Exception):
    def __init__(self, step: str, undone: list[str]) -> None:
        super().__init__(f"{step} failed, undone: {', '.join(undone) or 'nothing'}")
        self.undone = undone


def retrying(times: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def inner(*args: P.args, **kwargs: P.kwargs) -> R:
            problems: list[Transient] = []
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except Transient as error:
                    error.add_note(f"attempt {attempt} of {times}")
                    problems.append(error)
            raise ExceptionGroup(f"{function.__name__} gave up", problems)

        return inner

    return decorate


@dataclass
class World:
    stock: dict[str, int]
    money: dict[str, int]
    journal: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    flaky: Iterator[bool] = field(default_factory=lambda: iter([]))

    def once(self, key: str) -> bool:
        if key in self.seen:
            self.journal.append(f"skip {key}")
            return False
        self.seen.add(key)
        return True


@dataclass(frozen=True)
class Order:
    number: int
    who: str
    item: str
    count: int
    price: int

    @property
    def total(self) -> int:
        return self.count * self.price


Action = Callable[[World, Order], None]


@dataclass(frozen=True)
class Step(Generic[R]):
    name: str
    run: Callable[[World, Order], R]
    undo: Action | None = None


def reserve(world: World, order: Order) -> int:
    left = world.stock.get(order.item, 0) - order.count
    if left < 0:
        raise Fatal(f"only {world.stock.get(order.item, 0)} of {order.item}")
    world.stock[order.item] = left
    return left


def release(world: World, order: Order) -> None:
    world.stock[order.item] += order.count


@retrying(3)
def charge(world: World, order: Order) -> int:
    if next(world.flaky, False):
        raise Transient(f"bank is busy for {order.who}")
    if not world.once(f"charge {order.number}"):
        return world.money[order.who]
    if world.money[order.who] < order.total:
        world.seen.discard(f"charge {order.number}")
        raise Fatal(f"{order.who} has {world.money[order.who]}, not {order.total}")
    world.money[order.who] -= order.total
    return world.money[order.who]


def refund(world: World, order: Order) -> None:
    if order.number == 13:
        raise Fatal("refund of order 13 is cursed")
    world.money[order.who] += order.total
    world.seen.discard(f"charge {order.number}")


def ship(world: World, order: Order) -> str:
    if order.who.startswith("x"):
        raise Fatal(f"no address for {order.who}")
    return f"parcel {order.number:04}"


STEPS: list[Step[int] | Step[str]] = [
    Step("reserve", reserve, release),
    Step("charge", charge, refund),
    Step("ship", ship),
]


class Watch(AbstractContextManager["Watch"]):
    def __init__(self, journal: list[str], name: str) -> None:
        self.journal, self.name = journal, name

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.journal.append(f"{self.name} {'ok' if kind is None else kind.__name__}")


@contextmanager
def compensating(
    world: World, order: Order, step: Step[int] | Step[str], undone: list[str]
) -> Iterator[None]:
    yield
    if step.undo is not None:
        step.undo(world, order)
        undone.append(step.name)
        world.journal.append(f"undo {step.name}")


def run(world: World, order: Order) -> list[object]:
    results: list[object] = []
    undone: list[str] = []
    with ExitStack() as stack:
        for step in STEPS:
            try:
                with Watch(world.journal, step.name):
                    results.append(step.run(world, order))
            except Exception as error:
                try:
                    stack.close()
                except Fatal as trouble:
                    raise ExceptionGroup(f"order {order.number} is stuck", [error, trouble]) from None
                raise SagaFailed(step.name, undone) from error
            stack.enter_context(compensating(world, order, step, undone))
        stack.pop_all()
    return results


world = World(
    {"pen": 10, "ink": 2},
    {"ann": 100, "xavier": 500, "bob": 5},
    flaky=iter([True, False, True, True, True, False]),
)
for order in [
    Order(1, "ann", "pen", 3, 10), Order(2, "bob", "pen", 1, 4), Order(3, "bob", "pen", 2, 3), Order(1, "ann", "pen", 1, 10),
    Order(4, "ann", "ink", 3, 1), Order(5, "xavier", "pen", 1, 50), Order(13, "xavier", "pen", 1, 50), Order(6, "ann", "cup", 1, 1),
]:  # fmt: skip
    start = len(world.journal)
    try:
        print(order.number, order.who, run(world, order))
    except SagaFailed as error:
        cause = error.__cause__
        print(order.number, order.who, error, "<-", repr(cause))
        if isinstance(cause, ExceptionGroup):
            for inner in cause.exceptions:
                print("      ", inner, inner.__notes__)
    except ExceptionGroup as group:
        print(order.number, order.who, group, [str(e) for e in group.exceptions])
    print("   ", world.journal[start:])
print(world.stock, world.money, sorted(world.seen), charge.__name__, STEPS[2].undo)
world.flaky = iter([True] * 3)
run(world, Order(99, "ann", "pen", 1, 1))
