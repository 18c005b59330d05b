"""TCP's behaviour, segment by segment and between two stacks."""

from __future__ import annotations

import pytest

from mirage.net.clock import MILLISECOND, SECOND
from mirage.net.errors import ECONNREFUSED, EHOSTUNREACH, EINPROGRESS
from mirage.net.tcp.connection import DATA_RETRIES, SYN_RETRIES
from mirage.net.tcp.context import TcpSettings
from mirage.net.tcp.packet import ACK, FIN, PSH, RST, SYN, syn_options
from mirage.net.tcp.states import (
    CLOSE_WAIT,
    CLOSED,
    CLOSING,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    LAST_ACK,
    SYN_RECEIVED,
    TIME_WAIT,
)
from mirage.testing import Disturbance
from mirage.testing.network import (
    LEFT,
    LEFT_MAC,
    RIGHT,
    RIGHT_MAC,
    Endpoint,
    connect,
    exchange,
    make_network,
    make_stack,
    read_all,
)
from mirage.testing.peer import Peer


def listening(settings=None, backlog=16):
    stack = make_stack(LEFT_MAC, LEFT, 3, settings)
    listener = stack.tcp_listen("", 80, backlog, False)
    stack.transmit()
    return stack, listener, Peer(stack, 80)


def connected(settings=None, window=65535, mss=1460):
    stack, listener, peer = listening(settings)
    peer.connect(window, mss)
    handle = stack.tcp_accept(listener)
    return stack, handle, peer, stack._connection(handle)


# --- opening -----------------------------------------------------------------------------------------


def test_the_three_way_handshake():  # RFC 9293, 3.5
    stack, listener, peer = listening()
    [answer] = peer.send(SYN, options=syn_options(1300, 2, True))
    assert answer.flags == SYN | ACK and answer.acknowledgment == 1001
    assert answer.mss == 1460 and answer.window_scale >= 0 and answer.sack_permitted
    assert stack.tcp_accept(listener) == -1
    peer.sequence += 1
    peer.acknowledgment = answer.sequence + 1
    assert peer.send(ACK) == []
    handle = stack.tcp_accept(listener)
    connection = stack._connection(handle)
    assert connection.state == ESTABLISHED and connection.outgoing.mss == 1300
    assert stack.peer_address(handle) == ("10.0.0.9", 4000)
    assert stack.local_address(handle) == (LEFT, 80)


def test_options_not_offered_are_not_used():  # RFC 7323, 2.2
    stack, listener, peer = listening()
    [answer] = peer.send(SYN)
    assert answer.window_scale == -1 and not answer.sack_permitted
    peer.sequence += 1
    peer.acknowledgment = answer.sequence + 1
    peer.send(ACK)
    connection = stack._connection(stack.tcp_accept(listener))
    assert connection.outgoing.mss == 536  # RFC 9293, 3.7.1


def test_a_lost_syn_is_sent_again_after_one_second():  # RFC 6298, 2.1
    stack, _, peer = listening()
    handle = stack.tcp_connect("10.0.0.9", 4000)
    [syn] = peer.collect()
    assert syn.flags == SYN and stack.tcp_connect_result(handle) == EINPROGRESS
    assert peer.wait(SECOND - 1) == []
    [again] = peer.wait(SECOND)
    assert (again.flags, again.sequence) == (SYN, syn.sequence)
    assert peer.wait(3 * SECOND - 1) == [] and len(peer.wait(3 * SECOND)) == 1  # 5.5: twice as long


def test_connecting_to_silence_times_out():
    stack, _, peer = listening()
    handle = stack.tcp_connect("10.0.0.9", 4000)
    assert len(peer.wait(200 * SECOND)) == 1 + SYN_RETRIES
    stack.watch(handle, False, True)
    assert stack.ready() == [handle * 4 + 2]
    with pytest.raises(TimeoutError):
        stack.receive_data(handle, 1)
    assert stack.tcp.count == 0 and stack.deadline() == -1


def test_a_refused_connection_says_so():
    network = make_network()
    handle = network.left.tcp_connect(RIGHT, 81)
    network.run_until(SECOND)
    assert network.left.tcp_connect_result(handle) == ECONNREFUSED
    assert network.left.receive_data(handle, 10) == b""


