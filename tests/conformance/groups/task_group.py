"""TaskGroup with `except*`: failures of several tasks at once."""

import asyncio
from collections.abc import AsyncIterator, Iterator


class TooSlow(Exception):
    def __init__(self, name: str, seconds: float) -> None:
        super().__init__(name, seconds)
        self.name = name


async def job(name: str, delay: float, error: Exception | None = None) -> str:
    try:
        await asyncio.sleep(delay)
        if error is not None:
            raise error
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    return f"{name} done"


async def good() -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(job(f"job{i}", i / 1000)) for i in range(3)]
    print([task.result() for task in tasks])


async def bad() -> list[str]:
    log: list[str] = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("a", 0.001, ValueError("a")))
            group.create_task(job("b", 0.001, TooSlow("b", 0.1)))
            group.create_task(job("c", 0.001, ValueError("c")))
            late = group.create_task(job("late", 10.0))
    except* ValueError as eg:
        log.append(f"values {sorted(str(e) for e in eg.exceptions)}")
        await asyncio.sleep(0)
        log.append(f"{eg.message}")
    except* TooSlow as eg:
        for e in eg.exceptions:
            match e:
                case TooSlow(name=name):
                    log.append(f"slow {name}")
    else:
        log.append("never")
    finally:
        log.append(f"late cancelled {late.cancelled()}")
    return log


async def body_fails() -> None:
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("inner", 10.0))
            await asyncio.sleep(0)
            raise KeyError("body")
    except* KeyError as eg:
        print("body", eg.exceptions)


async def nested() -> None:
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(job("other", 10.0))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(job("x", 0.001, OSError("x")))
                inner.create_task(job("y", 0.001, ValueError("y")))
    except* OSError as eg:
        print("outer", repr(eg))
    except* ValueError as eg:
        print("outer", repr(eg))


def in_generator(items: list[Exception]) -> Iterator[str]:
    for item in items:
        try:
            yield f"try {item!r}"
            raise item
        except* ValueError as eg:
            yield f"values {len(eg.exceptions)}"
            yield "more"
        except* TypeError:
            yield "type"
        finally:
            yield "finally"


async def stream() -> AsyncIterator[int]:
    try:
        yield 1
        raise ExceptionGroup("stream", [EOFError()])
    except* EOFError:
        yield 2


async def main() -> None:
    await good()
    for line in await bad():
        print(line)
    await body_fails()
    await nested()
    print([x async for x in stream()])
    results = await asyncio.gather(job("g", 0.0, ValueError("g")), job("h", 0.0), return_exceptions=True)
    errors = [r for r in results if isinstance(r, Exception)]
    print(ExceptionGroup("gathered", errors), results[1])


asyncio.run(main())
print(list(in_generator([ValueError("a"), ExceptionGroup("g", [ValueError("b"), TypeError("c")])])))
