"""The whole network stack: frames and time in, frames and a deadline out.

The owner calls `receive` for every frame, `poll` with the time, then `transmit` for the frames to send;
`deadline` says when to poll again.  Where no interface is named it is the first.  The socket calls are
those of `mirage.targets.current_net`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mirage.net.addresses import LOOPBACK_ADDRESS, format_ipv4, parse_ipv4
from mirage.net.arp.protocol import Arp
from mirage.net.clock import earlier
from mirage.net.dhcp.packet import CLIENT_PORT, SERVER_PORT
from mirage.net.dhcp.protocol import DhcpClient, DhcpSend
from mirage.net.errors import EADDRNOTAVAIL, EBADF, EINVAL, ENETUNREACH, socket_error
from mirage.net.ethernet.packet import HEADER_SIZE, TYPE_ARP, TYPE_IPV4
from mirage.net.ethernet.protocol import Ethernet
from mirage.net.icmp.packet import PORT_UNREACHABLE, PROTOCOL_UNREACHABLE
from mirage.net.icmp.protocol import Icmp
from mirage.net.ipv4.packet import PROTOCOL_ICMP, PROTOCOL_TCP, PROTOCOL_UDP, Datagram
from mirage.net.ipv4.protocol import Ipv4, Received
from mirage.net.ipv4.routing import Interface
from mirage.net.link import Link, Links
from mirage.net.ports import PortAllocator
from mirage.net.sockets import READABLE, WRITABLE, Events, Socket
from mirage.net.statistics import Statistics
from mirage.net.tcp.connection import Connection, TcpContext
from mirage.net.tcp.context import TcpSettings
from mirage.net.tcp.protocol import Listener, Tcp
from mirage.net.udp.packet import build_udp, parse_udp
from mirage.net.udp.protocol import Udp, UdpSocket
from mirage.net.wire import PacketError

LOOP_ROUNDS: Final = 64
"""Times that `transmit` goes through what we sent to ourselves before it returns."""


@dataclass
class StaticAddress:
    """An address from configuration; `gateway` 0: only the local network."""

    address: int
    prefix: int
    gateway: int = 0


class Stack:
    """The interfaces with their protocols and sockets."""

    def __init__(
        self,
        mac: int,
        random: Callable[[int], bytes],
        static: StaticAddress | None = None,
        mtu: int = 1500,
        settings: TcpSettings | None = None,
        host_name: str = "",
    ) -> None:
        """
        random   returns that many unpredictable bytes
        static   the address; None asks a DHCP server for one
        mtu      bytes of the largest IPv4 packet, 576 to 9000
        """
        self.now: int = 0
        self.random: Callable[[int], bytes] = random
        self.host_name: str = host_name
        self.statistics: Statistics = Statistics()
        self.events: Events = Events()
        self.outbox: list[Datagram] = []
        self.links: Links = Links(self._link(mac, static))
        self.ipv4: Ipv4 = Ipv4(self.links, mtu, self.statistics)
        self.icmp: Icmp = Icmp(self.outbox, self.statistics)
        ports = PortAllocator(random)
        self.udp: Udp = Udp(self.outbox, self.events, ports, self.statistics)
        chosen = settings if settings is not None else TcpSettings()
        context = TcpContext(self.outbox, self.links, self.events, self.statistics, chosen, mtu)
        self.tcp: Tcp = Tcp(context, ports, random)
        self.sockets: dict[int, Socket] = {}
        self.next_handle: int = 1

    # --- configuration ---------------------------------------------------------------------------

    def _link(self, mac: int, static: StaticAddress | None) -> Link:
        dhcp = DhcpClient(mac, self.random, self.host_name) if static is None else None
        link = Link(mac, dhcp, self.statistics)
        if static is not None:
            link.configure(static.address, static.prefix, static.gateway)
        return link

    def add_interface(self, mac: int, static: StaticAddress | None = None) -> Link:
        """One interface more."""
        link = self._link(mac, static)
        self.links.add(link)
        return link

    @property
    def mac(self) -> int:
        return self.links.first.ethernet.mac

    @property
    def ethernet(self) -> Ethernet:
        return self.links.first.ethernet

    @property
    def arp(self) -> Arp:
        return self.links.first.arp

    @property
    def interface(self) -> Interface:
        return self.links.first.interface

    @property
    def name_servers(self) -> list[int]:
        """What the DHCP servers told, that of the first interface first."""
        servers: list[int] = []
        link: Link | None = self.links.first
        while link is not None:
            servers += link.name_servers
            link = link.following
        return servers

    def configured(self) -> bool:
        """Every interface has an address."""
        link: Link | None = self.links.first
        while link is not None:
            if link.interface.address == 0:
                return False
            link = link.following
        return True

    def has_address(self) -> bool:
        """Some interface has one."""
        link: Link | None = self.links.first
        while link is not None:
            if link.interface.address != 0:
                return True
            link = link.following
        return False

    def address(self) -> int:
        return self.links.first.interface.address

    def offload_checksums(self) -> None:
        """The device completes the TCP and UDP checksums of what we send (VIRTIO_NET_F_CSUM).

        Their fields then hold the folded sum of the pseudo-header; the sum starts at byte 34 of the frame
        and goes to offset 16 (TCP, protocol 6 at byte 23) or 6 (UDP, protocol 17).  Fragments and UDP
        packets larger than the MTU are summed here.
        """
        self.tcp.context.offload = True
        self.udp.offload = True

    def offload_segmentation(self, largest: int) -> None:
        """The first device cuts packets of up to `largest` bytes of TCP data into segments (TSO); 0: none.

        They are larger than the MTU; each is cut into segments that fill it, and a last one with the rest.
        """
        self.links.first.largest_cut = largest

    # --- frames and time -------------------------------------------------------------------------

    def receive(self, frame: bytes, now: int, verified: bool = False, link: Link | None = None) -> None:
        """Take one Ethernet frame.  Whatever is wrong with it is counted, never raised.

        verified   the device has checked the TCP or UDP checksum (VIRTIO_NET_HDR_F_DATA_VALID)
        link       the interface it came by
        """
        self.now = now
        if link is None:
            link = self.links.first
        try:
            header = link.ethernet.receive(frame)
            if header is None:
                return
            if header.type == TYPE_IPV4:
                self._receive_ipv4(frame, now, link, False, verified)
            elif header.type == TYPE_ARP:
                link.arp.receive(frame, HEADER_SIZE, header.source, now)
            else:
                self.statistics.drop("ethernet-type")
        except PacketError as error:
            self.statistics.drop(error.reason)

    def _receive_ipv4(self, frame: bytes, now: int, link: Link, looped: bool, verified: bool) -> None:
        datagram = self.ipv4.receive(frame, HEADER_SIZE, now, link, looped)
        if datagram is None:
            return
        protocol = datagram.header.protocol
        checked = verified and not datagram.reassembled
        if protocol == PROTOCOL_TCP:
            self.tcp.receive(datagram, checked, now)
        elif protocol == PROTOCOL_UDP:
            self._receive_udp(datagram, link, checked, now)
        elif protocol == PROTOCOL_ICMP:
            error = self.icmp.receive(datagram, self.links)
            if error is not None and error.quoted.protocol == PROTOCOL_TCP:
                self.tcp.unreachable(error)
        else:
            self.statistics.drop("ipv4-protocol")
            self.icmp.unreachable(PROTOCOL_UNREACHABLE, datagram, now)

    def _receive_udp(self, datagram: Received, link: Link, verified: bool, now: int) -> None:
        header = datagram.header
        packet = parse_udp(
            datagram.data, datagram.start, datagram.end, header.source, header.destination, verified
        )
        dhcp = link.dhcp
        if dhcp is not None and packet.destination_port == CLIENT_PORT:
            if packet.source_port == SERVER_PORT:
                self._follow_dhcp(link, dhcp, dhcp.receive(packet.payload, now))
            return
        if not self.udp.deliver(packet, datagram):
            self.statistics.drop("udp-no-port")
            self.icmp.unreachable(PORT_UNREACHABLE, datagram, now)

    def _follow_dhcp(self, link: Link, dhcp: DhcpClient, messages: list[DhcpSend]) -> None:
        """Send the messages by the link whose lease they are about, and use what lease there is now."""
        for message in messages:
            buffer = build_udp(
                message.source,
                CLIENT_PORT,
                message.destination,
                SERVER_PORT,
                message.payload,
                self.udp.offload,
            )
            datagram = Datagram(buffer, message.source, message.destination, PROTOCOL_UDP, False)
            self.ipv4.send(datagram, self.now, link)
        if not dhcp.changed:
            return
        dhcp.changed = False
        lease = dhcp.lease
        if lease is None:
            link.configure(0, 0, 0)
            link.name_servers = []
        else:
            link.name_servers = lease.name_servers
            if lease.address != link.interface.address:
                link.configure(lease.address, lease.prefix, lease.router)
            else:
                link.interface.prefix = lease.prefix
                link.interface.gateway = lease.router

    def poll(self, now: int) -> None:
        """Let time pass: run every timer that has expired."""
        self.now = now
        link: Link | None = self.links.first
        while link is not None:
            dhcp = link.dhcp
            if dhcp is not None:
                self._follow_dhcp(link, dhcp, dhcp.poll(now))
            link.arp.poll(now)
            if link.arp.unreachable:
                for neighbour in link.arp.take_unreachable():
                    self.tcp.neighbour_unreachable(neighbour, link.interface)
            link = link.following
        self.ipv4.reassembly.poll(now)
        self.tcp.poll(now)
        for address in self.tcp.take_doubts():
            if not self.links.is_own(address):
                route = self.links.route(address, 0)
                route.arp.doubt(route.interface.next_hop(address), now)

    def transmit(self) -> list[bytes]:
        """The Ethernet frames to send now by the first interface, in order; the others keep theirs."""
        first = self.links.first
        rounds = 0
        while True:
            self.tcp.flush(self.now)
            if self.outbox:
                self._send_outbox()
            if not self.ipv4.looped or rounds == LOOP_ROUNDS:
                break
            rounds += 1
            for frame in self.ipv4.take_looped():
                try:
                    self._receive_ipv4(frame, self.now, first, True, self.tcp.context.offload)
                except PacketError as error:
                    self.statistics.drop(error.reason)
        return first.ethernet.take()

    def _send_outbox(self) -> None:
        for datagram in self.outbox:
            self.ipv4.send(datagram, self.now)
        self.outbox.clear()

    def deadline(self) -> int:
        """When to call `poll` and `transmit` again, in nanoseconds; -1: not before a frame comes."""
        if self._has_output():
            return self.now
        return self._earlier_deadline(self.tcp.deadline())

    def wake_at(self) -> int:
        """A time not after `deadline`, for less work: waking for nothing is cheaper than being exact."""
        if self._has_output():
            return self.now
        return self._earlier_deadline(self.tcp.wake_at())

    def _has_output(self) -> bool:
        """There is something to send now."""
        link: Link | None = self.links.first
        while link is not None:
            if link.ethernet.outgoing:
                return True
            link = link.following
        return len(self.outbox) + len(self.tcp.context.dirty) + len(self.ipv4.looped) != 0

    def _earlier_deadline(self, when: int) -> int:
        """The earliest of `when` and the deadlines of everything but TCP."""
        when = earlier(when, self.ipv4.reassembly.deadline())
        link: Link | None = self.links.first
        while link is not None:
            when = earlier(when, link.arp.deadline())
            dhcp = link.dhcp
            if dhcp is not None:
                when = earlier(when, dhcp.deadline())
            link = link.following
        return when

    # --- sockets ---------------------------------------------------------------------------------

    def _register(self, socket: Socket) -> int:
        handle = self.next_handle
        self.next_handle += 1
        socket.handle = handle
        self.sockets[handle] = socket
        return handle

    def _connection(self, handle: int) -> Connection:
        socket = self.sockets.get(handle)
        if isinstance(socket, Connection):
            return socket
        raise socket_error(EBADF)

    def _udp_socket(self, handle: int) -> UdpSocket:
        socket = self.sockets.get(handle)
        if isinstance(socket, UdpSocket):
            return socket
        raise socket_error(EBADF)

    def _parse_host(self, host: str) -> int:
        """An address to bind to or to reach; "" and "0.0.0.0" are any (0).  Raises OSError."""
        if host == "":
            return 0
        if host == "localhost":
            return LOOPBACK_ADDRESS
        try:
            return parse_ipv4(host)
        except ValueError:
            raise socket_error(EADDRNOTAVAIL) from None

    def _local_host(self, host: str) -> int:
        address = self._parse_host(host)
        if address != 0 and not self.links.is_own(address):
            raise socket_error(EADDRNOTAVAIL)
        return address

    def tcp_listen(self, host: str, port: int, backlog: int, reuse_port: bool) -> int:
        """Listen; port 0: any.  Two listeners never share a port here, `reuse_port` or not."""
        if port < 0 or port > 65535:
            raise socket_error(EINVAL)
        return self._register(self.tcp.listen(self._local_host(host), port, backlog))

    def tcp_accept(self, handle: int) -> int:
        """A new connection's handle, -1: none yet."""
        socket = self.sockets.get(handle)
        if isinstance(socket, Listener):
            connection = self.tcp.accept(socket)
            if connection is None:
                return -1
            return self._register(connection)
        raise socket_error(EBADF)

    def tcp_connect(self, host: str, port: int) -> int:
        """Start to connect; the handle is writable when that succeeded or failed."""
        remote = self._parse_host(host)
        if port <= 0 or port > 65535:
            raise socket_error(EADDRNOTAVAIL)
        if remote == 0:
            remote = LOOPBACK_ADDRESS
        if not self.links.is_own(remote):
            interface = self.links.route(remote, 0).interface
            if not interface.is_unicast(remote) or interface.next_hop(remote) < 0:
                raise socket_error(ENETUNREACH)
        return self._register(self.tcp.connect(self.links.source_for(remote), remote, port))

    def tcp_connect_result(self, handle: int) -> int:
        """0: connected; EINPROGRESS; or the errno of the failure."""
        return self._connection(handle).connect_result()

    def receive_data(self, handle: int, limit: int) -> bytes | None:
        """The socket call `receive`: None would block, b"" the end.  Raises OSError."""
        return self._connection(handle).read(limit)

    def send(self, handle: int, data: bytes, start: int) -> int:
        """Take bytes of data[start:]; 0 would block.  Raises OSError."""
        return self._connection(handle).write(data, start)

    def shutdown_write(self, handle: int) -> None:
        self._connection(handle).shutdown_write()

    def close(self, handle: int) -> None:
        """Let go of any handle; a connection finishes in the background."""
        socket = self.sockets.get(handle)
        if socket is None:
            raise socket_error(EBADF)
        self._forget(socket)
        if isinstance(socket, Connection):
            socket.close(self.now)
            self.tcp.context.touch_output(socket)
        elif isinstance(socket, Listener):
            self.tcp.close_listener(socket)
        elif isinstance(socket, UdpSocket):
            self.udp.close(socket)
        self.tcp.settle()

    def abort(self, handle: int) -> None:
        """Reset a connection."""
        connection = self._connection(handle)
        self._forget(connection)
        connection.abort()
        self.tcp.settle()

    def _forget(self, socket: Socket) -> None:
        del self.sockets[socket.handle]
        socket.handle = -1
        socket.interest = 0

    def local_address(self, handle: int) -> tuple[str, int]:
        socket = self.sockets.get(handle)
        if isinstance(socket, Connection):
            return (format_ipv4(socket.local_address), socket.local_port)
        if isinstance(socket, Listener):
            return (format_ipv4(socket.address), socket.port)
        if isinstance(socket, UdpSocket):
            return (format_ipv4(socket.address), socket.port)
        raise socket_error(EBADF)

    def peer_address(self, handle: int) -> tuple[str, int]:
        connection = self._connection(handle)
        return (format_ipv4(connection.remote_address), connection.remote_port)

    def udp_open(self, host: str, port: int) -> int:
        """Bind a UDP port; 0: any."""
        if port < 0 or port > 65535:
            raise socket_error(EINVAL)
        return self._register(self.udp.open(self._local_host(host), port))

    def udp_receive(self, handle: int) -> tuple[bytes, str, int] | None:
        """(payload, host, port) of the oldest datagram; None: none yet."""
        datagram = self.udp.receive(self._udp_socket(handle))
        if datagram is None:
            return None
        return (datagram.payload, format_ipv4(datagram.source), datagram.source_port)

    def udp_send(self, handle: int, data: bytes, host: str, port: int) -> None:
        """Send one datagram.  Raises OSError."""
        socket = self._udp_socket(handle)
        destination = self._parse_host(host)
        if port <= 0 or port > 65535 or destination == 0:
            raise socket_error(EINVAL)
        source = self.links.source_for(destination)
        if source == 0:
            raise socket_error(ENETUNREACH)
        if socket.address != 0:
            source = socket.address
        self.udp.send(source, socket.port, destination, port, data, self.ipv4.mtu)

    def watch(self, handle: int, readable: bool, writable: bool) -> None:
        """Set what `ready` tells about the handle."""
        socket = self.sockets.get(handle)
        if socket is None:
            raise socket_error(EBADF)
        socket.interest = (READABLE if readable else 0) | (WRITABLE if writable else 0)
        self.events.touch(socket)

    def ready(self) -> list[int]:
        """`handle * 4 + (1 readable | 2 writable)` of what is watched and ready."""
        return self.events.ready()
