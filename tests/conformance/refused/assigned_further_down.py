# expect-refusal: scope
"""A function that uses a variable which the function around it assigns only afterwards; there is another farther out."""

limit = 1


def outer(step: int) -> int:
    def inner() -> int:
        return limit + step

    limit = 5
    return inner()


print(outer(2))
