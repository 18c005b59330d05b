"""Stage 3: the program as one static process of this Linux machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn


class CannotMap(Exception):
    """A port of the host was to lead to another port of the program."""


def check_ports(ports: Sequence[tuple[int, int]]) -> None:
    """Equal ports need nothing: the program's sockets are the host's.  Raises CannotMap for others."""
    for host, guest in ports:
        if host != guest:
            raise CannotMap(
                f"-p {host}:{guest}: the linux target uses the host's own sockets, so port {guest} of the "
                f"program is port {guest} of this machine and cannot appear as {host}.  Use -t virtio, "
                "or let the program take its port from its arguments"
            )


def run(image: Path, argv0: str, arguments: Sequence[str]) -> NoReturn:
    """Become the program: streams, signals and the exit code are its own; sys.argv[0] is `argv0`."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(image, [argv0, *arguments])
