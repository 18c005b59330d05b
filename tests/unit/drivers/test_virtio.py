"""The virtio drivers against a simulated device, which may be hostile."""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path

import pytest

from mirage.drivers import checksum, dma
from mirage.drivers.virtio import mmio, net, rng, virtqueue
from mirage.drivers.virtio.transport import DeviceError
from mirage.lowlevel import u16, u64
from mirage.net.checksum import finish, fold, pseudo_header_sum, sum_words

_spec = importlib.util.spec_from_file_location("simulated", Path(__file__).with_name("simulated.py"))
assert _spec is not None and _spec.loader is not None
simulated = importlib.util.module_from_spec(_spec)
sys.modules["simulated"] = simulated
_spec.loader.exec_module(simulated)

ANY_LAYOUT, VERSION_1, MAC = 1 << 27, 1 << 32, 1 << 5
KIND_NET, KIND_ENTROPY = 1, 4
CARD = bytes.fromhex("525400123456")
FRAME = bytes(range(60))


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> simulated.Memory:
    memory = simulated.Memory()
    memory.install(monkeypatch, checksum, dma, mmio, net, rng, virtqueue)
    dma.set_pool(u64(simulated.RAM), u64(simulated.RAM_END))
    return memory


def device_of(
    memory: simulated.Memory, version: int, kind: int = KIND_NET, extra: int = 0
) -> simulated.Device:
    features = MAC | ANY_LAYOUT | (VERSION_1 if version == 2 else 0) | 1 << 29 | extra
    memory.device = simulated.Device(memory, kind, version, features, CARD)
    return memory.device


def card_of(
    memory: simulated.Memory, version: int = 2, extra: int = 0
) -> tuple[net.VirtioNet, simulated.Device]:
    device = device_of(memory, version, extra=extra)
    transport = mmio.mmio_transport(u64(simulated.REGISTERS))
    assert transport is not None
    return net.VirtioNet(transport), device


@pytest.mark.parametrize(("version", "header"), [(1, 10), (2, 12)])
def test_frames_go_both_ways(memory: simulated.Memory, version: int, header: int) -> None:
    card, device = card_of(memory, version)
    assert card.mac == CARD
    assert device.status == (7 if version == 1 else 15)
    assert device.accepted == MAC | (ANY_LAYOUT if version == 1 else VERSION_1)
    assert card.receive() is None

    buffers = device.take(0)
    assert len(buffers) == 256 and all(flags == 2 and length == 2048 for _, _, length, flags in buffers)
    head, address, _, _ = buffers[7]
    memory.bytes[address : address + header + 60] = bytes(header) + FRAME
    device.give_back(0, head, header + 60)
    assert card.receive() == FRAME and card.receive() is None
    assert [again[0] for again in device.take(0)] == [head]

    assert card.send(FRAME)
    card.flush()
    assert device.notified[-1] == 1
    [(head, address, length, flags)] = device.take(1)
    assert flags == 0 and memory.bytes[address : address + length] == bytes(header) + FRAME


def test_a_full_ring_refuses_and_recovers(memory: simulated.Memory) -> None:
    card, device = card_of(memory)
    assert all(card.send(FRAME) for _ in range(256)) and not card.send(FRAME)
    for head, _, _, _ in device.take(1):
        device.give_back(1, head, 0)
    assert all(card.send(FRAME) for _ in range(256)) and card.dropped == 1


def test_the_ring_indices_wrap(memory: simulated.Memory) -> None:
    card, device = card_of(memory)
    queue = card._send_queue
    for start in (queue._available + 2, queue._used + 2):
        memory.store(int(start), 65530, 2)
    queue._next_available = queue._next_used = u16(65530)
    device.queues[1]["seen"] = 65530
    for _ in range(20):
        assert card.send(FRAME)
        [(head, _, _, _)] = device.take(1)
        device.give_back(1, head, 0)


def test_frames_too_short_or_too_long_are_dropped(memory: simulated.Memory) -> None:
    card, device = card_of(memory)
    head = device.take(0)[0][0]
    device.give_back(0, head, 13)
    assert card.receive() is None and card.dropped == 1
    assert not card.send(bytes(1515)) and not card.send(bytes(13))


def test_a_quiet_device_is_not_notified(memory: simulated.Memory) -> None:
    card, device = card_of(memory)
    memory.store(device.queues[1]["used"], 1, 2)
    before = list(device.notified)
    card.send(FRAME)
    card.flush()
    assert device.notified == before


