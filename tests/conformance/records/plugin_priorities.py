"""Plugins ordered by what they need, priorities and vetoes, passing a document along."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import Any, ClassVar, ParamSpec, Protocol, TypeVar, runtime_checkable

P = ParamSpec("P")
R = TypeVar("R")


class Veto(Exception):
    def __init__(self, plugin: str, reason: str = "no reason") -> None:
        self.plugin, self.reason = plugin, reason
        super().__init__(plugin, reason)


class CycleError(ValueError):
    """Plugins that need each other."""


@runtime_checkable
class Plugin(Protocol):
    name: str

    def process(self, text: str) -> str: ...


@runtime_checkable
class Closing(Protocol):
    def close(self) -> str: ...


@dataclass
class Simple:
    name: str
    function: Callable[[str], str]

    def process(self, text: str) -> str:
        return self.function(text)


class Counting:
    name = "counting"
    created: ClassVar[int] = 0

    def __init__(self) -> None:
        self.seen = 0
        Counting.created += 1

    def process(self, text: str) -> str:
        self.seen += len(text.split())
        return text

    def close(self) -> str:
        return f"{self.seen} words"


class Guard(Counting):
    name = "guard"

    def __init__(self, *banned: str) -> None:
        super().__init__()
        self.banned = banned

    def process(self, text: str) -> str:
        if found := [word for word in self.banned if word in text]:
            raise Veto(self.name, f"says {', '.join(found)}")
        return super().process(text)


def traced(log: list[str]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def inner(*args: P.args, **kwargs: P.kwargs) -> R:
            log.append(function.__name__)
            return function(*args, **kwargs)

        return inner

    return decorate


LOG: list[str] = []


@traced(LOG)
def tidy(text: str, *, joiner: str = " ") -> str:
    return joiner.join(text.split())


@traced(LOG)
def shout(text: str) -> str:
    return text.upper()


@dataclass
class Manager:
    plugins: dict[str, tuple[int, Plugin]] = field(default_factory=dict)
    needs: dict[str, set[str]] = field(default_factory=dict)

    def add(self, plugin: object, priority: int = 0, after: Iterable[str] = ()) -> None:
        if not isinstance(plugin, Plugin):
            raise TypeError(f"{type(plugin).__name__} is no plugin")
        if plugin.name in self.plugins:
            raise KeyError(plugin.name)
        self.plugins[plugin.name] = (priority, plugin)
        self.needs[plugin.name] = set(after)

    def order(self) -> list[str]:
        wanted = {name: set(needs) for name, needs in self.needs.items()}
        if missing := set().union(*wanted.values()) - wanted.keys():
            raise LookupError(f"missing: {sorted(missing)}")
        result: list[str] = []
        while wanted:
            ready = [name for name, needs in wanted.items() if not needs.difference(result)]
            if not ready:
                raise CycleError("these wait for one another", sorted(wanted))
            best = max(ready, key=lambda name: (self.plugins[name][0], name))
            result.append(best)
            del wanted[best]
        return result

    def run(self, text: str) -> str:
        for name in self.order():
            text = self.plugins[name][1].process(text)
        return text

    def close(self) -> dict[str, str]:
        return {name: p.close() for name, (_, p) in self.plugins.items() if isinstance(p, Closing)}


manager = Manager()
manager.add(Simple("shout", shout), priority=5, after=["tidy", "guard"])
manager.add(Simple("tidy", partial(tidy, joiner="_ ")), priority=1)
manager.add(Counting(), after=["shout"])
manager.add(Guard("secret", "hush"), priority=9)
manager.add(Simple("sign", lambda text: f"{text}!"), priority=-1)
print(manager.order())
for text in ("  hello   wide world ", "a secret, hush", "plain"):
    try:
        print(repr(manager.run(text)))
    except Veto as veto:
        print("veto by", veto.plugin, "because it", veto.reason, veto.args)
print(LOG, manager.close(), Counting.created, tidy.__name__, shout("x"))
wrong: list[Any] = [3, Simple("tidy", str), object()]
for each in wrong:
    try:
        manager.add(each)
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)
manager.add(Simple("late", str.title), after=["absent"])
try:
    manager.order()
except LookupError as error:
    print(error)
manager.needs |= {"late": {"sign"}, "sign": {"late"}}
try:
    print(manager.order())
except CycleError as error:
    print(error.args[0], error.args[1])
