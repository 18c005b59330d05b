"""Our stack and Linux's talk to each other."""

from __future__ import annotations

import hashlib
import shutil
import time

import pytest

from mirage.net.addresses import format_ipv4
from mirage.net.stack import Stack

pytestmark = pytest.mark.interop

OURS = "10.77.0.2"
LINUX = "10.77.0.1"
DATA = bytes(i * i >> 7 & 255 for i in range(1_000_000))


class EchoServer:
    """Sends back what comes, to any number of peers; ends when they end."""

    def __init__(self) -> None:
        self.listener = -1
        self.peers: dict[int, bytes] = {}
        self.finished = 0

    def __call__(self, stack: Stack) -> None:
        if self.listener < 0:
            self.listener = stack.tcp_listen("", 7, 16, False)
        while True:
            peer = stack.tcp_accept(self.listener)
            if peer < 0:
                break
            self.peers[peer] = b""
        for peer, waiting in list(self.peers.items()):
            while True:
                if waiting:
                    taken = stack.send(peer, waiting, 0)
                    waiting = waiting[taken:]
                if waiting:
                    break
                data = stack.receive_data(peer, 65536)
                if data is None:
                    break
                if data == b"":
                    stack.close(peer)
                    del self.peers[peer]
                    self.finished += 1
                    break
                waiting = data
            if peer in self.peers:
                self.peers[peer] = waiting


class HttpServer(EchoServer):
    """Answers every request with DATA and closes."""

    def __call__(self, stack: Stack) -> None:
        if self.listener < 0:
            self.listener = stack.tcp_listen("", 80, 16, False)
            self.sent: dict[int, int] = {}
        peer = stack.tcp_accept(self.listener)
        if peer >= 0:
            self.peers[peer] = b""
            self.sent[peer] = -1
        head = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(DATA)
        for peer in list(self.peers):
            if self.sent[peer] < 0:
                data = stack.receive_data(peer, 4096)
                if data is None:
                    continue
                self.peers[peer] += data
                if b"\r\n\r\n" not in self.peers[peer]:
                    continue
                self.peers[peer] = head + DATA
                self.sent[peer] = 0
            answer = self.peers[peer]
            while self.sent[peer] < len(answer):
                count = stack.send(peer, answer, self.sent[peer])
                if count == 0:
                    break
                self.sent[peer] += count
            else:
                stack.close(peer)
                del self.peers[peer]
                self.finished += 1


class Download:
    """Connects to Linux, sends DATA, ends its half and collects the answer."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.handle = -1
        self.sent = 0
        self.answer = bytearray()
        self.done = False
        self.error: OSError | None = None

    def __call__(self, stack: Stack) -> None:
        if self.done:
            return
        try:
            if self.handle < 0:
                self.handle = stack.tcp_connect(LINUX, self.port)
            while self.sent < len(DATA):
                count = stack.send(self.handle, DATA, self.sent)
                if count == 0:
                    break
                self.sent += count
                if self.sent == len(DATA):
                    stack.shutdown_write(self.handle)
            while True:
                part = stack.receive_data(self.handle, 65536)
                if part is None:
                    break
                if part == b"":
                    stack.close(self.handle)
                    self.done = True
                    break
                self.answer += part
        except OSError as error:
            self.error = error
            self.done = True


ECHO_CLIENT = """
import hashlib, socket, threading
data = bytes(i * i >> 7 & 255 for i in range(1_000_000))
peer = socket.create_connection(("10.77.0.2", 7), timeout=50)
def send():
    peer.sendall(data)
    peer.shutdown(socket.SHUT_WR)
threading.Thread(target=send).start()
answer = b""
while part := peer.recv(65536):
    answer += part
print(hashlib.sha256(answer).hexdigest())
"""
UPPER_SERVER = """
import socket
listener = socket.create_server(("10.77.0.1", 9000))
print("ready", flush=True)
peer, _ = listener.accept()
data = b""
while part := peer.recv(65536):
    data += part
peer.sendall(data[::-1])
peer.close()
"""


def wait_for(condition, seconds=30.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "took too long"
        time.sleep(0.01)


def disturb(namespace, runner, percent):
    """Lose frames in both directions: the kernel's netem does it where there is one, else the tap."""
    done = namespace.run(
        "tc", "qdisc", "add", "dev", "tap0", "root", "netem", "loss", f"{percent}%", check=False
    )
    if done.returncode != 0:
        runner.loss_received = percent / 100
    runner.loss_sent = percent / 100


