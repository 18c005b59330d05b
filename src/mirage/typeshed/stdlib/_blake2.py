"""BLAKE2b and BLAKE2s with keys, salts, personalisation and tree parameters (RFC 7693)."""

from __future__ import annotations

from typing import ClassVar, Final, final
from typing_extensions import Self

from mirage.lowlevel import Array as _Array, i64 as _i64, tail_address as _tail_address, u64 as _u64
from mirage.lowlevel import load8 as _load8, load32 as _load32, load64 as _load64

ReadableBuffer = bytes | bytearray | memoryview

BLAKE2B_MAX_DIGEST_SIZE: Final = 64
BLAKE2B_MAX_KEY_SIZE: Final = 64
BLAKE2B_PERSON_SIZE: Final = 16
BLAKE2B_SALT_SIZE: Final = 16
BLAKE2S_MAX_DIGEST_SIZE: Final = 32
BLAKE2S_MAX_KEY_SIZE: Final = 32
BLAKE2S_PERSON_SIZE: Final = 8
BLAKE2S_SALT_SIZE: Final = 8

_IV_B: Final = (
    0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
    0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179,
)  # fmt: skip
_IV_S: Final = (
    0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
)  # fmt: skip
_SIGMA: Final = (  # the order in which each round takes the message's words
    b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f"
    b"\x0e\x0a\x04\x08\x09\x0f\x0d\x06\x01\x0c\x00\x02\x0b\x07\x05\x03"
    b"\x0b\x08\x0c\x00\x05\x02\x0f\x0d\x0a\x0e\x03\x06\x07\x01\x09\x04"
    b"\x07\x09\x03\x01\x0d\x0c\x0b\x0e\x02\x06\x05\x0a\x04\x00\x0f\x08"
    b"\x09\x00\x05\x07\x02\x04\x0a\x0f\x0e\x01\x0b\x0c\x06\x08\x03\x0d"
    b"\x02\x0c\x06\x0a\x00\x0b\x08\x03\x04\x0d\x07\x05\x0f\x0e\x01\x09"
    b"\x0c\x05\x01\x0f\x0e\x0d\x04\x0a\x00\x07\x06\x03\x09\x02\x08\x0b"
    b"\x0d\x0b\x07\x0e\x0c\x01\x03\x09\x05\x00\x0f\x04\x08\x06\x02\x0a"
    b"\x06\x0f\x0e\x09\x0b\x03\x00\x08\x0c\x02\x0d\x07\x01\x04\x0a\x05"
    b"\x0a\x02\x08\x04\x07\x06\x01\x05\x0f\x0b\x09\x0e\x03\x0c\x0d\x00"
)


