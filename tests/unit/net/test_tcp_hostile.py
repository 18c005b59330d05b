"""Peers that want our memory, our time or our silence: limits, closed windows, resets."""

from __future__ import annotations

import pytest

from mirage.net.clock import SECOND
from mirage.net.errors import ETIMEDOUT
from mirage.net.tcp.buffers import COMPACT, LEAST, PIECE_COST, PIECES, Budget, ByteQueue
from mirage.net.tcp.connection import DATA_RETRIES, ORPHAN_PROBES, SYN_RETRIES
from mirage.net.tcp.context import TcpSettings
from mirage.net.tcp.packet import ACK, FIN, PSH, RST, SYN
from mirage.net.tcp.protocol import SWEEP
from mirage.net.tcp.states import CLOSE_WAIT, CLOSED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, SYN_RECEIVED
from mirage.testing.network import (
    LEFT,
    LEFT_MAC,
    Endpoint,
    connect,
    exchange,
    make_network,
    make_stack,
    read_all,
)
from mirage.testing.peer import Peer


def listening(settings=None, backlog=4096, mtu=1500):
    stack = make_stack(LEFT_MAC, LEFT, 3, settings, mtu)
    listener = stack.tcp_listen("", 80, backlog, False)
    stack.transmit()
    return stack, listener


def connected(stack, listener, local_port=4000, window=65535, mss=1460):
    peer = Peer(stack, 80, local_port)
    peer.connect(window, mss)
    handle = stack.tcp_accept(listener)
    return peer, handle, stack._connection(handle)


def alone(settings=None, window=65535, mss=1460, mtu=1500):
    stack, listener = listening(settings, mtu=mtu)
    return stack, *connected(stack, listener, 4000, window, mss)


def held(stack):
    """The bytes that the connections really hold, as the budget should count them."""
    total = 0
    for peers in stack.tcp.ports.values():
        for connection in peers.values():
            early = connection.incoming.reassembly
            total += connection.outgoing.queue.size() + connection.incoming.queue.size()
            total += sum(len(piece) + PIECE_COST for piece in early.pieces)
    return total


# --- memory ------------------------------------------------------------------------------------------


def test_peers_that_fill_their_windows_at_once_get_no_more_than_the_limit():
    limit, count = 60_000, 60
    stack, listener = listening(TcpSettings(memory=limit))
    connections = [connected(stack, listener, 4000 + index) for index in range(count)]
    sent = [0] * count
    for _ in range(44):  # every peer was promised 64 KB before there was any shortage
        for index, (peer, _, _) in enumerate(connections):
            peer.send(ACK, bytes([index]) * 1460, offset=sent[index])
            sent[index] = connections[index][2].incoming.next - peer.sequence
            assert stack.tcp.context.budget.used <= limit + count * LEAST
    assert stack.tcp.context.budget.used == held(stack) > limit
    assert min(sent) >= LEAST  # nobody stands still
    [answer] = peer.send(ACK, b"x", offset=sent[-1])
    assert answer.window == 0  # and nobody sends again and again what is dropped
    for index, (peer, handle, connection) in enumerate(connections):
        assert read_all(stack, handle) == bytes([index]) * sent[index]
        [update] = peer.collect()  # whoever is read from learns of it, however short memory still is
        assert update.window >= LEAST and update.acknowledgment == connection.incoming.next
    assert stack.tcp.context.budget.used == 0


def test_peers_that_take_nothing_do_not_make_us_keep_more_than_the_limit():
    limit, count = 100_000, 60
    stack, listener = listening(TcpSettings(memory=limit))
    connections = [connected(stack, listener, 4000 + index, window=0) for index in range(count)]
    for _, handle, _ in connections:
        stack.watch(handle, False, True)
        while stack.send(handle, bytes(50_000), 0) > 0:
            assert stack.tcp.context.budget.used <= limit + count * LEAST
    assert stack.tcp.context.budget.used == held(stack) > limit
    assert stack.ready() == []  # not writable: nobody is woken for nothing
    peer, handle, connection = connected(stack, listener, 5000)
    assert stack.send(handle, bytes(50_000), 0) == LEAST  # an honest peer still gets something
    stack.watch(handle, False, True)
    assert stack.ready() == []
    peer.collect()
    peer.acknowledgment += LEAST
    peer.send(ACK)
    assert stack.ready() == [handle * 4 + 2] and stack.send(handle, bytes(50_000), 0) == LEAST


