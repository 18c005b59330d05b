"""`del x.attr` where a subclass has another property or descriptor than the declared class."""

from functools import cached_property


class Field:
    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, obj: object, cls: type | None = None) -> str:
        return "value of " + self.name

    def __set__(self, obj: object, value: str) -> None:
        print("set", self.name, value)

    def __delete__(self, obj: object) -> None:
        print("delete", self.name)


class Base:
    x = Field("Base.x")

    def __init__(self) -> None:
        self.kept = 1

    @property
    def y(self) -> int:
        return 1

    @y.setter
    def y(self, value: int) -> None:
        print("Base.y =", value)

    @y.deleter
    def y(self) -> None:
        print("del Base.y")

    @cached_property
    def z(self) -> list[int]:
        print("computing")
        return [self.y]


class Same(Base):
    pass


class Other(Base):
    x = Field("Other.x")

    @property
    def y(self) -> int:
        return 2

    @y.setter
    def y(self, value: int) -> None:
        print("Other.y =", value)

    @y.deleter
    def y(self) -> None:
        print("del Other.y")


class Fixed(Base):
    @property  # type: ignore[misc]
    def y(self) -> int:
        return 3


def drop(item: Base) -> None:
    print(type(item).__name__, item.x, item.y, item.z)
    item.x = "new"
    del item.x
    del item.z
    print(item.z)
    del item.kept
    print(hasattr(item, "kept"))
    try:
        item.y = 5
    except AttributeError as error:
        print(error)
    try:
        del item.y
    except AttributeError as error:
        print(error)


for item in (Base(), Same(), Other(), Fixed()):
    drop(item)
exact = Other()
del exact.x
del exact.y
