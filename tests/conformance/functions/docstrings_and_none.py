"""Functions without a return, early returns, None."""


def nothing() -> None:
    """Only a docstring."""


def maybe(n: int) -> str | None:
    if n > 0:
        return "positive"
    if n < 0:
        return None
    return "zero"


def early(items: list[int]) -> None:
    for item in items:
        if item < 0:
            print("negative")
            return
    print("none negative")


nothing()
print(maybe(1), maybe(-1), maybe(0), [maybe(n) for n in (-1, 0, 1)])
early([1, 2])
early([1, -2, -3])
result = maybe(5)
print(result.upper() if result is not None else "nothing", (maybe(-3) or "default"))
