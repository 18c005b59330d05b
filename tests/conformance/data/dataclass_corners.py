"""Dataclasses without fields, without a generated `__init__`, with one of their own, abstract ones."""

import abc
from dataclasses import InitVar, dataclass, field, fields, replace
from typing import Any, ClassVar


class NotReady(Exception):
    pass


@dataclass
class Empty:
    """No fields; what it does after its initialisation counts nevertheless."""

    def __post_init__(self) -> None:
        print("made", type(self).__name__)


@dataclass
class Failing:
    def __post_init__(self) -> None:
        raise NotReady(type(self).__name__)


@dataclass
class Below(Empty):
    level: int = 3


@dataclass(init=False)
class Bare:
    count: int = 7
    names: list[str] = field(default_factory=list)
    label: str = field(default="none", repr=False)


@dataclass
class Own:
    width: int = 2
    height: int = 5
    colour: str = "red"

    def __init__(self, width: int) -> None:
        self.width = width


@dataclass(unsafe_hash=True)
class Hashed:
    shown: int = field(compare=False, hash=False, default=5)


@dataclass
class Adjusted:
    total: int
    more: InitVar[int | None] = None
    extra: InitVar[int] = 42

    def __post_init__(self, more: int | None, extra: int) -> None:
        self.total += (more or 0) + extra


class Derived(Own):
    """No dataclass itself, and its own `__init__` leaves out the other's."""

    def __init__(self) -> None:
        self.depth = 1

    def __str__(self) -> str:
        return f"{self.width}x{self.height}x{self.depth} {self.colour}"


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self) -> float: ...


@dataclass
class Named(Shape):
    name: str


@dataclass
class Square(Named):
    side: float = 1.0

    def area(self) -> float:
        return self.side * self.side


print(Empty(), Below(), Below(4))
kinds: list[Any] = [Empty, Failing, Below]
for kind in kinds:
    try:
        print(kind())
    except NotReady as error:
        print("NotReady", error)
bare = Bare()
print(bare.count, bare.label, hasattr(bare, "names"), Bare.count)
bare.count += 1
print(bare.count, Bare().count)
own = Own(9)
print(own, own.height, Own(1) == Own(1), replace(Square("s", 2.0), side=3.0))
derived = Derived()
untouched = object.__new__(Below)
print(derived, untouched.level, hasattr(untouched, "level"))
try:
    print(bare.names)
except AttributeError as error:
    print(error)
print(hash(Hashed()) == hash(Hashed(6)), hash(Hashed()) == hash(()))
adjusted = Adjusted(1, 10, 1)
print(adjusted, replace(adjusted, more=0), replace(adjusted, more=4, extra=1))
shapes: list[Any] = [Shape, Named, Square]
for shape in shapes:
    for arguments in ((), ("n",)):
        try:
            print(shape(*arguments))
        except TypeError as error:
            print(error)
print([f.name for f in fields(Bare)], Square("q").area())


def factory_of_class() -> None:
    @dataclass
    class Wrong:
        shared: ClassVar[int] = field(default_factory=int)


def factory_of_argument() -> None:
    @dataclass
    class Wrong:
        given: InitVar[int] = field(default_factory=int)


def no_annotation() -> None:
    @dataclass
    class Wrong:
        bare = field(default=3)


def keyword_of_class() -> None:
    @dataclass
    class Wrong:
        shared: ClassVar[int] = field(kw_only=True, default=2)


for body in (factory_of_class, factory_of_argument, no_annotation, keyword_of_class):
    try:
        body()
        print("taken", body.__name__)
    except TypeError as error:
        print(error)


@dataclass(slots=True)
class Slotted:
    x: int
    y: int = 2


@dataclass(slots=True, weakref_slot=True)
class MoreSlots(Slotted):
    z: int = 3


print(Slotted.__slots__, MoreSlots.__slots__, MoreSlots(1), Slotted(1).__slots__)
