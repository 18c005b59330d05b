"""Trees of patterns as code for the matcher.

Each operation is a word, its operands follow:

    SUCCEED                      the pattern matched
    CHAR c / CHAR_UNICODE c / CHAR_ASCII c     one character, exact or folded
    ANY / ALL / SET k            one character but a line feed, any one, one of sets[k]
    STRING n, c...               n exact characters
    (10 to 18)                   the places of `_syntax.AT_...`
    MARK n / CLOSE n             note the position in register n; CLOSE also notes which group ended
    SPLIT t, k                   go on, later at t; straight to t when the next character is not in firsts[k]
    LAZY_SPLIT t / JUMP t
    RUN low, high, mode, single, operand, hint   `single` repeated; hint: the exact character behind it or -1
    LOOP_INIT r                  begin counting in register r (and the last position in r + 1)
    LOOP r, low, high, t         another round of what follows, or on to t
    LAZY_LOOP r, low, high, t    on to t, or another round of what follows
    LAZY_MORE                    (only a place to go back to)
    LOOK r, k / LOOK_END r       what follows must match k characters back (ahead: k = -1); then back to here
    NOT_LOOK r, k, t / NOT_LOOK_END r    what follows must not match; then on at t
    ATOMIC r / ATOMIC_END r      forget the alternatives between them
    REFERENCE g / REFERENCE_UNICODE g / REFERENCE_ASCII g    what the group matched, exact or folded
    CONDITION g, t               on when the group matched, else at t
    FAIL
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import Array, i64, u8, u32
from re import error
from re._sets import EXACT, FOLD_ASCII, CharSet, fold, fold_ascii
from re._syntax import (
    ANY,
    AT,
    AT_TEXT_START,
    ATOMIC,
    BACKREFERENCE,
    BRANCH,
    CONDITION,
    FAIL,
    GREEDY,
    GROUP,
    LAZY,
    LITERAL,
    LOOK,
    POSSESSIVE,
    REPEAT,
    SEQUENCE,
    SET,
    UNLIMITED,
    Node,
    Parser,
)

OP_SUCCEED: Final = 0
OP_CHAR: Final = 1
OP_CHAR_UNICODE: Final = 2
OP_CHAR_ASCII: Final = 3
OP_ANY: Final = 4
OP_ALL: Final = 5
OP_SET: Final = 6
OP_STRING: Final = 7
OP_MARK: Final = 20
OP_CLOSE: Final = 21
OP_SPLIT: Final = 22
OP_JUMP: Final = 23
OP_LAZY_SPLIT: Final = 24
OP_RUN: Final = 25
OP_LOOP_INIT: Final = 26
OP_LOOP: Final = 27
OP_LAZY_LOOP: Final = 28
OP_LAZY_MORE: Final = 29
OP_LOOK: Final = 30
OP_LOOK_END: Final = 31
OP_NOT_LOOK: Final = 32
OP_NOT_LOOK_END: Final = 33
OP_ATOMIC: Final = 34
OP_ATOMIC_END: Final = 35
OP_REFERENCE: Final = 36
OP_REFERENCE_UNICODE: Final = 37
OP_REFERENCE_ASCII: Final = 38
OP_CONDITION: Final = 39
OP_FAIL: Final = 40


class First:
    """The characters a part may begin with: a superset. `empty`: it may match nothing."""

    latin: Array[u8]
    wide: bool
    empty: bool

    def __init__(self, everything: bool, empty: bool) -> None:
        self.latin = Array(i64(256))
        self.wide = everything
        self.empty = empty
        if everything:
            index = i64(0)
            while index < 256:
                self.latin[index] = u8(1)
                index = index + 1

    def join(self, other: First) -> None:
        index = i64(0)
        while index < 256:
            self.latin[index] = self.latin[index] | other.latin[index]
            index = index + 1
        self.wide = self.wide or other.wide

    def apart(self, other: First) -> bool:
        """No character begins both."""
        if self.wide and other.wide:
            return False
        index = i64(0)
        while index < 256:
            if self.latin[index] & other.latin[index] != 0:
                return False
            index = index + 1
        return True

    def selective(self) -> bool:
        """Worth a test: it leaves many characters out, and something must be there."""
        if self.empty:
            return False
        members = 0
        index = i64(0)
        while index < 128:
            if self.latin[index] != 0:
                members += 1
            index = index + 1
        return members < 100


class Program:
    """What the matcher runs."""

    code: Array[i64]
    sets: Array[CharSet]
    firsts: Array[First]
    groups: int  # with group 0
    registers: int  # two for each group, one for the last group that ended, then those of loops
    first: First | None  # of the whole pattern, when it is worth a test
    prefix: str  # exact characters every match begins with
    at_start: bool  # it can only match where the text begins

    def __init__(self, parser: Parser, tree: Node) -> None:
        emitter = _Emitter(parser.groups)
        emitter.emit(tree, None)
        emitter.words.append(OP_SUCCEED)
        self.code = _words(emitter.words)
        _give_hints(self.code)
        self.sets = Array(i64(len(emitter.sets)))
        index = i64(0)
        for members in emitter.sets:
            self.sets[index] = members
            index = index + 1
        self.firsts = Array(i64(len(emitter.firsts)))
        index = i64(0)
        for one in emitter.firsts:
            self.firsts[index] = one
            index = index + 1
        self.groups = parser.groups
        self.registers = emitter.registers
        self.prefix = _prefix(tree)
        first = first_of(tree)
        self.first = first if first.selective() else None
        self.at_start = emitter.words[0] == AT_TEXT_START and tree.kind == SEQUENCE


def _words(values: list[int]) -> Array[i64]:
    words: Array[i64] = Array(i64(len(values)))
    index = i64(0)
    for value in values:
        words[index] = i64(value)
        index = index + 1
    return words


def _prefix(tree: Node) -> str:
    """The exact characters at the front of a sequence, also of its groups."""
    if tree.kind == LITERAL:
        return chr(tree.low) if tree.high == EXACT else ""
    if tree.kind == GROUP or tree.kind == ATOMIC:
        return _prefix(tree.children[0])
    if tree.kind == REPEAT and tree.low > 0:
        return _prefix(tree.children[0])
    if tree.kind != SEQUENCE:
        return ""
    text = ""
    for child in tree.children:
        part = _prefix(child)
        text += part
        if part == "" or child.least != len(part) or child.most != len(part):
            break
    return text


def _is_single(node: Node) -> bool:
    return node.kind == LITERAL or node.kind == SET or node.kind == ANY


def _stripped(node: Node) -> Node:
    """The node inside parentheses and sequences that add nothing."""
    while True:
        if node.kind == GROUP and node.low == 0:
            node = node.children[0]
        elif node.kind == SEQUENCE and len(node.children) == 1:
            node = node.children[0]
        else:
            return node


def first_of(node: Node) -> First:
    """What `node` may begin with."""
    kind = node.kind
    if kind == LITERAL:
        first = First(False, False)
        index = i64(0)
        folded = literal_operand(node)
        while index < 256:
            if node.high == EXACT:
                same = index == i64(node.low)
            elif node.high == FOLD_ASCII:
                same = i64(fold_ascii(u32(index))) == i64(folded)
            else:
                same = i64(fold(u32(index))) == i64(folded)
            if same:
                first.latin[index] = u8(1)
            index = index + 1
        first.wide = node.low > 255 or node.high != EXACT
        return first
    if kind == SET:
        first = First(False, False)
        members = node.members
        assert members is not None
        index = i64(0)
        while index < 256:
            first.latin[index] = members.latin[index]
            index = index + 1
        first.wide = True
        return first
    if kind == ANY:
        first = First(True, False)
        if node.low == 0:
            first.latin[i64(10)] = u8(0)
        return first
    if kind == SEQUENCE:
        first = First(False, True)
        for child in node.children:
            one = first_of(child)
            first.join(one)
            if not one.empty:
                first.empty = False
                break
        return first
    if kind == BRANCH:
        first = First(False, False)
        for child in node.children:
            one = first_of(child)
            first.join(one)
            first.empty = first.empty or one.empty
        return first
    if kind == REPEAT:
        if node.high == 0:
            return First(False, True)
        first = first_of(node.children[0])
        first.empty = first.empty or node.low == 0
        return first
    if kind == GROUP or kind == ATOMIC:
        return first_of(node.children[0])
    if kind == AT or kind == LOOK:
        return First(False, True)
    if kind == FAIL:
        return First(False, False)
    return First(True, True)


def literal_operand(node: Node) -> int:
    """The code point of a literal, folded as it is compared."""
    if node.high == EXACT:
        return node.low
    if node.high == FOLD_ASCII:
        return int(fold_ascii(u32(node.low)))
    return int(fold(u32(node.low)))


class _Emitter:
    words: list[int]
    sets: list[CharSet]
    firsts: list[First]
    registers: int

    def __init__(self, groups: int) -> None:
        self.words = []
        self.sets = []
        self.firsts = []
        self.registers = 2 * groups + 1

    def _new_registers(self, count: int) -> int:
        at = self.registers
        self.registers += count
        return at

    def _first_index(self, first: First) -> int:
        if not first.selective():
            return -1
        self.firsts.append(first)
        return len(self.firsts) - 1

    def emit(self, node: Node, follow: First | None) -> None:
        """Code for `node`; `follow` is what comes behind it, None when that may be the end."""
        words = self.words
        kind = node.kind
        if kind == SEQUENCE:
            self._emit_sequence(node, follow)
        elif kind == LITERAL or kind == SET or kind == ANY:
            words += self._single(node)
        elif kind == BRANCH:
            self._emit_branch(node, follow)
        elif kind == REPEAT:
            self._emit_repeat(node, follow)
        elif kind == GROUP:
            if node.low:
                words += [OP_MARK, 2 * node.low]
                self.emit(node.children[0], follow)
                words += [OP_CLOSE, 2 * node.low + 1]
            else:
                self.emit(node.children[0], follow)
        elif kind == ATOMIC:
            register = self._new_registers(1)
            words += [OP_ATOMIC, register]
            self.emit(node.children[0], None)
            words += [OP_ATOMIC_END, register]
        elif kind == LOOK:
            self._emit_look(node)
        elif kind == BACKREFERENCE:
            words += [OP_REFERENCE + node.high, node.low]
        elif kind == CONDITION:
            words += [OP_CONDITION, node.low, 0]
            patch = len(words) - 1
            self.emit(node.children[0], follow)
            if len(node.children) > 1:
                words += [OP_JUMP, 0]
                end = len(words) - 1
                words[patch] = len(words)
                self.emit(node.children[1], follow)
                words[end] = len(words)
            else:
                words[patch] = len(words)
        elif kind == AT:
            words.append(node.low)
        else:
            words.append(OP_FAIL)

    def _single(self, node: Node) -> list[int]:
        """Operation and perhaps operand of something that matches one character."""
        if node.kind == LITERAL:
            return [OP_CHAR + node.high, literal_operand(node)]
        if node.kind == ANY:
            return [OP_ALL if node.low else OP_ANY]
        members = node.members
        assert members is not None
        if members.fold == EXACT and members.literal() >= 0:
            return [OP_CHAR, members.literal()]
        if members in self.sets:
            return [OP_SET, self.sets.index(members)]
        self.sets.append(members)
        return [OP_SET, len(self.sets) - 1]

    def _emit_sequence(self, node: Node, follow: First | None) -> None:
        words = self.words
        items = node.children
        follows: list[First | None] = [follow]
        for index in range(len(items) - 1, 0, -1):
            first = first_of(items[index])
            if first.empty:
                behind = follows[-1]
                if behind is None:
                    follows.append(None)
                    continue
                first.join(behind)
                first.empty = False
            follows.append(first)
        follows.reverse()
        index = 0
        while index < len(items):
            end = index
            while end < len(items) and items[end].kind == LITERAL and items[end].high == EXACT:
                end += 1
            if end - index > 1:
                words += [OP_STRING, end - index]
                words += [item.low for item in items[index:end]]
                index = end
            else:
                self.emit(items[index], follows[index])
                index += 1

    def _emit_branch(self, node: Node, follow: First | None) -> None:
        words = self.words
        ends: list[int] = []
        for index, child in enumerate(node.children):
            if index + 1 == len(node.children):
                self.emit(child, follow)
                break
            words += [OP_SPLIT, 0, self._first_index(first_of(child))]
            patch = len(words) - 2
            self.emit(child, follow)
            words += [OP_JUMP, 0]
            ends.append(len(words) - 1)
            words[patch] = len(words)
        for end in ends:
            words[end] = len(words)

    def _emit_repeat(self, node: Node, follow: First | None) -> None:
        words = self.words
        child = _stripped(node.children[0])
        low, high, mode = node.low, node.high, node.mode
        if high == 0:
            return
        if _is_single(child):
            if low == 1 and high == 1:
                words += self._single(child)
                return
            if mode == GREEDY and follow is not None and first_of(child).apart(follow):
                mode = POSSESSIVE
            single = self._single(child)
            words += [OP_RUN, low, high, mode, single[0], single[1] if len(single) > 1 else 0, -1]
            return
        if mode == POSSESSIVE:
            whole = Node(ATOMIC)
            loop = Node(REPEAT, low, high)
            once = Node(ATOMIC)
            once.children.append(child)
            once.least, once.most = child.least, child.most
            loop.children.append(once)
            whole.children.append(loop)
            self.emit(whole, follow)
            return
        if low == 1 and high == 1:
            self.emit(child, follow)
            return
        body = first_of(child)
        inner: First | None = None  # what comes behind one round: another one, or what follows
        if follow is not None and not body.empty:
            inner = First(False, False)
            inner.join(body)
            inner.join(follow)
        if low == 0 and high == 1:
            if mode == GREEDY:
                words += [OP_SPLIT, 0, self._first_index(body)]
                patch = len(words) - 2
            else:
                words += [OP_LAZY_SPLIT, 0]
                patch = len(words) - 1
            self.emit(child, follow)
            words[patch] = len(words)
        elif low == 0 and high == UNLIMITED and child.least > 0:
            top = len(words)
            if mode == GREEDY:
                words += [OP_SPLIT, 0, self._first_index(body)]
                patch = len(words) - 2
            else:
                words += [OP_LAZY_SPLIT, 0]
                patch = len(words) - 1
            self.emit(child, inner)
            words += [OP_JUMP, top]
            words[patch] = len(words)
        elif low == 1 and high == UNLIMITED and child.least > 0:
            top = len(words)
            self.emit(child, inner)
            if mode == GREEDY:
                words += [OP_SPLIT, len(words) + 5, self._first_index(body), OP_JUMP, top]
            else:
                words += [OP_LAZY_SPLIT, len(words) + 4, OP_JUMP, top]
        else:
            register = self._new_registers(2)
            words += [OP_LOOP_INIT, register]
            top = len(words)
            words += [OP_LOOP if mode == GREEDY else OP_LAZY_LOOP, register, low, high, 0]
            patch = len(words) - 1
            self.emit(child, inner)
            words += [OP_JUMP, top]
            words[patch] = len(words)

    def _emit_look(self, node: Node) -> None:
        words = self.words
        body = node.children[0]
        back = -1
        if node.low < 0:
            if body.least != body.most:
                raise error("look-behind requires fixed-width pattern")
            back = body.least
        register = self._new_registers(2)
        if node.high:
            words += [OP_NOT_LOOK, register, back, 0]
            patch = len(words) - 1
            self.emit(body, None)
            words += [OP_NOT_LOOK_END, register]
            words[patch] = len(words)
        else:
            words += [OP_LOOK, register, back]
            self.emit(body, None)
            words += [OP_LOOK_END, register]


def _give_hints(code: Array[i64]) -> None:
    """Give each RUN the exact character that must come behind it."""
    at = i64(0)
    while at < code.count:
        size = _size_of(code, at)
        if code[at] == OP_RUN:
            behind = at + size
            while code[behind] == OP_CLOSE or code[behind] == OP_MARK:
                behind = behind + 2
            if code[behind] == OP_CHAR:
                code[at + 6] = code[behind + 1]
            elif code[behind] == OP_STRING:
                code[at + 6] = code[behind + 2]
        at = at + size


def _size_of(code: Array[i64], at: i64) -> i64:
    operation = code[at]
    if operation == OP_STRING:
        return code[at + 1] + 2
    if operation == OP_RUN:
        return i64(7)
    if operation == OP_LOOP or operation == OP_LAZY_LOOP:
        return i64(5)
    if operation == OP_NOT_LOOK:
        return i64(4)
    if operation == OP_SPLIT or operation == OP_LOOK or operation == OP_CONDITION:
        return i64(3)
    if (
        operation == OP_SUCCEED
        or operation == OP_ANY
        or operation == OP_ALL
        or (operation >= 10 and operation <= 18)
        or operation == OP_LAZY_MORE
        or operation == OP_FAIL
    ):
        return i64(1)
    return i64(2)
