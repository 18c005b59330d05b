"""The order of sets of ints after every kind of change."""

import random

s = {5, 1, 9, 33, 17}
print(s, list(s))
s.discard(9)
s.add(41)
s.remove(1)
s.add(73)
print(s, s.pop(), s, s | {2, 66}, s & {33, 41, 2}, s - {33}, s ^ {33, 2})
s |= {3, 11, 130}
print(s)
s.update([7, 8], {300})
s -= {3}
s &= set(range(200))
print(s)
s ^= {7, 1000, 64}
print(s, s.union([1, 2], {500}), s.copy(), frozenset(s), set(list(s)))
rng = random.Random(7)
t: set[int] = set()
for step in range(400):
    k = rng.randrange(0, 3000)
    if rng.random() < 0.4 and t:
        t.discard(k)
        if rng.random() < 0.3:
            t.pop()
    else:
        t.add(k)
    if step % 40 == 0:
        print(len(t), list(t)[:12])
for _ in range(60):
    other = {rng.randrange(0, 5000) for _ in range(rng.randrange(0, 30))}
    which = rng.randrange(7)
    if which == 0:
        t |= other
    elif which == 1:
        t = t.union(other)
    elif which == 2:
        t -= other
    elif which == 3:
        t ^= other
    elif which == 4:
        t = t - other
    elif which == 5:
        t.update(other, range(5))
    else:
        t = {x for x in t if x % 7} | other
    print(which, len(t), list(t)[:8])
u = set(range(20))
for i in range(0, 20, 3):
    u.discard(i)
v = u.copy()
u.add(100)
print(u, v, u - v, v | {64, 32}, u.symmetric_difference(v), u.intersection(range(5)), u.difference([1, 2]))
while len(u) > 8:
    u.pop()
print(u, set(u), frozenset(v) | u, {*u, *v})
w = {True, 0, 2.0, 3}
w.remove(2)
w.add(64)
print(w, {-1, -2, 0}, {2**40, 2**61, 1}, set("a") | {"a"}, {(1, 2)} | {(1, 2)})
u.clear()
u |= {8, 16, 0}
print(u, sorted(u), {0, 8} | {16}, {16} | {0, 8}, set() | {24, 8}, {1} | set())
