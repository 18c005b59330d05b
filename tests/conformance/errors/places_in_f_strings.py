"""Where tracebacks place what goes wrong in f-strings: formatting is marked as the whole string, a value as itself."""

import sys
import traceback
from collections.abc import Callable
from typing import Any

text: Any = "abc"
kind: Any = "z"
CASES: list[Callable[[], Any]] = []


def case(function: Callable[[], Any]) -> Callable[[], Any]:
    CASES.append(function)
    return function


class Silent:
    def __repr__(self) -> str:
        raise RuntimeError("says nothing")


@case
def several_values() -> str:
    return f"{text:>10} {text!r} {text:d}"


@case
def alone() -> str:
    return f"{text:d}"


@case
def as_argument() -> None:
    print(f"{text:d} kilos", 1)


@case
def joined_literals() -> str:
    line = f"a{text}" f"{text:d}" "k"
    return line


@case
def nested_formats() -> str:
    return f"a{text:{kind}} {text}" + "k"


@case
def formats_of_formats() -> str:
    return "<" + f"a{text:{kind:d}{text}} {text}"


@case
def no_text_of_its_own() -> None:
    print("a", f"é {Silent()!r} {text}")


@case
def over_lines() -> None:
    print(
        f"""a
   {text}
 {text:d} """
    )


@case
def two_literals_on_two_lines() -> None:
    print(
        1,
        f"a{text}"
        f"{text:{kind}}",
    )


@case
def attribute_of_a_value() -> None:
    print(1, f"a{text.missing} b {text}")


@case
def inner_string() -> None:
    print(1, f"a{ f'{text:d}' } b {text}")


for function in CASES:
    try:
        function()
    except Exception:
        traceback.print_exc(file=sys.stdout)
