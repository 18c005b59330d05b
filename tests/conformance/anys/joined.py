"""What is joined may be anything."""

from __future__ import annotations
import json
from typing import Any, Iterator


def letters() -> Iterator[str]:
    yield from "abc"


def join(sep: Any, values: Any) -> Any:
    return sep.join(values)


def join_text(values: Any) -> str:
    return "-".join(values)


def main() -> None:
    for values in (
        [1, "x"],
        ["x", 1],
        ["a", "b"],
        ("t", "u"),
        {"k": 1},
        letters(),
        5,
        None,
        "xyz",
        [],
        [None],
        ["only"],
        [["n"]],
        {3},
    ):
        for sep in (",", b","):
            try:
                print(repr(join(sep, values)))
            except TypeError as e:
                print(e if isinstance(sep, str) else type(e))
        try:
            print(repr(join_text(values)))
        except TypeError as e:
            print(e)
    lying: list[str] = json.loads('["a", 5, "c"]')
    try:
        print(",".join(lying))
    except TypeError:
        print("TypeError")


main()
