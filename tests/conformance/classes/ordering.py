"""Comparison methods and sorting by them."""

import functools


class Version:
    def __init__(self, text: str) -> None:
        self.parts = [int(p) for p in text.split(".")]

    def __lt__(self, other: "Version") -> bool:
        return self.parts < other.parts

    def __le__(self, other: "Version") -> bool:
        return self.parts <= other.parts

    def __gt__(self, other: "Version") -> bool:
        return self.parts > other.parts

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __repr__(self) -> str:
        return "v" + ".".join(str(p) for p in self.parts)


versions = [Version(t) for t in ("1.10", "1.2", "1.2.1", "0.9", "2.0")]
print(sorted(versions), max(versions), min(versions), sorted(versions, reverse=True))
print(Version("1.0") < Version("1.1"), Version("1.0") <= Version("1.0"), Version("1") > Version("0"), Version("1") == Version("1"))
print(Version("1") == 5, Version("1") != Version("2"))


def compare(a: str, b: str) -> int:
    return len(a) - len(b) or (a > b) - (a < b)


print(sorted(["bb", "a", "ccc", "aa"], key=functools.cmp_to_key(compare)))
