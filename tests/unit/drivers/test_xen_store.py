"""The store's protocol, its ring and the states of devices; xenstored may be slow and hostile."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirage.drivers.xen import byte_ring, store, xenbus
from mirage.drivers.xen.store import Store
from mirage.lowlevel import u64

if "simulated" not in sys.modules:
    _spec = importlib.util.spec_from_file_location("simulated", Path(__file__).with_name("simulated.py"))
    assert _spec is not None and _spec.loader is not None
    sys.modules["simulated"] = importlib.util.module_from_spec(_spec)
    _spec.loader.exec_module(sys.modules["simulated"])
simulated = sys.modules["simulated"]


def message(kind: int, number: int, payload: bytes, transaction: int = 0) -> bytes:
    words = (kind, number, transaction, len(payload))
    return b"".join(word.to_bytes(4, "little") for word in words) + payload


# --- messages ----------------------------------------------------------------------------------------


def test_a_request_and_its_answer() -> None:
    core = Store()
    number = core.request(store.READ, b"domid\0", 5)
    assert bytes(core.outgoing) == message(store.READ, number, b"domid\0", 5)
    assert core.take_reply(number) is None
    core.feed(message(store.READ, number, b"17"))
    reply = core.take_reply(number)
    assert reply is not None and (reply.kind, reply.payload) == (store.READ, b"17")
    assert core.take_reply(number) is None


def test_errors_have_the_numbers_of_unix() -> None:
    for name, errno in (("ENOENT", 2), ("EAGAIN", 11), ("ENOTEMPTY", 39), ("ENONSENSE", 5), ("", 5)):
        assert store.error_of(name.encode() + b"\0").errno == errno
    assert store.error_of(b"").errno == 5


def test_events_come_between_answers() -> None:
    core = Store()
    numbers = [core.request(store.READ, b"x\0") for _ in range(3)]
    core.feed(
        message(store.WATCH_EVENT, 0, b"a/b\0one\0")
        + message(store.READ, numbers[2], b"c")
        + message(store.WATCH_EVENT, 0, b"d\0two\0")
        + message(store.ERROR, numbers[0], b"EACCES\0")
    )
    assert [(event.path, event.token) for event in core.events] == [("a/b", "one"), ("d", "two")]
    answers = [core.take_reply(number) for number in numbers]
    assert [None if one is None else one.kind for one in answers] == [store.ERROR, None, store.READ]


def test_a_watch_that_fires_for_ever_leaves_room_for_others() -> None:
    core = Store()
    for number in range(1000):  # a backend may write anything below its state
        core.feed(message(store.WATCH_EVENT, 0, b"back/state/%d\0device/vif/0\0" % number))
    core.feed(message(store.WATCH_EVENT, 0, b"control/shutdown\0control\0"))
    assert [(event.path, event.token) for event in core.events] == [
        ("back/state/999", "device/vif/0"),
        ("control/shutdown", "control"),
    ]
    assert core.unexpected == 0


@given(st.lists(st.binary(max_size=60), max_size=6), st.integers(0, 1 << 32))
def test_answers_may_come_in_any_pieces(payloads: list[bytes], seed: int) -> None:
    chance = random.Random(seed)
    core = Store()
    numbers = [core.request(store.DIRECTORY, b"/\0") for _ in payloads]
    data = b"".join(message(store.DIRECTORY, n, p) for n, p in zip(numbers, payloads, strict=True))
    while data:
        size = chance.randrange(1, 40)
        core.feed(data[:size])
        data = data[size:]
    for number, payload in zip(numbers, payloads, strict=True):
        reply = core.take_reply(number)
        assert reply is not None and reply.payload == payload


def test_requests_that_are_too_large_are_refused() -> None:
    core = Store()
    with pytest.raises(store.StoreError):
        core.request(store.WRITE, bytes(4097))
    assert not core.outgoing


def test_what_nobody_asked_for_is_counted() -> None:
    core = Store()
    number = core.request(store.READ, b"x\0")
    core.feed(message(store.READ, number + 1, b"") + message(store.WRITE, number, b"OK\0"))
    core.feed(message(store.READ, number, b"v") + message(store.READ, number, b"again"))
    reply = core.take_reply(number)
    assert reply is not None and reply.payload == b"v" and core.unexpected == 3
    for token in range(300):
        core.feed(message(store.WATCH_EVENT, 0, b"p\0%d\0" % token))
    assert len(core.events) == 256 and core.unexpected == 3 + 44 and not core.broken
    core.forget(core.request(store.READ, b"y\0"))
    core.feed(message(store.READ, number + 1, b"late"))
    assert core.unexpected == 48


@pytest.mark.parametrize(
    "data",
    [
        message(store.READ, 1, b"")[:12] + (4097).to_bytes(4, "little"),
        message(store.READ, 1, b"")[:12] + b"\xff\xff\xff\xff",
        message(store.WATCH_EVENT, 0, b"only a path\0"),
        message(store.WATCH_EVENT, 0, b""),
    ],
)
def test_a_broken_protocol_is_the_end(data: bytes) -> None:
    core = Store()
    number = core.request(store.READ, b"x\0")
    core.feed(data)
    assert core.broken
    core.feed(message(store.READ, number, b"v"))
    assert core.take_reply(number) is None


@given(st.lists(st.binary(max_size=200)))
def test_any_bytes_at_all(pieces: list[bytes]) -> None:
    core = Store()
    core.request(store.READ, b"x\0")
    for piece in pieces:
        core.feed(piece)
    assert len(core.events) <= 256


# --- the ring of bytes -------------------------------------------------------------------------------

RING, PRODUCED, CONSUMED, LOCAL, SIZE = 0x11000, 0x12000, 0x12004, 0x13000, 64


@given(st.integers(0, 1 << 32))
def test_bytes_go_through_the_ring(seed: int) -> None:
    chance = random.Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        memory = simulated.Memory()
        memory.install(patch, byte_ring)
        start = chance.randrange(1 << 32)
        memory.store(PRODUCED, start, 4)
        memory.store(CONSUMED, start, 4)
        where = (u64(RING), u64(SIZE), u64(PRODUCED), u64(CONSUMED), u64(LOCAL))
        expected = bytearray()
        for _ in range(60):
            size = chance.randrange(0, 90)
            if chance.random() < 0.5:
                data = chance.randbytes(size)
                memory.bytes[LOCAL : LOCAL + size] = data
                count = int(byte_ring.put(*where, u64(size)))
                assert count == min(size, SIZE - len(expected))
                expected += data[:count]
            else:
                count = int(byte_ring.take(*where, u64(size)))
                assert count == min(size, len(expected))
                assert memory.bytes[LOCAL : LOCAL + count] == expected[:count]
                del expected[:count]


def test_impossible_counts_read_as_nothing() -> None:
    with pytest.MonkeyPatch.context() as patch:
        memory = simulated.Memory()
        memory.install(patch, byte_ring)
        where = (u64(RING), u64(SIZE), u64(PRODUCED), u64(CONSUMED), u64(LOCAL))
        for produced, consumed in ((65, 0), (0, 1), (1 << 31, 0), (5, 0xFFFFFF00)):
            memory.store(PRODUCED, produced, 4)
            memory.store(CONSUMED, consumed, 4)
            assert int(byte_ring.take(*where, u64(10))) == 0
            assert int(byte_ring.put(*where, u64(10))) == 0


# --- states of devices -------------------------------------------------------------------------------


@pytest.mark.parametrize("published", [xenbus.CONNECTED, xenbus.INITIALISED])
def test_the_two_halves_find_each_other(published: int) -> None:
    """A backend by the book, which goes and comes again: the frontend is always connected in the end."""
    own = xenbus.INITIALISING
    seen = []
    for backend in (1, 2, 4, 5, 6, 2, 4, 6, 2, 4):
        for _ in range(8):
            action = xenbus.decide(own, backend)
            if action == xenbus.NOTHING:
                break
            seen.append(action)
            if action == xenbus.ESTABLISHED:
                own = xenbus.CONNECTED
                break
            own = {
                xenbus.PUBLISH: published,
                xenbus.CLOSE: xenbus.CLOSED,
                xenbus.RESTART: xenbus.INITIALISING,
            }[action]
        else:
            raise AssertionError(f"no rest: {seen}")
    assert own == xenbus.CONNECTED
    once = [xenbus.PUBLISH, xenbus.ESTABLISHED, xenbus.CLOSE, xenbus.RESTART]
    assert seen == [*once, *once, *once[:2]]


def test_any_two_states_come_to_rest() -> None:
    for own in range(10):
        for backend in range(10):
            state = own
            for _ in range(4):
                action = xenbus.decide(state, backend)
                if action == xenbus.NOTHING or action == xenbus.ESTABLISHED:
                    break
                state = {1: xenbus.CONNECTED, 3: xenbus.CLOSED, 4: xenbus.INITIALISING}[action]
            else:
                raise AssertionError((own, backend))


def test_a_backend_that_keeps_the_rings_is_left_alone() -> None:
    """Linux's netback, bound to its device again, goes on with the rings it finds."""
    assert xenbus.decide(xenbus.CONNECTED, xenbus.INIT_WAIT) == xenbus.NOTHING


def test_strings() -> None:
    assert store.strings(b"") == [] and store.strings(b"a\0b\0") == ["a", "b"]
    assert store.strings(b"a") == ["a"] and store.strings(b"\0") == [""]


def test_numbers() -> None:
    for text, number in (("0", 0), ("18446744073709551615", 2**64 - 1), ("007", 7)):
        assert store.number_of(text, -1) == number
    for other in (None, "", "-1", "1 ", "0x10", "\u0661", "9" * 21):
        assert store.number_of(other, -1) == -1
