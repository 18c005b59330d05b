"""The socket interface of docs/design/abi.md: our own TCP/IP over the target's network cards.

There is one stack, with an interface for each card.  Frames move in `wait`, which sleeps until a frame or a
deadline comes.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers.card import Card
from mirage.lowlevel import i64, keep_alive, new_with_tail, noinline, tail_address, u64
from mirage.net.addresses import format_ipv4, parse_interface, parse_ipv4
from mirage.net.clock import SECOND, earlier
from mirage.net.link import Link
from mirage.net.stack import Stack, StaticAddress
from mirage.net.tcp.states import CLOSING, FIN_WAIT_1, LAST_ACK
from mirage.runtime.ending import Action
from mirage.targets.current import monotonic_ns, random_fill
from mirage.targets.current_card import open_cards, wait_at_most
from mirage.targets.pvh import program, report

_FRAMES_AT_ONCE: Final = 128  # received before what they caused is sent
_DHCP_PATIENCE: Final = 10 * SECOND
_OTHERS_PATIENCE: Final = SECOND  # for the other interfaces, once one has an address
_LINGER: Final = 2 * SECOND  # for what the program left unsent when it ended
_LOCAL_MAC: Final = 0x020000000001

_network: _Network | None = None


def _random_bytes(count: int) -> bytes:
    data = new_with_tail(bytes, i64(count))
    random_fill(tail_address(data), u64(count))
    keep_alive(data)
    return data


def _now() -> int:
    return int(monotonic_ns())


@noinline
def _mac_of(card: Card | None, number: int) -> int:
    """The card's address; one of our own when it says none, or there is no card."""
    if card is not None and len(card.mac) == 6:
        return int.from_bytes(card.mac, "big")
    return _LOCAL_MAC + number


@noinline
def _static_address(number: int) -> StaticAddress | None:
    """`--ipv4=10.0.0.2/24 --ipv4-gateway=10.0.0.1` for interface 0, `--ipv4.1=...` for the next, and so on.

    returns    None: ask by DHCP
    raises     ValueError
    """
    text = _option("ipv4", number)
    if text is None:
        return None
    address, prefix = parse_interface(text)
    gateway_text = _option("ipv4-gateway", number)
    gateway = 0 if gateway_text is None else parse_ipv4(gateway_text)
    return StaticAddress(address, prefix, gateway)


@noinline
def _option(name: str, number: int) -> str | None:
    """The option of an interface."""
    return program.command_line().option(name if number == 0 else f"{name}.{number}")


class _Network:
    """The stack, and the cards below it: one for each of its links, in the same order."""

    def __init__(self) -> None:
        card = open_cards()
        self.first: Card | None = card
        number = 0
        static = _static_address(0)
        if card is None:
            static = StaticAddress(0, 0, 0)  # only the loopback interface
        self.stack = Stack(_mac_of(card, 0), _random_bytes, static)
        while card is not None:
            number += 1
            card = card.next_card
            static = _static_address(number)
            if card is not None:
                self.stack.add_interface(_mac_of(card, number), static)
            elif static is not None:
                raise ValueError(f"--ipv4.{number}: there is no such network card")
        if number > 0:
            self.stack.offload_checksums()
            self._wait_for_leases()

    def _wait_for_leases(self) -> None:
        """Until every interface has its address; where one has, the others may come later."""
        stack = self.stack
        end = _now() + _DHCP_PATIENCE
        has_address = False
        while not stack.configured() and _now() < end:
            self.pump()
            if not has_address and stack.has_address():
                has_address = True
                end = earlier(end, _now() + _OTHERS_PATIENCE)
            if not stack.configured():
                self.sleep(end)
        self.pump()  # tells of the last

    @noinline
    def _tell_lease(self, card: Card, link: Link) -> None:
        """Of the address that DHCP gave, or took."""
        card.told = link.interface.address
        if card.told != 0:
            address = format_ipv4(card.told)
            report.status(f"ipv4 {address}\n")
            card.tell_address(address)

    def pump(self) -> None:
        """Frames in, time, frames out."""
        stack = self.stack
        now = _now()
        card = self.first
        link: Link | None = stack.links.first
        while card is not None and link is not None:
            for _ in range(_FRAMES_AT_ONCE):
                frame = card.receive()
                if frame is None:
                    break
                stack.receive(frame, now, card.verified, link)
            link.largest_cut = card.cuts
            if link.dhcp is not None and link.interface.address != card.told:
                self._tell_lease(card, link)
            if card.rejoined:
                card.rejoined = False
                link.announce()
            if card.trouble:
                report.put(card.trouble)
                card.trouble = ""
            card = card.next_card
            link = link.following
        stack.poll(now)
        frames = stack.transmit()
        card = self.first
        link = stack.links.first.following
        while card is not None:
            if frames:
                for frame in frames:
                    card.send(frame)
                card.flush()
            card = card.next_card
            if link is not None:
                frames = link.ethernet.take()
                link = link.following

    def sleep(self, deadline: int) -> None:
        """Until a frame comes, or the stack or the caller (-1: never) has something to do."""
        when = earlier(self.stack.wake_at(), deadline)
        others = program.source()
        idle = others is None or others.prepare_to_sleep()
        card = self.first
        while card is not None:
            if idle and not card.prepare_to_sleep():
                idle = False
            card = card.next_card
        if idle:
            left = SECOND if when < 0 else when - _now()
            if left > 0:
                wait_at_most(u64(left))
        card = self.first
        while card is not None:
            card.wake()
            card = card.next_card
        if others is not None:
            others.wake()

    def linger(self) -> None:
        """Close what the program left open and let it all go out, as a kernel would."""
        for handle in list(self.stack.sockets):
            self.stack.close(handle)
        end = _now() + _LINGER
        self.pump()
        while self._has_unsent() and _now() < end:
            self.sleep(end)
            self.pump()

    def _has_unsent(self) -> bool:
        """A connection waits for the peer to acknowledge our data and end."""
        for connections in self.stack.tcp.ports.values():
            for connection in connections.values():
                if connection.state in (FIN_WAIT_1, CLOSING, LAST_ACK):
                    return True
        return False


