"""The machine interface of docs/design/abi.md over system calls: console, clocks, entropy, exit."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    call_symbol,
    copy_memory,
    i64,
    load8,
    load64,
    new_with_tail,
    noinline,
    nostack,
    store32,
    store64,
    symbol_address,
    tail_address,
    u32,
    u64,
)
from mirage.targets.linux.system import (
    CLOCK_NANOSLEEP,
    EAGAIN,
    EINTR,
    EXIT_GROUP,
    GETRANDOM,
    POLL,
    READ,
    WRITE,
    scratch,
    system_call,
    system_call_6,
)
from mirage.targets.linux.vdso import find_clock

NAME: Final = "linux"

_CLOCK_REALTIME: Final = u64(0)
_CLOCK_MONOTONIC: Final = u64(1)
_CLOCK_PROCESS: Final = u64(2)
_TIMER_ABSTIME: Final = u64(1)
_POLLIN: Final = u32(1)
_POLLOUT: Final = u32(4)

_clock_is_known: u64 = u64(0)  # 1: `linux_clock` in start.S is set
_process_start: u64 = u64(0)  # address of argc on the stack that the kernel made


# --- Ctrl-C ----------------------------------------------------------------------------------------


@nostack
def _be_interruptible(value: u64) -> u64:
    """1: SIGINT is noted from now on, and ends the wait; 0: it ends the process.  Returns what it was."""
    before = load64(symbol_address("linux_interruptible"))
    store64(symbol_address("linux_interruptible"), value)
    return before


@nostack
def _is_interrupted() -> bool:
    return load64(symbol_address("linux_interrupted")) != 0


@noinline
def _raise_interrupt() -> None:
    store64(symbol_address("linux_interrupted"), u64(0))
    raise KeyboardInterrupt


# --- console ---------------------------------------------------------------------------------------


@nostack
def _wait_for_stream(stream: u64, events: u32) -> None:
    """Block until a non-blocking stream is ready."""
    place = scratch()
    store32(place, u32(stream))
    store32(place + 4, events)
    system_call(POLL, place, u64(1), u64(0xFFFFFFFF))


@nostack
def console_write(stream: i64, address: u64, size: u64) -> None:
    """Write all of it to standard output (1) or error (2); what nobody reads any more is dropped."""
    while size != 0:
        done = system_call(WRITE, u64(stream), address, size)
        if done > 0:
            address = address + u64(done)
            size = size - u64(done)
        elif done == EAGAIN:
            _wait_for_stream(u64(stream), _POLLOUT)
        elif done != EINTR:
            return


def console_read(address: u64, size: u64) -> i64:
    """Read up to `size` bytes of standard input, at least one; 0 at its end or when it cannot be read.

    Raises KeyboardInterrupt: SIGINT came while it waited.
    """
    before = _be_interruptible(u64(1))
    done = EINTR
    while (done == EINTR or done == EAGAIN) and not _is_interrupted():
        done = system_call(READ, u64(0), address, size)
        if done == EAGAIN:
            _wait_for_stream(u64(0), _POLLIN)
    _be_interruptible(before)
    if _is_interrupted():
        _raise_interrupt()
    if done < 0:
        return i64(0)
    return done


# --- time ------------------------------------------------------------------------------------------


@nostack
def _clock(which: u64) -> i64:
    global _clock_is_known
    if _clock_is_known == 0:
        _clock_is_known = u64(1)
        store64(symbol_address("linux_clock"), find_clock(_process_start))
    place = scratch()
    call_symbol("linux_read_clock", which, place)
    return i64(load64(place)) * 1000000000 + i64(load64(place + 8))


@nostack
def monotonic_ns() -> i64:
    """Nanoseconds of a clock that never goes back."""
    return _clock(_CLOCK_MONOTONIC)


@nostack
def process_ns() -> i64:
    """Nanoseconds of processor time, user and system, of this process."""
    return _clock(_CLOCK_PROCESS)


@nostack
def wall_ns() -> i64:
    """Nanoseconds since 1970, UTC."""
    return _clock(_CLOCK_REALTIME)


def idle_until(deadline_ns: i64) -> None:
    """Sleep until `monotonic_ns()` has reached the deadline.

    Raises KeyboardInterrupt: SIGINT came while it slept.
    """
    place = scratch()
    before = _be_interruptible(u64(1))
    while monotonic_ns() < deadline_ns and not _is_interrupted():
        store64(place, u64(deadline_ns) // 1000000000)
        store64(place + 8, u64(deadline_ns) % 1000000000)
        system_call_6(CLOCK_NANOSLEEP, _CLOCK_MONOTONIC, _TIMER_ABSTIME, place, u64(0), u64(0), u64(0))
    _be_interruptible(before)
    if _is_interrupted():
        _raise_interrupt()


# --- the rest --------------------------------------------------------------------------------------


@nostack
def random_fill(address: u64, size: u64) -> None:
    """Fill the memory with the kernel's random bytes; does not return without them."""
    while size != 0:
        done = system_call(GETRANDOM, address, size, u64(0))
        if done > 0:
            address = address + u64(done)
            size = size - u64(done)


@nostack
def exit_machine(code: i64) -> None:
    """End the process; its parent sees the low eight bits of `code`."""
    while True:
        system_call(EXIT_GROUP, u64(code) & 255, u64(0), u64(0))


def platform_name() -> str:
    """What `sys.platform` is."""
    return "linux"


@nostack
def set_process_start(address: u64) -> None:
    """Note where argc, argv and the environment are."""
    global _process_start
    _process_start = address


@nostack
def _text_length(address: u64) -> u64:
    length = u64(0)
    while load8(address + length) != 0:
        length = length + 1
    return length


def arguments() -> list[str]:
    """`sys.argv`: the process's arguments, UTF-8 with what is not decoded as surrogates."""
    result: list[str] = []
    count = load64(_process_start)
    index = u64(0)
    while index < count:
        address = load64(_process_start + 8 + index * 8)
        length = _text_length(address)
        data = new_with_tail(bytes, i64(length))
        copy_memory(tail_address(data), address, length)
        result.append(data.decode("utf-8", "surrogateescape"))
        index = index + 1
    return result


@nostack
def environment_value(name: str) -> u64:
    """The address of the zero-terminated value of an environment variable; 0 when there is none.

    name    ASCII, and ends with `=`
    """
    entry = _process_start + 16 + load64(_process_start) * 8
    size = u64(len(name))
    while True:
        address = load64(entry)
        if address == 0:
            return address
        index = u64(0)
        while index < size and load8(address + index) == load8(tail_address(name) + index):
            index = index + 1
        if index == size:
            return address + size
        entry = entry + 8
