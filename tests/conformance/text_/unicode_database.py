"""unicodedata: properties, numbers, names and normal forms over many characters."""

import unicodedata
from unicodedata import category, name, normalize

SAMPLE = "aZ5 \n-_$€é\u0301ßŉǅΩωאبक१²Ⅷ½⅓一가각힣ｱＡ①㍿ﬁﷺ😀🏽\u200d\ud800\ue000\U0010ffff\u0378(«<„”∑≤𝒜ａ゛ｶﾞ龍鿿㐀𠀀"


def main() -> None:
    for letter in SAMPLE:
        print(
            f"{ord(letter):06X}", category(letter), unicodedata.bidirectional(letter), unicodedata.combining(letter),
            unicodedata.east_asian_width(letter), unicodedata.mirrored(letter), repr(unicodedata.decomposition(letter)),
            name(letter, "-"), unicodedata.decimal(letter, None), unicodedata.digit(letter, None), unicodedata.numeric(letter, None),
        )  # fmt: skip
    checks = [0, 0, 0, 0]
    for code in range(0, 0x30000, 7):
        letter = chr(code)
        checks[0] = (checks[0] * 31 + sum(map(ord, category(letter) + unicodedata.bidirectional(letter)))) % 1000003
        checks[1] = (checks[1] * 31 + unicodedata.combining(letter) + unicodedata.mirrored(letter)) % 1000003
        checks[2] = (checks[2] * 31 + len(unicodedata.decomposition(letter)) + len(unicodedata.east_asian_width(letter))) % 1000003
        checks[3] = (checks[3] * 31 + int(unicodedata.numeric(letter, 0.0) * 8)) % 1000003
    print(checks)
    total = 0
    for code in range(0, 0x20000, 61):
        total = (total * 33 + sum(map(ord, name(chr(code), "")))) % 1000003
    print(total)
    for text in ("Å", "A\u030a", "ﬁ", "e\u0301\u0323", "e\u0323\u0301", "가", "각", "한글", "①½", "\u1e9b\u0323", "𝒜", "क़", "ﷺ", "が", "ab", "\u0344"):
        forms = [normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")]
        print(ascii(text), [ascii(form) for form in forms], unicodedata.is_normalized("NFC", text))
    total = 0
    for code in range(0xA0, 0x3000):
        for form in ("NFC", "NFD", "NFKC", "NFKD"):
            total = (total * 31 + sum(map(ord, normalize(form, "a" + chr(code) + "\u0301")))) % 1000003
    print(total)
    for wanted in ("SNOWMAN", "latin small letter a", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00", "GRINNING FACE"):
        print(wanted, ascii(unicodedata.lookup(wanted)))
    for action in (lambda: unicodedata.lookup("NO SUCH NAME"), lambda: unicodedata.name("\n"), lambda: unicodedata.digit("x"), lambda: normalize("NFX", "é")):
        try:
            print(action())
        except (KeyError, ValueError) as error:
            print(type(error).__name__, error)
    print(unicodedata.unidata_version, "".join(c for c in normalize("NFD", "Crème Brûlée") if not unicodedata.combining(c)))


main()
