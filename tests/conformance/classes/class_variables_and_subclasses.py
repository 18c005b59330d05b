"""Class variables read and written through classes and instances: a write makes the class's own."""

from typing import ClassVar


class Counter:
    total: ClassVar[int] = 0
    label = "counter"
    ratio: float = 1.5
    seen: list[str] = []
    ready = False

    def __init__(self, name: str) -> None:
        self.name = name
        type(self).total += 1
        self.seen.append(name)

    @classmethod
    def reset(cls, start: int = 0) -> None:
        cls.total = start

    @classmethod
    def describe(cls) -> str:
        return f"{cls.__name__} {cls.label} {cls.total} {cls.ratio} {cls.ready}"

    def mine(self) -> str:
        return f"{self.name}: {self.label} {self.total} {self.__class__.total}"


class Loud(Counter):
    label = "LOUD"


class Louder(Loud):
    def __init__(self, name: str) -> None:
        super().__init__(name.upper())
        self.label = f"label of {name}"


class Quiet(Counter):
    pass


def show(*classes: type[Counter]) -> None:
    print([c.total for c in classes], [c.describe() for c in classes])


everyone = (Counter, Loud, Louder, Quiet)
show(*everyone)
a, b, c = Counter("a"), Loud("b"), Louder("c")
show(*everyone)
for item in (a, b, c, Quiet("d"), Quiet("e")):
    print(item.mine())
show(*everyone)
Counter.reset(10)
show(*everyone)
Quiet.reset()
Loud.total = 99
show(*everyone)
Louder.label = "own"
Counter.label = "base"
show(*everyone)
print(a.label, b.label, c.label, Quiet("f").label)
del Louder.label
show(*everyone)
print(Counter.seen, Loud.seen is Counter.seen)
Loud.seen = ["only loud"]
Loud("g")
print(Counter.seen, Loud.seen, Louder.seen, Quiet.seen)
Loud.ready = True
Counter.ratio += 0.25
Quiet.ratio = 8.0
show(*everyone)
for kind in everyone:
    kind.total *= 2
    kind.ready = not kind.ready
show(*everyone)


class Registry:
    entries: ClassVar[dict[str, "type[Registry]"]] = {}
    depth: ClassVar[int] = 0
    last: ClassVar[str | None] = None

    @classmethod
    def register(cls) -> "type[Registry]":
        cls.entries[cls.__name__] = cls
        cls.depth = len(cls.__mro__) if False else cls.depth + 1
        cls.last = cls.__name__
        return cls

    @classmethod
    def kind(cls) -> str:
        return "registry"

    @staticmethod
    def unit() -> str:
        return "none"

    @classmethod
    def report(cls) -> str:
        return f"{cls.kind()} in {cls.unit()} at {cls.depth} after {cls.last}"


class Left(Registry):
    @classmethod
    def kind(cls) -> str:
        return "left of " + super().kind()


class Right(Registry):
    depth = 100

    @staticmethod
    def unit() -> str:
        return "metres"


class Both(Left, Right):
    pass


for k in (Registry, Left, Right, Both, Left):
    print(k.register().report())
print(list(Registry.entries), [k.depth for k in (Registry, Left, Right, Both)])
del Left.depth
print([k.depth for k in (Registry, Left, Right, Both)], Left.report(), sep="\n")
try:
    del Left.depth
except AttributeError as error:
    print("AttributeError", error)
Both.last = None
Registry.last = "set"
print([k.last for k in (Registry, Left, Right, Both)])


class Late:
    value: ClassVar[int]
    other: str

    def read(self) -> str:
        return self.other


class LateChild(Late):
    other = "from the child"


try:
    print(Late.value)
except AttributeError as error:
    print(error)
LateChild.value = 3
try:
    print(Late.value)
except AttributeError as error:
    print(error)
print(LateChild.value)
Late.value = 4
print(Late.value, LateChild.value)
for late in (LateChild(), Late()):
    try:
        print(late.read(), late.value)
    except AttributeError as error:
        print(error)
Late.other = "set from outside"
print([late.read() for late in (LateChild(), Late())])
