"""`mirage run`: build when needed, then run; the exit code is the program's."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from mirage.cli import building
from mirage.cli.options import TARGETS, manifest_of, path_argument, voice_options
from mirage.cli.output import Output
from mirage.config import Manifest, Network, Port, parse_gateway, parse_ipv4, parse_memory
from mirage.launch import cpython, linux, provision, qemu


@click.command()
@path_argument
@click.option("-t", "--target", type=click.Choice(TARGETS), help="Default: linux.")
@click.option(
    "-p", "--port", "ports", multiple=True, metavar="HOST:GUEST", help="A port to reach; repeatable."
)
@click.option("--memory", help="Of the virtual machine: 64M, 1G.")
@click.option("--net", metavar="user|tap:NAME", default="user", help="How a virtual machine is connected.")
@click.option("--ipv4", metavar="ADDRESS/BITS", help="A static address for a virtual machine.")
@click.option("--ipv4-gateway", metavar="ADDRESS", help="The router that goes with --ipv4.")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@voice_options
def run(
    path: Path,
    target: str | None,
    ports: tuple[str, ...],
    memory: str | None,
    net: str,
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
        wanted = tuple(Port.parse(text) for text in ports) or manifest.ports
        size = parse_memory(memory) if memory is not None else manifest.memory
        network = manifest.network
        if ipv4 is not None:
            network = Network(parse_ipv4(ipv4), parse_gateway(ipv4_gateway) if ipv4_gateway else None)
        elif ipv4_gateway is not None:
            output.fail("--ipv4-gateway needs --ipv4")
    except ValueError as error:
        output.fail(str(error))
    if net != "user" and not net.startswith("tap:"):
        output.fail(f"--net {net}: write `user` (no root needed) or `tap:NAME`")
    given = arguments or manifest.args
    if target != "virtio" and (net != "user" or ipv4 is not None or memory is not None):
        output.fail(f"--net, --ipv4 and --memory belong to virtual machines; -t {target} uses this machine's")
    match target:
        case "cpython":
            _check_host_ports(wanted, output)
            _announce(wanted, output)
            cpython.run(manifest.entry, given)
        case "linux":
            _check_host_ports(wanted, output)
            built = building.build(manifest, target, output)
            _announce(wanted, output)
            linux.run(built.image, str(manifest.entry), given)
        case _:
            _run_virtual_machine(manifest, wanted, size, network, net, given, output)


def _check_host_ports(ports: tuple[Port, ...], output: Output) -> None:
    try:
        linux.check_ports([(port.host, port.guest) for port in ports])
    except linux.CannotMap as error:
        output.fail(str(error))


def _announce(ports: tuple[Port, ...], output: Output) -> None:
    for port in ports:
        output.event("url", url=f"http://127.0.0.1:{port.host}/")
        output.say(f"listening, when the program does, on http://127.0.0.1:{port.host}/  (Ctrl-C stops)")


def _run_virtual_machine(
    manifest: Manifest,
    ports: tuple[Port, ...],
    memory: int,
    network: Network,
    net: str,
    arguments: tuple[str, ...],
    output: Output,
) -> NoReturn:
    try:
        provision.ensure_qemu(output.say)
    except provision.Missing as error:
        output.fail(str(error))
    built = building.build(manifest, "virtio", output)
    options = []
    if network.ipv4 is not None:
        options.append(f"--ipv4={network.ipv4}")
        if network.gateway is not None:
            options.append(f"--ipv4-gateway={network.gateway}")
    device = "user" if net == "user" else net.removeprefix("tap:")
    machine = qemu.Machine(
        image=built.image,
        argv0=str(manifest.entry),
        arguments=arguments,
        options=options,
        ports=[(port.host, port.guest) for port in ports] if net == "user" else (),
        memory_mib=memory >> 20,
        network=device,
    )
    output.say(f"starting {machine.describe()}")
    _announce(ports, output)
    try:
        sys.exit(qemu.run(machine, built.symbols))
    except qemu.LaunchError as error:
        output.fail(str(error))
