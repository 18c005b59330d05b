"""The text of an exception as CPython 3.11 writes it: frames, carets, causes, contexts, notes, groups."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import i64, load64, object_at, u64, unchecked_cast
from mirage.runtime.text_repr import has_notes

_CAUSE: Final = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT: Final = "\nDuring handling of the above exception, another exception occurred:\n\n"
_SHOWN_REPEATS: Final = 3  # equal frames in a row that are written out
_SHOWN_EXCEPTIONS: Final = 15  # of one group
_SHOWN_DEPTH: Final = 10  # of groups in groups


def _text_at(address: u64) -> str:
    return unchecked_cast(str, object_at(load64(address)))


def _repeated(times: int) -> str:
    return "  [Previous line repeated " + str(times) + " more time" + ("s" if times > 1 else "") + "]\n"


def format_frame(file: str, line: int, function: str, text: str, carets: str) -> str:
    """One frame; `text` and `carets` may be empty."""
    result = '  File "' + file + '", line ' + str(line) + ", in " + function + "\n"
    if text != "":
        result += "    " + text + "\n"
        if carets != "":
            result += "    " + carets + "\n"
    return result


def _write_frames(exc: BaseException, parts: list[str]) -> None:
    """The frames, outermost first; runs of equal ones shortened."""
    sites = exc._traceback
    if sites is None:
        return
    index = exc._traceback_count - 1
    last = u64(0)
    repeats = 0
    while index >= 0:
        site = sites[index]
        if not _same_place(site, last):
            if repeats > _SHOWN_REPEATS:
                parts.append(_repeated(repeats - _SHOWN_REPEATS))
            last = site
            repeats = 0
        repeats += 1
        if repeats <= _SHOWN_REPEATS:
            line = int(i64(load64(site + 8)))
            function = _text_at(site + 16)
            text = _text_at(site + 24)
            parts.append(format_frame(_text_at(site), line, function, text, _text_at(site + 32)))
        index = index - 1
    if repeats > _SHOWN_REPEATS:
        parts.append(_repeated(repeats - _SHOWN_REPEATS))


def _same_place(site: u64, other: u64) -> bool:
    """Equal file, line and function (the carets may differ)."""
    if site == other:
        return True
    if other == 0 or load64(site + 8) != load64(other + 8):
        return False
    return _text_at(site) == _text_at(other) and _text_at(site + 16) == _text_at(other + 16)


def _type_name(exc: BaseException) -> str:
    """The name with its module, unless that is `__main__` or `builtins`."""
    return type(exc)._repr.removeprefix("__main__.")


def format_exception_only(exc: BaseException) -> str:
    """The last line, `Type: message`, and the notes below it."""
    try:
        message = str(exc)
    except BaseException:
        message = "<exception str() failed>"
    result = _type_name(exc)
    if message != "":
        result += ": " + message
    result += "\n"
    if has_notes(exc):
        for note in exc.__notes__:
            result += note + "\n"
    return result


def _was_seen(exc: BaseException, seen: list[BaseException]) -> bool:
    index = 0
    while index < len(seen):
        if seen[index] is exc:
            return True
        index += 1
    return False


def _chained(exc: BaseException, seen: list[BaseException], depth: int) -> list[str]:
    """Causes and contexts of the exception, outermost last, then the exception itself."""
    chain: list[BaseException] = [exc]
    links: list[str] = [""]
    seen.append(exc)
    while True:
        newest = chain[-1]
        before = newest.__cause__
        link = _CAUSE
        if before is None and not newest.__suppress_context__:
            before = newest.__context__
            link = _CONTEXT
        if before is None or _was_seen(before, seen):
            break
        seen.append(before)
        chain.append(before)
        links.append(link)
    parts: list[str] = []
    index = len(chain) - 1
    while index >= 0:
        _write_one(chain[index], parts, seen, depth)
        parts.append(links[index])
        index -= 1
    return parts


def _write_one(exc: BaseException, parts: list[str], seen: list[BaseException], depth: int) -> None:
    if isinstance(exc, BaseExceptionGroup):
        _write_group(exc, parts, seen, depth)
        return
    if exc._traceback is not None:
        parts.append("Traceback (most recent call last):\n")
        _write_frames(exc, parts)
    parts.append(format_exception_only(exc))


def _indented(text: str, margin: str) -> str:
    """Every line of the text behind the margin."""
    result = ""
    for line in text.splitlines(True):
        result += margin + line
    return result


def _write_group(
    exc: BaseExceptionGroup[BaseException], parts: list[str], seen: list[BaseException], depth: int
) -> None:
    """A group and its members as the tree that CPython draws; the caller has indented it for `depth`."""
    margin = "  | " if depth == 0 else "| "
    frames: list[str] = []
    if exc._traceback is not None:
        parts.append("  + Exception Group Traceback (most recent call last):\n" if depth == 0 else
                     "| Exception Group Traceback (most recent call last):\n")
        _write_frames(exc, frames)
        parts.append(_indented("".join(frames), margin))
    parts.append(_indented(format_exception_only(exc), margin))
    rule = "  +-" if depth == 0 else "+-"
    edge = "    " if depth == 0 else "  "
    if depth + 1 > _SHOWN_DEPTH:
        parts.append(rule + "... (max_group_depth is " + str(_SHOWN_DEPTH) + ")\n")
        return
    members = exc.exceptions
    shown = min(len(members), _SHOWN_EXCEPTIONS)
    index = 0
    while index < shown:
        start = rule if index == 0 else edge
        parts.append(start + "+---------------- " + str(index + 1) + " ----------------\n")
        member = members[index]
        text = "".join(_chained(member, seen, depth + 1))
        drawn = "" if not isinstance(member, BaseExceptionGroup) else text
        parts.append(_indented(drawn, edge) if drawn != "" else _indented(text, edge + "| "))
        index += 1
    if shown < len(members):
        parts.append(edge + "+---------------- ... ----------------\n")
        rest = len(members) - shown
        parts.append(edge + "| and " + str(rest) + " more exception" + ("s" if rest > 1 else "") + "\n")
    parts.append(edge + "+------------------------------------\n")


def format_exception(exc: BaseException) -> str:
    """The whole text, ending with a newline."""
    return "".join(_chained(exc, [], 0))
