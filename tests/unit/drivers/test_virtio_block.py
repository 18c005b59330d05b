"""The virtio block driver against a simulated disk, which may be slow, disordered and hostile."""

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

from mirage.drivers import dma
from mirage.drivers.disk import DISCARD, FLUSH, READ, WRITE
from mirage.drivers.virtio import blk, mmio, requests, virtqueue
from mirage.drivers.virtio.transport import DeviceError
from mirage.lowlevel import u16, u64

_spec = importlib.util.spec_from_file_location("simulated", Path(__file__).with_name("simulated.py"))
assert _spec is not None and _spec.loader is not None
simulated = importlib.util.module_from_spec(_spec)
sys.modules.setdefault("simulated", simulated)
_spec.loader.exec_module(simulated)

ANY_LAYOUT, VERSION_1 = 1 << 27, 1 << 32
SIZE_MAX, RO, BLK_SIZE, FLUSHES, DISCARDS = 1 << 1, 1 << 5, 1 << 6, 1 << 9, 1 << 13
SECTORS = 1000


def config(capacity: int = SECTORS, size_max: int = 0, block: int = 512, most_discard: int = 64) -> bytes:
    data = bytearray(64)
    data[0:8] = capacity.to_bytes(8, "little")
    data[8:12] = size_max.to_bytes(4, "little")
    data[20:24] = block.to_bytes(4, "little")
    data[36:40] = most_discard.to_bytes(4, "little")
    return bytes(data)


class Host:
    """What a right device does: it holds the disk, and ends requests in any order."""

    def __init__(self, memory: simulated.Memory, device: simulated.Device) -> None:
        self.memory = memory
        self.device = device
        self.contents = bytearray(SECTORS * 512)
        self.pending: list[list[tuple[int, int, int]]] = []
        self.heads: list[int] = []
        self.flushed = 0

    def fetch(self) -> None:
        """Take the new chains: descriptors as (address, length, flags)."""
        queue = self.device.queues[0]
        for head, address, length, flags in self.device.take(0):
            chain = [(address, length, flags)]
            following = self.memory.load(queue["desc"] + head * 16 + 14, 2)
            while chain[-1][2] & 1:
                entry = queue["desc"] + following * 16
                chain.append(
                    (
                        self.memory.load(entry, 8),
                        self.memory.load(entry + 8, 4),
                        self.memory.load(entry + 12, 2),
                    )
                )
                following = self.memory.load(entry + 14, 2)
            self.pending.append(chain)
            self.heads.append(head)

    def end(self, which: int, status: int = 0) -> None:
        """Do one of the pending requests."""
        chain, head = self.pending.pop(which), self.heads.pop(which)
        (header, size, flags), *data, (status_at, one, status_flags) = chain
        assert (size, flags & 2, one, status_flags) == (16, 0, 1, 2)
        kind = self.memory.load(header, 4)
        position = self.memory.load(header + 8, 8) * 512
        written = 1
        if status == 0:
            for address, length, flags in data:
                if kind == 0:
                    assert flags & 2
                    self.memory.bytes[address : address + length] = self.contents[
                        position : position + length
                    ]
                    written += length
                elif kind == 1:
                    assert not flags & 2
                    self.contents[position : position + length] = self.memory.bytes[
                        address : address + length
                    ]
                elif kind == 8:
                    self.memory.bytes[address : address + length] = b"data".ljust(length, b"\0")
                    written += length
                elif kind == 11:
                    first = self.memory.load(address, 8)
                    count = self.memory.load(address + 8, 4)
                    self.contents[first * 512 : (first + count) * 512] = bytes(count * 512)
                position += length
            self.flushed += kind == 4
        self.memory.store(status_at, status, 1)
        self.device.give_back(0, head, written)


@contextmanager
def machine(
    features: int = FLUSHES | DISCARDS, version: int = 2, maximum: int = 256, **settings: int
) -> Iterator[tuple[blk.VirtioBlock, Host]]:
    with pytest.MonkeyPatch.context() as patch:
        memory = simulated.Memory()
        memory.install(patch, dma, mmio, requests, virtqueue, blk)
        patch.setattr(blk, "tail_address", lambda data: _Bytes(data))
        patch.setattr(blk, "copy_memory", lambda to, source, size: _copy(memory, int(to), source, int(size)))
        dma.set_pool(u64(simulated.RAM), u64(simulated.RAM_END))
        offered = features | (VERSION_1 if version == 2 else 0)
        memory.device = simulated.Device(memory, 2, version, offered, config(**settings))
        memory.device.maximum = maximum
        transport = mmio.mmio_transport(u64(simulated.REGISTERS))
        assert transport is not None
        yield blk.VirtioBlock(transport), Host(memory, memory.device)


