"""Round robins by the circle method, Elo ratings, a knockout bracket with byes, and standings with tie-breaks."""

from __future__ import annotations


from dataclasses import dataclass, field
from typing import Iterator, Sequence

Match = tuple[str, str]


@dataclass
class Row:
    team: str
    points: int = 0
    scored: int = 0
    conceded: int = 0
    results: list[str] = field(default_factory=list)

    @property
    def difference(self) -> int:
        return self.scored - self.conceded

    def key(self) -> tuple[int, int, int, str]:
        return -self.points, -self.difference, -self.scored, self.team


def rounds(teams: Sequence[str]) -> Iterator[list[Match]]:
    ring: list[str | None] = list(teams)
    if len(ring) % 2:
        ring.append(None)
    for number in range(len(ring) - 1):
        half = len(ring) // 2
        pairs = zip(ring[:half], reversed(ring[half:]))
        yield [(a, b) if number % 2 == 0 else (b, a) for a, b in pairs if a is not None and b is not None]
        ring.insert(1, ring.pop())


def play(home: str, away: str, salt: int) -> tuple[int, int]:
    seed = sum(ord(c) * (i + 3) for i, c in enumerate(home + away)) * 7919 + salt
    return seed % 5, seed // 5 % 4


class Elo:
    def __init__(self, k: float = 32) -> None:
        self.k = k
        self.ratings: dict[str, float] = {}

    def update(self, a: str, b: str, score: float) -> None:
        ra, rb = self.ratings.setdefault(a, 1500.0), self.ratings.setdefault(b, 1500.0)
        expected = 1 / (1 + 10 ** ((rb - ra) / 400))
        change = self.k * (score - expected)
        self.ratings[a] = ra + change
        self.ratings[b] = rb - change


def knockout(seeds: list[str], salt: int) -> Iterator[tuple[str, list[str]]]:
    size = 1
    while size < len(seeds):
        size *= 2
    order = [0]
    while len(order) < size:
        order = [x for s in order for x in (s, 2 * len(order) - 1 - s)]
    field_: list[str | None] = [seeds[i] if i < len(seeds) else None for i in order]
    names = {2: "final", 4: "semifinals", 8: "quarterfinals"}
    while len(field_) > 1:
        played: list[str] = []
        winners: list[str | None] = []
        for a, b in zip(field_[::2], field_[1::2]):
            if a is None or b is None:
                winners.append(a or b)
                continue
            x, y = play(a, b, salt)
            winner = a if x >= y else b
            played.append(f"{a} {x}:{y} {b}")
            winners.append(winner)
        yield names.get(len(field_), f"last {len(field_)}"), played
        field_ = winners
    yield "winner", [w for w in field_ if w]


teams = ["ants", "bees", "cats", "dogs", "elks"]
table = {t: Row(t) for t in teams}
elo = Elo()
seen: set[frozenset[str]] = set()
for number, games in enumerate(rounds(teams), 1):
    line = []
    for home, away in games:
        h, a = play(home, away, number)
        seen.add(frozenset((home, away)))
        for team, mine, theirs in ((home, h, a), (away, a, h)):
            row = table[team]
            row.scored += mine
            row.conceded += theirs
            row.points += 3 if mine > theirs else mine == theirs
            row.results.append("WDL"[(mine <= theirs) + (mine < theirs)])
        elo.update(home, away, 1 if h > a else 0.5 if h == a else 0)
        line.append(f"{home} {h}:{a} {away}")
    print(number, *line, sep=" | ")
assert len(seen) == 10, seen
for place, row in enumerate(sorted(table.values(), key=Row.key), 1):
    print(f"{place}. {row.team:<5}{row.points:>3}{row.difference:>+4} {''.join(row.results)} {elo.ratings[row.team]:7.1f}")
print(round(sum(elo.ratings.values()), 6))
for name, results in knockout(sorted(elo.ratings, key=elo.ratings.__getitem__, reverse=True), 3):
    print(name, results)
print(list(rounds(["x"])), list(rounds(["x", "y"])), list(knockout(["solo"], 1)))
print(table["yaks"])
