# expect-refusal: scope
"""`:=` in a comprehension to a global variable: the type checker takes it for a local one."""

last = 0


def doubled(items: list[int]) -> list[int]:
    global last
    return [(last := item * 2) for item in items]


print(doubled([1, 2, 3]), last)
