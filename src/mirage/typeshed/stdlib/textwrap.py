"""Paragraphs of a given width."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE: Final = "\t\n\x0b\x0c\r "


def _is_word(character: str) -> bool:
    """A word character of the splitting rule: no white space, hyphens break it."""
    return character not in _WHITESPACE


def _is_letter(character: str) -> bool:
    """A word character that is no digit."""
    return (character.isalnum() or character == "_") and not character.isdecimal()


def _is_word_or_mark(character: str) -> bool:
    """A word character or one of the marks that may stand before a dash."""
    return character.isalnum() or character == "_" or character in "!\"'&.,?"


def _breaks_after(word: str, index: int) -> bool:
    """The hyphen at `index` ends a piece: two letters (or a letter, a hyphen, a sign) before, one after."""
    if index < 2 or index + 2 >= len(word) or not _is_letter(word[index + 1]):
        return False
    before = word[index - 1]
    second = word[index - 2]
    if not (_is_letter(before) and _is_letter(second)):
        if not (index >= 3 and _is_word_or_mark(before) and second == "-" and _is_letter(word[index - 3])):
            return False
    following = word[index + 2]
    return _is_letter(following) or (
        following == "-" and index + 3 < len(word) and _is_letter(word[index + 3])
    )


def _dash_end(word: str, index: int) -> int:
    """Where the dash of two or more hyphens that begins at `index` ends; -1 when there is none."""
    if index == 0 or not _is_word_or_mark(word[index - 1]):
        return -1
    end = index
    while end < len(word) and word[end] == "-":
        end += 1
    if end - index < 2 or end >= len(word) or not (word[end].isalnum() or word[end] == "_"):
        return -1
    return end


def _split_hyphens(word: str) -> list[str]:
    """`use-the-option` as "use-", "the-", "option"; `a--b` as "a", "--", "b"."""
    parts: list[str] = []
    start = 0
    index = 0
    while index < len(word):
        if word[index] == "-":
            end = _dash_end(word, index)
            if end >= 0:
                if start < index:
                    parts.append(word[start:index])
                parts.append(word[index:end])
                start = end
                index = end
                continue
            if index > start and _breaks_after(word, index):
                parts.append(word[start : index + 1])
                start = index + 1
        index += 1
    if start < len(word):
        parts.append(word[start:])
    return parts


def _ends_sentence(chunk: str) -> bool:
    """A small letter, a full stop, and perhaps a quotation mark."""
    end = len(chunk)
    if end and chunk[end - 1] in "\"'":
        end -= 1
    return end > 1 and chunk[end - 1] in ".!?" and "a" <= chunk[end - 2] <= "z"


def _fix_sentence_endings(chunks: list[str]) -> None:
    """Two spaces behind sentences."""
    index = 0
    while index < len(chunks) - 1:
        if chunks[index + 1] == " " and _ends_sentence(chunks[index]):
            chunks[index + 1] = "  "
            index += 2
        else:
            index += 1


class TextWrapper:
    """Wraps text; see `wrap`."""

    width: int
    initial_indent: str
    subsequent_indent: str
    expand_tabs: bool
    replace_whitespace: bool
    fix_sentence_endings: bool
    drop_whitespace: bool
    break_long_words: bool
    break_on_hyphens: bool
    tabsize: int
    max_lines: int | None
    placeholder: str

    def __init__(
        self,
        width: int = 70,
        initial_indent: str = "",
        subsequent_indent: str = "",
        expand_tabs: bool = True,
        replace_whitespace: bool = True,
        fix_sentence_endings: bool = False,
        break_long_words: bool = True,
        drop_whitespace: bool = True,
        break_on_hyphens: bool = True,
        tabsize: int = 8,
        *,
        max_lines: int | None = None,
        placeholder: str = " [...]",
    ) -> None:
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge(self, text: str) -> str:
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for character in "\t\n\x0b\x0c\r":
                text = text.replace(character, " ")
        return text

    def _split(self, text: str) -> list[str]:
        """Words and runs of white space, in turn."""
        chunks: list[str] = []
        start = 0
        size = len(text)
        while start < size:
            end = start + 1
            word = _is_word(text[start])
            while end < size and _is_word(text[end]) == word:
                end += 1
            chunk = text[start:end]
            if word and self.break_on_hyphens:
                chunks.extend(_split_hyphens(chunk))
            else:
                chunks.append(chunk)
            start = end
        return chunks

    def wrap(self, text: str) -> list[str]:
        chunks = self._split(self._munge(text))
        if self.fix_sentence_endings:
            _fix_sentence_endings(chunks)
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines: list[str] = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            if not self._line(chunks, indent, lines):
                break
        return lines

    def _line(self, chunks: list[str], indent: str, lines: list[str]) -> bool:
        """Move chunks (the next is last in the list) into one more line; False at `max_lines`."""
        width = self.width - len(indent)
        if self.drop_whitespace and chunks[-1].strip() == "" and lines:
            chunks.pop()
        current: list[str] = []
        length = 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            current.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._long_word(chunks, current, length, width)
            length = sum([len(chunk) for chunk in current])
        if self.drop_whitespace and current and current[-1].strip() == "":
            length -= len(current[-1])
            current.pop()
        if not current:
            return True
        if self.max_lines is None or len(lines) + 1 < self.max_lines or self._is_rest(chunks, length, width):
            lines.append(indent + "".join(current))
            return True
        self._last_line(current, length, width, indent, lines)
        return False

    def _is_rest(self, chunks: list[str], length: int, width: int) -> bool:
        """Nothing but white space is left."""
        if length > width:
            return False
        if not chunks:
            return True
        return self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()

    def _long_word(self, chunks: list[str], current: list[str], length: int, width: int) -> None:
        room = 1 if width < 1 else width - length
        if self.break_long_words:
            chunk = chunks[-1]
            end = room
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and chunk[:hyphen].replace("-", "") != "":
                    end = hyphen + 1
            current.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not current:
            current.append(chunks.pop())

    def _last_line(self, current: list[str], length: int, width: int, indent: str, lines: list[str]) -> None:
        while current:
            if current[-1].strip() and length + len(self.placeholder) <= width:
                current.append(self.placeholder)
                lines.append(indent + "".join(current))
                return
            length -= len(current[-1])
            current.pop()
        if lines:
            previous = lines[-1].rstrip()
            if len(previous) + len(self.placeholder) <= self.width:
                lines[-1] = previous + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text: str) -> str:
        return "\n".join(self.wrap(text))


def wrap(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    tabsize: int = 8,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    break_on_hyphens: bool = True,
    drop_whitespace: bool = True,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> list[str]:
    """The lines of one paragraph, each `width` characters long at most."""
    return TextWrapper(
        width,
        initial_indent,
        subsequent_indent,
        expand_tabs,
        replace_whitespace,
        fix_sentence_endings,
        break_long_words,
        drop_whitespace,
        break_on_hyphens,
        tabsize,
        max_lines=max_lines,
        placeholder=placeholder,
    ).wrap(text)


def fill(
    text: str,
    width: int = 70,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    expand_tabs: bool = True,
    tabsize: int = 8,
    replace_whitespace: bool = True,
    fix_sentence_endings: bool = False,
    break_long_words: bool = True,
    break_on_hyphens: bool = True,
    drop_whitespace: bool = True,
    max_lines: int | None = None,
    placeholder: str = " [...]",
) -> str:
    """One paragraph as a text with line breaks."""
    return TextWrapper(
        width,
        initial_indent,
        subsequent_indent,
        expand_tabs,
        replace_whitespace,
        fix_sentence_endings,
        break_long_words,
        drop_whitespace,
        break_on_hyphens,
        tabsize,
        max_lines=max_lines,
        placeholder=placeholder,
    ).fill(text)


def shorten(text: str, width: int, *, placeholder: str = " [...]") -> str:
    """The text on one line, cut at a word."""
    return TextWrapper(width, max_lines=1, placeholder=placeholder).fill(" ".join(text.strip().split()))


def _common_margin(a: str, b: str) -> str:
    index = 0
    while index < len(a) and index < len(b) and a[index] == b[index]:
        index += 1
    return a[:index]


def dedent(text: str) -> str:
    """Remove the white space that all lines begin with."""
    lines = text.split("\n")
    margin: str | None = None
    for index in range(len(lines)):
        line = lines[index]
        content = line.lstrip(" \t")
        if not content:
            lines[index] = ""
            continue
        indentation = line[: len(line) - len(content)]
        margin = indentation if margin is None else _common_margin(margin, indentation)
    if margin:
        size = len(margin)
        for index in range(len(lines)):
            if lines[index]:
                lines[index] = lines[index][size:]
    return "\n".join(lines)


def indent(text: str, prefix: str, predicate: Callable[[str], bool] | None = None) -> str:
    """Put `prefix` before each line that holds more than white space (or that `predicate` picks)."""
    parts: list[str] = []
    for line in text.splitlines(True):
        chosen = bool(line.strip()) if predicate is None else predicate(line)
        parts.append(prefix + line if chosen else line)
    return "".join(parts)
