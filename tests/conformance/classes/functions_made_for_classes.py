"""Functions that class bodies take from makers nobody has typed, hooks that may be None, and overridden defaults."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Optional


def period(seconds):
    def inner(self):
        return round(self.seconds / seconds, 2)

    return inner


def tuned(seconds: float) -> Any:
    def inner(self: Any, digits: int = 1, *, unit: str = "y") -> str:
        return f"{round(self.seconds / seconds, digits)}{unit}"

    return inner


class Age:
    mercury = period(7600530.24)
    venus: Any = tuned(19413907.2)
    measure: Any = len
    limit: Any = 5

    def __init__(self, seconds):
        self.seconds = seconds
        self.own: Any = lambda x: x + 1


class Later(Age):
    venus = tuned(2.0)


def describe(age: Any) -> None:
    print(age.mercury(), age.venus(), age.venus(unit="!"), age.own(3), age.measure("abc"), age.limit)


def shout(self: Any, text: str) -> str:
    return f"{type(self).__name__}: {text.upper()}"


class Base:
    hook: Optional[Callable[..., str]] = None
    fixed: ClassVar[Any] = None
    maker: Any = dict
    part: Any = partial(shout, None)
    still: Any = staticmethod(shout)

    def run(self, text: str) -> str:
        if self.hook is None:
            return "no hook for " + text
        return self.hook(text)


class Loud(Base):
    hook = shout
    fixed = shout


class Own(Base):
    def __init__(self, quiet: bool) -> None:
        if quiet:
            self.hook = lambda text: text.lower()


class Options:
    convert = None

    def __init__(self, convert=None):
        if convert:
            self.convert = convert

    def apply(self, value):
        return self.convert(value) if self.convert else value


class Hexadecimal(Options):
    def convert(self, value):
        return hex(value)


class Default:
    func: Callable[..., Any] = lambda *args: args[1:]

    def replace(self, func: Callable[..., Any]) -> None:
        self.func = func


class Readings:
    def __init__(self) -> None:
        self.values: list[float] = [0.5]

    def add(self, counts: list[int]) -> None:
        self.values.extend(counts)  # they stay ints


def main() -> None:
    age = Age(100000000)
    print(age.mercury(), age.venus(), age.venus(3, unit=""), age.measure("four"), age.limit)
    bound = age.mercury
    print(bound(), bound.__name__, Age.mercury(age), Age.venus(age, 2))
    print(Later(7).venus(), Later(9).own(1))
    describe(age)
    describe(Later(20))
    age.venus = lambda digits=0, unit="": f"own {digits} {unit}"
    describe(age)
    try:
        Age.mercury()  # type: ignore[call-arg]
    except TypeError as error:
        print(error)
    print(Base().run("a"), Loud().run("b"), Own(True).run("C"), Own(False).run("C"))
    print(Loud().fixed("x"), Loud.fixed(Base(), "y"), Base().fixed)
    print(Base().maker(a=1), Base().part("z"), Base().still(3, "q"), Base.still(3, "q"))
    print(Options().apply(3), Options(str).apply(3), Hexadecimal().apply(300), Hexadecimal(oct).apply(8))
    default = Default()
    print(default.func(1, 2))
    default.replace(lambda *args: args)
    print(default.func(1, 2))
    readings = Readings()
    readings.add(list(range(3)))
    print(readings.values, readings.values[1] < readings.values[0])


main()