@pytest.mark.parametrize("established", [False, True])
def test_a_neighbour_that_moved_is_found_after_three_retransmissions(established):  # RFC 1122, 4.2.3.5
    network = make_network()
    handle = network.left.tcp_connect(RIGHT, 80)
    listener = network.right.tcp_listen("", 80, 4, False)
    if established:
        network.run_until(SECOND // 2)
    network.right.ethernet.mac = RIGHT_MAC + 7  # a new card, and nobody was told
    if established:
        network.left.send(handle, b"still there?", 0)
    network.run_until(network.clock.now + (4 if established else 16) * SECOND)
    server = network.right.tcp_accept(listener)
    assert network.left.tcp_connect_result(handle) == 0
    assert network.right.receive_data(server, 100) == (b"still there?" if established else None)


def test_a_neighbour_that_does_not_exist_is_unreachable():
    network = make_network()
    handles = [network.left.tcp_connect(host, 81) for host in ("10.0.0.77", "192.0.2.1")]
    network.run_until(5 * SECOND)
    for handle in handles:  # the second is behind a gateway that does not answer
        assert network.left.tcp_connect_result(handle) == EHOSTUNREACH


def test_simultaneous_open():  # RFC 9293, 3.5, figure 7
    stack, _, peer = listening()
    handle = stack.tcp_connect("10.0.0.9", 4000)
    [syn] = peer.collect()
    peer.port = syn.source_port
    [answer] = peer.send(SYN)
    assert answer.flags == SYN | ACK and answer.sequence == syn.sequence
    peer.acknowledgment = syn.sequence + 1
    peer.send(SYN | ACK)
    assert stack.tcp_connect_result(handle) == 0
    peer.sequence += 1
    peer.send(ACK | PSH, b"both")
    assert stack.receive_data(handle, 10) == b"both"


def test_a_repeated_syn_repeats_the_answer():
    stack, listener, peer = listening()
    peer.send(SYN)
    assert [s.flags for s in peer.send(SYN)] == [SYN | ACK]
    assert stack.tcp.listeners[80].half_open == 1


def test_an_acknowledgment_of_what_was_not_sent_resets_the_handshake():  # RFC 9293, 3.10.7.4
    stack, _, peer = listening()
    [answer] = peer.send(SYN)
    peer.sequence += 1
    peer.acknowledgment = answer.sequence + 2
    [reset] = peer.send(ACK)
    assert reset.flags == RST and reset.sequence == peer.acknowledgment


def test_a_segment_for_no_connection_is_refused():  # RFC 9293, 3.10.7.1
    stack, _, peer = listening()
    peer.acknowledgment = 77
    peer.port = 81
    [reset] = peer.send(ACK, b"abc")
    assert (reset.flags, reset.sequence) == (RST, 77)
    [reset] = peer.send(SYN)
    assert (reset.flags, reset.sequence, reset.acknowledgment) == (RST | ACK, 0, 1001)
    assert peer.send(RST) == []


def test_a_syn_ack_is_given_up_after_a_minute_and_its_place_is_free():
    stack, _, peer = listening()
    peer.send(SYN)
    assert stack.tcp.listeners[80].half_open == 1
    assert len(peer.wait(100 * SECOND)) == 5
    assert stack.tcp.listeners[80].half_open == 0 and stack.tcp.count == 0


def test_a_full_backlog_drops_syns():
    stack, listener, peer = listening(backlog=2)
    for port in (4000, 4001, 4002):
        peer.local_port = port
        peer.sequence = 1000
        answers = peer.send(SYN)
        if port == 4002:
            assert answers == []
        else:
            peer.sequence += 1
            peer.acknowledgment = answers[0].sequence + 1
            peer.send(ACK)
    assert stack.statistics.drops("tcp-backlog-full") == 1
    assert stack.tcp_accept(listener) >= 0


def test_a_flood_of_syns_is_answered_with_cookies_and_a_real_client_gets_in():  # RFC 4987, 3.6
    stack, listener, peer = listening()
    for port in range(5000, 5300):
        peer.local_port = port
        peer.send(SYN)
    assert stack.tcp.count == 32 and stack.statistics.cookies_sent == 300 - 32
    peer.local_port = 6000
    [answer] = peer.send(SYN, options=syn_options(1400, 7, True))
    assert answer.flags == SYN | ACK and answer.window_scale == -1
    peer.sequence += 1
    peer.acknowledgment = answer.sequence + 1
    peer.send(ACK | PSH, b"hello")
    handle = stack.tcp_accept(listener)
    assert stack.receive_data(handle, 10) == b"hello"
    assert stack._connection(handle).outgoing.mss == 1400
    stack.send(handle, b"welcome", 0)
    assert [s.payload for s in peer.collect()] == [b"welcome"]


def test_an_ack_with_a_forged_cookie_is_refused():
    stack, _, peer = listening()
    peer.acknowledgment = 12345
    assert [s.flags for s in peer.send(ACK)] == [RST]
    assert stack.tcp.count == 0


# --- data --------------------------------------------------------------------------------------------


def test_data_is_acknowledged_late_alone_and_at_once_in_pairs():  # RFC 5681, 4.2
    stack, handle, peer, _ = connected()
    assert peer.send(ACK, b"a" * 100) == []
    [ack] = peer.wait(40 * MILLISECOND)
    assert ack.acknowledgment == peer.sequence + 100
    peer.sequence += 100
    assert peer.send(ACK, b"b" * 100) == []
    [ack] = peer.send(ACK, b"c" * 100, offset=100)
    assert ack.acknowledgment == peer.sequence + 200
    assert read_all(stack, handle) == b"a" * 100 + b"b" * 100 + b"c" * 100


def test_an_answer_carries_the_acknowledgment():
    stack, handle, peer, _ = connected()
    peer.send(ACK | PSH, b"GET")
    stack.send(handle, b"200", 0)
    [answer] = peer.collect()
    assert answer.payload == b"200" and answer.acknowledgment == peer.sequence + 3
    assert answer.flags == ACK | PSH
    assert len(peer.wait(150 * MILLISECOND)) == 0


def test_early_segments_are_acknowledged_at_once_with_their_blocks():  # RFC 5681 4.2, RFC 2018 4
    stack, handle, peer, _ = connected()
    [ack] = peer.send(ACK, b"cc", offset=4)
    start = peer.sequence
    assert ack.acknowledgment == start and ack.sack == [start + 4, start + 6]
    [ack] = peer.send(ACK, b"ee", offset=8)
    assert ack.sack == [start + 8, start + 10, start + 4, start + 6]
    [ack] = peer.send(ACK, b"aabb")
    assert ack.acknowledgment == start + 6
    [ack] = peer.send(ACK, b"dd", offset=6)
    assert ack.acknowledgment == start + 10 and ack.sack is None
    assert read_all(stack, handle) == b"aabbccddee"


def test_old_data_is_acknowledged_again_and_not_delivered_twice():
    stack, handle, peer, _ = connected()
    peer.send(ACK, b"abcd")
    [ack] = peer.send(ACK, b"abcd")
    assert ack.acknowledgment == peer.sequence + 4
    peer.send(ACK, b"cdef", offset=2)
    assert read_all(stack, handle) == b"abcdef"


def test_what_is_lost_is_sent_again_after_the_timeout_and_then_ever_later():  # RFC 6298, 5
    stack, handle, peer, _ = connected()
    stack.send(handle, b"hello", 0)
    [first] = peer.collect()
    times = []
    while len(times) < 4:
        peer.now = stack.deadline()
        stack.poll(peer.now)
        segments = peer.collect()
        if segments:
            times.append(peer.now)
            assert segments[0].payload == b"hello" and segments[0].sequence == first.sequence
    assert [b - a for a, b in zip(times, times[1:], strict=False)] == [
        2 * times[0],
        4 * times[0],
        8 * times[0],
    ]


def test_a_peer_that_vanishes_is_given_up():
    stack, handle, peer, _ = connected()
    stack.send(handle, b"hello", 0)
    assert len(peer.wait(1000 * SECOND)) == 1 + DATA_RETRIES
    with pytest.raises(TimeoutError):
        stack.send(handle, b"more", 0)
    with pytest.raises(BrokenPipeError):
        stack.send(handle, b"more", 0)


def test_three_duplicates_bring_the_lost_segment_back_at_once():  # RFC 5681, 3.2
    stack, handle, peer, _ = connected(mss=1000)
    stack.send(handle, bytes(5000), 0)
    sent = peer.collect()
    assert [len(s.payload) for s in sent] == [1000] * 5
    peer.acknowledgment = sent[1].sequence
    peer.send(ACK)
    assert peer.send(ACK) == [] and peer.send(ACK) == []
    [again] = peer.send(ACK)
    assert again.sequence == sent[1].sequence and len(again.payload) == 1000
    assert stack.statistics.segments_retransmitted == 1


def test_sending_stops_at_the_window_and_goes_on_with_it():  # RFC 9293, 3.8.6
    stack, handle, peer, connection = connected(window=3000, mss=1000)
    assert stack.send(handle, bytes(10000), 0) == 10000
    sent = peer.collect()
    assert sum(len(s.payload) for s in sent) == 3000
    peer.acknowledgment += 3000
    assert peer.send(ACK, window=0) == []
    assert connection.outgoing.retransmit_at == -1 and connection.outgoing.persist_at > 0
    assert sum(len(s.payload) for s in peer.send(ACK, window=7000)) == 7000


def test_a_closed_window_is_probed_for_ever_while_the_peer_answers():  # RFC 9293, 3.8.6.1
    stack, handle, peer, connection = connected(window=0)
    stack.send(handle, b"abc", 0)
    assert peer.collect() == []
    first = connection.outgoing.unacknowledged
    probes = 0
    for _ in range(40):
        segments = peer.wait(stack.deadline())
        probes += len(segments)
        for probe in segments:
            assert (probe.sequence, probe.payload, probe.flags) == (first - 1, b"", ACK)
            peer.send(ACK, window=0)
    assert probes == 40 and connection.state == ESTABLISHED
    [data] = peer.send(ACK, window=1000)
    assert data.payload == b"abc"


def test_a_probe_is_answered_with_the_window_and_a_probe_with_data_too():
    settings = TcpSettings(receive_capacity=4000)
    stack, handle, peer, _ = connected(settings, mss=1000)
    for _ in range(4):
        peer.send(ACK, bytes(1000))
        peer.sequence += 1000
    for window in (0, 4000):
        [answer] = peer.send(ACK, offset=-1)
        assert (answer.acknowledgment, answer.window) == (peer.sequence, window)
        if window == 0:
            [answer] = peer.send(ACK, b"x")
            assert (answer.acknowledgment, answer.window) == (peer.sequence, 0)
        read_all(stack, handle)
        peer.collect()


def test_unanswered_probes_end_the_connection():
    stack, handle, peer, connection = connected(window=0)
    stack.send(handle, b"abc", 0)
    peer.wait(5000 * SECOND)
    assert connection.state == CLOSED


def test_a_small_window_is_not_filled_with_small_segments():  # RFC 9293, 3.8.6.2.1
    stack, handle, peer, _ = connected(window=4000, mss=1000)
    stack.send(handle, bytes(9000), 0)
    assert len(peer.collect()) == 4
    peer.acknowledgment += 4000
    assert peer.send(ACK, window=100) == []
    [forced] = peer.wait(stack.deadline())
    assert len(forced.payload) == 100


def test_our_window_closes_when_nobody_reads_and_opens_when_somebody_does():  # RFC 9293, 3.8.6.2.2
    settings = TcpSettings(receive_capacity=8000)
    stack, handle, peer, connection = connected(settings, mss=1000)
    for _ in range(8):
        answers = peer.send(ACK, bytes(1000))
        peer.sequence += 1000
    assert answers[0].window == 0
    [answer] = peer.send(ACK, b"x")
    assert answer.window == 0 and answer.acknowledgment == peer.sequence
    stack.receive_data(handle, 100)
    assert peer.collect() == []  # not worth telling
    stack.receive_data(handle, 3000)
    [update] = peer.collect()
    assert update.window == 3100
    assert connection.context.budget.used == 4900


def test_the_send_buffer_pushes_back():
    stack, handle, peer, _ = connected(TcpSettings(send_capacity=10000))
    assert stack.send(handle, bytes(15000), 0) == 10000
    assert stack.send(handle, bytes(15000), 10000) == 0
    stack.watch(handle, True, True)
    assert stack.ready() == []
    sent = peer.collect()
    peer.acknowledgment += sum(len(s.payload) for s in sent)
    peer.send(ACK)
    assert stack.ready() == [handle * 4 + 2]


def test_memory_is_bounded_for_all_connections_together():
    settings = TcpSettings(memory=100_000, send_capacity=80_000)
    stack, handle, peer, _ = connected(settings)
    peer2 = Peer(stack, 80, 4001)
    peer2.connect()
    other = stack.tcp_accept(1)
    assert stack.send(handle, bytes(80_000), 0) == 80_000
    assert stack.send(other, bytes(15_000), 0) == 15_000
    assert stack.send(other, bytes(30_000), 0) == 5_000
    assert stack.send(other, bytes(30_000), 0) == 0
    assert stack.tcp.context.budget.used <= 100_000


def test_early_segments_are_not_kept_when_memory_is_scarce():
    stack, handle, peer, connection = connected(TcpSettings(memory=10_000))
    stack.send(handle, bytes(9000), 0)
    peer.collect()
    peer.send(ACK, bytes(1000), offset=1000)
    assert connection.incoming.reassembly.empty()


def test_a_shrunk_path_mtu_is_heeded():  # RFC 1191
    stack, handle, peer, connection = connected()
    stack.send(handle, bytes(1460), 0)
    [sent] = peer.collect()
    connection.path_mtu(1400)
    sizes = [len(s.payload) for s in peer.collect()]
    assert sizes == [1360, 100]


# --- closing -----------------------------------------------------------------------------------------


def test_the_peer_closes_first():  # RFC 9293, 3.6, case 2
    stack, handle, peer, connection = connected()
    peer.send(ACK | FIN, b"bye")
    assert connection.state == CLOSE_WAIT
    assert stack.receive_data(handle, 10) == b"bye" and stack.receive_data(handle, 10) == b""
    stack.send(handle, b"last words", 0)
    [data] = peer.collect()
    assert data.payload == b"last words" and data.acknowledgment == peer.sequence + 4
    stack.close(handle)
    [fin] = peer.collect()
    assert fin.flags & FIN and connection.state == LAST_ACK
    peer.sequence += 4
    peer.acknowledgment = fin.sequence + 1
    peer.send(ACK)
    assert connection.state == CLOSED and stack.tcp.count == 0 and stack.deadline() == -1


def test_we_close_first_and_wait():  # RFC 9293, 3.6, case 1
    stack, handle, peer, connection = connected()
    stack.close(handle)
    [fin] = peer.collect()
    assert connection.state == FIN_WAIT_1
    peer.acknowledgment = fin.sequence + 1
    peer.send(ACK)
    assert connection.state == FIN_WAIT_2
    [ack] = peer.send(ACK | FIN)
    assert connection.state == TIME_WAIT and ack.acknowledgment == peer.sequence + 1
    peer.now = 30 * SECOND
    [ack] = peer.send(ACK | FIN)  # our ACK was lost: the time starts again
    assert peer.wait(90 * SECOND - 1) == [] and connection.state == TIME_WAIT
    peer.wait(90 * SECOND)
    assert connection.state == CLOSED and stack.tcp.count == 0


def test_simultaneous_close():  # RFC 9293, 3.6, case 3
    stack, handle, peer, connection = connected()
    stack.close(handle)
    [fin] = peer.collect()
    peer.send(ACK | FIN)
    assert connection.state == CLOSING
    peer.sequence += 1
    peer.acknowledgment = fin.sequence + 1
    peer.send(ACK)
    assert connection.state == TIME_WAIT


def test_half_close_still_receives():
    network = make_network()
    client, _, server = connect(network)
    network.left.shutdown_write(client)
    network.run_until(SECOND)
    assert network.right.receive_data(server, 10) == b""
    assert network.right.send(server, b"still here", 0) == 10
    network.run_until(2 * SECOND)
    assert network.left.receive_data(client, 100) == b"still here"
    with pytest.raises(BrokenPipeError):
        network.left.send(client, b"x", 0)


def test_a_fin_before_its_data_waits():
    stack, handle, peer, connection = connected()
    peer.send(ACK | FIN, b"cd", offset=2)
    assert connection.state == ESTABLISHED and stack.receive_data(handle, 9) is None
    peer.send(ACK, b"ab")
    assert connection.state == CLOSE_WAIT
    assert read_all(stack, handle) == b"abcd" and stack.receive_data(handle, 9) == b""


def test_a_lost_fin_is_sent_again():
    stack, handle, peer, _ = connected()
    stack.close(handle)
    [fin] = peer.collect()
    segments = peer.wait(2 * SECOND)
    assert segments and segments[0].flags & FIN and segments[0].sequence == fin.sequence


def test_a_closed_connection_does_not_wait_for_ever_for_the_peers_fin():
    stack, handle, peer, connection = connected()
    stack.close(handle)
    [fin] = peer.collect()
    peer.acknowledgment = fin.sequence + 1
    peer.send(ACK)
    peer.wait(61 * SECOND)
    assert connection.state == CLOSED and stack.tcp.count == 0


def test_data_for_a_closed_handle_is_answered_with_a_reset():  # RFC 1122, 4.2.2.13
    stack, handle, peer, _ = connected()
    stack.close(handle)
    peer.collect()
    [reset] = peer.send(ACK, b"too late")
    assert reset.flags & RST and stack.tcp.count == 0


def test_closing_with_unread_data_resets():  # RFC 2525, 2.17
    stack, handle, peer, _ = connected()
    peer.send(ACK, b"unread")
    stack.close(handle)
    assert peer.collect()[-1].flags & RST


def test_an_answer_goes_out_before_the_reset_that_unread_data_causes():
    stack, handle, peer, _ = connected()
    peer.send(ACK, b"too much")
    stack.send(handle, b"400", 0)
    stack.close(handle)
    answer, reset = peer.collect()
    assert answer.payload == b"400" and not answer.flags & RST
    assert reset.flags & RST and reset.sequence == answer.sequence + 3


def test_an_answer_goes_out_before_the_reset_that_late_data_causes():
    stack, handle, peer, _ = connected()
    stack.send(handle, b"400", 0)
    stack.close(handle)
    answer, reset = peer.send(ACK, b"too late")  # before the answer was transmitted
    assert answer.payload == b"400" and not answer.flags & RST
    assert reset.flags & RST and reset.sequence == answer.sequence + 4, "a FIN went with the answer"


def test_unread_data_is_forgotten_with_the_handle_even_when_the_connection_ended_before():
    stack, handle, peer, connection = connected()
    stack.shutdown_write(handle)
    [fin] = peer.collect()
    peer.acknowledgment = fin.sequence + 1
    peer.send(ACK | FIN, b"unread")
    peer.wait(61 * SECOND)
    assert connection.state == CLOSED and stack.tcp.context.budget.used == 6
    stack.close(handle)
    assert stack.tcp.context.budget.used == 0


def test_abort_resets_with_a_sequence_number_the_peer_accepts():
    network = make_network()
    client, _, server = connect(network)
    network.left.abort(client)
    network.run_until(SECOND)
    with pytest.raises(ConnectionResetError):
        network.right.receive_data(server, 10)
    assert network.right.receive_data(server, 10) == b""
    assert network.left.tcp.count == 0 and network.right.tcp.count == 0


def test_a_new_syn_takes_over_time_wait():  # RFC 1122, 4.2.2.13
    stack, handle, peer, _ = connected()
    stack.close(handle)
    [fin] = peer.collect()
    peer.acknowledgment = fin.sequence + 1
    peer.send(ACK)
    peer.send(ACK | FIN)
    peer.sequence += 5000
    [answer] = peer.send(SYN)
    assert answer.flags == SYN | ACK and stack.tcp.count == 1


def test_too_many_time_waits_push_out_the_oldest():
    stack, listener, peer = listening(TcpSettings(time_waits=8))
    for port in range(4000, 4040):
        peer.local_port = port
        peer.sequence = 1000
        peer.acknowledgment = 0
        peer.connect()
        stack.close(stack.tcp_accept(listener))
        [fin] = peer.collect()
        peer.acknowledgment = fin.sequence + 1
        peer.send(ACK | FIN)
    assert stack.tcp.count <= 8


# --- attacks -----------------------------------------------------------------------------------------


def test_only_an_exact_reset_resets():  # RFC 5961, 3.2
    stack, handle, peer, connection = connected()
    assert peer.send(RST, offset=-1) == []
    [challenge] = peer.send(RST, offset=10)
    assert challenge.flags == ACK and connection.state == ESTABLISHED
    assert peer.send(RST, offset=10_000_000) == []
    peer.send(RST)
    assert connection.state == CLOSED
    with pytest.raises(ConnectionResetError):
        stack.receive_data(handle, 1)


def test_a_syn_on_a_connection_is_challenged():  # RFC 5961, 4.2
    _, _, peer, connection = connected()
    for offset in (0, 10, 5_000_000):
        [challenge] = peer.send(SYN, offset=offset)
        assert challenge.flags == ACK and connection.state == ESTABLISHED


def test_an_acknowledgment_far_off_is_challenged_and_its_data_dropped():  # RFC 5961, 5.2
    stack, handle, peer, _ = connected()
    for distance in (1, 100_000_000, -100_000_000):
        wrong = (peer.acknowledgment + distance) & 0xFFFFFFFF
        [challenge] = peer.send(ACK, b"evil", acknowledgment=wrong)
        assert challenge.flags == ACK
    assert stack.receive_data(handle, 10) is None


def test_challenges_are_limited():  # RFC 5961, 7
    stack, _, peer, _ = connected()
    assert sum(len(peer.send(RST, offset=10)) for _ in range(50)) == 10
    assert stack.statistics.drops("tcp-challenge-limit") == 40


def test_a_reset_does_not_end_time_wait():  # RFC 1337
    stack, handle, peer, connection = connected()
    stack.close(handle)
    [fin] = peer.collect()
    peer.acknowledgment = fin.sequence + 1
    peer.send(ACK | FIN)
    peer.sequence += 1
    peer.send(RST)
    assert connection.state == TIME_WAIT


def test_data_beyond_the_window_is_cut_off():
    stack, handle, peer, connection = connected(TcpSettings(receive_capacity=4000))
    peer.send(ACK, bytes(1400), offset=3000)
    assert connection.incoming.reassembly.blocks() == [
        connection.incoming.next + 3000,
        connection.incoming.next + 4000,
    ]


# --- two stacks --------------------------------------------------------------------------------------


def test_a_connection_to_ourselves_works_over_both_addresses():
    stack = make_stack(LEFT_MAC, LEFT, 1)
    stack.transmit()
    listener = stack.tcp_listen("", 80, 4, False)
    for host in ("127.0.0.1", LEFT, "localhost"):
        client = stack.tcp_connect(host, 80)
        assert stack.transmit() == []
        server = stack.tcp_accept(listener)
        assert stack.tcp_connect_result(client) == 0
        stack.send(client, b"ping", 0)
        stack.transmit()
        assert stack.receive_data(server, 10) == b"ping"
        stack.close(client)
        stack.close(server)
        stack.transmit()


def test_a_million_bytes_each_way_over_a_clean_link():
    network = make_network()
    client, listener, server = connect(network)
    data = bytes(i * i >> 5 & 255 for i in range(1_000_000))
    one = Endpoint(network.left, client, data)
    two = Endpoint(network.right, server, data[::-1])
    exchange(network, one, two)
    assert bytes(one.received) == data[::-1] and bytes(two.received) == data
    assert network.left.statistics.segments_retransmitted == 0
    network.left.close(client)
    network.right.close(server)
    network.run_until(network.clock.now + 61 * SECOND)
    assert network.left.tcp.count == 0 and network.right.tcp.count == 0
    assert network.left.tcp.context.budget.used == 0


def test_a_slow_reader_gets_everything():
    network = make_network(right_settings=TcpSettings(receive_capacity=10_000))
    client, _, server = connect(network)
    data = bytes(i & 255 for i in range(100_000))
    network.left.send(client, data, 0)
    network.left.close(client)
    received = b""
    while True:
        network.run_until(network.clock.now + SECOND)
        part = network.right.receive_data(server, 3333)
        assert part is not None
        if part == b"":
            break
        received += part
    assert received == data


def test_the_same_seed_gives_the_same_run():
    def run():
        network = make_network(Disturbance(loss=100, reorder=50, jitter=MILLISECOND), seed=5)
        client, _, server = connect(network)
        one = Endpoint(network.left, client, bytes(50_000))
        two = Endpoint(network.right, server, b"")
        exchange(network, one, two)
        return network.clock.now, network.link.sent

    assert run() == run()


def test_port_zero_picks_a_port_and_a_taken_one_is_refused():
    stack, listener, _ = listening()
    assert stack.local_address(stack.tcp_listen("", 0, 1, False))[1] >= 49152
    with pytest.raises(OSError, match="Address already in use"):
        stack.tcp_listen("", 80, 1, True)
    stack.close(listener)
    stack.tcp_listen("", 80, 1, False)


def test_closing_a_listener_resets_who_waits():
    stack, listener, peer = listening()
    peer.connect()
    stack.close(listener)
    assert peer.collect()[-1].flags & RST
    with pytest.raises(OSError, match="Bad file descriptor"):
        stack.tcp_accept(listener)


def test_syn_received_is_reset_when_the_listener_goes():
    stack, listener, peer = listening()
    [answer] = peer.send(SYN)
    connection = next(iter(stack.tcp.ports[80].values()))
    assert connection.state == SYN_RECEIVED
    stack.close(listener)
    peer.collect()
    assert stack.tcp.count == 0