def test_acknowledging_all_but_a_byte_does_not_keep_the_rest_in_memory():
    queue = ByteQueue(Budget(10**6))
    queue.append(bytes(65_000))
    for size in (64_000, 40_000, 30_000, 5_000, 100, 1):
        queue.discard(queue.size() - size)
        assert len(queue.data) <= 2 * size + COMPACT


def test_many_small_early_pieces_are_bounded_and_paid_for():
    stack, peer, handle, connection = alone()
    for index in range(2 * PIECES):
        peer.send(ACK, b"x", offset=2 + 2 * index)
    assert len(connection.incoming.reassembly.starts) == PIECES
    assert stack.tcp.context.budget.used == PIECES * (1 + PIECE_COST) == held(stack)


def test_early_pieces_are_dropped_when_memory_becomes_scarce():  # RFC 2018, 8
    stack, listener = listening(TcpSettings(memory=100_000))
    hoarder, _, hoarding = connected(stack, listener, 4000)
    for index in range(30):
        hoarder.send(ACK, bytes(1000), offset=1 + index * 1000)
    assert stack.tcp.context.budget.used > 30_000
    peer, handle, _ = connected(stack, listener, 4001, window=0)
    stack.send(handle, bytes(60_000), 0)
    stack.poll(SECOND)
    assert hoarding.incoming.reassembly.empty() and stack.tcp.context.budget.used == 60_000
    hoarder.send(ACK, bytes(1000))
    [ack] = [s for s in hoarder.wait(2 * SECOND) if s.destination_port == 4000]
    assert ack.acknowledgment == hoarder.sequence + 1000 and ack.sack is None


def test_a_window_opens_again_with_jumbo_frames_and_little_memory():
    stack, listener = listening(TcpSettings(memory=40_000), mtu=9000)
    _, hog, _ = connected(stack, listener, 3999, window=0)
    peer, handle, connection = connected(stack, listener, 4000, mss=8960)
    sent = 0
    stack.send(hog, bytes(32_000), 0)  # memory is scarce from now on
    for _ in range(30):
        window = connection.incoming.told - connection.incoming.next
        assert window > 0
        peer.send(ACK, bytes(min(8960, window)), offset=sent)
        sent += len(read_all(stack, handle))
        peer.collect()
    assert sent > 100_000  # far beyond what was promised before


def test_the_smallest_segments_a_peer_can_ask_for_have_64_bytes():
    stack, peer, handle, _ = alone(mss=1)
    stack.send(handle, bytes(1000), 0)
    assert {len(s.payload) for s in peer.collect()} == {64}


def test_timers_moved_forward_again_and_again_leave_nothing_behind():
    stack, peer, handle, _ = alone()
    stack.send(handle, b"never acknowledged", 0)
    timers = stack.tcp.timers
    for _ in range(20 * SWEEP):
        peer.send(ACK, b"x")  # the delayed acknowledgment's timer comes before the retransmission's
        peer.sequence += 1
        peer.now += SECOND // 20
        stack.poll(peer.now)
        peer.collect()
        assert len(timers.times) <= 2 * SWEEP
    assert stack.deadline() >= 0


def test_connections_that_are_over_are_not_kept_in_the_list_of_those_that_wait():
    stack, listener = listening(TcpSettings(time_wait=SECOND))
    for index in range(10 * SWEEP):
        peer, handle, _ = connected(stack, listener, 4000 + index)
        stack.close(handle)
        peer.collect()
        peer.acknowledgment += 1
        peer.send(ACK | FIN)
        peer.now = (index + 1) * SECOND
        stack.poll(peer.now)
        assert len(stack.tcp.time_waits) <= SWEEP + 1
    assert stack.tcp.count == 0


# --- floods ------------------------------------------------------------------------------------------


