"""Case mappings and character tests over scripts: special casing, title case, digits, identifiers, printing, sorting."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

WORDS = ["straße", "ǅungla", "ﬁn", "İstanbul", "ΌΣΟΣ", "ŉ", "hello wORLD's", "x²y", "one-two_three", "ᾳ", "ß", "ǆ", "Ⅳ", "ⓐ", "i̇", "d'été", "3rd 4TH", "mcDONALD"]
METHODS = ["upper", "lower", "title", "capitalize", "swapcase", "casefold"]

for word in WORDS:
    print(ascii(word), *(ascii(text) for text in (word.upper(), word.lower(), word.title(), word.capitalize(), word.swapcase(), word.casefold())))
tests = {
    "alpha": str.isalpha, "decimal": str.isdecimal, "digit": str.isdigit, "numeric": str.isnumeric, "alnum": str.isalnum, "space": str.isspace,
    "lower": str.islower, "upper": str.isupper, "title": str.istitle, "identifier": str.isidentifier, "printable": str.isprintable, "ascii": str.isascii,
}
samples = ["", "a", "A1", "²", "٣", "½", "Ⅷ", "一", "\u2003", "\t\n", "aB", "Ab", "AB", "Ab Cd", "x_1", "1x", "é", "日本", "\x7f", "\xad", "🐍", "ª", "ʰ", "ǅ", "class", "\u0301", "\ufdd0", "°"]
for sample in samples:
    print(f"{sample!a:<12}", *(name for name, test in tests.items() if test(sample)))
counted: defaultdict[str, int] = defaultdict(int)
checks = {"alpha": 0, "upper": 0, "lower": 0, "digit": 0, "space": 0, "print": 0, "ident": 0}
for code in range(0x3000):
    char = chr(code)
    counted[unicodedata.category(char)] += 1
    checks["alpha"] += char.isalpha()
    checks["upper"] += char.isupper()
    checks["lower"] += char.islower()
    checks["digit"] += char.isdigit()
    checks["space"] += char.isspace()
    checks["print"] += char.isprintable()
    checks["ident"] += char.isidentifier()
print(checks, sorted(counted.items())[:8], sum(len(chr(c).upper()) > 1 for c in range(0x2200)), sum(chr(c).lower() != chr(c).casefold() for c in range(0x2200)))
print([unicodedata.digit(c, -1) for c in "7²٣x"], [unicodedata.numeric(c, -1.0) for c in "½Ⅷ五a"], int("٣٤"), float("１.５"), [unicodedata.bidirectional(c) for c in "aא1 "], unicodedata.mirrored("("))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    print(form, *(ascii(unicodedata.normalize(form, text)) for text in ("é", "e\u0301", "ﬁ", "Å", "²", "가", "ǆ", "\u1e9b\u0323")), unicodedata.is_normalized(form, "é"))
names = sorted(["Zoë", "zebra", "Ärger", "apple", "élan", "Eagle", "ﬁg"], key=lambda text: (unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore"), text))
print(names, sorted(["b", "A", "a", "B"], key=str.swapcase), max("aZ~é"), min("", "a"), "ß".casefold() == "SS".casefold(), "straße".upper().lower() == "straße")
print("ǅ".istitle(), "HELLO THERE".title(), "they're bill's".title(), "ab c".capitalize(), "ÀÉ".lower(), "ΑΣ ΑΣΑ Σ".lower(), len("İ".lower()), "µ".upper(), "ÿ".upper())
print(repr("a'b\"c\\\n\t\x00\x7f\xa0\xad\u200b\ud800\U0001f40d\U000e0001"), ascii("é日🐍"), repr(b"'\"\\\n\xff"), str(b"x", "ascii"))
"abc".encode("ascii").decode("utf-16-be", "strict")
