"""Descriptors that keep their values in the objects, under names that they make."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Callable, Generic, TypeVar, overload

T = TypeVar("T")


class Validator(ABC):
    def __set_name__(self, owner: type, name: str) -> None:
        self.private_name = "_" + name

    def __get__(self, obj: object, objtype: type | None = None) -> Any:
        return getattr(obj, self.private_name)

    def __set__(self, obj: object, value: Any) -> None:
        self.validate(value)
        setattr(obj, self.private_name, value)

    @abstractmethod
    def validate(self, value: Any) -> None: ...


class OneOf(Validator):
    def __init__(self, *options: str) -> None:
        self.options = set(options)

    def validate(self, value: Any) -> None:
        if value not in self.options:
            raise ValueError(f"Expected {value!r} to be one of {sorted(self.options)!r}")


class Number(Validator):
    def __init__(self, minvalue: float | None = None, maxvalue: float | None = None) -> None:
        self.minvalue = minvalue
        self.maxvalue = maxvalue

    def validate(self, value: Any) -> None:
        if not isinstance(value, (int, float)):
            raise TypeError(f"Expected {value!r} to be an int or float")
        if self.minvalue is not None and value < self.minvalue:
            raise ValueError(f"Expected {value!r} to be at least {self.minvalue!r}")
        if self.maxvalue is not None and value > self.maxvalue:
            raise ValueError(f"Expected {value!r} to be no more than {self.maxvalue!r}")


class Component:
    kind = OneOf("wood", "metal", "plastic")
    quantity = Number(0)

    def __init__(self, name: str, kind: str, quantity: Any) -> None:
        self.name = name
        self.kind = kind
        self.quantity = quantity


class Typed(Generic[T]):
    """Keeps the value under its own name."""

    def __init__(self, kind: type[T], default: T) -> None:
        self.kind = kind
        self.default = default

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Typed[T]: ...
    @overload
    def __get__(self, instance: Any, owner: type[Any]) -> T: ...
    def __get__(self, instance: Any, owner: type[Any]) -> Typed[T] | T:
        if instance is None:
            return self
        value: T = instance.__dict__.get(self.name, self.default)
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, not {type(value).__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance: Any) -> None:
        if self.name not in instance.__dict__:
            raise AttributeError(self.name)
        del instance.__dict__[self.name]


class Point:
    x = Typed(int, 0)
    y = Typed(int, 0)
    label = Typed(str, "-")

    def __init__(self, x: Any, y: int) -> None:
        self.x = x
        self.y = y


class lazy(Generic[T]):
    def __init__(self, func: Callable[[Any], T]) -> None:
        self.func = func


    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    def __get__(self, obj: Any, owner: type[Any] | None = None) -> T:
        value = self.func(obj)
        obj.__dict__[self.name] = value
        return value


class Circle:
    def __init__(self, radius: float) -> None:
        self.radius = radius

    @lazy
    def area(self) -> float:
        print("computing area")
        return 3.25 * self.radius**2

    @lazy
    def names(self) -> list[str]:
        print("computing names")
        return [f"circle{self.radius}"]


class Named:
    """The name is given to the constructor."""

    def __init__(self, name: str) -> None:
        self.key = f"__{name}_value"

    def __get__(self, obj: Any, owner: Any) -> Any:
        return getattr(obj, self.key, None)

    def __set__(self, obj: Any, value: Any) -> None:
        setattr(obj, self.key, value)

    def __delete__(self, obj: Any) -> None:
        delattr(obj, self.key)


class Holder:
    one = Named("one")
    two = Named("two")


class Slotted:
    __slots__ = ("y",)
    x = Typed(int, 0)


def main() -> None:
    part = Component("bolt", "metal", 3)
    print(part.kind, part.quantity, part.name, vars(part))
    part.quantity += 4
    print(part.quantity, part.__dict__)
    for kind, quantity in (("glue", 1), ("wood", -1), ("wood", "many")):
        try:
            Component("x", kind, quantity)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    point = Point(3, 4)
    print(point.x, point.y, point.label)
    point.label = "here"
    print(point.label, "label" in vars(point), Point.x.name)
    del point.label
    print(point.label, len(vars(point)), vars(point) == {"x": 3, "y": 4})
    try:
        del point.label
    except AttributeError as error:
        print("AttributeError", error)
    try:
        point.x = "no"
    except TypeError as error:
        print(error)
    circle = Circle(2.0)
    print(circle.area, circle.area, circle.names, circle.names)
    circle.radius = 3.0
    print(circle.area, sorted(vars(circle)))
    del circle.area
    print(circle.area)
    holder = Holder()
    print(holder.one, holder.two)
    holder.one = [1, 2]
    holder.two = holder.one
    print(holder.one is holder.two, sorted(holder.__dict__))
    del holder.one
    print(holder.one, holder.two)
    try:
        del holder.one
    except AttributeError as error:
        print(error)
    for act in (lambda: Slotted().x, lambda: setattr(Slotted(), "x", 3)):
        try:
            print(act())
        except AttributeError as error:
            print(error)


if __name__ == "__main__":
    main()
