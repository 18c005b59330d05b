"""bytearray: the bytes that change."""

buffer = bytearray(b"hello")
buffer[0] = 72
buffer.append(33)
buffer.extend(b" you")
buffer += b"!"
print(buffer, len(buffer), bytes(buffer), buffer[1], buffer[-3:])
del buffer[5]
buffer[0:5] = b"HELLO, WORLD"
print(buffer)
buffer.insert(0, 42)
print(buffer.pop(), buffer.pop(0), buffer)
buffer.reverse()
print(buffer, buffer.find(b"OLL"), buffer.decode()[::-1])
del buffer[2:]
print(buffer, buffer == b" u", bytearray(3), bytearray([1, 2]), buffer * 2)
buffer.clear()
print(buffer, bool(buffer))
try:
    buffer.append(256)
except ValueError as error:
    print(error)
