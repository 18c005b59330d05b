"""Alternatives of which one asks for a class and the other for a value that things of other classes are equal to."""


class Same:
    def __eq__(self, other: object) -> bool:
        return other == 1 or other == "a"

    def __hash__(self) -> int:
        return 0

    def __str__(self) -> str:
        return "same"


def kind(value: object) -> str:
    match value:
        case "":
            return "empty"
        case [] | int() | 1 if len(str(value)) > 2:
            return f"long {value}"
        case (str() | 1 | 2) as found if found != 2:
            return f"text or one: {found!r}"[:20]
        case str() | "a":
            return "text"
        case float() | 0:
            return f"number {value}" + str(value)[:1]
        case _:
            return "none"


def main() -> None:
    for value in (0, 1, True, 1.0, 2.0, 1.5, -100, 12345, None, "a", "", b"a", [], [1], False, 0.0, 2**70, 1 + 0j):
        print(repr(value), kind(value))
    print(kind(Same()))


main()
