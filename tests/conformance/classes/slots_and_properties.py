"""`__slots__`, properties with setters and deleters, nested and conditional classes."""

from __future__ import annotations


class Point:
    __slots__ = ("x", "y", "_cache")

    def __init__(self, x: int, y: int) -> None:
        self.x, self.y = x, y

    @property
    def norm(self) -> int:
        """Norm."""
        if not hasattr(self, "_cache"):
            self._cache = self.x**2 + self.y**2
        return self._cache

    @norm.setter
    def norm(self, value: int) -> None:
        print("set", value)
        self._cache = value

    @norm.deleter
    def norm(self) -> None:
        print("del")
        del self._cache


class Point3(Point):
    __slots__ = ("z",)

    def __init__(self, x: int, y: int, z: int = 0) -> None:
        super().__init__(x, y)
        self.z = z


p = Point(3, 4)
print(p.norm)
p.norm = 7
print(p.norm)
p.norm += 1
print(p.norm)
del p.norm
print(p.norm, Point3(1, 2).norm, Point3(1, 2, 3).z)
print(Point.__slots__, Point3.__slots__)


class Outer:
    class Inner:
        kind = "inner"

        def __init__(self, v: int) -> None:
            self.v = v

        class Deep:
            pass

    def make(self) -> Outer.Inner:
        return self.Inner(3)

    inner = Inner(9)


print(Outer().make().v, Outer.Inner.kind, Outer.inner.v, Outer.Inner.__name__, Outer.Inner.__qualname__, Outer.Inner.Deep)
print(Outer.Inner.Deep.__qualname__, repr(Outer.Inner))


import sys

if sys.version_info >= (3, 0):
    class Cond:
        x = 1
else:
    class Cond:
        x = 2
print(Cond.x)
