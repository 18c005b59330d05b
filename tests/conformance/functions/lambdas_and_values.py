"""Functions as values."""

from typing import Callable


def twice(f: Callable[[int], int], x: int) -> int:
    return f(f(x))


def compose(f: Callable[[int], int], g: Callable[[int], int]) -> Callable[[int], int]:
    return lambda x: f(g(x))


def double(x: int) -> int:
    return 2 * x


class Math:
    def __init__(self, k: int) -> None:
        self.k = k

    def times(self, x: int) -> int:
        return self.k * x


operations: dict[str, Callable[[int, int], int]] = {
    "add": lambda a, b: a + b,
    "mul": lambda a, b: a * b,
    "pow": pow,
}
for name, operation in operations.items():
    print(name, operation(3, 4))
print(twice(double, 5), twice(lambda n: n - 1, 5), compose(double, lambda n: n + 1)(10))
bound = Math(7).times
print(twice(bound, 2), [f(3) for f in (double, bound, lambda v: -v)], list(map(double, [1, 2])))
print((lambda a, b=2, *c: (a, b, c))(1), (lambda: "none")(), double.__name__)
sort_keys: list[Callable[[str], int]] = [len, lambda s: -len(s), lambda s: ord(s[0])]
for key in sort_keys:
    print(sorted(["pear", "fig", "apple"], key=key))
