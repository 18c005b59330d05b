"""sort and sorted: keys, reverse, stability."""

people = [("bob", 31), ("alice", 25), ("carol", 31), ("dave", 25), ("eve", 40)]
print(sorted(people), sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True))
numbers = [5, 2, 8, 1, 9, 3]
numbers.sort()
print(numbers)
numbers.sort(reverse=True)
print(numbers)
numbers.sort(key=lambda n: n % 3)
print(numbers)
words = "the Quick brown Fox jumps".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted("hello", reverse=True))
state = 12345
many: list[int] = []
for _ in range(500):
    state = (state * 1103515245 + 12345) % 2**31
    many.append(state % 1000)
ordered = sorted(many)
print(all(ordered[i] <= ordered[i + 1] for i in range(len(ordered) - 1)), ordered[:5], ordered[-5:], sum(ordered) == sum(many))
pairs = sorted(((n % 10, i) for i, n in enumerate(many)), key=lambda p: p[0])
print(all(a[0] < b[0] or a[1] < b[1] for a, b in zip(pairs, pairs[1:])))
print(sorted([2.5, -1.0, 3.0]), sorted([True, False, True]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [1]]))
