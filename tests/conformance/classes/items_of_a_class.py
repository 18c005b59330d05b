"""Classes with a `__class_getitem__` of their own: registries, options and sizes in brackets, called at once."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

T = TypeVar("T")


class Shape:
    kinds: ClassVar[dict[str, type[Shape]]] = {}

    def __init_subclass__(cls) -> None:
        Shape.kinds[cls.__name__.lower()] = cls

    def __class_getitem__(cls, name: str) -> Any:
        try:
            return cls.kinds[name]
        except KeyError:
            raise LookupError(f"no shape {name!r} among {sorted(cls.kinds)}") from None

    def area(self) -> float:
        return 0.0


class Square(Shape):
    def __init__(self, side: float = 2.0) -> None:
        self.side = side

    def area(self) -> float:
        return self.side**2


class Disc(Shape):
    def area(self) -> float:
        return 3.0


class Sized:
    """`Sized[3]` is an object that makes others."""

    def __init__(self, size: int) -> None:
        self.size = size

    def __class_getitem__(cls, size: int) -> Sized:
        return cls(size)

    def __call__(self, text: str) -> str:
        return text[: self.size].ljust(self.size, ".")


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


print(Shape["square"].__name__, type(Shape["disc"]()).__name__)  # type: ignore
print(Shape["square"]().area(), Shape["square"](3).area(), Shape["disc"]().area())  # type: ignore
for name in ("disc", "square"):
    made = Shape[name]()  # type: ignore
    print(name, made.area(), isinstance(made, Shape))
try:
    Shape["cube"]()  # type: ignore
except LookupError as error:
    print(error)
print(Square["disc"]().area())  # type: ignore
print(Sized[3]("abcdef"), Sized[5]("ab"), Sized[2].size)  # type: ignore
print([kind().area() for kind in (Shape["square"], Shape["disc"])])  # type: ignore
print(Box[int](3).item, Box[str]("x").item)
