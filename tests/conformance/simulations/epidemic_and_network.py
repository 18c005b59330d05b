"""Infection over a contact graph: states as enums, a seeded generator, statistics by day, and interventions."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from statistics import fmean, pstdev


class Health(Enum):
    SUSCEPTIBLE = "."
    EXPOSED = "e"
    INFECTIOUS = "I"
    RECOVERED = "r"
    IMMUNE = "v"

    @property
    def contagious(self) -> bool:
        return self is Health.INFECTIOUS


@dataclass
class Person:
    number: int
    health: Health = Health.SUSCEPTIBLE
    since: int = 0
    infected: int = 0
    contacts: set[int] = field(default_factory=set, repr=False)


Rule = Callable[["World", int], None]


class World:
    def __init__(self, size: int, neighbours: int, shortcuts: int, seed: int) -> None:
        self.random = random.Random(seed)
        self.people = [Person(n) for n in range(size)]
        for n in range(size):
            for step in range(1, neighbours // 2 + 1):
                self.link(n, (n + step) % size)
        for _ in range(shortcuts):
            self.link(*self.random.sample(range(size), 2))
        self.rules: list[Rule] = []
        self.chance = 0.3
        self.history: list[Counter[Health]] = []

    def link(self, a: int, b: int) -> None:
        self.people[a].contacts.add(b)
        self.people[b].contacts.add(a)

    def unlink(self, a: int, b: int) -> None:
        self.people[a].contacts.discard(b)
        self.people[b].contacts.discard(a)

    def infect(self, *numbers: int) -> None:
        for number in numbers:
            self.people[number].health = Health.INFECTIOUS

    def day(self, today: int) -> None:
        for rule in self.rules:
            rule(self, today)
        fresh: list[tuple[Person, Person]] = []
        for person in self.people:
            if person.health.contagious:
                for number in sorted(person.contacts):
                    other = self.people[number]
                    if other.health is Health.SUSCEPTIBLE and self.random.random() < self.chance:
                        fresh.append((person, other))
        for person in self.people:
            match person.health, today - person.since:
                case Health.EXPOSED, days if days >= 2:
                    person.health, person.since = Health.INFECTIOUS, today
                case Health.INFECTIOUS, days if days >= 4:
                    person.health, person.since = Health.RECOVERED, today
        for source, other in fresh:
            if other.health is Health.SUSCEPTIBLE:
                other.health, other.since = Health.EXPOSED, today
                source.infected += 1

    def run(self, limit: int = 200) -> int:
        for today in range(limit):
            self.history.append(Counter(p.health for p in self.people))
            if not any(p.health in (Health.EXPOSED, Health.INFECTIOUS) for p in self.people):
                return today
            self.day(today)
        raise RuntimeError(f"not over after {limit} days")

    def __str__(self) -> str:
        return "".join(p.health.value for p in self.people)


def distancing(start: int, factor: float) -> Rule:
    def rule(world: World, today: int) -> None:
        if today == start:
            world.chance *= factor

    return rule


def vaccinate(daily: int) -> Rule:
    queue: Iterator[Person] | None = None

    def rule(world: World, today: int) -> None:
        nonlocal queue
        if queue is None:
            queue = iter(sorted(world.people, key=lambda p: (-len(p.contacts), p.number)))
        given = 0
        for person in queue:
            if person.health is Health.SUSCEPTIBLE:
                person.health = Health.IMMUNE
                given += 1
                if given == daily:
                    break

    return rule


def isolate(world: World, today: int) -> None:
    for person in world.people:
        if person.health.contagious and today - person.since >= 1:
            for number in list(person.contacts):
                world.unlink(person.number, number)


def bars(values: list[int], height: int = 4) -> str:
    top = max(values) or 1
    return "\n".join(
        "".join("#" if v * height > top * level else " " for v in values).rstrip()
        for level in range(height - 1, -1, -1)
    )


SCENARIOS: dict[str, list[Rule]] = {
    "nothing": [],
    "distancing": [distancing(6, 0.4)],
    "vaccination": [vaccinate(3)],
    "isolation": [isolate],
    "everything": [distancing(6, 0.5), vaccinate(2), isolate],
}
outcomes: defaultdict[str, list[int]] = defaultdict(list)
for name, rules in SCENARIOS.items():
    for seed in range(5):
        fresh: list[Rule] = [vaccinate(3) if r.__qualname__.startswith("vaccinate") else r for r in rules]
        world = World(72, 6, 12, seed)
        world.rules = fresh
        world.infect(0, 36)
        days = world.run()
        caught = sum(p.health is Health.RECOVERED for p in world.people)
        outcomes[name].append(caught)
        if seed == 0:
            print(f"{name}: over after {days} days, {caught} caught it")
            print(world)
            print(bars([h[Health.INFECTIOUS] for h in world.history]))
            spread = Counter(p.infected for p in world.people if p.health is Health.RECOVERED)
            print(
                "   infected others:",
                dict(sorted(spread.items())),
                "edges",
                sum(len(p.contacts) for p in world.people) // 2,
            )
for name, caught_each in outcomes.items():
    print(f"{name:<12} {caught_each} mean {fmean(caught_each):.1f} sd {pstdev(caught_each):.2f}")
quiet = World(5, 2, 0, 1)
print(quiet.run(), quiet, quiet.history, quiet.people[2], [h.contagious for h in Health])
quiet.infect(1)
quiet.chance = 1.0
quiet.run(3)
