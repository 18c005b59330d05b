"""A league: results read from text, points and goal difference, ties by direct encounter, a season's story."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

RESULTS = """
# round 1
Reds 2 - 1 Blues
Greens 0 - 0 Whites
# round 2
Blues 3 - 3 Greens
Whites 1 - 2 Reds
# round 3
Reds 0 - 1 Greens
Blues 4 - 0 Whites
# round 4
Whites abandoned Blues
Greens 1 - 2 Reds
"""
LINE = re.compile(r"(?P<home>\w+) (?P<scored>\d+) - (?P<taken>\d+) (?P<away>\w+)")


class Match(NamedTuple):
    round: int
    home: str
    scored: int
    taken: int
    away: str

    def turned(self) -> "Match":
        return Match(self.round, self.away, self.taken, self.scored, self.home)

    @property
    def points(self) -> int:
        return 3 if self.scored > self.taken else int(self.scored == self.taken)


class Row:
    __slots__ = ("drawn", "goals", "lost", "name", "points", "taken", "won")

    def __init__(self, name: str) -> None:
        self.name = name
        self.won = self.drawn = self.lost = self.goals = self.taken = self.points = 0

    def __iadd__(self, match: Match) -> "Row":
        self.goals += match.scored
        self.taken += match.taken
        self.points += match.points
        match match.points:
            case 3:
                self.won += 1
            case 1:
                self.drawn += 1
            case _:
                self.lost += 1
        return self

    def __format__(self, spec: str) -> str:
        if spec == "short":
            return f"{self.name} {self.points}"
        played = self.won + self.drawn + self.lost
        difference = self.goals - self.taken
        return f"{self.name:<8}{played:>2}{self.won:>3}{self.drawn:>3}{self.lost:>3} {self.goals}:{self.taken} {difference:+d} {self.points:>3}"


def read(text: str) -> Iterable[Match]:
    number = 0
    for at, line in enumerate(text.strip().splitlines(), 1):
        if line.startswith("# round"):
            number = int(line.split()[-1])
        elif found := LINE.fullmatch(line):
            home, scored, taken, away = found.group("home", "scored", "taken", "away")
            yield Match(number, home, int(scored), int(taken), away)
        else:
            print(f"line {at} is no result: {line}")


def table(matches: list[Match]) -> list[Row]:
    rows: dict[str, Row] = {}
    direct: defaultdict[tuple[str, str], int] = defaultdict(int)
    for match in (m for played in matches for m in (played, played.turned())):
        row = rows.setdefault(match.home, Row(match.home))
        row += match
        direct[match.home, match.away] += match.points
    ordered = sorted(rows.values(), key=lambda r: (-r.points, r.taken - r.goals, -r.goals, r.name))
    for i in range(len(ordered) - 1):
        a, b = ordered[i], ordered[i + 1]
        if a.points == b.points and direct[b.name, a.name] > direct[a.name, b.name]:
            ordered[i], ordered[i + 1] = b, a
    return ordered


matches = list(read(RESULTS))
for row in table(matches):
    print(f"{row}")
for last in range(1, 5):
    print(last, ", ".join(f"{row:short}" for row in table([m for m in matches if m.round <= last])))
scores = Counter(tuple(sorted((m.scored, m.taken), reverse=True)) for m in matches)
print(sorted(scores.items(), key=lambda item: (-item[1], item[0])))
best = max(matches, key=lambda m: (m.scored + m.taken, m.home))
print(best, best.turned().points, best._replace(taken=0).points)
