"""Passwords kept as scrypt and PBKDF2 hashes, checked again; parameters that are refused."""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Kept:
    scheme: str
    salt: bytes
    key: bytes

    def __str__(self) -> str:
        return f"${self.scheme}${self.salt.hex()}${self.key.hex()}"

    @classmethod
    def parse(cls, text: str) -> "Kept":
        _, scheme, salt, key = text.split("$")
        return cls(scheme, bytes.fromhex(salt), bytes.fromhex(key))


def derive(scheme: str, password: str, salt: bytes) -> bytes:
    if scheme == "scrypt":
        return hashlib.scrypt(password.encode(), salt=salt, n=256, r=8, p=1, dklen=32)
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)


class Users:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def add(self, name: str, password: str, scheme: str) -> None:
        salt = hashlib.sha256(name.encode()).digest()[:16]
        self.kept[name] = str(Kept(scheme, salt, derive(scheme, password, salt)))

    def check(self, name: str, password: str) -> bool:
        found = Kept.parse(self.kept[name])
        return hmac.compare_digest(found.key, derive(found.scheme, password, found.salt))


users = Users()
users.add("ann", "correct horse", "scrypt")
users.add("bob", "pässwörd", "pbkdf2")
for name, text in users.kept.items():
    print(name, text)
print(users.check("ann", "correct horse"), users.check("ann", "wrong"), users.check("bob", "pässwörd"))

# the vectors of RFC 7914, 12, and others
print(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1, dklen=64).hex())
print(hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=16, dklen=64).hex())
for n, r, p, size in ((2, 1, 1, 1), (64, 3, 5, 33), (32, 2, 2, 100)):
    print(hashlib.scrypt(bytearray(b"pw"), salt=memoryview(b"salt"), n=n, r=r, p=p, dklen=size).hex())
make: Any = hashlib.scrypt
for options in ({"n": 3, "r": 1, "p": 1}, {"n": 1, "r": 1, "p": 1}, {"n": 1 << 14, "r": 32, "p": 1}, {"n": 16, "r": 1, "p": 1, "dklen": 0}):
    try:
        print(make(b"x", salt=b"y", **options))
    except ValueError as error:
        print(error)