def test_interrupts_are_asked_for_only_to_sleep(memory: simulated.Memory) -> None:
    card, device = card_of(memory)
    available = device.queues[0]["avail"]
    assert memory.load(available, 2) == 1
    device.interrupt = 1
    assert card.prepare_to_sleep() and memory.load(available, 2) == 0 and device.acknowledged == [1]
    head = device.take(0)[0][0]
    device.give_back(0, head, 72)
    assert not card.prepare_to_sleep()
    card.wake()
    assert memory.load(available, 2) == 1


def packet_of(protocol: int, payload: bytes, field: int, fragment: bytes = bytes(2)) -> bytes:
    """A frame with one IPv4 packet, whose checksum field holds the folded sum of the pseudo-header."""
    header = b"\x45\x00" + (20 + len(payload)).to_bytes(2, "big") + bytes(2) + fragment
    header += bytes([64, protocol, 0, 0, 10, 0, 2, 15, 10, 0, 2, 255])
    pseudo = fold(pseudo_header_sum(0x0A00020F, 0x0A0002FF, protocol, len(payload)))
    filled = payload[:field] + pseudo.to_bytes(2, "big") + payload[field + 2 :]
    return bytes(12) + b"\x08\x00" + header + filled


def checksum_of(protocol: int, payload: bytes, field: int) -> int:
    """What the field must hold."""
    blank = payload[:field] + bytes(2) + payload[field + 2 :]
    pseudo = pseudo_header_sum(0x0A00020F, 0x0A0002FF, protocol, len(payload))
    return finish(sum_words(blank, 0, len(blank), pseudo))


def test_the_device_completes_checksums_of_tcp_and_udp(memory: simulated.Memory) -> None:
    card, device = card_of(memory, extra=3)
    for protocol, fragment, wanted in [(6, 0, 16), (17, 0, 6), (1, 0, 0), (6, 0x20, 0), (6, 0x01, 0)]:
        assert card.send(packet_of(protocol, bytes(40), 16, bytes([fragment, 0])))
        [(_, address, _, _)] = device.take(1)
        header = bytes(memory.bytes[address : address + 12])
        assert header[0] == (1 if wanted else 0)
        place = (memory.load(address + 6, 2), memory.load(address + 8, 2))
        assert place == ((34, wanted) if wanted else (0, 0))
    for flags, (head, address, _, _) in enumerate(device.take(0)[:3]):
        memory.bytes[address] = flags
        device.give_back(0, head, 72)
        assert card.receive() is not None and card.verified == (flags != 0)


@pytest.mark.parametrize("size", [20, 21, 22, 23, 24, 27, 28, 300, 1479, 1480])
@pytest.mark.parametrize(("protocol", "field"), [(6, 16), (17, 6)])
def test_the_driver_completes_and_verifies_what_the_device_does_not(
    memory: simulated.Memory, protocol: int, field: int, size: int
) -> None:
    card, device = card_of(memory)
    payload = random.Random(size).randbytes(size)
    frame = packet_of(protocol, payload, field)
    assert card.send(frame)
    [(_, address, length, _)] = device.take(1)
    sent = bytes(memory.bytes[address + 12 : address + length])
    place = 34 + field
    assert sent[place : place + 2] == checksum_of(protocol, payload, field).to_bytes(2, "big")
    assert sent[:place] + sent[place + 2 :] == frame[:place] + frame[place + 2 :]
    broken = bytearray(sent)
    broken[-1] ^= 4
    for (head, address, _, _), received in zip(device.take(0), [sent, bytes(broken)], strict=False):
        memory.bytes[address : address + 12 + len(received)] = bytes(12) + received
        device.give_back(0, head, 12 + len(received))
        assert card.receive() == received and card.verified == (received == sent)


def test_a_udp_checksum_of_0_is_sent_as_ones_and_received_as_none(memory: simulated.Memory) -> None:
    card, device = card_of(memory)
    payload = bytearray(10)
    payload[8:] = checksum_of(17, bytes(payload), 6).to_bytes(2, "big")
    assert checksum_of(17, bytes(payload), 6) == 0
    assert card.send(packet_of(17, bytes(payload), 6))
    [(_, address, length, _)] = device.take(1)
    sent = bytearray(memory.bytes[address + 12 : address + length])
    assert sent[40:42] == b"\xff\xff"
    sent[40:42] = bytes(2)
    head, address, _, _ = device.take(0)[0]
    memory.bytes[address : address + 12 + len(sent)] = bytes(12) + sent
    device.give_back(0, head, 12 + len(sent))
    assert card.receive() == sent and not card.verified


