"""Scopes of class bodies: comprehensions, shadowed names, nested classes, default arguments, name mangling, del."""

from __future__ import annotations

from typing import ClassVar

x = "module"
size = 3


class Outer:
    x = "class"
    size = 2
    doubled = [size * 2 for _ in range(size)]
    seen_in_body = x
    table = {name: i for i, name in enumerate("abc")}
    total = sum(table.values())
    __secret = 41

    class Inner:
        x = "inner"
        limit = 10

        def where(self) -> tuple[str, str, int]:
            return self.x, x, Outer.Inner.limit

        class Deepest:
            label = "deep"

            @classmethod
            def build(cls) -> str:
                return f"{cls.__qualname__}:{cls.label}"

    def read(self, size: int = size, word: str = x) -> tuple[str, str, int, str]:
        return x, self.x, size, word

    def secret(self) -> int:
        self.__secret += 1
        return self.__secret

    @staticmethod
    def helper(n: int, table: dict[str, int] = table) -> list[str]:
        return [k for k, v in table.items() if v >= n]

    temporary = 5
    kept = temporary + 1
    del temporary


class Child(Outer):
    x = "child"
    __hidden = 100

    class Inner(Outer.Inner):
        limit = 20

    def both(self) -> tuple[int, int]:
        return self.secret(), self.__hidden


print(Outer.doubled, Outer.seen_in_body, Outer.total, Outer.kept)
print(Outer().read(), Child().read(), Outer().read(9, "w"))
print(Outer.Inner().where(), Child.Inner().where(), Child.Inner.limit, Outer.Inner.Deepest.build(), Child.Inner.Deepest.label)
child = Child()
print(child.secret(), child.both(), child.secret(), Outer().secret())
print(Outer.helper(1), Child().helper(2, {"z": 5, "y": 0}))
Outer.x = "patched"
print(Outer().read()[1], Child().x, Outer.seen_in_body)


class Counter:
    instances: ClassVar[list[Counter]] = []
    shared: list[int] = []
    count = 0

    def __init__(self) -> None:
        Counter.instances.append(self)
        self.count += 1
        type(self).count += 10
        self.shared.append(self.count)
        self.shared = self.shared + [0]


class Special(Counter):
    count = 500


made = [Counter(), Special(), Counter(), Special()]
print([m.count for m in made], Counter.count, Special.count, Counter.shared, made[1].shared, Special.shared is Counter.shared)
print(len(Special.instances), [type(i).__name__ for i in Counter.instances], made[0].instances is Counter.instances)


def factory(n: int) -> type[Outer]:
    class Local(Outer):
        x = "local"

        def number(self) -> int:
            return 7

    return Local if n else Outer


print(factory(1)().read(), factory(0).__name__, factory(1).__name__, issubclass(factory(1), Outer))
print([cls.__name__ for cls in Child.__mro__], Child.__bases__[0].__name__, Child.__module__, Outer.Inner.__qualname__)
x = "changed"
print(Outer().read()[0])
print(Child.Inner().where()[1], child.Inner.Deepest().label, Child.table["q"])
