"""`mirage run`: build when needed, then run; the exit code is the program's."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from mirage.cli import building
from mirage.cli.options import TARGETS, manifest_of, path_argument, voice_options
from mirage.cli.output import Output, duration_text
from mirage.config import Disk, Manifest, Network, Port, check_disks, parse_gateway, parse_ipv4, parse_memory
from mirage.launch import cpython, linux, provision, qemu, taps


@dataclass(frozen=True)
class _Wanted:
    """What the command line and the configuration ask for together.

    connection  `user`, or how the network is reached otherwise: `tap` and `direct` on the device `device`
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


@click.command()
@path_argument
@click.option("-t", "--target", type=click.Choice(TARGETS), help="Default: linux.")
@click.option(
    "-p", "--port", "ports", multiple=True, metavar="HOST:GUEST", help="A port to reach; repeatable."
)
@click.option("--memory", help="Of the virtual machine: 64M, 1G.")
@click.option(
    "--net",
    metavar="HOW",
    help="virtio: `user` (default; no root) or `tap:NAME`.  cpython: `direct` or `direct:NAME`, our own "
    "TCP/IP on a tap device in place of the host's sockets (root, or a device made for you).",
)
@click.option(
    "--disk",
    "disks",
    multiple=True,
    metavar="NAME=FILE",
    help="A disk of the program: a raw image or a block device; NAME:ro=FILE protects it; repeatable.",
)
@click.option("--ipv4", metavar="ADDRESS/BITS", help="A static address, where the network is ours.")
@click.option("--ipv4-gateway", metavar="ADDRESS", help="The router that goes with --ipv4.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@voice_options
def run(
    path: Path,
    target: str | None,
    ports: tuple[str, ...],
    memory: str | None,
    net: str | None,
    disks: tuple[str, ...],
    ipv4: str | None,
    ipv4_gateway: str | None,
    arguments: tuple[str, ...],
    verbose: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Build and run PATH, a file or a directory with app.py or [tool.mirage] entry.

    Arguments after -- reach the program's sys.argv.  Standard output, standard error and the exit code
    are the program's.
    """
    output = Output(quiet, verbose, as_json)
    manifest = manifest_of(path, output)
    if target is None:
        target = "linux"
        output.detail("no -t given: running as a process of this machine (-t linux)")
    try:
        connection, device = _connection(target, net)
        if memory is not None and target != "virtio":
            raise ValueError(f"--memory belongs to virtual machines; -t {target} uses this machine's")
        if ipv4 is not None and connection == "host":
            raise ValueError(f"--ipv4 needs a network of our own; -t {target} uses this machine's")
        wanted = _Wanted(
            target=target,
            arguments=arguments or manifest.args,
            ports=tuple(Port.parse(text) for text in ports) or manifest.ports,
            memory=parse_memory(memory) if memory is not None else manifest.memory,
            network=_network(manifest.network, ipv4, ipv4_gateway),
            connection=connection,
            device=device,
            disks=tuple(Disk.parse(text) for text in disks) or manifest.disks,
        )
        check_disks(wanted.disks)
        if target in ("cpython", "linux"):
            cpython.give_disks(wanted.disk_files())
        match target:
            case "cpython" if connection == "direct":
                _run_direct(manifest, wanted, output)
            case "cpython":
                linux.check_ports([(port.host, port.guest) for port in wanted.ports])
                _announce([port.host for port in wanted.ports], "127.0.0.1", output)
                cpython.run(manifest.entry, wanted.arguments)
            case "linux":
                linux.check_ports([(port.host, port.guest) for port in wanted.ports])
                built = building.build(manifest, target, output)
                _announce([port.host for port in wanted.ports], "127.0.0.1", output)
                linux.run(built.image, str(manifest.entry), wanted.arguments)
            case _:
                _run_virtual_machine(manifest, wanted, output)
    except (ValueError, linux.CannotMap, provision.Missing, qemu.LaunchError, taps.TapError) as error:
        output.fail(str(error))


def _connection(target: str, net: str | None) -> tuple[str, str]:
    """The kind of network and its device.  Raises ValueError."""
    kind, _, device = (net or "").partition(":")
    match target, kind:
        case (("cpython" | "linux"), ""):
            return "host", ""
        case "virtio", ("" | "user") if not device:
            return "user", ""
        case "virtio", "tap" if device:
            return "tap", device
        case "cpython", "direct":
            return "direct", device or taps.DEFAULT_NAME
    choices = {
        "cpython": "write `direct` or `direct:NAME`, or leave it out for this machine's sockets",
        "linux": "this target uses this machine's sockets; leave it out",
        "virtio": "write `user` (no root needed) or `tap:NAME`",
    }
    raise ValueError(f"--net {net} with -t {target}: {choices[target]}")


def _network(configured: Network, ipv4: str | None, gateway: str | None) -> Network:
    if ipv4 is not None:
        return Network(parse_ipv4(ipv4), parse_gateway(gateway) if gateway else None)
    if gateway is not None:
        raise ValueError("--ipv4-gateway needs --ipv4")
    return configured


def _announce(ports: Sequence[int], address: str, output: Output) -> None:
    for port in ports:
        output.event("url", url=f"http://{address}:{port}/")
        output.say(f"listening, when the program does, on http://{address}:{port}/  (Ctrl-C stops)")


def _run_direct(manifest: Manifest, wanted: _Wanted, output: Output) -> NoReturn:
    """CPython with our TCP/IP; the default device has an agreed address, others ask by DHCP for one."""
    network = wanted.network
    if not network.is_static and wanted.device == taps.DEFAULT_NAME:
        network = Network(taps.DEFAULT_ADDRESS, taps.DEFAULT_HOST)
    _check_guest_ports(wanted)
    address = network.ipv4
    prefix = int(address.partition("/")[2]) if address is not None else 0
    host = taps.host_address(address, network.gateway) if address is not None else None
    descriptor = taps.open_tap(wanted.device, host, prefix)
    output.event("network", device=wanted.device, ipv4=address)
    output.say(f"our own TCP/IP on the tap device {wanted.device}, {address or 'its address by DHCP'}")
    if address is not None:
        _announce([port.guest for port in wanted.ports], address.partition("/")[0], output)
    cpython.run_direct(
        manifest.entry,
        wanted.arguments,
        cpython.Direct(
            descriptor=descriptor,
            mtu=taps.mtu(wanted.device),
            mac=taps.mac_of(wanted.device),
            ipv4=address,
            gateway=network.gateway,
            tell="json" if output.as_json else "no" if output.quiet else "people",
        ),
    )


def _check_guest_ports(wanted: _Wanted) -> None:
    """Nothing is forwarded where the program has an address of its own."""
    for port in wanted.ports:
        if port.host != port.guest:
            raise ValueError(
                f"-p {port.host}:{port.guest}: on a tap device the program has an address of its own, "
                f"and its port {port.guest} is reached there.  Write -p {port.guest}"
            )


def _run_virtual_machine(manifest: Manifest, wanted: _Wanted, output: Output) -> NoReturn:
    network = wanted.network
    on_tap = wanted.connection == "tap"
    if on_tap:
        _check_guest_ports(wanted)
        taps.check_exists(wanted.device)
    provision.ensure_qemu(output.say)
    built = building.build(manifest, "virtio", output)
    options = []
    if network.ipv4 is not None:
        options.append(f"--ipv4={network.ipv4}")
        if network.gateway is not None:
            options.append(f"--ipv4-gateway={network.gateway}")
    machine = qemu.Machine(
        image=built.image,
        argv0=str(manifest.entry),
        arguments=wanted.arguments,
        options=options,
        ports=() if on_tap else [(port.host, port.guest) for port in wanted.ports],
        memory_mib=wanted.memory >> 20,
        network=wanted.device if on_tap else "user",
        disks=wanted.disk_files(),
    )
    output.event(
        "machine",
        machine=machine.machine,
        acceleration=machine.chosen_acceleration(),
        memory=machine.memory() << 20,
    )
    output.say(f"starting {machine.describe()}")
    guest_ports = [port.guest for port in wanted.ports]
    if not on_tap:
        _announce([port.host for port in wanted.ports], "127.0.0.1", output)
    elif network.ipv4 is not None:
        _announce(guest_ports, network.ipv4.partition("/")[0], output)
    started = time.perf_counter()

    def told(line: str) -> None:
        """What the machine reports while it runs (docs/design/targets.md, "Status lines")."""
        match line.split():
            case ["sealed"]:
                seconds = time.perf_counter() - started
                output.event("booted", seconds=round(seconds, 4))
                output.say(f"booted in {duration_text(seconds)}")
            case ["ipv4", address]:
                output.event("address", ipv4=address)
                output.say(f"the machine has the address {address} (DHCP)")
                _announce(guest_ports, address, output)

    code = qemu.run(machine, built.symbols, told)
    output.event("exit", code=code)
    sys.exit(code)
