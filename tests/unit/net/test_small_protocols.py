"""Checksum, addresses, Ethernet, ARP, IPv4, ICMP, UDP."""

from __future__ import annotations

import pytest

from mirage.net.addresses import (
    format_ipv4,
    format_mac,
    mask_of,
    multicast_mac,
    parse_interface,
    parse_ipv4,
    parse_mac,
    prefix_of,
)
from mirage.net.arp.packet import REPLY, REQUEST, ArpPacket, build_arp, parse_arp
from mirage.net.arp.protocol import TABLE_SIZE
from mirage.net.checksum import finish, sum_words
from mirage.net.clock import SECOND
from mirage.net.ethernet.packet import TYPE_ARP, TYPE_IPV4, parse_ethernet, write_ethernet
from mirage.net.icmp.packet import ECHO_REPLY, ECHO_REQUEST, IcmpMessage, build_icmp, parse_icmp
from mirage.net.ipv4.packet import (
    DONT_FRAGMENT,
    MORE_FRAGMENTS,
    PROTOCOL_ICMP,
    PROTOCOL_TCP,
    ROOM,
    parse_ipv4_header,
    write_ipv4_header,
)
from mirage.net.ipv4.routing import Interface
from mirage.net.stack import Stack, StaticAddress
from mirage.net.tcp.packet import SYN, build_segment
from mirage.net.udp.packet import build_udp, parse_udp
from mirage.net.wire import Malformed, Truncated
from mirage.testing.network import LEFT, LEFT_MAC, RIGHT, RIGHT_MAC, make_network, make_stack
from mirage.testing.randomness import SeededRandom


def test_the_checksum_of_rfc_1071s_example():  # RFC 1071, 3
    data = bytes([0x00, 0x01, 0xF2, 0x03, 0xF4, 0xF5, 0xF6, 0xF7])
    assert finish(sum_words(data, 0, 8, 0)) == 0xFFFF - 0xDDF2


@pytest.mark.parametrize("size", range(20))
def test_the_checksum_of_every_length_equals_the_plain_definition(size):
    data = bytes(range(200, 200 + size))
    padded = data + b"\0" * (size % 2)
    total = sum(int.from_bytes(padded[i : i + 2], "big") for i in range(0, len(padded), 2))
    assert sum_words(data, 0, size, 0) == total


def test_addresses_are_read_and_written():
    assert parse_ipv4("10.0.0.2") == 0x0A000002 and format_ipv4(0x0A000002) == "10.0.0.2"
    assert parse_interface("192.168.1.7/24") == (0xC0A80107, 24)
    assert parse_mac("52:54:00:12:34:Af") == 0x5254001234AF
    assert format_mac(0x5254001234AF) == "52:54:00:12:34:af"
    assert [prefix_of(mask_of(n)) for n in range(33)] == list(range(33))
    assert prefix_of(0xFF00FF00) == -1
    assert multicast_mac(parse_ipv4("224.0.0.251")) == 0x01005E0000FB


@pytest.mark.parametrize(
    "text", ["", "10.0.0", "10.0.0.256", "10.0.0.1.2", "10.0.0.-1", "01.0.0.1", "a.b.c.d"]
)
def test_what_is_no_address_is_refused(text):
    with pytest.raises(ValueError, match="not an IPv4 address"):
        parse_ipv4(text)


def ping(stack, payload=b"mirage", source=RIGHT, destination=LEFT, mac=LEFT_MAC):
    buffer = build_icmp(IcmpMessage(ECHO_REQUEST, 0, 0x12340001, payload))
    write_ipv4_header(buffer, parse_ipv4(source), parse_ipv4(destination), PROTOCOL_ICMP, 7, 0)
    write_ethernet(buffer, mac, RIGHT_MAC, TYPE_IPV4)
    return bytes(buffer)


def answer_arp(stack, mac=RIGHT_MAC, address=RIGHT):
    """Teach the stack who has the address."""
    frame = build_arp(ArpPacket(REPLY, mac, parse_ipv4(address), stack.mac, stack.address()))
    write_ethernet(frame, stack.mac, mac, TYPE_ARP)
    stack.receive(bytes(frame), 0)


