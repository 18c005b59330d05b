"""The kernel command line: `option option ... -- argument ...`.

Words are separated by white space.  In double quotes, `\\\\`, `\\"`, `\\n` and `\\xNN` mean what they mean in
Python; text is UTF-8.  VMMs append `virtio_mmio.device=...` at the end, after the arguments: such a word is
theirs unless it is quoted (mmio.py reads it).
"""

from __future__ import annotations

from typing import Final


class CommandLine:
    """A parsed command line."""

    def __init__(self) -> None:
        self.options: list[str] = []
        self.arguments: list[str] = []

    def option(self, name: str) -> str | None:
        """The value of `name=value` (or of `--name=value`), the last one given; None when absent."""
        found: str | None = None
        for word in self.options:
            if word.startswith(name + "="):
                found = word[len(name) + 1 :]
            elif word.startswith("--" + name + "="):
                found = word[len(name) + 3 :]
        return found


_MMIO: Final = "virtio_mmio.device="


def _hex_digit(code: int) -> int:
    if 48 <= code <= 57:
        return code - 48
    if 97 <= code <= 102:
        return code - 87
    if 65 <= code <= 70:
        return code - 55
    return 0


def parse_command_line(text: bytes) -> CommandLine:
    """Split the text; an unfinished quotation ends at the end of the text."""
    result = CommandLine()
    in_arguments = False
    i = 0
    size = len(text)
    while i < size:
        if text[i] in (32, 9, 10):
            i += 1
            continue
        word = bytearray()
        quoted = False
        in_quotes = False
        while i < size:
            code = text[i]
            i += 1
            if code == 34:
                in_quotes = not in_quotes
                quoted = True
            elif code == 92 and in_quotes and i < size:
                escape = text[i]
                i += 1
                if escape == 110:
                    word.append(10)
                elif escape == 120 and i + 1 < size:
                    word.append(_hex_digit(text[i]) * 16 + _hex_digit(text[i + 1]))
                    i += 2
                else:
                    word.append(escape)
            elif not in_quotes and code in (32, 9, 10):
                break
            else:
                word.append(code)
        decoded = word.decode("utf-8", "replace")
        if not quoted and decoded.startswith(_MMIO):
            continue
        if in_arguments:
            result.arguments.append(decoded)
        elif decoded == "--" and not quoted:
            in_arguments = True
        else:
            result.options.append(decoded)
    return result
