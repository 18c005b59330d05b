"""Named tuples whose float fields hold ints: unpacked, iterated over, searched."""

from typing import NamedTuple
class Point(NamedTuple):
    x: float
    y: float = 0.0
p = Point(3, 4)
x, y = p
print(x, y, p == (3, 4), p[0], p[-1])
print(*p)
print(x, *p, sep="-")
print(p.count(3))
print(p.index(4))
print(list(p), sum(p), max(p), [v for v in p], tuple(p), (*p, 1))
def f(*a): return a
print(f(*p), f(1, *p))
