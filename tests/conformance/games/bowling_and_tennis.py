"""Scores of two games from their strange rules: ten-pin bowling as a fold, tennis as a state machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal


class ScoreError(ValueError):
    pass


@dataclass(frozen=True)
class Frame:
    rolls: tuple[int, ...]
    bonus: tuple[int, ...] = ()
    last: bool = False

    @property
    def strike(self) -> bool:
        return self.rolls[:1] == (10,)

    @property
    def spare(self) -> bool:
        return not self.strike and sum(self.rolls[:2]) == 10 and len(self.rolls) >= 2

    @property
    def score(self) -> int:
        return sum(self.rolls) + sum(self.bonus)

    def __str__(self) -> str:
        marks = []
        for index, pins in enumerate(self.rolls):
            if pins == 10 and (index == 0 or self.last):
                marks.append("X")
            elif index == 1 and self.spare:
                marks.append("/")
            else:
                marks.append(str(pins) if pins else "-")
        return "".join(marks)


def rolls_of(text: str) -> Iterator[int]:
    """The pins of a score card such as X 7/ 9- 12."""
    previous = 0
    for char in text.replace(" ", ""):
        match char.upper():
            case "X":
                pins = 10
            case "/":
                pins = 10 - previous
            case "-":
                pins = 0
            case digit if digit.isdigit():
                pins = int(digit)
            case other:
                raise ScoreError(f"what is {other!r}?")
        previous = pins
        yield pins


def frames(rolls: Sequence[int]) -> list[Frame]:
    result: list[Frame] = []
    at = 0
    for number in range(1, 11):
        if at >= len(rolls):
            raise ScoreError(f"frame {number} is missing")
        if number == 10:
            tail = tuple(rolls[at:])
            wanted = 3 if tail[0] == 10 or sum(tail[:2]) == 10 else 2
            if len(tail) != wanted:
                raise ScoreError(f"the last frame has {len(tail)} rolls, not {wanted}")
            result.append(Frame(tail, last=True))
        elif rolls[at] == 10:
            result.append(Frame((10,), tuple(rolls[at + 1 : at + 3])))
            at += 1
        else:
            pair = tuple(rolls[at : at + 2])
            if sum(pair) > 10:
                raise ScoreError(f"frame {number} fells {sum(pair)} pins")
            result.append(Frame(pair, tuple(rolls[at + 2 : at + 3]) if sum(pair) == 10 else ()))
            at += 2
    return result


def totals(card: Iterable[Frame]) -> list[int]:
    result: list[int] = []
    for frame in card:
        result.append((result[-1] if result else 0) + frame.score)
    return result


Side = Literal[0, 1]


@dataclass
class Tennis:
    names: tuple[str, str]
    best_of: int = 3
    points: list[int] = field(default_factory=lambda: [0, 0])
    games: list[int] = field(default_factory=lambda: [0, 0])
    sets: list[tuple[int, int]] = field(default_factory=list)
    log: list[str] = field(default_factory=list)

    CALLS: ClassVar = ["love", "15", "30", "40"]

    @property
    def tie_break(self) -> bool:
        return self.games == [6, 6]

    @property
    def won(self) -> tuple[int, int]:
        return sum(a > b for a, b in self.sets), sum(b > a for a, b in self.sets)

    @property
    def winner(self) -> str | None:
        for side in (0, 1):
            if self.won[side] * 2 > self.best_of:
                return self.names[side]
        return None

    def point(self, side: Side) -> None:
        if self.winner:
            raise ScoreError(f"{self.winner} has won already")
        self.points[side] += 1
        needed = 7 if self.tie_break else 4
        if self.points[side] >= needed and self.points[side] - self.points[1 - side] >= 2:
            self.games[side] += 1
            self.points[:] = [0, 0]
            ahead = self.games[side] - self.games[1 - side]
            if self.games[side] == 7 or (self.games[side] == 6 and ahead >= 2):
                self.sets.append((self.games[0], self.games[1]))
                self.games[:] = [0, 0]
                self.log.append(f"set {self.names[side]}")

    def call(self) -> str:
        a, b = self.points
        if self.tie_break:
            return f"{a}-{b} in the tie-break"
        if min(a, b) >= 3:
            return "deuce" if a == b else f"advantage {self.names[int(b > a)]}"
        if a == b:
            return f"{self.CALLS[a]} all"
        return f"{self.CALLS[a]}-{self.CALLS[b]}"

    def __str__(self) -> str:
        done = " ".join(f"{a}:{b}" for a, b in self.sets)
        return f"{done + ' ' if done else ''}{self.games[0]}:{self.games[1]} {self.call()}"


for card in ["XXXXXXXXXXXX", "9-9-9-9-9-9-9-9-9-9-", "5/5/5/5/5/5/5/5/5/5/5", "X 7/ 9- X -8 8/ -6 X X X81", "--" * 10, "X" * 9 + "12",
             "X", "99", "11" * 11, "1?", "XXXXXXXXX5/", "XXXXXXXXX5/X"]:  # fmt: skip
    try:
        found = frames(list(rolls_of(card)))
        print(f"{card[:24]:<24} {totals(found)[-1]:>3} | {' '.join(map(str, found))}")
    except ScoreError as error:
        print(f"{card[:24]:<24} error: {error}")
print(totals(frames(list(rolls_of("X 7/ 9- X -8 8/ -6 X X X81")))), Frame((3, 7)).spare, Frame(()).strike)
match_ = Tennis(("Ann", "Bea"))
for index, side in enumerate("0011010101100"):
    match_.point(0 if side == "0" else 1)
    print(match_.call(), end="; " if index < 12 else "\n")
print(match_)
for game in range(11):
    for _ in range(4):
        match_.point(0 if game % 2 else 1)
print(match_, match_.tie_break)
for side in "0101010101011":
    match_.point(0 if side == "0" else 1)
print(match_, match_.log)
match_.point(1)
while match_.winner is None:
    match_.point(1)
print(match_, match_.winner, match_.won, match_.log)
print(Tennis(("a", "b")) == Tennis(("a", "b")), Tennis.CALLS[-1])
match_.point(0)
