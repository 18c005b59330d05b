"""Ints sent to generators that are declared to take floats or complex numbers; what is not sent is None."""

import asyncio
from typing import AsyncGenerator, Generator, Optional, Iterator
def g(n: int) -> Generator[int, float, str]:
    i = 0.0
    while i < n:
        got = yield int(i)
        print(repr(got))
        i += got or 1
    return "done"
def h() -> Generator[int, Optional[float], None]:
    while True:
        got = yield 1
        print(repr(got))
x = g(5)
print(next(x), x.send(2), x.send(1.5))
try:
    x.send(4)
except StopIteration as e:
    print(e.value)
y = h(); next(y); y.send(3); y.send(None); y.send(2.5)
async def ag(n: int) -> AsyncGenerator[int, float]:
    i = 0
    while i < n:
        got = yield i
        print(repr(got))
        i += int(got or 1)
async def agc(n: int) -> AsyncGenerator[int, complex]:
    while n:
        got = yield n
        print(repr(got))
        n -= 1
async def main() -> None:
    a = ag(10)
    print(await a.__anext__(), await a.asend(3), await a.asend(2.0), await a.__anext__())
    c = agc(3)
    print(await c.__anext__(), await c.asend(3), await c.asend(2j))
asyncio.run(main())
