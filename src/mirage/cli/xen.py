"""`-t xen`: what `mirage build` writes beside the image, and `mirage run` on a Xen host and in the lab."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from mirage.cli import building
from mirage.cli.building import Built
from mirage.cli.output import EXIT_FILES, Output, duration_text
from mirage.cli.wanted import Wanted, announce, network_options
from mirage.config import Manifest, Network
from mirage.images.report import reaches
from mirage.launch import provision, qemu, xen
from mirage.launch.xenlab import machine, program, store

_NVME = "/dev/nvme{}n1"  # what dom0 calls the lab's disks


def config_path(image: Path) -> Path:
    """`hello.xen.elf` -> `hello.xen.cfg`."""
    return image.with_suffix(".cfg") if image.suffix == ".elf" else image.with_name(image.name + ".cfg")


def write_config(manifest: Manifest, built: Built, output: Output) -> Path:
    """The xl configuration of an image that was built, beside it; returns its path."""
    disks = [(disk.name, str(disk.file.absolute()), disk.read_only) for disk in manifest.disks]
    domain = xen.Domain(
        name=manifest.name,
        image=str(built.image.absolute()),
        memory_mib=manifest.memory >> 20,
        argv0=str(manifest.entry),
        arguments=manifest.args,
        options=network_options(manifest.networks),
        bridges=[network.bridge for network in manifest.networks] if _is_on_network(built) else (),
        disks=disks,
    )
    path = config_path(built.image)
    try:
        text = domain.config()
    except (xen.XenError, qemu.LaunchError) as error:
        output.fail(str(error))
    try:
        path.write_text(
            f"# Made by `mirage build -t xen`.  Start it on a Xen host: xl create -c {path.name}\n{text}"
        )
    except OSError as error:
        output.fail(f"cannot write {path}: {error.strerror or error}", EXIT_FILES)
    output.event("config", path=str(path))
    output.say(f"{path}: its configuration; start it on a Xen host with `xl create -c {path}`")
    return path


def _is_on_network(built: Built) -> bool:
    """The program reaches our TCP/IP."""
    return reaches(built.symbols, "mirage.net")


def _domain(manifest: Manifest, wanted: Wanted, built: Built) -> xen.Domain:
    return xen.Domain(
        name=f"{manifest.name}-{os.getpid()}",
        image=str(built.image.absolute()),
        memory_mib=wanted.memory >> 20,
        argv0=str(manifest.entry),
        arguments=wanted.arguments,
        options=wanted.network_options(),
        bridges=wanted.bridges() if _is_on_network(built) else (),
        mac=xen.mac_of(manifest.name),
        disks=[(name, str(path), read_only) for name, path, read_only in wanted.disk_files()],
        ended="preserve",
    )


def run_domain(manifest: Manifest, wanted: Wanted, output: Output) -> NoReturn:
    """The program as a domain of this machine's Xen.  Raises XenError, LaunchError."""
    xen.check_host()
    built = building.build(manifest, "xen", output)
    domain = _domain(manifest, wanted, built)
    output.event("machine", machine="xen", acceleration="xen", memory=wanted.memory, domain=domain.name)
    output.say(f"starting the Xen domain {domain.name}, {domain.memory_mib} MiB")
    ports = [port.guest for port in wanted.ports]
    if domain.bridges:
        if wanted.network.ipv4 is not None:
            announce(ports, wanted.network.ipv4.partition("/")[0], output)
        else:
            output.say("the domain asks for its address by DHCP; --ipv4 gives it one")
    started = time.perf_counter()

    def told(line: str) -> None:
        seconds = time.perf_counter() - started
        match line.split():
            case ["created", number]:
                output.event("created", domain=number, seconds=round(seconds, 4))
                output.say(f"created in {duration_text(seconds)}")
            case ["ipv4", address]:
                _tell_address(address, output)
                announce(ports, address, output)

    code = xen.run(domain, told)
    output.event("exit", code=code)
    sys.exit(code)


def _tell_address(address: str, output: Output) -> None:
    output.event("address", ipv4=address)
    output.say(f"the domain has the address {address} (DHCP)")


def run_in_lab(manifest: Manifest, wanted: Wanted, output: Output) -> NoReturn:
    """The program as a domain of a Xen under QEMU.  Raises LabError, Missing, LaunchError."""
    provision.ensure_qemu(output.say)
    qemu.check_ports([(port.host, port.guest) for port in wanted.ports])

    def working(what: str) -> None:
        output.working(what)
        if not output.is_lively:
            output.say(what)

    def step(name: str, seconds: float) -> None:
        output.stage(name, seconds)

    lab = store.ensure_lab(working, step)
    output.finish()
    output.detail(", ".join(f"{name} {version}" for name, version in lab.versions().items()))
    built = building.build(manifest, "xen", output)
    network = wanted.network
    own = machine.GUEST if network.ipv4 is None else network.ipv4
    gateway = machine.GATEWAY if network.ipv4 is None else network.gateway or qemu.first_host(network.ipv4)
    first = Network(own, gateway)
    domain = _domain(manifest, wanted, built)
    domain = replace(
        domain,
        options=network_options([first, *wanted.networks[1:]]),
        bridges=["" for _ in domain.bridges],  # the lab has one bridge
        disks=[(disk.name, _NVME.format(i), disk.read_only) for i, disk in enumerate(wanted.disks)],
    )
    if network.ipv4 is None:
        domain = replace(domain, options=[*domain.options, f"--dns={machine.NAMESERVER}"])
    settings = machine.Machine(
        lab=lab,
        ports=[(port.host, port.guest) for port in wanted.ports],
        memory=domain.memory_mib,
        disks=[(path, read_only) for _, path, read_only in wanted.disk_files()],
        guest=own,
        gateway=gateway,
    )
    output.event("machine", machine="xen-lab", acceleration="tcg", memory=wanted.memory, domain=domain.name)
    output.say(f"booting Xen and its dom0 under QEMU, tcg, {settings.memory_mib()} MiB")
    booted = time.perf_counter()
    created = booted

    def boot_step(name: str, seconds: float) -> None:
        nonlocal created
        output.stage(name, seconds)
        created = time.perf_counter()
        if name == "toolstack":
            output.finish()
            output.say(f"dom0 is ready after {duration_text(created - booted)}; creating {domain.name}")
            announce([port.host for port in wanted.ports], "127.0.0.1", output)

    def told(line: str) -> None:
        """What the image reports while it runs (docs/design/targets.md, "Status lines")."""
        seconds = time.perf_counter() - created
        match line.split():
            case ["sealed"]:
                output.event("booted", seconds=round(seconds, 4))
                output.say(
                    f"the program runs, {duration_text(seconds)} after xl was asked to create the domain"
                )
            case ["ipv4", address]:
                _tell_address(address, output)

    output.working("booting Xen")
    code = program.run(settings, domain, built.image, built.symbols, boot_step, told)
    output.event("exit", code=code)
    sys.exit(code)
