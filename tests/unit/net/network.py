"""Two stacks on a cable, for tests: 10.0.0.1 (left) and 10.0.0.2 (right)."""

from __future__ import annotations

from mirage.net.addresses import parse_ipv4
from mirage.net.stack import Stack, StaticAddress
from mirage.net.tcp.context import TcpSettings
from mirage.testing import Disturbance, FakeClock, LossyLink, MemoryLink, SeededRandom, Simulation

LEFT_MAC = 0x020000000001
RIGHT_MAC = 0x020000000002
LEFT = "10.0.0.1"
RIGHT = "10.0.0.2"


def make_stack(
    mac: int, address: str, seed: int, settings: TcpSettings | None = None, mtu: int = 1500
) -> Stack:
    static = StaticAddress(parse_ipv4(address), 24, parse_ipv4("10.0.0.254"))
    return Stack(mac, SeededRandom(seed).bytes, static, mtu=mtu, settings=settings)


def make_network(
    disturbance: Disturbance | None = None,
    seed: int = 1,
    settings: TcpSettings | None = None,
    right_settings: TcpSettings | None = None,
    mtu: int = 1500,
) -> Simulation:
    link = LossyLink(disturbance, seed) if disturbance is not None else MemoryLink()
    left = make_stack(LEFT_MAC, LEFT, 2 * seed + 1, settings, mtu)
    right = make_stack(RIGHT_MAC, RIGHT, 2 * seed + 2, right_settings or settings, mtu)
    return Simulation(left, right, link, FakeClock())


def connect(network: Simulation, port: int = 80) -> tuple[int, int, int]:
    """Connect left to right; (left's handle, right's listener, right's handle)."""
    listener = network.right.tcp_listen("", port, 16, False)
    client = network.left.tcp_connect(RIGHT, port)
    server = -1
    while server < 0:
        going = network.step()
        server = network.right.tcp_accept(listener)
        assert going or server >= 0
    return client, listener, server


def read_all(stack: Stack, handle: int) -> bytes:
    """What can be read now."""
    data = b""
    while True:
        part = stack.receive_data(handle, 65536)
        if not part:
            return data
        data += part


class Endpoint:
    """Sends `data`, closes its half, collects what comes until the peer's half is closed."""

    def __init__(self, stack: Stack, handle: int, data: bytes, chunk: int = 65536) -> None:
        self.stack = stack
        self.handle = handle
        self.data = data
        self.chunk = chunk
        self.sent = 0
        self.shut = False
        self.received = bytearray()
        self.ended = False

    def pump(self) -> None:
        while self.sent < len(self.data):
            count = self.stack.send(self.handle, self.data, self.sent)
            if count == 0:
                break
            self.sent += count
        if self.sent == len(self.data) and not self.shut:
            if self.stack.tcp_connect_result(self.handle) == 0:
                self.stack.shutdown_write(self.handle)
                self.shut = True
        while not self.ended:
            part = self.stack.receive_data(self.handle, self.chunk)
            if part is None:
                break
            if part == b"":
                self.ended = True
            self.received += part

    def done(self) -> bool:
        return self.shut and self.ended
