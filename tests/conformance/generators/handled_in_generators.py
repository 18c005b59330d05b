"""The exception being handled, in generators that stop in the middle of an `except`, and in their callers."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Generator


def handled() -> str:
    kind, value, _ = sys.exc_info()
    return "nothing" if kind is None else f"{kind.__name__}({value})"


def in_the_middle() -> Generator[str, None, None]:
    yield handled()
    try:
        raise KeyError("inner")
    except KeyError:
        yield handled()
        try:
            raise ValueError("deeper")
        except ValueError:
            yield handled()
        yield handled()
    yield handled()


def from_outside() -> None:
    print([f"{text} {handled()}" for text in in_the_middle()])
    print(handled())
    try:
        raise TypeError("outer")
    except TypeError:
        for text in in_the_middle():
            print("  ", text, handled())
        print(handled())
    print(handled())


def moved() -> None:
    """Begun where one exception is handled, gone on with where another is, or none."""
    made = in_the_middle()
    try:
        raise TypeError("first")
    except TypeError:
        print(next(made), next(made), handled())
    print(handled())
    try:
        raise OSError("second")
    except OSError:
        print(next(made), handled())
    print(next(made), handled(), next(made), handled())


def left_early() -> None:
    made = in_the_middle()
    try:
        raise TypeError("first")
    except TypeError:
        next(made)
        next(made)
    made.close()
    print("closed", handled())


def raises_again() -> Generator[str, None, None]:
    try:
        raise ZeroDivisionError("mine")
    except ZeroDivisionError:
        yield handled()
        raise


def again() -> None:
    made = raises_again()
    try:
        raise TypeError("first")
    except TypeError:
        print(next(made))
    try:
        next(made)
    except ZeroDivisionError as error:
        print(handled(), repr(error.__context__))
    print(handled())


def thrown_in() -> Generator[str, None, None]:
    try:
        raise KeyError("a")
    except KeyError:
        try:
            yield "waiting"
        except LookupError:
            yield handled()
        raise


def throwing() -> None:
    made = thrown_in()
    next(made)
    print(made.throw(IndexError("b")), handled())
    try:
        next(made)
    except KeyError as error:
        print("came out", error, handled())
    made = thrown_in()
    next(made)
    try:
        made.throw(ValueError("c"))
    except ValueError as error:
        print(error, repr(error.__context__))
    print(handled())


def outer_of() -> Generator[str, None, str]:
    try:
        raise RuntimeError("of the outer")
    except RuntimeError:
        yield from in_the_middle()
        yield handled()
    return handled()


async def ticks() -> AsyncIterator[str]:
    try:
        raise KeyError("tick")
    except KeyError:
        await asyncio.sleep(0)
        yield handled()
    yield handled()


async def worker(name: str) -> None:
    try:
        raise ValueError(name)
    except ValueError:
        await asyncio.sleep(0)
        print(name, handled())
        async for text in ticks():
            print(name, text, handled())
    print(name, handled())


async def main() -> None:
    await asyncio.gather(worker("a"), worker("b"))
    try:
        raise LookupError("main's")
    except LookupError:
        await worker("c")
        print(handled())
    print(handled())


from_outside()
moved()
left_early()
again()
throwing()
print(list(outer_of()), handled())
asyncio.run(main())
