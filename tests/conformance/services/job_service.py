"""An async job service: a line protocol over in-memory streams, workers, priorities, timeouts, retries, metrics."""
from __future__ import annotations

import asyncio
import contextlib
import heapq
import itertools
import logging
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

logging.basicConfig(stream=sys.stdout, format="%(levelname)-7s %(name)s: %(message)s", level=logging.DEBUG)
logging.getLogger("asyncio").setLevel(logging.WARNING)


class Handler(Protocol):
    async def __call__(self, *args: str) -> Any: ...


class Registry:
    def __init__(self) -> None:
        self._handlers: dict[str, Handler] = {}

    def command(self, name: str | None = None, *, retries: int = 0) -> Callable[[Handler], Handler]:
        def decorate(function: Handler) -> Handler:
            async def run(*args: str) -> Any:
                for attempt in itertools.count():
                    try:
                        return await function(*args)
                    except ConnectionError as error:
                        if attempt >= retries:
                            raise RuntimeError(f"gave up after {attempt + 1}") from error
                        logging.getLogger("retry").warning("attempt %d: %s", attempt + 1, error)
                        await asyncio.sleep(0)

            self._handlers[name or str(getattr(function, "__name__", "?"))] = run
            return function

        return decorate

    def __getitem__(self, name: str) -> Handler:
        try:
            return self._handlers[name]
        except KeyError:
            raise LookupError(f"no command {name!r}; there are {', '.join(sorted(self._handlers))}") from None


commands = Registry()
failures = iter([True, True, False, True, True, True])


@commands.command("add")
async def add(*args: str) -> int:
    return sum(map(int, args))


@commands.command(retries=2)
async def flaky(*args: str) -> str:
    if next(failures):
        raise ConnectionResetError("peer went away")
    return "stable " + "/".join(args)


@commands.command("slow")
async def slow(*args: str) -> str:
    seconds = args[0]
    await asyncio.sleep(float(seconds))
    return f"slept {seconds}"


@dataclass(order=True)
class Job:
    priority: int
    number: int
    line: str = field(compare=False)
    done: asyncio.Future[str] = field(compare=False, repr=False)


class Service:
    def __init__(self, workers: int) -> None:
        self.heap: list[Job] = []
        self.ready = asyncio.Condition()
        self.numbers = itertools.count(1)
        self.log = logging.getLogger("service")
        self.stats: dict[str, int] = {}
        self.workers = workers

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Service]:
        tasks = [asyncio.create_task(self.work(f"w{i}"), name=f"w{i}") for i in range(self.workers)]
        try:
            yield self
        finally:
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            self.log.info("workers ended: %s", [type(one).__name__ for one in results])

    async def submit(self, line: str, priority: int = 5) -> str:
        job = Job(priority, next(self.numbers), line, asyncio.get_running_loop().create_future())
        async with self.ready:
            heapq.heappush(self.heap, job)
            self.ready.notify()
        return await job.done

    async def work(self, name: str) -> None:
        while True:
            async with self.ready:
                await self.ready.wait_for(lambda: bool(self.heap))
                job = heapq.heappop(self.heap)
            self.log.debug("%s takes %r", name, job)
            command, *args = job.line.split()
            try:
                async with asyncio.timeout(0.3):
                    answer = f"ok {await commands[command](*args)}"
            except TimeoutError:
                answer = "timeout"
            except Exception as error:
                cause = f" ({error.__cause__!r})" if error.__cause__ else ""
                answer = f"error {type(error).__name__}: {error}{cause}"
            self.stats[answer.split()[0]] = self.stats.get(answer.split()[0], 0) + 1
            if not job.done.cancelled():
                job.done.set_result(answer)


async def session(service: Service, text: bytes) -> list[str]:
    reader = asyncio.StreamReader()
    reader.feed_data(text)
    reader.feed_eof()
    answers: list[str] = []
    while line := await reader.readline():
        words = line.decode().strip()
        if not words:
            continue
        priority, _, rest = words.partition(" ")
        answers.append(f"{rest} -> {await service.submit(rest, int(priority))}")
    return answers


async def main() -> None:
    service = Service(2)
    async with service.running():
        first, second = await asyncio.gather(
            session(service, b"1 add 1 2 3\n5 flaky a b\n\n2 add 1 x\n"),
            session(service, b"3 nothing\n9 slow 0.6\n1 slow 0.001\n"),
        )
        print(*first, *second, sep="\n")
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(service.submit(f"add {n} {n}", 9 - n)) for n in range(4)]
        print([task.result() for task in tasks])
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(service.submit("slow 0.04"), 0.01)
            print("never")
        print(await service.submit("flaky"))
    print(service.stats)


asyncio.run(main())
