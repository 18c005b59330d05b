"""Categories, word boundaries and case folding beyond ASCII."""

import re

WORDS = "Straße STRASSE ſtraſse Ärger ärger ÉCOLE école ΣΊΣΥΦΟΣ σίσυφος ςίσυφος Kelvin \u212aelvin İstanbul istanbul ı µ μ"


def main() -> None:
    print(re.findall(r"\w+", WORDS))
    print(re.findall(r"(?a)\w+", WORDS))
    for pattern in ("straSSe", "straße", "ÄRGER", "école", "σίσυφος", "kelvin", "istanbul", "i", "ı", "µ", "ss", "ſ", "ß", "ẞ"):
        print(pattern, re.findall(pattern, WORDS, re.I), re.findall(pattern, WORDS, re.I | re.A))
    for pattern in ("[a-z]+", "[A-Z]+", "[à-ý]+", "[α-ω]+", "[^a-z ]+", "[k]", "[s]", r"[\d\W]+", "[Ä-Ö]", "[\u0400-\uffff]"):
        print(pattern, re.findall(pattern, WORDS, re.I), re.findall(pattern, WORDS))
    digits = "12 ٣٤ ५६ ７８ ²³ Ⅷ"
    print(re.findall(r"\d+", digits), re.findall(r"\d+", digits, re.A), re.findall(r"\D+", digits))
    spaces = "a\u00a0b\u2003c\u3000d e\x1cf\u200bg"
    print(re.split(r"\s", spaces), re.split(r"\s", spaces, flags=re.ASCII))
    print(re.findall(r"\b\w", "été à l'école"), re.findall(r"(?a)\b\w", "été à l'école"))
    emoji = "x😀y🎉z𝒜"
    print(re.findall(".", emoji), re.findall("[😀-🙏]", emoji), re.search("🎉", emoji), re.split("[^a-z]", emoji))
    print(re.sub("(?i)[𐐀-𐐧]", "*", "𐐀𐐨a"), re.findall("(?i)𐐨", "𐐀𐐨"))
    print(re.findall(r"(?i)(\w)\1", "aA ßẞ ſs σς kK \u212ak"))
    print(re.fullmatch(r"\w+", "naïve_1"), re.fullmatch(r"\w+", "naïve-1"), re.match("(?i)ﬆ", "ﬅ"))
    print(re.compile("é", re.I), re.compile("é", re.A), re.compile("x" * 300).__repr__()[-20:])


main()
