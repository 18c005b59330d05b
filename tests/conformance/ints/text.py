"""Ints as text in several bases, and back."""

values = [0, 1, -1, 255, -255, 2**31, 2**62, 2**63, -(2**64), 10**50]
for value in values:
    print(str(value), repr(value), hex(value), oct(value), bin(value))
    print(int(hex(value), 16) == value, int(bin(value), 2) == value, int(oct(value), 8) == value)
print(int("  42 "), int("-1_000"), int("+7"), int("ff", 16), int("0xff", 16), int("0b101", 0), int("zz", 36))
print(int("123456789012345678901234567890"))
for text in ("", "abc", "1.5", "--1", "1__0", "0x", " "):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
try:
    print(int("12", 2))
except ValueError as error:
    print(error)
