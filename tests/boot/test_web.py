"""hello_web in a virtual machine: many requests, malformed ones, and a Linux host at the end of a tap."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from elftools.elf.elffile import ELFFile

pytestmark = [pytest.mark.boot, pytest.mark.slow]

WEB = "examples/hello_web/app.py"
CONNECTIONS, REQUESTS, FRESH = 50, 2000, 200


def connect(port: int, host: str = "127.0.0.1") -> socket.socket:
    client = socket.create_connection((host, port), timeout=20)
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return client


def read_response(client: socket.socket) -> tuple[int, dict[str, str], bytes]:
    data = b""
    while b"\r\n\r\n" not in data:
        part = client.recv(65536)
        assert part, "the connection ended in a header"
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
    while len(body) < int(headers["content-length"]):
        part = client.recv(65536)
        assert part, "the connection ended in a body"
        body += part
    return int(lines[0].split(" ")[1]), headers, body


def ask(client: socket.socket, path: str = "/json") -> int:
    client.sendall(f"GET {path} HTTP/1.1\r\nHost: guest\r\n\r\n".encode())
    status, _, body = read_response(client)
    assert status == 200
    return int(json.loads(body)["hits"]) if path == "/json" else 0


@pytest.mark.parametrize("machine", ["microvm", "q35"])
@pytest.mark.parametrize("modern", [True, False])
def test_every_transport_answers(serve: Callable[..., int], machine: str, modern: bool) -> None:
    client = connect(serve(WEB, machine=machine, modern=modern))
    assert [ask(client) for _ in range(5)] == [1, 2, 3, 4, 5]
    body = bytes(range(256)) * 400
    client.sendall(b"POST /echo HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    assert read_response(client)[2] == body


class Monitor:
    """Reads words of a running machine's memory, by the names in its image's symbol table (QEMU's QMP)."""

    def __init__(self, path: Path, symbols: Path) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(path))
        self.lines = self.socket.makefile("r")
        self.lines.readline()  # the greeting
        self._command({"execute": "qmp_capabilities"})
        with symbols.open("rb") as file:
            table = ELFFile(file).get_section_by_name(".symtab")
            self.addresses = {symbol.name: symbol["st_value"] for symbol in table.iter_symbols()}

    def _command(self, command: dict[str, object]) -> str:
        self.socket.sendall(json.dumps(command).encode())
        while "return" not in (answer := json.loads(self.lines.readline())):
            assert "error" not in answer, answer
        return str(answer["return"])

    def word(self, name: str) -> int:
        """The u64 of a module's global variable; memory is mapped where it is."""
        line = f"xp /1gx {self.addresses[name]:#x}"
        text = self._command({"execute": "human-monitor-command", "arguments": {"command-line": line}})
        return int(text.split()[-1], 16)


