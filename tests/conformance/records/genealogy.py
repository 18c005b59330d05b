"""A family tree: ancestors, descendants, degrees of cousins and a drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(eq=False)
class Person:
    name: str
    born: int
    parents: list[Person] = field(default_factory=list, repr=False)
    children: list[Person] = field(default_factory=list, repr=False)

    def ancestors(self, depth: int = 0) -> Iterator[tuple[int, Person]]:
        yield depth, self
        for parent in self.parents:
            yield from parent.ancestors(depth + 1)

    def drawn(self, lead: str = "", last: bool = True) -> Iterator[str]:
        yield f"{lead}{'`-' if last else '|-'}{self.name} ({self.born})"
        below = lead + ("  " if last else "| ")
        for index, child in enumerate(ordered := sorted(self.children, key=lambda p: p.born), 1):
            yield from child.drawn(below, index == len(ordered))

    @property
    def generation(self) -> int:
        return 1 + max((p.generation for p in self.parents), default=-1)


class Family:
    def __init__(self) -> None:
        self.people: dict[str, Person] = {}

    def __getitem__(self, name: str) -> Person:
        try:
            return self.people[name]
        except KeyError:
            raise LookupError(f"nobody called {name}") from None

    def add(self, name: str, born: int, *parents: str) -> None:
        if name in self.people:
            raise ValueError(f"there is a {name} already")
        person = Person(name, born, [self[p] for p in parents])
        for parent in person.parents:
            if parent.born >= born:
                raise ValueError(f"{name} is older than {parent.name}")
        for parent in person.parents:
            parent.children.append(person)
        self.people[name] = person

    def relation(self, first: str, second: str) -> str:
        if first == second:
            return "the same"
        ups = {person: depth for depth, person in self[first].ancestors()}
        meeting = min(
            ((ups[p], d, p) for d, p in self[second].ancestors() if p in ups),
            key=lambda m: (m[0] + m[1], m[2].born, m[2].name),
            default=None,
        )
        match meeting:
            case None:
                return "no relation"
            case (0, 1, _):
                return "parent"
            case (1, 0, _):
                return "child"
            case (0, n, _):
                return "great-" * (n - 2) + "grandparent"
            case (n, 0, _):
                return "great-" * (n - 2) + "grandchild"
            case (1, 1, _):
                shared = set(self[first].parents) & set(self[second].parents)
                return "sibling" if len(shared) == 2 else "half-sibling"
            case (1, n, _):
                return "great-" * (n - 2) + "aunt or uncle"
            case (n, 1, _):
                return "great-" * (n - 2) + "niece or nephew"
            case (a, b, who):
                removed = f" {abs(a - b)} removed" if a != b else ""
                return f"cousin {min(a, b) - 1}{removed} by {who.name}"

    def oldest(self, among: Iterable[str] | None = None) -> Person:
        names = self.people if among is None else among
        return min((self[n] for n in names), key=lambda p: p.born)


family = Family()
for line in """
ada 1900; ben 1898; cleo 1925 ada ben; dan 1927 ada ben; eve 1930 ben; fay 1926
gus 1950 cleo; hal 1952 dan fay; ida 1955 dan fay; jon 1975 gus; kay 1980 hal; lou 2005 kay; max 1960
""".replace("\n", ";").split(";"):
    match line.split():
        case [name, born, *parents]:
            family.add(name, int(born), *parents)
print(*family["ben"].drawn(), sep="\n")
print([(d, p.name) for d, p in family["lou"].ancestors()])
people = "ada cleo dan eve gus ida kay lou".split()
for one in people:
    print(one, [family.relation(one, other) for other in people])
print(family.relation("max", "ada"), {n: p.generation for n, p in family.people.items()})
print(family.oldest(), family.oldest(["lou", "kay"]).name)
for wrong in (("ada", 1950), ("new", 1920, "cleo"), ("new", 1990, "zed")):
    try:
        label, year, *rest = wrong
        family.add(str(label), int(year), *map(str, rest))
    except (ValueError, LookupError) as error:
        print(type(error).__name__, error, error.__cause__)
print([p.name for p in family["cleo"].children], len(family.people))
