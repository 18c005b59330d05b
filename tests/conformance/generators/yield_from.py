"""yield from: delegation of values, sends, throws and results."""

from typing import Generator, Iterator


def inner() -> Generator[int, str, int]:
    got = yield 1
    print("inner got", got)
    try:
        got = yield 2
    except ValueError as error:
        print("inner caught", error)
        got = "error"
    return len(got)


def outer() -> Generator[int, str, str]:
    result = yield from inner()
    print("inner returned", result)
    again = yield from inner()
    return f"{result} {again}"


def chain(*parts: list[int]) -> Iterator[int]:
    for part in parts:
        yield from part


def tree(depth: int) -> Iterator[str]:
    if depth:
        yield from tree(depth - 1)
        yield str(depth)
        yield from tree(depth - 1)


g = outer()
print(next(g), g.send("hello"), g.send("xy"))
print(g.send("z"))
try:
    print(g.throw(ValueError("thrown")))
except StopIteration as stop:
    print(stop.value)
print(list(chain([1, 2], [], [3])), "".join(tree(4)), list(chain(list(range(3)), [9])))
