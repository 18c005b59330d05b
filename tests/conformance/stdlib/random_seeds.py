"""random: the same sequences from every kind of seed, and every distribution."""

import random
from random import Random

for seed in (0, 1, -1, 12345678901234567890123, 1.5, -0.0, "text", "", "é✓", b"bytes", bytearray(b"bytes"), True, 2**70):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(70), random.randint(1, 1000))
for seed in ("text", b"bytes", "", "naïve"):
    random.seed(seed, version=1)
    print(repr(seed), random.random(), random.randrange(10, 1000, 7))

r = Random(42)
print([r.randint(1, 6) for _ in range(10)], r.choice("abcdef"), r.choice(range(10**18)))
print(r.choices("abc", k=10), r.choices([1, 2, 3], weights=[5, 1, 1], k=8), r.choices((7, 8), cum_weights=[1, 10], k=8))
print(r.sample(range(1000), 8), r.sample(["x", "y", "z"], 2), r.sample("ab", k=5, counts=[3, 4]), r.sample(range(10**12), 3))
deck = list(range(20))
r.shuffle(deck)
print(deck)
print(r.uniform(1, 10), r.triangular(0, 10, 3), r.triangular(), r.betavariate(2, 3), r.expovariate(0.5), r.gammavariate(0.5, 1.0))
print(r.gammavariate(1.0, 2.0), r.gammavariate(3.5, 1.5), r.gauss(0, 1), r.gauss(10, 2), r.gauss(), r.lognormvariate(0, 1))
print(r.normalvariate(0, 1), r.normalvariate(), r.vonmisesvariate(1, 4), r.vonmisesvariate(0, 1e-7), r.paretovariate(3), r.weibullvariate(1, 1.5))
print(r.randbytes(9), r.getrandbits(1), r.getrandbits(0), r.getrandbits(200), r.randrange(5), r.randrange(-5, 5), r.randrange(10, 0, -3))
state = r.getstate()
first = [r.random() for _ in range(3)] + [r.gauss(0, 1)]
r.setstate(state)
print(first == [r.random() for _ in range(3)] + [r.gauss(0, 1)], first)
for work in (
    lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randint(3, 2), lambda: random.choice([]),
    lambda: random.sample([1, 2], 3), lambda: random.choices([1], [0]), lambda: random.choices([1, 2], [1]), lambda: random.sample([1], -1),
    lambda: random.getrandbits(-1), lambda: random.choices([1], weights=[1], cum_weights=[1]), lambda: random.randrange(1, 10, 0),
):  # fmt: skip
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


class Loaded(Random):
    """Always the same fraction."""

    def random(self) -> float:
        return 0.75


fixed = Loaded()
print(fixed.uniform(0, 8), fixed.choices("abcd", k=2), fixed.triangular(0, 1))
system = random.SystemRandom()
print(0 <= system.random() < 1, 1 <= system.randint(1, 3) <= 3, len(system.randbytes(5)), len(system.sample(range(9), 4)))


def walk(seed: str, steps: int) -> tuple[int, int]:
    """A random walk that anyone with the seed can repeat."""
    rng = Random(seed)
    x = y = 0
    for _ in range(steps):
        dx, dy = rng.choice([(0, 1), (1, 0), (0, -1), (-1, 0)])
        x += dx
        y += dy
    return x, y


print(walk("alpha", 100), walk("beta", 100), walk("alpha", 100))
