from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

from .entity import Entity

Cell = tuple[int, int]


class World:
    def __init__(self, size: int, dice: random.Random) -> None:
        self.size, self.dice = size, dice
        self.entities: dict[int, Entity] = {}
        self.log: list[str] = []

    @classmethod
    def build(cls, *, seed: int, size: int) -> World:
        world = cls(size, random.Random(seed))
        cells = [(r, c) for r in range(size) for c in range(size) if (r, c) != (1, 1)]
        world.dice.shuffle(cells)
        world.add("hero", "@", at=(1, 1), health=20, power=3)
        for i in range(4):
            world.add(f"rat{i}", "r", at=cells.pop(), health=4 + i, hunts=i % 2 == 0)
        for _ in range(3):
            world.add("gold", "$", at=cells.pop(), worth=world.dice.randint(5, 50))
        return world

    def add(self, name: str, glyph: str, **parts: object) -> Entity:
        entity = Entity(name, glyph, dict(parts))
        self.entities[entity.number] = entity
        return entity

    @property
    def hero(self) -> Entity:
        return next(e for e in self.entities.values() if e.name == "hero")

    def having(self, *parts: str) -> Iterator[Entity]:
        for entity in list(self.entities.values()):
            if all(p in entity for p in parts):
                yield entity

    def at(self, cell: Cell) -> Entity | None:
        return next((e for e in self.having("at") if e["at"] == cell), None)

    def inside(self, cell: Cell) -> bool:
        return all(0 <= x < self.size for x in cell)

    def checksum(self) -> str:
        text = ";".join(f"{e.name}{sorted(e.parts.items(), key=str)}" for e in self.entities.values())
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def __str__(self) -> str:
        rows = [["."] * self.size for _ in range(self.size)]
        for entity in self.having("at"):
            r, c = entity["at"]
            rows[r][c] = entity.glyph
        return "\n".join(map("".join, rows))
