"""Our struct packs and unpacks what CPython's does, with its errors."""

from __future__ import annotations

import ctypes
import importlib
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

sys.path.insert(0, str(Path(__file__).parents[1] / "runtime"))

from hosted import load
from number_shim import PATCHES

from mirage import lowlevel
from mirage.lowlevel import i64, u64


class Made:
    """Bytes or a tuple under construction."""

    def __init__(self, cls: type, count: Any) -> None:
        self.cls, self.count = cls, int(count)
        self.memory = ctypes.create_string_buffer(self.count + 8)
        self._tail: dict[int, Any] = {}

    def __len__(self) -> int:
        return self.count

    def finished(self) -> Any:
        if self.cls is bytes:
            return self.memory.raw[: self.count]
        return tuple(self._tail[i] for i in range(self.count))


def finished(value: Any) -> Any:
    return value.finished() if isinstance(value, Made) else value


def address(data: Any) -> u64:
    """Of bytes, of a bytearray's, of what is being made."""
    if isinstance(data, Made):
        return u64(ctypes.addressof(data.memory))
    if isinstance(data, bytearray):
        return u64(ctypes.addressof((ctypes.c_char * len(data)).from_buffer(data)) if data else 0)
    return u64(ctypes.cast(data, ctypes.c_void_p).value or 0)


def struct_module() -> ModuleType:
    """Our struct on memory made by ctypes; CPython's ints are not made anew."""
    stand_ins: dict[str, Any] = {
        **{
            name: PATCHES[name]
            for name in ("load8", "load32", "load64", "store8", "store16", "store32", "store64")
        },
        **{name: PATCHES[name] for name in ("copy_memory", "fill_memory", "make_small")},
        "load16": lambda a: lowlevel.u16(ctypes.c_uint16.from_address(int(a)).value),
        "is_small": lambda value: type(value) is int and -(2**62) <= value < 2**62,
        "small_value": i64,
        "unchecked_cast": lambda cls, value: value,
        "keep_alive": lambda value: None,
        "new_with_tail": Made,
        "tail_address": address,
    }
    modules = {
        "bigint_core": SimpleNamespace(int_from_i64=int, int_from_u64=int),
        "bytes_methods": SimpleNamespace(address=address),
        "text_codecs": SimpleNamespace(bytes_from=lambda at, n: ctypes.string_at(int(at), int(n))),
        "text_repr": SimpleNamespace(class_name=lambda value: type(value).__name__),
    }
    names = [f"mirage.runtime.{name}" for name in (*modules, "packing")]
    saved = {name: getattr(lowlevel, name) for name in stand_ins}
    previous = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    package = importlib.import_module("mirage.runtime")
    attributes = {name: vars(package)[name] for name in (*modules, "packing") if name in vars(package)}
    vars(lowlevel).update(stand_ins)
    try:
        for name, stand_in in modules.items():
            sys.modules[f"mirage.runtime.{name}"] = vars(package)[name] = stand_in  # type: ignore[assignment]
        return load("struct")
    finally:
        vars(lowlevel).update(saved)
        for name in (*modules, "packing"):
            sys.modules.pop(f"mirage.runtime.{name}", None)
            vars(package).pop(name, None)
        sys.modules.update(previous)
        vars(package).update(attributes)


ours = struct_module()

FORMATS = st.builds(
    lambda order, fields: order + "".join(fields),
    st.sampled_from(["", "@", "=", "<", ">", "!"]),
    st.lists(
        st.builds(
            lambda n, c: n + c,
            st.sampled_from(["", "", "2", "0", "3"]),
            st.sampled_from(list("xcbB?hHiIlLqQefdspnNP y")),
        ),
        max_size=5,
    ),
)
VALUES = st.lists(
    st.one_of(
        st.integers(-(2**70), 2**70),
        st.integers(-300, 300),
        st.floats(),
        st.floats(width=16),
        st.binary(max_size=4),
        st.booleans(),
        st.none(),
        st.sampled_from([2**31, 2**32, 2**63, 2**64, -(2**31) - 1, -(2**63) - 1, 65504.0, 65520.0]),
    ),
    max_size=7,
)


def outcome(function: Any, *args: Any) -> str:
    try:
        made = function(*args)
        if isinstance(made, Iterator):
            return repr([finished(one) for one in made])
        return repr(finished(made))
    except Exception as exc:
        return f"{type(exc).__name__}: {exc}"


@settings(max_examples=1500, deadline=None)
@given(FORMATS, VALUES)
@example("0s", [0])
def test_pack_as_cpython(format: str, values: list[Any]) -> None:
    assert outcome(ours.pack, format, *values) == outcome(struct.pack, format, *values)
    assert outcome(ours.calcsize, format) == outcome(struct.calcsize, format)


@settings(max_examples=1500, deadline=None)
@given(FORMATS, st.binary(max_size=64), st.integers(-70, 70))
def test_unpack_as_cpython(format: str, data: bytes, offset: int) -> None:
    if "0p" in format:  # SystemError in CPython 3.11
        return
    assert outcome(ours.unpack, format, data) == outcome(struct.unpack, format, data)
    assert outcome(ours.unpack_from, format, data, offset) == outcome(
        struct.unpack_from, format, data, offset
    )
    assert outcome(ours.iter_unpack, format, data) == outcome(struct.iter_unpack, format, data)
    try:
        size = struct.calcsize(format)
    except struct.error:
        return
    data = (data * (size + 1))[:size] if data else bytes(size)
    assert outcome(ours.unpack, format, data) == outcome(struct.unpack, format, data)


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(["<HH", ">qb", "3sx", "d", ""]), st.integers(0, 12), st.integers(-20, 20))
def test_pack_into_as_cpython(format: str, length: int, offset: int) -> None:
    values: list[Any] = {"<HH": [1, 2], ">qb": [-5, 7], "3sx": [b"ab"], "d": [1.5], "": []}[format]
    found, expected = bytearray(b"\xff" * length), bytearray(b"\xff" * length)
    assert outcome(ours.pack_into, format, found, offset, *values) == outcome(
        struct.pack_into, format, expected, offset, *values
    )
    assert found == expected
