"""Two small games played perfectly: code breaking by minimax partitions, and Nim by xor with several rule sets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, reduce
from itertools import product
from operator import xor
from typing import NamedTuple

Code = str


class Score(NamedTuple):
    black: int
    white: int


def score(secret: Code, guess: Code) -> Score:
    black = sum(a == b for a, b in zip(secret, guess, strict=True))
    common = sum((Counter(secret) & Counter(guess)).values())
    return Score(black, common - black)


class Breaker:
    def __init__(self, colours: str, length: int) -> None:
        self.all = ["".join(letters) for letters in product(colours, repeat=length)]
        self.left = self.all
        self.length = length

    def worst(self, guess: Code) -> int:
        return max(Counter(score(secret, guess) for secret in self.left).values())

    def guesses(self) -> Iterator[Code]:
        """Sent nothing: the caller tells the answer with `learn`."""
        guess = self.all[0][0] * (self.length // 2) + self.all[-1][0] * (self.length - self.length // 2)
        while True:
            yield guess
            if len(self.left) <= 2:
                if not self.left:
                    raise LookupError("contradictory answers")
                guess = self.left[0]
            else:
                members = set(self.left)
                guess = min(self.all, key=lambda g: (self.worst(g), g not in members, g))

    def learn(self, guess: Code, answer: Score) -> int:
        self.left = [secret for secret in self.left if score(secret, guess) == answer and secret != guess]
        return len(self.left)


def play(secret: Code, colours: str) -> list[tuple[Code, Score, int]]:
    breaker = Breaker(colours, len(secret))
    history = []
    for guess in breaker.guesses():
        answer = score(secret, guess)
        history.append((guess, answer, breaker.learn(guess, answer)))
        if answer.black == len(secret):
            return history
    raise AssertionError


Heaps = tuple[int, ...]
Rule = Callable[[int], Iterator[tuple[int, ...]]]


def take_any(size: int) -> Iterator[tuple[int, ...]]:
    return ((left,) for left in range(size))


def take_up_to_three(size: int) -> Iterator[tuple[int, ...]]:
    return ((size - n,) for n in range(1, min(3, size) + 1))


def split_unequal(size: int) -> Iterator[tuple[int, ...]]:
    """Grundy's game: a heap into two that differ."""
    return ((a, size - a) for a in range(1, (size + 1) // 2))


def kayles(size: int) -> Iterator[tuple[int, ...]]:
    for taken in (1, 2):
        for a in range((size - taken) // 2 + 1):
            if size >= taken:
                yield a, size - taken - a


def grundy_of(rule: Rule) -> Callable[[int], int]:
    @cache
    def value(size: int) -> int:
        reachable = {reduce(xor, map(value, heaps), 0) for heaps in rule(size)}
        return next(n for n in range(len(reachable) + 1) if n not in reachable)

    return value


def winning_move(heaps: Sequence[int], rule: Rule) -> str:
    value = grundy_of(rule)
    total = reduce(xor, map(value, heaps), 0)
    if total == 0:
        return "lost"
    for index, size in enumerate(heaps):
        for parts in rule(size):
            if reduce(xor, map(value, parts), 0) == value(size) ^ total:
                return f"heap {index} from {size} to {'+'.join(map(str, parts))}"
    raise AssertionError


for secret, colours in [
    ("abcd", "abcdef"),
    ("ffff", "abcdef"),
    ("cab", "abc"),
    ("zz", "xyz"),
    ("aabb", "ab"),
]:
    history = play(secret, colours)
    print(secret, len(history), *(f"{g}:{a.black}{a.white}({left})" for g, a, left in history))
print(Counter(len(play("".join(s), "abcd")) for s in product("abcd", repeat=3)))
print(score("aabb", "bbaa"), score("abcd", "aaaa"), score("", ""), max(Score(1, 2), Score(1, 3)))
for rule in (take_any, take_up_to_three, split_unequal, kayles):
    value = grundy_of(rule)
    print(
        f"{rule.__name__:<17}",
        [value(n) for n in range(15)],
        winning_move([3, 4, 5], rule),
        "|",
        winning_move([7, 7], rule),
        "|",
        winning_move([], rule),
    )
print(winning_move([10**4, 3], take_up_to_three) if False else winning_move([101, 3], take_up_to_three))
liar = Breaker("ab", 2)
asked = liar.guesses()
try:
    for _ in range(3):
        print("left", liar.learn(next(asked), Score(0, 0)))
except LookupError as error:
    print("error:", error)
score("abc", "ab")
