"""collections.namedtuple, functional NamedTuple, generic named tuples, classes made from calls, records in programs."""

import collections
from collections import defaultdict, namedtuple
from typing import Any, Callable, Generic, Iterable, Iterator, NamedTuple, TypeVar

T = TypeVar("T")
K = TypeVar("K")

Pair = namedtuple("Pair", "left right")
Triple = namedtuple("Triple", ["a", "b", "c"], defaults=(2, 3))
Segment = collections.namedtuple("Segment", ("start", "end"))
Row = NamedTuple("Row", [("key", str), ("count", int)])


class Version(namedtuple("Version", "major minor patch", defaults=[0])):
    """A class on top of a call."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"v{self.major}.{self.minor}.{self.patch}"

    def bump(self) -> "Version":
        return self._replace(minor=self.minor + 1, patch=0)


class Span(NamedTuple("Span", [("low", int), ("high", int)])):
    @property
    def width(self) -> int:
        return self.high - self.low

    def __contains__(self, value: object) -> bool:
        return isinstance(value, int) and self.low <= value < self.high

    def __iter__(self) -> Iterator[int]:  # type: ignore[override]
        return iter(range(self.low, self.high))


class Box(NamedTuple, Generic[T]):
    content: T
    label: str = "box"

    def opened(self) -> T:
        return self.content


class Entry(NamedTuple, Generic[K, T]):
    key: K
    value: T


def calls() -> int:
    print("default is made")
    return 40


class Lazy(NamedTuple):
    first: int = calls() + 2
    items: list[int] = []
    action: Callable[[int], int] = abs


p = Pair(1, "two")
print(p, p.left, p.right, p[0], Pair(right=1, left=2), Pair._fields, p == (1, "two"), p._asdict())
t = Triple(1)
print(t, t._replace(c=9), Triple._field_defaults, Triple(1, b=5), t.a + t.b)
print(Segment(0.5, 1), Segment._make([1, 2]), [Segment(1, 2), Segment(0, 5)], min([Segment(1, 2), Segment(0, 5)]))
row = Row("a", 3)
print(row, row.key * row.count, Row._fields, isinstance(row, Row), isinstance(row, tuple))
v = Version(1, 2)
print(v, repr(v), v.bump(), repr(v.bump()), v < Version(1, 3), sorted([Version(2, 0), Version(1, 9, 9)])[0], v[2])
major, minor, patch = v
print(major, minor, patch, max(Version(0, 9), v), {v: "x"}[Version(1, 2, 0)])
s = Span(3, 6)
print(s, s.width, 3 in s, 6 in s, list(s), len(s), s == (3, 6))
b = Box([1, 2])
print(b, b.opened(), b.content[0], Box("text"), Box(3.5, label="f").content * 2, Box[int](4), Box(content=None))
e = Entry("k", 1)
for entry in (e, Entry("m", 2)):
    print(entry.key.upper(), entry.value + 1, entry)
d: dict[str, int] = dict([Entry("x", 1), Entry("y", 2)])
print(d)
one, two = Lazy(), Lazy(5, [1])
one.items.append(7)
print(one.first, one[1], Lazy().items, two.first, one.action(-3) if one.action is abs else 0)


def group(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for r in rows:
        found[r.key].append(r)
    return dict(found)


rows = [Row("b", 2), Row("a", 1), Row("b", 1), Row("a", 5)]
for key, members in sorted(group(rows).items()):
    print(key, members, sum(r.count for r in members), max(members, key=lambda r: r.count))
rows.sort(key=lambda r: (r.key, -r.count))
print([f"{key}{count}" for key, count in rows])
print(Row(*("a", 4)), len({Row("a", 1), Row("a", 1)}))


def first(values: tuple[T, ...]) -> T:
    return values[0]


print(first((Row("q", 1), row)), first(Row("q", 1)) == "q")
untyped: Any = Row("u", 9)
print(untyped.key, untyped.count, untyped[1], untyped._replace(count=1), untyped == ("u", 9))
match row:
    case Row(key="a", count=n) if n > 2:
        print("many", n)
match v:
    case (1, minor, _):
        print("minor", minor)
wrong: list[Callable[[], object]] = [
    lambda: namedtuple("abc%", "efg ghi"),
    lambda: namedtuple("class", "efg ghi"),
    lambda: namedtuple("abc", "8efg 9ghi"),
    lambda: namedtuple("abc", "_efg ghi"),
    lambda: namedtuple("abc", "efg,efg"),
]
for attempt in wrong:
    try:
        attempt()
    except ValueError as error:
        print(error)
