"""What `mirage run` was asked for, from the command line and the configuration together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mirage.cli.output import Output
from mirage.config import Disk, Network, Port


@dataclass(frozen=True)
class Wanted:
    """What the command line and the configuration ask for together.

    connection  how the network is reached: `host`, `user`, `lab`, or `tap`, `direct`, `bridge` on the device
                `device`
    ports       of the command line, else of the configuration
    """

    target: str
    arguments: tuple[str, ...]
    ports: tuple[Port, ...]
    memory: int
    network: Network
    connection: str
    device: str
    disks: tuple[Disk, ...]

    def disk_files(self) -> list[tuple[str, Path, bool]]:
        return [(disk.name, disk.file.absolute(), disk.read_only) for disk in self.disks]

    def network_options(self) -> list[str]:
        """The words that give an image its static address; none for DHCP."""
        return network_options(self.network)


def network_options(network: Network) -> list[str]:
    if network.ipv4 is None:
        return []
    gateway = [] if network.gateway is None else [f"--ipv4-gateway={network.gateway}"]
    return [f"--ipv4={network.ipv4}", *gateway]


def announce(ports: Sequence[int], address: str, output: Output) -> None:
    for port in ports:
        output.event("url", url=f"http://{address}:{port}/")
        output.say(f"listening, when the program does, on http://{address}:{port}/  (Ctrl-C stops)")
