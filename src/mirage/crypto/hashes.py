"""Hash functions: the interface to Zig's (`hashes.zig`).

A hash is a `State` of opaque bytes and one of the classes below, which name the symbols; a program gets the
code of those it reaches.  `start` and `update` change the state, `finish` reads it.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import Tail, call_symbol, copy_memory, i64, new_with_tail, tail_address, u8, u64

STATE_SIZE: Final = 1024  # bytes; the Zig side checks that it is enough


class State:
    """What a hash function has seen so far."""

    _tail: Tail[u8]


def new_state() -> State:
    return new_with_tail(State, i64(STATE_SIZE))


def copied(state: State) -> State:
    made = new_state()
    copy_memory(tail_address(made), tail_address(state), u64(STATE_SIZE))
    return made


class Function:
    """One hash function; `size` is that of a digest in bytes, 0 where the caller says."""

    name: str
    size: int
    block: int

    def __init__(self, name: str, size: int, block: int) -> None:
        self.name = name
        self.size = size
        self.block = block

    def start(self, state: u64) -> None:
        raise NotImplementedError

    def update(self, state: u64, data: u64, size: u64) -> None:
        raise NotImplementedError

    def finish(self, state: u64, out: u64, size: u64) -> None:
        raise NotImplementedError


class Md5(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_md5_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_md5_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_md5_finish", state, out, size)


class Sha1(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_sha1_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha1_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha1_finish", state, out, size)


class Sha224(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_sha224_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha224_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha224_finish", state, out, size)


class Sha256(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_sha256_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha256_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha256_finish", state, out, size)


class Sha384(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_sha384_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha384_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha384_finish", state, out, size)


class Sha512(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_sha512_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha512_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha512_finish", state, out, size)


class Sha3_224(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_sha3_224_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha3_224_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha3_224_finish", state, out, size)


class Sha3_256(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_sha3_256_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha3_256_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha3_256_finish", state, out, size)


class Sha3_384(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_sha3_384_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha3_384_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha3_384_finish", state, out, size)


class Sha3_512(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_sha3_512_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha3_512_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_sha3_512_finish", state, out, size)


class Shake128(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_shake_128_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_shake_128_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_shake_128_finish", state, out, size)


class Shake256(Function):
    def start(self, state: u64) -> None:
        call_symbol("zig_hashes_shake_256_start", state)

    def update(self, state: u64, data: u64, size: u64) -> None:
        call_symbol("zig_hashes_shake_256_update", state, data, size)

    def finish(self, state: u64, out: u64, size: u64) -> None:
        call_symbol("zig_hashes_shake_256_finish", state, out, size)
