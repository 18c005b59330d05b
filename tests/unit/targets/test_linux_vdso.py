"""The clock function is found in the vDSO of the process that runs the tests."""

from __future__ import annotations

import ctypes
import platform
import sys
import time
from pathlib import Path

import pytest

from mirage.lowlevel import u8, u16, u32, u64
from mirage.targets.linux import vdso

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="needs Linux on x86_64"
)


class _Timespec(ctypes.Structure):
    _fields_ = [("seconds", ctypes.c_int64), ("nanoseconds", ctypes.c_int64)]


@pytest.fixture(autouse=True)
def own_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def name_address(text: str) -> u64:
        assert text == vdso._NAME
        return u64(ctypes.addressof(name))

    name = ctypes.create_string_buffer(vdso._NAME.encode())
    monkeypatch.setattr(vdso, "load8", lambda a: u8(ctypes.c_uint8.from_address(int(a)).value))
    monkeypatch.setattr(vdso, "load16", lambda a: u16(ctypes.c_uint16.from_address(int(a)).value))
    monkeypatch.setattr(vdso, "load32", lambda a: u32(ctypes.c_uint32.from_address(int(a)).value))
    monkeypatch.setattr(vdso, "load64", lambda a: u64(ctypes.c_uint64.from_address(int(a)).value))
    monkeypatch.setattr(vdso, "tail_address", name_address)


def _process(*auxiliary: int) -> ctypes.Array[ctypes.c_uint64]:
    """argc 1, argv, two environment entries, the auxiliary vector."""
    words = [1, 0x1000, 0, 0x2000, 0x3000, 0, *auxiliary, 0, 0]
    return (ctypes.c_uint64 * len(words))(*words)


def _image() -> int:
    for line in Path("/proc/self/maps").read_text().splitlines():
        if line.endswith("[vdso]"):
            return int(line.split("-")[0], 16)
    pytest.skip("no vDSO here")


def test_the_function_found_tells_the_monotonic_clock() -> None:
    stack = _process(6, 4096, 33, _image())
    address = int(vdso.find_clock(u64(ctypes.addressof(stack))))
    assert address != 0
    function = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.POINTER(_Timespec))(address)
    now = _Timespec()
    before = time.monotonic_ns()
    assert function(1, ctypes.byref(now)) == 0
    assert before <= now.seconds * 10**9 + now.nanoseconds <= time.monotonic_ns()


def test_a_process_without_a_vdso_has_no_function() -> None:
    stack = _process(6, 4096)
    assert vdso.find_clock(u64(ctypes.addressof(stack))) == 0


def test_a_name_the_table_does_not_hold_is_not_found(monkeypatch: pytest.MonkeyPatch) -> None:
    stack = _process(33, _image())
    monkeypatch.setattr(vdso, "_hash_of_name", lambda: u64(12345))
    assert vdso.find_clock(u64(ctypes.addressof(stack))) == 0
