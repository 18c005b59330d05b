# stdin: look\ngo north\nlook\ntake lamp\ngo east\ngo south\ninventory\ndance\nquit\n
"""A state machine that reads commands."""

import sys

ROOMS: dict[str, dict[str, str]] = {
    "hall": {"north": "attic", "text": "a bare hall"},
    "attic": {"south": "hall", "east": "roof", "text": "a dusty attic"},
    "roof": {"west": "attic", "text": "under the sky"},
}
things: dict[str, list[str]] = {"attic": ["lamp", "rope"]}


class Player:
    def __init__(self) -> None:
        self.room = "hall"
        self.carried: list[str] = []
        self.moves = 0

    def go(self, direction: str) -> str:
        target = ROOMS[self.room].get(direction)
        if target is None:
            return "no way"
        self.room = target
        self.moves += 1
        return f"you are in the {self.room}"

    def take(self, thing: str) -> str:
        here = things.get(self.room, [])
        if thing not in here:
            return f"there is no {thing}"
        here.remove(thing)
        self.carried.append(thing)
        return "taken"


player = Player()
for raw in sys.stdin:
    words = raw.split()
    if words[0] == "quit":
        break
    if words[0] == "look":
        print(ROOMS[player.room]["text"], ", ".join(things.get(player.room, [])) or "nothing here")
    elif words[0] == "go":
        print(player.go(words[1]))
    elif words[0] == "take":
        print(player.take(words[1]))
    elif words[0] == "inventory":
        print(player.carried or "nothing")
    else:
        print("what is", words[0] + "?")
print(player.moves, "moves")
sys.exit(player.moves)