def test_ping(namespace, run_stack):
    run_stack(lambda stack: None)
    if shutil.which("ping") is None:
        pytest.skip("needs ping")
    for size in ("56", "4000"):
        done = namespace.run("ping", "-c", "3", "-i", "0.2", "-W", "2", "-s", size, OURS)
        assert b" 0% packet loss" in done.stdout


@pytest.mark.parametrize("loss", [0, 1, 5])
def test_curl_fetches_a_megabyte(namespace, run_stack, loss):
    if shutil.which("curl") is None:
        pytest.skip("needs curl")
    runner = run_stack(HttpServer())
    if loss:
        disturb(namespace, runner, loss)
    done = namespace.run("curl", "-sS", "--max-time", "50", f"http://{OURS}/")
    assert hashlib.sha256(done.stdout).digest() == hashlib.sha256(DATA).digest()


@pytest.mark.parametrize("loss", [0, 1, 5])
def test_linux_connects_and_a_megabyte_is_echoed(namespace, run_stack, loss):
    server = EchoServer()
    runner = run_stack(server)
    if loss:
        disturb(namespace, runner, loss)
    done = namespace.python(ECHO_CLIENT)
    assert done.stdout.decode().strip() == hashlib.sha256(DATA).hexdigest()
    wait_for(lambda: server.finished == 1)


@pytest.mark.parametrize("loss", [0, 1, 5])
def test_we_connect_and_a_megabyte_comes_back(namespace, run_stack, loss):
    import sys

    server = namespace.start(sys.executable, "-c", UPPER_SERVER)
    try:
        assert server.stdout.readline() == b"ready\n"
        download = Download(9000)
        runner = run_stack(download)
        if loss:
            disturb(namespace, runner, loss)
        wait_for(lambda: download.done or runner.failure)
        assert download.error is None and bytes(download.answer) == DATA[::-1]
    finally:
        server.kill()
        server.wait()


def test_closed_ports_refuse_both_ways(namespace, run_stack):
    download = Download(9)
    run_stack(download)
    wait_for(lambda: download.done)
    assert isinstance(download.error, ConnectionRefusedError)
    done = namespace.python(
        "import socket\n"
        "try: socket.create_connection(('10.77.0.2', 81), timeout=5)\n"
        "except ConnectionRefusedError: print('refused')\n"
        "u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n"
        "u.connect(('10.77.0.2', 81)); u.settimeout(5); u.send(b'x')\n"
        "try: u.recv(10)\n"
        "except ConnectionRefusedError: print('unreachable')\n"
    )
    assert done.stdout == b"refused\nunreachable\n"


def test_udp_datagrams_large_and_small(namespace, run_stack):
    socket = -1

    def echo(stack: Stack) -> None:
        nonlocal socket
        if socket < 0:
            socket = stack.udp_open("", 7)
        while True:
            datagram = stack.udp_receive(socket)
            if datagram is None:
                return
            payload, host, port = datagram
            stack.udp_send(socket, payload, host, port)

    run_stack(echo)
    done = namespace.python(
        "import socket\n"
        "u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u.settimeout(5)\n"
        "for size in (0, 1, 1472, 1473, 9000, 40000):\n"
        "    data = bytes(i & 255 for i in range(size))\n"
        "    u.sendto(data, ('10.77.0.2', 7))\n"
        "    assert u.recv(65536) == data, size\n"
        "print('same')\n"
    )
    assert done.stdout == b"same\n"


def test_dnsmasq_gives_an_address(namespace, run_stack, tmp_path):
    if shutil.which("dnsmasq") is None:
        pytest.skip("needs dnsmasq")
    server = namespace.start(
        "dnsmasq",
        "--no-daemon",
        "--port=0",
        "--interface=tap0",
        "--bind-interfaces",
        "--dhcp-range=10.77.0.100,10.77.0.110,255.255.255.0,2m",
        "--dhcp-option=option:router,10.77.0.1",
        "--dhcp-option=option:dns-server,10.77.0.53",
        f"--dhcp-leasefile={tmp_path / 'leases'}",
        "--conf-file=/dev/null",
    )
    try:
        runner = run_stack(lambda stack: None, dhcp=True)
        stack = runner.stack
        wait_for(stack.configured)
        address = format_ipv4(stack.address())
        assert address.startswith("10.77.0.1") and stack.interface.prefix == 24
        assert format_ipv4(stack.interface.gateway) == LINUX
        assert format_ipv4(stack.name_servers[0]) == "10.77.0.53"
        done = namespace.run("ping", "-c", "1", "-W", "2", address)
        assert b" 0% packet loss" in done.stdout
        assert "interop" in (tmp_path / "leases").read_text()
    finally:
        server.terminate()
        server.wait()
