"""Stars in calls of overloaded built-ins: how many values there are is known only when the program runs."""

def f(n: int) -> tuple[int, int, int]:
    return (0, n, 2)
for i in range(*f(5)):
    print(i)
print(list(range(*f(7))))
print([i for i in range(*slice(None, None, -1).indices(4))])
xs = [1, 9, 3]
print(list(range(*xs)))
print(range(*xs[:1]), range(*xs[:2]))
ys = ["b", "a"]
print(max(*xs), min(*ys), max(*ys, "c"), min(*xs, key=lambda v: -v), sum(*[[1, 2]]), list(zip(*[[1, 2], [3, 4]])))
print(list(map(max, *[[1, 5], [4, 2]])), slice(*xs), "".join(*[ys]), pow(*[2, 3]), int(*["12"]), str(*[5]))
import itertools
print(list(itertools.islice(*(range(10), 5))), list(itertools.product(*[[1, 2], [3]])), list(itertools.chain(*[ys, ys])))
print(list(itertools.islice(range(10), *f(5))), round(*(2.345, 1)))
grid = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [0, 1, 2]]
print(list(map(sum, zip(*grid))), [list(r) for r in map(lambda *c: c[::-1], *grid)])
print(list(map(lambda a, b, c, d: a * b - c * d, *grid)), list(map(lambda a, b, c, d: f"{a}{b}{c}{d}", "abc", [1, 2, 3], "xyz", (4.5, 5.5))))
total: int = sum(map(lambda a, b, c, d, e: a + b + c + d + e, [1], [2], [3], [4], [5]))
print(total, max(*xs, 4), max(*(2, 3), key=lambda v: -v), round(*f(3)[1:]))
try:
    print(max(*[][:0], *xs[:0]))
except TypeError as error:
    print(error)
