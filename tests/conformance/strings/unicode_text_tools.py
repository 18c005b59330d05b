"""Text of all scripts: normal forms, accents stripped, display width, search without case, slugs, encodings and their errors."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

SAMPLES = ["Crème Brûlée", "ſtraße STRASSE", "Ελληνικά ΣΊΣΥΦΟΣ", "Владимир", "日本語テキスト", "ﬁne ﬀ", "İstanbul ıI", "e\u0301\u0323 a\u030a", "👩\u200d👧 🇨🇭", "١٢٣ ½ ²", "\tA\u00a0B\u2003C\u200bD"]  # fmt: skip


def strip_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def slug(text: str) -> str:
    folded = strip_accents(unicodedata.normalize("NFKC", text).casefold())
    words = ("".join(run) for good, run in groupby(folded, key=str.isalnum) if good)
    return "-".join(words)


def width(text: str) -> int:
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return wide - sum(unicodedata.combining(c) > 0 or unicodedata.category(c) == "Cf" for c in text)


def centred(text: str, size: int) -> str:
    lack = max(0, size - width(text))
    return " " * (lack // 2) + text + " " * (lack - lack // 2)


def clusters(text: str) -> Iterator[str]:
    """Letters with the marks that follow them, joiners and flags kept together."""
    cluster = ""
    flags = 0
    for c in text:
        flag = 0x1F1E6 <= ord(c) <= 0x1F1FF
        joined = unicodedata.combining(c) or c == "\u200d" or cluster.endswith("\u200d") or flag and flags % 2
        if cluster and not joined:
            yield cluster
            cluster = ""
        cluster += c
        flags = flags + 1 if flag else 0
    if cluster:
        yield cluster


def find_folded(needle: str, text: str) -> tuple[int, int] | None:
    wanted = unicodedata.normalize("NFD", needle.casefold())
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if unicodedata.normalize("NFD", text[start:end].casefold()) == wanted:
                return start, end
    return None


def sort_key(text: str) -> tuple[str, str, str]:
    base = strip_accents(text).casefold()
    return base, unicodedata.normalize("NFD", text).casefold(), text.swapcase()


def classes(text: str) -> str:
    tests: dict[str, Callable[[str], bool]] = {
        "alpha": str.isalpha, "alnum": str.isalnum, "decimal": str.isdecimal, "digit": str.isdigit, "numeric": str.isnumeric, "lower": str.islower,
        "upper": str.isupper, "title": str.istitle, "space": str.isspace, "print": str.isprintable, "ident": str.isidentifier, "ascii": str.isascii,
    }  # fmt: skip
    return " ".join(name for name, test in tests.items() if test(text))


def main() -> None:
    for text in SAMPLES:
        forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD", "NFKC", "NFKD")]
        print(ascii(text), [len(f) for f in forms], width(text), slug(text), ascii(strip_accents(text)))
        print(
            "  ",
            ascii(text.upper()),
            ascii(text.lower()),
            ascii(text.title()),
            ascii(text.casefold()),
            ascii(text.swapcase()),
            ascii(text.capitalize()),
        )
        print(
            "  ",
            [ascii(c) for c in clusters(text)][:6],
            [len(text.encode(e, "surrogatepass")) for e in ("utf-8", "utf-16-le", "utf-32-be")],
            [unicodedata.category(c) for c in text[:5]],
        )
    print(
        f"[{centred('日本', 9)}] [{centred('abc', 9)}] [{centred('e' + chr(0x301), 5)}]",
        find_folded("STRASSE", "die straße!"),
        find_folded("é", "cafe\u0301s"),
        find_folded("x", "abc"),
    )
    print(sorted(["Zebra", "ápple", "apple", "Äpfel", "äpfel", "Apple", "zèbre", "éa", "eb"], key=sort_key))
    for text in (
        "abc",
        "Abc Def",
        "٣",
        "²",
        "½",
        "五",
        "ǅ",
        "ª",
        "Σς",
        "\u2028",
        "x_1",
        "1x",
        "",
        "ⅷ",
        "_é",
        "\ud800",
        "A b",
    ):
        print(ascii(text), classes(text), end="; ")
    print()
    print(
        [unicodedata.numeric(c, -1) for c in "5½五Ⅷx٣"],
        [unicodedata.digit(c, None) for c in "5²½"],
        unicodedata.decimal("७"),
        unicodedata.bidirectional("א"),
        unicodedata.mirrored("("),
        unicodedata.decomposition("Å"),
        unicodedata.east_asian_width("ｱ"),
    )
    print(
        int("１２"),
        float("٣.٥"),
        "ß".upper().lower(),
        "ŉ".upper(),
        "ΑΣ ΑΣΑ".lower(),
        len("ﬃ".upper()),
        "ǆ".title(),
        ascii("i̇".upper()),
    )
    text = "naïve €5 \ud83d"
    for encoding, handler in (
        ("ascii", "replace"),
        ("ascii", "xmlcharrefreplace"),
        ("latin-1", "backslashreplace"),
        ("utf-8", "ignore"),
        ("utf-8", "surrogatepass"),
        ("utf-8", "surrogateescape"),
        ("latin-1", "strict"),
    ):
        try:
            print(encoding, handler, text.encode(encoding, handler))
        except UnicodeEncodeError as error:
            print(
                encoding,
                handler,
                error,
                error.object[error.start : error.end] == text[error.start : error.end],
                error.reason,
            )
    for raw in (
        b"ok \xc3\xa9",
        b"\xff\xfeab",
        b"\xe2\x82",
        b"\xf0\x9f\x98\x80\x80",
        b"\xed\xa0\x80",
        b"\xc0\xaf",
        b"a\xe9b",
    ):
        print(
            raw,
            [
                ascii(raw.decode("utf-8", h))
                for h in ("replace", "ignore", "backslashreplace", "surrogateescape")
            ],
            end=" ",
        )
        try:
            print(raw.decode())
        except UnicodeDecodeError as error:
            print(error.start, error.end, error.reason)
    print(
        Counter(unicodedata.category(chr(c))[0] for c in range(0x250)).most_common(4),
        "a\u0301".isidentifier(),
        "\u00e9" == unicodedata.normalize("NFC", "e\u0301"),
        unicodedata.is_normalized("NFC", "e\u0301"),
    )
    print(
        "x\x1cy\x85z\u2029w\x0bv".splitlines(),
        " \u3000a\u00a0".strip() == "a",
        "a\u3000b c".split(),
        "tab\tx".expandtabs(4),
        "\u00df" in "STRASSE".casefold(),
        "ab".translate({97: "é", ord("b"): None}),
        "abc".translate(str.maketrans("ab", "βα", "c")),
    )


main()
