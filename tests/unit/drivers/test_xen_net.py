"""netfront's rings against a simulated backend, which may be slow and hostile."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirage.drivers.xen import netfront
from mirage.lowlevel import u64
from mirage.net.checksum import finish, fold, pseudo_header_sum, sum_words

for _name in ("simulated", "simulated_xen"):
    if _name not in sys.modules:
        _spec = importlib.util.spec_from_file_location(_name, Path(__file__).with_name(f"{_name}.py"))
        assert _spec is not None and _spec.loader is not None
        sys.modules[_name] = importlib.util.module_from_spec(_spec)
        _spec.loader.exec_module(sys.modules[_name])
simulated, simulated_xen = sys.modules["simulated"], sys.modules["simulated_xen"]

DOMAIN, PORT, BUFFERS = 3, 7, 64
FRAME = bytes(range(60))
MORE, EXTRA, VALIDATED, BLANK = 4, 8, 1, 2


class Backend:
    """netback: takes what is sent, and delivers frames as one or several responses."""

    def __init__(self, guest: simulated_xen.Guest, rings: netfront.NetRings) -> None:
        self.guest = guest
        self.memory = guest.memory
        self.send_ring = simulated_xen.BackRing(guest, guest.page(int(rings.send_grant), DOMAIN, True), 12)
        self.receive_ring = simulated_xen.BackRing(
            guest, guest.page(int(rings.receive_grant), DOMAIN, True), 8
        )
        self.empty: list[tuple[int, int, int]] = []  # (request, id, page)

    def sent(self) -> list[tuple[int, int, bytes]]:
        """New requests: (id, flags, frame)."""
        found = []
        for number in self.send_ring.requests():
            slot = self.send_ring.slot(number)
            page = self.guest.page(self.memory.load(slot, 4), DOMAIN, False)
            start = page + self.memory.load(slot + 4, 2)
            flags, name, size = (self.memory.load(slot + at, 2) for at in (6, 8, 10))
            assert start + size <= page + 4096
            found.append((name, flags, bytes(self.memory.bytes[start : start + size])))
        return found

    def acknowledge(self, name: int, status: int = 0) -> bool:
        slot = self.send_ring.slot(self.send_ring.answered)
        self.memory.store(slot, name, 2)
        self.memory.store(slot + 2, status & 0xFFFF, 2)
        return bool(self.send_ring.publish())

    def look(self) -> None:
        for number in self.receive_ring.requests():
            slot = self.receive_ring.slot(number)
            page = self.guest.page(self.memory.load(slot + 4, 4), DOMAIN, True)
            self.empty.append((number, self.memory.load(slot, 2), page))

    def respond(self, name: int, offset: int, flags: int, size: int) -> None:
        """Put a response into the next slot without counting it."""
        slot = self.receive_ring.slot(self.receive_ring.answered + self.unpublished)
        for at, value in ((0, name), (2, offset), (4, flags), (6, size & 0xFFFF)):
            self.memory.store(slot + at, value, 2)
        self.unpublished += 1

    unpublished = 0

    def publish(self) -> bool:
        count, self.unpublished = self.unpublished, 0
        return bool(self.receive_ring.publish(count))

    def deliver(self, parts: list[bytes], flags: int = 0, gso: bool = False) -> None:
        """A packet of these fragments."""
        self.look()
        for i, part in enumerate(parts):
            _, name, page = self.empty.pop(0)
            offset = 16 if len(part) < 4000 else 0
            self.memory.bytes[page + offset : page + offset + len(part)] = part
            more = MORE if i + 1 < len(parts) else 0
            extra = EXTRA if gso and i == 0 else 0
            self.respond(name, offset, more | extra | (flags if i == 0 else 0), len(part))
            if gso and i == 0:
                self.empty.pop(0)
                self.respond(0x0001, 1460, 1, 0)  # type GSO, no more; size; protocol
        self.publish()


@contextmanager
def card(buffers: int = BUFFERS, completes: bool = True) -> Iterator[tuple[netfront.NetRings, Backend]]:
    with pytest.MonkeyPatch.context() as patch:
        guest = simulated_xen.Guest(simulated.Memory(), patch, netfront)
        rings = netfront.NetRings(u64(buffers))
        rings.grant_all(u64(DOMAIN))
        rings.reset()
        backend = Backend(guest, rings)
        rings.start(u64(PORT), completes)
        yield rings, backend


def tcp(payload: bytes, checksum: int | None = None) -> bytes:
    """A frame with a TCP segment; the right checksum unless another is given."""
    source, target = 0x0A000001, 0x0A000002
    segment = bytearray(16) + b"\0\0\0\0" + payload
    total = pseudo_header_sum(source, target, 6, len(segment))
    right = finish(sum_words(bytes(segment), 0, len(segment), total))
    segment[16:18] = (right if checksum is None else checksum).to_bytes(2, "big")
    size = 20 + len(segment)
    header = bytearray(b"\x45\0" + size.to_bytes(2, "big") + bytes(5) + b"\x06" + bytes(2))
    header += source.to_bytes(4, "big") + target.to_bytes(4, "big")
    return bytes(12) + b"\x08\0" + bytes(header) + bytes(segment)


def test_frames_go_both_ways() -> None:
    with card() as (rings, backend):
        assert backend.guest.notified == [PORT]
        backend.deliver([FRAME])
        backend.deliver([FRAME[::-1]])
        assert (rings.receive(), rings.receive(), rings.receive()) == (FRAME, FRAME[::-1], None)
        backend.look()
        assert len(backend.empty) == BUFFERS  # both buffers were offered again
        assert rings.send(FRAME)
        assert backend.sent() == []
        rings.flush()
        [(name, flags, frame)] = backend.sent()
        assert (flags, frame) == (0, FRAME)
        assert not backend.acknowledge(name)
        assert (rings.bad, rings.dropped, rings.failed) == (0, 0, 0)


@pytest.mark.parametrize("completes", [True, False])
def test_checksums(completes: bool) -> None:
    folded = fold(pseudo_header_sum(0x0A000001, 0x0A000002, 6, 20 + 9))
    with card(completes=completes) as (rings, backend):
        assert rings.send(tcp(b"some data", folded))
        rings.flush()
        [(_, flags, frame)] = backend.sent()
        if completes:
            assert (flags, frame) == (VALIDATED << 1 | 1, tcp(b"some data", folded))
        else:
            assert (flags, frame) == (0, tcp(b"some data"))
        for flags, text, verified in (
            (0, tcp(b"right"), True),
            (0, tcp(b"wrong", 0x1234), False),
            (VALIDATED, tcp(b"looked at", 0x1234), True),
            (BLANK | VALIDATED, tcp(b"never summed", 0x1234), True),
            (0, FRAME, False),
        ):
            backend.deliver([text], flags)
            assert rings.receive() == text and rings.verified == verified


def test_packets_of_several_slots() -> None:
    text = random.Random(1).randbytes(65000)
    parts = [text[i : i + 4096] for i in range(0, len(text), 4096)]
    with card() as (rings, backend):
        for gso in (False, True, True):
            backend.deliver(parts, gso=gso)
            backend.deliver([FRAME])
            assert rings.receive() == text
            assert rings.receive() == FRAME and rings.receive() is None
        assert rings.bad == 0


def test_long_packets_are_left_to_the_backend_to_cut() -> None:
    with card() as (rings, backend):
        frame = tcp(random.Random(3).randbytes(netfront.LARGEST_CUT))
        for _ in range(20):
            assert rings.send(frame)
        rings.flush()
        gone: list[bytes] = []
        while len(gone) < 20:
            packet, rest, names, slots = b"", 0, [], 0
            for number in backend.send_ring.requests():
                slot = backend.send_ring.slot(number)
                slots += 1
                if packet and slots == 2:  # the extra information
                    assert bytes(backend.memory.bytes[slot : slot + 8]) == bytes((1, 0, 180, 5, 1, 0, 0, 0))
                    names.append(-1)
                    continue
                page = backend.guest.page(backend.memory.load(slot, 4), DOMAIN, False)
                offset, flags, name, size = (backend.memory.load(slot + at, 2) for at in (4, 6, 8, 10))
                if not packet:
                    assert flags == MORE | EXTRA | 3 and size == len(frame)
                    rest, size = size, 2048
                packet += backend.memory.bytes[page + offset : page + offset + size]
                rest -= size
                names.append(name)
                if rest == 0:
                    assert flags == 0 and slots == 17
                    gone.append(bytes(packet))
                    packet, slots = b"", 0
                else:
                    assert flags & MORE
            assert not packet
            for name in names:
                backend.acknowledge(max(name, 0), 1 if name < 0 else 0)
            rings.wake()
        assert set(gone) == {frame} and (rings.bad, rings.failed, rings.dropped) == (0, 0, 0)
        assert rings.send(FRAME) and not rings.send(bytes(netfront.LARGEST_CUT + 55))


def test_a_packet_that_is_not_all_there_is_waited_for() -> None:
    with card() as (rings, backend):
        backend.look()
        for i, part in enumerate((b"a" * 4096, b"b" * 100)):
            _, name, page = backend.empty.pop(0)
            backend.memory.bytes[page : page + len(part)] = part
            backend.respond(name, 0, MORE if i == 0 else 0, len(part))
            backend.publish()
            if i == 0:
                assert rings.receive() is None
        assert rings.receive() == b"a" * 4096 + b"b" * 100 and rings.bad == 0


def test_frames_wait_for_room_and_go_in_order() -> None:
    with card() as (rings, backend):
        frames = [i.to_bytes(2, "big") * 20 for i in range(300)]
        assert all(rings.send(frame) for frame in frames)
        rings.flush()
        gone: list[bytes] = []
        while len(gone) < len(frames):
            sent = backend.sent()
            assert sent
            gone += [frame for _, _, frame in sent]
            if len(gone) < len(frames):
                assert rings.prepare_to_sleep()  # there is nothing to do but to wait
                assert any([backend.acknowledge(name) for name, _, _ in sent])  # and it is told
            rings.wake()
        assert gone == frames and rings.dropped == 0


def test_far_too_many_frames_are_dropped() -> None:
    with card() as (rings, _):
        taken = sum(rings.send(FRAME) for _ in range(3000))
        assert taken == BUFFERS + 1024 and rings.dropped == 3000 - taken
        assert not rings.send(bytes(netfront.LARGEST_CUT + 55)) and not rings.send(bytes(13))


def test_sleep_ends_with_a_frame() -> None:
    with card() as (rings, backend):
        assert rings.prepare_to_sleep()
        backend.look()
        _, name, page = backend.empty.pop(0)
        backend.memory.bytes[page : page + 60] = FRAME
        backend.respond(name, 0, 0, 60)
        assert backend.publish()  # an event is due
        assert not rings.prepare_to_sleep()
        assert rings.receive() == FRAME


def test_a_backend_that_comes_again_finds_everything_in_its_place() -> None:
    with card() as (rings, backend):
        for _ in range(100):
            rings.send(FRAME)
        rings.flush()
        rings.stop()
        assert rings.receive() is None and not rings.send(FRAME)
        before = dict(backend.guest.granted)
        rings.grant_all(u64(DOMAIN))
        assert backend.guest.granted == before
        rings.grant_all(u64(DOMAIN + 1))
        assert {owner for owner, _, _ in backend.guest.granted.values()} == {DOMAIN + 1}
        rings.grant_all(u64(DOMAIN))
        rings.reset()
        again = Backend(backend.guest, rings)
        rings.start(u64(PORT), True)
        again.deliver([FRAME])
        assert rings.receive() == FRAME
        assert rings.send(FRAME)
        rings.flush()
        assert [frame for _, _, frame in again.sent()] == [FRAME]


@pytest.mark.parametrize(
    ("name", "offset", "flags", "size"),
    [
        (5, 0, 0, 60),  # another slot's id
        (0xFFFF, 0, 0, 60),
        (0, 4090, 0, 60),  # past the page
        (0, 0xFFFF, 0, 60),
        (0, 0, 0, 4097),
        (0, 0, 0, -1),  # an error
        (0, 0, 0, -32768),
        (0, 0, 0, 13),  # shorter than a header
        (0, 0, 0, 0),
    ],
)
def test_an_impossible_response_is_counted(name: int, offset: int, flags: int, size: int) -> None:
    with card() as (rings, backend):
        backend.look()
        backend.empty.pop(0)
        backend.respond(name, offset, flags, size)
        backend.publish()
        assert rings.receive() is None and rings.bad == 1
        backend.deliver([FRAME])
        assert rings.receive() == FRAME and not rings.is_broken()


def test_a_packet_without_end_is_given_up() -> None:
    with card() as (rings, backend):
        backend.look()
        for _ in range(BUFFERS):
            _, name, _ = backend.empty.pop(0)
            backend.respond(name, 0, MORE, 4000)
        backend.publish()
        assert rings.receive() is None and rings.bad >= BUFFERS // 24
        backend.deliver([FRAME])  # perhaps the end of what was left of it
        rings.receive()
        backend.deliver([FRAME])
        assert rings.receive() == FRAME


def test_bad_packets_without_end_do_not_hold_up_the_machine() -> None:
    with card() as (rings, backend):
        look = netfront.FrontRing.responses
        calls = 0

        def restless(ring: netfront.FrontRing) -> u64:
            """A backend that is never out of bad answers while we look."""
            nonlocal calls
            calls += 1
            assert calls < 1000
            if ring is rings._receive:
                backend.look()
                while backend.empty:
                    _, name, _ = backend.empty.pop(0)
                    backend.respond(name, 4096, 0, 60)
                backend.publish()
            return look(ring)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(netfront.FrontRing, "responses", restless)
            assert rings.receive() is None
        assert 0 < rings.bad <= 64
        assert not rings.prepare_to_sleep()  # there is more to look at


def test_an_answer_to_what_was_not_sent_is_counted() -> None:
    with card() as (rings, backend):
        for _ in range(BUFFERS):
            rings.send(FRAME)
        rings.flush()
        names = [name for name, _, _ in backend.sent()]
        for name in (names[0], names[0], 0xFFFF, BUFFERS):
            backend.acknowledge(name)
        backend.acknowledge(names[1], -1)
        assert rings.send(FRAME) and rings.send(FRAME)
        assert (rings.bad, rings.failed) == (3, 1)


@pytest.mark.parametrize("more", [BUFFERS + 1, 1 << 20, (1 << 32) - 1])
def test_counts_that_cannot_be_break_the_ring(more: int) -> None:
    with card() as (rings, backend):
        backend.look()
        backend.memory.store(backend.receive_ring.page + 8, more, 4)
        assert rings.receive() is None and rings.is_broken()
        assert rings.receive() is None and rings.prepare_to_sleep()
        rings.stop()
        rings.reset()
        again = Backend(backend.guest, rings)
        rings.start(u64(PORT), True)
        again.deliver([FRAME])
        assert rings.receive() == FRAME


@pytest.mark.more_in_long_mode(10)
@given(st.integers(0, 1 << 32))
def test_a_backend_that_writes_anything_anywhere(seed: int) -> None:
    """Garbage in the shared pages at any time: nothing is read or written out of place, nothing is raised."""
    chance = random.Random(seed)
    with card() as (rings, backend):
        memory = backend.memory
        for _ in range(10):
            for page in (backend.send_ring.page, backend.receive_ring.page):
                if chance.random() < 0.5:
                    at = chance.choice((8, chance.randrange(64, 4095)))
                    size = chance.choice((1, 4, 8, 200))
                    end = min(page + at + size, page + 4096)
                    memory.bytes[page + at : end] = chance.randbytes(end - page - at)
                if chance.random() < 0.7:  # a count that may be
                    memory.store(page + 8, memory.load(page, 4) - chance.randrange(0, 40) & 0xFFFFFFFF, 4)
            for _ in range(5):
                frame = rings.receive()
                assert frame is None or 14 <= len(frame) <= 65549
                rings.send(FRAME)
                rings.send(tcp(bytes(5000)))
            rings.flush()
            rings.prepare_to_sleep()
            rings.wake()
            if rings.is_broken():
                rings.stop()
                rings.reset()
                rings.start(u64(PORT), True)
