"""Bytes per second through two stacks of ours on a clean cable in memory, both in one process.

Every byte is checksummed twice and copied through both sockets, so this is the cost of TCP/IP alone.
Run it with python, or compile it: `python -m mirage.compiler benchmarks/network/loopback.py -t linux`.
"""

import sys
import time

from mirage.testing.links import MemoryLink
from mirage.testing.network import connect, make_network

MEGABYTE = 1024 * 1024


def main() -> None:
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    network = make_network()
    network.link = MemoryLink(20_000)
    client, _, server = connect(network)
    block = bytes(range(256)) * 256
    left = network.left
    right = network.right
    received = 0
    sent = 0
    total = megabytes * MEGABYTE
    started = time.monotonic()
    while received < total:
        network.settle()
        while sent < total:
            count = left.send(client, block, 0)
            if count == 0:
                break
            sent += count
        while True:
            data = right.receive_data(server, 65536)
            if data is None or data == b"":
                break
            received += len(data)
        network.settle()
        network.clock.advance_to(network.deadline())
    elapsed = time.monotonic() - started
    frames = left.statistics.frames_sent + right.statistics.frames_sent
    print(
        f"{received // MEGABYTE} MB in {elapsed:.2f} s: {received / elapsed / 1e6:.0f} MB/s,"
        f" {frames / elapsed / 1e3:.0f} thousand frames/s"
    )


main()
