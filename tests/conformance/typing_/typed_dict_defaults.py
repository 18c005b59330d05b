"""What mypy knows of TypedDict and of powers by itself goes on being known."""

from typing import TypedDict


class Row(TypedDict, total=False):
    name: str
    n: int


def main() -> None:
    r: Row = {"name": "x"}
    a = r.get("n", 3) + 1
    b = r.get("name")
    print(a, b, r.setdefault("n", 4), r.pop("n"), 2**-1, 2**3, pow(2, -2))


main()
