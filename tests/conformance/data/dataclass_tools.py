"""fields, asdict, astuple, replace, is_dataclass, inheritance, generic dataclasses, metadata."""

import copy
import dataclasses
from collections import defaultdict
from dataclasses import MISSING, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import Any, Callable, Generic, NamedTuple, Optional, TypeVar

T = TypeVar("T")
K = TypeVar("K", int, str)


class Mark(NamedTuple):
    course: str
    grade: float


@dataclass
class Base:
    name: str
    tags: list[str] = field(default_factory=list, metadata={"unit": "words", "max": 3})

    def describe(self) -> str:
        return f"{type(self).__name__}:{self.name}"


@dataclass
class Student(Base):
    marks: list[Mark] = field(default_factory=list)
    mentor: Optional["Student"] = None
    tags: list[str] = field(default_factory=lambda: ["student"])

    def average(self) -> float:
        return sum(m.grade for m in self.marks) / len(self.marks) if self.marks else 0.0


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


@dataclass(frozen=True)
class Release(Version):
    label: str = "final"

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}-{self.label}"


class Undecorated(Base):
    def __init__(self, name: str) -> None:
        super().__init__(name, ["u"])
        self.extra = 1


@dataclass
class Box(Generic[T]):
    content: T
    previous: "Box[T] | None" = None

    def map(self, f: Callable[[T], T]) -> "Box[T]":
        return replace(self, content=f(self.content), previous=self)


@dataclass
class Registry:
    by_name: dict[str, Base] = field(default_factory=dict)
    groups: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    pair: tuple[int, Version] = (0, Version(1))
    key: Callable[[int], int] | None = None


def build() -> Student:
    @dataclass
    class Local:
        value: int = 3

    print(Local(), Local(4) == Local(4))
    return Student("loc")


ann = Student("ann", marks=[Mark("math", 1.5), Mark("art", 2)])
bob = Student("bob", ["x"], mentor=ann)
print(ann, bob.describe(), ann.average(), bob.mentor is ann)
print(asdict(bob))
print(astuple(bob))
d = asdict(ann)
d["tags"].append("new")
d["marks"][0] = None
print(ann.tags, ann.marks, d["name"], type(asdict(ann)["marks"][0]).__name__)
print(asdict(Version(1, 2)), astuple(Release(3)), asdict(ann, dict_factory=lambda pairs: dict(sorted(pairs)))["name"])
print(astuple(Version(1), tuple_factory=list), asdict(Version(1), dict_factory=list))
for one in fields(Student):
    print(one.name, one.init, one.repr, one.compare, one.hash, one.kw_only, one.default is MISSING, dict(one.metadata))
print([f.name for f in fields(bob)], fields(Base)[1].metadata["unit"], len(fields(Version(1))), [f.default for f in fields(Release)[1:]])
things: list[Any] = [ann, Version(1), Mark("a", 1), 3, "text", Undecorated("u")]
print([is_dataclass(x) for x in things], is_dataclass(Version), is_dataclass(Mark), dataclasses.is_dataclass(Base))
for thing in things:
    if is_dataclass(thing) and not isinstance(thing, type):
        print(type(thing).__name__, [f.name for f in fields(thing)], len(astuple(thing)))
try:
    asdict(3)  # type: ignore[call-overload]
except TypeError as error:
    print(error)
u = Undecorated("und")
print(u, u.extra, u.describe(), u == Undecorated("und"), u == Base("und", ["u"]), Base("x") == Student("x"))
r = Release(1, 2)
print(r, repr(r), r == Release(1, 2, "final"), Version(1, 2) < Version(1, 3), sorted([Version(2), Version(1, 9)]), {r: 1}[Release(1, 2)])
try:
    print(r < Version(1, 3))
except TypeError as error:
    print(error)
versions: list[Version] = [Version(1), Release(2, 1), replace(Release(5), minor=4)]
for v in versions:
    bumped = replace(v, major=v.major + 1)
    print(v, repr(bumped), type(bumped).__name__)
b = Box(1).map(lambda x: x + 1).map(lambda x: x * 10)
print(b, b.content + 1, Box("s").map(str.upper).content, Box([1.5]) == Box([1.5]), Box(2.5).content * 2)
boxes: list[Box[float]] = [Box(0.5), Box(1.5)]
print(sum(x.content for x in boxes), Box[str]("a"), asdict(Box(Version(3))))
reg = Registry()
reg.by_name["ann"] = ann
reg.groups["a"].append(1)
try:
    asdict(reg)
except TypeError as error:
    print(error)
print(asdict(ann)["marks"], reg.pair, Registry().groups is Registry().groups)
again = copy.copy(reg)
deep = copy.deepcopy(reg)
reg.groups["a"].append(2)
ann.marks.clear()
print(again.groups["a"], deep.groups["a"], deep.by_name["ann"], again.by_name is reg.by_name)
print(build().describe())
