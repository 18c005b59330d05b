"""Dependency resolution: semantic versions with pre-releases, ranges, backtracking, and explained conflicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import total_ordering

PATTERN = re.compile(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?")


@total_ordering
@dataclass(frozen=True)
class Version:
    major: int
    minor: int = 0
    patch: int = 0
    pre: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Version:
        found = PATTERN.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"not a version: {text!r}")
        major, minor, patch = (int(part or 0) for part in found.group(1, 2, 3))
        return cls(major, minor, patch, tuple(found[4].split(".")) if found[4] else ())

    def _key(self) -> tuple[int, int, int, bool, list[tuple[bool, int, str]]]:
        parts = [(False, int(p), "") if p.isdigit() else (True, 0, p) for p in self.pre]
        return self.major, self.minor, self.patch, not self.pre, parts

    def __lt__(self, other: Version) -> bool:
        return self._key() < other._key()

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}" + (f"-{'.'.join(self.pre)}" if self.pre else "")


Test = Callable[[Version], bool]


@dataclass(frozen=True)
class Range:
    text: str

    def tests(self) -> Iterator[Test]:
        for part in self.text.split():
            sign, number = re.fullmatch(r"([<>=^~]*)(.*)", part).groups()  # type: ignore[union-attr]
            if number in ("*", ""):
                continue
            v = Version.parse(number)
            match sign:
                case "^":
                    top = Version(v.major + 1) if v.major else Version(0, v.minor + 1)
                    yield lambda x, v=v, top=top: v <= x < top  # type: ignore[misc]
                case "~":
                    yield lambda x, v=v: v <= x < Version(v.major, v.minor + 1)  # type: ignore[misc]
                case ">=" | "<=" | "<" | ">" | "=" | "":
                    compare: dict[str, Callable[[Version, Version], bool]] = {
                        ">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b, "<": lambda a, b: a < b,
                        ">": lambda a, b: a > b, "=": lambda a, b: a == b, "": lambda a, b: a == b,
                    }  # fmt: skip
                    yield lambda x, v=v, c=compare[sign]: c(x, v)  # type: ignore[misc]
                case _:
                    raise ValueError(f"bad comparison {sign!r} in {self.text!r}")

    def __contains__(self, version: Version) -> bool:
        if version.pre and "-" not in self.text:
            return False
        return all(test(version) for test in self.tests())


@dataclass(frozen=True)
class Need:
    name: str
    range: Range
    by: str

    def __str__(self) -> str:
        return f"{self.by} needs {self.name} {self.range.text}"


class Unsolvable(Exception):
    def __init__(self, needs: list[Need]) -> None:
        super().__init__("; ".join(map(str, needs)))


Index = Mapping[str, Mapping[str, Mapping[str, str]]]


class Solver:
    def __init__(self, index: Index) -> None:
        self.index = {
            name: {Version.parse(v): dict(needs) for v, needs in versions.items()}
            for name, versions in index.items()
        }
        self.tries = 0
        self.best: tuple[int, list[Need]] = (-1, [])

    def needs(self, name: str, version: Version) -> list[Need]:
        return [Need(n, Range(r), f"{name} {version}") for n, r in self.index[name][version].items()]

    def solve(self, root: Mapping[str, str]) -> dict[str, Version]:
        first = [Need(name, Range(text), "you") for name, text in root.items()]
        for solution in self.search(first, {}):
            return solution
        raise Unsolvable(self.best[1])

    def search(self, needs: list[Need], chosen: dict[str, Version]) -> Iterator[dict[str, Version]]:
        names = dict.fromkeys(n.name for n in needs)
        for need in needs:
            if need.name in chosen and chosen[need.name] not in need.range:
                self.blame(len(chosen), [n for n in needs if n.name == need.name])
                return
        name = next((n for n in names if n not in chosen), None)
        if name is None:
            yield dict(chosen)
            return
        wanted = [n for n in needs if n.name == name]
        fitting = [
            v for v in sorted(self.index.get(name, {}), reverse=True) if all(v in n.range for n in wanted)
        ]
        if not fitting:
            self.blame(len(chosen), wanted)
        for version in fitting:
            self.tries += 1
            yield from self.search(needs + self.needs(name, version), {**chosen, name: version})

    def blame(self, depth: int, needs: list[Need]) -> None:
        if depth > self.best[0]:
            self.best = depth, needs


INDEX: dict[str, dict[str, dict[str, str]]] = {
    "web": {"1.0": {"http": "^1.0"}, "2.0": {"http": "^2.0", "json": ">=2"}, "2.1.0-rc.1": {"http": "^3"}},
    "http": {"1.4.2": {"tls": "~1.1"}, "2.0": {"tls": "^1.2"}, "2.3": {"tls": "^2"}},
    "json": {"1.9": {}, "2.0": {}, "2.0.1": {"core": "<2"}},
    "tls": {"1.1.0": {}, "1.1.9": {}, "1.2": {"core": "^1"}, "2.0": {"core": "^2"}},
    "core": {"1.0": {}, "1.5": {}, "2.0": {}},
    "odd": {"0.3": {"tls": "^1.2"}, "0.4": {"tls": "^1.2", "core": "^2"}},
}
for root in [
    {"web": "*"}, {"web": "^1"}, {"web": "^2", "core": "^1"}, {"web": "^2", "json": "<2"}, {"odd": "^0.4"},
    {"odd": "^0.3", "http": "*"}, {"nothing": "*"}, {"web": ">=2.1.0-a"}, {}, {"json": ">=1.9 <2.0.1"},
    {"core": "=1.0", "tls": "*"}, {"core": "=>1"},
]:  # fmt: skip
    solver = Solver(INDEX)
    try:
        print(root, "->", {n: str(v) for n, v in solver.solve(root).items()}, solver.tries)
    except Unsolvable as error:
        print(root, "-> no:", error, solver.tries)
    except ValueError as error:
        print(root, "-> error:", error)
texts = [
    "1.0.0",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-beta.11",
    "1.0.0-beta.2",
    "1.0.0-rc.1",
    "0.9",
    "1.0.0-alpha.beta",
]
print(*sorted(map(Version.parse, texts)))
print(
    max(map(Version.parse, ["2", "10.1", "9.9.9"])),
    Version(1) == Version.parse("1.0"),
    Version(1) >= Version(1, pre=("rc",)),
)
Version.parse("1.x")
