"""The same ballots counted by plurality, runoff, Borda, Condorcet, single transferable vote and seats by d'Hondt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import combinations, permutations
from typing import NamedTuple


class Ballot(NamedTuple):
    ranking: tuple[str, ...]
    votes: int = 1

    def first(self, among: Iterable[str]) -> str | None:
        allowed = set(among)
        return next((name for name in self.ranking if name in allowed), None)


class Tie(Exception):
    def __init__(self, names: Iterable[str]) -> None:
        self.names = sorted(names)
        super().__init__("tie of " + " and ".join(self.names))


def parse(text: str) -> list[Ballot]:
    ballots = []
    for line in text.strip().splitlines():
        count, _, names = line.partition(":")
        ranking = tuple(name.strip() for name in names.split(">") if name.strip())
        if len(set(ranking)) != len(ranking):
            raise ValueError(f"somebody twice: {line.strip()}")
        ballots.append(Ballot(ranking, int(count)))
    return ballots


def candidates(ballots: Iterable[Ballot]) -> list[str]:
    return sorted({name for ballot in ballots for name in ballot.ranking})


def tally(ballots: Iterable[Ballot], among: Iterable[str]) -> Counter[str]:
    result: Counter[str] = Counter(dict.fromkeys(sorted(among), 0))
    for ballot in ballots:
        if (name := ballot.first(result)) is not None:
            result[name] += ballot.votes
    return result


def top(scores: Mapping[str, int | Fraction]) -> str:
    best = max(scores.values())
    names = [name for name, score in scores.items() if score == best]
    if len(names) > 1:
        raise Tie(names)
    return names[0]


def plurality(ballots: list[Ballot]) -> str:
    return top(tally(ballots, candidates(ballots)))


def runoff(ballots: list[Ballot]) -> str:
    left = candidates(ballots)
    while True:
        votes = tally(ballots, left)
        if max(votes.values()) * 2 > votes.total() or len(left) <= 2:
            return top(votes)
        fewest = min(votes.values())
        out = [name for name in left if votes[name] == fewest]
        if len(out) == len(left):
            raise Tie(out)
        left = [name for name in left if name not in out]


def borda(ballots: list[Ballot]) -> str:
    scores: Counter[str] = Counter()
    everyone = candidates(ballots)
    for ballot in ballots:
        for place, name in enumerate(ballot.ranking):
            scores[name] += ballot.votes * (len(everyone) - 1 - place)
    return top(scores)


def beats(ballots: list[Ballot], a: str, b: str) -> int:
    margin = 0
    for ballot in ballots:
        match ballot.first((a, b)):
            case None:
                pass
            case name:
                margin += ballot.votes if name == a else -ballot.votes
    return margin


def condorcet(ballots: list[Ballot]) -> str:
    names = candidates(ballots)
    for name in names:
        if all(beats(ballots, name, other) > 0 for other in names if other != name):
            return name
    raise LookupError("no Condorcet winner")


def kemeny(ballots: list[Ballot]) -> str:
    def score(order: tuple[str, ...]) -> int:
        return sum(beats(ballots, a, b) for a, b in combinations(order, 2))

    return max(permutations(candidates(ballots)), key=score)[0]


def transferable(ballots: list[Ballot], seats: int) -> list[str]:
    weights = [Fraction(b.votes) for b in ballots]
    quota = sum(b.votes for b in ballots) // (seats + 1) + 1
    left, elected = candidates(ballots), list[str]()
    while left and len(elected) < seats:
        if len(left) + len(elected) <= seats:
            return elected + left
        votes = {name: Fraction(0) for name in left}
        for ballot, weight in zip(ballots, weights):
            if (first := ballot.first(left)) is not None:
                votes[first] += weight
        best = max(left, key=lambda n: (votes[n], n))
        if votes[best] >= quota:
            keep = (votes[best] - quota) / votes[best]
            weights = [w * keep if b.first(left) == best else w for b, w in zip(ballots, weights)]
            elected.append(best)
            gone = best
        else:
            gone = min(left, key=lambda n: (votes[n], n))
        left = [name for name in left if name != gone]
    return elected


def dhondt(votes: Mapping[str, int], seats: int) -> dict[str, int]:
    won = dict.fromkeys(votes, 0)
    for _ in range(seats):
        name = max(votes, key=lambda n: (Fraction(votes[n], won[n] + 1), n))
        won[name] += 1
    return won


def attempt(method: Callable[[list[Ballot]], str], ballots: list[Ballot]) -> str:
    try:
        return method(ballots)
    except Tie as tie:
        return f"({tie})"
    except (LookupError, ValueError) as error:
        return f"({error})"


ELECTIONS = {
    "tennessee": "42: Memphis > Nashville > Chatta > Knox\n26: Nashville > Chatta > Knox > Memphis\n15: Chatta > Knox > Nashville > Memphis\n17: Knox > Chatta > Nashville > Memphis",
    "cycle": "1: a > b > c\n1: b > c > a\n1: c > a > b",
    "short": "3: x\n2: y > x\n4: z > y\n0: w",
    "nobody": "5:",
}
for title, text in ELECTIONS.items():
    ballots = parse(text)
    print(title, candidates(ballots))
    for method in (plurality, runoff, borda, condorcet, kemeny):
        print(f"   {method.__name__:<10} {attempt(method, ballots)}")
    print(f"   {'stv':<10} {transferable(ballots, 2)}")
party = {"red": 340_000, "green": 280_000, "blue": 160_000, "grey": 60_000}
print(dhondt(party, 7), dhondt(party, 0), sum(dhondt(party, 101).values()))
print(tally(parse("3: a > b\n2: c"), "abc"), beats(parse("3: a > b\n2: c"), "b", "c"))
parse("1: a > b > a")
