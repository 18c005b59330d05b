"""Failures of many tasks at once: TaskGroup, except*, split and subgroup, compensating steps, leaves and notes."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field


class ServiceError(Exception):
    def __init__(self, service: str, code: int) -> None:
        super().__init__(service, code)
        self.service = service
        self.code = code

    def __str__(self) -> str:
        return f"{self.service} answered {self.code}"


class Refused(ServiceError):
    pass


class Unavailable(ServiceError):
    @property
    def again(self) -> bool:
        return self.code == 503


class Outage(ExceptionGroup[ServiceError]):
    def derive(self, excs: list[ServiceError]) -> Outage:  # type: ignore[override]
        return Outage(self.message, excs)

    @property
    def services(self) -> list[str]:
        return sorted(e.service for e in leaves(self) if isinstance(e, ServiceError))


def leaves(error: BaseException) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from leaves(inner)
    else:
        yield error


def shape(error: BaseException) -> str:
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}[{', '.join(map(shape, error.exceptions))}]"
    return f"{type(error).__name__}({error})"


@dataclass
class Step:
    name: str
    ticks: int = 1
    error: Exception | None = None
    undo_error: Exception | None = None
    log: list[str] = field(default_factory=list)

    async def run(self) -> None:
        try:
            for _ in range(self.ticks):
                await asyncio.sleep(0)
            if self.error is not None:
                raise self.error
            self.log.append("done")
        except asyncio.CancelledError:
            self.log.append("cancelled")
            raise

    async def undo(self) -> None:
        await asyncio.sleep(0)
        if self.undo_error is not None:
            raise self.undo_error
        self.log.append("undone")


async def together(steps: list[Step]) -> None:
    async with asyncio.TaskGroup() as group:
        for step in steps:
            group.create_task(step.run(), name=step.name)


async def saga(*steps: Step) -> str:
    try:
        await together(list(steps))
    except* Refused as group:
        errors: list[Exception] = []
        for step in steps:
            if "done" in step.log:
                try:
                    await step.undo()
                except Exception as error:
                    error.add_note(f"while undoing {step.name}")
                    errors.append(error)
        if errors:
            raise ExceptionGroup("cannot undo", errors)
        return_text.append("refused by " + ",".join(str(e) for e in leaves(group)))
    except* Unavailable as group:
        later, never = group.split(lambda e: isinstance(e, Unavailable) and e.again)
        return_text.append(f"later {shape(later) if later else None} never {shape(never) if never else None}")
    text = "; ".join(return_text) or "all done"
    return_text.clear()
    return f"{text} {[s.log for s in steps]}"


return_text: list[str] = []


async def attempt(work: Callable[[], Awaitable[object]]) -> None:
    try:
        print(await work())
    except BaseExceptionGroup as group:
        print("escaped", shape(group), [getattr(e, "__notes__", []) for e in leaves(group)])
        return_text.clear()


async def main() -> None:
    await attempt(lambda: saga(Step("pay"), Step("ship", 2)))
    await attempt(lambda: saga(Step("pay"), Step("ship", 2, Refused("ship", 403)), Step("mail", 5)))
    await attempt(lambda: saga(Step("pay", 1, undo_error=OSError("no money back")), Step("ship", 2, Refused("ship", 403))))
    await attempt(lambda: saga(Step("a", 1, Unavailable("a", 503)), Step("b", 1, Unavailable("b", 500)), Step("c", 3)))
    await attempt(lambda: saga(Step("a", 1, Unavailable("a", 503)), Step("b", 1, Refused("b", 401)), Step("c", 1)))
    await attempt(lambda: saga(Step("a", 1, KeyError("lost")), Step("b", 1, Refused("b", 402))))

    outage = Outage("evening", [Refused("x", 1), Unavailable("y", 503), Unavailable("z", 500)])
    part, rest = outage.split(Unavailable)
    print(type(part).__name__, part and part.services if isinstance(part, Outage) else None, shape(rest) if rest else None, outage.services)
    print(shape(outage.subgroup(lambda e: isinstance(e, ServiceError) and e.code > 1) or outage), outage.subgroup(KeyError))
    wide = ExceptionGroup("day", [outage, ValueError("v"), ExceptionGroup("night", [TypeError("t"), Refused("w", 2)])])
    print(Counter(type(e).__name__ for e in leaves(wide)).most_common(), wide, repr(wide.exceptions[2]))
    matched, other = wide.split((ValueError, Refused))
    print(shape(matched) if matched else "", "|", shape(other) if other else "")
    try:
        raise wide
    except* ServiceError as caught:
        print("services", shape(caught), caught.message)
    except* (ValueError, TypeError) as caught:
        print("ours", shape(caught))
    try:
        try:
            raise OSError("naked")
        except* OSError as caught:
            print(shape(caught), caught.message == "")
            raise LookupError("while handling") from caught.exceptions[0]
    except LookupError as error:
        print(shape(error), repr(error.__cause__))
    for bad in (lambda: ExceptionGroup("none", []), lambda: ExceptionGroup("base", [KeyboardInterrupt()])):  # type: ignore[type-var]
        try:
            bad()
        except (ValueError, TypeError) as error:
            print(error)
    print(type(BaseExceptionGroup("plain", [ValueError(1)])).__name__, type(BaseExceptionGroup("base", [KeyboardInterrupt()])).__name__)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(asyncio.sleep(0, "first"))
        second = group.create_task(asyncio.sleep(0, result=2))
    print(first.result(), second.result())
    unused = asyncio.sleep(0)
    try:
        group.create_task(unused)
    except RuntimeError as error:
        print(str(error).split(">")[-1].strip())
    unused.close()


asyncio.run(main())
