"""Iteration order of int sets through growth, as CPython's probing makes it."""

items: set[int] = set()
for i in range(40):
    items.add(i * 37 % 101)
    if i % 8 == 0:
        print(list(items))
for i in range(0, 101, 3):
    items.discard(i)
print(list(items), items)
items.update(range(1000, 1010))
print(list(items))
print(set([2**40, 2**41 + 1, -1, -2, 0]), {n * n for n in range(12)}, set(range(20, 0, -1)))
print(set([1, 2, 3]) | {64, 128, 8}, {9, 17, 25, 33})
