"""Generators feeding generators."""

from typing import Callable, Iterable, Iterator, TypeVar

T = TypeVar("T")
U = TypeVar("U")


def numbers() -> Iterator[int]:
    n = 1
    while True:
        yield n
        n += 1


def take(count: int, items: Iterable[T]) -> Iterator[T]:
    for item in items:
        if count == 0:
            return
        count -= 1
        yield item


def keep(test: Callable[[T], bool], items: Iterable[T]) -> Iterator[T]:
    for item in items:
        if test(item):
            yield item


def apply(f: Callable[[T], U], items: Iterable[T]) -> Iterator[U]:
    for item in items:
        yield f(item)


def sieve() -> Iterator[int]:
    found: list[int] = []
    for n in numbers():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n


print(list(take(5, keep(lambda n: n % 3 == 0, numbers()))))
print(list(apply(str, take(3, numbers()))), list(take(12, sieve())), sum(take(100, numbers())))
print(list(take(3, apply(lambda s: s.upper(), ["a", "b", "c", "d"]))))
