"""The struct module."""

import struct

print(struct.pack(">HBB", 1, 2, 3), struct.pack("<I", 0xDEADBEEF), struct.pack("!q", -2), struct.pack("<hH", -1, 65535))
print(struct.unpack(">HBB", b"\x00\x01\x02\x03"), struct.unpack("<i", b"\xff\xff\xff\xff"), struct.calcsize("!HHIIBBHHH"))
print(struct.unpack_from(">H", b"\x00\x00\x12\x34", 2), struct.pack(">4s", b"ab"), struct.unpack("3sB", b"abc\x01"))
print(struct.pack("<d", 1.5), struct.unpack("<d", struct.pack("<d", 0.1)), struct.pack("?", True))
try:
    struct.unpack(">H", b"\x00")
except struct.error as error:
    print(error)
for code in (">H", "<H", "=h", ">I", "<L", ">Q", ">q", "<Q", "!B"):
    for number in (-1, 65536, 2**32, 2**63, 2**64, -(2**70)):
        try:
            print(code, struct.pack(code, number).hex(), end=" ")
        except struct.error as error:
            print(code, error, end="; ")
    print()
