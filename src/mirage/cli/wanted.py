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

    networks    one for each interface, one at least
    connection  how the network is reached: `host`, `user`, `lab`, or `tap`, `direct`, `bridge` on `devices`
    devices     one for each interface, or none: the default
    ports       of the command line, else of the configuration
    """

    target: str
    arguments: tuple[str, ...]
    ports: tuple[Port, ...]
    memory: int
    networks: tuple[Network, ...]
    connection: str
    devices: tuple[str, ...]
    disks: tuple[Disk, ...]

    @property
    def network(self) -> Network:
        """Of the first interface."""
        return self.networks[0]

    @property
    def device(self) -> str:
        """Of the first interface, "" without one."""
        return self.devices[0] if self.devices else ""

    def disk_files(self) -> list[tuple[str, Path, bool]]:
        return [(disk.name, disk.file.absolute(), disk.read_only) for disk in self.disks]

    def network_options(self) -> list[str]:
        """The words that give an image its static addresses; none for DHCP."""
        return network_options(self.networks)

    def bridges(self) -> list[str]:
        """Of a Xen host, one for each interface; "": its default."""
        return list(self.devices) or [network.bridge for network in self.networks]


def network_options(networks: Sequence[Network]) -> list[str]:
    """`--ipv4=` for the first interface, `--ipv4.1=` for the second, and so on."""
    options = []
    for number, network in enumerate(networks):
        suffix = f".{number}" if number else ""
        if network.ipv4 is not None:
            options.append(f"--ipv4{suffix}={network.ipv4}")
        if network.gateway is not None:
            options.append(f"--ipv4-gateway{suffix}={network.gateway}")
    return options


def announce(ports: Sequence[int], address: str, output: Output) -> None:
    for port in ports:
        output.event("url", url=f"http://{address}:{port}/")
        output.say(f"listening, when the program does, on http://{address}:{port}/  (Ctrl-C stops)")
