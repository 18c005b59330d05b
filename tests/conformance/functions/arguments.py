# boot: yes
"""Positional, keyword, default and variable arguments."""


def area(width: int, height: int = 2, *, scale: int = 1) -> int:
    return width * height * scale


def total(*numbers: int, start: int = 0) -> int:
    for n in numbers:
        start += n
    return start


def only_positional(a: int, b: int, /, c: int) -> str:
    return f"{a} {b} {c}"


print(area(3), area(3, 4), area(height=5, width=2), area(1, scale=7), area(2, 3, scale=4))
print(total(), total(1), total(1, 2, 3), total(1, 2, start=100), total(*[4, 5], *(6,)))
print(only_positional(1, 2, c=3), only_positional(1, 2, 3))


def describe(name: str, *tags: str, sep: str = ",") -> str:
    return name + "[" + sep.join(tags) + "]"


print(describe("x"), describe("y", "a", "b"), describe("z", "a", "b", sep=" | "))
