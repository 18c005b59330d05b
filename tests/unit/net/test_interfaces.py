"""A stack with several interfaces: which one a datagram leaves by, and by which it may come."""

import pytest

from mirage.net.addresses import format_ipv4, parse_ipv4
from mirage.net.arp.packet import REPLY, REQUEST, ArpPacket, build_arp, parse_arp
from mirage.net.clock import SECOND
from mirage.net.dhcp.packet import ACK, DISCOVER, OFFER
from mirage.net.dhcp.packet import REQUEST as REQUEST_LEASE
from mirage.net.ethernet.packet import TYPE_ARP, TYPE_IPV4, parse_ethernet, write_ethernet
from mirage.net.icmp.packet import ECHO_REQUEST, PORT_UNREACHABLE, UNREACHABLE, IcmpMessage, build_icmp
from mirage.net.ipv4.packet import (
    PROTOCOL_ICMP,
    PROTOCOL_TCP,
    PROTOCOL_UDP,
    ROOM,
    parse_ipv4_header,
    write_ipv4_header,
)
from mirage.net.stack import Stack, StaticAddress
from mirage.net.tcp.packet import SYN
from mirage.net.udp.packet import build_udp, parse_udp
from mirage.net.wire import put16
from mirage.testing.randomness import SeededRandom

FIRST_MAC, SECOND_MAC, PEER_MAC = 0x020000000001, 0x020000000002, 0x020000000009
MACS = (FIRST_MAC, SECOND_MAC)


def static(text, prefix=24, gateway=None):
    return StaticAddress(parse_ipv4(text), prefix, 0 if gateway is None else parse_ipv4(gateway))


def host(*addresses):
    """A stack with these interfaces; None asks by DHCP."""
    stack = Stack(FIRST_MAC, SeededRandom(1).bytes, addresses[0])
    for number, address in enumerate(addresses[1:], 1):
        stack.add_interface(FIRST_MAC + number, address)
    take(stack)
    return stack


def links(stack):
    found, link = [], stack.links.first
    while link is not None:
        found.append(link)
        link = link.following
    return found


def take(stack):
    """What it sends now, by interface."""
    first = stack.transmit()
    return [first, *(link.ethernet.take() for link in links(stack)[1:])]


def answer_arp(stack, number, address):
    """A neighbour on the cable of an interface says who it is."""
    link = links(stack)[number]
    link.arp.learn(parse_ipv4(address), PEER_MAC, stack.now)


def syn_to(frames):
    """(source, destination) of the only frame, a TCP segment."""
    [frame] = frames
    header = parse_ipv4_header(frame, 14)
    assert header.protocol == PROTOCOL_TCP and frame[47] & SYN
    return format_ipv4(header.source), format_ipv4(header.destination)


def packet(stack, number, protocol, payload, source, destination):
    """A frame from a neighbour to an interface's card; `payload` has room for the headers."""
    write_ipv4_header(payload, parse_ipv4(source), parse_ipv4(destination), protocol, 7, 0)
    write_ethernet(payload, MACS[number], PEER_MAC, TYPE_IPV4)
    stack.receive(bytes(payload), stack.now, False, links(stack)[number])


@pytest.mark.parametrize(
    ("target", "number", "source", "hop"),
    [
        ("10.0.0.7", 0, "10.0.0.1", "10.0.0.7"),
        ("10.1.0.7", 1, "10.1.0.1", "10.1.0.7"),
        ("8.8.8.8", 0, "10.0.0.1", "10.0.0.254"),
    ],
)
def test_a_connection_leaves_by_its_route(target, number, source, hop):  # RFC 1122, 3.3.1.1
    stack = host(static("10.0.0.1", gateway="10.0.0.254"), static("10.1.0.1"))
    handle = stack.tcp_connect(target, 80)
    assert stack.local_address(handle)[0] == source
    frames = take(stack)
    assert not frames[1 - number]
    question = parse_arp(frames[number][0], 14)
    assert (question.operation, format_ipv4(question.target_ip)) == (REQUEST, hop)
    assert (question.sender_mac, format_ipv4(question.sender_ip)) == (MACS[number], source)
    answer_arp(stack, number, hop)
    frames = take(stack)
    assert syn_to(frames[number]) == (source, target) and not frames[1 - number]
    assert parse_ethernet(frames[number][0]).source == MACS[number]


