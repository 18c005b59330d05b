"""Class statements: decorators, `__init_subclass__`, `__class_getitem__`, protocols, `__getattr__`."""

from __future__ import annotations

from typing import Any, Callable, ClassVar, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")
registry: dict[str, type] = {}


def register(cls: type[T]) -> type[T]:
    registry[cls.__name__] = cls
    return cls


def named(name: str) -> Callable[[type[T]], type[T]]:
    def wrap(cls: type[T]) -> type[T]:
        registry[name] = cls
        return cls

    return wrap


@register
class A:
    def hi(self) -> str:
        return "A"


@named("bee")
@register
class B(A):
    def hi(self) -> str:
        return "B"


print(list(registry), A().hi(), registry["bee"] is B)


class Plugin:
    plugins: ClassVar[list[type[Plugin]]] = []
    prefix: ClassVar[str] = ""

    def __init_subclass__(cls, prefix: str = "none", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.prefix = prefix
        Plugin.plugins.append(cls)

    def run(self) -> str:
        return f"{self.prefix}:{type(self).__name__}"


class One(Plugin, prefix="1"):
    pass


class Two(Plugin):
    pass


class Three(One, prefix="3"):
    pass


print([p.__name__ for p in Plugin.plugins], [p().run() for p in Plugin.plugins], Plugin.prefix)


class Box:
    def __class_getitem__(cls, item: Any) -> str:
        return f"{cls.__name__}[{item}]"


print(Box[3])  # type: ignore[misc]


@runtime_checkable
class Sized2(Protocol):
    def size(self) -> int: ...


@runtime_checkable
class HasName(Protocol):
    name: str


class S:
    def size(self) -> int:
        return 3


class N:
    def __init__(self) -> None:
        self.name = "n"


for o in (S(), N(), 3, "x"):
    print(isinstance(o, Sized2), isinstance(o, HasName))
print(issubclass(S, Sized2), issubclass(N, Sized2))


class Proxy:
    def __init__(self) -> None:
        self.real = 1

    def __getattr__(self, name: str) -> int:
        if name.startswith("x"):
            return len(name)
        raise AttributeError(f"no {name}")


p = Proxy()
print(p.real, p.xyz, p.x)
try:
    print(p.other)
except AttributeError as e:
    print(e)
print(getattr(p, "zzz", "default"), hasattr(p, "xa"), hasattr(p, "ya"))
