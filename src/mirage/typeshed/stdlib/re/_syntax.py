"""Regular expressions as trees: the syntax of Python 3.11, its errors and their positions."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import some_literal_has
from mirage.runtime import unicode_properties
from re import error
from re._sets import DIGIT, EXACT, FOLD_ASCII, FOLD_UNICODE, SPACE, WORD, CharSet

IGNORECASE: Final = 2
LOCALE: Final = 4
MULTILINE: Final = 8
DOTALL: Final = 16
UNICODE: Final = 32
VERBOSE: Final = 64
DEBUG: Final = 128
ASCII: Final = 256
_TEMPLATE: Final = 1
_TYPE_FLAGS: Final = 292  # ASCII | LOCALE | UNICODE
_GLOBAL_FLAGS: Final = 129  # DEBUG | TEMPLATE

UNLIMITED: Final = 4294967295
_MAX_GROUPS: Final = 1073741823

# Kinds of nodes, and what their fields mean.
SEQUENCE: Final = 0  # children, one after the other
LITERAL: Final = 1  # low: code point; high: how case is folded
SET: Final = 2  # members
BRANCH: Final = 3  # children, alternatives
REPEAT: Final = 4  # low, high: counts; mode; children[0]
GROUP: Final = 5  # low: number, 0 when it does not capture; children[0]
ATOMIC: Final = 6  # children[0]
LOOK: Final = 7  # low: 1 ahead, -1 behind; high: 1 when negative; children[0]
BACKREFERENCE: Final = 8  # low: group; high: how case is folded
CONDITION: Final = 9  # low: group; children: yes, no (perhaps)
AT: Final = 10  # low: the operation code of the place
FAIL: Final = 11
ANY: Final = 12  # low: 1 when line feeds match too

GREEDY: Final = 0
LAZY: Final = 1
POSSESSIVE: Final = 2

# Places, as the matcher numbers them.
AT_TEXT_START: Final = 10
AT_LINE_START: Final = 11
AT_TEXT_END: Final = 12
AT_LAST_LINE_END: Final = 13
AT_LINE_END: Final = 14
AT_BOUNDARY: Final = 15
AT_NO_BOUNDARY: Final = 16
AT_BOUNDARY_ASCII: Final = 17
AT_NO_BOUNDARY_ASCII: Final = 18

_DIGITS: Final = "0123456789"
_OCTAL: Final = "01234567"
_HEX: Final = "0123456789abcdefABCDEF"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SPACE: Final = " \t\n\r\v\f"
_FLAG_LETTERS: Final = "iLmsxatu"


class Node:
    """A part of a pattern; `least` and `most` are how many characters it may match."""

    kind: int
    low: int
    high: int
    mode: int
    members: CharSet | None
    children: list[Node]
    least: int
    most: int

    def __init__(self, kind: int, low: int = 0, high: int = 0) -> None:
        self.kind = kind
        self.low = low
        self.high = high
        self.mode = GREEDY
        self.members = None
        self.children = []
        self.least = 0
        self.most = 0


def _capped(low: int, high: int) -> tuple[int, int]:
    return min(low, UNLIMITED - 1), min(high, UNLIMITED)


def flag_value(letter: str) -> int:
    """The flag of an inline letter, 0 when there is none."""
    if letter == "i":
        return IGNORECASE
    if letter == "m":
        return MULTILINE
    if letter == "s":
        return DOTALL
    if letter == "x":
        return VERBOSE
    if letter == "a":
        return ASCII
    if letter == "u":
        return UNICODE
    if letter == "L":
        return LOCALE
    if letter == "t":
        return _TEMPLATE
    return 0


def simple_escape(letter: str) -> int:
    """The code point of `\\n` and its kin, -1 when the letter has none."""
    if letter == "n":
        return 10
    if letter == "t":
        return 9
    if letter == "r":
        return 13
    if letter == "\\":
        return 92
    if letter == "f":
        return 12
    if letter == "v":
        return 11
    if letter == "a":
        return 7
    return -1


class Tokens:
    """Characters and escapes of a pattern or template, one ahead."""

    original: str | bytes
    text: str
    is_text: bool
    next: str  # "" at the end
    _index: int

    def __init__(self, original: str | bytes) -> None:
        self.original = original
        if isinstance(original, str):
            self.text = original
            self.is_text = True
        else:
            self.text = original.decode("latin-1")
            self.is_text = False
        self._index = 0
        self.next = ""
        self._advance()

    def _advance(self) -> None:
        text = self.text
        index = self._index
        if index >= len(text):
            self.next = ""
            return
        token = text[index]
        if token == "\\":
            if index + 1 >= len(text):
                raise error("bad escape (end of pattern)", self.original, len(text) - 1)
            token = text[index : index + 2]
        self._index = index + len(token)
        self.next = token

    def get(self) -> str:
        """The next token, "" at the end."""
        token = self.next
        self._advance()
        return token

    def match(self, token: str) -> bool:
        if self.next == token:
            self._advance()
            return True
        return False

    def get_while(self, most: int, allowed: str) -> str:
        taken = ""
        while most > 0 and self.next != "" and self.next in allowed:
            taken += self.get()
            most -= 1
        return taken

    def get_until(self, terminator: str, what: str) -> str:
        taken = ""
        while True:
            token = self.get()
            if token == "":
                if taken == "":
                    raise self.error("missing " + what)
                raise self.error(f"missing {terminator}, unterminated name", len(taken))
            if token == terminator:
                if taken == "":
                    raise self.error("missing " + what, 1)
                return taken
            taken += token

    def tell(self) -> int:
        return self._index - len(self.next)

    def seek(self, index: int) -> None:
        self._index = index
        self._advance()

    def error(self, message: str, offset: int = 0) -> error:
        if not self.is_text:
            message = message.encode("ascii", "backslashreplace").decode("ascii")
        return error(message, self.original, self.tell() - offset)

    def check_group_name(self, name: str, offset: int) -> None:
        if not name.isidentifier():
            raise self.error(f"bad character in group name {name!r}", len(name) + offset)

    def named_character(self) -> int:
        """`\\N{...}`; the names of all characters are in the image only when a literal asks for one."""
        if not self.match("{"):
            raise self.error("missing {")
        name = self.get_until("}", "character name")
        if some_literal_has("\\N{"):
            code = unicode_properties.lookup(name.upper())
            if code < 0:
                raise self.error(f"undefined character name {name!r}", len(name) + 4)
            return code
        raise NotImplementedError(f"\\N{{{name}}} in a pattern: write the character itself")

    def hexadecimal(self, escape: str) -> int:
        """The code point of `\\x`, `\\u` and `\\U`; -1 when it is too large."""
        wanted = 2
        if escape == "\\u":
            wanted = 4
        elif escape == "\\U":
            wanted = 8
        escape += self.get_while(wanted, _HEX)
        if len(escape) != wanted + 2:
            raise self.error("incomplete escape " + escape, len(escape))
        code = int(escape[2:], 16)
        if code > 0x10FFFF:
            raise self.error("bad escape " + escape, len(escape))
        return code

    def octal(self, escape: str) -> int:
        code = int(escape[1:], 8)
        if code > 0o377:
            raise self.error(f"octal escape value {escape} outside of range 0-0o377", len(escape))
        return code


class Parser:
    """Reads one pattern; `parse` gives its tree."""

    flags: int
    groups: int  # how many there are, with group 0
    names: dict[str, int]
    _tokens: Tokens
    _widths: list[tuple[int, int] | None]  # of groups; None while one is open
    _conditions: dict[int, int]  # where a group was first asked for
    _behind: int  # how many groups there were when the outermost lookbehind began; -1 outside

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.flags = flags
        self.groups = 1
        self.names = {}
        self._tokens = Tokens(pattern)
        self._widths = [None]
        self._conditions = {}
        self._behind = -1

    def parse(self) -> Node:
        tokens = self._tokens
        tree = self._alternatives(self.flags, 0)
        self.flags = _checked_flags(self.flags, tokens.is_text)
        if tokens.next != "":
            raise tokens.error("unbalanced parenthesis")
        for group, position in self._conditions.items():
            if group >= self.groups:
                raise error(f"invalid group reference {group}", tokens.original, position)
        return tree

    # --- groups --------------------------------------------------------------------------------

    def _closed(self, group: int) -> bool:
        return group < self.groups and self._widths[group] is not None

    def _check_behind(self, group: int) -> None:
        if self._behind >= 0:
            if not self._closed(group):
                raise self._tokens.error("cannot refer to an open group")
            if group >= self._behind:
                raise self._tokens.error("cannot refer to group defined in the same lookbehind subpattern")

    def _open(self, name: str) -> int:
        group = self.groups
        self.groups += 1
        self._widths.append(None)
        if name != "":
            known = self.names.get(name, -1)
            if known >= 0:
                raise self._tokens.error(
                    f"redefinition of group name {name!r} as group {group}; was group {known}", len(name) + 1
                )
            self.names[name] = group
        return group

    def _reference(self, group: int, flags: int) -> Node:
        node = Node(BACKREFERENCE, group, self._fold(flags))
        width = self._widths[group]
        if width is not None:
            node.least, node.most = width
        return node

    # --- flags ---------------------------------------------------------------------------------

    def _ascii(self, flags: int) -> bool:
        return flags & ASCII != 0 or not self._tokens.is_text

    def _fold(self, flags: int) -> int:
        if flags & IGNORECASE == 0:
            return EXACT
        return FOLD_ASCII if self._ascii(flags) else FOLD_UNICODE

    def _inline_flags(self, letter: str) -> tuple[int, int] | None:
        """What `(?aiLmsux-imsx:` adds and removes; None behind `(?aiLmsux)`."""
        tokens = self._tokens
        added = 0
        removed = 0
        if letter != "-":
            while True:
                flag = flag_value(letter)
                if tokens.is_text:
                    if letter == "L":
                        raise tokens.error("bad inline flags: cannot use 'L' flag with a str pattern")
                elif letter == "u":
                    raise tokens.error("bad inline flags: cannot use 'u' flag with a bytes pattern")
                added |= flag
                if flag & _TYPE_FLAGS and added & _TYPE_FLAGS != flag:
                    raise tokens.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
                letter = tokens.get()
                if letter == "":
                    raise tokens.error("missing -, : or )")
                if letter in ")-:":
                    break
                if letter not in _FLAG_LETTERS:
                    message = "unknown flag" if letter.isalpha() else "missing -, : or )"
                    raise tokens.error(message, len(letter))
        if letter == ")":
            self.flags |= added
            return None
        if added & _GLOBAL_FLAGS:
            raise tokens.error("bad inline flags: cannot turn on global flag", 1)
        if letter == "-":
            letter = tokens.get()
            if letter == "":
                raise tokens.error("missing flag")
            if letter not in _FLAG_LETTERS:
                raise tokens.error("unknown flag" if letter.isalpha() else "missing flag", len(letter))
            while True:
                flag = flag_value(letter)
                if flag & _TYPE_FLAGS:
                    raise tokens.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
                removed |= flag
                letter = tokens.get()
                if letter == "":
                    raise tokens.error("missing :")
                if letter == ":":
                    break
                if letter not in _FLAG_LETTERS:
                    raise tokens.error("unknown flag" if letter.isalpha() else "missing :", len(letter))
        if removed & _GLOBAL_FLAGS:
            raise tokens.error("bad inline flags: cannot turn off global flag", 1)
        if added & removed:
            raise tokens.error("bad inline flags: flag turned on and off", 1)
        return added, removed

    # --- sequences -----------------------------------------------------------------------------

    def _alternatives(self, flags: int, depth: int) -> Node:
        tokens = self._tokens
        first = self._sequence(flags, depth, depth == 0)
        if tokens.next != "|":
            return first
        node = Node(BRANCH)
        node.children.append(first)
        while tokens.match("|"):
            node.children.append(self._sequence(self.flags if depth == 0 else flags, depth, False))
        joined = self._joined(node.children)
        if joined is not None:
            return joined
        node.least = UNLIMITED - 1
        for child in node.children:
            node.least = min(node.least, child.least)
            node.most = max(node.most, child.most)
        return node

    def _joined(self, alternatives: list[Node]) -> Node | None:
        """`a|b|[cd]` as one set; None when an alternative is more than one exact character."""
        node = self._members(False, 0)
        members = node.members
        assert members is not None
        for alternative in alternatives:
            if len(alternative.children) != 1:
                return None
            item = alternative.children[0]
            other = item.members
            if item.kind == LITERAL and item.high == EXACT:
                members.add_range(item.low, item.low)
            elif item.kind == SET and other is not None and other.fold == EXACT and not other.negated:
                members.merge(other)
            else:
                return None
        members.finish()
        return node

    def _sequence(self, flags: int, depth: int, first: bool) -> Node:
        tokens = self._tokens
        node = Node(SEQUENCE)
        items = node.children
        while True:
            token = tokens.next
            if token == "" or token == "|" or token == ")":
                break
            tokens.get()
            if flags & VERBOSE:
                if token in _SPACE:
                    continue
                if token == "#":
                    while True:
                        token = tokens.get()
                        if token == "" or token == "\n":
                            break
                    continue
            if len(token) == 2:
                items.append(self._escape(token, flags))
            elif token == "[":
                items.append(self._set(flags))
            elif token in "*+?{":
                self._repeat(token, items, flags)
            elif token == ".":
                item = Node(ANY, 1 if flags & DOTALL else 0)
                item.least = item.most = 1
                items.append(item)
            elif token == "(":
                child = self._parenthesis(flags, depth, first and not items)
                if child is None:
                    if depth == 0:
                        flags = self.flags
                else:
                    items.append(child)
            elif token == "^":
                items.append(Node(AT, AT_LINE_START if flags & MULTILINE else AT_TEXT_START))
            elif token == "$":
                items.append(Node(AT, AT_LINE_END if flags & MULTILINE else AT_LAST_LINE_END))
            else:
                items.append(self._literal(ord(token), flags))
        least = 0
        most = 0
        for item in items:
            least += item.least
            most += item.most
        node.least, node.most = _capped(least, most)
        return node

    def _literal(self, code: int, flags: int) -> Node:
        fold = self._fold(flags)
        if fold != EXACT and (chr(code) not in _LETTERS if code < 128 else fold == FOLD_ASCII):
            fold = EXACT
        node = Node(LITERAL, code, fold)
        node.least = node.most = 1
        return node

    def _members(self, negated: bool, flags: int) -> Node:
        node = Node(SET)
        node.members = CharSet(negated, self._fold(flags))
        node.least = node.most = 1
        return node

    def _repeat(self, token: str, items: list[Node], flags: int) -> None:
        tokens = self._tokens
        here = tokens.tell()
        low = 0
        high = UNLIMITED
        if token == "?":
            high = 1
        elif token == "+":
            low = 1
        elif token == "{":
            if tokens.next == "}":
                items.append(self._literal(ord("{"), flags))
                return
            least = ""
            most = ""
            while tokens.next != "" and tokens.next in _DIGITS:
                least += tokens.get()
            if tokens.match(","):
                while tokens.next != "" and tokens.next in _DIGITS:
                    most += tokens.get()
            else:
                most = least
            if not tokens.match("}"):
                items.append(self._literal(ord("{"), flags))
                tokens.seek(here)
                return
            if least != "":
                low = int(least)
                if low >= UNLIMITED:
                    raise OverflowError("the repetition number is too large")
            if most != "":
                high = int(most)
                if high >= UNLIMITED:
                    raise OverflowError("the repetition number is too large")
                if high < low:
                    raise tokens.error("min repeat greater than max repeat", tokens.tell() - here)
        if not items or items[-1].kind == AT:
            raise tokens.error("nothing to repeat", tokens.tell() - here + len(token))
        item = items[-1]
        if item.kind == REPEAT:
            raise tokens.error("multiple repeat", tokens.tell() - here + len(token))
        node = Node(REPEAT, low, high)
        if tokens.match("?"):
            node.mode = LAZY
        elif tokens.match("+"):
            node.mode = POSSESSIVE
        node.children.append(item)
        node.least, node.most = _capped(item.least * low, item.most * high)
        items[-1] = node

    # --- parentheses ---------------------------------------------------------------------------

    def _parenthesis(self, flags: int, depth: int, at_start: bool) -> Node | None:
        """What follows an opening parenthesis; None for comments and global flags."""
        tokens = self._tokens
        start = tokens.tell() - 1
        captures = True
        atomic = False
        name = ""
        if tokens.match("?"):
            token = tokens.get()
            if token == "":
                raise tokens.error("unexpected end of pattern")
            if token == "P":
                if tokens.match("<"):
                    name = tokens.get_until(">", "group name")
                    tokens.check_group_name(name, 1)
                elif tokens.match("="):
                    return self._named_reference(flags)
                else:
                    token = tokens.get()
                    if token == "":
                        raise tokens.error("unexpected end of pattern")
                    raise tokens.error("unknown extension ?P" + token, len(token) + 2)
            elif token == ":":
                captures = False
            elif token == "#":
                while True:
                    if tokens.next == "":
                        raise tokens.error("missing ), unterminated comment", tokens.tell() - start)
                    if tokens.get() == ")":
                        return None
            elif token == "=" or token == "!" or token == "<":
                return self._look(token, start, flags, depth)
            elif token == "(":
                return self._condition(start, flags, depth)
            elif token == ">":
                captures = False
                atomic = True
            elif token == "-" or flag_value(token) != 0:
                changes = self._inline_flags(token)
                if changes is None:
                    if not at_start:
                        raise tokens.error(
                            "global flags not at the start of the expression", tokens.tell() - start
                        )
                    return None
                added, removed = changes
                if added & _TYPE_FLAGS:
                    flags &= ~_TYPE_FLAGS
                flags = (flags | added) & ~removed
                captures = False
            else:
                raise tokens.error("unknown extension ?" + token, len(token) + 1)
        group = self._open(name) if captures else 0
        body = self._alternatives(flags, depth + 1)
        if not tokens.match(")"):
            raise tokens.error("missing ), unterminated subpattern", tokens.tell() - start)
        if group:
            self._widths[group] = (body.least, body.most)
        node = Node(ATOMIC if atomic else GROUP, group)
        node.children.append(body)
        node.least = body.least
        node.most = body.most
        return node

    def _named_reference(self, flags: int) -> Node:
        tokens = self._tokens
        name = tokens.get_until(")", "group name")
        tokens.check_group_name(name, 1)
        group = self.names.get(name, -1)
        if group < 0:
            raise tokens.error(f"unknown group name {name!r}", len(name) + 1)
        if not self._closed(group):
            raise tokens.error("cannot refer to an open group", len(name) + 1)
        self._check_behind(group)
        return self._reference(group, flags)

    def _look(self, token: str, start: int, flags: int, depth: int) -> Node:
        tokens = self._tokens
        ahead = 1
        outermost = False
        if token == "<":
            token = tokens.get()
            if token == "":
                raise tokens.error("unexpected end of pattern")
            if token != "=" and token != "!":
                raise tokens.error("unknown extension ?<" + token, len(token) + 2)
            ahead = -1
            if self._behind < 0:
                outermost = True
                self._behind = self.groups
        body = self._alternatives(flags, depth + 1)
        if outermost:
            self._behind = -1
        if not tokens.match(")"):
            raise tokens.error("missing ), unterminated subpattern", tokens.tell() - start)
        negative = token == "!"
        if negative and body.kind == SEQUENCE and not body.children:
            return Node(FAIL)
        node = Node(LOOK, ahead, 1 if negative else 0)
        node.children.append(body)
        return node

    def _condition(self, start: int, flags: int, depth: int) -> Node:
        tokens = self._tokens
        name = tokens.get_until(")", "group name")
        if name.isidentifier():
            group = self.names.get(name, -1)
            if group < 0:
                raise tokens.error(f"unknown group name {name!r}", len(name) + 1)
        else:
            group = group_number(name)
            if group < 0:
                raise tokens.error(f"bad character in group name {name!r}", len(name) + 1)
            if group == 0:
                raise tokens.error("bad group number", len(name) + 1)
            if group >= _MAX_GROUPS:
                raise tokens.error(f"invalid group reference {group}", len(name) + 1)
            if group not in self._conditions:
                self._conditions[group] = tokens.tell() - len(name) - 1
        self._check_behind(group)
        node = Node(CONDITION, group)
        yes = self._sequence(flags, depth + 1, False)
        node.children.append(yes)
        node.most = yes.most
        if tokens.match("|"):
            no = self._sequence(flags, depth + 1, False)
            if tokens.next == "|":
                raise tokens.error("conditional backref with more than two branches")
            node.children.append(no)
            node.least = min(yes.least, no.least)
            node.most = max(yes.most, no.most)
        if not tokens.match(")"):
            raise tokens.error("missing ), unterminated subpattern", tokens.tell() - start)
        return node

    # --- escapes and sets ----------------------------------------------------------------------

    def _category(self, letter: str, flags: int, members: CharSet) -> bool:
        """Add `\\d`, `\\D` and their kin; False when the letter is none of them."""
        lower = letter.lower()
        if lower == "d":
            category = DIGIT
        elif lower == "s":
            category = SPACE
        elif lower == "w":
            category = WORD
        else:
            return False
        members.add_category(category, self._ascii(flags), letter != lower)
        return True

    def _escape(self, escape: str, flags: int) -> Node:
        tokens = self._tokens
        letter = escape[1]
        if letter in "dDsSwW":
            node = self._members(False, flags & ~IGNORECASE)
            members = node.members
            assert members is not None
            self._category(letter, flags, members)
            members.finish()
            return node
        if letter == "A":
            return Node(AT, AT_TEXT_START)
        if letter == "Z":
            return Node(AT, AT_TEXT_END)
        if letter == "b":
            return Node(AT, AT_BOUNDARY_ASCII if self._ascii(flags) else AT_BOUNDARY)
        if letter == "B":
            return Node(AT, AT_NO_BOUNDARY_ASCII if self._ascii(flags) else AT_NO_BOUNDARY)
        if letter == "0":
            escape += tokens.get_while(2, _OCTAL)
            return self._literal(int(escape[1:], 8), flags)
        if letter in _DIGITS:
            if tokens.next != "" and tokens.next in _DIGITS:
                escape += tokens.get()
                behind = tokens.next
                if letter in _OCTAL and escape[2] in _OCTAL and behind != "" and behind in _OCTAL:
                    escape += tokens.get()
                    return self._literal(tokens.octal(escape), flags)
            group = int(escape[1:])
            if group < self.groups:
                if not self._closed(group):
                    raise tokens.error("cannot refer to an open group", len(escape))
                self._check_behind(group)
                return self._reference(group, flags)
            raise tokens.error(f"invalid group reference {group}", len(escape) - 1)
        return self._literal(self._code(escape), flags)

    def _code(self, escape: str) -> int:
        """The code point of an escape that means the same in and out of sets."""
        tokens = self._tokens
        letter = escape[1]
        simple = simple_escape(letter)
        if simple >= 0:
            return simple
        if letter == "x" or (tokens.is_text and (letter == "u" or letter == "U")):
            return tokens.hexadecimal(escape)
        if letter == "N" and tokens.is_text:
            return tokens.named_character()
        if letter in _LETTERS:
            raise tokens.error("bad escape " + escape, len(escape))
        return ord(letter)

    def _set_escape(self, escape: str) -> int:
        """The code point of an escape inside a set that is no category."""
        tokens = self._tokens
        letter = escape[1]
        if letter == "b":
            return 8
        if letter in _OCTAL:
            return tokens.octal(escape + tokens.get_while(2, _OCTAL))
        if letter in _DIGITS:
            raise tokens.error("bad escape " + escape, len(escape))
        return self._code(escape)

    def _set(self, flags: int) -> Node:
        """What follows an opening bracket."""
        tokens = self._tokens
        here = tokens.tell() - 1
        node = self._members(tokens.match("^"), flags)
        members = node.members
        assert members is not None
        empty = True
        while True:
            token = tokens.get()
            if token == "":
                raise tokens.error("unterminated character set", tokens.tell() - here)
            if token == "]" and not empty:
                break
            empty = False
            code = -1
            if len(token) == 2:
                if token[1] not in "dDsSwW":
                    code = self._set_escape(token)
            else:
                code = ord(token)
            if not tokens.match("-"):
                self._add(members, token, code, flags)
                continue
            upper = tokens.get()
            if upper == "":
                raise tokens.error("unterminated character set", tokens.tell() - here)
            if upper == "]":
                self._add(members, token, code, flags)
                members.add_range(45, 45)
                break
            last = -1
            if len(upper) == 2:
                if upper[1] not in "dDsSwW":
                    last = self._set_escape(upper)
            else:
                last = ord(upper)
            if code < 0 or last < code:
                raise tokens.error(f"bad character range {token}-{upper}", len(token) + 1 + len(upper))
            members.add_range(code, last)
        members.finish()
        return node

    def _add(self, members: CharSet, token: str, code: int, flags: int) -> None:
        if code >= 0:
            members.add_range(code, code)
        else:
            self._category(token[1], flags, members)


def group_number(name: str) -> int:
    """A group's number as `int` reads it, -1 when it is none."""
    try:
        return int(name)
    except ValueError:
        return -1


def _checked_flags(flags: int, is_text: bool) -> int:
    if is_text:
        if flags & LOCALE:
            raise ValueError("cannot use LOCALE flag with a str pattern")
        if flags & ASCII and flags & UNICODE:
            raise ValueError("ASCII and UNICODE flags are incompatible")
        if not flags & ASCII:
            flags |= UNICODE
    else:
        if flags & UNICODE:
            raise ValueError("cannot use UNICODE flag with a bytes pattern")
        if flags & LOCALE and flags & ASCII:
            raise ValueError("ASCII and LOCALE flags are incompatible")
    return flags
