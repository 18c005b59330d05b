"""TCP's parts on their own: packet, sequence numbers, buffers, timeout, congestion, cookies, timers."""

from __future__ import annotations

import pytest

from mirage.net.clock import MILLISECOND, SECOND
from mirage.net.ipv4.packet import ROOM
from mirage.net.tcp.buffers import PIECE_COST, Budget, ByteQueue, Reassembly
from mirage.net.tcp.congestion import NewReno
from mirage.net.tcp.cookies import PERIOD, SynCookies, half_sip_hash
from mirage.net.tcp.packet import (
    ACK,
    SYN,
    build_segment,
    parse_segment,
    sack_option,
    syn_options,
)
from mirage.net.tcp.sequence import unwrap
from mirage.net.tcp.timeout import RetransmissionTimeout
from mirage.net.wire import Malformed, Truncated


def wire(flags=ACK, options=b"", payload=b"", window=512):
    return bytes(build_segment(1, 80, 2, 4000, 5, 6, flags, window, options, payload, False)[ROOM:])


def test_a_segment_reads_as_it_was_written():  # RFC 9293, 3.1
    data = wire(SYN | ACK, syn_options(1460, 7, True), b"data")
    segment = parse_segment(data, 0, len(data), 1, 2, False)
    assert (segment.source_port, segment.destination_port) == (80, 4000)
    assert (segment.sequence, segment.acknowledgment, segment.window) == (5, 6, 512)
    assert (segment.mss, segment.window_scale, segment.sack_permitted) == (1460, 7, True)
    assert (segment.payload, segment.length()) == (b"data", 5)


def test_sack_blocks_read_as_they_were_written():  # RFC 2018, 3
    data = wire(ACK, sack_option([10, 20, 2**32 + 5, 2**32 + 9]))
    assert parse_segment(data, 0, len(data), 1, 2, False).sack == [10, 20, 5, 9]


@pytest.mark.parametrize(
    "options",
    [b"\x01\x02\x04\x05", b"\x02\x00\x00\x00", b"\x02\xff\x00\x00", b"\x03\x03\x0e\x02", b"\x01\x01\x01\x02"],
)
def test_broken_options_are_ignored(options):  # RFC 9293, 3.1, MUST-7
    options += bytes(-len(options) % 4)
    data = wire(SYN, options)
    assert parse_segment(data, 0, len(data), 1, 2, False).mss == 0


def test_a_segment_that_lies_is_refused():
    data = wire(payload=b"x")
    with pytest.raises(Truncated):
        parse_segment(data, 0, 19, 1, 2, False)
    with pytest.raises(Malformed, match="tcp-checksum"):
        parse_segment(data, 0, len(data), 1, 3, False)
    with pytest.raises(Malformed, match="tcp-header-length"):
        parse_segment(data[:12] + b"\x40" + data[13:], 0, len(data), 1, 2, True)
    with pytest.raises(Truncated):
        parse_segment(data[:12] + b"\xf0" + data[13:], 0, len(data), 1, 2, True)


@pytest.mark.parametrize("near", [0, 1, 2**31, 2**32 - 1, 2**32, 5 * 2**32 + 17])
def test_a_sequence_number_is_the_nearest_one(near):  # RFC 9293, 3.4
    for distance in (0, 1, -1, 1000, -1000, 2**31 - 1, -(2**31)):
        assert unwrap((near + distance) & 0xFFFFFFFF, near) == near + distance


def test_a_queue_gives_back_what_it_took():
    budget = Budget(10**6)
    queue = ByteQueue(budget)
    queue.append(b"hello ")
    queue.append(b"world")
    assert queue.peek(4, 3) == b"o w" and queue.take(3) == b"hel" and queue.size() == 8
    queue.discard(2)
    assert budget.used == 6 and queue.take(100) == b" world" and budget.used == 0


def test_a_queue_does_not_keep_what_was_taken():
    queue = ByteQueue(Budget(10**9))
    queue.append(bytes(100))
    for _ in range(1000):
        queue.append(bytes(10000))
        queue.take(10000)
    assert len(queue.data) < 200_000


def test_pieces_overlap_in_every_way_and_the_stream_is_right():
    text = bytes(range(100))
    reassembly = Reassembly(Budget(10**6))
    for start, end in ((50, 60), (55, 70), (40, 52), (45, 65), (30, 35), (20, 80), (90, 100), (85, 95)):
        assert reassembly.insert(start, text[start:end])
    assert reassembly.blocks() == [85, 100, 20, 80]
    assert reassembly.budget.used == 75 + PIECE_COST * len(reassembly.starts)
    received = b""
    at = 20
    while True:
        piece = reassembly.take(at)
        if not piece:
            break
        received += piece
        at += len(piece)
    assert received == text[20:80]
    reassembly.truncate(90)
    assert reassembly.blocks() == [85, 90]
    reassembly.clear()
    assert reassembly.budget.used == 0


def test_the_timeout_follows_the_round_trips():  # RFC 6298, 2
    timeout = RetransmissionTimeout()
    assert timeout.current() == SECOND
    timeout.sample(400 * MILLISECOND)
    assert (timeout.smoothed, timeout.variation) == (400 * MILLISECOND, 200 * MILLISECOND)
    assert timeout.current() == 1200 * MILLISECOND
    timeout.back_off()
    assert timeout.current() == 2400 * MILLISECOND
    timeout.progress()
    for _ in range(100):
        timeout.sample(MILLISECOND)
    assert timeout.current() == 200 * MILLISECOND


def test_slow_start_congestion_avoidance_fast_recovery():  # RFC 5681, 3; RFC 6582, 3.2
    control = NewReno(1000)
    assert control.window == 10000
    control.acknowledged(2000, 2000)
    assert control.window == 12000
    assert not control.duplicate(2000, 14000)
    assert control.allowance() == 13000
    assert not control.duplicate(2000, 14000)
    assert control.duplicate(2000, 14000)
    assert (control.threshold, control.window) == (6000, 9000)
    control.duplicate(2000, 14000)
    assert control.window == 10000
    assert control.acknowledged(3000, 5000)  # a partial acknowledgment: another hole
    assert control.window == 8000
    assert not control.acknowledged(9000, 14000)
    assert control.window == 6000 and not control.recovering
    control.acknowledged(1000, 15000)
    assert control.window == 6000 + 1000 * 1000 // 6000
    control.timed_out(15000, 21000, True)
    assert (control.window, control.threshold) == (1000, 3000)


def test_half_sip_hash_gives_the_reference_vectors():  # github.com/veorq/SipHash, vectors.h, hsip32
    assert half_sip_hash(0x03020100, 0x07060504, []) == int.from_bytes(
        bytes([0xA9, 0x35, 0x9F, 0x5B]), "little"
    )


def test_a_cookie_is_ours_for_two_minutes_at_most():  # RFC 4987, 3.6
    cookies = SynCookies(bytes(range(8)))
    now = 1000 * SECOND
    cookie = cookies.make(1, 2, 3, 4, 1300, now)
    assert cookies.verify(1, 2, 3, 4, cookie, now) == 1220
    assert cookies.verify(1, 2, 3, 4, cookie, now + PERIOD) == 1220
    assert cookies.verify(1, 2, 3, 4, cookie ^ 1, now) == -1
    assert cookies.verify(9, 2, 3, 4, cookie, now) == -1
    assert cookies.verify(1, 2, 3, 4, cookie, now + 3 * PERIOD) == -1
    assert SynCookies(bytes(8)).verify(1, 2, 3, 4, cookie, now) == -1
