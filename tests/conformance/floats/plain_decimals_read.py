"""float() of plain decimals: up to fifteen digits and more, points anywhere, what is no number."""

from __future__ import annotations

TEXTS = [
    "0", "00", "0.", ".0", "0.0", "1", "1.", ".1", "1.5", "007.250", "3.14159", "123456789012345", "1234567890123456",
    "12345678901234.5", ".123456789012345", "0.123456789012345", "123456789012345.", "1234567890.12345", "9.99999999999999",
    "99999999999999.9", "0.1", "0.2", "0.3", "2.675", "1.005", "8.41", "0.000000000000001", "0.00000000000001", "-1.5", "+1.5", " 1.5",
    "1.5\n", "1e5", "1.5e-3", "1_000.5", "1_0", "٣.٥", "inf", "nan", "-0.0", "-0",
    "", ".", "..", "1..2", "1.2.3", "1.2.", " ", "1 2", "x", "1x", "1.x", "0x10", "1,5", "½", "1.5é", "5\x00", "/", ":", "1:5", "1/2",
]  # fmt: skip

for text in TEXTS:
    try:
        value = float(text)
        print(ascii(text), value, value.hex())
    except ValueError as error:
        print(ascii(text), ascii(str(error)))

state = 7
total = 0.0
wrong = 0
for i in range(4000):
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    digits = str(state >> 8)[: i % 17 + 1]
    point = i % (len(digits) + 1)
    text = digits[:point] + "." + digits[point:]
    value = float(text)
    if value != int(digits) / 10 ** (len(digits) - point):
        wrong += 1
    total += value
    if i % 250 == 0:
        print(text, value.hex())
print(wrong, total)
print([float(part) for part in "1.5,2,.25,100.125".split(",")], sum(map(float, ["0.1"] * 10)))
