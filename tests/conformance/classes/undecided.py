"""NotImplemented from methods of operators that are called by name: stored, tested, passed on."""


class Version:
    def __init__(self, *parts: int) -> None:
        self.parts = parts

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other: "Version") -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __add__(self, other: object) -> "Version":
        if isinstance(other, int):
            return Version(*self.parts, other)
        return NotImplemented

    def __repr__(self) -> str:
        return ".".join(map(str, self.parts))


class Named(Version):
    def __init__(self, name: str, *parts: int) -> None:
        super().__init__(*parts)
        self.name = name

    def __eq__(self, other: object) -> bool:
        same = super().__eq__(other)
        if same is NotImplemented:
            print("  declined")
            return same
        if isinstance(other, Named):
            return same and self.name == other.name
        return same

    def __lt__(self, other: Version) -> bool:
        before: bool = super().__lt__(other)
        return before

    def __add__(self, other: object) -> "Version":
        made = super().__add__(other)
        if made is NotImplemented:
            return NotImplemented
        return Named(self.name, *made.parts)


class Always:
    def __eq__(self, other: object) -> bool:
        return True


def main() -> None:
    a, b = Version(1, 2), Version(1, 2)
    print(a.__eq__(b), a.__eq__(3), a.__lt__(Version(2)), a.__add__("x"), a.__add__(3))
    answer = a.__eq__("text")
    print(answer, answer is NotImplemented, answer is True)
    answer = a.__eq__(b)
    print(answer, answer is NotImplemented)
    n, m = Named("n", 1), Named("m", 1)
    print(n == m, n == Named("n", 1), n == Version(1), n == 5, n != 5, n == Always())
    print(n < Named("z", 2), n < Version(0), n + 4, type(n + 4).__name__)
    for work in (lambda: n + "x", lambda: a + 1.5):  # type: ignore[operator]
        try:
            print(work())
        except TypeError as error:
            print(error)
    if a.__eq__(b):
        print("equal")
    print([x.__eq__(a) for x in (a, b, n)], sorted([Version(3), Version(1), Named("k", 2)]))


main()
