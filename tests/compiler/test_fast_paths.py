"""What the IR of common code does not do: look up classes, make frames, make objects for hashes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
from __future__ import annotations

class Node:
    def __init__(self, value: int, following: Node | None) -> None:
        self.value = value
        self.following = following

class Shape:
    def area(self) -> float:
        raise NotImplementedError

class Square(Shape):
    def area(self) -> float:
        return 4.0

class Circle(Shape):
    def area(self) -> float:
        return 3.0

def length(node: Node | None) -> int:
    count = 0
    while node is not None:
        count += 1
        node = node.following
    return count

def squares(values: list[int]) -> int:
    return sum(v * v for v in values if v)

def has_zero(values: list[int]) -> bool:
    return any(v == 0 for v in values)

def listed(values: list[int]) -> str:
    return ", ".join(str(v) for v in values) + str(sum([v * 2 for v in values]))

def later(values: list[int]) -> int:
    return sum((lambda: v)() for v in values)

def through(numbers: range) -> int:
    total = 0
    for number in numbers:
        total += number
    return total

def area(shape: Shape) -> float:
    return shape.area()

table = {(1, 2): 3}
print(length(Node(1, None)), squares([1, 2]), has_zero([0]), listed([1]), later([1]), table[1, 2])
print(through(range(3)))
print([area(shape) for shape in (Square(), Circle())])
"""


@pytest.fixture(scope="module")
def functions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The IR of each function by its name."""
    room = tmp_path_factory.mktemp("fast")
    (room / "app.py").write_text(PROGRAM)
    command = [
        sys.executable,
        "-P",
        "-m",
        "mirage.compiler",
        room / "app.py",
        "--emit",
        "ir",
        "-o",
        room / "ir",
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    parts = re.split(r"^(?=(?:\w+ )*def )", (room / "ir").read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = ((re.match(r"(?:\w+ )*def (.+?)\((?:self|\w+:|\))", part), part) for part in parts)
    return {match[1]: part for match, part in named if match is not None}


def test_an_optional_value_is_compared_with_none_only(functions: dict[str, str]) -> None:
    text = functions["__main__.length"]
    assert "isinstance" not in text and "none_lacks" in text


def test_a_generator_expression_that_is_consumed_at_once_has_no_frame(functions: dict[str, str]) -> None:
    for name in ("squares", "has_zero", "listed"):
        assert "<genexpr>" not in functions[f"__main__.{name}"]
    assert "<genexpr>" in functions["__main__.later"]  # the lambda keeps its variable


def test_a_loop_over_a_range_object_has_no_iterator(functions: dict[str, str]) -> None:
    text = functions["__main__.through"]
    assert "_RangeIterator" not in text and "count_word" in text


def test_dispatch_reads_the_class_of_an_object_at_once(functions: dict[str, str]) -> None:
    stubs = [text for name, text in functions.items() if name.startswith("dispatch.call.__main__.Shape.area")]
    assert len(stubs) == 1 and "switch class of object" in stubs[0]


def test_the_hash_of_a_tuple_as_a_key_is_a_word(functions: dict[str, str]) -> None:
    assert "-> i64" in functions["builtins.tuple._hash_items[object]"].splitlines()[0]
