"""Plugins registered by __init_subclass__ and decorators, descriptors that validate, lazy attributes, dispatch by type."""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Generic, TypeVar, overload

T = TypeVar("T")
O = TypeVar("O")


class Checked(Generic[T]):
    """A descriptor that checks what is assigned."""

    def __init__(self, check: Callable[[T], bool], default: T) -> None:
        self.check = check
        self.default = default

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Checked[T]: ...
    @overload
    def __get__(self, instance: Plugin, owner: type[Any]) -> T: ...
    def __get__(self, instance: Plugin | None, owner: type[Any]) -> Checked[T] | T:
        if instance is None:
            return self
        value: T = instance.values.get(self.name, self.default)
        return value

    def __set__(self, instance: Plugin, value: T) -> None:
        if not self.check(value):
            raise ValueError(f"{self.name} cannot be {value!r}")
        instance.values[self.name] = value


class Plugin(ABC):
    registry: ClassVar[dict[str, type[Plugin]]] = {}
    extension: ClassVar[str] = ""
    priority = Checked[int](lambda n: 0 <= n <= 9, 5)
    label = Checked[str](lambda s: s.isidentifier(), "plain")

    def __init_subclass__(cls, *, extension: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if extension:
            if extension in Plugin.registry:
                raise TypeError(f"{extension} is taken by {Plugin.registry[extension].__name__}")
            cls.extension = extension
            Plugin.registry[extension] = cls

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    @abstractmethod
    def load(self, text: str) -> list[str]: ...

    @functools.cached_property
    def banner(self) -> str:
        return f"{type(self).__name__}({self.extension})".center(20, "-")


class Lines(Plugin, extension="txt"):
    def load(self, text: str) -> list[str]:
        return text.splitlines()


class Words(Lines, extension="words"):
    def load(self, text: str) -> list[str]:
        return [word for line in super().load(text) for word in line.split()]


class Hidden(Plugin):
    pass


@functools.singledispatch
def describe(value: object) -> str:
    return f"object {type(value).__name__}"


@describe.register
def _(value: int) -> str:
    return f"int {value:+d}"


@describe.register(list)
def _list(value: list[Any]) -> str:
    return f"list of {len(value)}: {', '.join(map(describe, value))}"


@describe.register
def _(value: Plugin) -> str:
    return f"plugin .{value.extension}"


class Visitor:
    @functools.singledispatchmethod
    def visit(self, node: object) -> str:
        raise TypeError(f"no visit for {type(node).__name__}")

    @visit.register
    def _(self, node: str) -> str:
        return f"text {node}"

    @visit.register
    def _(self, node: tuple) -> str:  # type: ignore[type-arg]
        return f"({' '.join(self.visit(child) for child in node)})"


def load(name: str, text: str) -> list[str]:
    stem, dot, extension = name.rpartition(".")
    try:
        return Plugin.registry[extension]().load(text)
    except KeyError as error:
        raise LookupError(f"no plugin for {name!r}; there are {sorted(Plugin.registry)}") from error


print(load("a.txt", "one two\nthree"), load("b.words", "one two\nthree"), sorted(Plugin.registry), Words.extension, Hidden.extension == "", [c.__name__ for c in Words.__mro__][:3])
plugin = Words()
plugin.priority = 7
print(plugin.priority, plugin.label, Lines().priority, plugin.values, plugin.banner, plugin.banner is plugin.banner, isinstance(Words.priority, Checked), Words.priority.name)
for name, value in (("priority", 10), ("label", "not an id")):
    try:
        if name == "priority":
            plugin.priority = int(value)
        else:
            plugin.label = str(value)
    except ValueError as error:
        print(error)
print(describe(3), describe([1, "x", [True]]), describe(plugin), describe(None), Visitor().visit(("a", ("b", "c"))))
try:
    Visitor().visit(5)
except TypeError as error:
    print(error)
try:
    load("c.bin", "")
except LookupError as error:
    print(error, "/", repr(error.__cause__))
try:

    class Clash(Plugin, extension="txt"):
        def load(self, text: str) -> list[str]:
            return []

except TypeError as error:
    print(error, len(Plugin.registry))
plugin.label = ""
