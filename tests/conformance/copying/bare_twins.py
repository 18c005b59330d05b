"""Copies made without `__init__`, of the attributes that the object has."""

from __future__ import annotations

import copy
from typing import Any, Self, TypeVar

T = TypeVar("T", bound="Base")


class Base:
    def __init__(self, name: str, **more: Any) -> None:
        self.name = name
        self.more = more
        self.tags: list[str] = []

    def __repr__(self) -> str:
        return f"<{self.name}>"

    def clone(self: T, **changes: Any) -> T:
        cls = type(self)
        twin = cls.__new__(cls)
        twin.__dict__.update(self.__dict__)
        for key, value in changes.items():
            setattr(twin, key, value)
        return twin

    def __copy__(self) -> Self:
        twin = self.__class__.__new__(self.__class__)
        twin.__dict__.update(vars(self))
        twin.tags = list(self.tags)
        return twin

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        cls = type(self)
        memo[id(self)] = twin = cls.__new__(cls)
        twin.__dict__.update(self.__dict__)
        twin.tags = copy.deepcopy(self.tags, memo)
        twin.more = copy.deepcopy(self.more, memo)
        return twin

    def restore(self, other: Base) -> None:
        self.__dict__.update(other.__dict__)


class Texture(Base):
    loads = 0

    def __init__(self, name: str, size: tuple[int, int], **more: Any) -> None:
        super().__init__(name, **more)
        Texture.loads += 1
        self.size = size
        if size[0] > 2:
            self.big = True

    @property
    def area(self) -> int:
        return self.size[0] * self.size[1]


class Cached(Texture):
    _area: int

    @property
    def area(self) -> int:
        if not hasattr(self, "_area"):
            self._area = self.size[0] * self.size[1]
        return self._area


def show(item: Base) -> str:
    size = getattr(item, "size", None)
    return f"{type(item).__name__}({item.name}, {size}, {item.tags}, {item.more}, big={hasattr(item, 'big')})"


def main() -> None:
    base = Base("b", x=[1])
    small, wide = Texture("s", (1, 2)), Cached("w", (3, 4), parent=base)
    base.tags.append("t")
    for item in (base, small, wide):
        twin, shallow, deep = item.clone(name=item.name * 2), copy.copy(item), copy.deepcopy(item)
        item.tags.append("late")
        print(show(twin), show(shallow), show(deep), sep=" | ")
        print(twin.tags is item.tags, shallow.more is item.more, deep.more is item.more)
    print(wide.area, hasattr(wide.clone(), "_area"), wide.clone(size=(9, 9)).area, Texture.loads)
    small.restore(Texture("other", (5, 5)))
    print(show(small), small.area)
    fresh = Texture.__new__(Texture)
    try:
        print(fresh.name)
    except AttributeError as error:
        print(error)
    fresh.restore(base)
    print(fresh.name, hasattr(fresh, "size"))


main()
