"""Actors with mailboxes: asking and telling, supervision with restarts, routers, timers of a logical kind, dead letters."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

M = TypeVar("M")


class Stop(Exception):
    pass


@dataclass
class Envelope(Generic[M]):
    message: M
    answer: asyncio.Future[Any] | None = None


class Actor(ABC, Generic[M]):
    restarts_allowed: ClassVar[int] = 2

    def __init__(self) -> None:
        self.ref: Ref[M]

    async def started(self) -> None:
        """Called before the first message, and after a restart."""

    async def stopped(self) -> None:
        pass

    @abstractmethod
    async def receive(self, message: M) -> Any: ...


class Ref(Generic[M]):
    def __init__(self, system: System, name: str, make: Callable[[], Actor[M]]) -> None:
        self.system, self.name, self.make = system, name, make
        self.mailbox: asyncio.Queue[Envelope[M]] = asyncio.Queue()
        self.restarts = 0
        self.alive = True
        self.task = asyncio.create_task(self._run(), name=name)

    def tell(self, message: M) -> None:
        if self.alive:
            self.mailbox.put_nowait(Envelope(message))
        else:
            self.system.dead.append((self.name, message))

    async def ask(self, message: M) -> Any:
        if not self.alive:
            raise LookupError(f"{self.name} is gone")
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.mailbox.put_nowait(Envelope(message, answer))
        return await answer

    async def _run(self) -> None:
        while self.alive:
            actor = self.make()
            actor.ref = self
            await actor.started()
            try:
                while True:
                    envelope = await self.mailbox.get()
                    await self._serve(actor, envelope)
            except Stop:
                self.alive = False
            except Exception as error:
                self.restarts += 1
                self.system.log.append(f"{self.name} failed: {error!r}")
                if self.restarts > actor.restarts_allowed:
                    self.system.log.append(f"{self.name} given up")
                    self.alive = False
            await actor.stopped()
        while not self.mailbox.empty():
            envelope = self.mailbox.get_nowait()
            self.system.dead.append((self.name, envelope.message))
            if envelope.answer is not None:
                envelope.answer.set_exception(LookupError(f"{self.name} is gone"))

    async def _serve(self, actor: Actor[M], envelope: Envelope[M]) -> None:
        try:
            result = await actor.receive(envelope.message)
        except BaseException as error:
            if envelope.answer is not None:
                envelope.answer.set_exception(error if not isinstance(error, Stop) else LookupError("stopping"))
            raise
        if envelope.answer is not None:
            envelope.answer.set_result(result)


class System:
    def __init__(self) -> None:
        self.refs: dict[str, Ref[Any]] = {}
        self.log: list[str] = []
        self.dead: list[tuple[str, object]] = []

    def spawn(self, name: str, make: Callable[[], Actor[M]]) -> Ref[M]:
        if name in self.refs and self.refs[name].alive:
            raise ValueError(f"{name} is there already")
        ref = self.refs[name] = Ref(self, name, make)
        return ref

    async def shutdown(self) -> list[str]:
        tasks = {name: ref.task for name, ref in self.refs.items()}
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        return [f"{name}:{'cancelled' if task.cancelled() else 'ended'}" for name, task in tasks.items()]


@dataclass(frozen=True)
class Deposit:
    amount: int


@dataclass(frozen=True)
class Withdraw:
    amount: int


@dataclass(frozen=True)
class Balance:
    pass


class Account(Actor[Deposit | Withdraw | Balance]):
    def __init__(self, journal: list[Any]) -> None:
        super().__init__()
        self.journal = journal
        self.balance = 0

    async def started(self) -> None:
        self.balance = sum(m.amount if isinstance(m, Deposit) else -m.amount for m in self.journal)
        self.ref.system.log.append(f"{self.ref.name} starts with {self.balance}")

    async def receive(self, message: Deposit | Withdraw | Balance) -> int:
        match message:
            case Deposit(amount) if amount <= 0:
                raise ValueError(f"deposit of {amount}")
            case Deposit(amount):
                self.balance += amount
                self.journal.append(message)
            case Withdraw(amount):
                self.balance -= amount
                if self.balance < 0:
                    raise ArithmeticError(f"overdrawn by {-self.balance}")
                self.journal.append(message)
            case Balance():
                await asyncio.sleep(0)
        return self.balance


class Worker(Actor[str]):
    restarts_allowed = 0

    async def receive(self, message: str) -> str:
        if message == "stop":
            raise Stop
        await asyncio.sleep(0)
        return f"{self.ref.name}:{message.upper()}"

    async def stopped(self) -> None:
        self.ref.system.log.append(f"{self.ref.name} says bye")


class Router(Actor[str]):
    def __init__(self, workers: list[Ref[str]]) -> None:
        super().__init__()
        self.workers = workers
        self.turn = 0

    async def receive(self, message: str) -> Any:
        alive = [w for w in self.workers if w.alive]
        if not alive:
            raise LookupError("no workers")
        self.turn += 1
        return await alive[self.turn % len(alive)].ask(message)


async def main() -> None:
    system = System()
    journal: list[Any] = []
    account = system.spawn("account", lambda: Account(journal))
    account.tell(Deposit(100))
    account.tell(Withdraw(30))
    print(await account.ask(Balance()), journal)
    for bad in (Withdraw(500), Deposit(-1), Withdraw(71)):
        try:
            await account.ask(bad)
        except (ArithmeticError, ValueError) as error:
            print(type(error).__name__, error)
        await asyncio.sleep(0)
        if account.alive:
            print("still", await account.ask(Balance()), account.restarts)
    account.tell(Deposit(1))
    try:
        await account.ask(Balance())
    except LookupError as error:
        print(error, system.dead)
    workers = [system.spawn(f"w{n}", Worker) for n in range(3)]
    router = system.spawn("router", lambda: Router(workers))
    print(await asyncio.gather(*(router.ask(word) for word in "ant bee cow dog".split())))
    workers[1].tell("stop")
    workers[1].tell("late")
    print(await router.ask("eel"), await router.ask("fox"), await router.ask("gnu"), workers[1].alive)
    results = await asyncio.gather(*(w.ask("stop") for w in workers if w.alive), return_exceptions=True)
    print([repr(r) for r in results])
    try:
        await router.ask("hen")
    except LookupError as error:
        print(error)
    try:
        system.spawn("router", lambda: Router([]))
    except ValueError as error:
        print(error)
    again = system.spawn("w1", Worker)
    print(await again.ask("back"), await system.shutdown())
    print(*system.log, sep="\n")
    print(system.dead)


asyncio.run(main())
