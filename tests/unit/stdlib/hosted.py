"""Loads modules of the typeshed of real code under CPython, beside CPython's own.

`load("asyncio")` is our asyncio; its absolute imports of other standard modules get CPython's.
"""

from __future__ import annotations

import binascii
import builtins
import functools
import importlib
import os
import sys
import traceback
from pathlib import Path
from types import CoroutineType, ModuleType
from typing import Any, TypeVar

import pytest

from mirage import lowlevel
from mirage.lowlevel import i64

STDLIB = Path(__file__).resolve().parents[3] / "src" / "mirage" / "typeshed" / "stdlib"
_NAME = "mirage_stdlib"


class _PrintUncaught:
    @staticmethod
    def print_uncaught(exc: BaseException) -> None:
        traceback.print_exception(exc)


class _Entropy:
    random_bytes = staticmethod(os.urandom)


class _Functions:
    """What functions know of themselves; CPython's know it in another way."""

    @staticmethod
    def is_partial(kind: type) -> bool:
        return issubclass(kind, functools.partial)

    @staticmethod
    def place(obj: object) -> str | None:
        code = getattr(obj, "__code__", None)
        return None if code is None else f"{code.co_filename}:{code.co_firstlineno}"

    @staticmethod
    def shown(obj: object) -> str:
        return getattr(obj, "__qualname__", repr(obj))


class _Frames:
    @staticmethod
    def stands(frame: CoroutineType[Any, Any, Any]) -> str:
        return f"{frame.__qualname__}() running"


class _BinaryText:
    """What works on memory, by CPython's own; the conformance programs have ours."""

    @staticmethod
    def from_digits(data: bytes) -> bytes | None:
        try:
            return binascii.unhexlify(data)
        except binascii.Error:
            return None

    @staticmethod
    def encode_base64(data: bytes, alphabet: bytes, newline: bool) -> bytes:
        return binascii.b2a_base64(data, newline=newline)

    @staticmethod
    def decode_groups(data: bytes, index: int, out: bytearray, count: int, alphabet: bytes) -> int:
        groups = 0
        while index + 4 <= len(data) and all(byte in alphabet for byte in data[index : index + 4]):
            out[count : count + 3] = binascii.a2b_base64(data[index : index + 4])
            index, count, groups = index + 4, count + 3, groups + 1
        return groups

    crc32 = staticmethod(binascii.crc32)


class _ShortNumbers:
    @staticmethod
    def digits(text: str, start: int, end: int) -> int:
        part = text[start:end]
        return int(part) if end <= len(text) and part.isascii() and part.isdigit() else -1


def _make_small(word: i64) -> int:
    assert -(2**62) <= int(word) < 2**62
    return int(word)


def _module(name: str, source: object) -> None:
    """Register `source`'s public attributes as the module `name`, also on its package."""
    module = ModuleType(name)
    for key in dir(source):
        if not key.startswith("_"):
            setattr(module, key, getattr(source, key))
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    setattr(importlib.import_module(parent), child, module)


def load(name: str) -> ModuleType:
    """Our module `name`, e.g. "asyncio" or "struct"."""
    if _NAME not in sys.modules:
        package = ModuleType(_NAME)
        package.__path__ = [str(STDLIB)]
        sys.modules[_NAME] = package
        typeshed = ModuleType("_typeshed")
        for protocol in ("SupportsNoArgReadline", "SupportsRead", "SupportsWrite", "SupportsRichComparisonT"):
            setattr(typeshed, protocol, TypeVar(protocol))
        sys.modules.setdefault("_typeshed", typeshed)
        _module("mirage.runtime.errors", _PrintUncaught())
        _module("mirage.runtime.functions", _Functions())
        _module("mirage.runtime.frames", _Frames())
        _module("mirage.runtime.entropy", _Entropy())
        _module("mirage.runtime.binary_text", _BinaryText())
        _module("mirage.runtime.short_numbers", _ShortNumbers())
        lowlevel.make_small = _make_small
        sys.modules["_dates"] = importlib.import_module(f"{_NAME}._dates")  # ours alone
    with pytest.MonkeyPatch.context() as patched:  # classes that have names in our `builtins`
        patched.setattr(builtins, "coroutine", CoroutineType, raising=False)
        return importlib.import_module(f"{_NAME}.{name}")
