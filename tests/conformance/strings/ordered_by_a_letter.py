"""Texts compared with single letters: classes of characters, empty and longer texts, wide ones, subclasses."""

from __future__ import annotations


def kind(text: str) -> str:
    if "0" <= text <= "9":
        return "digit"
    if "a" <= text <= "z":
        return "lower"
    if text >= "A" and not text > "Z":
        return "upper"
    if text < "\x80":
        return "ascii"
    return "latin" if text <= "ÿ" else "wide"


for text in ["", "0", "9", ":", "a", "m", "z", "{", "aa", "zz", "z ", "A", "Z", "ZZ", "@", "é", "ÿ", "ÿÿ", "Ā", "日", "😀", "a日", "9日", "\x7f"]:
    print(ascii(text), kind(text), text < "a", text <= "a", text > "a", text >= "a", "a" < text, "a" <= text, "a" > text, "a" >= text)


def rotate(text: str, by: int) -> str:
    made = ""
    for letter in text:
        if "a" <= letter <= "z":
            made += chr((ord(letter) - 97 + by) % 26 + 97)
        elif "A" <= letter <= "Z":
            made += chr((ord(letter) - 65 + by) % 26 + 65)
        else:
            made += letter
    return made


print(rotate("Hello, Wörld! 日本 xyz", 3), rotate(rotate("Round Trip", 11), -11))


class Backwards(str):
    def __lt__(self, other: str) -> bool:
        return str(self) + "" > other

    def __ge__(self, other: str) -> bool:
        return not self < other


words: list[str] = [Backwards("b"), "b", Backwards("a"), "a", ""]
for word in words:
    print(repr(word), word < "a", word >= "a", word > "a")
print(sorted(word for word in "the Quick brown Fox".split() if word >= "a"), max("x", "abc"), min("x", ""))
