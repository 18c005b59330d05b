import math
import random
import time
import json
from typing import Any

def norm(v: list[float]) -> float:
    return math.sqrt(sum(x * x for x in v))

class Vec:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y
    def __add__(self, o: "Vec") -> "Vec":
        return Vec(self.x + o.x, self.y + o.y)
    def __mul__(self, k: float) -> "Vec":
        return Vec(self.x * k, self.y * k)
    def __rmul__(self, k: float) -> "Vec":
        return self * k
    def __repr__(self) -> str:
        return f"Vec({self.x}, {self.y})"
    def __eq__(self, o: object) -> bool:
        return isinstance(o, Vec) and self.x == o.x and self.y == o.y
    def __hash__(self) -> int:
        return hash((self.x, self.y))
    def __abs__(self) -> float:
        return math.hypot(self.x, self.y)
    def __neg__(self) -> "Vec":
        return Vec(-self.x, -self.y)

class Base:
    def value(self) -> float:
        return 1.5
class One(Base):
    def value(self) -> float:
        return 1
class Two(Base):
    def value(self) -> float:
        return 2.0

def run(items: list[Base]) -> float:
    t = 0.0
    for i in items:
        print(i.value())
        t += i.value()
    return t

def newton(x: float, n: int = 20) -> float:
    g = x
    for _ in range(n):
        g = (g + x / g) / 2
    return g

def main() -> None:
    y: float = 7
    print(math.floor(y), math.ceil(y), round(y), round(y, 1), math.trunc(y))
    print(norm([3, 4]), norm([1.5, 2]))
    v = Vec(1, 2) + Vec(0.5, 3)
    print(v, v * 2, 3 * v, -v, abs(Vec(3, 4)), Vec(1, 2) == Vec(1.0, 2.0), len({Vec(1, 2), Vec(1.0, 2.0)}))
    print(run([One(), Two(), Base()]))
    print(newton(2), newton(2.0), newton(9, 3))
    d: dict[str, Any] = json.loads('{"a": 1, "b": 2.5}')
    f: float = d["a"]
    g: float = d["b"]
    print(f, g, f + g, [f, g])
    data: dict[str, float] = json.loads('{"a": 1, "b": 2.5}')
    print(data["a"], sum(data.values()))
    rates: list[float] = [0] * 3
    rates[1] = 2.5
    print(rates)
    grid: list[list[float]] = [[0 for _ in range(2)] for _ in range(2)]
    grid[0][1] += 0.5
    print(grid)
    acc: list[float] = []
    for i in range(3):
        acc.append(i)
        acc.append(i / 2)
    print(acc)
    start: float = time.time()
    print(start > 0, type(start).__name__)
    t: tuple[float, float, str] = (1, 2.0, "z")
    a, b, c = t
    print(a, b, c, t)
    lo: float = float("inf")
    for q in [3, 2.5, 4]:
        lo = min(lo, q)
    print(lo)
    print(sum([0.1] * 3), sum([1, 2.5]), sum([1, 2], 0.5))
    print(max(1, 2.5), min(1, 0.5), max([1, 2.5, 3]))
    print(1 if y > 3 else 2.5, y if y else 0.0)
    print(f"{y:.3f}", f"{y:5}", "%.2f" % y, "%s" % y, "%d" % y, str(y), repr(y), "{:>6}".format(y))

main()
