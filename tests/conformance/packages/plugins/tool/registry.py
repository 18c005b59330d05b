from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Callable, TypeVar

REGISTRY: dict[str, Plugin] = {}
P = TypeVar("P", bound="Plugin")


class UnknownFormat(LookupError):
    def __init__(self, name: str) -> None:
        self.known = sorted(REGISTRY)
        super().__init__(f"{name!r} is not one of {', '.join(self.known)}")


class Plugin(ABC):
    count = 0

    def __init_subclass__(cls) -> None:
        Plugin.count += 1

    @abstractmethod
    def dump(self, rows: list[list[str]]) -> str: ...

    @abstractmethod
    def load(self, text: str) -> list[list[str]]: ...


def register(*names: str) -> Callable[[type[P]], type[P]]:
    def decorate(cls: type[P]) -> type[P]:
        plugin = cls()
        for name in names:
            REGISTRY[name] = plugin
        return cls

    return decorate


def get(name: str) -> Plugin:
    try:
        return REGISTRY[name]
    except KeyError:
        raise UnknownFormat(name) from None
