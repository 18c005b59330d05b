"""Our asyncio does what CPython's does, in the same order."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from asyncio_programs import PROGRAMS
from hosted import load

ours = load("asyncio")


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.__name__)
def test_same_events_in_the_same_order_as_cpython(program: Callable[..., Any]) -> None:
    expected: list[object] = []
    asyncio.run(program(asyncio, expected))
    found: list[object] = []
    ours.run(program(ours, found))
    assert found == expected
