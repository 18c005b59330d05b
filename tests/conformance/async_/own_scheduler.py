"""A scheduler of one's own: generators with `@types.coroutine`, `__await__`, `send`; the classes of frames."""

from __future__ import annotations

import types
from collections import deque
from collections.abc import Awaitable, Coroutine, Generator
from typing import Any


@types.coroutine
def pause(what: str) -> Generator[str, Any, Any]:
    answer = yield what
    return answer


@types.coroutine
def twice(first: str, second: str) -> Generator[str, Any, list[Any]]:
    one = yield from pause(first)
    two = yield from pause(second)
    return [one, two]


@types.coroutine
def through(coroutine: Any) -> Generator[Any, Any, Any]:
    result = yield from coroutine
    return result


class Wrapped:
    """Awaitable because a coroutine of its own is."""

    def __init__(self, name: str) -> None:
        self.name = name

    async def _work(self) -> str:
        answer = await pause(f"{self.name} asks")
        return f"{self.name} got {answer}"

    def __await__(self) -> Generator[Any, Any, str]:
        return self._work().__await__()


class Delegating:
    def __await__(self) -> Generator[Any, Any, str]:
        text = yield from Wrapped("inner").__await__()
        return text.upper()


async def worker(name: str) -> str:
    both = await twice(f"{name} 1", f"{name} 2")
    wrapped = await Wrapped(name)
    deeper = await Delegating()
    passed = await through(Wrapped(name + "'s")._work())
    return f"{name}: {both} {wrapped}; {deeper}; {passed}"


async def any_of(thing: Any) -> Any:
    return await thing


class Scheduler:
    def __init__(self) -> None:
        self.ready: deque[tuple[Coroutine[Any, Any, Any], Any]] = deque()
        self.results: list[Any] = []

    def spawn(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        self.ready.append((coroutine, None))

    def run(self) -> None:
        turn = 0
        while self.ready:
            coroutine, value = self.ready.popleft()
            try:
                asked = coroutine.send(value)
            except StopIteration as stop:
                self.results.append(stop.value)
            else:
                turn += 1
                print(f"{turn}: {asked}")
                self.ready.append((coroutine, turn))


def generate() -> Any:
    yield 1


async def generate_later() -> Any:
    yield 1


def classes_of(*things: Any) -> None:
    kinds = (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)
    for thing in things:
        print(
            type(thing).__name__,
            [type(thing) is kind for kind in kinds],
            thing.__class__ in {types.GeneratorType, types.CoroutineType},
            isinstance(thing, types.GeneratorType),
            isinstance(thing, (types.CoroutineType, types.AsyncGeneratorType)),
            isinstance(thing, Awaitable),
        )


scheduler = Scheduler()
scheduler.spawn(worker("a"))
scheduler.spawn(worker("b"))
scheduler.spawn(any_of(twice("x", "y")))
scheduler.spawn(any_of(Wrapped("c")))
scheduler.run()
for result in scheduler.results:
    print(result)

coroutine = worker("never")
classes_of(generate(), generate_later(), coroutine, (i for i in range(3)), [1])
coroutine.close()
print(types.GeneratorType.__name__, types.CoroutineType, type(generate()) == types.GeneratorType)
for wrong in (generate(), 3):
    try:
        any_of(wrong).send(None)
    except TypeError as error:
        print(error)

waiting = Wrapped("w").__await__()
print(waiting.send(None))
try:
    waiting.send("an answer")
except StopIteration as stop:
    print(stop.value)
waiting = Wrapped("w").__await__()
print(next(waiting))
try:
    waiting.throw(ValueError("thrown in"))
except ValueError as error:
    print("out came", error)
