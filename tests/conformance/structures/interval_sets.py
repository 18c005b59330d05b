"""Sets of integers as sorted disjoint ranges: algebra by sweeping, slices of the integers, parsing, hashing, iteration."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import chain, islice
from operator import and_, or_, sub, xor


class IntervalSet:
    """Half-open ranges; None as an end is infinity on that side."""

    __slots__ = ("edges", "inside_before")

    def __init__(self, *spans: tuple[int | None, int | None]) -> None:
        self.edges: tuple[int, ...] = ()
        self.inside_before = False
        for low, high in spans:
            if low is not None and high is not None and low > high:
                raise ValueError(f"[{low}, {high}) is reversed")
            single = IntervalSet._make(low is None, [e for e in (low, high) if e is not None])
            merged = self | single
            self.edges, self.inside_before = merged.edges, merged.inside_before

    @classmethod
    def _make(cls, inside_before: bool, edges: Iterable[int]) -> IntervalSet:
        made = cls.__new__(cls)
        made.inside_before = inside_before
        kept: list[int] = []
        for edge in edges:
            if kept and kept[-1] == edge:
                kept.pop()
            else:
                kept.append(edge)
        made.edges = tuple(kept)
        return made

    @classmethod
    def parse(cls, text: str) -> IntervalSet:
        """`1-5,8,10-` with both ends included, `all` and `none`."""
        if text in ("all", "none"):
            return cls._make(text == "all", ())
        spans: list[tuple[int | None, int | None]] = []
        for part in text.split(","):
            sign = part[1:].find("-") + 1 if part else 0
            if sign == 0 and part[:1] != "-":
                spans.append((int(part), int(part) + 1))
            elif sign == 0:
                spans.append((None, int(part[1:]) + 1))
            else:
                spans.append((int(part[:sign]), int(part[sign + 1 :]) + 1 if part[sign + 1 :] else None))
        return cls(*spans)

    def _combine(self, other: IntervalSet, rule: Callable[[bool, bool], bool]) -> IntervalSet:
        a, b = self.inside_before, other.inside_before
        result: list[int] = []
        state = start = rule(a, b)
        mine, theirs = set(self.edges), set(other.edges)
        for edge in sorted(mine | theirs):
            a ^= edge in mine
            b ^= edge in theirs
            if rule(a, b) != state:
                state = not state
                result.append(edge)
        return IntervalSet._make(start, result)

    def __or__(self, other: IntervalSet) -> IntervalSet:
        return self._combine(other, or_)

    def __and__(self, other: IntervalSet) -> IntervalSet:
        return self._combine(other, and_)

    def __xor__(self, other: IntervalSet) -> IntervalSet:
        return self._combine(other, xor)

    def __sub__(self, other: IntervalSet) -> IntervalSet:
        return self & ~other

    def __invert__(self) -> IntervalSet:
        return IntervalSet._make(not self.inside_before, self.edges)

    def __contains__(self, number: int) -> bool:
        return self.inside_before ^ bool(bisect_right(self.edges, number) % 2)

    def __le__(self, other: IntervalSet) -> bool:
        return not self - other

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IntervalSet) and (self.edges, self.inside_before) == (
            other.edges,
            other.inside_before,
        )

    def __hash__(self) -> int:
        return hash((self.edges, self.inside_before))

    def __bool__(self) -> bool:
        return self.inside_before or bool(self.edges)

    def spans(self) -> Iterator[tuple[int | None, int | None]]:
        ends: list[int | None] = [None] * self.inside_before + list(self.edges)
        if len(ends) % 2:
            ends.append(None)
        return zip(ends[::2], ends[1::2])

    def __iter__(self) -> Iterator[int]:
        if self.inside_before:
            raise ValueError("no smallest member")
        for low, high in self.spans():
            assert low is not None
            at = low
            while high is None or at < high:
                yield at
                at += 1

    def __len__(self) -> int:
        if self.inside_before or len(self.edges) % 2:
            raise OverflowError("infinitely many")
        return sum(self.edges[1::2]) - sum(self.edges[::2])

    def __str__(self) -> str:
        if not self:
            return "none"
        parts = []
        for low, high in self.spans():
            if low is not None and high == low + 1:
                parts.append(str(low))
            else:
                parts.append(f"{'' if low is None else low}-{'' if high is None else high - 1}")
        return ",".join(parts) if parts != ["-"] else "all"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(str, self.spans()))})"


a, b = IntervalSet((1, 6), (8, 9), (10, None)), IntervalSet.parse("-3,5-8,20-29")
print(a, b, repr(a), repr(b), sep="\n")
operations: dict[str, Callable[[IntervalSet, IntervalSet], IntervalSet]] = {
    "|": or_,
    "&": and_,
    "-": sub,
    "^": xor,
}
for sign, act in operations.items():
    both = act(a, b)
    agree = all(
        (n in both)
        == bool(
            {
                "|": n in a or n in b,
                "&": n in a and n in b,
                "-": n in a and n not in b,
                "^": (n in a) != (n in b),
            }[sign]
        )
        for n in range(-9, 40)
    )
    print(f"a {sign} b = {both} {agree}")
print(~a, ~~a == a, a & ~a, a | ~a, (a & b) <= a, a <= b, bool(IntervalSet()), bool(~IntervalSet()))
print(
    list(islice(a, 9)),
    list(IntervalSet.parse("5,3-4,6")),
    len(IntervalSet.parse("1-10,20")),
    IntervalSet((3, 3)),
    IntervalSet((1, 2), (2, 3)) == IntervalSet((1, 3)),
)
print(
    len({IntervalSet((1, 5)), IntervalSet((1, 3), (2, 5)), IntervalSet.parse("1-4"), IntervalSet()}),
    reduce(or_, (IntervalSet((n * n, n * n + n)) for n in range(6))),
)
print(
    10**30 in a,
    -(10**30) in b,
    IntervalSet((-(10**20), 10**20)),
    IntervalSet.parse("-5--2"),
    IntervalSet.parse("all") - IntervalSet.parse("0"),
)
print(
    list(chain.from_iterable(IntervalSet.parse(t) for t in ("1", "2-3"))),
    sorted([IntervalSet((5, 6)), IntervalSet((1, 2))], key=str),
)
for act_ in (
    lambda: IntervalSet((5, 1)),
    lambda: IntervalSet.parse("1-x"),
    lambda: IntervalSet(),
    lambda: next(iter(b)),
    lambda: IntervalSet.parse(""),
):
    try:
        print(repr(act_()))
    except ValueError as error:
        print("ValueError:", error)
len(a)
