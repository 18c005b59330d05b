"""A machine with two network cards, each at the end of its own tap."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = [pytest.mark.boot, pytest.mark.slow]

_ASK = """
import socket, sys
with socket.create_connection((sys.argv[1], 8080), timeout=20) as client:
    client.sendall(b"hello\\n")
    print(client.makefile().read(), end="")
"""
_LISTEN = """
import socket
server = socket.create_server(("10.78.1.1", 7000))
print("listening", flush=True)
client, (address, _) = server.accept()
client.makefile().readline()
client.sendall(address.encode())
"""


@pytest.mark.parametrize("machine", ["microvm", "q35"])
def test_both_cards_are_used(
    image: Callable[[str], Path],
    namespace: Callable[..., list[str]],
    command: Callable[..., list[str]],
    machine: str,
) -> None:
    for words in (
        ["ip", "tuntap", "add", "mode", "tap", "name", "tap1"],
        ["ip", "address", "add", "10.78.1.1/24", "dev", "tap1"],
        ["ip", "link", "set", "tap1", "up"],
    ):
        subprocess.run(namespace(*words), check=True)
    line = command(
        image("interfaces"),
        machine=machine,
        networks=["tap0", "tap1"],
        options=["--ipv4=10.78.0.2/24", "--ipv4-gateway=10.78.0.1", "--ipv4.1=10.78.1.2/24"],
        arguments=["10.78.1.1:7000"],
    )
    pipe = subprocess.PIPE
    with (
        subprocess.Popen(namespace(sys.executable, "-c", _LISTEN), stdout=pipe, text=True) as listener,
        subprocess.Popen(namespace(*line), stdin=subprocess.DEVNULL, stdout=pipe, text=True) as process,
    ):
        try:
            assert listener.stdout is not None and process.stdout is not None
            assert listener.stdout.readline() == "listening\n"
            # It leaves by the card whose network the target is in.
            assert process.stdout.readline() == "10.78.1.1:7000 10.78.1.2 b'10.78.1.2'\n"
            assert process.stdout.readline() == "serving\n"
            for address in ("10.78.0.2", "10.78.1.2"):
                asked = namespace(sys.executable, "-c", _ASK, address)
                said = subprocess.run(asked, capture_output=True, text=True)
                assert said.stdout == f"{address} hello\n", said.stderr
        finally:
            process.terminate()
            listener.kill()
