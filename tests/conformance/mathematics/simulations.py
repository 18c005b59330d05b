"""Random simulations from fixed seeds: dice, shuffles, weighted choices, Monte Carlo, Markov text, sampling, state."""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

TEXT = "the cat sat on the mat and the dog sat on the cat and the mat sat still"


def markov(generator: random.Random, text: str) -> Iterator[str]:
    table: defaultdict[str, list[str]] = defaultdict(list)
    words = text.split()
    for first, second in pairwise(words):
        table[first].append(second)
    word = "the"
    while True:
        yield word
        word = generator.choice(table[word]) if table[word] else "the"


def estimate_pi(generator: random.Random, throws: int) -> float:
    return 4 * sum(math.hypot(generator.random(), generator.random()) <= 1 for _ in range(throws)) / throws


class Bandit:
    def __init__(self, seed: int, *chances: float) -> None:
        self.generator = random.Random(seed)
        self.chances = chances
        self.wins = [0] * len(chances)
        self.tries = [0] * len(chances)

    def run(self, rounds: int, explore: float) -> int:
        for _ in range(rounds):
            if self.generator.random() < explore:
                arm = self.generator.randrange(len(self.chances))
            else:
                arm = max(range(len(self.chances)), key=lambda a: self.wins[a] / self.tries[a] if self.tries[a] else math.inf)
            self.tries[arm] += 1
            self.wins[arm] += self.generator.random() < self.chances[arm]
        return sum(self.wins)


def reservoir(generator: random.Random, items: Iterator[int], size: int) -> list[int]:
    kept = list(islice(items, size))
    for seen, item in enumerate(items, size + 1):
        place = generator.randint(1, seen)
        if place <= size:
            kept[place - 1] = item
    return kept


def gamblers_ruin(generator: random.Random, stake: int, goal: int) -> int:
    steps = 0
    while 0 < stake < goal:
        stake += generator.choice((-1, 1))
        steps += 1
    return steps if stake else -steps


generator = random.Random(42)
print(Counter(generator.randint(1, 6) + generator.randint(1, 6) for _ in range(360)))
deck = [f"{rank}{suit}" for suit in "CDHS" for rank in "23456789TJQKA"]
generator.shuffle(deck)
print(deck[:7], generator.sample(deck, 3), generator.sample(range(10**6), 3), generator.choices("abc", weights=[5, 3, 1], k=8), generator.choices([1, 2], cum_weights=[1, 10], k=5), generator.sample(["x", "y"], counts=[3, 2], k=4))
print(" ".join(islice(markov(random.Random(3), TEXT), 15)), estimate_pi(random.Random(1), 2000))
bandit = Bandit(9, 0.2, 0.5, 0.35)
print(bandit.run(500, 0.1), bandit.tries, reservoir(random.Random(5), iter(range(1000)), 5), [gamblers_ruin(random.Random(s), 5, 10) for s in range(6)])
state = generator.getstate()
first = [generator.random(), generator.uniform(-1, 1), generator.gauss(0, 1), generator.triangular(0, 10, 3), generator.expovariate(0.5), generator.betavariate(2, 3), generator.gammavariate(2, 1), generator.lognormvariate(0, 0.5), generator.vonmisesvariate(0, 4), generator.paretovariate(3), generator.weibullvariate(1, 2), generator.normalvariate(5, 2)]
generator.setstate(state)
again = [generator.random(), generator.uniform(-1, 1), generator.gauss(0, 1)]
print([round(value, 9) for value in first], again == first[:3], generator.getrandbits(70), generator.randbytes(5).hex(), generator.randrange(0, 100, 7), generator.randrange(10**30))
random.seed("text seed")
print(random.random(), random.randint(-5, 5), random.choice("xyz"), random.getrandbits(1))
print([random.Random(seed).random() for seed in (0, -1, 2**70, 1.5, "a", b"a", bytearray(b"b"))])
actions: list[Callable[[], object]] = [lambda: generator.choice([]), lambda: generator.sample([1], 2), lambda: generator.randrange(0), lambda: generator.randint(3, 1), lambda: generator.choices([], k=1), lambda: generator.choices([1, 2], weights=[0, 0]), lambda: generator.sample([1, 2], -1), lambda: generator.getrandbits(-1), lambda: generator.choices([1], [1], cum_weights=[1])]
for number, action in enumerate(actions):
    try:
        print(action())
    except (IndexError, ValueError, TypeError) as error:
        print(number, type(error).__name__, error)
generator.randrange(5, 5)
