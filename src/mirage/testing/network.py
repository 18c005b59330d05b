"""Two stacks on a cable, ready to use: 10.0.0.1 (left) and 10.0.0.2 (right)."""

from __future__ import annotations

from typing import Final

from mirage.net.addresses import parse_ipv4
from mirage.net.errors import EINPROGRESS
from mirage.net.stack import Stack, StaticAddress
from mirage.net.tcp.context import TcpSettings
from mirage.testing.clock import FakeClock
from mirage.testing.links import Disturbance, LossyLink, MemoryLink
from mirage.testing.randomness import SeededRandom
from mirage.testing.simulation import Simulation

LEFT_MAC: Final = 0x020000000001
RIGHT_MAC: Final = 0x020000000002
LEFT: Final = "10.0.0.1"
RIGHT: Final = "10.0.0.2"
CONNECT_TRIES: Final = 10


def make_stack(
    mac: int, address: str, seed: int, settings: TcpSettings | None = None, mtu: int = 1500
) -> Stack:
    """A stack with a static address in 10.0.0.0/24 and the gateway 10.0.0.254."""
    static = StaticAddress(parse_ipv4(address), 24, parse_ipv4("10.0.0.254"))
    return Stack(mac, SeededRandom(seed).bytes, static, mtu=mtu, settings=settings)


def make_network(
    disturbance: Disturbance | None = None,
    seed: int = 1,
    settings: TcpSettings | None = None,
    right_settings: TcpSettings | None = None,
    mtu: int = 1500,
) -> Simulation:
    """Two stacks; the seed determines their random numbers and the link's."""
    link = LossyLink(disturbance, seed) if disturbance is not None else MemoryLink()
    left = make_stack(LEFT_MAC, LEFT, 2 * seed + 1, settings, mtu)
    right = make_stack(RIGHT_MAC, RIGHT, 2 * seed + 2, right_settings or settings, mtu)
    left.arp.learn(right.address(), RIGHT_MAC, 0)
    right.arp.learn(left.address(), LEFT_MAC, 0)
    return Simulation(left, right, link, FakeClock())


def connect(network: Simulation, port: int = 80) -> tuple[int, int, int]:
    """Connect left to right, again if the link is too bad; the handles of left, of right's
    listener, of right.

    Left may believe that it is connected when right has given up: all its acknowledgments were lost.
    """
    listener = network.right.tcp_listen("", port, 16, False)
    client = network.left.tcp_connect(RIGHT, port)
    server = -1
    tries = 1
    while server < 0:
        going = network.step()
        server = network.right.tcp_accept(listener)
        result = network.left.tcp_connect_result(client)
        if (result != 0 and result != EINPROGRESS) or (not going and server < 0):
            if tries == CONNECT_TRIES:
                raise ConnectionError("the handshake came to nothing")
            tries += 1
            network.left.abort(client)
            client = network.left.tcp_connect(RIGHT, port)
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
        self.stack: Stack = stack
        self.handle: int = handle
        self.data: bytes = data
        self.chunk: int = chunk
        self.sent: int = 0
        self.shut: bool = False
        self.received: bytearray = bytearray()
        self.ended: bool = False

    def pump(self) -> None:
        """Do what does not block."""
        self.write()
        self.read()

    def write(self) -> None:
        """Send what there is room for, and the end after it."""
        while self.sent < len(self.data):
            count = self.stack.send(self.handle, self.data, self.sent)
            if count == 0:
                break
            self.sent += count
        if self.sent == len(self.data) and not self.shut:
            if self.stack.tcp_connect_result(self.handle) == 0:
                self.stack.shutdown_write(self.handle)
                self.shut = True

    def read(self) -> None:
        """Take what has arrived."""
        while not self.ended:
            part = self.stack.receive_data(self.handle, self.chunk)
            if part is None:
                break
            if part == b"":
                self.ended = True
            self.received += part

    def done(self) -> bool:
        """Both halves are closed."""
        return self.shut and self.ended


def exchange(network: Simulation, first: Endpoint, second: Endpoint) -> None:
    """Run until both ends are done.  Raises ConnectionError when nothing will happen any more."""
    while True:
        network.settle()
        first.pump()
        second.pump()
        network.settle()
        if first.done() and second.done():
            return
        when = network.deadline()
        if when < 0:
            raise ConnectionError("both ends wait for ever")
        network.clock.advance_to(when)
