"""The old names of the classes of `re` in `typing`."""

import re
from typing import Any, Match, Optional, Pattern

WORD: Pattern[str] = re.compile(r"\w+")


def first(text: str) -> Optional[Match[str]]:
    return WORD.search(text)


class Scanner:
    def __init__(self, rules: dict[str, Pattern[str]]) -> None:
        self.rules = rules

    def scan(self, text: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        at = 0
        while at < len(text):
            for kind, rule in self.rules.items():
                m: Match[str] | None = rule.match(text, at)
                if m is not None:
                    found.append((kind, m.group()))
                    at = m.end()
                    break
            else:
                at += 1
        return found


def shout(m: Match[str]) -> str:
    return m.group(0).upper()


match = first("  hello")
print(match.group() if match else None, first("--") is None)
print(isinstance(match, Match), isinstance(WORD, Pattern), isinstance("x", Pattern))
print(Scanner({"number": re.compile(r"\d+"), "name": re.compile(r"[a-z]+")}).scan("abc 12, d3"))
print(re.sub(r"b+", shout, "abbc"))
anything: Any = match
print(anything.span(), type(match) is re.Match)
