"""Word counts, grouping and inverting."""

text = "it was the best of times it was the worst of times"
counts: dict[str, int] = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(counts)
groups: dict[int, list[str]] = {}
for word in counts:
    groups.setdefault(len(word), []).append(word)
print(groups, {length: len(ws) for length, ws in sorted(groups.items())})
inverse: dict[int, set[str]] = {}
for word, n in counts.items():
    inverse.setdefault(n, set()).add(word)
print({n: sorted(ws) for n, ws in inverse.items()})
print(max(counts, key=lambda w: (counts[w], w)), sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3])
