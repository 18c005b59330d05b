"""Format specifiers of the common kind, read while compiling: `{n:02d}`, `{n:#x}`, `{s:<10}`, `{x:8.3f}`.

What they ask for is passed as numbers to a function of mirage.runtime.formatting; every other specifier,
wrong ones too, is read when the program runs.
"""

from __future__ import annotations

import re

_FIELD = re.compile(
    r"(?:(?P<fill>[ -~])(?P<align>[<>^=])|(?P<only>[<>^=])?(?P<prefix>#)?(?P<zero>0)?)"
    r"(?P<width>[1-9][0-9]{0,3})?(?:\.(?P<precision>[0-9]{1,2}))?(?P<code>[bdfosxX])?"
)

_CODES = {  # what the specifier of each function ends with; the first is meant without a code
    "padded_int": ("d", "d"),
    "based_int": ("", "boxX"),
    "padded_text": ("s", "s"),
    "fixed_float": ("", "f"),
}


def read_field(spec: str, function: str, align: str) -> list[int] | None:
    """The arguments that mirage.runtime.formatting's function takes for the specifier; None: read it there.

    align  what is meant without one
    """
    found = _FIELD.fullmatch(spec)
    if found is None:
        return None
    usual, codes = _CODES[function]
    code = found["code"] or usual
    based = function == "based_int"
    if not code or code not in codes or found["prefix"] and not based:
        return None
    real = function == "fixed_float"
    if (found["precision"] is not None) != real:
        return None
    fill, given = found["fill"] or " ", found["align"] or found["only"]
    if found["zero"]:
        fill = "0"
        if given is None and align == ">":
            given = "="
    given = given or align
    if given == "=" and function == "padded_text":
        return None
    numbers = [ord(fill), ord(given), int(found["width"] or -1)]
    if based:
        return [*numbers, ord(code), 1 if found["prefix"] else 0]
    return [*numbers, int(found["precision"])] if real else numbers
