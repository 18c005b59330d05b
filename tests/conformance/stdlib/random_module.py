"""random with a seed is the Mersenne twister."""

import random

generator = random.Random(42)
print([generator.random() for _ in range(3)], [generator.randrange(100) for _ in range(5)], generator.randint(1, 6))
print(generator.choice(["a", "b", "c"]), generator.uniform(1.0, 2.0), generator.getrandbits(40))
items = list(range(8))
generator.shuffle(items)
print(items, generator.sample(range(20), 3))