class _Bytes:
    """The address of a bytes object's contents, as far as the driver reckons with it."""

    def __init__(self, data: bytes, start: int = 0) -> None:
        self.data = data
        self.start = start

    def __add__(self, offset: u64) -> _Bytes:
        return _Bytes(self.data, self.start + int(offset))


def _copy(memory: simulated.Memory, to: int, source: _Bytes, size: int) -> None:
    part = source.data[source.start : source.start + size]
    assert len(part) == size, "the driver read past the data"
    memory.bytes[to : to + size] = part


def done(disk: blk.VirtioBlock, host: Host, number: int) -> bytes:
    """The request, done at once."""
    assert number >= 0
    disk.kick()
    host.fetch()
    host.end(0)
    assert disk.take_done() == number and disk.take_done() == -1
    assert disk.status(number) == 0
    return disk.finish(number)


@pytest.mark.parametrize("version", [1, 2])
def test_sectors_come_back_as_they_were_written(version: int) -> None:
    with machine(version=version) as (disk, host):
        assert (disk.sectors, disk.sector_size, disk.piece, disk.read_only) == (SECTORS, 512, 128, False)
        data = random.Random(1).randbytes(4096)
        assert done(disk, host, disk.begin(WRITE, 10, 4, data, 512)) == b""
        assert host.contents[5120 : 5120 + 2048] == data[512:2560]
        assert done(disk, host, disk.begin(READ, 11, 2, b"", 0)) == data[1024:2048]
        done(disk, host, disk.begin(FLUSH, 0, 0, b"", 0))
        assert host.flushed == 1
        done(disk, host, disk.begin(DISCARD, 11, 1, b"", 0))
        assert done(disk, host, disk.begin(READ, 11, 2, b"", 0)) == bytes(512) + data[1536:2048]
        assert done(disk, host, disk.begin_identify()).rstrip(b"\0") == b"data"


def test_larger_sectors_are_counted_in_their_own_size() -> None:
    with machine(features=BLK_SIZE | FLUSHES | DISCARDS, block=4096) as (disk, host):
        assert (disk.sectors, disk.sector_size, disk.piece, disk.discard) == (125, 4096, 16, 8)
        done(disk, host, disk.begin(WRITE, 3, 1, b"x" * 4096, 0))
        assert host.contents[3 * 4096 : 4 * 4096] == b"x" * 4096


def test_what_the_device_does_not_offer_is_not_used() -> None:
    with machine(features=RO | DISCARDS) as (disk, _):
        assert (disk.read_only, disk.can_flush, disk.discard) == (True, False, 0)
    with machine(features=SIZE_MAX, size_max=1500) as (disk, _):
        assert disk.piece == 2


def test_a_full_queue_refuses_and_recovers() -> None:
    for maximum, most in ((256, 8), (16, 5), (4, 1)):
        with machine(maximum=maximum) as (disk, host):
            numbers = [disk.begin(READ, i, 1, b"", 0) for i in range(most)]
            assert sorted(numbers) == list(range(most)) and disk.begin(READ, 0, 1, b"", 0) == -1
            host.fetch()
            host.end(most - 1)
            assert disk.take_done() == numbers[-1]
            assert disk.begin(READ, 0, 1, b"", 0) == -1  # it is ours until it is finished
            disk.finish(numbers[-1])
            assert disk.begin(READ, 0, 1, b"", 0) == numbers[-1]


@given(st.data())
def test_requests_that_end_in_any_order_leave_the_right_disk(data: st.DataObject) -> None:
    with machine() as (disk, host):
        model = bytearray(SECTORS * 512)
        expected: dict[int, bytes | None] = {}
        busy: list[tuple[int, int]] = []  # sectors under way: what overlaps has no order
        of_number: dict[int, tuple[int, int]] = {}
        for step in range(data.draw(st.integers(1, 40))):
            if data.draw(st.booleans()):
                sector = data.draw(st.integers(0, SECTORS - 1))
                count = data.draw(st.integers(1, min(disk.piece, SECTORS - sector)))
                if any(sector < b and a < sector + count for a, b in busy):
                    continue
                writes = data.draw(st.booleans())
                contents = random.Random(step).randbytes(count * 512) if writes else b""
                number = disk.begin(WRITE if writes else READ, sector, count, contents, 0)
                if number < 0:
                    continue
                assert number not in expected
                expected[number] = None if writes else bytes(model[sector * 512 : (sector + count) * 512])
                if writes:
                    model[sector * 512 : (sector + count) * 512] = contents
                busy.append((sector, sector + count))
                of_number[number] = busy[-1]
                disk.kick()
            else:
                host.fetch()
                if host.pending:
                    host.end(data.draw(st.integers(0, len(host.pending) - 1)))
                    ended = disk.take_done()
                    assert disk.status(ended) == 0
                    assert disk.finish(ended) == (expected.pop(ended) or b"")
                    busy.remove(of_number.pop(ended))
        host.fetch()
        while host.pending:
            host.end(0)
        assert host.contents == model


