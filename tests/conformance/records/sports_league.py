"""A league: fixtures by the circle method, results, tables with tie-breaks, form and streaks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cmp_to_key
from itertools import groupby
from typing import NamedTuple


class Match(NamedTuple):
    home: str
    away: str
    score: tuple[int, int] | None = None

    @property
    def winner(self) -> str | None:
        match self.score:
            case (h, a) if h != a:
                return self.home if h > a else self.away
            case _:
                return None

    def __str__(self) -> str:
        middle = "v" if self.score is None else "{}-{}".format(*self.score)
        return f"{self.home} {middle} {self.away}"


def fixtures(teams: list[str]) -> Iterator[list[Match]]:
    ring = deque(teams if len(teams) % 2 == 0 else [*teams, "bye"])
    fixed = ring.popleft()
    for number in range(len(ring)):
        line = [fixed, *ring]
        half = len(line) // 2
        pairs = list(zip(line[:half], reversed(line[half:])))
        yield [Match(a, b) if number % 2 else Match(b, a) for a, b in pairs if "bye" not in (a, b)]
        ring.rotate()


@dataclass
class Row:
    team: str
    won: int = 0
    drawn: int = 0
    lost: int = 0
    scored: int = 0
    against: int = 0
    form: deque[str] = field(default_factory=lambda: deque(maxlen=5))

    points = property(lambda self: 3 * self.won + self.drawn)

    @property
    def difference(self) -> int:
        return self.scored - self.against

    def note(self, mine: int, theirs: int) -> None:
        self.scored += mine
        self.against += theirs
        if mine > theirs:
            self.won, letter = self.won + 1, "W"
        elif mine < theirs:
            self.lost, letter = self.lost + 1, "L"
        else:
            self.drawn, letter = self.drawn + 1, "D"
        self.form.append(letter)


class League:
    def __init__(self, *teams: str) -> None:
        self.rows = {team: Row(team) for team in teams}
        self.results: list[Match] = []

    def play(self, match: Match) -> None:
        assert match.score is not None, f"{match} was not played"
        home, away = match.score
        self.rows[match.home].note(home, away)
        self.rows[match.away].note(away, home)
        self.results.append(match)

    def between(self, one: str, other: str) -> int:
        winners = [m.winner for m in self.results if {m.home, m.away} == {one, other}]
        return winners.count(one) - winners.count(other)

    def table(self) -> list[Row]:
        def compare(a: Row, b: Row) -> int:
            if a.points != b.points:
                return b.points - a.points if isinstance(a.points, int) else 0
            return (
                -self.between(a.team, b.team)
                or b.difference - a.difference
                or b.scored - a.scored
                or (a.team > b.team) - (a.team < b.team)
            )

        return sorted(self.rows.values(), key=cmp_to_key(compare))

    def streaks(self, team: str) -> list[tuple[str, int]]:
        played = [m for m in self.results if team in (m.home, m.away)]
        letters = ("D" if m.winner is None else "W" if m.winner == team else "L" for m in played)
        return [(letter, len(list(run))) for letter, run in groupby(letters)]


def result(match: Match, seed: int) -> Match:
    mixed = sum(map(ord, match.home)) * 7 + sum(map(ord, match.away)) * 3 + seed
    return match._replace(score=(mixed % 4, mixed // 4 % 3))


teams = ["Ravens", "Otters", "Foxes", "Hares", "Moles"]
league = League(*teams)
for number, matches in enumerate(fixtures(teams), 1):
    played = [result(m, number) for m in matches]
    print(f"round {number}:", ", ".join(map(str, played)))
    for each in played:
        league.play(each)
for number, matches in enumerate(fixtures(teams), 6):
    for each in matches:
        league.play(result(Match(each.away, each.home), number))
print(f"{'':<3}{'team':<8} W  D  L  GF-GA   Pts form")
for place, row in enumerate(league.table(), 1):
    goals = f"{row.scored:>2}-{row.against:<2}"
    print(
        f"{place}. {row.team:<8}{row.won:>2} {row.drawn:>2} {row.lost:>2}  {goals} {row.difference:+3d} {row.points:>3} {''.join(row.form)}"
    )
print({team: league.streaks(team) for team in teams[:2]})
print(
    max(league.results, key=lambda m: (sum(m.score or ()), m)), sum(m.winner is None for m in league.results)
)
for wrong in (Match("Ravens", "Foxes"), Match("Ravens", "Bears", (1, 0))):
    try:
        league.play(wrong)
    except (AssertionError, KeyError) as error:
        print(type(error).__name__, error)
print(len([m for r in fixtures([f"t{i}" for i in range(8)]) for m in r]), Match("a", "b") == ("a", "b", None))
