"""Packets of TCP that a device cuts into segments (TSO): what is left to it, and what is not."""

from __future__ import annotations

import pytest

from mirage.net.checksum import finish, pseudo_header_sum, sum_words
from mirage.net.ipv4.packet import DONT_FRAGMENT, ROOM, parse_ipv4_header, write_ipv4_header
from mirage.testing.clock import FakeClock
from mirage.testing.links import Disturbance, LossyLink
from mirage.testing.network import LEFT, LEFT_MAC, RIGHT, RIGHT_MAC, Endpoint, connect, exchange, make_stack
from mirage.testing.simulation import Simulation

LARGEST = 32714
MSS = 1460


def cut(frame: bytes) -> list[bytes]:
    """What a device does with a TCP packet, too long or not."""
    header = parse_ipv4_header(frame, 14)
    assert header.dont_fragment and header.total_length + 14 == len(frame)
    start = 34 + (frame[46] >> 4) * 4
    payload = frame[start:]
    sequence = int.from_bytes(frame[38:42], "big")
    made = []
    for at in range(0, max(len(payload), 1), MSS):
        segment = bytearray(frame[34:start]) + payload[at : at + MSS]
        segment[4:8] = (sequence + at & 0xFFFFFFFF).to_bytes(4, "big")
        if at + MSS < len(payload):
            segment[13] &= ~9  # PSH and FIN belong to the last
        segment[16:18] = bytes(2)
        total = pseudo_header_sum(header.source, header.destination, 6, len(segment))
        segment[16:18] = finish(sum_words(bytes(segment), 0, len(segment), total)).to_bytes(2, "big")
        packet = bytearray(ROOM)
        packet += segment
        write_ipv4_header(packet, header.source, header.destination, 6, 0, DONT_FRAGMENT)
        packet[:14] = frame[:14]
        made.append(bytes(packet))
    return made


class CuttingLink(LossyLink):
    """A cable whose left end is a device that cuts packets and completes checksums."""

    longest = 0

    def send(self, end: int, frame: bytes, now: int) -> None:
        if end != 0 or frame[12:14] != b"\x08\0" or frame[23] != 6:
            super().send(end, frame, now)
            return
        self.longest = max(self.longest, len(frame))
        for piece in cut(frame):
            super().send(end, piece, now)


@pytest.mark.parametrize("right_mtu", [1500, 1000])
@pytest.mark.parametrize("disturbance", [Disturbance(), Disturbance(loss=30, reorder=30, duplicate=10)])
def test_all_arrives(disturbance: Disturbance, right_mtu: int) -> None:
    data, answer = bytes(range(251)) * 4000, b"back" * 1000
    left = make_stack(LEFT_MAC, LEFT, 3)
    right = make_stack(RIGHT_MAC, RIGHT, 4, mtu=right_mtu)
    left.arp.learn(right.address(), RIGHT_MAC, 0)
    right.arp.learn(left.address(), LEFT_MAC, 0)
    link = CuttingLink(disturbance, 5)
    network = Simulation(left, right, link, FakeClock())
    left.offload_checksums()
    left.offload_segmentation(LARGEST)
    client, _, server = connect(network)
    first, second = Endpoint(left, client, data), Endpoint(right, server, answer)
    exchange(network, first, second)
    assert second.received == data and first.received == answer
    if right_mtu == 1500:
        assert 10 * MSS < link.longest <= LARGEST + 54 and (link.longest - 54) % MSS in (0, len(data) % MSS)
    else:
        assert link.longest <= 1000 + 14  # the device's segments would not suit this peer


def test_what_stays_here_is_not_cut() -> None:
    left = make_stack(LEFT_MAC, LEFT, 3)
    left.offload_checksums()
    left.offload_segmentation(LARGEST)
    data = bytes(range(256)) * 400
    listener = left.tcp_listen("", 80, 4, False)
    client = left.tcp_connect(LEFT, 80)
    received, sent, server = b"", 0, -1
    for _ in range(200):
        left.transmit()
        if server < 0:
            server = left.tcp_accept(listener)
            continue
        sent += left.send(client, data, sent) if sent < len(data) else 0
        received += left.receive_data(server, 65536) or b""
    assert received == data
