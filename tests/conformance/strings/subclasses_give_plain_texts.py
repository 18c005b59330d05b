"""Methods of a subclass of str give str, also where nothing changes."""

from __future__ import annotations

from enum import StrEnum


class Caseless(str):
    """Equal and hashed whatever the case."""

    def __hash__(self) -> int:
        return hash(self.lower())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and self.lower() == other.lower()


class Tag(str):
    def shout(self) -> str:
        return self.upper() + "!"


class Colour(StrEnum):
    RED = "red"
    UP = "UP"


def kinds(text: str) -> list[str]:
    made = [
        text.lower(),
        text.upper(),
        text.strip(),
        text[:],
        text[0:99],
        text.replace("zz", "y"),
        str(text),
        text + "",
        "" + text,
        text.ljust(1),
        text.zfill(1),
        text * 1,
        "".join([text]),
        "-".join([text]),
        text.removeprefix("zz"),
        text.removesuffix("zz"),
        text.partition("zz")[0],
        text.rpartition("zz")[2],
        text.split("zz")[0],
        text.splitlines()[0],
        text.expandtabs(),
        f"{text}",
        "%s" % text,
        "{}".format(text),
        text.casefold(),
        text.title(),
        text.translate({}),
    ]
    return [f"{type(one).__name__}:{one!r}" for one in made]


def main() -> None:
    counts = {Caseless("Key"): 1}
    counts[Caseless("kEY")] = 2
    print(counts, counts[Caseless("KEY")], Caseless("a") == "A", len({Caseless("x"), Caseless("X")}))
    for text in ("abc", Tag("abc"), Tag("ABC"), Tag("żółw"), Colour.RED, Colour.UP):
        print(kinds(text))
    print(Tag("x").shout(), repr(Colour.RED.lower()), repr(Colour.UP.upper()), repr(str(Colour.RED)))
    tag = Tag("kept")
    print(tag is tag, type(tag).__name__, [tag][0] is tag, {"t": tag}["t"] is tag)


main()
