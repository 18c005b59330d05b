"""object() itself through Any: compared, hashed, matched, kept in containers, asked for its attributes."""

from typing import Any


class Token:
    pass


def compare(x: Any, y: Any) -> tuple[bool, bool]:
    return x == y, x != y


def kind(x: Any) -> str:
    match x:
        case 0:
            return "zero"
        case "text":
            return "text"
        case [1, *_]:
            return "list"
        case {"key": _}:
            return "mapping"
        case None:
            return "none"
    return "else"


def main() -> None:
    missing: Any = object()
    other: Any = object()
    values: list[Any] = [missing, other, 0, 0.0, "text", None, [1, 2], {"key": 3}, Token(), True, 2**70, b"x", 1j]
    for value in values:
        print(kind(value), compare(missing, value), compare(value, missing), missing in [value])
    print(values.index(other), values.count(missing), len({missing, other, missing}))
    table: dict[Any, int] = {missing: 1}
    table[other] = 2
    print(table[missing], table.get(other), table.get(0), hash(missing) == hash(missing))
    print(missing.__eq__(missing), missing.__class__ is object, type(missing) is object, isinstance(missing, int))
    print(str(missing).startswith("<object object at 0x"), repr(missing) == str(missing), bool(missing))
    try:
        print(missing < 0)
    except TypeError as error:
        print(error)
    try:
        print(missing + 1)
    except TypeError as error:
        print(error)
    try:
        print(missing.size)
    except AttributeError as error:
        print(error)


main()
