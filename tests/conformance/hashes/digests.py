"""Every hash of hashlib: all sizes around a block, pieces, copies, names, errors."""

import hashlib
from collections.abc import Callable

data = bytes((i * 7 + i // 256) % 256 for i in range(5000))
makers = (
    hashlib.md5, hashlib.sha1, hashlib.sha224, hashlib.sha256, hashlib.sha384, hashlib.sha512,
    hashlib.sha3_224, hashlib.sha3_256, hashlib.sha3_384, hashlib.sha3_512,
)  # fmt: skip
for make in makers:
    h = make()
    print(h.name, h.digest_size, h.block_size, h.hexdigest())
    print(make(b"abc").hexdigest(), make(bytearray(b"abc")).digest() == make(b"abc").digest())
    total = make()
    for size in (0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 135, 136, 137, 143, 144, 145, 1000):
        total.update(make(data[:size]).digest())
    print(total.hexdigest())
    pieces = make()
    for start in range(0, 5000, 37):
        pieces.update(data[start : start + 37])
    print(pieces.hexdigest() == make(data).hexdigest(), pieces.hexdigest())
    branch = pieces.copy()
    branch.update(b"more")
    print(branch.hexdigest() != pieces.hexdigest(), branch.hexdigest() == make(data + b"more").hexdigest())
    print(pieces.hexdigest() == pieces.hexdigest())
for shake in (hashlib.shake_128, hashlib.shake_256):
    x = shake(b"message")
    print(x.name, x.digest_size, x.block_size, x.hexdigest(5), x.hexdigest(500), x.digest(0))
    x.update(data)
    print(x.copy().hexdigest(200), x.hexdigest(200) == shake(b"message" + data).hexdigest(200))
for name in ("md5", "SHA256", "sha-512", "sha3_256", "sha3-384", "blake2b", "blake2s", "shake_128"):
    h = hashlib.new(name, b"named")
    print(name, h.name, h.digest_size, h.hexdigest() if h.digest_size else "")
print(sorted(hashlib.algorithms_guaranteed), hashlib.algorithms_guaranteed <= hashlib.algorithms_available)


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: hashlib.new("nope"))
print(hashlib.md5(b"x", usedforsecurity=False).hexdigest(), hashlib.sha1(memoryview(data)[10:20]).hexdigest())


def merkle(leaves: list[bytes]) -> str:
    """A tree of hashes."""
    level = [hashlib.sha256(b"\0" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        if len(level) % 2:
            level.append(level[-1])
        level = [hashlib.sha256(b"\1" + a + b).digest() for a, b in zip(level[::2], level[1::2])]
    return level[0].hex()


print(merkle([str(n).encode() for n in range(13)]))
nonce = 0
while not hashlib.sha256(f"block {nonce}".encode()).hexdigest().startswith("000"):
    nonce += 1
print(nonce)
