"""Life on other rules: rules in B/S notation, a torus, hexagonal cells and finding periods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Place = tuple[int, int]
Neighbours = Callable[[Place], Iterable[Place]]


@dataclass(frozen=True)
class Rule:
    born: frozenset[int]
    stays: frozenset[int]

    @classmethod
    def parse(cls, text: str) -> Rule:
        try:
            born, stays = text.upper().split("/")
            if not (born.startswith("B") and stays.startswith("S")):
                raise ValueError("parts are B and S")
            return cls(frozenset(map(int, born[1:])), frozenset(int(c) for c in stays[1:]))
        except ValueError as error:
            raise ValueError(f"bad rule {text!r}") from error

    def __str__(self) -> str:
        def digits(numbers: frozenset[int]) -> str:
            return "".join(map(str, sorted(numbers)))

        return f"B{digits(self.born)}/S{digits(self.stays)}"


def moore(place: Place) -> Iterable[Place]:
    x, y = place
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]


def hexagonal(place: Place) -> Iterable[Place]:
    x, y = place
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, -1), (-1, 1)):
        yield x + dx, y + dy


def on_torus(width: int, height: int, inner: Neighbours) -> Neighbours:
    def wrapped(place: Place) -> Iterable[Place]:
        return ((x % width, y % height) for x, y in inner(place))

    return wrapped


def step(cells: frozenset[Place], rule: Rule, around: Neighbours) -> frozenset[Place]:
    counts = Counter(n for cell in cells for n in around(cell))
    kept = {c for c in cells if counts[c] in rule.stays}
    return frozenset(kept | {c for c, n in counts.items() if n in rule.born and c not in cells})


def period(cells: frozenset[Place], rule: Rule, around: Neighbours, limit: int = 60) -> str:
    seen: dict[frozenset[Place], int] = {}
    for age in range(limit):
        if not cells:
            return f"dies at {age}"
        if cells in seen:
            return f"from {seen[cells]} every {age - seen[cells]}"
        seen[cells] = age
        cells = step(cells, rule, around)
    return f"still changing, {len(cells)} cells"


def pattern(text: str) -> frozenset[Place]:
    return frozenset((x, y) for y, line in enumerate(text.split("/")) for x, c in enumerate(line) if c == "#")


def draw(cells: frozenset[Place], width: int, height: int) -> str:
    return "\n".join("".join(".#"[(x, y) in cells] for x in range(width)) for y in range(height))


patterns = {"blinker": "###", "glider": ".#./..#/###", "block": "##/##", "pi": "###/#.#/#.#", "seed": "##"}
rules = [Rule.parse(t) for t in ("B3/S23", "B36/S23", "b2/s", "B1/S012345678")]
torus = on_torus(8, 8, moore)
for name, drawing in patterns.items():
    for rule in rules:
        print(f"{name:<8} {rule!s:<14} {period(pattern(drawing), rule, torus)}")
print("hex:", period(pattern("##"), Rule.parse("B2/S34"), on_torus(7, 7, hexagonal)))
glider = pattern(patterns["glider"])
for _ in range(4):
    glider = step(glider, rules[0], moore)
print(draw(glider, 5, 5))
print(glider == frozenset((x + 1, y + 1) for x, y in pattern(patterns["glider"])))
for wrong in ("S23/B3", "B3", "B3/Sx"):
    try:
        Rule.parse(wrong)
    except ValueError as error:
        print(error, "<-", type(error.__cause__).__name__, error.__cause__)
