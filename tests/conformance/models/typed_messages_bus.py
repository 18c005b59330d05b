"""A message bus with typed handlers, middleware as generators, ordering, retries, dead letters, and request/reply."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, Generic, TypeVar

M = TypeVar("M", bound="Message")
R = TypeVar("R")
_numbers = count(1)


@dataclass(frozen=True, kw_only=True)
class Message:
    number: int = field(default_factory=lambda: next(_numbers))
    attempt: int = 1


@dataclass(frozen=True)
class OrderPlaced(Message):
    item: str
    amount: int


@dataclass(frozen=True)
class PaymentFailed(Message):
    order: int
    why: str


@dataclass(frozen=True)
class Query(Message, Generic[R]):
    name: str
    answer: Callable[[int], R]


Handler = Callable[[Any], Any]
Middleware = Callable[[Message], Generator[None, None, None]]


class Rejected(Exception):
    """A message that should not be tried again."""


class Bus:
    def __init__(self, attempts: int = 3) -> None:
        self.handlers: defaultdict[type[Message], list[tuple[int, str, Handler]]] = defaultdict(list)
        self.queue: deque[Message] = deque()
        self.dead: list[tuple[Message, str]] = []
        self.middleware: list[Middleware] = []
        self.attempts = attempts
        self.counts: Counter[str] = Counter()

    def on(self, kind: type[M], priority: int = 0) -> Callable[[Callable[[M], R]], Callable[[M], R]]:
        def register(handler: Callable[[M], R]) -> Callable[[M], R]:
            self.handlers[kind].append((-priority, handler.__name__, handler))
            self.handlers[kind].sort(key=lambda entry: entry[:2])
            return handler

        return register

    def publish(self, *messages: Message) -> None:
        self.queue.extend(messages)

    def matching(self, message: Message) -> list[tuple[str, Handler]]:
        return [
            (name, handler)
            for kind in type(message).__mro__
            for _, name, handler in self.handlers.get(kind, ())
        ]

    def run(self, limit: int = 100) -> int:
        done = 0
        while self.queue:
            if done == limit:
                raise RuntimeError(f"{len(self.queue)} messages left after {limit}")
            self.deliver(self.queue.popleft())
            done += 1
        return done

    def deliver(self, message: Message) -> None:
        running = [each(message) for each in self.middleware]
        try:
            for generator in running:
                next(generator)
            handlers = self.matching(message)
            if not handlers:
                raise Rejected("nobody listens")
            for name, handler in handlers:
                self.counts[name] += 1
                handler(message)
        except Rejected as error:
            self.dead.append((message, str(error)))
        except Exception as error:
            if message.attempt < self.attempts:
                self.queue.append(replace(message, attempt=message.attempt + 1))
            else:
                self.dead.append((message, f"{type(error).__name__}: {error}"))
        finally:
            for generator in reversed(running):
                next(generator, None)

    def ask(self, query: Query[R], argument: int) -> R:
        self.counts[query.name] += 1
        return query.answer(argument)


bus = Bus()
log: list[str] = []
stock = {"pen": 2, "ink": 0}


def tracing(message: Message) -> Generator[None, None, None]:
    log.append(f"> {type(message).__name__} {message.attempt}")
    yield
    log.append(f"< {type(message).__name__} {len(bus.dead)}")


def no_zero(message: Message) -> Generator[None, None, None]:
    if isinstance(message, OrderPlaced) and message.amount == 0:
        raise Rejected("nothing ordered")
    yield


bus.middleware += [tracing, no_zero]


@bus.on(Message, priority=-5)
def audit(message: Message) -> None:
    log.append(f"  audit #{message.number}")


@bus.on(OrderPlaced)
def reserve(order: OrderPlaced) -> int:
    if order.item not in stock:
        raise KeyError(order.item)
    if stock[order.item] < order.amount:
        bus.publish(PaymentFailed(order.number, f"only {stock[order.item]}"))
        return 0
    stock[order.item] -= order.amount
    return stock[order.item]


@bus.on(OrderPlaced, priority=9)
def validate(order: OrderPlaced) -> None:
    if order.amount < 0:
        raise Rejected(f"amount {order.amount}")


@bus.on(PaymentFailed)
def flaky(failure: PaymentFailed) -> None:
    if failure.attempt < 3:
        raise ConnectionError(f"try {failure.attempt}")
    log.append(f"  told about {failure.order}: {failure.why}")


bus.publish(
    OrderPlaced("pen", 1),
    OrderPlaced("ink", 5),
    OrderPlaced("cup", 1),
    OrderPlaced("pen", -1),
    OrderPlaced("pen", 0),
)
print("delivered", bus.run())
print(*log, sep="\n")
for message, why in bus.dead:
    print("dead:", message, "|", why)
print(stock, sorted(bus.counts.items()), [name for name, _ in bus.matching(OrderPlaced("x", 1))])
print(
    bus.ask(Query("double", lambda n: n * 2), 21), bus.ask(Query("text", str), 5) + "!", bus.counts["double"]
)
first, again = OrderPlaced("a", 1, number=5), OrderPlaced("a", 1, number=5)
print(first == again, hash(first) == hash(again), replace(first, attempt=2) == first, first)
quiet = Bus(attempts=1)
quiet.publish(Message(number=0))
print(quiet.run(), quiet.dead, quiet.run())


@quiet.on(Message)
def echo(message: Message) -> None:
    quiet.publish(Message(number=message.number + 1))


quiet.publish(Message(number=1))
quiet.run(limit=10)
