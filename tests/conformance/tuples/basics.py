"""Tuples: packing, unpacking, comparison, methods."""

point = (3, 4)
x, y = point
print(point, x, y, len(point), point[0], point[-1], point + (5,), point * 2, (), (1,), point == (3, 4))
a, b, c = 1, "two", 3.0
print(a, b, c, (a, b, c))
a, x = x, a
print(a, x)
first, *middle, last = [1, 2, 3, 4, 5]
print(first, middle, last)
*start, end = ["a", "b", "c"]
tail: list[int]
head, *tail = [9]
print(start, end, head, tail)
(p, q), r = (1, 2), 3
print(p, q, r, (1, 2) < (1, 3), (1,) < (1, 0), (2, 1) > (1, 9), (1, "a") == (1, "a"), 3 in point, 9 not in point)
print((1, 2, 2, 3).count(2), ("a", "b").index("b"), tuple([1, 2]), tuple("ab"), tuple(range(3)), sorted((3, 1, 2)))
print({(1, 2): "x"}[(1, 2)], hash((1, "a")) == hash((1, "a")), (1, (2, (3,))), ("it's", b"x", None, 1.5))
for index, (left, right) in enumerate([(1, 2), (3, 4)]):
    print(index, left + right)
