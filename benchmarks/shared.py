"""What the benchmarks of several directories do alike."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))


def room() -> Path:
    """Where images and modules under measurement are kept."""
    directory = ROOT / ".mirage" / "benchmarks"
    directory.mkdir(parents=True, exist_ok=True)
    return directory


def linux_image(entry: Path, name: str) -> Path:
    """The program compiled for linux, everything from nothing."""
    from mirage.compiler.driver import BuildRequest, build_image

    image = room() / f"{name}.linux"
    build_image(
        BuildRequest(
            entry=entry,
            target="linux",
            output=image,
            emit=None,
            cache=None,
            progress=lambda stage, seconds: None,
        )
    )
    return image


def geometric_mean(values: Iterable[float]) -> float:
    logarithms = [math.log(value) for value in values]
    return math.exp(sum(logarithms) / len(logarithms))
