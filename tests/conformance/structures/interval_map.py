"""Half-open intervals: a set algebra with operators, and a calendar that refuses double booking."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import dataclass
from functools import total_ordering
from itertools import chain
from typing import Iterable, Iterator


@total_ordering
@dataclass(frozen=True)
class Span:
    start: int
    stop: int

    def __post_init__(self) -> None:
        if self.start >= self.stop:
            raise ValueError(f"empty span {self.start}..{self.stop}")

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return (self.start, self.stop) < (other.start, other.stop)

    def __and__(self, other: Span) -> Span | None:
        start, stop = max(self.start, other.start), min(self.stop, other.stop)
        return Span(start, stop) if start < stop else None

    def __contains__(self, point: int) -> bool:
        return self.start <= point < self.stop

    def __len__(self) -> int:
        return self.stop - self.start

    def __str__(self) -> str:
        return f"[{self.start},{self.stop})"


class Spans:
    def __init__(self, spans: Iterable[Span | tuple[int, int]] = ()) -> None:
        self._spans: list[Span] = []
        todo = sorted(s if isinstance(s, Span) else Span(*s) for s in spans)
        for span in todo:
            if self._spans and span.start <= self._spans[-1].stop:
                last = self._spans.pop()
                span = Span(last.start, max(last.stop, span.stop))
            self._spans.append(span)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    def __or__(self, other: Spans) -> Spans:
        return Spans(chain(self, other))

    def __and__(self, other: Spans) -> Spans:
        return Spans(common for a in self for b in other if (common := a & b) is not None)

    def __invert__(self) -> Spans:
        edges = [-1000, *chain.from_iterable((s.start, s.stop) for s in self), 1000]
        return Spans((a, b) for a, b in zip(edges[::2], edges[1::2]) if a < b)

    def __sub__(self, other: Spans) -> Spans:
        return self & ~other

    def __xor__(self, other: Spans) -> Spans:
        return (self - other) | (other - self)

    def __contains__(self, point: int) -> bool:
        at = bisect_right(self._spans, point, key=lambda s: s.start)
        return at > 0 and point in self._spans[at - 1]

    def __eq__(self, other: object) -> bool:
        return self._spans == other._spans if isinstance(other, Spans) else NotImplemented

    def __bool__(self) -> bool:
        return bool(self._spans)

    def __str__(self) -> str:
        return "∪".join(map(str, self)) or "∅"


a = Spans([(0, 5), (10, 20), (4, 8)])
b = Spans([(7, 12), (15, 16), (30, 31)])
for name, result in {"a|b": a | b, "a&b": a & b, "a-b": a - b, "b-a": b - a, "a^b": a ^ b, "~a": ~a}.items():
    print(name, result, sum(map(len, result)))
print(~~a == a, (a | b) - b == a - b, a & ~a == Spans(), bool(a & ~a), a == "a", a != b)
print([p for p in range(-2, 22) if p in a])
print(max(a), min(b), Span(1, 2) >= Span(1, 1 + 1), sorted([Span(3, 9), Span(1, 5), Span(1, 3)])[0])


class Busy(Exception):
    def __init__(self, wanted: Span, taken: Span) -> None:
        super().__init__(wanted, taken)

    def __str__(self) -> str:
        wanted, taken = self.args
        return f"{wanted} overlaps {taken}"


class Calendar:
    def __init__(self) -> None:
        self.booked: list[Span] = []

    def book(self, start: int, stop: int) -> Span:
        span = Span(start, stop)
        for taken in self.booked:
            if taken & span:
                raise Busy(span, taken)
        insort(self.booked, span)
        return span

    def first_free(self, length: int) -> int:
        at = 0
        for span in self.booked:
            if span.start - at >= length:
                break
            at = span.stop
        return at


calendar = Calendar()
for request in [(9, 11), (14, 15), (10, 12), (11, 14), (8, 9), (3, 3), (0, 30)]:
    try:
        print("booked", calendar.book(*request))
    except Busy as busy:
        print("busy:", busy)
    except ValueError as error:
        print("wrong:", error)
print([calendar.first_free(n) for n in (1, 6, 8, 9)], *calendar.booked)
try:
    print(Span(1, 2) < 3)
except TypeError as error:
    print(error)
calendar.book(7, 10)
