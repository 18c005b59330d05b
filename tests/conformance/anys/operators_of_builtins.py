"""A built-in on the left, something of unknown class on the right: its class may know the operator."""

from typing import Any


class Tag:
    def __init__(self, text: str) -> None:
        self.text = text

    def __radd__(self, other: object) -> str:
        return f"{other}<{self.text}>"

    def __rmul__(self, other: object) -> str:
        return f"{other}*{self.text}"

    def __rmod__(self, other: object) -> str:
        return f"{other}%{self.text}"

    def __rdivmod__(self, other: object) -> tuple[str, str]:
        return str(other), self.text

    def __rand__(self, other: object) -> list[str]:
        return [str(other), self.text]


def attempts(x: Any) -> None:
    for work in (
        lambda: "a" + x,
        lambda: [1] + x,
        lambda: (1,) + x,
        lambda: b"b" + x,
        lambda: "ab" * x,
        lambda: {1, 2} & x,
        lambda: {1, 2} | x,
        lambda: divmod(7, x),
        lambda: divmod(x, 2),
        lambda: {"k": 1} | x,
        lambda: 5 + x,
        lambda: 2.5 * x,
    ):
        try:
            result = work()
            print("  ", type(result).__name__, sorted(result) if isinstance(result, set) else result)
        except TypeError as error:
            print("  ", error)


def main() -> None:
    values: list[Any] = [1, 2.5, "text", b"bytes", [2, 3], (4,), {2, 3}, {"j": 2}, None, Tag("t"), True]
    for x in values:
        print(type(x).__name__)
        attempts(x)
    text = "sum:"
    for x in values[2:3]:
        text += x
    print(text)


main()
