"""Immutable updates: lenses that compose, prisms for variants, traversals, a zipper over nested tuples, all typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, Generic, TypeVar, Union

S = TypeVar("S")
A = TypeVar("A")
B = TypeVar("B")
K = TypeVar("K")


@dataclass(frozen=True)
class Lens(Generic[S, A]):
    get: Callable[[S], A]
    put: Callable[[S, A], S]

    def __rshift__(self, inner: Lens[A, B]) -> Lens[S, B]:
        return Lens(lambda s: inner.get(self.get(s)), lambda s, b: self.put(s, inner.put(self.get(s), b)))

    def over(self, function: Callable[[A], A]) -> Callable[[S], S]:
        return lambda s: self.put(s, function(self.get(s)))

    def both(self, other: Lens[S, B]) -> Lens[S, tuple[A, B]]:
        return Lens(lambda s: (self.get(s), other.get(s)), lambda s, pair: other.put(self.put(s, pair[0]), pair[1]))


@dataclass(frozen=True)
class Prism(Generic[S, A]):
    match: Callable[[S], A | None]
    build: Callable[[A], S]

    def over(self, function: Callable[[A], A]) -> Callable[[S], S]:
        def apply(s: S) -> S:
            found = self.match(s)
            return s if found is None else self.build(function(found))

        return apply


@dataclass(frozen=True)
class Traversal(Generic[S, A]):
    items: Callable[[S], tuple[A, ...]]
    update: Callable[[S, Callable[[A], A]], S]

    def __rshift__(self, inner: Lens[A, B]) -> Traversal[S, B]:
        return Traversal(lambda s: tuple(inner.get(a) for a in self.items(s)), lambda s, f: self.update(s, inner.over(f)))

    def where(self, wanted: Callable[[A], bool]) -> Traversal[S, A]:
        return Traversal(lambda s: tuple(filter(wanted, self.items(s))), lambda s, f: self.update(s, lambda a: f(a) if wanted(a) else a))


def at(index: int) -> Lens[tuple[A, ...], A]:
    return Lens(lambda t: t[index], lambda t, a: (*t[:index], a, *t[index + 1 :]))


def key(name: K, default: A) -> Lens[Mapping[K, A], A]:
    return Lens(lambda m: m.get(name, default), lambda m, a: {**m, name: a})


def each() -> Traversal[tuple[A, ...], A]:
    return Traversal(lambda t: t, lambda t, f: tuple(map(f, t)))


@dataclass(frozen=True)
class Address:
    street: str
    number: int


@dataclass(frozen=True)
class Person:
    name: str
    address: Address
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Company:
    name: str
    staff: tuple[Person, ...]
    sites: Mapping[str, Address]


address: Lens[Person, Address] = Lens(lambda p: p.address, lambda p, a: replace(p, address=a))
street: Lens[Address, str] = Lens(lambda a: a.street, lambda a, s: replace(a, street=s))
number: Lens[Address, int] = Lens(lambda a: a.number, lambda a, n: replace(a, number=n))
staff: Lens[Company, tuple[Person, ...]] = Lens(lambda c: c.staff, lambda c, s: replace(c, staff=s))
sites: Lens[Company, Mapping[str, Address]] = Lens(lambda c: c.sites, lambda c, s: replace(c, sites=s))


@dataclass(frozen=True)
class Circle:
    radius: float


@dataclass(frozen=True)
class Square:
    side: float


Shape = Union[Circle, Square]
circle: Prism[Shape, float] = Prism(lambda s: s.radius if isinstance(s, Circle) else None, Circle)
square: Prism[Shape, float] = Prism(lambda s: s.side if isinstance(s, Square) else None, Square)

Tree = Union[int, "tuple[Tree, ...]"]


@dataclass(frozen=True)
class Zipper:
    """A place in a nested tuple, with what is left, right and above."""

    focus: Tree
    left: tuple[Tree, ...] = ()
    right: tuple[Tree, ...] = ()
    above: Zipper | None = None

    def down(self, index: int = 0) -> Zipper:
        if not isinstance(self.focus, tuple) or not self.focus:
            raise LookupError(f"nothing below {self.focus}")
        return Zipper(self.focus[index], self.focus[:index], self.focus[index + 1 :], self)

    def up(self) -> Zipper:
        if self.above is None:
            raise LookupError("at the top")
        return replace(self.above, focus=(*self.left, self.focus, *self.right))

    def next(self) -> Zipper:
        if not self.right:
            raise LookupError("the last one")
        return replace(self, focus=self.right[0], left=(*self.left, self.focus), right=self.right[1:])

    def set(self, tree: Tree) -> Zipper:
        return replace(self, focus=tree)

    def insert(self, tree: Tree) -> Zipper:
        return replace(self, left=(*self.left, tree))

    def remove(self) -> Zipper:
        if self.right:
            return replace(self, focus=self.right[0], right=self.right[1:])
        assert self.above is not None
        return replace(self.above, focus=self.left)

    @property
    def root(self) -> Tree:
        return self.focus if self.above is None else self.up().root

    def walk(self) -> Iterator[Zipper]:
        yield self
        if isinstance(self.focus, tuple) and self.focus:
            child: Zipper | None = self.down()
            while child is not None:
                yield from child.walk()
                child = child.next() if child.right else None


ann, bob = Person("ann", Address("Elm St", 5), ("x",)), Person("bob", Address("Oak Av", 12))
company = Company("Acme", (ann, bob), {"hq": Address("Main", 1)})
second_street = staff >> at(1) >> address >> street
print(second_street.get(company), second_street.put(company, "Fir Rd").staff[1], company.staff[1].address.street)
moved = (staff >> at(0) >> address >> number).over(lambda n: n + 100)(company)
print(moved.staff[0].address, moved.staff[1] is bob, moved == company, (address >> street).both(address >> number).get(ann))
print((address >> street).both(address >> number).put(bob, ("New", 0)))
labs = sites >> key("lab", Address("?", 0)) >> street
print(labs.get(company), sorted(labs.put(company, "Hill").sites), labs.over(str.upper)(company).sites["lab"], sorted(company.sites))
everyone: Traversal[tuple[Person, ...], Person] = each()
numbers = everyone >> address >> number
print(numbers.items(company.staff), numbers.update(company.staff, lambda n: -n)[0].address, numbers.where(lambda n: n > 10).items(company.staff))
print(staff.over(lambda people: everyone.where(lambda p: p.name < "b").update(people, lambda p: replace(p, tags=(*p.tags, "a"))))(company).staff[0].tags)
for lens, value in ((second_street, "Z"), (labs, "Q")):
    print(lens.get(lens.put(company, value)) == value, lens.put(company, lens.get(company)).staff == company.staff, lens.put(lens.put(company, "no"), value) == lens.put(company, value))
shapes: list[Shape] = [Circle(1), Square(2), Circle(0.5)]
print([circle.over(lambda r: r * 2)(s) for s in shapes], [square.match(s) for s in shapes], reduce(lambda s, f: f(s), [square.over(lambda x: x + 1), circle.over(abs)], shapes[1]))
tree: Tree = (1, (2, (3, 4)), (), 5)
top = Zipper(tree)
deep = top.down(1).down(1).down()
print(deep.focus, deep.set(30).root, deep.next().remove().root, deep.insert(9).root, deep.remove().remove().up().focus, tree)
print([z.focus for z in top.walk() if isinstance(z.focus, int)], sum(1 for _ in top.walk()), top.down(3).left)
steps: list[Callable[[], Any]] = [top.up, deep.down, deep.next().next, top.down(2).down]
for step in steps:
    try:
        print(step())
    except LookupError as error:
        print("no:", error)
