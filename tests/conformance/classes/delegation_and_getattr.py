"""`__getattr__` for names a class lacks, wrappers, lazily made attributes, class constants by inheritance."""

from __future__ import annotations

from typing import Any, ClassVar


class Settings:
    defaults: ClassVar[dict[str, int]] = {"width": 80, "height": 24}
    strict = False

    def __init__(self, **given: int) -> None:
        self.given = given
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> int:
        self.asked.append(name)
        if name in self.given:
            return self.given[name]
        if not self.strict and name in self.defaults:
            return self.defaults[name]
        raise AttributeError(f"{type(self).__name__} has no setting {name!r}")


class Strict(Settings):
    strict = True


s, t = Settings(width=100), Strict(depth=3)
print(s.width, s.height, s.given, t.depth, s.asked, t.asked)
for settings in (s, t):
    try:
        print(settings.height, settings.colour)
    except AttributeError as error:
        print(error)
print(getattr(s, "width", 0), getattr(t, "width", "none"), hasattr(s, "height"), hasattr(t, "height"))


class Recorder:
    def __init__(self, target: list[int]) -> None:
        self.target = target
        self.calls: list[str] = []

    def append(self, item: int) -> None:
        self.calls.append(f"append {item}")
        self.target.append(item)

    def __getattr__(self, name: str) -> Any:
        self.calls.append(f"get {name}")
        if name == "size":
            return len(self.target)
        raise AttributeError(name)


r = Recorder([1])
r.append(2)
print(r.size, r.target, r.calls)
try:
    r.nothing
except AttributeError as error:
    print("no", error, r.calls[-1])


class Lazy:
    loads = 0

    @property
    def data(self) -> list[int]:
        if not hasattr(self, "_data"):
            Lazy.loads += 1
            self._data = [1, 2, 3]
        return self._data

    @data.setter
    def data(self, value: list[int]) -> None:
        self._data = sorted(value)

    @data.deleter
    def data(self) -> None:
        del self._data


lazy = Lazy()
print(lazy.data, lazy.data is lazy.data, Lazy.loads)
lazy.data = [9, 8]
print(lazy.data)
del lazy.data
print(lazy.data, Lazy.loads)
try:
    del lazy.data
    del lazy.data
except AttributeError as error:
    print("AttributeError", error)