class _Core:
    """The compression function for words of 64 or 32 bits; all words are held in 64."""

    wide: bool
    mask: _u64
    bits: _u64
    rounds: int
    rotations: tuple[int, int, int, int]
    block: int  # bytes
    h: _Array[_u64]
    iv: _Array[_u64]
    v: _Array[_u64]
    m: _Array[_u64]
    count: int  # bytes compressed
    pending: bytes  # at most one block, so that the last one is known
    last_node: bool

    def __init__(self, wide: bool) -> None:
        self.wide = wide
        self.mask = _u64(0xFFFFFFFFFFFFFFFF) if wide else _u64(0xFFFFFFFF)
        self.bits = _u64(64) if wide else _u64(32)
        self.rounds = 12 if wide else 10
        self.rotations = (32, 24, 16, 63) if wide else (16, 12, 8, 7)
        self.block = 128 if wide else 64
        self.h = _Array(_i64(8))
        self.iv = _Array(_i64(8))
        self.v = _Array(_i64(16))
        self.m = _Array(_i64(16))
        self.count = 0
        self.pending = b""
        self.last_node = False
        index = 0
        while index < 8:
            self.iv[_i64(index)] = _u64(_IV_B[index] if wide else _IV_S[index])
            index += 1

    def begin(self, parameters: bytes) -> None:
        index = _i64(0)
        while index < 8:
            self.h[index] = self.iv[index] ^ self._word(parameters, index)
            index = index + 1

    def _word(self, data: bytes, index: _i64) -> _u64:
        address = _tail_address(data)
        if self.wide:
            return _load64(address + _u64(index * 8))
        return _u64(_load32(address + _u64(index * 4)))

    def copy(self) -> _Core:
        made = _Core(self.wide)
        index = _i64(0)
        while index < 8:
            made.h[index] = self.h[index]
            index = index + 1
        made.count = self.count
        made.pending = self.pending
        made.last_node = self.last_node
        return made

    def update(self, data: bytes) -> None:
        if not data:
            return
        whole = self.pending + data if self.pending else data
        size = self.block
        at = 0
        while len(whole) - at > size:
            self.count += size
            self._compress(whole[at : at + size], False)
            at += size
        self.pending = whole[at:]

    def finish(self, size: int) -> bytes:
        self.count += len(self.pending)
        self._compress(self.pending + bytes(self.block - len(self.pending)), True)
        width = 8 if self.wide else 4
        parts = [int(self.h[_i64(i)]).to_bytes(width, "little") for i in range(8)]
        return b"".join(parts)[:size]

    def _mix(self, a: _i64, b: _i64, c: _i64, d: _i64, x: _u64, y: _u64) -> None:
        v = self.v
        mask = self.mask
        r = self.rotations
        v[a] = (v[a] + v[b] + x) & mask
        v[d] = self._rotated(v[d] ^ v[a], _u64(r[0]))
        v[c] = (v[c] + v[d]) & mask
        v[b] = self._rotated(v[b] ^ v[c], _u64(r[1]))
        v[a] = (v[a] + v[b] + y) & mask
        v[d] = self._rotated(v[d] ^ v[a], _u64(r[2]))
        v[c] = (v[c] + v[d]) & mask
        v[b] = self._rotated(v[b] ^ v[c], _u64(r[3]))

    def _rotated(self, x: _u64, by: _u64) -> _u64:
        return ((x >> by) | (x << (self.bits - by))) & self.mask

    def _compress(self, data: bytes, last: bool) -> None:
        h = self.h
        v = self.v
        index = _i64(0)
        while index < 8:
            v[index] = h[index]
            v[index + 8] = self.iv[index]
            index = index + 1
        index = _i64(0)
        while index < 16:
            self.m[index] = self._word(data, index)
            index = index + 1
        count = self.count
        width = 64 if self.wide else 32
        v[_i64(12)] = v[_i64(12)] ^ (_u64(count & ((1 << width) - 1)))
        v[_i64(13)] = v[_i64(13)] ^ (_u64(count >> width) & self.mask)
        if last:
            v[_i64(14)] = v[_i64(14)] ^ self.mask
            if self.last_node:
                v[_i64(15)] = v[_i64(15)] ^ self.mask
        for number in range(self.rounds):
            self._round(_tail_address(_SIGMA) + _u64(16 * (number % 10)))
        index = _i64(0)
        while index < 8:
            h[index] = h[index] ^ v[index] ^ v[index + 8]
            index = index + 1

    def _round(self, sigma: _u64) -> None:
        i = _i64(0)
        while i < 8:
            x = self.m[_i64(_load8(sigma + _u64(i * 2)))]
            y = self.m[_i64(_load8(sigma + _u64(i * 2 + 1)))]
            if i < 4:
                self._mix(i, i + 4, i + 8, i + 12, x, y)
            else:
                j = i - 4
                self._mix(j, 4 + ((j + 1) & 3), 8 + ((j + 2) & 3), 12 + ((j + 3) & 3), x, y)
            i = i + 1


def _plain(data: ReadableBuffer) -> bytes:
    return data if isinstance(data, bytes) else bytes(data)


def _positive(value: int) -> int:
    if value < 0:
        raise ValueError("value must be positive")
    return value


def _begun(
    wide: bool,
    digest_size: int,
    key: bytes,
    salt: bytes,
    person: bytes,
    fanout: int,
    depth: int,
    leaf_size: int,
    node_offset: int,
    node_depth: int,
    inner_size: int,
    last_node: bool,
) -> _Core:
    """Check the parameters and put them in their block."""
    most = 64 if wide else 32
    part = 16 if wide else 8
    if digest_size <= 0 or digest_size > most:
        raise ValueError(f"digest_size must be between 1 and {most} bytes")
    if len(salt) > part:
        raise ValueError(f"maximum salt length is {part} bytes")
    if len(person) > part:
        raise ValueError(f"maximum person length is {part} bytes")
    if fanout < 0 or fanout > 255:
        raise ValueError("fanout must be between 0 and 255")
    if depth <= 0 or depth > 255:
        raise ValueError("depth must be between 1 and 255")
    if _positive(leaf_size) > 0xFFFFFFFF:
        raise OverflowError("leaf_size is too large")
    if _positive(node_offset) >= 1 << 64:
        raise OverflowError("int too big to convert")
    if not wide and node_offset >= 1 << 48:
        raise OverflowError("node_offset is too large")
    if node_depth < 0 or node_depth > 255:
        raise ValueError("node_depth must be between 0 and 255")
    if inner_size < 0 or inner_size > most:
        raise ValueError(f"inner_size must be between 0 and is {most}")
    if len(key) > most:
        raise ValueError(f"maximum key length is {most} bytes")
    block = bytearray([digest_size, len(key), fanout, depth])
    block += leaf_size.to_bytes(4, "little")
    block += node_offset.to_bytes(8 if wide else 6, "little")
    block.append(node_depth)
    block.append(inner_size)
    if wide:
        block += bytes(14)
    block += salt + bytes(part - len(salt))
    block += person + bytes(part - len(person))
    core = _Core(wide)
    core.last_node = last_node
    core.begin(bytes(block))
    if key:
        core.update(key + bytes(core.block - len(key)))
    return core