def test_a_ping_is_answered_with_the_same_data():  # RFC 792
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.transmit()
    stack.receive(ping(stack), 0)
    [question] = stack.transmit()
    assert parse_arp(question, 14).operation == REQUEST
    answer_arp(stack)
    [reply] = stack.transmit()
    header = parse_ipv4_header(reply, 14)
    message = parse_icmp(reply, 34, 14 + header.total_length)
    assert (message.type, message.rest, message.data) == (ECHO_REPLY, 0x12340001, b"mirage")
    assert (header.source, header.destination) == (parse_ipv4(LEFT), parse_ipv4(RIGHT))


@pytest.mark.parametrize(
    "change, reason",
    [
        (lambda f: f[:10], "ethernet-truncated"),
        (lambda f: b"\x02\xff" + f[2:], "ethernet-not-for-us"),
        (lambda f: f[:12] + b"\x86\xdd" + f[14:], "ethernet-type"),
        (lambda f: f[:20], "ipv4-truncated"),
        (lambda f: f[:14] + b"\x65" + f[15:], "ipv4-version"),
        (lambda f: f[:14] + b"\x44" + f[15:], "ipv4-length"),
        (lambda f: f[:22] + bytes([f[22] ^ 1]) + f[23:], "ipv4-checksum"),
        (lambda f: f[:-1], "ipv4-truncated"),
        (lambda f: f[:-1] + bytes([f[-1] ^ 1]), "icmp-checksum"),
    ],
)
def test_what_is_wrong_with_a_frame_is_counted(change, reason):
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.receive(change(ping(stack)), 0)
    assert stack.statistics.dropped == {reason: 1}


def test_padding_after_the_datagram_is_ignored():  # RFC 894
    stack = make_stack(LEFT_MAC, LEFT, 1)
    answer_arp(stack)
    stack.transmit()
    stack.receive(ping(stack, b"x") + b"\0" * 17, 0)
    assert len(stack.transmit()) in (1, 2) and stack.statistics.dropped == {}


@pytest.mark.parametrize("source", ["127.0.0.1", "255.255.255.255", "10.0.0.255", "224.0.0.1", "240.0.0.1"])
def test_impossible_sources_are_dropped(source):  # RFC 1122, 3.2.1.3
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.receive(ping(stack, source=source), 0)
    assert stack.statistics.drops("ipv4-martian") == 1


def test_a_datagram_for_another_address_is_not_ours():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.receive(ping(stack, destination="10.0.0.77"), 0)
    assert stack.statistics.drops("ipv4-not-for-us") == 1


def test_arp_answers_for_our_address_only_and_learns_from_questions():  # RFC 826, "Packet Reception"
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.transmit()
    for target, answers in ((LEFT, 1), ("10.0.0.7", 0)):
        frame = build_arp(ArpPacket(REQUEST, RIGHT_MAC, parse_ipv4(RIGHT), 0, parse_ipv4(target)))
        write_ethernet(frame, 0xFFFFFFFFFFFF, RIGHT_MAC, TYPE_ARP)
        stack.receive(bytes(frame), 0)
        frames = stack.transmit()
        assert len(frames) == answers
        if answers:
            reply = parse_arp(frames[0], 14)
            assert (reply.operation, reply.sender_mac, reply.target_mac) == (REPLY, LEFT_MAC, RIGHT_MAC)
            assert parse_ethernet(frames[0]).destination == RIGHT_MAC
    assert stack.arp.neighbours[parse_ipv4(RIGHT)].mac == RIGHT_MAC


def test_a_silent_neighbour_is_asked_three_times_and_its_datagrams_dropped():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.transmit()
    socket = stack.udp_open("", 0)
    stack.udp_send(socket, b"hello", RIGHT, 9)
    for now in (0, 1, 2):
        assert len(stack.transmit()) == 1
        assert stack.deadline() == (now + 1) * SECOND
        stack.poll((now + 1) * SECOND)
    assert stack.transmit() == [] and stack.deadline() == -1
    assert stack.statistics.drops("arp-no-answer") == 1


