"""Wildcards: a matcher by recursion, one by tables, translation to patterns; brace expansion and ignore files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

PATHS = ["src/main.py", "src/util/io.py", "src/util/io.pyc", "docs/index.md", "docs/img/a.png", "README.md", ".git/config", "build/out.o", "a/b/c/d.txt", "file[1].txt", "src/é.py"]


@cache
def match(pattern: str, text: str) -> bool:
    if not pattern:
        return not text
    head, rest = pattern[0], pattern[1:]
    if head == "*":
        return match(rest, text) or bool(text) and text[0] != "/" and match(pattern, text[1:])
    if head == "?":
        return bool(text) and text[0] != "/" and match(rest, text[1:])
    if head == "[" and "]" in rest[1:]:
        end = rest.index("]", 1)
        body, negate = rest[:end], rest[0] in "!^"
        return bool(text) and inside(body[negate:], text[0]) != negate and match(rest[end + 1 :], text[1:])
    return text[:1] == head and match(rest, text[1:])


def inside(body: str, char: str) -> bool:
    at = 0
    while at < len(body):
        if body[at + 1 : at + 2] == "-" and at + 2 < len(body):
            if body[at] <= char <= body[at + 2]:
                return True
            at += 3
        else:
            if body[at] == char:
                return True
            at += 1
    return False


def translate(pattern: str) -> re.Pattern[str]:
    out: list[str] = []
    at = 0
    while at < len(pattern):
        if pattern.startswith("**/", at):
            out.append("(?:[^/]+/)*")
            at += 3
        elif pattern[at] == "*":
            out.append("[^/]*")
            at += 1
        elif pattern[at] == "?":
            out.append("[^/]")
            at += 1
        elif pattern[at] == "[" and (end := pattern.find("]", at + 2)) > 0:
            body = pattern[at + 1 : end].replace("\\", "\\\\")
            out.append(f"[{'^' + body[1:] if body[0] == '!' else body}]")
            at = end + 1
        else:
            out.append(re.escape(pattern[at]))
            at += 1
    return re.compile("".join(out))


def table_match(pattern: str, text: str) -> bool:
    """Only * and ?, over everything."""
    row = [True] + [False] * len(text)
    for char in pattern:
        before, row = row, [row[0] and char == "*"]
        for j, letter in enumerate(text):
            row.append(row[j] or before[j + 1] if char == "*" else before[j] and char in ("?", letter))
    return row[-1]


def expand(pattern: str) -> Iterator[str]:
    depth, start = 0, -1
    for at, char in enumerate(pattern):
        if char == "{":
            if depth == 0:
                start = at
                commas = [at]
            depth += 1
        elif char == "," and depth == 1:
            commas.append(at)
        elif char == "}" and depth:
            depth -= 1
            if depth == 0:
                if len(commas) == 1:
                    body = pattern[start + 1 : at]
                    low, dots, high = body.partition("..")
                    if dots and low.lstrip("-").isdigit() and high.lstrip("-").isdigit():
                        step = 1 if int(low) <= int(high) else -1
                        choices = [str(n) for n in range(int(low), int(high) + step, step)]
                    else:
                        continue
                else:
                    choices = [pattern[a + 1 : b] for a, b in zip(commas, [*commas[1:], at])]
                for choice in choices:
                    for rest in expand(pattern[at + 1 :]):
                        yield from (pattern[:start] + inner + rest for inner in expand(choice))
                return
    yield pattern


def ignored(paths: Iterable[str], rules: str) -> list[str]:
    compiled = []
    for line in rules.splitlines():
        line = line.split("#")[0].strip()
        if line:
            negate = line.startswith("!")
            body = line.lstrip("!")
            compiled.append((negate, translate(body if "/" in body else "**/" + body), body.endswith("/")))
    out = []
    for path in paths:
        state = False
        for negate, pattern, folder in compiled:
            hit = any(pattern.fullmatch(path[: at + 1]) for at, c in enumerate(path) if c == "/") if folder else pattern.fullmatch(path)
            if hit:
                state = not negate
        if state:
            out.append(path)
    return out


for pattern in ("*.md", "src/*.py", "src/*/*.py", "*/*/*", "?????e.[pm]?", "[!s]*/[a-c]*", "file?1?.txt", "*", "src/[é-ü].py"):
    a = [path for path in PATHS if match(pattern, path)]
    b = [path for path in PATHS if translate(pattern).fullmatch(path)]
    print(f"{pattern:<16}{a}{'' if a == b else f' but {b}'}")
print([path for path in PATHS if translate("**/*.py").fullmatch(path)], translate("a.b/*?").pattern, match.cache_info().misses > 100)
print([table_match(*pair) for pair in (("*a*b", "xaxxb"), ("a?c", "abc"), ("*", ""), ("?", ""), ("a*a", "a"))], table_match("*a" * 12, "a" * 30 + "b"))
for text in ("a{b,c}d", "{x,y{1,2}}.{txt,md}", "{1..4}", "v{3..1}{a,b}", "none", "{single}", "{a,}b", "{,}"):
    print(text, list(expand(text)))
print(ignored(PATHS, "*.pyc\nbuild/\n.git/   # folder\ndocs/**/*.png\n*.md\n!README.md\n"))
translate("[z-a]")
