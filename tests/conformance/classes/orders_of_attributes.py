"""Orders of attributes as `__init__` gives them: branches, loops, helpers, several bases, properties."""
from __future__ import annotations

import copy
import functools
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Branches:
    def __init__(self, n: int) -> None:
        if n > 2:
            self.a = 1
            self.b = 2
        elif n == 2:
            self.b = 3
        else:
            self.a = 5
        for i in range(n):
            self.last = i
        try:
            self.c = 10 // n
        except ZeroDivisionError:
            self.c = -1
        self._more(n)

    def _more(self, n: int) -> None:
        if n == 3:
            return
        self.d: list[int] = [n]

    def later(self) -> None:
        self.c = 100


class Base:
    kind = "base"

    def __init__(self) -> None:
        self.one = 1
        self.setup()
        self.two = 2

    def setup(self) -> None:
        self.from_base = True


class Derived(Base):
    def __init__(self) -> None:
        self.before = 0
        super().__init__()
        self.after = 3

    def setup(self) -> None:
        self.from_derived = True
        super().setup()


class Mixin:
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.mixed = True


class Named:
    def __init__(self, name: str = "?") -> None:
        self.name = name


class Both(Mixin, Named):
    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.both = 1


class Temperature:
    def __init__(self, celsius: float) -> None:
        self.celsius = celsius
        self.note = ""

    @property
    def celsius(self) -> float:
        return self._celsius

    @celsius.setter
    def celsius(self, value: float) -> None:
        if value < -273.15:
            raise ValueError("too cold")
        self._celsius = value

    @functools.cached_property
    def kelvin(self) -> float:
        return self._celsius + 273.15


class Failure(Exception):
    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item, self.count = item, 1


class Lazy:
    limit: int = 3
    label: str

    def __init__(self) -> None:
        self.x = 1

    def touch(self) -> None:
        self.label = "touched"


class Walled:
    def __init__(self, side: int) -> None:
        with open_(side) as area:
            self.area = area
        match side:
            case 1:
                self.shape = "one"
            case _:
                self.shape = "many"
        [self.p, *self.q] = range(side)
        while True:
            self.r = side
            if side:
                break


class open_:
    def __init__(self, n: int) -> None:
        self.n = n

    def __enter__(self) -> int:
        return self.n

    def __exit__(self, *rest: object) -> None:
        pass


class Stack(list[int]):
    def __init__(self, *items: int) -> None:
        super().__init__(items)
        self.pushed = len(items)


def show(thing: Any) -> None:
    print(type(thing).__name__, thing.__dict__)


REGISTERED: list["Registered"] = []


class Registered:
    """Hands itself on when all is set; a method sets attributes again."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.weight = 0.5
        REGISTERED.append(self)
        measure(self)

    def grow(self) -> None:
        self.size += 1
        self.weight = 1.5


def measure(thing: Registered) -> None:
    thing.weight = thing.size / 2


def main() -> None:
    for registered in (Registered(3), Registered(5)):
        registered.grow()
    print([dict(vars(one)) for one in REGISTERED])
    for n in (0, 1, 2, 3, 4):
        b = Branches(n)
        print(n, list(vars(b).items()))
    b.later()
    print(b.__dict__)
    print(Derived().__dict__, Base().__dict__)
    print(vars(Both("b")))
    t = Temperature(20.0)
    print(vars(t))
    print(t.kelvin, vars(t))
    try:
        raise Failure(3, "no")
    except Failure as failure:
        print(failure.__dict__, failure.args)
    print(vars(Box("s")), vars(Box(2)), vars(Box([1.5])))
    lazy = Lazy()
    print(vars(lazy))
    lazy.touch()
    print(vars(lazy), vars(copy.copy(lazy)))
    print(vars(Walled(1)), vars(Walled(3)))
    print(vars(Stack(1, 2)), Stack(3))
    for thing in (b, t, lazy, Stack(), Box(1), Both("c"), Failure(1, "x")):
        show(thing)
    try:
        show(3)
    except AttributeError as error:
        print(error)


main()