def round_of_requests(port: int, clients: list[socket.socket]) -> None:
    """2,000 requests over the connections that are kept, and one over each of 200 fresh ones."""
    for _ in range(REQUESTS // CONNECTIONS):
        for client in clients:
            client.sendall(b"GET / HTTP/1.1\r\nHost: guest\r\n\r\n")
        for client in clients:
            status, headers, body = read_response(client)
            assert status == 200 and headers["connection"] == "keep-alive" and b"Hello, world!" in body
    for _ in range(FRESH):
        fresh = connect(port)
        assert ask(fresh)
        fresh.close()


def alive_when_quiet(monitor: Monitor, client: socket.socket, enough: int = 0) -> tuple[int, int]:
    """The least bytes that a collection finds alive while one connection asks and nothing else happens, and
    how often it asked.  Forty collections, fewer when one finds no more than `enough`: closed connections are
    held by their last timers for seconds, and a stale word on the stack may hold an object or two."""
    asked, least = 0, 1 << 62
    for _ in range(40):
        before = monitor.word("mirage.runtime.collector._collections")
        while monitor.word("mirage.runtime.collector._collections") == before:
            for _ in range(50):
                ask(client, "/")
            asked += 50
        least = min(least, monitor.word("mirage.runtime.collector._live_bytes"))
        if least <= enough:
            break
    return least, asked


def test_thousands_of_requests_and_connections_leave_memory_flat(
    serve: Callable[..., int], image: Callable[[str], Path], tmp_path: Path
) -> None:
    """Rounds of load leave nothing behind: what is alive comes back to what it was after the first."""
    door = tmp_path / "monitor"
    port = serve(WEB, memory_mib=48, extra=["-qmp", f"unix:{door},server=on,wait=off"])
    monitor = Monitor(door, image(WEB).with_suffix(".elf.debug"))
    clients = [connect(port) for _ in range(CONNECTIONS)]
    round_of_requests(port, clients)
    before, asked = alive_when_quiet(monitor, clients[0])
    rounds, after = 1, 1 << 62
    while after > before + 2048 and rounds < 20:  # a stale word holds a connection once, a leak grows
        for _ in range(5):
            round_of_requests(port, clients)
        rounds += 5
        after, more = alive_when_quiet(monitor, clients[0], before)
        asked += more
    assert ask(clients[0]) == rounds * (REQUESTS + FRESH) + asked + 1
    assert after <= before + 2048, "a fifth of a byte for each request and connection of the rounds"
    # a collection comes after 4 MiB; what is alive, at most, and what blocks lose take no more than 2.5 MiB
    assert monitor.word("mirage.runtime.collector._used_bytes") <= (6 << 20) + (1 << 19)


def test_a_static_address_works_on_qemus_network_too(serve: Callable[..., int]) -> None:
    client = connect(serve(WEB, options=["--ipv4=10.5.0.2/24", "--ipv4-gateway=10.5.0.1"]))
    assert [ask(client) for _ in range(3)] == [1, 2, 3]


@pytest.mark.parametrize(
    "request_text",
    [b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
     b"POST /echo HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"\xff\xfe\r\n\r\n"],
)  # fmt: skip
def test_malformed_requests_are_answered_and_survived(serve: Callable[..., int], request_text: bytes) -> None:
    port = serve(WEB)
    client = connect(port)
    client.sendall(request_text)
    assert read_response(client)[0] == 400
    assert ask(connect(port)) == 1


@pytest.mark.interop
def test_linux_on_a_tap_pings_and_asks(
    image: Callable[[str], Path], namespace: Callable[..., list[str]], command: Callable[..., list[str]]
) -> None:
    check_on_tap(image, namespace, command, ["--ipv4=10.78.0.2/24", "--ipv4-gateway=10.78.0.1"])


@pytest.mark.interop
@pytest.mark.skipif(shutil.which("dnsmasq") is None, reason="dnsmasq is not installed")
def test_the_address_comes_by_dhcp(
    image: Callable[[str], Path],
    namespace: Callable[..., list[str]],
    command: Callable[..., list[str]],
    tmp_path: Path,
) -> None:
    server = subprocess.Popen(
        namespace(
            "dnsmasq", "--no-daemon", "--port=0", "--interface=tap0", "--bind-interfaces", "--user=root",
            "--dhcp-range=10.78.0.2,10.78.0.2,255.255.255.0,1h", f"--dhcp-leasefile={tmp_path}/leases",
        ),
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        told = check_on_tap(image, namespace, command, [])
        assert "ipv4 10.78.0.2" in told, "the image reports what it was given"
    finally:
        server.terminate()
        server.wait()


def check_on_tap(
    image: Callable[[str], Path],
    namespace: Callable[..., list[str]],
    command: Callable[..., list[str]],
    options: list[str],
) -> list[str]:
    """What the image reported while it ran."""
    line = command(image(WEB), networks=["tap0"], options=options, show_status=True)
    pipe = subprocess.PIPE
    with subprocess.Popen(namespace(*line), stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe) as process:
        try:
            assert process.stdout is not None and process.stdout.readline()
            pinged = subprocess.run(
                namespace("ping", "-c", "3", "-i", "0.2", "-s", "1400", "10.78.0.2"),
                capture_output=True,
                text=True,
            )
            assert " 0% packet loss" in pinged.stdout
            got = subprocess.run(
                namespace("curl", "-sS", "-m", "10", "http://10.78.0.2:8080/"), capture_output=True, text=True
            )
            assert "Hello, world!" in got.stdout, got.stderr
        finally:
            process.terminate()
        assert process.stderr is not None
        return process.stderr.read().decode().splitlines()
