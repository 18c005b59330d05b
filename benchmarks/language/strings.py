"""Building strings: +=, f-strings, join, format and slices, a table and a Caesar cipher."""

from __future__ import annotations

from measuring import measure

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def table(rows: int) -> str:
    text = ""
    for row in range(rows):
        text += f"{row:>5} | {row * row:<8} | {row / 7:.3f} | {'x' * (row % 5)}\n"
    return text


def caesar(text: str, shift: int) -> str:
    result = ""
    for character in text:
        if "a" <= character <= "z":
            result += ALPHABET[(ord(character) - 97 + shift) % 26]
        elif "A" <= character <= "Z":
            result += chr((ord(character) - 65 + shift) % 26 + 65)
        else:
            result += character
    return result


def is_palindrome(text: str) -> bool:
    return text == text[::-1]


def run() -> bool:
    made = table(1500)
    secret = caesar("The quick brown fox jumps over the lazy dog. " * 200, 3)
    plain = caesar(secret, -3)
    palindromes = sum([1 for number in range(10000) if is_palindrome(str(number))])
    joined = ",".join([str(number) for number in range(10000)])
    return (
        len(made) == 47230
        and secret.startswith("Wkh txlfn eurzq")
        and plain.startswith("The quick brown fox")
        and palindromes == 199
        and len(joined) == 48889
    )


if __name__ == "__main__":
    measure(run)
