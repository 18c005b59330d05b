"""What is awaited, and what special methods give, is known at run time only."""

import types
from collections.abc import Generator
from typing import Any


def run(coroutine: Any) -> Any:
    seen = []
    try:
        while True:
            seen.append(coroutine.send(None))
    except StopIteration as stop:
        return seen, stop.value
    except Exception as error:
        cause = error.__cause__
        return seen, f"{type(error).__name__}: {error}" + (f" from {cause!r}" if cause else "")


class Gives:
    def __init__(self, result: Any) -> None:
        self.result = result

    def __await__(self) -> Any:
        return self.result


class Fails:
    def __aiter__(self) -> Any:
        return self

    def __anext__(self) -> Any:
        return self

    def __await__(self) -> Any:
        raise ZeroDivisionError("await")


class Items:
    def __init__(self, *results: Any) -> None:
        self.results = list(results)

    def __aiter__(self) -> Any:
        return self

    def __anext__(self) -> Any:
        if not self.results:
            raise StopAsyncIteration
        return self.results.pop(0)


class NoItems:
    def __aiter__(self) -> Any:
        return [1]


class Manager:
    def __init__(self, enter: Any, leave: Any) -> None:
        self.enter = enter
        self.leave = leave

    def __aenter__(self) -> Any:
        return self.enter

    def __aexit__(self, *details: Any) -> Any:
        return self.leave


async def word(text: str) -> str:
    return text


async def wait(thing: Any) -> Any:
    return await thing


async def each(things: Any) -> Any:
    return [thing async for thing in things]


async def inside(manager: Any) -> Any:
    async with manager as name:
        return name


class Own:
    """An iterator with all that generators have."""

    def __init__(self) -> None:
        self.log: list[Any] = []

    def __await__(self) -> Any:
        return self

    def __iter__(self) -> Any:
        return self

    def __next__(self) -> Any:
        self.log.append("next")
        return len(self.log)

    def send(self, value: Any) -> Any:
        self.log.append(value)
        if value == "end":
            raise StopIteration(self.log)
        return len(self.log)

    def throw(self, error: Any) -> Any:
        self.log.append(type(error).__name__)
        return len(self.log)

    def close(self) -> None:
        self.log.append("closed")


def main() -> None:
    again: Any = word("once")
    print(run(wait(again)), run(wait(again)))
    begun: Any = wait(Gives(iter([1, 2])))
    print(begun.send(None), run(wait(begun)), run(begun))
    for result in (iter([52]), iter("ab"), None, 3, (x for x in "xyz")):
        print(run(wait(Gives(result))))
    coroutine: Any = word("inner")
    print(run(wait(Gives(coroutine))))
    coroutine.close()
    for thing in (5, None, "text", [1]):
        print(run(wait(thing)))
    print(run(each(Items(word("a"), Gives(iter([7]))))), run(each(Items(word("b"), ()))))
    print(run(each(Fails())), run(each(NoItems())), run(each([1])))
    print(run(inside(Manager(word("in"), word("")))), run(inside(Manager(1, None))))
    print(run(inside(Manager(word("in"), 2))), run(inside(3)))
    own = Own()
    waiting: Any = wait(own)
    print(waiting.send(None), waiting.send("sent"), waiting.throw(KeyError("k")), waiting.send(None))
    print(run_sent(waiting, "end"))
    waiting = wait(own)
    waiting.send(None)
    waiting.close()
    print(own.log)
    plain: Any = wait(Gives(iter([1, 2, 3])))
    print(plain.send(None))
    try:
        plain.send("value")
    except AttributeError as error:
        print(error)
    plain = wait(Gives(iter([1, 2, 3])))
    plain.send(None)
    try:
        plain.throw(LookupError("lost"))
    except LookupError as error:
        print(repr(error))


def run_sent(coroutine: Any, value: Any) -> Any:
    try:
        coroutine.send(value)
    except StopIteration as stop:
        return stop.value


main()


class Job:
    def __init__(self, text: str) -> None:
        self.text = text

    async def work(self) -> str:
        await wait(Gives(iter(["step"])))
        return self.text * 2

    def __await__(self) -> Any:
        return self.work().__await__()


class Typed:
    def __await__(self) -> Generator[Any, None, str]:
        return word("typed").__await__()


class Nothing:
    def __await__(self) -> Any:
        return None


class Itself:
    def __await__(self) -> Any:
        return self


async def known() -> Any:
    first: str = await Job("ab")
    second = await Typed()
    print(first, second)
    for thing in range(2):
        try:
            await (Nothing() if thing else Itself())
        except TypeError as error:
            print(error)
    try:
        await Nothing()
    except TypeError as error:
        print(error)


print(run(known()))
print(types.CoroutineType.__name__, types.GeneratorType.__name__)
print(types.CoroutineType.send.__doc__)
