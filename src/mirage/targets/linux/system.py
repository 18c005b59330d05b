"""System calls: numbers of x86_64 Linux, and the instruction.  A result of -4095..-1 is -errno."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import asm, i64, inline, nostack, symbol_address, u64

READ: Final = u64(0)
WRITE: Final = u64(1)
OPEN: Final = u64(2)
CLOSE: Final = u64(3)
POLL: Final = u64(7)
LSEEK: Final = u64(8)
MMAP: Final = u64(9)
RT_SIGACTION: Final = u64(13)
RT_SIGRETURN: Final = u64(15)
PREAD64: Final = u64(17)
PWRITE64: Final = u64(18)
PAUSE: Final = u64(34)
SOCKET: Final = u64(41)
CONNECT: Final = u64(42)
SENDTO: Final = u64(44)
RECVFROM: Final = u64(45)
SHUTDOWN: Final = u64(48)
BIND: Final = u64(49)
LISTEN: Final = u64(50)
GETSOCKNAME: Final = u64(51)
GETPEERNAME: Final = u64(52)
SETSOCKOPT: Final = u64(54)
GETSOCKOPT: Final = u64(55)
FDATASYNC: Final = u64(75)
SIGALTSTACK: Final = u64(131)
PRCTL: Final = u64(157)
RESTART_SYSCALL: Final = u64(219)
CLOCK_GETTIME: Final = u64(228)
CLOCK_NANOSLEEP: Final = u64(230)
EXIT_GROUP: Final = u64(231)
EPOLL_WAIT: Final = u64(232)
EPOLL_CTL: Final = u64(233)
FALLOCATE: Final = u64(285)
ACCEPT4: Final = u64(288)
EPOLL_CREATE1: Final = u64(291)
SECCOMP: Final = u64(317)
GETRANDOM: Final = u64(318)

EINTR: Final = i64(-4)
EAGAIN: Final = i64(-11)


@inline
@nostack
def system_call(number: u64, a: u64, b: u64, c: u64) -> i64:
    """A call with up to three arguments."""
    return i64(asm("syscall", "={ax},{ax},{di},{si},{dx},~{rcx},~{r11},~{memory},~{flags}", number, a, b, c))


@inline
@nostack
def system_call_6(number: u64, a: u64, b: u64, c: u64, d: u64, e: u64, f: u64) -> i64:
    """A call with up to six arguments."""
    return i64(
        asm(
            "syscall",
            "={ax},{ax},{di},{si},{dx},{r10},{r8},{r9},~{rcx},~{r11},~{memory},~{flags}",
            number,
            a,
            b,
            c,
            d,
            e,
            f,
        )
    )


@inline
@nostack
def scratch() -> u64:
    """The address of 4096 bytes for arguments of system calls; used within one function only."""
    return symbol_address("linux_scratch")
