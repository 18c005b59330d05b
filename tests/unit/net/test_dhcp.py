"""The DHCP client (RFC 2131) against a server made of a few lines."""

from __future__ import annotations

import pytest

from mirage.net.addresses import BROADCAST_MAC, parse_ipv4
from mirage.net.clock import SECOND
from mirage.net.dhcp.packet import ACK, DISCOVER, NAK, OFFER, REQUEST, parse_dhcp
from mirage.net.dhcp.protocol import BOUND, REBINDING, RENEWING, DhcpClient
from mirage.net.ethernet.packet import TYPE_IPV4, parse_ethernet, write_ethernet
from mirage.net.ipv4.packet import PROTOCOL_UDP, parse_ipv4_header, write_ipv4_header
from mirage.net.stack import Stack
from mirage.net.udp.packet import build_udp, parse_udp
from mirage.net.wire import PacketError
from mirage.testing import SeededRandom

MAC = 0x525400123456
SERVER_MAC = 0x525400000001
SERVER = parse_ipv4("10.0.2.2")
ADDRESS = parse_ipv4("10.0.2.15")


def options_of(payload):
    options, at = {}, 240
    while payload[at] != 255:
        options[payload[at]] = payload[at + 2 : at + 2 + payload[at + 1]]
        at += 2 + payload[at + 1]
    return options


def answer(request, kind, lease=3600, address=ADDRESS, extra=b""):
    reply = bytearray(240)
    reply[0:3] = b"\x02\x01\x06"
    reply[4:8] = request[4:8]
    reply[16:20] = (address if kind != NAK else 0).to_bytes(4, "big")
    reply[28:34] = request[28:34]
    reply[236:240] = b"\x63\x82\x53\x63"
    reply += bytes([53, 1, kind, 54, 4]) + SERVER.to_bytes(4, "big")
    reply += bytes([1, 4, 255, 255, 255, 0, 3, 4]) + SERVER.to_bytes(4, "big")
    reply += bytes([6, 8, 10, 0, 2, 3, 1, 1, 1, 1, 51, 4]) + lease.to_bytes(4, "big")
    return bytes(reply + extra + b"\xff")


def make_client():
    return DhcpClient(MAC, SeededRandom(1).bytes, "web")


def bind(client, now=0, lease=3600, extra=b""):
    [discover] = client.poll(now)
    [request] = client.receive(answer(discover.payload, OFFER, lease), now)
    client.receive(answer(request.payload, ACK, lease, extra=extra), now)
    assert client.state == BOUND
    return request


def test_four_messages_make_a_lease():  # RFC 2131, 3.1
    client = make_client()
    [discover] = client.poll(0)
    assert options_of(discover.payload)[53] == bytes([DISCOVER]) and len(discover.payload) >= 300
    assert options_of(discover.payload)[12] == b"web"
    [request] = client.receive(answer(discover.payload, OFFER), 0)
    options = options_of(request.payload)
    assert options[53] == bytes([REQUEST]) and options[50] == ADDRESS.to_bytes(4, "big")
    assert options[54] == SERVER.to_bytes(4, "big")
    assert request.source == 0 and request.destination == 0xFFFFFFFF
    client.receive(answer(request.payload, ACK), 0)
    lease = client.lease
    assert client.changed and (lease.address, lease.prefix, lease.router) == (ADDRESS, 24, SERVER)
    assert lease.name_servers == [parse_ipv4("10.0.2.3"), parse_ipv4("1.1.1.1")]
    assert (lease.renew_at, lease.rebind_at, lease.expires_at) == (
        1800 * SECOND,
        3150 * SECOND,
        3600 * SECOND,
    )


def test_a_silent_network_is_asked_ever_more_rarely():  # RFC 2131, 4.1
    client = make_client()
    times = []
    while len(times) < 10:
        now = client.deadline()
        times += [now] * len(client.poll(now))
    gaps = [b - a for a, b in zip(times, times[1:], strict=False)]
    assert 0.7 * SECOND <= gaps[0] <= 1.3 * SECOND and gaps[3] > 3 * gaps[0] and max(gaps) <= 81 * SECOND


