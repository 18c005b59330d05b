"""Stage 1: the user's Python, host sockets, nothing compiled."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn


def run(entry: Path, arguments: Sequence[str]) -> NoReturn:
    """Become `python ENTRY ARGUMENTS`: streams, signals and the exit code are the program's own."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, str(entry), *arguments])
