"""What all tests share."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Tests run in parallel on few cores: a fixed hash seed keeps failures repeatable.
os.environ.setdefault("PYTHONHASHSEED", "0")
sys.path.insert(0, str(ROOT / "src"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Boot tests need QEMU; where it is missing they are skipped with that reason, never silently."""
    if shutil.which("qemu-system-x86_64") is not None:
        return
    skip = pytest.mark.skip(reason="qemu-system-x86_64 is not installed")
    for item in items:
        if "boot" in item.keywords:
            item.add_marker(skip)
