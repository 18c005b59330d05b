"""hmac, BLAKE2 with all its parameters, pbkdf2."""

import hashlib
import hmac
from collections.abc import Callable

for name in ("md5", "sha1", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    for key in (b"", b"k", b"K" * 64, b"long key " * 30):
        print(name, hmac.new(key, b"what do ya want for nothing?", name).hexdigest())
h = hmac.new(b"key", digestmod=hashlib.sha256)
h.update(b"The quick brown fox ")
twin = h.copy()
h.update(b"jumps over the lazy dog")
print(h.name, h.digest_size, h.block_size, h.hexdigest(), h.digest().hex() == h.hexdigest())
twin.update(b"jumps over the lazy cog")
print(twin.hexdigest(), hmac.digest(b"key", b"message", "sha512").hex())
print(hmac.compare_digest(h.hexdigest(), twin.hexdigest()), hmac.compare_digest(h.digest(), h.digest()), hmac.compare_digest("a", "a"))

print(hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2s.MAX_KEY_SIZE, hashlib.blake2b.SALT_SIZE, hashlib.blake2s.PERSON_SIZE)
for make in (hashlib.blake2b, hashlib.blake2s):
    print(make().hexdigest(), make(b"abc").hexdigest(), make(b"abc", digest_size=20).hexdigest())
    print(make(b"abc", key=b"secret").hexdigest(), make(b"", key=b"secret").hexdigest())
    print(make(b"abc", salt=b"salt", person=b"person").hexdigest())
    print(make(b"x", fanout=2, depth=3, leaf_size=4096, node_offset=5, node_depth=1, inner_size=32, last_node=True).hexdigest())
    for size in (63, 64, 65, 127, 128, 129, 256, 1000):
        print(make(bytes(range(250)) * 4 + bytes(size)).hexdigest())
    b = make(b"start")
    c = b.copy()
    for n in range(300):
        b.update(bytes([n % 256]))
    print(b.hexdigest(), c.hexdigest(), b.name, b.digest_size, b.block_size)


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: hashlib.blake2b(digest_size=0))
attempt(lambda: hashlib.blake2b(digest_size=65))
attempt(lambda: hashlib.blake2s(key=b"x" * 33))
attempt(lambda: hashlib.blake2s(salt=b"x" * 9))
attempt(lambda: hashlib.blake2b(person=b"x" * 17))
attempt(lambda: hashlib.blake2b(fanout=256))
attempt(lambda: hashlib.blake2b(depth=0))
attempt(lambda: hashlib.blake2b(leaf_size=2**32))
attempt(lambda: hashlib.blake2b(leaf_size=-1))
attempt(lambda: hashlib.blake2s(node_offset=2**48))
attempt(lambda: hashlib.blake2s(node_depth=256))
attempt(lambda: hashlib.blake2s(inner_size=33))
attempt(lambda: hmac.new(b"k", b"m", ""))
attempt(lambda: hmac.new(b"k", b"m", "nope"))
attempt(lambda: hmac.compare_digest("é", "e"))
attempt(lambda: hashlib.pbkdf2_hmac("sha256", b"a", b"b", 0))
attempt(lambda: hashlib.pbkdf2_hmac("sha256", b"a", b"b", 1, 0))
print(hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 2).hex(), hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 100, 50).hex())
print(hashlib.pbkdf2_hmac("sha512", b"p" * 200, b"salt", 10).hex())


def signed(key: bytes, fields: dict[str, str]) -> str:
    """A cookie as web frameworks sign it."""
    body = "&".join(f"{k}={v}" for k, v in sorted(fields.items()))
    return body + "." + hmac.new(key, body.encode(), hashlib.sha256).hexdigest()[:16]


def verified(key: bytes, cookie: str) -> bool:
    body, _, tag = cookie.rpartition(".")
    return hmac.compare_digest(tag, hmac.new(key, body.encode(), hashlib.sha256).hexdigest()[:16])


cookie = signed(b"server key", {"user": "ada", "role": "admin"})
print(cookie, verified(b"server key", cookie), verified(b"server key", cookie.replace("ada", "bob")))
