"""`mirage describe`: what an application is and what would be built from it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from mirage.cli.options import manifest_of, path_argument, voice_options
from mirage.cli.output import Output, size_text
from mirage.config import Network
from mirage.images.cache import application_files


@click.command()
@path_argument
@voice_options
def describe(path: Path, verbose: bool, quiet: bool, as_json: bool) -> None:
    """Show the application at PATH: entry, files, memory, network, ports, arguments.

    The description is printed on standard output; nothing is compiled.
    """
    output = Output(quiet, verbose, as_json)
    manifest = manifest_of(path, output)
    root = manifest.entry.resolve().parent
    files = sorted(str(file.relative_to(root)) for file in application_files(manifest.entry))
    if as_json:
        print(
            json.dumps(
                {
                    "name": manifest.name,
                    "entry": str(manifest.entry),
                    "files": files,
                    "memory": manifest.memory,
                    "network": {"ipv4": manifest.network.ipv4, "gateway": manifest.network.gateway},
                    "interfaces": [
                        {"ipv4": network.ipv4, "gateway": network.gateway, "bridge": network.bridge or None}
                        for network in manifest.networks
                    ],
                    "ports": [{"host": port.host, "guest": port.guest} for port in manifest.ports],
                    "args": list(manifest.args),
                }
            )
        )
        return
    ports = ", ".join(f"{port.host}:{port.guest}" for port in manifest.ports)
    rows = (
        ("name", manifest.name),
        ("entry", str(manifest.entry)),
        ("files", "\n         ".join(files)),
        ("memory", size_text(manifest.memory)),
        ("network", "\n         ".join(_described(network) for network in manifest.networks)),
        ("ports", ports or "none"),
        ("args", " ".join(manifest.args) or "none"),
    )
    for name, value in rows:
        print(f"{name:<8} {value}")


def _described(network: Network) -> str:
    text = "dhcp"
    if network.ipv4 is not None:
        text = f"static {network.ipv4}"
        if network.gateway is not None:
            text += f", gateway {network.gateway}"
    return text + (f", bridge {network.bridge}" if network.bridge else "")
