import types
from typing import Any


async def c() -> Any:
    yield 1
    yield 2


class Steps:
    def __init__(self) -> None:
        self.n = 0

    def __aiter__(self) -> Any:
        return self

    @types.coroutine
    def __anext__(self) -> Any:
        if False:
            yield 1
        if self.n > 1:
            raise StopAsyncIteration
        self.n += 1
        return self.n


def py_anext(it: Any) -> Any:
    step = type(it).__anext__
    return step(it)


async def main() -> None:
    k: Any = c()
    print(await py_anext(k), await anext(k), await anext(k, "over"))
    s: Any = Steps()
    print(await py_anext(s), await anext(s, 4), await anext(s, "over"))
    q: Any = [1]
    f = type(q).append
    f(q, 1)
    print(q)


g: Any = main()
try:
    g.send(None)
except StopIteration:
    print("end")
