"""itertools."""

import itertools

print(list(itertools.chain([1], [2, 3], "a")), list(itertools.islice(itertools.count(5), 3)), list(itertools.islice(range(10), 2, 8, 3)))
print(list(itertools.accumulate([1, 2, 3, 4])), list(itertools.repeat("x", 3)), list(itertools.islice(itertools.cycle("ab"), 5)))
print(list(itertools.takewhile(lambda n: n < 3, range(9))), list(itertools.dropwhile(lambda n: n < 3, range(6))))
print(list(itertools.product([1, 2], "ab")), list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations("abc", 2)))
print([(k, list(g)) for k, g in itertools.groupby("aabbbc")], list(itertools.zip_longest([1, 2], ["a"], fillvalue=None)))
print(list(itertools.chain.from_iterable([[1], [2]])), list(itertools.starmap(lambda a, b: a * b, [(1, 2), (3, 4)])))
print(list(itertools.pairwise([1, 2, 3])), list(itertools.compress("abc", [1, 0, 1])), list(itertools.filterfalse(lambda n: n % 2, range(5))))
