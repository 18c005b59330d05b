"""Dicts whose last items are taken and replaced many times: as stacks, as caches, drained and filled again."""

from __future__ import annotations

from collections import OrderedDict

stack: dict[int, str] = {}
for number in range(300):
    if len(stack) == 3:
        stack.popitem()
    stack[number * number] = str(number)
print(stack, len(stack), 0 in stack, 4 in stack, 299 * 299 in stack)

recent: OrderedDict[str, int] = OrderedDict()
for number in range(500):
    name = f"n{number * 7 % 101}"
    if name in recent:
        recent.move_to_end(name)
    elif len(recent) == 4:
        recent.popitem(last=number % 3 == 0)
    recent[name] = number
print(recent)

total = 0
table: dict[tuple[int, int], int] = {}
for round_ in range(40):
    for number in range(60):
        table[round_, number] = number
    while len(table) > round_ % 5:
        key, value = table.popitem()
        total += value + key[0]
print(total, table)
table.clear()
try:
    table.popitem()
except KeyError as error:
    print("empty:", error)

work = {"start": 3}
done = []
while work:
    name, left = work.popitem()
    done.append(name)
    if left:
        work[name + "a"] = left - 1
        work[name + "b"] = left - 1
print(len(done), done[:4], done[-1])

depth: dict[str, int] = dict.fromkeys("abcdef", 0)
for turn in range(1000):
    name = f"k{turn}"
    depth[name] = turn
    assert depth.popitem() == (name, turn)
    assert "a" in depth and name not in depth
print(list(depth), list(reversed(depth)), depth == dict.fromkeys("fedcba", 0))
