"""asyncio programs in CPython on our stack, Linux on the other side."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.interop

PROGRAM = """
import asyncio, os
from mirage.net.addresses import parse_ipv4
from mirage.net.stack import Stack, StaticAddress
from mirage.targets.cpython import direct
from mirage.targets.cpython.tap import Tap

address = StaticAddress(parse_ipv4("10.78.0.2"), 24)
direct.install(Tap("tap1"), Stack(0x020000780002, os.urandom, address))

async def serve(reader, writer):
    total = 0
    while data := await reader.read(65536):
        total += len(data)
        writer.write(data.upper())
        await writer.drain()
    writer.write(b"%d" % total)
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(serve, "0.0.0.0", 7)
    print("ready", server.sockets[0].getsockname(), flush=True)
    await asyncio.to_thread(input)
    reader, writer = await asyncio.open_connection("10.78.0.1", 9000)
    writer.write(b"from inside")
    writer.write_eof()
    print((await reader.read()).decode(), flush=True)
    try:
        await asyncio.open_connection("10.78.0.1", 9)
    except OSError as error:
        print(type(error).__name__, flush=True)
    server.close()
    await server.wait_closed()

asyncio.run(main())
"""
CLIENT = """
import socket, threading
data = b"abcdefgh" * 50_000
peer = socket.create_connection(("10.78.0.2", 7), timeout=20)
def send():
    peer.sendall(data)
    peer.shutdown(socket.SHUT_WR)
threading.Thread(target=send).start()
answer = b""
while part := peer.recv(65536):
    answer += part
assert answer == data.upper() + b"400000", len(answer)
print("same")
"""
SERVER = """
import socket
listener = socket.create_server(("10.78.0.1", 9000))
print("ready", flush=True)
peer, _ = listener.accept()
peer.sendall(b"to " + peer.recv(100))
peer.close()
"""


def test_streams_served_and_opened_by_asyncio(namespace):
    namespace.run("ip", "tuntap", "add", "dev", "tap1", "mode", "tap")
    namespace.run("ip", "address", "add", "10.78.0.1/24", "dev", "tap1")
    namespace.run("ip", "link", "set", "tap1", "up")
    program = namespace.start(sys.executable, "-c", PROGRAM)
    server = namespace.start(sys.executable, "-c", SERVER)
    try:
        assert program.stdout.readline() == b"ready ('0.0.0.0', 7)\n"
        assert server.stdout.readline() == b"ready\n"
        for _ in range(2):
            assert namespace.python(CLIENT).stdout == b"same\n"
        program.stdin.write(b"\n")
        program.stdin.close()
        assert program.stdout.read() == b"to from inside\nConnectionRefusedError\n"
        assert program.wait(10) == 0
    finally:
        for process in (program, server):
            process.kill()
            process.wait()


ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "examples" / "hello_web"


def mirage(namespace, *arguments: str | Path, prefix: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """The command line inside the namespace, its two outputs apart."""
    command = ["ip", "netns", "exec", namespace.name, *prefix, sys.executable, "-P", "-m", "mirage.cli"]
    return subprocess.Popen(
        [*command, "run", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_command_line_makes_the_device_and_takes_it_away(namespace):
    with mirage(namespace, WEB, "-t", "cpython", "--net", "direct") as process:
        assert process.stdout.readline() == "serving on port 8080\n"
        said = process.stderr.readline() + process.stderr.readline()
        assert "mirage: our own TCP/IP on the tap device mirage0, 10.0.77.2/24\n" in said
        assert "http://10.0.77.2:8080/" in said
        got = namespace.run("curl", "-sS", "-m", "10", "http://10.0.77.2:8080/json")
        assert json.loads(got.stdout)["message"] == "Hello, world!"
        pinged = namespace.run("ping", "-c", "2", "-i", "0.2", "10.0.77.2")
        assert b" 0% packet loss" in pinged.stdout
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().endswith("KeyboardInterrupt\n")
        assert process.wait(10) == -signal.SIGINT
    assert namespace.run("ip", "link", "show", "mirage0", check=False).returncode == 1


def test_a_program_over_our_stack_is_the_program_over_the_hosts(namespace, tmp_path):
    file = tmp_path / "prog.py"
    file.write_text(
        "import sys\n\n\ndef fail(text: str) -> None:\n    raise ValueError(text)\n\n\n"
        "print(sys.argv, __name__, __file__, sys.path[0])\nprint('err', file=sys.stderr)\nfail(sys.argv[1])\n"
    )
    seen = []
    for options in ([], ["--net", "direct"]):
        with mirage(namespace, file, "-t", "cpython", "-q", *options, "--", "-q", "two words") as process:
            seen.append((*process.communicate(timeout=30), process.returncode))
    assert seen[0] == seen[1]
    assert seen[0][1].endswith("ValueError: -q\n") and seen[0][2] == 1


def test_an_address_by_dhcp_is_told(namespace, tmp_path):
    if shutil.which("dnsmasq") is None:
        pytest.skip("needs dnsmasq")
    server = namespace.start(
        "dnsmasq", "--no-daemon", "--port=0", "--interface=tap1", "--bind-dynamic", "--user=root",
        "--dhcp-range=10.78.0.50,10.78.0.50,255.255.255.0,2m", f"--dhcp-leasefile={tmp_path / 'leases'}",
        "--conf-file=/dev/null",
    )  # fmt: skip
    try:
        namespace.run("ip", "tuntap", "add", "dev", "tap1", "mode", "tap")
        namespace.run("ip", "address", "add", "10.78.0.1/24", "dev", "tap1")
        namespace.run("ip", "link", "set", "tap1", "up")
        with mirage(namespace, WEB, "-t", "cpython", "--net", "direct:tap1") as process:
            told = [process.stderr.readline() for _ in range(2)]
            assert told[1] == "mirage: the program has the address 10.78.0.50 (DHCP)\n"
            got = namespace.run("curl", "-sS", "-m", "10", "http://10.78.0.50:8080/")
            assert b"Hello, world!" in got.stdout
            process.send_signal(signal.SIGINT)
    finally:
        server.terminate()
        server.wait()


@pytest.mark.parametrize(
    ("device", "message"),
    [
        ("direct", "making the tap device mirage0 needs root"),
        ("direct:lo", "lo is a network device, but not a tap device"),
        ("direct:tap0", "the device tap0 is in use by another program"),
        ("direct:tap1", "the device tap1 is down; switch it on: sudo ip link set tap1 up"),
        ("direct:none", "there is no device none, and making one needs an address for it: give --ipv4"),
        ("direct:a-name-of-20-letters", "cannot be the name of a network device"),
    ],
)
def test_what_is_wrong_with_the_device_is_said(namespace, device, message):
    namespace.run("ip", "tuntap", "add", "dev", "tap1", "mode", "tap")
    drop = ("setpriv", "--bounding-set=-net_admin") if device == "direct" else ()
    if drop and shutil.which("setpriv") is None:
        pytest.skip("needs setpriv")
    with mirage(namespace, WEB, "-t", "cpython", "--net", device, prefix=drop) as process:
        out, err = process.communicate(timeout=30)
    assert out == "" and process.returncode == 2
    assert err.startswith("mirage: error: ") and message in err and err.count("\n") == 1
