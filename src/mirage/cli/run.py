"""`mirage run`: build when needed, then run; the exit code is the program's."""

from __future__ import annotations

import ipaddress
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from mirage.cli import building
from mirage.cli.options import TARGETS, manifest_of, optimise_option, path_argument, voice_options
from mirage.cli.output import Output, duration_text
from mirage.cli.wanted import Wanted, announce
from mirage.cli.xen import run_domain, run_in_lab
from mirage.config import Disk, Manifest, Network, Port, check_disks, parse_gateway, parse_ipv4, parse_memory
from mirage.launch import cpython, linux, provision, qemu, taps, xen
from mirage.launch.xenlab.packages import LabError


@click.command()
@path_argument
@click.option("-t", "--target", type=click.Choice(TARGETS), help="Default: linux.")
@click.option(
    "-p", "--port", "ports", multiple=True, metavar="HOST:GUEST", help="A port to reach; repeatable."
)
@click.option("--memory", help="Of the virtual machine: 64M, 1G.")
@click.option(
    "--lab", is_flag=True, help="xen: in a complete Xen under QEMU, made once of Debian's packages."
)
@click.option(
    "--net",
    metavar="HOW",
    help="virtio: `user` (default; no root) or `tap:NAME`.  xen: `bridge:NAME` (default: xl's).  NAME,NAME "
    "for several interfaces.  cpython: "
    "`direct` or `direct:NAME`, our own TCP/IP on a tap device in place of the host's sockets (root, or a "
    "device made for you).",
)
@click.option(
    "--disk",
    "disks",
    multiple=True,
    metavar="NAME=FILE",
    help="A disk of the program: a raw image or a block device; NAME:ro=FILE protects it; repeatable.",
)
@click.option(
    "--ipv4",
    "addresses",
    multiple=True,
    metavar="ADDRESS/BITS",
    help="A static address, where the network is ours, or `dhcp`; again for each further interface.",
)
@click.option("--ipv4-gateway", metavar="ADDRESS", help="The router of the network that --ipv4 is in.")
@optimise_option
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@voice_options
def run(
    path: Path,
    target: str | None,
    ports: tuple[str, ...],
    memory: str | None,
    lab: bool,
    net: str | None,
    disks: tuple[str, ...],
    addresses: tuple[str, ...],
    ipv4_gateway: str | None,
    optimise: int,
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
    manifest = manifest_of(path, output, optimise)
    if target is None:
        target = "linux"
        output.detail("no -t given: running as a process of this machine (-t linux)")
    try:
        if lab and target != "xen":
            raise ValueError(f"--lab belongs to -t xen; -t {target} needs no Xen")
        connection, device = _connection(target, "lab" if lab and net is None else net)
        devices = tuple(device.split(",")) if device else ()
        if memory is not None and target not in ("virtio", "xen"):
            raise ValueError(f"--memory belongs to virtual machines; -t {target} uses this machine's")
        if addresses and connection == "host":
            raise ValueError(f"--ipv4 needs a network of our own; -t {target} uses this machine's")
        wanted = Wanted(
            target=target,
            arguments=arguments or manifest.args,
            ports=tuple(Port.parse(text) for text in ports) or manifest.ports,
            memory=parse_memory(memory) if memory is not None else manifest.memory,
            networks=_networks(manifest.networks, addresses, ipv4_gateway, devices),
            connection=connection,
            devices=devices,
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
                announce([port.host for port in wanted.ports], "127.0.0.1", output)
                cpython.run(manifest.entry, wanted.arguments)
            case "linux":
                linux.check_ports([(port.host, port.guest) for port in wanted.ports])
                built = building.build(manifest, target, output)
                announce([port.host for port in wanted.ports], "127.0.0.1", output)
                linux.run(built.image, str(manifest.entry), wanted.arguments)
            case "virtio":
                _run_virtual_machine(manifest, wanted, output)
            case _ if lab:
                run_in_lab(manifest, wanted, output)
            case _:
                _check_guest_ports(wanted, "as a domain")
                run_domain(manifest, wanted, output)
    except (
        ValueError,
        linux.CannotMap,
        provision.Missing,
        qemu.LaunchError,
        taps.TapError,
        xen.XenError,
        LabError,
    ) as error:
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
        case "xen", "lab" if not device:
            return "lab", ""
        case "xen", "":
            return "bridge", ""
        case "xen", "bridge" if device:
            return "bridge", device
        case "cpython", "direct":
            return "direct", device or taps.DEFAULT_NAME
    choices = {
        "cpython": "write `direct` or `direct:NAME`, or leave it out for this machine's sockets",
        "linux": "this target uses this machine's sockets; leave it out",
        "virtio": "write `user` (no root needed) or `tap:NAME`",
        "xen": "write `bridge:NAME`, or leave it out for xl's default bridge (--lab brings its own network)",
    }
    raise ValueError(f"--net {net} with -t {target}: {choices[target]}")


def _networks(
    configured: tuple[Network, ...], addresses: tuple[str, ...], gateway: str | None, devices: tuple[str, ...]
) -> tuple[Network, ...]:
    """One for each interface: of the command line, else of the configuration.  Raises ValueError."""
    networks = list(configured)
    if addresses:
        bridges = [network.bridge for network in configured] + [""] * len(addresses)
        networks = [
            Network(None if text == "dhcp" else parse_ipv4(text), bridge=bridge)
            for text, bridge in zip(addresses, bridges, strict=False)
        ]
    if gateway is not None:
        if not addresses:
            raise ValueError("--ipv4-gateway needs --ipv4")
        router = parse_gateway(gateway)
        holders = [number for number, network in enumerate(networks) if _holds(network, router)]
        holder = holders[0] if holders else 0
        networks[holder] = replace(networks[holder], gateway=router)
    if len(devices) > len(networks):
        networks += [Network() for _ in range(len(devices) - len(networks))]
    elif devices and len(devices) < len(networks):
        raise ValueError(f"--net names {len(devices)} of {len(networks)} interfaces: write NAME,NAME")
    return tuple(networks)


def _holds(network: Network, address: str) -> bool:
    """The address is one of the network of this interface."""
    if network.ipv4 is None:
        return False
    return ipaddress.IPv4Address(address) in ipaddress.IPv4Interface(network.ipv4).network


def _run_direct(manifest: Manifest, wanted: Wanted, output: Output) -> NoReturn:
    """CPython with our TCP/IP; the default device has an agreed address, others ask by DHCP for one."""
    network = wanted.network
    if len(wanted.networks) > 1:
        raise ValueError("--net direct has one interface; several are for virtual machines")
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
        announce([port.guest for port in wanted.ports], address.partition("/")[0], output)
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


def _check_guest_ports(wanted: Wanted, where: str = "on a tap device") -> None:
    """Nothing is forwarded where the program has an address of its own."""
    for port in wanted.ports:
        if port.host != port.guest:
            raise ValueError(
                f"-p {port.host}:{port.guest}: {where} the program has an address of its own, "
                f"and its port {port.guest} is reached there.  Write -p {port.guest}"
            )


def _run_virtual_machine(manifest: Manifest, wanted: Wanted, output: Output) -> NoReturn:
    network = wanted.network
    on_tap = wanted.connection == "tap"
    if on_tap:
        _check_guest_ports(wanted)
        for device in wanted.devices:
            taps.check_exists(device)
    provision.ensure_qemu(output.say)
    built = building.build(manifest, "virtio", output)
    machine = qemu.Machine(
        image=built.image,
        argv0=str(manifest.entry),
        arguments=wanted.arguments,
        options=wanted.network_options(),
        ports=() if on_tap else [(port.host, port.guest) for port in wanted.ports],
        memory_mib=wanted.memory >> 20,
        networks=wanted.devices if on_tap else ["user" for _ in wanted.networks],
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
        announce([port.host for port in wanted.ports], "127.0.0.1", output)
    elif network.ipv4 is not None:
        announce(guest_ports, network.ipv4.partition("/")[0], output)
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
                announce(guest_ports, address, output)

    code = qemu.run(machine, built.symbols, told)
    output.event("exit", code=code)
    sys.exit(code)
