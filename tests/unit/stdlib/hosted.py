"""Loads modules of the typeshed of real code under CPython, beside CPython's own.

`load("asyncio")` is our asyncio; its absolute imports of other standard modules get CPython's.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from mirage import lowlevel
from mirage.lowlevel import i64, u32

STDLIB = Path(__file__).resolve().parents[3] / "src" / "mirage" / "typeshed" / "stdlib"
_NAME = "mirage_stdlib"


class _PrintUncaught:
    @staticmethod
    def print_uncaught(exc: BaseException) -> None:
        traceback.print_exception(exc)


class _Entropy:
    random_bytes = staticmethod(os.urandom)


class _TextBuilder:
    """As runtime/text.py's, over a list."""

    def __init__(self, expected: i64) -> None:
        self._parts: list[str] = []

    def put(self, code: u32) -> None:
        self._parts.append(chr(int(code)))

    add = put

    def add_text(self, text: str) -> None:
        self._parts.append(text)

    def add_range(self, text: str, start: i64, end: i64) -> None:
        self._parts.append(text[int(start) : int(end)])

    def finish(self) -> str:
        return "".join(self._parts)


class _Text:
    TextBuilder = _TextBuilder

    @staticmethod
    def char_at(text: str, index: i64) -> u32:
        assert 0 <= index < len(text)
        return u32(ord(text[int(index)]))

    @staticmethod
    def equal_at(text: str, at: i64, part: str) -> bool:
        assert 0 <= at and at + len(part) <= len(text)
        return text.startswith(part, int(at))

    @staticmethod
    def substring(text: str, start: i64, end: i64) -> str:
        assert 0 <= start <= end <= len(text)
        return text[int(start) : int(end)]


class _TextSearch:
    """Nothing is read ahead: the loops behind look at every character."""

    @staticmethod
    def writable_end(text: str, start: i64, end: i64) -> i64:
        return start

    @staticmethod
    def readable_end(text: str, start: i64, end: i64) -> i64:
        return start


class _Containers:
    @staticmethod
    def clamped_word(value: int) -> i64:
        return i64(max(-(2**63), min(value, 2**63 - 1)))


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
    """Our module `name`, e.g. "asyncio" or "json"."""
    if _NAME not in sys.modules:
        package = ModuleType(_NAME)
        package.__path__ = [str(STDLIB)]
        sys.modules[_NAME] = package
        typeshed = ModuleType("_typeshed")
        for protocol in ("SupportsRead", "SupportsWrite", "SupportsRichComparisonT"):
            setattr(typeshed, protocol, TypeVar(protocol))
        sys.modules.setdefault("_typeshed", typeshed)
        _module("mirage.runtime.errors", _PrintUncaught())
        _module("mirage.runtime.entropy", _Entropy())
        _module("mirage.runtime.text", _Text())
        _module("mirage.runtime.text_search", _TextSearch())
        _module("mirage.runtime.containers", _Containers())
        lowlevel.make_small = _make_small
        sys.modules["_dates"] = importlib.import_module(f"{_NAME}._dates")  # ours alone
    return importlib.import_module(f"{_NAME}.{name}")
