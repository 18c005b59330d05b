"""`property` called in the class body, with methods and lambdas."""

from typing import Any


class Temp:
    def __init__(self) -> None:
        self._c = 0.0

    c = property(lambda self: self._c)

    def get_f(self) -> float:
        return self._c * 9 / 5 + 32

    def set_f(self, f: float) -> None:
        self._c = (f - 32) * 5 / 9

    f = property(get_f, set_f)


t = Temp()
t.f = 212.0
print(t.f, t.c)


del_log: list[str] = []


class Guarded:
    def __init__(self, v: int) -> None:
        self._v = v

    def _get(self) -> int:
        return self._v

    def _set(self, v: int) -> None:
        self._v = v * 2

    def _del(self) -> None:
        del_log.append("deleted")
        self._v = -1

    v = property(_get, _set, _del, "The value.")
    w = property(fget=_get)


class More(Guarded):
    def _get(self) -> int:
        return 1000


for g in (Guarded(1), More(2)):
    print(g.v, g.w)
    g.v = 5
    g.v += 1
    print(g.v)
    del g.v
    print(g.v, del_log)


class Told:
    """What a property says of itself is read through the class."""

    _depth = 3

    def _get_depth(self) -> int:
        """how far down"""
        return self._depth

    depth = property(_get_depth, doc="the depth, in metres")
    same = property(_get_depth)
    silent = property(lambda self: 1)

    @property
    def width(self) -> int:
        """from side to side"""
        return 2 * self._depth


class Taught(Told):
    pass


told = Taught()
print(Told.depth.__doc__, Told.same.__doc__, Told.silent.__doc__, Taught.width.__doc__, sep=" | ")
print(told.__class__.depth.__doc__, type(told).width.__doc__, told.depth + told.same + told.silent + told.width)


class Machine:
    class Part:
        """A class in a class: messages of its properties tell its qualified name."""

        sealed = property()

        @property
        def size(self) -> int:
            return 3


part: Any = Machine.Part()


def change(name: str) -> None:
    if name == "sealed":
        part.sealed = 1
    else:
        part.size = 1


def remove() -> None:
    del part.size


for use in (lambda: part.sealed, lambda: change("sealed"), lambda: change("size"), remove):
    try:
        print(use())
    except AttributeError as missing:
        print(missing)
