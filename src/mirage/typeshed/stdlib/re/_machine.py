"""The matcher: runs a program over a text, with its alternatives on a stack of its own."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    Array,
    i64,
    inline,
    load8,
    load16,
    load32,
    noinline,
    tail_address,
    u8,
    u32,
    u64,
)
from mirage.runtime import text_search
from re._program import (
    OP_ALL,
    OP_ANY,
    OP_ATOMIC,
    OP_ATOMIC_END,
    OP_CHAR,
    OP_CHAR_ASCII,
    OP_CHAR_UNICODE,
    OP_CLOSE,
    OP_CONDITION,
    OP_JUMP,
    OP_LAZY_LOOP,
    OP_LAZY_SPLIT,
    OP_LOOK,
    OP_LOOK_END,
    OP_LOOP,
    OP_LOOP_INIT,
    OP_MARK,
    OP_NOT_LOOK,
    OP_NOT_LOOK_END,
    OP_REFERENCE,
    OP_REFERENCE_ASCII,
    OP_REFERENCE_UNICODE,
    OP_RUN,
    OP_SET,
    OP_SPLIT,
    OP_STRING,
    OP_SUCCEED,
    Program,
)
from re._sets import fold, fold_ascii, is_word, is_word_ascii, lower
from re._syntax import (
    AT_BOUNDARY,
    AT_BOUNDARY_ASCII,
    AT_LAST_LINE_END,
    AT_LINE_END,
    AT_LINE_START,
    AT_NO_BOUNDARY,
    AT_NO_BOUNDARY_ASCII,
    AT_TEXT_END,
    AT_TEXT_START,
)

_UNLIMITED: Final = 4294967295


class Machine:
    """One operation on one text: `match_at` and `search` set `registers` and return whether it matched.

    An entry of the stack is four words: where to go on (its complement for RUN and LAZY_LOOP, which
    go on in their own way), the position, how much of the trail to keep, and a bound of RUN's.
    The trail holds the old values of registers.
    """

    registers: Array[i64]  # of a match: start and end of each group, -1 when unset; then the last group
    length: i64  # of the text
    end: i64  # where matching ends, as if the text did
    _program: Program
    _text: str
    _data: bytes
    _address: u64
    _width: i64  # bytes a character
    _must_advance_at: i64  # a match that is empty here does not count; -1: none
    _whole: bool  # the match must reach the end
    _stack: Array[i64]
    _trail: Array[i64]

    def __init__(self, program: Program) -> None:
        self._program = program
        self.registers = Array(i64(program.registers))
        self._text = ""
        self._data = b""
        self._address = u64(0)
        self._width = i64(1)
        self.length = i64(0)
        self.end = i64(0)
        self._must_advance_at = i64(-1)
        self._whole = False
        self._stack = Array(i64(64))
        self._trail = Array(i64(32))

    def set_text(self, text: str, end: i64) -> None:
        self._text = text
        self._address = tail_address(text)
        self._width = text._kind
        self.length = text._length
        self.end = end

    def set_data(self, data: bytes, end: i64) -> None:
        self._data = data
        self._address = tail_address(data)
        self._width = i64(1)
        self.length = data._tail.count
        self.end = end

    def forget(self) -> None:
        """Let go of the text, so that a kept machine keeps nothing alive."""
        self._text = ""
        self._data = b""

    @inline
    def _at(self, index: i64) -> u32:
        if self._width == 1:
            return u32(load8(self._address + u64(index)))
        return self._wide_at(index)

    def _wide_at(self, index: i64) -> u32:
        if self._width == 2:
            return u32(load16(self._address + u64(index) * 2))
        return load32(self._address + u64(index) * 4)

    # --- searching -----------------------------------------------------------------------------

    def match_at(self, start: i64, whole: bool) -> bool:
        """Match at `start`; `whole`: up to the end."""
        self._whole = whole
        self._must_advance_at = i64(-1)
        if start > self.end:
            return False
        return self._attempt(start)

    def search(self, start: i64, must_advance: bool) -> bool:
        """The first match from `start` on; one that is empty at `start` does not count if it must advance."""
        program = self._program
        self._whole = False
        self._must_advance_at = start if must_advance else i64(-1)
        end = self.end
        if program.at_start:
            return start == 0 and end >= 0 and self._attempt(start)
        prefix = program.prefix
        at = start
        if prefix:
            size = prefix._length
            while at + size <= end:
                at = self._find_prefix(prefix, at)
                if at < 0:
                    return False
                if self._attempt(at):
                    return True
                at = at + 1
            return False
        first = program.first
        if first is not None:
            latin = first.latin
            wide = first.wide
            while True:
                while at < end:
                    code = self._at(at)
                    if code < 256:
                        if latin[i64(code)] != 0:
                            break
                    elif wide:
                        break
                    at = at + 1
                if at >= end:
                    return False
                if self._attempt(at):
                    return True
                at = at + 1
        while at <= end:
            if self._attempt(at):
                return True
            at = at + 1
        return False

    def _find_prefix(self, prefix: str, start: i64) -> i64:
        if self._width == 1:
            if prefix._kind != 1:
                return i64(-1)
            return text_search.find_bytes(
                self._address, start, self.end, tail_address(prefix), prefix._length
            )
        return text_search.find(self._text, prefix, start, self.end)

    def _attempt(self, start: i64) -> bool:
        registers = self.registers
        index = i64(0)
        count = i64(2 * self._program.groups + 1)
        while index < count:
            registers[index] = i64(-1)
            index = index + 1
        end = self._run(start)
        if end < 0:
            return False
        registers[i64(0)] = start
        registers[i64(1)] = end
        return True

    # --- places --------------------------------------------------------------------------------

    def _is_boundary(self, at: i64, ascii_only: bool) -> bool:
        before = False
        after = False
        if at > 0:
            code = self._at(at - 1)
            before = is_word_ascii(code) if ascii_only else is_word(code)
        if at < self.end:
            code = self._at(at)
            after = is_word_ascii(code) if ascii_only else is_word(code)
        return before != after

    def _is_place(self, place: i64, at: i64) -> bool:
        end = self.end
        if place == AT_TEXT_START:
            return at == 0
        if place == AT_LINE_START:
            return at == 0 or self._at(at - 1) == 10
        if place == AT_TEXT_END:
            return at == end
        if place == AT_LAST_LINE_END:
            return at == end or (at + 1 == end and self._at(at) == 10)
        if place == AT_LINE_END:
            return at == end or self._at(at) == 10
        if end == 0:  # in an empty text there are neither words nor their middles
            return False
        if place == AT_BOUNDARY:
            return self._is_boundary(at, False)
        if place == AT_NO_BOUNDARY:
            return not self._is_boundary(at, False)
        if place == AT_BOUNDARY_ASCII:
            return self._is_boundary(at, True)
        return not self._is_boundary(at, True)

    # --- single characters ---------------------------------------------------------------------

    @inline
    def _is_single(self, operation: i64, operand: i64, code: u32) -> bool:
        if operation == OP_SET:
            return self._program.sets[operand].has(code)
        if operation == OP_CHAR:
            return i64(code) == operand
        if operation == OP_ANY:
            return code != 10
        if operation == OP_ALL:
            return True
        if operation == OP_CHAR_UNICODE:
            return i64(fold(code)) == operand
        return i64(fold_ascii(code)) == operand

    def _run_end(self, operation: i64, operand: i64, at: i64, limit: i64) -> i64:
        """Where the run of a single that begins at `at` ends, `limit` at most."""
        if operation == OP_ALL:
            return limit
        if operation == OP_SET:
            members = self._program.sets[operand]
            if self._width == 1:
                latin = members.latin
                address = self._address
                while at < limit and latin[i64(load8(address + u64(at)))] != 0:
                    at = at + 1
                return at
            while at < limit and members.has(self._at(at)):
                at = at + 1
            return at
        if operation == OP_ANY and self._width == 1:
            found = text_search.find_byte(self._address, at, limit, u8(10))
            return limit if found < 0 else found
        while at < limit and self._is_single(operation, operand, self._at(at)):
            at = at + 1
        return at

    def _same_text(self, group: i64, at: i64, operation: i64) -> i64:
        """The end of what a group matched, found again at `at`; -1 when it is not there."""
        start = self.registers[2 * group]
        stop = self.registers[2 * group + 1]
        if start < 0 or stop < start or at + (stop - start) > self.end:
            return i64(-1)
        while start < stop:
            a = self._at(start)
            b = self._at(at)
            if operation == OP_REFERENCE_UNICODE:
                a = lower(a)
                b = lower(b)
            elif operation == OP_REFERENCE_ASCII:
                a = fold_ascii(a)
                b = fold_ascii(b)
            if a != b:
                return i64(-1)
            start = start + 1
            at = at + 1
        return at

    @noinline
    def _larger_stack(self) -> Array[i64]:
        stack = self._stack
        larger: Array[i64] = Array(stack.count * 2)
        larger.copy_from(i64(0), stack, i64(0), stack.count)
        self._stack = larger
        return larger

    @noinline
    def _larger_trail(self) -> Array[i64]:
        trail = self._trail
        larger: Array[i64] = Array(trail.count * 2)
        larger.copy_from(i64(0), trail, i64(0), trail.count)
        self._trail = larger
        return larger

    # --- the loop ------------------------------------------------------------------------------

    def _run(self, at: i64) -> i64:
        """Match at `at`; the end of the match, or -1."""
        program = self._program
        code = program.code
        registers = self.registers
        stack = self._stack
        trail = self._trail
        top = i64(0)
        trailed = i64(0)
        end = self.end
        pc = i64(0)
        last_group = i64(2 * program.groups)
        while True:
            if top + 8 > stack.count:
                stack = self._larger_stack()
            if trailed + 8 > trail.count:
                trail = self._larger_trail()
            operation = code[pc]
            failed = False
            if operation == OP_CHAR:
                if at < end and i64(self._at(at)) == code[pc + 1]:
                    at = at + 1
                    pc = pc + 2
                else:
                    failed = True
            elif operation == OP_STRING:
                size = code[pc + 1]
                if at + size <= end:
                    index = i64(0)
                    while index < size and i64(self._at(at + index)) == code[pc + 2 + index]:
                        index = index + 1
                    if index == size:
                        at = at + size
                        pc = pc + 2 + size
                    else:
                        failed = True
                else:
                    failed = True
            elif operation == OP_SET:
                if at < end and program.sets[code[pc + 1]].has(self._at(at)):
                    at = at + 1
                    pc = pc + 2
                else:
                    failed = True
            elif operation == OP_RUN:
                low = code[pc + 1]
                high = code[pc + 2]
                mode = code[pc + 3]
                limit = end
                if mode == 1:  # lazy
                    if low > end - at:
                        failed = True
                    else:
                        stop = self._run_end(code[pc + 4], code[pc + 5], at, at + low)
                        if stop < at + low:
                            failed = True
                        else:
                            if high > low:
                                stack[top] = ~pc
                                stack[top + 1] = stop
                                stack[top + 2] = trailed
                                if high == _UNLIMITED or high > end - at:
                                    stack[top + 3] = end
                                else:
                                    stack[top + 3] = at + high
                                top = top + 4
                            at = stop
                            pc = pc + 7
                else:
                    if high < end - at:
                        limit = at + high
                    stop = self._run_end(code[pc + 4], code[pc + 5], at, limit)
                    least = at + low
                    if stop < least:
                        failed = True
                    else:
                        if mode == 0 and stop > least:
                            hint = code[pc + 6]
                            if hint >= 0:
                                while stop >= least and (stop >= end or i64(self._at(stop)) != hint):
                                    stop = stop - 1
                                if stop < least:
                                    failed = True
                            if stop > least:
                                stack[top] = ~pc
                                stack[top + 1] = stop
                                stack[top + 2] = trailed
                                stack[top + 3] = least
                                top = top + 4
                        at = stop
                        pc = pc + 7
            elif operation == OP_MARK:
                index = code[pc + 1]
                if top > 0:
                    trail[trailed] = index
                    trail[trailed + 1] = registers[index]
                    trailed = trailed + 2
                registers[index] = at
                pc = pc + 2
            elif operation == OP_CLOSE:
                index = code[pc + 1]
                if top > 0:
                    trail[trailed] = index
                    trail[trailed + 1] = registers[index]
                    trail[trailed + 2] = last_group
                    trail[trailed + 3] = registers[last_group]
                    trailed = trailed + 4
                registers[index] = at
                registers[last_group] = index >> 1
                pc = pc + 2
            elif operation == OP_SPLIT:
                chosen = code[pc + 2]
                possible = True
                if chosen >= 0:
                    possible = False
                    if at < end:
                        first = program.firsts[chosen]
                        character = self._at(at)
                        if character < 256:
                            possible = first.latin[i64(character)] != 0
                        else:
                            possible = first.wide
                if possible:
                    stack[top] = code[pc + 1]
                    stack[top + 1] = at
                    stack[top + 2] = trailed
                    top = top + 4
                    pc = pc + 3
                else:
                    pc = code[pc + 1]
            elif operation == OP_JUMP:
                pc = code[pc + 1]
            elif operation == OP_ANY:
                if at < end and self._at(at) != 10:
                    at = at + 1
                    pc = pc + 1
                else:
                    failed = True
            elif operation == OP_ALL:
                if at < end:
                    at = at + 1
                    pc = pc + 1
                else:
                    failed = True
            elif operation == OP_CHAR_UNICODE:
                if at < end and i64(fold(self._at(at))) == code[pc + 1]:
                    at = at + 1
                    pc = pc + 2
                else:
                    failed = True
            elif operation == OP_CHAR_ASCII:
                if at < end and i64(fold_ascii(self._at(at))) == code[pc + 1]:
                    at = at + 1
                    pc = pc + 2
                else:
                    failed = True
            elif operation == OP_LAZY_SPLIT:
                stack[top] = pc + 2
                stack[top + 1] = at
                stack[top + 2] = trailed
                top = top + 4
                pc = code[pc + 1]
            elif operation == OP_SUCCEED:
                if (self._whole and at != end) or at == self._must_advance_at:
                    failed = True
                else:
                    return at
            elif operation >= 10 and operation <= 18:
                if self._is_place(operation, at):
                    pc = pc + 1
                else:
                    failed = True
            elif operation == OP_LOOP_INIT:
                index = code[pc + 1]
                if top > 0:
                    trail[trailed] = index
                    trail[trailed + 1] = registers[index]
                    trail[trailed + 2] = index + 1
                    trail[trailed + 3] = registers[index + 1]
                    trailed = trailed + 4
                registers[index] = i64(-1)
                registers[index + 1] = i64(-1)
                pc = pc + 2
            elif operation == OP_LOOP or operation == OP_LAZY_LOOP:
                index = code[pc + 1]
                count = registers[index] + 1
                if count < code[pc + 2]:  # not yet enough: the last position stays
                    if top > 0:
                        trail[trailed] = index
                        trail[trailed + 1] = registers[index]
                        trailed = trailed + 2
                    registers[index] = count
                    pc = pc + 5
                else:
                    more = count < code[pc + 3] or code[pc + 3] == _UNLIMITED
                    if operation == OP_LOOP:
                        if more and at != registers[index + 1]:
                            stack[top] = code[pc + 4]
                            stack[top + 1] = at
                            stack[top + 2] = trailed
                            top = top + 4
                            trail[trailed] = index
                            trail[trailed + 1] = registers[index]
                            trail[trailed + 2] = index + 1
                            trail[trailed + 3] = registers[index + 1]
                            trailed = trailed + 4
                            registers[index] = count
                            registers[index + 1] = at
                            pc = pc + 5
                        else:
                            pc = code[pc + 4]
                    else:
                        if more and at != registers[index + 1]:
                            stack[top] = ~pc
                            stack[top + 1] = at
                            stack[top + 2] = trailed
                            top = top + 4
                        pc = code[pc + 4]
            elif operation == OP_LOOK:
                index = code[pc + 1]
                back = code[pc + 2]
                if back > at:
                    failed = True
                else:
                    registers[index] = top
                    registers[index + 1] = at
                    if back >= 0:
                        at = at - back
                    pc = pc + 3
            elif operation == OP_LOOK_END:
                index = code[pc + 1]
                top = registers[index]
                at = registers[index + 1]
                pc = pc + 2
            elif operation == OP_NOT_LOOK:
                index = code[pc + 1]
                back = code[pc + 2]
                if back > at:
                    pc = code[pc + 3]
                else:
                    registers[index] = top
                    stack[top] = code[pc + 3]
                    stack[top + 1] = at
                    stack[top + 2] = trailed
                    top = top + 4
                    if back >= 0:
                        at = at - back
                    pc = pc + 4
            elif operation == OP_NOT_LOOK_END:
                # The trail holds what was written since: it is undone by the entry below.
                top = registers[code[pc + 1]]
                failed = True
            elif operation == OP_ATOMIC:
                registers[code[pc + 1]] = top
                pc = pc + 2
            elif operation == OP_ATOMIC_END:
                top = registers[code[pc + 1]]
                pc = pc + 2
            elif operation >= OP_REFERENCE and operation <= OP_REFERENCE_ASCII:
                stop = self._same_text(code[pc + 1], at, operation)
                if stop >= 0:
                    at = stop
                    pc = pc + 2
                else:
                    failed = True
            elif operation == OP_CONDITION:
                index = code[pc + 1] * 2
                if registers[index] >= 0 and registers[index + 1] >= registers[index]:
                    pc = pc + 3
                else:
                    pc = code[pc + 2]
            else:
                failed = True
            while failed:
                if top == 0:
                    return i64(-1)
                top = top - 4
                pc = stack[top]
                at = stack[top + 1]
                keep = stack[top + 2]
                while trailed > keep:
                    trailed = trailed - 2
                    registers[trail[trailed]] = trail[trailed + 1]
                failed = False
                if pc < 0:
                    pc = ~pc
                    if code[pc] == OP_LAZY_LOOP:
                        index = code[pc + 1]
                        if top > 0:
                            trail[trailed] = index
                            trail[trailed + 1] = registers[index]
                            trail[trailed + 2] = index + 1
                            trail[trailed + 3] = registers[index + 1]
                            trailed = trailed + 4
                        registers[index] = registers[index] + 1
                        registers[index + 1] = at
                        pc = pc + 5
                    else:
                        bound = stack[top + 3]
                        hint = code[pc + 6]
                        if code[pc + 3] == 1:
                            # One more, and with a hint as many as it takes to see it.
                            found = False
                            while not found and at < bound and self._is_single(
                                code[pc + 4], code[pc + 5], self._at(at)
                            ):
                                at = at + 1
                                found = hint < 0 or (at < end and i64(self._at(at)) == hint)
                            if found:
                                if at < bound:
                                    stack[top + 1] = at
                                    top = top + 4
                                pc = pc + 7
                            else:
                                failed = True
                        else:
                            at = at - 1
                            if hint >= 0:
                                while at >= bound and i64(self._at(at)) != hint:
                                    at = at - 1
                            if at < bound:
                                failed = True
                            else:
                                if at > bound:
                                    stack[top + 1] = at
                                    top = top + 4
                                pc = pc + 7

    def spans(self) -> Array[i64]:
        """A copy of the registers of the groups, and the last group."""
        count = i64(2 * self._program.groups + 1)
        copied: Array[i64] = Array(count)
        copied.copy_from(i64(0), self.registers, i64(0), count)
        return copied
