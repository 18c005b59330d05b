"""Prints a line, computes with dict, str and a big int, and exits with code 3."""

import sys


def count_letters(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for letter in text:
        if letter.isalpha():
            counts[letter] = counts.get(letter, 0) + 1
    return counts


def main() -> int:
    print("Hello from Mirage")
    for letter, count in sorted(count_letters("hello, unikernel world").items()):
        print(f"{letter}: {count}", end=" ")
    print()
    product = 1
    for factor in range(2, 31):
        product *= factor
    print(f"30! = {product}, {len(str(product))} digits, 2**100 mod 30! = {2**100 % product}")
    return 3


if __name__ == "__main__":
    sys.exit(main())
