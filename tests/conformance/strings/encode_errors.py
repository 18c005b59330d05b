"""Encoding and decoding, and what goes wrong."""

print("héllo".encode("latin-1"), "abc".encode("ascii"), b"h\xe9".decode("latin-1"), b"\xf0\x9f\x98\x80".decode())
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error)
try:
    b"ab\xff".decode()
except UnicodeDecodeError as error:
    print(error)
try:
    b"\xe9".decode("ascii")
except UnicodeDecodeError as error:
    print(error)
print(b"ab\xffcd".decode("utf-8", "replace"), b"ab\xffcd".decode("utf-8", errors="ignore"), "aéb".encode("ascii", "replace"))
