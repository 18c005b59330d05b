"""The domain's console: two rings of bytes (public/io/console.h)."""

from __future__ import annotations

from typing import Final

from mirage.drivers.xen import byte_ring, events, hypercall
from mirage.lowlevel import noinline, nostack, u64, volatile_load32

_IN: Final = 0
_IN_SIZE: Final = 1024
_OUT: Final = 1024
_OUT_SIZE: Final = 2048
_IN_CONSUMED: Final = 3072
_IN_PRODUCED: Final = 3076
_OUT_CONSUMED: Final = 3080
_OUT_PRODUCED: Final = 3084

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
            _wait()


@nostack
def _wait() -> None:
    """Sleep until the daemon has done something."""
    events.unmask(_port)
    events.wait()
    events.mask(_port)
    events.clear(_port)


@nostack
def drain() -> None:
    """Wait until the daemon has taken all."""
    while _page != 0 and volatile_load32(_page + u64(_OUT_CONSUMED)) != volatile_load32(
        _page + u64(_OUT_PRODUCED)
    ):
        _wait()


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
def wait_for_input() -> None:
    """Sleep until the daemon has done something, or another event comes."""
    _wait()
