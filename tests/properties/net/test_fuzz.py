"""No frame, however strange, raises anything or makes the stack keep more than it should."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mirage.net.arp.packet import parse_arp
from mirage.net.checksum import finish, sum_words
from mirage.net.clock import SECOND
from mirage.net.dhcp.packet import parse_dhcp
from mirage.net.ethernet.packet import parse_ethernet
from mirage.net.icmp.packet import parse_icmp, parse_quoted
from mirage.net.ipv4.packet import PROTOCOL_ICMP, PROTOCOL_TCP, ROOM, parse_ipv4_header, write_ipv4_header
from mirage.net.tcp.buffers import LEAST, PIECE_COST, Budget, Reassembly
from mirage.net.tcp.context import TcpSettings
from mirage.net.tcp.packet import ACK, build_segment, parse_segment, sack_option
from mirage.net.tcp.scoreboard import RANGES
from mirage.net.tcp.states import ESTABLISHED
from mirage.net.udp.packet import parse_udp
from mirage.net.wire import PacketError
from mirage.testing.network import LEFT, LEFT_MAC, make_stack
from mirage.testing.peer import MAC, Peer

QUICK = settings(max_examples=150, deadline=None)


@QUICK
@given(st.binary(max_size=400), st.booleans())
def test_parsers_raise_packet_errors_only(data, verified):
    for parse in (
        parse_ethernet,
        lambda d: parse_arp(d, 0),
        lambda d: parse_ipv4_header(d, 0),
        lambda d: parse_icmp(d, 0, len(d)),
        parse_quoted,
        lambda d: parse_udp(d, 0, len(d), 1, 2, verified),
        lambda d: parse_segment(d, 0, len(d), 1, 2, verified),
        parse_dhcp,
        lambda d: parse_dhcp(bytes([2, 1, 6]) + bytes(233) + b"\x63\x82\x53\x63" + d),
    ):
        try:
            parse(data)
        except PacketError as error:
            assert error.reason


@QUICK
@given(st.lists(st.tuples(st.sampled_from([0x0800, 0x0806, 0x86DD]), st.binary(max_size=120)), max_size=20))
def test_random_frames_are_survived(frames):
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.tcp_listen("", 80, 4, False)
    stack.udp_open("", 53)
    for now, (kind, body) in enumerate(frames):
        frame = LEFT_MAC.to_bytes(6, "big") + MAC.to_bytes(6, "big") + kind.to_bytes(2, "big") + body
        stack.receive(frame, now)
        stack.poll(now)
        stack.transmit()


@QUICK
@given(
    st.lists(
        st.tuples(
            st.sampled_from([PROTOCOL_TCP, PROTOCOL_ICMP, 17, 99]),
            st.integers(0, 0x3FFF),
            st.binary(max_size=80),
        ),
        max_size=20,
    )
)
def test_random_payloads_in_good_datagrams_are_survived(datagrams):
    stack = make_stack(LEFT_MAC, LEFT, 1)
    peer = Peer(stack, 80)
    for protocol, flags, body in datagrams:
        buffer = bytearray(ROOM) + body
        write_ipv4_header(buffer, peer.address, stack.address(), protocol, 7, flags)
        peer.frame(buffer, 0x0800)
        stack.transmit()
    assert stack.ipv4.reassembly.memory < 1 << 20


SEGMENTS = st.lists(
    st.tuples(
        st.integers(0, 63),
        st.integers(-3000, 70_000),
        st.integers(-3000, 3000),
        st.integers(0, 65535),
        st.binary(max_size=30),
        st.binary(max_size=40).map(lambda o: o + bytes(-len(o) % 4)),
    ),
    max_size=40,
)


@QUICK
@given(SEGMENTS, st.booleans(), st.booleans())
def test_random_segments_on_a_connection_are_survived(segments, write, close):
    stack = make_stack(LEFT_MAC, LEFT, 1)
    listener = stack.tcp_listen("", 80, 4, False)
    peer = Peer(stack, 80)
    peer.connect()
    handle = stack.tcp_accept(listener)
    if write:
        stack.send(handle, bytes(5000), 0)
        peer.collect()
    if close:
        stack.shutdown_write(handle)
    for flags, offset, acknowledgment, window, payload, options in segments:
        buffer = build_segment(
            peer.address,
            peer.local_port,
            stack.address(),
            80,
            peer.sequence + offset,
            peer.acknowledgment + acknowledgment,
            flags,
            window,
            options,
            payload,
            False,
        )
        peer.datagram(buffer, PROTOCOL_TCP)
        peer.wait(peer.now + SECOND)
    stack.close(handle)
    stack.close(listener)
    peer.wait(peer.now + 4000 * SECOND)
    assert stack.tcp.count == 0 and stack.tcp.context.budget.used == 0 and stack.deadline() == -1


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("data"), st.integers(0, 5), st.integers(-10, 9000), st.integers(0, 1460)),
        st.tuples(st.just("ack"), st.integers(0, 5), st.integers(0, 9000), st.integers(0, 9000)),
        st.tuples(st.just("sack"), st.integers(0, 5), st.integers(0, 9000), st.integers(1, 2000)),
        st.tuples(st.just("write"), st.integers(0, 5), st.integers(1, 9000), st.just(0)),
        st.tuples(st.just("read"), st.integers(0, 5), st.integers(1, 9000), st.just(0)),
        st.tuples(st.just("wait"), st.just(0), st.integers(0, 20 * SECOND), st.just(0)),
    ),
    max_size=80,
)


@QUICK
@given(ACTIONS, st.sampled_from([5_000, 20_000, 1_000_000]))
def test_no_peer_makes_us_keep_more_than_the_limit_or_wakes_us_for_nothing(actions, limit):
    stack = make_stack(
        LEFT_MAC, LEFT, 1, TcpSettings(memory=limit, receive_capacity=9000, send_capacity=9000)
    )
    listener = stack.tcp_listen("", 80, 8, False)
    peers = [Peer(stack, 80, 4000 + index) for index in range(6)]
    handles = []
    for peer in peers:
        peer.connect()
        handles.append(stack.tcp_accept(listener))
        stack.watch(handles[-1], True, True)
    connections = [stack._connection(handle) for handle in handles]
    written = [0] * len(peers)
    now = 0
    for action, index, at, size in actions:
        peer = peers[index]
        peer.now = now
        try:
            if action == "data":
                peer.send(ACK, bytes(size), offset=at)
            elif action == "ack":
                peer.send(ACK, window=size, acknowledgment=peer.acknowledgment + at)
            elif action == "sack":
                edge = peer.acknowledgment + at
                peer.send(ACK, options=sack_option([edge, edge + size]))
            elif action == "write":
                written[index] += stack.send(handles[index], bytes(at), 0)
            elif action == "read":
                stack.receive_data(handles[index], at)
            else:
                now += at
                peer.wait(now)
        except ConnectionError:
            pass
        budget = stack.tcp.context.budget
        held = 0
        for connection in connections:
            early = connection.incoming.reassembly
            held += connection.outgoing.queue.size() + connection.incoming.queue.size()
            held += sum(len(piece) + PIECE_COST for piece in early.pieces)
            board = connection.outgoing.scoreboard
            edges = [edge for pair in zip(board.lefts, board.rights, strict=True) for edge in pair]
            assert edges == sorted(set(edges)) and len(board.lefts) <= RANGES
        assert held == budget.used <= limit + 2 * len(peers) * LEAST
        for item in stack.ready():
            if item & 2 and connections[handles.index(item // 4)].state == ESTABLISHED:
                assert connections[handles.index(item // 4)].outgoing.room() > 0


@QUICK
@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 60)), max_size=60), st.integers(0, 300))
def test_reassembly_equals_a_map_of_bytes(pieces, at):
    text = bytes(i * 7 & 255 for i in range(400))
    reassembly = Reassembly(Budget(10**6))
    known = set()
    for start, size in pieces:
        if size:
            assert reassembly.insert(start, text[start : start + size])
            known |= set(range(start, start + size))
    assert reassembly.budget.used == len(known) + PIECE_COST * len(reassembly.starts)
    edges = reassembly.blocks()
    assert all(edge in known for edge in edges[::2])
    received = b""
    while True:
        piece = reassembly.take(at + len(received))
        if not piece:
            break
        received += piece
    expected = at
    while expected in known:
        expected += 1
    assert received == text[at:expected]


@QUICK
@given(st.binary(max_size=200), st.integers(0, 65535))
def test_a_checksum_put_in_makes_the_sum_right(data, seed):
    even = data + b"\0" * (len(data) % 2)
    value = finish(sum_words(even, 0, len(even), seed))
    whole = even + value.to_bytes(2, "big")
    assert finish(sum_words(whole, 0, len(whole), seed)) == 0