def test_the_longest_prefix_wins_and_a_gateway_comes_last():
    stack = host(static("10.0.0.1", 8), static("10.1.0.1", 16, "10.1.0.254"))
    assert stack.local_address(stack.tcp_connect("10.1.2.3", 80))[0] == "10.1.0.1"
    assert stack.local_address(stack.tcp_connect("10.2.2.3", 80))[0] == "10.0.0.1"
    assert stack.local_address(stack.tcp_connect("11.2.2.3", 80))[0] == "10.1.0.1"
    assert stack.local_address(stack.tcp_connect("10.0.0.1", 80))[0] == "10.0.0.1"  # ourselves
    assert stack.local_address(stack.tcp_connect("10.1.0.1", 80))[0] == "10.1.0.1"


def test_without_a_gateway_the_rest_of_the_world_is_unreachable():
    stack = host(static("10.0.0.1"), static("10.1.0.1"))
    with pytest.raises(OSError, match="Network is unreachable"):
        stack.tcp_connect("10.2.0.1", 80)
    with pytest.raises(OSError, match="Network is unreachable"):
        stack.tcp_connect("10.1.0.255", 80)  # the second network's broadcast


def test_among_equal_routes_the_interface_of_our_address_is_taken():
    stack = host(static("10.0.0.1", gateway="10.0.0.254"), static("10.0.0.2", gateway="10.0.0.253"))
    for number, own, hop in ((0, "10.0.0.1", "10.0.0.254"), (1, "10.0.0.2", "10.0.0.253")):
        for target, neighbour in (("10.0.0.9", "10.0.0.9"), ("8.8.8.8", hop)):
            socket = stack.udp_open(own, 0)
            answer_arp(stack, number, neighbour)
            take(stack)
            stack.udp_send(socket, b"x", target, 9)
            frames = take(stack)
            assert len(frames[number]) == 1 and not frames[1 - number]
            assert format_ipv4(parse_ipv4_header(frames[number][0], 14).source) == own


def test_a_listener_takes_connections_from_all_interfaces_and_answers_where_they_came_from():
    stack = host(static("10.0.0.1"), static("10.1.0.1"))
    listener = stack.tcp_listen("", 80, 16, False)
    for number in range(2):
        peer = Stack(PEER_MAC, SeededRandom(2).bytes, static(f"10.{number}.0.7"))
        handle = peer.tcp_connect(f"10.{number}.0.1", 80)
        for _ in range(8):
            for frame in peer.transmit():
                stack.receive(frame, 0, False, links(stack)[number])
            frames = take(stack)
            assert not frames[1 - number]
            for frame in frames[number]:
                peer.receive(frame, 0)
        assert peer.tcp_connect_result(handle) == 0
        accepted = stack.tcp_accept(listener)
        assert stack.local_address(accepted) == (f"10.{number}.0.1", 80)
        assert stack.peer_address(accepted)[0] == f"10.{number}.0.7"
        stack.send(accepted, b"hello", 0)
        for frame in take(stack)[number]:
            peer.receive(frame, 0)
        assert peer.receive_data(handle, 100) == b"hello"


def test_arp_answers_for_the_address_of_its_own_interface_only():  # RFC 1122, 3.3.4.2
    stack = host(static("10.0.0.1"), static("10.1.0.1"))
    for number, address, answered in ((0, "10.0.0.1", True), (0, "10.1.0.1", False), (1, "10.1.0.1", True)):
        question = ArpPacket(REQUEST, PEER_MAC, parse_ipv4("10.0.0.7"), 0, parse_ipv4(address))
        frame = build_arp(question)
        write_ethernet(frame, MACS[number], PEER_MAC, TYPE_ARP)
        stack.receive(bytes(frame), 0, False, links(stack)[number])
        frames = take(stack)
        assert not frames[1 - number] and len(frames[number]) == answered
        if answered:
            reply = parse_arp(frames[number][0], 14)
            assert (reply.operation, reply.sender_mac) == (REPLY, MACS[number])


