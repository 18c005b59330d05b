"""Plugins registered by a metaclass that one can iterate, index and ask."""

from __future__ import annotations

from abc import ABCMeta, abstractmethod
from collections.abc import Iterator
from typing import Any, cast


class Registry(ABCMeta):
    plugins: dict[str, type[Plugin]] = {}

    def __new__(
        mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any
    ) -> Registry:
        cls = super().__new__(mcs, name, bases, namespace)
        cls.tag = options.get("tag", name.lower())
        return cls

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **options: Any) -> None:
        super().__init__(name, bases, namespace)
        cls.order = len(Registry.plugins)
        if bases:
            Registry.plugins[cls.tag] = cast("type[Plugin]", cls)
        print("registered", name, [base.__name__ for base in bases], sorted(options))

    tag: str
    order: int

    def __iter__(cls) -> Iterator[type[Plugin]]:
        return iter(Registry.plugins.values())

    def __len__(cls) -> int:
        return len(Registry.plugins)

    def __contains__(cls, name: object) -> bool:
        return name in Registry.plugins

    def __getitem__(cls, name: str) -> type[Plugin]:
        return Registry.plugins[name]

    def __bool__(cls) -> bool:
        return cls.order > 0

    def __repr__(cls) -> str:
        return f"<plugin {cls.__name__} #{cls.order}>"

    def __lt__(cls, other: Registry) -> bool:
        return cls.order < other.order

    @property
    def title(cls) -> str:
        return cls.tag.title()

    @property
    def size(cls) -> int:
        return cls.order * 10

    @size.setter
    def size(cls, value: int) -> None:
        cls.order = value // 10

    def create(cls, text: str) -> Plugin:
        return cls(text)  # type: ignore[no-any-return]


class Plugin(metaclass=Registry):
    def __init__(self, text: str) -> None:
        self.text = text

    @abstractmethod
    def run(self) -> str: ...


class Upper(Plugin):
    def run(self) -> str:
        return self.text.upper()


class Reverse(Plugin, tag="rev"):
    def run(self) -> str:
        return self.text[::-1]


print(len(Plugin), "rev" in Plugin, "upper" in Plugin, "other" in Plugin)
for plugin in Plugin:
    print(plugin, repr(plugin), str(plugin), f"{plugin}", plugin.tag, plugin.title, plugin("abc").run())
print(Plugin["rev"]("xyz").run(), Plugin["upper"].title)
print(Upper.tag, Upper.title, Upper.order, [bool(kind) for kind in (Plugin, Upper)])
print(Upper.create("made").run(), [p.create("q").run() for p in Plugin])
Upper.size = 70
print(Upper.order, Upper.size, sorted([Upper, Reverse, Plugin]), Reverse < Upper, max(Plugin))
try:
    Plugin.create("x")
except TypeError as error:
    print(type(error).__name__, error)
try:
    print(Plugin["none"])
except KeyError as error:
    print("KeyError", error)
everything: Any = Upper
print(everything, everything.tag, len(everything), [x.__name__ for x in everything], "rev" in everything, everything.title)
print(type(everything), isinstance(Upper, Registry), isinstance(Upper, type), isinstance(Upper, ABCMeta))
print(list(Plugin), {Plugin: 1}[Plugin], Upper == Upper, Upper != Reverse, hash(Upper) == hash(Upper))
print(hasattr(Upper, "tag"), getattr(Upper, "nothing", "no"), getattr(Upper("t"), "tag", "not on objects"))
