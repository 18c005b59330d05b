"""Loops over generators whose function is known: held, shared, left early, failing, recursive."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Generator, Iterator
from dataclasses import dataclass


def upto(n: int) -> Iterator[int]:
    i = 0
    while i < n:
        yield i
        i += 1


def pairs(items: list[int]) -> Iterator[tuple[int, int]]:
    for i in range(len(items) - 1):
        yield items[i], items[i + 1]


def halves(values: list[float]) -> Iterator[float]:
    for value in values:
        yield value / 2


def failing(n: int) -> Iterator[int]:
    for i in upto(n):
        if i == 3:
            raise ValueError(f"no {i}")
        yield 10 // (i - 5)


def stopping(n: int) -> Iterator[int]:
    yield n
    if n > 1:
        raise StopIteration("early")
    yield n + 1


def echo() -> Generator[int, int | None, str]:
    got = yield 0
    while got is None or got < 3:
        got = yield (got or 0) + 1
    return f"ended by {got}"


def delegating(log: list[str]) -> Generator[int, int | None, None]:
    log.append((yield from echo()))
    yield -1


@dataclass
class Tree:
    value: int
    left: Tree | None = None
    right: Tree | None = None

    def walk(self) -> Iterator[int]:
        if self.left is not None:
            yield from self.left.walk()
        yield self.value
        if self.right is not None:
            for value in self.right.walk():
                yield value


def totals(n: int) -> tuple[int, int, float]:
    total, found, rest = 0, 0, 0.0
    for x in upto(n):
        total += x
    for a, b in pairs([3, 1, 4, 1, 5, 9, 2, 6]):
        if a < b:
            found += 1
    for value in halves([1.5, 2.5, 3.0]):
        rest += value
    return total, found, rest


def held() -> None:
    numbers = upto(6)
    for x in numbers:
        if x == 2:
            break
    print("left at", x, "next is", next(numbers))
    for y in numbers:
        print("then", y, end=" ")
    print(list(numbers), next(numbers, "none"))
    shared = upto(6)
    print([(a, b) for a in shared for b in shared])
    kept = [upto(2), upto(3)]
    one = kept[1]
    for z in one:
        kept[0] = one
        print(z, [g is one for g in kept], type(one).__name__)
    again = upto(2)
    for again_value in again:
        again = upto(1)  # the loop goes on over the first
        print("again", again_value, next(again))


def errors() -> None:
    for make in (failing, stopping):
        seen: list[int] = []
        try:
            for value in make(9):
                seen.append(value)
        except (ValueError, RuntimeError) as error:
            print(seen, type(error).__name__, error, repr(error.__cause__))
    seen = []
    try:
        for value in failing(9):
            seen.append(value)
    except ValueError:
        print(seen, traceback.format_exc().count("in failing"))
    try:
        for value in upto(3):
            if value == 1:
                raise KeyError(value)
    except KeyError as error:
        print("from the body", error)
    else:
        print("never")
    for value in stopping(1):
        print(value, end=" ")
    else:
        print("ended")


def main() -> None:
    print(totals(1000), totals(0))
    held()
    errors()
    tree = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))
    print(sum(value for value in tree.walk()), [v for v in tree.walk()], max(tree.walk()))
    log: list[str] = []
    steps = delegating(log)
    print(next(steps), steps.send(1), steps.send(2), steps.send(7), log)
    big = 0
    for x in upto(5):
        big += (1 << 62) * x
    print(big)
    if len(sys.argv) > 9:
        return
    for value in failing(9):
        print("last", value)


main()
