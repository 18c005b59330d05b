"""Tuples of ints and strings in order: bool among the ints, big ints, nested tuples, named tuples, prefixes."""

from typing import NamedTuple
class P(NamedTuple):
    x: int
    y: str
words = [("b", 2), ("a", 10**30), ("a", 2), ("é", -1), ("a", True), ("a", 10**30 + 1)]
print(sorted(words), sorted(words, reverse=True))
print(max(words), min(words), words[0] < words[1], words[0] <= words[0], words[0] >= words[1], words[1] > words[2])
nested = [((1, 2), "x"), ((1, 1), "y"), ((0, 5), "z"), ((1, 1), "x")]
nested.sort()
print(nested, nested[0] == nested[1], nested[0] != ((0, 5), "z"), nested[0] == ((0, 5), "z"))
ps = [P(2, "b"), P(1, "z"), P(1, "c")]
print(sorted(ps), P(1, "a") < P(1, "b"), P(1, "a") == (1, "a"), (1, "a") == P(1, "a"))
a: tuple[int, ...] = (1, 2, 3)
print(a < (1, 2, 4), a == (1, 2, 3))
one, two = (1,), (1, 2)
print(one < two, one == two, two > one)
mixed = sorted([(2.5, "a"), (1.0, "c"), (1.0, "b")])
print(mixed)
import heapq
h: list[tuple[int, str]] = []
for w, k in [(5, "e"), (1, "a"), (3, "c"), (1, "Z")]:
    heapq.heappush(h, (w, k))
print([heapq.heappop(h) for _ in range(4)])
