import traceback


class Bad:
    def __bool__(self) -> bool:
        raise ValueError("no truth")


def first(x: Bad) -> None:
    if x:
        print("yes")


def second(x: Bad) -> None:
    print(not x)


def third(x: Bad, y: int) -> None:
    while x:
        print(y)


def fourth(x: Bad, y: int) -> None:
    print(x and y)


def fifth(x: Bad, y: int) -> None:
    print(1 if x else 2)


def sixth(x: Bad, y: int) -> None:
    print([y for _ in range(2) if x])


def seventh(x: Bad, y: int) -> None:
    if y and not x or y:
        print("no")


def eighth(x: Bad, y: int) -> None:
    assert x, "text"


def ninth(x: Bad, y: int) -> None:
    if not x:
        print("no")


def main() -> None:
    for f in (third, fourth, fifth, sixth, seventh, eighth, ninth):
        try:
            f(Bad(), 1)
        except ValueError:
            traceback.print_exc()
    for g in (first, second):
        try:
            g(Bad())
        except ValueError:
            traceback.print_exc()


main()
