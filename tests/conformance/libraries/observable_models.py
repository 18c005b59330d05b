"""Observed attributes by descriptors: validation, computed fields that are kept, subscriptions held weakly, batches."""

from __future__ import annotations

import gc
import weakref
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
Change = tuple[str, object, object]


class Observed(Generic[T]):
    def __init__(self, default: T, *checks: Callable[[T], bool]) -> None:
        self.default = default
        self.checks = checks

    def __set_name__(self, owner: type[Model], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Model]) -> Observed[T]: ...

    @overload
    def __get__(self, instance: Model, owner: type[Model]) -> T: ...

    def __get__(self, instance: Model | None, owner: type[Model]) -> Observed[T] | T:
        if instance is None:
            return self
        value: T = instance._values.get(self.name, self.default)
        return value

    def __set__(self, instance: Model, value: T) -> None:
        for number, check in enumerate(self.checks):
            if not check(value):
                raise ValueError(f"{type(instance).__name__}.{self.name}: check {number} refuses {value!r}")
        old = instance._values.get(self.name, self.default)
        if old != value:
            instance._values[self.name] = value
            instance._changed(self.name, old, value)


class Computed(Generic[T]):
    """A value made from observed ones, kept until one of them changes."""

    def __init__(self, function: Callable[[Any], T], *needs: str) -> None:
        self.function = function
        self.needs = needs

    def __set_name__(self, owner: type[Model], name: str) -> None:
        self.name = name
        owner._computed.append((name, self.needs))

    def __get__(self, instance: Model, owner: type[Model]) -> T:
        if self.name not in instance._kept:
            instance._kept[self.name] = self.function(instance)
            instance.computations += 1
        value: T = instance._kept[self.name]
        return value


def computed(*needs: str) -> Callable[[Callable[[Any], T]], Computed[T]]:
    return lambda function: Computed(function, *needs)


class Model:
    _computed: list[tuple[str, tuple[str, ...]]] = []

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}
        self._kept: dict[str, Any] = {}
        self._observers: defaultdict[str, list[weakref.ref[Listener]]] = defaultdict(list)
        self._batch: list[Change] | None = None
        self.computations = 0

    def observe(self, name: str, listener: Listener) -> None:
        self._observers[name].append(weakref.ref(listener))

    def _changed(self, name: str, old: object, new: object) -> None:
        stale = {name}
        for computed_name, needs in self._computed:
            if stale & set(needs):
                stale.add(computed_name)
                self._kept.pop(computed_name, None)
        if self._batch is not None:
            self._batch.append((name, old, new))
        else:
            self._tell((name, old, new))

    def _tell(self, change: Change) -> None:
        for key in (change[0], "*"):
            for reference in self._observers.get(key, []):
                listener = reference()
                if listener is not None:
                    listener.notified(self, change)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All changes are told at the end, one for each name; an error takes them back."""
        if self._batch is not None:
            yield
            return
        before = dict(self._values)
        self._batch = []
        try:
            yield
        except BaseException:
            self._values = before
            self._kept.clear()
            self._batch = None
            raise
        first: dict[str, object] = {}
        last: dict[str, object] = {}
        for name, old, new in self._batch:
            first.setdefault(name, old)
            last[name] = new
        self._batch = None
        for name, new in last.items():
            if first[name] != new:
                self._tell((name, first[name], new))


class Listener:
    def __init__(self, name: str) -> None:
        self.name = name
        self.heard: list[str] = []

    def notified(self, model: Model, change: Change) -> None:
        name, old, new = change
        self.heard.append(f"{name}:{old}->{new}")

    def take(self) -> list[str]:
        heard, self.heard = self.heard, []
        return heard


class Rectangle(Model):
    width = Observed(1.0, lambda w: w > 0, lambda w: w < 1000)
    height = Observed(1.0, lambda h: h > 0)
    label = Observed("box", str.isidentifier)

    @computed("width", "height")
    def area(self: Rectangle) -> float:
        return self.width * self.height

    @computed("area", "label")
    def title(self: Rectangle) -> str:
        return f"{self.label} of {self.area:g}"


box = Rectangle()
other = Rectangle()
all_changes, widths = Listener("all"), Listener("widths")
box.observe("*", all_changes)
box.observe("width", widths)
print(box.area, box.title, box.computations, Rectangle.width.name, Rectangle.width.default, Rectangle._computed)
box.width = 3
box.width = 3.0
box.label = "tile"
print(box.title, box.title, box.computations, all_changes.take(), widths.take())
for value in (-1.0, 5000.0):
    try:
        box.width = value
    except ValueError as error:
        print(error)
try:
    box.label = "not valid"
except ValueError as error:
    print(error)
with box.batch():
    box.height = 7
    with box.batch():
        box.width = 9
    box.width = 3
    box.height = 8
    print("inside", box.area, all_changes.take())
print(all_changes.take(), widths.take(), box.area)
try:
    with box.batch():
        box.height = 100
        print(box.title)
        box.height = 0
except ValueError as error:
    print(error, box.title, all_changes.take())
print(other.area, other.width, other._values, box._values)


def temporary() -> None:
    short = Listener("short")
    box.observe("height", short)
    box.height = 2
    print(short.take())


temporary()
gc.collect()
box.height = 5
print(len(box._observers["height"]), all_changes.take(), box.title)
