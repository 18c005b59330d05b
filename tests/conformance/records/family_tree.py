"""Relations in a family: ancestors, cousins by degree, generations, a drawing of descendants."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(eq=False)
class Person:
    name: str
    born: int
    parents: tuple["Person", ...] = ()
    children: list["Person"] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        for parent in self.parents:
            if parent.born >= self.born:
                raise ValueError(f"{self.name} cannot be older than {parent.name}")
            parent.children.append(self)

    def __str__(self) -> str:
        return f"{self.name} ({self.born})"

    def ancestors(self) -> Iterator[tuple[int, "Person"]]:
        waiting = deque((1, p) for p in self.parents)
        while waiting:
            steps, person = waiting.popleft()
            yield steps, person
            waiting.extend((steps + 1, p) for p in person.parents)

    @cached_property
    def distances(self) -> dict["Person", int]:
        found: dict[Person, int] = {self: 0}
        for steps, person in self.ancestors():
            found.setdefault(person, steps)
        return found


def relation(a: Person, b: Person) -> str:
    common = a.distances.keys() & b.distances.keys()
    if not common:
        return "unrelated"
    up, down = min((a.distances[p], b.distances[p]) for p in common)
    match (up, down):
        case (0, 0):
            return "the same"
        case (0, 1) | (1, 0):
            return "parent" if up == 0 else "child"
        case (0, n) | (n, 0):
            return "great-" * (n - 2) + ("grandparent" if up == 0 else "grandchild")
        case (1, 1):
            full = set(a.parents) == set(b.parents)
            return "sibling" if full else "half-sibling"
        case (1, n) | (n, 1):
            return "great-" * (n - 2) + ("aunt or uncle" if up == 1 else "niece or nephew")
        case _:
            degree, removed = min(up, down) - 1, abs(up - down)
            ordinal = {1: "first", 2: "second", 3: "third"}[degree]
            return f"{ordinal} cousin" + (f" {removed} removed" if removed else "")


def drawn(person: Person, depth: int = 0, seen: set[Person] | None = None) -> Iterator[str]:
    seen = set() if seen is None else seen
    again = person in seen
    yield "  " * depth + str(person) + (" *" if again else "")
    if again:
        return
    seen.add(person)
    for child in sorted(person.children, key=lambda p: (p.born, p.name)):
        yield from drawn(child, depth + 1, seen)


ada, bert = Person("Ada", 1900), Person("Bert", 1898)
cleo = Person("Cleo", 1925, (ada, bert))
dan = Person("Dan", 1928, (ada, bert))
eve = Person("Eve", 1930, (ada,))
fay = Person("Fay", 1950, (cleo,))
gus = Person("Gus", 1955, (dan,))
hal = Person("Hal", 1980, (fay,))
ivy = Person("Ivy", 1984, (gus,))
jon = Person("Jon", 2010, (hal, ivy))
everyone = [ada, bert, cleo, dan, eve, fay, gus, hal, ivy, jon]

print("\n".join(drawn(ada)))
for a, b in ((cleo, dan), (cleo, eve), (fay, gus), (hal, ivy), (fay, ivy), (jon, ada), (ada, jon), (dan, fay),
             (hal, dan), (bert, eve), (jon, jon), (ada, bert), (gus, cleo)):  # fmt: skip
    print(f"{a.name} - {b.name}: {relation(a, b)}")
by_decade: defaultdict[int, list[str]] = defaultdict(list)
for person in everyone:
    by_decade[person.born // 10 * 10].append(person.name)
print({decade: names for decade, names in sorted(by_decade.items()) if len(names) > 1})
print([(steps, p.name) for steps, p in jon.ancestors()][:6], len(jon.distances))
try:
    Person("Zed", 1890, (ada,))
except ValueError as error:
    print(error)
print(repr(eve))
