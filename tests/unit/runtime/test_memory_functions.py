"""memcpy, memmove, memset and memcmp of cpu/x86_64/memory.S, loaded into this process."""

from __future__ import annotations

import ctypes
import platform
import random
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "src/mirage/cpu/x86_64/memory.S"
pytestmark = pytest.mark.skipif(platform.machine() != "x86_64", reason="the functions are x86_64 code")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> ctypes.CDLL:
    output = tmp_path_factory.mktemp("memory") / "memory.so"
    command = [sys.executable, "-m", "ziglang", "cc", "-shared", "-nostdlib", str(SOURCE), "-o", str(output)]
    subprocess.run(command, check=True)
    found = ctypes.CDLL(str(output))
    for name in ("memcpy", "memmove", "memset"):
        getattr(found, name).restype = ctypes.c_void_p
    for name in ("memcpy", "memmove", "memcmp"):
        getattr(found, name).argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t]
    found.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
    found.memcmp.restype = ctypes.c_int
    return found


def sizes(generator: random.Random) -> int:
    return generator.choice([generator.randrange(0, 40), generator.randrange(0, 700)])


def test_memmove_and_memcpy_copy_exactly_the_range(library: ctypes.CDLL) -> None:
    generator = random.Random(1)
    for _ in range(3000):
        model = bytearray(generator.randbytes(2000))
        real = (ctypes.c_char * 2000).from_buffer_copy(model)
        base = ctypes.addressof(real)
        size, source = sizes(generator), generator.randrange(0, 1200)
        distance = generator.choice([generator.randrange(-40, 40), generator.randrange(-700, 80)])
        target = max(0, source + distance)
        overlap = abs(target - source) < size
        function = library.memmove if overlap else generator.choice([library.memmove, library.memcpy])
        assert function(base + target, base + source, size) == base + target
        model[target : target + size] = model[source : source + size]
        assert real.raw == bytes(model), (function, source, target, size)


def test_memset_fills_exactly_the_range(library: ctypes.CDLL) -> None:
    generator = random.Random(2)
    for _ in range(1500):
        real = (ctypes.c_char * 1000)()
        base, size, start = ctypes.addressof(real), sizes(generator), generator.randrange(0, 300)
        assert library.memset(base + start, 0x1AB, size) == base + start
        assert real.raw == bytes(start) + b"\xab" * size + bytes(1000 - start - size)


def test_memcmp_has_the_sign_of_the_first_difference(library: ctypes.CDLL) -> None:
    generator = random.Random(3)
    for _ in range(3000):
        a = generator.randbytes(sizes(generator))
        b = bytearray(a)
        if b and generator.random() < 0.8:
            b[generator.randrange(len(b))] = generator.randrange(256)
        expected = (a > bytes(b)) - (a < bytes(b))
        found = library.memcmp(a, bytes(b), len(a))
        assert (found > 0) - (found < 0) == expected
