"""IPv4 and IPv6 addresses, networks and interfaces (RFC 791, 4291, 4632, 5952)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Generic, TypeVar
from typing_extensions import Self

IPV4LENGTH: Final = 32
IPV6LENGTH: Final = 128

_PRIVATE_4: Final = (
    "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
    "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "240.0.0.0/4", "255.255.255.255/32",
)  # fmt: skip
_PRIVATE_6: Final = (
    "::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32",
    "2001:10::/28", "fc00::/7", "fe80::/10",
)  # fmt: skip
_RESERVED_6: Final = (
    "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3",
    "a000::/3", "c000::/3", "e000::/4", "f000::/5", "f800::/6", "fe00::/9",
)  # fmt: skip


class AddressValueError(ValueError):
    """What was given is no address."""


class NetmaskValueError(ValueError):
    """What was given is no netmask."""


# --- text --------------------------------------------------------------------------------------


def _octet(text: str, whole: str) -> int:
    if not text:
        raise AddressValueError(f"Empty octet not permitted in {whole!r}")
    if not (text.isascii() and text.isdigit()):
        raise AddressValueError(f"Only decimal digits permitted in {text!r} in {whole!r}")
    if len(text) > 3:
        raise AddressValueError(f"At most 3 characters permitted in {text!r} in {whole!r}")
    if text != "0" and text[0] == "0":
        raise AddressValueError(f"Leading zeros are not permitted in {text!r} in {whole!r}")
    value = int(text)
    if value > 255:
        raise AddressValueError(f"Octet {value} (> 255) not permitted in {whole!r}")
    return value


def _parse_4(text: str) -> int:
    if not text:
        raise AddressValueError("Address cannot be empty")
    octets = text.split(".")
    if len(octets) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    value = 0
    for octet in octets:
        value = value << 8 | _octet(octet, text)
    return value


def _text_4(value: int) -> str:
    return f"{value >> 24}.{value >> 16 & 255}.{value >> 8 & 255}.{value & 255}"


def _group(text: str, whole: str) -> int:
    for c in text:
        if c not in "0123456789abcdefABCDEF":
            raise AddressValueError(f"Only hex digits permitted in {text!r} in {whole!r}")
    if len(text) > 4:
        raise AddressValueError(f"At most 4 characters permitted in {text!r} in {whole!r}")
    return int(text, 16)


def _parse_6(text: str) -> int:
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        try:
            low = _parse_4(parts.pop())
        except AddressValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        parts.append(f"{low >> 16:x}")
        parts.append(f"{low & 0xFFFF:x}")
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gap = -1
    for index in range(1, len(parts) - 1):
        if not parts[index]:
            if gap >= 0:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            gap = index
    if gap >= 0:
        before = gap
        after = len(parts) - gap - 1
        if not parts[0]:
            before -= 1
            if before:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            after -= 1
            if after:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        if before + after >= 8:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        before, after = 8, 0
    value = 0
    for index in range(before):
        value = value << 16 | _group(parts[index], text)
    value <<= 16 * (8 - before - after)
    for index in range(after):
        value = value << 16 | _group(parts[len(parts) - after + index], text)
    return value


def _groups(value: int) -> list[int]:
    return [value >> shift & 0xFFFF for shift in range(112, -16, -16)]


def _text_6(value: int) -> str:
    """The longest run of zero groups (two at least, the first of equals) as `::`."""
    groups = _groups(value)
    best = -1
    longest = 1
    start = -1
    for index in range(9):
        if index < 8 and groups[index] == 0:
            if start < 0:
                start = index
        else:
            if start >= 0 and index - start > longest:
                best = start
                longest = index - start
            start = -1
    words = [f"{group:x}" for group in groups]
    if best < 0:
        return ":".join(words)
    return ":".join(words[:best]) + "::" + ":".join(words[best + longest :])


def _in_table(value: int, bits: int, table: tuple[str, ...]) -> bool:
    """The address is in one of the networks written there."""
    for text in table:
        address, _, prefix = text.partition("/")
        base = _parse_4(address) if bits == 32 else _parse_6(address)
        if (value ^ base) >> (bits - int(prefix)) == 0:
            return True
    return False


def _both_in_table(first: int, last: int, bits: int, table: tuple[str, ...]) -> bool:
    """Both addresses are in the same one of the networks."""
    for text in table:
        if _in_table(first, bits, (text,)) and _in_table(last, bits, (text,)):
            return True
    return False


def _mask(bits: int, prefix: int) -> int:
    return (1 << bits) - (1 << (bits - prefix))


def _prefix_of_text(text: str, bits: int) -> int:
    """The prefix length of `24`, `255.255.255.0` or (IPv4) `0.0.0.255`."""
    if text.isascii() and text.isdigit():
        prefix = int(text)
        if prefix <= bits:
            return prefix
        raise NetmaskValueError(f"{text!r} is not a valid netmask")
    if bits == 32:
        try:
            value = _parse_4(text)
        except AddressValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
        for given in (value, value ^ 0xFFFFFFFF):
            zeros = (given ^ 0xFFFFFFFF).bit_length()
            if given == _mask(32, 32 - zeros):
                return 32 - zeros
    raise NetmaskValueError(f"{text!r} is not a valid netmask")


def _checked(value: int, bits: int) -> int:
    version = 4 if bits == 32 else 6
    if value < 0:
        raise AddressValueError(f"{value} (< 0) is not permitted as an IPv{version} address")
    if value >> bits:
        raise AddressValueError(f"{value} (>= 2**{bits}) is not permitted as an IPv{version} address")
    return value


def _of_packed(packed: bytes, bits: int) -> int:
    if len(packed) * 8 != bits:
        version = 4 if bits == 32 else 6
        raise AddressValueError(
            f"{packed!r} (len {len(packed)} != {bits // 8}) is not permitted as an IPv{version} address"
        )
    return int.from_bytes(packed, "big")


# --- addresses ---------------------------------------------------------------------------------


class _IPAddressBase:
    @property
    def version(self) -> int:
        raise NotImplementedError

    @property
    def max_prefixlen(self) -> int:
        return 32 if self.version == 4 else 128

    @property
    def exploded(self) -> str:
        return str(self)

    @property
    def compressed(self) -> str:
        return str(self)

    @property
    def reverse_pointer(self) -> str:
        raise NotImplementedError


class _BaseAddress(_IPAddressBase):
    _ip: int

    def __int__(self) -> int:
        return self._ip

    def _key(self) -> str:
        """What else than the number belongs to the address."""
        return ""

    def _check(self, other: _BaseAddress) -> None:
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")

    def __eq__(self, other: object) -> bool:
        if isinstance(other, _BaseAddress):
            return self._ip == other._ip and self.version == other.version and self._key() == other._key()
        return NotImplemented

    def __lt__(self, other: Self) -> bool:
        self._check(other)
        return self._ip < other._ip

    # by `<`, which interfaces have of their own

    def __gt__(self, other: Self) -> bool:
        return not self < other and self != other

    def __le__(self, other: Self) -> bool:
        return self < other or self == other

    def __ge__(self, other: Self) -> bool:
        return not self < other

    def __hash__(self) -> int:
        return hash((self._ip, self._key()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __format__(self, fmt: str) -> str:
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        kind = fmt[-1]
        if kind == "n":
            kind = "b" if self.version == 4 else "x"
        flags = fmt[:-1]
        if kind not in "bxX" or flags not in ("", "#", "_", "#_"):
            return super().__format__(fmt)
        width = self.max_prefixlen if kind == "b" else self.max_prefixlen // 4
        if "_" in flags:
            width += width // 4 - 1
        if "#" in flags:
            width += 2
        return format(self._ip, f"{'#' if '#' in flags else ''}0{width}{'_' if '_' in flags else ''}{kind}")


class IPv4Address(_BaseAddress):
    def __init__(self, address: object) -> None:
        if isinstance(address, int):
            self._ip = _checked(address, 32)
        elif isinstance(address, bytes):
            self._ip = _of_packed(address, 32)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            self._ip = _parse_4(text)

    @property
    def version(self) -> int:
        return 4

    def __add__(self, other: int) -> IPv4Address:
        return IPv4Address(self._ip + other)

    def __sub__(self, other: int) -> IPv4Address:
        return IPv4Address(self._ip - other)

    def __str__(self) -> str:
        return _text_4(self._ip)

    @property
    def packed(self) -> bytes:
        return self._ip.to_bytes(4, "big")

    @property
    def reverse_pointer(self) -> str:
        return ".".join(reversed(_text_4(self._ip).split("."))) + ".in-addr.arpa"

    @property
    def is_global(self) -> bool:
        return not _in_table(self._ip, 32, ("100.64.0.0/10",)) and not self.is_private

    @property
    def is_link_local(self) -> bool:
        return _in_table(self._ip, 32, ("169.254.0.0/16",))

    @property
    def is_loopback(self) -> bool:
        return self._ip >> 24 == 127

    @property
    def is_multicast(self) -> bool:
        return self._ip >> 28 == 14

    @property
    def is_private(self) -> bool:
        return _in_table(self._ip, 32, _PRIVATE_4)

    @property
    def is_reserved(self) -> bool:
        return self._ip >> 28 == 15

    @property
    def is_unspecified(self) -> bool:
        return self._ip == 0


class IPv6Address(_BaseAddress):
    _scope: str | None

    def __init__(self, address: object) -> None:
        self._scope = None
        if isinstance(address, int):
            self._ip = _checked(address, 128)
        elif isinstance(address, bytes):
            self._ip = _of_packed(address, 128)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            place, percent, scope = text.partition("%")
            if percent:
                if not scope or "%" in scope:
                    raise AddressValueError(f'Invalid IPv6 address: "{text!r}"')
                self._scope = scope
            self._ip = _parse_6(place)

    @property
    def version(self) -> int:
        return 6

    def _key(self) -> str:
        return self._scope or ""

    def __add__(self, other: int) -> IPv6Address:
        return IPv6Address(self._ip + other)

    def __sub__(self, other: int) -> IPv6Address:
        return IPv6Address(self._ip - other)

    def __str__(self) -> str:
        return _text_6(self._ip) if self._scope is None else f"{_text_6(self._ip)}%{self._scope}"

    @property
    def exploded(self) -> str:
        if self._scope is not None:
            _parse_6(str(self))  # as in CPython, an AddressValueError: scopes cannot be exploded
        return ":".join([f"{group:04x}" for group in _groups(self._ip)])

    @property
    def packed(self) -> bytes:
        return self._ip.to_bytes(16, "big")

    @property
    def reverse_pointer(self) -> str:
        return ".".join(reversed(f"{self._ip:032x}")) + ".ip6.arpa"

    @property
    def scope_id(self) -> str | None:
        return self._scope

    @property
    def is_global(self) -> bool:
        return not self.is_private

    @property
    def is_link_local(self) -> bool:
        return self._ip >> 118 == 0xFE80 >> 6

    @property
    def is_loopback(self) -> bool:
        return self._ip == 1

    @property
    def is_multicast(self) -> bool:
        return self._ip >> 120 == 255

    @property
    def is_private(self) -> bool:
        mapped = self.ipv4_mapped
        return _in_table(self._ip, 128, _PRIVATE_6) if mapped is None else mapped.is_private

    @property
    def is_reserved(self) -> bool:
        return _in_table(self._ip, 128, _RESERVED_6)

    @property
    def is_site_local(self) -> bool:
        return self._ip >> 118 == 0xFEC0 >> 6

    @property
    def is_unspecified(self) -> bool:
        return self._ip == 0

    @property
    def ipv4_mapped(self) -> IPv4Address | None:
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def sixtofour(self) -> IPv4Address | None:
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None

    @property
    def teredo(self) -> tuple[IPv4Address, IPv4Address] | None:
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)


_A = TypeVar("_A", IPv4Address, IPv6Address)


# --- networks ----------------------------------------------------------------------------------


def _split(address: object, bits: int) -> tuple[object, object]:
    """(address, mask) of what names a network or an interface."""
    if isinstance(address, tuple):
        return address[0], bits if len(address) == 1 else address[1]
    if isinstance(address, (int, bytes)):
        return address, bits
    text = str(address)
    parts = text.split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {text!r}")
    return parts[0], parts[1] if len(parts) == 2 else bits


def _prefix_of(mask: object, bits: int) -> int:
    if isinstance(mask, int):
        if not 0 <= mask <= bits:
            raise NetmaskValueError(f"{mask!r} is not a valid netmask")
        return mask
    return _prefix_of_text(str(mask), bits)


class _BaseNetwork(_IPAddressBase, Generic[_A]):
    network_address: _A
    _prefix: int

    def _make(self, value: int) -> _A:
        raise NotImplementedError

    def _network(self, value: int, prefix: int) -> Self:
        return type(self)((value, prefix))  # type: ignore[call-arg]

    @property
    def prefixlen(self) -> int:
        return self._prefix

    @property
    def netmask(self) -> _A:
        return self._make(_mask(self.max_prefixlen, self._prefix))

    @property
    def hostmask(self) -> _A:
        return self._make((1 << (self.max_prefixlen - self._prefix)) - 1)

    def _last(self) -> int:
        return self.network_address._ip | (1 << (self.max_prefixlen - self._prefix)) - 1

    @property
    def broadcast_address(self) -> _A:
        return self._make(self._last())

    @property
    def num_addresses(self) -> int:
        return 1 << (self.max_prefixlen - self._prefix)

    @property
    def with_prefixlen(self) -> str:
        return f"{self.network_address}/{self._prefix}"

    @property
    def with_netmask(self) -> str:
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self) -> str:
        return f"{self.network_address}/{self.hostmask}"

    @property
    def exploded(self) -> str:
        return f"{self.network_address.exploded}/{self._prefix}"

    def __str__(self) -> str:
        return f"{self.network_address}/{self._prefix}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __iter__(self) -> Iterator[_A]:
        for value in range(self.network_address._ip, self._last() + 1):
            yield self._make(value)

    def __getitem__(self, n: int) -> _A:
        value = self.network_address._ip + n if n >= 0 else self._last() + 1 + n
        if value < self.network_address._ip or value > self._last():
            raise IndexError("address out of range")
        return self._make(value)

    def __contains__(self, other: object) -> bool:
        if isinstance(other, _BaseAddress) and other.version == self.version:
            return (other._ip ^ self.network_address._ip) >> (self.max_prefixlen - self._prefix) == 0
        return False

    def _check(self, other: _BaseNetwork[Any]) -> None:
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")

    def _compared(self, other: _BaseNetwork[Any]) -> int:
        self._check(other)
        mine, theirs = self.network_address._ip, int(other.network_address)
        if mine != theirs:
            return -1 if mine < theirs else 1
        return self._prefix - other._prefix

    def _same(self, other: _BaseNetwork[Any]) -> bool:
        if self.version != other.version or self._prefix != other._prefix:
            return False
        return self.network_address.__eq__(other.network_address)

    def __eq__(self, other: object) -> bool:
        return self._same(other) if isinstance(other, _BaseNetwork) else NotImplemented

    # by `<` and `==`: networks that differ in their scope alone are neither less nor equal

    def __lt__(self, other: Self) -> bool:
        return self._compared(other) < 0

    def __gt__(self, other: Self) -> bool:
        return self._compared(other) >= 0 and not self._same(other)

    def __le__(self, other: Self) -> bool:
        return self._compared(other) < 0 or self._same(other)

    def __ge__(self, other: Self) -> bool:
        return self._compared(other) >= 0

    def __hash__(self) -> int:
        return hash(self.network_address._ip ^ _mask(self.max_prefixlen, self._prefix))

    def compare_networks(self, other: _BaseNetwork[_A]) -> int:
        order = self._compared(other)
        return -1 if order < 0 else 1 if order > 0 else 0

    def overlaps(self, other: _BaseNetwork[Any]) -> bool:
        if self.version != other.version:
            return False
        return self.network_address._ip <= other._last() and int(other.network_address) <= self._last()

    def _within(self, other: _BaseNetwork[Any]) -> bool:
        self._check(other)
        return int(other.network_address) <= self.network_address._ip and self._last() <= other._last()

    def subnet_of(self, other: Self) -> bool:
        return self._within(other)

    def supernet_of(self, other: Self) -> bool:
        return other._within(self)

    def subnets(self, prefixlen_diff: int = 1, new_prefix: int | None = None) -> Iterator[Self]:
        if self._prefix == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefix:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefix
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self._prefix + prefixlen_diff
        if prefix > self.max_prefixlen:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        step = 1 << (self.max_prefixlen - prefix)
        for value in range(self.network_address._ip, self._last() + 1, step):
            yield self._network(value, prefix)

    def supernet(self, prefixlen_diff: int = 1, new_prefix: int | None = None) -> Self:
        if self._prefix == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefix:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefix - new_prefix
        prefix = self._prefix - prefixlen_diff
        if prefix < 0:
            raise ValueError(
                f"current prefixlen is {self._prefix}, cannot have a prefixlen_diff of {prefixlen_diff}"
            )
        return self._network(self.network_address._ip & _mask(self.max_prefixlen, prefix), prefix)

    def address_exclude(self, other: Self) -> Iterator[Self]:
        """What is left without `other`, halves first."""
        self._check(other)
        if not other._within(self):
            raise ValueError(f"{other} not contained in {self}")
        if self == other:
            return
        prefix = self._prefix + 1
        value = self.network_address._ip
        target = other.network_address._ip
        while True:
            size = 1 << (self.max_prefixlen - prefix)
            upper = target >= value + size
            yield self._network(value if upper else value + size, prefix)
            if upper:
                value += size
            if prefix == other._prefix:
                return
            prefix += 1

    def hosts(self) -> Iterator[_A]:
        raise NotImplementedError

    @property
    def is_global(self) -> bool:
        return not self.is_private

    @property
    def is_private(self) -> bool:
        table = _PRIVATE_4 if self.version == 4 else _PRIVATE_6
        return _both_in_table(self.network_address._ip, self._last(), self.max_prefixlen, table)

    @property
    def is_link_local(self) -> bool:
        return self.network_address.is_link_local and self.broadcast_address.is_link_local

    @property
    def is_loopback(self) -> bool:
        return self.network_address.is_loopback and self.broadcast_address.is_loopback

    @property
    def is_multicast(self) -> bool:
        return self.network_address.is_multicast and self.broadcast_address.is_multicast

    @property
    def is_reserved(self) -> bool:
        return self.network_address.is_reserved and self.broadcast_address.is_reserved

    @property
    def is_unspecified(self) -> bool:
        return self.network_address.is_unspecified and self.broadcast_address.is_unspecified


class IPv4Network(_BaseNetwork[IPv4Address]):
    def __init__(self, address: object, strict: bool = True) -> None:
        place, mask = _split(address, 32)
        given = IPv4Address(place)
        self._prefix = _prefix_of(mask, 32)
        value = given._ip & _mask(32, self._prefix)
        if strict and given._ip != value:
            raise ValueError(f"{given}/{self._prefix} has host bits set")
        self.network_address = given if given._ip == value else IPv4Address(value)

    @property
    def version(self) -> int:
        return 4

    def _make(self, value: int) -> IPv4Address:
        return IPv4Address(value)

    def hosts(self) -> Iterator[IPv4Address]:
        first, last = self.network_address._ip, self._last()
        if self._prefix >= 31:
            return iter([IPv4Address(value) for value in range(first, last + 1)])
        return (IPv4Address(value) for value in range(first + 1, last))

    @property
    def is_global(self) -> bool:
        shared = ("100.64.0.0/10",)
        return not _both_in_table(self.network_address._ip, self._last(), 32, shared) and not self.is_private

    @property
    def reverse_pointer(self) -> str:
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"


class IPv6Network(_BaseNetwork[IPv6Address]):
    def __init__(self, address: object, strict: bool = True) -> None:
        place, mask = _split(address, 128)
        given = IPv6Address(place)
        self._prefix = _prefix_of(mask, 128)
        value = given._ip & _mask(128, self._prefix)
        if strict and given._ip != value:
            raise ValueError(f"{given}/{self._prefix} has host bits set")
        self.network_address = given if given._ip == value else IPv6Address(value)

    @property
    def version(self) -> int:
        return 6

    def _make(self, value: int) -> IPv6Address:
        return IPv6Address(value)

    def hosts(self) -> Iterator[IPv6Address]:
        first, last = self.network_address._ip, self._last()
        if self._prefix >= 127:
            return iter([IPv6Address(value) for value in range(first, last + 1)])
        return (IPv6Address(value) for value in range(first + 1, last + 1))

    @property
    def is_site_local(self) -> bool:
        return self.network_address.is_site_local and self.broadcast_address.is_site_local


# --- interfaces --------------------------------------------------------------------------------


class IPv4Interface(IPv4Address):
    network: IPv4Network
    netmask: IPv4Address
    hostmask: IPv4Address

    def __init__(self, address: object) -> None:
        place, mask = _split(address, 32)
        super().__init__(place)
        self.network = IPv4Network((place, mask), False)
        self.netmask = self.network.netmask
        self.hostmask = self.network.hostmask

    def _key(self) -> str:
        return f"/{self.network._prefix}"

    def __str__(self) -> str:
        return f"{_text_4(self._ip)}/{self.network._prefix}"

    def __lt__(self, other: IPv4Address) -> bool:  # type: ignore[override]
        self._check(other)
        if not isinstance(other, IPv4Interface):
            return False  # an address comes before all interfaces
        if self.network == other.network:
            return self._ip < other._ip
        return self.network < other.network

    def __gt__(self, other: IPv4Address) -> bool:  # type: ignore[override]
        return not self < other and self != other

    def __le__(self, other: IPv4Address) -> bool:  # type: ignore[override]
        return self < other or self == other

    def __ge__(self, other: IPv4Address) -> bool:  # type: ignore[override]
        return not self < other

    @property
    def ip(self) -> IPv4Address:
        return IPv4Address(self._ip)

    @property
    def with_prefixlen(self) -> str:
        return str(self)

    @property
    def with_netmask(self) -> str:
        return f"{self.ip}/{self.netmask}"

    @property
    def with_hostmask(self) -> str:
        return f"{self.ip}/{self.hostmask}"


class IPv6Interface(IPv6Address):
    network: IPv6Network
    netmask: IPv6Address
    hostmask: IPv6Address

    def __init__(self, address: object) -> None:
        place, mask = _split(address, 128)
        super().__init__(place)
        self.network = IPv6Network((place, mask), False)
        self.netmask = self.network.netmask
        self.hostmask = self.network.hostmask

    def _key(self) -> str:
        return f"{self._scope or ''}/{self.network._prefix}"

    def __str__(self) -> str:
        return f"{super().__str__()}/{self.network._prefix}"

    def __lt__(self, other: IPv6Address) -> bool:  # type: ignore[override]
        self._check(other)
        if not isinstance(other, IPv6Interface):
            return False  # an address comes before all interfaces
        if self.network == other.network:
            return self._ip < other._ip
        return self.network < other.network

    def __gt__(self, other: IPv6Address) -> bool:  # type: ignore[override]
        return not self < other and self != other

    def __le__(self, other: IPv6Address) -> bool:  # type: ignore[override]
        return self < other or self == other

    def __ge__(self, other: IPv6Address) -> bool:  # type: ignore[override]
        return not self < other

    @property
    def ip(self) -> IPv6Address:
        return IPv6Address(self._ip)

    @property
    def exploded(self) -> str:
        return f"{self.ip.exploded}/{self.network._prefix}"

    @property
    def is_unspecified(self) -> bool:
        return self.ip.is_unspecified and self.network.is_unspecified

    @property
    def is_loopback(self) -> bool:
        return self.ip.is_loopback and self.network.is_loopback

    @property
    def with_prefixlen(self) -> str:
        return f"{_text_6(self._ip)}/{self.network._prefix}"

    @property
    def with_netmask(self) -> str:
        return f"{self.ip}/{self.netmask}"

    @property
    def with_hostmask(self) -> str:
        return f"{self.ip}/{self.hostmask}"


# --- functions ---------------------------------------------------------------------------------


def ip_address(address: object) -> IPv4Address | IPv6Address:
    try:
        return IPv4Address(address)
    except (AddressValueError, NetmaskValueError):
        pass
    try:
        return IPv6Address(address)
    except (AddressValueError, NetmaskValueError):
        pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 address")


def ip_network(address: object, strict: bool = True) -> IPv4Network | IPv6Network:
    try:
        return IPv4Network(address, strict)
    except (AddressValueError, NetmaskValueError):
        pass
    try:
        return IPv6Network(address, strict)
    except (AddressValueError, NetmaskValueError):
        pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 network")


def ip_interface(address: object) -> IPv4Interface | IPv6Interface:
    try:
        return IPv4Interface(address)
    except (AddressValueError, NetmaskValueError):
        pass
    try:
        return IPv6Interface(address)
    except (AddressValueError, NetmaskValueError):
        pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 interface")


def v4_int_to_packed(address: int) -> bytes:
    if address < 0 or address >> 32:
        raise ValueError("Address negative or too large for IPv4")
    return address.to_bytes(4, "big")


def v6_int_to_packed(address: int) -> bytes:
    if address < 0 or address >> 128:
        raise ValueError("Address negative or too large for IPv6")
    return address.to_bytes(16, "big")


def _ranges(first: int, last: int, bits: int) -> Iterator[tuple[int, int]]:
    """The fewest (address, prefix length) that cover first to last."""
    while first <= last:
        aligned = bits if first == 0 else (first & -first).bit_length() - 1
        size = min(aligned, (last - first + 1).bit_length() - 1)
        yield first, bits - size
        first += 1 << size


def summarize_address_range(
    first: IPv4Address | IPv6Address, last: IPv4Address | IPv6Address
) -> Iterator[Any]:
    if not isinstance(first, _BaseAddress) or not isinstance(last, _BaseAddress):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first._ip > last._ip:
        raise ValueError("last IP address must be greater than first")
    if first.version not in (4, 6):
        raise ValueError("unknown IP version")
    for value, prefix in _ranges(first._ip, last._ip, first.max_prefixlen):
        yield IPv4Network((value, prefix)) if first.version == 4 else IPv6Network((value, prefix))


def collapse_addresses(addresses: Iterable[Any]) -> Iterator[Any]:
    """The fewest networks that hold exactly these addresses and networks."""
    spans: list[tuple[int, int]] = []
    version = 0
    shown = ""
    for given in addresses:
        item: object = given
        if isinstance(item, _BaseAddress):
            spans.append((item._ip, item._ip))
            found = item.version
        elif isinstance(item, _BaseNetwork):
            spans.append((int(item.network_address), item._last()))
            found = item.version
        else:
            raise TypeError(f"{item} is not an address or a network")
        if version and found != version:
            raise TypeError(f"{item} and {shown} are not of the same version")
        version = found
        shown = str(item)
    spans.sort()
    bits = 32 if version == 4 else 128
    merged: list[tuple[int, int]] = []
    for first, last in spans:
        if merged and first <= merged[-1][1] + 1:
            if last > merged[-1][1]:
                merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    found_networks: list[Any] = []
    for first, last in merged:
        for value, prefix in _ranges(first, last, bits):
            place = (value, prefix)
            found_networks.append(IPv4Network(place) if bits == 32 else IPv6Network(place))
    return iter(found_networks)


def get_mixed_type_key(obj: object) -> Any:
    """A key that sorts addresses and networks of any version together."""
    if isinstance(obj, _BaseNetwork):
        return obj.version, obj.network_address, obj.netmask
    if isinstance(obj, _BaseAddress):
        return obj.version, obj
    return NotImplemented