def test_an_arp_reply_nobody_asked_for_teaches_nothing():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    frame = build_arp(ArpPacket(REPLY, RIGHT_MAC, parse_ipv4(RIGHT), 5, parse_ipv4("10.0.0.5")))
    write_ethernet(frame, LEFT_MAC, RIGHT_MAC, TYPE_ARP)
    stack.receive(bytes(frame), 0)
    assert stack.arp.neighbours == {}


def tell_arp(stack, operation, sender_mac, source, now=0, target=LEFT):
    frame = build_arp(ArpPacket(operation, sender_mac, parse_ipv4(RIGHT), 0, parse_ipv4(target)))
    write_ethernet(frame, 0xFFFFFFFFFFFF, source, TYPE_ARP)
    stack.receive(bytes(frame), now)


def test_an_arp_packet_whose_sender_is_not_the_frames_overwrites_nothing():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    answer_arp(stack)
    for operation, target in ((REQUEST, RIGHT), (REPLY, LEFT), (REQUEST, LEFT)):
        tell_arp(stack, operation, RIGHT_MAC ^ 1 << 41, RIGHT_MAC, 0, target)
    assert stack.arp.neighbours[parse_ipv4(RIGHT)].mac == RIGHT_MAC
    assert stack.statistics.drops("arp-source") == 3
    tell_arp(stack, REQUEST, RIGHT_MAC + 1, RIGHT_MAC + 1, 0, RIGHT)  # it has a new card
    assert stack.arp.neighbours[parse_ipv4(RIGHT)].mac == RIGHT_MAC + 1


def test_a_cluster_may_answer_our_question_from_another_address():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    socket = stack.udp_open("", 0)
    stack.udp_send(socket, b"hello", RIGHT, 9)
    stack.transmit()
    tell_arp(stack, REPLY, 0x02BF00000002, 0x020100000002)
    [frame] = stack.transmit()
    assert parse_ethernet(frame).destination == 0x02BF00000002


def test_a_doubtful_neighbour_is_used_while_it_is_asked_for():  # RFC 1122, 2.3.2.1
    stack = make_stack(LEFT_MAC, LEFT, 1)
    answer_arp(stack)
    stack.transmit()
    address = parse_ipv4(RIGHT)
    stack.arp.doubt(address, SECOND - 1)
    assert stack.transmit() == []  # it answered less than a second ago
    stack.arp.doubt(address, SECOND)
    stack.arp.doubt(address, SECOND)
    [question] = stack.transmit()
    assert parse_arp(question, 14).operation == REQUEST
    socket = stack.udp_open("", 0)
    stack.udp_send(socket, b"hello", RIGHT, 9)
    assert [parse_ethernet(f).destination for f in stack.transmit()] == [RIGHT_MAC]
    tell_arp(stack, REPLY, RIGHT_MAC + 7, RIGHT_MAC + 7, SECOND)
    assert stack.arp.neighbours[address].mac == RIGHT_MAC + 7 and stack.deadline() == -1


def test_a_doubtful_neighbour_that_does_not_answer_is_forgotten_and_asked_for_again():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    answer_arp(stack)
    stack.transmit()
    address = parse_ipv4(RIGHT)
    stack.arp.doubt(address, 10 * SECOND)
    stack.arp.doubt(parse_ipv4("10.0.0.77"), 10 * SECOND)  # nobody we know
    for now in (11, 12, 13):
        stack.poll(now * SECOND)
    assert stack.arp.neighbours == {} and stack.arp.take_unreachable() == []
    assert len(stack.transmit()) == 3 and stack.deadline() == -1


