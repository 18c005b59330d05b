"""weakref: proxies used as their objects, methods held weakly, finalizers, atexit, counts; what the dead answer."""

import atexit
import gc
import weakref
from collections.abc import Callable, Iterator
from typing import Any


class Matrix:
    def __init__(self, rows: list[list[int]]) -> None:
        self.rows = rows
        self.label = "m"

    def scaled(self, by: int, *, offset: int = 0) -> "Matrix":
        return Matrix([[x * by + offset for x in row] for row in self.rows])

    @property
    def size(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0])

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int) -> list[int]:
        return self.rows[at]

    def __setitem__(self, at: int, row: list[int]) -> None:
        self.rows[at] = row

    def __iter__(self) -> Iterator[list[int]]:
        return iter(self.rows)

    def __contains__(self, x: object) -> bool:
        return any(x in row for row in self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matrix) and self.rows == other.rows

    def __lt__(self, other: "Matrix") -> bool:
        return self.rows < other.rows

    def __add__(self, other: Any) -> "Matrix":
        n = other if isinstance(other, int) else other.rows[0][0]
        return self.scaled(1, offset=n)

    def __neg__(self) -> "Matrix":
        return self.scaled(-1)

    def __str__(self) -> str:
        return f"Matrix{self.rows}"

    def __bool__(self) -> bool:
        return bool(self.rows)


class Counter:
    def __init__(self) -> None:
        self.total = 0

    def __call__(self, step: int = 1) -> int:
        self.total += step
        return self.total


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


m = Matrix([[1, 2], [3, 4]])
p = weakref.proxy(m)
print(p.label, p.size, p.scaled(2, offset=1).rows, len(p), p[1], [sum(r) for r in p], 3 in p, 9 in p)
print(str(p), f"{p}", bool(p), p == m, p == weakref.proxy(m), p != m, p < Matrix([[9]]))
print(p + 1, str(p + p), str(-p), repr(p).startswith("<weakproxy at 0x"), " to Matrix at 0x" in repr(p))
p.label = "changed"
p[0] = [7, 8]
method = p.scaled
print(m.label, m.rows[0], method(10).rows, hasattr(p, "size"), hasattr(p, "nothing"), getattr(p, "nothing", "-"))
print(type(p).__name__, isinstance(p, weakref.ProxyType), p is weakref.proxy(m), type(p) in weakref.ProxyTypes)
attempt(lambda: p.missing)
attempt(lambda: p - 1)
attempt(lambda: callable(p))
attempt(lambda: weakref.proxy(5))

counter = Counter()
count = weakref.proxy(counter)
print(count(), count(step=5), count.total, counter.total, isinstance(count, weakref.CallableProxyType), callable(count))
counter.total = 40
print(count(2), weakref.proxy(counter)(1))

# methods
bound = weakref.WeakMethod(m.scaled)
call = bound()
assert call is not None
print(call(3).rows, bound == weakref.WeakMethod(m.scaled), bound == weakref.WeakMethod(m.__len__), bound() == m.scaled)
print(hash(weakref.WeakMethod(counter.__call__)) == hash(counter), isinstance(bound, weakref.ref))
attempt(lambda: weakref.WeakMethod(attempt))

# counts
counter = Counter()
r = weakref.ref(counter)
print(r is weakref.ref(counter), weakref.getweakrefcount(counter), weakref.getweakrefcount(Counter()))
noted = weakref.ref(counter, print)
print(noted is r, noted == r, weakref.getweakrefcount(counter), weakref.getweakrefs(counter)[0] is r)
print(noted.__callback__ is print, r.__callback__)


# finalizers
class Resource:
    def __init__(self, name: str) -> None:
        self.name = name


closed: list[str] = []


def close(name: str, how: str = "closed") -> str:
    closed.append(f"{how} {name}")
    return name.upper()


kept = Resource("kept")
f = weakref.finalize(kept, close, "kept", how="by hand")
print(f.alive, f.atexit, f.peek() == (kept, close, ("kept",), {"how": "by hand"}), "for 'Resource'" in repr(f))
print(f(), f(), f.alive, f.peek(), f.detach(), closed, "dead" in repr(f))
g = weakref.finalize(kept, close, "never")
print(g.detach() == (kept, close, ("never",), {}), g.alive, g())


def make(total: int) -> list[Any]:
    proxies = []
    for i in range(total):
        one = Resource(f"r{i}")
        weakref.finalize(one, close, one.name)
        proxies.append(weakref.proxy(one))
    return proxies


def churn(depth: int) -> int:
    return depth if depth == 0 else churn(depth - 1) + 1


proxies = make(300)
print(churn(50))
for _ in range(3):
    gc.collect()
died = [x for x in closed if x.startswith("closed r")]
print(len(died) > 250, sorted(died)[:1] == ["closed r0"] or len(died) < 300)


def is_dead(x: Any) -> bool:
    try:
        return not x.name
    except ReferenceError as error:
        return str(error) == "weakly-referenced object no longer exists"


print(sum(map(is_dead, proxies)) > 250)
closed.clear()


@atexit.register
def last() -> None:
    print("last", [x for x in closed if "at exit" in x])


atexit.register(print, "earlier", sep="!", end="\n")
atexit.register(attempt, lambda: 1)
atexit.unregister(attempt)
out = Resource("out")
weakref.finalize(out, print, "finalized", "first made")
weakref.finalize(out, close, "out", "at exit")
weakref.finalize(out, print, "not").atexit = False
print("end")
