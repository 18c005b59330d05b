"""The rings of a Xen network card: frames in shared pages (Xen, public/io/netif.h).

Buffers are granted once and used again and again; what the backend left in one is copied, then looked at.
The backend is not trusted: answers that it could not rightly give are counted in `bad`, and the buffers that
it should have named then stay out of use.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers import checksum, dma
from mirage.drivers.xen import grants, hypercall
from mirage.drivers.xen.ring import FrontRing
from mirage.lowlevel import (
    Array,
    copy_memory,
    i64,
    keep_alive,
    load8,
    store8,
    store16,
    store32,
    tail_address,
    u8,
    u16,
    u32,
    u64,
    volatile_load8,
    volatile_load16,
)

_PAGE: Final = u64(4096)
_SEND_SIZE: Final = u64(2048)
_SHORTEST_FRAME: Final = 14
MAX_FRAME: Final = 1514
_HEADERS: Final = 54  # Ethernet, IPv4 and TCP without options
_MOST_BUFFERS: Final = 16  # of one frame: less than the 18 slots that every backend takes
LARGEST_CUT: Final = _MOST_BUFFERS * 2048 - _HEADERS
"""Bytes of TCP data in the longest packet that a backend is asked to cut into segments."""
_LARGEST_RECEIVED: Final = 65535 + 14
_MOST_SLOTS: Final = u64(24)  # of one received packet: 18 fragments, and extra information
_MOST_WAITING: Final = 1024
_NEVER: Final = u64(0x40000000)
_REFILL: Final = 16
_MOST_BAD: Final = 64  # looked at in one call: others of this machine have work as well

# Flags of requests and responses.
_SEND_BLANK_CHECKSUM: Final = 1
_SEND_VALIDATED: Final = 2
_VALIDATED: Final = 1
_BLANK_CHECKSUM: Final = 2
_MORE: Final = 4
_EXTRA: Final = 8

_EXTRA_GSO: Final = 1
_EXTRA_MORE: Final = 1
_GSO_TCP: Final = 1
_STATUS_NULL: Final = 1


class NetRings:
    """The two rings with their buffers.

    verified  the frame last received has a good TCP or UDP checksum, or needs none
    bad       answers of the backend that break the protocol
    """

    def __init__(self, receive_buffers: u64) -> None:
        """Raises MemoryError."""
        self._send = FrontRing(dma.allocate(_PAGE, _PAGE), _PAGE, u64(12))
        self._receive = FrontRing(dma.allocate(_PAGE, _PAGE), _PAGE, u64(8))
        self._receive_count = receive_buffers
        if self._receive.size < receive_buffers:
            self._receive_count = self._receive.size
        self._send_count = self._receive_count
        if self._send.size < self._send_count:
            self._send_count = self._send.size
        self._send_memory = dma.allocate(self._send_count * _SEND_SIZE, _PAGE)
        self._receive_memory = dma.allocate(self._receive_count * _PAGE, _PAGE)
        self._send_grants: Array[u64] = Array(i64(self._send_count))  # a page holds two buffers
        self._receive_grants: Array[u64] = Array(i64(self._receive_count))
        self._in_flight = dma.allocate(self._send_count, u64(8))  # for each send buffer 1: the backend's
        self._slot_buffer: Array[u64] = Array(i64(self._receive.size))  # what each slot asked to be filled
        self._free_send: Array[u64] = Array(i64(self._send_count))
        self._free_send_count = i64(0)
        self._free_receive: Array[u64] = Array(i64(self._receive_count))
        self._free_receive_count = i64(0)
        self._waiting: list[bytes] = []  # frames without a buffer, from `_first_waiting` on
        self._first_waiting = 0
        self._granted = False
        self._domain = u64(0)
        self._port = u64(0)
        self._backend_completes = True
        self._extras = 0  # slots of extra information without an answer
        self.send_grant = u64(0)
        self.receive_grant = u64(0)
        self.connected = False
        self.verified = False
        self.received = 0
        self.sent = 0
        self.dropped = 0  # frames for which there was no room, or that are too short or too long
        self.failed = 0  # frames that the backend could not send
        self.bad = 0

    # --- life ------------------------------------------------------------------------------------

    def grant_all(self, domain: u64) -> None:
        """Let this domain's backend use the rings and buffers.  Raises MemoryError."""
        if self._granted and self._domain == domain:
            return
        self.revoke_all()
        self._domain = domain
        self.send_grant = grants.grant(domain, self._send.page, False)
        self.receive_grant = grants.grant(domain, self._receive.page, False)
        index = u64(0)
        while index < self._send_count:
            if (index & 1) == 0:
                self._send_grants[i64(index)] = grants.grant(
                    domain, self._send_memory + index * _SEND_SIZE, True
                )
            else:
                self._send_grants[i64(index)] = self._send_grants[i64(index) - 1]
            index += 1
        index = u64(0)
        while index < self._receive_count:
            self._receive_grants[i64(index)] = grants.grant(
                domain, self._receive_memory + index * _PAGE, False
            )
            index += 1
        self._granted = True

    def revoke_all(self) -> None:
        """Take rings and buffers back from a backend that has gone."""
        if not self._granted:
            return
        grants.revoke(self.send_grant)
        grants.revoke(self.receive_grant)
        index = u64(0)
        while index < self._send_count:
            if (index & 1) == 0:
                grants.revoke(self._send_grants[i64(index)])
            index += 1
        index = u64(0)
        while index < self._receive_count:
            grants.revoke(self._receive_grants[i64(index)])
            index += 1
        self._granted = False

    def forget_grants(self) -> None:
        """The grant table is a new one: the domain was restored."""
        self._granted = False

    def reset(self) -> None:
        """Empty rings, all buffers ours; requests for frames stand ready for the backend."""
        self._send.reset()
        self._receive.reset()
        self._free_send_count = i64(0)
        index = u64(0)
        while index < self._send_count:
            store8(self._in_flight + index, u8(0))
            self._release(index)
            index += 1
        self._free_receive_count = i64(0)
        index = u64(0)
        while index < self._receive_count:
            self._free_receive[self._free_receive_count] = index
            self._free_receive_count = self._free_receive_count + 1
            index += 1
        self._extras = 0
        self._send.tell_after(_NEVER)
        self._refill()

    def start(self, port: u64, backend_completes: bool) -> None:
        """The backend is connected.

        port               the event channel to it
        backend_completes  it completes the checksums of what we send
        """
        self._port = port
        self._backend_completes = backend_completes
        self.connected = True
        hypercall.notify(port)

    def stop(self) -> None:
        """The backend is gone; what waited is lost, as on a line that is cut."""
        self.connected = False
        self.dropped += len(self._waiting) - self._first_waiting
        self._waiting.clear()
        self._first_waiting = 0

    # --- receiving -------------------------------------------------------------------------------

    def _refill(self) -> None:
        """Ask for frames in all free buffers."""
        ring = self._receive
        while self._free_receive_count != 0 and ring.room() != 0:
            self._free_receive_count = self._free_receive_count - 1
            buffer = self._free_receive[self._free_receive_count]
            slot = ring.slot(ring.produced)
            number = u64(ring.produced) & (ring.size - 1)
            self._slot_buffer[i64(number)] = buffer
            store16(slot, u16(number))
            store16(slot + 2, u16(0))
            store32(slot + 4, u32(self._receive_grants[i64(buffer)]))
            ring.produced = ring.produced + 1
        if ring.publish() and self.connected:
            hypercall.notify(self._port)

    def receive(self) -> bytes | None:
        """The next frame, None when there is none."""
        if not self.connected:
            return None
        ring = self._receive
        for _ in range(_MOST_BAD):
            count = ring.responses()
            if count == 0:
                if self._free_receive_count != 0:
                    self._refill()
                return None
            before = ring.consumed
            frame = self._take_packet(count)
            if ring.consumed == before:
                return None  # the rest of the packet has yet to come
            if self._free_receive_count >= _REFILL:
                self._refill()
            if frame is not None:
                self.received += 1
                return frame
        return None  # `prepare_to_sleep` sees what is left

    def _take_slot(self) -> None:
        """The response is read: its buffer is ours."""
        ring = self._receive
        number = i64(u64(ring.consumed) & (ring.size - 1))
        self._free_receive[self._free_receive_count] = self._slot_buffer[number]
        self._free_receive_count = self._free_receive_count + 1
        ring.consumed = ring.consumed + 1

    def _take_packet(self, count: u64) -> bytes | None:
        """Take one packet, of `count` responses at most; None: it was bad, or is not all there yet."""
        ring = self._receive
        slot = ring.slot(ring.consumed)
        flags = u64(volatile_load16(slot + 4))
        if (flags & (_MORE | _EXTRA)) != 0:
            return self._take_fragments(count, flags)
        frame = self._fragment(slot, ring.consumed)
        self._take_slot()
        if frame is None or len(frame) < _SHORTEST_FRAME:
            self.bad += 1
            return None
        self._check(frame, flags)
        return frame

    def _check(self, frame: bytes, flags: u64) -> None:
        self.verified = (flags & (_VALIDATED | _BLANK_CHECKSUM)) != 0
        if not self.verified:
            self.verified = checksum.is_right(tail_address(frame), u64(len(frame)))
            keep_alive(frame)

    def _fragment(self, slot: u64, number: u32) -> bytes | None:
        """A copy of what the response names; None when it names what was not asked for, or an error."""
        index = u64(number) & (self._receive.size - 1)
        identifier = u64(volatile_load16(slot))
        offset = u64(volatile_load16(slot + 2))
        size = u64(volatile_load16(slot + 6))
        if identifier != index or size > _PAGE or offset + size > _PAGE:
            return None
        buffer = self._slot_buffer[i64(index)]
        return dma.read_bytes(self._receive_memory + buffer * _PAGE + offset, size)

    def _take_fragments(self, count: u64, first_flags: u64) -> bytes | None:
        """Take a packet of several slots: a fragment, extra information, more fragments."""
        ring = self._receive
        parts: list[bytes] = []
        total = 0
        good = True
        used = u64(0)
        extra = (first_flags & _EXTRA) != 0
        more = True
        first = self._fragment(ring.slot(ring.consumed), ring.consumed)
        if first is None:
            good = False
        else:
            parts.append(first)
            total = len(first)
        used += 1
        while extra or more:
            if used == count or used == _MOST_SLOTS:
                if used < _MOST_SLOTS and count < ring.outstanding():
                    return None  # it may come
                good = False
                break
            number = ring.consumed + u32(used)
            slot = ring.slot(number)
            if extra:
                extra = (volatile_load8(slot + 1) & u8(_EXTRA_MORE)) != 0
                if volatile_load8(slot) != _EXTRA_GSO:
                    good = False
                if not extra and (first_flags & _MORE) == 0:
                    more = False
            else:
                more = (volatile_load16(slot + 4) & u16(_MORE)) != 0
                part = self._fragment(slot, number)
                if part is None:
                    good = False
                else:
                    parts.append(part)
                    total += len(part)
            used += 1
        while used != 0:
            self._take_slot()
            used -= 1
        if not good or total > _LARGEST_RECEIVED or total < _SHORTEST_FRAME:
            self.bad += 1
            return None
        frame = b"".join(parts)
        self._check(frame, first_flags)
        return frame

    # --- sending ---------------------------------------------------------------------------------

    def send(self, frame: bytes) -> bool:
        """Queue one frame; `flush` sends.  False, and dropped: too long, too short, or far too many wait.

        One longer than MAX_FRAME is a TCP packet that the backend cuts into segments.
        """
        if not self.connected or len(frame) > LARGEST_CUT + _HEADERS or len(frame) < _SHORTEST_FRAME:
            self.dropped += 1
            return False
        if not self._fits(frame):
            self._reap()
        if self._first_waiting != len(self._waiting) or not self._fits(frame):
            if len(self._waiting) - self._first_waiting >= _MOST_WAITING:
                self.dropped += 1
                return False
            self._waiting.append(frame)
            return True
        self._place(frame)
        return True

    def _fits(self, frame: bytes) -> bool:
        """There are buffers and slots for the frame."""
        buffers = i64((len(frame) + 2047) >> 11)
        return self._free_send_count >= buffers and self._send.room() > u64(buffers)

    def _place(self, frame: bytes) -> None:
        """Put the frame into free buffers and prepare the requests."""
        if len(frame) > MAX_FRAME:
            self._place_long(frame)
            return
        index = self._take_buffer()
        buffer = self._send_memory + index * _SEND_SIZE
        dma.write_bytes(buffer, frame)
        flags = 0
        field = checksum.checksum_field(buffer, u64(len(frame)))
        if field != 0:
            if self._backend_completes:
                flags = _SEND_BLANK_CHECKSUM | _SEND_VALIDATED
            else:
                checksum.complete(buffer, field)
        self._ask(index, flags, u64(len(frame)))
        self.sent += 1

    def _place_long(self, frame: bytes) -> None:
        """A TCP packet that the backend cuts: a request a buffer, the first with the size of the whole."""
        ring = self._send
        total = u64(len(frame))
        source = tail_address(frame)
        flags = _SEND_BLANK_CHECKSUM | _SEND_VALIDATED | _EXTRA
        done = u64(0)
        while done < total:
            part = total - done
            if part > _SEND_SIZE:
                part = _SEND_SIZE
            index = self._take_buffer()
            copy_memory(self._send_memory + index * _SEND_SIZE, source + done, part)
            if done + part < total:
                flags = flags | _MORE
            self._ask(index, flags, total if done == 0 else part)
            if done == 0:
                slot = ring.slot(ring.produced)
                store8(slot, u8(_EXTRA_GSO))
                store8(slot + 1, u8(0))
                store16(slot + 2, u16(MAX_FRAME - _HEADERS))
                store8(slot + 4, u8(_GSO_TCP))
                store8(slot + 5, u8(0))
                store16(slot + 6, u16(0))
                ring.produced = ring.produced + 1
                self._extras += 1
            flags = 0
            done += part
        keep_alive(frame)
        self.sent += 1

    def _take_buffer(self) -> u64:
        self._free_send_count = self._free_send_count - 1
        return self._free_send[self._free_send_count]

    def _ask(self, index: u64, flags: int, size: u64) -> None:
        """Prepare the request to send what stands in a buffer."""
        ring = self._send
        store8(self._in_flight + index, u8(1))
        slot = ring.slot(ring.produced)
        store32(slot, u32(self._send_grants[i64(index)]))
        store16(slot + 4, u16((index & 1) * _SEND_SIZE))
        store16(slot + 6, u16(flags))
        store16(slot + 8, u16(index))
        store16(slot + 10, u16(size))
        ring.produced = ring.produced + 1

    def _release(self, index: u64) -> None:
        self._free_send[self._free_send_count] = index
        self._free_send_count = self._free_send_count + 1

    def _reap(self) -> None:
        """Take back the buffers of what was sent."""
        ring = self._send
        count = ring.responses()
        while count != 0:
            slot = ring.slot(ring.consumed)
            identifier = u64(volatile_load16(slot))
            status = u64(volatile_load16(slot + 2))
            ring.consumed = ring.consumed + 1
            count -= 1
            if status == _STATUS_NULL and self._extras > 0:
                self._extras -= 1
                continue
            if identifier >= self._send_count or load8(self._in_flight + identifier) == 0:
                self.bad += 1
                continue
            store8(self._in_flight + identifier, u8(0))
            self._release(identifier)
            if status != 0:
                self.failed += 1

    def _place_waiting(self) -> None:
        """Let frames that waited have the buffers that are free again."""
        waiting = self._waiting
        while self._first_waiting < len(waiting) and self._fits(waiting[self._first_waiting]):
            self._place(waiting[self._first_waiting])
            self._first_waiting += 1
        if self._first_waiting == len(waiting):
            waiting.clear()
            self._first_waiting = 0

    def flush(self) -> None:
        """Let the backend look at what was queued."""
        if not self.connected:
            return
        if self._first_waiting != len(self._waiting):
            self._reap()
            self._place_waiting()
        if self._send.publish():
            hypercall.notify(self._port)

    # --- sleeping --------------------------------------------------------------------------------

    def prepare_to_sleep(self) -> bool:
        """Ask for an event with the next frame, or with room for what waits; False: there is one already."""
        if not self.connected:
            return True
        if self._first_waiting != len(self._waiting):
            self.flush()
            if self._first_waiting != len(self._waiting):
                self._send.tell_after((self._send.outstanding() >> 1) + 1)
                if self._send.responses() != 0:
                    return False
        self._receive.tell_after(u64(1))
        return self._receive.responses() == 0

    def wake(self) -> None:
        """Look by ourselves: send what there is room for now."""
        if self.connected and self._first_waiting != len(self._waiting):
            self._send.tell_after(_NEVER)
            self.flush()

    def is_broken(self) -> bool:
        """The backend claimed what cannot be; the rings must be made anew before they are used again."""
        return self._send.broken or self._receive.broken
