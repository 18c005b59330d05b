"""Standard output and error: a buffer of UTF-8 bytes in front of the machine's console.

Standard output is written when the buffer is full, before a read from the console, on `flush`, at exit, and,
in programs without `sys.stdout.buffer`, before anything goes to standard error, which is not buffered.
"""

from __future__ import annotations

from mirage.lowlevel import Array, copy_memory, i64, move_memory, tail_address, u8, u64
from mirage.runtime.text import is_ascii
from mirage.runtime.text_codecs import encode_utf8
from mirage.targets.current import console_read, console_write


class _Output:
    """What waits to be written: `used` bytes, of which those from `text` on were printed.

    As in CPython's TextIOWrapper over its BufferedWriter: printed text waits, up to 8192 bytes of it, before
    it follows the bytes that `sys.stdout.buffer` was given, so that later ones come before it.
    """

    def __init__(self) -> None:
        self.buffer: Array[u8] = Array(i64(8192))
        self.used = i64(0)
        self.text = i64(0)


_output: _Output | None = None


class Redirect:
    """Where `print` writes while `sys.stdout` is something else."""

    def write(self, text: str) -> None:
        raise NotImplementedError

    def flush(self) -> None:
        raise NotImplementedError


redirected: Redirect | None = None

text_is_kept: bool = False  # the program may write to `sys.stdout.buffer`: who overtakes whom can be seen


def _started() -> _Output:
    global _output
    output = _output
    if output is None:
        output = _Output()
        _output = output
    return output


def _append(output: _Output, address: u64, size: i64) -> None:
    """Allocates nothing: only the caller's object keeps the memory."""
    if output.used - output.text + size > 8192:
        output.text = output.used
    if output.used + size > 8192:
        _flush_bytes(output)
        if size >= 8192:
            console_write(i64(1), address, u64(size))
            return
    copy_memory(tail_address(output.buffer) + u64(output.used), address, u64(size))
    output.used = output.used + size


def _flush_bytes(output: _Output) -> None:
    """Write what stands before the text that waits."""
    start = tail_address(output.buffer)
    end = output.text
    console_write(i64(1), start, u64(end))
    output.used = output.used - end
    output.text = i64(0)
    move_memory(start, start + u64(end), u64(output.used))


def flush_bytes() -> None:
    """Write the bytes given to `sys.stdout.buffer`, and not the text printed since."""
    _flush_bytes(_started())


def keep_text() -> bool:
    """From now on printed text stays behind the bytes of `sys.stdout.buffer` until it is flushed."""
    global text_is_kept
    text_is_kept = True
    return True


def write_bytes(data: bytes) -> None:
    """Append to what `sys.stdout.buffer` was given: before the text that waits."""
    output = _started()
    if output.used - output.text >= 8192:
        output.text = output.used
    waiting = bytes._from_memory(tail_address(output.buffer) + u64(output.text), output.used - output.text)
    output.used = output.text
    _append(output, tail_address(data), data._tail.count)
    output.text = output.used
    _append(output, tail_address(waiting), waiting._tail.count)


def write_out(text: str) -> None:
    """Append text to standard output; lone surrogates raise UnicodeEncodeError as CPython's stdout does."""
    if is_ascii(text):
        _append(_started(), tail_address(text), text._length)
    else:
        data = encode_utf8(text, "strict")
        _append(_started(), tail_address(data), data._tail.count)


def write_err(text: str) -> None:
    """Write text to standard error at once, after what standard output still holds."""
    if not text_is_kept:
        flush_out()
    data = encode_utf8(text, "backslashreplace")
    console_write(i64(2), tail_address(data), u64(data._tail.count))


def flush_out() -> None:
    output = _output
    if output is not None and output.used > 0:
        output.text = output.used
        _flush_bytes(output)


def read_input(limit: i64) -> bytes:
    """Up to `limit` bytes from the console; empty at its end."""
    flush_out()
    buffer: Array[u8] = Array(limit)
    size = console_read(tail_address(buffer), u64(limit))
    return bytes._from_memory(tail_address(buffer), size)


class _Input:
    """Bytes that were read but not asked for yet."""

    def __init__(self) -> None:
        self.pending = b""


_input: _Input | None = None


def _source() -> _Input:
    global _input
    source = _input
    if source is None:
        source = _Input()
        _input = source
    return source


def _next_line(source: _Input) -> bytes:
    """One line with its newline; without one at the end of the input, empty after it."""
    while True:
        at = source.pending.find(b"\n") + 1
        if at == 0:
            more = read_input(i64(4096))
            if len(more) > 0:
                source.pending = source.pending + more
                continue
            at = len(source.pending)
        line = source.pending[:at]
        source.pending = source.pending[at:]
        return line


def read_bytes_line() -> bytes:
    """One line as it is in standard input."""
    return _next_line(_source())


def read_bytes(limit: int) -> bytes:
    """`limit` bytes of standard input, fewer at its end; all of it when the limit is negative."""
    source = _source()
    while limit < 0 or len(source.pending) < limit:
        more = read_input(i64(4096))
        if len(more) == 0:
            limit = len(source.pending)
        source.pending = source.pending + more
    data = source.pending[:limit]
    source.pending = source.pending[limit:]
    return data


def read_text_line() -> str:
    """One line of standard input as text; each of CPython's three line ends is read as a newline."""
    source = _source()
    line = _next_line(source)
    at = line.find(b"\r")
    if at >= 0:
        end = at + 2 if line[at + 1 : at + 2] == b"\n" else at + 1
        source.pending = line[end:] + source.pending
        line = line[:at] + b"\n"
    return line.decode("utf-8", "surrogateescape")


def unread_bytes(data: bytes) -> None:
    """Give back what was read too far."""
    source = _source()
    source.pending = data + source.pending


def unread_text(text: str) -> None:
    """Give back text that was read too far."""
    unread_bytes(text.encode("utf-8", "surrogateescape"))


def read_line() -> str | None:
    """One line of standard input without its newline; None at the end of the input."""
    line = read_text_line()
    if len(line) == 0:
        return None
    return line[:-1] if line.endswith("\n") else line
