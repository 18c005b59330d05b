"""Files of old systems: one byte a character, in the code pages that people still meet."""

from __future__ import annotations

from collections import OrderedDict

PAGES = ["cp1252", "windows-1251", "CP437", "cp850", "cp866", "iso-8859-2", "ISO_8859-7", "latin9", "koi8-r", "mac_roman"]
WORDS = ["naïve café", "Größe 5 €", "Привет", "Ελλάδα", "żółć", "├──┤", "Ωmega ™", "\x81"]


def table_of(page: str) -> str:
    return bytes(range(128, 256)).decode(page, "replace")


def tried(text: str, page: str) -> str:
    try:
        data = text.encode(page)
    except UnicodeEncodeError as error:
        return f"{error.encoding} {error.start}-{error.end} {error.reason} | {error}"
    assert data.decode(page) == text
    return data.hex(" ")


def guessed(data: bytes) -> str:
    """The first page in which the data has Cyrillic letters alone."""
    for page in ("utf-8", "koi8-r", "cp1251", "cp866", "iso8859-5"):
        try:
            text = data.decode(page)
        except UnicodeDecodeError as error:
            print("  no", page, error.reason)
            continue
        if all("\u0410" <= letter <= "\u044f" or letter == " " for letter in text):
            return f"{page}: {text}"
    return "?"


found: OrderedDict[str, int] = OrderedDict()
for page in PAGES:
    table = table_of(page)
    found[page] = sum(letter == "\ufffd" for letter in table)
    print(page, ascii(table[:8]), ascii(table[-4:]), hash(table) == hash(str(bytes(range(128, 256)), page, "replace")))
    for word in WORDS:
        print("   ", ascii(word), tried(word, page))
print(found.keys(), found.values())
for data in (b"\x81\x8d", b"ok \x9d!", b"\xae\xff"):
    for page in ("cp1252", "iso-8859-7"):
        try:
            print(ascii(data.decode(page)))
        except UnicodeDecodeError as error:
            print(error.encoding, error.start, error.end, error)
        print("  ", ascii(data.decode(page, "ignore")), data.decode(page, "backslashreplace"), ascii(data.decode(page, "surrogateescape")))
text = "5 € für «Ωmega» и всё"
for handler in ("replace", "ignore", "backslashreplace", "xmlcharrefreplace"):
    print(handler, text.encode("cp1252", handler), text.encode("koi8-r", handler))
print(b"a\x81".decode("cp1252", "surrogateescape").encode("cp1252", "surrogateescape"), bytes("Łódź", "cp1250"))
print(guessed("Привет мир".encode("cp866")), "|", guessed("Привет".encode("koi8_r")), "|", guessed(b"abc"))
try:
    "x".encode("cp9999")
except LookupError as error:
    print(type(error).__name__, error)
