"""A five-letter guessing game: marks with repeated letters, a filter by constraints, an entropy player."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from functools import lru_cache

WORDS = """
crane slate trace raise arise stare share spare spore score snore store shore chore
abbey babel level lever never fever sever eerie geese tepee allay llama skill spill
queen quick quiet quilt guild guile gauge eagle angle ankle apple ample maple chess
""".split()


class Mark(IntEnum):
    ABSENT = 0
    PRESENT = 1
    PLACED = 2

    def __str__(self) -> str:
        return "\u2b1b\U0001f7e8\U0001f7e9"[self.value]


Marks = tuple[Mark, ...]


@lru_cache(maxsize=None)
def marks(guess: str, secret: str) -> Marks:
    if len(guess) != len(secret):
        raise ValueError(f"{guess!r} has {len(guess)} letters, not {len(secret)}")
    left = Counter(s for g, s in zip(guess, secret) if g != s)
    result = []
    for g, s in zip(guess, secret):
        if g == s:
            result.append(Mark.PLACED)
        elif left[g] > 0:
            left[g] -= 1
            result.append(Mark.PRESENT)
        else:
            result.append(Mark.ABSENT)
    return tuple(result)


def consistent(history: Sequence[tuple[str, Marks]], words: Iterable[str]) -> list[str]:
    return [w for w in words if all(marks(guess, w) == seen for guess, seen in history)]


def entropy(guess: str, words: Sequence[str]) -> float:
    counts = Counter(marks(guess, word) for word in words)
    total = len(words)
    return -sum(n / total * math.log2(n / total) for n in counts.values())


Strategy = Callable[[Sequence[str], int], str]


def first_left(words: Sequence[str], turn: int) -> str:
    return words[0]


def most_telling(words: Sequence[str], turn: int) -> str:
    return max(words, key=lambda w: (round(entropy(w, words), 9), w))


def opener(word: str, then: Strategy) -> Strategy:
    return lambda words, turn: word if turn == 0 else then(words, turn)


def play(secret: str, strategy: Strategy, limit: int = 6) -> list[tuple[str, Marks]]:
    history: list[tuple[str, Marks]] = []
    for turn in range(limit):
        guess = strategy(consistent(history, WORDS), turn)
        history.append((guess, marks(guess, secret)))
        if all(m is Mark.PLACED for m in history[-1][1]):
            break
    return history


for guess, secret in [
    ("geese", "eerie"),
    ("level", "lever"),
    ("allay", "llama"),
    ("skill", "spill"),
    ("abbey", "babel"),
]:
    seen = marks(guess, secret)
    print(guess, secret, "".join(map(str, seen)), sum(seen), [m.name for m in seen if m is not Mark.ABSENT])
for secret in ["maple", "chess", "tepee"]:
    print(secret)
    for guess, seen in play(secret, opener("crane", most_telling)):
        print("  ", guess, "".join(map(str, seen)))
strategies: dict[str, Strategy] = {
    "first": first_left,
    "entropy": most_telling,
    "opened": opener("stare", first_left),
}
for name, strategy in strategies.items():
    lengths = Counter(len(play(word, strategy)) for word in WORDS)
    won = sum(1 for word in WORDS if play(word, strategy)[-1][0] == word)
    mean = sum(n * k for n, k in lengths.items()) / len(WORDS)
    print(f"{name:<8} won {won}/{len(WORDS)}, mean {mean:.3f}, {dict(sorted(lengths.items()))}")
best = sorted(WORDS, key=lambda w: (-round(entropy(w, WORDS), 6), w))[:5]
print([(w, round(entropy(w, WORDS), 3)) for w in best])
print(marks.cache_info().currsize == len(WORDS) ** 2 or marks.cache_info().currsize)
print(consistent([], ["one"]), consistent([("crane", marks("crane", "chess"))], WORDS)[:4])
try:
    marks("toolong", "short")
except ValueError as error:
    print("error:", error)
impossible = [("crane", (Mark.PLACED,) * 4 + (Mark.PRESENT,))]
print(consistent(impossible, WORDS))
print(most_telling(consistent(impossible, WORDS), 3))
