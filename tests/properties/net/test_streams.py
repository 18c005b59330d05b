"""Whatever the network does to the frames, the bytes arrive, the ends come, the memory is bounded."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mirage.net.clock import MILLISECOND, SECOND
from mirage.net.tcp.buffers import LEAST
from mirage.net.tcp.context import TcpSettings
from mirage.testing import Disturbance
from mirage.testing.network import Endpoint, connect, exchange, make_network


def disturbances(loss: int) -> st.SearchStrategy[Disturbance]:
    return st.builds(
        Disturbance,
        loss=st.integers(0, loss),
        duplicate=st.integers(0, 100),
        corrupt=st.integers(0, 50),
        reorder=st.integers(0, 200),
        jitter=st.sampled_from([0, 100_000, 5 * MILLISECOND]),
    )


CAPACITIES = st.sampled_from([2_000, 10_000, 65_536, 262_144])
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def text(size: int, salt: int) -> bytes:
    return bytes((i * i >> 4) + salt & 255 for i in range(size))


@QUICK
@given(
    disturbances(loss=200),
    st.integers(1, 10**6),
    st.integers(0, 60_000),
    st.integers(0, 60_000),
    CAPACITIES,
    CAPACITIES,
    st.sampled_from([576, 1500, 9000]),
)
@example(
    Disturbance(loss=178, duplicate=20, jitter=5 * MILLISECOND), 178, 0, 0, 2000, 2000, 576
)  # all ACKs lost
def test_streams_arrive_whole_both_ways_and_close(
    disturbance, seed, left_size, right_size, left_capacity, right_capacity, mtu
):
    network = make_network(
        disturbance,
        seed,
        TcpSettings(receive_capacity=left_capacity),
        TcpSettings(receive_capacity=right_capacity),
        mtu,
    )
    client, listener, server = connect(network)
    left = Endpoint(network.left, client, text(left_size, 1))
    right = Endpoint(network.right, server, text(right_size, 2), chunk=1777)
    exchange(network, left, right)
    assert bytes(left.received) == right.data
    assert bytes(right.received) == left.data
    network.left.close(client)
    network.right.close(server)
    network.right.close(listener)
    network.run_until(network.clock.now + 1200 * SECOND)
    for stack in (network.left, network.right):
        assert stack.tcp.count == 0 and stack.tcp.ports == {}
        assert stack.tcp.context.budget.used == 0
        assert stack.sockets == {}
        assert stack.tcp.deadline() == -1


@QUICK
@given(
    disturbances(loss=80),
    st.integers(1, 10**6),
    st.integers(1, 12),
    st.sampled_from([10_000, 50_000, 300_000]),
)
@example(Disturbance(corrupt=37, reorder=62), 17243, 5, 300_000)  # a damaged ARP announcement
def test_many_connections_at_once_share_a_small_memory(disturbance, seed, count, limit):
    network = make_network(
        disturbance,
        seed,
        TcpSettings(memory=limit, receive_capacity=40_000, send_capacity=40_000),
    )
    listener = network.right.tcp_listen("", 80, 32, False)
    clients = [network.left.tcp_connect("10.0.0.2", 80) for _ in range(count)]
    ends = [Endpoint(network.left, handle, text(20_000, handle)) for handle in clients]
    servers: dict[int, Endpoint] = {}
    while len(servers) < count or not all(end.done() for end in [*ends, *servers.values()]):
        network.settle()
        accepted = network.right.tcp_accept(listener)
        if accepted >= 0:
            servers[accepted] = Endpoint(network.right, accepted, b"thanks")
        for end in [*ends, *servers.values()]:
            end.pump()
        network.settle()
        for stack in (network.left, network.right):
            assert stack.tcp.context.budget.used <= limit + count * 2 * LEAST
        when = network.deadline()
        if when < 0:
            break
        network.clock.advance_to(when)
    assert [bytes(end.received) for end in ends] == [b"thanks"] * count
    assert sorted(bytes(end.received) for end in servers.values()) == sorted(end.data for end in ends)


@QUICK
@given(
    disturbances(loss=50),
    st.integers(1, 10**6),
    st.integers(1, 5),
    st.sampled_from([10_000, 40_000, 1_000_000]),
    st.sampled_from([2_000, 20_000]),
    st.lists(st.sampled_from([0, SECOND // 50, SECOND // 2, 4 * SECOND]), min_size=1, max_size=10),
)
@example(  # windows made smaller: ACKs from before what the peer had taken
    Disturbance(loss=1, duplicate=11, jitter=5 * MILLISECOND), 66, 4, 40_000, 20_000, [SECOND // 50, 0]
)
@example(
    Disturbance(loss=36, duplicate=23, corrupt=43, reorder=17, jitter=5 * MILLISECOND),
    2159,
    5,
    40_000,
    20_000,
    [0, SECOND // 2, SECOND // 50, 0, 0],
)
@example(  # two probes with data, both taken, and both ends' ACKs from before them
    Disturbance(loss=19, duplicate=19, corrupt=19, reorder=40),
    19,
    2,
    1_000_000,
    2_000,
    [4 * SECOND, 4 * SECOND, 4 * SECOND, SECOND // 2, SECOND // 50, SECOND // 50, 4 * SECOND, 0],
)
def test_readers_that_pause_and_talk_both_ways_block_nobody(
    disturbance, seed, count, limit, capacity, pauses
):
    """Windows close on both sides and memory runs out; as long as all read now and then, all ends well."""
    memory = TcpSettings(memory=limit, receive_capacity=capacity, send_capacity=20_000)
    network = make_network(disturbance, seed, memory)
    listener = network.right.tcp_listen("", 80, 32, False)
    clients = [network.left.tcp_connect("10.0.0.2", 80) for _ in range(count)]
    ends = [Endpoint(network.left, handle, text(30_000, handle)) for handle in clients]
    servers: list[Endpoint] = []
    turn = 0
    wake = 0
    while len(servers) < count or not all(end.done() for end in [*ends, *servers]):
        network.settle()
        accepted = network.right.tcp_accept(listener)
        if accepted >= 0:
            servers.append(Endpoint(network.right, accepted, text(30_000, accepted), chunk=3_000))
        everybody = [*ends, *servers]
        for index, end in enumerate(everybody):
            end.write()
            if network.clock.now >= wake and (index + turn) % 2:
                end.read()
        if network.clock.now >= wake:
            wake = network.clock.now + pauses[turn % len(pauses)]
            turn += 1
        network.settle()
        for stack in (network.left, network.right):
            assert stack.tcp.context.budget.used <= limit + count * 2 * LEAST
        when = network.deadline()
        network.clock.advance_to(wake if when < 0 or network.clock.now < wake < when else when)
    assert sorted(bytes(end.received) for end in ends) == sorted(end.data for end in servers)
    assert sorted(bytes(end.received) for end in servers) == sorted(end.data for end in ends)


@QUICK
@given(st.integers(1, 10**6), st.integers(0, 300), st.integers(0, 2))
def test_a_cut_cable_ends_in_errors_not_in_leaks(seed, cut_after, who_closes):
    disturbance = Disturbance()
    network = make_network(disturbance, seed)
    client, listener, server = connect(network)
    ends = [Endpoint(network.left, client, text(200_000, 1)), Endpoint(network.right, server, b"")]
    for _ in range(cut_after):
        network.step()
        for end in ends:
            end.pump()
    disturbance.loss = 1000
    for index, (stack, handle) in enumerate(((network.left, client), (network.right, server))):
        if who_closes == index or who_closes == 2:
            stack.close(handle)
    network.run_until(network.clock.now + 4000 * SECOND)
    for stack, handle in ((network.left, client), (network.right, server)):
        if handle in stack.sockets:
            stack.abort(handle)
    network.right.close(listener)
    network.run_until(network.clock.now + 100 * SECOND)
    for stack in (network.left, network.right):
        assert stack.tcp.count == 0 and stack.tcp.context.budget.used == 0