@pytest.mark.parametrize(("status", "error"), [(1, 5), (2, 95), (3, 5), (255, 5)])
def test_an_error_is_told_and_nothing_is_read(status: int, error: int) -> None:
    with machine() as (disk, host):
        number = disk.begin(READ, 0, 1, b"", 0)
        host.fetch()
        host.end(0, status)
        assert disk.take_done() == number and disk.status(number) == error and disk.finish(number) == b""


def test_a_read_that_was_not_filled_is_an_error() -> None:
    with machine() as (disk, host):
        done(disk, host, disk.begin(READ, 0, 1, b"", 0))
        number = disk.begin(READ, 1, 1, b"", 0)
        [(head, *_)] = host.device.take(0)
        host.memory.store(int(disk._queue.header(u64(number))) + 16, 0, 1)
        host.device.give_back(0, head, 100)
        assert disk.take_done() == number and disk.status(number) == 5 and disk.finish(number) == b""


@pytest.mark.parametrize(
    ("head", "length", "advance", "message"),
    [
        (1, 1, 1, "unknown request"),
        (3 * 8, 1, 1, "unknown request"),
        (0xFFFFFFFF, 1, 1, "unknown request"),
        (3, 1, 1, "does not have"),
        (0, 514, 1, "past a request"),
        (0, 1, 100, "more requests than there are"),
    ],
)
def test_a_lying_device_is_found_out(head: int, length: int, advance: int, message: str) -> None:
    with machine() as (disk, host):
        assert disk.begin(READ, 0, 1, b"", 0) in range(8)
        number = next(iter(host.device.take(0)))[0]
        host.device.give_back(0, (number + head) % 24 if head < 24 else head, length, advance=advance)
        with pytest.raises(DeviceError, match=message):
            disk.take_done()


def test_a_request_is_not_ended_twice() -> None:
    with machine() as (disk, host):
        number = disk.begin(READ, 0, 1, b"", 0)
        host.fetch()
        head = host.heads[0]
        host.end(0)
        assert disk.take_done() == number
        host.device.give_back(0, head, 1)
        with pytest.raises(DeviceError, match="does not have"):
            disk.take_done()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"features": BLK_SIZE, "block": 100}, "sectors of 100 bytes"),
        ({"features": BLK_SIZE, "block": 1 << 20}, "sectors of 1048576 bytes"),
        ({"features": SIZE_MAX, "size_max": 511}, "less than a sector"),
        ({"capacity": 1 << 60}, "impossible size"),
        ({"maximum": 0}, "unusable size"),
        ({"maximum": 24}, "unusable size"),
    ],
)
def test_a_device_that_makes_no_sense_is_refused(settings: dict[str, int], message: str) -> None:
    with pytest.raises(DeviceError, match=message), machine(**settings):
        pass


def test_the_ring_indices_wrap() -> None:
    with machine() as (disk, host):
        queue = disk._queue
        for start in (queue._available + 2, queue._used + 2):
            host.memory.store(int(start), 65530, 2)
        queue._next_available = queue._next_used = u16(65530)
        host.device.queues[0]["seen"] = 65530
        for i in range(20):
            done(disk, host, disk.begin(WRITE, i, 1, bytes([i]) * 512, 0))


def test_interrupts_are_asked_for_only_to_sleep() -> None:
    with machine() as (disk, host):
        available = host.device.queues[0]["avail"]
        assert host.memory.load(available, 2) == 1
        disk.begin(READ, 0, 1, b"", 0)
        assert disk.prepare_to_sleep() and host.memory.load(available, 2) == 0
        host.fetch()
        host.end(0)
        assert not disk.prepare_to_sleep() and disk.has_ended()
        disk.wake()
        assert host.memory.load(available, 2) == 1
