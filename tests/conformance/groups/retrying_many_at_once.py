"""Many operations retried in waves: groups are split into those worth another attempt and those that are not; notes, depth."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any


class Failure(Exception):
    def __init__(self, name: str, attempt: int) -> None:
        super().__init__(f"{name}#{attempt}")
        self.name = name
        self.attempt = attempt


class Again(Failure):
    pass


class Never(Failure):
    pass


@dataclass
class Service:
    plan: dict[str, str]
    attempts: Counter[str] = field(default_factory=Counter)
    order: list[str] = field(default_factory=list)

    async def call(self, name: str) -> str:
        """The plan's letter for this attempt: . succeeds, a again, n never, k KeyError, c cancelled by itself."""
        self.attempts[name] += 1
        number = self.attempts[name]
        letter = self.plan[name][min(number, len(self.plan[name])) - 1]
        self.order.append(f"{name}{number}")
        await asyncio.sleep(0)
        match letter:
            case ".":
                return f"{name} ok"
            case "a":
                raise Again(name, number)
            case "n":
                raise Never(name, number)
            case "k":
                raise KeyError(name)
            case "c":
                raise asyncio.CancelledError
            case _:
                raise AssertionError(letter)


async def wave(service: Service, names: Iterable[str], results: dict[str, str]) -> None:
    """All at once; every failure is collected, unlike in a TaskGroup, which cancels the others."""
    names = list(names)
    outcomes = await asyncio.gather(*(service.call(n) for n in names), return_exceptions=True)
    errors: list[Exception] = []
    for name, outcome in zip(names, outcomes):
        if isinstance(outcome, Exception):
            errors.append(outcome)
        elif isinstance(outcome, BaseException):
            errors.append(RuntimeError(f"{name} went away"))
        else:
            results[name] = outcome
    if errors:
        raise ExceptionGroup(f"wave of {len(names)}", errors)


async def waves(service: Service, limit: int) -> dict[str, str]:
    results: dict[str, str] = {}
    names = list(service.plan)
    fatal: list[ExceptionGroup[Exception]] = []
    for round_ in range(1, limit + 1):
        names_again: list[str] = []
        try:
            await wave(service, names, results)
        except* Again as group:
            names_again = [e.name for e in group.exceptions if isinstance(e, Again)]
            if round_ == limit:
                group.add_note(f"gave up in round {round_}")
                fatal.append(group)
        except* Exception as group:
            group.add_note(f"round {round_}")
            fatal.append(group)
        names = names_again
        if not names:
            break
    if fatal:
        raise ExceptionGroup("waves", fatal)
    return results


def tree(error: BaseException, depth: int = 0) -> list[str]:
    notes = getattr(error, "__notes__", [])
    line = "  " * depth + f"{type(error).__name__}: {error}" + (f" {notes}" if notes else "")
    if isinstance(error, BaseExceptionGroup):
        return [line] + [inner for e in error.exceptions for inner in tree(e, depth + 1)]
    return [line]


async def attempt(title: str, plan: dict[str, str], limit: int = 3) -> None:
    service = Service(plan)
    print(f"-- {title}")
    try:
        print(await waves(service, limit), dict(service.attempts))
    except ExceptionGroup as group:
        print(*tree(group), sep="\n")
        again, rest = group.split(Again)
        print(len(again.exceptions) if again else 0, len(rest.exceptions) if rest else 0, group.subgroup(lambda e: isinstance(e, KeyError)) is not None)
    print(service.order)


async def first_of(*works: Callable[[], Awaitable[str]]) -> str:
    """The first success; all errors when there is none."""
    tasks = [asyncio.ensure_future(work()) for work in works]
    errors: list[Exception] = []
    try:
        for result in asyncio.as_completed(tasks):
            try:
                return await result
            except Exception as error:
                errors.append(error)
        raise ExceptionGroup("none of them", errors)
    finally:
        for task in tasks:
            task.cancel()


async def grouped(service: Service, names: str) -> Any:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(service.call(n)) for n in names]
    return [task.result() for task in tasks]


async def main() -> None:
    await attempt("all good", {"x": ".", "y": "a.", "z": "aa."})
    await attempt("mixed", {"x": "n", "y": "a.", "z": "ak", "w": "."})
    await attempt("too often", {"x": "aaaa", "y": ".", "z": "aaa."})
    await attempt("gone", {"x": "c", "y": "an"})
    service = Service({"p": "n", "q": "aa", "r": ".", "s": "k"})
    print(await first_of(*(lambda n=n: service.call(n) for n in "pqr")))
    try:
        await first_of(*(lambda n=n: service.call(n) for n in "pqs"))
    except ExceptionGroup as group:
        print(*tree(group), sep="\n")
    for names in ("rr", "rp", "qps"):
        try:
            print(await grouped(service, names))
        except* (Again, Never) as group:
            print("failures", sorted(type(e).__name__ for e in group.exceptions))
        except* KeyError as group:
            print("keys", group.exceptions)
    try:
        try:
            raise ExceptionGroup("outer", [Again("m", 1), ExceptionGroup("inner", [Never("n", 2), ValueError("v")])])
        except* Again:
            raise Never("from handler", 0) from None
        except* ValueError as group:
            raise
    except ExceptionGroup as group:
        print(*tree(group), sep="\n")

    def generate() -> Any:
        try:
            yield 1
        except* ValueError as group:
            yield f"handled {group.exceptions}"

    generator = generate()
    print(next(generator), generator.throw(ExceptionGroup("thrown", [ValueError("a"), ValueError("b")])), next(generator, "end"))


asyncio.run(main())
