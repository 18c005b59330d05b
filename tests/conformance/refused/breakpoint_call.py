# expect-refusal: debugger
"""A forgotten breakpoint."""


def half(n: int) -> int:
    breakpoint()
    return n // 2


print(half(4))
