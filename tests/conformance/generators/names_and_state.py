from collections.abc import Generator, Iterator
from typing import Any
import types


def inner() -> Generator[int, int, str]:
    got = yield 1
    print("got", got)
    yield 2
    return "done"


def outer() -> Generator[int, int, None]:
    yield 0
    word = yield from inner()
    print(word)
    yield from [5, 6]


class Box:
    def items(self) -> Iterator[int]:
        yield from (n for n in range(2))

    async def work(self) -> int:
        return 1


def anything(x: Any) -> Any:
    return x


def main() -> None:
    g = anything(outer())
    print(g.__name__, g.__qualname__, g.gi_running, g.gi_suspended, g.gi_yieldfrom)
    print(next(g), g.gi_yieldfrom, g.gi_suspended)
    print(next(g), g.gi_yieldfrom.__name__)
    print(g.send(7), g.gi_yieldfrom.__qualname__)
    print(next(g), type(g.gi_yieldfrom).__name__)
    print(next(g), type(g.gi_yieldfrom).__name__)
    print(next(g, None), g.gi_yieldfrom, g.gi_suspended)
    b = anything(Box().items())
    print(b.__name__, b.__qualname__, repr(b).split(" at ")[0])
    next(b)
    print(b.gi_yieldfrom.__qualname__)
    b.__name__ = "others"
    print(b.__name__, b.__qualname__)
    b.__qualname__ = "Some.others"
    print(b.__name__, b.__qualname__, repr(b).split(" at ")[0])
    try:
        b.__name__ = anything(3)
    except TypeError as e:
        print(e)
    try:
        setattr(b, "__qualname__", 3)
    except TypeError as e:
        print(e)
    try:
        del b.__name__
    except TypeError as e:
        print(e)
    c = anything(Box().work())
    print(c.__name__, c.__qualname__, c.cr_running, c.cr_await, c.cr_suspended, repr(c).split(" at ")[0])
    c.close()

    class Odd(Exception):
        def __new__(cls, *args: Any) -> Any:
            return cls

    h = outer()
    try:
        h.throw(Odd)
    except TypeError as e:
        print(str(e).replace("__main__.main.<locals>.", ""))
    print(next(h, "over"))
    h = outer()
    print(next(h))
    for arguments in [
        (ValueError, (1, 2)),
        (ValueError, "x"),
        (ValueError("y"), None),
        (ValueError, KeyError(1)),
        (ValueError("y"), 3),
        (3, None),
    ]:
        h = outer()
        next(h)
        try:
            anything(h).throw(*arguments)
        except Exception as e:
            print(type(e).__name__, e)
    try:
        anything(h).throw(ValueError, ValueError("x"), 5)
    except TypeError as e:
        print(e)
    f = lambda: (yield 4)
    for x in f():
        print(x)
    k = anything(lambda n: (yield from range(n)))
    print(list(k(3)))


main()
