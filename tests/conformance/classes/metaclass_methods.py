"""Metaclasses: instance checks, operators, final classes, keywords, typed `__call__`."""

from __future__ import annotations

from typing import Any, TypeVar

T = TypeVar("T")


class Typed(type):
    count: int

    def __init__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> None:
        super().__init__(name, bases, space)
        cls.count = 0

    def __call__(cls: type[T], *args: Any, **kwargs: Any) -> T:
        made: T = super().__call__(*args, **kwargs)  # type: ignore[misc]
        cls.count += 1  # type: ignore[attr-defined]
        return made


class Point(metaclass=Typed):
    def __init__(self, x: int, y: int = 0) -> None:
        self.x = x
        self.y = y

    @classmethod
    def origin(cls) -> Point:
        return cls(0)

    def moved(self, by: int) -> Point:
        return type(self)(self.x + by, self.y)


class Point3(Point):
    def __init__(self, x: int, y: int = 0, z: int = 0) -> None:
        super().__init__(x, y)
        self.z = z

    @classmethod
    def origin(cls) -> Point3:
        print("origin of", cls.__name__)
        base = super().origin()
        assert isinstance(base, Point3)
        return base


print(Point.origin().moved(3).x, Point3.origin().z, Point3(1, z=5).moved(2).x, Point.count, Point3.count)


class FinalMeta(type):
    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> FinalMeta:
        for base in bases:
            if isinstance(base, FinalMeta):
                raise TypeError(f"type {base.__name__!r} is not an acceptable base")
        return super().__new__(mcs, name, bases, namespace)


class Last(metaclass=FinalMeta):
    pass


try:

    class More(Last):
        pass

except TypeError as error:
    print("TypeError", error)


class Duck(type):
    def __instancecheck__(cls, instance: object) -> bool:
        return hasattr(instance, "quack")

    def __subclasscheck__(cls, subclass: type) -> bool:
        return hasattr(subclass, "quack")


class Quacker(metaclass=Duck):
    pass


class Mallard:
    def quack(self) -> str:
        return "quack"


class Robot:
    pass


things: list[object] = [Mallard(), Robot(), 3, Quacker()]
print([isinstance(thing, Quacker) for thing in things])
print([isinstance(thing, (str, Quacker)) for thing in [*things, "text"]], issubclass(Mallard, Quacker), issubclass(Robot, Quacker))
for thing in things:
    if isinstance(thing, Quacker):
        print("quacks:", type(thing).__name__)


class Unit(type):
    def __mul__(cls, other: object) -> str:
        return f"{cls.__name__}*{other.__name__ if isinstance(other, type) else other}"

    def __rmul__(cls, other: int) -> str:
        return f"{other} {cls.__name__}"

    def __or__(cls, other: Any) -> Any:
        return f"{cls.__name__}|{other.__name__}"

    def __eq__(cls, other: object) -> bool:
        return isinstance(other, Unit) and cls.__name__.lower() == other.__name__.lower()

    def __hash__(cls) -> int:
        return hash(cls.__name__.lower())

    def __str__(cls) -> str:
        return f"unit {cls.__name__}"


class Metre(metaclass=Unit):
    pass


class METRE(metaclass=Unit):
    pass


class Second(metaclass=Unit):
    pass


print(Metre * Second, 3 * Metre, Metre | Second, Metre == METRE, Metre != Second, Metre == Second)  # type: ignore[comparison-overlap]
print(len({Metre, METRE, Second}), str(Metre), f"{Second}", [Metre])
print(Metre * 4)


class Registering(type):
    made: list[str] = []

    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **kwargs: Any) -> Any:
        cls = super().__new__(mcs, name, bases, namespace, **kwargs)
        mcs.made.append(name)
        return cls

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(name, bases, namespace)
        print("init", name, sorted(kwargs.items()), "run" in namespace)

    @classmethod
    def known(mcs) -> list[str]:
        return mcs.made

    @staticmethod
    def total() -> int:
        return len(Registering.made)


class Base(metaclass=Registering):
    level = 0

    def __init_subclass__(cls, level: int = 1, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.level = level


class Sub(Base, level=4):
    def run(self) -> None: ...


print(Sub.level, Base.level, Registering.made, Registering.known(), Registering.total(), Sub.total(), type(Sub).made)


class Making(type):
    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        obj: Any = cls.__new__(cls, *args, **kwargs)  # type: ignore[arg-type]
        if isinstance(obj, cls):
            obj.__init__(*args, **kwargs)
        return obj


class Plain(metaclass=Making):
    def __init__(self, a: int) -> None:
        self.a = a


print(Plain(4).a)
