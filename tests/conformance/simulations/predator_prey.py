"""Foxes and rabbits on a torus: entities by inheritance, a world of dictionaries, a census per season."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar, Iterator


class Lehmer:
    def __init__(self, seed: int) -> None:
        self.x = seed

    def below(self, n: int) -> int:
        self.x = self.x * 48271 % 0x7FFFFFFF
        return self.x % n

    def shuffle(self, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
        for i in reversed(range(1, len(items))):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items


class Creature:
    glyph: ClassVar[str] = "?"
    breeding: ClassVar[int] = 5
    born: ClassVar[Counter[str]] = Counter()
    registry: ClassVar[dict[str, type[Creature]]] = {}

    def __init_subclass__(cls, glyph: str, breeding: int = 5) -> None:
        super().__init_subclass__()
        cls.glyph = glyph
        cls.breeding = breeding
        Creature.registry[glyph] = cls

    def __init__(self, age: int = 0) -> None:
        self.age = age
        Creature.born[type(self).__name__] += 1

    def act(self, world: World, here: tuple[int, int]) -> None:
        self.age += 1
        free = [p for p in world.around(here) if p not in world.cells]
        if free:
            target = free[world.dice.below(len(free))]
            world.move(here, target)
            if self.age % self.breeding == 0:
                world.cells[here] = self.child()

    def child(self) -> Creature:
        return type(self)()


class Rabbit(Creature, glyph="r", breeding=3):
    pass


class Grass(Creature, glyph=","):
    def act(self, world: World, here: tuple[int, int]) -> None:
        self.age += 1


class Fox(Creature, glyph="F", breeding=8):
    def __init__(self, age: int = 0, energy: int = 6) -> None:
        super().__init__(age)
        self.energy = energy

    def act(self, world: World, here: tuple[int, int]) -> None:
        self.energy -= 1
        prey = [p for p in world.around(here) if isinstance(world.cells.get(p), Rabbit)]
        if prey:
            target = prey[world.dice.below(len(prey))]
            del world.cells[target]
            world.eaten += 1
            self.energy += 3
            self.age += 1
            world.move(here, target)
        elif self.energy <= 0:
            del world.cells[here]
            world.starved += 1
        else:
            super().act(world, here)

    def child(self) -> Fox:
        self.energy //= 2
        return type(self)(energy=self.energy)


class World:
    def __init__(self, picture: str, seed: int) -> None:
        rows = picture.split()
        self.height, self.width = len(rows), len(rows[0])
        self.dice = Lehmer(seed)
        self.eaten = self.starved = 0
        self.cells: dict[tuple[int, int], Creature] = {}
        for r, row in enumerate(rows):
            for c, ch in enumerate(row):
                if ch != ".":
                    try:
                        kind = Creature.registry[ch]
                    except KeyError as error:
                        raise ValueError(f"unknown creature {ch!r} at {r},{c}") from error
                    self.cells[r, c] = kind()

    def around(self, here: tuple[int, int]) -> Iterator[tuple[int, int]]:
        r, c = here
        for dr, dc in ((-1, 0), (0, 1), (1, 0), (0, -1)):
            yield (r + dr) % self.height, (c + dc) % self.width

    def move(self, here: tuple[int, int], there: tuple[int, int]) -> None:
        self.cells[there] = self.cells.pop(here)

    def tick(self) -> None:
        for place in self.dice.shuffle(sorted(self.cells)):
            creature = self.cells.get(place)
            if creature is not None:
                creature.act(self, place)

    def census(self) -> Counter[str]:
        return Counter(c.glyph for c in self.cells.values())

    def __str__(self) -> str:
        return "\n".join(
            "".join(self.cells[r, c].glyph if (r, c) in self.cells else "." for c in range(self.width))
            for r in range(self.height)
        )


PICTURE = """
..r....r..
.r..F.....
....,...r.
..r.....F.
.....r....
r...,....r
"""
for seed in (1, 99, 2024):
    Creature.born.clear()
    world = World(PICTURE, seed)
    history = []
    for season in range(24):
        world.tick()
        history.append(world.census())
    print(world)
    print([(h["r"], h["F"]) for h in history[::4]], world.eaten, world.starved, sorted(Creature.born.items()))
    assert history[-1].total() == len(world.cells)
print({glyph: (cls.__name__, cls.breeding) for glyph, cls in Creature.registry.items()}, Creature.glyph)
print(sum((Counter(a=1), Counter(b=2)), Counter()), Counter("hello") - Counter("lo"), Counter("abca").most_common(1))
World("..x..", 1)
