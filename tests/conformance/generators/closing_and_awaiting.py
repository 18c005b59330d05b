"""GeneratorExit through `yield from`, coroutines awaited twice, driven by hand, and generators in containers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Generator, Iterator
from typing import Any


def swallows() -> Generator[int, None, str]:
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("inner swallowed")
    return "inner result"


def yields_again() -> Generator[int, None, str]:
    try:
        yield 1
    except GeneratorExit:
        yield 99
    return "x"


def outer(inner: Generator[int, None, str]) -> Generator[int, None, str]:
    try:
        result = yield from inner
        print("outer goes on with", result)
        yield 50
    except GeneratorExit:
        print("outer exit")
        raise
    finally:
        print("outer finally")
    return result


async def answer() -> int:
    return 42


class Ready:
    def __init__(self, value: int) -> None:
        self.value = value

    def __await__(self) -> Generator[str, int, int]:
        got = yield f"asking {self.value}"
        return self.value + got


async def asks(n: int) -> int:
    total = 0
    for i in range(n):
        try:
            total += await Ready(i)
        except KeyError as error:
            print("caught", error)
            total += 1000
    return total


def drive(coro: Coroutine[Any, Any, int], replies: list[int | BaseException]) -> None:
    try:
        print(coro.send(None))
        for reply in replies:
            if isinstance(reply, BaseException):
                print(coro.throw(reply))
            else:
                print(coro.send(reply))
    except StopIteration as stop:
        print("result", stop.value)
    except Exception as error:
        print("failed", repr(error))
    coro.close()


async def main() -> None:
    c = answer()
    print(await c)
    try:
        print(await c)
    except RuntimeError as error:
        print(error)


def counter(name: str, n: int) -> Iterator[str]:
    for i in range(n):
        yield f"{name}{i}"


def round_robin(sources: list[Iterator[str]]) -> Iterator[str]:
    while sources:
        for source in list(sources):
            try:
                yield next(source)
            except StopIteration:
                sources.remove(source)


class Tree:
    def __init__(self, value: int, *children: Tree) -> None:
        self.value = value
        self.children = children

    def __iter__(self) -> Iterator[int]:
        yield self.value
        for child in self.children:
            yield from child

    def walk(self, visit: Callable[[int], bool]) -> Generator[int, None, int]:
        found = 0
        if visit(self.value):
            found += 1
            yield self.value
        for child in self.children:
            found += yield from child.walk(visit)
        return found


def main_sync() -> None:
    g = outer(swallows())
    print(next(g))
    g.close()
    g = outer(yields_again())
    print(next(g))
    try:
        g.close()
    except RuntimeError as error:
        print("RuntimeError:", error)
    drive(asks(3), [1, 2, 3])
    drive(asks(2), [1, KeyError("k")])
    drive(asks(2), [ValueError("v")])
    drive(asks(2), [])
    print(list(round_robin([counter("a", 3), counter("b", 1), counter("c", 2)])))
    tree = Tree(1, Tree(2, Tree(3)), Tree(4))
    print(list(tree), sum(tree), max(tree), 3 in tree)
    walker = tree.walk(lambda v: v % 2 == 0)
    while True:
        try:
            print("even", next(walker))
        except StopIteration as stop:
            print("found", stop.value)
            break
    table: dict[str, Iterator[str]] = {name: counter(name, 2) for name in "xy"}
    print(next(table["x"]), next(table["y"]), next(table["x"]), next(table["x"], "done"))
    lazy = (print("evaluated", x) or x * x for x in [1, 2, 3])  # type: ignore[func-returns-value]
    print("made")
    print(next(lazy))
    print(any(x > 3 for x in lazy))
    print(list(lazy))
    first, *rest = (c for c in "hello")
    print(first, rest)
    pairs = ((a, b) for a in range(3) for b in range(a) if a + b > 1)
    print(dict(pairs))


main_sync()
asyncio.run(main())
