"""A type that stands in itself, in functions without annotations."""

from typing import Union
Json = Union[dict[str, "Json"], list["Json"], str, int, float, None]


def load(text: str) -> Json:
    return {"a": [1, 2.5, text]}


def walk(data: Json) -> int:
    return len(data) if isinstance(data, (dict, list)) else 1


def main():
    seen = [load("x")]
    total = [0]
    seen.append(load("y"))
    total[0] += walk(seen[0])
    print(sum(map(walk, seen)), total, seen)


main()
