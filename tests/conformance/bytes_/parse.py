"""A small binary and text parser."""


def parse_headers(raw: bytes) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in raw.split(b"\r\n"):
        if not line:
            break
        name, _, value = line.partition(b":")
        headers[name.decode("ascii").strip().lower()] = value.decode("latin-1").strip()
    return headers


def checksum(data: bytes) -> int:
    if len(data) % 2:
        data += b"\x00"
    total = 0
    for i in range(0, len(data), 2):
        total += data[i] << 8 | data[i + 1]
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


print(parse_headers(b"Host: example.com\r\nContent-Length: 12\r\n\r\nbody"))
print(hex(checksum(b"\x45\x00\x00\x3c\x1c\x46\x40\x00\x40\x06\x00\x00\xac\x10\x0a\x63\xac\x10\x0a\x0c")))
print(hex(checksum(b"abc")), checksum(b""))
