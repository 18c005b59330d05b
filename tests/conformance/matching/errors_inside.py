"""Errors inside patterns and guards; the last one is not caught."""


class Grumpy:
    def __eq__(self, other: object) -> bool:
        raise ValueError("do not compare me")

    @property
    def mood(self) -> str:
        raise RuntimeError("no mood")


def check(x: object) -> str:
    match x:
        case Grumpy(mood="good"):
            return "good"
        case 1:
            return "one"
        case [int(a), int(b)] if a / b > 1:
            return "ratio"
        case [_, _]:
            return "pair"
        case _:
            return "else"


def attempt(x: object) -> None:
    try:
        print(check(x))
    except Exception as error:
        print(type(error).__name__, error)


attempt(1)
attempt([4, 2])
attempt([4, 0])
attempt([2, 4])
attempt(Grumpy())
attempt(["a", "b"])


def compare(x: Grumpy | int) -> str:
    match x:
        case 5:
            return "five"
        case _:
            return "other"


print(compare(5))
print(
    compare(
        Grumpy(),
    )
)
