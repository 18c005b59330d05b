"""fnmatch: what matches, what the patterns become, names of bytes, odd sets."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable

NAMES = [
    "notes.txt",
    "a.py",
    "test_a.py",
    ".hidden",
    "b.PY",
    "data-01.csv",
    "data-12.csv",
    "x[1].py",
    "",
    "a\nb.py",
]
PATTERNS = [
    "*.py", "*", "?.py", "[ab].py", "[!ab]*", "data-[0-9][0-9].csv", "*.[pP][yY]", "x[[]1].py", "**", "*a*b*", "",
    "[a-]*", "[]x]*", "[!]x]*", "[x", "[!x", "a[]", "a[!]", "[z-a]*", "[!z-a]*", "[a-cx-z]*", "[--0]*", "[a&&b~|]*",
    "[\\d]*", "\\*", "a?*?b", "[^a]*", "[[a]*", "*.tar.*", "[a-a-z]", "[b-a-z]", "[!-]*", "[0-9-]*", "data*-*1*.csv",
]  # fmt: skip
for pattern in PATTERNS:
    found = fnmatch.filter(NAMES, pattern)
    print(f"{pattern!r:22} {fnmatch.translate(pattern)!r:44} {found}")
    assert found == [name for name in NAMES if fnmatch.fnmatch(name, pattern)]
    assert found == [name for name in NAMES if re.fullmatch(fnmatch.translate(pattern), name)]


class Ignore:
    """A list of patterns in the manner of .gitignore; the last one that matches decides."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.rules = [(not line.startswith("!"), line.lstrip("!")) for line in lines if line.strip()]

    def ignores(self, path: str) -> bool:
        ignored = False
        for verdict, pattern in self.rules:
            name = path if "/" in pattern else path.rpartition("/")[2]
            if fnmatch.fnmatchcase(name, pattern):
                ignored = verdict
        return ignored


ignore = Ignore(["*.pyc", "build/*", "!build/keep.txt", "[._]cache*", "", "docs/*/draft-?.md"])
for path in (
    "a.pyc",
    "build/x",
    "build/keep.txt",
    ".cache",
    "src/_cache2",
    "docs/en/draft-1.md",
    "docs/draft-1.md",
    "a.py",
):
    print(path, ignore.ignores(path))

print(fnmatch.filter([b"a.py", b"b.txt", b"\xff.py"], b"*.py"), fnmatch.fnmatch(b"x", b"[a-z]"))
print(fnmatch.fnmatchcase("A.PY", "*.py"), fnmatch.fnmatch("a" * 30 + "b", "*a*a*a*a*a*a*c"))
