"""Run the number modules of `mirage.runtime` under CPython on memory made by ctypes.

A heap int becomes a `HeapInt`; small ints and bools stay CPython's own.  `numbers()` imports the
modules with the memory intrinsics replaced, `native` and `foreign` convert values.
"""

from __future__ import annotations

import builtins
import ctypes
import importlib
import importlib.util
import struct
import sys
from types import SimpleNamespace
from typing import Any

import mirage.lowlevel as lowlevel

SMALL = 2**62
MODULES = [
    "formatting_text",
    "bigint_digits",
    "bigint_core",
    "bigint_bits",
    "bigint",
    "bigint_text",
    "bigint_bytes",
    "bigint_products",
    "floats_decimal",
    "floats_parse",
    "floats_tables",
    "floats_fast",
    "floats_angles",
    "floats_elementary",
    "floats_hyperbolic",
    "floats",
    "floats_special",
    "formatting",
    "formatting_percent",
]


class _Tail:
    def __init__(self, count: int) -> None:
        self.count = lowlevel.i64(count)


HEADER = 16  # bytes before the digits; the second word is their number


class HeapInt:
    """What `new_with_tail(int, n)` makes here."""

    def __init__(self, count: int) -> None:
        self.memory = ctypes.create_string_buffer(HEADER + 8 * count + 8)
        struct.pack_into("<Q", self.memory, 8, count)
        self._negative = False

    @property
    def _tail(self) -> _Tail:
        return _Tail(struct.unpack_from("<Q", self.memory, 8)[0])


class HeapText:
    """A str or bytes under construction."""

    def __init__(self, count: int) -> None:
        self.memory = ctypes.create_string_buffer(count + 8)
        self.count = count


def _new_with_tail(cls: type, count: Any) -> Any:
    return HeapInt(int(count)) if cls is int else HeapText(int(count))


def _tail_address(value: Any) -> lowlevel.u64:
    if isinstance(value, bytes):
        return lowlevel.u64(ctypes.cast(value, ctypes.c_void_p).value or 0)
    return lowlevel.u64(ctypes.addressof(value.memory) + (HEADER if isinstance(value, HeapInt) else 0))


def _address_of(value: HeapInt) -> lowlevel.u64:
    return lowlevel.u64(ctypes.addressof(value.memory))


def _is_small(value: Any) -> bool:
    if type(value) is int:
        assert -SMALL <= value < SMALL, value
        return True
    return False


def _small_value(value: Any) -> lowlevel.i64:
    assert type(value) is int and -SMALL <= value < SMALL, value
    return lowlevel.i64(value)


def _make_small(value: Any) -> int:
    assert type(value) is lowlevel.i64 and -SMALL <= int(value) < SMALL, value
    return int(value)


def _divide(template: str, constraints: str, low: Any, high: Any, divisor: Any) -> lowlevel.u64:
    """The one instruction that the modules spell: 128 bits by 64."""
    assert "divq" in template
    assert int(high) < int(divisor), "the quotient has more than 64 bits"
    return lowlevel.u64((int(high) << 64 | int(low)) // int(divisor))


PATCHES = {
    "asm": _divide,
    "new_with_tail": _new_with_tail,
    "tail_address": _tail_address,
    "address_of": _address_of,
    "is_small": _is_small,
    "small_value": _small_value,
    "make_small": _make_small,
    "load8": lambda a: lowlevel.u8(ctypes.c_uint8.from_address(int(a)).value),
    "store8": lambda a, v: setattr(ctypes.c_uint8.from_address(int(a)), "value", int(v)),
    "store16": lambda a, v: setattr(ctypes.c_uint16.from_address(int(a)), "value", int(v)),
    "load32": lambda a: lowlevel.u32(ctypes.c_uint32.from_address(int(a)).value),
    "store32": lambda a, v: setattr(ctypes.c_uint32.from_address(int(a)), "value", int(v)),
    "load64": lambda a: lowlevel.u64(ctypes.c_uint64.from_address(int(a)).value),
    "store64": lambda a, v: setattr(ctypes.c_uint64.from_address(int(a)), "value", int(v)),
    "copy_memory": lambda t, s, n: ctypes.memmove(int(t), int(s), int(n)),
    "move_memory": lambda t, s, n: ctypes.memmove(int(t), int(s), int(n)),
    "fill_memory": lambda t, v, n: ctypes.memset(int(t), int(v), int(n)),
}

TEXT_PATCHES = {
    "code_at": lambda text, index: lowlevel.i64(ord(text[int(index)])),
    "is_decimal": lambda text, start, most: (
        text[int(start) :].isascii() and text[int(start) :].isdigit() and len(text) - int(start) <= int(most)
    ),
    "decimal_value": lambda text, start, count: lowlevel.u64(int(text[int(start) : int(start + count)])),
    "length_of": lambda text: lowlevel.i64(len(text)),
    "ascii_text": lambda address, count: ctypes.string_at(int(address), int(count)).decode("ascii"),
    "complete_text": lambda text: text.memory.raw[: text.count].decode("ascii"),
    "make_bytes": lambda address, count: ctypes.string_at(int(address), int(count)),
}


def numbers() -> SimpleNamespace:
    """The modules that exist, imported on top of the simulated memory."""
    saved = {name: getattr(lowlevel, name) for name in PATCHES}
    loaded = SimpleNamespace()
    names = [f"mirage.runtime.{name}" for name in MODULES]
    previous = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    # our builtins' own class; no number here is a member of an enumeration
    vars(builtins)["_IntFields"] = type("_IntFields", (), {})
    try:
        for name, replacement in PATCHES.items():
            setattr(lowlevel, name, replacement)
        for short, name in zip(MODULES, names, strict=True):
            if importlib.util.find_spec(name) is not None:
                module = importlib.import_module(name)
                setattr(loaded, short, module)
                if short == "formatting_text":
                    vars(module).update(TEXT_PATCHES)
                if short == "formatting_percent":
                    vars(module)["class_name"] = lambda value: type(value).__name__
                if short in ("formatting", "formatting_percent"):
                    vars(module)["repeat"] = lambda text, times: text * int(times)
    finally:
        del vars(builtins)["_IntFields"]
        for name, original in saved.items():
            setattr(lowlevel, name, original)
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(previous)
    return loaded


def foreign(value: int) -> Any:
    """A CPython int as the runtime holds it."""
    if isinstance(value, bool) or -SMALL <= value < SMALL:
        return value
    magnitude = abs(value)
    count = (magnitude.bit_length() + 59) // 60
    heap = HeapInt(count)
    heap._negative = value < 0
    for i in range(count):
        struct.pack_into("<Q", heap.memory, HEADER + 8 * i, magnitude >> (60 * i) & 2**60 - 1)
    return heap


def native(value: Any) -> int:
    """The CPython int of a runtime int; checks that it is canonical."""
    if isinstance(value, HeapInt):
        count = int(value._tail.count)
        total = 0
        for i in range(count):
            word = struct.unpack_from("<Q", value.memory, HEADER + 8 * i)[0]
            assert word < 2**60
            total |= word << (60 * i)
        assert count and word, "leading zero digit"
        total = -total if value._negative else total
        assert not -SMALL <= total < SMALL, "not normalised"
        return total
    assert isinstance(value, int)
    return value
