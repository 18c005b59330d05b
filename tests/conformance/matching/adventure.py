"""A text adventure: commands as words, rooms as data, the state as a tuple."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Direction(Enum):
    NORTH = "north"
    SOUTH = "south"
    EAST = "east"
    WEST = "west"

    @property
    def back(self) -> Direction:
        match self:
            case Direction.NORTH:
                return Direction.SOUTH
            case Direction.SOUTH:
                return Direction.NORTH
            case Direction.EAST:
                return Direction.WEST
            case Direction.WEST:
                return Direction.EAST


@dataclass
class Door:
    to: str
    locked: bool = False


@dataclass
class Room:
    name: str
    doors: dict[Direction, Door] = field(default_factory=dict)
    things: set[str] = field(default_factory=set)


@dataclass
class Game:
    rooms: dict[str, Room]
    here: str = "hall"
    bag: list[str] = field(default_factory=list)
    health: int = 3

    def direction(self, word: str) -> Direction | None:
        match word:
            case "n" | "north":
                return Direction.NORTH
            case "s" | "south":
                return Direction.SOUTH
            case "e" | "east":
                return Direction.EAST
            case "w" | "west":
                return Direction.WEST
        return None

    def command(self, line: str) -> str:
        room = self.rooms[self.here]
        match line.lower().split():
            case []:
                return "Say something."
            case ["quit" | "q" | "exit"]:
                return "Goodbye."
            case ["look" | "l"]:
                match room:
                    case Room(things=set() as things, doors=doors) if things:
                        return f"{room.name}: {', '.join(sorted(things))}; {len(doors)} doors"
                    case Room(name, doors):
                        ways = [d.value for d in doors]
                        return f"{name}: nothing here; ways {ways}"
                return "?"
            case ["go", word] | [("n" | "s" | "e" | "w") as word]:
                match self.direction(word):
                    case None:
                        return f"Where is {word}?"
                    case direction:
                        return self.go(room, direction)
            case ["go", *many]:
                return f"One way only, not {len(many)}."
            case ["take", "all"]:
                taken = sorted(room.things)
                self.bag += taken
                room.things.clear()
                return f"Taken: {' '.join(taken) or 'nothing'}."
            case ["take" | "get" as verb, *adjectives, thing] if thing in room.things:
                room.things.remove(thing)
                self.bag.append(thing)
                return f"You {verb} the {' '.join([*adjectives, thing])}."
            case ["drop", thing] if thing in self.bag:
                self.bag.remove(thing)
                room.things.add(thing)
                return "Dropped."
            case ["take" | "get" | "drop", *_, thing]:
                return f"No {thing} here."
            case ["hit", "wall", times] if times.isdigit():
                return self.hit(int(times))
            case ["hit", what, *_]:
                return f"You miss the {what}."
            case [verb]:
                return f"{verb.title()} what?"
            case [verb, *rest]:
                return f"I cannot {verb} {' '.join(rest)}."
            case _:
                return "unreachable"

    def go(self, room: Room, direction: Direction) -> str:
        match room.doors.get(direction), self.bag:
            case None, _:
                return "A wall."
            case Door(to, locked=False), _:
                self.here = to
                return f"You go {direction.value} to the {to}."
            case Door(to=to) as door, [*_, "key"] | ["key", *_]:
                door.locked = False
                self.here = to
                return f"You unlock the door to the {to}; {direction.back.value} is the way back."
            case Door(), bag:
                return f"Locked, and you have {bag or 'nothing'}."
        return "?"

    def hit(self, times: int) -> str:
        self.health -= times
        match self.health:
            case 0:
                return "You faint."
            case h if h < 0:
                return "You are dead."
            case 1 | 2 as few:
                return f"Ouch: {few} left."
            case _:
                return "Nothing happens."


game = Game(
    {
        "hall": Room("Hall", {Direction.NORTH: Door("cellar", True), Direction.EAST: Door("kitchen")}, {"lamp"}),
        "kitchen": Room("Kitchen", {Direction.WEST: Door("hall")}, {"knife", "key"}),
        "cellar": Room("Cellar", {Direction.SOUTH: Door("hall")}),
    }
)
for line in [
    "look", "go north", "n", "go up", "go north east", "take rusty old lamp", "take lamp", "e", "l", "take all",
    "look", "w", "drop key", "drop crown", "n", "get key", "go n", "look", "dance", "dance wildly now", "",
    "hit wall 0", "hit wall 1", "hit ghost", "hit wall 2", "hit wall 5", "QUIT",
]:  # fmt: skip
    print(f"> {line}\n{game.command(line)}")
print(game.bag, game.here, game.health)
