"""Stars in displays and calls."""


def show(*values: int) -> str:
    return "/".join(str(v) for v in values)


a = [1, 2]
b = (3, 4)
print([*a, *b, 5], (*a, 9), {*a, *b} == {1, 2, 3, 4}, [*range(3)], [*a, *a])
print(show(*a), show(*a, *b), show(0, *b, 7), show())
print({**{"x": 1}, **{"y": 2}, "x": 3}, [*"ab"], sum([*a, *b]))
for x, *rest in [[1, 2, 3], [4], [5, 6]]:
    print(x, rest)
