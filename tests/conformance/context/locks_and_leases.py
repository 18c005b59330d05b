"""Resources by context managers that build on each other: pools, leases, nested savepoints, measured blocks, once-only gates."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Generic, TypeVar

T = TypeVar("T")
C = TypeVar("C", bound="Connection")


@dataclass
class Connection:
    number: int
    broken: bool = False
    statements: list[str] = field(default_factory=list)

    def execute(self, text: str) -> int:
        if self.broken:
            raise ConnectionError(f"connection {self.number} is broken")
        self.statements.append(text)
        return len(self.statements)


class Pool(Generic[C]):
    def __init__(self, make: Callable[[int], C], room: int) -> None:
        self.make, self.room = make, room
        self.free: deque[C] = deque()
        self.made = 0
        self.busy = 0
        self.waiting: deque[asyncio.Future[None]] = deque()
        self.log: list[str] = []

    @asynccontextmanager
    async def lease(self, who: str) -> AsyncIterator[C]:
        while not self.free and self.busy >= self.room:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.waiting.append(turn)
            await turn
        if self.free:
            connection = self.free.popleft()
        else:
            self.made += 1
            connection = self.make(self.made)
        self.busy += 1
        self.log.append(f"{who}<{connection.number}")
        try:
            yield connection
        except ConnectionError:
            connection.broken = True
            raise
        finally:
            self.busy -= 1
            if not connection.broken:
                self.free.append(connection)
            self.log.append(f"{who}>{connection.number}")
            while self.waiting:
                turn = self.waiting.popleft()
                if not turn.done():
                    turn.set_result(None)
                    break


class Store:
    """Savepoints nest: an inner failure leaves the outer changes."""

    def __init__(self) -> None:
        self.data: dict[str, int] = {}
        self.depth = 0
        self.trail: list[str] = []

    @contextmanager
    def savepoint(self, name: str) -> Iterator[dict[str, int]]:
        saved = dict(self.data)
        self.depth += 1
        try:
            yield self.data
        except Exception as error:
            self.data = saved
            self.trail.append(f"{'.' * self.depth}{name} undone: {error}")
            raise
        else:
            self.trail.append(f"{'.' * self.depth}{name} kept")
        finally:
            self.depth -= 1


class Once(AbstractContextManager["Once"]):
    """May be entered once; remembers how it was left."""

    def __init__(self) -> None:
        self.state = "new"
        self.error: BaseException | None = None

    def __enter__(self) -> Once:
        if self.state != "new":
            raise RuntimeError(f"gate is {self.state}")
        self.state = "open"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.state = "failed" if error is not None else "done"
        self.error = error


class Meter:
    def __init__(self) -> None:
        self.ticks = 0
        self.spans: list[tuple[str, int, bool]] = []

    @contextmanager
    def span(self, name: str) -> Iterator[Callable[[int], None]]:
        begun, good = self.ticks, False

        def advance(count: int) -> None:
            self.ticks += count

        try:
            yield advance
            good = True
        finally:
            self.spans.append((name, self.ticks - begun, good))


async def pools() -> None:
    pool: Pool[Connection] = Pool(Connection, 2)

    async def work(who: str, statements: int, fails: bool = False) -> str:
        try:
            async with pool.lease(who) as connection:
                for n in range(statements):
                    connection.execute(f"{who}{n}")
                    await asyncio.sleep(0)
                if fails:
                    raise ConnectionError("cut")
                return f"{who} used {connection.number}"
        except ConnectionError as error:
            return f"{who}: {error}"

    print(await asyncio.gather(work("a", 2), work("b", 1, True), work("c", 1), work("d", 3)))
    print(pool.log, pool.made, pool.busy, [c.number for c in pool.free], len(pool.waiting))
    async with pool.lease("x"), pool.lease("y"):
        blocked = asyncio.create_task(work("z", 1))
        await asyncio.sleep(0)
        blocked.cancel()
        other = asyncio.create_task(work("w", 1))
        await asyncio.sleep(0)
        print(len(pool.waiting), blocked.cancelled())
    print(await other, pool.busy)


def savepoints() -> None:
    store = Store()
    with store.savepoint("outer") as data:
        data["a"] = 1
        with suppress(ValueError), store.savepoint("inner"):
            store.data["b"] = 2
            with store.savepoint("deep"):
                store.data["c"] = 3
            raise ValueError("no")
        store.data["d"] = 4
    print(store.data, store.trail, store.depth)
    try:
        with ExitStack() as stack:
            for name in "xyz":
                stack.enter_context(store.savepoint(name))
                store.data[name] = ord(name)
            raise LookupError("all")
    except LookupError as error:
        print(error, store.data, store.trail[-3:])


def gates() -> None:
    gate = Once()
    with suppress(ZeroDivisionError):
        with gate as same:
            print(same is gate, gate.state)
            print(1 // 0)
    print(gate.state, repr(gate.error))
    try:
        with gate:
            print("never")
    except RuntimeError as error:
        print(error)
    meter = Meter()
    with meter.span("all") as advance:
        advance(1)
        for n in range(3):
            with suppress(KeyError), meter.span(f"part{n}") as more:
                more(n * 2)
                if n == 1:
                    raise KeyError(n)
                if n == 2:
                    continue
                more(10)
    print(meter.spans)

    def early() -> Any:
        with meter.span("early") as step:
            step(5)
            return "returned"

    print(early(), meter.spans[-1], meter.ticks)


asyncio.run(pools())
savepoints()
gates()
