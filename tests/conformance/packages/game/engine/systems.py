from __future__ import annotations

from collections.abc import Callable

from .entity import Entity
from .world import Cell, World

SYSTEMS: list[Callable[[World], None]] = []
STEPS: dict[str, Cell] = {"n": (-1, 0), "s": (1, 0), "e": (0, 1), "w": (0, -1), "d": (0, 0)}


def system(function: Callable[[World], None]) -> Callable[[World], None]:
    SYSTEMS.append(function)
    return function


def move(world: World, entity: Entity, step: Cell) -> None:
    r, c = entity["at"]
    target = r + step[0], c + step[1]
    if not world.inside(target):
        world.log.append(f"{entity.name} bumps")
        return
    other = world.at(target)
    if other is None or other is entity:
        entity["at"] = target
    elif "worth" in other:
        entity["gold"] = entity.get("gold", 0) + other["worth"]
        del world.entities[other.number]
        entity["at"] = target
        world.log.append(f"{entity.name} takes {other['worth']}")
    elif "power" in entity or other.name == "hero":
        damage = world.dice.randint(1, entity.get("power", 2))
        other["health"] -= damage
        world.log.append(f"{entity.name} hits {other.name} for {damage}")


@system
def hunting(world: World) -> None:
    hr, hc = world.hero["at"]
    for rat in world.having("hunts", "at"):
        if not rat["hunts"]:
            continue
        r, c = rat["at"]
        step = ((hr > r) - (hr < r), 0) if abs(hr - r) >= abs(hc - c) else (0, (hc > c) - (hc < c))
        move(world, rat, step)


@system
def dying(world: World) -> None:
    for entity in world.having("health"):
        if entity["health"] <= 0:
            world.log.append(f"{entity.name} dies")
            del world.entities[entity.number]


def run_turn(world: World, key: str) -> None:
    move(world, world.hero, STEPS[key])
    for each in SYSTEMS:
        each(world)
