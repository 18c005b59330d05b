"""A small plugin system: registration by `__init_subclass__`, by decorator and by name; factories."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, Self


class Command(ABC):
    registry: ClassVar[dict[str, type[Command]]] = {}
    name: ClassVar[str] = ""
    aliases: ClassVar[tuple[str, ...]] = ()
    runs: ClassVar[int] = 0

    def __init_subclass__(cls, name: str | None = None, aliases: tuple[str, ...] = (), **kw: Any) -> None:
        super().__init_subclass__(**kw)
        if name is not None:
            cls.name = name
            cls.aliases = aliases
            for key in (name, *aliases):
                if key in Command.registry:
                    raise ValueError(f"{key} is taken by {Command.registry[key].__name__}")
                Command.registry[key] = cls

    def __init__(self, *args: str) -> None:
        self.args = args

    @abstractmethod
    def run(self) -> str: ...

    @classmethod
    def parse(cls, line: str) -> Self:
        return cls(*line.split())

    def __call__(self) -> str:
        type(self).runs += 1
        return f"{self.name}: {self.run()}"


class Echo(Command, name="echo", aliases=("print", "say")):
    def run(self) -> str:
        return " ".join(self.args)


class Add(Command, name="add"):
    def run(self) -> str:
        return str(sum(int(a) for a in self.args))


class Loud(Echo, name="loud"):
    def run(self) -> str:
        return super().run().upper() + "!"


class Helper(Echo):
    """Not registered: it has no name of its own."""


for line in ("echo a b", "say hi", "add 1 2 39", "loud boo", "print x", "nope 1"):
    word, _, rest = line.partition(" ")
    kind = Command.registry.get(word)
    print("unknown" if kind is None else kind.parse(rest)())
print(Helper("h")(), Helper.name, Helper.aliases, sorted(Command.registry))
print([(c.__name__, c.runs) for c in (Command, Echo, Add, Loud, Helper)])
try:

    class Second(Command, name="add"):
        def run(self) -> str:
            return "second"

except ValueError as error:
    print(error)

hooks: dict[str, list[Callable[[str], str]]] = {}


def hook(event: str) -> Callable[[Callable[[str], str]], Callable[[str], str]]:
    def keep(function: Callable[[str], str]) -> Callable[[str], str]:
        hooks.setdefault(event, []).append(function)
        return function

    return keep


class Service:
    started: ClassVar[list[str]] = []

    @staticmethod
    @hook("start")
    def greet(who: str) -> str:
        return "hello " + who


print({event: [f("x") for f in fs] for event, fs in hooks.items()}, Service.greet("y"))
