"""Objects that stand before others: settings by attribute, a counting proxy, a lazy one, read-only views."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Settings:
    """Dotted access over nested mappings."""

    def __init__(self, values: Mapping[str, object], path: str = "") -> None:
        self._values = values
        self._path = path

    def __getattr__(self, name: str) -> object:
        try:
            value = self._values[name]
        except KeyError:
            raise AttributeError(f"no setting {self._path}{name}") from None
        if isinstance(value, dict):
            return Settings(value, f"{self._path}{name}.")
        return value

    def section(self, name: str) -> Settings:
        found = self.__getattr__(name)
        if not isinstance(found, Settings):
            raise TypeError(f"{self._path}{name} is {found!r}, not a section")
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)


class Lazy(Generic[T]):
    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self.uses = 0

    def __call__(self) -> T:
        self.uses += 1
        if self._made is None:
            self._made = self._make()
        return self._made


class Store:
    def __init__(self) -> None:
        print("store opened")
        self._rows: dict[str, int] = {}

    def put(self, key: str, value: int) -> None:
        self._rows[key] = value

    def get(self, key: str) -> int:
        return self._rows[key]


class Counting(Store):
    """Counts calls and what went wrong."""

    def __init__(self, inner: Lazy[Store]) -> None:
        self._inner = inner
        self.calls: Counter[str] = Counter()

    def _counted(self, name: str, call: Callable[[], T]) -> T:
        self.calls[name] += 1
        try:
            return call()
        except KeyError:
            self.calls[f"{name} failed"] += 1
            raise

    def put(self, key: str, value: int) -> None:
        self._counted("put", lambda: self._inner().put(key, value))

    def get(self, key: str) -> int:
        return self._counted("get", lambda: self._inner().get(key))


class Frozen(Mapping[str, T]):
    def __init__(self, values: dict[str, T]) -> None:
        self._values = values

    def __getitem__(self, key: str) -> T:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


settings = Settings({"debug": True, "db": {"host": "localhost", "pool": {"size": 5}}, "names": ["a", "b"]})
print(
    settings.debug, settings.section("db").host, settings.section("db").section("pool").size, settings.names
)
print(list(settings), list(settings.section("db")))
asks: list[Callable[[], object]] = [
    lambda: settings.colour,
    lambda: settings.section("db").section("pool").depth,
    lambda: settings.section("debug"),
]
for ask in asks:
    try:
        print(ask())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(getattr(settings, "debug"), getattr(settings, "nothing", "fallback"), hasattr(settings, "db"))

lazy = Lazy(Store)
proxy = Counting(lazy)
print("before", lazy.uses)
proxy.put("x", 1)
print(proxy.get("x"), end=" ")
for key in ("y", "z"):
    try:
        proxy.get(key)
    except KeyError as error:
        print("missing", error, end=" ")
print(dict(proxy.calls), lazy.uses)

inner = {"one": 1}
view = Frozen(inner)
inner["two"] = 2
print(dict(view), "two" in view, view.get("three", 3), list(view.items()), view == {"one": 1, "two": 2})