def test_a_cookie_gets_nobody_past_the_number_of_connections():  # RFC 4987, 3.6
    stack, listener = listening(TcpSettings(half_open=2, connections=4))
    for port in (5000, 5001):
        Peer(stack, 80, port).send(SYN)
    peers = []
    for port in range(6000, 6003):
        peer = Peer(stack, 80, port)
        [answer] = peer.send(SYN)
        peer.sequence += 1
        peer.acknowledgment = answer.sequence + 1
        peers.append(peer)
    assert stack.statistics.cookies_sent == 3 and stack.tcp.count == 2
    assert [peer.send(ACK | PSH, b"hello") for peer in peers] == [[], [], []]
    assert stack.tcp.count == 4 and stack.statistics.drops("tcp-backlog-full") == 1
    stack.abort(stack.tcp_accept(listener))
    stack.transmit()
    assert peers[2].send(ACK | PSH, b"hello") == []  # sent again, as it was not acknowledged
    assert read_all(stack, stack.tcp_accept(listener)) == b"hello"
    assert read_all(stack, stack.tcp_accept(listener)) == b"hello"


def test_half_open_connections_make_room_again_after_a_flood():
    stack, listener = listening(TcpSettings(half_open=8))
    for port in range(5000, 5100):
        Peer(stack, 80, port).send(SYN)
    assert stack.tcp.count == 8 and stack.statistics.cookies_sent == 92
    stack.poll(1)
    now = 0
    while stack.deadline() >= 0:
        now = stack.deadline()
        stack.poll(now)
        stack.transmit()
    assert stack.tcp.count == 0 and stack.tcp.listeners[80].half_open == 0 and now < 100 * SECOND


def test_a_blind_reset_does_not_end_a_handshake():  # RFC 5961, 3.2
    stack, listener = listening()
    peer = Peer(stack, 80)
    [answer] = peer.send(SYN)
    peer.sequence += 1
    peer.acknowledgment = answer.sequence + 1
    [challenge] = peer.send(RST, offset=1)
    assert (challenge.flags, challenge.acknowledgment) == (ACK, peer.sequence)
    assert peer.send(RST, offset=70_000) == [] and peer.send(RST, offset=-1) == []
    assert stack.tcp.listeners[80].half_open == 1
    peer.send(ACK)
    assert stack._connection(stack.tcp_accept(listener)).state == ESTABLISHED


# --- giving up ---------------------------------------------------------------------------------------


