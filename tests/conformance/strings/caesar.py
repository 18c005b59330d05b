"""A cipher, a palindrome test and word statistics."""


def rotate(text: str, by: int) -> str:
    out: list[str] = []
    for c in text:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + by) % 26 + 97))
        elif "A" <= c <= "Z":
            out.append(chr((ord(c) - 65 + by) % 26 + 65))
        else:
            out.append(c)
    return "".join(out)


def is_palindrome(text: str) -> bool:
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]


secret = rotate("Hello, World!", 13)
print(secret, rotate(secret, 13), rotate("xyz", 3), rotate("abc", -1))
print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("Mirage"))
words = "the quick brown fox jumps over the lazy dog the end".split()
counts: dict[str, int] = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
for word in sorted(counts, key=lambda w: (-counts[w], w)):
    print(word, counts[word])
