"""The system calls the process may make from now on; any other kills it (seccomp-bpf, SECCOMP_MODE_FILTER).

The list follows what was linked: the calls of sockets and epoll are on it only when the program reaches
`linux_network_call`, and then `socket` only for IPv4 and IPv6; those of disks when it reaches
`linux_disk_call`.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import i64, load64, nostack, store64, symbol_address, u64
from mirage.targets.linux.system import (
    ACCEPT4,
    BIND,
    CLOCK_GETTIME,
    CLOCK_NANOSLEEP,
    CLOSE,
    CONNECT,
    EPOLL_CREATE1,
    EPOLL_CTL,
    EPOLL_WAIT,
    EXIT_GROUP,
    FALLOCATE,
    FDATASYNC,
    GETPEERNAME,
    GETRANDOM,
    GETSOCKNAME,
    GETSOCKOPT,
    LISTEN,
    LSEEK,
    POLL,
    PRCTL,
    PREAD64,
    PWRITE64,
    READ,
    RECVFROM,
    RESTART_SYSCALL,
    RT_SIGRETURN,
    SECCOMP,
    SENDTO,
    SETSOCKOPT,
    SHUTDOWN,
    SOCKET,
    WRITE,
    scratch,
    system_call,
    system_call_6,
)

_LOAD: Final = u64(0x20)  # BPF_LD | BPF_W | BPF_ABS
_JUMP_EQUAL: Final = u64(0x15)  # BPF_JMP | BPF_JEQ | BPF_K
_RETURN: Final = u64(0x06)  # BPF_RET | BPF_K
_ARCH_X86_64: Final = u64(0xC000003E)
_ALLOW: Final = u64(0x7FFF0000)
_KILL_PROCESS: Final = u64(0x80000000)

_length: u64 = u64(0)  # instructions written so far


@nostack
def _emit(code: u64, if_true: u64, if_false: u64, value: u64) -> None:
    """Append one `struct sock_filter`: u16 code, u8 jump true, u8 jump false, u32 value."""
    global _length
    store64(scratch() + 64 + _length * 8, code | if_true << 16 | if_false << 24 | value << 32)
    _length = _length + 1


@nostack
def _allow(number: u64) -> None:
    _emit(_JUMP_EQUAL, u64(0), u64(1), number)
    _emit(_RETURN, u64(0), u64(0), _ALLOW)


@nostack
def network_is_linked() -> bool:
    """The program can reach the system calls of sockets."""
    bounds = symbol_address("linux_network_bounds")
    return load64(bounds) != load64(bounds + 8)


@nostack
def disks_are_linked() -> bool:
    """The program can reach the system calls of disks."""
    bounds = symbol_address("linux_disk_bounds")
    return load64(bounds) != load64(bounds + 8)


@nostack
def install() -> i64:
    """Install the filter for good; 0, or -errno when the kernel has no seccomp."""
    global _length
    _length = u64(0)
    _emit(_LOAD, u64(0), u64(0), u64(4))  # seccomp_data.arch
    _emit(_JUMP_EQUAL, u64(1), u64(0), _ARCH_X86_64)
    _emit(_RETURN, u64(0), u64(0), _KILL_PROCESS)
    _emit(_LOAD, u64(0), u64(0), u64(0))  # seccomp_data.nr
    if network_is_linked():
        _allow(RECVFROM)
        _allow(SENDTO)
        _allow(EPOLL_WAIT)
        _allow(EPOLL_CTL)
        _allow(ACCEPT4)
        _allow(CLOSE)
        _allow(SHUTDOWN)
        _allow(CONNECT)
        _allow(GETSOCKOPT)
        _allow(SETSOCKOPT)
        _allow(GETSOCKNAME)
        _allow(GETPEERNAME)
        _allow(BIND)
        _allow(LISTEN)
        _allow(EPOLL_CREATE1)
        _emit(_JUMP_EQUAL, u64(0), u64(5), SOCKET)
        _emit(_LOAD, u64(0), u64(0), u64(16))  # seccomp_data.args[0], the address family
        _emit(_JUMP_EQUAL, u64(1), u64(0), u64(2))  # AF_INET
        _emit(_JUMP_EQUAL, u64(0), u64(1), u64(10))  # AF_INET6
        _emit(_RETURN, u64(0), u64(0), _ALLOW)
        _emit(_RETURN, u64(0), u64(0), _KILL_PROCESS)
    if disks_are_linked():
        _allow(PREAD64)
        _allow(PWRITE64)
        _allow(LSEEK)
        _allow(FDATASYNC)
        _allow(FALLOCATE)
    _allow(WRITE)
    _allow(READ)
    _allow(CLOCK_GETTIME)
    _allow(CLOCK_NANOSLEEP)
    _allow(POLL)
    _allow(GETRANDOM)
    _allow(RT_SIGRETURN)
    _allow(RESTART_SYSCALL)
    _allow(EXIT_GROUP)
    _emit(_RETURN, u64(0), u64(0), _KILL_PROCESS)
    place = scratch()
    store64(place, _length)  # struct sock_fprog: u16 length, then the address
    store64(place + 8, place + 64)
    done = system_call_6(PRCTL, u64(38), u64(1), u64(0), u64(0), u64(0), u64(0))  # PR_SET_NO_NEW_PRIVS
    if done != 0:
        return done
    return system_call(SECCOMP, u64(1), u64(0), place)
