"""Memoisation with dependencies: computed cells that know what they read, method caches, cache keys, recursion, spies."""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, Concatenate, Generic, ParamSpec, TypeVar, overload

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
S = TypeVar("S")


class Cell(Generic[T]):
    """A value, or a function of other cells that runs again only when one of them has changed."""

    _reading: ClassVar[list[Cell[Any]]] = []

    def __init__(self, value: T | None = None, formula: Callable[[], T] | None = None, name: str = "") -> None:
        self.name = name
        self._value = value
        self._formula = formula
        self._fresh = formula is None
        self._readers: dict[Cell[Any], None] = {}
        self._sources: dict[Cell[Any], None] = {}
        self.runs = 0

    def get(self) -> T:
        if Cell._reading:
            reader = Cell._reading[-1]
            self._readers[reader] = None
            reader._sources[self] = None
        if not self._fresh:
            self._run()
        value: Any = self._value
        return value  # type: ignore[no-any-return]

    def _run(self) -> None:
        assert self._formula is not None
        if self in Cell._reading:
            raise RecursionError(" -> ".join(c.name for c in [*Cell._reading[Cell._reading.index(self) :], self]))
        for source in self._sources:
            source._readers.pop(self, None)
        self._sources.clear()
        Cell._reading.append(self)
        try:
            self._value = self._formula()
        finally:
            Cell._reading.pop()
        self.runs += 1
        self._fresh = True

    def set(self, value: T) -> None:
        if self._formula is not None:
            raise AttributeError(f"{self.name} is computed")
        if value != self._value:
            self._value = value
            self._spoil()

    def _spoil(self) -> None:
        for reader in list(self._readers):
            if reader._fresh:
                reader._fresh = False
                reader._spoil()


def computed(function: Callable[[], R]) -> Cell[R]:
    return Cell(None, function, function.__name__)


class method_cache(Generic[S, P, R]):
    """Caches a method's results in each object, with the arguments as the key."""

    def __init__(self, function: Callable[Concatenate[S, P], R]) -> None:
        self.function = function
        self.name = ""

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> method_cache[S, P, R]: ...

    @overload
    def __get__(self, instance: S, owner: type[Any]) -> Callable[P, R]: ...

    def __get__(self, instance: S | None, owner: type[Any]) -> method_cache[S, P, R] | Callable[P, R]:
        if instance is None:
            return self
        this = instance
        results: dict[Hashable, R] = caches(this).setdefault(self.name, {})

        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            key = (args, tuple(sorted(kwargs.items())))
            if key not in results:
                results[key] = self.function(this, *args, **kwargs)
            return results[key]

        return call


KEPT: dict[int, dict[str, dict[Hashable, Any]]] = {}


def caches(instance: Any) -> dict[str, dict[Hashable, Any]]:
    return KEPT.setdefault(instance.number, {})


@dataclass
class Spy(Generic[P, R]):
    function: Callable[P, R]
    calls: int = 0

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        self.calls += 1
        return self.function(*args, **kwargs)


@contextmanager
def counted(spy: Spy[P, R]) -> Iterator[list[int]]:
    before, result = spy.calls, [0]
    yield result
    result[0] = spy.calls - before


class Shop:
    serial: ClassVar[int] = 0

    def __init__(self, prices: dict[str, int]) -> None:
        Shop.serial += 1
        self.number = Shop.serial
        self.prices = prices
        self.lookups: list[str] = []

    @method_cache
    def total(self, *items: str, discount: int = 0) -> int:
        """The price of the items."""
        self.lookups.extend(items)
        return sum(self.prices[i] for i in items) * (100 - discount) // 100


width, height, unit = Cell(3, name="width"), Cell(4, name="height"), Cell("cm", name="unit")


@computed
def area() -> int:
    return width.get() * height.get()


@computed
def label() -> str:
    return f"{area.get()} {unit.get()}²" if area.get() else "nothing"


@computed
def odd() -> int:
    return odd_friend.get() + 1


odd_friend: Cell[int] = Cell(None, lambda: odd.get() + 1, "odd_friend")

print(label.get(), label.get(), label.runs, area.runs)
unit.set("mm")
print(label.get(), label.runs, area.runs)
width.set(3)
width.set(5)
print(label._fresh, label.get(), label.runs, area.runs)
height.set(0)
print(label.get(), [c.name for c in label._sources])
unit.set("m")
print(label._fresh, label.runs)
height.set(2)
print(label.get(), label.runs)
for action in (odd.get, lambda: area.set(1)):
    try:
        action()
    except (RecursionError, AttributeError) as error:
        print(type(error).__name__, error)
print(len(Cell._reading))
shop, other = Shop({"a": 10, "b": 25}), Shop({"a": 1})
print(shop.total("a", "b"), shop.total("a", "b"), shop.total("b", "a", discount=10), shop.total(discount=10), other.total("a"), shop.lookups, other.lookups)
try:
    shop.total("zzz")
except KeyError as error:
    print("missing", error, len(KEPT[shop.number]["total"]))
print(Shop.total.name, Shop.total.function.__doc__, sorted(KEPT))
def exponent(base: int, by: int, modulus: int | None = None) -> int:
    return pow(base, by, modulus)


power = Spy(exponent)
with counted(power) as calls:
    print(power(2, 10), power(3, 4, 5))
print(calls, power.calls)


@functools.lru_cache(maxsize=None)
def paths(rows: int, columns: int) -> int:
    return 1 if rows == 0 or columns == 0 else paths(rows - 1, columns) + paths(rows, columns - 1)


@functools.cache
def partitions(n: int, largest: int | None = None) -> tuple[tuple[int, ...], ...]:
    largest = n if largest is None else largest
    if n == 0:
        return ((),)
    return tuple((k, *rest) for k in range(min(n, largest), 0, -1) for rest in partitions(n - k, k))


print(paths(16, 16), paths.cache_info(), partitions(5), len(partitions(12)), partitions.cache_info().hits > 0)
paths.cache_clear()
print(paths(2, 2), paths.cache_info().misses, paths.__wrapped__(1, 1), paths.cache_parameters())
