"""`C.__new__(C)` written out, `object.__new__` with too much, attributes of objects deleted down to the class's."""

from __future__ import annotations

from typing import Any


class Point:
    made = 0
    x: int

    def __new__(cls, x: int, *more: Any) -> Point:
        Point.made += 1
        return super().__new__(cls)

    def __init__(self, x: int, *more: Any) -> None:
        self.x = x


class Point3(Point):
    pass


class Passing:
    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        return super().__new__(cls, *args, **kwargs)


class Word(str):
    def __new__(cls, text: str) -> Word:
        return str.__new__(cls, text.strip().lower())

    def shout(self) -> str:
        return self.upper() + "!"


class Settings:
    depth = 3
    name: str = "plain"
    tags: tuple[str, ...] = ()

    def reset(self) -> None:
        for step in (self.drop_depth, self.drop_name):
            try:
                step()
            except AttributeError as error:
                print("  ", error)

    def drop_depth(self) -> None:
        del self.depth

    def drop_name(self) -> None:
        del self.name


class Deeper(Settings):
    name = "deeper"


bare = Point.__new__(Point, 5)
print(type(bare).__name__, hasattr(bare, "x"), Point.made)
bare.__init__(7)  # type: ignore[misc]
print(bare.x)
three = Point3.__new__(Point3, 1, 2, 3)
print(type(three).__name__, isinstance(three, Point), Point.made)
for attempt in ((), (1,), (1, 2)):
    try:
        print(type(Passing(*attempt)).__name__)
    except TypeError as error:
        print(error)
try:
    Passing(key=1)
except TypeError as error:
    print(error)
print(Word("  Hello ").shout(), len(Word(" a ")), int.__new__(int, "12") + 1)

settings = Settings()
settings.depth = 10
settings.name = "changed"
settings.reset()
print(settings.depth, settings.name, Settings.depth)
settings.reset()
deeper = Deeper()
deeper.name = "mine"
deeper.reset()
print(deeper.name, deeper.depth)


def tagged(which: Settings) -> None:
    print(which.tags)
    try:
        del which.tags
    except AttributeError as error:
        print(error)
    print(which.tags)


settings.tags = ("a", "b")
tagged(settings)
tagged(settings)
