"""Images of several programs: which of them this run is to be."""

from __future__ import annotations

import sys


def is_called(path: str) -> bool:
    """The program given to the compiler as `path` is the one that sys.argv[0] names."""
    return sys.argv[0] == path


def none_is_called() -> None:
    """sys.argv[0] is no program of this image."""
    sys.exit("mirage: this image has no program " + repr(sys.argv[0]))