def test_a_lease_is_renewed_from_its_server_then_from_any_then_lost():  # RFC 2131, 4.4.5
    client = make_client()
    bind(client)
    client.changed = False
    [renewal] = client.poll(1800 * SECOND)
    assert client.state == RENEWING and renewal.destination == SERVER and renewal.source == ADDRESS
    assert renewal.payload[12:16] == ADDRESS.to_bytes(4, "big") and 54 not in options_of(renewal.payload)
    sent = []
    while client.deadline() < 3600 * SECOND:
        now = client.deadline()
        sent += [(now, message.destination) for message in client.poll(now)]
    assert client.state == REBINDING and sent[-1][1] == 0xFFFFFFFF
    assert all(destination == SERVER for now, destination in sent if now < 3150 * SECOND)
    [discover] = client.poll(3600 * SECOND)
    assert client.lease is None and client.changed
    assert options_of(discover.payload)[53] == bytes([DISCOVER])


def test_a_renewed_lease_lasts_longer():
    client = make_client()
    bind(client)
    [renewal] = client.poll(1800 * SECOND)
    client.receive(answer(renewal.payload, ACK), 1801 * SECOND)
    assert client.state == BOUND and client.lease.expires_at == 5400 * SECOND


def test_a_refused_request_starts_over():
    client = make_client()
    [discover] = client.poll(0)
    [request] = client.receive(answer(discover.payload, OFFER), 0)
    client.receive(answer(request.payload, NAK), SECOND)
    [again] = client.poll(client.deadline())
    assert options_of(again.payload)[53] == bytes([DISCOVER])
    assert again.payload[4:8] != discover.payload[4:8]


def test_a_server_that_offers_and_falls_silent_is_left():
    client = make_client()
    [discover] = client.poll(0)
    client.receive(answer(discover.payload, OFFER), 0)
    kinds = []
    while len(kinds) < 5:
        kinds += [options_of(message.payload)[53][0] for message in client.poll(client.deadline())]
    assert kinds == [REQUEST, REQUEST, REQUEST, DISCOVER, DISCOVER]


def test_an_infinite_lease_is_never_renewed():
    client = make_client()
    bind(client, lease=0xFFFFFFFF)
    assert client.deadline() == -1 and client.poll(10**18) == []


def test_answers_to_others_are_ignored():
    client = make_client()
    [discover] = client.poll(0)
    other = bytearray(discover.payload)
    other[7] ^= 1
    assert client.receive(answer(bytes(other), OFFER), 0) == []
    other = bytearray(discover.payload)
    other[33] ^= 1
    assert client.receive(answer(bytes(other), OFFER), 0) == []


def test_broken_messages_are_refused():
    good = answer(bytes(300), OFFER)
    for size in range(len(good) - 1):
        try:
            parse_dhcp(good[:size])
        except PacketError:
            continue
        assert size >= 243
    with pytest.raises(PacketError, match="dhcp-cookie"):
        parse_dhcp(good[:236] + b"\0" + good[237:])


def test_a_stack_configures_itself():
    stack = Stack(MAC, SeededRandom(1).bytes, host_name="web")
    assert not stack.configured()
    with pytest.raises(OSError, match="Network is unreachable"):
        stack.tcp_connect("10.0.2.2", 80)
    kind = OFFER
    for _ in range(2):
        stack.poll(0)
        [frame] = stack.transmit()
        assert parse_ethernet(frame).destination == BROADCAST_MAC
        header = parse_ipv4_header(frame, 14)
        assert (header.source, header.destination) == (0, 0xFFFFFFFF)
        packet = parse_udp(frame, 34, 14 + header.total_length, 0, 0xFFFFFFFF, False)
        assert (packet.source_port, packet.destination_port) == (68, 67)
        reply = build_udp(SERVER, 67, ADDRESS, 68, answer(packet.payload, kind), False)
        write_ipv4_header(reply, SERVER, ADDRESS, PROTOCOL_UDP, 1, 0)  # unicast, before we have it
        write_ethernet(reply, MAC, SERVER_MAC, TYPE_IPV4)
        stack.receive(bytes(reply), 0)
        kind = ACK
    assert stack.configured() and stack.address() == ADDRESS
    assert stack.interface.gateway == SERVER and stack.name_servers[0] == parse_ipv4("10.0.2.3")
    assert stack.deadline() == 0 and len(stack.transmit()) == 1  # the announcement
    assert stack.deadline() == 1800 * SECOND