@final
class blake2b:
    MAX_DIGEST_SIZE: ClassVar[int] = 64
    MAX_KEY_SIZE: ClassVar[int] = 64
    PERSON_SIZE: ClassVar[int] = 16
    SALT_SIZE: ClassVar[int] = 16

    block_size: int
    digest_size: int
    name: str
    _core: _Core

    def __init__(
        self,
        data: ReadableBuffer = b"",
        /,
        *,
        digest_size: int = 64,
        key: ReadableBuffer = b"",
        salt: ReadableBuffer = b"",
        person: ReadableBuffer = b"",
        fanout: int = 1,
        depth: int = 1,
        leaf_size: int = 0,
        node_offset: int = 0,
        node_depth: int = 0,
        inner_size: int = 0,
        last_node: bool = False,
        usedforsecurity: bool = True,
    ) -> None:
        self.block_size = 128
        self.digest_size = digest_size
        self.name = "blake2b"
        self._core = _begun(
            True,
            digest_size,
            _plain(key),
            _plain(salt),
            _plain(person),
            fanout,
            depth,
            leaf_size,
            node_offset,
            node_depth,
            inner_size,
            last_node,
        )
        self._core.update(_plain(data))

    def copy(self) -> Self:
        made = blake2b(digest_size=self.digest_size)
        made._core = self._core.copy()
        return made  # type: ignore[return-value]

    def digest(self) -> bytes:
        return self._core.copy().finish(self.digest_size)

    def hexdigest(self) -> str:
        return self.digest().hex()

    def update(self, data: ReadableBuffer, /) -> None:
        self._core.update(_plain(data))

    def __repr__(self) -> str:
        return f"<_blake2.blake2b object at {hex(id(self))}>"


@final
class blake2s:
    MAX_DIGEST_SIZE: ClassVar[int] = 32
    MAX_KEY_SIZE: ClassVar[int] = 32
    PERSON_SIZE: ClassVar[int] = 8
    SALT_SIZE: ClassVar[int] = 8

    block_size: int
    digest_size: int
    name: str
    _core: _Core

    def __init__(
        self,
        data: ReadableBuffer = b"",
        /,
        *,
        digest_size: int = 32,
        key: ReadableBuffer = b"",
        salt: ReadableBuffer = b"",
        person: ReadableBuffer = b"",
        fanout: int = 1,
        depth: int = 1,
        leaf_size: int = 0,
        node_offset: int = 0,
        node_depth: int = 0,
        inner_size: int = 0,
        last_node: bool = False,
        usedforsecurity: bool = True,
    ) -> None:
        self.block_size = 64
        self.digest_size = digest_size
        self.name = "blake2s"
        self._core = _begun(
            False,
            digest_size,
            _plain(key),
            _plain(salt),
            _plain(person),
            fanout,
            depth,
            leaf_size,
            node_offset,
            node_depth,
            inner_size,
            last_node,
        )
        self._core.update(_plain(data))

    def copy(self) -> Self:
        made = blake2s(digest_size=self.digest_size)
        made._core = self._core.copy()
        return made  # type: ignore[return-value]

    def digest(self) -> bytes:
        return self._core.copy().finish(self.digest_size)

    def hexdigest(self) -> str:
        return self.digest().hex()

    def update(self, data: ReadableBuffer, /) -> None:
        self._core.update(_plain(data))

    def __repr__(self) -> str:
        return f"<_blake2.blake2s object at {hex(id(self))}>"
