"""Tap devices of this Linux machine: network cards whose cable ends in a program.

A device that exists belongs to whoever made it and is used as it is.  Otherwise one is made, which needs
root, is given this machine's end of the network, and is gone when the program has ended.
"""

from __future__ import annotations

import errno
import fcntl
import getpass
import ipaddress
import os
import socket
import struct
import zlib

DEFAULT_NAME = "mirage0"
DEFAULT_ADDRESS = "10.0.77.2/24"  # of the program on a device of that name
DEFAULT_HOST = "10.0.77.1"  # of this machine

_MAX_NAME = 15  # IFNAMSIZ - 1
_TUNSETIFF = 0x400454CA
_IFF_TAP_NO_PI = 0x1002
_SIOCGIFFLAGS = 0x8913
_SIOCSIFFLAGS = 0x8914
_SIOCSIFADDR = 0x8916
_SIOCSIFNETMASK = 0x891C
_SIOCGIFMTU = 0x8921
_IFF_UP = 1
_IFF_UP_RUNNING = 0x41


class TapError(Exception):
    """The device cannot be used; the text says why and what to do."""


def open_tap(name: str, host: str | None, prefix: int = 24) -> int:
    """A file descriptor that carries the frames of the device; programs started from here inherit it.

    host    this machine's address, for a device that has to be made
    raises  TapError
    """
    flags = _flags(name)
    if flags is not None and not flags & _IFF_UP:
        raise TapError(f"the device {name} is down; switch it on: sudo ip link set {name} up")
    if flags is None and host is None:
        raise TapError(f"there is no device {name}, and making one needs an address for it: give --ipv4")
    try:
        descriptor = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    except OSError as error:
        raise TapError(
            f"/dev/net/tun cannot be opened: {error.strerror} (load its module: sudo modprobe tun)"
        ) from None
    try:
        fcntl.ioctl(descriptor, _TUNSETIFF, struct.pack("16sH22x", name.encode(), _IFF_TAP_NO_PI))
        if flags is None and host is not None:
            _bring_up(name, host, prefix)
    except OSError as error:
        os.close(descriptor)
        raise TapError(_why(name, host, prefix, flags is not None, error)) from None
    os.set_inheritable(descriptor, True)
    return descriptor


def check_exists(name: str) -> None:
    """Raises TapError with the commands that make the device, when there is none."""
    if _flags(name) is None:
        raise TapError(f"there is no device {name}.  Make it once: {_commands(name, DEFAULT_HOST, 24)}")


def mtu(name: str) -> int:
    """Bytes of the largest IP packet the device carries."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        answer = fcntl.ioctl(control, _SIOCGIFMTU, struct.pack("16si20x", name.encode(), 0))
    return int(struct.unpack_from("i", answer, 16)[0])


def mac_of(name: str) -> int:
    """A locally administered address for the program's end, the same in every run: leases last."""
    return 0x02_00_00_00_00_00 | zlib.crc32(name.encode())


def host_address(ipv4: str, gateway: str | None) -> str:
    """This machine's end of a network: the gateway, else the first other address of it."""
    interface = ipaddress.IPv4Interface(ipv4)
    if gateway is not None:
        return gateway
    for address in interface.network.hosts():
        if address != interface.ip:
            return str(address)
    raise TapError(f"the network of {ipv4} has no second address, for this machine")


def _flags(name: str) -> int | None:
    """The device's flags, or None when there is no such device."""
    if not 0 < len(name.encode()) <= _MAX_NAME or "/" in name or name in (".", ".."):
        raise TapError(f"`{name}` cannot be the name of a network device: it has 1 to {_MAX_NAME} bytes")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        try:
            answer = fcntl.ioctl(control, _SIOCGIFFLAGS, struct.pack("16s24x", name.encode()))
        except OSError:
            return None
    return int(struct.unpack_from("H", answer, 16)[0])


def _bring_up(name: str, host: str, prefix: int) -> None:
    mask = str(ipaddress.IPv4Network((0, prefix)).netmask)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        for request, address in ((_SIOCSIFADDR, host), (_SIOCSIFNETMASK, mask)):
            value = struct.pack("HH4s16x", socket.AF_INET, 0, socket.inet_aton(address))
            fcntl.ioctl(control, request, struct.pack("16s24s", name.encode(), value))
        fcntl.ioctl(control, _SIOCSIFFLAGS, struct.pack("16sH22x", name.encode(), _IFF_UP_RUNNING))


def _why(name: str, host: str | None, prefix: int, exists: bool, error: OSError) -> str:
    if error.errno == errno.EBUSY:
        return f"the device {name} is in use by another program"
    if error.errno == errno.EINVAL:
        return f"{name} is a network device, but not a tap device"
    if error.errno != errno.EPERM:
        return f"the tap device {name} cannot be used: {error.strerror}"
    if exists:
        return f"the tap device {name} belongs to another user"
    return (
        f"making the tap device {name} needs root.  Run this as root, or make the device once: "
        f"{_commands(name, host or DEFAULT_HOST, prefix)}"
    )


def _commands(name: str, host: str, prefix: int) -> str:
    return (
        f"sudo ip tuntap add {name} mode tap user {getpass.getuser()} && "
        f"sudo ip address add {host}/{prefix} dev {name} && sudo ip link set {name} up"
    )
