"""getattr, hasattr, setattr, delattr with literal names; callable; exit."""

from dataclasses import dataclass
from typing import Any, Final

NAME: Final = "size"


class Base:
    shared = "class value"
    late: int

    def __init__(self, size: int) -> None:
        self.size = size

    @property
    def double(self) -> int:
        return self.size * 2

    @property
    def missing(self) -> int:
        raise AttributeError("computed and missing")

    @property
    def broken(self) -> int:
        raise ValueError("broken")

    def method(self, n: int) -> int:
        return self.size + n


class Derived(Base):
    extra = 3.5

    def __call__(self) -> str:
        return "called"


@dataclass
class Point:
    x: int
    y: int = 0


def probe(x: object) -> None:
    print(
        type(x).__name__,
        hasattr(x, "size"), hasattr(x, "late"), hasattr(x, "extra"), hasattr(x, "method"), hasattr(x, "missing"),
        hasattr(x, "shared"), hasattr(x, "upper"), hasattr(x, "nothing"), hasattr(x, "__len__"),
        callable(x),
    )  # fmt: skip
    print("  ", getattr(x, "size", "no size"), getattr(x, "extra", None), getattr(x, "shared", -1), getattr(x, "x", []))


base, derived = Base(2), Derived(7)
for thing in (base, derived, Point(1), "text", 5, None, [1], probe, lambda: 0):
    probe(thing)
registry: dict[str, Any] = {"base": Base, "derived": Derived, "point": Point, "text": str}
for name, cls in registry.items():
    print(name, hasattr(cls, "shared"), getattr(cls, "extra", None), callable(cls), cls.__name__)
print(registry["base"].shared, registry["derived"].method(derived, 1), registry["derived"](9).size)
print(getattr(base, "size") + 1, getattr(base, "double"), getattr(base, "method")(10), getattr(base, NAME))
print(getattr(base, "late", "unset"), getattr(base, "missing", "default"), getattr(derived, "extra", 0.0))
for test in (lambda: getattr(base, "late"), lambda: getattr(base, "missing"), lambda: hasattr(base, "broken")):
    try:
        print(test())
    except (AttributeError, ValueError) as error:
        print(type(error).__name__, error)
setattr(base, "size", 40)
setattr(base, NAME, base.size + 2)
setattr(base, "late", 6)
print(base.size, base.late, base.double, hasattr(base, "late"))
delattr(base, "late")
print(hasattr(base, "late"))
try:
    delattr(base, "late")
except AttributeError as error:
    print("AttributeError", error)
point: Any = Point(3, 4)
setattr(point, "x", 10)
print(point, getattr(point, "x"), getattr(point, "z", "no z"))


def shout(x: object) -> str:
    upper = getattr(x, "upper", None)
    if upper is not None and callable(upper):
        return str(upper())
    return f"{x} cannot shout"


print(shout("quiet"), shout(3), shout(b"bytes"))
failure = ValueError("x")
print(getattr(failure, "__notes__", []), hasattr(failure, "__notes__"))
failure.add_note("n")
print(getattr(failure, "__notes__", []), hasattr(failure, "__notes__"))


class Config:
    names: list[str] = []
    for_all = 0
    while for_all < 3:
        for_all += 1
        names.append(f"n{for_all}")
    try:
        ratio = 1 // (for_all - 3)
    except ZeroDivisionError:
        ratio = -1
    assert names, "never"
    with_suffix = [n + "!" for n in ["a", "b"]]
    del names[0]


print(Config.names, Config.for_all, Config.ratio, Config().ratio, Config.with_suffix)
exit(3 if callable(derived) else 4)