def test_a_full_neighbour_table_makes_room_for_whom_we_need_and_not_for_strangers():
    static = StaticAddress(parse_ipv4(LEFT), 8)
    stack = Stack(LEFT_MAC, SeededRandom(1).bytes, static)
    for index in range(TABLE_SIZE + 5):
        sender = parse_ipv4("10.1.0.0") + index
        frame = build_arp(ArpPacket(REQUEST, RIGHT_MAC, sender, 0, parse_ipv4(LEFT)))
        write_ethernet(frame, 0xFFFFFFFFFFFF, RIGHT_MAC, TYPE_ARP)
        stack.receive(bytes(frame), index)
        stack.transmit()
    assert len(stack.arp.neighbours) == TABLE_SIZE
    assert parse_ipv4("10.1.0.0") + TABLE_SIZE not in stack.arp.neighbours
    socket = stack.udp_open("", 0)
    stack.udp_send(socket, b"hello", RIGHT, 9)
    assert len(stack.transmit()) == 1 and len(stack.arp.neighbours) == TABLE_SIZE
    assert parse_ipv4(RIGHT) in stack.arp.neighbours
    assert parse_ipv4("10.1.0.0") not in stack.arp.neighbours  # the one heard of longest ago


def test_a_datagram_from_ourselves_is_never_taken_from_the_cable():  # "land"
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.tcp_listen("", 80, 4, False)
    stack.transmit()
    address = parse_ipv4(LEFT)
    syn = build_segment(address, 80, address, 80, 1, 0, SYN, 1000, b"", b"", False)
    write_ipv4_header(syn, address, address, PROTOCOL_TCP, 1, 0)
    write_ethernet(syn, LEFT_MAC, RIGHT_MAC, TYPE_IPV4)
    stack.receive(bytes(syn), 0)
    assert stack.statistics.dropped == {"ipv4-martian": 1} and stack.tcp.count == 0
    assert stack.transmit() == []


def test_the_next_hop_is_the_neighbour_or_the_gateway():  # RFC 1122, 3.3.1.1
    interface = Interface(parse_ipv4("10.1.2.3"), 16, parse_ipv4("10.1.0.1"))
    assert interface.next_hop(parse_ipv4("10.1.200.9")) == parse_ipv4("10.1.200.9")
    assert interface.next_hop(parse_ipv4("8.8.8.8")) == parse_ipv4("10.1.0.1")
    assert interface.network_broadcast() == parse_ipv4("10.1.255.255")
    assert Interface(parse_ipv4("10.1.2.3"), 16, 0).next_hop(parse_ipv4("8.8.8.8")) == -1


def udp_pair():
    network = make_network()
    left = network.left.udp_open("", 1000)
    right = network.right.udp_open("", 2000)
    return network, left, right


def test_datagrams_go_both_ways_and_answer_to_the_sender():  # RFC 768
    network, left, right = udp_pair()
    network.left.watch(left, True, False)
    network.left.udp_send(left, b"question", RIGHT, 2000)
    network.run_until(SECOND)
    assert network.right.udp_receive(right) == (b"question", LEFT, 1000)
    assert network.right.udp_receive(right) is None
    network.right.udp_send(right, b"", LEFT, 1000)
    network.run_until(2 * SECOND)
    assert network.left.ready() == [left * 4 + 1]
    assert network.left.udp_receive(left) == (b"", RIGHT, 2000)
    assert network.left.ready() == []


@pytest.mark.parametrize("size", [1472, 1473, 4000, 65507])
def test_a_large_datagram_is_cut_and_put_together_again(size):  # RFC 791, 3.2
    network, left, right = udp_pair()
    payload = bytes(i * 7 & 255 for i in range(size))
    network.left.udp_send(left, payload, RIGHT, 2000)
    network.run_until(SECOND)
    assert network.right.udp_receive(right) == (payload, LEFT, 1000)
    assert network.right.ipv4.reassembly.memory == 0


def test_a_datagram_too_large_for_udp_is_an_error():
    network, left, _ = udp_pair()
    with pytest.raises(OSError, match="Message too long"):
        network.left.udp_send(left, bytes(65508), RIGHT, 2000)


def test_a_closed_port_answers_port_unreachable():  # RFC 1122, 4.1.3.1
    network, left, right = udp_pair()
    network.right.close(right)
    network.left.udp_send(left, b"anybody?", RIGHT, 2000)
    network.run_until(SECOND)
    assert network.right.statistics.drops("udp-no-port") == 1
    assert network.left.statistics.dropped == {}


