"""Words as a Unix shell reads them."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable
from typing import Any, Protocol

__all__ = ["shlex", "split", "quote", "join"]

_SAFE = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-"


class _Readable(Protocol):
    def read(self, size: int, /) -> str: ...


class shlex:
    """A lexical analyser: `get_token`, or iterate over the words.

    state (inside): " " between words, "a" in a word, "c" in punctuation, a quote or an escape in one,
    "" behind the end.
    """

    commenters: str
    wordchars: str
    whitespace: str
    escape: str
    quotes: str
    escapedquotes: str
    whitespace_split: bool
    infile: str | None
    source: str | None
    debug: int
    lineno: int
    token: str
    eof: str | None
    pushback: deque[str]
    posix: bool
    _text: str
    _at: int
    _state: str
    _punctuation: str
    _pending: deque[str]

    def __init__(
        self,
        instream: str | _Readable | None = None,
        infile: str | None = None,
        posix: bool = False,
        punctuation_chars: bool | str = False,
    ) -> None:
        if isinstance(instream, str):
            self._text = instream
        elif instream is not None:
            self._text = instream.read(-1)
        else:
            self._text = sys.stdin.read()
        self._at = 0
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.source = None
        self.debug = 0
        self.lineno = 1
        self.token = ""
        self.pushback = deque()
        self._state = " "
        self._pending = deque()
        if isinstance(punctuation_chars, str):
            self._punctuation = punctuation_chars
        else:
            self._punctuation = "();<>|&" if punctuation_chars else ""
        if self._punctuation:
            self.wordchars += "~-./*?="
            self.wordchars = "".join([c for c in self.wordchars if c not in self._punctuation])

    @property
    def punctuation_chars(self) -> str:
        return self._punctuation

    def push_token(self, tok: str) -> None:
        self.pushback.appendleft(tok)

    def get_token(self) -> str | None:
        if self.pushback:
            return self.pushback.popleft()
        return self.read_token()

    def _next_character(self) -> str:
        if self._punctuation and self._pending:
            return self._pending.pop()
        if self._at >= len(self._text):
            return ""
        self._at += 1
        return self._text[self._at - 1]

    def _skip_line(self) -> None:
        end = self._text.find("\n", self._at)
        self._at = len(self._text) if end < 0 else end + 1
        self.lineno += 1

    def read_token(self) -> str | None:
        quoted = False
        escaped_from = " "
        while True:
            letter = self._next_character()
            if letter == "\n":
                self.lineno += 1
            state = self._state
            if state == "":
                self.token = ""
                break
            if state == " ":
                if letter == "":
                    self._state = ""
                    break
                if letter in self.whitespace:
                    if self.token or (self.posix and quoted):
                        break
                    continue
                if letter in self.commenters:
                    self._skip_line()
                elif self.posix and letter in self.escape:
                    escaped_from = "a"
                    self._state = letter
                elif letter in self.wordchars:
                    self.token = letter
                    self._state = "a"
                elif self._punctuation and letter in self._punctuation:
                    self.token = letter
                    self._state = "c"
                elif letter in self.quotes:
                    if not self.posix:
                        self.token = letter
                    self._state = letter
                elif self.whitespace_split:
                    self.token = letter
                    self._state = "a"
                else:
                    self.token = letter
                    if self.token or (self.posix and quoted):
                        break
            elif state in self.quotes:
                quoted = True
                if letter == "":
                    raise ValueError("No closing quotation")
                if letter == state:
                    if not self.posix:
                        self.token += letter
                        self._state = " "
                        break
                    self._state = "a"
                elif self.posix and letter in self.escape and state in self.escapedquotes:
                    escaped_from = state
                    self._state = letter
                else:
                    self.token += letter
            elif state in self.escape:
                if letter == "":
                    raise ValueError("No escaped character")
                if escaped_from in self.quotes and letter != state and letter != escaped_from:
                    self.token += state
                self.token += letter
                self._state = escaped_from
            else:  # "a" or "c"
                if letter == "":
                    self._state = ""
                    break
                if letter in self.whitespace:
                    self._state = " "
                    if self.token or (self.posix and quoted):
                        break
                    continue
                if letter in self.commenters:
                    self._skip_line()
                    if self.posix:
                        self._state = " "
                        if self.token or (self.posix and quoted):
                            break
                        continue
                elif state == "c":
                    if letter in self._punctuation:
                        self.token += letter
                    else:
                        if letter not in self.whitespace:
                            self._pending.append(letter)
                        self._state = " "
                        break
                elif self.posix and letter in self.quotes:
                    self._state = letter
                elif self.posix and letter in self.escape:
                    escaped_from = "a"
                    self._state = letter
                elif (
                    letter in self.wordchars
                    or letter in self.quotes
                    or (self.whitespace_split and letter not in self._punctuation)
                ):
                    self.token += letter
                else:
                    if self._punctuation:
                        self._pending.append(letter)
                    else:
                        self.pushback.appendleft(letter)
                    self._state = " "
                    if self.token or (self.posix and quoted):
                        break
                    continue
        result: str | None = self.token
        self.token = ""
        if self.posix and not quoted and result == "":
            result = None
        return result

    def error_leader(self, infile: str | None = None, lineno: int | None = None) -> str:
        """A line's beginning as compilers write it."""
        name = self.infile if infile is None else infile
        number = self.lineno if lineno is None else lineno
        return f'"{name}", line {number}: '

    def __iter__(self) -> shlex:
        return self

    def __next__(self) -> str:
        token = self.get_token()
        if token is None or token == self.eof:
            raise StopIteration
        return token


def split(s: str, comments: bool = False, posix: bool = True) -> list[str]:
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ""
    words: list[str] = []
    while True:
        token = lexer.get_token()
        if token is None or token == lexer.eof:
            return words
        words.append(token)


def join(split_command: Iterable[str]) -> str:
    return " ".join([quote(word) for word in split_command])


def quote(s: str) -> str:
    """The word as a shell reads it back."""
    if not s:
        return "''"
    for letter in s:
        if letter not in _SAFE:
            return "'" + s.replace("'", "'\"'\"'") + "'"
    return s
