"""Elections counted with Counter: plurality, instant run-off, Borda, Condorcet; ties and arithmetic of multisets."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

Ballot = tuple[str, ...]

BALLOTS: Counter[Ballot] = Counter({
    ("memphis", "nashville", "chattanooga", "knoxville"): 42,
    ("nashville", "chattanooga", "knoxville", "memphis"): 26,
    ("chattanooga", "knoxville", "nashville", "memphis"): 15,
    ("knoxville", "chattanooga", "nashville", "memphis"): 17,
})


def plurality(ballots: Counter[Ballot]) -> Counter[str]:
    tally: Counter[str] = Counter()
    for ballot, count in ballots.items():
        tally[ballot[0]] += count
    return tally


def borda(ballots: Counter[Ballot]) -> Counter[str]:
    tally: Counter[str] = Counter()
    for ballot, count in ballots.items():
        tally.update({name: count * points for points, name in enumerate(reversed(ballot))})
    return tally


def run_off(ballots: Counter[Ballot]) -> tuple[str, list[Counter[str]]]:
    rounds: list[Counter[str]] = []
    current = ballots
    while True:
        tally = plurality(current)
        rounds.append(tally)
        (leader, votes), *rest = tally.most_common()
        if votes * 2 > tally.total() or not rest:
            return leader, rounds
        fewest = min(tally.values())
        loser = min(name for name, count in tally.items() if count == fewest)
        moved: Counter[Ballot] = Counter()
        for ballot, count in current.items():
            moved[tuple(name for name in ballot if name != loser)] += count
        current = moved


def duels(ballots: Counter[Ballot]) -> dict[tuple[str, str], int]:
    margins: defaultdict[tuple[str, str], int] = defaultdict(int)
    for ballot, count in ballots.items():
        for winner, loser in combinations(ballot, 2):
            margins[winner, loser] += count
            margins[loser, winner] -= count
    return dict(margins)


first = plurality(BALLOTS)
print(first, first.most_common(1), BALLOTS.total(), len(BALLOTS))
points = borda(BALLOTS)
print(points, sorted(points, key=points.__getitem__))
winner, rounds = run_off(BALLOTS)
print(winner)
for number, tally in enumerate(rounds, 1):
    print(number, tally, f"{max(tally.values()) / tally.total():.1%}")
margins = duels(BALLOTS)
names = sorted(first)
for name in names:
    print(f"{name:>12}", *(f"{margins.get((name, other), 0):+5d}" if other != name else "    ." for other in names))
print([name for name in names if all(margins[name, other] > 0 for other in names if other != name)])

a = Counter("mississippi")
b = Counter(m=3, i=1, x=2)
print(a + b, a - b, a & b, a | b, b - a, +Counter(a=0, b=-1, c=2), -Counter(a=0, b=-1), sep="\n")
a.subtract(b)
print(a, list(a.elements()), a["nothing"], "nothing" in a, a.total())
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) != Counter(a=2), Counter(a=1, b=2) >= Counter(b=2), Counter(a=1) < Counter(a=2, b=1), Counter("ab") <= Counter("ba"))
a.update("pp", z=4)
a |= Counter(q=9)
a &= Counter(p=5, q=3, z=4)
print(a, a.most_common(), Counter(a.values()), dict(a) | {"extra": 0})
del a["not there"]
a.pop("not there")
