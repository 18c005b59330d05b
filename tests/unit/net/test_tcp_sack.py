"""Selective acknowledgments on the sending side."""

from __future__ import annotations

from mirage.net.tcp.packet import ACK, sack_option
from mirage.net.tcp.scoreboard import Scoreboard
from mirage.testing.network import LEFT, LEFT_MAC, make_stack
from mirage.testing.peer import Peer


def test_blocks_merge_and_are_forgotten_as_the_acknowledgment_moves():
    board = Scoreboard()
    assert board.add(100, 200) and board.add(300, 400) and board.add(150, 250)
    assert not board.add(120, 240)
    assert (board.lefts, board.rights) == ([100, 300], [250, 400])
    assert board.add(250, 300) and (board.lefts, board.rights) == ([100], [400])
    board.acknowledge(150)
    assert board.missing(0, 500) == 500 - 250
    board.acknowledge(400)
    assert board.empty()


def test_a_hole_is_lost_when_three_segments_beyond_it_arrived():  # RFC 6675, IsLost
    board = Scoreboard()
    board.add(1000, 3000)
    assert board.lost_before(1000) == -1
    board.add(3000, 3001)
    assert board.lost_before(1000) == 1000
    assert (board.hole_start(500), board.hole_start(1500), board.hole_end(500, 9000)) == (500, 3001, 1000)


def test_all_holes_are_filled_in_one_round_trip():  # RFC 6675, 5
    stack = make_stack(LEFT_MAC, LEFT, 3)
    listener = stack.tcp_listen("", 80, 4, False)
    stack.transmit()
    peer = Peer(stack, 80)
    peer.connect(mss=1000)
    handle = stack.tcp_accept(listener)
    stack.send(handle, bytes(10_000), 0)
    assert len(peer.collect()) == 10
    start = peer.acknowledgment
    lost = [0, 2, 5]
    again = []
    blocks = [(1, 2), (3, 5), (6, 10)]
    for count in range(1, 4):
        edges = [start + 1000 * edge for block in reversed(blocks[:count]) for edge in block]
        again += peer.send(ACK, options=sack_option(edges))
    assert sorted((segment.sequence - start) // 1000 for segment in again) == lost
    assert all(len(segment.payload) == 1000 for segment in again)
    peer.acknowledgment += 10_000
    peer.send(ACK)
    connection = stack._connection(handle)
    assert connection.outgoing.scoreboard.empty() and connection.outgoing.retransmit_at == -1
    assert not connection.outgoing.congestion.recovering


def test_blocks_that_lie_are_ignored():
    stack = make_stack(LEFT_MAC, LEFT, 3)
    listener = stack.tcp_listen("", 80, 4, False)
    stack.transmit()
    peer = Peer(stack, 80)
    peer.connect(mss=1000)
    handle = stack.tcp_accept(listener)
    stack.send(handle, bytes(3000), 0)
    peer.collect()
    start = peer.acknowledgment
    for edges in ([start - 10, start + 10], [start + 10, start + 5000], [start + 20, start + 10]):
        peer.send(ACK, options=sack_option(edges))
    assert stack._connection(handle).outgoing.scoreboard.empty()
