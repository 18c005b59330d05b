"""The rings of bytes between the domain and xenstored (public/io/xs_wire.h); store.py gives them meaning."""

from __future__ import annotations

from typing import Final

from mirage.drivers.xen import byte_ring, events, hypercall
from mirage.lowlevel import nostack, u64, volatile_load32

_SIZE: Final = 1024
_RESPONSES: Final = 1024
_REQUEST_CONSUMED: Final = 2048
_REQUEST_PRODUCED: Final = 2052
_RESPONSE_CONSUMED: Final = 2056
_RESPONSE_PRODUCED: Final = 2060

_page: u64 = u64(0)  # 0: there is none
_port: u64 = u64(0)


@nostack
def begin() -> u64:
    """Find the store; the address of its page, which must be mapped, 0: there is none."""
    global _page, _port
    _port = hypercall.hvm_parameter(u64(hypercall.PARAMETER_STORE_EVENT))
    _page = hypercall.hvm_parameter(u64(hypercall.PARAMETER_STORE_PAGE)) << 12
    if _port == 0 or _port >= events.PORTS:
        _page = u64(0)
    return _page


@nostack
def is_there() -> bool:
    return _page != 0


@nostack
def port() -> u64:
    """The event: xenstored has answered, or made room."""
    return _port


@nostack
def put(address: u64, size: u64) -> u64:
    """Queue up to `size` bytes of requests; how many went in."""
    count = byte_ring.put(
        _page, u64(_SIZE), _page + u64(_REQUEST_PRODUCED), _page + u64(_REQUEST_CONSUMED), address, size
    )
    if count != 0:
        hypercall.notify(_port)
    return count


@nostack
def take(address: u64, size: u64) -> u64:
    """Copy up to `size` bytes of answers; how many there were."""
    count = byte_ring.take(
        _page + u64(_RESPONSES),
        u64(_SIZE),
        _page + u64(_RESPONSE_PRODUCED),
        _page + u64(_RESPONSE_CONSUMED),
        address,
        size,
    )
    if count != 0:
        hypercall.notify(_port)
    return count


@nostack
def is_taken() -> bool:
    """Xenstored has read all requests."""
    return volatile_load32(_page + u64(_REQUEST_CONSUMED)) == volatile_load32(_page + u64(_REQUEST_PRODUCED))


@nostack
def has_answer() -> bool:
    produced = volatile_load32(_page + u64(_RESPONSE_PRODUCED))
    return volatile_load32(_page + u64(_RESPONSE_CONSUMED)) != produced
