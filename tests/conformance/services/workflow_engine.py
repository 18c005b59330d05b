"""Workflows as async functions with durable steps: replay from a journal, signals, timers of logical time, compensation."""

from __future__ import annotations

import asyncio
import functools
import json
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Suspended(BaseException):
    """The run stops here and is continued by a replay."""


class StepFailed(Exception):
    pass


class Divergence(Exception):
    pass


@dataclass
class Journal:
    events: list[dict[str, Any]] = field(default_factory=list)

    def copy(self) -> Journal:
        return Journal(json.loads(json.dumps(self.events)))


class Context:
    def __init__(self, engine: Engine, journal: Journal) -> None:
        self.engine, self.journal = engine, journal
        self.position = 0
        self.replayed = 0
        self.undo: list[tuple[str, Callable[[], Awaitable[object]]]] = []

    def _next(self, kind: str, name: str) -> dict[str, Any] | None:
        if self.position < len(self.journal.events):
            event = self.journal.events[self.position]
            if (event["kind"], event["name"]) != (kind, name):
                raise Divergence(f"{event['kind']} {event['name']} was recorded, {kind} {name} asked for")
            self.position += 1
            self.replayed += 1
            return event
        return None

    def _record(self, kind: str, name: str, **details: Any) -> None:
        self.journal.events.append({"kind": kind, "name": name, **details})
        self.position += 1

    async def step(self, function: Callable[P, Awaitable[R]], *args: P.args, **kwargs: P.kwargs) -> R:
        name = function.__name__
        event = self._next("step", name)
        if event is not None:
            if "error" in event:
                raise StepFailed(event["error"])
            result: R = event["result"]
            return result
        try:
            value = await function(*args, **kwargs)
        except Exception as error:
            self._record("step", name, error=f"{type(error).__name__}: {error}")
            raise StepFailed(f"{type(error).__name__}: {error}") from error
        self._record("step", name, result=value)
        return value

    async def sleep(self, ticks: int) -> None:
        event = self._next("sleep", str(ticks))
        if event is None:
            self._record("sleep", str(ticks), until=self.engine.now + ticks)
            event = self.journal.events[-1]
        if self.engine.now < event["until"]:
            raise Suspended

    async def signal(self, name: str) -> Any:
        event = self._next("signal", name)
        if event is not None:
            return event["value"]
        if name not in self.engine.signals:
            raise Suspended
        self._record("signal", name, value=self.engine.signals.pop(name))
        return self.journal.events[-1]["value"]


Workflow = Callable[[Context], Awaitable[R]]


class Engine:
    def __init__(self) -> None:
        self.now = 0
        self.signals: dict[str, Any] = {}
        self.outside: list[str] = []

    async def run(self, workflow: Workflow[R], journal: Journal) -> R | str:
        context = Context(self, journal)
        try:
            return await workflow(context)
        except Suspended:
            return f"suspended after {len(journal.events)}, replayed {context.replayed}"


engine = Engine()


def effect(function: Callable[Concatenate[str, P], Awaitable[R]]) -> Callable[Concatenate[str, P], Awaitable[R]]:
    @functools.wraps(function)
    async def wrapper(who: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
        engine.outside.append(f"{function.__name__}({who})")
        await asyncio.sleep(0)
        return await function(who, *args, **kwargs)

    return wrapper


@effect
async def reserve(who: str, seats: int = 1) -> dict[str, Any]:
    if seats > 4:
        raise ValueError(f"only 4 seats, not {seats}")
    return {"who": who, "seats": seats}


@effect
async def release(who: str) -> bool:
    return True


@effect
async def charge(who: str, amount: int) -> str:
    if who == "poor":
        raise PermissionError("no money")
    return f"receipt-{amount}"


@effect
async def refund(who: str) -> str:
    return "back"


def booking(who: str, seats: int) -> Workflow[Any]:
    async def run(context: Context) -> Any:
        async with AsyncExitStack() as undo:
            reserved = await context.step(reserve, who, seats=seats)
            undo.push_async_callback(context.step, release, who)
            receipt = await context.step(charge, who, 10 * reserved["seats"])
            undo.push_async_callback(context.step, refund, who)
            try:
                await context.sleep(5)
                answer = await context.signal("confirmed")
            except Suspended:
                undo.pop_all()
                raise
            if answer != "yes":
                raise StepFailed(f"answer was {answer}")
            undo.pop_all()
            return [reserved, receipt, answer]

    async def guarded(context: Context) -> Any:
        try:
            return await run(context)
        except StepFailed as error:
            return f"compensated: {error}"

    return guarded


async def drive(title: str, workflow: Workflow[Any], answer: str) -> Journal:
    journal = Journal()
    engine.outside.clear()
    print(f"-- {title}")
    for action in ("start", "tick", "tick", "signal", "again"):
        if action == "tick":
            engine.now += 3
        if action == "signal":
            engine.signals["confirmed"] = answer
        print(f"{action:7}", await engine.run(workflow, journal))
    engine.signals.clear()
    print(engine.outside, [e["kind"][:3] + ":" + e["name"] for e in journal.events])
    return journal


async def main() -> None:
    done = await drive("ann", booking("ann", 2), "yes")
    await drive("poor", booking("poor", 1), "yes")
    await drive("many", booking("bob", 9), "yes")
    copied = done.copy()
    print(copied.events == done.events, copied.events[0] is done.events[0], await engine.run(booking("ann", 2), copied))

    async def changed(context: Context) -> str:
        await context.step(charge, "ann", 1)
        return "never"

    try:
        await engine.run(changed, copied)
    except Divergence as error:
        print(error)


asyncio.run(main())
