"""Parts and separators of all short lengths joined, also wide ones and empty ones at either end."""

from __future__ import annotations

import json


def by_hand(separator: str, parts: list[str]) -> str:
    text = ""
    for i in range(len(parts)):
        if i:
            text = text + separator
        text = text + parts[i]
    return text


def main() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    total = 0
    for size in range(18):
        for separator in ("", ",", ", ", "-" * size, "=" * 8, "é" * 9, "č", "😀+"):
            for count in range(5):
                parts = [letters[i : i + max(0, size - i)] for i in range(count)]
                for changed in (parts, [*parts, ""], ["", *parts], ["", ""], [*parts, "ž"], [*parts, "1234567", "x" * 9]):
                    text = separator.join(changed)
                    assert text == by_hand(separator, changed), (separator, changed)
                    assert len(text) == sum(map(len, changed)) + len(separator) * max(0, len(changed) - 1)
                    total = (total * 31 + len(text) + text.count(separator or "a")) % 1000003
    print(total)
    fields = {"n": 1, "long name of a field": [1, 22, 333, -4444, 12345678, 123456789, "", "x", "12345678", "123456789"]}
    for separators in ((", ", ": "), (",", ":"), ("; " * 5, " -> "), ("", ""), ("č", "é")):
        print(json.dumps([fields, {}, [], [[]], {"": {}}], separators=separators))
    print(json.dumps(fields, indent=3), json.dumps([1.5, None, True], indent="\t"))
    print(", ".join(str(n) for n in range(12)), "|".join(f"{n:03}" for n in (1, 22, 333, 4444)), ".".join("abc"))


main()
