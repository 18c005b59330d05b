"""A dungeon turn by turn in a package: components, systems, a seeded map, relative imports among siblings."""

from engine import World, __version__
from engine.systems import SYSTEMS, run_turn

world = World.build(seed=7, size=8)
print(__version__, len(world.entities), [s.__name__ for s in SYSTEMS])
print(world)
for turn in range(1, 9):
    run_turn(world, "eesswwnd"[turn - 1])
    print(turn, *world.log, sep=" | ")
    world.log.clear()
print(world)
hero = world.hero
print(hero, hero.get("health"), sorted(hero.parts), world.checksum())
run_turn(world, "?")
