"""bytes: literals, indexing, slices, repr."""

data = b"hello\x00\xff"
print(data, len(data), data[0], data[-1], data[1:4], data[::-1], list(data))
print(b"a" + b"b", b"ab" * 3, b"l" in data, 255 in data, 7 in data, b"" == bytes(), bytes(4))
print(bytes([1, 2, 3]), bytes(range(5)), bytes("é", "utf-8"), b"it's", b'"', b"\t\n\r\\", bytes([127, 128]))
print(data == b"hello\x00\xff", b"a" < b"b", hash(b"x") == hash(bytes([120])), bool(b""), bool(b"a"))
for text in (-1, 256):
    try:
        print(bytes([text]))
    except ValueError as error:
        print(error)
try:
    print(data[99])
except IndexError as error:
    print(error)
quoted = [b"\\'", b"'", b"\"'", b"\\\"'", b"a\\'b\"", b"''\\", b"\x00\x7f\\'", b'\\"', rb"\'" b'"', b"\\x41\x41\\n\n\\"]
print([list(q) for q in quoted], quoted, sep="\n")
