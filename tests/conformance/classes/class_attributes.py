"""Class variables through instances, classes and subclasses."""

from typing import ClassVar


class Config:
    debug = False
    names: ClassVar[list[str]] = []
    limits: ClassVar[dict[str, int]] = {"a": 1}

    def add(self, name: str) -> None:
        self.names.append(name)


class Special(Config):
    debug = True


one, two = Config(), Special()
one.add("x")
two.add("y")
print(Config.names, one.names is two.names, one.debug, two.debug, Special.limits["a"])
Config.debug = True
one.debug = False
print(one.debug, Config().debug, Special.debug)


class Counter:
    made = 0

    def __init__(self) -> None:
        type(self).made += 1
        self.number = Counter.made


counters = [Counter() for _ in range(3)]
print([c.number for c in counters], Counter.made)
