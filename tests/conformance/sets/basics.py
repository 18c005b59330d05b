"""Sets of ints, whose order is CPython's, and of strings, sorted."""

numbers = {5, 1, 3, 100, -7}
numbers.add(2)
numbers.add(5)
numbers.discard(99)
numbers.discard(100)
print(numbers, len(numbers), 3 in numbers, 42 in numbers, sorted(numbers))
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a & b, a | b, a - b, a ^ b, a <= b, {3} < b, a >= {1}, a == {4, 3, 2, 1}, a.isdisjoint({9}), a.issubset(range(9)))
print(a.union([9], [8]), a.intersection([1, 2, 77]), a.difference([1]), a.symmetric_difference([1, 10]), a.issuperset([2]))
a.update([10, 11])
a.intersection_update({1, 10, 11})
a.difference_update([1])
a |= {20}
a &= {10, 20, 30}
a ^= {20, 21}
a -= {21}
print(a, set(), {"x"}, frozenset([1, 2]), set("hello") == {"h", "e", "l", "o"}, sorted(set("mississippi")))
try:
    a.remove(5)
except KeyError as error:
    print(error)
try:
    set[int]().pop()
except KeyError as error:
    print(error)
print({frozenset([1]): "one"}[frozenset([1])], hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
