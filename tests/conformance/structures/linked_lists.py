"""Linked lists three ways: cons cells with pattern matching, doubly linked with a sentinel, intrusive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Generic, Iterable, Iterator, TypeVar, Union

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True)
class Cons(Generic[T]):
    head: T
    tail: Chain[T]

    def __iter__(self) -> Iterator[T]:
        cell: Chain[T] = self
        while cell is not None:
            yield cell.head
            cell = cell.tail


Chain = Union[Cons[T], None]


def chain(*items: T) -> Chain[T]:
    result: Chain[T] = None
    for item in reversed(items):
        result = Cons(item, result)
    return result


def show(xs: Chain[T]) -> str:
    match xs:
        case None:
            return "()"
        case Cons(x, None):
            return f"({x})"
        case Cons(x, Cons(y, None)):
            return f"({x} {y})"
        case Cons(x, Cons(y, rest)):
            return f"({x} {y} . {show(rest)})"
    raise AssertionError(xs)


def fold(f: Callable[[U, T], U], start: U, xs: Chain[T]) -> U:
    while xs:
        start, xs = f(start, xs.head), xs.tail
    return start


def reverse(xs: Chain[T]) -> Chain[T]:
    empty: Chain[T] = None
    return fold(lambda acc, x: Cons(x, acc), empty, xs)


def merge(a: Chain[int], b: Chain[int]) -> Chain[int]:
    match a, b:
        case None, rest:
            return rest
        case rest, None:
            return rest
        case Cons(x, xs), Cons(y, ys):
            return Cons(x, merge(xs, b)) if x <= y else Cons(y, merge(a, ys))
    raise AssertionError


def sort(xs: Chain[int]) -> Chain[int]:
    if xs is None or xs.tail is None:
        return xs
    left: Chain[int] = None
    right: Chain[int] = None
    for i, x in enumerate(xs):
        left, right = (Cons(x, left), right) if i % 2 else (left, Cons(x, right))
    return merge(sort(left), sort(right))


numbers = chain(5, 3, 9, 1, 7, 3)
print(show(numbers), show(reverse(numbers)), show(sort(numbers)), show(None))
print(fold(lambda a, b: a * 10 + b, 0, numbers), fold(lambda a, b: f"{b}{a}", "", numbers))
print(chain(1, 2) == chain(1, 2), chain(1) == chain(2), hash(chain(1, 2)) == hash(chain(1, 2)), chain("a"))
shared = Cons(0, numbers), Cons(1, numbers)
print(shared[0].tail is shared[1].tail, len(list(shared[0])))


class Link(Generic[T]):
    def __init__(self, value: T | None = None) -> None:
        self.value = value
        self.prev: Link[T] = self
        self.next: Link[T] = self


class Deque(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self.ends: Link[T] = Link()
        self.length = 0
        for item in items:
            self.append(item)

    def _between(self, item: T, before: Link[T], after: Link[T]) -> Link[T]:
        link = Link(item)
        link.prev, link.next = before, after
        before.next = after.prev = link
        self.length += 1
        return link

    def append(self, item: T) -> Link[T]:
        return self._between(item, self.ends.prev, self.ends)

    def push(self, item: T) -> Link[T]:
        return self._between(item, self.ends, self.ends.next)

    def unlink(self, link: Link[T]) -> T:
        if link is self.ends:
            raise IndexError("pop from an empty deque")
        link.prev.next, link.next.prev = link.next, link.prev
        link.prev = link.next = link
        self.length -= 1
        assert link.value is not None
        return link.value

    def __iter__(self) -> Iterator[T]:
        link = self.ends.next
        while link is not self.ends:
            assert link.value is not None
            yield link.value
            link = link.next

    def __reversed__(self) -> Iterator[T]:
        link = self.ends.prev
        while link is not self.ends:
            assert link.value is not None
            yield link.value
            link = link.prev


def josephus(n: int, step: int) -> list[int]:
    circle = Deque(range(1, n + 1))
    out: list[int] = []
    link = circle.ends
    while circle.length:
        for _ in range(step):
            link = link.next
            if link is circle.ends:
                link = link.next
        following = link.prev
        out.append(circle.unlink(link))
        link = following
    return out


d = Deque("bcd")
middle = d.append("e")
d.push("a")
print(list(d), list(reversed(d)), d.length, d.unlink(middle), "".join(d))
print(josephus(7, 3), josephus(10, 2), josephus(1, 5), josephus(41, 3)[-1])
while d.length:
    print(d.unlink(d.ends.prev), end=" ")
print()
d.unlink(d.ends.next)
