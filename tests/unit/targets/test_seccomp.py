"""The seccomp filter of the linux target: its decisions, by a small BPF interpreter and by the kernel."""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import struct

import pytest

from mirage.lowlevel import i64, u64
from mirage.targets.linux import seccomp, system

BASE = 0x1000
ALLOW, KILL = 0x7FFF0000, 0x80000000
ARCH = 0xC000003E


def program(network: bool, disks: bool = False) -> list[tuple[int, int, int, int]]:
    """What `install` hands to the kernel: (code, jump true, jump false, value) for each instruction."""
    memory = bytearray(4096)
    given: list[int] = []

    def store(address: u64, value: u64) -> None:
        struct.pack_into("<Q", memory, int(address) - BASE, int(value))

    def call(number: u64, a: u64, b: u64, c: u64) -> i64:
        assert number == system.SECCOMP and a == 1
        given.append(int(c))
        return i64(0)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seccomp, "store64", store)
        patch.setattr(seccomp, "scratch", lambda: u64(BASE))
        patch.setattr(seccomp, "network_is_linked", lambda: network)
        patch.setattr(seccomp, "disks_are_linked", lambda: disks)
        patch.setattr(seccomp, "system_call", call)
        patch.setattr(seccomp, "system_call_6", lambda *_: i64(0))
        assert seccomp.install() == 0
    length, _, address = struct.unpack_from("<HxxIQ", memory, given[0] - BASE)
    return [struct.unpack_from("<HBBI", memory, address - BASE + 8 * index) for index in range(length)]


def decide(code: list[tuple[int, int, int, int]], number: int, first: int = 0, arch: int = ARCH) -> int:
    data = struct.pack("<IIQ6Q", number, arch, 0, first, 0, 0, 0, 0, 0)
    at, accumulator = 0, 0
    while True:
        operation, if_true, if_false, value = code[at]
        at += 1
        if operation == 0x20:
            (accumulator,) = struct.unpack_from("<I", data, value)
        elif operation == 0x15:
            at += if_true if accumulator == value else if_false
        else:
            assert operation == 0x06
            return value


BASIC = {0, 1, 7, 15, 219, 228, 230, 231, 318}
DISKS = {8, 17, 18, 75, 285}
NETWORK = {3, 42, 44, 45, 48, 49, 50, 51, 52, 54, 55, 232, 233, 288, 291}


@pytest.mark.parametrize("disks", [False, True])
@pytest.mark.parametrize("network", [False, True])
def test_exactly_the_listed_calls_are_allowed(network: bool, disks: bool) -> None:
    code = program(network, disks)
    allowed = {number for number in range(600) if decide(code, number, first=99) == ALLOW}
    assert allowed == BASIC | (NETWORK if network else set()) | (DISKS if disks else set())
    assert all(decide(code, number, arch=0x40000003) == KILL for number in range(300))
    assert decide(code, 1 | 0x40000000) == KILL


def test_sockets_are_of_the_internet_families_only() -> None:
    assert [family for family in range(50) if decide(program(True), 41, family) == ALLOW] == [2, 10]
    assert all(decide(program(False), 41, family) == KILL for family in range(50))


@pytest.mark.skipif(platform.machine() != "x86_64" or os.name != "posix", reason="the filter is x86_64's")
@pytest.mark.parametrize(("call", "status"), [(None, 7), (39, -signal.SIGSYS), (41, -signal.SIGSYS)])
def test_the_kernel_takes_it_and_kills(call: int | None, status: int) -> None:
    code = program(False)
    body = b"".join(struct.pack("<HBBI", *instruction) for instruction in code)
    library = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(body)
    header = ctypes.create_string_buffer(struct.pack("<HxxIQ", len(code), 0, ctypes.addressof(buffer)))
    child = os.fork()
    if child == 0:
        library.prctl(38, 1, 0, 0, 0)
        if library.syscall(317, 1, 0, ctypes.byref(header)) != 0:
            library.syscall(231, 99)
        if call is not None:
            library.syscall(call, 2, 1, 0)
        library.syscall(231, 7)
    _, result = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(result) == status