def test_a_udp_queue_is_bounded():
    network, left, right = udp_pair()
    for _ in range(6):
        for _ in range(50):
            network.left.udp_send(left, bytes(10), RIGHT, 2000)
        network.run_until(network.clock.now + SECOND)
    assert network.right.statistics.drops("udp-queue-full") == 300 - 256


def test_datagrams_to_ourselves_never_reach_the_cable():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.transmit()
    server = stack.udp_open("127.0.0.1", 53)
    client = stack.udp_open("", 0)
    stack.udp_send(client, b"me", "127.0.0.1", 53)
    assert stack.transmit() == []
    payload, host, _ = stack.udp_receive(server)
    assert (payload, host) == (b"me", "127.0.0.1")


def test_a_udp_checksum_of_zero_means_none_and_a_wrong_one_is_noticed():  # RFC 768
    good = bytes(build_udp(1, 2, 3, 4, b"abc", False)[ROOM:])
    assert parse_udp(good, 0, len(good), 1, 3, False).payload == b"abc"
    none = good[:6] + b"\0\0" + good[8:]
    assert parse_udp(none, 0, len(none), 1, 3, False).payload == b"abc"
    wrong = good[:-1] + b"d"
    with pytest.raises(Malformed):
        parse_udp(wrong, 0, len(wrong), 1, 3, False)
    with pytest.raises(Truncated):
        parse_udp(good, 0, 7, 1, 3, False)


def fragment(stack, offset, part, more, identification=9):
    buffer = bytearray(ROOM) + part
    flags = offset // 8 | (MORE_FRAGMENTS if more else 0)
    write_ipv4_header(buffer, parse_ipv4(RIGHT), parse_ipv4(LEFT), 17, identification, flags)
    write_ethernet(buffer, LEFT_MAC, RIGHT_MAC, TYPE_IPV4)
    stack.receive(bytes(buffer), 0)


def test_fragments_in_any_order_and_twice_make_one_datagram():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    socket = stack.udp_open("", 2000)
    packet = bytes(build_udp(parse_ipv4(RIGHT), 1, parse_ipv4(LEFT), 2000, bytes(range(100)), False)[ROOM:])
    for start in (96, 0, 48, 0, 48, 24, 72):
        fragment(stack, start, packet[start : start + 24], start + 24 < len(packet))
    assert stack.udp_receive(socket) == (bytes(range(100)), RIGHT, 1)


def test_overlapping_fragments_are_given_up():  # RFC 5722's rule, for IPv4 too
    stack = make_stack(LEFT_MAC, LEFT, 1)
    fragment(stack, 0, bytes(32), True)
    fragment(stack, 24, bytes(32), True)
    assert stack.statistics.drops("ipv4-fragment-overlap") == 1
    assert stack.ipv4.reassembly.memory == 0


def test_reassembly_is_bounded_and_times_out():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    for identification in range(100):
        fragment(stack, 0, bytes(1000), True, identification)
    assert len(stack.ipv4.reassembly.partial) == 32
    assert stack.deadline() >= 0
    stack.poll(31 * SECOND)
    assert stack.ipv4.reassembly.memory == 0
    assert stack.statistics.drops("ipv4-reassembly-timeout") == 32


def test_offloaded_checksums_hold_the_pseudo_header_only():
    network = make_network()
    network.left.offload_checksums()
    left = network.left.udp_open("", 1000)
    network.right.udp_open("", 2000)
    network.left.udp_send(left, b"abc", RIGHT, 2000)
    network.run_until(SECOND)
    assert network.right.statistics.drops("udp-checksum") == 1


def test_headers_say_what_they_were_given():
    buffer = bytearray(ROOM) + b"payload"
    write_ipv4_header(buffer, 1, 2, 6, 0xABCD, DONT_FRAGMENT)
    header = parse_ipv4_header(bytes(buffer), 14)
    assert (header.source, header.destination, header.protocol) == (1, 2, 6)
    assert (header.identification, header.dont_fragment, header.more_fragments) == (0xABCD, True, False)
    assert (header.header_length, header.total_length, header.ttl) == (20, 27, 64)
