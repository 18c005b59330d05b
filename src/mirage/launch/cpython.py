"""Stages 1 and 2: the user's Python, nothing compiled, over the host's sockets or over our TCP/IP."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn


def give_disks(disks: Sequence[tuple[str, Path, bool]]) -> None:
    """Tell the program that this process becomes which disks it has: (name, file, read only)."""
    lines = [f"{name}:ro={path}" if read_only else f"{name}={path}" for name, path, read_only in disks]
    if lines:
        os.environ["MIRAGE_DISKS"] = "\n".join(lines)


def run(entry: Path, arguments: Sequence[str]) -> NoReturn:
    """Become `python ENTRY ARGUMENTS`: streams, signals and the exit code are the program's own."""
    _become([str(entry), *arguments])


@dataclass(frozen=True)
class Direct:
    """The network card of a program over our own TCP/IP.

    descriptor  an open tap device
    mtu         bytes of the largest IP packet
    ipv4        address and prefix length; None asks by DHCP
    tell        how an address that comes by DHCP is told on standard error: `people`, `json` or `no`
    """

    descriptor: int
    mtu: int
    mac: int
    ipv4: str | None
    gateway: str | None
    tell: str


def run_direct(entry: Path, arguments: Sequence[str], card: Direct) -> NoReturn:
    """The same, but asyncio's sockets come from our stack on a tap device."""
    settings = [card.descriptor, card.mtu, card.mac, card.ipv4 or "dhcp", card.gateway or "none", card.tell]
    module = "mirage.targets.cpython.direct_program"
    _become(["-P", "-m", module, *map(str, settings), str(entry), *arguments])


def _become(words: Sequence[str]) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *words])