def test_a_datagram_for_another_interface_s_address_is_taken():
    stack = host(static("10.0.0.1", gateway="10.0.0.254"), static("10.1.0.1"))
    socket = stack.udp_open("", 9)
    packet(stack, 1, PROTOCOL_UDP, build_udp(
        parse_ipv4("10.1.0.7"), 5, parse_ipv4("10.0.0.1"), 9, b"data", False
    ), "10.1.0.7", "10.0.0.1")  # fmt: skip
    assert stack.udp_receive(socket) == (b"data", "10.1.0.7", 5)


@pytest.mark.parametrize("source", ["10.0.0.1", "10.1.0.1", "127.0.0.1"])
def test_nobody_else_sends_from_our_addresses(source):
    stack = host(static("10.0.0.1"), static("10.1.0.1"))
    payload = build_icmp(IcmpMessage(ECHO_REQUEST, 0, 1, b"x"))
    packet(stack, 1, PROTOCOL_ICMP, payload, source, "10.1.0.1")
    assert stack.statistics.dropped == {"ipv4-martian": 1} and take(stack) == [[], []]


@pytest.mark.parametrize(("quoted", "reason"), [("10.0.0.1", "icmp-sequence"), ("127.0.0.1", None)])
def test_an_error_about_a_packet_of_any_interface_counts_but_not_about_loopback(quoted, reason):
    stack = host(static("10.0.0.1"), static("10.1.0.1"))
    handle = stack.tcp_connect("10.0.0.7", 80)
    inner = bytearray(ROOM + 8)
    write_ipv4_header(inner, parse_ipv4(quoted), parse_ipv4("10.0.0.7"), PROTOCOL_TCP, 1, 0)
    put16(inner, ROOM, stack.local_address(handle)[1])
    put16(inner, ROOM + 2, 80)
    message = build_icmp(IcmpMessage(UNREACHABLE, PORT_UNREACHABLE, 0, bytes(inner[14:])))
    packet(stack, 1, PROTOCOL_ICMP, message, "10.1.0.7", "10.1.0.1")
    assert list(stack.statistics.dropped) == [reason or "icmp-quote-not-ours"]


def test_each_interface_has_its_own_lease():
    stack = host(None, None)
    assert not stack.configured()
    for number in (1, 0):
        link = links(stack)[number]
        for kind in (OFFER, ACK):
            stack.poll(stack.now + 2 * SECOND if kind == OFFER else stack.now)
            requests = [frame for frame in take(stack)[number] if parse_ethernet(frame).type == TYPE_IPV4]
            header = parse_ipv4_header(requests[0], 14)
            assert parse_ethernet(requests[0]).source == MACS[number]
            sent = parse_udp(requests[0], 34, 14 + header.total_length, 0, 0xFFFFFFFF, False).payload
            assert sent[240:242] == b"\x35\x01" and sent[242] == (
                DISCOVER if kind == OFFER else REQUEST_LEASE
            )
            server = f"10.{number}.0.254"
            reply = build_udp(
                parse_ipv4(server), 67, parse_ipv4(f"10.{number}.0.50"), 68,
                lease(sent[4:8], kind, number), False,
            )  # fmt: skip
            packet(stack, number, PROTOCOL_UDP, reply, server, f"10.{number}.0.50")
        assert format_ipv4(link.interface.address) == f"10.{number}.0.50"
    assert stack.configured() and format_ipv4(stack.address()) == "10.0.0.50"
    assert [format_ipv4(server) for server in stack.name_servers] == ["10.0.0.254", "10.1.0.254"]
    frames = take(stack)
    assert len(frames[0]) == 1  # the announcement of the address that came last
    assert stack.local_address(stack.tcp_connect("8.8.8.8", 53))[0] == "10.0.0.50"


