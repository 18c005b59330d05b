"""The built-in functions over iterables."""

numbers = [3, -1, 4, 1, -5]
words = ["pear", "fig", "apple"]
print(sum(numbers), min(numbers), max(numbers), sum(numbers, 100), min(words), max(words, key=len), min(2, 1, 3))
print(any(n > 3 for n in numbers), all(n > 0 for n in numbers), any([]), all([]), min([], default=7), max(numbers, key=abs))
print(sorted(numbers), list(reversed(numbers)), list(enumerate(words, 1)), list(zip(numbers, words)), list(zip([1], [2], [3])))
print(list(map(abs, numbers)), list(filter(None, [0, 1, 0, 2])), list(filter(lambda n: n < 0, numbers)), list(map(lambda a, b: a * b, [1, 2], [3, 4])))
print(abs(-3), pow(2, 5), divmod(17, 5), round(2.567, 1), ord("a"), chr(98), hex(255), bin(5), len(words), callable(len))
print(isinstance(3, int), isinstance("x", (int, str)), issubclass(bool, int), repr("q"), id(words) == id(words), type(3) is int)
iterator = iter(words)
print(next(iterator), next(iterator), next(iterator), next(iterator, "done"))
try:
    print(min([int(x) for x in words[:0]]))
except ValueError as error:
    print(error)
try:
    next(iter([int(x) for x in words[:0]]))
except StopIteration as error:
    print("stop", error.value)
try:
    print(list(zip([1, 2], [1], strict=True)))
except ValueError as error:
    print(error)
