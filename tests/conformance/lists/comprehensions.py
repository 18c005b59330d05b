"""List, set and dict comprehensions, nested and filtered."""

print([n * n for n in range(8)], [n for n in range(20) if n % 3 == 0 if n % 2 == 0])
print([(a, b) for a in range(3) for b in range(a)], [[r * c for c in range(4)] for r in range(3)])
print({n % 4 for n in range(10)} == {0, 1, 2, 3}, {n: n * n for n in range(5)}, {str(n): [n] for n in range(3)})
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row])
n = "outer"
squares = [n * n for n in (1, 2, 3)]
print(n, squares)
print([word.upper() if len(word) > 2 else word for word in "to be or not maybe".split()])
print([y for x in range(5) if (y := x * x) % 2 == 0])
print([i for i, c in enumerate("banana") if c == "a"], [a + b for a, b in zip([1, 2], [10, 20])])