def gaps(peer, count):
    """The times between `count` transmissions that nobody answers, in whole seconds."""
    times = []
    while len(times) < count:
        peer.now = max(peer.stack.deadline(), peer.now)
        peer.stack.poll(peer.now)
        if peer.collect():
            times.append(peer.now)
    return [(after - before) // SECOND for before, after in zip(times, times[1:], strict=False)]


def test_a_syn_is_sent_for_three_minutes():  # RFC 9293, 3.8.3, MUST-23
    stack, _ = listening()
    peer = Peer(stack, 80)
    handle = stack.tcp_connect("10.0.0.9", 4000)
    peer.collect()
    assert gaps(peer, SYN_RETRIES) == [2, 4, 8, 16, 32, 60]
    assert peer.wait(183 * SECOND - 1) == [] and stack.tcp_connect_result(handle) == 115
    peer.wait(183 * SECOND)
    assert stack.tcp_connect_result(handle) == ETIMEDOUT


def test_retransmissions_come_ever_later_but_once_a_minute():  # RFC 6298, 2.5 and 5.5
    stack, peer, handle, connection = alone()
    stack.send(handle, b"hello", 0)
    peer.collect()
    start = peer.now
    spent = gaps(peer, DATA_RETRIES)
    assert spent[-3:] == [60] * 3 and peer.now - start >= 100 * SECOND  # RFC 9293, 3.8.3: R2
    assert connection.state == ESTABLISHED
    peer.wait(peer.now + 60 * SECOND)
    assert connection.state == CLOSED


# --- closed windows ----------------------------------------------------------------------------------


def test_two_closed_windows_do_not_block_each_other():  # RFC 9293, 3.10.7.4: "special allowance"
    small = TcpSettings(receive_capacity=4000, send_capacity=8000)
    network = make_network(settings=small)
    client, _, server = connect(network)
    text = bytes(range(250)) * 200
    sent = [0, 0]
    for _ in range(60):  # both only write: both windows close, both are probed
        for index, (stack, handle) in enumerate(((network.left, client), (network.right, server))):
            sent[index] += stack.send(handle, text, sent[index])
        network.step()
    network.run_until(network.clock.now + 20 * SECOND)
    assert network.left._connection(client).outgoing.window == 0
    assert network.right._connection(server).outgoing.window == 0
    assert (
        network.left._connection(client).outgoing.highest == network.right._connection(server).incoming.next
    )
    received = b""
    until = network.clock.now + 100 * SECOND
    while len(received) < len(text):  # now left reads, and right still does nothing but write
        going = network.step()
        received += read_all(network.left, client)
        sent[1] += network.right.send(server, text, sent[1])
        assert going and network.clock.now < until
    assert received == text


def test_two_closed_windows_may_open_at_the_same_time():
    """Each end's probe finds the window open, and what it says of its own must not be lost."""
    network = make_network(settings=TcpSettings(receive_capacity=4000, send_capacity=8000))
    client, _, server = connect(network)
    ends = [Endpoint(network.left, client, bytes(20_000)), Endpoint(network.right, server, bytes(20_000))]
    for _ in range(60):
        for end in ends:
            end.write()
        network.step()
    exchange(network, *ends)
    assert [len(end.received) for end in ends] == [20_000, 20_000]


def test_the_acknowledgment_of_data_that_a_closed_window_keeps_out_counts():
    settings = TcpSettings(receive_capacity=4000)
    stack, peer, handle, connection = alone(settings, mss=1000)
    for _ in range(4):
        peer.send(ACK, bytes(1000))
        peer.sequence += 1000
    stack.send(handle, bytes(500), 0)
    [data] = peer.collect()
    assert data.window == 0
    peer.acknowledgment += 500
    [ack] = peer.send(ACK, b"x", window=777)
    assert ack.acknowledgment == peer.sequence and ack.window == 0
    assert connection.outgoing.window == 777 and connection.outgoing.queue.size() == 0
    assert connection.incoming.queue.size() == 4000


def test_a_fin_needs_no_window():
    settings = TcpSettings(receive_capacity=4000)
    stack, peer, handle, connection = alone(settings, mss=1000)
    for _ in range(4):
        peer.send(ACK, bytes(1000))
        peer.sequence += 1000
    [ack] = peer.send(ACK | FIN)
    assert ack.acknowledgment == peer.sequence + 1 and connection.state == CLOSE_WAIT
    assert read_all(stack, handle) == bytes(4000) and stack.receive_data(handle, 1) == b""


def test_a_fin_waits_as_long_as_a_closed_window_is_defended():  # RFC 9293, 3.8.6.1
    stack, peer, handle, connection = alone(window=1000)
    stack.send(handle, bytes(1000), 0)
    stack.shutdown_write(handle)
    peer.collect()
    peer.acknowledgment += 1000
    peer.send(ACK, window=0)
    sent = 0
    while sent < 3 * DATA_RETRIES:
        for segment in peer.wait(stack.deadline()):
            assert segment.flags == ACK
            sent += 1
            peer.send(ACK, window=0)
    assert connection.state == FIN_WAIT_1
    [fin] = peer.send(ACK, window=1)
    assert (fin.flags, fin.sequence, fin.payload) == (FIN | ACK, peer.acknowledgment, b"")
    peer.acknowledgment += 1
    peer.send(ACK, window=1000)
    assert connection.state == FIN_WAIT_2


def test_a_peer_that_defends_a_closed_window_does_not_keep_what_the_application_let_go():
    stack, peer, handle, connection = alone(window=0)
    stack.send(handle, bytes(5000), 0)
    stack.close(handle)
    probes = []
    while stack.deadline() >= 0 and connection.state != CLOSED:
        for segment in peer.wait(stack.deadline()):
            probes.append(segment)
            peer.send(ACK, window=0)
    assert len(probes) == ORPHAN_PROBES + 1 and probes[-1].flags == RST | ACK
    assert probes[-1].sequence == peer.acknowledgment  # the peer takes it: it lies in its window
    assert peer.now >= 100 * SECOND and stack.tcp.context.budget.used == 0 and stack.tcp.count == 0


def test_closed_windows_of_nobody_are_the_first_to_go_when_memory_is_scarce():
    stack, listener = listening(TcpSettings(memory=100_000))
    peer, handle, connection = connected(stack, listener, 4000, window=0)
    waiting, kept, other = connected(stack, listener, 4001, window=0)
    stack.send(handle, bytes(50_000), 0)
    stack.send(kept, bytes(40_000), 0)
    stack.close(handle)
    peer.wait(5 * SECOND)
    assert connection.state == CLOSED and other.state == ESTABLISHED
    assert stack.tcp.context.budget.used == 40_000


def test_a_reset_after_probes_lies_in_the_peers_window():  # RFC 5961, 3.2
    stack, peer, handle, _ = alone(window=0)
    stack.send(handle, b"abc", 0)
    peer.collect()
    assert len(peer.wait(stack.deadline())) == 1
    stack.abort(handle)
    [reset] = peer.collect()
    assert (reset.flags, reset.sequence) == (RST | ACK, peer.acknowledgment)


# --- resets ------------------------------------------------------------------------------------------


def test_what_arrived_before_a_reset_can_be_read():
    stack, peer, handle, connection = alone()
    peer.send(ACK, b"the last words")
    peer.sequence += 14
    peer.send(RST)
    assert connection.state == CLOSED
    assert stack.receive_data(handle, 3) == b"the" and stack.receive_data(handle, 100) == b" last words"
    with pytest.raises(ConnectionResetError):
        stack.receive_data(handle, 1)
    assert stack.receive_data(handle, 1) == b"" and stack.tcp.context.budget.used == 0


def test_a_reset_after_the_end_does_not_undo_the_end():
    stack, peer, handle, connection = alone()
    peer.send(ACK | FIN, b"bye")
    peer.sequence += 4
    peer.send(RST)
    assert connection.state == CLOSED
    assert stack.receive_data(handle, 100) == b"bye" and stack.receive_data(handle, 100) == b""
    with pytest.raises(ConnectionResetError):
        stack.send(handle, b"x", 0)


def test_a_reset_when_both_ends_have_finished_is_no_error():  # RFC 9293, 3.10.7.4: LAST-ACK
    stack, peer, handle, connection = alone()
    peer.send(ACK | FIN)
    peer.sequence += 1
    stack.shutdown_write(handle)
    peer.collect()
    peer.send(RST)
    assert connection.state == CLOSED and connection.error == 0
    assert stack.receive_data(handle, 100) == b""


def test_a_reset_ends_a_connection_whose_window_is_closed():
    settings = TcpSettings(receive_capacity=4000)
    stack, peer, handle, connection = alone(settings, mss=1000)
    for _ in range(4):
        peer.send(ACK, bytes(1000))
        peer.sequence += 1000
    assert [s.flags for s in peer.send(RST, offset=1)] == [] and connection.state == ESTABLISHED
    peer.send(RST)
    assert connection.state == CLOSED
    stack.close(handle)
    assert stack.tcp.context.budget.used == 0


def test_an_old_fin_and_an_early_fin_change_nothing_before_their_time():
    stack, peer, handle, connection = alone()
    peer.send(ACK | FIN, offset=-5)
    peer.send(ACK | FIN, b"cd", offset=2)
    assert connection.state == ESTABLISHED and stack.receive_data(handle, 10) is None
    peer.send(ACK, b"ab")
    assert connection.state == CLOSE_WAIT and read_all(stack, handle) == b"abcd"
    [ack] = peer.send(ACK, b"more", offset=5)
    assert ack.acknowledgment == peer.sequence + 5 and stack.receive_data(handle, 10) == b""


def test_a_syn_received_twice_with_another_number_is_challenged():  # RFC 5961, 4.2
    stack, _ = listening()
    peer = Peer(stack, 80)
    peer.send(SYN)
    [challenge] = peer.send(SYN, offset=100)
    assert challenge.flags == ACK and challenge.acknowledgment == peer.sequence + 1
    [connection] = stack.tcp.ports[80].values()
    assert connection.state == SYN_RECEIVED
