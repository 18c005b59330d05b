# stdin: look\ntake lantern\ntake sword\ngo down\nlight lantern\ngo down\ngo east\ntake idol\ngo west\ndrop sword\ntake idol\ninventory\ngo west\ngo up\nscore\nsave\nxyzzy\nundo\nundo\ngo up\nquit\ngo north\n
"""A text adventure with commands found by decorator, locked ways, weights, and undo by snapshots."""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Optional


@dataclass(frozen=True)
class Item:
    name: str
    weight: int
    value: int = 0
    light: bool = False


@dataclass
class Room:
    name: str
    text: str
    exits: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    dark: bool = False
    guard: Optional[str] = None


@dataclass
class State:
    rooms: dict[str, Room]
    here: str
    carried: list[Item] = field(default_factory=list)
    lit: bool = False
    turns: int = 0
    visited: set[str] = field(default_factory=set)


class GameOver(Exception):
    def __init__(self, won: bool, score: int) -> None:
        super().__init__("You win" if won else "You stop")
        self.won, self.score = won, score


class Refused(Exception):
    """The command makes no sense here; no turn is used."""


Handler = Callable[["Game", str], str]
COMMANDS: dict[str, tuple[Handler, str]] = {}


def command(*names: str, turn: bool = True) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        for name in names:
            COMMANDS[name] = handler, (handler.__doc__ or "").strip()
        if not turn:
            Game.free.update(names)
        return handler

    return register


class Game:
    LIMIT = 10
    free: set[str] = set()

    def __init__(self, state: State) -> None:
        self.state = state
        self.history: list[State] = []

    @property
    def room(self) -> Room:
        return self.state.rooms[self.state.here]

    @property
    def bright(self) -> bool:
        return not self.room.dark or self.state.lit

    @property
    def score(self) -> int:
        return sum(i.value for i in self.state.carried) + 5 * len(self.state.visited)

    def find(self, name: str, where: list[Item]) -> Item:
        for item in where:
            if item.name == name:
                return item
        raise Refused(f"There is no {name or 'nothing'}.")

    def execute(self, line: str) -> str:
        verb, _, rest = line.strip().partition(" ")
        if verb not in COMMANDS:
            close = [c for c in COMMANDS if c[0] == verb[:1]]
            raise Refused(f"I don't know {verb!r}" + (f"; try {', '.join(sorted(close))}" if close else ""))
        handler, _ = COMMANDS[verb]
        if verb not in self.free:
            before = copy.deepcopy(self.state)
            answer = handler(self, rest)
            self.history.append(before)
            self.state.turns += 1
            return answer
        return handler(self, rest)


@command("look", "l", turn=False)
def look(game: Game, _: str) -> str:
    """Describe the room."""
    room = game.room
    if not game.bright:
        return "It is dark."
    game.state.visited.add(room.name)
    things = ", ".join(i.name for i in room.items) or "nothing"
    return f"{room.name}: {room.text} You see {things}. Ways: {' '.join(sorted(room.exits))}."


@command("go")
def go(game: Game, way: str) -> str:
    """Walk somewhere."""
    target = game.room.exits.get(way)
    if target is None:
        raise Refused("You can't go that way.")
    guard = game.state.rooms[target].guard
    if guard and guard not in {i.name for i in game.state.carried}:
        raise Refused(f"You dare not without the {guard}.")
    game.state.here = target
    if target == "garden" and any(i.value >= 50 for i in game.state.carried):
        raise GameOver(True, game.score + 20)
    return look(game, "")


@command("take")
def take(game: Game, name: str) -> str:
    """Pick something up."""
    if not game.bright:
        raise Refused("You feel around in vain.")
    item = game.find(name, game.room.items)
    if sum(i.weight for i in game.state.carried) + item.weight > game.LIMIT:
        raise Refused(f"The {name} is too heavy.")
    game.room.items.remove(item)
    game.state.carried.append(item)
    return "Taken."


@command("drop")
def drop(game: Game, name: str) -> str:
    """Put something down."""
    item = game.find(name, game.state.carried)
    game.state.carried.remove(item)
    game.room.items.append(item)
    return "Dropped."


@command("light")
def light(game: Game, name: str) -> str:
    """Make light."""
    if not game.find(name, game.state.carried).light:
        raise Refused("It does not burn.")
    game.state.lit = True
    return f"The {name} glows."


@command("inventory", "i", turn=False)
def inventory(game: Game, _: str) -> str:
    """Say what you carry."""
    return ", ".join(f"{i.name} ({i.weight})" for i in game.state.carried) or "You carry nothing."


@command("score", turn=False)
def score(game: Game, _: str) -> str:
    """Count."""
    return f"{game.score} points in {game.state.turns} turns"


@command("undo", turn=False)
def undo(game: Game, _: str) -> str:
    """Take back a turn."""
    if not game.history:
        raise Refused("Nothing to undo.")
    game.state = game.history.pop()
    return f"Back in the {game.room.name}."


@command("quit", turn=False)
def leave(game: Game, _: str) -> str:
    """Stop."""
    raise GameOver(False, game.score)


world = {
    "hall": Room("hall", "Dust everywhere.", {"down": "cellar", "up": "garden"}, [Item("lantern", 2, light=True), Item("sword", 6)]),
    "cellar": Room("cellar", "Wet stones.", {"up": "hall", "east": "vault"}, dark=True),
    "vault": Room("vault", "Gold glitters.", {"west": "cellar"}, [Item("idol", 5, 60)], dark=True, guard="sword"),
    "garden": Room("garden", "Sun.", {"down": "hall"}),
}
game = Game(State(world, "hall"))
try:
    for line in sys.stdin:
        try:
            print(">", line.strip(), "\n ", game.execute(line))
        except Refused as refusal:
            print("  -", refusal, f"[{game.state.turns}]")
except GameOver as end:
    print(end, end.won, end.score, "turns", game.state.turns, "history", len(game.history))
    print(sorted(f"{name}: {doc}" for name, (_, doc) in COMMANDS.items()))
    sys.exit(0 if end.won else 3)
