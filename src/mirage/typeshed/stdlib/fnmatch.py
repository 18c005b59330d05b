"""Names of files against patterns of the shell: `*`, `?`, `[set]` and `[!set]`."""

import re
from collections.abc import Iterable
from typing import AnyStr, Final

from _typeshed import PathLike

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]

_SPECIAL_IN_SETS: Final = "&~|"


def fnmatch(name: AnyStr | PathLike[AnyStr], pat: AnyStr | PathLike[AnyStr]) -> bool:
    """Whether the whole name matches; the same as `fnmatchcase`, as on every system but Windows."""
    path, pattern = _path(name), _path(pat)
    return fnmatchcase(path, pattern)


def fnmatchcase(name: AnyStr, pat: AnyStr) -> bool:
    if isinstance(name, str) and isinstance(pat, str):
        return re.match(translate(pat), name) is not None
    if isinstance(name, bytes) and isinstance(pat, bytes):
        return re.match(_translated(pat), name) is not None
    if isinstance(pat, str):
        raise TypeError("cannot use a string pattern on a bytes-like object")
    raise TypeError("cannot use a bytes pattern on a string-like object")


def filter(names: Iterable[AnyStr | PathLike[AnyStr]], pat: AnyStr | PathLike[AnyStr]) -> list[AnyStr]:
    """The names that match, in order."""
    pattern = _path(pat)
    found: list[AnyStr] = []
    for name in names:
        if fnmatchcase(_path(name), pattern):
            found.append(name)  # type: ignore[arg-type]
    return found


def _path(name: AnyStr | PathLike[AnyStr]) -> AnyStr:
    if isinstance(name, str | bytes):
        return name
    return name.__fspath__()


def _translated(pat: bytes) -> bytes:
    return translate(pat.decode("iso-8859-1")).encode("iso-8859-1")


def translate(pat: str) -> str:
    """The regular expression for a pattern.

    Between two stars the shortest text that fits is the right one, and no other is tried.
    """
    runs: list[str] = [""]  # what stands before, between and after the stars
    at = 0
    starred = False  # just now
    while at < len(pat):
        letter = pat[at]
        at += 1
        if letter == "*":
            if not starred:
                runs.append("")
            starred = True
            continue
        starred = False
        if letter == "?":
            runs[-1] += "."
        elif letter == "[":
            end = _end_of_set(pat, at)
            if end < 0:
                runs[-1] += "\\["
            else:
                runs[-1] += _set(pat[at:end])
                at = end + 1
        else:
            runs[-1] += re.escape(letter)
    result = runs[0]
    for number in range(1, len(runs)):
        last = number == len(runs) - 1
        result += ".*" + runs[number] if last else f"(?>.*?{runs[number]})"
    return f"(?s:{result})\\Z"


def _end_of_set(pat: str, start: int) -> int:
    """Where the bracket is that closes the set, or -1; one at the very beginning is a member."""
    first = start + 1 if pat[start : start + 1] == "!" else start
    if pat[first : first + 1] == "]":
        first += 1
    return pat.find("]", first)


def _set(members: str) -> str:
    """A set as a regular expression has it."""
    if "-" in members:
        text = "-".join(part.replace("\\", "\\\\").replace("-", "\\-") for part in _ranges(members))
    else:
        text = members.replace("\\", "\\\\")
    for special in _SPECIAL_IN_SETS:
        text = text.replace(special, "\\" + special)
    if text == "":
        return "(?!)"  # nothing is in an empty range
    if text == "!":
        return "."
    if text[0] == "!":
        text = "^" + text[1:]
    elif text[0] in "^[":
        text = "\\" + text
    return f"[{text}]"


def _ranges(members: str) -> list[str]:
    """The parts between the hyphens that make ranges; ranges that hold nothing are left out."""
    parts: list[str] = []
    start = 0
    hyphen = members.find("-", 2 if members[0] == "!" else 1)
    while hyphen >= 0:
        parts.append(members[start:hyphen])
        start = hyphen + 1
        hyphen = members.find("-", hyphen + 3)
    if start < len(members):
        parts.append(members[start:])
    else:
        parts[-1] += "-"
    for number in range(len(parts) - 1, 0, -1):
        before, after = parts[number - 1], parts[number]
        if before[-1] > after[0]:
            parts[number - 1] = before[:-1] + after[1:]
            del parts[number]
    return parts