@pytest.mark.parametrize("total", [0, 27, 41, 65535])
def test_a_packet_of_impossible_length_is_left_alone(memory: simulated.Memory, total: int) -> None:
    card, device = card_of(memory)
    frame = bytearray(packet_of(6, bytes(20), 16))
    frame[16:18] = total.to_bytes(2, "big")
    assert card.send(bytes(frame))
    [(_, address, length, _)] = device.take(1)
    assert memory.bytes[address + 12 : address + length] == frame


@pytest.mark.parametrize("number", [256, 0xFFFFFFFF])
def test_an_unknown_descriptor_is_refused(memory: simulated.Memory, number: int) -> None:
    card, device = card_of(memory)
    device.give_back(0, number, 72)
    with pytest.raises(DeviceError, match="unknown"):
        card.receive()


def test_a_descriptor_given_back_twice_is_refused(memory: simulated.Memory) -> None:
    card, device = card_of(memory)
    device.give_back(1, 3, 0)
    with pytest.raises(DeviceError, match="does not own"):
        card.send(FRAME)


def test_a_length_past_the_buffer_is_refused(memory: simulated.Memory) -> None:
    card, device = card_of(memory)
    device.give_back(0, 0, 2049)
    with pytest.raises(DeviceError, match="past a buffer"):
        card.receive()


def test_an_index_that_jumps_is_refused(memory: simulated.Memory) -> None:
    card, device = card_of(memory)
    device.give_back(0, 0, 72, advance=257)
    with pytest.raises(DeviceError, match="more buffers"):
        card.receive()


@pytest.mark.parametrize("size", [0, 3, 65536])
def test_a_queue_of_unusable_size_is_refused(memory: simulated.Memory, size: int) -> None:
    device = device_of(memory, 2)
    device.maximum = size
    transport = mmio.mmio_transport(u64(simulated.REGISTERS))
    assert transport is not None
    with pytest.raises(DeviceError, match="size"):
        net.VirtioNet(transport)


def test_features_taken_back_are_refused(memory: simulated.Memory) -> None:
    device = device_of(memory, 2)
    device.refuses_features = True
    transport = mmio.mmio_transport(u64(simulated.REGISTERS))
    assert transport is not None
    with pytest.raises(DeviceError, match="refuses"):
        net.VirtioNet(transport)
    assert device.status == 128


def test_an_empty_slot_is_no_device(memory: simulated.Memory) -> None:
    device_of(memory, 2, kind=0)
    assert mmio.mmio_transport(u64(simulated.REGISTERS)) is None


class GenerousDevice(simulated.Device):  # type: ignore[misc]
    """An entropy device that answers each notification, `extra` bytes more than asked at most."""

    extra = 0

    def write(self, offset: int, value: int) -> None:
        super().write(offset, value)
        if offset == 0x050:
            for head, address, length, _ in self.take(0):
                part = min(length, 100)
                self.memory.bytes[address : address + part] = bytes(i % 251 + 1 for i in range(part))
                self.give_back(0, head, part + self.extra)


def test_entropy_comes_in_parts(memory: simulated.Memory) -> None:
    memory.device = GenerousDevice(memory, KIND_ENTROPY, 2, VERSION_1)
    transport = mmio.mmio_transport(u64(simulated.REGISTERS))
    assert transport is not None
    source = rng.VirtioEntropy(transport)
    target = simulated.RAM_END - 4096
    source.fill(u64(target), u64(300))
    assert all(memory.bytes[target : target + 300]) and not any(memory.bytes[target + 300 : target + 400])


def test_more_entropy_than_asked_for_is_refused(memory: simulated.Memory) -> None:
    memory.device = GenerousDevice(memory, KIND_ENTROPY, 2, VERSION_1)
    memory.device.extra = 80
    transport = mmio.mmio_transport(u64(simulated.REGISTERS))
    assert transport is not None
    with pytest.raises(DeviceError, match="more than"):
        rng.VirtioEntropy(transport).fill(u64(simulated.RAM_END - 4096), u64(300))
