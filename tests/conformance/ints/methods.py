"""Methods of int."""

for value in (0, 1, -1, 255, 256, 2**62, -(2**62), 2**100 + 1):
    print(value.bit_length(), value.bit_count())
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-5).to_bytes(3, "big", signed=True))
print((2**80).to_bytes(11, "little"))
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xfe", "little"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes(b"\x01" * 12, "big"))
try:
    print((256).to_bytes(1, "big"))
except OverflowError as error:
    print(error)
try:
    print((-1).to_bytes(1, "big"))
except OverflowError as error:
    print(error)
