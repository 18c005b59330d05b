"""Long ints to decimal text and back around the sizes at which the digits change hands; constant powers."""

from __future__ import annotations


def check(value: int) -> None:
    text = str(value)
    assert int(text) == value
    assert int("+" + text.lstrip("-")) == abs(value)
    assert int(f"  {text}\n") == value
    assert int("-000" + text.lstrip("-")) == -abs(value)
    assert f"{value:,}".replace(",", "") == text
    if abs(value) >= 1000:
        assert int(text[:-2] + "_" + text[-2:]) == value


def edges() -> list[int]:
    found: list[int] = []
    for power in [9, 18, 19, 27, 28, 36, 45, 54, 63, 90, 99, 150, 297, 298]:
        for more in [-1, 0, 1, 10**9 // 3]:
            found.append(10**power + more)
            found.append(-(10**power) - more)
    for bits in [29, 30, 31, 59, 60, 61, 62, 63, 64, 89, 90, 91, 119, 120, 121, 128, 180, 600]:
        for more in [-2, -1, 0, 1, 2]:
            found.append(2**bits + more)
            found.append(-(2**bits) + more)
    return found


for number in edges():
    check(number)
    print(number)

state = 12345
for length in range(1, 700, 23):
    digits = ""
    while len(digits) < length:
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        digits += str(state)
    check(int(digits[:length]))
    check(-int(digits[:length]))
    print(length, int(digits[:length]) % 1000007, len(str(int("7" * length))))

for text in ["", "-", "+", "--1", "1 2", "12345678901234567890x", "1__0", "_1", "1_", "٣٤", "1" * 20 + "٣", " -12 ", "- 1"]:
    try:
        print(int(text))
    except ValueError as error:
        print(ascii(str(error)))

print(10**20, 2**62, -(2**62), (-3) ** 41, 7**0, 0**0, 2**100 // 3**10, 2**100 % 1000007, -7 // 2, -7 % 3)
