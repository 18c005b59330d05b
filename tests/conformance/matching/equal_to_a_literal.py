"""What is equal to a literal need not have the literal's type: 1.0, True and objects with an `__eq__`."""

from __future__ import annotations


class Chameleon:
    """Equal to everything of one type."""

    def __init__(self, like: type) -> None:
        self.like = like

    def __eq__(self, other: object) -> bool:
        return isinstance(other, self.like)

    def __repr__(self) -> str:
        return f"Chameleon({self.like.__name__})"


def in_match(value: object) -> str:
    match value:
        case 1 if len(repr(value)) > 1:
            return f"one and long {value!r}"
        case 1:
            return f"one {value}"
        case (2 | None) if repr(value) != "2":
            return f"two or none {value!r} {type(value).__name__}"
        case "a" | b"c":
            return f"text {value!r}"
        case _:
            return f"other {value!r}"


def in_if(value: object) -> str:
    if value == 1 and str(value) != "":
        return f"{value} is one, a {type(value).__name__}"
    if value in (2, 3):
        return f"{value} is two or three"
    return "neither"


def of_union(value: int | float | str) -> str:
    match value:
        case 1:
            return f"{value} {value + 1}"
        case 2 | 3:
            doubled = value * 2
            return f"{value!r} {doubled!r}"
        case "x":
            return value.upper()
        case _:
            return "no"


VALUES: list[object] = [
    1, 1.0, True, 2, 2.0, 3.0, None, "a", b"c", "", Chameleon(int), Chameleon(str), Chameleon(bytes), 0, -1.0,
]  # fmt: skip

for value in VALUES:
    print(in_match(value), "/", in_if(value))
for number in (1, 1.0, True, 2, 2.0, 3.0, "x", "y", 4.5):
    print(of_union(number))
