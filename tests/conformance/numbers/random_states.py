"""States of random generators: of another version, and those that are none."""

import random

g = random.Random(3)
state = g.getstate()
a = [g.random() for _ in range(4)]
version, words, gauss = state
signed = tuple(w - 2**32 if w >= 2**31 else w for w in words[:-1]) + (words[-1],)
h = random.Random()
h.setstate((2, signed, None))
print([h.random() for _ in range(4)] == a)
h.setstate(state)
print(h.random() == a[0], h.getrandbits(100) >= 0)
for bad in [
    (1, words, None),
    (2, None, None),
    (2, (1, 2, 3), None),
    (3, words[:-1] + (1000,), None),
    (3, words[:-1] + (-1,), None),
    (3, list(words), None),
    (2, ("a",) * 625, None),
    (3, (1, 2), None),
    (3, (2**70,) * 625, None),
]:
    try:
        h.setstate(bad)
        print("taken")
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
