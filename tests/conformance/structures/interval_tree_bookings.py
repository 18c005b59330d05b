"""An interval tree (augmented treap) behind a booking system: overlaps, stabbing queries, removal, free slots, checks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, order=True)
class Interval:
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"empty interval {self.start}..{self.end}")

    def overlaps(self, other: Interval) -> bool:
        return self.start < other.end and other.start < self.end

    def __contains__(self, moment: int) -> bool:
        return self.start <= moment < self.end

    def __str__(self) -> str:
        return f"[{self.start:02}-{self.end:02})"


class Node(Generic[T]):
    __slots__ = ("interval", "value", "priority", "left", "right", "latest", "size")

    def __init__(self, interval: Interval, value: T, priority: float) -> None:
        self.interval, self.value, self.priority = interval, value, priority
        self.left: Node[T] | None = None
        self.right: Node[T] | None = None
        self.latest = interval.end
        self.size = 1

    def refresh(self) -> Node[T]:
        self.latest = self.interval.end
        self.size = 1
        for child in (self.left, self.right):
            if child is not None:
                self.latest = max(self.latest, child.latest)
                self.size += child.size
        return self


def merge(a: Node[T] | None, b: Node[T] | None) -> Node[T] | None:
    if a is None or b is None:
        return a or b
    if a.priority > b.priority:
        a.right = merge(a.right, b)
        return a.refresh()
    b.left = merge(a, b.left)
    return b.refresh()


def split(node: Node[T] | None, key: Interval) -> tuple[Node[T] | None, Node[T] | None]:
    if node is None:
        return None, None
    if node.interval < key:
        node.right, rest = split(node.right, key)
        return node.refresh(), rest
    first, node.left = split(node.left, key)
    return first, node.refresh()


class IntervalTree(Generic[T]):
    def __init__(self, seed: int = 0) -> None:
        self.root: Node[T] | None = None
        self.random = random.Random(seed)
        self.visited = 0

    def add(self, interval: Interval, value: T) -> None:
        before, after = split(self.root, interval)
        self.root = merge(merge(before, Node(interval, value, self.random.random())), after)

    def remove(self, interval: Interval, value: T) -> bool:
        before, rest = split(self.root, interval)
        same, after = split(rest, Interval(interval.start, interval.end + 1))
        kept: Node[T] | None = None
        removed = False
        for found, item in list(self._walk(same)):
            if not removed and found == interval and item == value:
                removed = True
            else:
                kept = merge(kept, Node(found, item, self.random.random()))
        self.root = merge(merge(before, kept), after)
        return removed

    def _walk(self, node: Node[T] | None) -> Iterator[tuple[Interval, T]]:
        if node is not None:
            yield from self._walk(node.left)
            yield node.interval, node.value
            yield from self._walk(node.right)

    def __iter__(self) -> Iterator[tuple[Interval, T]]:
        return self._walk(self.root)

    def __len__(self) -> int:
        return self.root.size if self.root else 0

    def overlapping(self, wanted: Interval) -> Iterator[tuple[Interval, T]]:
        stack = [self.root]
        found: list[tuple[Interval, T]] = []
        while stack:
            node = stack.pop()
            if node is None or node.latest <= wanted.start:
                continue
            self.visited += 1
            if node.interval.overlaps(wanted):
                found.append((node.interval, node.value))
            stack.append(node.left)
            if node.interval.start < wanted.end:
                stack.append(node.right)
        found.sort(key=lambda pair: pair[0])
        yield from found

    def at(self, moment: int) -> list[T]:
        return [value for _, value in self.overlapping(Interval(moment, moment + 1))]


class Conflict(Exception):
    def __init__(self, wanted: Interval, others: list[str]) -> None:
        super().__init__(f"{wanted} meets {', '.join(others)}")
        self.others = others


@dataclass
class Room:
    name: str
    day: Interval = Interval(8, 18)
    bookings: IntervalTree[str] = field(default_factory=IntervalTree)

    def book(self, who: str, start: int, end: int) -> Interval:
        wanted = Interval(start, end)
        if not (wanted.start >= self.day.start and wanted.end <= self.day.end):
            raise ValueError(f"{wanted} is outside of {self.day}")
        others = [f"{name} {when}" for when, name in self.bookings.overlapping(wanted)]
        if others:
            raise Conflict(wanted, others)
        self.bookings.add(wanted, who)
        return wanted

    def free(self, length: int) -> list[Interval]:
        slots: list[Interval] = []
        moment = self.day.start
        for interval, _ in [*self.bookings, (Interval(self.day.end, self.day.end + 1), "")]:
            if interval.start - moment >= length:
                slots.append(Interval(moment, interval.start))
            moment = interval.end
        return slots


room = Room("blue")
for who, start, end in (("ann", 9, 11), ("bob", 13, 14), ("cid", 10, 12), ("dee", 11, 13), ("eve", 16, 19), ("fay", 12, 17), ("gus", 15, 15), ("hal", 17, 18)):
    try:
        print(who, room.book(who, start, end))
    except (Conflict, ValueError) as error:
        print(who, type(error).__name__, error)
print([f"{i} {n}" for i, n in room.bookings], *room.free(1), "|", *room.free(3), room.bookings.at(10), room.bookings.at(12), room.bookings.at(11))
print(room.bookings.remove(Interval(11, 13), "ann"), room.bookings.remove(Interval(11, 13), "dee"), len(room.bookings), *room.free(2))
tree: IntervalTree[int] = IntervalTree(3)
plain: list[tuple[Interval, int]] = []
source = random.Random(11)
for n in range(400):
    start = source.randrange(1000)
    interval = Interval(start, start + 1 + source.randrange(12))
    tree.add(interval, n)
    plain.append((interval, n))
    if n % 5 == 4:
        victim = plain.pop(source.randrange(len(plain)))
        assert tree.remove(*victim), victim
same = 0
for _ in range(200):
    start = source.randrange(-5, 1010)
    wanted = Interval(start, start + source.randrange(1, 20))
    same += sorted(tree.overlapping(wanted)) == sorted(p for p in plain if p[0].overlaps(wanted))
print(same, len(tree), len(plain), tree.visited < 200 * 60, [i for i, _ in tree] == sorted(i for i, _ in plain))
print(5 in Interval(5, 6), 6 in Interval(5, 6), Interval(1, 2) < Interval(1, 3), max(Interval(0, 9), Interval(2, 3)), hash(Interval(1, 2)) == hash(Interval(1, 2)))
