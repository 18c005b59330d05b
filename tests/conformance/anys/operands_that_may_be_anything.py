"""Operators whose operand is `x or 0`, where nobody knows x: mypy takes what they give for an int."""

from typing import Any, Optional
def f(d):
    return 1 - (d or 0)
def g(*a):
    return sum(a)
def h(d=None):
    x = d or 0
    return x * 2, -x, 2 * (d or 1)
def k(d=None):
    y = 3 * (d or 1)
    z = y + 1
    z += 2
    return round(z, 1), [y * i for i in range(2)], max(y, 2), z / 2, f"{y}"
class P:
    def __init__(self, price: int, off: Any = None) -> None:
        self.price = price
        self.total = self.price * (1 - (off or 0))
        self.n = 0
    def add(self, x: Any) -> None:
        self.n += x or 0
print(f(0.5), f(None))
print(g(1, 2, 0.5))
print(h(1.5), h())
print(k(1.5), k())
p = P(10, 0.25)
p.add(2.5)
p.add(None)
print(p.total, P(3).total, p.n)
def m(xs: Any, w: Optional[Any] = None) -> float:
    total = 0
    for x in xs:
        total += x * (w or 1)
    best = 0
    best = max(best, total - (w or 0))
    return total + best
print(m([1, 2.5], 2), m([1]))
add = lambda *a: sum(a)
print(add(1, 2.5), add(), add(2))
add = lambda *a: sum(a)
less = lambda d: 1 - (d or 0)
print(add(1, 2.5), less(0.5))
