"""Format specifiers of the common kind, read while compiling: `{n:02d}`, `{name:<10}`, `{ratio:8.3f}`.

What they ask for is passed as numbers to a function of mirage.runtime.formatting; every other specifier,
wrong ones too, is read when the program runs.
"""

from __future__ import annotations

import re

_FIELD = re.compile(
    r"(?:(?P<fill>[ -~])(?P<align>[<>^=])|(?P<only>[<>^=])?(?P<zero>0)?)"
    r"(?P<width>[1-9][0-9]{0,3})?(?:\.(?P<precision>[0-9]{1,2}))?(?P<code>[dfs])?"
)


def read_field(spec: str, function: str, align: str) -> list[int] | None:
    """The arguments that mirage.runtime.formatting's function takes for the specifier; None: read it there.

    align  what is meant without one
    """
    found = _FIELD.fullmatch(spec)
    if found is None:
        return None
    code = found["code"] or {"padded_int": "d", "padded_text": "s", "fixed_float": ""}[function]
    if code != {"padded_int": "d", "padded_text": "s", "fixed_float": "f"}[function]:
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
    return [*numbers, int(found["precision"])] if real else numbers
