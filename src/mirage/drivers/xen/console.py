"""The domain's console: two rings of bytes (public/io/console.h)."""

from __future__ import annotations

from typing import Final

from mirage.drivers.xen import byte_ring, clock, events, hypercall
from mirage.lowlevel import noinline, nostack, u32, u64, volatile_load32

_IN: Final = 0
_IN_SIZE: Final = 1024
_OUT: Final = 1024
_OUT_SIZE: Final = 2048
_IN_CONSUMED: Final = 3072
_IN_PRODUCED: Final = 3076
_OUT_CONSUMED: Final = 3080
_OUT_PRODUCED: Final = 3084
_PATIENCE_NS: Final = 1000000000

_page: u64 = u64(0)  # 0: there is none
_port: u64 = u64(0)


@nostack
def begin() -> u64:
    """Find the console; the address of its page, which must be mapped, 0: there is none."""
    global _page, _port
    _port = hypercall.hvm_parameter(u64(hypercall.PARAMETER_CONSOLE_EVENT))
    _page = hypercall.hvm_parameter(u64(hypercall.PARAMETER_CONSOLE_PAGE)) << 12
    if _port == 0 or _port >= events.PORTS:
        _page = u64(0)
    return _page


@nostack
def is_there() -> bool:
    return _page != 0


@noinline
@nostack
def write(address: u64, size: u64) -> None:
    """All of it; waits while the daemon has yet to take what stands in the ring."""
    if _page == 0:
        return
    done = u64(0)
    while done < size:
        count = byte_ring.put(
            _page + u64(_OUT),
            u64(_OUT_SIZE),
            _page + u64(_OUT_PRODUCED),
            _page + u64(_OUT_CONSUMED),
            address + done,
            size - done,
        )
        if count != 0:
            done += count
            hypercall.notify(_port)
        else:
            _wait(u64(0))


@nostack
def _wait(until: u64) -> None:
    """Sleep until the daemon has done something, or system time is `until` (0: for ever)."""
    hypercall.poll(_port, u64(0), until)
    events.clear(_port)


@nostack
def drain() -> None:
    """Wait until the daemon has taken all, or does nothing for a second."""
    seen = u32(0)
    until = u64(0)
    while _page != 0:
        consumed = volatile_load32(_page + u64(_OUT_CONSUMED))
        if consumed == volatile_load32(_page + u64(_OUT_PRODUCED)):
            return
        now = clock.system_time()
        if until == 0 or consumed != seen:
            seen = consumed
            until = now + u64(_PATIENCE_NS)
        elif now >= until:
            return
        _wait(until)


@nostack
def read(address: u64, size: u64) -> u64:
    """Up to `size` bytes of input that are there."""
    if _page == 0:
        return u64(0)
    count = byte_ring.take(
        _page + u64(_IN), u64(_IN_SIZE), _page + u64(_IN_PRODUCED), _page + u64(_IN_CONSUMED), address, size
    )
    if count != 0:
        hypercall.notify(_port)
    return count


@nostack
def wait_for_input(other: u64) -> None:
    """Sleep until the daemon has done something, or the port `other` (0: none) is pending."""
    hypercall.poll(_port, other, u64(0))
    events.clear(_port)