def _get() -> _Network:
    global _network
    network = _network
    if network is None:
        network = _Network()
        _network = network
        program.set_at_exit(_Linger())
    return network


class _Linger(Action):
    def run(self) -> None:
        network = _network
        if network is not None:
            network.linger()


def tcp_listen(host: str, port: int, backlog: int, reuse_port: bool) -> int:
    """Listen; the handle is readable when a connection waits.  Raises OSError."""
    return _get().stack.tcp_listen(host, port, backlog, reuse_port)


def tcp_accept(handle: int) -> int:
    """A new connection's handle, -1: none yet."""
    return _get().stack.tcp_accept(handle)


def tcp_connect(host: str, port: int) -> int:
    """Start to connect; writable when that succeeded or failed."""
    return _get().stack.tcp_connect(host, port)


def tcp_connect_result(handle: int) -> int:
    """0: connected, else the errno."""
    return _get().stack.tcp_connect_result(handle)


def receive(handle: int, limit: int) -> bytes | None:
    """None would block, b"" the end.  Raises OSError."""
    return _get().stack.receive_data(handle, limit)


def send(handle: int, data: bytes, start: int) -> int:
    """Bytes taken of data[start:]; 0 would block.  Raises OSError."""
    return _get().stack.send(handle, data, start)


def shutdown_write(handle: int) -> None:
    _get().stack.shutdown_write(handle)


def close(handle: int) -> None:
    _get().stack.close(handle)


def abort(handle: int) -> None:
    """Reset the connection."""
    _get().stack.abort(handle)


def local_address(handle: int) -> tuple[str, int]:
    return _get().stack.local_address(handle)


def peer_address(handle: int) -> tuple[str, int]:
    return _get().stack.peer_address(handle)


def udp_open(host: str, port: int) -> int:
    return _get().stack.udp_open(host, port)


def udp_receive(handle: int) -> tuple[bytes, str, int] | None:
    """(payload, host, port) of the oldest datagram, None: none yet."""
    return _get().stack.udp_receive(handle)


def udp_send(handle: int, data: bytes, host: str, port: int) -> None:
    _get().stack.udp_send(handle, data, host, port)


def watch(handle: int, readable: bool, writable: bool) -> None:
    """What `wait` is to tell about the handle."""
    if handle < program.FIRST_HANDLE:
        _get().stack.watch(handle, readable, writable)


def wait(deadline_ns: int) -> list[int]:
    """Block until a watched handle is ready or the deadline (0: only look, -1: none) has come."""
    network = _get()
    while True:
        network.pump()
        ready = network.stack.ready()
        others = program.source()
        if others is not None:
            ready.extend(others.ready())
        if ready:
            return ready
        if deadline_ns >= 0 and _now() >= deadline_ns:
            return ready
        network.sleep(deadline_ns)


def resolve(host: str) -> list[str]:
    """Numeric addresses and "localhost".  Raises OSError for other names."""
    if host == "localhost":
        return ["127.0.0.1"]
    try:
        return [format_ipv4(parse_ipv4(host))]
    except ValueError:
        raise OSError(-2, "Name or service not known") from None
