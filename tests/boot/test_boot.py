"""Guests booted in QEMU: each ends as a process would, and what is forbidden is caught by the processor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.boot


@pytest.mark.parametrize("machine", ["microvm", "q35"])
@pytest.mark.parametrize("modern", [True, False])
def test_hello(boot: Callable[..., object], machine: str, modern: bool) -> None:
    done = boot("hello", machine=machine, modern=modern)
    assert done.out == f"hello 3 {2**100}\n" and done.err == "to stderr\n" and done.code == 3


def test_hello_is_small(image: Callable[[str], Path]) -> None:
    assert image("hello").stat().st_size <= 128 * 1024


@pytest.mark.parametrize("code", [0, 1, 127, 128, 255])
def test_every_exit_code_passes(boot: Callable[..., object], code: int) -> None:
    assert boot("status", str(code)).code == code


def test_arguments_pass_unchanged(boot: Callable[..., object]) -> None:
    given = ["plain", "two words", 'quote " and \\', "é€😀", "", "--", "line\nbreak"]
    assert boot("arguments", *given).out == "".join(repr(text) + "\n" for text in given)


def test_standard_input_has_an_end(boot: Callable[..., object]) -> None:
    text = "".join(f"line {i}\n" for i in range(500))
    assert boot("copy_input", given=text).out == text + "lines 500\n"
    assert boot("copy_input", given="").out == "lines 0\n"


@pytest.mark.parametrize("machine", ["microvm", "q35"])
@pytest.mark.parametrize("processor", ["max", "max,-rdrand,-rdseed"])
def test_random_bytes_come_from_the_processor_or_the_device(
    boot: Callable[..., object], machine: str, processor: str
) -> None:
    assert boot("random_bytes", machine=machine, extra=("-cpu", processor)).out == "True True\n"


def test_an_uncaught_exception_prints_the_traceback(boot: Callable[..., object]) -> None:
    done = boot("uncaught")
    assert done.code == 1 and done.out == "before\n"
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert "in divide\n" in done.err
    assert done.err.endswith("ZeroDivisionError: integer division or modulo by zero\n")


def test_deep_recursion_is_an_exception(boot: Callable[..., object]) -> None:
    assert boot("recursion").out == "RecursionError\n"


def test_no_memory_is_an_exception(boot: Callable[..., object]) -> None:
    assert boot("out_of_memory", memory=32).out == "MemoryError True\n"


def test_ten_gigabytes_pass_through_a_machine_of_64_megabytes(boot: Callable[..., object]) -> None:
    assert boot("ten_gigabytes", memory=64).out == "True\n"


@pytest.mark.parametrize("machine", ["microvm", "q35"])
def test_clocks_and_sleep(boot: Callable[..., object], machine: str) -> None:
    assert boot("time_passes", machine=machine).out == "True True\n"


@pytest.mark.parametrize(
    ("guest", "code", "text"),
    [
        ("divide_error", 136, "mirage: divide error\n"),
        ("read_page_0", 139, "mirage: page fault at 0x0000000000000010 (read: page 0)\n"),
        ("write_text", 139, "(write: program text)\n"),
        ("write_rodata", 139, "(write: protected)\n"),
        ("write_page_tables", 139, "(write: protected)\n"),
        ("execute_data", 139, "(execute: protected)\n"),
        ("stack_overflow", 139, "(write: stack overflow)\n"),
    ],
)
def test_what_the_processor_catches(boot: Callable[..., object], guest: str, code: int, text: str) -> None:
    done = boot(guest)
    assert done.out == "before\n" and done.code == code
    first = done.err.splitlines(keepends=True)[0]
    assert first.startswith("mirage: ") and first.endswith(text)
    assert "  rip 0x" in done.err and "  at " in done.err and f"{guest}.py:" in done.err
