"""One object of a class, kept by its metaclass."""

from __future__ import annotations

from typing import Any, ClassVar


class SingletonMeta(type):
    _instances: ClassVar[dict[type, Any]] = {}

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=SingletonMeta):
    def __init__(self, name: str = "default") -> None:
        print("making", name)
        self.name = name


class Pool(metaclass=SingletonMeta):
    def __init__(self, size: int, *, label: str) -> None:
        self.size = size
        self.label = label


a = Config("first")
b = Config("second")
print(a is b, a.name, b.name)
p = Pool(3, label="x")
print(p is Pool(9, label="y"), p.size, p.label)
print(type(Config), type(Config) is SingletonMeta, isinstance(Config, SingletonMeta), isinstance(3, SingletonMeta))
print(Config, len(SingletonMeta._instances))
makers: list[type[Config]] = [Config]
for make in makers:
    print(make("third").name)
kinds: list[Any] = [Config, Pool]
print([kind().name if kind is Config else kind(4, label="q").size for kind in kinds])
try:
    class Other(metaclass=SingletonMeta):
        def __init__(self, n: int) -> None:
            self.n = n
    Other()  # type: ignore[call-arg]
except TypeError as error:
    print(error)
