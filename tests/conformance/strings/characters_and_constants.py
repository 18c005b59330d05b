"""Single characters: indexing, comparing with constants, membership, order; for every kind of string."""

from __future__ import annotations

TEXTS = ["", "a", "=", "ab", "==", "é", "ÿ", "Ā", "日", "日本", "\N{GRINNING FACE}", "\0", "\0\0", "a\0", "long text, spaces"]


def equalities(text: str) -> list[bool]:
    return [
        text == "a", text != "a", "=" == text, "=" != text, text == "é", text == "ÿ", text == "Ā", text == "\0",
        text == "", text != "", text == "==", text == "日", text in ("a", "é"), "a" <= text <= "z", text < "a",
    ]  # fmt: skip


def at(text: str, index: int) -> str:
    try:
        return repr(text[index])
    except IndexError as error:
        return str(error)


def members(text: str) -> list[bool]:
    return [
        "a" in text, "" in text, "é" in text, "Ā" in text, "日" in text, "\0" in text, " " in text, "xt" in text,
        text in "a=éÿ", text in "abc", text in "日本語", "g t" in text, "z" not in text, "," in text,
    ]  # fmt: skip


def kinds(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    i = 0
    while i < len(text):
        c = text[i]
        if c == " " or c == "\t":
            kind = "space"
        elif "0" <= c <= "9":
            kind = "digit"
        elif c in "+-*/=":
            kind = "sign"
        elif c != "_" and not c.isalpha():
            kind = "other"
        else:
            kind = "letter"
        found[kind] = found.get(kind, 0) + 1
        i += 1
    return found


class Sized(str):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and len(self) == len(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return len(self)


def same(text: str) -> tuple[bool, bool]:
    return text == "a", text != "a"


def ordered(texts: list[str]) -> list[str]:
    return sorted(texts) + sorted(texts, reverse=True)


def main() -> None:
    for text in TEXTS:
        print(ascii(text), equalities(text), members(text))
        print([at(text, i) for i in (0, 1, -1, -2, 5, 2**70, -(2**70), True, False)])
    print(kinds("x_1 = 20 + y*é; 日本\t(7)"))
    print(same("a"), same("A"), same(Sized("A")), same(Sized("b")))
    print(ordered(["b", "a", "ab", "", "é", "a\0", "日", "Z", "aa", "\N{GRINNING FACE}", "a"]))
    words = ["alpha", "alphb", "alphabet", "alphabetical", "alphabetizes", "", "alphabeticaL"]
    print([[x == y for y in words] for x in words])
    print([[(x < y) - (x > y) for y in words] for x in words])
    copies = ["".join(list(w)) for w in words]
    print([x == y and hash(x) == hash(y) for x, y in zip(words, copies)])


if __name__ == "__main__":
    main()
