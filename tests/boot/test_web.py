"""hello_web in a virtual machine: many requests, malformed ones, and a Linux host at the end of a tap."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

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


def test_two_thousand_requests_and_two_hundred_connections(serve: Callable[..., int]) -> None:
    port = serve(WEB, memory_mib=48)
    clients = [connect(port) for _ in range(CONNECTIONS)]
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
    assert ask(clients[0]) == REQUESTS + FRESH + 1


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
        check_on_tap(image, namespace, command, [])
    finally:
        server.terminate()
        server.wait()


def check_on_tap(
    image: Callable[[str], Path],
    namespace: Callable[..., list[str]],
    command: Callable[..., list[str]],
    options: list[str],
) -> None:
    line = command(image(WEB), network="tap0", options=options)
    with subprocess.Popen(namespace(*line), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
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
