"""base64 and binascii: every encoding, both ways, alphabets, padding, errors, checksums."""

import base64
import binascii
from collections.abc import Callable


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, repr(work()))
    except Exception as error:
        print(name, type(error).__name__, error)


for data in (b"", b"f", b"fo", b"foo", b"foob", b"fooba", b"foobar", bytes(range(256)), b"\xff\xfe\xfd\xfb\xef", b"\0\0\0\0", b"    "):
    print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.standard_b64encode(data), base64.b32encode(data), base64.b32hexencode(data), base64.b16encode(data))
    print("  ", base64.a85encode(data), base64.b85encode(data), base64.encodebytes(data), binascii.hexlify(data), binascii.b2a_base64(data), binascii.b2a_base64(data, newline=False))
    print("  ", base64.b64decode(base64.b64encode(data)) == data, base64.urlsafe_b64decode(base64.urlsafe_b64encode(data)) == data, base64.b32decode(base64.b32encode(data)) == data, base64.b32hexdecode(base64.b32hexencode(data)) == data, base64.b16decode(base64.b16encode(data)) == data, base64.a85decode(base64.a85encode(data)) == data, base64.b85decode(base64.b85encode(data)) == data, base64.decodebytes(base64.encodebytes(data)) == data, binascii.unhexlify(data.hex()) == data)
print(base64.b64encode(b"\xfb\xff", altchars=b"-_"), base64.b64decode("-_8=", altchars="-_"), base64.b64decode(" Zm 9v\n"), base64.b64decode(b"Zm9v!!YmFy"), base64.b64decode(memoryview(b"Zm9v")), base64.b64decode("Zm9vYg=="))
print(base64.b32decode("mzxw6===", casefold=True), base64.b32decode("MZXW6YTB"), base64.b32decode("01LXW6YT", map01="L") if False else base64.b32decode(b"MFRGG==="), base64.b16decode("ab", casefold=True), base64.b16decode("AB"))
print(base64.a85encode(b"test data    here", foldspaces=True), base64.a85encode(b"wrapped text, long enough", wrapcol=10), base64.a85encode(b"adobe", adobe=True), base64.a85decode(b"<~@:<SdARlotF*22~>", adobe=True) if False else base64.a85decode(b"@:<SdARl"), base64.a85encode(b"pad", pad=True), base64.b85encode(b"pad", pad=True))
print(binascii.crc32(b"hello"), binascii.crc32(b"world", binascii.crc32(b"hello ")), binascii.crc32(b""), binascii.crc_hqx(b"hello", 0), binascii.hexlify(b"\x01\x02\x03\x04", "-"), binascii.hexlify(b"\x01\x02\x03\x04\x05", ":", 2), binascii.b2a_hex(b"hi"), binascii.a2b_hex(b"6869"))
print(binascii.b2a_uu(b"hello"), binascii.a2b_uu(b"%:&5L;&\\ \n"), binascii.a2b_base64(b"aGk="))
for name, work in (
    ("short", lambda: base64.b64decode("Zm9")), ("one", lambda: base64.b64decode("Z")), ("strict", lambda: base64.b64decode("Zm9v!", validate=True)), ("excess", lambda: base64.b64decode("Zm9v====", validate=True)), ("b32", lambda: base64.b32decode("MZXW6")), ("b32 chars", lambda: base64.b32decode("mzxw6===")),
    ("b16", lambda: base64.b16decode("ab")), ("b16 odd", lambda: base64.b16decode("A")), ("b85", lambda: base64.b85decode(b"\xff")), ("b85 big", lambda: base64.b85decode(b"~~~~~")), ("a85", lambda: base64.a85decode(b"\x7f")), ("a85 z", lambda: base64.a85decode(b"az")), ("unhex", lambda: binascii.unhexlify("abc")),
    ("unhex chars", lambda: binascii.unhexlify("zz")), ("not ascii", lambda: base64.b64decode("é")), ("alt", lambda: base64.b64encode(b"x", altchars=b"-")), ("strict mode", lambda: binascii.a2b_base64(b"Zm9v\n", strict_mode=True)), ("leading", lambda: binascii.a2b_base64(b"=Zm9", strict_mode=True)),
):  # fmt: skip
    attempt(name, work)


def basic_auth(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


header = basic_auth("ada", "s3cret:with colon")
print(header, base64.b64decode(header.split()[1]).decode().split(":", 1))