def lease(transaction, kind, number):
    """What a DHCP server of network 10.NUMBER.0.0/24 answers."""
    server = bytes([10, number, 0, 254])
    options = bytes([53, 1, kind, 1, 4, 255, 255, 255, 0, 3, 4]) + server + bytes([6, 4]) + server
    options += bytes([51, 4, 0, 0, 14, 16, 54, 4]) + server + b"\xff"
    fixed = bytearray(236)
    fixed[0], fixed[1], fixed[2] = 2, 1, 6
    fixed[4:8] = transaction
    fixed[16:20] = bytes([10, number, 0, 50])
    fixed[28:34] = MACS[number].to_bytes(6, "big")
    return bytes(fixed) + b"\x63\x82\x53\x63" + options


def test_an_interface_without_an_address_takes_only_what_dhcp_needs():
    stack = host(static("10.0.0.1"), None)
    listener = stack.tcp_listen("", 80, 16, False)
    payload = build_icmp(IcmpMessage(ECHO_REQUEST, 0, 1, b"x"))
    packet(stack, 1, PROTOCOL_ICMP, payload, "9.9.9.9", "8.8.8.8")
    assert stack.statistics.dropped == {"ipv4-not-for-us": 1}
    assert stack.tcp_accept(listener) == -1 and take(stack)[1] == []


def test_a_broadcast_leaves_by_the_interface_it_is_sent_from():
    stack = host(static("10.0.0.1", gateway="10.0.0.254"), static("10.1.0.1"))
    for own, target, number in (
        ("", "255.255.255.255", 0),
        ("10.1.0.1", "255.255.255.255", 1),
        ("", "10.1.0.255", 1),
        ("", "10.0.0.255", 0),
    ):
        socket = stack.udp_open(own, 0)
        stack.udp_send(socket, b"x", target, 9)
        frames = take(stack)
        assert len(frames[number]) == 1 and not frames[1 - number]
        assert parse_ethernet(frames[number][0]).destination == 0xFFFFFFFFFFFF


def test_a_neighbour_of_one_interface_that_is_silent_does_not_end_connections_of_the_other():
    stack = host(static("10.0.0.1"), static("10.1.0.1"))
    stack.tcp_connect("10.0.0.7", 80)
    other = stack.tcp_connect("10.1.0.7", 80)
    answer_arp(stack, 1, "10.1.0.7")
    take(stack)
    for second in range(1, 5):
        stack.poll(second * SECOND)
        take(stack)
    assert stack.tcp_connect_result(1) == 113 and stack.tcp_connect_result(other) == 115


def test_segmentation_is_left_to_the_cards_that_know_it():
    stack = host(static("10.0.0.1"), static("10.1.0.1"))
    links(stack)[1].largest_cut = 32714
    longest = []
    for number in range(2):
        peer = Stack(PEER_MAC, SeededRandom(7).bytes, static(f"10.{number}.0.7"))
        peer.tcp_listen("", 80, 4, False)
        answer_arp(stack, number, f"10.{number}.0.7")
        peer.arp.learn(parse_ipv4(f"10.{number}.0.1"), MACS[number], 0)
        handle = stack.tcp_connect(f"10.{number}.0.7", 80)
        for _ in range(3):
            for frame in take(stack)[number]:
                peer.receive(frame, stack.now)
            for frame in peer.transmit():
                stack.receive(frame, stack.now, False, links(stack)[number])
        assert stack.tcp_connect_result(handle) == 0
        stack.send(handle, bytes(50_000), 0)
        longest.append(max(len(frame) for frame in take(stack)[number]))
    assert longest[0] == 1514 and longest[1] > 10_000


def test_time_is_one_for_all():
    stack = host(None, static("10.1.0.1"))
    assert stack.deadline() == 0
    stack.poll(0)
    take(stack)
    assert stack.deadline() > 0
    links(stack)[1].arp.announce()
    assert stack.deadline() == 0
    assert [len(frames) for frames in take(stack)] == [0, 1]
