"""PEP 695: read when the tool runs under Python 3.12 or newer, refused with the place otherwise."""

import sys
from pathlib import Path

import pytest

from mirage.compiler.driver import check_program
from mirage.compiler.errors import CompileErrors

PROGRAM = """\
from collections.abc import Callable

type Pair[T] = tuple[T, T]


def first[T](items: list[T]) -> T:
    return items[0]


def total[N: (int, float)](items: list[N], zero: N) -> N:
    for item in items:
        zero = zero + item
    return zero


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def map[U](self, change: Callable[[T], U]) -> list[U]:
        return [change(item) for item in self.items]


pair: Pair[int] = (1, 2)
print(first([1]), total([0.5], 1.0), Stack[int]().map(str), pair)
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    entry = tmp_path / "program.py"
    entry.write_text(PROGRAM, encoding="utf-8")
    return entry


def test_type_parameters_are_read_or_refused_by_their_line(program: Path) -> None:
    if sys.version_info >= (3, 12):
        check_program(program, "linux")
        return
    with pytest.raises(CompileErrors) as caught:
        check_program(program, "linux")
    assert {error.line for error in caught.value.errors} >= {3}
    assert "3.12" in caught.value.errors[0].message
