"""Two stacks of our own at the ends of cables that lose, repeat, reorder and damage frames.

Everything is determined by seeds and a clock that the program moves, so every number is the same
wherever it runs.
"""

from mirage.net.clock import MILLISECOND, SECOND
from mirage.net.stack import Stack
from mirage.net.tcp.context import TcpSettings
from mirage.testing.links import Disturbance
from mirage.testing.network import Endpoint, connect, exchange, make_network


def text(size: int, salt: int) -> bytes:
    data = bytearray(size)
    for index in range(size):
        data[index] = (index * index >> 4) + salt & 255
    return bytes(data)


def adler(data: bytes) -> int:
    a = 1
    b = 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def report(name: str, stack: Stack) -> None:
    statistics = stack.statistics
    print(f"  {name}: {statistics.frames_sent} frames sent, {statistics.frames_received} received,"
          f" {statistics.segments_retransmitted} segments again")
    for reason in sorted(statistics.dropped):
        print(f"    dropped {statistics.dropped[reason]} for {reason}")
    print(f"    {stack.tcp.count} connections, {stack.tcp.context.budget.used} bytes held")


def run(title: str, disturbance: Disturbance, seed: int, size: int, capacity: int) -> None:
    settings = TcpSettings(receive_capacity=capacity)
    network = make_network(disturbance, seed, settings)
    client, listener, server = connect(network)
    left = Endpoint(network.left, client, text(size, 1))
    right = Endpoint(network.right, server, text(size // 2, 2))
    exchange(network, left, right)
    print(title)
    print(f"  left got {len(left.received)} bytes, {adler(bytes(left.received)):08x},"
          f" {bytes(left.received) == right.data}")
    print(f"  right got {len(right.received)} bytes, {adler(bytes(right.received)):08x},"
          f" {bytes(right.received) == left.data}")
    print(f"  after {network.clock.now // 1000} microseconds")
    network.left.close(client)
    network.right.close(server)
    network.right.close(listener)
    network.run_until(network.clock.now + 600 * SECOND)
    report("left", network.left)
    report("right", network.right)


def refuse() -> None:
    network = make_network()
    handle = network.left.tcp_connect("10.0.0.2", 81)
    network.run_until(SECOND)
    print("connecting to a closed port gives errno", network.left.tcp_connect_result(handle))
    try:
        network.left.send(handle, b"x", 0)
    except OSError as error:
        print(type(error).__name__, error)


def main() -> None:
    run("clean", Disturbance(), 1, 200_000, 262_144)
    run("3 % lost", Disturbance(loss=30), 2, 200_000, 262_144)
    run("small windows", Disturbance(loss=20, jitter=MILLISECOND), 3, 40_000, 3_000)
    run("everything", Disturbance(100, 50, 30, 100, 3 * MILLISECOND), 4, 60_000, 65_536)
    refuse()


main()
