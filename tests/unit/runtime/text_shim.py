"""Run the text modules of `mirage.runtime` under CPython on memory made by ctypes.

A str of the runtime becomes a `HeapText`; `foreign` and `native` convert.  What makes lists, and the error
handlers, which take literals for texts of the runtime, are for the conformance programs.
"""

from __future__ import annotations

import ctypes
import importlib
import sys
from types import SimpleNamespace
from typing import Any

import mirage.lowlevel as lowlevel

MODULES = ["text", "text_search", "text_codecs", "text_codecs_wide"]


class _Tail:
    def __init__(self, memory: Any) -> None:
        self.memory = memory

    @property
    def count(self) -> lowlevel.i64:
        return lowlevel.i64(len(self.memory) - 8)

    def __getitem__(self, index: Any) -> lowlevel.u8:
        return lowlevel.u8(self.memory.raw[int(index)])

    def __setitem__(self, index: Any, value: Any) -> None:
        self.memory[int(index)] = int(value)


class Heap:
    """A str or bytes; the eight bytes behind it, which may be read with its last word, are not zero."""

    def __init__(self, count: int) -> None:
        self.memory = ctypes.create_string_buffer(bytes(count) + b"\xa5" * 8, count + 8)
        self._tail = _Tail(self.memory)
        self._length = lowlevel.i64(count)
        self._kind = lowlevel.i64(1)


def _compare(a: Any, b: Any, size: Any) -> lowlevel.i32:
    x, y = ctypes.string_at(int(a), int(size)), ctypes.string_at(int(b), int(size))
    return lowlevel.i32((x > y) - (x < y))


def _loader(kind: Any, word: Any) -> Any:
    return lambda address: word(kind.from_address(int(address)).value)


def _storer(kind: Any) -> Any:
    return lambda address, value: setattr(kind.from_address(int(address)), "value", int(value))


PATCHES: dict[str, Any] = {
    "new_with_tail": lambda cls, count: Heap(int(count)),
    "tail_address": lambda value: lowlevel.u64(ctypes.addressof(value.memory)),
    "keep_alive": lambda value: None,
    "texts_have_subclasses": lambda: False,
    "some_literal_has": lambda *parts: False,
    "some_literal_is": lambda *names: True,
    "compare_memory": _compare,
    "copy_memory": lambda t, s, n: ctypes.memmove(int(t), int(s), int(n)),
    "fill_memory": lambda t, v, n: ctypes.memset(int(t), int(v), int(n)),
}
for bits in (8, 16, 32, 64):
    kind = getattr(ctypes, f"c_uint{bits}")
    PATCHES[f"load{bits}"] = _loader(kind, getattr(lowlevel, f"u{bits}"))
    PATCHES[f"store{bits}"] = _storer(kind)


def texts() -> SimpleNamespace:
    """The modules, imported on top of the simulated memory."""
    saved = {name: getattr(lowlevel, name) for name in PATCHES}
    names = [f"mirage.runtime.{name}" for name in MODULES]
    previous = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    try:
        for name, replacement in PATCHES.items():
            setattr(lowlevel, name, replacement)
        loaded = SimpleNamespace(**{name.rsplit(".")[-1]: importlib.import_module(name) for name in names})
        vars(loaded.text_codecs)["normalised"] = lambda name: name.replace("-", "")  # of a literal
        return loaded
    finally:
        for name, original in saved.items():
            setattr(lowlevel, name, original)
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(previous)


def foreign(text: str) -> Any:
    """A CPython str as the runtime holds it."""
    kind = 1 if all(c < "\u0100" for c in text) else 2 if all(c < "\U00010000" for c in text) else 4
    encoded = text.encode(
        {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[kind], *["surrogatepass"][: kind - 1]
    )
    heap = Heap(len(encoded))
    ctypes.memmove(heap.memory, encoded, len(encoded))
    heap._length = lowlevel.i64(len(text))
    heap._kind = lowlevel.i64(kind)
    return heap


def native(text: Any) -> str:
    """The CPython str of one of the runtime; checks that its kind is minimal."""
    if isinstance(text, str):
        return text
    kind, length = int(text._kind), int(text._length)
    raw = text.memory.raw[: kind * length]
    result = raw.decode({1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[kind], *["surrogatepass"][: kind - 1])
    assert len(result) == length and (
        kind == 1 or max(result, default="") >= ("\u0100", "\U00010000")[kind // 4]
    )
    return result


def native_bytes(data: Any) -> bytes:
    return data if isinstance(data, bytes) else data.memory.raw[:-8]


def address(data: bytes) -> tuple[lowlevel.u64, Any]:
    """Where a copy of some bytes lies; the second keeps it there."""
    heap = Heap(len(data))
    ctypes.memmove(heap.memory, data, len(data))
    return lowlevel.u64(ctypes.addressof(heap.memory)), heap
