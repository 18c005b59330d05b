"""The socket interface over the host's sockets: the calls that asyncio makes, on the loopback."""

from __future__ import annotations

import time

import pytest

from mirage.targets import current_net as net


def ready(handle: int, flag: int) -> None:
    while not any(item >> 2 == handle and item & flag for item in net.wait(time.monotonic_ns() + 10**9)):
        pass


def test_a_connection_carries_bytes_both_ways_and_ends() -> None:
    server = net.tcp_listen("127.0.0.1", 0, 10, False)
    host, port = net.local_address(server)
    assert net.tcp_accept(server) == -1
    net.watch(server, True, False)
    client = net.tcp_connect(host, port)
    ready(server, 1)
    peer = net.tcp_accept(server)
    net.watch(client, False, True)
    ready(client, 2)
    assert net.tcp_connect_result(client) == 0
    assert net.peer_address(peer) == net.local_address(client)
    assert net.receive(peer, 10) is None
    assert net.send(client, b"..hello", 2) == 5
    net.watch(peer, True, False)
    ready(peer, 1)
    assert net.receive(peer, 3) == b"hel"
    assert net.receive(peer, 30) == b"lo"
    net.shutdown_write(client)
    ready(peer, 1)
    assert net.receive(peer, 30) == b""
    net.abort(peer)
    ready(client, 2)
    with pytest.raises(ConnectionResetError):
        net.receive(client, 1)
    net.close(client)
    net.close(server)


def test_a_wait_ends_at_its_deadline() -> None:
    started = time.monotonic_ns()
    assert net.wait(0) == []
    assert net.wait(started + 20_000_000) == []
    assert time.monotonic_ns() >= started + 20_000_000


def test_datagrams_carry_their_sender() -> None:
    one, two = net.udp_open("127.0.0.1", 0), net.udp_open("127.0.0.1", 0)
    assert net.udp_receive(two) is None
    net.udp_send(one, b"ping", *net.local_address(two))
    net.watch(two, True, False)
    ready(two, 1)
    assert net.udp_receive(two) == (b"ping", *net.local_address(one))
    net.close(one)
    net.close(two)
