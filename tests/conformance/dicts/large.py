"""Thousands of keys, deletions and reinsertion keep the order."""

table: dict[int, int] = {}
for i in range(5000):
    table[i * 7919 % 10007] = i
print(len(table), list(table)[:6], table[7919])
for key in list(table):
    if key % 3:
        del table[key]
print(len(table), list(table.items())[:4], sum(table), sum(table.values()))
for i in range(100):
    table[-i] = i
print(len(table), list(table)[-3:])
words: dict[str, list[int]] = {}
for i in range(1000):
    words.setdefault("w" + str(i % 37), []).append(i)
print(len(words), words["w5"][:4], max(len(v) for v in words.values()))
