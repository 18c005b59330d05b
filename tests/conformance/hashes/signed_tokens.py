"""Tokens and trees of hashes: JWT-like HMAC tokens, password records, Merkle proofs, HOTP, content addresses, uuid5 names."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import struct
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any


class TokenError(Exception):
    """Why a token is not taken."""


class Expired(TokenError):
    def __init__(self, late: int) -> None:
        super().__init__(f"expired {late} seconds ago")


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


class Signer:
    def __init__(self, keys: Mapping[str, bytes], algorithm: str = "sha256") -> None:
        self.keys, self.algorithm = keys, algorithm

    def mac(self, key_id: str, body: str) -> bytes:
        try:
            key = self.keys[key_id]
        except KeyError:
            raise TokenError(f"unknown key {key_id!r}") from None
        return hmac.new(key, body.encode(), self.algorithm).digest()

    def issue(self, key_id: str, **claims: Any) -> str:
        header = b64(json.dumps({"alg": self.algorithm, "kid": key_id}, separators=(",", ":")).encode())
        body = f"{header}.{b64(json.dumps(claims, separators=(',', ':'), sort_keys=True).encode())}"
        return f"{body}.{b64(self.mac(key_id, body))}"

    def check(self, token: str, now: int) -> dict[str, Any]:
        body, dot, signature = token.rpartition(".")
        if not dot or body.count(".") != 1:
            raise TokenError("three parts are needed")
        try:
            header, claims = (json.loads(unb64(part)) for part in body.split("."))
            given = unb64(signature)
        except binascii.Error as error:
            raise TokenError(f"not base64: {error}") from error
        except ValueError as error:
            raise TokenError(f"not JSON: {error}") from error
        if header.get("alg") != self.algorithm:
            raise TokenError(f"algorithm {header.get('alg')!r}")
        if not hmac.compare_digest(given, self.mac(header["kid"], body)):
            raise TokenError("bad signature")
        if claims.get("exp", now) < now:
            raise Expired(now - claims["exp"])
        assert isinstance(claims, dict)
        return claims


@dataclass(frozen=True)
class Password:
    algorithm: str
    rounds: int
    salt: bytes
    digest: bytes

    @classmethod
    def make(cls, text: str, salt: bytes, algorithm: str = "sha256", rounds: int = 60) -> Password:
        return cls(algorithm, rounds, salt, hashlib.pbkdf2_hmac(algorithm, text.encode(), salt, rounds, 20))

    @classmethod
    def parse(cls, record: str) -> Password:
        match record.split("$"):
            case ["", algorithm, rounds, salt, digest]:
                return cls(algorithm, int(rounds), bytes.fromhex(salt), base64.b85decode(digest))
        raise ValueError(f"malformed record {record!r}")

    def __str__(self) -> str:
        return f"${self.algorithm}${self.rounds}${self.salt.hex()}${base64.b85encode(self.digest).decode()}"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            return hmac.compare_digest(
                self.digest, self.make(other, self.salt, self.algorithm, self.rounds).digest
            )
        return NotImplemented


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.blake2b(left + right, digest_size=16, person=b"node").digest()


def leaf(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16, person=b"leaf").digest()


class Merkle:
    def __init__(self, items: Sequence[bytes]) -> None:
        self.levels = [[leaf(i) for i in items]]
        while len(self.levels[-1]) > 1:
            row = self.levels[-1]
            self.levels.append(
                [node(*row[i : i + 2]) if i + 1 < len(row) else row[i] for i in range(0, len(row), 2)]
            )

    @property
    def root(self) -> bytes:
        return self.levels[-1][0]

    def proof(self, index: int) -> Iterator[tuple[bool, bytes]]:
        for row in self.levels[:-1]:
            if (sibling := index ^ 1) < len(row):
                yield bool(index & 1), row[sibling]
            index //= 2


def follows(item: bytes, proof: Sequence[tuple[bool, bytes]], root: bytes) -> bool:
    return (
        reduce(lambda h, step: node(step[1], h) if step[0] else node(h, step[1]), proof, leaf(item)) == root
    )


def hotp(secret: str, counter: int, digits: int = 6) -> str:
    mac = hmac.digest(base64.b32decode(secret), struct.pack(">Q", counter), "sha1")
    (value,) = struct.unpack_from(">I", mac, mac[-1] & 15)
    return f"{(value & 0x7FFFFFFF) % 10**digits:0{digits}d}"


def main() -> None:
    signer = Signer({"k1": b"first secret", "k2": b"\x00\xff"})
    token = signer.issue("k1", sub="zoë", exp=1000, roles=["a", "b"])
    print(token, signer.check(token, 999), Signer({"k2": b""}, "sha3_256").issue("k2"))
    header, claims, signature = token.split(".")
    forged = b64(b'{"sub":"root"}')
    bad = [f"{header}.{forged}.{signature}", "a.b", f"{header}.{claims}.!!", f"{b64(b'[1')}.{claims}.{signature}", token.replace(".", "..", 1), f"{b64(b'{}')}.{claims}.{signature}",
           f"{header}.{claims}.{signature[:-1]}", signer.issue("k2", exp=1)]  # fmt: skip
    for attempt in bad:
        try:
            print(signer.check(attempt, 2000))
        except TokenError as error:
            print(type(error).__name__, error, type(error.__cause__).__name__)
    try:
        signer.issue("k3")
    except TokenError as error:
        print(error, error.__suppress_context__)
    stored = str(Password.make("correct horse", b"salty\x00"))
    print(
        stored,
        Password.parse(stored) == "correct horse",
        Password.parse(stored) == "wrong",
        Password.make("x", b"", "sha512", 1),
    )
    tree = Merkle([f"item {i}".encode() for i in range(7)])
    print(
        tree.root.hex(),
        [len(row) for row in tree.levels],
        [follows(f"item {i}".encode(), list(tree.proof(i)), tree.root) for i in (0, 3, 6)],
        follows(b"item 1", list(tree.proof(2)), tree.root),
    )
    print([hotp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", n) for n in range(5)])
    names = [uuid.uuid5(uuid.NAMESPACE_DNS, n) for n in ("python.org", "example.com")] + [
        uuid.uuid3(uuid.NAMESPACE_URL, "x"),
        uuid.UUID(bytes=bytes(range(16))),
    ]
    print(
        *names,
        sorted(names)[0] == names[3],
        names[0].version,
        names[3].variant,
        names[0].urn,
        names[3].fields,
        uuid.UUID("{" + names[1].hex.upper() + "}") == names[1],
    )
    for name in ("md5", "sha1", "sha256", "sha3_512", "blake2s", "sha224"):
        h = hashlib.new(name, b"part one, ")
        other = h.copy()
        h.update(b"part two")
        print(
            f"{name:9} {h.digest_size:3} {h.block_size:3} {h.hexdigest()[:24]} {other.hexdigest()[:8]} {h.name}"
        )
    print(
        hashlib.shake_128(b"x").hexdigest(7),
        base64.b32encode(b"hi!"),
        base64.b16decode("0aFF", casefold=True),
        base64.a85encode(b"\0\0\0\0ab"),
        binascii.crc32(b"123456789"),
        binascii.hexlify(b"ab", "-"),
    )
    tries: list[Callable[[], object]] = [
        lambda: unb64("a"), lambda: unb64("ab*d"), lambda: base64.b32decode("ABC"), lambda: base64.b85decode("~~~~~"), lambda: uuid.UUID("123"), lambda: hashlib.new("sha9"),
        lambda: Password.parse("$x$y"), lambda: binascii.unhexlify("abc"), lambda: base64.b16decode("0g"), lambda: hmac.compare_digest("é", "é"), lambda: hashlib.blake2b(b"", digest_size=65),
    ]  # fmt: skip
    for attempt_ in tries:
        try:
            print(attempt_())
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


main()
