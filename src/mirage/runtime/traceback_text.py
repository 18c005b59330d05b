"""The text of an exception as CPython 3.11 writes it: frames, carets, causes, contexts, notes, groups."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import Array, i64, load32, object_at, u64, unchecked_cast
from mirage.runtime.text import repeat_few
from mirage.runtime.text_repr import has_notes

_CAUSE: Final = "The above exception was the direct cause of the following exception:\n"
_CONTEXT: Final = "During handling of the above exception, another exception occurred:\n"
_SHOWN_REPEATS: Final = 3  # equal frames in a row that are written out
SHOWN_EXCEPTIONS: Final = 15  # of one group
SHOWN_DEPTH: Final = 10  # of groups in groups


FUNCTION: Final = 4
TEXT: Final = 8
LINE: Final = 12
_CARETS: Final = 16


def text_at(address: u64) -> str:
    """A text of a site: its file, `FUNCTION` or source `TEXT` (docs/design/abi.md)."""
    return unchecked_cast(str, object_at(u64(load32(address))))


def line_at(site: u64) -> int:
    return int(load32(site + LINE))


def carets_at(site: u64) -> str:
    """The line of carets under the source text."""
    result = ""
    index = u64(0)
    while index < 4:
        mark = " " if index == 0 else "^" if index == 2 else "~"
        result += repeat_few(mark, i64(load32(site + _CARETS + index * 4)))
        index = index + 1
    return result


def repeated(times: int) -> str:
    return "  [Previous line repeated " + str(times) + " more time" + ("s" if times > 1 else "") + "]\n"


def format_frame(file: str, line: int, function: str, text: str, carets: str, margin: str = "") -> str:
    """One frame, each line behind the margin; `text` and `carets` may be empty."""
    result = margin + '  File "' + file + '", line ' + str(line) + ", in " + function + "\n"
    if text != "":
        result += margin + "    " + text + "\n"
        if carets != "":
            result += margin + "    " + carets + "\n"
    return result


def write_frames(sites: Array[u64] | None, count: i64, end: i64, parts: list[str], margin: str) -> None:
    """The frames below `count` and from `end`, outermost (the highest) first; equal ones are not repeated."""
    if sites is None:
        return
    index = count - 1
    last = u64(0)
    repeats = 0
    while index >= end:
        site = sites[index]
        if not _same_place(site, last):
            if repeats > _SHOWN_REPEATS:
                parts.append(repeated(repeats - _SHOWN_REPEATS))
            last = site
            repeats = 0
        repeats += 1
        if repeats <= _SHOWN_REPEATS:
            file, function, text = text_at(site), text_at(site + FUNCTION), text_at(site + TEXT)
            parts.append(format_frame(file, line_at(site), function, text, carets_at(site), margin))
        index = index - 1
    if repeats > _SHOWN_REPEATS:
        parts.append(repeated(repeats - _SHOWN_REPEATS))


def _same_place(site: u64, other: u64) -> bool:
    """Equal file, line and function (the carets may differ)."""
    if site == other:
        return True
    if other == 0 or load32(site + LINE) != load32(other + LINE):
        return False
    return text_at(site) == text_at(other) and text_at(site + FUNCTION) == text_at(other + FUNCTION)


def _type_name(exc: BaseException) -> str:
    """The name with its module, unless that is `__main__` or `builtins`."""
    return type(exc)._repr.removeprefix("__main__.")


def exception_lines(exc: BaseException, margin: str = "") -> list[str]:
    """The last line, `Type: message`, and the notes below it; the margin stands before each of them."""
    lines: list[str] = []
    try:
        message = str(exc)
    except BaseException:
        message = "<exception str() failed>"
    if isinstance(exc, SyntaxError):
        message = _place_of_syntax(exc, lines, margin)
    result = margin + _type_name(exc)
    if message != "":
        result += ": " + message
    lines.append(result + "\n")
    if has_notes(exc):
        for note in exc.__notes__:
            text = ""
            for line in note.splitlines(True):
                if text != "":
                    lines.append(text)
                text = margin + line
            lines.append(text + "\n")
    return lines


def _place_of_syntax(exc: SyntaxError, lines: list[str], margin: str) -> str:
    """Where the fault of a text is, as lines; returns the message that follows them."""
    message = exc.msg if exc.msg != "" else "<no detail available>"
    filename, number = exc.filename, exc.lineno
    if number is not None:
        shown = "<string>" if filename is None or filename == "" else filename
        lines.append(margin + '  File "' + shown + '", line ' + str(number) + "\n")
    elif filename is not None:
        message += " (" + filename + ")"
    text, offset = exc.text, exc.offset
    if text is not None:
        whole = text.rstrip("\n")
        stripped = whole.lstrip(" \n\f")
        spaces = len(whole) - len(stripped)
        lines.append(margin + "    " + stripped + "\n")
        if offset is not None:
            given = exc.end_offset
            end = offset if given is None or given == 0 else given
            if offset == end or end == -1:
                end = offset + 1
            column = offset - 1 - spaces
            if column >= 0:
                before = ""
                for character in stripped[:column]:
                    before += character if character.isspace() else " "
                width = end - 1 - spaces - column
                lines.append(margin + "    " + before + ("^" * width if width > 0 else "") + "\n")
    return message


def format_exception_only(exc: BaseException, margin: str = "") -> str:
    """The same as one text."""
    return "".join(exception_lines(exc, margin))


class Printer:
    """What CPython's print_exception_recursive keeps while it draws groups (Python/pythonrun.c)."""

    parts: list[str]
    seen: list[BaseException]
    depth: int
    most_members: int
    most_groups: int
    need_close: bool  # the last line of the innermost group is still to be drawn

    def __init__(self) -> None:
        self.parts = []
        self.seen = []
        self.depth = 0
        self.need_close = False
        self.most_members = SHOWN_EXCEPTIONS
        self.most_groups = SHOWN_DEPTH

    def margin(self) -> str:
        return "" if self.depth == 0 else self.indent() + "| "

    def indent(self) -> str:
        return repeat_few("  ", i64(self.depth))

    def was_seen(self, exc: BaseException) -> bool:
        index = 0
        while index < len(self.seen):
            if self.seen[index] is exc:
                return True
            index += 1
        return False

    def chained(self, exc: BaseException) -> None:
        """Causes and contexts of the exception, the oldest first, then the exception itself."""
        chain: list[BaseException] = [exc]
        links: list[str] = [""]
        self.seen.append(exc)
        while True:
            newest = chain[-1]
            before = newest.__cause__
            link = _CAUSE
            if before is None and not newest.__suppress_context__:
                before = newest.__context__
                link = _CONTEXT
            if before is None or self.was_seen(before):
                break
            self.seen.append(before)
            chain.append(before)
            links.append(link)
        index = len(chain) - 1
        while index > 0:
            need_close = self.need_close
            self.one(chain[index])
            self.need_close = need_close
            margin = self.margin()
            self.parts.append(margin + "\n" + margin + links[index] + margin + "\n")
            index -= 1
        self.one(exc)

    def one(self, exc: BaseException) -> None:
        if isinstance(exc, BaseExceptionGroup):
            self.group(exc)
        else:
            self.plain(exc, "Traceback (most recent call last):\n")

    def plain(self, exc: BaseException, header: str) -> None:
        """The frames and the message, without causes, contexts and members."""
        margin = self.margin()
        if self.has_frames(exc):
            before = margin
            if self.depth == 1 and isinstance(exc, BaseExceptionGroup):
                before = self.indent() + "+ "
            self.parts.append(before + header)
            self.frames(exc, margin)
        self.parts.extend(exception_lines(exc, margin))

    def has_frames(self, exc: BaseException) -> bool:
        return exc._traceback is not None

    def frames(self, exc: BaseException, margin: str) -> None:
        write_frames(exc._traceback, exc._traceback_count, i64(0), self.parts, margin)

    def group(self, exc: BaseExceptionGroup[BaseException]) -> None:
        """A group and the tree of its members."""
        if self.depth > self.most_groups:
            self.parts.append(self.margin() + "... (max_group_depth is " + str(self.most_groups) + ")\n")
            return
        if self.depth == 0:
            self.depth = 1
        self.plain(exc, "Exception Group Traceback (most recent call last):\n")
        members = exc.exceptions
        count = len(members)
        shown = count if count <= self.most_members else self.most_members + 1
        self.need_close = False
        index = 0
        while index < shown:
            if index == shown - 1:
                self.need_close = True
            name = "..." if index >= self.most_members else str(index + 1)
            edge = "+-" if index == 0 else "  "
            rule = "+---------------- " + name + " ----------------\n"
            self.parts.append(self.indent() + edge + rule)
            self.depth += 1
            if index < self.most_members:
                self.chained(members[index])
            else:
                rest = count - self.most_members
                plural = "s" if rest > 1 else ""
                self.parts.append(self.margin() + "and " + str(rest) + " more exception" + plural + "\n")
            if index == shown - 1 and self.need_close:
                self.parts.append(self.indent() + "+------------------------------------\n")
                self.need_close = False
            self.depth -= 1
            index += 1
        if self.depth == 1:
            self.depth = 0


def format_exception(exc: BaseException) -> str:
    """The whole text, ending with a newline."""
    printer = Printer()
    printer.chained(exc)
    return "".join(printer.parts)
