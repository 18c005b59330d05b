"""A dungeon fight: composed effects, mixins, a deterministic die, turn order, equipment, and events to observers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class Dice:
    """A linear congruential generator, the same everywhere."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def __call__(self, sides: int, count: int = 1) -> int:
        total = 0
        for _ in range(count):
            self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
            total += (self.state >> 33) % sides + 1
        return total


class Kind(Enum):
    BLUNT = "blunt"
    FIRE = "fire"
    POISON = "poison"


class Observable:
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.observers: list[Callable[[str], None]] = []

    def tell(self, text: str) -> None:
        for observer in self.observers:
            observer(text)


class Effect(ABC):
    def __init__(self, turns: int) -> None:
        self.turns = turns

    @abstractmethod
    def tick(self, owner: Creature) -> None: ...

    def modify(self, damage: int, kind: Kind) -> int:
        return damage

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.turns})"


class Burning(Effect):
    def tick(self, owner: Creature) -> None:
        owner.hurt(2, Kind.FIRE, "burns")


class Poisoned(Effect):
    def __init__(self, turns: int, strength: int = 1) -> None:
        super().__init__(turns)
        self.strength = strength

    def tick(self, owner: Creature) -> None:
        owner.hurt(self.strength, Kind.POISON, "is sick")
        self.strength += 1


class Shielded(Effect):
    def tick(self, owner: Creature) -> None:
        pass

    def modify(self, damage: int, kind: Kind) -> int:
        return damage // 2 if kind is Kind.BLUNT else damage


@dataclass
class Weapon:
    name: str
    dice: tuple[int, int]
    kind: Kind = Kind.BLUNT
    effect: Callable[[], Effect] | None = None

    def __format__(self, spec: str) -> str:
        text = f"{self.name} {self.dice[0]}d{self.dice[1]}"
        return text.upper() if spec == "u" else f"{text:{spec}}" if spec else text


class Dead(Exception):
    def __init__(self, who: Creature) -> None:
        super().__init__(who.name)
        self.who = who


class Fighter:
    def __init__(self, name: str, health: int, weapon: Weapon, armour: int = 0, quick: int = 0) -> None:
        self.name, self.health, self.weapon = name, health, weapon
        self.armour, self.quick = armour, quick


class Creature(Observable, Fighter):
    immune: frozenset[Kind] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.effects: list[Effect] = []

    @property
    def alive(self) -> bool:
        return self.health > 0

    def hurt(self, damage: int, kind: Kind, how: str) -> None:
        if kind in self.immune:
            self.tell(f"{self.name} shrugs off the {kind.value}")
            return
        for effect in self.effects:
            damage = effect.modify(damage, kind)
        if kind is Kind.BLUNT:
            damage = max(0, damage - self.armour)
        self.health -= damage
        self.tell(f"{self.name} {how}: -{damage} -> {self.health}")
        if not self.alive:
            raise Dead(self)

    def attack(self, other: Creature, dice: Dice) -> None:
        roll = dice(20)
        if roll == 1:
            self.tell(f"{self.name} stumbles")
            self.hurt(1, Kind.BLUNT, "falls")
        elif roll >= 8:
            count, sides = self.weapon.dice
            damage = dice(sides, count) * (2 if roll == 20 else 1)
            other.hurt(damage, self.weapon.kind, f"is hit by the {self.weapon}")
            if self.weapon.effect is not None:
                other.effects.append(self.weapon.effect())
        else:
            self.tell(f"{self.name} misses {other.name}")

    def end_turn(self) -> None:
        for effect in self.effects[:]:
            effect.turns -= 1
            if effect.turns < 0:
                self.effects.remove(effect)
            else:
                effect.tick(self)


class Dragon(Creature):
    immune = frozenset({Kind.FIRE})

    def hurt(self, damage: int, kind: Kind, how: str) -> None:
        super().hurt(damage, kind, how)
        if self.health < 15 and self.weapon.name != "tail":
            self.weapon = Weapon("tail", (3, 4))
            self.tell(f"{self.name} turns round")


@dataclass
class Battle:
    dice: Dice
    teams: tuple[list[Creature], list[Creature]]
    log: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for team in self.teams:
            for creature in team:
                creature.observers.append(self.log.append)

    def living(self, team: int) -> list[Creature]:
        return [c for c in self.teams[team] if c.alive]

    def turns(self) -> Iterator[tuple[Creature, list[Creature]]]:
        order = sorted(
            ((c, n) for n, team in enumerate(self.teams) for c in team),
            key=lambda pair: (-pair[0].quick, pair[0].name),
        )
        while self.living(0) and self.living(1):
            for creature, team in order:
                foes = self.living(1 - team)
                if creature.alive and foes:
                    yield creature, foes

    def run(self, limit: int = 60) -> str:
        for number, (creature, foes) in enumerate(self.turns()):
            if number == limit:
                return "draw"
            try:
                creature.attack(min(foes, key=lambda f: (f.health, f.name)), self.dice)
                creature.end_turn()
            except Dead as death:
                self.log.append(f"** {death.who.name} dies")
        return "heroes" if self.living(0) else "monsters"


def battle(seed: int) -> Battle:
    knight = Creature("Knight", 30, Weapon("sword", (2, 6)), armour=2, quick=3)
    mage = Creature("Mage", 18, Weapon("staff", (1, 8), Kind.FIRE, lambda: Burning(2)), quick=5)
    rogue = Creature("Rogue", 20, Weapon("dagger", (1, 4), effect=lambda: Poisoned(3)), quick=8)
    knight.effects.append(Shielded(10))
    dragon = Dragon("Dragon", 35, Weapon("breath", (2, 5), Kind.FIRE, lambda: Burning(1)), armour=1, quick=4)
    imp = Creature("Imp", 12, Weapon("claw", (1, 6)), quick=7)
    return Battle(Dice(seed), ([knight, mage, rogue], [dragon, imp]))


fight = battle(3)
print(fight.run(), len(fight.log))
print(*fight.log, sep="\n")
for team in fight.teams:
    print([(c.name, c.health, c.effects) for c in team])
tally = {"heroes": 0, "monsters": 0, "draw": 0}
for seed in range(60):
    tally[battle(seed).run()] += 1
print(tally, [Dice(1)(6) for _ in range(3)], [cls.__name__ for cls in Dragon.__mro__])
sword = Weapon("sword", (2, 6))
print(f"{sword}|{sword:u}|{sword:>12}|{sword!r}")
lone = Creature("Lone", 1, sword)
lone.hurt(5, Kind.POISON, "drinks")
